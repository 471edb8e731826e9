/* Two lists of folded words, searched by halves: common given names of the wires' languages
 * (given_names.def), and verbs and nouns of their headlines (headline_words.def) without those that
 * are frequent surnames.  Both were compiled by hand for this project.  Left out: inflected forms,
 * but for a few endings that no surname has. */
#include "tokenizer/words/name_words.h"

#include "core/scan.h"
#include "core/ascii.h"
#include "core/fold.h"

#define GIVEN_SIZE    12
#define HEADLINE_SIZE 16
#define KEY_MAX       40
#define ENDING_MIN    7 /* letters of a word that is known by its ending */

static const char given_names[][GIVEN_SIZE] = {
#include "tokenizer/words/given_names.def"
};

static const char headline_words[][HEADLINE_SIZE] = {
#include "tokenizer/words/headline_words.def"
};

static const char *const endings[] = {"cion",  "ciones", "mente", "tion", "tions", "cao",  "coes",
				      "zione", "zioni",  "ungen", "keit", "heit",  "fies", NULL};

static telex_slice fold_word(telex_slice word, char out[KEY_MAX])
{
	while (word.len > 0 && strchr(",.:;", word.ptr[word.len - 1]) != NULL)
		word.len--;
	return tx_slice(out, tx_fold(word, out, KEY_MAX));
}

bool tx_name_is_given(telex_slice word)
{
	char folded[KEY_MAX];
	telex_slice key = tx_cut(fold_word(word, folded), '-').head;

	return key.len > 1 &&
	       tx_find_text_row(given_names, TX_COUNT(given_names), GIVEN_SIZE, key) != NULL;
}

bool tx_name_is_headline_word(telex_slice word)
{
	char folded[KEY_MAX];
	telex_slice key = fold_word(word, folded);

	if (key.len == 0)
		return false;
	for (const char *const *e = endings; key.len >= ENDING_MIN && *e != NULL; e++) {
		if (tx_slice_ends(key, tx_slice_of(*e)))
			return true;
	}
	return tx_find_text_row(headline_words, TX_COUNT(headline_words), HEADLINE_SIZE, key) !=
	       NULL;
}

bool tx_name_is_initial(telex_slice word)
{
	if (word.len < 2 || word.len > 6 || word.len % 2 != 0)
		return false;
	for (size_t i = 0; i < word.len; i += 2) {
		if (!tx_is_upper(word.ptr[i]) || word.ptr[i + 1] != '.')
			return false;
	}
	return true;
}
