/* What every way of finding a dateline needs of its marks and dashes. */
#include "tokenizer/dateline_parts.h"

#include <stdint.h>

#include "agency/match.h"
#include "core/ascii.h"
#include "core/utf8.h"

/* Length of the dash (with the blanks around it) at the start of `rest`; 0 without one. */
size_t tx_dateline_dash(telex_slice rest)
{
	static const char *const dashes[] = {".",
					     "-",
					     "_",
					     "=",
					     ":",
					     "\xe2\x80\x93",
					     "\xe2\x80\x94",
					     "\xe2\x80\x95",
					     "\xe2\x88\x92",
					     NULL};
	size_t len = 0, kept = 0;

	for (bool more = true; more && kept < 12;) {
		uint32_t c = 0;
		size_t step = len < rest.len ? tx_utf8_decode(tx_slice_skip(rest, len), &c) : 0;
		if (step > 0 && c != '\n' && c != '\r' && tx_char_is_space(c)) {
			len += step;
			continue;
		}
		more = false;
		for (const char *const *d = dashes; *d != NULL && !more; d++) {
			more = tx_slice_opens(tx_slice_skip(rest, len), *d);
			if (more)
				kept = len += strlen(*d);
		}
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

/* "AFP/EFE", "ats afp", "AFP-DPA-REUTER": each part a mark, at least one of them known. */
static bool split_marks(telex_slice content, const char *separators,
			struct tx_dateline_parts *parts)
{
	struct tx_dateline_parts saved = *parts;
	size_t known = 0, unknown = 0;

	for (telex_slice rest = content; rest.len > 0;) {
		size_t end = 0;
		while (end < rest.len && strchr(separators, rest.ptr[end]) == NULL)
			end++;
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
		*parts = saved;
		return false;
	}
	return true;
}

bool tx_dateline_marks(telex_slice content, struct tx_dateline_parts *parts)
{
	const struct tx_profile *whole = tx_sign_find(content, TX_SIGN_BRACKETS);

	if (split_marks(content, "- ", parts))
		return true;
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

bool tx_dateline_finish(telex_slice text, size_t end, struct tx_dateline_parts *parts)
{
	size_t dash = tx_dateline_dash(tx_slice_skip(text, end));

	parts->text = tx_slice_take(text, end + dash);
	return dash > 0 || starts_blank(tx_slice_skip(text, end));
}
