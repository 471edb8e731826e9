/* The header of ANPA-1312 in the form that Reuters-21578 and TREC's AP have kept: line 1 with its
 * control characters, line 2 without format bytes, the keyword line, the trailer's stamp.  Left
 * out: the date of line 2, which the document states in full. */
#include "reader/sgml/wire.h"

#include <stdio.h>

#include "core/ascii.h"
#include "core/utf8.h"

#define US         '\x1f'
#define DIGITS_MAX 6

/* Digits at the end of `s`. */
static size_t digits_at_end(telex_slice s)
{
	size_t count = 0;

	while (count < s.len && tx_is_digit(s.ptr[s.len - 1 - count]))
		count++;
	return count;
}

static size_t digits_at_start(telex_slice s)
{
	size_t count = 0;

	while (count < s.len && tx_is_digit(s.ptr[count]))
		count++;
	return count;
}

bool tx_wire_number_line(struct tx_story *story, telex_slice line)
{
	struct tx_cut cut = tx_cut(line, US);
	telex_slice head = tx_trim(cut.head), selector = tx_trim(cut.tail);
	size_t digits = digits_at_start(tx_slice_skip(head, 1));
	char service[TX_WIRE_STAMP_SIZE];

	if (!cut.found || head.len == 0 || !tx_is_alpha(head.ptr[0]) || digits == 0 ||
	    digits > DIGITS_MAX || selector.len > TX_WIRE_STAMP_SIZE / 2)
		return false;
	tx_story_state(story, TX_FIELD_SEQUENCE, 0, tx_slice_take(tx_slice_skip(head, 1), digits));
	snprintf(service, sizeof(service), "%c %.*s", head.ptr[0], (int)selector.len,
		 selector.len > 0 ? selector.ptr : "");
	tx_story_state(story, TX_FIELD_SERVICE, 0, tx_slice_of(service));
	return true;
}

/* Priority letters as urgencies, after the newspapers' use of them. */
static void state_urgency(struct tx_story *story, char letter)
{
	static const struct {
		char letter;
		const char *urgency;
	} urgencies[] = {{'f', "1"}, {'b', "2"}, {'u', "3"}, {'r', "4"}, {'d', "5"},
			 {'h', "6"}, {'a', "6"}, {'s', "6"}, {'y', "6"}, {'z', "6"}};

	for (size_t i = 0; i < sizeof(urgencies) / sizeof(urgencies[0]); i++) {
		if (tx_lower(letter) == urgencies[i].letter)
			tx_story_state(story, TX_FIELD_URGENCY, 0,
				       tx_slice_of(urgencies[i].urgency));
	}
}

/* "1stLd-Writethru", "2nd Ld", "Adv03": a version. */
static bool is_version(telex_slice s)
{
	static const char *const ordinals[] = {"st", "nd", "rd", "th"};
	static const char *const words[] = {"Adv", "Ld", "Lead", "Corr", "KILL", "HFR"};
	size_t digits = digits_at_start(s);
	telex_slice rest = tx_slice_skip(s, digits);

	for (size_t i = 0; i < 4 && digits > 0; i++) {
		if (tx_slice_starts_nocase(rest, tx_slice_of(ordinals[i])))
			return tx_trim(tx_slice_skip(rest, 2)).len > 0;
	}
	for (size_t i = 0; i < sizeof(words) / sizeof(words[0]) && digits == 0; i++) {
		if (tx_slice_opens(s, words[i]))
			return true;
	}
	return false;
}

/* The ordinal is the version, the words are a note to the desk. */
static void state_version(struct tx_story *story, telex_slice label)
{
	bool correction = tx_slice_starts_nocase(label, TX_LIT("corr"));

	tx_story_state(story, TX_FIELD_VERSION, 0, tx_slice_take(label, digits_at_start(label)));
	if (tx_slice_opens(label, "KILL"))
		tx_story_state(story, TX_FIELD_STATUS, 0, TX_LIT("canceled"));
	tx_story_state(story, correction ? TX_FIELD_NOTE_CORRECTION : TX_FIELD_NOTE_UPDATE, 0,
		       label);
}

/* The keyword as the line has room for it, and the version behind it. */
static void state_keyword(struct tx_story *story, telex_slice keyword)
{
	for (size_t at = 1; at < keyword.len; at++) {
		telex_slice behind = tx_trim(tx_slice_skip(keyword, at));
		if (keyword.ptr[at] != ' ' || !is_version(behind))
			continue;
		state_version(story, behind);
		keyword = tx_slice_take(keyword, at);
	}
	tx_story_state(story, TX_FIELD_SLUG, 4, keyword);
}

/* "02-26" at the end of a line. */
static bool ends_with_date(telex_slice s)
{
	telex_slice date = tx_slice_skip(s, s.len < 5 ? 0 : s.len - 5);

	return date.len == 5 && digits_at_start(date) == 2 && date.ptr[2] == '-' &&
	       digits_at_end(date) == 2;
}

bool tx_wire_first_line(struct tx_story *story, telex_slice line)
{
	telex_slice rest = tx_trim(line);
	size_t digits = digits_at_end(rest);
	telex_slice words = tx_slice_skip(rest, rest.len - digits);
	telex_slice left = tx_trim(tx_slice_take(rest, rest.len - digits));

	if (!ends_with_date(left)) {
		left = rest;
		words.len = 0;
	}
	if (!ends_with_date(left) || left.len < 9 || !tx_is_alpha(left.ptr[0]) ||
	    left.ptr[1] != ' ' || !tx_is_alpha(left.ptr[2]) || left.ptr[3] != ' ')
		return false;
	tx_story_state(story, TX_FIELD_PRIORITY, 0, tx_slice_take(left, 1));
	state_urgency(story, left.ptr[0]);
	tx_story_state(story, TX_FIELD_CATEGORY, 0, tx_slice(left.ptr + 2, 1));
	tx_story_state(story, TX_FIELD_WORDS, 0, words);
	state_keyword(story, tx_trim(tx_slice_skip(tx_slice_take(left, left.len - 5), 3)));
	return true;
}

void tx_wire_keyword_line(struct tx_story *story, telex_slice line)
{
	struct tx_cut cut = tx_cut(line, ',');

	tx_story_state(story, TX_FIELD_SLUG, 0, cut.head);
	for (telex_slice rest = cut.tail; rest.len > 0; rest = cut.tail) {
		cut = tx_cut(rest, ',');
		telex_slice part = tx_trim(cut.head);
		if (is_version(part))
			state_version(story, part);
		else if (part.len > 0 && digits_at_start(part) == part.len)
			tx_story_state(story, TX_FIELD_WORDS, 1, part);
	}
}

static unsigned two_digits(const char *s)
{
	return (unsigned)(s[0] - '0') * 10 + (unsigned)(s[1] - '0');
}

/* "02-12-88 1637" */
static bool is_stamp(telex_slice s)
{
	static const char shape[] = "00-00-00 0000";

	if (s.len < sizeof(shape) - 1)
		return false;
	for (size_t i = 0; i < sizeof(shape) - 1; i++) {
		if (shape[i] == '0' ? !tx_is_digit(s.ptr[i]) : s.ptr[i] != shape[i])
			return false;
	}
	return two_digits(s.ptr) <= 12 && two_digits(s.ptr + 3) <= 31 &&
	       two_digits(s.ptr + 9) <= 23 && two_digits(s.ptr + 11) <= 59;
}

bool tx_wire_stamp(telex_slice text, char out[TX_WIRE_STAMP_SIZE], telex_slice *ret_wire)
{
	telex_slice s = tx_trim(text);

	for (size_t at = 0; at < s.len && at < TX_WIRE_STAMP_SIZE; at++) {
		telex_slice stamp = tx_slice_skip(s, at);
		if (!is_stamp(stamp))
			continue;
		unsigned year = two_digits(stamp.ptr + 6);
		telex_slice zone = tx_trim(tx_slice_skip(stamp, 13));
		tx_utf8_printf(out, TX_WIRE_STAMP_SIZE, "%u%02u-%.2s-%.2sT%.2s:%.2s %.*s",
			       year < 70 ? 20U : 19U, year % 100, stamp.ptr, stamp.ptr + 3,
			       stamp.ptr + 9, stamp.ptr + 11, (int)(zone.len < 5 ? zone.len : 5),
			       zone.len > 0 ? zone.ptr : "");
		*ret_wire = tx_slice_take(s, at > 0 && s.ptr[at - 1] == '-' ? at - 1 : at);
		return true;
	}
	return false;
}
