/* Authors of envelopes.  An agency is not an author. */
#include "normalizer/people/stated_people.h"

#include "agency/match.h"
#include "core/ascii.h"
#include "normalizer/people/people.h"
#include "tokenizer/words/byline_words.h"

struct stating {
	struct tx_record *record;
	const struct tx_story *story;
	struct tx_arena *arena;
	bool failed;
};

static bool same_words(telex_slice a, telex_slice b)
{
	size_t i = 0, j = 0;

	for (;;) {
		while (i < a.len && tx_char_is(a.ptr[i], TX_CHAR_BLANK | TX_CHAR_PUNCT))
			i++;
		while (j < b.len && tx_char_is(b.ptr[j], TX_CHAR_BLANK | TX_CHAR_PUNCT))
			j++;
		if (i == a.len || j == b.len)
			return i == a.len && j == b.len;
		if (tx_lower(a.ptr[i++]) != tx_lower(b.ptr[j++]))
			return false;
	}
}

/* Three words or more, one of them not the first in small letters. */
static bool is_wording(telex_slice text)
{
	size_t words = 1, small = 0;

	for (size_t i = 1; i < text.len; i++) {
		words += text.ptr[i - 1] == ' ';
		small += text.ptr[i - 1] == ' ' && tx_is_lower(text.ptr[i]);
	}
	return words > 2 && small > 0;
}

/* What could be the name of somebody: not words of a sentence. */
static bool may_be_name(telex_slice name)
{
	return tx_byline_is_name(name) || memchr(name.ptr, ' ', name.len) == NULL ||
	       !tx_char_is(name.ptr[0], TX_CHAR_LOWER | TX_CHAR_UPPER | TX_CHAR_DIGIT);
}

/* Some senders put a line about the story where the byline should be: without a word that opens
 * bylines, and without anybody's name. */
static bool is_title(telex_slice byline, const struct tx_author *authors, size_t count)
{
	bool opened = tx_byline_word(byline) > 0 && !tx_byline_word_is_weak(byline);

	if (opened || count == 0 || !is_wording(byline))
		return false;
	for (size_t i = 0; i < count; i++) {
		if (may_be_name(authors[i].name))
			return false;
	}
	return true;
}

/* A byline in the text counts; the envelope's is in for one. */
static void apply_byline(struct stating *s)
{
	struct tx_record *record = s->record;
	telex_slice byline = tx_story_fact(s->story, TX_FIELD_BYLINE);
	telex_slice role = tx_story_fact(s->story, TX_FIELD_ROLE);
	struct tx_author *authors = NULL;
	size_t count = 0;

	if (byline.ptr == NULL && record->byline.text.ptr == NULL)
		record->byline.text = role;
	if (byline.ptr == NULL)
		return;
	s->failed |= !tx_people_split(byline, role, tx_is_agency, s->arena, &authors, &count);
	if (record->subheadline.text.ptr == NULL && is_title(byline, authors, count)) {
		record->subheadline.text = byline;
		return;
	}
	if (record->byline.text.ptr != NULL) {
		if (!same_words(byline, record->byline.text))
			tx_record_warn(record, TX_WARN_ENVELOPE_DISAGREES, 0,
				       TX_LIT("envelope and text name different authors"));
		return;
	}
	record->byline.text = byline;
	record->authors = authors;
	record->author_count = count;
}

/* The people that one entry names: "Ana Roe with Bo Lund in Bergen" are two.  A name with a comma
 * is a name as it is: "Lund, Marta". */
static void split_author(struct stating *s, telex_slice name, struct tx_author **ret_authors,
			 size_t *ret_count)
{
	static const telex_slice no_role = {NULL, 0};

	*ret_count = 0;
	if (tx_is_agency(name))
		return;
	if (memchr(name.ptr, ',', name.len) == NULL) {
		s->failed |= !tx_people_split(name, no_role, tx_is_agency, s->arena, ret_authors,
					      ret_count);
		return;
	}
	*ret_authors = tx_arena_calloc(s->arena, 1, sizeof(**ret_authors));
	s->failed |= *ret_authors == NULL;
	if (*ret_authors == NULL)
		return;
	(*ret_authors)->name = name;
	*ret_count = 1;
}

static void append_authors(struct stating *s, const struct tx_author *authors, size_t count)
{
	struct tx_record *record = s->record;
	size_t sum = record->author_count + count;
	struct tx_author *all = tx_arena_calloc(s->arena, sum, sizeof(*all));

	if (all == NULL) {
		s->failed = true;
		return;
	}
	if (record->author_count > 0)
		memcpy(all, record->authors, record->author_count * sizeof(*all));
	memcpy(all + record->author_count, authors, count * sizeof(*all));
	record->authors = all;
	record->author_count = sum;
}

static void apply_authors(struct stating *s)
{
	struct tx_author *authors = NULL;
	size_t count = 0;

	if (s->record->author_count > 0)
		return;
	for (const struct tx_entry *e = s->story->entries; e != NULL && !s->failed; e = e->next) {
		if (!tx_entry_is(e, TX_FIELD_AUTHOR))
			continue;
		split_author(s, e->term.name, &authors, &count);
		if (count > 0 && !s->failed)
			append_authors(s, authors, count);
	}
}

static bool is_author(const struct tx_record *record, telex_slice name)
{
	for (size_t i = 0; i < record->author_count; i++) {
		if (same_words(record->authors[i].name, name))
			return true;
	}
	return false;
}

/* "By A; By B" */
static void join_byline(struct stating *s, telex_slice more)
{
	telex_slice first = s->record->byline.text, gap = TX_LIT("; ");
	char *joined = tx_arena_alloc(s->arena, first.len + gap.len + more.len);

	if (joined == NULL) {
		s->failed = true;
		return;
	}
	memcpy(joined, first.ptr, first.len);
	memcpy(joined + first.len, gap.ptr, gap.len);
	memcpy(joined + first.len + gap.len, more.ptr, more.len);
	s->record->byline.text = tx_slice(joined, first.len + gap.len + more.len);
}

/* The bylines beside the first, unless they name the same; one without a name is kept as written. */
static void apply_more_bylines(struct stating *s)
{
	struct tx_author *authors = NULL;
	size_t count = 0;

	for (const struct tx_entry *e = s->story->entries; e != NULL && !s->failed; e = e->next) {
		if (!tx_entry_is(e, TX_FIELD_MORE_BYLINE) || e->term.name.ptr == NULL)
			continue;
		s->failed |= !tx_people_split(e->term.name, e->term.code, tx_is_agency, s->arena,
					      &authors, &count);
		if (s->failed || (count > 0 && is_author(s->record, authors[0].name)))
			continue;
		if (count > 0 && !is_title(e->term.name, authors, count))
			append_authors(s, authors, count);
		join_byline(s, e->term.name);
	}
}

bool tx_people_state(struct tx_record *record, const struct tx_story *story, struct tx_arena *arena)
{
	struct stating s = {record, story, arena, false};

	apply_byline(&s);
	if (!s.failed && record->byline.text.ptr != NULL && record->byline.span.end == 0)
		apply_more_bylines(&s);
	apply_authors(&s);
	return !s.failed;
}
