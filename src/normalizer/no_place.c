/* Desks, ships and the rest: what datelines have in a place's stead, by its first words.  The
 * resolver has a list of its own for names that are looked up apart from datelines. */
#include "normalizer/no_place.h"

#include "core/ascii.h"

bool tx_is_no_place(telex_slice name)
{
	static const char *const openings[] = {
		"redacción", "redaccion", "redacció", "redação",  "en el mar",   "a bordo",
		"aboard",    "undated",   "on the",   "newsroom", "en alta mar", "em alto mar",
		"on board",  "above",     "desk",     "at sea",   NULL};

	for (const char *const *o = openings; *o != NULL; o++) {
		if ((*o)[0] == tx_lower(name.ptr[0]) &&
		    tx_slice_starts_nocase(name, tx_slice_of(*o)))
			return true;
	}
	return tx_slice_starts(name, TX_LIT("REDACCI\xc3\x93N"));
}
