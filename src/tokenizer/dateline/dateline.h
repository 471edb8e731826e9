/* The parts of a dateline, as slices of the text it is in. */
#ifndef TX_TOKENIZER_DATELINE_H
#define TX_TOKENIZER_DATELINE_H

#include <stdbool.h>
#include <stddef.h>

#include "agency/profile.h"
#include "core/calendar.h"
#include "core/slice.h"

#define TX_DATELINE_PLACES_MAX 8
#define TX_DATELINE_MARKS_MAX  6

struct tx_dateline_parts {
	telex_slice text; /* the whole, as written, dash included */
	telex_slice places[TX_DATELINE_PLACES_MAX];
	telex_slice qualifiers[TX_DATELINE_PLACES_MAX]; /* without brackets; .ptr NULL = none */
	size_t place_count;
	struct tx_date date;                      /* parts that are stated */
	telex_slice marks[TX_DATELINE_MARKS_MAX]; /* "EFE", "AFP" as written */
	size_t mark_count;
	bool date_wrong; /* it names a day that does not exist */
	bool loose; /* neither dash nor date, not in capitals: one only if the place is known */
	const struct tx_profile *profile; /* agency of the last known mark, or NULL */
};

/** How sure the place where it is makes the recogniser. */
enum tx_dateline_mode {
	TX_DATELINE_MARKED,  /* only with an agency's mark */
	TX_DATELINE_UNMARKED /* "CHICAGO, April 7 - " too */
};

/** The dateline at the start of `text` (a paragraph; line ends count as blanks).  False when there
 * is not one. */
bool tx_dateline_find(telex_slice text, enum tx_dateline_mode mode,
		      struct tx_dateline_parts *ret_parts);

/** A dateline that an envelope states: all of `text` is one, with or without mark and dash, or a
 * place alone.  False when nothing of it is a place or a date. */
bool tx_dateline_stated(telex_slice text, struct tx_dateline_parts *ret_parts);

/** Take the date off the end (or the start) of a dateline's head: "23 may", "Jan. 24", "12
 * d'abril", "31/07", "4 FEB 90".  Returns what is left; `*ret_found` tells whether there was one.
 */
telex_slice tx_dateline_cut_date(telex_slice head, unsigned calendars, struct tx_date *ret_date,
				 bool *ret_found);

#endif
