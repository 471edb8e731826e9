/* The hash of a headline and a body: letters and digits in small letters, one blank between words,
 * a line feed after the headline and after each paragraph, through XXH128 (seed 0).  Punctuation,
 * quotation marks and white space, in which envelopes of one story differ, do not count.  Left out:
 * Unicode normalization. */
#include "emitter/hash.h"

#include <stdio.h>

#define XXH_INLINE_ALL
#include <xxhash.h>

#include "core/utf8.h"

#define PORTION 1024

struct writer {
	XXH3_state_t state;
	size_t len;
	bool in_word, is_first; /* word of its text */
	char bytes[PORTION];
};

static void add(struct writer *writer, const char *bytes, size_t len)
{
	if (writer->len + len > PORTION) {
		XXH3_128bits_update(&writer->state, writer->bytes, writer->len);
		writer->len = 0;
	}
	memcpy(writer->bytes + writer->len, bytes, len);
	writer->len += len;
}

static bool is_counted(uint32_t c)
{
	return (c >= '0' && c <= '9') || tx_char_is_letter(c);
}

static void add_character(struct writer *writer, uint32_t c)
{
	char bytes[4];

	if (!is_counted(c)) {
		writer->in_word = false;
		return;
	}
	if (!writer->in_word && !writer->is_first)
		add(writer, " ", 1);
	writer->in_word = true;
	writer->is_first = false;
	add(writer, bytes, tx_utf8_encode(tx_char_to_lower(c), bytes));
}

static void add_text(struct writer *writer, telex_slice text)
{
	uint32_t c;

	writer->in_word = false;
	writer->is_first = true;
	while (text.len > 0) {
		text = tx_slice_skip(text, tx_utf8_decode(text, &c));
		add_character(writer, c);
	}
	add(writer, "\n", 1);
}

void tx_record_hash(const struct tx_record *record, char out[TX_HASH_DIGITS + 1])
{
	struct writer writer;

	XXH3_128bits_reset(&writer.state);
	writer.len = 0;
	add_text(&writer, record->headline.text);
	for (size_t i = 0; i < record->body_count; i++)
		add_text(&writer, record->body[i].text);
	XXH3_128bits_update(&writer.state, writer.bytes, writer.len);
	XXH128_hash_t hash = XXH3_128bits_digest(&writer.state);
	snprintf(out, TX_HASH_DIGITS + 1, "%016llx%016llx", (unsigned long long)hash.high64,
		 (unsigned long long)hash.low64);
}
