/* The kinds of lines of a page, from the surest to the weakest. */
#include "tokenizer/head/portal_line.h"

#include "core/ascii.h"
#include "tokenizer/words/byline_words.h"
#include "tokenizer/words/credit_words.h"
#include "tokenizer/words/portal_words.h"
#include "tokenizer/lines/photo_credit.h"
#include "tokenizer/lines/slugline.h"
#include "tokenizer/lines/web_date.h"
#include "tokenizer/words/words.h"

#define CAPTION_LINES 6
#define CAPTION_MAX   600 /* bytes */
#define BESIDE_WORDS  3
#define PLACE_MAX     40 /* bytes of a place on a line of its own */
#define BLANKS_BESIDE 1  /* blank lines between it and the credit that it belongs to */
#define VALUE_LINES   3  /* lines down to which the value of a label is looked for */

/* Without what parts it from the credit. */
static telex_slice place_text(const struct tx_scan *scan, size_t line)
{
	telex_slice s = tx_line_text(scan, line);

	while (s.len > 0 && strchr(".,-:|/ ", s.ptr[s.len - 1]) != NULL)
		s.len--;
	return s;
}

static bool is_place_line(const struct tx_scan *scan, size_t line)
{
	telex_slice s = place_text(scan, line);

	return s.len > 2 && s.len <= PLACE_MAX && tx_starts_upper(s) &&
	       tx_scan_knows(scan, s) >= TX_KNOWN_TOWN;
}

/* A credit that names an agency and no place: of a picture it has none. */
static bool is_unplaced(const struct tx_scan *scan, size_t line, struct tx_credit_line *credit)
{
	return tx_credit_read(tx_line_text(scan, line), scan->known_place, credit) &&
	       credit->mark_count > 0 && credit->place.ptr == NULL &&
	       credit->kind != TX_CREDIT_PHOTO;
}

size_t tx_portal_placed_credit(const struct tx_scan *scan, size_t line,
			       struct tx_credit_line *ret_credit)
{
	size_t next = line + 1;

	while (next <= line + BLANKS_BESIDE && next < scan->line_count &&
	       tx_line_blank(&scan->lines[next]))
		next++;
	if (next >= scan->line_count)
		return 0;
	if (is_place_line(scan, next) && is_unplaced(scan, line, ret_credit))
		ret_credit->place = place_text(scan, next);
	else if (is_place_line(scan, line) && is_unplaced(scan, next, ret_credit))
		ret_credit->place = place_text(scan, line);
	else
		return 0;
	return next;
}

static enum tx_token_kind kind_of_credit(enum tx_credit_kind kind)
{
	return kind == TX_CREDIT_BYLINE  ? TX_TOK_BYLINE
	       : kind == TX_CREDIT_PHOTO ? TX_TOK_NOTE
					 : TX_TOK_CREDIT;
}

/* "Madrid" below "Por Agencia EFE". */
static bool read_place(const struct tx_scan *scan, size_t line, const struct tx_portal_place *place,
		       struct tx_portal_line *page)
{
	if (!place->byline_above || !is_place_line(scan, line))
		return false;
	page->kind = TX_TOK_UNPARSED;
	page->note = TX_NOTE_NONE;
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

static bool read_credit(const struct tx_scan *scan, size_t line, struct tx_portal_line *page)
{
	size_t last = tx_portal_placed_credit(scan, line, &page->credit);
	telex_slice s = tx_line_text(scan, line);

	if (last > 0 && page->credit.kind != TX_CREDIT_BYLINE)
		page->last = last;
	else if (!tx_credit_read(s, scan->known_place, &page->credit))
		return false;
	/* "EFE 7.10.2025 | 18:32" says when more than who. */
	if (page->credit.date.month != 0 && page->credit.place.ptr == NULL &&
	    read_date(scan, s, page))
		return true;
	page->kind = kind_of_credit(page->credit.kind);
	page->note = page->credit.kind == TX_CREDIT_PHOTO ? TX_NOTE_MEDIA : TX_NOTE_NONE;
	return true;
}

/* "El puerto abre | EFE" on top: the title of a page, with its owner. */
static bool is_page_title(telex_slice s)
{
	struct tx_credit_line credit;
	size_t bar = tx_slice_find(s, TX_LIT(" | "));

	return bar < s.len && memchr(s.ptr, '.', bar) == NULL &&
	       tx_credit_read(tx_slice_skip(s, bar + 3), NULL, &credit) &&
	       credit.kind == TX_CREDIT_AGENCY;
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
		if (rank == TX_PHOTO_SURE && !title_above && is_page_title(s))
			rank = TX_PHOTO_NONE;
		if (rank == TX_PHOTO_SURE || (rank == TX_PHOTO_LIKELY && title_above)) {
			page->kind = TX_TOK_NOTE;
			page->note = TX_NOTE_MEDIA;
			page->last = last;
			return true;
		}
	}
	return false;
}

/* The next visible line, when it is at most a blank one away. */
static size_t value_line(const struct tx_scan *scan, size_t line)
{
	size_t next = line + 1;

	while (next < scan->line_count && next < line + VALUE_LINES &&
	       tx_line_blank(&scan->lines[next]))
		next++;
	return next;
}

/* "By", "Published", "Source:" with what they say on the next line. */
static bool read_label(const struct tx_scan *scan, size_t line, enum tx_portal_words words,
		       struct tx_portal_line *page)
{
	size_t next = value_line(scan, line);
	struct tx_portal_line value = {.last = next};
	telex_slice s = tx_line_text(scan, next);

	if (s.len == 0)
		return false;
	if (words == TX_PORTAL_BY && tx_byline_is_name(s))
		*page = (struct tx_portal_line){.kind = TX_TOK_BYLINE, .last = next};
	else if (words == TX_PORTAL_PROVIDED)
		*page = (struct tx_portal_line){TX_TOK_NOTE, TX_NOTE_CREDIT, next, page->credit};
	else if ((words == TX_PORTAL_SOURCED && read_credit(scan, next, &value)) ||
		 (words == TX_PORTAL_DATED && read_date(scan, s, &value)))
		*page = value;
	return page->last == next;
}

static bool read_words(const struct tx_scan *scan, size_t line, const struct tx_portal_place *place,
		       struct tx_portal_line *page)
{
	telex_slice s = tx_line_text(scan, line);
	enum tx_portal_words words = tx_portal_words(s);

	bool above = words == TX_PORTAL_SECTION || words == TX_PORTAL_MOTTO;
	if (words == TX_PORTAL_NOTHING || (above && (place->title_above || !place->more_below)))
		return false;
	if (words >= TX_PORTAL_DATED)
		return place->more_below && read_label(scan, line, words, page);
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
	return read_credit(scan, line, ret_page) || read_place(scan, line, place, ret_page) ||
	       read_date(scan, s, ret_page) || read_words(scan, line, place, ret_page) ||
	       read_caption(scan, line, place->title_above, ret_page);
}
