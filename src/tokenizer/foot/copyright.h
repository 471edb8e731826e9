/* Copyright notices: "(c) Reuters Limited 1997.", "© dpa-infocom, …", "Copyright 2018 The
 * Associated Press. All rights reserved." */
#ifndef TX_TOKENIZER_COPYRIGHT_H
#define TX_TOKENIZER_COPYRIGHT_H

#include <stdbool.h>
#include <stddef.h>

#include "agency/profile.h"
#include "core/slice.h"

/** Whether a notice opens `s`: its sign, and a year or an owner after it. */
bool tx_copyright_opens(telex_slice s);

/** Where the notice begins that closes `s` after a sentence, or s.len: there is no such notice. */
size_t tx_copyright_glued(telex_slice s);

/** The agency that a notice names as its owner, or NULL; `*ret_len` gets the length of the name. */
const struct tx_profile *tx_copyright_owner(telex_slice notice, size_t *ret_len);

#endif
