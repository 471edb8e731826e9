/* telex.h: the parser.  It keeps the bytes of a source until they make a dispatch, decodes that,
 * has it taken apart and normalized, and stands behind it.  Everything is kept for the next
 * dispatch: a steady run allocates nothing. */
#include "api/parser.h"

#include <stdlib.h>

#include "core/block.h"
#include "core/error.h"
#include "core/utf8.h"
#include "reader/binary.h"
#include "reader/iptc7901.h"

#define MAX_BYTES_DEFAULT ((size_t)16 << 20)
#define ARENA_KEEP_MAX    ((size_t)4 << 20)
#define BOM_BYTES         4

static char *copy_string(const char *string)
{
	size_t size = strlen(string) + 1;
	char *copy = malloc(size);

	return copy == NULL ? NULL : memcpy(copy, string, size);
}

static telex_status check_options(const telex_options *options, struct telex_parser *parser,
				  telex_error *reterr)
{
	if (options->from != NULL && strcmp(options->from, "auto") != 0 &&
	    strcmp(options->from, "text") != 0)
		return tx_fail(reterr, TELEX_ERR_USAGE, "unknown format '%.40s'", options->from);
	if (options->agency != NULL) {
		parser->agency = tx_profile_find(tx_slice_of(options->agency));
		if (parser->agency == NULL)
			return tx_fail(reterr, TELEX_ERR_USAGE, "unknown agency '%.40s'",
				       options->agency);
	}
	if (options->reference_date != NULL &&
	    !tx_date_parse_iso(tx_slice_of(options->reference_date),
			       &parser->normalize.reference_date))
		return tx_fail(reterr, TELEX_ERR_USAGE, "not a date (YYYY-MM-DD): '%.40s'",
			       options->reference_date);
	return TELEX_OK;
}

static telex_status copy_options(const telex_options *options, struct telex_parser *parser,
				 telex_error *reterr)
{
	telex_status status = check_options(options, parser, reterr);

	if (status != TELEX_OK)
		return status;
	parser->path = options->path;
	parser->member = options->member;
	parser->normalize.no_places = (options->flags & TELEX_NO_PLACES) != 0;
	if (options->max_bytes != 0)
		parser->max_bytes = options->max_bytes;
	if (options->language != NULL) {
		parser->language = copy_string(options->language);
		if (parser->language == NULL)
			return tx_fail_memory(reterr);
		parser->normalize.language = tx_slice_of(parser->language);
	}
	if (options->charset != NULL) {
		parser->charset = copy_string(options->charset);
		if (parser->charset == NULL)
			return tx_fail_memory(reterr);
		status = tx_transcoder_new(parser->charset, &parser->transcoder, reterr);
	}
	return status;
}

static void begin_source(struct telex_parser *parser)
{
	parser->input.len = 0;
	parser->consumed = 0;
	parser->input_offset = 0;
	parser->line = 1;
	parser->text_offset = 0;
	parser->index = 0;
	parser->records = 0;
	parser->started = false;
	parser->last = false;
	parser->skipping = false;
	parser->ended = false;
	parser->source_charset = parser->charset;
	parser->framer = (struct tx_framer){0};
}

telex_status telex_parser_new(const telex_options *options, telex_parser **ret_parser,
			      telex_error *reterr)
{
	struct telex_parser *parser = calloc(1, sizeof(*parser));
	telex_status status = TELEX_OK;

	if (reterr != NULL)
		*reterr = (telex_error){.path = options == NULL ? NULL : options->path};
	if (parser == NULL)
		return tx_fail_memory(reterr);
	parser->max_bytes = MAX_BYTES_DEFAULT;
	parser->tokenizer = tx_tokenizer_new();
	if (parser->tokenizer == NULL)
		status = tx_fail_memory(reterr);
	else if (options != NULL)
		status = copy_options(options, parser, reterr);
	if (status != TELEX_OK) {
		telex_parser_free(parser);
		return status;
	}
	parser->record.out = &parser->out;
	begin_source(parser);
	*ret_parser = parser;
	return TELEX_OK;
}

void telex_parser_free(telex_parser *parser)
{
	if (parser == NULL)
		return;
	tx_transcoder_free(parser->transcoder);
	tx_tokenizer_free(parser->tokenizer);
	tx_arena_done(&parser->arena);
	tx_buffer_done(&parser->input);
	tx_buffer_done(&parser->out);
	free(parser->charset);
	free(parser->language);
	free(parser);
}

void telex_parser_restart(telex_parser *parser, const char *path, const char *member)
{
	parser->path = path;
	parser->member = member;
	tx_transcoder_reset(parser->transcoder);
	if (parser->charset == NULL) {
		tx_transcoder_free(parser->transcoder);
		parser->transcoder = NULL;
	}
	begin_source(parser);
}

/* Room in `input`: what is parsed goes. */
static void drop_consumed(struct telex_parser *parser)
{
	if (parser->consumed == 0)
		return;
	parser->input.len -= parser->consumed;
	memmove(parser->input.data, parser->input.data + parser->consumed, parser->input.len);
	parser->input_offset += parser->consumed;
	parser->consumed = 0;
}

static telex_status append(struct telex_parser *parser, telex_slice bytes, bool last,
			   telex_error *reterr)
{
	if (parser->skipping)
		return TELEX_OK;
	if (parser->transcoder == NULL) {
		tx_buffer_slice(&parser->input, bytes);
		return parser->input.failed ? tx_fail_memory(reterr) : TELEX_OK;
	}
	telex_status status = tx_transcoder_feed(parser->transcoder, bytes, last, &parser->input);
	return status == TELEX_OK ? status
				  : tx_fail(reterr, status, "cannot convert the text from %s",
					    parser->source_charset);
}

/* The first bytes tell about byte-order marks: the source is converted from then on. */
static telex_status start(struct telex_parser *parser, telex_error *reterr)
{
	struct tx_bom bom = tx_bom_find(tx_slice(parser->input.data, parser->input.len));

	parser->started = true;
	if (parser->transcoder != NULL || bom.charset == NULL)
		return TELEX_OK;
	parser->source_charset = bom.charset;
	parser->consumed = bom.len;
	drop_consumed(parser);
	if (strcmp(bom.charset, "UTF-8") == 0)
		return TELEX_OK;
	telex_status status = tx_transcoder_new(bom.charset, &parser->transcoder, reterr);
	if (status != TELEX_OK)
		return status;
	struct tx_buffer raw = parser->input;
	parser->input = (struct tx_buffer){0};
	status = append(parser, tx_slice(raw.data, raw.len), false, reterr);
	tx_buffer_done(&raw);
	return status;
}

telex_status telex_parser_feed(telex_parser *parser, telex_slice bytes, unsigned flags,
			       telex_error *reterr)
{
	bool last = (flags & TELEX_LAST) != 0;
	telex_status status;

	if (reterr != NULL)
		*reterr = (telex_error){.path = parser->path};
	if (parser->last)
		return tx_fail(reterr, TELEX_ERR_USAGE, "bytes after the last ones");
	drop_consumed(parser);
	status = append(parser, bytes, last && parser->started, reterr);
	if (status == TELEX_OK && !parser->started && (last || parser->input.len >= BOM_BYTES)) {
		status = start(parser, reterr);
		if (status == TELEX_OK && last)
			status = append(parser, (telex_slice){NULL, 0}, true, reterr);
	}
	parser->last = last;
	return status;
}

static void count_lines(struct telex_parser *parser, telex_slice bytes)
{
	parser->line += tx_count_byte(bytes, '\n');
}

/* The dispatch's text in UTF-8, and its frame's offsets in that. */
static telex_status decode(struct telex_parser *parser, telex_slice raw, struct tx_frame *frame,
			   struct tx_decoded *decoded, telex_error *reterr)
{
	const char *kind = tx_binary_kind(raw);

	if (kind != NULL && parser->source_charset == NULL)
		return tx_fail_at(reterr, TELEX_ERR_BINARY, parser->input_offset + frame->start, 0,
				  0, "not text but %s", kind);
	if (!tx_charset_decode(raw, &parser->arena, decoded))
		return tx_fail_memory(reterr);
	if (decoded->text.ptr != raw.ptr && frame->kind != TX_FRAME_PLAIN &&
	    frame->kind != TX_FRAME_JUNK) {
		struct tx_framer framer = {.decided = true, .framed = true};
		struct tx_frame again;
		if (tx_frame_next(&framer, decoded->text, true, &again) == TX_FRAME_FOUND) {
			frame->text_start = frame->start + again.text_start;
			frame->text_end = frame->start + again.text_end;
			return TELEX_OK;
		}
	}
	if (decoded->text.ptr != raw.ptr) {
		frame->text_start = frame->start;
		frame->text_end = frame->start + decoded->text.len;
	}
	return TELEX_OK;
}

static void fill_source(struct telex_parser *parser, const struct tx_frame *frame,
			const struct tx_decoded *decoded)
{
	struct tx_source *source = &parser->record.fields.source;

	source->path = tx_slice_of(parser->path);
	source->member = tx_slice_of(parser->member);
	source->index = parser->index;
	source->offset = parser->input_offset + frame->start;
	source->length = frame->end - frame->start;
	source->line = parser->line;
	source->text_offset = parser->text_offset;
	source->format = tx_frame_format(frame->kind);
	source->charset =
		parser->source_charset != NULL ? parser->source_charset : decoded->charset;
}

/* Where the first U+FFFD stands that takes the place of bytes; the text's length: none does. */
static size_t first_replaced(const struct telex_parser *parser, const struct tx_decoded *decoded)
{
	if (decoded->replaced > 0)
		return decoded->first_replaced;
	return parser->transcoder == NULL ? decoded->text.len
					  : tx_slice_find(decoded->text, TX_LIT("\xef\xbf\xbd"));
}

static void warn_of_frame(struct telex_parser *parser, const struct tx_frame *frame,
			  const struct tx_decoded *decoded)
{
	struct tx_record *record = &parser->record.fields;
	size_t replaced = first_replaced(parser, decoded);

	if (replaced < parser->record.text.len)
		tx_record_warn(record, TX_WARN_CHARSET_MIXED, replaced,
			       TX_LIT("bytes that decode to nothing were replaced by U+FFFD"));
	if (frame->kind == TX_FRAME_JUNK)
		tx_record_warn(record, TX_WARN_FRAME_JUNK, 0, TX_LIT("text between two envelopes"));
	else if (!frame->closed && frame->kind != TX_FRAME_PLAIN)
		tx_record_warn(record, TX_WARN_FRAME_OPEN, 0, TX_LIT("the envelope has no end"));
}

static telex_status parse(struct telex_parser *parser, struct tx_frame *frame, telex_error *reterr)
{
	telex_slice raw = tx_slice(parser->input.data + frame->start, frame->end - frame->start);
	struct telex_record *record = &parser->record;
	struct tx_tokenize_options options = {.profile = parser->agency};
	struct tx_decoded decoded;

	if (raw.len > parser->max_bytes)
		return tx_fail_at(reterr, TELEX_ERR_TOO_BIG, parser->input_offset + frame->start,
				  (uint32_t)parser->line, 1,
				  "the dispatch is larger than %zu bytes", parser->max_bytes);
	telex_status status = decode(parser, raw, frame, &decoded, reterr);
	if (status != TELEX_OK)
		return status;
	record->fields.warning_count = 0;
	memset(&record->fields, 0, offsetof(struct tx_record, warnings));
	record->text = decoded.text;
	fill_source(parser, frame, &decoded);
	warn_of_frame(parser, frame, &decoded);
	options.text_start = frame->text_start - frame->start;
	options.text_end = frame->text_end - frame->start;
	if (frame->kind == TX_FRAME_IPTC7901 || frame->kind == TX_FRAME_STRIPPED)
		tx_iptc7901_read(tx_slice_take(record->text, options.text_start),
				 record->fields.source.text_offset, &record->fields);
	record->tokens = tx_tokenize(parser->tokenizer, record->text, &options);
	if (record->tokens == NULL || !tx_normalize(&record->fields, record->text, record->tokens,
						    &parser->normalize, &parser->arena))
		return tx_fail_memory(reterr);
	return TELEX_OK;
}

/* Nothing is left but blanks, or what is left is not whole yet. */
static telex_status nothing_found(struct telex_parser *parser, enum tx_frame_result result,
				  telex_error *reterr)
{
	size_t pending = parser->input.len - parser->consumed;

	if (result == TX_FRAME_MORE && pending > parser->max_bytes && !parser->skipping) {
		parser->skipping = !parser->framer.framed;
		parser->consumed = parser->input.len;
		parser->framer.scanned = 0;
		parser->records++;
		return tx_fail_at(reterr, TELEX_ERR_TOO_BIG, parser->input_offset,
				  (uint32_t)parser->line, 1,
				  "the dispatch is larger than %zu bytes", parser->max_bytes);
	}
	if (result == TX_FRAME_NONE && parser->last && parser->records == 0 && !parser->ended) {
		parser->ended = true;
		return tx_fail(reterr, TELEX_ERR_EMPTY, "no text");
	}
	return TELEX_END;
}

telex_status telex_parser_next(telex_parser *parser, const telex_record **ret_record,
			       telex_error *reterr)
{
	struct tx_frame frame;

	if (reterr != NULL)
		*reterr = (telex_error){.path = parser->path};
	if (!parser->started)
		return TELEX_END;
	telex_slice left =
		tx_slice_skip(tx_slice(parser->input.data, parser->input.len), parser->consumed);
	enum tx_frame_result result = tx_frame_next(&parser->framer, left, parser->last, &frame);
	if (result != TX_FRAME_FOUND)
		return nothing_found(parser, result, reterr);
	frame.start += parser->consumed;
	frame.text_start += parser->consumed;
	frame.text_end += parser->consumed;
	frame.end += parser->consumed;
	tx_arena_reset(&parser->arena, ARENA_KEEP_MAX);
	telex_status status = parse(parser, &frame, reterr);
	parser->index++;
	parser->records++;
	count_lines(parser, tx_slice(parser->input.data + frame.start, frame.end - frame.start));
	parser->text_offset +=
		status == TELEX_OK ? parser->record.text.len : frame.end - frame.start;
	parser->consumed = frame.end;
	if (status == TELEX_OK)
		*ret_record = &parser->record;
	return status;
}
