/* Text that libxml2 reads at its best speed.  It reads ASCII a run at a time, and from the first
 * other character of a text on a character at a time.  Characters beyond ASCII are therefore
 * written in ASCII before it reads a document, and back in what it hands over.  Names in such
 * characters are not in an encoded document: one that libxml2 finds fault with is to be read as it
 * is. */
#ifndef TX_READER_XML_ASCII_ENCODING_H
#define TX_READER_XML_ASCII_ENCODING_H

#include <stdbool.h>

#include "core/arena.h"
#include "core/buffer.h"

#define TX_XML_ASCII_MARK '\x7f' /* begins an encoded character */

/** Whether a document has nothing of its own that would be decoded. */
bool tx_xml_can_encode(telex_slice document);

/** Encode the character at `p`, which is before `end`; at most eight bytes are written to `*out`,
 * which is moved past them.  `all`: also the ASCII characters that are markup in text.  Returns where
 * the next one is. */
const char *tx_xml_ascii_encode(const char *p, const char *end, bool all, char **out);

/** Decoding texts that come in portions, cut anywhere; zero at a document's start. */
struct tx_xml_ascii_decoder {
	struct tx_buffer text;
	unsigned left; /* bytes that the character at hand still lacks */
};

/** One portion as it was; valid until the next call.  Memory being short is the buffer's failure.
 */
telex_slice tx_xml_ascii_decode(struct tx_xml_ascii_decoder *decoder, telex_slice portion);

/** A whole value as it was, in the arena where it had to be written anew; `*failed` when memory is
 * short for that. */
telex_slice tx_xml_ascii_decode_whole(telex_slice value, struct tx_arena *arena, bool *failed);

#endif
