/* The parts of a dateline, as slices of the text it stands in. */
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
	telex_slice text;                                /* the whole, as written, dash included */
	telex_slice places[TX_DATELINE_PLACES_MAX];
	telex_slice qualifiers[TX_DATELINE_PLACES_MAX];  /* without brackets; .ptr NULL = none */
	size_t place_count;
	struct tx_date date;                             /* parts that are stated */
	telex_slice marks[TX_DATELINE_MARKS_MAX];        /* "EFE", "AFP" as written */
	size_t mark_count;
	const struct tx_profile *profile;                /* house of the first known mark, or NULL */
};

#endif
