/* Tokens become fields.  A table has one function for each kind of token; lists are counted first,
 * so that each is one allocation. */
#include "normalizer/assemble.h"

#include "agency/match.h"
#include "core/ascii.h"
#include "normalizer/assembly.h"
#include "normalizer/people/people.h"
#include "normalizer/places/no_place.h"
#include "normalizer/prose.h"
#include "normalizer/token_parts.h"
#include "tokenizer/lines/byline.h"
#include "tokenizer/foot/copyright.h"
#include "tokenizer/lines/creditline.h"
#include "tokenizer/lines/endmark.h"
#include "tokenizer/lines/labels.h"
#include "tokenizer/lines/signoff.h"

#define LABELS_A_LINE 5 /* with one after it, and one that stays */

struct tx_span tx_span_of(const struct tx_assembly *a, telex_slice raw)
{
	uint64_t start = a->record->source.text_offset + (uint64_t)(raw.ptr - a->text.ptr);

	return (struct tx_span){start, start + raw.len};
}

struct tx_text tx_text_fold(struct tx_assembly *a, telex_slice raw)
{
	struct tx_prose prose = tx_prose_fold(raw, a->open_hyphen, a->arena);

	a->failed |= prose.failed;
	a->controls |= prose.had_controls;
	return (struct tx_text){prose.text, tx_span_of(a, raw)};
}

static void add_unparsed(struct tx_assembly *a, telex_slice raw)
{
	a->record->unparsed[a->record->unparsed_count++] = tx_text_fold(a, raw);
}

static void set_once(struct tx_assembly *a, struct tx_text *field, telex_slice raw)
{
	if (field->text.ptr == NULL)
		*field = tx_text_fold(a, raw);
	else
		add_unparsed(a, raw);
}

/* "Economía/Vivienda.-": the section before a headline is slug and category. */
static telex_slice cut_section(struct tx_assembly *a, telex_slice raw)
{
	if (!tx_slice_ends(raw, TX_LIT(".-")))
		return raw;
	telex_slice section = tx_slice_take(raw, raw.len - 2);
	a->record->category_name = tx_text_fold(a, tx_cut(section, '/').head).text;
	return section;
}

static void take_slug(struct tx_assembly *a, const struct tx_token *token)
{
	set_once(a, &a->record->slug, cut_section(a, tx_token_text(a, token)));
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

/* A correction that the headline's own wording tells stays in it, and is a note. */
static void take_headline(struct tx_assembly *a, const struct tx_token *token)
{
	const struct tx_label_match *wording = tx_note_label(a, token);
	telex_slice raw = cut_plus(tx_token_text(a, token));
	struct tx_label_match match;

	if (!a->tokens->headline_read) {
		raw = tx_note_cut_labels(a, raw);
		wording = tx_label_at_start(raw, a->tokens->profile, &match) ? &match : NULL;
	}
	if (wording != NULL)
		tx_note_add_label(a, wording);
	set_once(a, &a->record->headline, raw);
}

/* A wire's sign for the end of a line is no part of it. */
static telex_slice cut_line_end(telex_slice raw)
{
	return tx_slice_ends(raw, TX_LIT(" =")) ? tx_trim(tx_slice_take(raw, raw.len - 2)) : raw;
}

static void take_subheadline(struct tx_assembly *a, const struct tx_token *token)
{
	set_once(a, &a->record->subheadline, cut_line_end(tx_token_text(a, token)));
}

static void take_byline(struct tx_assembly *a, const struct tx_token *token)
{
	telex_slice raw = cut_line_end(tx_token_text(a, token));

	/* A stop before a dateline on the same line, not an initial's or of "Jr.". */
	if (raw.len > 5 && raw.ptr[raw.len - 1] == '.' && tx_is_alpha(raw.ptr[raw.len - 4]) &&
	    tx_is_alpha(raw.ptr[raw.len - 5]))
		raw.len--;
	set_once(a, &a->record->byline, raw);
}

static void take_role(struct tx_assembly *a, const struct tx_token *token)
{
	a->role_line = tx_text_fold(a, tx_token_text(a, token)).text;
}

static void fill_places(struct tx_assembly *a, const struct tx_dateline_parts *parts)
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
		place->name = tx_text_fold(a, parts->places[i]).text;
		if (parts->qualifiers[i].ptr != NULL)
			place->qualifier = tx_text_fold(a, parts->qualifiers[i]).text;
		dateline->place_count++;
	}
}

static void take_dateline(struct tx_assembly *a, const struct tx_token *token)
{
	const struct tx_dateline_parts *parts = &a->tokens->dateline;
	struct tx_dateline *dateline = &a->record->dateline;

	a->below_dateline = true;
	dateline->present = true;
	dateline->text = tx_text_fold(a, tx_token_text(a, token));
	fill_places(a, parts);
	dateline->agencies =
		tx_arena_calloc(a->arena, parts->mark_count + 1, sizeof(*dateline->agencies));
	if (dateline->agencies == NULL) {
		a->failed = true;
		return;
	}
	for (size_t i = 0; i < parts->mark_count; i++)
		dateline->agencies[dateline->agency_count++] =
			tx_text_fold(a, parts->marks[i]).text;
	if (parts->date_wrong)
		tx_record_warn(a->record, TX_WARN_DATE_INVALID, tx_token_start(token),
			       dateline->text.text);
	else
		dateline->date = parts->date;
}

static void take_paragraph(struct tx_assembly *a, const struct tx_token *token)
{
	struct tx_record *record = a->record;
	telex_slice raw = tx_token_text(a, token);

	if (!a->below_dateline) {
		add_unparsed(a, raw);
		return;
	}
	struct tx_prose prose = tx_prose_fold(raw, a->open_hyphen, a->arena);
	a->failed |= prose.failed;
	a->controls |= prose.had_controls;
	if (prose.text.len == 0)
		return;
	record->body[record->body_count++] = (struct tx_text){prose.text, tx_span_of(a, raw)};
	record->word_count += prose.words;
}

static void take_crosshead(struct tx_assembly *a, const struct tx_token *token)
{
	struct tx_record *record = a->record;

	record->crossheads[record->crosshead_count++] =
		(struct tx_placed){record->body_count, tx_text_fold(a, tx_token_text(a, token))};
}

static void take_table(struct tx_assembly *a, const struct tx_token *token)
{
	struct tx_record *record = a->record;
	telex_slice raw =
		tx_slice(a->text.ptr + tx_token_start(token), token->end - tx_token_start(token));
	struct tx_prose prose = tx_prose_table(raw, a->arena);
	struct tx_text table = {prose.text, tx_span_of(a, raw)};

	a->failed |= prose.failed;
	a->controls |= prose.had_controls;
	record->tables[record->table_count++] = (struct tx_placed){record->body_count, table};
}

static void take_end_mark(struct tx_assembly *a, const struct tx_token *token)
{
	const struct tx_end_mark *mark = &a->tokens->closing.end_mark;

	(void)token;
	if (a->record->end_mark.text.ptr != NULL)
		return;
	a->record->end_mark = tx_text_fold(a, mark->mark);
	if (mark->desk.ptr != NULL)
		a->record->service = tx_text_fold(a, mark->desk).text;
}

static void take_credit(struct tx_assembly *a, const struct tx_token *token)
{
	set_once(a, &a->record->credit, tx_token_text(a, token));
}

static void take_unparsed(struct tx_assembly *a, const struct tx_token *token)
{
	add_unparsed(a, tx_token_text(a, token));
}

static void take_more(struct tx_assembly *a, const struct tx_token *token)
{
	(void)token;
	a->record->more = true;
}

static void take_signoff(struct tx_assembly *a, const struct tx_token *token)
{
	struct tx_record *record = a->record;
	const struct tx_signoff *signoff = &a->tokens->closing.signoff;

	if (record->signoff_count > 0) {
		add_unparsed(a, tx_cut_house(tx_token_text(a, token)));
		return;
	}
	record->signoff = tx_arena_calloc(a->arena, signoff->count, sizeof(*record->signoff));
	if (record->signoff == NULL) {
		a->failed = true;
		return;
	}
	memcpy(record->signoff, signoff->initials, signoff->count * sizeof(*record->signoff));
	record->signoff_count = signoff->count;
	record->signoff_span = tx_span_of(a, signoff->text);
}

static void take_stamp(struct tx_assembly *a, const struct tx_token *token)
{
	(void)token;
	if (!a->tokens->closing.has_stamp)
		return;
	a->findings->has_stamp = true;
	a->findings->stamp = a->tokens->closing.stamp;
}

/* The trailer of an envelope: its stamp, ahead of its last control character. */
static void take_frame(struct tx_assembly *a, const struct tx_token *token)
{
	struct tx_stamp stamp;
	telex_slice rest = tx_token_text(a, token);

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

static void (*const takers[TX_TOK__COUNT])(struct tx_assembly *, const struct tx_token *) = {
	[TX_TOK_FRAME] = take_frame,         [TX_TOK_SLUG] = take_slug,
	[TX_TOK_HEADLINE] = take_headline,   [TX_TOK_SUBHEADLINE] = take_subheadline,
	[TX_TOK_BYLINE] = take_byline,       [TX_TOK_ROLE] = take_role,
	[TX_TOK_DATELINE] = take_dateline,   [TX_TOK_PARAGRAPH] = take_paragraph,
	[TX_TOK_CROSSHEAD] = take_crosshead, [TX_TOK_TABLE] = take_table,
	[TX_TOK_NOTE] = tx_note_take,        [TX_TOK_END_MARK] = take_end_mark,
	[TX_TOK_MORE] = take_more,           [TX_TOK_SIGNOFF] = take_signoff,
	[TX_TOK_STAMP] = take_stamp,         [TX_TOK_CREDIT] = take_credit,
	[TX_TOK_UNPARSED] = take_unparsed,
};

static bool reserve(struct tx_assembly *a)
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

static bool split_authors(struct tx_assembly *a)
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
	struct tx_assembly a = {.record = record,
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
