/* Messages.  One line each, lower case, no full stop; names of files come out in one line whatever
 * bytes they hold. */
#include "cli/messages.h"

#include <errno.h>
#include <stdarg.h>
#include <string.h>

void message_path(FILE *stream, const char *path)
{
	for (const unsigned char *p = (const unsigned char *)path; *p != '\0'; p++) {
		if (*p < 0x20 || *p == 0x7f || *p == '\\')
			fprintf(stream, "\\x%02x", *p);
		else
			fputc(*p, stream);
	}
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

void message_error(const char *path, const telex_error *error)
{
	fputs("telex: ", stderr);
	message_path(stderr, path);
	if (error->line > 0)
		fprintf(stderr, ":%lu", (unsigned long)error->line);
	if (error->line > 0 && error->column > 0)
		fprintf(stderr, ":%lu", (unsigned long)error->column);
	fprintf(stderr, ": %s\n", error->message);
}

void message_errno(const char *path, const char *what)
{
	int error = errno;

	fputs("telex: ", stderr);
	message_path(stderr, path);
	fprintf(stderr, ": %s: %s\n", what, strerror(error));
}
