/* A second dateline shows that another dispatch may begin: of the same agency, or without an
 * agency's mark and with a stop and a dash, at the start of a line.  The few lines above it are its
 * head.  Above them is what ends the dispatch before it (series_end.c): the nearest sure sign counts.  Without
 * any it is one dispatch (a summary, a quotation), and the second dateline is only noted.
 *
 * The search for datelines looks at lines with a bracket, or a stop and a dash, near their start;
 * everything else is done for the few that hold one.  A line is looked at when its end is there, and
 * what is below it changes nothing, so that a dispatch ends at the same byte in whatever portions
 * the text comes.  Left out: datelines without mark, stop and dash where no separator is above them.
 */
#include "api/series.h"

#include <stdint.h>

#include "agency/match.h"
#include "api/series_end.h"
#include "core/ascii.h"
#include "core/block.h"
#include "core/utf8.h"
#include "reader/charset.h"
#include "normalizer/places/places.h"
#include "tokenizer/dateline/dateline.h"
#include "tokenizer/dateline/dateline_bare.h"
#include "core/scan.h"

#define DATELINE_BYTES 160                  /* of a line, that hold a dateline's bracket */
#define REACH_BYTES    (2 * DATELINE_BYTES) /* of a line with its indent, up to a bracket */
#define PLAIN_BYTES    64                   /* of a line, up to a dash after a stop */
#define HEAD_LINES     12                   /* with text, above a dateline */
#define ABOVE_BYTES    8192                 /* above a dateline that are searched for an end */
#define LINE_BYTES     1024                 /* of a line, that are enough to judge it */
#define KEPT_BYTES     (ABOVE_BYTES + LINE_BYTES)

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
	while (at < s.len && !tx_ends_line(s.ptr[at]))
		at++;
	return at;
}

/* The first byte after the line and its line end. */
static size_t next_start(telex_slice s, const struct tx_end_line *line)
{
	size_t at = line->end + (line->end < s.len);

	return at < s.len && s.ptr[at] == '\n' && s.ptr[at - 1] == '\r' ? at + 1 : at;
}

/* End the dispatch with the line.  A form feed or a NUL may have text on its line: what is before
 * it belongs to the first dispatch, what is after it to the next one. */
static void cut_below(telex_slice s, const struct tx_end_line *line, enum tx_end_sort sort,
		      struct tx_frame *cut)
{
	const char *feed = memchr(s.ptr + line->start, '\f', line->end - line->start);

	cut->end = next_start(s, line);
	cut->text_end = line->start;
	if (sort == TX_END_CLOSING)
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
	const struct tx_above above = {text, dateline > ABOVE_BYTES ? dateline - ABOVE_BYTES : 0,
				       series->profile};
	struct tx_end_line line, likely = {0, 0, {NULL, 0}};
	size_t at = dateline;

	for (size_t i = 0; i <= HEAD_LINES && tx_line_above(&above, at, &line); i++) {
		if (line.start < series->dateline || !tx_is_line_start(text, line.start))
			break;
		/* The dateline's own line may be all of a dispatch. */
		bool whole = line.start == series->dateline;
		enum tx_end_sort sort =
			whole ? tx_judge_glued(&above, &line) : tx_judge_end(&above, &line);
		if (sort == TX_END_SEPARATOR || (sort == TX_END_CLOSING && same)) {
			cut_below(text, &line, sort, cut);
			return true;
		}
		if (sort == TX_END_LIKELY && likely.end == 0)
			likely = line;
		if (whole || line.seen.len > TX_HEAD_BYTES)
			break;
		at = line.start;
	}
	if (likely.end > 0 && same)
		cut_below(text, &likely, TX_END_CLOSING, cut);
	return likely.end > 0 && same;
}

/* What datelines are looked for in: the start of the line at `at`, as UTF-8; empty without memory. */
static telex_slice read_opening(struct tx_series *series, telex_slice text, size_t at)
{
	telex_slice s = tx_slice_skip(text, at);
	telex_slice line = tx_slice_take(s, line_end(s, 0));
	struct tx_decoded decoded;

	line = tx_trim(tx_utf8_take(line, 4 * DATELINE_BYTES));
	if (tx_utf8_check(line) == line.len)
		return line;
	tx_arena_reset(series->scratch, SIZE_MAX);
	series->search.failed = !tx_charset_decode(line, series->scratch, &decoded);
	return series->search.failed ? tx_slice(line.ptr, 0) : decoded.text;
}

/* The agency of the dateline that the line at `at` begins with, or NULL. */
static const struct tx_profile *find_dateline(struct tx_series *series, telex_slice text, size_t at)
{
	telex_slice line = read_opening(series, text, at);
	struct tx_dateline_parts parts;

	if (line.len == 0 ||
	    memchr(line.ptr, '(', line.len < DATELINE_BYTES ? line.len : DATELINE_BYTES) == NULL)
		return NULL;
	return tx_dateline_find(line, TX_DATELINE_MARKED, &parts) ? parts.profile : NULL;
}

/* "Lima, 3 jun.-", "LIMA.-": a dateline without an agency's mark, of a place that is known. */
static bool is_plain_dateline(struct tx_series *series, telex_slice text, size_t at)
{
	telex_slice line = read_opening(series, text, at);
	struct tx_dateline_parts parts;

	if (!tx_dateline_find(line, TX_DATELINE_UNMARKED, &parts) &&
	    tx_dateline_bare(line, &parts) == TX_BARE_NONE)
		return false;
	return parts.mark_count == 0 && parts.place_count > 0 &&
	       tx_place_known(parts.places[0]) >= TX_KNOWN_PLACE &&
	       tx_dateline_prose_follows(tx_slice_skip(line, parts.text.len));
}

static bool is_below_blank(telex_slice s, size_t at)
{
	size_t ends = 0;

	for (; at > 0 && tx_char_is(s.ptr[at - 1], TX_CHAR_NEWLINE | TX_CHAR_BLANK); at--)
		ends += s.ptr[at - 1] == '\n' || (s.ptr[at - 1] == '\r' && s.ptr[at] != '\n');
	return ends > 1;
}

/* The next bracket, or dash after a stop, from `at` on, or the end of the text. */
static size_t next_sign(telex_slice s, size_t at)
{
	for (; s.len - at >= TX_BLOCK; at += TX_BLOCK) {
		tx_block block = tx_block_load(s.ptr + at);
		unsigned bits = tx_mark_bits(
			tx_mark_or(tx_mark_equal(block, '('), tx_mark_equal(block, '-')));
		for (; bits != 0; bits &= bits - 1) {
			size_t found = at + tx_mask_first(bits);
			if (s.ptr[found] == '(' || (found > 0 && s.ptr[found - 1] == '.'))
				return found;
		}
	}
	while (at < s.len && s.ptr[at] != '(' &&
	       (s.ptr[at] != '-' || at == 0 || s.ptr[at - 1] != '.'))
		at++;
	return at;
}

/* The next line from `at` on that may begin with a dateline: near its start is a bracket with an
 * agency in it, or, with `*ret_plain`, a stop and a dash.  Without one: the end of the text. */
static size_t next_candidate(telex_slice s, size_t at, bool *ret_plain)
{
	while ((at = next_sign(s, at)) < s.len) {
		size_t start = at++;
		*ret_plain = s.ptr[start] == '-';
		if (!*ret_plain && !tx_agency_begins(tx_slice_skip(s, at)))
			continue;
		size_t reach = *ret_plain ? PLAIN_BYTES : REACH_BYTES;
		while (at - start <= reach && !tx_is_line_start(s, start))
			start--;
		if (tx_is_line_start(s, start))
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
	if (series->profile == NULL && !series->plain) {
		series->pending = !series->search.failed;
		series->candidate = at;
		return false;
	}
	const struct tx_profile *profile = find_dateline(series, text, at);
	if (profile == NULL)
		return false;
	bool same = series->profile == NULL || profile == series->profile;
	if (find_end(series, text, at, same, cut))
		return true;
	if (series->profile == NULL) {
		series->profile = profile;
		series->dateline = at;
	} else if (same && series->second == 0 && is_below_blank(text, at)) {
		series->second = at;
	}
	return false;
}

/* Look at a line that may begin with a dateline without a mark: it is one of another dispatch only
 * where an end is above it. */
static bool take_plain(struct tx_series *series, telex_slice text, size_t at, struct tx_frame *cut)
{
	if (!is_plain_dateline(series, text, at))
		return false;
	settle(series, text);
	bool first = series->profile == NULL && !series->plain;
	if (!first && find_end(series, text, at, true, cut))
		return true;
	if (series->profile == NULL) {
		series->plain = true;
		series->dateline = at;
	}
	return false;
}

/* The bytes of a text whose lines can be judged: whole ones, and one that is long enough. */
static size_t judged_len(telex_slice text)
{
	size_t at = text.len, floor = at > LINE_BYTES ? at - LINE_BYTES : 0;

	while (at > floor && !tx_ends_line(text.ptr[at - 1]))
		at--;
	return tx_is_line_start(text, at) ? at : text.len;
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
		bool plain = false;
		size_t at = next_candidate(judged, series->scanned, &plain);
		series->scanned = at < judged.len ? line_end(judged, at) : at;
		if (at < judged.len)
			found = plain ? take_plain(series, judged, at, frame)
				      : take_candidate(series, judged, at, frame);
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
		const struct tx_end_line line = {at, end,
						 tx_trim(tx_slice(text.ptr + at, end - at))};
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
