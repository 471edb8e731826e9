/* The state that a page's scripts hold, JSON from which they would write the story: read where the
 * page itself shows no text. */
#ifndef TX_READER_PAGE_BODY_STATE_H
#define TX_READER_PAGE_BODY_STATE_H

#include <stdbool.h>

#include "core/buffer.h"
#include "core/slice.h"

#define TX_PAGE_SCRIPTS_MAX 128
#define TX_PAGE_SUBJECTS    2 /* headline and abstract, decoded */

/** Scripts that may hold it, in the page's bytes. */
struct tx_page_state {
	telex_slice scripts[TX_PAGE_SCRIPTS_MAX];
	size_t count;
};

/** Note a script of the page. */
void tx_page_state_note(struct tx_page_state *state, telex_slice script);

/** The longest prose that the scripts hold and that is about the headline and the abstract, a
 * paragraph a line, in `out`; left empty where there is not enough for a story.  `scratch` is
 * overwritten.  A buffer's `failed` says that memory is short. */
void tx_page_state_read(const struct tx_page_state *state,
			const telex_slice subjects[TX_PAGE_SUBJECTS], struct tx_buffer *out,
			struct tx_buffer *scratch);

#endif
