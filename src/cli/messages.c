/* Messages.  One line each, lower case, no full stop; names of files come out in one line whatever
 * bytes they hold. */
#include "cli/messages.h"

#include <errno.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#define TEXT_MAX 200

static void add_path(struct tx_buffer *out, const char *path)
{
	for (const unsigned char *p = (const unsigned char *)path; *p != '\0'; p++) {
		if (*p < 0x20 || *p == 0x7f || *p == '\\')
			tx_buffer_printf(out, "\\x%02x", *p);
		else
			tx_buffer_byte(out, (char)*p);
	}
}

static void add_source(struct tx_buffer *out, struct message_source source)
{
	add_path(out, source.path);
	if (source.member == NULL)
		return;
	tx_buffer_byte(out, '/');
	add_path(out, source.member);
}

void message(const char *format, ...)
{
	va_list args;

	va_start(args, format);
	fputs("telex: ", stderr);
	vfprintf(stderr, format, args);
	fputc('\n', stderr);
	va_end(args);
}

void message_errno(const char *path, const char *what)
{
	int error = errno;
	struct tx_buffer line = {0};

	message_problem(&line, (struct message_source){.path = path}, what, error);
	if (!line.failed)
		fwrite(line.data, 1, line.len, stderr);
	tx_buffer_done(&line);
}

void message_error(struct tx_buffer *out, struct message_source source, const telex_error *error)
{
	tx_buffer_lit(out, "telex: ");
	add_source(out, source);
	if (error->line > 0)
		tx_buffer_printf(out, ":%lu", (unsigned long)error->line);
	if (error->line > 0 && error->column > 0)
		tx_buffer_printf(out, ":%lu", (unsigned long)error->column);
	tx_buffer_printf(out, ": %s\n", error->message);
}

void message_problem(struct tx_buffer *out, struct message_source source, const char *problem,
		     int error)
{
	tx_buffer_lit(out, "telex: ");
	add_source(out, source);
	if (error != 0)
		tx_buffer_printf(out, ": %s: %s\n", problem, strerror(error));
	else
		tx_buffer_printf(out, ": %s\n", problem);
}

void message_finding(struct tx_buffer *out, struct message_source source,
		     const telex_warning *warning)
{
	add_source(out, source);
	tx_buffer_printf(out, ":%lu:%lu: warning: ", (unsigned long)warning->line,
			 (unsigned long)warning->column);
	tx_buffer_slice(out, warning->message);
	tx_buffer_printf(out, " [%s]\n", warning->code);
}

void message_leftover(struct tx_buffer *out, struct message_source source, telex_slice name,
		      telex_slice text)
{
	add_source(out, source);
	tx_buffer_lit(out, ": note: not taken: ");
	tx_buffer_slice(out, name);
	tx_buffer_lit(out, " = ");
	tx_buffer_slice(out, tx_slice_take(text, TEXT_MAX));
	tx_buffer_byte(out, '\n');
}
