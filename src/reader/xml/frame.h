/* Where one XML document ends in a stream of them, and what its prolog says. */
#ifndef TX_READER_XML_FRAME_H
#define TX_READER_XML_FRAME_H

#include <stdbool.h>
#include <stddef.h>

#include "core/slice.h"

#define TX_XML_ROOT_MAX 64 /* bytes of a root's name that are compared */

/** What the bytes from `scanned` on belong to. */
enum tx_xml_inside {
	TX_XML_CONTENT,
	TX_XML_TAG, /* of the root's name, after the name */
	TX_XML_COMMENT,
	TX_XML_SECTION,
	TX_XML_INSTRUCTION,
	TX_XML_DOCTYPE,
	TX_XML_DOCTYPE_COMMENT
};

/** What is known of the document at the start of the bytes; zero at its start. */
struct tx_xml_framer {
	size_t scanned; /* bytes that need not be looked at again */
	enum tx_xml_inside inside;
	bool closes;                /* the tag is an end tag */
	char quote;                 /* of the value that is open in the tag, or 0 */
	size_t subset;              /* brackets that are open in the document type */
	size_t tag;                 /* of tx_xml_next_tag(): where the tag begins */
	char root[TX_XML_ROOT_MAX]; /* the start of the root element's name */
	size_t root_len;            /* 0: not met yet */
	size_t open;                /* elements of the root's name that are open */
};

/** Find the end of the document at the start of `bytes`: after the root's end tag, or where the
 * next document's XML declaration begins.  False when it is not there yet. */
bool tx_xml_frame_end(telex_slice bytes, struct tx_xml_framer *framer, size_t *ret_end);

/** Find the next tag, of whatever name, from `framer->scanned` on, which is then after it.  Its name
 * is then in `root`, `closes` says whether it is an end tag, `tag` where it begins.  False when its
 * end is not there yet.  A framer is used for this or for tx_xml_frame_end(), never for both. */
bool tx_xml_next_tag(telex_slice bytes, struct tx_xml_framer *framer);

/** Bytes before `scanned` were removed the start. */
void tx_xml_frame_forget(struct tx_xml_framer *framer, size_t count);

/** The root element's start tag, from after its '<' to its '>' (or as far as it is there); `.len`
 * is 0 when the bytes hold none. */
telex_slice tx_xml_root_tag(telex_slice document);

/** The local name at the start of a tag. */
telex_slice tx_xml_local_name(telex_slice tag);

/** The charset that the XML declaration names; `.ptr` NULL: none. */
telex_slice tx_xml_declared_charset(telex_slice document);

#endif
