/* The packed table of IPTC Subject Codes and of the topics at the top of IPTC's Media Topics; made
 * at build time by data/pack_subjects.c. */
#ifndef TX_NORMALIZER_SUBJECT_TABLE_H
#define TX_NORMALIZER_SUBJECT_TABLE_H

#include <stddef.h>
#include <stdint.h>

#include "core/record.h"

#define TX_MEDTOPS     17
#define TX_SUBJECT_TOP 1000000 /* a code's first two digits count these */

struct tx_subject {
	uint32_t code; /* eight digits */
	uint32_t name; /* offset in the texts: a length, then the bytes */
};

/** Sorted by code. */
extern const struct tx_subject tx_subjects[];
extern const size_t tx_subject_count;
extern const unsigned char tx_subject_texts[];

/** Numbers 1 to 17 from 0. */
extern const struct tx_medtop tx_medtops[TX_MEDTOPS];

/** IPTC's word for the level of a Subject Code: "Subject", "SubjectMatter", "SubjectDetail". */
static inline const char *tx_subject_level(uint32_t code)
{
	if (code % TX_SUBJECT_TOP == 0)
		return "Subject";
	return code % 1000 == 0 ? "SubjectMatter" : "SubjectDetail";
}

#endif
