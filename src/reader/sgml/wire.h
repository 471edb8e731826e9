/* Lines of a wire's own header (ANPA-1312) that the collections have kept. */
#ifndef TX_READER_SGML_WIRE_H
#define TX_READER_SGML_WIRE_H

#include "reader/control/anpa_header.h"

/** "f0704 US reute": level, number and selector.  False when it is not one. */
bool tx_wire_number_line(struct tx_story *story, telex_slice line);

/** "u f BC-KEYWORD   02-26 0105": priority, category, keyword, date, words.  False when it is
 * none. */
bool tx_wire_first_line(struct tx_story *story, telex_slice line);

/** "AP-NR-02-12-88 1637EST": the wire's line and the time of issue.  False when it is not one. */
bool tx_wire_stamp(struct tx_story *story, telex_slice text);

#endif
