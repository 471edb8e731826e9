/* A name for what a dispatch says, no matter who sent it. */
#ifndef TX_EMITTER_HASH_H
#define TX_EMITTER_HASH_H

#include "core/record.h"

#define TX_HASH_DIGITS 32

/** Write the XXH128 of the record's normalized headline and body (docs/record.md, "hash"), in
 * hexadecimal, the highest digit first, and a NUL. */
void tx_record_hash(const struct tx_record *record, char out[TX_HASH_DIGITS + 1]);

#endif
