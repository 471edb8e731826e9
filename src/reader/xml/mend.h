/* Ampersands that begin no reference, which XML forbids and newsrooms send. */
#ifndef TX_READER_XML_MEND_H
#define TX_READER_XML_MEND_H

#include <stdbool.h>

#include "core/arena.h"
#include "core/slice.h"

/** The document with each such ampersand written as a reference: the document itself when there is
 * none.  `*ret_mended`: there was one.  `.ptr` NULL when memory is short. */
telex_slice tx_xml_mend(telex_slice document, struct tx_arena *arena, bool *ret_mended);

/** Length of a CDATA section, comment or instruction at the start of `s`, without its end all of
 * it; 0: it is none of them. */
size_t tx_xml_literal_len(telex_slice s);

#endif
