/* Notes and labels, and what they say of the whole dispatch: its status, urgency, version, times,
 * copyright. */
#include "core/ascii.h"
#include "normalizer/assembly.h"
#include "normalizer/token_parts.h"
#include "tokenizer/foot/copyright.h"
#include "tokenizer/lines/lines.h"

#define LABELS_MAX 3  /* before a headline */
#define LABEL_MAX  48 /* bytes of a note that is nothing but a label */

/* What a label says of the whole dispatch. */
static void read_label(struct tx_assembly *a, const struct tx_label_match *match)
{
	struct tx_record *record = a->record;

	if (match->label->urgency != 0 &&
	    (record->urgency == 0 || match->label->urgency < record->urgency))
		record->urgency = match->label->urgency;
	if (match->number.ptr != NULL)
		record->version = match->number;
}

static telex_slice strip_punctuation(telex_slice s)
{
	while (s.len > 1 && strchr(":.,-/ ", s.ptr[s.len - 1]) != NULL)
		s.len--;
	return s;
}

void tx_note_add_label(struct tx_assembly *a, const struct tx_label_match *match)
{
	struct tx_record *record = a->record;

	record->notes[record->note_count++] = (struct tx_note){
		match->label->note, tx_text_fold(a, strip_punctuation(match->text))};
	read_label(a, match);
}

/* The labels of a headline that an envelope names; those of a text are tokens of their own. */
telex_slice tx_note_cut_labels(struct tx_assembly *a, telex_slice raw)
{
	struct tx_label_match match;

	for (size_t i = 0; i < LABELS_MAX; i++) {
		if (!tx_label_at_start(raw, a->tokens->profile, &match) ||
		    tx_label_is_wording(&match, raw))
			break;
		tx_note_add_label(a, &match);
		raw = tx_slice_skip(raw, match.len);
	}
	if (tx_label_at_end(raw, a->tokens->profile, &match)) {
		tx_note_add_label(a, &match);
		raw = tx_trim(tx_slice_take(raw, raw.len - match.len));
	}
	return raw;
}

/* The label that the tokenizer has found in a token, or NULL. */
const struct tx_label_match *tx_note_label(const struct tx_assembly *a,
					   const struct tx_token *token)
{
	for (size_t i = 0; i < a->tokens->label_count; i++) {
		if (a->tokens->labels[i].end == token->end)
			return &a->tokens->labels[i].match;
	}
	return NULL;
}

/* "Publicado: …" and "Actualizado: …" may be one line or two. */
static void read_page_date(struct tx_assembly *a, telex_slice raw)
{
	struct tx_web_date date, *page = &a->findings->page;
	telex_slice before, after;

	if (!tx_web_date_find(raw, &date, &before, &after))
		return;
	if (page->issued.date.day == 0)
		page->issued = date.issued;
	if (page->updated.date.day == 0)
		page->updated = date.updated;
}

/* What a note says of the whole dispatch. */
static void read_note(struct tx_assembly *a, telex_slice raw, enum tx_note_kind kind,
		      const struct tx_label_match *label)
{
	struct tx_record *record = a->record;

	if (kind == TX_NOTE_KILL)
		record->status = TX_LIT("canceled");
	if (kind == TX_NOTE_EMBARGO && tx_lower(raw.ptr[0]) == 'h')
		record->status = TX_LIT("withheld");
	if (kind == TX_NOTE_REFERENCE && record->sequence.ptr == NULL)
		record->sequence = tx_reference_of(raw);
	if (kind != TX_NOTE_UPDATE && kind != TX_NOTE_ADVISORY && kind != TX_NOTE_CORRECTION)
		return;
	read_page_date(a, raw);
	if (label != NULL)
		read_label(a, label);
}

/* "(c)2018 The San Diego Union-Tribune" among the lines of a note. */
static void read_copyright(struct tx_assembly *a, telex_slice raw)
{
	for (telex_slice rest = raw; rest.len > 0 && a->record->copyright.ptr == NULL;) {
		telex_slice line = tx_trim(rest);
		if (tx_slice_opens(line, "- "))
			line = tx_slice_skip(line, 2);
		if (tx_copyright_opens(line))
			a->record->copyright =
				tx_text_fold(a, tx_slice_take(line, tx_notice_len(line))).text;
		rest = tx_slice_skip(rest, tx_first_line(rest).len + 1);
	}
}

void tx_note_take(struct tx_assembly *a, const struct tx_token *token)
{
	struct tx_record *record = a->record;
	telex_slice raw = tx_token_text(a, token);
	struct tx_label_match match;
	const struct tx_label_match *label = tx_note_label(a, token);
	enum tx_note_kind kind = (enum tx_note_kind)token->note;

	if (raw.len == 0)
		return;
	if (label == NULL && raw.len <= LABEL_MAX && tx_label_read(raw, a->tokens->profile, &match))
		label = &match;
	if (label != NULL)
		raw = strip_punctuation(raw);
	read_note(a, raw, kind, label);
	if (kind == TX_NOTE_CREDIT || kind == TX_NOTE_CONTACT || kind == TX_NOTE_ADVISORY)
		read_copyright(a, raw);
	record->notes[record->note_count++] = (struct tx_note){kind, tx_text_fold(a, raw)};
}
