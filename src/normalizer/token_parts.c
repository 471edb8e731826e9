/* Parts of tokens that a key takes: the number in a reference, the initials after an agency's
 * word. */
#include "normalizer/token_parts.h"

#include "agency/match.h"
#include "core/ascii.h"

#define NOTICE_WRAP 50 /* bytes of a line of a notice that goes on in the next one */

/* "(NH4431)", "1010168": the dispatch's own number; several are those of others. */
telex_slice tx_reference_of(telex_slice raw)
{
	if (raw.len == 8 && raw.ptr[0] == '(')
		return tx_slice(raw.ptr + 1, raw.len - 2);
	return tx_is_digit(raw.ptr[0]) && memchr(raw.ptr, ' ', raw.len) == NULL
		       ? raw
		       : (telex_slice){NULL, 0};
}

/* An agency's word before the initials ("dpa wsz jln npr") is not one of them. */
telex_slice tx_cut_house(telex_slice raw)
{
	size_t len = 0;

	if (tx_sign_at(raw, TX_SIGN_FOOT, &len) == NULL || len >= raw.len)
		return raw;
	return tx_trim(tx_slice_skip(raw, len));
}

/* Length of the lines of a notice at the start of `s`: a line that is filled and ends no sentence
 * goes on in the next one. */
telex_slice tx_first_line(telex_slice s)
{
	size_t len = 0;

	while (len < s.len && !tx_char_is(s.ptr[len], TX_CHAR_NEWLINE))
		len++;
	return tx_slice_take(s, len);
}

size_t tx_notice_len(telex_slice s)
{
	size_t len = 0;

	for (;;) {
		telex_slice line = tx_first_line(tx_slice_skip(s, len));
		len += line.len;
		bool goes_on = line.len >= NOTICE_WRAP && line.ptr[line.len - 1] != '.';
		if (len >= s.len || !goes_on)
			return len;
		len += tx_slice_opens(tx_slice_skip(s, len), "\r\n") ? 2 : 1;
	}
}
