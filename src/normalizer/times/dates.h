/* The year of a dateline, the time of a stamp, the weekday that a story names. */
#ifndef TX_NORMALIZER_DATES_H
#define TX_NORMALIZER_DATES_H

#include <stdbool.h>

#include "core/arena.h"
#include "core/record.h"
#include "normalizer/assemble.h"

/** Give the dateline its year: stated, from a stamp, from the path, from the reference date; telex
 * does not guess one.  A stamp with a time also fills `issued`.  False when memory is short. */
bool tx_dates_resolve(struct tx_record *record, const struct tx_findings *findings,
		      struct tx_date reference, struct tx_arena *arena);

/** Warn when the first paragraph says that today is another weekday than the dateline's. */
void tx_dates_check_weekday(struct tx_record *record);

/** "2025-04-19" into `out` (11 bytes); false when a part is unknown. */
bool tx_date_write(struct tx_date date, char out[11]);

#endif
