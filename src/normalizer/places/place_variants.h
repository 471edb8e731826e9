/* Other keys of a place's name, for names that are not in the table as written. */
#ifndef TX_NORMALIZER_PLACE_VARIANTS_H
#define TX_NORMALIZER_PLACE_VARIANTS_H

#include "normalizer/places/place_key.h"

/** Kinds of variants, in the order to try them. */
#define TX_PLACE_VARIANTS 9

/** Variant number `which` (from 0) of `key`; false when it has none of that kind. */
bool tx_place_variant(const struct tx_place_key *key, size_t which,
		      struct tx_place_key *ret_variant);

/** Whether a dateline's words name no place on earth: "Redacción Deportes", "ABOARD AIR FORCE ONE".
 */
bool tx_place_is_none(const struct tx_place_key *key);

#endif
