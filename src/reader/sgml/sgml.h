/* SGML of the research collections: tags and references in text that never met an SGML parser.
 * The three readers stand at the end. */
#ifndef TX_READER_SGML_SGML_H
#define TX_READER_SGML_SGML_H

#include <stdbool.h>
#include <stddef.h>

#include "core/buffer.h"
#include "core/slice.h"
#include "reader/reader.h"
#include "reader/sgml/frame.h"

struct tx_sgml_tag {
	telex_slice name;       /* as written; "!" and "?" are declarations and comments */
	telex_slice attributes; /* between the name and '>', trimmed */
	size_t start, end;      /* of the whole tag in the text */
	bool closing;
};

/** A scanner over text: begin with `at` 0. */
struct tx_sgml {
	telex_slice text;
	size_t at;
};

/** The next tag; false when none is found.  What only looks like one ("5 < 6", "<a line that never
 * closes") is text. */
bool tx_sgml_next(struct tx_sgml *scanner, struct tx_sgml_tag *ret_tag);

/** The value of an attribute, in quotes or without; `*ret_value` is empty when it is absent. */
bool tx_sgml_attribute(const struct tx_sgml_tag *tag, const char *name, telex_slice *ret_value);

enum tx_sgml_controls {
	TX_SGML_BLANK, /* control characters that references stand for become blanks */
	TX_SGML_KEEP   /* they stay: the wire's own header */
};

/** Append `text` with its references resolved: &amp; &lt; &gt; &quot;, names of Latin-1, numbers.
 * All others stand for themselves. */
void tx_sgml_decode(struct tx_buffer *out, telex_slice text, enum tx_sgml_controls controls);

tx_unwrap_fn tx_reuters21578_unwrap, tx_trec_unwrap, tx_gigaword_unwrap;

#endif
