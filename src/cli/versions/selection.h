/* The records of a run that are kept (--latest, --dedupe): all are written to temporary files while
 * the input is read, and those that are kept to the output when all is read. */
#ifndef TELEX_CLI_VERSIONS_SELECTION_H
#define TELEX_CLI_VERSIONS_SELECTION_H

#include "cli/versions/version.h"
#include "cli/versions/writing.h"

struct selection;

/** For these options, of which one asks for it.  NULL: out of memory. */
struct selection *selection_new(const struct options *options);
void selection_free(struct selection *selection);

/** How the records are to be written that are added: as the output they are, or, with --latest, as
 * records with all keys, from which that is made. */
telex_output selection_kept_as(const struct options *options);
telex_write_flags selection_kept_flags(const struct options *options, telex_write_flags flags);

/** What a worker notes of a record: its version, the `length` bytes of it that were written, of
 * which `end` bytes of a buffer are the last. */
void selection_note(const struct options *options, const telex_record *record, size_t length,
		    size_t end, struct tx_buffer *notes);

/** Move notes of a buffer whose bytes are appended to another one, which has `before` of its own. */
void selection_move_notes(const struct tx_buffer *from, size_t before, struct tx_buffer *to);

/** Add a buffer of records, in the order of the input, and what was noted of those that end in it.
 * False: it has been reported. */
bool selection_add(struct selection *selection, telex_slice records, telex_slice notes);

/** How writing ended. */
enum selection_end {
	SELECTION_WRITTEN,
	SELECTION_STOPPED, /* a request to stop came */
	SELECTION_FAILED   /* it has been reported */
};

/** Write the records that are kept; of `writing` what says where is filled. */
enum selection_end selection_write(struct selection *selection, struct writing *writing);

#endif
