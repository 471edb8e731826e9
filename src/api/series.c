/* A second dateline shows that another dispatch may begin: of the same agency, at the start of a
 * line.  The few lines above it are its head.  Above them is what ends the dispatch in front of it:
 * one row of the table is enough, the nearest counts.  Without any it is one dispatch (a summary, a
 * quotation), and the second dateline is only noted.
 *
 * The search for datelines looks at lines with a bracket near their start; everything else is done
 * for the few that hold one.  Left out: datelines without an agency's mark where no separator is
 * above them. */
#include "api/series.h"

#include "agency/match.h"
#include "core/ascii.h"
#include "core/block.h"
#include "core/utf8.h"
#include "reader/charset.h"
#include "tokenizer/dateline/dateline.h"
#include "tokenizer/lines/endmark.h"
#include "tokenizer/lines/signoff.h"

#define DATELINE_BYTES 160                  /* of a line, that hold a dateline's bracket */
#define REACH_BYTES    (2 * DATELINE_BYTES) /* of a line with its indent, up to a bracket */
#define HEAD_LINES     12                   /* with text, above a dateline */
#define HEAD_BYTES     300                  /* of such a line */
#define RULE_MIN       3                    /* characters of a separator */
#define MARK_BYTES     64                   /* of an agency's mark, with its bracket */
#define HEAD_MAX       16384                /* bytes that are kept above a dateline */

struct series {
	telex_slice text;
	struct tx_arena *arena;
	bool failed;
};

/* A line with text, and the one above it. */
struct line {
	size_t start, end; /* without its line end */
	telex_slice seen;  /* its visible text */
};

static bool ends_line(char c)
{
	return c == '\n' || c == '\r' || c == '\0';
}

/* The first LF, CR or NUL from `at` on, or the end of the bytes. */
static size_t line_end(telex_slice s, size_t at)
{
	for (; s.len - at >= TX_BLOCK; at += TX_BLOCK) {
		tx_block block = tx_block_load(s.ptr + at);
		tx_block ends = tx_mark_or(tx_mark_equal(block, '\n'), tx_mark_equal(block, '\r'));
		unsigned bits = tx_mark_bits(tx_mark_or(ends, tx_mark_equal(block, '\0')));
		if (bits != 0)
			return at + tx_mask_first(bits);
	}
	while (at < s.len && !ends_line(s.ptr[at]))
		at++;
	return at;
}

/* The line with text above `at`, which is the start of a line.  False at the start of the text. */
static bool line_above(const struct series *series, size_t at, struct line *ret_line)
{
	telex_slice s = series->text;

	while (at > 0) {
		size_t end = at - 1, start = end;
		while (start > 0 && !ends_line(s.ptr[start - 1]))
			start--;
		*ret_line =
			(struct line){start, end, tx_trim(tx_slice(s.ptr + start, end - start))};
		if (ret_line->seen.len > 0 || memchr(s.ptr + start, '\f', end - start) != NULL ||
		    s.ptr[end] == '\0')
			return true;
		at = start;
	}
	return false;
}

/* What ends a dispatch above the head of the next one. */
enum sort { NOTHING, SEPARATOR, CLOSING };

typedef enum sort judge_fn(const struct series *series, const struct line *line);

/* "---", "===", "***", "####", a form feed, a NUL at the end of the line. */
static enum sort judge_rule(const struct series *series, const struct line *line)
{
	telex_slice s = line->seen;

	if (series->text.ptr[line->end] == '\0' ||
	    memchr(series->text.ptr + line->start, '\f', line->end - line->start) != NULL)
		return SEPARATOR;
	if (s.len < RULE_MIN || strchr("-=*#", s.ptr[0]) == NULL)
		return NOTHING;
	for (size_t i = 1; i < s.len; i++) {
		if (s.ptr[i] != s.ptr[0])
			return NOTHING;
	}
	return SEPARATOR;
}

/* An end mark alone on its line, also with its sign-off. */
static enum sort judge_mark(const struct series *series, const struct line *line)
{
	struct tx_end_mark mark;
	struct tx_signoff signoff;

	(void)series;
	if (tx_end_mark_line(line->seen, false, &mark) && tx_end_mark_exact(&mark))
		return CLOSING;
	size_t len = tx_end_mark_prefix(line->seen, &mark);
	return len > 0 && len < line->seen.len && tx_end_mark_exact(&mark) &&
			       tx_signoff_parse(tx_trim(tx_slice_skip(line->seen, len)), true,
						&signoff)
		       ? CLOSING
		       : NOTHING;
}

/* A sign-off below an end mark. */
static enum sort judge_signoff(const struct series *series, const struct line *line)
{
	struct tx_signoff signoff;
	struct tx_end_mark mark;
	struct line above;

	if (!tx_signoff_parse(line->seen, true, &signoff) ||
	    !line_above(series, line->start, &above))
		return NOTHING;
	return tx_end_mark_glued(above.seen, &mark) || tx_end_mark_line(above.seen, false, &mark)
		       ? CLOSING
		       : NOTHING;
}

/* The evidence for an end, from the surest. */
static judge_fn *const judges[] = {judge_rule, judge_signoff, judge_mark};

static enum sort judge(const struct series *series, const struct line *line)
{
	enum sort sort = NOTHING;

	for (size_t i = 0; sort == NOTHING && i < sizeof(judges) / sizeof(judges[0]); i++)
		sort = judges[i](series, line);
	return sort;
}

/* Behind the line and its line end. */
static size_t behind(const struct series *series, const struct line *line)
{
	telex_slice s = series->text;
	size_t at = line->end + (line->end < s.len);

	return at < s.len && s.ptr[at] == '\n' && s.ptr[at - 1] == '\r' ? at + 1 : at;
}

/* End the dispatch with the line.  A form feed or a NUL may have text on its line: what is before
 * it belongs to the first dispatch, what is after it to the next one. */
static void cut_behind(const struct series *series, const struct line *line, enum sort sort,
		       struct tx_series_cut *cut)
{
	telex_slice s = series->text;
	const char *feed = memchr(s.ptr + line->start, '\f', line->end - line->start);

	cut->end = behind(series, line);
	cut->text_end = line->start;
	if (sort == CLOSING)
		cut->text_end = cut->end;
	else if (line->seen.len > 0 && feed != NULL)
		cut->text_end = cut->end = (size_t)(feed - s.ptr);
	else if (line->seen.len > 0 && s.ptr[line->end] == '\0')
		cut->text_end = line->end;
}

/* Look for the end of a dispatch above the dateline at `dateline`, not above `first`. */
static bool find_end(const struct series *series, size_t first, size_t dateline, bool same,
		     struct tx_series_cut *cut)
{
	struct line line;
	size_t at = dateline;

	for (size_t i = 0; i <= HEAD_LINES && line_above(series, at, &line); i++) {
		if (line.start <= first)
			return false;
		enum sort sort = judge(series, &line);
		if (sort == SEPARATOR || (sort == CLOSING && same)) {
			cut_behind(series, &line, sort, cut);
			return true;
		}
		if (line.seen.len > HEAD_BYTES)
			return false;
		at = line.start;
	}
	return false;
}

/* The dateline that the line at `at` begins with. */
static bool find_dateline(struct series *series, size_t at, struct tx_dateline_parts *ret_parts)
{
	telex_slice s = tx_slice_skip(series->text, at);
	telex_slice line = tx_slice_take(s, line_end(s, 0));
	struct tx_decoded decoded;

	line = tx_trim(tx_utf8_take(line, 4 * DATELINE_BYTES));
	if (line.len == 0 ||
	    memchr(line.ptr, '(', line.len < DATELINE_BYTES ? line.len : DATELINE_BYTES) == NULL)
		return false;
	if (tx_utf8_check(line) < line.len) {
		if (!tx_charset_decode(line, series->arena, &decoded)) {
			series->failed = true;
			return false;
		}
		line = decoded.text;
	}
	return tx_dateline_find(line, TX_DATELINE_MARKED, ret_parts) && ret_parts->profile != NULL;
}

static bool is_below_blank(const struct series *series, size_t at)
{
	telex_slice s = series->text;
	size_t ends = 0;

	for (; at > 0 && tx_char_is(s.ptr[at - 1], TX_CHAR_NEWLINE | TX_CHAR_BLANK); at--)
		ends += s.ptr[at - 1] == '\n' || (s.ptr[at - 1] == '\r' && s.ptr[at] != '\n');
	return ends > 1;
}

static bool is_line_start(telex_slice s, size_t at)
{
	return at == 0 || ends_line(s.ptr[at - 1]);
}

/* The next line from `at` on that may begin with a dateline: near its start is a bracket with an
 * agency in it.  The end of the text: there is none. */
static size_t next_candidate(telex_slice s, size_t at)
{
	const char *bracket;

	while (at < s.len && (bracket = memchr(s.ptr + at, '(', s.len - at)) != NULL) {
		size_t start = (size_t)(bracket - s.ptr);
		at = start + 1;
		if (!tx_agency_begins(tx_slice_skip(s, at)))
			continue;
		while (at - start <= REACH_BYTES && !is_line_start(s, start))
			start--;
		if (is_line_start(s, start))
			return start;
	}
	return s.len;
}

/* Look at a line that may begin with a dateline; true when the first dispatch ends above it. */
static bool take_candidate(struct series *series, size_t at, struct tx_series *state,
			   struct tx_series_cut *cut)
{
	struct tx_dateline_parts parts;

	if (!find_dateline(series, at, &parts))
		return false;
	if (state->profile == NULL) {
		state->profile = parts.profile;
		state->dateline = at;
		return false;
	}
	bool same = parts.profile == state->profile;
	if (find_end(series, state->dateline, at, same, cut))
		return true;
	if (same && !state->has_second && is_below_blank(series, at)) {
		state->has_second = true;
		state->second = at;
	}
	return false;
}

/* Before there is a dateline a line waits for another one: most texts have one candidate, which
 * nothing can be cut off by. */
static bool take_in_turn(struct series *series, size_t at, struct tx_series *state,
			 struct tx_series_cut *cut)
{
	if (state->profile == NULL && state->has_waiting)
		take_candidate(series, state->waiting, state, cut);
	state->has_waiting = state->profile == NULL;
	state->waiting = at;
	return state->profile != NULL && take_candidate(series, at, state, cut);
}

enum tx_series_result tx_series_find(struct tx_series *state, telex_slice text, bool last,
				     struct tx_arena *arena, struct tx_series_cut *ret_cut)
{
	struct series series = {.text = text, .arena = arena};

	for (;;) {
		size_t at = next_candidate(text, state->at);
		if (at == text.len)
			break;
		size_t end = line_end(text, at);
		/* What comes may belong to the dateline. */
		if (!last && end == text.len && end - at < 4 * DATELINE_BYTES) {
			state->at = at;
			return TX_SERIES_MORE;
		}
		state->at = end;
		if (take_in_turn(&series, at, state, ret_cut))
			return TX_SERIES_CUT;
		if (series.failed)
			return TX_SERIES_MEMORY;
	}
	/* A bracket at the end may be followed by an agency. */
	if (text.len > MARK_BYTES && text.len - MARK_BYTES > state->at)
		state->at = text.len - MARK_BYTES;
	return TX_SERIES_MORE;
}

enum tx_series_result tx_series_cut_at(struct tx_series *state, telex_slice text, bool last,
				       telex_slice separator, struct tx_series_cut *ret_cut)
{
	const struct series series = {.text = text};
	size_t end;

	separator = tx_trim(separator);
	for (size_t at = state->at; at < text.len; at = end + 1) {
		end = line_end(text, at);
		/* The LF that may follow a CR belongs to the line. */
		if (!last && end + 1 >= text.len)
			break;
		const struct line line = {at, end, tx_trim(tx_slice(text.ptr + at, end - at))};
		bool parts = tx_slice_eq(line.seen, separator);
		if (state->is_begun && parts) {
			*ret_cut = (struct tx_series_cut){at, behind(&series, &line)};
			return TX_SERIES_CUT;
		}
		state->is_begun |= line.seen.len > 0 && !parts;
		state->at = end + 1;
	}
	return TX_SERIES_MORE;
}

size_t tx_series_spent(const struct tx_series *state, telex_slice text)
{
	size_t done = state->at < text.len ? state->at : text.len;

	if (state->has_waiting && state->profile == NULL && state->waiting < done)
		done = state->waiting;
	return done > HEAD_MAX ? done - HEAD_MAX : 0;
}

static size_t less(size_t at, size_t count)
{
	return at > count ? at - count : 0;
}

void tx_series_forget(struct tx_series *state, size_t count)
{
	state->at = less(state->at, count);
	state->waiting = less(state->waiting, count);
	state->dateline = less(state->dateline, count);
	state->second = less(state->second, count);
}
