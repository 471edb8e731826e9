/* A CR without LF ends a line as LF does.  The readers of documents know LF and CR LF; what has
 * other line ends is changed for them, byte by byte, so that all offsets stay. */
#include "reader/line_ends.h"

/* The first CR from `at` on that no LF follows, or the end. */
static size_t find_lone(telex_slice s, size_t at)
{
	while (at < s.len) {
		const char *cr = memchr(s.ptr + at, '\r', s.len - at);
		if (cr == NULL)
			break;
		at = (size_t)(cr - s.ptr);
		if (at + 1 == s.len || s.ptr[at + 1] != '\n')
			return at;
		at += 2;
	}
	return s.len;
}

bool tx_line_ends_are_mixed(telex_slice s)
{
	return find_lone(s, 0) < s.len;
}

telex_slice tx_line_ends_copy(char *out, telex_slice s)
{
	if (s.len > 0)
		memcpy(out, s.ptr, s.len);
	for (size_t at = find_lone(s, 0); at < s.len; at = find_lone(s, at + 1))
		out[at] = '\n';
	return tx_slice(out, s.len);
}

bool tx_line_ends_unify(telex_slice *s, struct tx_arena *arena)
{
	if (!tx_line_ends_are_mixed(*s))
		return true;
	char *copy = tx_arena_alloc(arena, s->len);
	if (copy == NULL)
		return false;
	*s = tx_line_ends_copy(copy, *s);
	return true;
}
