/* Charsets that documents name, which is a hint and no more: labels are often wrong (formats.md of
 * the trade: never trust a declaration alone). */
#include "reader/charset.h"

#include "core/ascii.h"
#include "core/utf8.h"
#include "reader/charset_label.h"

#define NAME_MAX_LEN 40

/* The name of the charset in `*name`: what a known label means, else what is declared, in small
 * letters.  False when nothing is. */
static bool read_name(telex_slice declared, struct tx_arena *arena, const char **ret_name)
{
	telex_slice trimmed = tx_trim(declared);

	*ret_name = tx_charset_of_label(trimmed);
	if (*ret_name != NULL || trimmed.len == 0 || trimmed.len > NAME_MAX_LEN)
		return *ret_name != NULL;
	char *name = tx_arena_alloc(arena, trimmed.len + 1);
	if (name == NULL)
		return false;
	for (size_t i = 0; i < trimmed.len; i++)
		name[i] = tx_lower(trimmed.ptr[i]);
	name[trimmed.len] = '\0';
	*ret_name = name;
	return true;
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
	const char *name;
	struct tx_transcoder *transcoder;

	*ret_mislabelled = false;
	if (!read_name(declared, arena, &name))
		return tx_charset_decode(bytes, arena, ret_decoded);
	bool utf8 = strcmp(name, "UTF-8") == 0, ascii = tx_charset_label_is_ascii(declared);
	*ret_decoded = (struct tx_decoded){.text = bytes, .charset = "UTF-8"};
	if (tx_utf8_check(bytes) == bytes.len) {
		*ret_mislabelled = !utf8 && tx_utf8_ascii(bytes) < bytes.len;
		return true;
	}
	*ret_mislabelled = utf8 || ascii;
	if (!*ret_mislabelled && tx_charset_decode_single(bytes, name, arena, ret_decoded))
		return true;
	if (ret_decoded->text.ptr == NULL)
		return false;
	telex_status status = *ret_mislabelled ? TELEX_ERR_USAGE
					       : tx_transcoder_new(tx_charset_iconv_name(name),
								   &transcoder, NULL);
	*ret_mislabelled |= status == TELEX_ERR_USAGE;
	if (status != TELEX_OK)
		return status != TELEX_ERR_MEMORY && tx_charset_decode(bytes, arena, ret_decoded);
	bool good = convert(bytes, transcoder, arena, ret_decoded);
	tx_transcoder_free(transcoder);
	ret_decoded->charset = name;
	return good;
}

bool tx_charset_replace_nuls(struct tx_decoded *decoded, struct tx_arena *arena)
{
	static const char replacement[] = "\xef\xbf\xbd";
	telex_slice text = decoded->text;
	size_t len = 0, runs = 0;

	if (text.len == 0 || memchr(text.ptr, '\0', text.len) == NULL)
		return true;
	for (size_t i = 0; i < text.len; i++)
		runs += text.ptr[i] == '\0' && (i == 0 || text.ptr[i - 1] != '\0');
	char *out = tx_arena_alloc(arena, text.len + 2 * runs);
	if (out == NULL)
		return false;
	while (text.len > 0) {
		const char *nul = memchr(text.ptr, '\0', text.len);
		size_t run = nul == NULL ? text.len : (size_t)(nul - text.ptr);
		memcpy(out + len, text.ptr, run);
		len += run;
		text = tx_slice_skip(text, run);
		if (text.len == 0)
			break;
		if (decoded->replaced++ == 0 || len < decoded->first_replaced)
			decoded->first_replaced = len;
		memcpy(out + len, replacement, 3);
		len += 3;
		while (text.len > 0 && text.ptr[0] == '\0')
			text = tx_slice_skip(text, 1);
	}
	tx_arena_trim(arena, out, len);
	decoded->text = tx_slice(out, len);
	return true;
}
