/* Spellings of places' names that follow rules: umlauts spelt out ("Duesseldorf"), an article or
 * "Ciudad de" more or less, words run together; and the words that stand where a place should. */
#include "normalizer/places/place_variants.h"

#include "core/scan.h"

struct replacement {
	const char *from;
	const char *to; /* shorter */
};

static const struct replacement replacements[] = {
	{"ue", "u"}, {"oe", "o"}, {"ae", "a"}, {"aa", "a"}, {" del ", " de "},
};
#define REPLACEMENTS TX_COUNT(replacements)

static const char *const openings[] = {
	"the ", "el ",        "la ",      "los ",      "las ",       "le ",           "les ", "o ",
	"a ",   "ciudad de ", "city of ", "villa de ", "cidade de ", "municipio de ", NULL};

static const char *const endings[] = {" city", " township", " twp", NULL};

/* Alone, or with more words after them. */
static const char *const no_places[] = {
	"redaccion", "redaccio", "redacao", "undated", "sin fecha", "a bordo",     "aboard",
	"on board",  "an bord",  "a bord",  "at sea",  "en el mar", "en alta mar", "em alto mar",
	"in flight", "en vuelo", "en mer",  "auf see", "in mare",   "a l bord",    NULL,
};

static bool replace(const struct tx_place_key *key, const struct replacement *pair,
		    struct tx_place_key *ret_variant)
{
	size_t from = strlen(pair->from), to = strlen(pair->to);

	ret_variant->len = 0;
	for (size_t at = 0; at < key->len;) {
		telex_slice rest = tx_slice(key->text + at, key->len - at);
		bool hit = tx_slice_opens(rest, pair->from);
		size_t len = hit ? to : 1;
		memcpy(ret_variant->text + ret_variant->len, hit ? pair->to : rest.ptr, len);
		ret_variant->len += len;
		at += hit ? from : 1;
	}
	return ret_variant->len < key->len;
}

static bool set(struct tx_place_key *variant, telex_slice text)
{
	memcpy(variant->text, text.ptr, text.len);
	variant->len = text.len;
	return text.len > 0;
}

static bool without_opening(const struct tx_place_key *key, struct tx_place_key *ret_variant)
{
	telex_slice text = tx_slice(key->text, key->len);

	for (size_t i = 0; openings[i] != NULL; i++) {
		if (tx_slice_opens(text, openings[i]))
			return set(ret_variant, tx_slice_skip(text, strlen(openings[i])));
	}
	return false;
}

static bool without_ending(const struct tx_place_key *key, struct tx_place_key *ret_variant)
{
	telex_slice text = tx_slice(key->text, key->len);

	for (size_t i = 0; endings[i] != NULL; i++) {
		telex_slice ending = tx_slice_of(endings[i]);
		if (tx_slice_ends(text, ending))
			return set(ret_variant, tx_slice_take(text, text.len - ending.len));
	}
	return false;
}

static bool in_one_word(const struct tx_place_key *key, struct tx_place_key *ret_variant)
{
	ret_variant->len = 0;
	for (size_t i = 0; i < key->len; i++) {
		if (key->text[i] != ' ')
			ret_variant->text[ret_variant->len++] = key->text[i];
	}
	return ret_variant->len < key->len;
}

static bool with_city(const struct tx_place_key *key, struct tx_place_key *ret_variant)
{
	telex_slice city = TX_LIT(" city");

	if (key->len + city.len > TX_PLACE_KEY_MAX)
		return false;
	*ret_variant = *key;
	memcpy(ret_variant->text + key->len, city.ptr, city.len);
	ret_variant->len += city.len;
	return true;
}

_Static_assert(TX_PLACE_VARIANTS == REPLACEMENTS + 4, "a variant is missing");

bool tx_place_variant(const struct tx_place_key *key, size_t which,
		      struct tx_place_key *ret_variant)
{
	static bool (*const others[])(const struct tx_place_key *key,
				      struct tx_place_key *ret_variant) = {
		without_opening, without_ending, in_one_word, with_city};

	if (which < REPLACEMENTS)
		return replace(key, &replacements[which], ret_variant);
	return others[which - REPLACEMENTS](key, ret_variant);
}

bool tx_place_is_none(const struct tx_place_key *key)
{
	telex_slice text = tx_slice(key->text, key->len);

	for (size_t i = 0; no_places[i] != NULL; i++) {
		if (!tx_slice_opens(text, no_places[i]))
			continue;
		size_t len = strlen(no_places[i]);
		if (text.len == len || text.ptr[len] == ' ')
			return true;
	}
	return false;
}
