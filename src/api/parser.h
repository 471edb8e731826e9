/* The parser: one source, its bytes, the dispatch at hand and everything reused between dispatches.
 */
#ifndef TX_API_PARSER_H
#define TX_API_PARSER_H

#include "api/series.h"
#include "core/arena.h"
#include "core/buffer.h"
#include "core/record.h"
#include "normalizer/normalizer.h"
#include "reader/charset.h"
#include "reader/format.h"
#include "reader/framer.h"
#include "tokenizer/tokenizer.h"

/** A record as the API hands it out: with the text and tokens it was made from. */
struct telex_record {
	struct tx_record fields;
	telex_slice text; /* the dispatch in UTF-8, its envelope included */
	const struct tx_tokens *tokens;
	struct tx_buffer *out; /* what was written last; the parser's */
	const char *columns;   /* paths of keys; the parser's */
	uint64_t omitted;      /* keys that are not written; the parser's option */
};

struct telex_parser {
	char *columns;                                             /* own, NULL: the usual ones */
	char *charset, *language, *text_key, *id_key, *own_member; /* copies of options, or NULL */
	const char *path, *member;                                 /* borrowed, or own_member */
	const struct tx_profile *agency;
	struct tx_vocabulary *vocabulary; /* own; NULL = none */
	struct tx_normalize_options normalize;
	size_t max_bytes;

	struct tx_buffer input; /* bytes of the source that are not parsed yet, and some that are */
	size_t consumed;        /* of `input`: parsed */
	uint64_t input_offset;  /* offset in the source of input.data[0] */
	uint64_t line;          /* line of the source at `counted`, from 1 */
	size_t counted;         /* bytes of `input` whose line ends are counted */
	bool after_cr;          /* the last of them is a CR */
	uint64_t text_offset;   /* offset in the source's UTF-8 form at `consumed` */
	uint64_t index;         /* of the next dispatch */
	uint64_t records;       /* dispatches that gave a record or an error */
	bool started;           /* the first bytes have been looked at */
	bool last;              /* no more bytes come */
	bool ended;             /* the source's end has been reported */
	const char *source_charset; /* of a transcoded source or by its byte-order mark, NULL =
				       judged by dispatch */
	struct tx_transcoder *transcoder;
	const struct tx_format *format; /* that the user names, or NULL */
	char *split;                    /* own; as the option, NULL: by what the text shows */
	char *hosts;                    /* own; as the option, or NULL */
	uint64_t passed_over;           /* pages of a crawl without a dispatch */
	struct tx_framer framer;
	struct tx_series series; /* what ends dispatches in plain text */
	bool skipping;           /* a dispatch that is too large has begun */
	uint64_t skipped_offset; /* where in the source it begins */
	uint64_t skipped_line;

	struct tx_reader reader; /* stories of the frame at hand */
	struct tx_story *story;  /* the next of them to be parsed, or NULL */
	struct tx_frame frame;   /* where they came from */
	uint64_t frame_line;
	uint64_t story_offset; /* of their frame in the source's UTF-8 form */
	const char *frame_charset;

	struct tx_arena arena;
	struct tx_tokenizer *tokenizer;
	struct tx_tokens read_back; /* of a record that was read back */
	struct telex_record record;
	struct tx_buffer out;
};

/** Memory that an arena keeps between dispatches, bytes. */
#define TX_PARSER_ARENA_KEEP ((size_t)4 << 20)

/** Empty the record for a dispatch whose text is `text`. */
void tx_parser_begin_record(struct telex_parser *parser, telex_slice text);

/** Make `line` that of the byte `to` of the input: not before it is asked for, since most sources
 * are one dispatch. */
void tx_parser_count_lines(struct telex_parser *parser, size_t to);

/** Where the first U+FFFD is that takes the place of bytes; the text's length when none does. */
size_t tx_parser_first_replaced(const struct telex_parser *parser,
				const struct tx_decoded *decoded);

/** Unwrap the document `parser->frame` and parse its first story. */
telex_status tx_parser_parse_frame(struct telex_parser *parser, telex_error *reterr);

/** Parse the next story of the document at hand. */
telex_status tx_parser_next_story(struct telex_parser *parser, telex_error *reterr);

#endif
