/* Stories: facts are kept by rank, lists in the order in which they come, and the text is made at
 * the end, titles first. */
#include "reader/story.h"

#include "core/ascii.h"
#include "core/scan.h"
#include "core/utf8.h"

#define TITLES 3 /* lines before the copy */

struct tx_story *tx_story_new(struct tx_arena *arena, const char *format)
{
	struct tx_story *story = tx_arena_calloc(arena, 1, sizeof(*story));

	if (story == NULL)
		return NULL;
	story->arena = arena;
	story->format = format;
	return story;
}

struct tx_story *tx_story_copy(const struct tx_story *base)
{
	struct tx_story *story = tx_story_new(base->arena, base->format);

	if (story == NULL)
		return NULL;
	memcpy(story->facts, base->facts, sizeof(story->facts));
	story->line = base->line;
	story->passive = base->passive;
	for (const struct tx_entry *e = base->entries; e != NULL; e = e->next) {
		struct tx_entry *copy =
			tx_story_add(story, e->field, e->term.code, e->term.name, e->term.scheme);
		if (copy != NULL)
			copy->credit = e->credit;
	}
	for (const struct tx_alert *a = base->alerts; a != NULL; a = a->next)
		tx_story_alert(story, a->code, a->line, a->message);
	story->alert_limit.left_out += base->alert_limit.left_out;
	story->has_left_out = base->has_left_out;
	for (const struct tx_leftover *l = base->leftovers; l != NULL; l = l->next)
		tx_story_leave_over(story, l->name, l->value);
	return story;
}

/* Length of the blank at the start of `s`: of an ASCII one, a control character or U+00A0. */
static size_t blank_len(telex_slice s)
{
	unsigned char c = (unsigned char)s.ptr[0];

	if (c <= ' ' || c == 0x7f)
		return 1;
	return c == 0xc2 && s.len > 1 && s.ptr[1] == '\xa0' ? 2 : 0;
}

/* Surely no blank. */
static bool is_visible(unsigned char c)
{
	return c > ' ' && c != 0x7f && c != 0xc2;
}

telex_slice tx_story_fold(struct tx_story *story, telex_slice s)
{
	char *out = tx_arena_alloc(story->arena, s.len + 1);
	size_t len = 0;
	bool gap = false;

	if (out == NULL) {
		story->failed = true;
		return (telex_slice){NULL, 0};
	}
	for (size_t at = 0; at < s.len;) {
		size_t blank = blank_len(tx_slice_skip(s, at));
		at += blank;
		gap |= blank > 0;
		if (blank > 0)
			continue;
		if (gap && len > 0)
			out[len++] = ' ';
		gap = false;
		do
			out[len++] = s.ptr[at++];
		while (at < s.len && is_visible((unsigned char)s.ptr[at]));
	}
	tx_arena_trim(story->arena, out, len);
	return len > 0 ? tx_slice(out, len) : (telex_slice){NULL, 0};
}

static void append(struct tx_story *story, struct tx_entry *entry)
{
	if (story->last_entry == NULL)
		story->entries = entry;
	else
		story->last_entry->next = entry;
	story->last_entry = entry;
}

/* Whether there is no room for another entry, which is a warning then. */
static bool is_full(struct tx_story *story)
{
	char message[100];

	if (story->entry_count < TX_STORY_ENTRIES_MAX)
		return false;
	if (!story->has_left_out) {
		tx_utf8_printf(message, sizeof(message),
			       "more than %d codes, names, notes and media: the others were left "
			       "out",
			       TX_STORY_ENTRIES_MAX);
		tx_story_alert(story, TX_WARN_ENVELOPE_BROKEN, 1, tx_slice_of(message));
	}
	story->has_left_out = true;
	return true;
}

struct tx_entry *tx_story_promise(struct tx_story *story, enum tx_field field)
{
	if (is_full(story))
		return NULL;
	struct tx_entry *entry = tx_arena_calloc(story->arena, 1, sizeof(*entry));
	if (entry == NULL) {
		story->failed = true;
		return NULL;
	}
	entry->field = field;
	append(story, entry);
	story->entry_count++;
	return entry;
}

struct tx_entry *tx_story_add(struct tx_story *story, enum tx_field field, telex_slice code,
			      telex_slice name, telex_slice scheme)
{
	struct tx_entry *entry;

	if ((code.len > 0 || name.len > 0) && is_full(story))
		return NULL;
	struct tx_term term = {.code = tx_story_fold(story, code),
			       .name = tx_story_fold(story, name),
			       .scheme = tx_story_fold(story, scheme)};
	if (term.code.ptr == NULL && term.name.ptr == NULL)
		return NULL;
	entry = tx_story_promise(story, field);
	if (entry != NULL)
		entry->term = term;
	return entry;
}

static bool is_code_list(enum tx_field field)
{
	return field == TX_FIELD_SUBJECT || field == TX_FIELD_MEDIA;
}

void tx_story_state(struct tx_story *story, enum tx_field field, unsigned rank, telex_slice value)
{
	static const telex_slice none = {NULL, 0};

	if (field >= TX_FIELD__SINGLE) {
		bool code = is_code_list(field);
		tx_story_add(story, field, code ? value : none, code ? none : value, none);
		return;
	}
	struct tx_fact *fact = &story->facts[field];
	if (fact->text != NULL && fact->rank <= rank)
		return;
	telex_slice folded = tx_story_fold(story, value);
	if (folded.ptr != NULL && folded.len <= UINT32_MAX)
		*fact = (struct tx_fact){folded.ptr, (uint32_t)folded.len, (uint8_t)rank};
}

static bool is_part_of(telex_slice joined, telex_slice part)
{
	for (struct tx_cut cut = {.tail = joined, .found = true}; cut.found;) {
		cut = tx_cut(cut.tail, ';');
		if (tx_slice_eq_nocase(tx_trim(cut.head), part))
			return true;
	}
	return false;
}

void tx_story_state_part(struct tx_story *story, enum tx_field field, unsigned rank,
			 telex_slice value)
{
	telex_slice first = tx_story_fact(story, field), part, gap = TX_LIT("; ");

	if (first.ptr == NULL || story->facts[field].rank != rank) {
		tx_story_state(story, field, rank, value);
		return;
	}
	part = tx_story_fold(story, value);
	if (part.ptr == NULL || is_part_of(first, part))
		return;
	size_t len = first.len + gap.len + part.len;
	char *joined = tx_arena_alloc(story->arena, len);
	if (joined == NULL) {
		story->failed = true;
		return;
	}
	memcpy(joined, first.ptr, first.len);
	memcpy(joined + first.len, gap.ptr, gap.len);
	memcpy(joined + first.len + gap.len, part.ptr, part.len);
	tx_story_forget(story, field);
	tx_story_state(story, field, rank, tx_slice(joined, len));
}

void tx_story_forget(struct tx_story *story, enum tx_field field)
{
	story->facts[field] = (struct tx_fact){0};
}

telex_slice tx_story_fact(const struct tx_story *story, enum tx_field field)
{
	return tx_slice(story->facts[field].text, story->facts[field].len);
}

void tx_story_leave_over(struct tx_story *story, telex_slice name, telex_slice value)
{
	struct tx_leftover *leftover = tx_arena_calloc(story->arena, 1, sizeof(*leftover));

	if (leftover == NULL) {
		story->failed = true;
		return;
	}
	leftover->name = tx_story_fold(story, name);
	leftover->value = tx_story_fold(story, value);
	if (leftover->value.ptr == NULL)
		return;
	if (story->last_leftover == NULL)
		story->leftovers = leftover;
	else
		story->last_leftover->next = leftover;
	story->last_leftover = leftover;
}

static struct tx_alert *add_alert(struct tx_story *story, enum tx_warning_code code,
				  telex_slice message)
{
	struct tx_alert *alert;

	if (!tx_warning_is_kept(&story->alert_limit, code))
		return NULL;
	alert = tx_arena_calloc(story->arena, 1, sizeof(*alert));
	if (alert == NULL) {
		story->failed = true;
		return NULL;
	}
	alert->code = code;
	alert->message = tx_story_fold(story, message);
	if (story->last_alert == NULL)
		story->alerts = alert;
	else
		story->last_alert->next = alert;
	story->last_alert = alert;
	return alert;
}

void tx_story_alert(struct tx_story *story, enum tx_warning_code code, uint32_t line,
		    telex_slice message)
{
	struct tx_alert *alert = add_alert(story, code, message);

	if (alert != NULL)
		alert->line = line;
}

void tx_story_alert_in_text(struct tx_story *story, enum tx_warning_code code, size_t offset,
			    telex_slice message)
{
	struct tx_alert *alert = add_alert(story, code, message);

	if (alert != NULL)
		alert->offset = offset;
}

void tx_story_hand_alerts(struct tx_story *from, struct tx_story *to)
{
	to->alert_limit.left_out += from->alert_limit.left_out;
	if (from->alerts == NULL)
		return;
	*(to->alerts == NULL ? &to->alerts : &to->last_alert->next) = from->alerts;
	to->last_alert = from->last_alert;
}

struct composer {
	struct tx_story *story;
	char *text;
	size_t len;
	struct tx_pieces *pieces;
};

static void compose_title(struct composer *c, enum tx_field field, enum tx_token_kind kind)
{
	telex_slice title = tx_story_fact(c->story, field);
	size_t start = c->len;

	if (title.len == 0)
		return;
	memcpy(c->text + c->len, title.ptr, title.len);
	c->len += title.len;
	c->text[c->len++] = '\n';
	c->pieces->items[c->pieces->count++] =
		(struct tx_piece){(uint32_t)start, (uint32_t)c->len, (uint8_t)kind};
}

static size_t titles_len(const struct tx_story *story)
{
	static const enum tx_field titles[] = {TX_FIELD_SLUG, TX_FIELD_HEADLINE,
					       TX_FIELD_SUBHEADLINE};
	size_t len = 0;

	for (size_t i = 0; i < TX_COUNT(titles); i++)
		len += tx_story_fact(story, titles[i]).len + 1;
	return len;
}

static size_t skip_blanks(telex_slice s, size_t at)
{
	while (at < s.len && blank_len(tx_slice_skip(s, at)) > 0)
		at += blank_len(tx_slice_skip(s, at));
	return at;
}

/* The same text but for its blanks and the case of its letters. */
static bool is_repeated(telex_slice a, telex_slice b)
{
	size_t i = skip_blanks(a, 0), j = skip_blanks(b, 0);

	while (i < a.len && j < b.len) {
		size_t next_i = skip_blanks(a, i), next_j = skip_blanks(b, j);
		if ((next_i > i) != (next_j > j))
			break;
		if (next_i == i && tx_lower(a.ptr[i++]) != tx_lower(b.ptr[j++]))
			return false;
		i = next_i > i ? next_i : i;
		j = next_j > j ? next_j : j;
	}
	return skip_blanks(a, i) == a.len && skip_blanks(b, j) == b.len;
}

/* The headline once more, as the first block of the copy or as a crosshead, is no part of it; `first`:
 * the block that begins the copy, NULL: of no known kind. */
static void blank_repeated(struct composer *c, telex_slice copy, const struct tx_piece *first)
{
	telex_slice headline = tx_story_fact(c->story, TX_FIELD_HEADLINE);
	size_t len = tx_cut(copy, '\n').head.len;

	if (c->story->kind == TX_COPY_BLOCKS && headline.len > 0 && first == NULL &&
	    is_repeated(tx_slice_take(copy, len), headline))
		memset(c->text + c->story->copy_start, ' ', len);
}

static bool repeats_headline(const struct composer *c, const struct tx_piece *block)
{
	telex_slice headline = tx_story_fact(c->story, TX_FIELD_HEADLINE);

	return block->kind == TX_TOK_CROSSHEAD && headline.len > 0 &&
	       c->story->kind == TX_COPY_BLOCKS &&
	       is_repeated(tx_slice(c->text + block->start, block->end - block->start), headline);
}

static void compose_copy(struct composer *c, telex_slice copy)
{
	size_t base = c->len;

	c->story->copy_start = base;
	if (copy.len > 0)
		memcpy(c->text + c->len, copy.ptr, copy.len);
	c->len += copy.len;
	const struct tx_pieces *blocks = &c->story->blocks;
	bool known = blocks->count > 0 && blocks->items[0].start == 0;
	blank_repeated(c, copy, known ? blocks->items : NULL);
	for (size_t i = 0; i < blocks->count; i++) {
		struct tx_piece block = blocks->items[i];
		block.start += (uint32_t)base;
		block.end += (uint32_t)base;
		if (repeats_headline(c, &block)) {
			memset(c->text + block.start, ' ', block.end - block.start - 1);
			continue;
		}
		c->pieces->items[c->pieces->count++] = block;
	}
}

bool tx_story_finish(struct tx_story *story, telex_slice copy)
{
	struct composer c = {.story = story, .pieces = &story->pieces};

	story->pieces.items = tx_arena_calloc(story->arena, story->blocks.count + TITLES,
					      sizeof(*story->pieces.items));
	c.text = tx_arena_alloc(story->arena, titles_len(story) + copy.len + 1);
	if (c.text == NULL || story->pieces.items == NULL)
		story->failed = true;
	if (story->failed)
		return false;
	compose_title(&c, TX_FIELD_SLUG, TX_TOK_SLUG);
	compose_title(&c, TX_FIELD_HEADLINE, TX_TOK_HEADLINE);
	compose_title(&c, TX_FIELD_SUBHEADLINE, TX_TOK_SUBHEADLINE);
	compose_copy(&c, copy);
	tx_arena_trim(story->arena, c.text, c.len);
	story->text = tx_slice(c.text, c.len);
	story->copy_end = c.len;
	return true;
}

bool tx_story_finish_whole(struct tx_story *story, telex_slice text, size_t start, size_t end)
{
	story->kind = TX_COPY_WHOLE;
	story->text = text;
	story->copy_start = start;
	story->copy_end = end;
	return !story->failed;
}

void tx_stories_append(struct tx_stories *stories, struct tx_story *story)
{
	if (stories->last == NULL)
		stories->first = story;
	else
		stories->last->next = story;
	stories->last = story;
	stories->count++;
}
