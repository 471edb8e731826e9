/* The clocks of time zones by their IANA names, since 1970. */
#ifndef TX_NORMALIZER_ZONES_H
#define TX_NORMALIZER_ZONES_H

#include <stdbool.h>

#include "core/calendar.h"
#include "core/slice.h"

/** A time on some clock. */
struct tx_local_time {
	struct tx_date date; /* a full one */
	unsigned hour, minute;
};

/** Minutes east of Greenwich of the clock of `zone` when it showed `time`.  False when the zone is
 * not known, the time lies before 1970, or the clock showed it twice or never. */
bool tx_zone_offset(telex_slice zone, struct tx_local_time time, int *ret_minutes);

#endif
