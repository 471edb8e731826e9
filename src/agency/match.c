/* Holding the profiles' marks and signs against text, by an index of their first letters. */
#include "agency/match.h"

#include "agency/sign_index.h"
#include "core/ascii.h"

/* Any words, inside a footer's sign. */
#define GAP TX_LIT("…")

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

static bool matches(telex_slice p, telex_slice text)
{
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

bool tx_pattern_matches(const char *pattern, telex_slice text)
{
	return matches(tx_slice_of(pattern), text);
}

static size_t star_len(telex_slice text, size_t from)
{
	size_t end = from;

	while (end < text.len && takes_star(text.ptr[end]) && text.ptr[end] != ' ')
		end++;
	return end;
}

static bool word_goes_on(telex_slice text, size_t at)
{
	return at < text.len && at > 0 &&
	       tx_char_is(text.ptr[at - 1], TX_CHAR_UPPER | TX_CHAR_LOWER) &&
	       tx_char_is(text.ptr[at], TX_CHAR_UPPER | TX_CHAR_LOWER | TX_CHAR_HIGH);
}

static size_t prefix_len(telex_slice p, telex_slice text)
{
	bool star = p.len > 1 && p.ptr[p.len - 1] == '*';

	if (star)
		p.len--;
	if (!tx_slice_starts_nocase(text, p))
		return 0;
	size_t len = star ? star_len(text, p.len) : p.len;
	return word_goes_on(text, len) ? 0 : len;
}

/* A footer's sign, as it is written: a story's own last paragraph may begin with the same word. */
static size_t footer_len(telex_slice p, telex_slice text)
{
	size_t gap = tx_slice_find(p, GAP), len = gap;

	if (!tx_slice_starts(text, tx_slice_take(p, gap)))
		return 0;
	if (gap < p.len) {
		telex_slice tail = tx_slice_skip(p, gap + GAP.len);
		telex_slice rest = tx_slice_skip(text, gap);
		size_t at = tx_slice_find(rest, tail);
		if (at == rest.len)
			return 0;
		len = gap + at + tail.len;
	}
	return word_goes_on(text, len) ? 0 : len;
}

size_t tx_pattern_prefix(const char *pattern, telex_slice text)
{
	return prefix_len(tx_slice_of(pattern), text);
}

static telex_slice sign_text(const struct tx_sign_entry *entry, enum tx_sign_kind kind)
{
	return tx_slice(tx_profiles[entry->profile]->signs[kind][entry->sign],
			(size_t)entry->len + entry->star);
}

static bool second_fits(const struct tx_sign_entry *entry, telex_slice text)
{
	return entry->second == 0 ||
	       (text.len > 1 && (unsigned char)tx_lower(text.ptr[1]) == entry->second);
}

/* Whether the sign can be the whole of `text`, by what the index knows of it. */
static bool may_be(const struct tx_sign_entry *entry, unsigned initial, telex_slice text)
{
	if (initial == TX_SIGN_ANY)
		return true;
	return (entry->star ? text.len > entry->len : text.len == entry->len) &&
	       second_fits(entry, text);
}

static const struct tx_profile *find_initial(telex_slice text, enum tx_sign_kind kind,
					     unsigned initial)
{
	const uint16_t *starts = tx_sign_starts[kind];

	for (unsigned i = starts[initial]; i < starts[initial + 1]; i++) {
		const struct tx_sign_entry *entry = &tx_sign_entries[i];
		if (may_be(entry, initial, text) && matches(sign_text(entry, kind), text))
			return tx_profiles[entry->profile];
	}
	return NULL;
}

const struct tx_profile *tx_sign_find(telex_slice text, enum tx_sign_kind kind)
{
	if (text.len == 0)
		return NULL;
	const struct tx_profile *profile = find_initial(text, kind, tx_sign_initial(text.ptr[0]));
	return profile != NULL ? profile : find_initial(text, kind, TX_SIGN_ANY);
}

const struct tx_profile *tx_sign_at(telex_slice text, enum tx_sign_kind kind, size_t *ret_len)
{
	const struct tx_profile *profile = NULL;
	size_t longest = 0;

	if (text.len == 0)
		return NULL;
	const uint16_t *starts = tx_sign_starts[kind] + tx_sign_initial(text.ptr[0]);
	for (unsigned i = starts[0]; i < starts[1]; i++) {
		const struct tx_sign_entry *entry = &tx_sign_entries[i];
		if (text.len < entry->len || !second_fits(entry, text))
			continue;
		telex_slice sign = sign_text(entry, kind);
		size_t len =
			kind == TX_SIGN_FOOTER ? footer_len(sign, text) : prefix_len(sign, text);
		if (len > longest) {
			longest = len;
			profile = tx_profiles[entry->profile];
		}
	}
	*ret_len = longest;
	return profile;
}

bool tx_is_agency(telex_slice text)
{
	if (text.len == 0)
		return false;
	const uint8_t *starts = tx_house_starts + tx_sign_initial(text.ptr[0]);
	for (unsigned i = starts[0]; i < starts[1]; i++) {
		const struct tx_profile *p = tx_profiles[tx_house_entries[i]];
		if (tx_slice_eq_nocase(text, tx_slice_of(p->code)) ||
		    tx_slice_eq_nocase(text, tx_slice_of(p->name)))
			return true;
	}
	for (enum tx_sign_kind kind = TX_SIGN_BRACKETS; kind <= TX_SIGN_LEADING; kind++) {
		if (tx_sign_find(text, kind) != NULL)
			return true;
	}
	return false;
}

/* Most words are out by their first three letters. */
static bool may_begin_agency(telex_slice text)
{
	if (text.len < 2)
		return false;
	if (!tx_is_alpha(text.ptr[0]) || !tx_is_alpha(text.ptr[1]))
		return tx_char_is(text.ptr[0], TX_CHAR_HIGH) ||
		       tx_char_is(text.ptr[1], TX_CHAR_HIGH) || text.ptr[1] == '.';
	uint32_t thirds =
		tx_agency_thirds[tx_lower(text.ptr[0]) - 'a'][tx_lower(text.ptr[1]) - 'a'];
	return (thirds & tx_third_bit(text.len > 2 ? text.ptr[2] : ' ')) != 0;
}

bool tx_agency_begins(telex_slice text)
{
	size_t len;

	if (!may_begin_agency(text))
		return false;
	for (enum tx_sign_kind kind = TX_SIGN_BRACKETS; kind <= TX_SIGN_BYLINE; kind++) {
		if (tx_sign_at(text, kind, &len) != NULL)
			return true;
	}
	const uint8_t *starts = tx_house_starts + tx_sign_initial(text.ptr[0]);
	for (unsigned i = starts[0]; i < starts[1]; i++) {
		if (tx_slice_starts_nocase(text,
					   tx_slice_of(tx_profiles[tx_house_entries[i]]->name)))
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
