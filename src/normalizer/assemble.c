/* Tokens become fields.  A table has one function for each kind of token; lists are counted first,
 * so that each is one allocation. */
#include "normalizer/places/no_place.h"
#include "normalizer/assemble.h"

#include "agency/match.h"
#include "core/ascii.h"
#include "normalizer/people/people.h"
#include "normalizer/prose.h"
#include "normalizer/token_parts.h"
#include "tokenizer/lines/byline.h"
#include "tokenizer/foot/copyright.h"
#include "tokenizer/lines/creditline.h"
#include "tokenizer/lines/endmark.h"
#include "tokenizer/lines/labels.h"
#include "tokenizer/lines/signoff.h"

#define LABELS_A_LINE 5 /* with one after it, and one that stays */
#define LABELS_MAX    3 /* before a headline */

struct assembly {
	struct tx_record *record;
	telex_slice text;
	const struct tx_tokens *tokens;
	struct tx_arena *arena;
	struct tx_findings *findings;
	telex_slice role_line;
	bool below_dateline; /* or there is none */
	bool open_hyphen;
	bool controls;
	bool failed;
};

static telex_slice token_text(const struct assembly *a, const struct tx_token *token)
{
	return tx_trim(
		tx_slice(a->text.ptr + tx_token_start(token), token->end - tx_token_start(token)));
}

static struct tx_span span_of(const struct assembly *a, telex_slice raw)
{
	uint64_t start = a->record->source.text_offset + (uint64_t)(raw.ptr - a->text.ptr);

	return (struct tx_span){start, start + raw.len};
}

static struct tx_text fold(struct assembly *a, telex_slice raw)
{
	struct tx_prose prose = tx_prose_fold(raw, a->open_hyphen, a->arena);

	a->failed |= prose.failed;
	a->controls |= prose.had_controls;
	return (struct tx_text){prose.text, span_of(a, raw)};
}

static void add_unparsed(struct assembly *a, telex_slice raw)
{
	a->record->unparsed[a->record->unparsed_count++] = fold(a, raw);
}

static void set_once(struct assembly *a, struct tx_text *field, telex_slice raw)
{
	if (field->text.ptr == NULL)
		*field = fold(a, raw);
	else
		add_unparsed(a, raw);
}

/* "Economía/Vivienda.-": the section before a headline is slug and category. */
static telex_slice cut_section(struct assembly *a, telex_slice raw)
{
	if (!tx_slice_ends(raw, TX_LIT(".-")))
		return raw;
	telex_slice section = tx_slice_take(raw, raw.len - 2);
	a->record->category_name = fold(a, tx_cut(section, '/').head).text;
	return section;
}

static void take_slug(struct assembly *a, const struct tx_token *token)
{
	set_once(a, &a->record->slug, cut_section(a, token_text(a, token)));
}

/* What a label says of the whole dispatch. */
static void read_label(struct assembly *a, const struct tx_label_match *match)
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

static void add_label(struct assembly *a, const struct tx_label_match *match)
{
	struct tx_record *record = a->record;

	record->notes[record->note_count++] =
		(struct tx_note){match->label->note, fold(a, strip_punctuation(match->text))};
	read_label(a, match);
}

/* The labels of a headline that an envelope names; those of a text are tokens of their own. */
static telex_slice cut_labels(struct assembly *a, telex_slice raw)
{
	struct tx_label_match match;

	for (size_t i = 0; i < LABELS_MAX; i++) {
		if (!tx_label_at_start(raw, a->tokens->profile, &match) ||
		    tx_label_is_wording(&match, raw))
			break;
		add_label(a, &match);
		raw = tx_slice_skip(raw, match.len);
	}
	if (tx_label_at_end(raw, a->tokens->profile, &match)) {
		add_label(a, &match);
		raw = tx_trim(tx_slice_take(raw, raw.len - match.len));
	}
	return raw;
}

/* "++ … ++" is the frame of an urgent headline. */
static telex_slice cut_plus(telex_slice raw)
{
	if (!tx_slice_opens(raw, "++"))
		return raw;
	while (raw.len > 0 && strchr("+ ", raw.ptr[0]) != NULL)
		raw = tx_slice_skip(raw, 1);
	while (raw.len > 0 && strchr("+ ", raw.ptr[raw.len - 1]) != NULL)
		raw.len--;
	return raw;
}

static void take_headline(struct assembly *a, const struct tx_token *token)
{
	struct tx_label_match match;
	telex_slice raw = cut_labels(a, cut_plus(token_text(a, token)));

	/* A correction that the headline's own wording tells stays in it, and is a note. */
	if (tx_label_at_start(raw, a->tokens->profile, &match))
		add_label(a, &match);
	set_once(a, &a->record->headline, raw);
}

/* A wire's sign for the end of a line is no part of it. */
static telex_slice cut_line_end(telex_slice raw)
{
	return tx_slice_ends(raw, TX_LIT(" =")) ? tx_trim(tx_slice_take(raw, raw.len - 2)) : raw;
}

static void take_subheadline(struct assembly *a, const struct tx_token *token)
{
	set_once(a, &a->record->subheadline, cut_line_end(token_text(a, token)));
}

static void take_byline(struct assembly *a, const struct tx_token *token)
{
	telex_slice raw = cut_line_end(token_text(a, token));

	/* A stop before a dateline on the same line, not an initial's or of "Jr.". */
	if (raw.len > 5 && raw.ptr[raw.len - 1] == '.' && tx_is_alpha(raw.ptr[raw.len - 4]) &&
	    tx_is_alpha(raw.ptr[raw.len - 5]))
		raw.len--;
	set_once(a, &a->record->byline, raw);
}

static void take_role(struct assembly *a, const struct tx_token *token)
{
	a->role_line = fold(a, token_text(a, token)).text;
}

static void fill_places(struct assembly *a, const struct tx_dateline_parts *parts)
{
	struct tx_dateline *dateline = &a->record->dateline;

	dateline->places =
		tx_arena_calloc(a->arena, parts->place_count + 1, sizeof(*dateline->places));
	if (dateline->places == NULL) {
		a->failed = true;
		return;
	}
	for (size_t i = 0; i < parts->place_count; i++) {
		struct tx_place *place = &dateline->places[dateline->place_count];
		if (tx_is_no_place(parts->places[i]))
			continue;
		place->name = fold(a, parts->places[i]).text;
		if (parts->qualifiers[i].ptr != NULL)
			place->qualifier = fold(a, parts->qualifiers[i]).text;
		dateline->place_count++;
	}
}

static void take_dateline(struct assembly *a, const struct tx_token *token)
{
	const struct tx_dateline_parts *parts = &a->tokens->dateline;
	struct tx_dateline *dateline = &a->record->dateline;

	a->below_dateline = true;
	dateline->present = true;
	dateline->text = fold(a, token_text(a, token));
	fill_places(a, parts);
	dateline->agencies =
		tx_arena_calloc(a->arena, parts->mark_count + 1, sizeof(*dateline->agencies));
	if (dateline->agencies == NULL) {
		a->failed = true;
		return;
	}
	for (size_t i = 0; i < parts->mark_count; i++)
		dateline->agencies[dateline->agency_count++] = fold(a, parts->marks[i]).text;
	if (parts->date_wrong)
		tx_record_warn(a->record, TX_WARN_DATE_INVALID, tx_token_start(token),
			       dateline->text.text);
	else
		dateline->date = parts->date;
}

static void take_paragraph(struct assembly *a, const struct tx_token *token)
{
	struct tx_record *record = a->record;
	telex_slice raw = token_text(a, token);

	if (!a->below_dateline) {
		add_unparsed(a, raw);
		return;
	}
	struct tx_prose prose = tx_prose_fold(raw, a->open_hyphen, a->arena);
	a->failed |= prose.failed;
	a->controls |= prose.had_controls;
	if (prose.text.len == 0)
		return;
	record->body[record->body_count++] = (struct tx_text){prose.text, span_of(a, raw)};
	record->word_count += prose.words;
}

static void take_crosshead(struct assembly *a, const struct tx_token *token)
{
	struct tx_record *record = a->record;

	record->crossheads[record->crosshead_count++] =
		(struct tx_placed){record->body_count, fold(a, token_text(a, token))};
}

static void take_table(struct assembly *a, const struct tx_token *token)
{
	struct tx_record *record = a->record;
	telex_slice raw =
		tx_slice(a->text.ptr + tx_token_start(token), token->end - tx_token_start(token));
	struct tx_prose prose = tx_prose_table(raw, a->arena);
	struct tx_text table = {prose.text, span_of(a, raw)};

	a->failed |= prose.failed;
	a->controls |= prose.had_controls;
	record->tables[record->table_count++] = (struct tx_placed){record->body_count, table};
}

/* "Publicado: …" and "Actualizado: …" may be one line or two. */
static void read_page_date(struct assembly *a, telex_slice raw)
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
static void read_note(struct assembly *a, telex_slice raw, enum tx_note_kind kind)
{
	struct tx_record *record = a->record;
	struct tx_label_match match;

	if (kind == TX_NOTE_KILL)
		record->status = TX_LIT("canceled");
	if (kind == TX_NOTE_EMBARGO && tx_lower(raw.ptr[0]) == 'h')
		record->status = TX_LIT("withheld");
	if (kind == TX_NOTE_REFERENCE && record->sequence.ptr == NULL)
		record->sequence = tx_reference_of(raw);
	if (kind != TX_NOTE_UPDATE && kind != TX_NOTE_ADVISORY && kind != TX_NOTE_CORRECTION)
		return;
	read_page_date(a, raw);
	if (raw.len <= 48 && tx_label_read(raw, a->tokens->profile, &match))
		read_label(a, &match);
}

/* "(c)2018 The San Diego Union-Tribune" among the lines of a note. */
static void read_copyright(struct assembly *a, telex_slice raw)
{
	for (telex_slice rest = raw; rest.len > 0 && a->record->copyright.ptr == NULL;) {
		telex_slice line = tx_trim(rest);
		if (tx_slice_opens(line, "- "))
			line = tx_slice_skip(line, 2);
		if (tx_copyright_opens(line))
			a->record->copyright =
				fold(a, tx_slice_take(line, tx_notice_len(line))).text;
		rest = tx_slice_skip(rest, tx_first_line(rest).len + 1);
	}
}

static void take_note(struct assembly *a, const struct tx_token *token)
{
	struct tx_record *record = a->record;
	telex_slice raw = token_text(a, token);
	struct tx_label_match match;
	enum tx_note_kind kind = (enum tx_note_kind)token->note;

	if (raw.len == 0)
		return;
	if (raw.len <= 48 && tx_label_read(raw, a->tokens->profile, &match))
		raw = strip_punctuation(raw);
	read_note(a, raw, kind);
	if (kind == TX_NOTE_CREDIT || kind == TX_NOTE_CONTACT || kind == TX_NOTE_ADVISORY)
		read_copyright(a, raw);
	record->notes[record->note_count++] = (struct tx_note){kind, fold(a, raw)};
}

static void take_end_mark(struct assembly *a, const struct tx_token *token)
{
	const struct tx_end_mark *mark = &a->tokens->closing.end_mark;

	(void)token;
	if (a->record->end_mark.text.ptr != NULL)
		return;
	a->record->end_mark = fold(a, mark->mark);
	if (mark->desk.ptr != NULL)
		a->record->service = fold(a, mark->desk).text;
}

static void take_credit(struct assembly *a, const struct tx_token *token)
{
	set_once(a, &a->record->credit, token_text(a, token));
}

static void take_unparsed(struct assembly *a, const struct tx_token *token)
{
	add_unparsed(a, token_text(a, token));
}

static void take_more(struct assembly *a, const struct tx_token *token)
{
	(void)token;
	a->record->more = true;
}

static void take_signoff(struct assembly *a, const struct tx_token *token)
{
	struct tx_record *record = a->record;
	const struct tx_signoff *signoff = &a->tokens->closing.signoff;

	if (record->signoff_count > 0) {
		add_unparsed(a, tx_cut_house(token_text(a, token)));
		return;
	}
	record->signoff = tx_arena_calloc(a->arena, signoff->count, sizeof(*record->signoff));
	if (record->signoff == NULL) {
		a->failed = true;
		return;
	}
	memcpy(record->signoff, signoff->initials, signoff->count * sizeof(*record->signoff));
	record->signoff_count = signoff->count;
	record->signoff_span = span_of(a, signoff->text);
}

static void take_stamp(struct assembly *a, const struct tx_token *token)
{
	(void)token;
	if (!a->tokens->closing.has_stamp)
		return;
	a->findings->has_stamp = true;
	a->findings->stamp = a->tokens->closing.stamp;
}

/* The trailer of an envelope: its stamp, ahead of its last control character. */
static void take_frame(struct assembly *a, const struct tx_token *token)
{
	struct tx_stamp stamp;
	telex_slice rest = token_text(a, token);

	if (tx_token_start(token) == 0)
		return;
	/* An envelope knows better than the text when it was sent. */
	while (rest.len > 0 && !a->findings->in_envelope) {
		struct tx_cut line = tx_cut(rest, '\n');
		if (tx_stamp_parse(line.head, &stamp)) {
			a->findings->has_stamp = a->findings->in_envelope = true;
			a->findings->stamp = stamp;
		}
		rest = line.tail;
	}
}

static void (*const takers[TX_TOK__COUNT])(struct assembly *, const struct tx_token *) = {
	[TX_TOK_FRAME] = take_frame,         [TX_TOK_SLUG] = take_slug,
	[TX_TOK_HEADLINE] = take_headline,   [TX_TOK_SUBHEADLINE] = take_subheadline,
	[TX_TOK_BYLINE] = take_byline,       [TX_TOK_ROLE] = take_role,
	[TX_TOK_DATELINE] = take_dateline,   [TX_TOK_PARAGRAPH] = take_paragraph,
	[TX_TOK_CROSSHEAD] = take_crosshead, [TX_TOK_TABLE] = take_table,
	[TX_TOK_NOTE] = take_note,           [TX_TOK_END_MARK] = take_end_mark,
	[TX_TOK_MORE] = take_more,           [TX_TOK_SIGNOFF] = take_signoff,
	[TX_TOK_STAMP] = take_stamp,         [TX_TOK_CREDIT] = take_credit,
	[TX_TOK_UNPARSED] = take_unparsed,
};

static bool reserve(struct assembly *a)
{
	struct tx_record *record = a->record;
	size_t counts[TX_TOK__COUNT] = {0}, titles, above = 0;

	for (size_t i = 0; i < a->tokens->count; i++) {
		if (a->tokens->items[i].kind == TX_TOK_DATELINE)
			above = counts[TX_TOK_PARAGRAPH];
		counts[a->tokens->items[i].kind]++;
	}
	titles = counts[TX_TOK_SLUG] + counts[TX_TOK_HEADLINE] + counts[TX_TOK_SUBHEADLINE] +
		 counts[TX_TOK_BYLINE];
	titles += counts[TX_TOK_SIGNOFF] + counts[TX_TOK_CREDIT] + counts[TX_TOK_UNPARSED] + above;
	record->body =
		tx_arena_calloc(a->arena, counts[TX_TOK_PARAGRAPH] + 1, sizeof(*record->body));
	record->crossheads = tx_arena_calloc(a->arena, counts[TX_TOK_CROSSHEAD] + 1,
					     sizeof(*record->crossheads));
	record->tables =
		tx_arena_calloc(a->arena, counts[TX_TOK_TABLE] + 1, sizeof(*record->tables));
	record->notes = tx_arena_calloc(
		a->arena, counts[TX_TOK_NOTE] + LABELS_A_LINE * counts[TX_TOK_HEADLINE] + 1,
		sizeof(*record->notes));
	record->unparsed = tx_arena_calloc(a->arena, titles + 1, sizeof(*record->unparsed));
	return record->body != NULL && record->crossheads != NULL && record->tables != NULL &&
	       record->notes != NULL && record->unparsed != NULL;
}

static void fill_slug(struct tx_record *record)
{
	if (record->slug.text.ptr != NULL || record->signoff_count == 0)
		return;
	telex_slice first = record->signoff[0], last = record->signoff[record->signoff_count - 1];
	record->slug.text = tx_slice(first.ptr, (size_t)(last.ptr + last.len - first.ptr));
	record->slug.span = record->signoff_span;
}

static bool split_authors(struct assembly *a)
{
	struct tx_record *record = a->record;

	struct tx_credit_line credit;

	if (record->byline.text.ptr == NULL)
		return true;
	if (!tx_byline_is(record->byline.text) &&
	    tx_credit_read(record->byline.text, NULL, &credit) && !credit.person)
		return true;
	return tx_people_split(record->byline.text, a->role_line, tx_is_agency, a->arena,
			       &record->authors, &record->author_count);
}

bool tx_assemble(struct tx_record *record, telex_slice text, const struct tx_tokens *tokens,
		 struct tx_arena *arena, struct tx_findings *ret_findings)
{
	struct assembly a = {.record = record,
			     .text = text,
			     .tokens = tokens,
			     .arena = arena,
			     .findings = ret_findings,
			     .below_dateline = !tokens->has_dateline || tokens->copy_only};

	a.open_hyphen =
		tokens->profile != NULL && (tokens->profile->flags & TX_STYLE_OPEN_HYPHEN) != 0;
	*ret_findings = (struct tx_findings){0};
	if (!reserve(&a))
		return false;
	for (size_t i = 0; i < tokens->count && !a.failed; i++) {
		const struct tx_token *token = &tokens->items[i];
		if (takers[token->kind] != NULL)
			takers[token->kind](&a, token);
	}
	if (a.failed)
		return false;
	fill_slug(record);
	if (a.controls)
		tx_record_warn(record, TX_WARN_CONTROL_CHARACTERS, 0,
			       TX_LIT("control characters were left out of the text"));
	return split_authors(&a);
}
