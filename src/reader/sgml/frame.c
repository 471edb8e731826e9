/* Where a document of a collection ends: the end tag of DOC or REUTERS.  A document without one
 * ends where the next begins. */
#include "core/ascii.h"
#include "reader/sgml/sgml.h"

struct kind {
	const char *sign; /* in the first tags */
	const char *format;
};

static const struct kind kinds[] = {
	{"<!DOCTYPE lewis", "reuters21578"},
	{"<REUTERS TOPICS", "reuters21578"},
	{"<REUTERS", "reuters21578"},
	{"<DOC id=", "gigaword"},
	{"<DOC>", "trec"},
};

const char *tx_sgml_kind(telex_slice head)
{
	telex_slice visible = tx_trim(head);

	for (size_t i = 0; i < sizeof(kinds) / sizeof(kinds[0]); i++) {
		if (tx_slice_starts_nocase(visible, tx_slice_of(kinds[i].sign)))
			return kinds[i].format;
	}
	return NULL;
}

/* Whether `s` begins with the start tag of a document. */
static bool is_start(telex_slice s)
{
	return tx_slice_starts(s, TX_LIT("<DOC>")) || tx_slice_starts(s, TX_LIT("<DOC ")) ||
	       tx_slice_starts(s, TX_LIT("<REUTERS "));
}

static bool is_end(telex_slice s)
{
	return tx_slice_starts_nocase(s, TX_LIT("</DOC>")) ||
	       tx_slice_starts_nocase(s, TX_LIT("</REUTERS>"));
}

static size_t first_visible(telex_slice s)
{
	size_t at = 0;

	while (at < s.len && (unsigned char)s.ptr[at] <= ' ')
		at++;
	return at;
}

bool tx_sgml_frame_end(telex_slice bytes, size_t *scanned, size_t *ret_end)
{
	size_t begin = first_visible(bytes), at = *scanned > begin ? *scanned : begin;
	bool doctype = tx_slice_starts_nocase(tx_slice_skip(bytes, begin), TX_LIT("<!"));
	bool started = at > begin && !doctype;

	while (at < bytes.len) {
		const char *open = memchr(bytes.ptr + at, '<', bytes.len - at);
		if (open == NULL)
			break;
		at = (size_t)(open - bytes.ptr);
		telex_slice here = tx_slice_skip(bytes, at);
		if (is_end(here)) {
			*ret_end = at + tx_cut(here, '>').head.len + 1;
			return true;
		}
		bool next = is_start(here);
		if (next && started) {
			*ret_end = at;
			return true;
		}
		/* The tag may not be whole yet. */
		if (here.len < sizeof("</REUTERS>"))
			break;
		started |= next;
		at++;
	}
	*scanned = at < bytes.len ? at : bytes.len;
	if (doctype)
		*scanned = 0;
	return false;
}
