/* The identifier of an item of ninjs, which must be a URI. */
#ifndef TX_EMITTER_NINJS_URI_H
#define TX_EMITTER_NINJS_URI_H

#include "core/buffer.h"
#include "core/record.h"

/** Append the item's URI inside a JSON string: the envelope's identifier where it is one, without
 * its revision; else one of the agency and the identifier, or of the text's hash.  Returns whether
 * it is the identifier as it is. */
bool tx_ninjs_uri(struct tx_buffer *out, const struct tx_record *record);

/** Append "urn:telex:KIND:VALUE", the value's bytes escaped where a URN needs it. */
void tx_ninjs_urn(struct tx_buffer *out, const char *kind, telex_slice value);

/** The identifier of a NewsML item (RFC 3085) without its revision: that of all its versions; another
 * identifier as it is. */
telex_slice tx_id_without_revision(telex_slice id);

/** Whether a text is a URI as it is (RFC 3986): a scheme, and no character that it lacks. */
bool tx_is_uri(telex_slice s);

#endif
