/* Words with which senders fill what a format leaves open: names of meta elements and properties,
 * roles of notes, schemes of codes.  Each is a row of one table; a format asks for the words of its
 * own place. */
#ifndef TX_AGENCY_VENDOR_TERMS_H
#define TX_AGENCY_VENDOR_TERMS_H

#include <stdint.h>

#include "core/field.h"
#include "core/slice.h"

/** Where a word is used. */
enum tx_vendor_place {
	TX_VENDOR_NITF_META,       /* name of a meta element */
	TX_VENDOR_NITF_CLASSIFIER, /* type of a classifier */
	TX_VENDOR_NEWSML1_PROPERTY,
	TX_VENDOR_NEWSML1_SCHEME, /* in the address of the vocabulary of a subject code */
	TX_VENDOR_G2_NOTE,        /* role of an edNote, without its prefix */
	TX_VENDOR_G2_SCHEME,      /* prefix of a subject code */
	TX_VENDOR_JSON_CATEGORY   /* type of a category */
};

struct tx_vendor_term {
	enum tx_vendor_place place;
	const char *name;    /* compared without case */
	enum tx_field field; /* TX_FIELD__COUNT: known, and not for the record */
	uint8_t rank;        /* of equal facts the lowest counts */
};

/** The row for a word, or NULL. */
const struct tx_vendor_term *tx_vendor_term(enum tx_vendor_place place, telex_slice name);

#endif
