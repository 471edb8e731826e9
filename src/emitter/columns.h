/* Values of a record as plain text: rows of CSV and TSV, single values. */
#ifndef TX_EMITTER_COLUMNS_H
#define TX_EMITTER_COLUMNS_H

#include "emitter/emitter.h"

/** Between the values of a list in one column. */
#define TX_COLUMNS_BETWEEN " | "

/** The columns without the option. */
#define TX_COLUMNS_USUAL                                                                           \
	"source.path,source.member,source.index,agency.code,language,slug,headline,byline.text,"   \
	"dateline.text,dateline.date,dateline.places.0.canonical,dateline.places.0.country,"       \
	"body,end_mark,word_count"

/** Whether each of the paths, "headline,dateline.places.0.country", leads to a key; else
 * `*ret_unknown` is the first that does not. */
bool tx_columns_check(telex_slice paths, telex_slice *ret_unknown);

/** The first row, the paths themselves; `output` is TELEX_TO_CSV or TELEX_TO_TSV. */
void tx_emit_header(struct tx_buffer *out, telex_slice paths, telex_output output);

/** The record's values in one row. */
void tx_emit_row(struct tx_buffer *out, const struct tx_object *object, telex_slice paths);

/** The values, one a line, each value of a list on a line of its own. */
void tx_emit_values(struct tx_buffer *out, const struct tx_object *object, telex_slice paths);

#endif
