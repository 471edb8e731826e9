/* Datelines that their form alone does not show. */
#ifndef TX_TOKENIZER_DATELINE_BARE_H
#define TX_TOKENIZER_DATELINE_BARE_H

#include <stdbool.h>

#include "tokenizer/dateline/dateline.h"

enum tx_bare_place {
	TX_BARE_NONE,
	TX_BARE_TITLE, /* "Quito - El", as titles begin as well */
	TX_BARE_SMALL, /* "Quito.- El", a place in small letters and a stop with a dash */
	TX_BARE_STOP,  /* "QUITO. El", one in capitals and a stop, as headlines have too */
	TX_BARE_DASHED /* "QUITO - El" */
};

/** A place and what parts it from the text at the start of `text`, without date, mark and region.
 */
enum tx_bare_place tx_dateline_bare(telex_slice text, struct tx_dateline_parts *ret_parts);

/** Whether a sentence begins at the start of `text`: a capital or a quote, and a few words. */
bool tx_dateline_prose_follows(telex_slice text);

#endif
