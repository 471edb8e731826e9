/* Slug lines: short, in capitals, hyphenated or of a few words ("REYES-LA RIOJA (Previsión)",
 * "INDIA SUCESOS", "Germany-football/Munich/"); the headline below is longer. */
#include "tokenizer/lines/slugline.h"

#include "core/ascii.h"
#include "core/utf8.h"

#define SLUG_MAX      52 /* bytes */
#define VERSION_MAX   24 /* bytes of a version after it */
#define SLUG_WORDS    5
#define MEASURE       79 /* columns of a screen */
#define HEADLINE_WRAP 40 /* bytes a line must fill to be one that wraps */

bool tx_slugline_is_upper(telex_slice s)
{
	size_t upper = 0, lower = 0, depth = 0;

	for (size_t i = 0; i < s.len;) {
		char byte = s.ptr[i];
		uint32_t c = 0;
		i += tx_char_is(byte, TX_CHAR_HIGH) ? tx_utf8_decode(tx_slice_skip(s, i), &c) : 1;
		depth += byte == '(';
		depth -= byte == ')' && depth > 0;
		if (depth > 0)
			continue;
		upper += c == 0 ? tx_is_upper(byte) : tx_char_is_upper(c);
		lower += c == 0 ? tx_is_lower(byte) : tx_char_is_lower(c);
		if (lower * 8 > s.len)
			return false;
	}
	return upper > 0 && lower * 8 <= upper;
}

static size_t count_words(telex_slice s)
{
	size_t words = 0;

	for (size_t i = 0; i < s.len;) {
		size_t start = i;
		while (i < s.len && s.ptr[i] != ' ')
			i++;
		words += i > start && !(i == start + 1 && s.ptr[start] == '-');
		i++;
	}
	return words;
}

static bool is_joined(telex_slice s)
{
	size_t space = tx_slice_find(s, TX_LIT(" ")), slash = tx_slice_find(s, TX_LIT("/"));

	static const char *const cycles[] = {"BC-", "AM-", "PM-", NULL};

	for (const char *const *cycle = cycles; *cycle != NULL; cycle++) {
		if (tx_slice_opens(s, *cycle))
			return true;
	}
	return (space == s.len && tx_slice_find(s, TX_LIT("-")) < s.len) ||
	       (slash < s.len && s.ptr[s.len - 1] == '/');
}

/* "1 SHOWBIZ BakeOff", "0'7%": a number, alone or before a desk in capitals. */
static bool is_numbered(telex_slice line, size_t words)
{
	if (!tx_is_digit(line.ptr[0]))
		return false;
	struct tx_cut desk = tx_cut(tx_cut(line, ' ').tail, ' ');
	return words == 1 || (words <= 4 && desk.head.len >= 3 && tx_slugline_is_upper(desk.head));
}

bool tx_slugline_is(telex_slice line, telex_slice next)
{
	telex_slice version;

	if (line.len > SLUG_MAX + VERSION_MAX)
		return false;
	line = tx_slice_take(line, tx_slugline_version(line, &version));
	if (line.len < 2 || line.len > SLUG_MAX || line.ptr[line.len - 1] == '.')
		return false;
	if (is_joined(line))
		return true;
	size_t words = count_words(line);
	bool upper = tx_slugline_is_upper(line);
	if (next.len == 0)
		return upper && words == 1;
	if (!upper && !is_numbered(line, words))
		return false;
	/* Capitals over a headline that has none are a slug; over one in capitals the shorter line
	 * is. */
	return words <= SLUG_WORDS && (!tx_slugline_is_upper(next) || line.len * 4 < next.len * 3);
}

/* A line that could not have taken the first word of the line below it. */
static bool is_filled(telex_slice line, telex_slice below)
{
	return line.len <= MEASURE && below.len < line.len &&
	       line.len + 1 + tx_cut(below, ' ').head.len > MEASURE &&
	       !tx_slugline_is_upper(below) && tx_is_lower(line.ptr[line.len - 1]);
}

bool tx_slugline_wraps(telex_slice line, telex_slice below)
{
	uint32_t first;

	if (line.len < HEADLINE_WRAP || line.len > 90 || below.len == 0)
		return false;
	tx_utf8_decode(below, &first);
	bool both_upper = tx_slugline_is_upper(line) && tx_slugline_is_upper(below);
	return both_upper || tx_char_is_lower(first) || is_filled(line, below);
}
