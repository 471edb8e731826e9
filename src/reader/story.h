/* What a reader makes of one dispatch inside an envelope: what the envelope states, as facts, and
 * the text, as blocks.  A format's reader fills one story for each dispatch; the tokenizer takes
 * the text apart and the normalizer turns facts into the record's values.
 *
 * The text of a story begins with the title lines that the envelope names (pieces of a known kind),
 * after them is the copy: one block a line, or, when the envelope holds plain text, that text
 * as it is. */
#ifndef TX_READER_STORY_H
#define TX_READER_STORY_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "core/arena.h"
#include "core/buffer.h"
#include "core/record.h"
#include "core/slice.h"
#include "core/field.h"
#include "core/piece.h"

/** A fact: the value of the lowest rank, of equals the first.  Kept small: a document of many short
 * items has one for each field of each item. */
struct tx_fact {
	const char *text; /* NULL = not stated */
	uint32_t len;
	uint8_t rank;
};

/** An entry of a list. */
struct tx_entry {
	enum tx_field field;
	struct tx_term term;   /* of notes `name` is the text; of media `code` the address */
	telex_slice credit;    /* of media: who made it */
	struct tx_entry *twin; /* in another list, of the same name; or NULL */
	struct tx_entry *next;
};

/** Something that the envelope states and no key takes. */
struct tx_leftover {
	telex_slice name, value;
	struct tx_leftover *next;
};

enum tx_copy_kind {
	TX_COPY_BLOCKS, /* one block a line: nothing but the copy, no title lines in it */
	TX_COPY_PLAIN,  /* plain text as it came, without title lines */
	TX_COPY_WHOLE   /* plain text of a whole dispatch, title lines and all */
};

/** A warning of the reader's. */
struct tx_alert {
	enum tx_warning_code code;
	telex_slice message;
	uint32_t line; /* of the frame's text, from 1; 0 = its first; in a story that the reader
			  hands out of the source */
	size_t offset; /* of a story that is not composed: in its text */
	struct tx_alert *next;
};

struct tx_story {
	struct tx_arena *arena;
	const char *format;
	struct tx_fact facts[TX_FIELD__SINGLE];
	struct tx_entry *entries, *last_entry;
	size_t entry_count;
	bool has_left_out; /* an entry that is one too many */
	struct tx_leftover *leftovers, *last_leftover;
	struct tx_alert *alerts, *last_alert;
	struct tx_warning_limit alert_limit;
	uint32_t line; /* of the frame on which it begins, from 1 */

	enum tx_copy_kind kind;
	struct tx_pieces blocks; /* of a known kind in the copy */

	telex_slice text; /* titles and copy; set by tx_story_finish() */
	struct tx_pieces pieces;
	size_t copy_start, copy_end;    /* of TX_COPY_WHOLE: inside its envelope */
	telex_slice spare;              /* the copy where there is no other; HTML or text */
	telex_slice input;              /* JSON that came beside the text and is carried along */
	bool failed;                    /* memory is short */
	bool on_page;                   /* what is outside the copy is of the page that it was on */
	bool passive;                   /* no dispatch: a picture, a package, a calendar */
	const struct tx_record *record; /* read back: it needs no text; or NULL */
	bool bare;                      /* nothing around it states anything */
	bool wrapped;                   /* its format wraps lines: none is a paragraph */
	size_t second;                  /* where perhaps another dispatch begins; 0 = nowhere */
	struct tx_source source;        /* filled when it is handed out */
	struct tx_story *next;
};

/** The stories of one frame, in order. */
struct tx_stories {
	struct tx_story *first, *last;
	size_t count;
};

/** A new story from the arena; NULL when memory is short. */
struct tx_story *tx_story_new(struct tx_arena *arena, const char *format);

/** A new story that states what `base` states. */
struct tx_story *tx_story_copy(const struct tx_story *base);

/** State a single value or add to a list.  `value` is folded (white space runs become one blank)
 * and copied; an empty one states nothing. */
void tx_story_state(struct tx_story *story, enum tx_field field, unsigned rank, telex_slice value);

/** State a single value that may be stated in parts ("By A", "By B"): one of the same rank is put
 * after those before it, after "; ", unless it is one of them. */
void tx_story_state_part(struct tx_story *story, enum tx_field field, unsigned rank,
			 telex_slice value);

#define TX_STORY_ENTRIES_MAX 16384

/** Add an entry of a list with its code, name and scheme, each of which may be empty.  NULL: it has
 * neither code nor name, there are TX_STORY_ENTRIES_MAX (the story then warns), or memory is short.
 */
struct tx_entry *tx_story_add(struct tx_story *story, enum tx_field field, telex_slice code,
			      telex_slice name, telex_slice scheme);

/** Add an entry whose name is still to come; without one it is no entry: see tx_entry_is().  NULL as
 * above. */
struct tx_entry *tx_story_promise(struct tx_story *story, enum tx_field field);

/** Whether an entry is of a list, and has a code or a name. */
static inline bool tx_entry_is(const struct tx_entry *entry, enum tx_field field)
{
	return entry->field == field &&
	       (entry->term.code.ptr != NULL || entry->term.name.ptr != NULL);
}

/** A folded copy of `text` that lives as long as the story; `.ptr` NULL: nothing is left. */
telex_slice tx_story_fold(struct tx_story *story, telex_slice text);

/** Forget a fact. */
void tx_story_forget(struct tx_story *story, enum tx_field field);

/** The stated value; `.ptr` is NULL when none is found. */
telex_slice tx_story_fact(const struct tx_story *story, enum tx_field field);

void tx_story_leave_over(struct tx_story *story, telex_slice name, telex_slice value);

/** Add a warning, if it is one to be kept. */
void tx_story_alert(struct tx_story *story, enum tx_warning_code code, uint32_t line,
		    telex_slice message);

/** Likewise, at a byte of the text of a story that is not composed; of another one at its start. */
void tx_story_alert_in_text(struct tx_story *story, enum tx_warning_code code, size_t offset,
			    telex_slice message);

/** Move the warnings of one story to another, after those that it has. */
void tx_story_hand_alerts(struct tx_story *from, struct tx_story *to);

/** Make the story's text of its title facts and `copy`, which is copied; the blocks' offsets count
 * in `copy`.  False when memory is short. */
bool tx_story_finish(struct tx_story *story, telex_slice copy);

/** Make `text` (borrowed, as long as the story) the story's, a whole dispatch as it came; what is
 * outside [start, end) is its envelope.  False when memory has been short before. */
bool tx_story_finish_whole(struct tx_story *story, telex_slice text, size_t start, size_t end);

void tx_stories_append(struct tx_stories *stories, struct tx_story *story);

#endif
