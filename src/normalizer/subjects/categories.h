/* Names of the senders' categories. */
#ifndef TX_NORMALIZER_CATEGORIES_H
#define TX_NORMALIZER_CATEGORIES_H

#include "agency/profile.h"
#include "core/record.h"

/** Name a category that the sender gives by its code alone, after the table of its agency, else
 * after that of the envelope's standard.  What no table has stays without a name. */
void tx_category_name(struct tx_record *record, const struct tx_profile *house);

#endif
