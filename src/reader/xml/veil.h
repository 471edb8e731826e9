/* Text that libxml2 reads at its best speed.  It reads ASCII a run at a time, and from the first
 * other character of a text on a character at a time, which takes five times as long.  Characters
 * beyond ASCII are therefore written in ASCII before it reads a document, and back in what it hands
 * over.  Names in such characters are none in a veiled document: one that libxml2 finds fault with
 * is to be read without a veil. */
#ifndef TX_READER_XML_VEIL_H
#define TX_READER_XML_VEIL_H

#include <stdbool.h>

#include "core/arena.h"
#include "core/buffer.h"

/** The document with such characters veiled: the document itself when it has none, or is so large
 * that a second copy of it would weigh more than the time.  `*ret_veiled`: it has some.  `.ptr`
 * NULL when memory is short. */
telex_slice tx_xml_veil(telex_slice document, struct tx_arena *arena, bool *ret_veiled);

/** Taking the veil off texts that come in portions, cut anywhere; zero at a document's start. */
struct tx_xml_unveiler {
	struct tx_buffer text;
	unsigned left; /* bytes that the character in hand still lacks */
};

/** One portion as it was; valid until the next call.  Memory being short is the buffer's failure.
 */
telex_slice tx_xml_unveil(struct tx_xml_unveiler *unveiler, telex_slice portion);

/** A whole value as it was, in the arena where it had to be written anew; `*failed` when memory is
 * short for that. */
telex_slice tx_xml_unveil_whole(telex_slice value, struct tx_arena *arena, bool *failed);

#endif
