/* Documents that hold stories: XML, JSON, SGML, mail.  A document is unwrapped as a whole; its
 * stories are parsed and handed out one by one. */
#include "api/parser.h"
#include "api/read_back.h"
#include "normalizer/places/places.h"
#include "core/error.h"
#include "normalizer/stated.h"
#include "reader/line_ends.h"
#include "reader/page/page.h"

/* The line of an alert counts in the frame. */
static void warn_of(struct telex_parser *parser, const struct tx_alert *alert)
{
	struct tx_record *record = &parser->record.fields;

	if (alert->line > 0 && record->source.composed)
		tx_record_warn_at(record, alert->code, parser->frame_line + alert->line - 1,
				  alert->message);
	else
		tx_record_warn(record, alert->code, 0, alert->message);
}

/* The record of a story that was taken out of markup. */
static telex_status parse_story(struct telex_parser *parser, const struct tx_story *story,
				telex_error *reterr)
{
	struct telex_record *record = &parser->record;
	bool titled = tx_story_fact(story, TX_FIELD_HEADLINE).ptr != NULL;
	struct tx_tokenize_options options = {.profile = parser->agency,
					      .known_place = tx_place_known,
					      .text_start = story->copy_start,
					      .text_end = story->copy_end,
					      .pieces = story->pieces,
					      .copy_only = story->kind != TX_COPY_WHOLE,
					      .titled = titled,
					      .on_page = story->on_page,
					      .block_a_line = story->kind == TX_COPY_BLOCKS};
	struct tx_source *source = &record->fields.source;

	tx_parser_begin_record(parser, story->text);
	*source = (struct tx_source){
		.path = tx_slice_of(parser->path),
		.member = tx_slice_of(parser->member),
		.index = parser->index,
		.offset = parser->input_offset + parser->frame.start,
		.length = parser->frame.end - parser->frame.start,
		.line = parser->frame_line + (story->line > 0 ? story->line - 1 : 0),
		.format = story->format,
		.charset = parser->frame_charset,
		.text_offset = parser->story_offset,
		.composed =
			story->kind != TX_COPY_WHOLE || parser->framer.framing != TX_FRAMING_TEXT,
	};
	for (const struct tx_alert *alert = story->alerts; alert != NULL; alert = alert->next)
		warn_of(parser, alert);
	record->fields.warning_limit.left_out += story->alert_limit.left_out;
	record->tokens = tx_tokenize(parser->tokenizer, record->text, &options);
	if (record->tokens == NULL ||
	    !tx_normalize(&record->fields, record->text, record->tokens, story, &parser->normalize,
			  &parser->arena) ||
	    parser->arena.failed)
		return tx_fail_memory(reterr);
	tx_record_end_warnings(&record->fields);
	return TELEX_OK;
}

/* A record that was read back is the record; its text is made of it. */
static telex_status take_record(struct telex_parser *parser, const struct tx_story *story,
				telex_error *reterr)
{
	struct telex_record *record = &parser->record;
	struct tx_source *source = &record->fields.source;
	telex_slice text;

	if (!tx_read_back(story->record, &parser->arena, &text, &parser->read_back))
		return tx_fail_memory(reterr);
	tx_parser_begin_record(parser, text);
	record->fields = *story->record;
	record->tokens = &parser->read_back;
	source->line = parser->frame_line + story->line - 1;
	source->composed = true;
	for (const struct tx_alert *alert = story->alerts; alert != NULL; alert = alert->next)
		warn_of(parser, alert);
	if (!tx_leftovers_apply(&record->fields, story, &parser->arena))
		return tx_fail_memory(reterr);
	tx_record_end_warnings(&record->fields);
	return TELEX_OK;
}

telex_status tx_parser_next_story(struct telex_parser *parser, telex_error *reterr)
{
	const struct tx_story *story = parser->story;

	/* A page of a crawl without a story is no failure. */
	if (story == NULL && parser->framer.framing == TX_FRAMING_WARC) {
		parser->passed_over++;
		parser->index++;
		parser->records++;
		return TELEX_END;
	}
	if (story == NULL)
		return tx_fail(reterr, TELEX_ERR_EMPTY, "no dispatch in this document");
	tx_arena_reset(&parser->arena, TX_PARSER_ARENA_KEEP);
	telex_status status = story->record != NULL ? take_record(parser, story, reterr)
						    : parse_story(parser, story, reterr);
	parser->story = story->next;
	parser->index++;
	parser->records++;
	return status;
}

/* The position of a reader's error is in its frame. */
static telex_status place_error(const struct telex_parser *parser, telex_status status,
				telex_error *reterr)
{
	if (reterr == NULL)
		return status;
	reterr->offset = parser->input_offset + parser->frame.start;
	reterr->line = (uint32_t)(parser->frame_line + (reterr->line > 0 ? reterr->line - 1U : 0U));
	if (reterr->column == 0)
		reterr->column = 1;
	return status;
}

/* The frame's text in UTF-8, recognised by its bytes first and by its own label then. */
static telex_status decode_frame(struct telex_parser *parser, telex_slice raw,
				 struct tx_decoded *decoded, bool *mislabelled, telex_error *reterr)
{
	struct tx_arena *arena = &parser->reader.arena;
	telex_slice declared = {NULL, 0};

	/* The parts of a mail and the pages of a crawl have charsets of their own. */
	if (parser->framer.framing == TX_FRAMING_MAIL ||
	    parser->framer.framing == TX_FRAMING_MBOX ||
	    parser->framer.framing == TX_FRAMING_WARC) {
		*decoded = (struct tx_decoded){.text = raw};
		*mislabelled = false;
		parser->frame_charset = NULL;
		return TELEX_OK;
	}
	if (parser->framer.framing == TX_FRAMING_XML && parser->source_charset == NULL)
		declared = tx_xml_declared_charset(raw);
	if (parser->framer.framing == TX_FRAMING_PAGE && parser->source_charset == NULL)
		declared = tx_page_declared_charset(raw);
	if (!tx_charset_decode_declared(raw, declared, arena, decoded, mislabelled) ||
	    (parser->frame.kind == TX_FRAME_MARKUP && !tx_charset_replace_nuls(decoded, arena)))
		return tx_fail_memory(reterr);
	parser->frame_charset =
		parser->source_charset != NULL ? parser->source_charset : decoded->charset;
	return TELEX_OK;
}

/* What is wrong with a frame is said with its first story.  False when memory is short. */
static bool alert_stories(struct telex_parser *parser, const struct tx_decoded *decoded,
			  bool mislabelled)
{
	struct tx_story *story = parser->reader.stories.first;

	if (!parser->frame.closed && parser->frame.kind != TX_FRAME_MARKUP)
		tx_story_alert(story, TX_WARN_FRAME_OPEN, 1, TX_LIT("the envelope has no end"));
	if (mislabelled)
		tx_story_alert(story, TX_WARN_CHARSET_LABEL, 1,
			       TX_LIT("the document names another charset than its bytes are in"));
	if (tx_parser_first_replaced(parser, decoded) < decoded->text.len)
		tx_story_alert(story, TX_WARN_CHARSET_MIXED, 1,
			       TX_LIT("bytes that decode to nothing were replaced by U+FFFD"));
	return !story->failed;
}

static const struct tx_format *format_of(const struct telex_parser *parser, telex_slice text)
{
	if (parser->frame.kind != TX_FRAME_MARKUP)
		return tx_format_of_envelope(parser->frame.kind, text);
	if (parser->format != NULL)
		return parser->format;
	return tx_format_of_frame(parser->framer.framing, text);
}

static telex_status unwrap_frame(struct telex_parser *parser, telex_error *reterr)
{
	telex_slice raw = tx_slice(parser->input.data + parser->frame.start,
				   parser->frame.end - parser->frame.start);
	struct tx_decoded decoded;
	bool mislabelled;

	tx_arena_reset(&parser->reader.arena, TX_PARSER_ARENA_KEEP);
	parser->reader.stories = (struct tx_stories){0};
	parser->reader.copy.failed = parser->reader.markup.failed = false;
	parser->reader.scratch.failed = false;
	telex_status status = decode_frame(parser, raw, &decoded, &mislabelled, reterr);
	if (status != TELEX_OK)
		return status;
	if (parser->frame.kind == TX_FRAME_MARKUP && parser->framer.framing != TX_FRAMING_WARC &&
	    !tx_line_ends_unify(&decoded.text, &parser->reader.arena))
		return tx_fail_memory(reterr);
	const struct tx_format *format = format_of(parser, decoded.text);
	if (format == NULL)
		return tx_fail_unknown(parser->framer.framing, decoded.text, reterr);
	parser->story_offset = parser->text_offset;
	parser->text_offset += decoded.text.len;
	status = format->unwrap(&parser->reader, decoded.text, reterr);
	/* What is missing then is missing without another sign. */
	if (parser->reader.arena.failed)
		return tx_fail_memory(reterr);
	if (parser->reader.stories.first != NULL && !alert_stories(parser, &decoded, mislabelled))
		return tx_fail_memory(reterr);
	return status;
}

/* A document of another framing: its stories are parsed one by one. */
telex_status tx_parser_parse_frame(struct telex_parser *parser, telex_error *reterr)
{
	telex_status status;

	parser->frame_line = parser->line;
	status = unwrap_frame(parser, reterr);
	parser->consumed = parser->frame.end;
	if (status != TELEX_OK) {
		parser->index++;
		parser->records++;
		return place_error(parser, status, reterr);
	}
	parser->story = parser->reader.stories.first;
	return tx_parser_next_story(parser, reterr);
}
