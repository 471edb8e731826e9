/* Labels before a headline, after it, or alone above it: URGENTE, UPDATE 2-, (Ampliación),
 * 1ST LEAD. */
#ifndef TX_TOKENIZER_LABELS_H
#define TX_TOKENIZER_LABELS_H

#include <stdbool.h>
#include <stddef.h>

#include "agency/profile.h"
#include "core/slice.h"

/** A label found in a text. */
struct tx_label_match {
	const struct tx_label *label;
	telex_slice text;   /* the label itself, without the punctuation after it */
	size_t len;         /* bytes it takes with that punctuation */
	telex_slice number; /* what stood for '#'; .ptr NULL without */
};

/** A label at the start of `text`, of the agency (may be NULL) or one that all share. */
bool tx_label_at_start(telex_slice text, const struct tx_profile *profile,
		       struct tx_label_match *ret_match);

/** Whether a label at the start of `text` is part of the headline's own wording and stays in it: a
 * correction set off by " - " or in brackets ("CORRECTED - GM SEES RISE"), or joined to a headline
 * in capitals. */
bool tx_label_is_wording(const struct tx_label_match *match, telex_slice text);

/** A label in brackets at the end of `text`; `len` counts back from the end. */
bool tx_label_at_end(telex_slice text, const struct tx_profile *profile,
		     struct tx_label_match *ret_match);

/** Whether all of `text` is a label. */
bool tx_label_whole(telex_slice text, const struct tx_profile *profile,
		    struct tx_label_match *ret_match);

/** The note kind, urgency and version that the text of a label token means (for the one that has only
 * the token). */
bool tx_label_read(telex_slice text, const struct tx_profile *profile,
		   struct tx_label_match *ret_match);

#endif
