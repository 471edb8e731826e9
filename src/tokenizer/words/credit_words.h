/* The words of credit lines: agencies as they are printed there, desks, words that open a source,
 * and what separates two of them. */
#ifndef TX_TOKENIZER_CREDIT_WORDS_H
#define TX_TOKENIZER_CREDIT_WORDS_H

#include <stdbool.h>
#include <stddef.h>

#include "agency/profile.h"
#include "core/slice.h"

/** Whether `line` can be a credit line at all: it names an agency, or the pictures' or a desk, and
 * has no long words in small letters but those of sources. */
bool tx_credit_may_be(telex_slice line);

/** The agency that the whole of `part` names, its article, "Agencia" and "Staff" left aside; NULL:
 * none.  A name in small letters is one only where the agency itself writes it so.
 * `*ret_pictures`: its pictures are named, "AP Photo". */
const struct tx_profile *tx_credit_agency(telex_slice part, bool *ret_pictures);

/** Whether `part` is a desk: "Redacción", "Agencias", "Staff"; `after_desk`: one is before it,
 * as before "wire reports". */
bool tx_credit_is_desk(telex_slice part, bool after_desk);

/** Length of the words of a source that open `line` ("Fuente:", "Con información de "), or 0. */
size_t tx_credit_source_word(telex_slice line);

/** Length of the separator at byte `at`, or 0; `*ret_strong`: it is a sign that titles seldom have,
 * not a comma or a conjunction. */
size_t tx_credit_separator(telex_slice line, size_t at, bool *ret_strong);

#endif
