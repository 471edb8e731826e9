/* Evidence that is weighed: what speaks for and against a line being a person's name, or words
 * before a dash being a dateline.  All weights stand in one table. */
#ifndef TX_TOKENIZER_EVIDENCE_H
#define TX_TOKENIZER_EVIDENCE_H

#include <stdbool.h>

#include "core/slice.h"

enum tx_evidence {
	/* That words are a person's name: */
	TX_EV_BYLINE_WORD,    /* "By", "Por", "Von" before it */
	TX_EV_BYLINE_WEAK,    /* "De", "Di": these open sentences as well */
	TX_EV_GIVEN_NAME,     /* its first word is a given name */
	TX_EV_INITIAL,        /* its first word is an initial */
	TX_EV_TWO_OR_THREE,   /* words, as most names have */
	TX_EV_BELOW_SENTENCE, /* a headline above it that has small letters where titles have
				 capitals */
	TX_EV_BELOW_CAPITALS, /* a headline all in capitals above it */
	TX_EV_BELOW_TITLE,    /* a headline above it with capitals at its words, as the name has */
	TX_EV_NOTHING_ABOVE,  /* no headline above it: it may be the headline */
	TX_EV_SIGNOFF_AGREES, /* the sign-off has its initials */
	TX_EV_ROLE_BELOW,     /* a role on the next line */
	TX_EV_HEADLINE_WORD,  /* each verb or common noun in it */
	TX_EV_NAME_OF_PLACE,  /* it is a place's name, or begins with a town's */
	/* That words before a dash are a dateline, without date and mark: */
	TX_EV_PLACE,         /* a place that is known */
	TX_EV_TOWN,          /* one of some size */
	TX_EV_PROSE_FOLLOWS, /* the dash is before a sentence */
	TX_EV_NO_DASH,       /* a stop for a dash, or a place not in capitals */
	TX_EV_TITLE_ABOVE,   /* a line is above it */
	TX_EV_HOUSE_KNOWN,   /* the envelope, or the caller, names an agency */
	TX_EV__COUNT
};

/** What decides. */
enum {
	TX_EVIDENCE_NAME = 4,
	TX_EVIDENCE_NAME_ALONE = 6, /* where no dateline shows the end of the head */
	TX_EVIDENCE_DATELINE = 5
};

/** The weight of one piece of evidence; below zero: it speaks against. */
int tx_evidence_weight(enum tx_evidence evidence);

/** What the words of `name` weigh by themselves. */
int tx_evidence_of_name(telex_slice name);

#endif
