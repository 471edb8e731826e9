/* Charsets of mail parts (formats.md, 0.3): valid UTF-8 with a multibyte character is UTF-8
 * whatever the label says; labels mean what they mean on the web (reader/charset_label.h); a
 * charset that iconv does not know is recognised by the bytes. */
#include "reader/mail/charset.h"

#include "core/ascii.h"
#include "core/utf8.h"
#include "reader/charset_label.h"

#define REPLACEMENT TX_LIT("\xef\xbf\xbd")

/* What says nothing of the bytes. */
static const char *const empty_labels[] = {"unknown-8bit", "x-unknown", NULL};

/* Charsets whose ASCII bytes may stand for something else. */
static const char *const shifting[] = {"utf-16",    "utf-32", "utf-7", "ucs-",
				       "iso-2022-", "hz-gb",  NULL};

static bool is_shifting(telex_slice label)
{
	for (const char *const *name = shifting; *name != NULL; name++) {
		if (tx_slice_starts_nocase(label, tx_slice_of(*name)))
			return true;
	}
	return false;
}

/* As iconv names the charset of a label; empty when the bytes have to tell. */
static telex_slice canonical(telex_slice label)
{
	const char *charset = tx_charset_of_label(label);

	for (const char *const *empty = empty_labels; *empty != NULL; empty++) {
		if (tx_slice_eq_nocase(label, tx_slice_of(*empty)))
			return (telex_slice){NULL, 0};
	}
	if (tx_charset_label_is_ascii(label))
		return (telex_slice){NULL, 0};
	return charset == NULL ? label : tx_slice_of(tx_charset_iconv_name(charset));
}

void tx_mail_decoder_done(struct tx_mail_decoder *decoder)
{
	tx_transcoder_free(decoder->transcoder);
	tx_buffer_done(&decoder->bytes);
	tx_buffer_done(&decoder->text);
	*decoder = (struct tx_mail_decoder){0};
}

/* A name that iconv can do nothing else with than look it up: no "//TRANSLIT", no path. */
static bool is_charset_name(telex_slice charset)
{
	for (size_t i = 0; i < charset.len; i++) {
		char c = charset.ptr[i];
		if (c == '\0' || (!tx_is_alpha(c) && !tx_is_digit(c) && strchr("-_.:+", c) == NULL))
			return false;
	}
	return charset.len > 0;
}

/* Have a converter for the charset; false when iconv has none. */
static bool choose(struct tx_mail_decoder *decoder, telex_slice charset)
{
	if (charset.len >= sizeof(decoder->charset) || !is_charset_name(charset))
		return false;
	if (tx_slice_eq_nocase(charset, tx_slice_of(decoder->charset)))
		return decoder->transcoder != NULL;
	tx_transcoder_free(decoder->transcoder);
	decoder->transcoder = NULL;
	memcpy(decoder->charset, charset.ptr, charset.len);
	decoder->charset[charset.len] = '\0';
	telex_status status = tx_transcoder_new(decoder->charset, &decoder->transcoder, NULL);
	decoder->failed |= status == TELEX_ERR_MEMORY;
	return status == TELEX_OK;
}

static telex_slice keep(struct tx_mail_decoder *decoder, telex_slice text)
{
	telex_slice copy = tx_arena_copy(decoder->arena, text);

	decoder->failed |= copy.ptr == NULL;
	return copy;
}

static struct tx_mail_text guess(struct tx_mail_decoder *decoder, telex_slice bytes)
{
	struct tx_decoded decoded;

	if (!tx_charset_decode(bytes, decoder->arena, &decoded)) {
		decoder->failed = true;
		return (struct tx_mail_text){0};
	}
	return (struct tx_mail_text){.text = decoded.text, .damaged = decoded.replaced > 0};
}

static struct tx_mail_text convert(struct tx_mail_decoder *decoder, telex_slice bytes)
{
	struct tx_mail_text result = {0};

	decoder->text.len = 0;
	tx_transcoder_reset(decoder->transcoder);
	if (tx_transcoder_feed(decoder->transcoder, bytes, true, &decoder->text) != TELEX_OK)
		decoder->failed = true;
	else
		result.text = keep(decoder, tx_slice(decoder->text.data, decoder->text.len));
	result.damaged = tx_slice_find(result.text, REPLACEMENT) < result.text.len;
	return result;
}

static bool is_ascii(telex_slice bytes)
{
	for (size_t i = 0; i < bytes.len; i++) {
		if ((unsigned char)bytes.ptr[i] >= 0x80)
			return false;
	}
	return true;
}

static telex_slice skip_bom(telex_slice text)
{
	struct tx_bom bom = tx_bom_find(text);

	return bom.charset != NULL && bom.len == 3 ? tx_slice_skip(text, bom.len) : text;
}

struct tx_mail_text tx_mail_decode(struct tx_mail_decoder *decoder, telex_slice bytes,
				   telex_slice label)
{
	telex_slice charset = canonical(tx_trim(label));
	bool utf8 = tx_slice_eq_nocase(charset, TX_LIT("utf-8"));

	if (!is_shifting(charset) && tx_utf8_check(bytes) == bytes.len) {
		bool wrong = charset.len > 0 && !utf8 && !is_ascii(bytes);
		return (struct tx_mail_text){.text = skip_bom(bytes), .mislabelled = wrong};
	}
	if (charset.len == 0)
		return guess(decoder, bytes);
	if (!utf8 && choose(decoder, charset))
		return convert(decoder, bytes);
	struct tx_mail_text result = guess(decoder, bytes);
	result.mislabelled = !result.damaged;
	return result;
}
