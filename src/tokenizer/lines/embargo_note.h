/* Notes that hold a dispatch back, however they begin. */
#ifndef TX_TOKENIZER_EMBARGO_NOTE_H
#define TX_TOKENIZER_EMBARGO_NOTE_H

#include <stdbool.h>

#include "core/slice.h"

/** Whether a paragraph of the text is a note of an embargo: at most a bracket and some words of a
 * note ("ATENCIÓN:", "Strictly", "NOTICIA CON") are before the word that says so, and the
 * paragraph goes on as only a note does, with "until" or a time. */
bool tx_embargo_opens(telex_slice paragraph);

/** Whether a note says in any of its sentences that the dispatch is held back. */
bool tx_embargo_named(telex_slice note);

#endif
