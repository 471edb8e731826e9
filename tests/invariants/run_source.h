/* One run over a source: its records and errors as JSON, and what must hold of every one of them
 * whatever the bytes are.  The goldens and the fuzzer stand on it. */
#ifndef TX_INVARIANTS_RUN_SOURCE_H
#define TX_INVARIANTS_RUN_SOURCE_H

#include "core/buffer.h"
#include "telex/telex.h"

/** What a run gave. */
struct tx_run {
	struct tx_buffer lines; /* a record or {"error": …} a line */
	size_t records, errors;
	telex_slice source;  /* what is parsed, all of it */
	bool converted;      /* from a charset that was named: its bytes are not the text's */
	unsigned flags;      /* of telex_record_write() for the record */
	const char *broken;  /* what did not hold, static; NULL = all is well */
	size_t broken_index; /* in the dispatch of this number */
};

/** Parse `run->source` with a new or restarted parser, fed in portions of `portion` bytes (0: at
 * once), and append what it gives to `run->lines`.  Checked of each record: the tokens tile the
 * text; record, indented record and tokens are valid JSON by jansson; the view is valid UTF-8.
 * False when something did not hold. */
bool tx_run_source(telex_parser *parser, size_t portion, struct tx_run *run);

#endif
