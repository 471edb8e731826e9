/* Parts of the text of tokens. */
#ifndef TX_NORMALIZER_TOKEN_PARTS_H
#define TX_NORMALIZER_TOKEN_PARTS_H

#include <stddef.h>

#include "core/slice.h"

/** The dispatch's own number in a reference, "(NH4431)" or "1010168"; .ptr NULL: it has those of
 * others. */
telex_slice tx_reference_of(telex_slice raw);

/** A sign-off without the agency's word before it, "dpa wsz jln npr". */
telex_slice tx_cut_house(telex_slice raw);

/** The first line of `s`, without its end: LF, CR LF or CR. */
telex_slice tx_first_line(telex_slice s);

/** Length of the copyright notice at the start of `s`. */
size_t tx_notice_len(telex_slice s);

#endif
