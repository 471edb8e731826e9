/* The lines of ANPA-1312's header (1989) and its trailer's stamp.  Left out: the checks of the
 * standard's own lengths, which nobody keeps. */
#include "reader/control/anpa_header.h"

#include "core/ascii.h"
#include "core/utf8.h"
#include "core/scan.h"

#define US           '\x1f'
#define SELECTOR_MAX 20 /* used; the standard has 15 for an agency, 5 for others */

struct tx_anpa_line_1 tx_anpa_read_line_1(telex_slice line)
{
	struct tx_cut cut = tx_cut(line, US);
	size_t level = cut.head.len > 0 && tx_is_alpha(cut.head.ptr[0]), end = level;

	while (end < cut.head.len && tx_is_digit(cut.head.ptr[end]))
		end++;
	return (struct tx_anpa_line_1){.level = tx_slice_take(cut.head, level),
				       .number = tx_slice(cut.head.ptr + level, end - level),
				       .agency = tx_trim(tx_slice_skip(cut.head, end)),
				       .selector = tx_trim(cut.tail),
				       .has_selector = cut.found};
}

void tx_anpa_state_service(struct tx_story *story, const struct tx_anpa_line_1 *line)
{
	telex_slice selector = tx_utf8_take(line->selector, SELECTOR_MAX);
	char service[SELECTOR_MAX + 2];
	size_t len = 0;

	if (line->level.len > 0)
		service[len++] = line->level.ptr[0];
	service[len++] = ' ';
	if (selector.len > 0)
		memcpy(service + len, selector.ptr, selector.len);
	tx_story_state(story, TX_FIELD_SERVICE, 0, tx_slice(service, len + selector.len));
}

bool tx_anpa_is_line_2(telex_slice line)
{
	return line.len >= 4 && tx_is_alpha(line.ptr[0]) && line.ptr[1] == ' ' &&
	       tx_is_alpha(line.ptr[2]) && (unsigned char)line.ptr[3] <= ' ';
}

/* Priority letters as urgencies, after the newspapers' use of them. */
static void state_urgency(struct tx_story *story, char letter)
{
	static const struct {
		char letter;
		const char *urgency;
	} urgencies[] = {{'f', "1"}, {'b', "2"}, {'u', "3"}, {'r', "4"}, {'d', "5"},
			 {'h', "6"}, {'a', "6"}, {'s', "6"}, {'y', "6"}, {'z', "6"}};

	for (size_t i = 0; i < TX_COUNT(urgencies); i++) {
		if (tx_lower(letter) == urgencies[i].letter)
			tx_story_state(story, TX_FIELD_URGENCY, 0,
				       tx_slice_of(urgencies[i].urgency));
	}
}

void tx_anpa_state_letters(struct tx_story *story, telex_slice line)
{
	tx_story_state(story, TX_FIELD_PRIORITY, 0, tx_slice_take(line, 1));
	state_urgency(story, line.ptr[0]);
	tx_story_state(story, TX_FIELD_CATEGORY, 0, tx_slice(line.ptr + 2, 1));
}

/* Two digits, or 100. */
static unsigned pair_at(telex_slice s, size_t at)
{
	return at + 2 <= s.len && tx_is_digit(s.ptr[at]) && tx_is_digit(s.ptr[at + 1])
		       ? tx_two_digits(s.ptr + at)
		       : 100;
}

/* "05-09 1444", "08-18 ": the date and the words off the right end. */
struct tx_anpa_tail tx_anpa_read_tail(telex_slice text)
{
	struct tx_anpa_tail tail = {.keyword = tx_trim(text)};
	telex_slice left = tail.keyword;
	size_t digits = 0;

	while (digits < left.len && tx_is_digit(left.ptr[left.len - 1 - digits]))
		digits++;
	if (digits >= 3 && left.len > digits && left.ptr[left.len - digits - 1] == ' ') {
		tail.words = tx_slice_skip(left, left.len - digits);
		left = tx_trim(tx_slice_take(left, left.len - digits));
	}
	tail.keyword = left;
	if (left.len < 5 || left.ptr[left.len - 3] != '-' || pair_at(left, left.len - 5) > 31 ||
	    pair_at(left, left.len - 2) > 31)
		return tail;
	tail.date = tx_slice_skip(left, left.len - 5);
	tail.keyword = tx_trim(tx_slice_take(left, left.len - 5));
	return tail;
}

void tx_anpa_state_issued(struct tx_story *story, const struct tx_stamp *stamp)
{
	char issued[40] = "YYYY-MM-DDThh:mm:ss ";
	telex_slice zone = tx_slice_take(stamp->zone, 8);

	tx_digits_write(issued, (unsigned)stamp->date.year, 4);
	tx_digits_write(issued + 5, stamp->date.month, 2);
	tx_digits_write(issued + 8, stamp->date.day, 2);
	tx_digits_write(issued + 11, stamp->hour, 2);
	tx_digits_write(issued + 14, stamp->minute, 2);
	tx_digits_write(issued + 17, stamp->second, 2);
	if (zone.len > 0)
		memcpy(issued + 20, zone.ptr, zone.len);
	tx_story_state(story, TX_FIELD_ISSUED, 0, tx_slice(issued, 20 + zone.len));
}
