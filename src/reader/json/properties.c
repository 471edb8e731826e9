/* What the properties of an item of news in JSON state: a table of names, one row each. */
#include "core/ascii.h"
#include "reader/html_text.h"
#include "reader/json/json.h"

typedef void take_fn(struct tx_story *story, enum tx_field field, unsigned rank, json_t *value);

struct property {
	const char *name;
	take_fn *take;
	enum tx_field field;
	uint8_t rank;
};

/* The text of a value: its own, or that of an object's member that holds it ({"rendered": "..."},
 * {"main": "..."}). */
static telex_slice text_in(json_t *value)
{
	static const char *const members[] = {"main", "rendered", "value", "original", "name",
					      "text", "byline",   "by",    NULL};

	return json_is_object(value) ? tx_json_first(value, members) : tx_json_text_of(value);
}

/* A text or a number states; of an array each of its texts. */
static void take_value(struct tx_story *story, enum tx_field field, unsigned rank, json_t *value)
{
	char number[32];

	if (json_is_integer(value)) {
		int len = snprintf(number, sizeof(number), "%" JSON_INTEGER_FORMAT,
				   json_integer_value(value));
		tx_story_state(story, field, rank, tx_slice(number, (size_t)len));
	} else if (json_is_array(value)) {
		for (size_t i = 0; i < json_array_size(value); i++)
			tx_story_state(story, field, rank, text_in(json_array_get(value, i)));
	} else {
		tx_story_state(story, field, rank, text_in(value));
	}
}

/* A title that may be HTML ("Trams &amp; <i>buses</i>", as content systems give it). */
static void take_title(struct tx_story *story, enum tx_field field, unsigned rank, json_t *value)
{
	tx_html_title(story, field, rank, text_in(value));
}

/* "medtop:04000000", ".../mediatopic/20000002": the code without its scheme, where that is a
 * standard one. */
static telex_slice bare_code(telex_slice code)
{
	static const char *const standard[] = {"subj", "medtop", "iptccat", NULL};
	struct tx_cut cut = tx_cut(code, ':');
	size_t slash = code.len;

	if (cut.found && tx_slice_in(cut.head, standard))
		return cut.tail;
	if (tx_slice_find(code, TX_LIT("//cv.iptc.org/")) == code.len)
		return code;
	while (slash > 0 && code.ptr[slash - 1] != '/')
		slash--;
	return tx_slice_skip(code, slash);
}

static void take_term(struct tx_story *story, enum tx_field field, json_t *entry)
{
	static const char *const codes[] = {"code", "literal", "qcode", "uri", "iso3166", NULL};

	if (json_is_string(entry))
		tx_story_state(story, field, 0, tx_json_text_of(entry));
	else
		tx_story_add(story, field, bare_code(tx_json_first(entry, codes)),
			     tx_json_member(entry, "name"), tx_json_member(entry, "scheme"));
}

/* Those of the byline and the dateline are not what the item is about. */
static bool is_of_the_copy(struct tx_story *story, json_t *entry)
{
	telex_slice rel = tx_json_member(entry, "rel");

	if (tx_slice_is(rel, "author"))
		tx_story_state(story, TX_FIELD_AUTHOR, 0, tx_json_member(entry, "name"));
	return tx_slice_is(rel, "author") || tx_slice_is(rel, "dateline");
}

static void take_terms(struct tx_story *story, enum tx_field field, unsigned rank, json_t *value)
{
	(void)rank;
	if (!json_is_array(value))
		return;
	for (size_t i = 0; i < json_array_size(value); i++) {
		if (!is_of_the_copy(story, json_array_get(value, i)))
			take_term(story, field, json_array_get(value, i));
	}
}

static bool is_category(json_t *subject)
{
	json_t *rel = json_object_get(subject, "rels");

	for (size_t i = 0; i < json_array_size(rel); i++) {
		if (tx_slice_is(tx_json_text_of(json_array_get(rel, i)), "category"))
			return true;
	}
	return false;
}

/* No vocabulary but the sender's has it. */
static bool is_code_alone(json_t *subject)
{
	return json_object_get(subject, "uri") == NULL &&
	       tx_json_member(subject, "scheme").len == 0 &&
	       tx_json_member(subject, "code").len == 0;
}

/* Some subjects are the sender's categories and keywords. */
static void take_subjects(struct tx_story *story, enum tx_field field, unsigned rank, json_t *value)
{
	for (size_t i = 0; i < json_array_size(value); i++) {
		json_t *subject = json_array_get(value, i);
		telex_slice rel = tx_json_member(subject, "rel");
		if (is_category(subject) || tx_slice_is(rel, "category"))
			tx_story_state(story, TX_FIELD_CATEGORY, rank + 1,
				       tx_json_member(subject, "code"));
		if (tx_slice_is(rel, "keyword")) {
			tx_story_state(story, TX_FIELD_KEYWORD, 0, tx_json_member(subject, "name"));
		} else if (tx_slice_is(rel, "classifies") && is_code_alone(subject)) {
			tx_story_state(story, TX_FIELD_CATEGORY, rank,
				       tx_json_member(subject, "literal"));
			tx_story_state(story, TX_FIELD_CATEGORY_NAME, rank,
				       tx_json_member(subject, "name"));
		} else {
			take_term(story, field, subject);
		}
	}
}

/* The service's code is the sender's category. */
static void take_service(struct tx_story *story, enum tx_field field, unsigned rank, json_t *value)
{
	json_t *first = json_array_get(value, 0);

	(void)field;
	tx_story_state(story, TX_FIELD_CATEGORY, rank, tx_json_member(first, "code"));
	tx_story_state(story, TX_FIELD_CATEGORY_NAME, rank, tx_json_member(first, "name"));
}

static void take_genre(struct tx_story *story, enum tx_field field, unsigned rank, json_t *value)
{
	json_t *first = json_is_array(value) ? json_array_get(value, 0) : value;
	static const char *const names[] = {"name", "literal", "code", NULL};

	tx_story_state(story, field, rank,
		       json_is_string(first) ? tx_json_text_of(first)
					     : tx_json_first(first, names));
}

/* By its role: a sub headline, the main one, or another of the same story. */
static void state_headline(struct tx_story *story, telex_slice role, unsigned rank,
			   telex_slice text)
{
	bool main = role.len == 0 || tx_slice_is(role, "main");
	bool sub = tx_slice_opens(role, "sub");

	tx_html_title(story, sub ? TX_FIELD_SUBHEADLINE : TX_FIELD_HEADLINE, rank + !main, text);
}

static void take_headlines(struct tx_story *story, enum tx_field field, unsigned rank,
			   json_t *value)
{
	(void)field;
	for (size_t i = 0; i < json_array_size(value); i++) {
		json_t *headline = json_array_get(value, i);
		state_headline(story, tx_json_member(headline, "role"), rank,
			       tx_json_member(headline, "value"));
	}
}

struct role {
	const char *name;
	enum tx_field field;
	uint8_t rank;
};

static const struct role description_roles[] = {
	{"", TX_FIELD_ABSTRACT, 3},         {"lead", TX_FIELD_ABSTRACT, 0},
	{"summary", TX_FIELD_ABSTRACT, 1},  {"text", TX_FIELD_ABSTRACT, 2},
	{"creditline", TX_FIELD_CREDIT, 0}, {"dateline", TX_FIELD_DATELINE, 0},
	{"signoff", TX_FIELD_SIGNOFF, 0},   {"writer", TX_FIELD_BYLINE, 2},
	{"byline", TX_FIELD_BYLINE, 0},     {"note", TX_FIELD_NOTE_ADVISORY, 0},
};

static bool state_description(struct tx_story *story, telex_slice role, unsigned rank,
			      telex_slice text)
{
	for (size_t i = 0; i < sizeof(description_roles) / sizeof(description_roles[0]); i++) {
		if (!tx_slice_is(role, description_roles[i].name))
			continue;
		tx_story_state(story, description_roles[i].field, rank + description_roles[i].rank,
			       text);
		return true;
	}
	return false;
}

static void take_descriptions(struct tx_story *story, enum tx_field field, unsigned rank,
			      json_t *value)
{
	(void)field;
	for (size_t i = 0; i < json_array_size(value); i++) {
		json_t *description = json_array_get(value, i);
		state_description(story, tx_json_member(description, "role"), rank,
				  tx_json_member(description, "value"));
	}
}

/* altids: an object of names in 1.x, an array of roles from 2.x on. */
static const struct role alternate_ids[] = {
	{"itemid", TX_FIELD_ID, 1},
	{"service", TX_FIELD_SERVICE, 0},
	{"wireRef", TX_FIELD_SEQUENCE, 0},
	{"publicIdentifier", TX_FIELD_ID, 0},
};

static void take_alternate_ids(struct tx_story *story, enum tx_field field, unsigned rank,
			       json_t *value)
{
	(void)field, (void)rank;
	for (size_t j = 0; j < sizeof(alternate_ids) / sizeof(alternate_ids[0]); j++) {
		const struct role *id = &alternate_ids[j];
		tx_story_state(story, id->field, id->rank, tx_json_member(value, id->name));
		for (size_t i = 0; i < json_array_size(value); i++) {
			json_t *entry = json_array_get(value, i);
			if (tx_slice_is(tx_json_member(entry, "role"), id->name))
				tx_story_state(story, id->field, id->rank,
					       tx_json_member(entry, "value"));
		}
	}
}

/* A note a line. */
static void take_note(struct tx_story *story, enum tx_field field, unsigned rank, json_t *value)
{
	telex_slice rest = tx_json_text_of(value);

	while (rest.len > 0) {
		struct tx_cut line = tx_cut(rest, '\n');
		tx_story_state(story, field, rank, line.head);
		rest = line.tail;
	}
}

/* bylines[]: the first one is the byline, the others stand beside it; each may have its role. */
static void take_bylines(struct tx_story *story, enum tx_field field, unsigned rank, json_t *value)
{
	static const char *const roles[] = {"title", "jobtitle", "role", NULL};

	for (size_t i = 0; i < json_array_size(value); i++) {
		json_t *entry = json_array_get(value, i);
		telex_slice role =
			json_is_object(entry) ? tx_json_first(entry, roles) : tx_json_text_of(NULL);
		if (i > 0) {
			tx_story_add(story, TX_FIELD_MORE_BYLINE, role, text_in(entry),
				     tx_json_text_of(NULL));
			continue;
		}
		tx_story_state(story, field, rank, text_in(entry));
		tx_story_state(story, TX_FIELD_ROLE, rank, role);
	}
}

/* authors[]: names; one text is a byline. */
static void take_authors(struct tx_story *story, enum tx_field field, unsigned rank, json_t *value)
{
	if (json_is_array(value))
		take_value(story, field, rank, value);
	else
		tx_story_state(story, TX_FIELD_BYLINE, rank + 4, text_in(value));
}

static void take_sources(struct tx_story *story, enum tx_field field, unsigned rank, json_t *value)
{
	tx_story_state(story, field, rank, tx_json_member(json_array_get(value, 0), "name"));
}

static void add_association(struct tx_story *story, json_t *item)
{
	static const char *const ids[] = {"uri", "guid", "href", NULL};
	static const char *const captions[] = {"description_text",
					       "description_caption",
					       "caption",
					       "headline",
					       "title",
					       "alt",
					       NULL};
	static const char *const roles[] = {"caption", "text", "main", "", NULL};
	static const char *const credits[] = {
		"by",         "byline",    "credit",          "creditline",
		"creditLine", "copyright", "copyrightholder", NULL};
	telex_slice caption = tx_json_by_role(json_object_get(item, "descriptions"), roles);

	if (caption.len == 0)
		caption = tx_json_first(item, captions);
	if (caption.len == 0)
		caption = tx_json_by_role(json_object_get(item, "headlines"), roles);
	struct tx_entry *entry = tx_story_add(story, TX_FIELD_MEDIA, tx_json_first(item, ids),
					      caption, tx_json_member(item, "type"));
	if (entry != NULL)
		entry->credit = tx_story_fold(story, tx_json_first(item, credits));
}

/* An object by names in 1.x, an array from 2.x on. */
static void take_associations(struct tx_story *story, enum tx_field field, unsigned rank,
			      json_t *value)
{
	const char *key;
	json_t *item;

	(void)field, (void)rank;
	for (size_t i = 0; i < json_array_size(value); i++)
		add_association(story, json_array_get(value, i));
	if (json_is_object(value)) {
		json_object_foreach(value, key, item)
		{
			add_association(story, item);
		}
	}
}

static void take_place(struct tx_story *story, enum tx_field field, unsigned rank, json_t *value)
{
	tx_story_state(story, field, rank, tx_json_member(value, "city"));
}

/* Sorted by name without case, so that the spellings of the versions are one.  After those of ninjs
 * stand the names that services of news and dumps of pages use: a row a name. */
static const struct property properties[] = {
#include "reader/json/property_names.def"
};

static int compare(const char *key, const char *name)
{
	size_t i = 0;

	while (key[i] != '\0' && tx_lower(key[i]) == name[i])
		i++;
	return (unsigned char)tx_lower(key[i]) - (unsigned char)name[i];
}

static const struct property *find_property(const char *key)
{
	size_t low = 0, high = sizeof(properties) / sizeof(properties[0]);

	while (low < high) {
		size_t middle = low + (high - low) / 2;
		int order = compare(key, properties[middle].name);
		if (order == 0)
			return &properties[middle];
		if (order < 0)
			high = middle;
		else
			low = middle + 1;
	}
	return NULL;
}

/* ninjs 1.x: "headline_main", "description_caption": a name and a role. */
static bool take_by_role(struct tx_story *story, telex_slice key, json_t *value)
{
	struct tx_cut cut = tx_cut(key, '_');
	telex_slice text = tx_json_text_of(value);

	if (!cut.found || cut.tail.len == 0 || text.len == 0)
		return false;
	if (tx_slice_is(cut.head, "headline"))
		state_headline(story, cut.tail, 0, text);
	else if (!tx_slice_is(cut.head, "description"))
		return false;
	else
		return state_description(story, cut.tail, 0, text);
	return true;
}

bool tx_json_state_property(struct tx_story *story, const char *key, json_t *value)
{
	const struct property *property = find_property(key);

	if (property == NULL)
		return take_by_role(story, tx_slice_of(key), value);
	property->take(story, property->field, property->rank, value);
	return true;
}
