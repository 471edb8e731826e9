/* What every way of finding a dateline needs of its marks and dashes. */
#include "tokenizer/dateline/dateline_parts.h"

#include <stdint.h>

#include "agency/match.h"
#include "core/scan.h"
#include "core/ascii.h"
#include "core/utf8.h"

/* Length of one of the dashes . - _ = : – — ― − at the start of `s`, or 0. */
static size_t dash_len(telex_slice s)
{
	static const telex_slice wide[] = {TX_SLICE("\xe2\x80\x93"), TX_SLICE("\xe2\x80\x94"),
					   TX_SLICE("\xe2\x80\x95"), TX_SLICE("\xe2\x88\x92")};

	if (s.len == 0)
		return 0;
	switch (s.ptr[0]) {
	case '.':
	case '-':
	case '_':
	case '=':
	case ':':
		return 1;
	case '\xe2':
		break;
	default:
		return 0;
	}
	for (size_t i = 0; i < TX_COUNT(wide); i++) {
		if (tx_slice_starts(s, wide[i]))
			return wide[i].len;
	}
	return 0;
}

/* Length of the space, not a line end, at the start of `s`, or 0. */
static size_t space_len(telex_slice s)
{
	uint32_t c;

	if (s.len == 0)
		return 0;
	if (!tx_char_is(s.ptr[0], TX_CHAR_BLANK | TX_CHAR_HIGH))
		return 0;
	size_t len = tx_utf8_decode(s, &c);
	return tx_char_is_space(c) ? len : 0;
}

/* Length of the dash (with the blanks around it) at the start of `rest`; 0 without one. */
size_t tx_dateline_dash(telex_slice rest)
{
	size_t len = 0, kept = 0;

	while (kept < 12) {
		telex_slice here = tx_slice_skip(rest, len);
		size_t space = space_len(here);
		size_t dash = space > 0 ? 0 : dash_len(here);
		if (space + dash == 0)
			break;
		len += space + dash;
		if (dash > 0)
			kept = len;
	}
	return kept;
}

static bool starts_blank(telex_slice s)
{
	uint32_t c;

	if (s.len == 0)
		return true;
	tx_utf8_decode(s, &c);
	return tx_char_is_space(c) || c == '\n' || c == '\r';
}

bool tx_dateline_add_mark(struct tx_dateline_parts *parts, telex_slice mark,
			  const struct tx_profile *profile)
{
	if (mark.len == 0 || parts->mark_count == TX_DATELINE_MARKS_MAX)
		return false;
	parts->marks[parts->mark_count++] = mark;
	if (profile != NULL && parts->profile == NULL)
		parts->profile = profile;
	return profile != NULL;
}

static size_t find_either(telex_slice s, char a, char b)
{
	size_t at = 0;

	while (at < s.len && s.ptr[at] != a && s.ptr[at] != b)
		at++;
	return at;
}

/* "AFP/EFE", "ats afp", "AFP-DPA-REUTER": each part a mark, at least one of them known. */
static bool split_marks(telex_slice content, const char separators[2],
			struct tx_dateline_parts *parts)
{
	size_t saved_count = parts->mark_count;
	const struct tx_profile *saved_profile = parts->profile;
	size_t known = 0, unknown = 0;

	if (find_either(content, separators[0], separators[1]) == content.len)
		return false;

	for (telex_slice rest = content; rest.len > 0;) {
		size_t end = find_either(rest, separators[0], separators[1]);
		telex_slice part = tx_trim(tx_slice_take(rest, end));
		rest = tx_slice_skip(rest, end + 1);
		if (part.len == 0)
			continue;
		if (tx_dateline_add_mark(parts, part, tx_sign_find(part, TX_SIGN_BRACKETS)))
			known++;
		else
			unknown++;
	}
	bool slash = separators[0] == '/';
	if (known == 0 || parts->mark_count < 2 || (unknown > 0 && !slash)) {
		parts->mark_count = saved_count;
		parts->profile = saved_profile;
		return false;
	}
	return true;
}

bool tx_dateline_marks(telex_slice content, struct tx_dateline_parts *parts)
{
	if (split_marks(content, "- ", parts))
		return true;
	const struct tx_profile *whole = tx_sign_find(content, TX_SIGN_BRACKETS);
	if (whole != NULL)
		return tx_dateline_add_mark(parts, content, whole);
	return split_marks(content, "/,", parts);
}

bool tx_dateline_strange_mark(telex_slice content)
{
	uint32_t first;

	if (content.len < 2)
		return false;
	for (size_t i = 0; i < content.len; i++) {
		char c = content.ptr[i];
		if (!tx_char_is(c, TX_CHAR_UPPER | TX_CHAR_LOWER | TX_CHAR_HIGH) && c != ' ' &&
		    c != '-' && c != '/')
			return false;
	}
	tx_utf8_decode(content, &first);
	return tx_char_is_upper(first);
}

bool tx_dateline_small_mark(telex_slice content)
{
	for (size_t i = 0; i < content.len; i++) {
		if (!tx_char_is(content.ptr[i], TX_CHAR_LOWER | TX_CHAR_HIGH))
			return false;
	}
	return content.len > 2;
}

bool tx_dateline_web_mark(telex_slice content)
{
	size_t dots = 0;

	for (size_t i = 0; i < content.len; i++) {
		char c = content.ptr[i];
		dots += c == '.' && i > 0 && i + 2 < content.len;
		if (!tx_char_is(c, TX_CHAR_UPPER | TX_CHAR_LOWER | TX_CHAR_DIGIT) && c != '.' &&
		    c != '-')
			return false;
	}
	return dots > 0 && content.len > 4 && content.ptr[content.len - 1] != '.';
}

bool tx_dateline_capitals(telex_slice place)
{
	size_t upper = 0, lower = 0;

	for (size_t i = 0; i < place.len; i++) {
		upper += tx_is_upper(place.ptr[i]);
		lower += tx_is_lower(place.ptr[i]);
	}
	return upper >= 3 && lower == 0;
}

bool tx_dateline_finish(telex_slice text, size_t end, struct tx_dateline_parts *parts)
{
	size_t dash = tx_dateline_dash(tx_slice_skip(text, end));

	parts->text = tx_slice_take(text, end + dash);
	return dash > 0 || starts_blank(tx_slice_skip(text, end));
}
