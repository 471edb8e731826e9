/* The tokenizer: the text of one dispatch → tokens that tile it.  A function of the text and the
 * options: no I/O, no locale, no allocation but the token array (kept and reused by the caller). */
#ifndef TX_TOKENIZER_TOKENIZER_H
#define TX_TOKENIZER_TOKENIZER_H

#include <stdbool.h>

#include "core/known_place.h"
#include "core/piece.h"
#include "core/slice.h"
#include "tokenizer/token.h"

struct tx_tokenizer; /* line tables, kept from dispatch to dispatch */

struct tx_tokenizer *tx_tokenizer_new(void); /* NULL when memory is short */
void tx_tokenizer_free(struct tx_tokenizer *tokenizer);

/** What is known of the text before reading it. */
struct tx_tokenize_options {
	const struct tx_profile *profile; /* the agency, when it is stated; else NULL */
	tx_known_place_fn *known_place;   /* NULL: no place is known */
	size_t text_start, text_end;      /* the part of `text` inside its envelope */
	/* Of text that was taken out of markup: */
	struct tx_pieces pieces; /* of a known kind; those before `text_start` are its titles */
	bool copy_only;          /* no line between text_start and text_end is a title */
	bool block_a_line;       /* each line there is one block */
	bool wrapped;            /* the envelope's rules wrap lines: none is a paragraph */
	bool on_page;            /* what is outside of text_start and text_end is a page's */
	bool titled;             /* a title is known: without a dateline all of it is copy */
};

/** Take `text` (valid UTF-8, under 4 GiB) apart.  The result is borrowed from the tokenizer until
 * its next call. NULL when memory is short. */
const struct tx_tokens *tx_tokenize(struct tx_tokenizer *tokenizer, telex_slice text,
				    const struct tx_tokenize_options *options);

#endif
