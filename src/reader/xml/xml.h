/* The streaming engine for XML formats, on libxml2's SAX2 interface.  A format is a table of rules:
 * an element, recognised by its name and the names of the elements it is in, and what its text or one
 * of its attributes states.  No tree is built, no entity from outside is read, nothing is fetched;
 * depth (256 elements) is libxml2's own limit. */
#ifndef TX_READER_XML_XML_H
#define TX_READER_XML_XML_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "agency/vendor_terms.h"
#include "core/buffer.h"
#include "core/slice.h"
#include "core/field.h"
#include "reader/reader.h"
#include "reader/markup.h"

struct tx_xml;

/** Called when the element begins, with the rule's attribute (its others can be asked for), or when
 * it ends, with its text. */
typedef void tx_xml_take(struct tx_xml *xml, telex_slice text);
typedef void tx_xml_leave(struct tx_xml *xml);

/** What an element is to the copy. */
enum tx_xml_area {
	TX_XML_NO_AREA,
	TX_XML_ITEM, /* a story begins and ends with the element */
	TX_XML_COPY, /* the copy: its elements are blocks */
	TX_XML_DATA, /* the copy in whatever form: elements, escaped HTML, plain text */
	TX_XML_SKIP  /* the element is not read */
};

/** One rule: an area, a function, or else a field that the element's text, or its attribute where
 * one is named, states.  A table of rules ends with one without an element. */
struct tx_xml_rule {
	const char *element;   /* "docdata/doc-id": its name, left of it those that it is in */
	const char *attribute; /* NULL: the text */
	const char *when;      /* "role=main": only with this attribute's value (after its last
				  ':' or '/', in any case); NULL: always */
	tx_xml_take *begin;    /* called at the start */
	tx_xml_take *end;      /* called at the end */
	tx_xml_leave *leave;   /* called at the end, the text being copy; beside `begin` or alone */
	bool keep;             /* its text is of the element around as well */
	uint8_t area;          /* enum tx_xml_area */
	uint8_t field;         /* enum tx_field */
	uint8_t rank;          /* of equal facts the lowest counts */
	bool own;              /* only for an element of the root's namespace */
};

/** One set of rules; a format that holds another's elements names both. */
struct tx_xml_rules {
	const struct tx_xml_rule *items; /* up to one without an element; NULL: no set */
	uint8_t rank;                    /* added to the ranks: of a format inside another */
};

#define TX_XML_RULE_SETS 3

struct tx_xml_format {
	const char *name;
	struct tx_xml_rules sets[TX_XML_RULE_SETS];
	/* What is left to do when a story's element has ended; NULL: nothing. */
	void (*finish)(struct tx_xml *xml, struct tx_story *story);
};

/** Read a frame by a format's rules: a tx_unwrap_fn but for the format. */
telex_status tx_xml_unwrap(struct tx_reader *reader, const struct tx_xml_format *format,
			   telex_slice frame, telex_error *reterr);

/** Make libxml2 ready for any number of threads: its own first steps are not safe among them.  To
 * be called before the first document is read; again does nothing. */
void tx_xml_init(void);

void tx_xml_free(struct tx_xml *xml);

/** For the functions of formats: the story at hand (never NULL: outside an item, what holds for all
 * of them), an attribute of the element that begins, and the last entry that `take` added. */
struct tx_story *tx_xml_story(struct tx_xml *xml);
telex_slice tx_xml_attribute(const struct tx_xml *xml, const char *name);
struct tx_markup *tx_xml_markup(struct tx_xml *xml);

/** Remember an entry, so that the elements inside can add to it. */
void tx_xml_set_entry(struct tx_xml *xml, struct tx_entry *entry);

/** Likewise, for the elements after the one that begins, up to the end of the one around them. */
void tx_xml_share_entry(struct tx_xml *xml, struct tx_entry *entry);
struct tx_entry *tx_xml_entry(const struct tx_xml *xml);

/** A format's own state, for the elements inside the one that begins; NULL outside of all. */
void tx_xml_set_scope(struct tx_xml *xml, void *scope);
void *tx_xml_scope(const struct tx_xml *xml);

/** Whether the element around the one that begins has this name. */
bool tx_xml_is_inside(const struct tx_xml *xml, const char *name);

/** The rank of the rule whose function is called. */
uint8_t tx_xml_rank(const struct tx_xml *xml);

/** A flag that a format's functions may leave for those called after them. */
void tx_xml_set_flag(struct tx_xml *xml, bool flag);
bool tx_xml_flag(const struct tx_xml *xml);

/** State what a vendor's word says: the field of its row; without a row the value is left over
 * under the element's name and the word. */
void tx_xml_state_term(struct tx_xml *xml, enum tx_vendor_place place, telex_slice word,
		       telex_slice value);

/** Leave a value over, if that is wanted: `element` of the format, and a word that tells it from
 * others of that element, which may be empty. */
void tx_xml_leave_over(struct tx_xml *xml, const char *element, telex_slice word,
		       telex_slice value);

/** Keep what the story at hand states so far for those that follow it in the same element. */
void tx_xml_keep_story(struct tx_xml *xml);

/** End the story at hand here and begin another one with what was kept. */
void tx_xml_next_story(struct tx_xml *xml);

/** What else is in the element around the one that begins is no copy; `field`: what the text of
 * its TX_XML_DATA states, TX_FIELD__COUNT: nothing. */
void tx_xml_mute_parent(struct tx_xml *xml, enum tx_field field);

/** Read nothing of the element that begins. */
void tx_xml_skip(struct tx_xml *xml);

/** Bytes of copy that the story at hand has. */
size_t tx_xml_copy_len(const struct tx_xml *xml);

/** Whether the story at hand has any copy. */
bool tx_xml_has_copy(const struct tx_xml *xml);

#endif
