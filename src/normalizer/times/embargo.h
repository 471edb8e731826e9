/* The time until which a dispatch is held back, from the note that says so. */
#ifndef TX_NORMALIZER_EMBARGO_H
#define TX_NORMALIZER_EMBARGO_H

#include "core/calendar.h"
#include "core/slice.h"
#include "normalizer/times/times.h"

struct tx_embargo {
	bool found;
	bool unclear;  /* several times can be read, of which this is the latest; or none can */
	char time[32]; /* ISO 8601, with "Z" or an offset when the note says a zone */
	enum tx_clock clock;
	telex_slice place; /* of TX_CLOCK_PLACE */
};

/** Read the time named in `note`.  A day without a year takes the one nearest to `near` (a full
 * date) that does not put it more than a month before.  A note without a full date and a time of
 * day is unclear, and nothing is found. */
struct tx_embargo tx_embargo_read(telex_slice note, struct tx_date near);

#endif
