/* Batches for the workers of a run, in the order of the sources.  Whoever finds too few of them
 * fills some, alone with the sources, while the others convert: who unpacks an archive goes on with
 * it as long as the others keep up, and has its unpacker's memory near. */
#ifndef TELEX_CLI_RUN_SUPPLY_H
#define TELEX_CLI_RUN_SUPPLY_H

#include "cli/run/turns.h"
#include "cli/source/sources.h"

/** A filled batch. */
struct load {
	struct batch batch;
	uint64_t turn;
	bool holds_sources; /* its last item goes on in them: they are its converter's until then */
	struct load *next;
};

struct supply;

/** For `workers` workers; `resumed`: what an earlier run has done.  All is borrowed.  NULL: out of
 * memory. */
struct supply *supply_new(struct sources *sources, struct turns *turns,
			  const struct checkpoint *resumed, unsigned workers);
void supply_free(struct supply *supply);

/** The next batch, with its turn.  NULL: none is left, or none is wanted. */
struct load *supply_take(struct supply *supply);

/** Give a batch back, of which so many items and bytes were converted. */
void supply_give_back(struct supply *supply, struct load *load, uint64_t items, uint64_t bytes);

/** Whether the sources are others than those of the earlier run. */
bool supply_is_another(const struct supply *supply);

#endif
