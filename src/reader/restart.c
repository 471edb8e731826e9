/* The search for the next document looks at the first byte of each line only, so that it also finds
 * the one after a document that never ends: a comment, a section, a quoted value that is open. */
#include "reader/restart.h"

#include <string.h>

#include "core/ascii.h"

enum match { NO_MATCH, MATCH, CUT_OFF };

/* Whether `s` begins with the tag of that name. */
static enum match match_tag(telex_slice s, telex_slice name)
{
	telex_slice written = tx_slice_skip(tx_slice_take(s, 1 + name.len), 1);

	if (!tx_slice_eq(written, tx_slice_take(name, written.len)))
		return NO_MATCH;
	if (s.len <= 1 + name.len)
		return CUT_OFF;
	char behind = s.ptr[1 + name.len];
	return tx_char_is(behind, TX_CHAR_BLANK | TX_CHAR_NEWLINE) || behind == '>' || behind == '/'
		       ? MATCH
		       : NO_MATCH;
}

static enum match match_any(telex_slice s, const telex_slice *names)
{
	enum match match = NO_MATCH;

	for (; names->len > 0 && match == NO_MATCH; names++)
		match = match_tag(s, *names);
	return match;
}

static bool starts_line(telex_slice s, size_t at)
{
	return at > 0 && tx_char_is(s.ptr[at - 1], TX_CHAR_NEWLINE);
}

bool tx_restart_find(telex_slice bytes, const telex_slice *names, size_t *searched,
		     size_t *ret_start)
{
	while (*searched < bytes.len) {
		const char *open = memchr(bytes.ptr + *searched, '<', bytes.len - *searched);
		if (open == NULL)
			break;
		size_t at = *searched = (size_t)(open - bytes.ptr);
		enum match match = starts_line(bytes, at)
					   ? match_any(tx_slice_skip(bytes, at), names)
					   : NO_MATCH;
		if (match == MATCH)
			*ret_start = at;
		if (match != NO_MATCH)
			return match == MATCH;
		++*searched;
	}
	*searched = bytes.len;
	return false;
}
