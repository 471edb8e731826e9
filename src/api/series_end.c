/* One row of the table of judges is enough: a separator, an end mark on its line or after a sentence,
 * initials below one or, where the agency writes none, without one, a tail. */
#include "api/series_end.h"

#include <string.h>

#include "core/ascii.h"
#include "core/scan.h"
#include "tokenizer/foot/foot.h"
#include "tokenizer/foot/signoff_evidence.h"
#include "agency/match.h"
#include "tokenizer/foot/tail.h"
#include "tokenizer/lines/endmark.h"
#include "tokenizer/lines/notes.h"
#include "tokenizer/lines/signoff.h"

#define RULE_MIN     3  /* characters of a separator */
#define INITIALS_MAX 24 /* bytes of initials */

bool tx_line_above(const struct tx_above *above, size_t at, struct tx_end_line *ret_line)
{
	telex_slice s = above->text;

	while (at > above->floor) {
		size_t end = at - 1, start = end;
		while (start > above->floor && !tx_ends_line(s.ptr[start - 1]))
			start--;
		if (!tx_is_line_start(s, start) && end - start <= TX_HEAD_BYTES)
			return false;
		*ret_line = (struct tx_end_line){start, end,
						 tx_trim(tx_slice(s.ptr + start, end - start))};
		if (ret_line->seen.len > 0 || memchr(s.ptr + start, '\f', end - start) != NULL ||
		    s.ptr[end] == '\0')
			return true;
		at = start;
	}
	return false;
}

typedef enum tx_end_sort judge_fn(const struct tx_above *above, const struct tx_end_line *line);

/* "---", "===", "***", "####", a form feed, a NUL at the end of the line. */
static enum tx_end_sort judge_rule(const struct tx_above *above, const struct tx_end_line *line)
{
	telex_slice s = line->seen;

	if (above->text.ptr[line->end] == '\0' ||
	    memchr(above->text.ptr + line->start, '\f', line->end - line->start) != NULL)
		return TX_END_SEPARATOR;
	if (s.len < RULE_MIN || strchr("-=*#", s.ptr[0]) == NULL)
		return TX_END_NOTHING;
	for (size_t i = 1; i < s.len; i++) {
		if (s.ptr[i] != s.ptr[0])
			return TX_END_NOTHING;
	}
	return TX_END_SEPARATOR;
}

/* An end mark alone on its line, also with its sign-off. */
static enum tx_end_sort judge_mark(const struct tx_above *above, const struct tx_end_line *line)
{
	struct tx_end_mark mark;
	struct tx_signoff signoff;

	(void)above;
	if (tx_end_mark_line(line->seen, false, &mark) && tx_end_mark_exact(&mark))
		return TX_END_CLOSING;
	size_t len = tx_end_mark_prefix(line->seen, &mark);
	return len > 0 && len < line->seen.len && tx_end_mark_exact(&mark) &&
			       tx_signoff_parse(tx_trim(tx_slice_skip(line->seen, len)), true,
						&signoff)
		       ? TX_END_CLOSING
		       : TX_END_NOTHING;
}

/* A sign-off below an end mark. */
static enum tx_end_sort judge_signoff(const struct tx_above *above, const struct tx_end_line *line)
{
	struct tx_signoff signoff;
	struct tx_end_mark mark;
	struct tx_end_line closing;

	if (!tx_signoff_parse(line->seen, true, &signoff) ||
	    !tx_line_above(above, line->start, &closing))
		return TX_END_NOTHING;
	return tx_end_mark_glued(closing.seen, &mark) ||
			       tx_end_mark_line(closing.seen, false, &mark)
		       ? TX_END_CLOSING
		       : TX_END_NOTHING;
}

/* "… películas. EFE", "… películas. EFE ab/cd": glued to the last sentence. */
enum tx_end_sort tx_judge_glued(const struct tx_above *above, const struct tx_end_line *line)
{
	struct tx_glued_end end;

	(void)above;
	if (!tx_end_glued(line->seen, &end) || !tx_end_mark_exact(&end.mark))
		return TX_END_NOTHING;
	bool name = tx_sign_find(end.mark.mark, TX_SIGN_BRACKETS) != NULL;
	return name && end.signoff.count == 0 ? TX_END_LIKELY : TX_END_CLOSING;
}

/* A tail: "(Reporting by A; Editing by B)", "B contributed to this report.", an agency's footer. */
static enum tx_end_sort judge_tail(const struct tx_above *above, const struct tx_end_line *line)
{
	size_t len;

	(void)above;
	return tx_note_of(line->seen, TX_NOTE_IN_FOOT) == TX_NOTE_CREDIT ||
			       tx_tail_of(line->seen) == TX_NOTE_CREDIT ||
			       tx_sign_at(line->seen, TX_SIGN_FOOTER, &len) != NULL
		       ? TX_END_CLOSING
		       : TX_END_NOTHING;
}

static bool has_lower(telex_slice s)
{
	for (size_t i = 0; i < s.len; i++) {
		if (tx_is_lower(s.ptr[i]))
			return true;
	}
	return false;
}

/* "abc/de" below a sentence, of an agency that writes no end mark; in capitals it may be the slug of
 * what follows. */
static enum tx_end_sort judge_initials(const struct tx_above *above, const struct tx_end_line *line)
{
	struct tx_signoff signoff;
	struct tx_end_line closing;

	if (above->profile == NULL || above->profile->signs[TX_SIGN_END_MARK] != NULL)
		return TX_END_NOTHING;
	if (line->seen.len > INITIALS_MAX || memchr(line->seen.ptr, '/', line->seen.len) == NULL ||
	    !tx_signoff_parse(line->seen, true, &signoff) || signoff.count < 2 ||
	    !has_lower(line->seen) ||
	    tx_signoff_weigh(line->seen, false, 0, &signoff) < TX_SIGNOFF_ENOUGH ||
	    !tx_line_above(above, line->start, &closing) || closing.seen.len == 0)
		return TX_END_NOTHING;
	return strchr(".!?)\"", closing.seen.ptr[closing.seen.len - 1]) != NULL ? TX_END_CLOSING
										: TX_END_NOTHING;
}

/* The evidence for an end, from the surest. */
static judge_fn *const judges[] = {judge_rule,     judge_signoff, judge_mark,
				   tx_judge_glued, judge_tail,    judge_initials};

enum tx_end_sort tx_judge_end(const struct tx_above *above, const struct tx_end_line *line)
{
	enum tx_end_sort sort = TX_END_NOTHING;

	for (size_t i = 0; sort == TX_END_NOTHING && i < TX_COUNT(judges); i++)
		sort = judges[i](above, line);
	return sort;
}
