/* Tags of languages: codes of three letters (ISO 639-2, both of its forms) and names, in English and
 * in the language itself, become the code of two letters; of a tag the first part is in small
 * letters and the others stay as they are.  Left out: languages that no wire of ours writes. */
#include "normalizer/language/language_tag.h"

#include "core/ascii.h"
#include "core/scan.h"

/* Without case, and in small letters beyond ASCII. */
static const struct {
	const char *name, *tag;
} names[] = {
#include "normalizer/language/language_names.def"
};

/* The tag of a name or a code of three letters; NULL: it is neither. */
static const char *tag_of_name(telex_slice name)
{
	for (size_t i = 0; i < TX_COUNT(names); i++) {
		if (tx_slice_eq_nocase(name, tx_slice_of(names[i].name)))
			return names[i].tag;
	}
	return NULL;
}

telex_slice tx_language_tag(telex_slice stated, struct tx_arena *arena)
{
	const char *tag = tag_of_name(tx_trim(stated));
	char *out;

	if (tag != NULL)
		return tx_slice_of(tag);
	out = tx_arena_alloc(arena, stated.len + 1);
	if (out == NULL)
		return (telex_slice){NULL, 0};
	bool first = true;
	for (size_t i = 0; i < stated.len; i++) {
		first = first && stated.ptr[i] != '-' && stated.ptr[i] != '_';
		out[i] = stated.ptr[i] == '_' ? '-'
			 : first              ? tx_lower(stated.ptr[i])
					      : stated.ptr[i];
	}
	return tx_slice(out, stated.len);
}
