/* Times and places.  "Hora local" is the time of the dateline's place.  A stamp or trailer shows
 * the clock of the agency that sent it: that of the dateline's place only where this lies in the
 * agency's home country and keeps the time of its capital (a trailer "211259" under San Diego is no
 * time of California).  Left out: times of datelines whose places keep different times or whose
 * place is ambiguous, and hours that a clock shows twice or never. */
#include "normalizer/times/times.h"

#include <stdio.h>

#include "core/ascii.h"
#include "normalizer/places/place_table.h"
#include "normalizer/times/zones.h"
#include "core/scan.h"

#define TIME_LEN   (sizeof("2025-04-19T11:00:00") - 1)
#define ZONED_SIZE 32

static const size_t fields[TX_TIME__COUNT] = {
	[TX_TIME_CREATED] = offsetof(struct tx_record, created),
	[TX_TIME_UPDATED] = offsetof(struct tx_record, updated),
	[TX_TIME_ISSUED] = offsetof(struct tx_record, issued),
	[TX_TIME_EMBARGO] = offsetof(struct tx_record, embargo),
	[TX_TIME_EXPIRES] = offsetof(struct tx_record, expires),
};

/* A time as the record has it, without a zone. */
static bool read_time(telex_slice text, struct tx_local_time *ret_time)
{
	if (text.len != TIME_LEN || !tx_date_parse_iso(tx_slice_take(text, 10), &ret_time->date))
		return false;
	ret_time->hour = tx_two_digits(text.ptr + 11);
	ret_time->minute = tx_two_digits(text.ptr + 14);
	return true;
}

static bool offset_of(const struct tx_place *place, struct tx_local_time time, int *ret_offset)
{
	return !place->ambiguous && tx_zone_offset(place->timezone, time, ret_offset);
}

/* The offset on which all places of the dateline agree. */
static bool offset_of_dateline(const struct tx_dateline *dateline, struct tx_local_time time,
			       int *ret_offset)
{
	for (size_t i = 0; i < dateline->place_count; i++) {
		int offset;
		if (!offset_of(&dateline->places[i], time, &offset) ||
		    (i > 0 && offset != *ret_offset))
			return false;
		*ret_offset = offset;
	}
	return dateline->place_count > 0;
}

/* Whether the clock of the agency's home is known and shows the same. */
static bool is_house_clock(const struct tx_times *times, struct tx_local_time time, int offset)
{
	const struct tx_dateline *dateline = &times->record->dateline;
	const char *home = times->context->home;
	int at_home;

	if (home[0] == '\0')
		return true;
	for (size_t i = 0; i < dateline->place_count; i++) {
		if (strcmp(dateline->places[i].country, home) != 0)
			return false;
	}
	return tx_zone_offset(tx_place_capital_zone(home), time, &at_home) && at_home == offset;
}

static bool find_offset(const struct tx_times *times, enum tx_clock clock, telex_slice name,
			struct tx_local_time time, int *ret_offset)
{
	const struct tx_dateline *dateline = &times->record->dateline;
	struct tx_place place = {.name = name};

	switch (clock) {
	case TX_CLOCK_SENDER:
		return offset_of_dateline(dateline, time, ret_offset) &&
		       is_house_clock(times, time, *ret_offset);
	case TX_CLOCK_LOCAL:
		return offset_of_dateline(dateline, time, ret_offset);
	case TX_CLOCK_PLACE:
		tx_place_resolve(&place, times->context);
		return offset_of(&place, time, ret_offset);
	case TX_CLOCK_STATED:
		break;
	}
	return false;
}

bool tx_times_add_zone(const struct tx_times *times, enum tx_time which, enum tx_clock clock,
		       telex_slice place)
{
	telex_slice *field = (telex_slice *)(void *)((char *)times->record + fields[which]);
	struct tx_local_time time;
	char zoned[ZONED_SIZE];
	int offset, len;

	if (times->context == NULL || !read_time(*field, &time) ||
	    !find_offset(times, clock, place, time, &offset))
		return true;
	int minutes = offset < 0 ? -offset : offset;
	if (offset == 0)
		len = snprintf(zoned, sizeof(zoned), "%.*sZ", (int)TIME_LEN, field->ptr);
	else
		len = snprintf(zoned, sizeof(zoned), "%.*s%c%02d:%02d", (int)TIME_LEN, field->ptr,
			       offset < 0 ? '-' : '+', minutes / 60 % 100, minutes % 60);
	telex_slice copy = tx_arena_copy(times->arena, tx_slice(zoned, (size_t)len));
	if (copy.ptr == NULL)
		return false;
	*field = copy;
	times->record->zone_from[which] = TX_LIT("place");
	return true;
}
