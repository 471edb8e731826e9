/* "NEW YORK - Tamlin Corp said": whether it is a dateline the caller weighs. */
#include "tokenizer/dateline/dateline_bare.h"

#include "core/scan.h"
#include "core/ascii.h"
#include "core/utf8.h"
#include "tokenizer/dateline/dateline_parts.h"

#define BARE_MAX  48 /* bytes before the dash */
#define BARE_MIN  4  /* letters of the place */
#define PROSE_MIN 24 /* bytes after it */

/* What may part a bare place from its text, with the blank after it. */
struct parting {
	const char *sign;
	enum tx_bare_place capitals, small; /* of a place in capitals, of another one */
};

static const struct parting partings[] = {
	{" - ", TX_BARE_DASHED, TX_BARE_TITLE},
	{" -- ", TX_BARE_DASHED, TX_BARE_TITLE},
	{" \xe2\x80\x93 ", TX_BARE_DASHED, TX_BARE_TITLE},
	{" \xe2\x80\x94 ", TX_BARE_DASHED, TX_BARE_TITLE},
	{".- ", TX_BARE_DASHED, TX_BARE_SMALL},
	{".\xe2\x80\x93 ", TX_BARE_DASHED, TX_BARE_SMALL},
	{".\xe2\x80\x94 ", TX_BARE_DASHED, TX_BARE_SMALL},
	{". ", TX_BARE_STOP, TX_BARE_NONE},
	{": ", TX_BARE_STOP, TX_BARE_NONE},
	{"--", TX_BARE_DASHED, TX_BARE_NONE},
};

static const struct parting *parting_at(telex_slice text, size_t at)
{
	for (size_t i = 0; i < TX_COUNT(partings); i++) {
		if (tx_slice_opens(tx_slice_skip(text, at), partings[i].sign))
			return &partings[i];
	}
	return NULL;
}

static bool all_capitals(telex_slice s)
{
	size_t upper = 0;

	for (size_t i = 0; i < s.len;) {
		uint32_t c;
		i += tx_utf8_decode(tx_slice_skip(s, i), &c);
		if (tx_char_is_lower(c))
			return false;
		upper += tx_char_is_upper(c);
	}
	return upper >= BARE_MIN;
}

static enum tx_bare_place read_place(telex_slice place, const struct parting *parting,
				     struct tx_dateline_parts *parts)
{
	enum tx_bare_place bare = all_capitals(place) ? parting->capitals : parting->small;

	if (bare == TX_BARE_NONE || !tx_dateline_places(place, false, parts) ||
	    parts->place_count != 1)
		return TX_BARE_NONE;
	bool region = parts->qualifiers[0].ptr != NULL && place.ptr[place.len - 1] != ')';
	return region ? TX_BARE_NONE : bare;
}

enum tx_bare_place tx_dateline_bare(telex_slice text, struct tx_dateline_parts *ret_parts)
{
	size_t most = text.len < BARE_MAX ? text.len : BARE_MAX;

	if (text.len < BARE_MIN + 3)
		return TX_BARE_NONE;
	for (size_t at = 1; at < most; at++) {
		char c = text.ptr[at];
		if (tx_is_digit(c))
			return TX_BARE_NONE;
		if (at < BARE_MIN || (c != '.' && c != ' ' && c != ':' && c != '-'))
			continue;
		const struct parting *parting = parting_at(text, at);
		if (parting == NULL)
			continue;
		tx_dateline_clear(ret_parts);
		size_t len = strlen(parting->sign);
		ret_parts->text = tx_slice_take(text, at + len - (parting->sign[len - 1] == ' '));
		return read_place(tx_slice_take(text, at), parting, ret_parts);
	}
	return TX_BARE_NONE;
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
