/* The parser: what its options say, the reader of its source, and the record of the story at hand
 * with everything that is reused for the next one. */
#ifndef TX_API_PARSER_H
#define TX_API_PARSER_H

#include "api/series.h"
#include "core/arena.h"
#include "core/buffer.h"
#include "core/record.h"
#include "normalizer/normalizer.h"
#include "reader/reader.h"
#include "tokenizer/tokenizer.h"

/** A record as the API hands it out: with the text and tokens it was made from. */
struct telex_record {
	struct tx_record fields;
	telex_slice text; /* the dispatch in UTF-8, its envelope included */
	const struct tx_tokens *tokens;
	struct tx_buffer *out; /* what was written last; the parser's */
	const char *columns;   /* paths of keys; the parser's */
	unsigned view_columns; /* the parser's option */
	uint64_t omitted;      /* keys that are not written; the parser's option */
};

struct telex_parser {
	char *charset, *language, *text_key, *id_key, *own_member; /* copies of options, or NULL */
	char *columns, *hosts;                                     /* likewise */
	char *split;               /* own; as the option, NULL: by what the text shows */
	const char *path, *member; /* borrowed, or own_member */
	const struct tx_profile *agency;
	struct tx_vocabulary *vocabulary; /* own; NULL = none */
	struct tx_normalize_options normalize;

	struct tx_reader reader;
	struct tx_series series; /* what ends dispatches in plain text */

	struct tx_arena arena;
	struct tx_tokenizer *tokenizer;
	struct tx_tokens read_back; /* of a record that was read back */
	struct telex_record record;
	struct tx_buffer out;
};

#endif
