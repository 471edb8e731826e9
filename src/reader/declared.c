/* Charsets that documents name, which is a hint and no more: labels are often wrong (formats.md of
 * the trade: never trust a declaration alone). */
#include "reader/charset.h"

#include "core/ascii.h"
#include "core/utf8.h"

#define NAME_MAX_LEN 40

/* The name without blanks and with small letters; false when it is none. */
static bool read_name(telex_slice declared, char name[NAME_MAX_LEN + 1])
{
	telex_slice trimmed = tx_trim(declared);

	if (trimmed.len == 0 || trimmed.len > NAME_MAX_LEN)
		return false;
	for (size_t i = 0; i < trimmed.len; i++)
		name[i] = tx_lower(trimmed.ptr[i]);
	name[trimmed.len] = '\0';
	return true;
}

static bool is_utf8_name(const char *name)
{
	return strcmp(name, "utf-8") == 0 || strcmp(name, "utf8") == 0 ||
	       strcmp(name, "us-ascii") == 0 || strcmp(name, "ascii") == 0;
}

/* What names of Western charsets mean in practice. */
static const char *charset_of(const char *name)
{
	static const char *const latin1[] = {"iso-8859-1", "iso8859-1", "iso_8859-1", "latin1",
					     "latin-1",    "l1",        NULL};

	if (tx_slice_in(tx_slice_of(name), latin1))
		return "windows-1252";
	return name;
}

static bool convert(telex_slice bytes, struct tx_transcoder *transcoder, struct tx_arena *arena,
		    struct tx_decoded *decoded)
{
	struct tx_buffer out = {0};
	bool good = tx_transcoder_feed(transcoder, bytes, true, &out) == TELEX_OK && !out.failed;

	if (good) {
		decoded->text = tx_arena_copy(arena, tx_slice(out.data, out.len));
		size_t first = tx_slice_find(decoded->text, TX_LIT("\xef\xbf\xbd"));
		decoded->replaced = first < decoded->text.len;
		decoded->first_replaced = first;
	}
	tx_buffer_done(&out);
	return good && decoded->text.ptr != NULL;
}

bool tx_charset_decode_declared(telex_slice bytes, telex_slice declared, struct tx_arena *arena,
				struct tx_decoded *ret_decoded, bool *ret_mislabelled)
{
	char name[NAME_MAX_LEN + 1];
	struct tx_transcoder *transcoder;

	*ret_mislabelled = false;
	if (!read_name(declared, name))
		return tx_charset_decode(bytes, arena, ret_decoded);
	*ret_decoded = (struct tx_decoded){.text = bytes, .charset = "UTF-8"};
	if (tx_utf8_check(bytes) == bytes.len) {
		*ret_mislabelled = !is_utf8_name(name) && tx_utf8_ascii(bytes) < bytes.len;
		return true;
	}
	*ret_mislabelled = is_utf8_name(name);
	if (!*ret_mislabelled &&
	    tx_charset_decode_single(bytes, charset_of(name), arena, ret_decoded))
		return true;
	if (*ret_mislabelled || tx_transcoder_new(charset_of(name), &transcoder, NULL) != TELEX_OK)
		return tx_charset_decode(bytes, arena, ret_decoded);
	bool good = convert(bytes, transcoder, arena, ret_decoded);
	tx_transcoder_free(transcoder);
	ret_decoded->charset =
		tx_arena_copy(arena, tx_slice(charset_of(name), strlen(charset_of(name)) + 1)).ptr;
	return good && ret_decoded->charset != NULL;
}
