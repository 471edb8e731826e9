/* Where the body begins when no dateline shows it: at a line that is too long for a title, ends as a
 * sentence does, is set as a paragraph is, or opens an agenda. */
#include "core/ascii.h"
#include "core/utf8.h"
#include "tokenizer/lines/slugline.h"
#include "tokenizer/scan.h"

#define TITLE_MAX        180 /* bytes of a headline */
#define TITLE_LINES_MAX  4
#define SECTION_LINE_MAX 40 /* bytes of a section of an agenda */
#define AGENDA_LINES_MAX 60 /* lines in which its next section is looked for */

static bool ends_with_stop(telex_slice s)
{
	uint32_t c;

	tx_utf8_decode_last(s, &c);
	return c == '.' || c == '?' || c == '!' || c == ':' || c == 0x201d || c == 0xbb || c == ',';
}

static bool has_letters(telex_slice s)
{
	for (size_t i = 0; i < s.len; i++) {
		if (tx_char_is(s.ptr[i], TX_CHAR_UPPER | TX_CHAR_LOWER | TX_CHAR_HIGH))
			return true;
	}
	return false;
}

static bool ends_with_full_stop(telex_slice s)
{
	return s.len > 1 && s.ptr[s.len - 1] == '.' && s.ptr[s.len - 2] != '.';
}

/* A first line that is a sentence, with another one right below it, or nothing, is copy. */
static bool is_first_sentence(const struct tx_scan *scan, size_t line)
{
	size_t next = line + 1;

	if (!ends_with_full_stop(tx_line_text(scan, line)))
		return false;
	if (next < scan->foot_line && !tx_line_blank(&scan->lines[next]))
		return ends_with_stop(tx_line_text(scan, next));
	while (next < scan->line_count && tx_line_blank(&scan->lines[next]))
		next++;
	return next == scan->line_count;
}

/* A short line in capitals between blank ones. */
static bool is_section(const struct tx_scan *scan, size_t line)
{
	telex_slice s = tx_line_text(scan, line);

	return s.len > 2 && s.len <= SECTION_LINE_MAX && line > 0 &&
	       tx_line_blank(&scan->lines[line - 1]) && tx_line_blank(&scan->lines[line + 1]) &&
	       tx_slugline_is_upper(s);
}

/* An agenda begins with a section when another one is below. */
static bool begins_agenda(const struct tx_scan *scan, size_t line)
{
	if (!is_section(scan, line))
		return false;
	for (size_t i = line + 1; i < scan->foot_line && i < line + AGENDA_LINES_MAX; i++) {
		if (is_section(scan, i))
			return i > line + 2;
	}
	return false;
}

bool tx_head_begins_body(const struct tx_scan *scan, size_t titles, size_t line)
{
	telex_slice s = tx_line_text(scan, line);
	const struct tx_line *l = &scan->lines[line];
	size_t last = line;

	if (!has_letters(s))
		return true;
	while (last + 1 < scan->foot_line && !tx_line_blank(&scan->lines[last + 1]) &&
	       !tx_starts_paragraph(scan, last + 1))
		last++;
	size_t length = scan->lines[last].end - l->first;
	if (length > TITLE_MAX || titles == TITLE_LINES_MAX)
		return true;
	if (titles > 0 && begins_agenda(scan, line))
		return true;
	if (titles > 0 && scan->layout == TX_LAYOUT_INDENT && l->indent >= scan->base_indent + 2 &&
	    l->indent < 9)
		return true;
	telex_slice paragraph = tx_slice(s.ptr, length);
	if (titles == 0 && is_first_sentence(scan, line))
		return true;
	return ends_with_stop(paragraph) && (titles > 0 || length > 60 || last > line);
}
