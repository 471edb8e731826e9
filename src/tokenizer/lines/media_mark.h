/* Marks that announce pictures, film or sound beside a dispatch: "(foto)(vídeo)", "(Con
 * fotografía)",
 * "[photos + video]". */
#ifndef TX_TOKENIZER_MEDIA_MARK_H
#define TX_TOKENIZER_MEDIA_MARK_H

#include <stdbool.h>
#include <stddef.h>

#include "core/slice.h"

/** Whether all of `s` is one or more marks in brackets. */
bool tx_media_mark(telex_slice s);

/** Bytes of the marks in brackets at the end of `s`, the blanks before them not counted; 0
 * without one. */
size_t tx_media_mark_tail(telex_slice s);

#endif
