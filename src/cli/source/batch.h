/* A batch: items that a worker takes at once, with their names and the bytes of small members. */
#ifndef TELEX_CLI_SOURCE_BATCH_H
#define TELEX_CLI_SOURCE_BATCH_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "core/arena.h"
#include "core/buffer.h"

#define BATCH_BYTES     ((size_t)512 << 10) /* aimed at */
#define BATCH_ITEMS_MAX 128

enum item_kind {
	ITEM_FILE,   /* to be opened by its path */
	ITEM_STDIN,  /* standard input */
	ITEM_BYTES,  /* a member, whole in the batch */
	ITEM_MEMBER, /* a member that begins in the batch and goes on in the archive */
	ITEM_PROBLEM /* something that cannot be read */
};

struct item {
	enum item_kind kind;
	const char *path;    /* "-" for standard input */
	const char *member;  /* NULL outside archives */
	bool is_found;       /* in a folder: nobody has named it */
	bool is_member;      /* of an archive, by that name */
	const char *name;    /* of the result in a folder, where names are wanted */
	size_t start, len;   /* of its bytes in the batch */
	const char *problem; /* of an ITEM_PROBLEM, or what cut an ITEM_BYTES off; else NULL */
	int error;           /* errno of the problem, or 0 */
	bool last;           /* ends its batch: who converts it may have to wait */
	uint64_t chain;      /* hash of all items' names up to this one's */
};

struct batch {
	struct item items[BATCH_ITEMS_MAX];
	size_t count;
	struct tx_arena names;
	struct tx_buffer bytes;
	uint64_t items_before; /* in the whole run */
};

void batch_done(struct batch *batch);

/** A copy of the text that lives as long as the batch's items; NULL: out of memory. */
const char *batch_copy(struct batch *batch, const char *text);

/** Add an item; its names are copied, and NULL where memory is short. */
struct item *batch_add(struct batch *batch, enum item_kind kind, const char *path,
		       const char *member);

/** Add an ITEM_PROBLEM. */
void batch_add_problem(struct batch *batch, const char *path, const char *member,
		       const char *problem, int error);

/** What cannot be read of an item, in words. */
void batch_set_problem(struct batch *batch, struct item *item, const char *problem);

/** Whether so many items, or the bytes of their members, are enough for one worker. */
bool batch_is_full(const struct batch *batch, size_t items);

/** Empty it for the next items. */
void batch_reset(struct batch *batch);

#endif
