/* ANPA-1312: what the parts of its reader share while a frame is read. */
#ifndef TX_READER_CONTROL_ANPA_H
#define TX_READER_CONTROL_ANPA_H

#include "reader/format.h"

#define TX_ANPA_BS 0x08 /* before a row of a table */
#define TX_ANPA_RS 0x1e /* between columns, as US */
#define TX_ANPA_US 0x1f

struct tx_anpa {
	struct tx_unwrapper *unwrapper;
	struct tx_story *story;
	char line_end;                               /* LF, or CR where a frame has no LF */
	telex_slice level, number, agency, selector; /* of line 1 */
	telex_slice date;                            /* of line 2: MM-DD, abroad DD-MM */
	telex_slice label;                           /* of line 2: the version, cut short */
	bool tabular;
	bool labelled; /* the keyword line of the text names the version */
};

/** Take the next line, without its end. */
telex_slice tx_anpa_take_line(const struct tx_anpa *anpa, telex_slice *rest);

/** Line 2's keyword, cut to its column, and the version behind it. */
void tx_anpa_take_keyword(struct tx_anpa *anpa, telex_slice text);

/** The keyword line of the text: keyword, version, words, with commas between. */
void tx_anpa_take_keyword_line(struct tx_anpa *anpa, telex_slice line);

/** "3rd Ld-Writethru", "Adv03", "Correction": the ordinal is the version, the words are a note. */
void tx_anpa_state_version(struct tx_anpa *anpa, telex_slice label);

/** Whether a text has header lines, tabbed paragraphs or rows. */
bool tx_anpa_is_coded(const struct tx_anpa *anpa, telex_slice text);

/** State a coded text's header lines and make blocks of its copy.  False when memory is short. */
bool tx_anpa_read_copy(struct tx_anpa *anpa, telex_slice text);

/** Add wire text in ANPA's coding to the copy: quotes, dashes, fractions, control characters.
 * `*quoted`: a single quotation mark is open; kept from line to line. */
void tx_anpa_decode(struct tx_buffer *out, telex_slice text, bool *quoted);

#endif
