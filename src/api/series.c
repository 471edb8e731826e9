/* A second dateline shows that another dispatch may begin: of the same agency, at the start of a
 * line.  The few lines above it are its head.  Above them is what ends the dispatch before it:
 * one row of the table is enough, the nearest counts.  Without any it is one dispatch (a summary, a
 * quotation), and the second dateline is only noted.
 *
 * The search for datelines looks at lines with a bracket near their start; everything else is done
 * for the few that hold one.  A line is looked at when its end is there, and what is below it
 * changes nothing, so that a dispatch ends at the same byte in whatever portions the text comes.
 * Left out: datelines without an agency's mark where no separator is above them. */
#include "api/series.h"

#include <stdint.h>

#include "agency/match.h"
#include "core/ascii.h"
#include "core/block.h"
#include "core/utf8.h"
#include "reader/charset.h"
#include "tokenizer/dateline/dateline.h"
#include "tokenizer/foot/tail.h"
#include "tokenizer/lines/endmark.h"
#include "tokenizer/lines/notes.h"
#include "tokenizer/lines/signoff.h"
#include "core/scan.h"

#define DATELINE_BYTES 160                  /* of a line, that hold a dateline's bracket */
#define REACH_BYTES    (2 * DATELINE_BYTES) /* of a line with its indent, up to a bracket */
#define HEAD_LINES     12                   /* with text, above a dateline */
#define HEAD_BYTES     300                  /* of such a line */
#define RULE_MIN       3                    /* characters of a separator */
#define ABOVE_BYTES    8192                 /* above a dateline that are searched for an end */
#define LINE_BYTES     1024                 /* of a line, that are enough to judge it */
#define KEPT_BYTES     (ABOVE_BYTES + LINE_BYTES)

/* A text above a dateline. */
struct above {
	telex_slice text;
	size_t floor; /* nothing above this is looked at */
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

static bool is_line_start(telex_slice s, size_t at)
{
	return at == 0 || ends_line(s.ptr[at - 1]);
}

/* The line with text above `at`, which is the start of a line.  False at the start of the text.  Of
 * a line that begins above the floor the end is given, if that is long. */
static bool line_above(const struct above *above, size_t at, struct line *ret_line)
{
	telex_slice s = above->text;

	while (at > above->floor) {
		size_t end = at - 1, start = end;
		while (start > above->floor && !ends_line(s.ptr[start - 1]))
			start--;
		if (!is_line_start(s, start) && end - start <= HEAD_BYTES)
			return false;
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

typedef enum sort judge_fn(const struct above *above, const struct line *line);

/* "---", "===", "***", "####", a form feed, a NUL at the end of the line. */
static enum sort judge_rule(const struct above *above, const struct line *line)
{
	telex_slice s = line->seen;

	if (above->text.ptr[line->end] == '\0' ||
	    memchr(above->text.ptr + line->start, '\f', line->end - line->start) != NULL)
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
static enum sort judge_mark(const struct above *above, const struct line *line)
{
	struct tx_end_mark mark;
	struct tx_signoff signoff;

	(void)above;
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
static enum sort judge_signoff(const struct above *above, const struct line *line)
{
	struct tx_signoff signoff;
	struct tx_end_mark mark;
	struct line closing;

	if (!tx_signoff_parse(line->seen, true, &signoff) ||
	    !line_above(above, line->start, &closing))
		return NOTHING;
	return tx_end_mark_glued(closing.seen, &mark) ||
			       tx_end_mark_line(closing.seen, false, &mark)
		       ? CLOSING
		       : NOTHING;
}

/* An agency's mark after the last sentence; where it is the agency's name it may be a credit. */
static enum sort judge_glued(const struct above *above, const struct line *line)
{
	struct tx_end_mark mark;

	(void)above;
	return tx_end_mark_glued(line->seen, &mark) && tx_end_mark_exact(&mark) &&
			       tx_sign_find(mark.mark, TX_SIGN_BRACKETS) == NULL
		       ? CLOSING
		       : NOTHING;
}

/* A tail: "(Reporting by A; Editing by B)", "B contributed to this report.", an agency's footer. */
static enum sort judge_tail(const struct above *above, const struct line *line)
{
	size_t len;

	(void)above;
	return tx_note_of(line->seen, TX_NOTE_IN_FOOT) == TX_NOTE_CREDIT ||
			       tx_tail_of(line->seen) == TX_NOTE_CREDIT ||
			       tx_sign_at(line->seen, TX_SIGN_FOOTER, &len) != NULL
		       ? CLOSING
		       : NOTHING;
}

/* The evidence for an end, from the surest. */
static judge_fn *const judges[] = {judge_rule, judge_signoff, judge_mark, judge_glued, judge_tail};

static enum sort judge(const struct above *above, const struct line *line)
{
	enum sort sort = NOTHING;

	for (size_t i = 0; sort == NOTHING && i < TX_COUNT(judges); i++)
		sort = judges[i](above, line);
	return sort;
}

/* The first byte after the line and its line end. */
static size_t next_start(telex_slice s, const struct line *line)
{
	size_t at = line->end + (line->end < s.len);

	return at < s.len && s.ptr[at] == '\n' && s.ptr[at - 1] == '\r' ? at + 1 : at;
}

/* End the dispatch with the line.  A form feed or a NUL may have text on its line: what is before
 * it belongs to the first dispatch, what is after it to the next one. */
static void cut_below(telex_slice s, const struct line *line, enum sort sort, struct tx_frame *cut)
{
	const char *feed = memchr(s.ptr + line->start, '\f', line->end - line->start);

	cut->end = next_start(s, line);
	cut->text_end = line->start;
	if (sort == CLOSING)
		cut->text_end = cut->end;
	else if (line->seen.len > 0 && feed != NULL)
		cut->text_end = cut->end = (size_t)(feed - s.ptr);
	else if (line->seen.len > 0 && s.ptr[line->end] == '\0')
		cut->text_end = line->end;
}

/* Look for the end of a dispatch above the dateline at `dateline`. */
static bool find_end(const struct tx_series *series, telex_slice text, size_t dateline, bool same,
		     struct tx_frame *cut)
{
	const struct above above = {text, dateline > ABOVE_BYTES ? dateline - ABOVE_BYTES : 0};
	struct line line;
	size_t at = dateline;

	for (size_t i = 0; i <= HEAD_LINES && line_above(&above, at, &line); i++) {
		if (line.start <= series->dateline || !is_line_start(text, line.start))
			return false;
		enum sort sort = judge(&above, &line);
		if (sort == SEPARATOR || (sort == CLOSING && same)) {
			cut_below(text, &line, sort, cut);
			return true;
		}
		if (line.seen.len > HEAD_BYTES)
			return false;
		at = line.start;
	}
	return false;
}

/* The agency of the dateline that the line at `at` begins with, or NULL. */
static const struct tx_profile *find_dateline(struct tx_series *series, telex_slice text, size_t at)
{
	telex_slice s = tx_slice_skip(text, at);
	telex_slice line = tx_slice_take(s, line_end(s, 0));
	struct tx_dateline_parts parts;
	struct tx_decoded decoded;

	line = tx_trim(tx_utf8_take(line, 4 * DATELINE_BYTES));
	if (line.len == 0 ||
	    memchr(line.ptr, '(', line.len < DATELINE_BYTES ? line.len : DATELINE_BYTES) == NULL)
		return NULL;
	if (tx_utf8_check(line) < line.len) {
		tx_arena_reset(series->scratch, SIZE_MAX);
		series->search.failed = !tx_charset_decode(line, series->scratch, &decoded);
		if (series->search.failed)
			return NULL;
		line = decoded.text;
	}
	return tx_dateline_find(line, TX_DATELINE_MARKED, &parts) ? parts.profile : NULL;
}

static bool is_below_blank(telex_slice s, size_t at)
{
	size_t ends = 0;

	for (; at > 0 && tx_char_is(s.ptr[at - 1], TX_CHAR_NEWLINE | TX_CHAR_BLANK); at--)
		ends += s.ptr[at - 1] == '\n' || (s.ptr[at - 1] == '\r' && s.ptr[at] != '\n');
	return ends > 1;
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

/* The line that waits is the first dateline, or none. */
static void settle(struct tx_series *series, telex_slice text)
{
	if (!series->pending)
		return;
	series->pending = false;
	series->profile = find_dateline(series, text, series->candidate);
	series->dateline = series->candidate;
}

/* Look at a line that may begin with a dateline; true when the first dispatch ends above it.  The
 * first one waits for another: nothing ends above it, and most texts have no other. */
static bool take_candidate(struct tx_series *series, telex_slice text, size_t at,
			   struct tx_frame *cut)
{
	settle(series, text);
	if (series->profile == NULL) {
		series->pending = !series->search.failed;
		series->candidate = at;
		return false;
	}
	const struct tx_profile *profile = find_dateline(series, text, at);
	if (profile == NULL)
		return false;
	bool same = profile == series->profile;
	if (find_end(series, text, at, same, cut))
		return true;
	if (same && series->second == 0 && is_below_blank(text, at))
		series->second = at;
	return false;
}

/* The bytes of a text whose lines can be judged: whole ones, and one that is long enough. */
static size_t judged_len(telex_slice text)
{
	size_t at = text.len, floor = at > LINE_BYTES ? at - LINE_BYTES : 0;

	while (at > floor && !ends_line(text.ptr[at - 1]))
		at--;
	return is_line_start(text, at) ? at : text.len;
}

static void forget_text(struct tx_series *series)
{
	tx_series_begin(series, series->separator, series->scratch);
}

static bool find_by_dateline(struct tx_plain_search *search, telex_slice text, bool last,
			     struct tx_frame *frame)
{
	struct tx_series *series = (struct tx_series *)search;
	telex_slice judged = last ? text : tx_slice_take(text, judged_len(text));
	bool found = false;

	while (!found && !series->search.failed && series->scanned < judged.len) {
		size_t at = next_candidate(judged, series->scanned);
		series->scanned = at < judged.len ? line_end(judged, at) : at;
		if (at < judged.len)
			found = take_candidate(series, judged, at, frame);
	}
	frame->second = series->second;
	if (found || last || series->search.failed)
		forget_text(series);
	return found || series->search.failed;
}

/* A form feed and a NUL end lines here too. */
static bool find_by_separator(struct tx_plain_search *search, telex_slice text, bool last,
			      struct tx_frame *frame)
{
	struct tx_series *series = (struct tx_series *)search;
	size_t end;

	while ((end = line_end(text, series->scanned)) < text.len) {
		size_t at = series->line;
		const struct line line = {at, end, tx_trim(tx_slice(text.ptr + at, end - at))};
		bool separates = !series->line_cut && end - at <= ABOVE_BYTES &&
				 tx_slice_eq(line.seen, series->separator);
		series->scanned = end;
		/* The LF that may belong to a CR is waited for. */
		if (text.ptr[end] == '\r' && end + 1 == text.len && !last)
			return false;
		if (separates && series->begun) {
			frame->text_end = at;
			frame->end = next_start(text, &line);
			forget_text(series);
			return true;
		}
		series->begun |= line.seen.len > 0 && !separates;
		series->line_cut = false;
		series->line = series->scanned = end + 1;
	}
	series->scanned = end;
	if (last)
		forget_text(series);
	return false;
}

static size_t spent_of_datelines(struct tx_plain_search *search, telex_slice text)
{
	struct tx_series *series = (struct tx_series *)search;

	settle(series, text);
	return series->scanned > KEPT_BYTES ? series->scanned - KEPT_BYTES : 0;
}

static size_t spent_of_lines(struct tx_plain_search *search, telex_slice text)
{
	struct tx_series *series = (struct tx_series *)search;

	(void)text;
	if (series->scanned - series->line <= ABOVE_BYTES)
		return series->line;
	/* So long a line is no separator. */
	series->begun = series->line_cut = true;
	return series->scanned;
}

static size_t less(size_t at, size_t count)
{
	return at > count ? at - count : 0;
}

static void forget(struct tx_plain_search *search, size_t count)
{
	struct tx_series *series = (struct tx_series *)search;

	series->scanned = less(series->scanned, count);
	series->line = less(series->line, count);
	series->dateline = less(series->dateline, count);
	series->second = less(series->second, count);
}

void tx_series_begin(struct tx_series *series, telex_slice separator, struct tx_arena *scratch)
{
	bool named = separator.ptr != NULL;

	*series = (struct tx_series){
		.search = {.find = named ? find_by_separator : find_by_dateline,
			   .spent = named ? spent_of_lines : spent_of_datelines,
			   .forget = forget,
			   .failed = series->search.failed},
		.separator = separator,
		.scratch = scratch,
	};
}
