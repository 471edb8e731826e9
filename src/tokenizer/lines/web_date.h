/* Lines of pages that say when they were published or changed. */
#ifndef TX_TOKENIZER_WEB_DATE_H
#define TX_TOKENIZER_WEB_DATE_H

#include <stdbool.h>

#include "core/calendar.h"
#include "core/slice.h"

/** One time that such a line says. */
struct tx_web_time {
	struct tx_date date; /* day 0: none */
	bool has_time;
	uint8_t hour, minute;
	telex_slice zone; /* .ptr NULL: none */
};

struct tx_web_date {
	struct tx_web_time issued, updated;
	bool worded;  /* "Actualizado", "Published": words say that it is such a line */
	bool updates; /* they say that it was changed */
};

/** Whether the whole of `line` is words for publishing or changing, dates and times.  Figures that
 * are a day and a month in either order are no date where the line is in English. */
bool tx_web_date_read(telex_slice line, struct tx_web_date *ret_date);

/** The first part of `line` that is such a date and goes to its end or to a bar: "ANI | Updated:
 * Oct 7, 2025 15:16 IST", "By Ana Solano 3 hours ago".  `*ret_before` and `*ret_after` get what is
 * beside it, without signs. */
bool tx_web_date_find(telex_slice line, struct tx_web_date *ret_date, telex_slice *ret_before,
		      telex_slice *ret_after);

#endif
