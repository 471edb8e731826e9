/* How people name the zone of a time. */
#ifndef TX_CORE_ZONE_MARK_H
#define TX_CORE_ZONE_MARK_H

#include <stdbool.h>
#include <stddef.h>

#include "core/slice.h"

/** What a zone is called. */
struct tx_zone_mark {
	int minutes; /* east of Greenwich */
	telex_slice
		zone; /* IANA name of a zone with summer time, of which `minutes` says nothing */
	bool is_word; /* "Eastern": it is a zone only right after a time */
};

/** The zone at the start of `text`: "GMT", "MESZ", "ET", "UTC+2", "+0100",
 * "Eastern time".  Returns its length;
 * 0: none. */
size_t tx_zone_mark(telex_slice text, struct tx_zone_mark *ret_mark);

#endif
