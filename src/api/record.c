/* telex.h: a record's warnings and tokens, and writing it. */
#include "api/parser.h"

#include "core/error.h"
#include "core/utf8.h"
#include "emitter/columns.h"
#include "emitter/json_color.h"
#include "emitter/emitter.h"
#include "emitter/ninjs/ninjs.h"
#include "emitter/text.h"

static void locate(const telex_record *record, uint64_t offset, uint32_t *ret_line,
		   uint32_t *ret_column)
{
	size_t at = offset < record->text.len ? (size_t)offset : record->text.len, start = 0;
	uint64_t line = record->fields.source.line;

	for (size_t i = 0; i < at; i++) {
		bool ends = record->text.ptr[i] == '\n' ||
			    (record->text.ptr[i] == '\r' &&
			     (i + 1 == record->text.len || record->text.ptr[i + 1] != '\n'));
		line += ends;
		start = ends ? i + 1 : start;
	}
	*ret_line = (uint32_t)line;
	*ret_column = 1 + (uint32_t)tx_utf8_count(tx_slice(record->text.ptr + start, at - start));
}

int telex_record_warning(const telex_record *record, size_t index, telex_warning *ret_warning)
{
	if (index >= record->fields.warning_count)
		return 0;
	const struct tx_warning *warning = &record->fields.warnings[index];
	ret_warning->id = (telex_warning_id)warning->code;
	ret_warning->code = tx_warning_name(warning->code);
	ret_warning->message = warning->message;
	locate(record, warning->offset, &ret_warning->line, &ret_warning->column);
	/* That of the record in its file, since its own is of a file before it. */
	if (record->fields.is_read_back) {
		ret_warning->line = (uint32_t)record->fields.source.line;
		ret_warning->column = 1;
	} else if (warning->line != 0) {
		ret_warning->line = (uint32_t)warning->line;
		ret_warning->column = 1;
	}
	return 1;
}

int telex_record_token(const telex_record *record, size_t index, telex_token *ret_token)
{
	if (index >= record->tokens->count)
		return 0;
	const struct tx_token *token = &record->tokens->items[index];
	ret_token->kind = tx_token_kind_name((enum tx_token_kind)token->kind);
	ret_token->note = tx_note_kind_name((enum tx_note_kind)token->note);
	ret_token->text = tx_slice(record->text.ptr + tx_token_start(token),
				   token->end - tx_token_start(token));
	ret_token->offset = record->fields.source.text_offset + tx_token_start(token);
	return 1;
}

static telex_slice columns_of(const telex_record *record)
{
	return tx_slice_of(record->columns != NULL ? record->columns : TX_COLUMNS_USUAL);
}

static bool is_json(telex_output output)
{
	return output == TELEX_TO_RECORD || output == TELEX_TO_NINJS || output == TELEX_TO_NINJS2 ||
	       output == TELEX_TO_TOKENS;
}

static void emit_json(struct tx_buffer *out, const struct tx_object *object,
		      const telex_record *record)
{
	if (object->output == TELEX_TO_TOKENS)
		tx_emit_tokens(out, object->record, record->tokens, record->text);
	else if (object->output == TELEX_TO_RECORD)
		tx_emit_record(out, object);
	else
		tx_emit_ninjs(out, object);
}

static void emit_colored_json(struct tx_buffer *out, const struct tx_object *object,
			      const telex_record *record)
{
	struct tx_buffer json = {0};

	emit_json(&json, object, record);
	out->failed |= json.failed;
	tx_json_color(out, tx_slice(json.data, json.len));
	tx_buffer_done(&json);
}

/* Append the output to the record's buffer; false when memory is short. */
static bool emit(const telex_record *record, telex_output output, telex_write_flags flags)
{
	bool color = (flags & TELEX_WRITE_COLOR) != 0;
	const struct tx_object object = {&record->fields, record->text, output, flags,
					 record->omitted};
	struct tx_buffer *out = record->out;

	out->len = 0;
	if (is_json(output) && color)
		emit_colored_json(out, &object, record);
	else if (is_json(output))
		emit_json(out, &object, record);
	else if (output == TELEX_TO_VIEW)
		tx_emit_view(out, &record->fields, record->tokens, record->text,
			     (struct tx_view_look){color, record->view_columns});
	else if (output == TELEX_TO_CSV || output == TELEX_TO_TSV)
		tx_emit_row(out, &object, columns_of(record));
	else if (output == TELEX_TO_TEXT && record->columns != NULL)
		tx_emit_values(out, &object, columns_of(record));
	else if (output == TELEX_TO_TEXT)
		tx_emit_text(out, &record->fields);
	else
		tx_emit_html(out, &object, record->tokens);
	return !out->failed;
}

static telex_status fail_to_write(const telex_record *record, telex_error *reterr)
{
	tx_buffer_done(record->out);
	return tx_fail_memory(reterr);
}

static telex_status check_flags(telex_write_flags flags, telex_error *reterr)
{
	const unsigned known =
		TELEX_WRITE_PRETTY | TELEX_WRITE_SPANS | TELEX_WRITE_COLOR | TELEX_WRITE_HASH;

	if (reterr != NULL)
		*reterr = (telex_error){0};
	if (((unsigned)flags & ~known) == 0)
		return TELEX_OK;
	return tx_fail(reterr, TELEX_ERR_USAGE, "not flags of writing: 0x%x", (unsigned)flags);
}

telex_status telex_record_write(const telex_record *record, telex_output output,
				telex_write_flags flags, telex_slice *ret_text, telex_error *reterr)
{
	telex_status status = check_flags(flags, reterr);

	if (status != TELEX_OK)
		return status;
	if (!emit(record, output, flags))
		return fail_to_write(record, reterr);
	*ret_text = tx_slice(record->out->data, record->out->len);
	return TELEX_OK;
}

telex_status telex_record_send(const telex_record *record, telex_output output,
			       telex_write_flags flags, telex_sink *sink, void *user,
			       telex_error *reterr)
{
	telex_status status = check_flags(flags, reterr);

	if (status != TELEX_OK)
		return status;
	record->out->sink = sink;
	record->out->sink_user = user;
	bool done = emit(record, output, flags);
	if (done)
		tx_buffer_flush(record->out);
	record->out->sink = NULL;
	return done ? TELEX_OK : fail_to_write(record, reterr);
}

int telex_record_leftover(const telex_record *record, size_t index, telex_slice *ret_name,
			  telex_slice *ret_text)
{
	if (index >= record->fields.leftover_count)
		return 0;
	*ret_name = record->fields.leftovers[index].name;
	*ret_text = record->fields.leftovers[index].code;
	return 1;
}
