/* The byline and the authors that an envelope states. */
#ifndef TX_NORMALIZER_STATED_PEOPLE_H
#define TX_NORMALIZER_STATED_PEOPLE_H

#include <stdbool.h>

#include "core/arena.h"
#include "core/record.h"
#include "reader/story.h"

/** Set the record's byline and authors from the story's facts, unless the text names them; warn
 * where both do, and differ.  False when memory is short. */
bool tx_people_state(struct tx_record *record, const struct tx_story *story,
		     struct tx_arena *arena);

#endif
