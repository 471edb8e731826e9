/* The two outputs and their journal.  The journal is opened first to be read and closed last to be
 * removed: while it is there, it is true. */
#include "cli/output/outputs.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "cli/report/messages.h"

#define JOURNAL_ENDING ".journal"

static bool name_journal(struct journal *journal)
{
	const struct output *first =
		journal->parts[0] != NULL ? journal->parts[0] : journal->parts[1];
	size_t size = strlen(first->part) + sizeof(JOURNAL_ENDING);

	journal->path = malloc(size);
	if (journal->path != NULL)
		snprintf(journal->path, size, "%s" JOURNAL_ENDING, first->part);
	return journal->path != NULL;
}

static enum journal_status fail(const char *path)
{
	message_errno(path, "cannot write");
	return JOURNAL_FAILED;
}

static enum journal_status open_journal(struct outputs *outputs,
					const struct resumption *resumption,
					struct checkpoint *ret_done)
{
	struct journal *journal = &outputs->journal;
	enum journal_status status;

	if (outputs->records.part != NULL)
		journal->parts[0] = &outputs->records;
	if (outputs->has_errors && outputs->errors.part != NULL)
		journal->parts[1] = &outputs->errors;
	if (journal->parts[0] == NULL && journal->parts[1] == NULL)
		return JOURNAL_OPEN;
	if (!name_journal(journal)) {
		message("out of memory");
		return JOURNAL_FAILED;
	}
	status = journal_open(journal, resumption, ret_done);
	if (status == JOURNAL_FAILED)
		return fail(journal->path);
	if (status == JOURNAL_OTHER) {
		message("these are not the options of the run that was cut off; "
			"without --resume it begins anew");
		return status;
	}
	for (size_t i = 0; i < JOURNAL_PARTS; i++) {
		if (journal->parts[i] != NULL && !output_go_on(journal->parts[i]))
			return fail(journal->parts[i]->path);
	}
	return JOURNAL_OPEN;
}

static void release(struct outputs *outputs)
{
	journal_close(&outputs->journal);
	free(outputs->journal.path);
	outputs->journal.path = NULL;
}

enum journal_status outputs_open(struct outputs *outputs, const struct output_paths *paths,
				 const struct resumption *resumption, struct checkpoint *ret_done)
{
	*outputs = (struct outputs){.has_errors = paths->errors != NULL, .journal = {.fd = -1}};
	*ret_done = (struct checkpoint){0};
	if (!output_open(&outputs->records, paths->records))
		return JOURNAL_FAILED;
	if (outputs->has_errors && !output_open(&outputs->errors, paths->errors)) {
		output_close(&outputs->records, false);
		return JOURNAL_FAILED;
	}
	enum journal_status status = open_journal(outputs, resumption, ret_done);
	if (status != JOURNAL_OPEN)
		outputs_close(outputs, OUTPUTS_LEFT);
	return status;
}

bool outputs_have_failed(const struct outputs *outputs)
{
	return outputs->records.failed || (outputs->has_errors && outputs->errors.failed);
}

void outputs_checkpoint(struct outputs *outputs, const struct checkpoint *done)
{
	if (outputs->journal.fd < 0 || outputs_have_failed(outputs))
		return;
	/* Without a journal the output is as good, only not to be resumed from here. */
	if (!journal_add(&outputs->journal, done))
		journal_close(&outputs->journal);
}

static void report_where(const struct outputs *outputs, const struct output *part, bool is_empty)
{
	if (is_empty)
		message("%s: not written; nothing was whole", part->path);
	else if (outputs->journal.has_entries)
		message("%s: not finished; what is whole is in %s, and --resume goes on from there",
			part->path, part->part);
	else
		message("%s: not finished; what there is of it is in %s", part->path, part->part);
}

/* Keep what a run that resumes can go on with. */
static void keep(struct outputs *outputs, bool say)
{
	struct journal *journal = &outputs->journal;

	for (size_t i = 0; i < JOURNAL_PARTS; i++) {
		const struct output *part = journal->parts[i];
		if (part == NULL)
			continue;
		bool is_empty = output_is_empty(part) && !journal->has_entries;
		if (is_empty)
			unlink(part->part);
		if (say)
			report_where(outputs, part, is_empty);
	}
	if (journal->fd >= 0 && !journal->has_entries)
		unlink(journal->path);
}

static void discard(const struct outputs *outputs)
{
	const struct journal *journal = &outputs->journal;

	for (size_t i = 0; i < JOURNAL_PARTS; i++) {
		if (journal->parts[i] != NULL)
			unlink(journal->parts[i]->part);
	}
	if (journal->fd >= 0)
		unlink(journal->path);
}

/* A reader of the records that went away has what it wanted. */
static bool is_whole(const struct outputs *outputs)
{
	return (!outputs->records.failed || outputs->records.closed_pipe) &&
	       (!outputs->has_errors || !outputs->errors.failed);
}

/* Errors get their name first: of the two they are the smaller to take back. */
static void give_names(struct outputs *outputs)
{
	if (outputs->journal.parts[0] != NULL && outputs->journal.parts[1] != NULL)
		journal_finish(&outputs->journal);
	if (outputs->has_errors)
		output_close(&outputs->errors, true);
	output_close(&outputs->records, is_whole(outputs));
	if (outputs->journal.path != NULL && is_whole(outputs))
		unlink(outputs->journal.path);
}

static bool sync_all(struct outputs *outputs)
{
	bool synced = output_sync(&outputs->records) || outputs->records.closed_pipe;

	return (!outputs->has_errors || output_sync(&outputs->errors)) && synced;
}

bool outputs_close(struct outputs *outputs, enum outputs_ending ending)
{
	if (outputs->has_errors && outputs->errors.closed_pipe)
		message("%s: nobody reads the errors", outputs->errors.path);
	if (ending == OUTPUTS_WHOLE && sync_all(outputs)) {
		give_names(outputs);
	} else {
		if (ending == OUTPUTS_GONE)
			discard(outputs);
		else
			keep(outputs, ending != OUTPUTS_LEFT);
		output_close(&outputs->records, false);
		if (outputs->has_errors)
			output_close(&outputs->errors, false);
	}
	release(outputs);
	return is_whole(outputs);
}
