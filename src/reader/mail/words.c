/* Encoded words in headers (RFC 2047): =?charset?B or Q?text?=.
 *
 * Forgiving as headers require: a word may stand inside quotes or other text, hold blanks and raw
 * bytes, and end in the middle of a character that the next word goes on with. */
#include "reader/mail/charset.h"

#include "core/ascii.h"
#include "reader/mail/transfer.h"

#define VALUE_MAX 16384 /* bytes of a header's value that are read */
#define WORD_MAX  512   /* bytes of an encoded word's text */
#define LABEL_MAX 64

struct word {
	telex_slice charset;
	char encoding; /* 'b' or 'q' */
	telex_slice text;
	size_t len; /* with its marks */
};

static bool is_label(telex_slice label)
{
	for (size_t i = 0; i < label.len; i++) {
		if ((unsigned char)label.ptr[i] <= ' ')
			return false;
	}
	return label.len > 0;
}

/* The encoded word at the start of `s`. */
static bool read_word(telex_slice s, struct word *ret)
{
	if (!tx_slice_starts(s, TX_LIT("=?")))
		return false;
	struct tx_cut charset = tx_cut(tx_slice_take(tx_slice_skip(s, 2), LABEL_MAX), '?');
	telex_slice rest = tx_slice_skip(s, 2 + charset.head.len + 1);
	if (!charset.found || !is_label(charset.head) || rest.len < 2 || rest.ptr[1] != '?')
		return false;
	ret->encoding = tx_lower(rest.ptr[0]);
	rest = tx_slice_take(tx_slice_skip(rest, 2), WORD_MAX);
	size_t end = tx_slice_find(rest, TX_LIT("?="));
	if (end == rest.len || (ret->encoding != 'b' && ret->encoding != 'q'))
		return false;
	/* RFC 2231 puts the language after the charset. */
	ret->charset = tx_cut(charset.head, '*').head;
	ret->text = tx_slice_take(rest, end);
	ret->len = (size_t)(ret->text.ptr - s.ptr) + end + 2;
	return true;
}

struct unworder {
	struct tx_mail_decoder *decoder;
	struct tx_buffer out;
	telex_slice charset; /* of the words at hand, whose bytes are the decoder's */
};

/* The words at hand, as text. */
static void flush_words(struct unworder *u)
{
	struct tx_buffer *bytes = &u->decoder->bytes;

	if (bytes->len == 0)
		return;
	telex_slice raw = tx_slice(bytes->data, bytes->len);
	tx_buffer_slice(&u->out, tx_mail_decode(u->decoder, raw, u->charset).text);
	bytes->len = 0;
}

static void add_word(struct unworder *u, const struct word *word)
{
	if (!tx_slice_eq_nocase(u->charset, word->charset))
		flush_words(u);
	u->charset = word->charset;
	if (word->encoding == 'b')
		tx_mail_base64(word->text, &u->decoder->bytes);
	else
		tx_mail_q(word->text, &u->decoder->bytes);
}

/* Text outside of words; blanks between two words are no part of it. */
static void add_text(struct unworder *u, telex_slice text)
{
	flush_words(u);
	tx_buffer_slice(&u->out, tx_mail_decode(u->decoder, text, TX_LIT("")).text);
}

static void read_value(struct unworder *u, telex_slice value)
{
	size_t start = 0; /* of the text at hand */
	bool behind_word = false;

	for (size_t at = 0; at < value.len;) {
		struct word word;
		if (value.ptr[at] != '=' || !read_word(tx_slice_skip(value, at), &word)) {
			at++;
			continue;
		}
		telex_slice gap = tx_slice(value.ptr + start, at - start);
		if (!behind_word || tx_trim(gap).len > 0)
			add_text(u, gap);
		add_word(u, &word);
		behind_word = true;
		at += word.len;
		start = at;
	}
	add_text(u, tx_slice_skip(value, start));
}

telex_slice tx_mail_words(struct tx_mail_decoder *decoder, telex_slice value)
{
	struct unworder u = {.decoder = decoder};

	decoder->bytes.len = 0;
	read_value(&u, tx_slice_take(tx_trim(value), VALUE_MAX));
	telex_slice text = tx_arena_copy(decoder->arena, tx_slice(u.out.data, u.out.len));
	decoder->failed |= text.ptr == NULL || u.out.failed || decoder->bytes.failed;
	tx_buffer_done(&u.out);
	return text;
}
