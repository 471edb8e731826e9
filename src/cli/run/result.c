/* A source's own file: its name from the names given in the run, its bytes by output_tree.h, and
 * what is reported when it cannot be. */
#include "cli/run/result.h"

#include <errno.h>

#include "cli/output/written.h"
#include "cli/report/report.h"
#include "cli/source/names.h"
#include "core/utf8.h"
#include "core/scan.h"

/* The name that the source's own file gets.  NULL: out of memory. */
static const char *name_of(struct worker *worker, const char *member)
{
	if (worker->members == NULL)
		return worker->item->name;
	return names_give_member(worker->members, worker->item->name, member, &worker->name)
		       ? worker->name.data
		       : NULL;
}

enum result_status result_begin(struct worker *worker, const char *member, uint64_t number)
{
	const char *name = name_of(worker, member);

	if (name == NULL)
		return RESULT_NO_MEMORY;
	output_tree_begin(&worker->tree, name, worker->item->path, member, number);
	return worker->context->options->resume && output_tree_has(&worker->tree) ? RESULT_THERE
										  : RESULT_BEGUN;
}

/* Some errors are this file's own; the others are those of the whole folder. */
static bool is_of_one_file(int error)
{
	static const int errors[] = {EACCES, EEXIST, EISDIR, ENAMETOOLONG, ENOTDIR};

	for (size_t i = 0; i < TX_COUNT(errors); i++) {
		if (error == errors[i])
			return true;
	}
	return false;
}

/* What keeps a result from its name. */
static telex_error unwritten_error(const struct worker *worker, const struct publish_file *file,
				   int error)
{
	struct tx_buffer source = {0};

	if (error != EEXIST)
		return report_system_error("cannot write", error);
	telex_error failure = {.status = TELEX_ERR_IO};
	if (file->part == NULL && output_tree_is_reserved(&worker->tree)) {
		tx_utf8_printf(failure.message, sizeof(failure.message),
			       "not written, it is the file of --errors");
		return failure;
	}
	report_source(&source, file->source, file->member);
	tx_utf8_printf(failure.message, sizeof(failure.message),
		       "not replaced, it was not written as the result of %.*s",
		       (int)(source.failed ? 0 : source.len), source.data);
	tx_buffer_done(&source);
	return failure;
}

static void report_unwritten(void *user, const struct publish_file *file, int error)
{
	struct worker *worker = user;
	telex_error failure = unwritten_error(worker, file, error);

	worker->results.flags |= RESULT_UNWRITTEN;
	report_error(&worker->results.messages, worker->context->options->report_form, file->target,
		     NULL, &failure);
}

bool result_end(struct worker *worker, bool keep)
{
	const struct output_tree *tree = &worker->tree;
	int error = output_tree_end(&worker->tree, keep);
	struct publish_file file = {.target = tree->target.failed ? worker->item->path
								  : tree->target.data,
				    .source = worker->item->path,
				    .member = worker->member};

	if (error != 0)
		report_unwritten(worker, &file, error);
	if (publish_is_full(&tree->publisher))
		result_settle(worker);
	return error == 0 || is_of_one_file(error);
}

void result_settle(struct worker *worker)
{
	publish_settle(&worker->tree.publisher, report_unwritten, worker);
}

bool result_begin_archive(struct worker *worker)
{
	worker->members = names_new(written_folds_case(worker->context->written));
	return worker->members != NULL;
}

void result_end_archive(struct worker *worker)
{
	names_free(worker->members);
	worker->members = NULL;
}
