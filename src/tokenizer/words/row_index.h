/* Indexes of tables whose rows begin a text: constants that index_rows.c writes at build time, so
 * that a row may be anywhere in its table. */
#ifndef TX_TOKENIZER_ROW_INDEX_H
#define TX_TOKENIZER_ROW_INDEX_H

#include <stdint.h>

#include "core/slice.h"

/** Rows are in one bucket when their first two bytes agree in five bits each: a letter in both of
 *  its cases. */
#define TX_ROW_BYTES   32U
#define TX_ROW_BUCKETS (TX_ROW_BYTES * TX_ROW_BYTES)

struct tx_row_index {
	uint8_t starts[TX_ROW_BUCKETS + 1]; /* where the rows of a bucket begin in `order` */
	const uint8_t *order;               /* numbers of rows; of a bucket, as in the table */
};

/** Rows [first, end) of an index's `order`. */
struct tx_row_range {
	unsigned first, end;
};

extern const struct tx_row_index tx_note_rows;  /* lines/notes.def */
extern const struct tx_row_index tx_label_rows; /* lines/labels.def */
extern const struct tx_row_index tx_tail_rows;  /* foot/tails.def */

static inline unsigned tx_row_bucket(char first, char second)
{
	return (unsigned char)first % TX_ROW_BYTES * TX_ROW_BYTES +
	       (unsigned char)second % TX_ROW_BYTES;
}

/** The rows that may begin `s`, by its first two bytes: none for most words. */
static inline struct tx_row_range tx_rows_beginning(const struct tx_row_index *index, telex_slice s)
{
	if (s.len < 2)
		return (struct tx_row_range){0, 0};
	const uint8_t *starts = index->starts + tx_row_bucket(s.ptr[0], s.ptr[1]);
	return (struct tx_row_range){starts[0], starts[1]};
}

/** The rows whose first byte may be `first`. */
static inline struct tx_row_range tx_rows_on(const struct tx_row_index *index, char first)
{
	const uint8_t *starts = index->starts + tx_row_bucket(first, '\0');
	return (struct tx_row_range){starts[0], starts[TX_ROW_BYTES]};
}

#endif
