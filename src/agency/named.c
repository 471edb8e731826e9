/* The agency that an envelope names, in whatever way: by code, by name, by a mark of its datelines,
 * or in a domain ("texto.efeservicios.com", "www.sda-ats.ch"). */
#include "agency/match.h"

#include "core/ascii.h"

#define CODE_MIN 3 /* letters of a code that a longer word may begin with */

/* What may follow a code within one word of a domain. */
static bool is_tail(telex_slice tail)
{
	static const char *const tails[] = {"", "news", "servicios", "wire", "online", NULL};

	return tx_slice_in(tail, tails);
}

static bool begins_word(telex_slice word, telex_slice code)
{
	return code.len >= CODE_MIN && tx_slice_starts_nocase(word, code) &&
	       is_tail(tx_slice_skip(word, code.len));
}

static const struct tx_profile *find_by_word(telex_slice word)
{
	for (const struct tx_profile *const *profile = tx_profiles; *profile != NULL; profile++) {
		if (begins_word(word, tx_slice_of((*profile)->code)))
			return *profile;
	}
	return NULL;
}

static const struct tx_profile *find_by_name(telex_slice name)
{
	for (const struct tx_profile *const *profile = tx_profiles; *profile != NULL; profile++) {
		if (tx_slice_eq_nocase(name, tx_slice_of((*profile)->name)))
			return *profile;
	}
	return NULL;
}

/* A shorter code is one only as the whole name in a domain: "tt.se". */
static const struct tx_profile *find_short(telex_slice text)
{
	if (tx_slice_starts_nocase(text, TX_LIT("www.")))
		text = tx_slice_skip(text, 4);
	struct tx_cut cut = tx_cut(text, '.');
	return cut.found && cut.head.len < CODE_MIN ? tx_profile_find(cut.head) : NULL;
}

static const struct tx_profile *find_in_domain(telex_slice text)
{
	const struct tx_profile *found = find_short(text);
	size_t start = 0;

	for (size_t i = 0; i <= text.len && found == NULL; i++) {
		if (i < text.len && strchr(".:/-_@", text.ptr[i]) == NULL)
			continue;
		found = find_by_word(tx_slice(text.ptr + start, i - start));
		start = i + 1;
	}
	return found;
}

const struct tx_profile *tx_profile_named(telex_slice text)
{
	telex_slice name = tx_trim(text);
	const struct tx_profile *found = tx_profile_find(name);

	while (found == NULL && name.len > 0 && strchr("/()- ", name.ptr[0]) != NULL)
		name = tx_slice_skip(name, 1);
	while (found == NULL && name.len > 0 && strchr("/()- ", name.ptr[name.len - 1]) != NULL)
		name.len--;
	if (name.len == 0)
		return NULL;
	if (found == NULL)
		found = tx_profile_find(name);
	if (found == NULL)
		found = find_by_name(name);
	if (found == NULL)
		found = tx_sign_find(name, TX_SIGN_BRACKETS);
	if (found == NULL && memchr(name.ptr, ' ', name.len) == NULL)
		found = find_in_domain(name);
	return found;
}
