/* Meta elements (Open Graph, Dublin Core, and those that services of analysis read), links and
 * times of a page; and what is decided from all that a page states. */
#include "reader/page/facts.h"

#include "agency/match.h"
#include "core/ascii.h"
#include "reader/page/tags.h"

/* Names of meta elements, in small letters: a field that takes the content, or a function. */
static const struct {
	const char *name;
	void (*take)(struct tx_page_facts *facts, unsigned rank, telex_slice value);
	enum tx_field field;
	unsigned rank;
} metas[] = {
	{"og:title", tx_page_state_headline, 0, TX_RANK_META},
	{"twitter:title", tx_page_state_headline, 0, TX_RANK_OTHER},
	{"article:published_time", NULL, TX_FIELD_ISSUED, TX_RANK_META},
	{"datepublished", NULL, TX_FIELD_ISSUED, TX_RANK_DATA},
	{"parsely-pub-date", NULL, TX_FIELD_ISSUED, TX_RANK_DATA},
	{"dc.date.issued", NULL, TX_FIELD_ISSUED, TX_RANK_DATA},
	{"pubdate", NULL, TX_FIELD_ISSUED, TX_RANK_DATA},
	{"publish-date", NULL, TX_FIELD_ISSUED, TX_RANK_DATA},
	{"sailthru.date", NULL, TX_FIELD_ISSUED, TX_RANK_DATA},
	{"date", NULL, TX_FIELD_ISSUED, TX_RANK_DATA},
	{"dcterms.created", NULL, TX_FIELD_ISSUED, TX_RANK_DATA},
	{"dc.date", NULL, TX_FIELD_ISSUED, TX_RANK_DATA},
	{"article:modified_time", NULL, TX_FIELD_UPDATED, TX_RANK_META},
	{"og:updated_time", NULL, TX_FIELD_UPDATED, TX_RANK_DATA},
	{"author", tx_page_state_author, 0, TX_RANK_DATA},
	{"parsely-author", tx_page_state_author, 0, TX_RANK_DATA},
	{"article:author", tx_page_state_author, 0, TX_RANK_DATA},
	{"dc.creator", tx_page_state_author, 0, TX_RANK_DATA},
	{"sailthru.author", tx_page_state_author, 0, TX_RANK_DATA},
	{"og:site_name", tx_page_state_site, 0, TX_RANK_META},
	{"og:description", NULL, TX_FIELD_ABSTRACT, TX_RANK_META},
	{"description", NULL, TX_FIELD_ABSTRACT, TX_RANK_DATA},
	{"og:url", NULL, TX_FIELD_ID, TX_RANK_META},
	{"og:locale", NULL, TX_FIELD_LANGUAGE, TX_RANK_OTHER},
	{"article:section", NULL, TX_FIELD_CATEGORY_NAME, TX_RANK_META},
};

static telex_slice decode(struct tx_page_facts *facts, telex_slice value)
{
	facts->scratch->len = 0;
	tx_page_decode(facts->scratch, value);
	facts->story->failed |= facts->scratch->failed;
	return tx_slice(facts->scratch->data, facts->scratch->len);
}

void tx_page_state_headline(struct tx_page_facts *facts, unsigned rank, telex_slice value)
{
	if (facts->headline.ptr != NULL && facts->headline_rank <= rank)
		return;
	telex_slice folded = tx_story_fold(facts->story, value);
	if (folded.ptr == NULL)
		return;
	facts->headline = folded;
	facts->headline_rank = rank;
}

void tx_page_state_site(struct tx_page_facts *facts, unsigned rank, telex_slice value)
{
	if (facts->site.ptr != NULL && facts->site_rank <= rank)
		return;
	telex_slice folded = tx_story_fold(facts->story, value);
	if (folded.ptr == NULL)
		return;
	facts->site = folded;
	facts->site_rank = rank;
}

void tx_page_state_author(struct tx_page_facts *facts, unsigned rank, telex_slice name)
{
	struct tx_page_names *names = &facts->authors;

	if (name.len == 0 || tx_slice_starts_nocase(name, TX_LIT("http")))
		return;
	if (names->count > 0 && names->rank < rank)
		return;
	if (names->rank > rank)
		names->count = 0;
	telex_slice folded = tx_story_fold(facts->story, name);
	for (size_t i = 0; i < names->count; i++) {
		if (tx_slice_eq_nocase(names->items[i], folded))
			return;
	}
	if (folded.ptr == NULL || names->count == TX_PAGE_AUTHORS_MAX)
		return;
	names->items[names->count++] = folded;
	names->rank = rank;
}

static void take_meta(struct tx_page_facts *facts, telex_slice attributes)
{
	telex_slice name = {NULL, 0}, content = {NULL, 0}, key, value;

	while (tx_page_attribute(&attributes, &key, &value)) {
		if (tx_slice_eq_nocase(key, TX_LIT("content")))
			content = value;
		else if (tx_slice_eq_nocase(key, TX_LIT("property")) ||
			 (name.len == 0 && (tx_slice_eq_nocase(key, TX_LIT("name")) ||
					    tx_slice_eq_nocase(key, TX_LIT("itemprop")))))
			name = value;
	}
	if (tx_slice_eq_nocase(name, TX_LIT("og:type")))
		facts->article |= tx_slice_eq_nocase(content, TX_LIT("article"));
	for (size_t i = 0; content.len > 0 && i < sizeof(metas) / sizeof(metas[0]); i++) {
		if (!tx_slice_eq_nocase(name, tx_slice_of(metas[i].name)))
			continue;
		telex_slice text = decode(facts, content);
		if (metas[i].take != NULL)
			metas[i].take(facts, metas[i].rank, text);
		else
			tx_story_state(facts->story, metas[i].field, metas[i].rank, text);
	}
}

/* The value of an attribute; `.ptr` NULL: it has none of that name. */
static telex_slice attribute(telex_slice attributes, const char *name)
{
	telex_slice key, value;

	while (tx_page_attribute(&attributes, &key, &value)) {
		if (tx_slice_eq_nocase(key, tx_slice_of(name)))
			return value;
	}
	return (telex_slice){NULL, 0};
}

static void take_link(struct tx_page_facts *facts, telex_slice attributes)
{
	telex_slice href = attribute(attributes, "href");

	if (tx_slice_eq_nocase(attribute(attributes, "rel"), TX_LIT("canonical")))
		tx_story_state(facts->story, TX_FIELD_ID, TX_RANK_LINKED, decode(facts, href));
}

static void take_time(struct tx_page_facts *facts, telex_slice attributes)
{
	telex_slice when = attribute(attributes, "datetime");
	telex_slice prop = attribute(attributes, "itemprop");
	bool published = attribute(attributes, "pubdate").ptr != NULL ||
			 tx_slice_find(prop, TX_LIT("Published")) < prop.len;

	tx_story_state(facts->story, TX_FIELD_ISSUED, published ? TX_RANK_OTHER : TX_RANK_SEEN + 2,
		       when);
}

void tx_page_facts_open(struct tx_page_facts *facts, enum tx_page_element element,
			telex_slice attributes, telex_slice content)
{
	telex_slice type;

	switch ((int)element) {
	case TX_EL_META:
		take_meta(facts, attributes);
		break;
	case TX_EL_LINK:
		take_link(facts, attributes);
		break;
	case TX_EL_TIME:
		take_time(facts, attributes);
		break;
	case TX_EL_HTML:
		tx_story_state(facts->story, TX_FIELD_LANGUAGE, TX_RANK_LINKED,
			       attribute(attributes, "lang"));
		break;
	case TX_EL_TITLE:
		if (facts->title.ptr == NULL)
			facts->title = tx_story_fold(facts->story, decode(facts, content));
		break;
	case TX_EL_SCRIPT:
		type = attribute(attributes, "type");
		if (tx_slice_find(type, TX_LIT("ld+json")) < type.len)
			tx_page_linked_data(facts, content);
		break;
	default:
		break;
	}
}

void tx_page_facts_finish(struct tx_page_facts *facts)
{
	struct tx_story *story = facts->story;
	telex_slice headline = facts->headline.ptr != NULL ? facts->headline : facts->title;

	tx_story_state(story, TX_FIELD_HEADLINE, 0, headline);
	tx_story_state(story, TX_FIELD_PUBLISHER, 0, facts->site);
	for (size_t i = 0; i < facts->authors.count; i++)
		tx_story_state(story, TX_FIELD_AUTHOR, 0, facts->authors.items[i]);
}
