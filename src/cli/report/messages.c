/* Messages.  One line each, lower case, no full stop; each is handed to the system at once, so that
 * those of several threads do not mix.  When memory is short for one, it is written from the stack,
 * cut where there is no more room, and in ASCII. */
#include "cli/report/messages.h"

#include <errno.h>
#include <stdarg.h>
#include <stdio.h>
#include <unistd.h>

#include "cli/report/report.h"
#include "cli/report/escape.h"
#include "core/slice.h"

#define TEXT_MAX 512
#define PREFIX   "telex: "

void message_write(telex_slice text)
{
	while (text.len > 0) {
		ssize_t done = write(STDERR_FILENO, text.ptr, text.len);
		if (done < 0 && errno == EINTR)
			continue;
		/* There is nowhere to report that standard error fails. */
		if (done <= 0)
			return;
		text = tx_slice_skip(text, (size_t)done);
	}
}

/* A line for which there is no memory. */
static void write_bare(char line[TEXT_MAX], int len)
{
	size_t end = len < 0 ? 0 : (size_t)len;

	if (end > TEXT_MAX - 2)
		end = TEXT_MAX - 2;
	for (size_t i = 0; i < end; i++) {
		if (line[i] < ' ' || line[i] > '~')
			line[i] = '?';
	}
	line[end] = '\n';
	message_write(tx_slice(line, end + 1));
}

void message_send(struct tx_buffer *lines)
{
	message_write(tx_slice(lines->data, lines->len));
	if (lines->failed)
		message("out of memory: messages are missing");
	tx_buffer_done(lines);
}

void message(const char *format, ...)
{
	char text[TEXT_MAX], bare[TEXT_MAX];
	struct tx_buffer line = {0};
	va_list args;

	va_start(args, format);
	vsnprintf(text, sizeof(text), format, args);
	va_end(args);
	tx_buffer_lit(&line, PREFIX);
	escape_append(&line, tx_slice_of(text), ESCAPE_FOR_MESSAGE);
	tx_buffer_byte(&line, '\n');
	if (line.failed)
		write_bare(bare, snprintf(bare, sizeof(bare), PREFIX "%s", text));
	else
		message_write(tx_slice(line.data, line.len));
	tx_buffer_done(&line);
}

void message_error(const char *path, const telex_error *error)
{
	char bare[TEXT_MAX];
	struct tx_buffer line = {0};

	report_error(&line, REPORT_TEXT, path, NULL, error);
	if (line.failed)
		write_bare(bare,
			   snprintf(bare, sizeof(bare), PREFIX "%s: %s", path, error->message));
	else
		message_write(tx_slice(line.data, line.len));
	tx_buffer_done(&line);
}

void message_errno(const char *path, const char *what)
{
	telex_error error = report_system_error(what, errno);

	message_error(path, &error);
}
