/* "NEW YORK - Tamlin Corp said": whether it is a dateline the caller weighs. */
#include "tokenizer/dateline/dateline_bare.h"

#include "core/ascii.h"
#include "core/utf8.h"
#include "tokenizer/dateline/dateline_parts.h"

#define BARE_MAX  48 /* bytes before the dash */
#define BARE_MIN  4  /* letters of the place */
#define PROSE_MIN 24 /* bytes after it */

/* Length of the dash with its blanks that a bare place has at byte `at`, or 0. */
static size_t dash_at(telex_slice text, size_t at)
{
	static const char *const dashes[] = {" - ", " -- ", " \xe2\x80\x93 ", " \xe2\x80\x94 ",
					     ".- ", ".- ",  ".\xe2\x80\x93 ", ".\xe2\x80\x94 ",
					     NULL};

	for (const char *const *dash = dashes; *dash != NULL; dash++) {
		if (tx_slice_opens(tx_slice_skip(text, at), *dash))
			return strlen(*dash);
	}
	return 0;
}

static bool all_capitals(telex_slice s)
{
	size_t upper = 0;

	for (size_t i = 0; i < s.len;) {
		uint32_t c;
		i += tx_utf8_decode(tx_slice_skip(s, i), &c);
		if (tx_char_is_lower(c) || (c >= '0' && c <= '9'))
			return false;
		upper += tx_char_is_upper(c);
	}
	return upper >= BARE_MIN;
}

bool tx_dateline_bare(telex_slice text, struct tx_dateline_parts *ret_parts)
{
	size_t most = text.len < BARE_MAX ? text.len : BARE_MAX;

	if (text.len < BARE_MIN + 3 || tx_is_lower(text.ptr[1]))
		return false;
	for (size_t at = BARE_MIN; at < most; at++) {
		char c = text.ptr[at];
		size_t dash = c == ' ' || c == '.' ? dash_at(text, at) : 0;
		if (tx_is_lower(c))
			return false;
		if (dash == 0)
			continue;
		tx_dateline_clear(ret_parts);
		telex_slice place = tx_slice_take(text, at);
		ret_parts->text = tx_slice_take(text, at + dash - 1);
		return all_capitals(place) && tx_dateline_places(place, false, ret_parts) &&
		       ret_parts->place_count == 1 &&
		       (ret_parts->qualifiers[0].ptr == NULL || place.ptr[place.len - 1] == ')');
	}
	return false;
}

bool tx_dateline_prose_follows(telex_slice text)
{
	uint32_t first;
	telex_slice s = tx_trim(text);

	if (s.len < PROSE_MIN)
		return false;
	tx_utf8_decode(s, &first);
	return tx_char_is_upper(first) || first == '"' || first == 0x201c || first == 0xab ||
	       first == 0xbf || first == 0xa1;
}
