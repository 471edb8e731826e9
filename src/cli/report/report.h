/* Findings, errors and notes about a source, one line each, in the form that --format-errors names.
 * All of it is appended to a buffer, so any thread may call it.
 *
 * `path` is the source as it was named, NULL or "-" for standard input; `member` the member of an
 * archive, or NULL. */
#ifndef TELEX_CLI_REPORT_H
#define TELEX_CLI_REPORT_H

#include "core/buffer.h"

enum report_form {
	REPORT_TEXT,  /* path:line:column: … */
	REPORT_JSON,  /* one object a line */
	REPORT_GITHUB /* workflow commands of GitHub: ::warning file=…::… */
};

/** A source as it is written in messages: "path", "archive.tar/member", "<stdin>". */
void report_source(struct tx_buffer *out, const char *path, const char *member);

/** "path:line:column: warning: message [code]"; an error instead of a warning when it makes the run
 * fail. */
void report_finding(struct tx_buffer *out, enum report_form form, const char *path,
		    const char *member, const telex_warning *warning, bool fails);

/** "telex: path:line:column: message". */
void report_error(struct tx_buffer *out, enum report_form form, const char *path,
		  const char *member, const telex_error *error);

/** An error that came `count` more times: "telex: path:line:column: message, and 990 more like it";
 * in JSON a key `count`. */
void report_repeats(struct tx_buffer *out, enum report_form form, const char *path,
		    const char *member, const telex_error *error, uint64_t count);

/** "path: note: message"; `code` is for machines. */
void report_note(struct tx_buffer *out, enum report_form form, const char *path, const char *member,
		 const char *code, telex_slice message);

/** "path: note: not taken: name = text": what an envelope states and no key takes. */
void report_leftover(struct tx_buffer *out, enum report_form form, const char *path,
		     const char *member, telex_slice name, telex_slice text);

/** An error of the system as one of telex: `what` ("cannot open"), and what errno's value `number`
 * means; 0: there is nothing that it means. */
telex_error report_system_error(const char *what, int number);

#endif
