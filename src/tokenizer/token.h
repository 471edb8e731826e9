/* Tokens: the pieces of one dispatch's text.  They tile it: in order, without gap or overlap. */
#ifndef TX_TOKENIZER_TOKEN_H
#define TX_TOKENIZER_TOKEN_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "core/piece.h"
#include "core/record.h"
#include "tokenizer/dateline/dateline.h"
#include "tokenizer/lines/endmark.h"
#include "tokenizer/lines/labels.h"
#include "tokenizer/lines/signoff.h"
#include "core/stamp.h"

/** Of an array in which one that ends at 0 is before the first. */
struct tx_token {
	uint32_t end; /* byte of the text */
	uint8_t kind; /* enum tx_token_kind */
	uint8_t note; /* enum tx_note_kind */
};

/** Where a token starts: at the end of the one before. */
static inline uint32_t tx_token_start(const struct tx_token *token)
{
	return token[-1].end;
}

/** "paragraph", …. */
const char *tx_token_kind_name(enum tx_token_kind kind);

/** What the foot of a dispatch says, as it was parsed where its tokens were found. */
struct tx_closing {
	struct tx_signoff signoff; /* of the first sign-off; .count == 0 without */
	struct tx_end_mark
		end_mark; /* the first one, with the last bureau; .mark.ptr NULL without */
	bool has_stamp;
	struct tx_stamp stamp; /* the last one */
};

/** A label at the head, as it was parsed where its token was found: of a note token, or of the
 * headline token that it is part of the wording of. */
struct tx_head_label {
	uint32_t end; /* where the token ends */
	struct tx_label_match match;
};

#define TX_HEAD_LABELS_MAX 8

/** A dispatch taken apart.  `dateline` is filled when there is a dateline token. */
struct tx_tokens {
	struct tx_token *items;
	size_t count;
	size_t capacity;
	const struct tx_profile *profile; /* the agency whose dispatch it is, or NULL */
	bool profile_tie;                 /* two agencies claimed it equally */
	size_t claim_count;               /* agencies that claimed it at all */
	bool has_dateline;
	bool lines_joined; /* lines were so many that they are joined */
	bool copy_only;    /* what is above the dateline is copy too */
	struct tx_dateline_parts dateline;
	struct tx_closing closing;
	struct tx_head_label labels[TX_HEAD_LABELS_MAX];
	size_t label_count;
	bool headline_read; /* the labels of the headline are notes of their own, or not there */
};

#endif
