/* Credit lines, as newspapers and portals print them around an agency's copy: "EFE / Madrid",
 * "Redacción / EFE", "By the CNN Wire Staff", "Con información de AFP y EFE". */
#ifndef TX_TOKENIZER_CREDITLINE_H
#define TX_TOKENIZER_CREDITLINE_H

#include <stdbool.h>
#include <stddef.h>

#include "agency/match.h"
#include "core/calendar.h"
#include "core/known_place.h"
#include "core/slice.h"

#define TX_CREDIT_MARKS_MAX 6

enum tx_credit_kind {
	TX_CREDIT_NONE,
	TX_CREDIT_AGENCY, /* agencies, desks, papers */
	TX_CREDIT_PLACE,  /* with a place: a dateline where there is no other */
	TX_CREDIT_BYLINE, /* a byline word before an agency, or a person's name and an agency */
	TX_CREDIT_PHOTO   /* an agency and a person's name: of a picture */
};

struct tx_credit_line {
	enum tx_credit_kind kind;
	telex_slice marks[TX_CREDIT_MARKS_MAX]; /* agencies as written */
	const struct tx_profile *profiles[TX_CREDIT_MARKS_MAX];
	size_t mark_count;
	telex_slice place; /* .ptr NULL: none */
	bool person;       /* a person is named */
	struct tx_date date;
};

/** Whether the whole of `line` is a credit line; `known_place` may be NULL: then no place is. */
bool tx_credit_read(telex_slice line, tx_known_place_fn *known_place,
		    struct tx_credit_line *ret_credit);

/** Claim the dispatch for the agencies of a credit, the first one before the others; anything else
 * that names an agency counts for more. */
void tx_credit_claim(const struct tx_credit_line *credit, struct tx_claims *claims);

#endif
