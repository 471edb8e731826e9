/* ANPA-1312: what the parts of its reader share while a frame is read. */
#ifndef TX_READER_CONTROL_ANPA_H
#define TX_READER_CONTROL_ANPA_H

#include "reader/control/anpa_header.h"
#include "reader/reader.h"

#define TX_ANPA_BS 0x08 /* before a row of a table */
#define TX_ANPA_RS 0x1e /* between columns, as US */
#define TX_ANPA_US 0x1f

struct tx_anpa {
	struct tx_reader *reader;
	struct tx_story *story;
	char line_end; /* LF, or CR where a frame has no LF */
	struct tx_anpa_line_1 line_1;
	telex_slice date;  /* of line 2: MM-DD, abroad DD-MM */
	telex_slice label; /* of line 2: the version, cut short */
	bool tabular;
	bool labelled; /* the keyword line of the text names the version */
};

/** Take the next line, without its end. */
telex_slice tx_anpa_take_line(const struct tx_anpa *anpa, telex_slice *rest);

/** Whether a text has header lines, tabbed paragraphs or rows. */
bool tx_anpa_is_coded(const struct tx_anpa *anpa, telex_slice text);

/** State a coded text's header lines and make blocks of its copy.  False when memory is short. */
bool tx_anpa_read_copy(struct tx_anpa *anpa, telex_slice text);

/** Add wire text in ANPA's coding to the copy: quotes, dashes, fractions, control characters.
 * `*quoted`: a single quotation mark is open; kept from line to line. */
void tx_anpa_decode(struct tx_buffer *out, telex_slice text, bool *quoted);

#endif
