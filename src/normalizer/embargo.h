/* The time until which a dispatch is held back, from the note that says so. */
#ifndef TX_NORMALIZER_EMBARGO_H
#define TX_NORMALIZER_EMBARGO_H

#include "core/calendar.h"
#include "core/slice.h"

/** Write the time named in `note` as ISO 8601 into `out`: with "Z" or an offset when the note says
 * a zone.  A day without a year takes the one nearest to `near` (a full date).  False when no full
 * date and time can be read. */
bool tx_embargo_read(telex_slice note, struct tx_date near, char out[32]);

#endif
