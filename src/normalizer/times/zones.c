/* Time zones after RFC 8536: the last change before a time counts, after the last one of all the
 * zone's rule.  Left out: leap seconds, names of zones ("CEST"), and years before 1970, of which
 * tzdata is sure for few places. */
#include "normalizer/times/zones.h"

#include <stdint.h>

#include "normalizer/times/zone_table.h"

#define DAY_MINUTES (24 * 60)
#define YEAR_FIRST  1970
#define LAST_WEEK   5

static telex_slice name_of(const struct tx_zone *zone)
{
	const unsigned char *at = tx_zone_names + zone->name;

	return tx_slice((const char *)at + 1, at[0]);
}

static const struct tx_zone *find(telex_slice name)
{
	size_t low = 0, high = tx_zone_count;

	while (low < high) {
		size_t middle = low + (high - low) / 2;
		int order = tx_slice_order(name, name_of(&tx_zones[middle]));
		if (order == 0)
			return &tx_zones[middle];
		if (order < 0)
			high = middle;
		else
			low = middle + 1;
	}
	return NULL;
}

/* Minutes since 1970 of a rule's day and hour in a year. */
static int64_t minutes_of_day(const struct tx_zone_day *day, int16_t year)
{
	struct tx_date first = {year, day->month, 1};
	/* Of a weekday the first is in the first seven days, the last in the seven that end the
	 * month. */
	struct tx_date next = {(int16_t)(year + (day->month == 12)), (uint8_t)(day->month % 12 + 1),
			       1};
	int32_t days = tx_date_days(first), last = tx_date_days(next) - 1;
	int32_t forward = ((int32_t)day->weekday - (int32_t)tx_date_weekday(first) % 7 + 7) % 7;

	days += forward + 7 * (day->week - 1);
	while (day->week == LAST_WEEK && days > last)
		days -= 7;
	return (int64_t)days * DAY_MINUTES + day->minute;
}

static int offset_by_rule(const struct tx_zone_rule *rule, int64_t time, int16_t year)
{
	if (rule->standard == rule->summer)
		return rule->standard;
	int64_t begins = minutes_of_day(&rule->begins, year) - rule->standard;
	int64_t ends = minutes_of_day(&rule->ends, year) - rule->summer;
	bool in_summer =
		begins < ends ? begins <= time && time < ends : begins <= time || time < ends;

	return in_summer ? rule->summer : rule->standard;
}

/* Offset at a point in time, which lies in `year` or a few hours from it: no rule has a change that
 * near to a year's end. */
static int offset_at(const struct tx_zone *zone, int64_t time, int16_t year)
{
	const int32_t *times = tx_zone_times + zone->changes;
	size_t low = 0, high = zone->change_count;

	while (low < high) {
		size_t middle = low + (high - low) / 2;
		if (times[middle] <= time)
			low = middle + 1;
		else
			high = middle;
	}
	if (low == zone->change_count)
		return offset_by_rule(&zone->rule, time, year);
	return low == 0 ? zone->before : tx_zone_offsets[zone->changes + low - 1];
}

bool tx_zone_offset(telex_slice name, struct tx_local_time time, int *ret_minutes)
{
	const struct tx_zone *zone = find(name);
	int16_t year = time.date.year;

	if (zone == NULL || year < YEAR_FIRST || !tx_date_valid(time.date))
		return false;
	int64_t shown =
		(int64_t)tx_date_days(time.date) * DAY_MINUTES + time.hour * 60 + time.minute;
	int before = offset_at(zone, shown - DAY_MINUTES, year);
	int after = offset_at(zone, shown + DAY_MINUTES, year);
	bool by_before = offset_at(zone, shown - before, year) == before;
	bool by_after = offset_at(zone, shown - after, year) == after;

	*ret_minutes = by_before ? before : after;
	return before == after ? by_before : by_before != by_after;
}
