/* The text of a mail's part: transfer encoding, charset, flowed lines and signature undone, in this
 * order. */
#include "reader/mail/parts.h"

#include "reader/mail/transfer.h"
#include "core/scan.h"

#define LABEL_SEARCH 1024 /* bytes of marked-up text in which it may name its charset */

static telex_slice keep(struct tx_mail_parts *parts, struct tx_buffer *buffer)
{
	telex_slice copy =
		tx_arena_copy(parts->decoder->arena, tx_slice(buffer->data, buffer->len));

	parts->decoder->failed |= buffer->failed || copy.ptr == NULL;
	tx_buffer_done(buffer);
	return copy;
}

static telex_slice encoding_of(const struct tx_mail_section *section)
{
	return tx_mail_value(
		tx_mail_header_find(section->entity.headers, "Content-Transfer-Encoding"));
}

static telex_slice unquote(struct tx_mail_parts *parts, telex_slice body)
{
	struct tx_buffer out = {0};

	if (tx_slice_find(body, TX_LIT(">From ")) == body.len)
		return body;
	tx_mail_unquote_from(body, &out);
	return keep(parts, &out);
}

/* The transfer encodings that are undone. */
static const struct coding {
	const char *name;
	bool (*decode)(telex_slice text, struct tx_buffer *out);
	bool readable; /* a mailbox quotes lines of it */
} codings[] = {
	{"base64", tx_mail_base64, false},
	{"quoted-printable", tx_mail_quoted_printable, true},
	{"x-uuencode", tx_mail_uuencoded, false},
	{"x-uue", tx_mail_uuencoded, false},
	{"uuencode", tx_mail_uuencoded, false},
};

static const struct coding *coding_of(const struct tx_mail_section *section)
{
	telex_slice encoding = encoding_of(section);

	for (size_t i = 0; i < TX_COUNT(codings); i++) {
		if (tx_slice_eq_nocase(encoding, tx_slice_of(codings[i].name)))
			return &codings[i];
	}
	return NULL;
}

static bool is_known(telex_slice encoding)
{
	static const char *const plain[] = {"", "7bit", "8bit", "binary", "7-bit", "8-bit", NULL};

	for (const char *const *name = plain; *name != NULL; name++) {
		if (tx_slice_eq_nocase(encoding, tx_slice_of(*name)))
			return true;
	}
	return false;
}

static telex_slice undo_encoding(struct tx_mail_parts *parts, const struct tx_mail_section *section)
{
	telex_slice body = section->entity.body;
	const struct coding *coding = coding_of(section);
	struct tx_buffer out = {0};

	if (coding == NULL && !is_known(encoding_of(section)))
		tx_mail_alert(
			parts, TX_WARN_ENVELOPE_BROKEN, body,
			"the transfer encoding of the mail's text is unknown: it is kept as it is");
	if (coding == NULL || coding->readable)
		body = unquote(parts, body);
	if (coding == NULL)
		return body;
	if (!coding->decode(body, &out))
		tx_mail_alert(parts, TX_WARN_ENVELOPE_BROKEN, section->entity.body,
			      "the transfer encoding of the mail's text is damaged: what is not "
			      "in it is kept as it is");
	return keep(parts, &out);
}

static bool is_name_byte(char c)
{
	return (unsigned char)c > ' ' && strchr("\"'<>;/?", c) == NULL;
}

/* The charset that marked-up text names itself. */
static telex_slice inner_label(telex_slice text)
{
	static const char *const keys[] = {"charset=", "encoding="};

	text = tx_slice_take(text, LABEL_SEARCH);
	for (size_t i = 0; i < TX_COUNT(keys); i++) {
		telex_slice key = tx_slice_of(keys[i]);
		telex_slice rest = tx_slice_skip(text, tx_slice_find(text, key) + key.len);
		size_t len = 0;
		if (rest.len > 0 && (rest.ptr[0] == '"' || rest.ptr[0] == '\''))
			rest = tx_slice_skip(rest, 1);
		while (len < rest.len && is_name_byte(rest.ptr[len]))
			len++;
		if (len > 0)
			return tx_slice_take(rest, len);
	}
	return (telex_slice){NULL, 0};
}

static telex_slice label_of(struct tx_mail_parts *parts, const struct tx_mail_section *section,
			    telex_slice bytes)
{
	telex_slice header = tx_mail_header_find(section->entity.headers, "Content-Type");
	telex_slice label = tx_mail_parameter(header, "charset", parts->decoder->arena).value;
	bool plain = tx_slice_eq_nocase(section->type, TX_LIT("text/plain"));

	return label.len > 0 || plain ? label : inner_label(bytes);
}

static telex_slice undo_charset(struct tx_mail_parts *parts, const struct tx_mail_section *section,
				telex_slice bytes)
{
	struct tx_mail_text decoded =
		tx_mail_decode(parts->decoder, bytes, label_of(parts, section, bytes));

	if (decoded.mislabelled)
		tx_mail_alert(parts, TX_WARN_CHARSET_LABEL, section->entity.body,
			      "the mail's text is not in the charset that it names");
	if (decoded.damaged)
		tx_mail_alert(parts, TX_WARN_CHARSET_MIXED, section->entity.body,
			      "bytes of the mail's text are in no charset");
	return decoded.text;
}

static bool has_parameter(struct tx_mail_parts *parts, telex_slice header, const char *name,
			  const char *value)
{
	struct tx_mail_parameter p = tx_mail_parameter(header, name, parts->decoder->arena);

	return tx_slice_eq_nocase(p.value, tx_slice_of(value));
}

static telex_slice undo_flow(struct tx_mail_parts *parts, const struct tx_mail_section *section,
			     telex_slice text)
{
	telex_slice header = tx_mail_header_find(section->entity.headers, "Content-Type");
	struct tx_buffer out = {0};

	if (section->html || !has_parameter(parts, header, "format", "flowed"))
		return text;
	tx_mail_unflow(text, has_parameter(parts, header, "delsp", "yes"), &out);
	return keep(parts, &out);
}

telex_slice tx_mail_section_text(struct tx_mail_parts *parts, const struct tx_mail_section *section)
{
	telex_slice text = undo_charset(parts, section, undo_encoding(parts, section));

	text = undo_flow(parts, section, text);
	telex_slice kept = section->html ? tx_mail_before_html_signature(text)
					 : tx_mail_before_signature(text);
	if (kept.len < text.len && parts->leftovers)
		tx_story_leave_over(parts->story, TX_LIT("signature"),
				    tx_slice_skip(text, kept.len));
	return kept;
}

bool tx_mail_section_is_literal(const struct tx_mail_section *section)
{
	telex_slice type = tx_mail_header_find(section->entity.headers, "Content-Type");

	return coding_of(section) == NULL && tx_slice_find(type, TX_LIT("flowed")) == type.len;
}
