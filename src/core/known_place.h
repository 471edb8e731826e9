/* What is known of a name that could be a place's.  The tokenizer asks, and the one that has a gazetteer
 * answers. */
#ifndef TX_CORE_KNOWN_PLACE_H
#define TX_CORE_KNOWN_PLACE_H

#include "core/slice.h"

enum tx_known_place {
	TX_KNOWN_NOTHING,
	TX_KNOWN_REGION, /* a country, a state, a province */
	TX_KNOWN_PLACE,  /* a place of any size */
	TX_KNOWN_TOWN    /* a place of some size, or a country's name, which datelines have too */
};

/** Look up a name as written, without a qualifier. */
typedef enum tx_known_place tx_known_place_fn(telex_slice name);

#endif
