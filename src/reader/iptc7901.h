/* What the header of an IPTC 7901 message says. */
#ifndef TX_READER_IPTC7901_H
#define TX_READER_IPTC7901_H

#include <stdbool.h>

#include "core/record.h"
#include "core/slice.h"

/** Fill service, sequence, urgency, priority, category code, stated word count and (from the
 * keyword line) slug of a record from everything in front of the text.  `offset`: where `header`
 * stands in the source's UTF-8 form. */
void tx_iptc7901_read(telex_slice header, uint64_t offset, struct tx_record *record);

#endif
