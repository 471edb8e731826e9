/* Stamps: the date and time at the foot of a dispatch, in the shapes that the wires use. */
#ifndef TX_TOKENIZER_STAMP_H
#define TX_TOKENIZER_STAMP_H

#include <stdbool.h>

#include "core/calendar.h"
#include "core/slice.h"

struct tx_stamp {
	struct tx_date date;
	bool has_time;
	uint8_t hour, minute;
	telex_slice zone; /* "GMT", "EDT" …; .ptr NULL when the stamp says none */
};

/** Whether all of `text` is a stamp. */
bool tx_stamp_parse(telex_slice text, struct tx_stamp *ret_stamp);

#endif
