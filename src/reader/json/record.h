/* telex's own records as a format. */
#ifndef TX_READER_JSON_RECORD_H
#define TX_READER_JSON_RECORD_H

#include "reader/reader.h"

/** Take the records out of a frame: one, or an array of them. */
tx_unwrap_fn tx_record_unwrap;

/** Whether a JSON value is a record of telex, or an array that begins with one. */
bool tx_record_is(telex_slice frame);

/** What a record on a line begins with. */
#define TX_RECORD_START "{\"telex\":"

#endif
