/* Tails: the paragraphs below a story that say who wrote it and how to reach them. */
#ifndef TX_TOKENIZER_TAIL_H
#define TX_TOKENIZER_TAIL_H

#include "core/record.h"
#include "core/slice.h"

/** The kind of note that a last paragraph is by its form, TX_NOTE_NONE when it is text: "Reporting
 * by A in Oslo; Editing by B", "A reported from Oslo. B contributed to this report.", "A can be
 * reached at …". */
enum tx_note_kind tx_tail_of(telex_slice paragraph);

#endif
