/* A source's frames, whatever its family: dispatches in control characters, XML documents, JSON
 * values, SGML documents, mails. */
#ifndef TX_READER_SPLITTER_H
#define TX_READER_SPLITTER_H

#include "reader/format.h"
#include "reader/frame.h"
#include "reader/json/json.h"
#include "reader/xml/frame.h"

/** Zero at the start of a source. */
struct tx_splitter {
	bool decided;
	enum tx_family family;
	struct tx_framer text;
	struct tx_xml_framer xml;
	struct tx_json_framer json;
	size_t scanned; /* of the other families */
};

/** Find the frame at the start of `bytes` (everything that is not consumed yet).  `forced`: the
 * format that the user names, or NULL.  As tx_frame_next() otherwise. */
enum tx_frame_result tx_split_next(struct tx_splitter *splitter, const struct tx_format *forced,
				   telex_slice bytes, bool last, struct tx_frame *ret_frame);

#endif
