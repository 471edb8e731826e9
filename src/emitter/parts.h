/* The parts of the record that are objects of their own. */
#ifndef TX_EMITTER_PARTS_H
#define TX_EMITTER_PARTS_H

#include "core/buffer.h"
#include "core/record.h"

/* Each writes the value of its key and a comma; its caller has written the key. */
void tx_write_source(struct tx_buffer *out, const struct tx_source *source, const char *hash);
void tx_write_byline(struct tx_buffer *out, const struct tx_record *record);
void tx_write_dateline(struct tx_buffer *out, const struct tx_dateline *dateline);
void tx_write_warnings(struct tx_buffer *out, const struct tx_record *record, telex_slice text);

/** "stated", …; NULL when the year is unknown. */
const char *tx_year_from_name(enum tx_year_from from);

/** Whether year, month and day are all known. */
bool tx_date_is_full(struct tx_date date);

/** {"name": …, "url": …}, either or both. */
void tx_write_publisher(struct tx_buffer *out, const struct tx_record *record);

#endif
