/* What the header of an IPTC 7901 message says. */
#ifndef TX_READER_IPTC7901_H
#define TX_READER_IPTC7901_H

#include "reader/story.h"

/** State service, sequence, urgency, priority, category, word count and (from the keyword line)
 * slug from everything before the text. */
void tx_iptc7901_read(telex_slice header, struct tx_story *story);

#endif
