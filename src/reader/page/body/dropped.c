/* Containers are in the order of their start tags: one walk finds those without a block that was
 * taken, the outermost first.  Short scraps are passed over. */
#include "reader/page/body/dropped.h"

#include <stdio.h>

#include "reader/page/body/edges.h"
#include "reader/page/markup/tags.h"

#define TEXT_MIN    20  /* bytes of a container that is named */
#define NAMED_MAX   100 /* of one page */
#define LINKED      0.4 /* share of links from which on they are the reason */
#define CLASS_SHOWN 40  /* bytes */
#define TEXT_SHOWN  60
#define TAG_MAX     20

static bool is_taken(const struct tx_page_block *block)
{
	return block->part == TX_PART_STORY || block->part == TX_PART_CROSSHEAD ||
	       block->part == TX_PART_CELL;
}

/* The bytes of a container's text, and those in links. */
static void measure(const struct tx_page_blocks *page, const struct tx_page_node *node,
		    size_t *ret_all, size_t *ret_linked)
{
	*ret_all = *ret_linked = 0;
	for (size_t i = node->start; i < node->end; i++) {
		*ret_all += page->blocks[i].len;
		*ret_linked += page->blocks[i].link;
	}
}

static const char *reason_of(const struct tx_page_node *node, telex_slice first, size_t all,
			     size_t linked)
{
	unsigned is = tx_page_element_is((enum tx_page_element)node->element);

	if ((node->hints & TX_HINT_HIDDEN) != 0)
		return "hidden";
	if ((is & (TX_IS_ASIDE | TX_IS_CAPTION)) != 0)
		return "not of the text, by its element";
	if ((node->hints & TX_HINT_PICTURE) != 0)
		return "a picture's";
	if (node->against > 0)
		return "not of the text, by its name";
	if ((double)linked > LINKED * (double)all)
		return "links";
	if (tx_page_is_junk(first))
		return "a box, by its first words";
	return "not like a paragraph of the story";
}

/* The tag of a container, whose attributes begin at `attributes`. */
static telex_slice tag_of(telex_slice html, uint32_t attributes)
{
	size_t start = attributes;

	while (start > 0 && attributes - start < TAG_MAX && html.ptr[start - 1] != '<')
		start--;
	return tx_slice(html.ptr + start, attributes - start);
}

static telex_slice class_of(telex_slice html, uint32_t attributes)
{
	const char *end = memchr(html.ptr + attributes, '>', html.len - attributes);
	telex_slice rest = tx_slice_skip(html, attributes), name, value;

	if (end != NULL)
		rest = tx_slice_take(rest, (size_t)(end - rest.ptr));
	while (tx_page_attribute(&rest, &name, &value)) {
		if (tx_slice_eq_nocase(name, TX_LIT("class")))
			return tx_trim(value);
	}
	return TX_LIT("");
}

/* As much of `s` as is shown, whole characters. */
static telex_slice shown(telex_slice s, size_t most)
{
	if (s.len > most) {
		s.len = most;
		while (s.len > 0 && ((unsigned char)s.ptr[s.len] & 0xc0) == 0x80)
			s.len--;
	}
	return s;
}

static void state(const struct tx_page_blocks *page, telex_slice html,
		  const struct tx_page_node *node, struct tx_story *story)
{
	char name[TAG_MAX + CLASS_SHOWN + 8], text[TEXT_SHOWN + 64];
	size_t all, linked;

	measure(page, node, &all, &linked);
	telex_slice tag = tag_of(html, node->tag);
	telex_slice class = shown(class_of(html, node->tag), CLASS_SHOWN);
	telex_slice first = shown(tx_page_block_text(page, node->start), TEXT_SHOWN);
	int name_len =
		snprintf(name, sizeof(name), "%.*s%s%.*s", (int)tag.len, tag.ptr,
			 class.len > 0 ? "." : "", (int)class.len, class.len > 0 ? class.ptr : "");
	int text_len = snprintf(text, sizeof(text), "%s: %.*s", reason_of(node, first, all, linked),
				(int)first.len, first.ptr);
	/* The title is the headline. */
	if (node->element != TX_EL_H1 && name_len > 0 && text_len > 0 && all >= TEXT_MIN)
		tx_story_leave_over(story, tx_slice_of(name), tx_slice_of(text));
}

void tx_page_dropped_state(const struct tx_page_blocks *page, telex_slice html, uint32_t best,
			   struct tx_story *story)
{
	size_t taken = 0, done = 0, count = 0;

	for (size_t n = best + 1; n < page->node_count && count < NAMED_MAX; n++) {
		const struct tx_page_node *node = &page->nodes[n];
		if (node->start >= page->nodes[best].end)
			break;
		if (node->start < done || node->start == node->end)
			continue;
		while (taken < page->block_count &&
		       (taken < node->start || !is_taken(&page->blocks[taken])))
			taken++;
		if (taken < node->end)
			continue;
		state(page, html, node, story);
		done = node->end;
		count++;
	}
}
