/* What telex says to people. */
#ifndef TELEX_CLI_MESSAGES_H
#define TELEX_CLI_MESSAGES_H

#include "core/buffer.h"
#include "telex/telex.h"

/** Print "telex: …" and a line end on standard error. */
void message(const char *format, ...) __attribute__((format(printf, 1, 2)));

/** Print "telex: PATH: WHAT: reason", the reason being that of errno. */
void message_errno(const char *path, const char *what);

/** A source, and the member of it when it is an archive; else NULL. */
struct message_source {
	const char *path, *member;
};

/** Add "telex: PATH:LINE:COLUMN: MESSAGE". */
void message_error(struct tx_buffer *out, struct message_source source, const telex_error *error);

/** Add "telex: PATH: PROBLEM", with the reason where `error`, an errno, is not 0. */
void message_problem(struct tx_buffer *out, struct message_source source, const char *problem,
		     int error);

/** Add "PATH:LINE:COLUMN: warning: MESSAGE [CODE]". */
void message_finding(struct tx_buffer *out, struct message_source source,
		     const telex_warning *warning);

/** Add "PATH: note: not taken: NAME = TEXT", the text cut off after 200 bytes. */
void message_leftover(struct tx_buffer *out, struct message_source source, telex_slice name,
		      telex_slice text);

#endif
