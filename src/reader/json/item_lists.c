/* What lists of an item state, each entry by its role: headlines, descriptions, identifiers, media.
 */
#include "reader/html_text.h"
#include "reader/json/ninjs.h"
#include "core/scan.h"

static void state(struct tx_item *item, enum tx_field field, unsigned rank, telex_slice value)
{
	tx_story_state(item->story, field, rank + item->later, value);
}

static telex_slice role_of(struct tx_json_value entry)
{
	return tx_json_member(entry, "role");
}

void tx_item_headline(struct tx_item *item, telex_slice role, telex_slice text)
{
	bool main = role.len == 0 || tx_slice_is(role, "main");
	bool sub = tx_slice_opens(role, "sub");

	tx_item_title(item, sub ? TX_FIELD_SUBHEADLINE : TX_FIELD_HEADLINE, item->later + !main,
		      text);
}

/* headlines[]: by their roles; of drafts of ninjs 2 by their names. */
void tx_take_headlines(struct tx_item *item, const struct tx_property *property,
		       struct tx_json_value value)
{
	static const char *const roles[] = {"role", "name", NULL};
	static const char *const texts[] = {"value", "text", NULL};
	struct tx_json_walk walk = tx_json_begin(value);

	(void)property;
	while (tx_json_opens(value, '[') && tx_json_step(&walk)) {
		bool text = tx_json_opens(walk.value, '"');
		tx_item_headline(item, tx_json_first(walk.value, roles),
				 text ? tx_json_text_of(walk.value)
				      : tx_json_first(walk.value, texts));
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

bool tx_item_description(struct tx_item *item, telex_slice role, telex_slice text)
{
	for (size_t i = 0; i < TX_COUNT(description_roles); i++) {
		if (!tx_slice_is(role, description_roles[i].name))
			continue;
		state(item, description_roles[i].field, description_roles[i].rank, text);
		return true;
	}
	return false;
}

void tx_take_descriptions(struct tx_item *item, const struct tx_property *property,
			  struct tx_json_value value)
{
	struct tx_json_walk walk = tx_json_begin(value);

	(void)property;
	while (tx_json_opens(value, '[') && tx_json_step(&walk))
		tx_item_description(item, role_of(walk.value), tx_json_member(walk.value, "value"));
}

/* altids: an object of names in 1.x, an array of roles from 2.x on. */
static const struct role alternate_ids[] = {
	{"itemid", TX_FIELD_ID, 1},
	{"service", TX_FIELD_SERVICE, 0},
	{"wireRef", TX_FIELD_SEQUENCE, 0},
	{"publicIdentifier", TX_FIELD_ID, 0},
};

static void take_alternate_id(struct tx_item *item, telex_slice role, telex_slice value)
{
	for (size_t j = 0; j < TX_COUNT(alternate_ids); j++) {
		if (tx_slice_is(role, alternate_ids[j].name))
			state(item, alternate_ids[j].field, alternate_ids[j].rank, value);
	}
}

void tx_take_alternate_ids(struct tx_item *item, const struct tx_property *property,
			   struct tx_json_value value)
{
	struct tx_json_walk walk = tx_json_begin(value);

	(void)property;
	while (tx_json_step(&walk)) {
		if (walk.key.ptr != NULL)
			take_alternate_id(item, walk.key, tx_json_scalar_of(walk.value));
		else
			take_alternate_id(item, role_of(walk.value),
					  tx_json_member(walk.value, "value"));
	}
}

/* What a medium has in descriptions[], headlines[]: that of the first of these roles. */
static telex_slice text_of_role(struct tx_json_value list, const char *const *roles)
{
	struct tx_json_walk walk = tx_json_begin(list);
	telex_slice best = {NULL, 0};
	size_t best_rank = SIZE_MAX;

	while (tx_json_opens(list, '[') && tx_json_step(&walk)) {
		telex_slice role = role_of(walk.value);
		size_t rank = 0;
		while (roles[rank] != NULL && !tx_slice_is(role, roles[rank]))
			rank++;
		if (roles[rank] == NULL || rank >= best_rank)
			continue;
		best = tx_json_member(walk.value, "value");
		best_rank = rank;
	}
	return best;
}

static telex_slice caption_of(struct tx_json_value medium)
{
	static const char *const captions[] = {"description_caption", "caption", "description_text",
					       "description", NULL};
	static const char *const titles[] = {"headline", "title", "alttext", "alt", NULL};
	static const char *const roles[] = {"caption", "text", "", "main", "summary", NULL};
	telex_slice caption = tx_json_first(medium, captions);

	if (caption.len == 0)
		caption = text_of_role(tx_json_get(medium, "descriptions"), roles);
	if (caption.len == 0)
		caption = tx_json_first(medium, titles);
	return caption.len > 0 ? caption : text_of_role(tx_json_get(medium, "headlines"), roles);
}

/* The address of the first rendition. */
static telex_slice rendition_of(struct tx_json_value medium)
{
	static const char *const names[] = {"href", "url", NULL};
	struct tx_json_walk walk = tx_json_begin(tx_json_get(medium, "renditions"));
	telex_slice address = {NULL, 0};

	while (address.len == 0 && tx_json_step(&walk))
		address = tx_json_first(walk.value, names);
	return address;
}

static void add_medium(struct tx_item *item, struct tx_json_value medium, const char *type)
{
	static const char *const ids[] = {"uri", "guid", "urn", "href", "url", "src", NULL};
	static const char *const credits[] = {"by",     "byline",          "creditline", "credit",
					      "author", "copyrightholder", NULL};
	telex_slice stated = tx_json_member(medium, "type"), id = tx_json_first(medium, ids);
	struct tx_entry *entry;

	if (tx_json_opens(medium, '"')) {
		tx_story_add(item->story, TX_FIELD_MEDIA, tx_json_text_of(medium),
			     tx_slice(NULL, 0), tx_slice_of(type));
		return;
	}
	entry = tx_story_add(item->story, TX_FIELD_MEDIA, id.len > 0 ? id : rendition_of(medium),
			     caption_of(medium), stated.len > 0 ? stated : tx_slice_of(type));
	telex_slice credit = tx_json_first(medium, credits);
	if (entry != NULL && credit.len > 0)
		entry->credit = tx_story_fold(item->story, credit);
}

/* An object by names in 1.x, an array from 2.x on. */
void tx_take_associations(struct tx_item *item, const struct tx_property *property,
			  struct tx_json_value value)
{
	struct tx_json_walk walk = tx_json_begin(value);
	bool images = property->name[0] == 'i';

	while (tx_json_step(&walk)) {
		if (walk.key.ptr == NULL || tx_json_opens(walk.value, '{'))
			add_medium(item, walk.value, images ? "picture" : NULL);
	}
}

/* A picture: its address, or an object. */
void tx_take_image(struct tx_item *item, const struct tx_property *property,
		   struct tx_json_value value)
{
	(void)property;
	if (tx_json_opens(value, '"') || tx_json_opens(value, '{'))
		add_medium(item, value, "picture");
}

void tx_take_place(struct tx_item *item, const struct tx_property *property,
		   struct tx_json_value value)
{
	bool text = tx_json_opens(value, '"');

	state(item, property->field, property->rank,
	      text ? tx_json_text_of(value) : tx_json_member(value, "city"));
}
