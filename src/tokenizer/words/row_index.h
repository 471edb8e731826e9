/* Indexes of tables whose rows begin a text: constants that index_rows.c writes at build time, so
 * that a row may be anywhere in its table. */
#ifndef TX_TOKENIZER_ROW_INDEX_H
#define TX_TOKENIZER_ROW_INDEX_H

#include <stdbool.h>
#include <stdint.h>

#include "core/slice.h"

/** Rows share a bucket when their first bytes agree in five bits: a letter in both of its cases. */
enum { TX_ROW_BUCKETS = 32 };

struct tx_row_index {
	uint32_t seconds[TX_ROW_BUCKETS];   /* the second bytes of its rows, likewise, as bits */
	uint8_t starts[TX_ROW_BUCKETS + 1]; /* where its rows begin in `order` */
	const uint8_t *order;               /* numbers of rows, in the table's order */
};

extern const struct tx_row_index tx_note_rows;  /* lines/notes.def */
extern const struct tx_row_index tx_label_rows; /* lines/labels.def */
extern const struct tx_row_index tx_tail_rows;  /* foot/tails.def */

static inline unsigned tx_row_bucket(char c)
{
	return (unsigned char)c % TX_ROW_BUCKETS;
}

/** Whether a row of the table may begin `s`, by its first two bytes: most words are out here. */
static inline bool tx_rows_may_begin(const struct tx_row_index *index, telex_slice s)
{
	return s.len > 1 &&
	       (index->seconds[tx_row_bucket(s.ptr[0])] >> tx_row_bucket(s.ptr[1]) & 1U) != 0;
}

#endif
