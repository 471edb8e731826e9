/* Authors of envelopes.  An agency is not an author. */
#include "normalizer/people/stated_people.h"

#include "agency/match.h"
#include "core/ascii.h"
#include "normalizer/people/people.h"

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

/* A byline in the text counts; the envelope's stands in for one. */
static void apply_byline(struct stating *s)
{
	struct tx_record *record = s->record;
	telex_slice byline = tx_story_fact(s->story, TX_FIELD_BYLINE);

	if (byline.ptr == NULL)
		return;
	if (record->byline.text.ptr != NULL) {
		if (!same_words(byline, record->byline.text))
			tx_record_warn(record, TX_WARN_ENVELOPE_DISAGREES, 0,
				       TX_LIT("envelope and text name different authors"));
		return;
	}
	record->byline.text = byline;
	s->failed |= !tx_people_split(byline, tx_story_fact(s->story, TX_FIELD_ROLE), tx_is_agency,
				      s->arena, &record->authors, &record->author_count);
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

bool tx_people_state(struct tx_record *record, const struct tx_story *story, struct tx_arena *arena)
{
	struct stating s = {record, story, arena, false};

	apply_byline(&s);
	apply_authors(&s);
	return !s.failed;
}
