/* Zones of times that the source gives without one, taken from a place. */
#ifndef TX_NORMALIZER_TIMES_H
#define TX_NORMALIZER_TIMES_H

#include <stdbool.h>

#include "core/arena.h"
#include "core/record.h"
#include "normalizer/places.h"

/** Whose clock a time without a zone was read from. */
enum tx_clock {
	TX_CLOCK_STATED, /* the zone is written: nothing is to be found out */
	TX_CLOCK_SENDER, /* the sender's: its own if the dispatch is from home, else unknown */
	TX_CLOCK_LOCAL,  /* that of the dateline's place: "hora local" */
	TX_CLOCK_PLACE   /* that of a place which is named: "hora de Madrid" */
};

struct tx_times {
	struct tx_record *record;
	const struct tx_place_context *context; /* NULL: places are not looked up */
	struct tx_arena *arena;
};

/** Add to a time of the record the zone of the clock it was read from, and note that it is derived
 * (zone_from).  A time with a zone, without hour, or of a clock that is not certain stays.
 * `place` is the name for TX_CLOCK_PLACE.  False when memory is short. */
bool tx_times_add_zone(const struct tx_times *times, enum tx_time which, enum tx_clock clock,
		       telex_slice place);

#endif
