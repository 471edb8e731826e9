/* Records that are read back. */
#ifndef TX_API_READ_BACK_H
#define TX_API_READ_BACK_H

#include "core/record.h"
#include "tokenizer/token.h"

/** Make the text of a record, a line for each of its parts, and the tokens that tile it, both in
 * the arena.  False when memory is short. */
bool tx_read_back(const struct tx_record *record, struct tx_arena *arena, telex_slice *ret_text,
		  struct tx_tokens *ret_tokens);

#endif
