/* Words of a line: runs of bytes between blanks (space, tab, U+00A0). */
#ifndef TX_TOKENIZER_WORDS_H
#define TX_TOKENIZER_WORDS_H

#include "core/ascii.h"
#include "core/slice.h"
#include "core/utf8.h"

/** Length of the blank at the start of `s`, or 0. */
static inline size_t tx_blank_length(telex_slice s)
{
	if (s.len > 0 && tx_char_is(s.ptr[0], TX_CHAR_BLANK | TX_CHAR_NEWLINE))
		return 1;
	return tx_slice_starts(s, TX_LIT("\xc2\xa0")) ? 2 : 0;
}

static inline telex_slice tx_skip_blanks(telex_slice s)
{
	size_t len;

	while ((len = tx_blank_length(s)) > 0)
		s = tx_slice_skip(s, len);
	return s;
}

/** The next word of `*rest`, which then begins after it; empty at the end. */
static inline telex_slice tx_next_word(telex_slice *rest)
{
	telex_slice start = tx_skip_blanks(*rest);
	size_t len = 0;

	while (len < start.len && tx_blank_length(tx_slice_skip(start, len)) == 0)
		len++;
	*rest = tx_slice_skip(start, len);
	return tx_slice_take(start, len);
}

/** Whether the first character is a capital. */
static inline bool tx_starts_upper(telex_slice word)
{
	uint32_t c;

	if (word.len == 0)
		return false;
	tx_utf8_decode(word, &c);
	return tx_char_is_upper(c);
}

#endif
