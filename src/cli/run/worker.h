/* One worker of a run: takes batches of items, converts them by a parser of its own and hands the
 * results in. */
#ifndef TELEX_CLI_RUN_WORKER_H
#define TELEX_CLI_RUN_WORKER_H

#include "cli/options/options.h"
#include "cli/output/output_tree.h"
#include "cli/run/own.h"
#include "cli/run/batch_queue.h"
#include "cli/source/readahead.h"
#include "cli/overview/overview.h"
#include "cli/report/repeats.h"
#include "cli/report/run_stats.h"

#define PORTION ((size_t)128 << 10) /* bytes read at once */

struct stretch;
struct long_source;
struct workers;

/** What the workers of a run share. */
struct run_context {
	const struct options *options;
	telex_options parser;          /* of the workers */
	telex_output to;               /* what they write */
	telex_write_flags write_flags; /* of the workers */
	telex_write_flags output_flags;
	struct tx_buffer header; /* of each output: the names of columns, the start of a page */
	struct sequencer *sequencer;
	struct selection *selection; /* of the records; NULL: all are wanted */
	struct run_stats selected;   /* what it has done */
	struct sources *sources;
	struct batch_queue *queue;
	struct workers *workers;
	const struct own *own;     /* what the run writes */
	struct written *written;   /* what is telex's in the output folder; NULL: none */
	struct output page;        /* of --report */
	struct checkpoint resumed; /* what an earlier run has done */
};

struct worker {
	struct run_context *context;
	telex_parser *parser;
	bool is_spent;         /* the parser was short of memory */
	struct batch_job *job; /* the current batch */
	struct readahead readahead;
	struct results results;
	struct run_stats stats;
	struct overview *overview; /* for --report; NULL: it is not wanted */
	struct repeats repeats;    /* errors of the current source */
	struct output_tree tree;
	struct names *members;           /* names given in an archive that was found out only now */
	struct tx_buffer name;           /* of the result, of such a member */
	const struct item *item;         /* the current one */
	const char *member;              /* of it, or of an archive that was found out only now */
	bool is_cut;                     /* the source was not read to its end: not whole */
	unsigned late_flags;             /* of results that got no name after their batch */
	size_t record_len;               /* bytes of the record so far */
	bool is_begun, is_lost;          /* of the record: a portion is there, is not */
	bool is_stream;                  /* it cannot be read again */
	bool has_results;                /* it has given some */
	uint64_t bytes;                  /* of the batch */
	uint64_t source_bytes;           /* of the current source */
	struct long_source *long_source; /* how that is converted when it is long; NULL: none was */
	struct stretch *stretch;         /* of another worker's source, that is being converted */
	char portion[PORTION];
};

/** A worker with its parser.  NULL with `reterr`. */
struct worker *worker_new(struct run_context *context, telex_error *reterr);
void worker_free(struct worker *worker);

/** Convert until nothing is left, or nothing more is wanted.  The argument is a struct worker; the
 * result NULL. */
void *worker_run(void *worker);

/** Whether each source gets a file of its own. */
static inline bool worker_has_tree(const struct worker *worker)
{
	return worker->tree.publisher.root != NULL;
}

/** The place of the current item in its batch. */
static inline size_t worker_item_index(const struct worker *worker)
{
	return (size_t)(worker->item - worker->job->batch.items);
}

/** Convert one item of the batch.  False: the run is to stop. */
bool convert_item(struct worker *worker, const struct item *item);

#endif
