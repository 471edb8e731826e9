/* The table of formats, and how a source's first bytes tell which it is: the decision list of the
 * trade, from the surest sign to the weakest, never by the name of a file. */
#include "reader/format.h"

#include "core/ascii.h"
#include "core/error.h"
#include "reader/json/json.h"
#include "reader/json/record.h"
#include "reader/line_ends.h"
#include "reader/mail/mail.h"
#include "reader/page/page.h"
#include "reader/sgml/sgml.h"
#include "reader/warc/warc.h"
#include "reader/xml/formats.h"
#include "reader/xml/frame.h"
#include "core/scan.h"

#define SNIFF_BYTES 8192

static const struct tx_format formats[] = {
	{"auto", "recognise the format by the bytes (the default)", TX_FRAMING_TEXT, NULL},
	{"text", "plain text of a dispatch, and the envelopes of control characters",
	 TX_FRAMING_TEXT, NULL},
	{"iptc7901", "IPTC 7901, its control characters whole, in part or stripped",
	 TX_FRAMING_TEXT, NULL},
	{"anpa1312", "ANPA-1312, the newspaper wires' envelope", TX_FRAMING_TEXT, NULL},
	{"zczc", "telex envelope ZCZC to NNNN, with or without field tags", TX_FRAMING_TEXT, NULL},
	{"nitf", "NITF 3.0 to 3.6", TX_FRAMING_XML, tx_nitf_unwrap},
	{"newsml1", "NewsML 1.0 to 1.2", TX_FRAMING_XML, tx_newsml1_unwrap},
	{"newsmlg2", "NewsML-G2", TX_FRAMING_XML, tx_newsmlg2_unwrap},
	{"rcv1", "RCV1, a research collection's XML", TX_FRAMING_XML, tx_rcv1_unwrap},
	{"rbnews", "RBNews, a vendor's own XML", TX_FRAMING_XML, tx_rbnews_unwrap},
	{"rss", "RSS 2.0 items with full content", TX_FRAMING_XML, tx_rss_unwrap},
	{"reuters21578", "SGML of a research collection of 1987", TX_FRAMING_SGML,
	 tx_reuters21578_unwrap},
	{"trec", "SGML of TREC and CLEF", TX_FRAMING_SGML, tx_trec_unwrap},
	{"gigaword", "SGML of LDC newswire and Gigaword", TX_FRAMING_SGML, tx_gigaword_unwrap},
	{"mail", "RFC 822 mail with a dispatch as its text", TX_FRAMING_MAIL, tx_mail_unwrap},
	{"mbox", "mails one after another", TX_FRAMING_MBOX, tx_mail_unwrap},
	{"ninjs", "ninjs 1, 2 and 3, and JSON services like it", TX_FRAMING_JSON, tx_ninjs_unwrap},
	{"record", "records that telex has written", TX_FRAMING_JSON, tx_record_unwrap},
	{"jsonl", "lines of JSON; --text-key names the key of raw text", TX_FRAMING_LINES,
	 tx_jsonl_unwrap},
	{"atom", "Atom entries with full content", TX_FRAMING_XML, tx_atom_unwrap},
	{"warc", "pages of a crawl, WARC 0.17 to 1.1", TX_FRAMING_WARC, tx_warc_unwrap},
	{"page", "a news page in HTML", TX_FRAMING_PAGE, tx_page_unwrap},
};

enum { FORMATS = TX_COUNT(formats) };

const struct tx_format *tx_format_at(size_t index)
{
	return index < FORMATS ? &formats[index] : NULL;
}

const struct tx_format *tx_format_find(const char *name)
{
	for (size_t i = 0; i < FORMATS; i++) {
		if (tx_slice_is(tx_slice_of(name), formats[i].name))
			return &formats[i];
	}
	return NULL;
}

/* Root elements by local name. */
struct root {
	const char *name;
	const char *format;
};

static const struct root roots[] = {
	{"nitf", "nitf"},
	{"NewsML", "newsml1"},
	{"newsMessage", "newsmlg2"},
	{"newsItem", "newsmlg2"},
	{"packageItem", "newsmlg2"},
	{"conceptItem", "newsmlg2"},
	{"planningItem", "newsmlg2"},
	{"knowledgeItem", "newsmlg2"},
	{"newsitem", "rcv1"},
	{"RBNews", "rbnews"},
	{"rss", "rss"},
	{"RDF", "rss"},
	{"feed", "atom"},
};

static const struct tx_format *format_of_root(telex_slice document)
{
	telex_slice name = tx_xml_local_name(tx_xml_root_tag(document));

	if (tx_slice_eq_nocase(name, TX_LIT("html")) ||
	    tx_slice_starts_nocase(document, TX_LIT("<!doctype html")))
		return tx_format_find("page");
	for (size_t i = 0; i < TX_COUNT(roots); i++) {
		if (tx_slice_is(name, roots[i].name))
			return tx_format_find(roots[i].format);
	}
	return NULL;
}

/* Whether a source that begins with '<' is markup: a known root, a declaration, or a tag that is
 * closed again. */
static bool is_markup(telex_slice head)
{
	char closing[64] = "</";
	telex_slice name;

	if (format_of_root(head) != NULL || tx_slice_starts(head, TX_LIT("<?xml")) ||
	    tx_slice_starts_nocase(head, TX_LIT("<!doctype")) ||
	    tx_slice_starts(head, TX_LIT("<!--")))
		return true;
	name = tx_slice_take(tx_xml_root_tag(head), sizeof(closing) - 3);
	while (name.len > 0 && !tx_char_is(name.ptr[name.len - 1], TX_CHAR_UPPER | TX_CHAR_LOWER))
		name.len--;
	name = tx_xml_local_name(name);
	if (name.len == 0 || !tx_is_alpha(name.ptr[0]))
		return false;
	memcpy(closing + 2, name.ptr, name.len);
	return tx_slice_find(head, tx_slice(closing, name.len + 2)) < head.len;
}

/* Whether the root's name is there to its end. */
static bool has_whole_root(telex_slice head)
{
	telex_slice tag = tx_xml_root_tag(head), name = tx_xml_local_name(tag);

	return name.len > 0 && name.ptr + name.len < tag.ptr + tag.len;
}

/* Whether enough of a source that begins with '<' is there to tell: its root's name, or all that
 * will be looked at. */
static bool markup_is_plain_to_see(telex_slice head, bool enough)
{
	return enough ||
	       ((has_whole_root(head) || tx_slice_starts_nocase(head, TX_LIT("<!doctype html"))) &&
		format_of_root(head) != NULL);
}

/* An object or an array whose first member is a string, an object or nothing; "[31-JUL-97" is
 * none. */
static bool sniff_json(telex_slice visible, bool enough, const char *text_key,
		       enum tx_framing *ret_framing)
{
	struct tx_json_framer framer = {0};
	size_t value_end;

	telex_slice inside = tx_trim(tx_slice_skip(visible, 1));

	while (inside.len > 0 && (inside.ptr[0] == '{' || inside.ptr[0] == '['))
		inside = tx_trim(tx_slice_skip(inside, 1));
	if (inside.len == 0)
		return enough;
	size_t end = inside.ptr[0] == '"' ? tx_cut(tx_slice_skip(inside, 1), '"').head.len + 2 : 0;
	telex_slice behind = tx_trim(tx_slice_skip(inside, end));
	if (inside.ptr[0] == '"' && behind.len == 0 && !enough)
		return false;
	bool member = end > 0 && behind.len > 0 && strchr(":,]", behind.ptr[0]) != NULL;
	if (!member && strchr("}]", inside.ptr[0]) == NULL)
		return true;
	bool lines = tx_jsonl_is(visible, text_key);
	*ret_framing = lines ? TX_FRAMING_LINES : TX_FRAMING_JSON;
	return lines || enough || visible.ptr[0] == '[' ||
	       memchr(visible.ptr, '\n', visible.len) != NULL ||
	       tx_json_frame_end(visible, &framer, &value_end);
}

/* Whether the first line could be a header's or an mbox's. */
static bool may_be_mail(telex_slice visible)
{
	telex_slice line = tx_slice_take(tx_cut(visible, '\n').head, 200);
	size_t len = 0;

	if (tx_slice_starts(line, TX_LIT("From ")))
		return true;
	while (len < line.len && (tx_is_alpha(line.ptr[len]) || line.ptr[len] == '-'))
		len++;
	/* The colon may be still to come. */
	if (len == line.len)
		return memchr(visible.ptr, '\n', visible.len) == NULL;
	return len > 1 && line.ptr[len] == ':';
}

static bool has_empty_line(telex_slice s)
{
	return tx_slice_find(s, TX_LIT("\n\n")) < s.len ||
	       tx_slice_find(s, TX_LIT("\n\r\n")) < s.len;
}

/* By what is seen of a source's first bytes; `enough`: no more will be looked at. */
static bool sniff_visible(telex_slice visible, bool enough, const char *text_key,
			  enum tx_framing *ret_framing)
{
	*ret_framing = TX_FRAMING_TEXT;
	if (visible.len == 0)
		return enough;
	if (!enough && visible.len < 6 && tx_slice_starts(visible, TX_LIT("WARC/")))
		return false;
	if (tx_warc_is(visible)) {
		*ret_framing = TX_FRAMING_WARC;
		return true;
	}
	if (may_be_mail(visible)) {
		if (!enough && !has_empty_line(visible))
			return false;
		*ret_framing = tx_mbox_is(visible)   ? TX_FRAMING_MBOX
			       : tx_mail_is(visible) ? TX_FRAMING_MAIL
						     : TX_FRAMING_TEXT;
		return true;
	}
	if (visible.ptr[0] == '<') {
		if (tx_sgml_kind(visible) != NULL) {
			*ret_framing = TX_FRAMING_SGML;
			return true;
		}
		if (!markup_is_plain_to_see(visible, enough))
			return false;
		const struct tx_format *format = format_of_root(visible);
		if (format != NULL)
			*ret_framing = format->framing;
		else if (is_markup(visible))
			*ret_framing = TX_FRAMING_XML;
	} else if (visible.ptr[0] == '{' || visible.ptr[0] == '[') {
		return sniff_json(visible, enough, text_key, ret_framing);
	}
	return true;
}

/* The bytes without a character that their end cuts off, which may be a blank. */
static telex_slice whole_characters(telex_slice s)
{
	for (size_t back = 1; back < 4 && back <= s.len; back++) {
		unsigned char c = (unsigned char)s.ptr[s.len - back];
		size_t want = c >= 0xf0 ? 4 : c >= 0xe0 ? 3 : 2;
		if (c >= 0xc0)
			return back < want ? tx_slice_take(s, s.len - back) : s;
		if (c < 0x80)
			return s;
	}
	return s;
}

bool tx_framing_sniff(telex_slice head, bool last, const char *text_key,
		      enum tx_framing *ret_framing)
{
	char unified[SNIFF_BYTES];
	bool enough = last || head.len >= SNIFF_BYTES;
	telex_slice seen = enough ? tx_slice_take(head, SNIFF_BYTES) : whole_characters(head);
	telex_slice visible = tx_trim(seen);

	if (tx_line_ends_are_mixed(visible))
		visible = tx_line_ends_copy(unified, visible);
	return sniff_visible(visible, enough, text_key, ret_framing);
}

/* The format of a framing whose frames are all alike. */
static const char *const usual_formats[] = {
	[TX_FRAMING_TEXT] = "text",   [TX_FRAMING_XML] = "nitf",  [TX_FRAMING_JSON] = "ninjs",
	[TX_FRAMING_LINES] = "jsonl", [TX_FRAMING_SGML] = "trec", [TX_FRAMING_MAIL] = "mail",
	[TX_FRAMING_MBOX] = "mbox",   [TX_FRAMING_PAGE] = "page", [TX_FRAMING_WARC] = "warc",
};

const struct tx_format *tx_format_of_frame(enum tx_framing framing, telex_slice frame)
{
	if (framing == TX_FRAMING_XML)
		return format_of_root(frame);
	if (framing == TX_FRAMING_SGML && tx_sgml_kind(frame) != NULL)
		return tx_format_find(tx_sgml_kind(frame));
	if (framing == TX_FRAMING_JSON && tx_record_is(frame))
		return tx_format_find("record");
	return tx_format_find(usual_formats[framing]);
}

telex_status tx_fail_unknown(enum tx_framing framing, telex_slice frame, telex_error *reterr)
{
	telex_slice name = tx_slice_take(tx_xml_local_name(tx_xml_root_tag(frame)), 40);

	(void)framing;
	if (name.len == 0)
		return tx_fail(reterr, TELEX_ERR_SYNTAX, "markup without a root element");
	return tx_fail(reterr, TELEX_ERR_SYNTAX,
		       "unknown XML format: the root element is '%.*s' (--list-formats)",
		       (int)name.len, name.ptr);
}
