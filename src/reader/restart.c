/* The search for the next document looks at the first byte of each line only, so that it also finds
 * the one after a document that never ends: a comment, a section, a quoted value that is open. */
#include "reader/restart.h"

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

static enum match match_start(const struct tx_framer *framer, telex_slice s)
{
	const struct tx_xml_framer *xml = &framer->xml;
	bool sgml = framer->framing == TX_FRAMING_SGML;
	enum match match = match_tag(s, sgml ? TX_LIT("DOC") : TX_LIT("?xml"));

	if (match != NO_MATCH)
		return match;
	if (sgml)
		return match_tag(s, TX_LIT("REUTERS"));
	return xml->root_len > 0 ? match_tag(s, tx_slice(xml->root, xml->root_len)) : NO_MATCH;
}

static bool starts_line(telex_slice s, size_t at)
{
	return at > 0 && tx_char_is(s.ptr[at - 1], TX_CHAR_NEWLINE);
}

bool tx_restart_find(struct tx_framer *framer, telex_slice bytes, size_t *ret_start)
{
	if (framer->framing != TX_FRAMING_XML && framer->framing != TX_FRAMING_SGML)
		return false;
	while (framer->restart < bytes.len) {
		const char *open =
			memchr(bytes.ptr + framer->restart, '<', bytes.len - framer->restart);
		if (open == NULL)
			break;
		size_t at = framer->restart = (size_t)(open - bytes.ptr);
		enum match match = starts_line(bytes, at)
					   ? match_start(framer, tx_slice_skip(bytes, at))
					   : NO_MATCH;
		if (match == MATCH)
			*ret_start = at;
		if (match != NO_MATCH)
			return match == MATCH;
		framer->restart++;
	}
	framer->restart = bytes.len;
	return false;
}
