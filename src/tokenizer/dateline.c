/* Datelines: place list, qualifier, date, agency mark, dash.
 *
 *     dateline   = [leader] [place-list] [date] [mark] dash
 *     place-list = place [qualifier] { ("/" | " y " | " and " …) place [qualifier] }
 *
 * The mark is found first; what stands before it must then parse as places and a date.  Without a
 * mark a dateline needs a date and a dash.  Dates are cut off in dateline_date.c. */
#include "tokenizer/dateline.h"

#include <stdint.h>

#include "agency/match.h"
#include "core/ascii.h"
#include "core/utf8.h"

#define HEAD_MAX  140 /* bytes in which the mark must begin */
#define PLACE_MAX 72  /* bytes of a place with its qualifier */
#define MARK_MAX  44

static const char *const conjunctions[] = {"/",   " y ",  " and ", " e ", " et ", " und ",
					   " i ", " en ", " og ",  " & ", NULL};

/* Words in lower case that may stand inside a place. */
static const char *const particles[] = {
	"de",  "del", "la",  "el",  "los",   "las",  "d",   "von",  "am",    "of",   "the",
	"do",  "da",  "dos", "das", "di",    "du",   "le",  "les",  "l",     "im",   "in",
	"an",  "der", "den", "die", "bei",   "ob",   "nad", "pod",  "sur",   "sous", "upon",
	"on",  "en",  "al",  "a",   "y",     "i",    "e",   "et",   "and",   "und",  "van",
	"het", "s",   "lo",  "mar", "bordo", "near", "off", "aux",  "dels",  "na",   "no",
	"o",   "os",  "as",  "dem", "zu",    "zur",  "by",  "near", "de-la", NULL};

static telex_slice trim_dashes(telex_slice s)
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

static telex_slice next_word(telex_slice *rest)
{
	size_t start = 0;

	while (start < rest->len && tx_char_is(rest->ptr[start], TX_CHAR_BLANK | TX_CHAR_NEWLINE))
		start++;
	size_t end = start;
	while (end < rest->len && !tx_char_is(rest->ptr[end], TX_CHAR_BLANK | TX_CHAR_NEWLINE))
		end++;
	telex_slice word = tx_slice(rest->ptr + start, end - start);
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
	for (telex_slice rest = place, word; (word = next_word(&rest)).len > 0; words++) {
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
	place = trim_dashes(place);
	if (place.len > 2 && place.ptr[place.len - 1] == ')') {
		struct tx_cut cut = tx_cut(place, '(');
		if (cut.found) {
			*ret_qualifier = tx_trim(tx_slice_take(cut.tail, cut.tail.len - 1));
			return trim_dashes(cut.head);
		}
	}
	return place;
}

/* "FARMINGTON Conn." and "Calgary Alta.": an abbreviation behind a place in capitals is its region.
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

static bool add_place(struct tx_dateline_parts *parts, telex_slice text, telex_slice qualifier,
		      bool lower_allowed)
{
	telex_slice place = cut_bracket(text, &qualifier);

	if (qualifier.ptr == NULL)
		place = cut_abbreviation(place, &qualifier);
	if (!is_place(place, lower_allowed) || parts->place_count == TX_DATELINE_PLACES_MAX)
		return false;
	parts->places[parts->place_count] = place;
	parts->qualifiers[parts->place_count++] = qualifier;
	return true;
}

/* The first conjunction in `text` outside brackets; its length in `*ret_len`. */
static size_t find_conjunction(telex_slice text, size_t *ret_len)
{
	size_t depth = 0;

	for (size_t i = 0; i < text.len; i++) {
		char c = text.ptr[i];
		depth += c == '(';
		depth -= c == ')' && depth > 0;
		if (depth > 0 || (c != '/' && c != ' '))
			continue;
		for (const char *const *word = conjunctions; *word != NULL; word++) {
			if ((*word)[0] == c &&
			    tx_slice_starts_nocase(tx_slice_skip(text, i), tx_slice_of(*word))) {
				*ret_len = strlen(*word);
				return i;
			}
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

static bool parse_places(telex_slice head, bool lower_allowed, struct tx_dateline_parts *parts)
{
	telex_slice list = trim_dashes(head);
	telex_slice qualifier = {NULL, 0};
	size_t comma = find_top_comma(list);

	if (list.len == 0)
		return true;
	if (comma < list.len) {
		qualifier = trim_dashes(tx_slice_skip(list, comma + 1));
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

static bool parse_head(telex_slice head, bool lower_allowed, struct tx_dateline_parts *parts,
		       bool *ret_dated)
{
	telex_slice places = tx_dateline_cut_date(head, TX_CAL_ANY, &parts->date, ret_dated);

	bool day_alone = parts->date.month == 0 && parts->date.day <= 31;
	parts->date_wrong = *ret_dated && !day_alone && !tx_date_valid(parts->date);
	return parse_places(places, lower_allowed, parts);
}

/* Length of the dash (with the blanks around it) at the start of `rest`; 0 without one. */
static size_t dash_len(telex_slice rest)
{
	static const char *const dashes[] = {".",
					     "-",
					     "_",
					     "=",
					     ":",
					     "\xe2\x80\x93",
					     "\xe2\x80\x94",
					     "\xe2\x80\x95",
					     "\xe2\x88\x92",
					     NULL};
	size_t len = 0, kept = 0;

	for (bool more = true; more && kept < 12;) {
		uint32_t c = 0;
		size_t step = len < rest.len ? tx_utf8_decode(tx_slice_skip(rest, len), &c) : 0;
		if (step > 0 && c != '\n' && c != '\r' && tx_char_is_space(c)) {
			len += step;
			continue;
		}
		more = false;
		for (const char *const *d = dashes; *d != NULL && !more; d++) {
			more = tx_slice_opens(tx_slice_skip(rest, len), *d);
			if (more)
				kept = len += strlen(*d);
		}
	}
	return kept;
}

static bool starts_blank(telex_slice s)
{
	uint32_t c;

	if (s.len == 0)
		return true;
	tx_utf8_decode(s, &c);
	return tx_char_is_space(c) || c == '\n' || c == '\r';
}

static bool add_mark(struct tx_dateline_parts *parts, telex_slice mark,
		     const struct tx_profile *profile)
{
	if (mark.len == 0 || parts->mark_count == TX_DATELINE_MARKS_MAX)
		return false;
	parts->marks[parts->mark_count++] = mark;
	if (profile != NULL && parts->profile == NULL)
		parts->profile = profile;
	return profile != NULL;
}

/* "AFP/EFE", "ats afp", "AFP-DPA-REUTER": each part a mark, at least one of them known. */
static bool split_marks(telex_slice content, const char *separators,
			struct tx_dateline_parts *parts)
{
	struct tx_dateline_parts saved = *parts;
	size_t known = 0, unknown = 0;

	for (telex_slice rest = content; rest.len > 0;) {
		size_t end = 0;
		while (end < rest.len && strchr(separators, rest.ptr[end]) == NULL)
			end++;
		telex_slice part = tx_trim(tx_slice_take(rest, end));
		rest = tx_slice_skip(rest, end + 1);
		if (part.len == 0)
			continue;
		if (add_mark(parts, part, tx_sign_find(part, TX_SIGN_BRACKETS)))
			known++;
		else
			unknown++;
	}
	bool slash = separators[0] == '/';
	if (known == 0 || parts->mark_count < 2 || (unknown > 0 && !slash)) {
		*parts = saved;
		return false;
	}
	return true;
}

static bool parse_marks(telex_slice content, struct tx_dateline_parts *parts)
{
	const struct tx_profile *whole = tx_sign_find(content, TX_SIGN_BRACKETS);

	if (split_marks(content, "- ", parts))
		return true;
	if (whole != NULL)
		return add_mark(parts, content, whole);
	return split_marks(content, "/,", parts);
}

static bool is_strange_mark(telex_slice content)
{
	uint32_t first;

	if (content.len < 2)
		return false;
	for (size_t i = 0; i < content.len; i++) {
		char c = content.ptr[i];
		if (!tx_char_is(c, TX_CHAR_UPPER | TX_CHAR_LOWER | TX_CHAR_HIGH) && c != ' ' &&
		    c != '-' && c != '/')
			return false;
	}
	tx_utf8_decode(content, &first);
	return tx_char_is_upper(first);
}

/* Where the text ends in which a mark can still begin. */
static size_t head_limit(telex_slice text)
{
	size_t limit = text.len < HEAD_MAX ? text.len : HEAD_MAX;

	for (size_t i = 0; i < limit; i++) {
		if (tx_char_is(text.ptr[i], TX_CHAR_PUNCT) &&
		    strchr("\"?!;:[]{}<>", text.ptr[i]) != NULL)
			return i;
	}
	return limit;
}

/* What a candidate for a mark looks like: the head before it, its content, where the rest goes on.
 */
struct candidate {
	telex_slice head;
	telex_slice content;
	size_t end;
};

static bool finish(telex_slice text, size_t end, struct tx_dateline_parts *parts)
{
	size_t dash = dash_len(tx_slice_skip(text, end));

	parts->text = tx_slice_take(text, end + dash);
	return dash > 0 || starts_blank(tx_slice_skip(text, end));
}

static bool without_dash(const struct tx_dateline_parts *parts)
{
	return parts->profile != NULL && (parts->profile->flags & TX_STYLE_NO_DASH) != 0 &&
	       parts->place_count > 0;
}

static bool take_bracket(telex_slice text, const struct candidate *mark,
			 struct tx_dateline_parts *ret_parts)
{
	struct tx_dateline_parts parts = {0};
	bool dated;
	bool known = parse_marks(mark->content, &parts);

	if (!parse_head(mark->head, false, &parts, &dated) || !finish(text, mark->end, &parts))
		return false;
	bool dashed = parts.text.len > mark->end;
	if (!known) {
		if (!dated || !dashed || parts.place_count == 0 || !is_strange_mark(mark->content))
			return false;
		add_mark(&parts, mark->content, NULL);
	} else if (!dated && !dashed && !without_dash(&parts)) {
		return false;
	}
	*ret_parts = parts;
	return true;
}

/* "(ANSA) - ROMA, 11 OTT - ": the mark leads; without places behind it the mark alone is the
 * dateline. */
static bool take_leading(telex_slice text, const struct candidate *mark,
			 struct tx_dateline_parts *ret_parts)
{
	struct tx_dateline_parts parts = {0}, tail = {0};
	size_t dash = dash_len(tx_slice_skip(text, mark->end));

	if (!parse_marks(mark->content, &parts) || dash == 0)
		return false;
	parts.text = tx_slice_take(text, mark->end + dash);
	if (tx_sign_find(mark->content, TX_SIGN_LEADING) != NULL &&
	    tx_dateline_find(tx_slice_skip(text, parts.text.len), TX_DATELINE_UNMARKED, &tail) &&
	    tail.mark_count == 0) {
		size_t len = (size_t)(tail.text.ptr + tail.text.len - text.ptr);
		memcpy(tail.marks, parts.marks, sizeof(tail.marks));
		tail.mark_count = parts.mark_count;
		tail.profile = parts.profile;
		tail.text = tx_slice_take(text, len);
		parts = tail;
	}
	*ret_parts = parts;
	return true;
}

static size_t find_byte(telex_slice text, size_t from, size_t to, char byte)
{
	const char *at = from < to ? memchr(text.ptr + from, byte, to - from) : NULL;

	return at == NULL ? to : (size_t)(at - text.ptr);
}

static bool find_bracket(telex_slice text, size_t limit, struct tx_dateline_parts *ret_parts)
{
	for (size_t at = 0; (at = find_byte(text, at, limit, '(')) < limit;) {
		telex_slice inside = tx_slice_take(tx_slice_skip(text, at + 1), MARK_MAX);
		struct tx_cut cut = tx_cut(inside, ')');
		if (!cut.found)
			return false;
		struct candidate mark = {tx_slice_take(text, at), tx_trim(cut.head),
					 at + cut.head.len + 2};
		if (at == 0 && take_leading(text, &mark, ret_parts))
			return true;
		if (take_bracket(text, &mark, ret_parts))
			return true;
		at = mark.end;
	}
	return false;
}

/* "/ritzau/AFP/": marks between slashes; where they end, or 0. */
static size_t take_slashed_marks(telex_slice text, size_t at, struct tx_dateline_parts *parts)
{
	size_t end = 0;

	while (at < text.len && text.ptr[at] == '/') {
		struct tx_cut cut =
			tx_cut(tx_slice_take(tx_slice_skip(text, at + 1), MARK_MAX), '/');
		telex_slice mark = tx_trim(cut.head);
		const struct tx_profile *profile = tx_sign_find(mark, TX_SIGN_SLASHES);
		if (profile == NULL)
			profile = end > 0 ? tx_sign_find(mark, TX_SIGN_BRACKETS) : NULL;
		if (!cut.found || profile == NULL)
			break;
		add_mark(parts, mark, profile);
		at += cut.head.len + 1;
		end = at + 1;
	}
	return end;
}

static bool take_slashes(telex_slice text, size_t at, struct tx_dateline_parts *ret_parts)
{
	struct tx_dateline_parts parts = {0};
	size_t end = take_slashed_marks(text, at, &parts);
	telex_slice head = tx_slice_take(text, at);
	bool dated;

	while (head.len > 0 && strchr(". ", head.ptr[head.len - 1]) != NULL)
		head.len--;
	if (end == 0 || !parse_head(head, false, &parts, &dated) || !finish(text, end, &parts))
		return false;
	*ret_parts = parts;
	return true;
}

static bool find_slashes(telex_slice text, size_t limit, struct tx_dateline_parts *ret_parts)
{
	for (size_t at = 0; (at = find_byte(text, at, limit, '/')) < limit; at++) {
		if (take_slashes(text, at, ret_parts))
			return true;
	}
	return false;
}

/* "..., Dec. 9 Kyodo - ": a bare mark closes the head. */
static telex_slice cut_bare_mark(telex_slice head, struct tx_dateline_parts *parts)
{
	telex_slice trimmed = trim_dashes(head);
	size_t space = trimmed.len;

	while (space > 0 && trimmed.ptr[space - 1] != ' ')
		space--;
	telex_slice word = tx_slice_skip(trimmed, space);
	const struct tx_profile *profile = space > 0 ? tx_sign_find(word, TX_SIGN_BARE) : NULL;
	if (profile == NULL)
		return head;
	add_mark(parts, word, profile);
	return trim_dashes(tx_slice_take(trimmed, space));
}

static size_t count_words(telex_slice s)
{
	size_t words = 0;

	while (next_word(&s).len > 0)
		words++;
	return words;
}

static bool loose_place(const struct tx_dateline_parts *parts)
{
	return parts->place_count == 1 && count_words(parts->places[0]) <= 2;
}

static bool has_capitals(telex_slice s)
{
	size_t upper = 0, lower = 0;

	for (size_t i = 0; i < s.len; i++) {
		upper += tx_is_upper(s.ptr[i]);
		lower += tx_is_lower(s.ptr[i]);
	}
	return upper >= 3 && lower == 0;
}

/* Without a mark and a date: "BAGUIO, Philippines - ", a place in capitals with a region that is
 * not. */
static bool is_bare_place(const struct tx_dateline_parts *parts)
{
	telex_slice region = parts->qualifiers[0];

	return parts->place_count == 1 && has_capitals(parts->places[0]) && region.ptr != NULL &&
	       (!has_capitals(region) || region.ptr[region.len - 1] == '.') &&
	       count_words(region) <= 3;
}

/* A date that nobody set off by a comma needs a short place: headlines have dates too. */
static bool is_set_off(telex_slice head, const struct tx_dateline_parts *parts)
{
	return parts->date.month != 0 &&
	       (memchr(head.ptr, ',', head.len) != NULL || count_words(parts->places[0]) == 1);
}

/* "NEW YORK, Narch 2", "PRINCETON, N.J., March 215": a date that was garbled on the wire. */
static bool parse_garbled(telex_slice head, struct tx_dateline_parts *parts)
{
	size_t comma = head.len;

	head = trim_dashes(head);
	while (comma > 0 && head.ptr[comma - 1] != ',')
		comma--;
	telex_slice rest = tx_slice_skip(head, comma);
	telex_slice name = next_word(&rest), day = next_word(&rest);
	if (comma == 0 || name.len < 3 || name.len > 10 || !tx_is_upper(name.ptr[0]) ||
	    !tx_char_is(name.ptr[1], TX_CHAR_LOWER) || day.len == 0 || day.len > 3 ||
	    !tx_is_digit(day.ptr[0]) || next_word(&rest).len > 0)
		return false;
	parts->date_wrong = true;
	return parse_places(tx_slice_take(head, comma - 1), false, parts) &&
	       parts->place_count == 1 && has_capitals(parts->places[0]);
}

static bool finish_unmarked(telex_slice text, size_t dash_at, struct tx_dateline_parts *parts)
{
	return finish(text, dash_at, parts) && parts->text.len > dash_at;
}

/* What an unmarked dateline must have; a later dash with a date wins over an earlier one without.
 */
enum need { NEED_DATE, NEED_PLACE };

static bool take_unmarked(telex_slice text, size_t dash_at, enum need need,
			  struct tx_dateline_parts *ret_parts)
{
	struct tx_dateline_parts parts = {0};
	bool dated;
	telex_slice head = cut_bare_mark(tx_slice_take(text, dash_at), &parts);
	struct tx_dateline_parts marked = parts;

	if (!parse_head(head, false, &parts, &dated)) {
		parts = marked;
		if (!parse_head(head, true, &parts, &dated) || !dated || !loose_place(&parts))
			parts = marked;
	}
	bool enough =
		dated ? is_set_off(head, &parts) : need == NEED_PLACE && is_bare_place(&parts);
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
			     text.ptr[at - 1] == ',';
		if (dash && (apart || c != '-') && take_unmarked(text, at, need, ret_parts))
			return true;
	}
	return false;
}

/* Stars and arrows in front of flashes: "****LONDON", "* Place". */
static size_t leader_len(telex_slice text)
{
	size_t len = 0;

	while (len < text.len && strchr("*= >", text.ptr[len]) != NULL)
		len++;
	return len;
}

bool tx_dateline_find(telex_slice text, enum tx_dateline_mode mode,
		      struct tx_dateline_parts *ret_parts)
{
	size_t leader = leader_len(text);
	telex_slice rest = tx_slice_skip(text, leader);
	size_t limit = head_limit(rest);
	bool found = false;

	if (rest.len < 4)
		return false;
	found = find_bracket(rest, limit, ret_parts) || find_slashes(rest, limit, ret_parts);
	if (!found && mode == TX_DATELINE_UNMARKED) {
		size_t line = tx_cut(rest, '\n').head.len;
		limit = line < limit ? line : limit;
		found = find_unmarked(rest, limit, NEED_DATE, ret_parts) ||
			find_unmarked(rest, limit, NEED_PLACE, ret_parts);
	}
	if (found)
		ret_parts->text = tx_slice(text.ptr, leader + ret_parts->text.len);
	return found;
}
