/* The packed table of time zones: the clocks of the world since 1970 as tzdata has them; made at
 * build time by data/pack_zones.c.  Times are whole minutes. */
#ifndef TX_NORMALIZER_ZONE_TABLE_H
#define TX_NORMALIZER_ZONE_TABLE_H

#include <stddef.h>
#include <stdint.h>

/** A day of every year: the nth (5: the last) weekday of a month. */
struct tx_zone_day {
	uint8_t month, week;
	uint8_t weekday; /* 0: Sunday */
	int16_t minute;  /* of that day by the clock that ends then; may be of a day near it */
};

/** What holds after the last change that is written down. */
struct tx_zone_rule {
	int16_t standard, summer; /* minutes east of Greenwich; the same: there is no summer time */
	struct tx_zone_day begins, ends; /* of summer time */
};

struct tx_zone {
	uint16_t name;    /* offset in the names: a length, then the bytes */
	uint16_t changes; /* the first of them */
	uint16_t change_count;
	int16_t before; /* minutes east of Greenwich at the start of 1970 */
	struct tx_zone_rule rule;
};

/** Sorted by name. */
extern const struct tx_zone tx_zones[];
extern const size_t tx_zone_count;
extern const unsigned char tx_zone_names[];

/** Changes: when (minutes since 1970-01-01T00:00Z), and to how many minutes east of Greenwich. */
extern const int32_t tx_zone_times[];
extern const int16_t tx_zone_offsets[];

#endif
