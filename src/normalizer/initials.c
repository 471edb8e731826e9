/* Initials and names: "jlr" is Jaime León R…, whose byline leaves the second surname out.
 * Left out: initials of one letter, which can be anybody's, and nicknames. */
#include "normalizer/initials.h"

#include "core/ascii.h"
#include "core/fold.h"

#define NAME_MAX  128 /* bytes of a folded name; no longer one is compared */
#define WORDS_MAX 12
#define FIT_MIN   2 /* letters that must agree */

/* First letters of a name's words, folded. */
struct letters {
	char all[WORDS_MAX], plain[WORDS_MAX]; /* `plain`: without particles */
	size_t all_count, plain_count;
};

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

static bool read_letters(telex_slice name, struct letters *letters)
{
	char folded[NAME_MAX];
	telex_slice rest = tx_slice(folded, tx_fold(name, folded, sizeof(folded)));

	*letters = (struct letters){.all_count = 0};
	for (telex_slice word; (word = take_word(&rest)).len > 0;) {
		if (letters->all_count == WORDS_MAX)
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

static bool fit(telex_slice initials, const struct letters *letters)
{
	return agree(initials, letters->all, letters->all_count) ||
	       agree(initials, letters->plain, letters->plain_count);
}

bool tx_initials_fit(telex_slice initials, telex_slice name)
{
	struct letters letters;

	return read_letters(name, &letters) && fit(initials, &letters);
}

/* The one group of the sign-off that fits; none when there are two that differ. */
static telex_slice only_group(const struct tx_record *record, telex_slice name)
{
	telex_slice found = {NULL, 0};
	struct letters letters;

	if (!read_letters(name, &letters))
		return found;
	for (size_t i = 0; i < record->signoff_count; i++) {
		telex_slice group = record->signoff[i];
		if (!fit(group, &letters) || tx_slice_eq_nocase(found, group))
			continue;
		if (found.ptr != NULL)
			return (telex_slice){NULL, 0};
		found = group;
	}
	return found;
}

static bool fits_another(const struct tx_record *record, size_t author, telex_slice initials)
{
	for (size_t i = 0; i < record->author_count; i++) {
		if (i != author && tx_initials_fit(initials, record->authors[i].name))
			return true;
	}
	return false;
}

void tx_initials_link(struct tx_record *record)
{
	if (record->signoff_count == 0)
		return;
	for (size_t i = 0; i < record->author_count; i++) {
		struct tx_author *author = &record->authors[i];
		telex_slice group = only_group(record, author->name);
		if (group.ptr != NULL && !fits_another(record, i, group))
			author->initials = group;
	}
}
