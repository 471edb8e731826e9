/* Credits of pictures at the end of a caption. */
#ifndef TX_TOKENIZER_PHOTO_CREDIT_H
#define TX_TOKENIZER_PHOTO_CREDIT_H

#include <stdbool.h>
#include <stddef.h>

#include "core/slice.h"

/** How sure it is that a text is a caption. */
enum tx_photo_rank {
	TX_PHOTO_NONE,
	TX_PHOTO_LIKELY, /* an agency in brackets at its end: below a headline it is one */
	TX_PHOTO_SURE
};

/** Whether `text` is a caption, by the credit at its end ("EFE / A. Solano", "(AP Photo/Odo Marn)",
 * "Foto: dpa") or by its opening ("FILE PHOTO:", "Imagen de archivo").  `*ret_credit` (may be NULL)
 * gets the byte where the credit begins, text.len where it has none. */
enum tx_photo_rank tx_photo_caption(telex_slice text, size_t *ret_credit);

#endif
