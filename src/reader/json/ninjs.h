/* Items of JSON: what each of their properties states. */
#ifndef TX_READER_JSON_NINJS_H
#define TX_READER_JSON_NINJS_H

#include "reader/reader.h"
#include "reader/json/values.h"

/** The copy of an item so far: the best of its bodies. */
struct tx_item_copy {
	telex_slice text;
	unsigned score; /* the lowest wins */
};

/** An item that is read. */
struct tx_item {
	struct tx_reader *reader;
	struct tx_story *story;
	struct tx_item_copy copy;
	bool own;               /* telex has written it */
	bool facts_only;        /* its copy is elsewhere */
	unsigned later;         /* added to all ranks */
	struct tx_buffer prose; /* of members whose names are not known */
	bool failed;            /* memory is short */
};

struct tx_property;

/** State a title, which may be HTML in items that telex has not written. */
void tx_item_title(struct tx_item *item, enum tx_field field, unsigned rank, telex_slice text);

/** Take the value of a property into the item's story or copy. */
typedef void tx_take_fn(struct tx_item *item, const struct tx_property *property,
			struct tx_json_value value);

struct tx_property {
	const char *name; /* in small letters, without '_' and '-' */
	tx_take_fn *take;
	enum tx_field field;
	uint8_t rank;
};

/** The property of that name, in any case, with or without '_', '-' and blanks; NULL: not known. */
const struct tx_property *tx_property_find(telex_slice key);

/** Take what a member of an item states.  False when its name is not known. */
bool tx_item_takes(struct tx_item *item, telex_slice key, struct tx_json_value value);

/** A headline, a description by its role.  False: such a role states nothing. */
void tx_item_headline(struct tx_item *item, telex_slice role, telex_slice text);
bool tx_item_description(struct tx_item *item, telex_slice role, telex_slice text);

/** Keep a member whose name is not known: its prose is the copy where there is no other. */
void tx_item_leave(struct tx_item *item, telex_slice key, struct tx_json_value value);

/** Read what an object's members state. */
void tx_item_read(struct tx_item *item, struct tx_json_value object);

/** Make the story's text of the item's copy.  False when memory
 * is short. */
bool tx_item_finish(struct tx_item *item);

tx_take_fn tx_take_value, tx_take_title, tx_take_bylines, tx_take_time, tx_take_author,
	tx_take_names, tx_take_source, tx_take_terms, tx_take_subjects, tx_take_service,
	tx_take_category, tx_take_categories, tx_take_genre, tx_take_headlines,
	tx_take_descriptions, tx_take_alternate_ids, tx_take_note, tx_take_associations,
	tx_take_image, tx_take_place, tx_take_body, tx_take_nothing;

#endif
