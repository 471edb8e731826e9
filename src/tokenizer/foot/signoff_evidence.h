/* Evidence that a line is a sign-off: initials, or short words of a sentence.  All weights stand in
 * one table. */
#ifndef TX_TOKENIZER_SIGNOFF_EVIDENCE_H
#define TX_TOKENIZER_SIGNOFF_EVIDENCE_H

#include <stdbool.h>

#include "tokenizer/lines/signoff.h"

enum tx_signoff_evidence {
	TX_SIGNOFF_SLASH,       /* between groups */
	TX_SIGNOFF_HYPHEN,      /* between groups, without blanks */
	TX_SIGNOFF_STAMPED,     /* a date and time after it */
	TX_SIGNOFF_BELOW_MARK,  /* an end mark right above it */
	TX_SIGNOFF_NO_MARK,     /* none, though the agency writes one */
	TX_SIGNOFF_PLAIN_STYLE, /* the agency writes groups with blanks alone */
	TX_SIGNOFF_FULL_STOP,   /* a stop after the last group, as after a sentence */
	TX_SIGNOFF_WORDS,       /* most groups are words of a language */
	TX_SIGNOFF_NAME,        /* a capital and three small letters or more: a name's beginning */
	TX_SIGNOFF__COUNT
};

/** What decides. */
enum { TX_SIGNOFF_ENOUGH = 2 };

/** The weight of one piece of evidence; below zero: it speaks against. */
int tx_signoff_weight(enum tx_signoff_evidence evidence);

/** What the form of `line`, which was parsed as `signoff`, weighs with the `sum` of what is known
 * otherwise; `plain`: an agency of plain style sent it. */
int tx_signoff_weigh(telex_slice line, bool plain, int sum, const struct tx_signoff *signoff);

#endif
