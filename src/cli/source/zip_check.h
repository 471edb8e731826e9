/* What libarchive does not compare in a zip that it reads forwards: whether its members are those
 * of the list at its end. */
#ifndef TELEX_CLI_SOURCE_ZIP_CHECK_H
#define TELEX_CLI_SOURCE_ZIP_CHECK_H

#include <stdbool.h>
#include <stdint.h>
#include <sys/types.h>

#include "core/buffer.h"
#include "telex/telex.h"

/** Zero-initialise it.  `recent.failed`: memory was short, the check is void. */
struct zip_check {
	struct tx_buffer recent; /* bytes of the zip */
	uint64_t recent_at;      /* where in it they begin */
	uint64_t members, names; /* how many; the sum of their names' hashes */
};

void zip_check_done(struct zip_check *check);

/** A block that goes to libarchive, which has used so many bytes of those before. */
void zip_check_pass(struct zip_check *check, telex_slice block, uint64_t used);

/** A member whose header begins at `start` or later and ends at `end`: its name as it is written,
 * valid until the next call.  Empty: no header was found. */
telex_slice zip_check_member(struct zip_check *check, uint64_t start, uint64_t end);

/** The rest of the zip, from `at`; `more` gives its next blocks, 0 at its end, -1 at a problem of
 * its own.  Returns what is wrong, in words, or NULL. */
const char *zip_check_end(struct zip_check *check, uint64_t at,
			  ssize_t (*more)(void *user, const char **ret_bytes), void *user);

#endif
