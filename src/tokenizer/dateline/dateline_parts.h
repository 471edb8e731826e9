/* What the files that recognise datelines share; nobody else needs it. */
#ifndef TX_TOKENIZER_DATELINE_PARTS_H
#define TX_TOKENIZER_DATELINE_PARTS_H

#include "tokenizer/dateline/dateline.h"

/** Parts without anything in them. */
static inline void tx_dateline_clear(struct tx_dateline_parts *parts)
{
	parts->text = (telex_slice){NULL, 0};
	parts->place_count = 0;
	parts->date = (struct tx_date){0};
	parts->mark_count = 0;
	parts->date_wrong = false;
	parts->loose = false;
	parts->profile = NULL;
}

/** Blanks, commas and dashes off the end, blanks off the start. */
telex_slice tx_dateline_trim(telex_slice s);

/** The next word of `*rest`, which then follows it; empty at the end. */
telex_slice tx_dateline_word(telex_slice *rest);

/** Read all of `head` as places with their qualifiers; `lower_allowed`: words need no capitals. */
bool tx_dateline_places(telex_slice head, bool lower_allowed, struct tx_dateline_parts *parts);

/** Read all of `head` as places and a date; `*ret_dated` tells whether there is one. */
bool tx_dateline_head(telex_slice head, bool lower_allowed, struct tx_dateline_parts *parts,
		      bool *ret_dated);

/** Add a mark; false when there is no room, or `profile` is NULL: nobody's mark. */
bool tx_dateline_add_mark(struct tx_dateline_parts *parts, telex_slice mark,
			  const struct tx_profile *profile);

/** Read what is in a mark's brackets: one mark or several.  False when none is known. */
bool tx_dateline_marks(telex_slice content, struct tx_dateline_parts *parts);

/** Whether the content of brackets could be the mark of an agency that no profile has. */
bool tx_dateline_strange_mark(telex_slice content);

/** Whether the content of brackets is one word in small letters, as some agencies write themselves.
 */
bool tx_dateline_small_mark(telex_slice content);

/** Whether the content of brackets is the address of a page: "Curtain.com". */
bool tx_dateline_web_mark(telex_slice content);

/** Whether a place is written in capitals, at least three of them. */
bool tx_dateline_capitals(telex_slice place);

/** Length of the dash (with the blanks before it) at the start of `rest`; 0 without one. */
size_t tx_dateline_dash(telex_slice rest);

/** Take the dash after byte `end` of `text` into the dateline; false when neither a dash nor a
 * blank is there. */
bool tx_dateline_finish(telex_slice text, size_t end, struct tx_dateline_parts *parts);

/** A dateline without mark in brackets or slashes at the start of `text`, its dash before byte
 * `limit`. */
bool tx_dateline_unmarked(telex_slice text, size_t limit, struct tx_dateline_parts *ret_parts);

#endif
