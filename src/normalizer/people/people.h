/* The people of a byline. */
#ifndef TX_NORMALIZER_PEOPLE_H
#define TX_NORMALIZER_PEOPLE_H

#include <stdbool.h>
#include <stddef.h>

#include "core/arena.h"
#include "core/record.h"

/** Whether a text is an agency's code, name or mark. */
typedef bool tx_is_agency_fn(telex_slice text);

/** Split a byline ("By A and B, Reuters", "Por X, enviada especial a Roma") into its authors, names
 * in their case as written.  `role_line` is the line under it ("AP Sports Writer"), or empty.
 * Agencies, recognised by `is_agency`, are neither names nor roles.  `*ret_authors` comes from the arena,
 * its texts point into the two lines; NULL with a count of 0 when the byline names nobody.  False
 * when memory is short. */
bool tx_people_split(telex_slice byline, telex_slice role_line, tx_is_agency_fn *is_agency,
		     struct tx_arena *arena, struct tx_author **ret_authors, size_t *ret_count);

#endif
