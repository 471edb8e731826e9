/* Senders put corrections, kills and embargoes into whatever note their format has: "Corrects the
 * name", "KILL: wrong person".  The words are those of notes in a text, and, since nothing else can
 * be in a note's place, shorter openings. */
#include "normalizer/stated_notes.h"

#include "core/ascii.h"
#include "core/scan.h"
#include "tokenizer/lines/embargo_note.h"
#include "tokenizer/lines/labels.h"
#include "tokenizer/lines/notes.h"

#define ANYWHERE (TX_NOTE_IN_HEAD | TX_NOTE_IN_BODY | TX_NOTE_IN_FOOT)

/* Without case, at the start of the note. */
static const struct {
	const char *opening;
	enum tx_note_kind kind;
} openings[] = {
	{"CORRECT", TX_NOTE_CORRECTION}, {"RECTIFI", TX_NOTE_CORRECTION},
	{"CORRIGE", TX_NOTE_CORRECTION}, {"CORRIGIR", TX_NOTE_CORRECTION},
	{"KORRIG", TX_NOTE_CORRECTION},  {"BERICHTIG", TX_NOTE_CORRECTION},
	{"ANNUL", TX_NOTE_KILL},         {"ANUL", TX_NOTE_KILL},
};

/* A word of its own: not "Killed in action". */
static bool says_kill(telex_slice note)
{
	telex_slice rest = tx_slice_skip(note, 4);

	return tx_slice_starts_nocase(note, TX_LIT("KILL")) &&
	       (rest.len == 0 || !tx_is_alpha(rest.ptr[0]));
}

static enum tx_note_kind kind_of_field(enum tx_field field)
{
	static const enum tx_note_kind kinds[TX_FIELD__COUNT] = {
#define NOTE(kind, name) [TX_FIELD_NOTE_##kind] = TX_NOTE_##kind,
#define TEXT_NOTE(kind, name)
#include "core/note_kinds.def"
	};

	return kinds[field];
}

/* What the words say; TX_NOTE_NONE: nothing of these. */
static enum tx_note_kind kind_of_words(telex_slice note)
{
	enum tx_note_kind kind = tx_note_of(note, ANYWHERE);
	struct tx_label_match label;

	if (tx_embargo_named(note))
		return TX_NOTE_EMBARGO;
	if (says_kill(note))
		return TX_NOTE_KILL;
	if (tx_label_whole(note, NULL, &label))
		return label.label->note;
	for (size_t i = 0; i < TX_COUNT(openings); i++) {
		if (tx_slice_starts_nocase(note, tx_slice_of(openings[i].opening)))
			return openings[i].kind;
	}
	return kind == TX_NOTE_KILL || kind == TX_NOTE_CORRECTION ? kind : TX_NOTE_NONE;
}

enum tx_note_kind tx_stated_note(const struct tx_entry *entry)
{
	enum tx_note_kind kind = kind_of_field(entry->field), said = TX_NOTE_NONE;

	if (kind == TX_NOTE_ADVISORY || kind == TX_NOTE_UPDATE)
		said = kind_of_words(tx_trim(entry->term.name));
	return said != TX_NOTE_NONE ? said : kind;
}
