/* telex.h: the next record.  The reader gives a story; its text is taken apart and normalized. */
#include "api/parser.h"
#include "api/read_back.h"
#include "core/error.h"
#include "normalizer/places/places.h"
#include "normalizer/stated.h"

#define ARENA_KEEP ((size_t)4 << 20) /* bytes that are kept between dispatches */

/* Empty the record for a dispatch whose text is `text`. */
static void begin_record(struct telex_record *record, telex_slice text)
{
	record->fields.warning_count = 0;
	memset(&record->fields, 0, offsetof(struct tx_record, warnings));
	record->text = text;
}

static void fill_source(struct telex_parser *parser, const struct tx_story *story)
{
	struct tx_source *source = &parser->record.fields.source;

	*source = story->source;
	source->path = tx_slice_of(parser->path);
	source->member = tx_slice_of(parser->member);
}

/* The warnings of the reader. */
static void warn_of_frame(struct telex_parser *parser, const struct tx_story *story)
{
	struct tx_record *record = &parser->record.fields;

	for (const struct tx_alert *alert = story->alerts; alert != NULL; alert = alert->next) {
		if (alert->line > 0 && record->source.composed)
			tx_record_warn_at(record, alert->code, alert->line, alert->message);
		else
			tx_record_warn(record, alert->code,
				       record->source.composed ? 0 : alert->offset, alert->message);
	}
	record->warning_limit.left_out += story->alert_limit.left_out;
}

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
					      .wrapped = story->wrapped,
					      .on_page = story->on_page,
					      .block_a_line = story->kind == TX_COPY_BLOCKS};

	begin_record(record, story->text);
	fill_source(parser, story);
	warn_of_frame(parser, story);
	record->tokens = tx_tokenize(parser->tokenizer, record->text, &options);
	if (record->tokens == NULL ||
	    !tx_normalize(&record->fields, record->text, record->tokens, story->bare ? NULL : story,
			  &parser->normalize, &parser->arena) ||
	    parser->arena.failed)
		return tx_fail_memory(reterr);
	tx_record_end_warnings(&record->fields);
	if (story->second > 0)
		tx_record_warn(&record->fields, TX_WARN_SECOND_DATELINE, story->second,
			       TX_LIT("perhaps two dispatches: nothing ends the first above "
				      "another dateline"));
	return TELEX_OK;
}

/* A record that was read back is the record; its text is made of it. */
static telex_status take_record(struct telex_parser *parser, const struct tx_story *story,
				telex_error *reterr)
{
	struct telex_record *record = &parser->record;
	telex_slice text;

	if (!tx_read_back(story->record, &parser->arena, &text, &parser->read_back))
		return tx_fail_memory(reterr);
	begin_record(record, text);
	record->fields = *story->record;
	record->tokens = &parser->read_back;
	record->fields.source.line = story->source.line;
	record->fields.source.composed = true;
	warn_of_frame(parser, story);
	if (!tx_leftovers_apply(&record->fields, story, &parser->arena))
		return tx_fail_memory(reterr);
	tx_record_end_warnings(&record->fields);
	return TELEX_OK;
}

telex_status telex_parser_next(telex_parser *parser, const telex_record **ret_record,
			       telex_error *reterr)
{
	const struct tx_story *story;
	telex_status status;

	if (reterr != NULL)
		*reterr = (telex_error){.path = parser->path};
	status = tx_reader_next(&parser->reader, &story, reterr);
	if (status != TELEX_OK)
		return status;
	tx_arena_reset(&parser->arena, ARENA_KEEP);
	status = story->record != NULL ? take_record(parser, story, reterr)
				       : parse_story(parser, story, reterr);
	if (status == TELEX_OK)
		*ret_record = &parser->record;
	return status;
}
