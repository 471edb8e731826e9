/* Messages.  One line each, lower case, no full stop; each is handed to the system at once, so that
 * those of several threads do not mix. */
#include "cli/say/messages.h"

#include <errno.h>
#include <stdarg.h>

#include "cli/say/report.h"
#include "cli/say/shown.h"

void message_send(struct tx_buffer *lines)
{
	if (lines->len > 0)
		fwrite(lines->data, 1, lines->len, stderr);
	tx_buffer_done(lines);
}

void message(const char *format, ...)
{
	char text[512];
	struct tx_buffer line = {0};
	va_list args;

	va_start(args, format);
	vsnprintf(text, sizeof(text), format, args);
	va_end(args);
	tx_buffer_lit(&line, "telex: ");
	shown_append(&line, tx_slice_of(text), SHOWN_IN_MESSAGE);
	tx_buffer_byte(&line, '\n');
	message_send(&line);
}

void message_error(const char *path, const telex_error *error)
{
	struct tx_buffer line = {0};

	report_error(&line, REPORT_TEXT, path, NULL, error);
	message_send(&line);
}

void message_errno(const char *path, const char *what)
{
	telex_error error = report_system_error(what, errno);

	message_error(path, &error);
}
