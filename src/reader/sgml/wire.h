/* Lines of a wire's own header (ANPA-1312) that the collections have kept. */
#ifndef TX_READER_SGML_WIRE_H
#define TX_READER_SGML_WIRE_H

#include "reader/story.h"

/** "f0704 US reute": level, number and selector.  False when it is none. */
bool tx_wire_number_line(struct tx_story *story, telex_slice line);

/** "u f BC-KEYWORD   02-26 0105": priority, category, keyword, date, words.  False when it is
 * none. */
bool tx_wire_first_line(struct tx_story *story, telex_slice line);

/** "AM-Peanut Supports, 1st Ld,150": keyword, version, words. */
void tx_wire_keyword_line(struct tx_story *story, telex_slice line);

#define TX_WIRE_STAMP_SIZE 32

/** "AP-NR-02-12-88 1637EST" as "1988-02-12T16:37 EST"; `*ret_wire` is what stands in front of the
 * date.  False when it is none. */
bool tx_wire_stamp(telex_slice text, char out[TX_WIRE_STAMP_SIZE], telex_slice *ret_wire);

#endif
