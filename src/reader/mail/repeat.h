/* Parts of a mail that say the same. */
#ifndef TX_READER_MAIL_REPEAT_H
#define TX_READER_MAIL_REPEAT_H

#include <stdbool.h>

#include "core/slice.h"

/** Whether nearly all words of `text` are in `other`, in the same order, and the other way round.
 */
bool tx_mail_repeats(telex_slice text, telex_slice other);

#endif
