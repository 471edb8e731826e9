/* Datelines that their form alone does not show. */
#ifndef TX_TOKENIZER_DATELINE_BARE_H
#define TX_TOKENIZER_DATELINE_BARE_H

#include <stdbool.h>

#include "tokenizer/dateline/dateline.h"

/** A place in capitals and a dash at the start of `text`, without date, mark and region. */
bool tx_dateline_bare(telex_slice text, struct tx_dateline_parts *ret_parts);

/** Whether a sentence begins at the start of `text`: a capital or a quote, and a few words. */
bool tx_dateline_prose_follows(telex_slice text);

#endif
