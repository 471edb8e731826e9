/* The pictures of a story: what is in its figures, with their captions and credits. */
#ifndef TX_READER_PAGE_FACTS_MEDIA_H
#define TX_READER_PAGE_FACTS_MEDIA_H

#include "reader/page/body/blocks.h"
#include "reader/story.h"

#define TX_PAGE_IMAGES_MAX 256

/** An image of the page, between two blocks. */
struct tx_page_image {
	uint32_t block;      /* the first block after it */
	telex_slice address; /* as written */
};

struct tx_page_images {
	struct tx_page_image items[TX_PAGE_IMAGES_MAX];
	size_t count;
};

/** Note an image that comes before block `block`. */
void tx_page_image_note(struct tx_page_images *images, size_t block, telex_slice attributes);

/** State the pictures between blocks `first` and `last` that have a caption. */
void tx_page_media_state(const struct tx_page_images *images, const struct tx_page_blocks *page,
			 size_t first, size_t last, struct tx_buffer *scratch,
			 struct tx_story *story);

#endif
