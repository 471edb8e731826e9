/* What an envelope states, as the record's values.  The envelope decides identity, times
 * and codes; the text about dateline, byline and sign-off. */
#ifndef TX_NORMALIZER_STATED_H
#define TX_NORMALIZER_STATED_H

#include <stdbool.h>

#include "core/arena.h"
#include "core/record.h"
#include "normalizer/assemble.h"
#include "reader/story.h"

/** Add to a record made from the text what the envelope states beside it.  False when memory is
 * short. */
bool tx_stated_apply(struct tx_record *record, const struct tx_story *story,
		     struct tx_findings *findings, struct tx_arena *arena);

/** Add to a record what the envelope states and no key has.  False when memory is short. */
bool tx_leftovers_apply(struct tx_record *record, const struct tx_story *story,
			struct tx_arena *arena);

#endif
