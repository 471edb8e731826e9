/* What a page states of its story, from four places: linked data (schema.org, JSON-LD), microdata,
 * meta elements, and the page itself.  Values are kept with a rank, as in stories; what needs all
 * of them (which name is the site's) is decided at the end. */
#ifndef TX_READER_PAGE_FACTS_FACTS_H
#define TX_READER_PAGE_FACTS_FACTS_H

#include <stdbool.h>

#include "core/arena.h"
#include "core/buffer.h"
#include "core/slice.h"
#include "reader/page/markup/elements.h"
#include "reader/page/body/state.h"
#include "reader/story.h"

#define TX_PAGE_AUTHORS_MAX 32

/** Names, each with the rank of the place that gives it. */
struct tx_page_names {
	telex_slice items[TX_PAGE_AUTHORS_MAX];
	unsigned ranks[TX_PAGE_AUTHORS_MAX];
	size_t count;
	telex_slice desk; /* a name that is not a person's */
	size_t referred;  /* references to names elsewhere that were followed */
};

enum tx_page_rank {
	TX_RANK_LINKED = 1, /* linked data */
	TX_RANK_META = 2,   /* meta elements made for stories */
	TX_RANK_DATA = 3,   /* microdata */
	TX_RANK_OTHER = 4,
	TX_RANK_SEEN = 5,   /* on the page; 6: less surely */
	TX_RANK_ACCOUNT = 7 /* of who put the story on the site */
};

struct tx_page_facts {
	struct tx_story *story; /* takes those that are plain values */
	struct tx_buffer *scratch;
	telex_slice headline, title; /* by the lowest rank; the <title> */
	unsigned headline_rank;
	telex_slice site;
	unsigned site_rank;
	struct tx_page_names authors;
	struct tx_page_state state; /* of scripts */
	telex_slice updates;        /* of a live blog, an array as written */
	unsigned listed;            /* keywords and names */
	telex_slice body;           /* articleBody, its string as written */
	unsigned stories;           /* objects of linked data that are stories */
	telex_slice linked;         /* the linked data that is read */
	bool data_is_author;        /* the next twitter:data is a name */
	bool article;               /* the page says that it is one */
	bool listing;               /* the page says that it is a list, a shop, a profile */
	bool partial;               /* the page says that not all of it is free */
};

/** A start tag of the page: meta, link, html, time, title, linked data. */
void tx_page_facts_open(struct tx_page_facts *facts, enum tx_page_element element,
			telex_slice attributes, telex_slice content);

/** Linked data: the text of a script. */
void tx_page_linked_data(struct tx_page_facts *facts, telex_slice json);

/** Keep a headline, a name of the site, a name of an author; `value` is text of the page without
 * references. */
void tx_page_state_headline(struct tx_page_facts *facts, unsigned rank, telex_slice value);
void tx_page_state_site(struct tx_page_facts *facts, unsigned rank, telex_slice value);
void tx_page_state_author(struct tx_page_facts *facts, unsigned rank, telex_slice name);

/** State a time of the story; one of a year before news were on pages is not one. */
void tx_page_state_time(struct tx_page_facts *facts, enum tx_field field, unsigned rank,
			telex_slice value);

/** State in the story what is decided from all of them. */
void tx_page_facts_finish(struct tx_page_facts *facts);

#endif
