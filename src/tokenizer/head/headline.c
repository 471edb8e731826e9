/* A headline and what is on its line: the section before it, labels before it and
 * after it, a sign that closes the head. */
#include "tokenizer/head/headline.h"

#include "core/ascii.h"
#include "core/utf8.h"
#include "tokenizer/lines/labels.h"

#define SECTION_MAX 60 /* bytes of a section before a headline */

/* "Economía/Vivienda.- ": up to three capitalised words between slashes, and ".-". */
static size_t section_len(telex_slice s)
{
	size_t end = tx_slice_find(tx_slice_take(s, SECTION_MAX), TX_LIT(".- "));
	uint32_t first;

	if (end >= s.len || end >= SECTION_MAX || end < 3)
		return 0;
	tx_utf8_decode(s, &first);
	for (size_t i = 0; i < end; i++) {
		if (!tx_char_is(s.ptr[i], TX_CHAR_UPPER | TX_CHAR_LOWER | TX_CHAR_HIGH) &&
		    strchr("/ -()", s.ptr[i]) == NULL)
			return 0;
	}
	return tx_char_is_upper(first) ? end + 2 : 0;
}

/* Labels before the headline and after it are notes. */
void tx_push_headline(struct tx_scan *scan, telex_slice s, size_t end)
{
	struct tx_label_match match;
	bool sections =
		scan->profile != NULL && (scan->profile->flags & TX_STYLE_SECTION_HEADLINE) != 0;
	size_t section = sections ? section_len(s) : 0;

	if (section > 0) {
		s = tx_slice_skip(s, section);
		tx_push(scan, TX_TOK_SLUG, TX_NOTE_NONE, (size_t)(s.ptr - scan->text.ptr));
		s = tx_trim(s);
	}
	for (size_t labels = 0; labels < 3 && tx_label_at_start(s, scan->profile, &match);
	     labels++) {
		if (tx_label_is_wording(&match, s))
			break;
		s = tx_slice_skip(s, match.len);
		tx_push(scan, TX_TOK_NOTE, match.label->note, (size_t)(s.ptr - scan->text.ptr));
	}
	telex_slice title = s;
	bool closed = title.len > 2 && strchr("=+", title.ptr[title.len - 1]) != NULL;
	if (closed)
		title = tx_trim(tx_slice_take(title, title.len - 1));
	bool tail = tx_label_at_end(title, scan->profile, &match);
	if (tail)
		title = tx_trim(tx_slice_take(title, title.len - match.len));
	if (tail || closed)
		tx_push(scan, TX_TOK_HEADLINE, TX_NOTE_NONE,
			(size_t)(title.ptr + title.len - scan->text.ptr));
	if (tail)
		tx_push(scan, TX_TOK_NOTE, match.label->note,
			(size_t)(match.text.ptr + match.len - scan->text.ptr));
	tx_push(scan,
		closed ? TX_TOK_FRAME
		: tail ? TX_TOK_BLANK
		       : TX_TOK_HEADLINE,
		TX_NOTE_NONE, end);
}
