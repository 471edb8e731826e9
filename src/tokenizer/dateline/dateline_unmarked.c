/* Datelines without an agency's mark in brackets or slashes: "CHICAGO, April 7 - ", "SAITAMA,
 * Japan, Dec. 9 Kyodo - ", "BAGUIO, Philippines - ".  They need a dash, and a date or a bare mark;
 * a place in capitals with a region does too. */
#include "tokenizer/dateline/dateline_parts.h"

#include "agency/match.h"
#include "core/ascii.h"
#include "tokenizer/dateline/dateline_bare.h"
#include "tokenizer/words/credit_words.h"
#include "tokenizer/words/words.h"

#define LED_MAX          48 /* bytes of an agency and a place before a stop */
#define TORN_MAX         14 /* bytes of a month and a day */
#define ABBREVIATION_MAX 7  /* bytes of a region that is cut short, its stop included */

/* "Madrid, EFE.-": papers leave the brackets out.  Without a sign before the mark the place must be
 * known. */
static const struct tx_profile *find_printed(telex_slice before, telex_slice word,
					     struct tx_dateline_parts *parts)
{
	bool pictures = false;
	telex_slice head = tx_trim(before);

	if (word.len < 3 || head.len < 3 || !tx_agency_begins(word))
		return NULL;
	parts->loose = strchr(",./", head.ptr[head.len - 1]) == NULL &&
		       !tx_is_digit(head.ptr[head.len - 1]);
	return tx_credit_agency(word, &pictures);
}

/* "..., Dec. 9 Kyodo - ": a bare mark closes the head. */
static telex_slice cut_bare_mark(telex_slice head, struct tx_dateline_parts *parts)
{
	telex_slice trimmed = tx_dateline_trim(head);
	if (trimmed.len > 0 && trimmed.ptr[trimmed.len - 1] == '.')
		trimmed.len--;
	size_t space = trimmed.len;

	while (space > 0 && trimmed.ptr[space - 1] != ' ' && trimmed.ptr[space - 1] != '/')
		space--;
	telex_slice word = tx_slice_skip(trimmed, space);
	const struct tx_profile *profile = space > 0 ? tx_sign_find(word, TX_SIGN_BARE) : NULL;
	if (profile == NULL && space > 0)
		profile = find_printed(tx_slice_take(trimmed, space), word, parts);
	if (profile == NULL)
		return head;
	tx_dateline_add_mark(parts, word, profile);
	trimmed = tx_dateline_trim(tx_slice_take(trimmed, space));
	while (trimmed.len > 0 && strchr("./", trimmed.ptr[trimmed.len - 1]) != NULL)
		trimmed = tx_dateline_trim(tx_slice_take(trimmed, trimmed.len - 1));
	return trimmed;
}

static size_t count_words(telex_slice s)
{
	size_t words = 0;

	while (tx_dateline_word(&s).len > 0)
		words++;
	return words;
}

static bool loose_place(const struct tx_dateline_parts *parts)
{
	return parts->place_count == 1 && count_words(parts->places[0]) <= 2;
}

/* Without a mark and a date: "BAGUIO, Philippines - ", a place in capitals with a region that is
 * not. */
static bool is_bare_place(const struct tx_dateline_parts *parts)
{
	if (parts->place_count != 1)
		return false;
	telex_slice region = parts->qualifiers[0];
	return tx_dateline_capitals(parts->places[0]) && region.ptr != NULL &&
	       (!tx_dateline_capitals(region) || region.ptr[region.len - 1] == '.') &&
	       count_words(region) <= 3;
}

/* "Caracas, Ven.-", "Toluca, Méx.-": the place must be known. */
static bool is_abbreviated(telex_slice head, const struct tx_dateline_parts *parts)
{
	telex_slice region = parts->qualifiers[0];

	return parts->place_count == 1 && region.ptr != NULL && region.len <= ABBREVIATION_MAX &&
	       region.ptr[region.len - 1] == '.' && head.ptr[head.len - 1] == '.' &&
	       tx_starts_upper(region);
}

/* A date that nobody set off by a comma needs a short place: headlines have dates too. */
static bool is_set_off(telex_slice head, const struct tx_dateline_parts *parts)
{
	return parts->date.month != 0 && parts->place_count > 0 &&
	       (memchr(head.ptr, ',', head.len) != NULL || count_words(parts->places[0]) == 1);
}

static bool is_one_place_in_capitals(telex_slice head, struct tx_dateline_parts *parts)
{
	return tx_dateline_places(head, false, parts) && parts->place_count == 1 &&
	       tx_dateline_capitals(parts->places[0]);
}

/* Letters that teletypes send for figures. */
static char figure_of(char c)
{
	switch (c) {
	case 'l':
	case 'I':
		return '1';
	case 'o':
	case 'O':
		return '0';
	default:
		return c;
	}
}

static bool all_figures(const char *p, size_t len)
{
	for (size_t i = 0; i < len; i++) {
		if (!tx_is_digit(figure_of(p[i])))
			return false;
	}
	return len > 0;
}

/* "Apri l7", "April l": a month and a day with a blank at the wrong place or letters for figures.
 */
static bool is_torn_date(telex_slice s)
{
	char text[TORN_MAX];
	size_t len = 0;

	for (size_t i = 0; i < s.len; i++) {
		if (s.ptr[i] == ' ')
			continue;
		if (len == TORN_MAX || tx_char_is(s.ptr[i], TX_CHAR_PUNCT))
			return false;
		text[len++] = s.ptr[i];
	}
	for (size_t day = 1; day <= 2 && len > 3 + day; day++) {
		size_t month = len - day;
		if (all_figures(text + month, day) &&
		    tx_month(tx_slice(text, month), TX_CAL_ANY, NULL) != 0)
			return true;
	}
	return false;
}

/* "NEW YORK, Narch 2", "PRINCETON, N.J., March 215": a date that was garbled on the wire. */
static bool parse_garbled(telex_slice head, struct tx_dateline_parts *parts)
{
	size_t comma = head.len;

	head = tx_dateline_trim(head);
	while (comma > 0 && head.ptr[comma - 1] != ',')
		comma--;
	telex_slice rest = tx_slice_skip(head, comma);
	if (comma > 0 && is_torn_date(rest)) {
		parts->date_wrong = true;
		return is_one_place_in_capitals(tx_slice_take(head, comma - 1), parts);
	}
	telex_slice name = tx_dateline_word(&rest), day = tx_dateline_word(&rest);
	if (comma == 0 || name.len < 3 || name.len > 10 || !tx_is_upper(name.ptr[0]) ||
	    !tx_char_is(name.ptr[1], TX_CHAR_LOWER) || day.len == 0 || day.len > 3 ||
	    !tx_is_digit(day.ptr[0]) || tx_dateline_word(&rest).len > 0)
		return false;
	parts->date_wrong = true;
	return is_one_place_in_capitals(tx_slice_take(head, comma - 1), parts);
}

static bool finish_unmarked(telex_slice text, size_t dash_at, struct tx_dateline_parts *parts)
{
	return tx_dateline_finish(text, dash_at, parts) && parts->text.len > dash_at;
}

/* "24 jul .-": a stop that is set off from the date. */
static telex_slice strip_loose_stop(telex_slice head)
{
	return tx_slice_ends(head, TX_LIT(" .")) ? tx_slice_take(head, head.len - 2) : head;
}

/* What an unmarked dateline must have; a later dash with a date wins over an earlier one without.
 */
enum need { NEED_DATE, NEED_PLACE };

static bool take_unmarked(telex_slice text, size_t dash_at, enum need need,
			  struct tx_dateline_parts *ret_parts)
{
	struct tx_dateline_parts parts, marked;
	bool dated;

	tx_dateline_clear(&parts);
	telex_slice head = cut_bare_mark(strip_loose_stop(tx_slice_take(text, dash_at)), &parts);
	marked = parts;

	if (!tx_dateline_head(head, false, &parts, &dated)) {
		parts = marked;
		if (!tx_dateline_head(head, true, &parts, &dated) || !dated || !loose_place(&parts))
			parts = marked;
	}
	bool enough =
		dated ? is_set_off(head, &parts) : need == NEED_PLACE && is_bare_place(&parts);
	if (!dated && !enough && need == NEED_PLACE && text.ptr[dash_at - 1] == '.')
		enough = parts.loose = is_abbreviated(head, &parts);
	bool sure = parts.place_count > 0 && (parts.mark_count > 0 || enough);
	if (!sure) {
		parts = marked;
		sure = parse_garbled(head, &parts);
	}
	if (!sure || !finish_unmarked(text, dash_at, &parts))
		return false;
	*ret_parts = parts;
	return true;
}

static bool find_unmarked(telex_slice text, size_t limit, enum need need,
			  struct tx_dateline_parts *ret_parts)
{
	for (size_t at = 4; at < limit; at++) {
		char c = text.ptr[at];
		if (c != '-' && c != '_' && c != '\xe2')
			continue;
		telex_slice rest = tx_slice_skip(text, at);
		bool dash = c != '\xe2' || tx_slice_starts(rest, TX_LIT("\xe2\x80\x93")) ||
			    tx_slice_starts(rest, TX_LIT("\xe2\x80\x94"));
		bool apart = text.ptr[at - 1] == ' ' || tx_is_digit(text.ptr[at - 1]) ||
			     text.ptr[at - 1] == ',' || text.ptr[at - 1] == '.';
		if (dash && (apart || c != '-') && take_unmarked(text, at, need, ret_parts))
			return true;
	}
	return false;
}

/* "EFE.- El", "EFE/Madrid.- El": an agency in capitals and a stop with a dash; the place must be
 * known. */
static bool find_led(telex_slice text, size_t limit, struct tx_dateline_parts *ret_parts)
{
	size_t stop =
		tx_slice_find(tx_slice_take(text, limit < LED_MAX ? limit : LED_MAX), TX_LIT(".-"));
	bool pictures = false;

	if (stop >= limit || stop >= LED_MAX || !tx_agency_begins(text))
		return false;
	struct tx_cut cut = tx_cut(tx_slice_take(text, stop), '/');
	const struct tx_profile *profile = tx_credit_agency(tx_trim(cut.head), &pictures);
	telex_slice place = tx_trim(cut.tail);

	tx_dateline_clear(ret_parts);
	if (profile == NULL || pictures || (cut.found && place.len == 0) ||
	    !tx_dateline_places(place, false, ret_parts))
		return false;
	tx_dateline_add_mark(ret_parts, tx_trim(cut.head), profile);
	ret_parts->loose = cut.found;
	return tx_dateline_finish(text, stop, ret_parts) &&
	       tx_dateline_prose_follows(tx_slice_skip(text, ret_parts->text.len));
}

bool tx_dateline_unmarked(telex_slice text, size_t limit, struct tx_dateline_parts *ret_parts)
{
	return find_led(text, limit, ret_parts) ||
	       find_unmarked(text, limit, NEED_DATE, ret_parts) ||
	       find_unmarked(text, limit, NEED_PLACE, ret_parts);
}
