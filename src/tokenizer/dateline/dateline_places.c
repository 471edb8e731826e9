/* The places at the head of a dateline, and its date.
 *
 *     place-list = place [qualifier] { ("/" | " y " | " and " …) place [qualifier] }
 *
 * Every word of a place starts with a capital or is a particle; a qualifier is a region or country
 * in brackets or after a comma. */
#include "tokenizer/dateline/dateline_parts.h"

#include <stdint.h>

#include "core/scan.h"
#include "core/ascii.h"
#include "core/utf8.h"

#define PLACE_MAX   72 /* bytes of a place with its qualifier */
#define STOPPED_MIN 4  /* letters of a word whose stop is no abbreviation's */

/* Between blanks. */
static const telex_slice conjunctions[] = {TX_SLICE("y"),  TX_SLICE("and"), TX_SLICE("e"),
					   TX_SLICE("et"), TX_SLICE("und"), TX_SLICE("i"),
					   TX_SLICE("en"), TX_SLICE("og"),  TX_SLICE("&")};

/* Words in lower case that may stand inside a place. */
static const char *const particles[] = {
	"de",  "del", "la",  "el",  "los",   "las",  "d",   "von",  "am",    "of",   "the",
	"do",  "da",  "dos", "das", "di",    "du",   "le",  "les",  "l",     "im",   "in",
	"an",  "der", "den", "die", "bei",   "ob",   "nad", "pod",  "sur",   "sous", "upon",
	"on",  "en",  "al",  "a",   "y",     "i",    "e",   "et",   "and",   "und",  "van",
	"het", "s",   "lo",  "mar", "bordo", "near", "off", "aux",  "dels",  "na",   "no",
	"o",   "os",  "as",  "dem", "zu",    "zur",  "by",  "near", "de-la", NULL};

telex_slice tx_dateline_trim(telex_slice s)
{
	s = tx_trim(s);
	while (s.len > 0 && (s.ptr[s.len - 1] == ',' || s.ptr[s.len - 1] == '-'))
		s = tx_trim(tx_slice_take(s, s.len - 1));
	return s;
}

static bool is_particle(telex_slice word)
{
	return tx_slice_in(word, particles);
}

/* A word of a place starts with a capital, or is a particle, or has one before its apostrophe:
 * "d'Hebron". */
static bool is_place_word(telex_slice word, bool lower_allowed)
{
	uint32_t first;
	size_t len = tx_utf8_decode(word, &first);

	if (tx_char_is_upper(first) || lower_allowed)
		return tx_char_is_letter(first);
	if (is_particle(word))
		return true;
	if (first == '\'' || first == 0x2018 || first == 0x2019)
		return word.len > len;
	size_t apostrophe = tx_slice_find(word, TX_LIT("'"));
	if (apostrophe == word.len)
		apostrophe = tx_slice_find(word, TX_LIT("\xe2\x80\x99"));
	size_t hyphen = tx_slice_find(word, TX_LIT("-"));
	size_t head = apostrophe < hyphen ? apostrophe : hyphen;
	return head < word.len && is_particle(tx_slice_take(word, head));
}

static bool place_byte(char c)
{
	return tx_char_is(c, TX_CHAR_UPPER | TX_CHAR_LOWER | TX_CHAR_HIGH | TX_CHAR_BLANK |
				     TX_CHAR_NEWLINE) ||
	       c == '.' || c == '\'' || c == '-' || c == '(' || c == ')' || c == ',' || c == '/';
}

telex_slice tx_dateline_word(telex_slice *rest)
{
	size_t start = 0;

	if (rest->len == 0)
		return *rest;
	while (start < rest->len && tx_char_is(rest->ptr[start], TX_CHAR_BLANK | TX_CHAR_NEWLINE))
		start++;
	size_t end = start;
	while (end < rest->len && !tx_char_is(rest->ptr[end], TX_CHAR_BLANK | TX_CHAR_NEWLINE))
		end++;
	telex_slice word = tx_slice_skip(tx_slice_take(*rest, end), start);
	*rest = tx_slice_skip(*rest, end);
	return word;
}

static bool is_place(telex_slice place, bool lower_allowed)
{
	size_t words = 0, capitals = 0;

	if (place.len == 0 || place.len > PLACE_MAX)
		return false;
	for (size_t i = 0; i < place.len; i++) {
		if (!place_byte(place.ptr[i]))
			return false;
	}
	for (telex_slice rest = place, word; (word = tx_dateline_word(&rest)).len > 0; words++) {
		uint32_t first;
		if (!is_place_word(word, lower_allowed))
			return false;
		tx_utf8_decode(word, &first);
		capitals += tx_char_is_upper(first) || word.len > 2;
	}
	return words <= 7 && capitals > 0;
}

/* "Don Benito (Badajoz)" → place and qualifier. */
static telex_slice cut_bracket(telex_slice place, telex_slice *ret_qualifier)
{
	place = tx_dateline_trim(place);
	if (place.len > 2 && (place.ptr[place.len - 1] == ')' || place.ptr[place.len - 1] == ']')) {
		struct tx_cut cut = tx_cut(place, place.ptr[place.len - 1] == ')' ? '(' : '[');
		if (cut.found) {
			*ret_qualifier = tx_trim(tx_slice_take(cut.tail, cut.tail.len - 1));
			return tx_dateline_trim(cut.head);
		}
	}
	return place;
}

/* "FARMINGTON Conn." and "Calgary Alta.": an abbreviation after a place in capitals is its region.
 */
static telex_slice cut_abbreviation(telex_slice place, telex_slice *ret_qualifier)
{
	size_t space = place.len;

	if (place.len < 6 || place.ptr[place.len - 1] != '.')
		return place;
	while (space > 0 && place.ptr[space - 1] != ' ')
		space--;
	if (space < 2 || !tx_is_upper(place.ptr[space - 2]) || space + 1 >= place.len ||
	    !tx_is_lower(place.ptr[space + 1]))
		return place;
	*ret_qualifier = tx_slice_skip(place, space);
	return tx_trim(tx_slice_take(place, space));
}

/* "Redacción deportes", "En el mar": a desk or the sea, in small letters, instead of a place. */
static bool names_no_place(telex_slice text)
{
	static const char *const openings[] = {"Redacci\xc3\xb3n ",
					       "Redacci\xc3\xb3 ",
					       "Reda\xc3\xa7\xc3\xa3o ",
					       "En el ",
					       "En alta ",
					       "A bordo ",
					       "Aboard ",
					       NULL};

	for (const char *const *o = openings; *o != NULL; o++) {
		if (tx_slice_opens(text, *o))
			return true;
	}
	return false;
}

/* "Bruselas. (EFE)": the stop after a word that is no abbreviation. */
static telex_slice strip_stop(telex_slice place)
{
	size_t word = place.len;

	while (word > 0 && place.ptr[word - 1] != ' ' && place.ptr[word - 1] != '-')
		word--;
	bool stop = place.len > word + STOPPED_MIN && place.ptr[place.len - 1] == '.' &&
		    memchr(place.ptr + word, '.', place.len - word - 1) == NULL;
	return stop ? tx_trim(tx_slice_take(place, place.len - 1)) : place;
}

static bool add_place(struct tx_dateline_parts *parts, telex_slice text, telex_slice qualifier,
		      bool lower_allowed)
{
	telex_slice nearer = {NULL, 0};
	telex_slice place = cut_bracket(text, &qualifier);

	/* "Panaji (Goa) [India]": the nearer one says more. */
	if (place.len < text.len && tx_slice_find(place, TX_LIT(" (")) < place.len)
		place = cut_bracket(place, &nearer);
	if (nearer.ptr != NULL)
		qualifier = nearer;
	if (qualifier.ptr == NULL)
		place = strip_stop(cut_abbreviation(place, &qualifier));
	if (!is_place(place, lower_allowed || names_no_place(place)) ||
	    parts->place_count == TX_DATELINE_PLACES_MAX)
		return false;
	parts->places[parts->place_count] = place;
	parts->qualifiers[parts->place_count++] = qualifier;
	return true;
}

/* Length of the conjunction at the start of `text`, a slash or a blank; 0 without one. */
static size_t conjunction_len(telex_slice text)
{
	if (text.ptr[0] == '/' || text.ptr[0] == ',')
		return 1;
	for (size_t i = 0; i < TX_COUNT(conjunctions); i++) {
		size_t len = conjunctions[i].len;
		if (text.len >= len + 2 && text.ptr[len + 1] == ' ' &&
		    tx_slice_eq_nocase(tx_slice(text.ptr + 1, len), conjunctions[i]))
			return len + 2;
	}
	return 0;
}

/* The first conjunction in `text` outside brackets; its length in `*ret_len`. */
static size_t find_conjunction(telex_slice text, size_t *ret_len)
{
	size_t depth = 0;

	for (size_t i = 0; i < text.len; i++) {
		char c = text.ptr[i];
		depth += c == '(';
		depth -= c == ')' && depth > 0;
		if (depth > 0 || (c != '/' && c != ' ' && c != ','))
			continue;
		size_t len = conjunction_len(tx_slice_skip(text, i));
		if (len > 0) {
			*ret_len = len;
			return i;
		}
	}
	return text.len;
}

static size_t find_top_comma(telex_slice text)
{
	size_t depth = 0;

	for (size_t i = 0; i < text.len; i++) {
		depth += text.ptr[i] == '(';
		depth -= text.ptr[i] == ')' && depth > 0;
		if (text.ptr[i] == ',' && depth == 0)
			return i;
	}
	return text.len;
}

static bool is_qualifier(telex_slice qualifier)
{
	uint32_t first;

	if (qualifier.len == 0 || qualifier.len > PLACE_MAX)
		return false;
	for (size_t i = 0; i < qualifier.len; i++) {
		if (!place_byte(qualifier.ptr[i]))
			return false;
	}
	tx_utf8_decode(qualifier, &first);
	return tx_char_is_upper(first) || qualifier.len > 2;
}

static bool has_conjunction(telex_slice text)
{
	for (size_t i = 0; i < text.len; i++) {
		if (text.ptr[i] == ' ' && conjunction_len(tx_slice_skip(text, i)) > 0)
			return true;
	}
	return false;
}

/* Regions that have a conjunction in their names. */
static bool is_joined_region(telex_slice s)
{
	static const char *const openings[] = {
		"Trinidad",  "Bosni",        "Antigua", "San Vicente", "St. Vinc",       "Saint V",
		"San Crist", "St. Kitts",    "Saint K", "Santo Tom",   "S\xc3\xa3o Tom", "Sao Tom",
		"Castilla",  "Newfoundland", "Tyne",    "Turks",       "Herz",           "TRINIDAD",
		"BOSNIA",    "Wallis",       "Serbi",   NULL};

	for (const char *const *o = openings; *o != NULL; o++) {
		if (tx_slice_opens(s, *o))
			return true;
	}
	return false;
}

/* "NEW YORK, LONDON and BEIJING": what follows the comma are places, when a conjunction joins the
 * last of them and they are written as the first one is. */
static bool is_list(telex_slice list, size_t comma)
{
	telex_slice rest = tx_trim(tx_slice_skip(list, comma + 1));

	return has_conjunction(rest) && memchr(rest.ptr, '/', rest.len) == NULL &&
	       !is_joined_region(rest) &&
	       tx_dateline_capitals(tx_slice_take(list, comma)) ==
		       tx_dateline_capitals(tx_cut(rest, ' ').head);
}

bool tx_dateline_places(telex_slice head, bool lower_allowed, struct tx_dateline_parts *parts)
{
	telex_slice list = tx_dateline_trim(head);
	telex_slice qualifier = {NULL, 0};
	size_t comma = find_top_comma(list);

	if (list.len == 0)
		return true;
	if (comma < list.len && !is_list(list, comma)) {
		qualifier = tx_dateline_trim(tx_slice_skip(list, comma + 1));
		list = tx_slice_take(list, comma);
		if (!is_qualifier(qualifier))
			return false;
	}
	for (;;) {
		size_t len = 0;
		size_t at = find_conjunction(list, &len);
		bool last = at >= list.len;
		telex_slice none = {NULL, 0};
		if (!add_place(parts, tx_slice_take(list, at), last ? qualifier : none,
			       lower_allowed))
			return false;
		if (last)
			return true;
		list = tx_slice_skip(list, at + len);
	}
}

bool tx_dateline_head(telex_slice head, bool lower_allowed, struct tx_dateline_parts *parts,
		      bool *ret_dated)
{
	telex_slice places = tx_dateline_cut_date(head, TX_CAL_ANY, &parts->date, ret_dated);

	bool day_alone = parts->date.month == 0 && parts->date.day <= 31;
	day_alone |= parts->date.day == 0;
	parts->date_wrong = *ret_dated && !day_alone && !tx_date_valid(parts->date);
	return tx_dateline_places(places, lower_allowed, parts);
}
