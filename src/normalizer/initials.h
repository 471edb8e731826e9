/* The initials of a sign-off that are a byline author's. */
#ifndef TX_NORMALIZER_INITIALS_H
#define TX_NORMALIZER_INITIALS_H

#include <stdbool.h>

#include "core/record.h"

/** Whether `initials` ("jlr") can be those of `name` ("Jaime León"): the first letters of its
 * words, particles counted or not, of a Spanish name without the second surname or with one more.
 */
bool tx_initials_fit(telex_slice initials, telex_slice name);

/** Give each author of the byline the initials of the sign-off that can only be that author's: no
 * other author's, and no others that author's. */
void tx_initials_link(struct tx_record *record);

#endif
