/* Keys of places' names.  "St. Louis", "SAINT-LOUIS" and "Saint Louis" have one key, and so have
 * "L'Hospitalet" and "L’Hospitalet".  Names in other scripts than Latin have none: the table is
 * Latin. */
#include "normalizer/places/place_key.h"

#include "core/scan.h"
#include "core/ascii.h"
#include "core/fold.h"
#include "core/utf8.h"

#define FOLDED_MAX (2 * TX_PLACE_KEY_MAX)

struct short_word {
	const char *word;
	const char *form;
};

static const struct short_word short_words[] = {
	{"saint", "st"}, {"sankt", "st"},  {"sainte", "ste"}, {"fort", "ft"},
	{"mount", "mt"}, {"santa", "sta"}, {"santo", "sto"},
};

static telex_slice shorten(telex_slice word)
{
	for (size_t i = 0; i < TX_COUNT(short_words); i++) {
		if (tx_slice_is(word, short_words[i].word))
			return tx_slice_of(short_words[i].form);
	}
	return word;
}

/* Signs inside a word: apostrophes, the Catalan middle dot, modifier letters of transliterations.
 */
static bool is_inside_word(uint32_t c)
{
	return c == '\'' || c == '`' || c == 0xb7 || (c >= 0x2b0 && c < 0x300);
}

static bool is_key_letter(uint32_t c)
{
	return c < 0x80 && (tx_is_lower((char)c) || tx_is_digit((char)c));
}

static bool add_word(struct tx_place_key *key, size_t start)
{
	telex_slice word = tx_slice(key->text + start, key->len - start);
	telex_slice form = shorten(word);

	if (word.len == 0)
		return true;
	if (key->len + 1 >= TX_PLACE_KEY_MAX)
		return false;
	memmove(key->text + start, form.ptr, form.len);
	key->len = start + form.len;
	key->text[key->len++] = ' ';
	return true;
}

bool tx_place_key(telex_slice name, struct tx_place_key *ret_key)
{
	char folded[FOLDED_MAX];
	telex_slice rest = tx_slice(folded, tx_fold(name, folded, sizeof(folded)));
	size_t start = 0;
	uint32_t c;

	ret_key->len = 0;
	while (rest.len > 0) {
		c = (unsigned char)rest.ptr[0];
		rest = tx_slice_skip(rest, c < 0x80 ? 1 : tx_utf8_decode(rest, &c));
		if (is_key_letter(c) && ret_key->len + 1 < TX_PLACE_KEY_MAX)
			ret_key->text[ret_key->len++] = (char)c;
		else if (is_key_letter(c))
			return false;
		else if (!is_inside_word(c) && !add_word(ret_key, start))
			return false;
		else if (!is_inside_word(c))
			start = ret_key->len;
	}
	if (!add_word(ret_key, start) || ret_key->len == 0)
		return false;
	ret_key->len--;
	return true;
}
