/* The time until which a dispatch is held back, from the note that says so. */
#ifndef TX_NORMALIZER_EMBARGO_H
#define TX_NORMALIZER_EMBARGO_H

#include "core/calendar.h"
#include "core/slice.h"
#include "normalizer/times.h"

struct tx_embargo {
	char time[32]; /* ISO 8601, with "Z" or an offset when the note says a zone */
	enum tx_clock clock;
	telex_slice place; /* of TX_CLOCK_PLACE */
};

/** Read the time named in `note`.  A day without a year takes the one nearest to `near` (a full
 * date).  False when no full date and time can be read. */
bool tx_embargo_read(telex_slice note, struct tx_date near, struct tx_embargo *ret_embargo);

#endif
