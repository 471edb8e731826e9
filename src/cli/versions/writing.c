/* Decisions come by the place of their record (stories.h).  One that is as it is to be written is
 * copied; any other is read back, joined with its parts and written anew. */
#include "cli/versions/writing.h"

#include <errno.h>

#include "api/join.h"
#include "cli/report/messages.h"
#include "cli/run/stop.h"
#include "cli/versions/stories.h"
#include "core/utf8.h"

#define PORTION ((size_t)256 << 10) /* written at once */

struct writer {
	struct writing *job;
	const struct options *options;
	telex_parser *parser, *other; /* of the record, and of those that belong to it */
	struct tx_join join;
	struct tx_buffer line, out, path, member;
	struct decision next;
	struct unrepeated repeat;
	bool has_next, has_repeat;
	int error;
};

static bool fail(struct writer *w, int error)
{
	if (w->error == 0)
		w->error = error;
	return false;
}

/* Read what was kept.  False: it failed. */
static bool read_kept(struct writer *w, const struct decision *decision)
{
	w->line.len = 0;
	if (!tx_buffer_reserve(&w->line, (size_t)decision->length))
		return fail(w, ENOMEM);
	w->line.len = (size_t)decision->length;
	return temporary_read(w->job->records, decision->offset, w->line.data, w->line.len) ||
	       fail(w, w->job->records->error);
}

/* What was kept as a record; NULL: it failed. */
static const telex_record *read_record(struct writer *w, const struct decision *decision,
				       telex_parser *parser)
{
	const telex_record *record;
	telex_error error = {.status = TELEX_OK};

	if (!read_kept(w, decision))
		return NULL;
	telex_parser_restart(parser, NULL, NULL);
	if (telex_parser_feed(parser, tx_slice(w->line.data, w->line.len), TELEX_FEED_LAST,
			      &error) == TELEX_OK &&
	    telex_parser_next(parser, &record, &error) == TELEX_OK)
		return record;
	fail(w, error.status == TELEX_ERR_MEMORY ? ENOMEM : EIO);
	return NULL;
}

static void flush(struct writer *w)
{
	struct tx_buffer *messages = w->job->findings->out;

	output_write(w->job->output, tx_slice(w->out.data, w->out.len));
	w->out.len = 0;
	message_write(tx_slice(messages->data, messages->len));
	messages->len = 0;
}

static void take_portion(void *user, telex_slice bytes)
{
	struct writer *w = user;

	tx_buffer_slice(&w->out, bytes);
	if (w->out.len >= PORTION)
		flush(w);
	if (w->out.failed)
		fail(w, ENOMEM);
}

static bool step(struct writer *w)
{
	w->has_next = w->error == 0 && sorter_next(w->job->decisions, &w->next);
	if (sorter_error(w->job->decisions) != 0)
		fail(w, sorter_error(w->job->decisions));
	return w->has_next;
}

static void step_repeat(struct writer *w)
{
	w->has_repeat = w->job->repeated != NULL && sorter_next(w->job->repeated, &w->repeat);
	if (w->job->repeated != NULL && sorter_error(w->job->repeated) != 0)
		fail(w, sorter_error(w->job->repeated));
}

static const char *string_of(struct tx_buffer *buffer, telex_slice text)
{
	buffer->len = 0;
	tx_buffer_slice(buffer, text);
	tx_buffer_byte(buffer, '\0');
	return buffer->failed || text.len == 0 ? NULL : buffer->data;
}

/* Where a record came from, for messages. */
static void name_source(struct writer *w, const telex_record *record, const char **ret_path,
			const char **ret_member)
{
	*ret_path = string_of(&w->path, telex_record_text(record, "source.path"));
	*ret_member = string_of(&w->member, telex_record_text(record, "source.member"));
}

/* With --verbose: what became of a dispatch. */
static void tell(struct writer *w, const struct decision *decision, const char *code,
		 const char *message)
{
	const char *path, *member;

	if (!w->options->verbose || w->options->quiet || !w->options->latest)
		return;
	const telex_record *record = read_record(w, decision, w->other);
	if (record == NULL)
		return;
	name_source(w, record, &path, &member);
	report_note(w->job->findings->out, w->options->report_form, path, member, code,
		    tx_slice_of(message));
}

/* Whether a record can be written as it was kept. */
static bool is_copied(const struct writer *w)
{
	const struct options *options = w->options;
	const unsigned anew = TELEX_WRITE_PRETTY | TELEX_WRITE_COLOR;

	return !options->latest ||
	       (options->to == TELEX_TO_RECORD && options->parser.fields == NULL &&
		((unsigned)w->job->flags & anew) == 0);
}

static void warn_missing(struct writer *w, const telex_record *record,
			 const struct decision *missing)
{
	char text[80];
	const char *path, *member;
	bool one = missing->first_take == missing->last_take;

	if (one)
		tx_utf8_printf(text, sizeof(text), "take %u is missing", missing->first_take);
	else
		tx_utf8_printf(text, sizeof(text), "takes %u to %u are missing",
			       missing->first_take, missing->last_take);
	if (!tx_join_warn(&w->join, TX_WARN_TAKE_MISSING, text))
		return;
	const telex_warning warning = {.id = TELEX_WARN_TAKE_MISSING,
				       .code = tx_warning_name(TX_WARN_TAKE_MISSING),
				       .message = tx_slice_of(text)};
	name_source(w, record, &path, &member);
	w->job->found |= findings_report_one(w->job->findings, path, member, &warning);
}

/* What the next decision adds to the record. */
static void add_next(struct writer *w, const telex_record *record)
{
	struct run_stats *stats = w->job->findings->stats;
	const telex_record *other = NULL;

	if (w->next.kind == DECISION_MISSING) {
		warn_missing(w, record, &w->next);
		return;
	}
	other = read_record(w, &w->next, w->other);
	if (other == NULL)
		return;
	if (w->next.kind == DECISION_JOINED) {
		stats->selected.joined++;
		tx_join_part(&w->join, other, w->next.first_take);
	} else {
		stats->selected.replaced++;
		tx_join_replace(&w->join, other);
	}
}

static bool is_of(const struct writer *w, const struct decision *first)
{
	return w->has_next && w->next.owner == first->owner;
}

static void write_record(struct writer *w, const telex_record *record)
{
	if (telex_record_send(record, w->options->to, w->job->flags, take_portion, w, NULL) !=
	    TELEX_OK)
		fail(w, ENOMEM);
}

/* The record of `first`, with all that the decisions after it add. */
static void write_joined(struct writer *w, const struct decision *first)
{
	const telex_record *record = read_record(w, first, w->parser);

	if (record == NULL)
		return;
	if (is_of(w, first)) {
		tx_join_begin(&w->join, w->parser);
		for (; w->error == 0 && is_of(w, first); step(w))
			add_next(w, record);
		if (!tx_join_end(&w->join))
			fail(w, ENOMEM);
	}
	if (w->error == 0)
		write_record(w, record);
}

static void write_kept(struct writer *w, const struct decision *first)
{
	w->job->findings->stats->selected.written++;
	if (first->kind == DECISION_KILL_ALONE)
		tell(w, first, "kill-alone", "a kill, and its story is not in the input");
	if (is_copied(w) && !is_of(w, first)) {
		if (read_kept(w, first))
			take_portion(w, tx_slice(w->line.data, w->line.len));
	} else {
		write_joined(w, first);
	}
}

/* Neither the record nor what belongs to it. */
static void drop(struct writer *w, const struct decision *first, uint64_t *count, const char *code,
		 const char *message)
{
	tell(w, first, code, message);
	(*count)++;
	for (; is_of(w, first); step(w)) {
		if (w->next.kind == DECISION_MISSING)
			continue;
		tell(w, &w->next, code, message);
		(*count)++;
	}
}

static void write_next(struct writer *w)
{
	struct decision first = w->next;
	struct run_stats *stats = w->job->findings->stats;

	step(w);
	if (first.kind == DECISION_KILLED) {
		drop(w, &first, &stats->selected.killed, "killed",
		     "dropped by a kill of its story");
	} else if (w->has_repeat && w->repeat.position == first.owner) {
		step_repeat(w);
		drop(w, &first, &stats->selected.repeated, "repeated",
		     "dropped: its headline and body are those of a record before it");
	} else {
		write_kept(w, &first);
	}
}

static bool make_parsers(struct writer *w)
{
	telex_options options = {.size = sizeof(options),
				 .from = "record",
				 .fields = w->options->parser.fields,
				 .columns = w->options->parser.columns,
				 .max_bytes = UINT32_MAX};

	return !w->options->latest ||
	       (telex_parser_new(&options, &w->parser, NULL) == TELEX_OK &&
		telex_parser_new(&options, &w->other, NULL) == TELEX_OK) ||
	       fail(w, ENOMEM);
}

static void release(struct writer *w)
{
	telex_parser_free(w->parser);
	telex_parser_free(w->other);
	tx_join_done(&w->join);
	tx_buffer_done(&w->line);
	tx_buffer_done(&w->out);
	tx_buffer_done(&w->path);
	tx_buffer_done(&w->member);
}

int writing_run(struct writing *writing)
{
	struct writer w = {.job = writing, .options = writing->findings->options};

	if (make_parsers(&w)) {
		step_repeat(&w);
		step(&w);
	}
	while (w.error == 0 && w.has_next && !writing->output->failed) {
		if (writing->may_stop && stop_signal() != 0)
			fail(&w, ECANCELED);
		else
			write_next(&w);
	}
	if (w.error == 0)
		flush(&w);
	release(&w);
	return w.error;
}
