/* A document of a collection becomes a story: its elements by a table, its copy as the wire had it,
 * byline lines first, the dateline before the text. */
#ifndef TX_READER_SGML_DOCUMENT_H
#define TX_READER_SGML_DOCUMENT_H

#include "reader/markup.h"
#include "reader/sgml/sgml.h"

#define TX_SGML_BYLINES_MAX 4

struct tx_sgml_document;

/** An element with what is between its tags. */
struct tx_sgml_element {
	struct tx_sgml_tag tag; /* its start tag */
	telex_slice content;    /* raw */
	bool closed;            /* its end tag is there */
};

typedef void tx_sgml_take_fn(struct tx_sgml_document *document,
			     const struct tx_sgml_element *element);

/** What an element means: a field, or what its function makes of it.  Of an element with others
 * inside, or with copy, the field is TX_FIELD__COUNT: where its end tag is missing, it ends with
 * the next element of the rules, and not with any tag. */
struct tx_sgml_rule {
	const char *element;   /* its name, in any case; NULL ends a table */
	tx_sgml_take_fn *take; /* NULL: state the field */
	enum tx_field field;
	uint8_t rank;
};

/** `take` of an element that only holds others. */
tx_sgml_take_fn tx_sgml_enter;

/** `take` of an element that holds others and words about the document, up to its text. */
tx_sgml_take_fn tx_sgml_enter_header;

/** `take` of what the record has no use for: the collection's own notes. */
tx_sgml_take_fn tx_sgml_drop;

struct tx_sgml_collection {
	const char *format;
	const char *root;                 /* the element that is one document */
	const struct tx_sgml_rule *rules; /* up to one without an element */
	void (*begin)(struct tx_sgml_document *document, const struct tx_sgml_tag *tag);
	void (*end)(struct tx_sgml_document *document); /* NULL: nothing is left to do */
};

struct tx_sgml_document {
	const struct tx_sgml_collection *collection;
	struct tx_reader *reader;
	struct tx_story *story;
	struct tx_sgml scanner;
	struct tx_markup markup;
	telex_slice bylines[TX_SGML_BYLINES_MAX]; /* raw, not yet in the copy */
	size_t byline_count;
	telex_slice dateline;   /* likewise */
	telex_slice date, time; /* parts of one stamp */
	bool begun;             /* there is copy */
	bool blocks;            /* of paragraphs that tags part */
	bool whole;             /* plain text with its title lines */
	bool joining;           /* the next paragraph goes on after the dateline */
	bool in_header;         /* what is loose is not copy */
	bool alerted;
	uint64_t unclosed; /* of the rules: those whose end tag is missing from here on */
	size_t counted;    /* bytes of the frame whose lines are counted */
	uint32_t line;
};

telex_status tx_sgml_unwrap(const struct tx_sgml_collection *collection, struct tx_reader *reader,
			    telex_slice frame, telex_error *reterr);

/** Take the element whose start tag has just been read.  Without an end tag it ends where another
 * element of the rules begins, or the document ends. */
struct tx_sgml_element tx_sgml_read(struct tx_sgml *scanner, const struct tx_sgml_tag *tag,
				    const struct tx_sgml_rule *rules, const char *root);

/** The rule for a start tag, or NULL. */
const struct tx_sgml_rule *tx_sgml_find_rule(const struct tx_sgml_rule *rules,
					     const struct tx_sgml_tag *tag);

/** An element's text as it reads; it is gone when the copy grows. */
telex_slice tx_sgml_plain(struct tx_sgml_document *document, telex_slice content);

void tx_sgml_state(struct tx_sgml_document *document, enum tx_field field, unsigned rank,
		   telex_slice content);

/** Keep what no key takes, if it is wanted. */
void tx_sgml_leave(struct tx_sgml_document *document, telex_slice name, telex_slice content);

/** Warn of a break in the document, once; `at` is in the frame's text. */
void tx_sgml_alert(struct tx_sgml_document *document, const char *at, telex_slice message);

/** Elements of the text, for rules. */
tx_sgml_take_fn tx_sgml_take_byline, tx_sgml_take_dateline, tx_sgml_take_text;

/** Text that belongs to the copy, after what is there. */
void tx_sgml_add_copy(struct tx_sgml_document *document, telex_slice content);

/** Append a piece as plain text, its tags left out. */
void tx_sgml_append(struct tx_buffer *out, telex_slice content);

/** Append a piece; its tags make blocks. */
void tx_sgml_append_blocks(struct tx_sgml_document *document, telex_slice content);

/** Whether paragraphs, tables or breaks are tagged in the text. */
bool tx_sgml_has_blocks(telex_slice content);

/** Whether nothing is to be seen but blanks and control characters. */
bool tx_sgml_is_blank(struct tx_sgml_document *document, telex_slice content);

#endif
