/* A gateway may send a text as plain and as HTML one after the other, without saying that one is as
 * good as the other.  Compared are words, since lines, marks and addresses of links differ. */
#include "reader/mail/repeat.h"

#include <stddef.h>

#include "core/ascii.h"

#define NBSP        "\xc2\xa0"
#define AHEAD_MAX   24 /* words that one text may have more in one place */
#define WORDS_MIN   3
#define SHARE       10 /* one word of so many may be missing */
#define WORD_LETTER (TX_CHAR_UPPER | TX_CHAR_LOWER | TX_CHAR_DIGIT | TX_CHAR_HIGH)

/* The next word off `rest`; empty at the end.  U+00A0 is no letter. */
static telex_slice take_word(telex_slice *rest)
{
	size_t start = 0, end;

	while (start < rest->len && (!tx_char_is(rest->ptr[start], WORD_LETTER) ||
				     tx_slice_opens(tx_slice_skip(*rest, start), NBSP)))
		start += tx_char_is(rest->ptr[start], WORD_LETTER) ? 2 : 1;
	for (end = start; end < rest->len && tx_char_is(rest->ptr[end], WORD_LETTER); end++) {
		if (tx_slice_opens(tx_slice_skip(*rest, end), NBSP))
			break;
	}
	telex_slice word = tx_slice_take(tx_slice_skip(*rest, start), end - start);
	*rest = tx_slice_skip(*rest, end);
	return word;
}

/* `*other` after the word, where it is not far; else as it was. */
static bool find_word(telex_slice word, telex_slice *other)
{
	telex_slice rest = *other;

	for (size_t i = 0; i < AHEAD_MAX && rest.len > 0; i++) {
		if (!tx_slice_eq(take_word(&rest), word))
			continue;
		*other = rest;
		return true;
	}
	return false;
}

static bool is_in(telex_slice text, telex_slice other)
{
	size_t words = 0, missing = 0;

	for (;;) {
		telex_slice word = take_word(&text);
		if (word.len == 0)
			break;
		words++;
		missing += !find_word(word, &other);
	}
	return words >= WORDS_MIN && missing * SHARE <= words;
}

bool tx_mail_repeats(telex_slice text, telex_slice other)
{
	return is_in(text, other) && is_in(other, text);
}
