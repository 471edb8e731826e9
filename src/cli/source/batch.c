/* Batches of items.  Everything in one lives until it is reset; memory that is short shows in an
 * item without its path. */
#include "cli/source/batch.h"

#include <errno.h>
#include <string.h>

#include "core/slice.h"

#define NAMES_KEPT ((size_t)64 << 10)

void batch_done(struct batch *batch)
{
	tx_arena_done(&batch->names);
	tx_buffer_done(&batch->bytes);
}

void batch_reset(struct batch *batch)
{
	batch->count = 0;
	if (batch->bytes.failed)
		tx_buffer_done(&batch->bytes);
	batch->bytes.len = 0;
	tx_arena_reset(&batch->names, NAMES_KEPT);
}

const char *batch_copy(struct batch *batch, const char *text)
{
	return tx_arena_copy(&batch->names, tx_slice(text, strlen(text) + 1)).ptr;
}

struct item *batch_add(struct batch *batch, enum item_kind kind, const char *path,
		       const char *member)
{
	struct item *item = &batch->items[batch->count++];

	*item = (struct item){.kind = kind,
			      .path = batch_copy(batch, path),
			      .member = member == NULL ? NULL : batch_copy(batch, member),
			      .is_member = member != NULL};
	return item;
}

void batch_set_problem(struct batch *batch, struct item *item, const char *problem)
{
	item->problem = batch_copy(batch, problem);
	if (item->problem == NULL) {
		item->problem = "cannot read";
		item->error = ENOMEM;
	}
}

void batch_add_problem(struct batch *batch, const char *path, const char *member,
		       const char *problem, int error)
{
	struct item *item = batch_add(batch, ITEM_PROBLEM, path, member);

	item->error = error;
	batch_set_problem(batch, item, problem);
}

bool batch_is_full(const struct batch *batch, size_t items)
{
	if (batch->count == 0)
		return false;
	const struct item *item = &batch->items[batch->count - 1];
	return batch->count >= items || batch->bytes.len >= BATCH_BYTES || item->last ||
	       item->kind == ITEM_MEMBER;
}
