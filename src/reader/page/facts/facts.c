/* Meta elements (Open Graph, Dublin Core, and those that services of analysis read), links and
 * times of a page; and what is decided from all that a page states. */
#include "reader/html_reference.h"
#include "reader/page/facts/facts.h"

#include "agency/match.h"
#include "core/ascii.h"
#include "reader/page/facts/authors.h"
#include "reader/page/markup/tags.h"
#include "core/scan.h"

#define TIME_MAX  60 /* bytes of a time */
#define TITLE_MIN 20 /* bytes of a title before the site's name */
#define META_MAX  40 /* letters of a name */

/* What a pair of meta elements, twitter:label1 and twitter:data1, calls the author. */
static void take_label(struct tx_page_facts *facts, unsigned rank, telex_slice value)
{
	static const char *const labels[] = {
		"Written by",       "Verfasst von",    "Escrito por",  "Écrit par",
		"Scritto da",       "Geschreven door", "Skrevet af",   "Skrevet av",
		"Skriven av",       "Napisane przez",  "Ditulis oleh", "Yazan",
		"Написано автором", "執筆者",          "Author",       "By"};
	telex_slice label = tx_trim(value);

	(void)rank;
	facts->data_is_author = false;
	for (size_t i = 0; i < TX_COUNT(labels); i++)
		facts->data_is_author |= tx_slice_eq_nocase(label, tx_slice_of(labels[i]));
}

static void take_data(struct tx_page_facts *facts, unsigned rank, telex_slice value)
{
	if (facts->data_is_author)
		tx_page_state_author(facts, rank, value);
	facts->data_is_author = false;
}

/* Names of meta elements, their letters alone, in small letters: a field that takes the content, or
 * a function. */
static const struct {
	const char *name;
	void (*take)(struct tx_page_facts *facts, unsigned rank, telex_slice value);
	enum tx_field field;
	unsigned rank;
} metas[] = {
	{"ogtitle", tx_page_state_headline, 0, TX_RANK_META},
	{"twittertitle", tx_page_state_headline, 0, TX_RANK_OTHER},
	{"articlepublishedtime", NULL, TX_FIELD_ISSUED, TX_RANK_META},
	{"articlepublished", NULL, TX_FIELD_ISSUED, TX_RANK_META},
	{"datepublished", NULL, TX_FIELD_ISSUED, TX_RANK_DATA},
	{"parselypubdate", NULL, TX_FIELD_ISSUED, TX_RANK_DATA},
	{"dcdateissued", NULL, TX_FIELD_ISSUED, TX_RANK_DATA},
	{"dctermsissued", NULL, TX_FIELD_ISSUED, TX_RANK_DATA},
	{"dctermscreated", NULL, TX_FIELD_ISSUED, TX_RANK_DATA},
	{"dcdate", NULL, TX_FIELD_ISSUED, TX_RANK_DATA},
	{"pubdate", NULL, TX_FIELD_ISSUED, TX_RANK_DATA},
	{"publishdate", NULL, TX_FIELD_ISSUED, TX_RANK_DATA},
	{"publicationdate", NULL, TX_FIELD_ISSUED, TX_RANK_DATA},
	{"sailthrudate", NULL, TX_FIELD_ISSUED, TX_RANK_DATA},
	{"cxenseparserecspublishtime", NULL, TX_FIELD_ISSUED, TX_RANK_DATA},
	{"date", NULL, TX_FIELD_ISSUED, TX_RANK_OTHER},
	{"articlemodifiedtime", NULL, TX_FIELD_UPDATED, TX_RANK_META},
	{"datemodified", NULL, TX_FIELD_UPDATED, TX_RANK_DATA},
	{"ogupdatedtime", NULL, TX_FIELD_UPDATED, TX_RANK_DATA},
	{"author", tx_page_state_author, 0, TX_RANK_DATA},
	{"authors", tx_page_state_author, 0, TX_RANK_DATA},
	{"parselyauthor", tx_page_state_author, 0, TX_RANK_DATA},
	{"articleauthor", tx_page_state_author, 0, TX_RANK_DATA},
	{"dccreator", tx_page_state_author, 0, TX_RANK_DATA},
	{"sailthruauthor", tx_page_state_author, 0, TX_RANK_DATA},
	{"cxenseparseauthor", tx_page_state_author, 0, TX_RANK_DATA},
	{"byl", tx_page_state_author, 0, TX_RANK_DATA},
	{"dctermscreator", tx_page_state_author, 0, TX_RANK_DATA},
	{"articleauthorname", tx_page_state_author, 0, TX_RANK_DATA},
	{"ogauthor", tx_page_state_author, 0, TX_RANK_DATA},
	{"ogarticleauthor", tx_page_state_author, 0, TX_RANK_DATA},
	{"twittermiscwrittenby", tx_page_state_author, 0, TX_RANK_DATA},
	{"twitterlabel", take_label, 0, 0},
	{"twitterdata", take_data, 0, TX_RANK_DATA},
	{"ogsitename", tx_page_state_site, 0, TX_RANK_META},
	{"ogdescription", NULL, TX_FIELD_ABSTRACT, TX_RANK_META},
	{"description", NULL, TX_FIELD_ABSTRACT, TX_RANK_DATA},
	{"ogurl", NULL, TX_FIELD_ID, TX_RANK_META},
	{"oglocale", NULL, TX_FIELD_LANGUAGE, TX_RANK_OTHER},
	{"articlesection", NULL, TX_FIELD_CATEGORY_NAME, TX_RANK_META},
};

static telex_slice decode(struct tx_page_facts *facts, telex_slice value)
{
	facts->scratch->len = 0;
	tx_html_decode(facts->scratch, value);
	facts->story->failed |= facts->scratch->failed;
	return tx_slice(facts->scratch->data, facts->scratch->len);
}

/* The value of the best rank, which is the lowest. */
static void state_best(struct tx_page_facts *facts, telex_slice *best, unsigned *best_rank,
		       unsigned rank, telex_slice value)
{
	if (best->ptr != NULL && *best_rank <= rank)
		return;
	telex_slice folded = tx_story_fold(facts->story, value);
	if (folded.ptr == NULL)
		return;
	*best = folded;
	*best_rank = rank;
}

void tx_page_state_headline(struct tx_page_facts *facts, unsigned rank, telex_slice value)
{
	state_best(facts, &facts->headline, &facts->headline_rank, rank, value);
}

void tx_page_state_site(struct tx_page_facts *facts, unsigned rank, telex_slice value)
{
	state_best(facts, &facts->site, &facts->site_rank, rank, value);
}

void tx_page_state_author(struct tx_page_facts *facts, unsigned rank, telex_slice name)
{
	struct tx_page_names *names = &facts->authors;

	if (name.len == 0 || tx_slice_starts_nocase(name, TX_LIT("http")))
		return;
	telex_slice folded = tx_story_fold(facts->story, name);
	for (size_t i = 0; i < names->count; i++) {
		if (names->ranks[i] == rank && tx_slice_eq_nocase(names->items[i], folded))
			return;
	}
	if (folded.ptr == NULL || names->count == TX_PAGE_AUTHORS_MAX)
		return;
	names->ranks[names->count] = rank;
	names->items[names->count++] = folded;
}

/* The letters of a name in small letters, so that "article:published_time" is one with
 * "article.published-time"; "" when it is too long. */
static void fold_name(telex_slice name, char out[META_MAX + 1])
{
	size_t len = 0;

	for (size_t i = 0; i < name.len && len < META_MAX; i++) {
		if (tx_is_alpha(name.ptr[i]))
			out[len++] = tx_lower(name.ptr[i]);
	}
	out[name.len <= 2 * META_MAX ? len : 0] = '\0';
}

static bool is_time(enum tx_field field)
{
	return field == TX_FIELD_ISSUED || field == TX_FIELD_UPDATED;
}

static void take_meta(struct tx_page_facts *facts, telex_slice attributes)
{
	telex_slice name = {NULL, 0}, prop = {NULL, 0}, content = {NULL, 0}, key, value;
	char folded[META_MAX + 1];

	while (tx_page_attribute(&attributes, &key, &value)) {
		if (tx_slice_eq_nocase(key, TX_LIT("content")))
			content = value;
		else if (tx_slice_eq_nocase(key, TX_LIT("property")) ||
			 (name.len == 0 && tx_slice_eq_nocase(key, TX_LIT("name"))))
			name = value;
		else if (tx_slice_eq_nocase(key, TX_LIT("itemprop")))
			prop = value;
	}
	/* An author of microdata may be a picture's. */
	fold_name(name.len > 0 || tx_slice_eq_nocase(prop, TX_LIT("author")) ? name : prop, folded);
	if (strcmp(folded, "ogtype") == 0) {
		facts->article |= tx_slice_eq_nocase(content, TX_LIT("article"));
		facts->listing |= tx_slice_starts_nocase(content, TX_LIT("product")) ||
				  tx_slice_eq_nocase(content, TX_LIT("profile"));
	}
	for (size_t i = 0; content.len > 0 && i < TX_COUNT(metas); i++) {
		if (strcmp(folded, metas[i].name) != 0)
			continue;
		telex_slice text = decode(facts, content);
		if (metas[i].take != NULL)
			metas[i].take(facts, metas[i].rank, text);
		else if (is_time(metas[i].field))
			tx_page_state_time(facts, metas[i].field, metas[i].rank, text);
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

/* "Fri Apr 28 19:20:36 CEST 2023" as "28 Apr 2023 19:20:36 CEST", the order that mail has. */
static telex_slice reorder_time(telex_slice value, char out[TIME_MAX + 1])
{
	telex_slice words[6], rest = value;
	size_t count = 0;

	while (rest.len > 0 && count < 6) {
		struct tx_cut cut = tx_cut(rest, ' ');
		if (cut.head.len > 0)
			words[count++] = cut.head;
		rest = cut.tail;
	}
	if (count != 6 || value.len > TIME_MAX || words[5].len != 4 ||
	    !tx_is_digit(words[5].ptr[0]) || tx_is_digit(words[0].ptr[0]))
		return value;
	static const size_t order[] = {2, 1, 5, 3, 4};
	size_t len = 0;
	for (size_t i = 0; i < 5; i++) {
		memcpy(out + len, words[order[i]].ptr, words[order[i]].len);
		len += words[order[i]].len;
		out[len++] = ' ';
	}
	return tx_slice(out, len - 1);
}

void tx_page_state_time(struct tx_page_facts *facts, enum tx_field field, unsigned rank,
			telex_slice value)
{
	telex_slice text = tx_trim(value);
	char out[TIME_MAX + 1];

	/* What is where nothing is known: 0001-01-01, 1970-01-01. */
	if (text.len == 0 || text.ptr[0] == '0' || tx_slice_starts(text, TX_LIT("1970-01-01")) ||
	    tx_slice_starts(text, TX_LIT("-")))
		return;
	tx_story_state(facts->story, field, rank, reorder_time(text, out));
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

	tx_page_state_time(facts, TX_FIELD_ISSUED, published ? TX_RANK_OTHER : TX_RANK_SEEN + 2,
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
		else
			tx_page_state_note(&facts->state, content);
		break;
	default:
		break;
	}
}

/* Whether two names have the same letters. */
static bool same_letters(telex_slice a, telex_slice b)
{
	size_t i = 0, j = 0;

	for (;; i++, j++) {
		while (i < a.len && tx_char_is(a.ptr[i], TX_CHAR_BLANK | TX_CHAR_PUNCT))
			i++;
		while (j < b.len && tx_char_is(b.ptr[j], TX_CHAR_BLANK | TX_CHAR_PUNCT))
			j++;
		if (i == a.len || j == b.len)
			return i == a.len && j == b.len;
		if (tx_lower(a.ptr[i]) != tx_lower(b.ptr[j]))
			return false;
	}
}

/* The name of the site off the end of a title: "Ferry sails again | Example Post".  Of a <title>
 * the last part is the site's, whatever its name. */
static telex_slice cut_site(telex_slice title, telex_slice site, bool any)
{
	static const char *const joints[] = {
		" | ", " - ", " \xe2\x80\x93 ", " \xe2\x80\x94 ", " \xc2\xb7 ", " :: "};

	for (size_t at = title.len; at-- > 0;) {
		telex_slice rest = tx_slice_skip(title, at);
		for (size_t i = 0; i < TX_COUNT(joints); i++) {
			if (!tx_slice_opens(rest, joints[i]))
				continue;
			telex_slice name = tx_slice_skip(rest, strlen(joints[i]));
			bool cut = same_letters(name, site) || (any && at >= TITLE_MIN);
			return cut ? tx_trim(tx_slice_take(title, at)) : title;
		}
	}
	return title;
}

void tx_page_facts_finish(struct tx_page_facts *facts)
{
	struct tx_story *story = facts->story;
	telex_slice headline = facts->headline.ptr != NULL
				       ? cut_site(facts->headline, facts->site, false)
				       : cut_site(facts->title, facts->site, true);

	tx_story_state(story, TX_FIELD_HEADLINE, 0, headline);
	tx_story_state(story, TX_FIELD_PUBLISHER, 0, facts->site);
	tx_page_authors_state(facts);
}
