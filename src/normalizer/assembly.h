/* A record while its texts are taken from tokens: what assemble.c and notes.c share. */
#ifndef TX_NORMALIZER_ASSEMBLY_H
#define TX_NORMALIZER_ASSEMBLY_H

#include "core/arena.h"
#include "core/record.h"
#include "normalizer/assemble.h"
#include "tokenizer/lines/labels.h"
#include "tokenizer/token.h"

struct tx_assembly {
	struct tx_record *record;
	telex_slice text;
	const struct tx_tokens *tokens;
	struct tx_arena *arena;
	struct tx_findings *findings;
	telex_slice role_line;
	bool below_dateline; /* or there is none */
	bool open_hyphen;
	bool controls;
	bool failed;
};

/** The text of a token, without blanks at its ends. */
static inline telex_slice tx_token_text(const struct tx_assembly *a, const struct tx_token *token)
{
	return tx_trim(
		tx_slice(a->text.ptr + tx_token_start(token), token->end - tx_token_start(token)));
}

/** Where a stretch of the text is in the source. */
struct tx_span tx_span_of(const struct tx_assembly *a, telex_slice raw);

/** A stretch of the text with its white space folded. */
struct tx_text tx_text_fold(struct tx_assembly *a, telex_slice raw);

/** Take the note of a token, and what it says of the whole dispatch. */
void tx_note_take(struct tx_assembly *a, const struct tx_token *token);

/** The label that the tokenizer has found in a token, or NULL. */
const struct tx_label_match *tx_note_label(const struct tx_assembly *a,
					   const struct tx_token *token);

/** Make a note of a label. */
void tx_note_add_label(struct tx_assembly *a, const struct tx_label_match *match);

/** Make notes of the labels of a headline that an envelope names; what is left is returned. */
telex_slice tx_note_cut_labels(struct tx_assembly *a, telex_slice raw);

#endif
