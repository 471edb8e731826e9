/* The lines of ANPA-1312's header (1989) and its trailer's stamp.  Left out: the checks of the
 * standard's own lengths, which nobody keeps. */
#include "reader/control/anpa_header.h"

#include "core/ascii.h"
#include "core/utf8.h"

#define US           '\x1f'
#define SELECTOR_MAX 20 /* used; the standard has 15 for an agency, 5 for others */
#define ZONE_MAX     5

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

	for (size_t i = 0; i < sizeof(urgencies) / sizeof(urgencies[0]); i++) {
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
static unsigned two_digits(telex_slice s, size_t at)
{
	return at + 2 <= s.len && tx_is_digit(s.ptr[at]) && tx_is_digit(s.ptr[at + 1])
		       ? (unsigned)(s.ptr[at] - '0') * 10 + (unsigned)(s.ptr[at + 1] - '0')
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
	if (left.len < 5 || left.ptr[left.len - 3] != '-' || two_digits(left, left.len - 5) > 31 ||
	    two_digits(left, left.len - 2) > 31)
		return tail;
	tail.date = tx_slice_skip(left, left.len - 5);
	tail.keyword = tx_trim(tx_slice_take(left, left.len - 5));
	return tail;
}

/* Shapes of a trailer's stamp: digits of the year, month, day, hour, minute, second; Z the letters
 * of a zone or nothing; else the character itself. */
static const char *const stamps[] = {
	"MM-DD-YY HHIIZ",    /* AP-WF-02-20-16 0337GMT< */
	"HH:II-DD-MM-YY",    /* KWS-21:37-09-12-18 */
	"HH:IIZ DD-MM-YY",   /* 16:35ET 31-10-14< */
	"DD-MM-YY HH-II-SS", /* AAP */
};

/* How much of `s` is of that shape; 0: none. */
static size_t match_stamp(const char *shape, telex_slice s, struct tx_anpa_stamp *stamp)
{
	size_t at = 0;

	for (const char *p = shape; *p != '\0'; p++) {
		if (*p == 'Z') {
			size_t start = at;
			while (at < s.len && at < start + ZONE_MAX && tx_is_alpha(s.ptr[at]))
				at++;
			stamp->zone = tx_slice(s.ptr + start, at - start);
		} else if (tx_is_upper(*p)) {
			unsigned value = two_digits(s, at);
			if (value == 100)
				return 0;
			stamp->parts[*p++ - 'A'] = value;
			at += 2;
		} else if (at < s.len && s.ptr[at] == *p) {
			at++;
		} else {
			return 0;
		}
	}
	return at < s.len && tx_is_digit(s.ptr[at]) ? 0 : at;
}

static bool is_time(const struct tx_anpa_stamp *stamp)
{
	unsigned month = stamp->parts['M' - 'A'], day = stamp->parts['D' - 'A'];

	return month >= 1 && month <= 12 && day >= 1 && day <= 31 && stamp->parts['H' - 'A'] < 24 &&
	       stamp->parts['I' - 'A'] < 60 && stamp->parts['S' - 'A'] < 60;
}

bool tx_anpa_find_stamp(telex_slice trailer, struct tx_anpa_stamp *ret_stamp)
{
	for (size_t at = 0; at < trailer.len; at++) {
		if (!tx_is_digit(trailer.ptr[at]))
			continue;
		for (size_t i = 0; i < sizeof(stamps) / sizeof(stamps[0]); i++) {
			struct tx_anpa_stamp stamp = {.start = at};
			size_t len = match_stamp(stamps[i], tx_slice_skip(trailer, at), &stamp);
			if (len == 0 || !is_time(&stamp))
				continue;
			stamp.end = at + len;
			*ret_stamp = stamp;
			return true;
		}
	}
	return false;
}

void tx_anpa_state_issued(struct tx_story *story, const struct tx_anpa_stamp *stamp)
{
	static const char shape[] = "YY-MM-DDTHH:II:SS ";
	char out[32] = "20";
	size_t len = 2;

	if (stamp->parts['Y' - 'A'] >= 70)
		memcpy(out, "19", 2);
	for (const char *p = shape; *p != '\0'; p++) {
		if (!tx_is_upper(*p) || *p == 'T') {
			out[len++] = *p;
			continue;
		}
		out[len++] = (char)('0' + stamp->parts[*p - 'A'] / 10);
		out[len++] = (char)('0' + stamp->parts[*p - 'A'] % 10);
		p++;
	}
	if (stamp->zone.len > 0)
		memcpy(out + len, stamp->zone.ptr, stamp->zone.len);
	tx_story_state(story, TX_FIELD_ISSUED, 0, tx_slice(out, len + stamp->zone.len));
}
