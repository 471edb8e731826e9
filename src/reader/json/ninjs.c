/* ninjs 1.x, 2.x and 3.x (IPTC, News in JSON), and the JSON of services that is like it.  The
 * versions differ in names, which one table holds for all: a name means the same wherever it
 * occurs.  Items of type text and composite are dispatches; the others are media.  Left out:
 * events, plans, and the geometry of places. */
#include "core/ascii.h"
#include "core/error.h"
#include "reader/html.h"
#include "reader/json/json.h"
#include "reader/json/values.h"

#define WRAPPERS_MAX 4 /* one inside the other */

typedef void take_fn(struct tx_story *story, enum tx_field field, unsigned rank, json_t *value);

struct property {
	const char *name;
	take_fn *take;
	enum tx_field field;
	uint8_t rank;
};

/* A string or a number states; of an array each of its strings. */
static void take_value(struct tx_story *story, enum tx_field field, unsigned rank, json_t *value)
{
	char number[32];

	if (json_is_string(value)) {
		tx_story_state(story, field, rank, tx_json_text_of(value));
	} else if (json_is_integer(value)) {
		int len = snprintf(number, sizeof(number), "%" JSON_INTEGER_FORMAT,
				   json_integer_value(value));
		tx_story_state(story, field, rank, tx_slice(number, (size_t)len));
	} else if (json_is_array(value)) {
		for (size_t i = 0; i < json_array_size(value); i++)
			tx_story_state(story, field, rank,
				       tx_json_text_of(json_array_get(value, i)));
	}
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
	static const char *const schemes[] = {"scheme", "creator", NULL};

	if (json_is_string(entry))
		tx_story_state(story, field, 0, tx_json_text_of(entry));
	else
		tx_story_add(story, field, bare_code(tx_json_first(entry, codes)),
			     tx_json_member(entry, "name"), tx_json_first(entry, schemes));
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

/* headlines[]: by their roles. */
static void take_headlines(struct tx_story *story, enum tx_field field, unsigned rank,
			   json_t *value)
{
	(void)field;
	for (size_t i = 0; i < json_array_size(value); i++) {
		json_t *headline = json_array_get(value, i);
		telex_slice role = tx_json_member(headline, "role");
		bool main = role.len == 0 || tx_slice_is(role, "main");
		bool sub = tx_slice_opens(role, "sub");
		tx_story_state(story, sub ? TX_FIELD_SUBHEADLINE : TX_FIELD_HEADLINE, rank + !main,
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

static void take_descriptions(struct tx_story *story, enum tx_field field, unsigned rank,
			      json_t *value)
{
	(void)field;
	for (size_t i = 0; i < json_array_size(value); i++) {
		json_t *description = json_array_get(value, i);
		telex_slice role = tx_json_member(description, "role");
		for (size_t j = 0; j < sizeof(description_roles) / sizeof(description_roles[0]);
		     j++) {
			if (tx_slice_is(role, description_roles[j].name))
				tx_story_state(story, description_roles[j].field,
					       rank + description_roles[j].rank,
					       tx_json_member(description, "value"));
		}
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

/* bylines[], authors[]: the names. */
static void take_names(struct tx_story *story, enum tx_field field, unsigned rank, json_t *value)
{
	static const char *const names[] = {"byline", "by", "name", NULL};

	for (size_t i = 0; i < json_array_size(value); i++) {
		telex_slice name = tx_json_first(json_array_get(value, i), names);
		tx_story_state(story, field, rank, name);
	}
}

static void take_sources(struct tx_story *story, enum tx_field field, unsigned rank, json_t *value)
{
	tx_story_state(story, field, rank, tx_json_member(json_array_get(value, 0), "name"));
}

static void add_association(struct tx_story *story, json_t *item)
{
	static const char *const ids[] = {"uri", "guid", "href", NULL};
	static const char *const captions[] = {"description_text", "headline", "title", NULL};

	tx_story_add(story, TX_FIELD_MEDIA, tx_json_first(item, ids), tx_json_first(item, captions),
		     tx_json_member(item, "type"));
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

/* Sorted by name without case, so that the spellings of the versions are one. */
static const struct property properties[] = {
	{"altids", take_alternate_ids, TX_FIELD_ID, 0},
	{"anpa_category", take_service, TX_FIELD_CATEGORY, 1},
	{"associations", take_associations, TX_FIELD_MEDIA, 0},
	{"authors", take_names, TX_FIELD_AUTHOR, 0},
	{"by", take_value, TX_FIELD_BYLINE, 1},
	{"byline", take_value, TX_FIELD_BYLINE, 0},
	{"bylines", take_names, TX_FIELD_BYLINE, 3},
	{"contentcreated", take_value, TX_FIELD_CREATED, 1},
	{"copyrightholder", take_value, TX_FIELD_COPYRIGHT, 1},
	{"copyrightnotice", take_value, TX_FIELD_COPYRIGHT, 0},
	{"dateline", take_value, TX_FIELD_DATELINE, 0},
	{"datelinelocation", take_place, TX_FIELD_DATELINE_PLACE, 0},
	{"description_summary", take_value, TX_FIELD_ABSTRACT, 1},
	{"description_text", take_value, TX_FIELD_ABSTRACT, 0},
	{"descriptions", take_descriptions, TX_FIELD_ABSTRACT, 0},
	{"editorialpriority", take_value, TX_FIELD_PRIORITY, 0},
	{"ednote", take_note, TX_FIELD_NOTE_ADVISORY, 0},
	{"embargoed", take_value, TX_FIELD_EMBARGO, 0},
	{"embargoeduntil", take_value, TX_FIELD_EMBARGO, 0},
	{"expires", take_value, TX_FIELD_EXPIRES, 0},
	{"firstcreated", take_value, TX_FIELD_CREATED, 0},
	{"firstpublished", take_value, TX_FIELD_ISSUED, 0},
	{"genre", take_genre, TX_FIELD_GENRE, 0},
	{"genres", take_genre, TX_FIELD_GENRE, 0},
	{"guid", take_value, TX_FIELD_ID, 0},
	{"headline", take_value, TX_FIELD_HEADLINE, 0},
	{"headlines", take_headlines, TX_FIELD_HEADLINE, 0},
	{"infosource", take_sources, TX_FIELD_AGENCY, 4},
	{"infosources", take_sources, TX_FIELD_AGENCY, 2},
	{"keywords", take_value, TX_FIELD_KEYWORD, 0},
	{"language", take_value, TX_FIELD_LANGUAGE, 0},
	{"located", take_value, TX_FIELD_DATELINE, 2},
	{"organisation", take_terms, TX_FIELD_ORGANISATION, 0},
	{"organisations", take_terms, TX_FIELD_ORGANISATION, 0},
	{"people", take_terms, TX_FIELD_PERSON, 0},
	{"person", take_terms, TX_FIELD_PERSON, 0},
	{"place", take_terms, TX_FIELD_PLACE, 0},
	{"places", take_terms, TX_FIELD_PLACE, 0},
	{"priority", take_value, TX_FIELD_PRIORITY, 1},
	{"provider", take_value, TX_FIELD_AGENCY, 1},
	{"pubstatus", take_value, TX_FIELD_STATUS, 0},
	{"service", take_service, TX_FIELD_CATEGORY, 0},
	{"slug", take_value, TX_FIELD_SLUG, 1},
	{"slugline", take_value, TX_FIELD_SLUG, 0},
	{"source", take_value, TX_FIELD_AGENCY, 0},
	{"subject", take_subjects, TX_FIELD_SUBJECT, 0},
	{"subjects", take_subjects, TX_FIELD_SUBJECT, 0},
	{"title", take_value, TX_FIELD_HEADLINE, 5},
	{"urgency", take_value, TX_FIELD_URGENCY, 0},
	{"uri", take_value, TX_FIELD_ID, 2},
	{"usageterms", take_value, TX_FIELD_USAGE, 0},
	{"version", take_value, TX_FIELD_VERSION, 0},
	{"versioncreated", take_value, TX_FIELD_UPDATED, 0},
	{"wordcount", take_value, TX_FIELD_WORDS, 0},
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

/* Copy, and what told that the item is a dispatch. */
static bool is_read_elsewhere(telex_slice name)
{
	return tx_ninjs_is_body(name) || tx_slice_is(name, "type");
}

static void take_properties(struct tx_unwrapper *unwrapper, struct tx_story *story, json_t *item)
{
	const char *key;
	json_t *value;

	json_object_foreach(item, key, value)
	{
		const struct property *property = find_property(key);
		if (property != NULL)
			property->take(story, property->field, property->rank, value);
		else if (unwrapper->leftovers && json_is_string(value) &&
			 !is_read_elsewhere(tx_slice_of(key)))
			tx_story_leave_over(story, tx_slice_of(key), tx_json_text_of(value));
	}
}

static bool is_dispatch(json_t *item)
{
	static const char *const types[] = {"", "text", "composite", NULL};
	static const char *const signs[] = {"uri",       "guid",      "headline",
					    "body_html", "body_text", NULL};

	/* A record of telex's own is no envelope. */
	if (json_object_get(item, "telex") != NULL)
		return false;
	return tx_slice_in(tx_json_member(item, "type"), types) &&
	       (tx_json_first(item, signs).len > 0 || json_object_get(item, "headlines") != NULL ||
		json_object_get(item, "bodies") != NULL);
}

/* Reading what may be an item: EMPTY where it is none. */
static telex_status read_item(struct tx_unwrapper *unwrapper, json_t *item)
{
	struct tx_story *story;

	if (!is_dispatch(item))
		return TELEX_ERR_EMPTY;
	story = tx_story_new(&unwrapper->arena, "ninjs");
	if (story == NULL)
		return TELEX_ERR_MEMORY;
	take_properties(unwrapper, story, item);
	if (!tx_ninjs_fill_copy(unwrapper, story, item))
		return TELEX_ERR_MEMORY;
	tx_stories_append(&unwrapper->stories, story);
	return TELEX_OK;
}

static telex_status read_items(struct tx_unwrapper *unwrapper, json_t *array)
{
	telex_status status = TELEX_OK;

	for (size_t i = 0; i < json_array_size(array) && status != TELEX_ERR_MEMORY; i++)
		status = read_item(unwrapper, json_array_get(array, i));
	return status;
}

static telex_status read_value(struct tx_unwrapper *unwrapper, json_t *value, unsigned wrappers)
{
	static const char *const names[] = {"item", "items", "data", "_items"};
	telex_status status = json_is_object(value) && wrappers > 0 ? read_item(unwrapper, value)
								    : read_items(unwrapper, value);

	if (status != TELEX_ERR_EMPTY || !json_is_object(value) || wrappers == 0)
		return status;
	for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); i++) {
		json_t *inner = json_object_get(value, names[i]);
		if (inner != NULL && read_value(unwrapper, inner, wrappers - 1) == TELEX_ERR_MEMORY)
			return TELEX_ERR_MEMORY;
	}
	return TELEX_OK;
}

telex_status tx_ninjs_read(struct tx_unwrapper *unwrapper, json_t *value)
{
	size_t before = unwrapper->stories.count;

	if (read_value(unwrapper, value, WRAPPERS_MAX) == TELEX_ERR_MEMORY)
		return TELEX_ERR_MEMORY;
	return unwrapper->stories.count > before ? TELEX_OK : TELEX_ERR_EMPTY;
}

telex_status tx_ninjs_unwrap(struct tx_unwrapper *unwrapper, telex_slice frame, telex_error *reterr)
{
	struct tx_story *before = unwrapper->stories.last, *notes;
	json_error_t error;

	if (!tx_json_is_small(frame))
		return tx_json_read_large(unwrapper, frame, reterr);
	json_t *value;
	telex_status status = tx_json_load(unwrapper, frame, &value, &notes, &error);

	if (status == TELEX_ERR_SYNTAX)
		return tx_fail_at(reterr, status, 0, error.line > 0 ? (uint32_t)error.line : 1,
				  error.column > 0 ? (uint32_t)error.column : 1, "not JSON: %.100s",
				  error.text);
	if (status == TELEX_OK)
		status = tx_ninjs_read(unwrapper, value);
	json_decref(value);
	if (status == TELEX_ERR_MEMORY)
		return tx_fail_memory(reterr);
	struct tx_story *first = before == NULL ? unwrapper->stories.first : before->next;
	if (notes != NULL && first != NULL)
		tx_story_hand_alerts(notes, first);
	return status == TELEX_OK ? status
				  : tx_fail(reterr, TELEX_ERR_EMPTY,
					    "no dispatch in this JSON (no item of type text)");
}
