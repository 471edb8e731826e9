/* Names of zones that mean one thing to a newsroom (RFC 822, section 5; those of Europe and of the
 * Pacific), and offsets.  Left out: names that several countries use ("IST"), and "CST" of China.
 */
#include "core/zone_mark.h"

#include "core/scan.h"
#include "core/ascii.h"

#define HOURS_MAX 14 /* east or west of Greenwich */

static const struct {
	const char *name;
	int minutes;
	const char *zone;
} zones[] = {
	{"Z", 0, NULL},
	{"UT", 0, NULL},
	{"UTC", 0, NULL},
	{"GMT", 0, NULL},
	{"EST", -300, NULL},
	{"EDT", -240, NULL},
	{"CST", -360, NULL},
	{"CDT", -300, NULL},
	{"MST", -420, NULL},
	{"MDT", -360, NULL},
	{"PST", -480, NULL},
	{"PDT", -420, NULL},
	{"CET", 60, NULL},
	{"CEST", 120, NULL},
	{"MEZ", 60, NULL},
	{"MESZ", 120, NULL},
	{"WET", 0, NULL},
	{"WEST", 60, NULL},
	{"BST", 60, NULL},
	{"EET", 120, NULL},
	{"EEST", 180, NULL},
	{"JST", 540, NULL},
	{"KST", 540, NULL},
	{"MSK", 180, NULL},
	{"AEST", 600, NULL},
	{"AEDT", 660, NULL},
	{"HKT", 480, NULL},
	{"SAST", 120, NULL},
	{"BRT", -180, NULL},
	{"ART", -180, NULL},
	{"AWST", 480, NULL},
	{"NZST", 720, NULL},
	{"NZDT", 780, NULL},
	{"AKST", -540, NULL},
	{"AKDT", -480, NULL},
	{"HST", -600, NULL},
	{"ET", 0, "America/New_York"},
	{"CT", 0, "America/Chicago"},
	{"MT", 0, "America/Denver"},
	{"PT", 0, "America/Los_Angeles"},
	{"Eastern Standard", -300, NULL},
	{"Eastern Daylight", -240, NULL},
	{"Eastern", 0, "America/New_York"},
	{"Central European Summer", 120, NULL},
	{"Central European", 60, NULL},
	{"Central Standard", -360, NULL},
	{"Central Daylight", -300, NULL},
	{"Central", 0, "America/Chicago"},
	{"Mountain Standard", -420, NULL},
	{"Mountain Daylight", -360, NULL},
	{"Mountain", 0, "America/Denver"},
	{"Pacific Standard", -480, NULL},
	{"Pacific Daylight", -420, NULL},
	{"Pacific", 0, "America/Los_Angeles"},
	{"British Summer", 60, NULL},
	{"Greenwich Mean", 0, NULL},
};

#define TIME_WORD TX_LIT(" time")

/* A number of at most two digits; the text goes on after it. */
static unsigned take_pair(telex_slice *rest)
{
	unsigned value = 0;

	for (size_t i = 0; i < 2 && rest->len > 0 && tx_is_digit(rest->ptr[0]); i++) {
		value = value * 10 + (unsigned)(rest->ptr[0] - '0');
		*rest = tx_slice_skip(*rest, 1);
	}
	return value;
}

/* "+0100", "+01:00", "-5" at the start of the text. */
static size_t take_offset(telex_slice text, int *ret_minutes)
{
	telex_slice rest = tx_slice_skip(text, 1);

	if (text.len < 2 || strchr("+-", text.ptr[0]) == NULL || !tx_is_digit(text.ptr[1]))
		return 0;
	unsigned hours = take_pair(&rest), minutes = 0;
	if (rest.len > 2 && rest.ptr[0] == ':' && tx_is_digit(rest.ptr[1]))
		rest = tx_slice_skip(rest, 1);
	if (rest.len > 1 && tx_is_digit(rest.ptr[0]) && tx_is_digit(rest.ptr[1]))
		minutes = take_pair(&rest);
	int east = (int)(hours * 60 + minutes);
	bool ends = rest.len == 0 || !tx_is_digit(rest.ptr[0]);
	*ret_minutes = text.ptr[0] == '-' ? -east : east;
	return ends && hours <= HOURS_MAX && minutes < 60 ? text.len - rest.len : 0;
}

static bool is_name_at(telex_slice text, telex_slice name)
{
	unsigned word = TX_CHAR_UPPER | TX_CHAR_LOWER | TX_CHAR_DIGIT | TX_CHAR_HIGH;

	return tx_slice_starts(text, name) &&
	       (text.len == name.len || !tx_char_is(text.ptr[name.len], word));
}

size_t tx_zone_mark(telex_slice text, struct tx_zone_mark *ret_mark)
{
	int minutes = 0;
	size_t len = take_offset(text, &minutes);

	*ret_mark = (struct tx_zone_mark){.minutes = minutes};
	for (size_t i = 0; len == 0 && i < TX_COUNT(zones); i++) {
		telex_slice name = tx_slice_of(zones[i].name);
		if (!is_name_at(text, name))
			continue;
		len = name.len;
		*ret_mark = (struct tx_zone_mark){zones[i].minutes, tx_slice_of(zones[i].zone),
						  tx_is_lower(name.ptr[name.len - 1])};
		if (ret_mark->is_word &&
		    tx_slice_starts_nocase(tx_slice_skip(text, len), TIME_WORD))
			len += TIME_WORD.len;
		else if (zones[i].minutes == 0 && zones[i].zone == NULL)
			len += take_offset(tx_slice_skip(text, len), &ret_mark->minutes);
	}
	return len;
}
