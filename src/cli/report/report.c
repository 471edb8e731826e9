/* Findings, errors and notes as text, JSON, or the workflow commands of GitHub Actions (its
 * documentation, "Workflow commands": values escape '%', CR and LF, properties also ':' and ',').
 */
#include "cli/report/report.h"

#include <stdio.h>
#include <string.h>

#include "cli/report/escape.h"
#include "core/utf8.h"
#include "emitter/json.h"
#include "core/scan.h"

#define STDIN_NAME   "<stdin>"
#define LEFTOVER_MAX 200 /* bytes of a text that nothing took */

/* One thing to say, whatever it is. */
struct report {
	const char *kind;    /* key "kind" in JSON */
	const char *command; /* of GitHub */
	const char *path;
	const char *member;
	uint64_t line, column; /* 0: unknown */
	const char *code;
	telex_slice message;
	uint64_t count; /* how many more there are like it; 0: this one alone */
};

static bool is_stdin(const char *path)
{
	return path == NULL || strcmp(path, "-") == 0;
}

static void append_source(struct tx_buffer *out, const char *path, const char *member,
			  enum escape_for where)
{
	if (is_stdin(path))
		tx_buffer_lit(out, STDIN_NAME);
	else
		escape_append(out, tx_slice_of(path), where);
	if (member == NULL)
		return;
	tx_buffer_byte(out, '/');
	escape_append(out, tx_slice_of(member), where);
}

void report_source(struct tx_buffer *out, const char *path, const char *member)
{
	append_source(out, path, member, ESCAPE_FOR_NAME);
}

/* "path:line:column" as far as they are known. */
static void append_place(struct tx_buffer *out, const struct report *report)
{
	report_source(out, report->path, report->member);
	if (report->line == 0)
		return;
	tx_buffer_byte(out, ':');
	tx_buffer_number(out, report->line);
	if (report->column == 0)
		return;
	tx_buffer_byte(out, ':');
	tx_buffer_number(out, report->column);
}

static void append_known(struct tx_json *json, telex_slice key, uint64_t number)
{
	if (number > 0)
		tx_json_number(json, key, number);
}

static void append_json(struct tx_buffer *out, const struct report *report)
{
	struct tx_json json = {.out = out};

	tx_json_open(&json, '{');
	tx_json_text(&json, TX_KEY("kind"), tx_slice_of(report->kind));
	if (!is_stdin(report->path))
		tx_json_bytes(&json, TX_KEY("path"), tx_slice_of(report->path));
	tx_json_bytes(&json, TX_KEY("member"), tx_slice_of(report->member));
	append_known(&json, TX_KEY("line"), report->line);
	append_known(&json, TX_KEY("column"), report->column);
	tx_json_text(&json, TX_KEY("code"), tx_slice_of(report->code));
	tx_json_bytes(&json, TX_KEY("message"), report->message);
	append_known(&json, TX_KEY("count"), report->count);
	tx_json_close(&json, '}');
	tx_json_end(&json);
}

/* The message, and how many there are like it. */
static void append_message(struct tx_buffer *out, const struct report *report,
			   enum escape_for where)
{
	escape_append(out, report->message, where);
	if (report->count > 0)
		tx_buffer_printf(out, ", and %llu more like it", (unsigned long long)report->count);
	tx_buffer_byte(out, '\n');
}

static void append_github(struct tx_buffer *out, const struct report *report)
{
	tx_buffer_printf(out, "::%s ", report->command);
	if (!is_stdin(report->path)) {
		tx_buffer_lit(out, "file=");
		append_source(out, report->path, report->member, ESCAPE_FOR_PROPERTY);
		tx_buffer_byte(out, ',');
	}
	if (report->line > 0)
		tx_buffer_printf(out, "line=%lu,", (unsigned long)report->line);
	if (report->line > 0 && report->column > 0)
		tx_buffer_printf(out, "col=%lu,", (unsigned long)report->column);
	tx_buffer_printf(out, "title=%s::", report->code);
	append_message(out, report, ESCAPE_FOR_COMMAND);
}

/* Say it in one of the two forms for machines; false for text, which differs by kind. */
static bool append_for_machines(struct tx_buffer *out, enum report_form form,
				const struct report *report)
{
	if (form == REPORT_JSON)
		append_json(out, report);
	else if (form == REPORT_GITHUB)
		append_github(out, report);
	return form != REPORT_TEXT;
}

void report_finding(struct tx_buffer *out, enum report_form form, const char *path,
		    const char *member, const telex_warning *warning, bool fails)
{
	const char *level = fails ? "error" : "warning";
	const struct report report = {.kind = level,
				      .command = level,
				      .path = path,
				      .member = member,
				      .line = warning->line,
				      .column = warning->column,
				      .code = warning->code,
				      .message = warning->message};

	if (append_for_machines(out, form, &report))
		return;
	append_place(out, &report);
	tx_buffer_printf(out, ": %s: ", level);
	escape_append(out, warning->message, ESCAPE_FOR_MESSAGE);
	tx_buffer_printf(out, " [%s]\n", warning->code);
}

/* A name for each status, as stable as a warning's code. */
static const char *error_code(telex_status status)
{
	static const char *const codes[] = {[TELEX_OK] = "done",
					    [TELEX_END] = "end",
					    [TELEX_ERR_MEMORY] = "memory",
					    [TELEX_ERR_USAGE] = "usage",
					    [TELEX_ERR_CHARSET] = "charset",
					    [TELEX_ERR_EMPTY] = "empty",
					    [TELEX_ERR_BINARY] = "binary",
					    [TELEX_ERR_SYNTAX] = "syntax",
					    [TELEX_ERR_TOO_BIG] = "too-big",
					    [TELEX_ERR_IO] = "io"};

	return (size_t)status < TX_COUNT(codes) ? codes[status] : "unknown";
}

void report_repeats(struct tx_buffer *out, enum report_form form, const char *path,
		    const char *member, const telex_error *error, uint64_t count)
{
	const struct report report = {.kind = "error",
				      .command = "error",
				      .path = path,
				      .member = member,
				      .line = error->line,
				      .column = error->column,
				      .code = error_code(error->status),
				      .message = tx_slice_of(error->message),
				      .count = count};

	if (append_for_machines(out, form, &report))
		return;
	tx_buffer_lit(out, "telex: ");
	append_place(out, &report);
	tx_buffer_lit(out, ": ");
	append_message(out, &report, ESCAPE_FOR_MESSAGE);
}

void report_error(struct tx_buffer *out, enum report_form form, const char *path,
		  const char *member, const telex_error *error)
{
	report_repeats(out, form, path, member, error, 0);
}

void report_note(struct tx_buffer *out, enum report_form form, const char *path, const char *member,
		 const char *code, telex_slice message)
{
	const struct report report = {.kind = "note",
				      .command = "notice",
				      .path = path,
				      .member = member,
				      .code = code,
				      .message = message};

	if (append_for_machines(out, form, &report))
		return;
	append_place(out, &report);
	tx_buffer_lit(out, ": note: ");
	escape_append(out, report.message, ESCAPE_FOR_MESSAGE);
	tx_buffer_byte(out, '\n');
}

void report_leftover(struct tx_buffer *out, enum report_form form, const char *path,
		     const char *member, telex_slice name, telex_slice text)
{
	char message[2 * LEFTOVER_MAX];
	size_t len = tx_utf8_printf(
		message, sizeof(message), "not taken: %.*s = %.*s",
		(int)tx_slice_take(name, LEFTOVER_MAX).len, name.len > 0 ? name.ptr : "",
		(int)tx_slice_take(text, LEFTOVER_MAX).len, text.len > 0 ? text.ptr : "");

	report_note(out, form, path, member, "not-taken", tx_slice(message, len));
}

telex_error report_system_error(const char *what, int number)
{
	telex_error error = {.status = TELEX_ERR_IO};
	char meaning[96];

	if (number == 0) {
		tx_utf8_printf(error.message, sizeof(error.message), "%s", what);
		return error;
	}
	if (strerror_r(number, meaning, sizeof(meaning)) != 0)
		snprintf(meaning, sizeof(meaning), "error %d", number);
	tx_utf8_printf(error.message, sizeof(error.message), "%s: %s", what, meaning);
	return error;
}
