/* A headline and what is on its line: the section before it, labels before it and
 * after it, a sign that closes the head. */
#include "tokenizer/head/headline.h"

#include "core/ascii.h"
#include "core/utf8.h"
#include "tokenizer/lines/labels.h"

#define SECTION_MAX 60 /* bytes of a section before a headline */
#define LABELS_MAX  3

void tx_head_keep_label(struct tx_scan *scan, const struct tx_label_match *match, size_t end)
{
	struct tx_tokens *tokens = scan->tokens;

	if (tokens->label_count < TX_HEAD_LABELS_MAX)
		tokens->labels[tokens->label_count++] =
			(struct tx_head_label){(uint32_t)end, *match};
}

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

static void push_label(struct tx_scan *scan, const struct tx_label_match *match, size_t end)
{
	tx_push(scan, TX_TOK_NOTE, match->label->note, end);
	tx_head_keep_label(scan, match, end);
}

/* Labels before the headline and after it are notes; one that is its own wording stays in it. */
void tx_push_headline(struct tx_scan *scan, telex_slice s, size_t end)
{
	struct tx_label_match match, wording = {0};
	bool sections =
		scan->profile != NULL && (scan->profile->flags & TX_STYLE_SECTION_HEADLINE) != 0;
	size_t section = sections ? section_len(s) : 0;

	if (section > 0) {
		s = tx_slice_skip(s, section);
		tx_push(scan, TX_TOK_SLUG, TX_NOTE_NONE, (size_t)(s.ptr - scan->text.ptr));
		s = tx_trim(s);
	}
	for (size_t labels = 0; tx_label_at_start(s, scan->profile, &match); labels++) {
		if (labels == LABELS_MAX || tx_label_is_wording(&match, s)) {
			wording = match;
			break;
		}
		s = tx_slice_skip(s, match.len);
		push_label(scan, &match, (size_t)(s.ptr - scan->text.ptr));
	}
	telex_slice title = s;
	bool closed = title.len > 2 && strchr("=+", title.ptr[title.len - 1]) != NULL;
	if (closed)
		title = tx_trim(tx_slice_take(title, title.len - 1));
	bool tail = tx_label_at_end(title, scan->profile, &match);
	if (tail)
		title = tx_trim(tx_slice_take(title, title.len - match.len));
	size_t title_end = tail || closed ? (size_t)(title.ptr + title.len - scan->text.ptr) : end;
	if (tail || closed)
		tx_push(scan, TX_TOK_HEADLINE, TX_NOTE_NONE, title_end);
	if (wording.label != NULL)
		tx_head_keep_label(scan, &wording, title_end);
	scan->tokens->headline_read = true;
	if (tail)
		push_label(scan, &match, (size_t)(match.text.ptr + match.len - scan->text.ptr));
	tx_push(scan,
		closed ? TX_TOK_FRAME
		: tail ? TX_TOK_BLANK
		       : TX_TOK_HEADLINE,
		TX_NOTE_NONE, end);
}
