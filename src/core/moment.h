/* Dates and times of day as people write them, anywhere in a text. */
#ifndef TX_CORE_MOMENT_H
#define TX_CORE_MOMENT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "core/calendar.h"
#include "core/slice.h"

/** A date or a time of day found in a text. */
struct tx_moment {
	size_t start, end; /* in the text */
	bool is_clock;
	struct tx_date date;    /* year 0: not stated */
	struct tx_date swapped; /* the other reading of "05/10/2024"; day 0: there is one only */
	unsigned hour, minute, second; /* hour 24: the end of the day */
	bool midnight;                 /* a word for it, which may be the day's start or its end */
};

#define TX_MOMENTS_MAX 16

/** Find the dates and times of day in `text`, in order, at most TX_MOMENTS_MAX; returns how many.
 * A date has a day and a month that exist; a year of two digits counts from 1970 to 2069.  A number
 * of four digits after a month is a year unless a zone or a unit of time follows it. */
size_t tx_moments_find(telex_slice text, struct tx_moment moments[TX_MOMENTS_MAX]);

#endif
