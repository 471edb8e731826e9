/* JSON as it is in pages, member by member, without a tree: nothing is allocated, and what is
 * not strict (control characters in strings, bytes after the value) is read over. */
#ifndef TX_READER_PAGE_MARKUP_JSON_SCAN_H
#define TX_READER_PAGE_MARKUP_JSON_SCAN_H

#include <stdbool.h>

#include "core/buffer.h"
#include "core/slice.h"

/** The value at the start of `json`, blanks before it aside; `.len` 0: none. */
telex_slice tx_json_scan_value(telex_slice json);

/** The next member of an object whose members are `*inside` (at first the object itself).  The key
 * is as written, without its quotes.  False: there are no more. */
bool tx_json_scan_member(telex_slice *inside, telex_slice *ret_key, telex_slice *ret_value);

/** Likewise, the next item of an array. */
bool tx_json_scan_item(telex_slice *inside, telex_slice *ret_value);

/** The value of a member of an object; `.len` 0: it has none. */
telex_slice tx_json_scan_find(telex_slice object, const char *key);

/** Append a string (with its quotes), its escapes resolved; a number or a word as written. */
void tx_json_scan_text(struct tx_buffer *out, telex_slice value);

#endif
