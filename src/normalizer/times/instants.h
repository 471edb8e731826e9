/* Points in time as envelopes write them, made ISO 8601. */
#ifndef TX_NORMALIZER_INSTANTS_H
#define TX_NORMALIZER_INSTANTS_H

#include <stdbool.h>
#include <stdint.h>

#include "core/calendar.h"
#include "core/slice.h"

#define TX_INSTANT_SIZE 32

/** "20170102T222800+0000", "2016-04-13 04:52:21+00:00", "20190603", "Thu, 19 Feb 2015 17:18:40
 * +1100", "7-APR-1987 11:02:35.07", "March 3, 2024 1:15 PM": into `out` as
 * "2017-01-02T22:28:00+00:00", without a zone where none is stated, the date alone where there is
 * no time.  False when it is no point in time. */
bool tx_instant_write(telex_slice text, char out[TX_INSTANT_SIZE]);

/** tx_instant_write(), and whether a time of day or a zone is there that could not be read. */
bool tx_instant_read(telex_slice text, char out[TX_INSTANT_SIZE], bool *ret_leaves);

/** Minutes since 1970 of a date with a time of day: in UTC where a zone is stated, else by the
 * clock that it shows.  False without either. */
bool tx_instant_minutes(telex_slice text, int64_t *ret_minutes);

/** Its date. */
bool tx_instant_date(telex_slice text, struct tx_date *ret_date);

#endif
