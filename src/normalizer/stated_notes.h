/* The kinds of notes that envelopes state. */
#ifndef TX_NORMALIZER_STATED_NOTES_H
#define TX_NORMALIZER_STATED_NOTES_H

#include "core/record.h"
#include "reader/story.h"

/** The kind of note that an entry is: the one of its field, or what its words say where the field
 * leaves it open (advisories, updates).  TX_NOTE_NONE: it is something else. */
enum tx_note_kind tx_stated_note(const struct tx_entry *entry);

#endif
