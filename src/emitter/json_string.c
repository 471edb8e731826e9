/* Strings of JSON (RFC 8259, section 7).  Bytes that need no escape are copied 16 or 8 at a time
 * and checked on the way.  Escaped are '"', '\' and the C0 controls,
 * nothing else: DEL, U+2028 and all characters beyond ASCII are written as they are.  The
 * caller vouches that the bytes are UTF-8. */

#include "emitter/json.h"

#include "core/block.h"
#include "core/utf8.h"

/* The longest escape, \u001F. */
#define ESCAPE_MAX 6

/* A longer string is written piece by piece, so that the buffer can send them on. */
#define PIECE_MAX ((size_t)32 << 10)

/** The letter after the backslash for each control; 'u' where there is no short escape. */
static const char control_escapes[] = "uuuuuuuubtnufruuuuuuuuuuuuuuuuuu";

static bool must_escape(unsigned char byte)
{
	return byte < 0x20 || byte == '"' || byte == '\\';
}

/** Copy 16 bytes; the bits of those that must be escaped. */
static unsigned copy_block(char *to, const char *from)
{
	tx_block block = tx_block_load(from);
	tx_block marks = tx_mark_or(tx_mark_equal(block, '"'), tx_mark_equal(block, '\\'));

	tx_block_store(to, block);
	return tx_mark_bits(tx_mark_or(marks, tx_mark_control(block)));
}

/** copy_clean() for 16 bytes and more: the last block overlaps the one before. */
static size_t copy_blocks(char *to, const char *from, size_t len)
{
	size_t done = 0;

	while (done < len) {
		size_t at = len - done < TX_BLOCK ? len - TX_BLOCK : done;
		unsigned mask = copy_block(to + at, from + at);

		if (mask != 0)
			return at + tx_mask_first(mask);
		done = at + TX_BLOCK;
	}
	return len;
}

static bool copy_word(char *to, const char *from)
{
	uint64_t word = tx_word_load(from);

	if ((tx_word_equal(word, '"') | tx_word_equal(word, '\\') | tx_word_below(word, 0x20)) != 0)
		return false;
	memcpy(to, &word, sizeof word);
	return true;
}

/** copy_clean() of a short text: by words of 8 bytes, the last of which overlaps the one before;
 * then by bytes. */
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
	return len >= TX_BLOCK ? copy_blocks(to, from, len) : copy_words(to, from, len);
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

/* A string after `before`, a comma after it: most have no need of more room than is there. */
static inline void write_followed(struct tx_buffer *out, telex_slice before, telex_slice s)
{
	if (s.len > PIECE_MAX) {
		tx_buffer_slice(out, before);
		write_long(out, s);
		tx_buffer_byte(out, ',');
		return;
	}
	if (out->failed || !make_room(out, before.len + s.len + 3))
		return;
	memcpy(out->data + out->len, before.ptr, before.len);
	out->len += before.len;
	if (write_string(out, s))
		out->data[out->len++] = ',';
}

void tx_json_text(struct tx_json *json, telex_slice key, telex_slice value)
{
	if (value.ptr == NULL)
		return;
	if (json->indented) {
		tx_json_key(json, key);
		key = TX_LIT("");
	}
	write_followed(json->out, key, value);
}

void tx_json_item(struct tx_json *json, telex_slice s)
{
	if (json->indented)
		tx_json_break(json);
	write_followed(json->out, TX_LIT(""), s);
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
