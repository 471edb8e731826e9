/* Which of the head's plain lines is the slug, the headline, the subheadline, by their order and form;
 * points of a summary and a section are none of them. */
#include "tokenizer/head/titles.h"

#include "core/ascii.h"
#include "tokenizer/lines/slugline.h"
#include "tokenizer/words/words.h"

#define SECTION_MAX         24 /* bytes of a section of one word */
#define SECTION_TITLE_WORDS 4  /* of the title below it */
#define LABEL_LINE_MAX      32 /* bytes of a label above a headline of IPTC 7901 */

/* Summary points above the story are no titles; a single one is a subheadline. */
static bool is_bullet(telex_slice s)
{
	return tx_slice_opens(s, "* ") || tx_slice_opens(s, "- ") ||
	       tx_slice_opens(s, "\xe2\x80\xa2 ");
}

/* IPTC 7901: the title that " =" closes is the headline, and short lines above it are labels. False
 * when none is found. */
static bool share_out_closed(const struct tx_scan *scan, struct tx_head_line **titles, size_t count)
{
	size_t closed = 0;

	while (closed < count && !tx_slice_ends(tx_head_text(scan, titles[closed]), TX_LIT(" =")))
		closed++;
	for (size_t i = 0; i < closed && closed < count; i++) {
		if (tx_head_text(scan, titles[i]).len > LABEL_LINE_MAX)
			return false;
	}
	if (closed == 0 || closed == count)
		return false;
	for (size_t i = 0; i < closed; i++) {
		bool slug = i == 0 && tx_slugline_is(tx_head_text(scan, titles[0]),
						     tx_head_text(scan, titles[1]));
		titles[i]->kind = slug ? TX_TOK_SLUG : TX_TOK_NOTE;
		titles[i]->note = slug ? TX_NOTE_NONE : TX_NOTE_ADVISORY;
	}
	titles[closed]->kind = TX_TOK_HEADLINE;
	if (closed + 1 < count)
		titles[closed + 1]->kind = TX_TOK_SUBHEADLINE;
	return true;
}

/* One word above a title of several: a page's section, or what the story is about. */
static bool is_section_above(telex_slice first, telex_slice title)
{
	size_t words = 1;

	if (first.len > SECTION_MAX || memchr(first.ptr, ' ', first.len) != NULL ||
	    memchr(first.ptr, '-', first.len) != NULL || tx_slugline_is_upper(first) ||
	    tx_is_digit(first.ptr[first.len - 1]) || !tx_starts_upper(first))
		return false;
	for (size_t i = 0; i < title.len; i++)
		words += title.ptr[i] == ' ';
	return words >= SECTION_TITLE_WORDS;
}

/* "BC-EU--Ferry, 1st Ld-Writethru" below the headline: a slug with its version. */
static bool is_slug_with_version(telex_slice s)
{
	telex_slice version;
	size_t len = tx_slugline_version(s, &version);

	return version.ptr != NULL && tx_slice_find(tx_slice_take(s, len), TX_LIT("--")) < len;
}

void tx_head_share_out(const struct tx_scan *scan, struct tx_head_line *items, size_t item_count)
{
	static const enum tx_token_kind order[] = {TX_TOK_SLUG, TX_TOK_HEADLINE,
						   TX_TOK_SUBHEADLINE};
	struct tx_head_line *titles[TX_HEAD_LINES_MAX];
	size_t count = 0, rank = 1, points = 0;

	for (size_t i = 0; i < item_count; i++)
		points += is_bullet(tx_line_text(scan, items[i].line));
	for (size_t i = 0; i < item_count; i++) {
		bool point = points > 1 && is_bullet(tx_line_text(scan, items[i].line));
		if (items[i].kind != TX_TOK_PARAGRAPH || point)
			continue;
		if (count > 0 && is_slug_with_version(tx_head_text(scan, &items[i])))
			items[i].kind = TX_TOK_SLUG;
		else
			titles[count++] = &items[i];
	}
	if (count == 0 || share_out_closed(scan, titles, count))
		return;
	if (count > 1 && scan->has_dateline &&
	    is_section_above(tx_head_text(scan, titles[0]), tx_head_text(scan, titles[1]))) {
		titles[0]->kind = TX_TOK_UNPARSED;
		for (size_t i = 1; i < count; i++)
			titles[i - 1] = titles[i];
		count--;
	}
	telex_slice next = count > 1 ? tx_head_text(scan, titles[1]) : (telex_slice){NULL, 0};
	if (tx_slugline_is(tx_head_text(scan, titles[0]), next))
		rank = 0;
	for (size_t i = 0; i < count && rank < 3; i++)
		titles[i]->kind = order[rank++];
}
