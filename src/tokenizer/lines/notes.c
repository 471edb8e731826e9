/* What opens a note, in the languages of the wires, as a table; and what a bracketed line means. */
#include "tokenizer/lines/notes.h"

#include "core/scan.h"
#include "core/ascii.h"
#include "tokenizer/lines/embargo_note.h"
#include "tokenizer/words/row_index.h"

#define ASKED_MAX    160 /* bytes in which a note says what it asks for */
#define ON_STORY_MAX 80  /* bytes of a bracket in which it says that it corrects the story */

enum {
	HEAD = TX_NOTE_IN_HEAD,
	BODY = TX_NOTE_IN_BODY,
	FOOT = TX_NOTE_IN_FOOT,
	ALL = HEAD | BODY | FOOT
};

struct trigger {
	telex_slice text; /* without case, at the start of the paragraph */
	enum tx_note_kind kind;
	unsigned places;
};

#define ROW(text, kind, places) {TX_SLICE(text), (kind), (places)},

static const struct trigger triggers[] = {
#include "tokenizer/lines/notes.def"
};

bool tx_note_is_reference(telex_slice content)
{
	size_t groups = 0;

	while (content.len >= 6) {
		if (!tx_is_alpha(content.ptr[0]) || !tx_is_alpha(content.ptr[1]))
			return false;
		for (size_t i = 2; i < 6; i++) {
			if (!tx_is_digit(content.ptr[i]))
				return false;
		}
		groups++;
		content = tx_slice_skip(content, 6);
		while (content.len > 0 && strchr("-/, ", content.ptr[0]) != NULL)
			content = tx_slice_skip(content, 1);
	}
	return groups > 0 && content.len == 0;
}

static bool in_brackets(telex_slice s)
{
	return s.len > 2 && s.ptr[0] == '(' && s.ptr[s.len - 1] == ')';
}

/* "(In Jan. 3 story, corrects …)", "(This story was refiled to fix …)": words of the list soon in a
 * bracket that opens on the story itself. */
static enum tx_note_kind on_the_story(telex_slice s)
{
	static const char *const openings[] = {"(In ",   "(This ", "(The story", "(En ",
					       "(Dans ", "(Na ",   NULL};
	static const char *const words[] = {" corrects", " corrected", " refiled",
					    " refiles",  " removes",   " fixes",
					    " corrige",  " corrigida", NULL};
	telex_slice soon = tx_slice_take(s, ON_STORY_MAX);
	bool opens = false;

	for (const char *const *opening = openings; *opening != NULL; opening++)
		opens |= tx_slice_opens(s, *opening);
	for (const char *const *word = words; opens && *word != NULL; word++) {
		if (tx_slice_find(soon, tx_slice_of(*word)) < soon.len)
			return TX_NOTE_CORRECTION;
	}
	return TX_NOTE_NONE;
}

size_t tx_note_bracket(telex_slice s)
{
	size_t depth = 0;

	for (size_t i = 0; i < s.len; i++) {
		depth += s.ptr[i] == '(';
		depth -= s.ptr[i] == ')' && depth > 0;
		if (depth == 0)
			return i + 1;
	}
	return s.len;
}

/* What subscribers are asked to do, soon in the note that is addressed to them. */
static enum tx_note_kind asked_for(telex_slice s, enum tx_note_kind kind)
{
	static const struct {
		const char *word; /* the part of it that all its forms have */
		enum tx_note_kind kind;
	} words[] = {
		{"nulen", TX_NOTE_KILL},         {"nulad", TX_NOTE_KILL},
		{"sin efecto", TX_NOTE_KILL},    {"ustitu", TX_NOTE_CORRECTION},
		{"ubstitu", TX_NOTE_CORRECTION}, {"orrij", TX_NOTE_CORRECTION},
		{"orrig", TX_NOTE_CORRECTION},   {"please kill", TX_NOTE_KILL},
	};
	telex_slice soon = tx_slice_take(s, ASKED_MAX);

	for (size_t i = 0; i < TX_COUNT(words); i++) {
		if (tx_slice_find(soon, tx_slice_of(words[i].word)) < soon.len)
			return words[i].kind;
	}
	return kind;
}

/* Notes to subscribers open with these, in whatever case. */
static bool is_to_subscribers(telex_slice opening)
{
	static const char *const words[] = {"bonad",     "BONAD",      "bonats",
					    "ssinantes", "ubscribers", NULL};

	for (const char *const *word = words; *word != NULL; word++) {
		if (tx_slice_find(opening, tx_slice_of(*word)) < opening.len)
			return true;
	}
	return false;
}

static const struct trigger *find_trigger(telex_slice paragraph, enum tx_note_place place)
{
	struct tx_row_range rows = tx_rows_beginning(&tx_note_rows, paragraph);

	for (unsigned i = rows.first; i < rows.end; i++) {
		const struct trigger *trigger = &triggers[tx_note_rows.order[i]];
		if ((trigger->places & place) != 0 &&
		    tx_slice_starts_nocase(paragraph, trigger->text))
			return trigger;
	}
	return NULL;
}

enum tx_note_kind tx_note_of(telex_slice paragraph, enum tx_note_place place)
{
	if (paragraph.len < 3)
		return TX_NOTE_NONE;
	bool bracketed = in_brackets(paragraph);
	if (bracketed && tx_note_is_reference(tx_slice(paragraph.ptr + 1, paragraph.len - 2)))
		return TX_NOTE_REFERENCE;
	const struct trigger *trigger = find_trigger(paragraph, place);
	if (trigger == NULL && tx_embargo_opens(paragraph))
		return TX_NOTE_EMBARGO;
	if (trigger == NULL)
		return bracketed ? on_the_story(paragraph) : TX_NOTE_NONE;
	if (trigger->kind == TX_NOTE_ADVISORY && tx_embargo_named(paragraph))
		return TX_NOTE_EMBARGO;
	return is_to_subscribers(trigger->text) ? asked_for(paragraph, trigger->kind)
						: trigger->kind;
}
