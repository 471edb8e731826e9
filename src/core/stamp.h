/* Stamps: the date and time that a wire puts at the foot of a dispatch or in a trailer, in the
 * shapes that wires use. */
#ifndef TX_CORE_STAMP_H
#define TX_CORE_STAMP_H

#include <stdbool.h>
#include <stdint.h>

#include "core/calendar.h"
#include "core/slice.h"

struct tx_stamp {
	struct tx_date date;
	bool has_time;
	uint8_t hour, minute, second;
	telex_slice zone; /* "GMT", "EDT" ...; .ptr NULL when the stamp says none */
};

/** Whether all of `text` (without blanks at its ends) is a stamp. */
bool tx_stamp_parse(telex_slice text, struct tx_stamp *ret_stamp);

/** Find the stamp in a trailer, whatever is around it: bytes [*ret_start, *ret_end). */
bool tx_stamp_find(telex_slice trailer, struct tx_stamp *ret_stamp, size_t *ret_start,
		   size_t *ret_end);

#endif
