/* Records in a temporary file, their versions in a sorter; in the end what is to become of each
 * (stories.h), and the records that are written (writing.h). */
#include "cli/versions/selection.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "cli/report/messages.h"
#include "cli/versions/order.h"
#include "cli/versions/sorter.h"
#include "cli/versions/stories.h"

struct selection {
	const struct options *options;
	struct temporary records;
	struct sorter *versions;
	uint64_t count, end; /* versions, and where the last one's record ends */
	bool has_references, failed;
};

struct selection *selection_new(const struct options *options)
{
	struct selection *selection = calloc(1, sizeof(*selection));

	if (selection == NULL)
		return NULL;
	selection->options = options;
	temporary_begin(&selection->records);
	selection->versions = sorter_new(sizeof(struct version), order_positions, STORIES_MEMORY);
	if (selection->versions != NULL)
		return selection;
	free(selection);
	return NULL;
}

void selection_free(struct selection *selection)
{
	if (selection == NULL)
		return;
	temporary_end(&selection->records);
	sorter_free(selection->versions);
	free(selection);
}

telex_output selection_kept_as(const struct options *options)
{
	return options->latest ? TELEX_TO_RECORD : options->to;
}

telex_write_flags selection_kept_flags(const struct options *options, telex_write_flags flags)
{
	const unsigned of_keys = TELEX_WRITE_SPANS | TELEX_WRITE_HASH;

	return options->latest ? (telex_write_flags)((unsigned)flags & of_keys) : flags;
}

void selection_note(const struct options *options, const telex_record *record, size_t length,
		    size_t end, struct tx_buffer *notes)
{
	struct version version;

	if (options->latest)
		version_of(record, &version);
	else
		version_hash(record, &version);
	version.length = length;
	version.offset = end;
	tx_buffer_append(notes, (const char *)&version, sizeof(version));
}

void selection_move_notes(const struct tx_buffer *from, size_t before, struct tx_buffer *to)
{
	struct version version;

	for (size_t at = 0; at < from->len; at += sizeof(version)) {
		memcpy(&version, from->data + at, sizeof(version));
		version.offset += before;
		tx_buffer_append(to, (const char *)&version, sizeof(version));
	}
	to->failed |= from->failed;
}

static bool fail(struct selection *selection, int error)
{
	if (!selection->failed) {
		errno = error;
		if (error == ENOMEM)
			message("out of memory");
		else
			message_errno(temporary_folder(), "cannot use a temporary file");
	}
	selection->failed = true;
	return false;
}

static bool add_version(struct selection *selection, struct version *version, uint64_t start)
{
	uint64_t end = start + version->offset;

	/* What a run drops when it stops is whole records only. */
	if (end < version->length || end - version->length < selection->end)
		return fail(selection, EIO);
	selection->end = end;
	selection->has_references |= version->reference != 0;
	version_place(version, selection->count++, end - version->length);
	return sorter_add(selection->versions, version) ||
	       fail(selection, sorter_error(selection->versions));
}

bool selection_add(struct selection *selection, telex_slice records, telex_slice notes)
{
	uint64_t start = selection->records.len;
	struct version version;

	if (selection->failed)
		return false;
	if (!temporary_append(&selection->records, records.ptr, records.len))
		return fail(selection, selection->records.error);
	for (size_t at = 0; at < notes.len; at += sizeof(version)) {
		memcpy(&version, notes.ptr + at, sizeof(version));
		if (!add_version(selection, &version, start))
			return false;
	}
	return true;
}

/* Of records with one hash all but the first are repeated. */
static int find_repeated(struct sorter *hashes, struct sorter *repeated)
{
	struct unrepeated record, before = {.position = UINT64_MAX};

	while (sorter_next(hashes, &record)) {
		bool is_repeated = before.position != UINT64_MAX &&
				   before.hash[0] == record.hash[0] &&
				   before.hash[1] == record.hash[1];
		if (is_repeated && !sorter_add(repeated, &record))
			return sorter_error(repeated);
		before = record;
	}
	return sorter_error(hashes);
}

static int decide(struct selection *selection, struct writing *writing)
{
	const struct options *options = selection->options;
	struct verdicts verdicts = {.decisions = writing->decisions};
	int error = ENOMEM;

	if (options->dedupe)
		verdicts.hashes =
			sorter_new(sizeof(struct unrepeated), order_hashes, STORIES_MEMORY);
	if (writing->decisions != NULL && (verdicts.hashes != NULL || !options->dedupe)) {
		struct sorter *versions = selection->versions;
		selection->versions = NULL;
		error = options->latest
				? stories_decide(versions, selection->has_references, &verdicts)
				: stories_keep(versions, &verdicts);
	}
	if (error == 0 && options->dedupe)
		error = find_repeated(verdicts.hashes, writing->repeated);
	sorter_free(verdicts.hashes);
	return error;
}

enum selection_end selection_write(struct selection *selection, struct writing *writing)
{
	int error = ENOMEM;

	if (selection->failed)
		return SELECTION_FAILED;
	writing->records = &selection->records;
	writing->decisions = sorter_new(sizeof(struct decision), order_decisions, STORIES_MEMORY);
	writing->repeated = sorter_new(sizeof(struct unrepeated), order_unrepeated, STORIES_MEMORY);
	if (writing->decisions != NULL && writing->repeated != NULL)
		error = decide(selection, writing);
	if (error == 0)
		error = writing_run(writing);
	sorter_free(writing->decisions);
	sorter_free(writing->repeated);
	if (error == ECANCELED)
		return SELECTION_STOPPED;
	if (error != 0)
		fail(selection, error);
	return error == 0 ? SELECTION_WRITTEN : SELECTION_FAILED;
}
