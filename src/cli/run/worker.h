/* One worker of a run: takes batches of items, converts them by a parser of its own and hands the
 * results in. */
#ifndef TELEX_CLI_RUN_WORKER_H
#define TELEX_CLI_RUN_WORKER_H

#include <pthread.h>

#include "cli/options/options.h"
#include "cli/output/mirror.h"
#include "cli/run/turns.h"
#include "cli/source/ahead.h"
#include "cli/source/sources.h"
#include "cli/say/tally.h"

#define PORTION ((size_t)128 << 10) /* bytes read at once */

/** What the workers of a run share. */
struct crew {
	const struct options *options;
	unsigned write_flags;
	struct turns *turns;
	pthread_mutex_t lock; /* of what follows */
	struct sources *sources;
	struct checkpoint resumed; /* what an earlier run has done */
	bool other_sources;        /* and that was of other sources */
	uint64_t items, bytes;     /* converted so far */
};

struct worker {
	struct crew *crew;
	telex_parser *parser;
	struct batch batch;
	struct ahead ahead;
	uint64_t turn;
	struct results results;
	struct tally tally;
	struct mirror mirror;
	const struct item *item; /* the one in hand */
	const char *member;      /* of it, or of an archive that was found out only now */
	uint64_t items, bytes;   /* of the batch */
	char portion[PORTION];
};

/** A worker with its parser.  NULL: `reterr` says why. */
struct worker *worker_new(struct crew *crew, telex_error *reterr);
void worker_free(struct worker *worker);

/** Convert until nothing is left, or nothing more is wanted.  The argument is a struct worker; the
 * result NULL. */
void *worker_run(void *worker);

/** Convert one item of the batch.  False: the run is to stop. */
bool convert_item(struct worker *worker, const struct item *item);

#endif
