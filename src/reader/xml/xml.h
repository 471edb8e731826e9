/* The streaming engine for XML formats, on libxml2's SAX2 interface.  A format is a table of rules:
 * an element, told by its name and the names of the elements it stands in, and what its text or one
 * of its attributes states.  No tree is built, no entity from outside is read, nothing is fetched;
 * depth (256 elements) and the length of one text (10 MB) are libxml2's own limits. */
#ifndef TX_READER_XML_XML_H
#define TX_READER_XML_XML_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "core/buffer.h"
#include "core/slice.h"
#include "reader/field.h"
#include "reader/format.h"
#include "reader/markup.h"

struct tx_xml;

/** Called when the element begins (its attributes can be asked for) or, of TX_XML_END rules, when
 * it ends, with its text. */
typedef void tx_xml_take(struct tx_xml *xml, telex_slice text);

enum tx_xml_action {
	TX_XML_TEXT,  /* the element's text states the field */
	TX_XML_ATTR,  /* the attribute states it */
	TX_XML_ITEM,  /* a story begins and ends with the element */
	TX_XML_COPY,  /* the copy: its elements are blocks */
	TX_XML_DATA,  /* the copy in whatever form: elements, escaped HTML, plain text */
	TX_XML_SKIP,  /* nothing in it matters */
	TX_XML_START, /* `take` is called at the start */
	TX_XML_END    /* `take` is called at the end, with the text */
};

struct tx_xml_rule {
	const char *path;      /* "docdata/doc-id": the element and, to the left, those it is in */
	const char *attribute; /* of TX_XML_ATTR */
	const char *when;      /* "role=main": only with this attribute's value (behind its last
				  ':' or '/', in any case); NULL: always */
	uint8_t action;        /* enum tx_xml_action */
	uint8_t field;         /* enum tx_field */
	uint8_t rank;          /* of equal facts the lowest counts */
	tx_xml_take *take;
};

/** Shorthands for tables of rules. */
#define TX_XML_IS_TEXT(path, field, rank)                                                          \
	{                                                                                          \
		path, NULL, NULL, TX_XML_TEXT, field, rank, NULL                                   \
	}
#define TX_XML_IS_ATTR(path, attribute, field, rank)                                               \
	{                                                                                          \
		path, attribute, NULL, TX_XML_ATTR, field, rank, NULL                              \
	}
#define TX_XML_WHEN_TEXT(path, when, field, rank)                                                  \
	{                                                                                          \
		path, NULL, when, TX_XML_TEXT, field, rank, NULL                                   \
	}
#define TX_XML_WHEN_ATTR(path, when, attribute, field, rank)                                       \
	{                                                                                          \
		path, attribute, when, TX_XML_ATTR, field, rank, NULL                              \
	}
#define TX_XML_AREA(path, action)                                                                  \
	{                                                                                          \
		path, NULL, NULL, action, 0, 0, NULL                                               \
	}
#define TX_XML_CALL(path, action, take)                                                            \
	{                                                                                          \
		path, NULL, NULL, action, 0, 0, take                                               \
	}

/** The end of a table. */
#define TX_XML_NO_MORE                                                                             \
	{                                                                                          \
		NULL, NULL, NULL, 0, 0, 0, NULL                                                    \
	}

/** One set of rules; a format that holds another's elements names both. */
struct tx_xml_rules {
	const struct tx_xml_rule *items; /* up to TX_XML_NO_MORE; NULL: no set */
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
telex_status tx_xml_unwrap(struct tx_unwrapper *unwrapper, const struct tx_xml_format *format,
			   telex_slice frame, telex_error *reterr);

/** Make libxml2 ready for any number of threads: its own first steps are not safe among them.  To
 * be called before the first document is read; again does nothing. */
void tx_xml_init(void);

void tx_xml_free(struct tx_xml *xml);

/** For the functions of formats: the story in hand (never NULL: outside an item, what holds for all
 * of them), an attribute of the element that begins, and the last entry that `take` added. */
struct tx_story *tx_xml_story(struct tx_xml *xml);
telex_slice tx_xml_attribute(const struct tx_xml *xml, const char *name);
struct tx_markup *tx_xml_markup(struct tx_xml *xml);

/** Remember an entry, so that the elements inside can add to it. */
void tx_xml_set_entry(struct tx_xml *xml, struct tx_entry *entry);

/** Likewise, for the elements behind the one that begins, up to the end of the one around them. */
void tx_xml_share_entry(struct tx_xml *xml, struct tx_entry *entry);
struct tx_entry *tx_xml_entry(const struct tx_xml *xml);

/** A flag that a format's functions may leave for those called after them. */
void tx_xml_set_flag(struct tx_xml *xml, bool flag);
bool tx_xml_flag(const struct tx_xml *xml);

/** Keep what the story in hand states so far for those that follow it in the same element. */
void tx_xml_keep_story(struct tx_xml *xml);

/** End the story in hand here and begin another one with what was kept. */
void tx_xml_next_story(struct tx_xml *xml);

/** What else stands in the element around the one that begins is no copy; `field`: what the text of
 * its TX_XML_DATA states, TX_FIELD__COUNT: nothing. */
void tx_xml_mute_parent(struct tx_xml *xml, enum tx_field field);

/** Read nothing of the element that begins. */
void tx_xml_skip(struct tx_xml *xml);

/** Whether the story in hand has any copy. */
bool tx_xml_has_copy(const struct tx_xml *xml);

#endif
