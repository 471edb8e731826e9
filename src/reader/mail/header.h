/* The headers of a mail or of a part of it: lines, parameters, names of senders. */
#ifndef TX_READER_MAIL_HEADER_H
#define TX_READER_MAIL_HEADER_H

#include <stdbool.h>

#include "core/arena.h"
#include "core/slice.h"

struct tx_mail_header {
	telex_slice name;
	telex_slice value; /* raw, with the line ends of its folds */
};

/** A mail or a part of one, taken apart. */
struct tx_mail_entity {
	telex_slice headers; /* lines, the empty one not included */
	telex_slice body;
	bool broken; /* something else than a header line or an empty line ended the headers */
};

/** Take a line without its end (LF or CR LF) off `rest`. */
telex_slice tx_mail_line(telex_slice *rest);

/** Take the next header with its folded lines off `rest`; false when `rest` does not begin with
 * one. */
bool tx_mail_header_next(telex_slice *rest, struct tx_mail_header *ret_header);

/** What is before the headers, off: a BOM, blank lines, an mbox's "From " line. */
telex_slice tx_mail_skip_preamble(telex_slice mail);

struct tx_mail_entity tx_mail_split(telex_slice bytes);

/** The value of the first header of that name; `.ptr` NULL when none is found. */
telex_slice tx_mail_header_find(telex_slice headers, const char *name);

/** What is before the parameters of a header's value, such as "text/plain". */
telex_slice tx_mail_value(telex_slice header);

/** A parameter's value. */
struct tx_mail_parameter {
	telex_slice value;   /* without quotes; .ptr NULL when none is found or memory is short */
	telex_slice charset; /* of RFC 2231; empty when it states none */
};

/** The parameter of that name, with the sections of RFC 2231 put together. */
struct tx_mail_parameter tx_mail_parameter(telex_slice header, const char *name,
					   struct tx_arena *arena);

/** The display name of the first address of a header such as From, raw (words of RFC 2047 not
 * decoded, quotes undone into `arena`); empty when it has none. */
telex_slice tx_mail_display_name(telex_slice header, struct tx_arena *arena);

#endif
