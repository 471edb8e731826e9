/* Times that an envelope states. */
#ifndef TX_NORMALIZER_STATED_TIMES_H
#define TX_NORMALIZER_STATED_TIMES_H

#include <stdbool.h>

#include "core/arena.h"
#include "core/record.h"
#include "reader/story.h"

/** Set the record's times from the story's facts, in ISO 8601; one that cannot be read, or a part of it, is reported.
 * False when memory is short. */
bool tx_times_state(struct tx_record *record, const struct tx_story *story, struct tx_arena *arena);

/** Warn that a value of the envelope cannot be read: its name and the start of its text go into the
 * message.  False when memory is short. */
bool tx_warn_unreadable(struct tx_record *record, enum tx_warning_code code, const char *name,
			telex_slice value, struct tx_arena *arena);

#endif
