/* Editors' notes: lines and paragraphs addressed to the desk, not to the reader. */
#ifndef TX_TOKENIZER_NOTES_H
#define TX_TOKENIZER_NOTES_H

#include <stdbool.h>

#include "core/record.h"
#include "core/slice.h"

/** The part of a dispatch in which a paragraph is; some words are a note only there. */
enum tx_note_place { TX_NOTE_IN_HEAD = 1, TX_NOTE_IN_BODY = 2, TX_NOTE_IN_FOOT = 4 };

/** The kind of note that a paragraph is, TX_NOTE_NONE when it is not one. */
enum tx_note_kind tx_note_of(telex_slice paragraph, enum tx_note_place place);

/** Bytes of the bracket that opens `s` (a '('), to its close; all of it when it is not closed. */
size_t tx_note_bracket(telex_slice s);

/** Whether `content` (without brackets) is a service reference: "NH4431", "NH4412-NH4421-nh4433".
 */
bool tx_note_is_reference(telex_slice content);

#endif
