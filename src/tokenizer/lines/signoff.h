/* Sign-offs: the initials of writer, editor and translator that close a dispatch. */
#ifndef TX_TOKENIZER_SIGNOFF_H
#define TX_TOKENIZER_SIGNOFF_H

#include <stdbool.h>
#include <stddef.h>

#include "core/slice.h"
#include "core/stamp.h"

#define TX_SIGNOFF_MAX 12

struct tx_signoff {
	telex_slice initials[TX_SIGNOFF_MAX];
	size_t count;
	telex_slice text;  /* the initials as written, from the first to the last */
	telex_slice stamp; /* date and time after them; .ptr NULL without */
	bool dated;        /* the stamp is of a known form: */
	struct tx_stamp when;
};

/** Whether all of `line` is a sign-off.  `closed`: the line above ends with an end mark, so that
 * initials need no
 *  '/' or '-' between them ("jm tc", "ly"). */
bool tx_signoff_parse(telex_slice line, bool closed, struct tx_signoff *ret_signoff);

#endif
