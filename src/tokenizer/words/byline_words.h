/* The words of bylines: what opens one ("By", "Por"), what is a role ("enviada especial"), what
 * looks like a person's name.  They judge a line by itself; where it is in the dispatch is the
 * tokenizer's concern. */
#ifndef TX_TOKENIZER_BYLINE_WORDS_H
#define TX_TOKENIZER_BYLINE_WORDS_H

#include <stdbool.h>
#include <stddef.h>

#include "core/slice.h"

/** Length of the byline word that opens `line` ("By ", "Por: ", "Text: "), blanks after it
 * included; 0 when none is found or nothing follows.  Many of these words also open sentences
 * ("De", "Di", "Par"): what follows must be looked at too. */
size_t tx_byline_word(telex_slice line);

/** Whether the byline word that opens `line` opens sentences and titles as often ("De", "Di"). */
bool tx_byline_word_is_weak(telex_slice line);

/** As tx_byline_word(); `*ret_languages` gets the languages the word belongs to (enum
 * tx_calendar_language), 0 without one. */
size_t tx_byline_word_language(telex_slice line, unsigned *ret_languages);

/** Whether the whole of `line` is a role: "AP Sports Writer", "enviada especial a Roma", "Special
 * to The Post". An agency's bare name is not one. */
bool tx_byline_is_role(telex_slice line);

/** Whether `line` ends as the names of papers and agencies do: "Harbor-Tribune", "Press
 * Association". */
bool tx_byline_is_paper(telex_slice line);

/** Cut the place off the role that ends with one ("enviada especial a Roma" becomes "enviada
 * especial", and "Roma" is returned); `.ptr` is NULL and the role stays when it names none. */
telex_slice tx_byline_cut_place(telex_slice *role);

/** Take the role off that is before the names: "nostro inviato Marco Rossi" becomes "Marco
 * Rossi", and "inviato" is returned; `.ptr` is NULL and the text stays when none is found. */
telex_slice tx_byline_cut_lead_role(telex_slice *text);

/** Whether `line` is made like one person's name: up to 6 words, at least two of them capitalised
 * (or in capitals), the rest particles ("de la", "van der"); initials, hyphens and apostrophes; no
 * role word. */
bool tx_byline_is_name(telex_slice line);

#endif
