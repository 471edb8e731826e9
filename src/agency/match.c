/* Holding the profiles' marks and signs against text.  The tables are short (some forty houses with
 * a few marks each), so that a walk with a look at the first letter is all the index they need. */
#include "agency/match.h"

#include "core/ascii.h"

static bool takes_star(char c)
{
	return tx_char_is(c, TX_CHAR_UPPER | TX_CHAR_LOWER | TX_CHAR_DIGIT | TX_CHAR_HIGH) ||
	       c == '-' || c == ' ';
}

static bool all_star(telex_slice rest)
{
	for (size_t i = 0; i < rest.len; i++) {
		if (!takes_star(rest.ptr[i]))
			return false;
	}
	return true;
}

bool tx_pattern_matches(const char *pattern, telex_slice text)
{
	telex_slice p = tx_slice_of(pattern);

	if (p.len > 1 && p.ptr[0] == '*') {
		p = tx_slice_skip(p, 1);
		if (text.len <= p.len)
			return false;
		telex_slice head = tx_slice_take(text, text.len - p.len);
		return tx_slice_eq_nocase(tx_slice_skip(text, head.len), p) && all_star(head);
	}
	if (p.len > 1 && p.ptr[p.len - 1] == '*') {
		p.len--;
		return text.len > p.len && tx_slice_starts_nocase(text, p) &&
		       all_star(tx_slice_skip(text, p.len));
	}
	return tx_slice_eq_nocase(text, p);
}

static size_t star_len(telex_slice text, size_t from)
{
	size_t end = from;

	while (end < text.len && takes_star(text.ptr[end]) && text.ptr[end] != ' ')
		end++;
	return end;
}

size_t tx_pattern_prefix(const char *pattern, telex_slice text)
{
	telex_slice p = tx_slice_of(pattern);
	bool star = p.len > 1 && p.ptr[p.len - 1] == '*';

	if (star)
		p.len--;
	if (!tx_slice_starts_nocase(text, p))
		return 0;
	size_t len = star ? star_len(text, p.len) : p.len;
	bool word_goes_on = len < text.len && len > 0 &&
			    tx_char_is(text.ptr[len - 1], TX_CHAR_UPPER | TX_CHAR_LOWER) &&
			    tx_char_is(text.ptr[len], TX_CHAR_UPPER | TX_CHAR_LOWER | TX_CHAR_HIGH);
	return word_goes_on ? 0 : len;
}

static bool may_start(const char *pattern, telex_slice text)
{
	return pattern[0] == '*' || tx_lower(pattern[0]) == tx_lower(text.ptr[0]);
}

const struct tx_profile *tx_sign_find(telex_slice text, enum tx_sign_kind kind)
{
	if (text.len == 0)
		return NULL;
	for (const struct tx_profile *const *p = tx_profiles; *p != NULL; p++) {
		const char *const *sign = (*p)->signs[kind];
		for (; sign != NULL && *sign != NULL; sign++) {
			if (may_start(*sign, text) && tx_pattern_matches(*sign, text))
				return *p;
		}
	}
	return NULL;
}

const struct tx_profile *tx_sign_at(telex_slice text, enum tx_sign_kind kind, size_t *ret_len)
{
	if (text.len == 0)
		return NULL;
	for (const struct tx_profile *const *p = tx_profiles; *p != NULL; p++) {
		const char *const *sign = (*p)->signs[kind];
		for (; sign != NULL && *sign != NULL; sign++) {
			size_t len = may_start(*sign, text) ? tx_pattern_prefix(*sign, text) : 0;
			if (len > 0) {
				*ret_len = len;
				return *p;
			}
		}
	}
	return NULL;
}

bool tx_is_agency(telex_slice text)
{
	for (const struct tx_profile *const *p = tx_profiles; *p != NULL; p++) {
		if (tx_slice_eq_nocase(text, tx_slice_of((*p)->code)) ||
		    tx_slice_eq_nocase(text, tx_slice_of((*p)->name)))
			return true;
	}
	for (enum tx_sign_kind kind = TX_SIGN_BRACKETS; kind <= TX_SIGN_LEADING; kind++) {
		if (tx_sign_find(text, kind) != NULL)
			return true;
	}
	return false;
}

void tx_claim(struct tx_claims *claims, const struct tx_profile *profile, enum tx_claim_rank rank,
	      size_t matched_bytes)
{
	size_t weight = (size_t)rank * matched_bytes;

	if (profile == NULL)
		return;
	for (size_t i = 0; i < claims->count; i++) {
		if (claims->profiles[i] == profile) {
			claims->weights[i] += weight;
			return;
		}
	}
	if (claims->count == TX_CLAIMS_MAX)
		return;
	claims->profiles[claims->count] = profile;
	claims->weights[claims->count++] = weight;
}

const struct tx_profile *tx_claims_winner(const struct tx_claims *claims, bool *ret_tie)
{
	const struct tx_profile *best = NULL;
	size_t weight = 0;

	*ret_tie = false;
	for (size_t i = 0; i < claims->count; i++) {
		if (claims->weights[i] > weight) {
			best = claims->profiles[i];
			weight = claims->weights[i];
			*ret_tie = false;
		} else if (claims->weights[i] == weight) {
			*ret_tie = true;
		}
	}
	return best;
}
