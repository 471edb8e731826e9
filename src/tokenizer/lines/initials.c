/* Initials held against the first letters of a name's words.  One letter more or less is a surname
 * that one of the two leaves out.  Left out: initials of one letter, which can be anybody's. */
#include "tokenizer/lines/initials.h"

#include "core/ascii.h"
#include "core/fold.h"

#define NAME_MAX 128 /* bytes of a folded name; no longer one is compared */
#define FIT_MIN  2   /* letters that must agree */

static bool is_particle(telex_slice word)
{
	static const char *const particles[] = {"de",  "del", "la",  "las", "los", "el",  "y",
						"i",   "e",   "da",  "do",  "dos", "das", "di",
						"van", "von", "der", "den", "du",  "le",  NULL};

	return tx_slice_in(word, particles);
}

static telex_slice take_word(telex_slice *rest)
{
	size_t start = 0, end;

	while (start < rest->len && !tx_is_lower(rest->ptr[start]))
		start++;
	for (end = start; end < rest->len && strchr(" -.,", rest->ptr[end]) == NULL;)
		end++;
	telex_slice word = tx_slice(rest->ptr + start, end - start);
	*rest = tx_slice_skip(*rest, end);
	return word;
}

bool tx_initials_read(telex_slice name, struct tx_initials *letters)
{
	char folded[NAME_MAX];
	telex_slice rest = tx_slice(folded, tx_fold(name, folded, sizeof(folded)));

	*letters = (struct tx_initials){.all_count = 0};
	for (telex_slice word; (word = take_word(&rest)).len > 0;) {
		if (letters->all_count == TX_INITIALS_MAX)
			return false;
		letters->all[letters->all_count++] = word.ptr[0];
		if (!is_particle(word))
			letters->plain[letters->plain_count++] = word.ptr[0];
	}
	return true;
}

/* The same letters, or one of the two goes on with one more: a surname. */
static bool agree(telex_slice initials, const char *letters, size_t count)
{
	size_t shared = initials.len < count ? initials.len : count;

	if (shared < FIT_MIN || initials.len > count + 1 || count > initials.len + 1)
		return false;
	for (size_t i = 0; i < shared; i++) {
		if (tx_lower(initials.ptr[i]) != letters[i])
			return false;
	}
	return true;
}

bool tx_initials_agree(telex_slice initials, const struct tx_initials *letters)
{
	return agree(initials, letters->all, letters->all_count) ||
	       agree(initials, letters->plain, letters->plain_count);
}
