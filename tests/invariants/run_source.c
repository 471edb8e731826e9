/* A run over a source and its invariants.  The texts of tokens are compared with the parser's own
 * copy of the dispatch, and with the source where that needed no conversion. */
#include "invariants/run_source.h"

#include <string.h>

#include <jansson.h>

#include "api/parser.h"
#include "core/utf8.h"
#include "emitter/json.h"

static bool expect(struct tx_run *run, bool holds, const char *what)
{
	if (!holds && run->broken == NULL) {
		run->broken = what;
		run->broken_index = run->records + run->errors;
	}
	return holds;
}

static bool is_json(telex_slice line)
{
	json_t *json =
		json_loadb(line.ptr, line.len, JSON_ALLOW_NUL | JSON_REJECT_DUPLICATES, NULL);

	json_decref(json);
	return json != NULL;
}

static bool are_json(telex_slice lines)
{
	while (lines.len > 0) {
		struct tx_cut cut = tx_cut(lines, '\n');
		if (!cut.found || !is_json(cut.head))
			return false;
		lines = cut.tail;
	}
	return true;
}

/* The source's own bytes, where the text is made of them unchanged. */
static bool is_source(const struct tx_run *run, const telex_record *record)
{
	const struct tx_source *source = &record->fields.source;

	if (source->offset > run->source.len || source->length > run->source.len - source->offset)
		return false;
	telex_slice bytes = tx_slice(run->source.ptr + source->offset, (size_t)source->length);
	return tx_utf8_check(bytes) < bytes.len || tx_slice_eq(bytes, record->text);
}

static void check_tiles(struct tx_run *run, const telex_record *record)
{
	uint64_t offset = record->fields.source.text_offset;
	size_t at = 0;
	telex_token token;

	for (size_t i = 0; telex_record_token(record, i, &token); i++) {
		if (!expect(run, token.offset == offset + at, "a token leaves a gap or overlaps") ||
		    !expect(run, token.text.len > 0, "a token is empty") ||
		    !expect(run, token.text.len <= record->text.len - at,
			    "a token ends behind the text"))
			return;
		if (!expect(run, memcmp(token.text.ptr, record->text.ptr + at, token.text.len) == 0,
			    "a token's text is not the dispatch's"))
			return;
		at += token.text.len;
	}
	expect(run, at == record->text.len, "the tokens end before the text");
	if (!run->converted && !record->fields.source.composed &&
	    tx_slice_is(tx_slice_of(record->fields.source.charset), "UTF-8"))
		expect(run, is_source(run, record), "the text is not the source's");
}

static void check_outputs(struct tx_run *run, const telex_record *record)
{
	telex_slice text;

	if (expect(run, telex_record_write(record, TELEX_TO_TOKENS, 0, &text, NULL) == TELEX_OK,
		   "the tokens cannot be written"))
		expect(run, are_json(text), "the tokens are not JSON");
	if (expect(run,
		   telex_record_write(record, TELEX_TO_VIEW, TELEX_WRITE_COLOR, &text, NULL) ==
			   TELEX_OK,
		   "the view cannot be written"))
		expect(run, tx_utf8_check(text) == text.len, "the view is not UTF-8");
	if (expect(run,
		   telex_record_write(record, TELEX_TO_NINJS, TELEX_WRITE_PRETTY, &text, NULL) ==
			   TELEX_OK,
		   "the item of ninjs cannot be written indented"))
		expect(run, is_json(text), "the item of ninjs is not JSON");
	if (expect(run,
		   telex_record_write(record, TELEX_TO_RECORD,
				      TELEX_WRITE_PRETTY | TELEX_WRITE_SPANS | TELEX_WRITE_HASH,
				      &text, NULL) == TELEX_OK,
		   "the record cannot be written indented"))
		expect(run, is_json(text), "the indented record is not JSON");
}

static void take_record(struct tx_run *run, const telex_record *record)
{
	telex_slice text;

	check_tiles(run, record);
	check_outputs(run, record);
	if (expect(run,
		   telex_record_write(record, TELEX_TO_RECORD, run->flags, &text, NULL) == TELEX_OK,
		   "the record cannot be written")) {
		struct tx_cut line = tx_cut(text, '\n');
		expect(run, line.found && line.tail.len == 0, "the record is not one line");
		expect(run, is_json(text), "the record is not JSON");
		tx_buffer_slice(&run->lines, text);
	}
	run->records++;
}

static void take_error(struct tx_run *run, const telex_error *error)
{
	struct tx_buffer *lines = &run->lines;

	tx_buffer_slice(lines, TX_LIT("{\"error\":{\"status\":"));
	tx_json_string(lines, tx_slice_of(telex_status_text(error->status)));
	tx_buffer_slice(lines, TX_LIT(",\"message\":"));
	tx_json_string(lines, tx_slice_of(error->message));
	tx_buffer_printf(lines, ",\"line\":%lu,\"offset\":%llu}}\n", (unsigned long)error->line,
			 (unsigned long long)error->offset);
	expect(run, error->message[0] != '\0', "an error without a message");
	expect(run, run->converted || error->offset <= run->source.len,
	       "an error behind the end of the source");
	run->errors++;
}

/* All dispatches that the parser has now. */
static void take_all(telex_parser *parser, struct tx_run *run)
{
	const telex_record *record;
	telex_error error;
	telex_status status;

	while ((status = telex_parser_next(parser, &record, &error)) != TELEX_END) {
		if (status == TELEX_OK)
			take_record(run, record);
		else
			take_error(run, &error);
		if (!expect(run, status == error.status || status == TELEX_OK,
			    "a status that is not its error's") ||
		    !expect(run, run->records + run->errors <= run->source.len + 1,
			    "more dispatches than bytes") ||
		    status == TELEX_ERR_MEMORY)
			return;
	}
}

bool tx_run_source(telex_parser *parser, size_t portion, struct tx_run *run)
{
	telex_slice left = run->source;
	telex_error error;

	if (portion == 0)
		portion = left.len;
	do {
		telex_slice bytes = tx_slice_take(left, portion);
		left = tx_slice_skip(left, bytes.len);
		telex_status status = telex_parser_feed(
			parser, bytes, left.len == 0 ? TELEX_FEED_LAST : 0, &error);
		if (status != TELEX_OK) {
			take_error(run, &error);
			break;
		}
		take_all(parser, run);
	} while (left.len > 0 && run->broken == NULL);
	expect(run, run->records + run->errors > 0, "neither a record nor an error");
	expect(run, !run->lines.failed, "no memory for the test");
	return run->broken == NULL;
}
