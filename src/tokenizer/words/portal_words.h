/* Lines of pages that belong to no story: sections, reading times, buttons, mottos. */
#ifndef TX_TOKENIZER_PORTAL_WORDS_H
#define TX_TOKENIZER_PORTAL_WORDS_H

#include <stdbool.h>

#include "core/slice.h"

enum tx_portal_words {
	TX_PORTAL_NOTHING,
	TX_PORTAL_SECTION, /* also a path of them, "Inicio > Economía": a headline may be one word,
			    too */
	TX_PORTAL_READING, /* "3 min read" */
	TX_PORTAL_BUTTON,  /* "Compartir", "Advertisement" */
	TX_PORTAL_MOTTO,   /* "El diario de Varnholm desde 1911", the page's address */
	TX_PORTAL_CONTACTS, /* the title above addresses */
	TX_PORTAL_DATED,    /* "Published", its time on the next line */
	TX_PORTAL_SOURCED,  /* "Source:", likewise an agency */
	TX_PORTAL_BY,       /* "By", likewise a name */
	TX_PORTAL_PROVIDED  /* "News provided by", likewise a sender */
};

/** What the whole of `line` is. */
enum tx_portal_words tx_portal_words(telex_slice line);

#endif
