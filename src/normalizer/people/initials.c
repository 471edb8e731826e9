/* Initials and names: "jlr" is Jaime León R…, whose byline leaves the second surname out.
 * Left out: initials of one letter, which can be anybody's, and nicknames. */
#include "normalizer/people/initials.h"

#include "tokenizer/lines/initials.h"

bool tx_initials_fit(telex_slice initials, telex_slice name)
{
	struct tx_initials letters;

	return tx_initials_read(name, &letters) && tx_initials_agree(initials, &letters);
}

/* The one group of the sign-off that fits; none when there are two that differ. */
static telex_slice only_group(const struct tx_record *record, telex_slice name)
{
	telex_slice found = {NULL, 0};
	struct tx_initials letters;

	if (!tx_initials_read(name, &letters))
		return found;
	for (size_t i = 0; i < record->signoff_count; i++) {
		telex_slice group = record->signoff[i];
		if (!tx_initials_agree(group, &letters) || tx_slice_eq_nocase(found, group))
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
