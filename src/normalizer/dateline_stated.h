/* Datelines that an envelope states beside the text. */
#ifndef TX_NORMALIZER_DATELINE_STATED_H
#define TX_NORMALIZER_DATELINE_STATED_H

#include <stdbool.h>

#include "core/arena.h"
#include "core/record.h"
#include "reader/story.h"

/** Fill the record's dateline from the envelope, unless the text has one.  False when memory is
 * short. */
bool tx_dateline_state(struct tx_record *record, const struct tx_story *story,
		       struct tx_arena *arena);

#endif
