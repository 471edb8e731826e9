/* SGML of the research collections, which is no XML: a tolerant scanner and a table for each
 * collection. */
#ifndef TX_READER_SGML_SGML_H
#define TX_READER_SGML_SGML_H

#include "reader/format.h"

tx_unwrap_fn tx_reuters21578_unwrap, tx_trec_unwrap, tx_gigaword_unwrap;

/** The format of a source whose first tags are a collection's ("reuters21578", "trec", "gigaword"),
 * or NULL. */
const char *tx_sgml_kind(telex_slice head);

/** Find the end of the document at the start of `bytes`: behind its end tag, or before the start
 * tag of the next.  `*scanned`: bytes that need not be looked at again, 0 at a document's start.
 * False when it is not there yet. */
bool tx_sgml_frame_end(telex_slice bytes, size_t *scanned, size_t *ret_end);

/** A tag as the scanner sees it. */
struct tx_sgml_tag {
	telex_slice name;       /* as written */
	telex_slice attributes; /* between the name and '>' */
	bool closes;
	size_t start, end; /* of the whole tag in the document */
};

/** The first tag at or behind byte `from`; false when there is none.  A '<' that no letter or '/'
 * and letter follows is text, and so is a tag without its '>' on the same line. */
bool tx_sgml_next_tag(telex_slice document, size_t from, struct tx_sgml_tag *ret_tag);

/** The value of an attribute; `.ptr` NULL without it. */
telex_slice tx_sgml_attribute(telex_slice attributes, const char *name);

/** Append text with its references resolved: the predefined entities, numbers, Latin-1 names.
 * Control characters that references stand for become blanks. */
void tx_sgml_text(struct tx_buffer *out, telex_slice text);

/** What the text of an element states. */
struct tx_sgml_rule {
	const char *element; /* without case */
	enum tx_field field; /* TX_FIELD__COUNT: see `part` */
	uint8_t rank;
	uint8_t part; /* enum tx_sgml_part */
};

/** Parts of the copy, which is put together in this order. */
enum tx_sgml_part {
	TX_SGML_FACT,
	TX_SGML_BYLINE,
	TX_SGML_DATELINE,
	TX_SGML_COPY,
	TX_SGML_LIST,  /* each <D> or word states the field */
	TX_SGML_GROUP, /* elements inside are looked at */
	TX_SGML_CALL,  /* the format's own function reads it */
	TX_SGML_PARTS
};

/** Shorthands for tables of rules. */
#define TX_SGML_IS(element, field, rank)                                                           \
	{                                                                                          \
		element, field, rank, TX_SGML_FACT                                                 \
	}
#define TX_SGML_IS_LIST(element, field)                                                            \
	{                                                                                          \
		element, field, 0, TX_SGML_LIST                                                    \
	}
#define TX_SGML_IS_PART(element, part)                                                             \
	{                                                                                          \
		element, TX_FIELD__COUNT, 0, part                                                  \
	}
#define TX_SGML_NO_MORE                                                                            \
	{                                                                                          \
		NULL, TX_FIELD__COUNT, 0, 0                                                        \
	}

struct tx_sgml_format {
	const char *name;
	const struct tx_sgml_rule *rules; /* up to one without element */
	/* Of the document's own tag, and of TX_SGML_CALL. */
	void (*begin)(struct tx_story *story, telex_slice attributes);
	void (*take)(struct tx_story *story, telex_slice element, telex_slice text);
};

/** Read a document by a format's rules. */
telex_status tx_sgml_unwrap(struct tx_unwrapper *unwrapper, const struct tx_sgml_format *format,
			    telex_slice document, telex_error *reterr);

#endif
