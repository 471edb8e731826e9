/* What a page leaves between a story's paragraphs. */
#ifndef TX_TOKENIZER_PAGE_BLOCK_H
#define TX_TOKENIZER_PAGE_BLOCK_H

#include <stdbool.h>

#include "core/slice.h"
#include "tokenizer/token.h"

/** Whether the paragraph `s` of the body is a page's: the caption of a picture, the title of an
 * advertisement, when it was published; `*ret_kind` and `*ret_note` get what it is. */
bool tx_page_block(telex_slice s, enum tx_token_kind *ret_kind, enum tx_note_kind *ret_note);

#endif
