/* Frames of SGML: a document ends with its end tag, whatever is in it.  A DOCTYPE line, a
 * wrapper's tag and comments before the first document belong to its frame. */
#include "reader/sgml/frame.h"

#include "core/ascii.h"
#include "reader/sgml/sgml.h"
#include "core/scan.h"

#define BLANKS_MAX 16 /* between an end tag's name and its '>' */

enum match { NO_MATCH, MATCH, CUT_OFF };

/* Whether `s` begins with the end tag of that name; `*ret_end` is the offset after it. */
static enum match match_end_tag(telex_slice s, telex_slice name, size_t *ret_end)
{
	size_t at = 2 + name.len;
	telex_slice written = tx_slice_skip(tx_slice_take(s, at), 2);

	if (!tx_slice_eq_nocase(written, tx_slice_take(name, written.len)))
		return NO_MATCH;
	while (at < s.len && at < 2 + name.len + BLANKS_MAX &&
	       tx_char_is(s.ptr[at], TX_CHAR_BLANK | TX_CHAR_NEWLINE))
		at++;
	if (at >= s.len)
		return CUT_OFF;
	*ret_end = at + 1;
	return s.ptr[at] == '>' ? MATCH : NO_MATCH;
}

static enum match match_end(telex_slice s, size_t *ret_end)
{
	if (s.len < 2)
		return CUT_OFF;
	if (s.ptr[1] != '/')
		return NO_MATCH;
	enum match match = match_end_tag(s, TX_LIT("DOC"), ret_end);

	return match != NO_MATCH ? match : match_end_tag(s, TX_LIT("REUTERS"), ret_end);
}

/* The line end at `at`, with blanks before it; false when more bytes could be part of it. */
static bool skip_line_end(telex_slice bytes, size_t at, size_t *ret_end)
{
	size_t end = at;

	while (end < bytes.len && end < at + BLANKS_MAX &&
	       tx_char_is(bytes.ptr[end], TX_CHAR_BLANK))
		end++;
	bool cr = end < bytes.len && bytes.ptr[end] == '\r';
	end += cr;
	if (end >= bytes.len)
		return false;
	bool lf = bytes.ptr[end] == '\n';
	*ret_end = cr || lf ? end + lf : at;
	return true;
}

bool tx_sgml_frame_end(telex_slice bytes, size_t *scanned, size_t *ret_end)
{
	for (size_t at = *scanned; at < bytes.len; at++) {
		const char *open = memchr(bytes.ptr + at, '<', bytes.len - at);
		size_t len = 0;
		if (open == NULL)
			break;
		at = (size_t)(open - bytes.ptr);
		enum match match = match_end(tx_slice_skip(bytes, at), &len);
		if (match == NO_MATCH)
			continue;
		*scanned = at;
		return match == MATCH && skip_line_end(bytes, at + len, ret_end);
	}
	*scanned = bytes.len;
	return false;
}

static bool named(const struct tx_sgml_tag *tag, const char *name)
{
	return !tag->closing && tx_slice_eq_nocase(tag->name, tx_slice_of(name));
}

/* The next tag, unless text is before it. */
static bool next_bare_tag(struct tx_sgml *scanner, struct tx_sgml_tag *ret_tag)
{
	size_t from = scanner->at;

	return tx_sgml_next(scanner, ret_tag) &&
	       tx_is_blank(tx_slice(scanner->text.ptr + from, ret_tag->start - from));
}

static bool is_one_of(const struct tx_sgml_tag *tag, const char *const *names)
{
	while (*names != NULL && !named(tag, *names))
		names++;
	return *names != NULL;
}

/* <DOC ..>: what is after it tells LDC's Gigaword from TREC's collections. */
static const char *kind_of_doc(struct tx_sgml scanner, const struct tx_sgml_tag *doc)
{
	static const char *const trec[] = {"DOCNO", "DOCID", NULL};
	static const char *const gigaword[] = {"HEADLINE", "DATELINE", "TEXT", "DATETIME", NULL};
	telex_slice id, type;
	struct tx_sgml_tag child;

	if (tx_sgml_attribute(doc, "id", &id) && tx_sgml_attribute(doc, "type", &type))
		return "gigaword";
	if (!next_bare_tag(&scanner, &child))
		return NULL;
	if (id.ptr != NULL)
		return is_one_of(&child, gigaword) ? "gigaword" : NULL;
	return is_one_of(&child, trec) ? "trec" : NULL;
}

static const char *kind_of_reuters(const struct tx_sgml_tag *tag)
{
	static const char *const names[] = {"TOPICS", "NEWID", "OLDID", "LEWISSPLIT"};
	telex_slice value;

	for (size_t i = 0; i < TX_COUNT(names); i++) {
		if (tx_sgml_attribute(tag, names[i], &value))
			return "reuters21578";
	}
	return tx_slice_is(tag->name, "REUTERS") && tag->attributes.len == 0 ? "reuters21578"
									     : NULL;
}

const char *tx_sgml_kind(telex_slice head)
{
	struct tx_sgml scanner = {head, 0};
	struct tx_sgml_tag tag;
	size_t wrappers = 0;

	if (tx_slice_starts(head, TX_LIT("\xef\xbb\xbf")))
		scanner.at = 3;
	while (next_bare_tag(&scanner, &tag)) {
		if (tx_slice_is(tag.name, "!")) {
			if (tx_slice_starts_nocase(tag.attributes, TX_LIT("DOCTYPE lewis")))
				return "reuters21578";
			continue;
		}
		if (named(&tag, "REUTERS"))
			return kind_of_reuters(&tag);
		if (named(&tag, "DOC"))
			return kind_of_doc(scanner, &tag);
		if (tag.closing || tag.attributes.len > 0 || wrappers++ > 0)
			return NULL;
	}
	return NULL;
}
