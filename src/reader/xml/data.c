/* Copy that is in an element as text: escaped HTML, plain text, either of them in base64 (RFC 4648,
 * as NewsML-G2's "encoding" says).  Left out: other encodings. */
#include <libxml/SAX2.h>

#include "reader/charset.h"
#include "reader/html.h"
#include "reader/mail/transfer.h"
#include "reader/xml/engine.h"

/* A copy of decoded bytes, in UTF-8 by what they show. */
static telex_slice decode_charset(struct tx_xml *xml, telex_slice bytes)
{
	struct tx_decoded decoded;

	if (!tx_charset_decode(bytes, &xml->reader->arena, &decoded)) {
		xml->failed = true;
		return (telex_slice){NULL, 0};
	}
	if (decoded.replaced > 0)
		tx_story_alert(tx_xml_story(xml), TX_WARN_CHARSET_MIXED,
			       (uint32_t)xmlSAX2GetLineNumber(xml->context),
			       TX_LIT("bytes that decode to nothing were replaced by U+FFFD"));
	return tx_arena_copy(&xml->reader->arena, decoded.text);
}

/* The text of the data that ends, decoded where it is base64 (RFC 4648). */
static telex_slice take_data(struct tx_xml *xml)
{
	struct tx_buffer *copy = &xml->reader->copy;
	telex_slice raw =
		tx_arena_copy(&xml->reader->arena,
			      tx_slice_skip(tx_slice(copy->data, copy->len), xml->data_start));

	if (!xml->data_is_base64 || raw.ptr == NULL)
		return raw;
	copy->len = xml->data_start;
	if (!tx_mail_base64(raw, copy))
		tx_story_alert(tx_xml_story(xml), TX_WARN_ENVELOPE_BROKEN,
			       (uint32_t)xmlSAX2GetLineNumber(xml->context),
			       TX_LIT("the base64 of the text is damaged"));
	telex_slice text = decode_charset(
		xml, tx_slice_skip(tx_slice(copy->data, copy->len), xml->data_start));
	copy->len = xml->data_start;
	tx_buffer_slice(copy, text);
	return text;
}

/* The text of one <p> that holds nothing else; empty: there is more. */
static telex_slice only_paragraph(telex_slice raw)
{
	telex_slice text = tx_trim(raw), start = TX_LIT("<p>"), end = TX_LIT("</p>");

	if (!tx_slice_starts_nocase(text, start) || !tx_slice_ends(text, end) ||
	    text.len < start.len + end.len)
		return (telex_slice){NULL, 0};
	text = tx_slice_skip(tx_slice_take(text, text.len - end.len), start.len);
	return memchr(text.ptr, '<', text.len) == NULL && memchr(text.ptr, '&', text.len) == NULL
		       ? text
		       : (telex_slice){NULL, 0};
}

/* Wire text in one <p> keeps its lines: most of them flush, those that begin a paragraph set in.
 * Markup that is set in as a whole is not such a text. */
static telex_slice find_wire_text(telex_slice raw)
{
	telex_slice text = only_paragraph(raw);
	size_t flush = 0, set_in = 0;

	for (struct tx_cut cut = tx_cut(text, '\n'); cut.found; cut = tx_cut(cut.tail, '\n')) {
		telex_slice below = tx_cut(cut.tail, '\n').head;
		bool blank = tx_trim(below).len == 0;
		bool inside = below.len > 0 && below.ptr[0] == ' ';
		flush += !blank && !inside;
		set_in += !blank && inside && flush > 0;
	}
	return flush > set_in && set_in > 0 ? text : (telex_slice){NULL, 0};
}

/* The data written anew in the form that it shows; true: it is plain text. */
static bool write_data(struct tx_xml *xml)
{
	struct tx_buffer *copy = &xml->reader->copy;
	telex_slice raw = take_data(xml), wire = find_wire_text(raw);
	bool plain = wire.ptr != NULL;

	if (raw.ptr == NULL || raw.len == 0)
		return false;
	/* Elements of data inside one another have flushed blocks. */
	tx_markup_cut(&xml->markup, xml->data_start);
	if (plain)
		tx_buffer_slice(copy, wire);
	else
		xml->failed |= !tx_html_copy(&xml->markup, raw, tx_xml_story(xml), &plain);
	return plain;
}

void tx_xml_end_data(struct tx_xml *xml)
{
	struct tx_buffer *copy = &xml->reader->copy;
	telex_slice raw = tx_slice_skip(tx_slice(copy->data, copy->len), xml->data_start);
	bool stays = !xml->data_is_base64 && raw.len > 0 && tx_html_form(raw) == TX_HTML_PLAIN;

	if ((stays || write_data(xml)) && (xml->data_start == 0 || xml->has_plain)) {
		tx_buffer_lit(copy, "\n\n");
		xml->markup.start = copy->len;
		xml->has_plain = true;
	}
}
