/* A record of a WARC file and the HTTP message in it: heads of lines of "Name: value". */
#ifndef TX_READER_WARC_RECORD_H
#define TX_READER_WARC_RECORD_H

#include <stdbool.h>
#include <stdint.h>

#include "core/slice.h"

#define TX_WARC_HEAD_MAX 65536 /* bytes of a head */

struct tx_warc_record {
	telex_slice head; /* lines up to the empty one */
	telex_slice body; /* as much of it as there is */
	uint64_t length;  /* of the body, as stated */
};

enum tx_warc_read {
	TX_WARC_READ,
	TX_WARC_SHORT, /* more bytes are needed */
	TX_WARC_BROKEN /* not a head with a length */
};

/** Read the head of the record at the start of `bytes`. */
enum tx_warc_read tx_warc_record_read(telex_slice bytes, struct tx_warc_record *ret_record);

/** The value of a field of a head; `.ptr` NULL: it has none of that name. */
telex_slice tx_warc_field(telex_slice head, const char *name);

/** Bytes of a head with its empty line; 0: that is not there. */
size_t tx_warc_head_len(telex_slice bytes);

/** The target's address, without the brackets that WARC 0.17 and some crawlers put around it. */
telex_slice tx_warc_target(telex_slice head);

/** Whether a content type is that of a page. */
bool tx_warc_is_page(telex_slice content_type);

#endif
