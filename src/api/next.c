/* telex.h: the next record.  A frame of the source is cut off; plain text and envelopes of control
 * characters are parsed where they stand, documents of the other framings by stories.c. */
#include "api/parser.h"
#include "normalizer/places/places.h"
#include "core/block.h"
#include "core/error.h"
#include "core/utf8.h"
#include "reader/binary.h"
#include "reader/iptc7901.h"

/* The line ends of text that holds a CR: LF, CR LF, CR.  `*after_cr`: a CR is before it, and
 * then whether one is its last byte. */
static uint64_t count_any_ends(telex_slice s, bool *after_cr)
{
	uint64_t count = 0;

	for (size_t i = 0; i < s.len; i++) {
		count += s.ptr[i] == '\r' || (s.ptr[i] == '\n' && !*after_cr);
		*after_cr = s.ptr[i] == '\r';
	}
	return count;
}

void tx_parser_count_lines(struct telex_parser *parser, size_t to)
{
	telex_slice bytes = tx_slice_skip(tx_slice(parser->input.data, to), parser->counted);

	if (bytes.len == 0)
		return;
	if (parser->after_cr || memchr(bytes.ptr, '\r', bytes.len) != NULL)
		parser->line += count_any_ends(bytes, &parser->after_cr);
	else
		parser->line += tx_count_byte(bytes, '\n');
	parser->counted = to;
}

/* Bytes of a text in UTF-8 without its last `count` characters. */
static size_t without_last(telex_slice text, size_t count)
{
	uint32_t c;

	while (count-- > 0 && text.len > 0)
		text.len -= tx_utf8_decode_last(text, &c);
	return text.len;
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
		struct tx_control_framer framer = {.decided = true, .framed = true};
		struct tx_frame again;
		if (tx_frame_next(&framer, decoded->text, true, &again) == TX_FRAME_FOUND) {
			frame->text_start = frame->start + again.text_start;
			frame->text_end = frame->start + again.text_end;
			return TELEX_OK;
		}
	}
	if (decoded->text.ptr != raw.ptr) {
		/* Each byte of the separator after the text became one character. */
		size_t separator = frame->end - frame->text_end;
		frame->text_start = frame->start;
		frame->text_end = frame->start + without_last(decoded->text, separator);
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

size_t tx_parser_first_replaced(const struct telex_parser *parser, const struct tx_decoded *decoded)
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
	size_t replaced = tx_parser_first_replaced(parser, decoded);

	if (replaced < parser->record.text.len)
		tx_record_warn(record, TX_WARN_CHARSET_MIXED, replaced,
			       TX_LIT("bytes that decode to nothing were replaced by U+FFFD"));
	if (frame->kind == TX_FRAME_JUNK)
		tx_record_warn(record, TX_WARN_FRAME_JUNK, 0, TX_LIT("text between two envelopes"));
	else if (!frame->closed && frame->kind != TX_FRAME_PLAIN)
		tx_record_warn(record, TX_WARN_FRAME_OPEN, 0, TX_LIT("the envelope has no end"));
}

void tx_parser_begin_record(struct telex_parser *parser, telex_slice text)
{
	struct telex_record *record = &parser->record;

	record->fields.warning_count = 0;
	memset(&record->fields, 0, offsetof(struct tx_record, warnings));
	record->text = text;
}

static telex_status parse(struct telex_parser *parser, struct tx_frame *frame, telex_error *reterr)
{
	telex_slice raw = tx_slice(parser->input.data + frame->start, frame->end - frame->start);
	struct telex_record *record = &parser->record;
	struct tx_tokenize_options options = {.profile = parser->agency,
					      .known_place = tx_place_known};
	struct tx_story *story = NULL;
	struct tx_decoded decoded;

	telex_status status = decode(parser, raw, frame, &decoded, reterr);
	if (status != TELEX_OK)
		return status;
	tx_parser_begin_record(parser, decoded.text);
	fill_source(parser, frame, &decoded);
	warn_of_frame(parser, frame, &decoded);
	options.text_start = frame->text_start - frame->start;
	options.text_end = frame->text_end - frame->start;
	if (frame->kind == TX_FRAME_IPTC7901 || frame->kind == TX_FRAME_STRIPPED) {
		story = tx_story_new(&parser->arena, tx_frame_format(frame->kind));
		if (story == NULL)
			return tx_fail_memory(reterr);
		tx_iptc7901_read(tx_slice_take(record->text, options.text_start), story);
		options.wrapped = true;
	}
	record->tokens = tx_tokenize(parser->tokenizer, record->text, &options);
	if (record->tokens == NULL ||
	    !tx_normalize(&record->fields, record->text, record->tokens, story, &parser->normalize,
			  &parser->arena) ||
	    parser->arena.failed)
		return tx_fail_memory(reterr);
	tx_record_end_warnings(&record->fields);
	return TELEX_OK;
}

static telex_status nothing_left(struct telex_parser *parser, telex_error *reterr)
{
	if (!parser->last || parser->records > parser->passed_over || parser->ended)
		return TELEX_END;
	parser->ended = true;
	return tx_fail(reterr, TELEX_ERR_EMPTY,
		       parser->passed_over > 0 ? "no dispatch in this crawl" : "no text");
}

/* Throw `part` away, which is at `parser->consumed`: fillers, or a piece of a dispatch that is too
 * large. */
static void drop(struct telex_parser *parser, const struct tx_frame *part)
{
	if (part->oversized && !parser->skipping) {
		parser->skipping = true;
		tx_parser_count_lines(parser, parser->consumed + part->start);
		parser->skipped_line = parser->line;
		parser->skipped_offset = parser->input_offset + parser->consumed + part->start;
	}
	parser->consumed += part->end;
	parser->text_offset += part->end;
	tx_parser_count_lines(parser, parser->consumed);
}

/* The error for a dispatch that is too large, once its end is known. */
static telex_status leave_out(struct telex_parser *parser, const struct tx_frame *last_part,
			      telex_error *reterr)
{
	unsigned long long index = parser->index++;

	drop(parser, last_part);
	parser->skipping = false;
	parser->records++;
	return tx_fail_at(
		reterr, TELEX_ERR_TOO_BIG, parser->skipped_offset, (uint32_t)parser->skipped_line,
		1,
		"the dispatch is larger than %zu bytes; left out: index %llu, offset %llu, %llu "
		"bytes",
		parser->max_bytes, index, (unsigned long long)parser->skipped_offset,
		(unsigned long long)(parser->input_offset + parser->consumed -
				     parser->skipped_offset));
}

static void warn_of_second(struct telex_parser *parser, const struct tx_frame *frame)
{
	struct telex_record *record = &parser->record;
	/* In a text that was decoded the line is somewhere else. */
	bool own = record->text.ptr == parser->input.data + frame->start;

	tx_record_warn(&record->fields, TX_WARN_SECOND_DATELINE, own ? frame->second : 0,
		       TX_LIT("perhaps two dispatches: nothing ends the first above another "
			      "dateline"));
}

static telex_status parse_text(struct telex_parser *parser, telex_error *reterr)
{
	struct tx_frame *frame = &parser->frame;
	telex_status status;

	tx_arena_reset(&parser->arena, TX_PARSER_ARENA_KEEP);
	status = parser->series.failed ? tx_fail_memory(reterr) : parse(parser, frame, reterr);
	parser->series.failed = false;
	if (status == TELEX_OK && frame->second > 0 && frame->second < frame->end - frame->start)
		warn_of_second(parser, frame);
	parser->index++;
	parser->records++;
	parser->text_offset +=
		status == TELEX_OK ? parser->record.text.len : frame->end - frame->start;
	parser->consumed = frame->end;
	return status;
}

static telex_status parse_frame(struct telex_parser *parser, telex_error *reterr)
{
	struct tx_frame *frame = &parser->frame;

	/* Blanks before a document are not of it. */
	parser->text_offset += frame->start;
	frame->start += parser->consumed;
	frame->text_start += parser->consumed;
	frame->text_end += parser->consumed;
	frame->end += parser->consumed;
	tx_parser_count_lines(parser, frame->start);
	telex_slice bytes = tx_slice(parser->input.data + frame->start, frame->end - frame->start);
	bool coded =
		frame->kind == TX_FRAME_MARKUP || tx_format_of_envelope(frame->kind, bytes) != NULL;
	return coded ? tx_parser_parse_frame(parser, reterr) : parse_text(parser, reterr);
}

static telex_status next_frame(struct telex_parser *parser, telex_error *reterr)
{
	struct tx_frame *frame = &parser->frame;
	telex_status status;

	for (;;) {
		telex_slice left = tx_slice_skip(tx_slice(parser->input.data, parser->input.len),
						 parser->consumed);
		switch (tx_framer_next(&parser->framer, parser->format, left, parser->max_bytes,
				       parser->last, frame)) {
		case TX_FRAME_FOUND:
			status = frame->oversized ? leave_out(parser, frame, reterr)
						  : parse_frame(parser, reterr);
			if (status != TELEX_END)
				return status;
			break;
		case TX_FRAME_MORE:
			return TELEX_END;
		case TX_FRAME_NONE:
			return nothing_left(parser, reterr);
		case TX_FRAME_PART:
			drop(parser, frame);
			break;
		}
	}
}

telex_status telex_parser_next(telex_parser *parser, const telex_record **ret_record,
			       telex_error *reterr)
{
	telex_status status;

	if (reterr != NULL)
		*reterr = (telex_error){.path = parser->path};
	if (!parser->started)
		return TELEX_END;
	status = parser->story != NULL ? tx_parser_next_story(parser, reterr)
				       : next_frame(parser, reterr);
	if (status == TELEX_OK)
		*ret_record = &parser->record;
	return status;
}
