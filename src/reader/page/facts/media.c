/* A caption is that of the image before it.  Its credit is an element of its own, or the end
 * of the caption: "… EFE/Ana Roe", "(Photo: …)". */
#include "reader/html_reference.h"
#include "reader/page/facts/media.h"

#include "agency/match.h"
#include "core/ascii.h"
#include "reader/page/markup/tags.h"
#include "core/scan.h"

#define REACH      4   /* blocks between an image and its caption */
#define CREDIT_MAX 90  /* bytes of a credit at the end of a caption */
#define MEDIA_MAX  200 /* pictures of one story */

void tx_page_image_note(struct tx_page_images *images, size_t block, telex_slice attributes)
{
	static const char *const sources[] = {"src", "data-src", "data-lazy-src", "data-original"};
	telex_slice name, value, found = {NULL, 0};
	size_t best = TX_COUNT(sources);

	while (tx_page_attribute(&attributes, &name, &value)) {
		for (size_t i = 0; i < best; i++) {
			/* A picture in the page itself represents one that is still to come. */
			if (!tx_slice_eq_nocase(name, tx_slice_of(sources[i])) ||
			    tx_slice_starts_nocase(value, TX_LIT("data:")))
				continue;
			found = value;
			best = i;
		}
	}
	if (found.len > 0 && images->count < TX_PAGE_IMAGES_MAX)
		images->items[images->count++] = (struct tx_page_image){(uint32_t)block, found};
}

/* The figure around a block, or the caption itself; 0: it is no caption. */
static uint32_t figure_of(const struct tx_page_blocks *page, size_t i)
{
	uint32_t n = page->blocks[i].node, caption = 0;

	for (unsigned up = 0; n != 0 && up < REACH; up++, n = page->nodes[n].parent) {
		if (page->nodes[n].element == TX_EL_FIGURE)
			return n;
		if (page->nodes[n].element == TX_EL_FIGCAPTION && caption == 0)
			caption = n;
	}
	return caption;
}

static bool is_credit(const struct tx_page_blocks *page, size_t i)
{
	uint32_t n = page->blocks[i].node;

	for (unsigned up = 0; n != 0 && up < REACH; up++, n = page->nodes[n].parent) {
		if ((page->nodes[n].hints & TX_HINT_CREDIT) != 0)
			return true;
		if (page->nodes[n].element == TX_EL_FIGURE)
			return false;
	}
	return false;
}

/* Whether text at the end of a caption is a credit. */
static bool opens_credit(telex_slice s)
{
	static const char *const words[] = {
		"(image:", "(photo:", "(picture:", "(foto:",   "foto:",     "photo:", "image:",
		"bild:",   "fotos:",  "picture:",  "crédito:", "créditos:", "©"};

	for (size_t i = 0; i < TX_COUNT(words); i++) {
		if (tx_slice_starts_nocase(s, tx_slice_of(words[i])))
			return true;
	}
	telex_slice name = tx_trim(tx_cut(tx_slice_skip(s, s.ptr[0] == '('), '/').head);
	while (name.len > 0 && (name.ptr[name.len - 1] == ')' || name.ptr[name.len - 1] == '.'))
		name.len--;
	return tx_is_picture_agency(name) || tx_is_agency(name);
}

/* Where the credit of a caption begins; its length: it has none. */
static size_t find_credit(telex_slice caption)
{
	size_t least = caption.len > CREDIT_MAX ? caption.len - CREDIT_MAX : 0;

	for (size_t at = least; at < caption.len; at++) {
		bool begins = at == 0 || caption.ptr[at - 1] == ' ' || caption.ptr[at - 1] == '|';
		if (begins && caption.ptr[at] != ' ' && opens_credit(tx_slice_skip(caption, at)))
			return at;
	}
	return caption.len;
}

/* The image before block `i`; `.len` 0: none near. */
static telex_slice image_before(const struct tx_page_images *images, size_t i)
{
	telex_slice address = TX_LIT("");

	for (size_t k = 0; k < images->count && images->items[k].block <= i; k++) {
		if (images->items[k].block + REACH > i)
			address = images->items[k].address;
	}
	return address;
}

/* A caption in the making. */
struct caption {
	telex_slice text, credit;
	size_t block;
};

static void state(const struct caption *c, const struct tx_page_images *images,
		  struct tx_buffer *scratch, struct tx_story *story)
{
	struct caption own = *c;

	if (own.credit.len == 0 && own.text.len > 0) {
		size_t at = find_credit(own.text);
		own.credit = tx_slice_skip(own.text, at);
		own.text = tx_trim(tx_slice_take(own.text, at));
	}
	scratch->len = 0;
	tx_html_decode(scratch, image_before(images, own.block));
	story->failed |= scratch->failed;
	struct tx_entry *entry =
		tx_story_add(story, TX_FIELD_MEDIA, tx_slice(scratch->data, scratch->len), own.text,
			     TX_LIT("picture"));
	if (entry != NULL)
		entry->credit = tx_story_fold(story, own.credit);
}

void tx_page_media_state(const struct tx_page_images *images, const struct tx_page_blocks *page,
			 size_t first, size_t last, struct tx_buffer *scratch,
			 struct tx_story *story)
{
	struct caption caption = {.block = 0};
	uint32_t figure = 0;
	size_t count = 0;

	for (size_t i = first; i < last && count < MEDIA_MAX; i++) {
		uint32_t own = figure_of(page, i);
		telex_slice text = tx_page_block_text(page, i);
		if (own != figure && figure != 0) {
			state(&caption, images, scratch, story);
			count++;
		}
		if (own != figure)
			caption = (struct caption){.block = i};
		figure = own;
		if (own == 0)
			continue;
		if (is_credit(page, i) && caption.credit.len == 0)
			caption.credit = text;
		else if (caption.text.len == 0)
			caption.text = text;
	}
	if (figure != 0 && count < MEDIA_MAX)
		state(&caption, images, scratch, story);
}
