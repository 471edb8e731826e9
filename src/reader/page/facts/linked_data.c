/* JSON-LD of schema.org (NewsArticle, Article, LiveBlogPosting …) as facts: an object is a story if
 * its type says so; objects inside "@graph" and the like are looked through. */
#include "reader/html_reference.h"
#include "reader/page/facts/facts.h"
#include "reader/page/markup/json_scan.h"
#include "reader/page/markup/tags.h"
#include "core/scan.h"

#define LISTED_MAX 500 /* keywords and names */
#define DEPTH_MAX  6   /* objects one inside the other */

/* The text of a value: a string, the name of an object, the first of a list. */
static telex_slice text_of(struct tx_page_facts *facts, telex_slice value)
{
	telex_slice item;

	for (unsigned depth = 0; depth < DEPTH_MAX && value.len > 0; depth++) {
		if (value.ptr[0] == '[') {
			telex_slice inside = value;
			value = tx_json_scan_item(&inside, &item) ? item : TX_LIT("");
		} else if (value.ptr[0] == '{') {
			item = tx_json_scan_find(value, "name");
			value = item.len > 0 ? item : tx_json_scan_find(value, "@value");
		} else {
			break;
		}
	}
	/* A string without its end is cut off. */
	if (value.len < 3 || value.ptr[0] != '"' || value.ptr[value.len - 1] != '"')
		return TX_LIT("");
	struct tx_buffer plain = {0};
	tx_json_scan_text(&plain, value);
	facts->scratch->len = 0;
	tx_html_decode(facts->scratch, tx_slice(plain.data, plain.len));
	facts->story->failed |= plain.failed || facts->scratch->failed;
	tx_buffer_done(&plain);
	return tx_slice(facts->scratch->data, facts->scratch->len);
}

/* Call `take` for a value, or for each item of a list. */
static void each(struct tx_page_facts *facts, telex_slice value,
		 void (*take)(struct tx_page_facts *facts, telex_slice value))
{
	telex_slice item, inside = value;

	if (value.len == 0 || value.ptr[0] != '[') {
		take(facts, value);
		return;
	}
	while (tx_json_scan_item(&inside, &item))
		take(facts, item);
}

static void take_headline(struct tx_page_facts *facts, telex_slice value)
{
	tx_page_state_headline(facts, TX_RANK_LINKED, text_of(facts, value));
}

/* The object with a name that has the "@id" `id`, in the list of all objects; else `.len` is 0. */
static telex_slice find_named(telex_slice json, telex_slice id)
{
	telex_slice inside =
		json.len > 0 && json.ptr[0] == '{' ? tx_json_scan_find(json, "@graph") : json;
	telex_slice item;

	while (inside.len > 0 && inside.ptr[0] != '{' && tx_json_scan_item(&inside, &item)) {
		if (item.len == 0 || item.ptr[0] != '{')
			continue;
		telex_slice own = tx_json_scan_find(item, "@id");
		if (own.len == id.len && memcmp(own.ptr, id.ptr, id.len) == 0 &&
		    tx_json_scan_find(item, "name").len > 0)
			return item;
	}
	return TX_LIT("");
}

/* {"@id": …} alone is the object that has it elsewhere: often the account that put the story on the
 * site, less sure than a byline that is seen. */
static void take_author(struct tx_page_facts *facts, telex_slice value)
{
	unsigned rank = TX_RANK_LINKED;
	bool object = value.len > 0 && value.ptr[0] == '{';
	telex_slice id = object ? tx_json_scan_find(value, "@id") : TX_LIT("");

	if (id.len > 0 && tx_json_scan_find(value, "name").len == 0 &&
	    facts->authors.referred < TX_PAGE_AUTHORS_MAX) {
		facts->authors.referred++;
		rank = TX_RANK_ACCOUNT;
		value = find_named(facts->linked, id);
	}
	tx_page_state_author(facts, rank, text_of(facts, value));
}

static void take_authors(struct tx_page_facts *facts, telex_slice value)
{
	each(facts, value, take_author);
}

static void take_creator(struct tx_page_facts *facts, telex_slice value)
{
	tx_page_state_author(facts, TX_RANK_META, text_of(facts, value));
}

static void take_creators(struct tx_page_facts *facts, telex_slice value)
{
	each(facts, value, take_creator);
}

static void take_publisher(struct tx_page_facts *facts, telex_slice value)
{
	tx_story_state(facts->story, TX_FIELD_PUBLISHER_URL, TX_RANK_LINKED,
		       text_of(facts, tx_json_scan_find(value, "url")));
	tx_page_state_site(facts, TX_RANK_META + 1, text_of(facts, value));
}

static void take_body(struct tx_page_facts *facts, telex_slice value)
{
	if (value.ptr[0] == '"' && value.len > facts->body.len)
		facts->body = value;
}

static void take_free(struct tx_page_facts *facts, telex_slice value)
{
	facts->partial |=
		tx_slice_is(value, "false") || tx_slice_eq_nocase(value, TX_LIT("\"false\""));
}

/* One more of a list, of which there are not as many as hostile data may have. */
static void add_to_list(struct tx_page_facts *facts, enum tx_field field, telex_slice name)
{
	if (facts->listed < LISTED_MAX)
		tx_story_state(facts->story, field, 0, name);
	else if (facts->listed == LISTED_MAX)
		tx_story_alert(facts->story, TX_WARN_ENVELOPE_BROKEN, 0,
			       TX_LIT("keywords and names beyond the 500th were left out"));
	facts->listed++;
}

/* Things that a story is about, by their types. */
static const struct {
	const char *type;
	enum tx_field field;
} things[] = {{"Person", TX_FIELD_PERSON},
	      {"Organization", TX_FIELD_ORGANISATION},
	      {"Corporation", TX_FIELD_ORGANISATION},
	      {"Place", TX_FIELD_PLACE},
	      {"Country", TX_FIELD_PLACE},
	      {"City", TX_FIELD_PLACE}};

static void take_thing(struct tx_page_facts *facts, telex_slice value)
{
	telex_slice type = tx_json_scan_find(value, "@type");

	for (size_t i = 0; type.len > 0 && i < TX_COUNT(things); i++) {
		if (tx_slice_find(type, tx_slice_of(things[i].type)) < type.len) {
			add_to_list(facts, things[i].field, text_of(facts, value));
			return;
		}
	}
}

static void take_things(struct tx_page_facts *facts, telex_slice value)
{
	each(facts, value, take_thing);
}

static void take_place(struct tx_page_facts *facts, telex_slice value)
{
	add_to_list(facts, TX_FIELD_PLACE, text_of(facts, value));
}

static void take_places(struct tx_page_facts *facts, telex_slice value)
{
	each(facts, value, take_place);
}

static void take_updates(struct tx_page_facts *facts, telex_slice value)
{
	if (value.ptr[0] == '[')
		facts->updates = value;
}

static void take_keyword(struct tx_page_facts *facts, telex_slice value)
{
	telex_slice text = text_of(facts, value);

	for (struct tx_cut cut = {.tail = text, .found = true}; cut.found;) {
		cut = tx_cut(cut.tail, ',');
		add_to_list(facts, TX_FIELD_KEYWORD, cut.head);
	}
}

static void take_keywords(struct tx_page_facts *facts, telex_slice value)
{
	each(facts, value, take_keyword);
}

static void take_issued(struct tx_page_facts *facts, telex_slice value)
{
	tx_page_state_time(facts, TX_FIELD_ISSUED, TX_RANK_LINKED, text_of(facts, value));
}

static void take_updated(struct tx_page_facts *facts, telex_slice value)
{
	tx_page_state_time(facts, TX_FIELD_UPDATED, TX_RANK_LINKED, text_of(facts, value));
}

static void take_created(struct tx_page_facts *facts, telex_slice value)
{
	tx_page_state_time(facts, TX_FIELD_CREATED, TX_RANK_LINKED, text_of(facts, value));
}

/* Properties of a story: a field that takes their text, or a function. */
static const struct {
	const char *name;
	void (*take)(struct tx_page_facts *facts, telex_slice value);
	enum tx_field field;
} properties[] = {
	{"headline", take_headline, 0},
	{"author", take_authors, 0},
	{"creator", take_creators, 0},
	{"publisher", take_publisher, 0},
	{"articleBody", take_body, 0},
	{"isAccessibleForFree", take_free, 0},
	{"keywords", take_keywords, 0},
	{"about", take_things, 0},
	{"mentions", take_things, 0},
	{"contentLocation", take_places, 0},
	{"liveBlogUpdate", take_updates, 0},
	{"datePublished", take_issued, 0},
	{"dateModified", take_updated, 0},
	{"dateCreated", take_created, 0},
	{"alternativeHeadline", NULL, TX_FIELD_SUBHEADLINE},
	{"description", NULL, TX_FIELD_ABSTRACT},
	{"articleSection", NULL, TX_FIELD_CATEGORY_NAME},
	{"inLanguage", NULL, TX_FIELD_LANGUAGE},
	{"copyrightNotice", NULL, TX_FIELD_COPYRIGHT},
};

static void take_story(struct tx_page_facts *facts, telex_slice object)
{
	telex_slice inside = object, key, value;

	facts->article = true;
	while (tx_json_scan_member(&inside, &key, &value)) {
		for (size_t i = 0; i < TX_COUNT(properties); i++) {
			if (!tx_slice_is(key, properties[i].name))
				continue;
			if (properties[i].take != NULL)
				properties[i].take(facts, value);
			else
				tx_story_state(facts->story, properties[i].field, TX_RANK_LINKED,
					       text_of(facts, value));
		}
	}
}

static bool has_type(telex_slice value, const char *const *words)
{
	for (; *words != NULL; words++) {
		if (tx_slice_find(value, tx_slice_of(*words)) < value.len)
			return true;
	}
	return false;
}

static void walk(struct tx_page_facts *facts, telex_slice value, unsigned depth)
{
	static const char *const stories[] = {"Article", "BlogPosting", "Report", "\"Review\"",
					      NULL};
	static const char *const others[] = {
		"CollectionPage", "ItemList\"", "SearchResultsPage",
		"ProfilePage",    "QAPage",     "DiscussionForumPosting",
		"\"Product\"",    "\"Store\"",  "\"Recipe\"",
		"\"JobPosting\"", NULL};
	static const char *const holders[] = {"@graph", "mainEntity", "mainEntityOfPage", "hasPart",
					      NULL};
	telex_slice inside = value, key, item;

	if (depth > DEPTH_MAX || value.len == 0)
		return;
	if (value.ptr[0] == '[') {
		while (tx_json_scan_item(&inside, &item))
			walk(facts, item, depth + 1);
		return;
	}
	if (value.ptr[0] != '{')
		return;
	telex_slice type = tx_json_scan_find(value, "@type");
	if (has_type(type, stories)) {
		facts->stories++;
		take_story(facts, value);
		return;
	}
	facts->listing |= has_type(type, others);
	while (tx_json_scan_member(&inside, &key, &item)) {
		if (tx_slice_in(key, holders))
			walk(facts, item, depth + 1);
	}
}

void tx_page_linked_data(struct tx_page_facts *facts, telex_slice json)
{
	size_t start = 0;

	while (start < json.len && json.ptr[start] != '{' && json.ptr[start] != '[')
		start++;
	facts->linked = tx_json_scan_value(tx_slice_skip(json, start));
	walk(facts, facts->linked, 0);
}
