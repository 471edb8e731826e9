/* The values of a record in JSON. */
#ifndef TX_READER_JSON_RECORD_VALUES_H
#define TX_READER_JSON_RECORD_VALUES_H

#include <stdbool.h>

#include "core/schema.h"
#include "reader/json/values.h"
#include "reader/story.h"

/** A record in the making. */
struct tx_reading {
	struct tx_story *story;
	struct tx_record *record;
	bool failed; /* memory is short */
};

/** Read the value of a key into the struct `base`.  False when it is of another type: see
 * tx_reading_leave(). */
bool tx_reading_value(struct tx_reading *r, const struct tx_key *key, void *base,
		      struct tx_json_value value);

/** Report a key or a value that the record cannot hold. */
void tx_reading_leave(struct tx_reading *r, telex_slice name, struct tx_json_value value);

#endif
