/* The document as libxml2 reads it, written portion by portion while it is parsed, so that no copy
 * of it is made: characters beyond ASCII in ASCII, and ampersands that begin no reference (which
 * XML forbids and newsrooms send) as references. */
#ifndef TX_READER_XML_INPUT_H
#define TX_READER_XML_INPUT_H

#include <stdbool.h>
#include <stddef.h>

#include "core/slice.h"

#define TX_XML_INPUT_STEP 8 /* bytes that one byte or character may become */

struct tx_xml_input {
	telex_slice document;
	size_t at;          /* of the next byte */
	size_t literal_end; /* of the section, comment or instruction at it */
	size_t section_end; /* of the text of the section at it that is written as text; 0: none */
	bool fixed;         /* it has ampersands that begin no reference */
	size_t loose;       /* the first of those, or the length */
	bool sections;      /* it has sections, which are written as text */
	bool encoded;       /* it has characters that are encoded */
	char step[TX_XML_INPUT_STEP];
	size_t step_at, step_len; /* of a step that did not fit into the last portion */
};

/** Begin at the start of a document; it is encoded only if `encode`, and if it has characters for
 * it. */
void tx_xml_input_begin(struct tx_xml_input *input, telex_slice document, bool encode);

/** Write the next portion, at most `len` bytes; its length, 0 at the end: libxml2's
 * xmlInputReadCallback. */
int tx_xml_input_read(void *input, char *out, int len);

/** Length of a CDATA section, comment or instruction at the start of `s`, without its end all of
 * it; 0: it is not one of them. */
size_t tx_xml_literal_len(telex_slice s);

#endif
