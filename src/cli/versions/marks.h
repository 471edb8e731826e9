/* What a slug or a note says of version and take: "BC-Ferry, 2nd Ld-Writethru", "STORM-ADD-1",
 * "1st Take". */
#ifndef TELEX_CLI_VERSIONS_MARKS_H
#define TELEX_CLI_VERSIONS_MARKS_H

#include <stdbool.h>
#include <stddef.h>

#include "core/slice.h"

#define MARKS_TEXT_MAX 200 /* bytes of a slug or a note that are looked at */

struct marks {
	bool says_so;       /* that it is a version, a take, a correction or a kill of something */
	bool is_correction; /* something was wrong */
	bool is_partial;    /* it has only what replaces a part of the story */
	bool has_number;    /* of a version */
	unsigned take;      /* from 1; 0: it does not say that it is one */
};

/** Read the marks after a slug and add them to `marks`; the slug without them, as names compare, is
 * written to `out` with one blank between words.  Returns its length; 0: none, or it is
 * longer than MARKS_TEXT_MAX. */
size_t marks_of_slug(telex_slice slug, struct marks *marks, char out[MARKS_TEXT_MAX]);

/** Read the marks that a note consists of, if it does, and add them to `marks`. */
void marks_of_note(telex_slice note, struct marks *marks);

#endif
