/* URIs (RFC 3986) of items.  "urn:telex:" is no registered namespace: it says what the identifier
 * is made of, and needs nobody's domain. */
#include "emitter/ninjs/uri.h"

#include "core/ascii.h"
#include "emitter/hash.h"

#define REVISION_MAX 6 /* bytes of ":12N" */

static bool is_plain(char c)
{
	return tx_is_alpha(c) || tx_is_digit(c) || (c != '\0' && strchr("-._~", c) != NULL);
}

static bool is_uri_byte(char c)
{
	return is_plain(c) || (c != '\0' && strchr(":/?#[]@!$&'()*+,;=", c) != NULL);
}

static bool is_hex(char c)
{
	return tx_is_digit(c) || (tx_lower(c) >= 'a' && tx_lower(c) <= 'f');
}

/* "%3A" at the start. */
static bool is_escape(telex_slice s)
{
	return s.len >= 3 && s.ptr[0] == '%' && is_hex(s.ptr[1]) && is_hex(s.ptr[2]);
}

bool tx_is_uri(telex_slice s)
{
	size_t colon = 0;

	while (colon < s.len &&
	       (tx_is_alpha(s.ptr[colon]) ||
		(colon > 0 && (tx_is_digit(s.ptr[colon]) || strchr("+-.", s.ptr[colon]) != NULL))))
		colon++;
	if (colon < 2 || colon + 1 >= s.len || s.ptr[colon] != ':')
		return false;
	for (size_t i = colon; i < s.len; i++) {
		if (is_escape(tx_slice_skip(s, i)))
			i += 2;
		else if (!is_uri_byte(s.ptr[i]) || s.ptr[i] == '[' || s.ptr[i] == ']')
			return false;
	}
	return true;
}

telex_slice tx_id_without_revision(telex_slice id)
{
	size_t end = id.len, colons = 0;

	for (size_t i = 0; i < id.len; i++)
		colons += id.ptr[i] == ':';
	if (!tx_slice_starts_nocase(id, TX_LIT("urn:newsml:")) || colons < 5)
		return id;
	if (end > 0 && strchr("NUA", id.ptr[end - 1]) != NULL)
		end--;
	size_t digits = end;
	while (digits > 0 && tx_is_digit(id.ptr[digits - 1]))
		digits--;
	bool is_revision = digits < end && digits > 0 && id.ptr[digits - 1] == ':' &&
			   id.len - digits < REVISION_MAX;
	return is_revision ? tx_slice_take(id, digits - 1) : id;
}

static void add_escaped(struct tx_buffer *out, telex_slice s)
{
	static const char digits[] = "0123456789ABCDEF";

	for (size_t i = 0; i < s.len; i++) {
		unsigned char c = (unsigned char)s.ptr[i];
		if (is_plain(s.ptr[i]) || c == ':') {
			tx_buffer_byte(out, s.ptr[i]);
			continue;
		}
		tx_buffer_byte(out, '%');
		tx_buffer_byte(out, digits[c >> 4]);
		tx_buffer_byte(out, digits[c & 15]);
	}
}

void tx_ninjs_urn(struct tx_buffer *out, const char *kind, telex_slice value)
{
	tx_buffer_lit(out, "urn:telex:");
	tx_buffer_slice(out, tx_slice_of(kind));
	tx_buffer_byte(out, ':');
	add_escaped(out, value);
}

bool tx_ninjs_uri(struct tx_buffer *out, const struct tx_record *record)
{
	char hash[TX_HASH_DIGITS + 1];
	telex_slice id = record->id;

	if (id.ptr == NULL) {
		tx_record_hash(record, hash);
		tx_ninjs_urn(out, "xxh128", tx_slice_of(hash));
		return true;
	}
	if (tx_is_uri(id)) {
		telex_slice stem = tx_id_without_revision(id);
		tx_buffer_slice(out, stem);
		return stem.len == id.len;
	}
	if (record->agency_code.ptr != NULL) {
		tx_ninjs_urn(out, "id", record->agency_code);
		tx_buffer_byte(out, ':');
		add_escaped(out, id);
	} else {
		tx_ninjs_urn(out, "id", id);
	}
	return false;
}
