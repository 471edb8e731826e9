/* What the names of classes and ids say of a container: "related-posts", "articleBody". */
#ifndef TX_READER_PAGE_MARKUP_CLASS_WORDS_H
#define TX_READER_PAGE_MARKUP_CLASS_WORDS_H

#include <stdbool.h>
#include <stdint.h>

#include "core/slice.h"

enum {
	TX_WORD_AGAINST = 1,
	TX_WORD_FOR = 2,
	TX_WORD_STRONG = 4, /* against, even when it holds much of the page's text */
	TX_WORD_AUTHOR = 8,
	TX_WORD_PICTURE = 16, /* a picture, a video: its byline is not the story's */
	TX_WORD_LAYOUT = 128, /* of what a page has beside its story: "has-sidebar" */
	TX_WORD_FIRM = 256,   /* against, whatever words in favour are beside it */
	TX_WORD_CREDIT = 64,  /* who made a picture */
	TX_WORD_CAPTION = 32  /* of a picture */
};

#define TX_CLASS_SLOTS 1024

/** The words by their hash. */
struct tx_class_words {
	uint16_t slots[TX_CLASS_SLOTS]; /* number of the word, from 1; 0: empty */
};

/** What the words of a value say, counted. */
struct tx_class_votes {
	unsigned against, in_favour, firm;
	unsigned bits; /* all of them */
};

void tx_class_words_init(struct tx_class_words *words);

/** Read the words of a class or an id: they end at what is no letter, and at capitals. */
void tx_class_words_read(const struct tx_class_words *words, telex_slice value,
			 struct tx_class_votes *votes);

/** Whether a class hides its element from the eye. */
bool tx_class_is_hidden(telex_slice value);

/** Word number `index` of the table; NULL beyond the last. */
const char *tx_class_word(unsigned index, unsigned *ret_bits);

#endif
