/* End marks ("EFE", "Reuter", "-0-") and "more" marks ("sigue", "MORE"), alone on a line or after
 * the last sentence. */
#ifndef TX_TOKENIZER_ENDMARK_H
#define TX_TOKENIZER_ENDMARK_H

#include <stdbool.h>
#include <stddef.h>

#include "agency/profile.h"
#include "core/slice.h"

struct tx_end_mark {
	telex_slice mark;                 /* "EFE" */
	telex_slice desk;                 /* "Cantabria" of "EFE-Cantabria"; .ptr NULL without */
	const struct tx_profile *profile; /* the agency it belongs to, or NULL */
};

/** Whether all of `line` is an end mark.  `after_blank`: a blank line is above it, which the
 * weaker ones ("30") need. */
bool tx_end_mark_line(telex_slice line, bool after_blank, struct tx_end_mark *ret_mark);

/** An end mark after the last sentence of `line`; `ret_mark->mark.ptr` tells where it starts. */
bool tx_end_mark_glued(telex_slice line, struct tx_end_mark *ret_mark);

/** Whether an agency's mark is spelt in its own capitals and small letters. */
bool tx_end_mark_exact(const struct tx_end_mark *mark);

/** Length of the end mark that opens `line`, before a sign-off ("AAP RTV kr/jm", "./.CVN",
 * "(Schluss) lzw/hof"); 0 without one. */
size_t tx_end_mark_prefix(telex_slice line, struct tx_end_mark *ret_mark);

/** Whether all of `line` says that another take follows. */
bool tx_more_mark(telex_slice line);

#endif
