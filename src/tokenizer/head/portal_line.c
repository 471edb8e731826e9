/* The kinds of lines of a page, from the surest to the weakest. */
#include "tokenizer/head/portal_line.h"

#include "core/ascii.h"
#include "tokenizer/words/credit_words.h"
#include "tokenizer/words/portal_words.h"
#include "tokenizer/lines/photo_credit.h"
#include "tokenizer/lines/slugline.h"
#include "tokenizer/lines/web_date.h"
#include "tokenizer/words/words.h"

#define CAPTION_LINES 6
#define CAPTION_MAX   600 /* bytes */
#define BESIDE_WORDS  3

static bool read_credit(const struct tx_scan *scan, telex_slice s, struct tx_portal_line *page)
{
	if (!tx_credit_read(s, scan->known_place, &page->credit))
		return false;
	page->kind = page->credit.kind == TX_CREDIT_BYLINE  ? TX_TOK_BYLINE
		     : page->credit.kind == TX_CREDIT_PHOTO ? TX_TOK_NOTE
							    : TX_TOK_CREDIT;
	page->note = page->credit.kind == TX_CREDIT_PHOTO ? TX_NOTE_MEDIA : TX_NOTE_NONE;
	return true;
}

/* What may be beside a date on its line: an agency, a place, a section, a source; after a time the
 * page's own words too ("All, Japan"). */
static bool may_be_beside(const struct tx_scan *scan, telex_slice s, bool timed,
			  struct tx_portal_line *page)
{
	telex_slice rest = s, word;
	size_t words = 0;

	if (s.len == 0 || tx_scan_knows(scan, s) >= TX_KNOWN_PLACE ||
	    tx_portal_words(s) != TX_PORTAL_NOTHING || tx_credit_source_word(s) > 0)
		return true;
	if (tx_credit_read(s, scan->known_place, &page->credit))
		return page->credit.kind != TX_CREDIT_BYLINE;
	while (timed && (word = tx_next_word(&rest)).len > 0) {
		if (!tx_starts_upper(word) || ++words > BESIDE_WORDS)
			return false;
	}
	return timed;
}

static bool read_date(const struct tx_scan *scan, telex_slice s, struct tx_portal_line *page)
{
	struct tx_web_date date;
	telex_slice before, after;

	if (!tx_web_date_find(s, &date, &before, &after))
		return false;
	const struct tx_web_time *time = date.updates ? &date.updated : &date.issued;
	if (!may_be_beside(scan, before, false, page) ||
	    !may_be_beside(scan, after, time->has_time, page))
		return false;
	page->kind = TX_TOK_NOTE;
	page->note = date.updates ? TX_NOTE_UPDATE : TX_NOTE_ADVISORY;
	return true;
}

/* A caption may be wrapped: its lines go on where they are filled. */
static bool read_caption(const struct tx_scan *scan, size_t line, bool title_above,
			 struct tx_portal_line *page)
{
	telex_slice first = tx_line_text(scan, line);

	for (size_t last = line; last < line + CAPTION_LINES && last < scan->line_count; last++) {
		telex_slice here = tx_line_text(scan, last);
		if (tx_line_blank(&scan->lines[last]) ||
		    (last > line && !tx_slugline_wraps(tx_line_text(scan, last - 1), here)))
			return false;
		telex_slice s = tx_slice(first.ptr, (size_t)(here.ptr + here.len - first.ptr));
		enum tx_photo_rank rank =
			s.len > CAPTION_MAX ? TX_PHOTO_NONE : tx_photo_caption(s, NULL);
		if (rank == TX_PHOTO_SURE || (rank == TX_PHOTO_LIKELY && title_above)) {
			page->kind = TX_TOK_NOTE;
			page->note = TX_NOTE_MEDIA;
			page->last = last;
			return true;
		}
	}
	return false;
}

static bool read_words(telex_slice s, const struct tx_portal_place *place,
		       struct tx_portal_line *page)
{
	enum tx_portal_words words = tx_portal_words(s);

	bool above = words == TX_PORTAL_SECTION || words == TX_PORTAL_MOTTO;
	if (words == TX_PORTAL_NOTHING || (above && (place->title_above || !place->more_below)))
		return false;
	/* Capitals above a title are a slug. */
	if (words == TX_PORTAL_SECTION && tx_slugline_is_upper(s))
		return false;
	page->kind = words == TX_PORTAL_CONTACTS ? TX_TOK_NOTE : TX_TOK_UNPARSED;
	page->note = words == TX_PORTAL_CONTACTS ? TX_NOTE_CONTACT : TX_NOTE_NONE;
	return true;
}

bool tx_portal_line_read(const struct tx_scan *scan, size_t line,
			 const struct tx_portal_place *place, struct tx_portal_line *ret_page)
{
	telex_slice s = tx_line_text(scan, line);

	*ret_page = (struct tx_portal_line){.last = line};
	if (s.len == 0)
		return false;
	return read_credit(scan, s, ret_page) || read_date(scan, s, ret_page) ||
	       read_words(s, place, ret_page) ||
	       read_caption(scan, line, place->title_above, ret_page);
}
