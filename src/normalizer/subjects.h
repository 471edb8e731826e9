/* Subjects by standard codes: names, levels, schemes. */
#ifndef TX_NORMALIZER_SUBJECTS_H
#define TX_NORMALIZER_SUBJECTS_H

#include "core/record.h"
#include "normalizer/vocabulary.h"

/** The credit that the data's licence asks for. */
#define TX_SUBJECTS_CREDIT \
	"Subject names: NewsCodes (c) IPTC (https://iptc.org/standards/newscodes/), CC BY 4.0, " \
	"reformatted.\n"

/** Say of each subject of the record in which scheme its code is; of IPTC's also its name, level
 * and the topic at the top of Media Topics.  A name that the sender gives stays.  `vocabulary`
 * (NULL: none) has the names that the library does not. */
void tx_subjects_name(struct tx_record *record, const struct tx_vocabulary *vocabulary);

#endif
