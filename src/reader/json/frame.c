/* Where a JSON value ends (RFC 8259): brackets are counted, strings stepped over. */
#include "reader/json/json.h"

static size_t skip_string(telex_slice s, size_t at, struct tx_json_framer *framer)
{
	for (; at < s.len; at++) {
		if (framer->escaped)
			framer->escaped = false;
		else if (s.ptr[at] == '\\')
			framer->escaped = true;
		else if (s.ptr[at] == '"') {
			framer->in_string = false;
			return at + 1;
		}
	}
	return at;
}

bool tx_json_frame_end(telex_slice bytes, struct tx_json_framer *framer, size_t *ret_end)
{
	size_t at = framer->scanned;

	while (at < bytes.len) {
		char c = bytes.ptr[at];
		if (framer->in_string) {
			at = skip_string(bytes, at, framer);
			continue;
		}
		at++;
		framer->in_string = c == '"';
		if (c == '{' || c == '[')
			framer->depth++;
		if (c != '}' && c != ']')
			continue;
		framer->depth -= framer->depth > 0;
		if (framer->depth == 0) {
			*ret_end = at;
			return true;
		}
	}
	framer->scanned = at;
	return false;
}
