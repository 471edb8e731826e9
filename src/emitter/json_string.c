/* Strings of JSON (RFC 8259, section 7), at the speed of memory: bytes that stand for themselves
 * are copied 16 or 8 at a time, looked at on the way.  Escaped are '"', '\' and the C0 controls,
 * nothing else: DEL, U+2028 and all characters beyond ASCII are written as they are.  That the
 * bytes are UTF-8 is the caller's word. */

#include "emitter/emitter.h"

#include "core/utf8.h"
#include "emitter/json.h"

#if defined(__SSE2__) && !defined(TX_NO_SIMD)
#define TX_USE_SSE2 1
#include <emmintrin.h>
#else
#define TX_USE_SSE2 0
#endif

/* The longest escape, \u001F. */
#define ESCAPE_MAX 6

/* A longer string is written piece by piece, so that the buffer can send them on. */
#define PIECE_MAX ((size_t)32 << 10)

#define EACH_BYTE(value) (UINT64_C(0x0101010101010101) * (value))

/** The letter behind the backslash for each control; 'u' where there is no short escape. */
static const char control_escapes[] = "uuuuuuuubtnufruuuuuuuuuuuuuuuuuu";

static bool must_escape(unsigned char byte)
{
	return byte < 0x20 || byte == '"' || byte == '\\';
}

/** Whether one of 8 bytes must be escaped (each term has the high bit of a byte below its bound, of
 * a zero byte). */
static bool word_must_escape(uint64_t word)
{
	uint64_t quote = word ^ EACH_BYTE('"');
	uint64_t backslash = word ^ EACH_BYTE('\\');
	uint64_t control = (word - EACH_BYTE(0x20)) & ~word;

	quote = (quote - EACH_BYTE(1)) & ~quote;
	backslash = (backslash - EACH_BYTE(1)) & ~backslash;
	return ((control | quote | backslash) & EACH_BYTE(0x80)) != 0;
}

#if TX_USE_SSE2

/** Copy 16 bytes and tell which of them must be escaped, as bits. */
static unsigned copy_block(char *to, const char *from)
{
	__m128i block = _mm_loadu_si128((const void *)from);
	__m128i control = _mm_cmpeq_epi8(_mm_min_epu8(block, _mm_set1_epi8(0x1F)), block);
	__m128i quote = _mm_cmpeq_epi8(block, _mm_set1_epi8('"'));
	__m128i backslash = _mm_cmpeq_epi8(block, _mm_set1_epi8('\\'));

	_mm_storeu_si128((void *)to, block);
	return (unsigned)_mm_movemask_epi8(_mm_or_si128(control, _mm_or_si128(quote, backslash)));
}

/** copy_clean() for 16 bytes and more: the last block overlaps the one before. */
static size_t copy_blocks(char *to, const char *from, size_t len)
{
	size_t done = 0;

	while (done < len) {
		size_t at = len - done < 16 ? len - 16 : done;
		unsigned mask = copy_block(to + at, from + at);

		if (mask != 0)
			return at + (size_t)__builtin_ctz(mask);
		done = at + 16;
	}
	return len;
}

#endif

static bool copy_word(char *to, const char *from)
{
	uint64_t word;

	memcpy(&word, from, sizeof word);
	if (word_must_escape(word))
		return false;
	memcpy(to, &word, sizeof word);
	return true;
}

/** copy_clean() by words of 8 bytes, the last of which overlaps the one before; then by bytes. */
static size_t copy_words(char *to, const char *from, size_t len)
{
	size_t done = 0;

	while (len - done >= 8 && copy_word(to + done, from + done))
		done += 8;
	if (len >= 8 && len - done < 8 && copy_word(to + len - 8, from + len - 8))
		return len;
	for (; done < len && !must_escape((unsigned char)from[done]); done++)
		to[done] = from[done];
	return done;
}

/** Copy up to the first byte that must be escaped; how many bytes were copied.  `to` has room for
 * all. */
static size_t copy_clean(char *to, const char *from, size_t len)
{
#if TX_USE_SSE2
	if (len >= 16)
		return copy_blocks(to, from, len);
#endif
	return copy_words(to, from, len);
}

/** Write the escape of `byte`, at most ESCAPE_MAX bytes; its length. */
static size_t escape(char *to, unsigned char byte)
{
	static const char digits[] = "0123456789ABCDEF";

	to[0] = '\\';
	to[1] = byte < 0x20 ? control_escapes[byte] : (char)byte;
	if (to[1] != 'u')
		return 2;
	to[2] = '0';
	to[3] = '0';
	to[4] = digits[byte >> 4];
	to[5] = digits[byte & 15];
	return ESCAPE_MAX;
}

static bool make_room(struct tx_buffer *out, size_t len)
{
	return len <= out->cap - out->len || tx_buffer_reserve(out, len);
}

/** The inside of a string; afterwards there is room for the closing quote and a comma. */
static bool write_inside(struct tx_buffer *out, const char *from, size_t len)
{
	for (;;) {
		size_t copied = copy_clean(out->data + out->len, from, len);

		out->len += copied;
		if (copied == len)
			return true;
		from += copied;
		len -= copied;
		if (!make_room(out, len + ESCAPE_MAX + 1))
			return false;
		out->len += escape(out->data + out->len, (unsigned char)*from);
		from++;
		len--;
	}
}

/** A string, for which there is room if nothing in it must be escaped. */
static bool write_string(struct tx_buffer *out, telex_slice s)
{
	out->data[out->len++] = '"';
	if (s.len > 0 && !write_inside(out, s.ptr, s.len))
		return false;
	out->data[out->len++] = '"';
	return true;
}

void tx_json_inside(struct tx_buffer *out, telex_slice s)
{
	while (s.len > 0 && !out->failed) {
		telex_slice piece = tx_slice_take(s, PIECE_MAX);

		if (make_room(out, piece.len + 2))
			write_inside(out, piece.ptr, piece.len);
		s = tx_slice_skip(s, piece.len);
	}
}

static void write_long(struct tx_buffer *out, telex_slice s)
{
	tx_buffer_byte(out, '"');
	tx_json_inside(out, s);
	tx_buffer_byte(out, '"');
}

void tx_json_string(struct tx_buffer *out, telex_slice s)
{
	if (s.len > PIECE_MAX)
		write_long(out, s);
	else if (!out->failed && make_room(out, s.len + 3))
		write_string(out, s);
}

void tx_json_item(struct tx_buffer *out, telex_slice s)
{
	if (s.len > PIECE_MAX) {
		write_long(out, s);
		tx_buffer_byte(out, ',');
	} else if (!out->failed && make_room(out, s.len + 3) && write_string(out, s))
		out->data[out->len++] = ',';
}

void tx_json_text(struct tx_buffer *out, telex_slice key, telex_slice value)
{
	if (value.len > PIECE_MAX) {
		tx_buffer_slice(out, key);
		tx_json_item(out, value);
		return;
	}
	if (value.ptr == NULL || out->failed || !make_room(out, key.len + value.len + 3))
		return;
	memcpy(out->data + out->len, key.ptr, key.len);
	out->len += key.len;
	if (write_string(out, value))
		out->data[out->len++] = ',';
}

void tx_json_lossy_string(struct tx_buffer *out, telex_slice s)
{
	tx_buffer_byte(out, '"');
	while (s.len > 0 && !out->failed) {
		size_t good = tx_utf8_check(s);

		if (good > 0 && make_room(out, good + 2))
			write_inside(out, s.ptr, good);
		s = tx_slice_skip(s, good);
		if (s.len > 0) {
			tx_buffer_lit(out, "\xEF\xBF\xBD");
			s = tx_slice_skip(s, 1);
		}
	}
	tx_buffer_byte(out, '"');
}
