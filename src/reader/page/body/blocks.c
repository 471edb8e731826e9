/* One walk over the tags of a page (WHATWG HTML, section 13.2.6, as far as it tells which text is
 * in which block): a block's start ends a paragraph, an item another one, a cell another one, and
 * the end of an element those that are open in it.  Left out: elements that a table puts in front
 * of itself, formatting that goes on after a block's end, framesets. */
#include "reader/html_reference.h"
#include "reader/page/body/blocks.h"

#include <stdlib.h>

#include "core/ascii.h"
#include "reader/page/body/said.h"
#include "reader/page/markup/tags.h"
#include "core/scan.h"

/* An element that is open. */
struct entry {
	uint32_t node;
	uint8_t element;
	bool own_node;
	bool author;    /* a byline, or a part of one */
	uint32_t start; /* then: where its text begins */
	bool link;      /* its text is a link's */
	bool muted;     /* its text is no part of the page's */
};

struct walk {
	struct tx_page_blocks *page;
	const struct tx_class_words *words;
	const char *html; /* the page */
	const struct tx_page_watcher *watcher;
	struct tx_buffer decoded; /* text with references, in the making */
	struct entry stack[TX_PAGE_DEPTH_MAX];
	size_t depth;
	uint32_t open[TX_EL__COUNT]; /* entries of each element */
	unsigned links, muted;       /* such entries */
	unsigned bylines;            /* entries that are a byline's */
	uint32_t node;               /* the container of the text */
	/* The block in the making: */
	size_t start; /* in the page's text */
	size_t link;
	uint32_t stops;
	bool gap;      /* a blank is due before the next character */
	bool own_line; /* it begins after a <br> */
};

/* Room for one more item of `size` bytes; false: memory is short. */
static bool grow(struct tx_page_blocks *page, void **items, size_t count, size_t *capacity,
		 size_t size)
{
	if (count < *capacity)
		return true;
	size_t more = *capacity == 0 ? 512 : *capacity * 2;
	void *moved = realloc(*items, more * size);
	page->failed |= moved == NULL;
	if (moved == NULL)
		return false;
	*items = moved;
	*capacity = more;
	return true;
}

static void push_block(struct walk *w, size_t len)
{
	struct tx_page_blocks *page = w->page;
	void *blocks = page->blocks;

	if (page->block_count == TX_PAGE_BLOCKS_MAX) {
		page->too_many = true;
		page->text.len = w->start;
		return;
	}
	if (!grow(page, &blocks, page->block_count, &page->block_capacity, sizeof(*page->blocks)))
		return;
	page->blocks = blocks;
	page->blocks[page->block_count++] = (struct tx_page_block){
		.start = (uint32_t)w->start,
		.len = (uint32_t)len,
		.link = (uint32_t)(w->link < len ? w->link : len),
		.node = w->node,
		.stops = (uint16_t)(w->stops < UINT16_MAX ? w->stops : UINT16_MAX),
		.own_line = w->own_line,
	};
	tx_buffer_byte(&page->text, '\0');
}

/* An edge of a block; `line`: it is a <br>, and the container stays the same. */
static void end_block(struct walk *w, bool line)
{
	size_t len = w->page->text.len - w->start;

	if (len > 0)
		push_block(w, len);
	w->own_line = line;
	w->start = w->page->text.len;
	w->link = 0;
	w->stops = 0;
	w->gap = false;
}

/* Length of the blank at the start of `s`, which is not empty; a soft hyphen and a zero-width space
 * are blanks of no width. */
static size_t blank_len(telex_slice s, bool *ret_gap)
{
	const unsigned char *c = (const unsigned char *)s.ptr;

	*ret_gap = true;
	if (c[0] <= ' ' || c[0] == 0x7f)
		return 1;
	if (c[0] == 0xc2 && s.len > 1 && (c[1] == 0xa0 || c[1] == 0xad)) {
		*ret_gap = c[1] == 0xa0;
		return 2;
	}
	bool general = c[0] == 0xe2 && s.len > 2 && c[1] == 0x80;
	bool mark = c[0] == 0xef && s.len > 2 && c[1] == 0xbb && c[2] == 0xbf;
	*ret_gap = general && (c[2] == 0xa8 || c[2] == 0xa9 || (c[2] >= 0x80 && c[2] < 0x8b));
	return *ret_gap || mark || (general && (c[2] == 0x8b || c[2] == 0x8e || c[2] == 0x8f)) ? 3
											       : 0;
}

static bool is_stop(telex_slice s)
{
	return s.ptr[0] == '.' || s.ptr[0] == ',' ||
	       (s.len > 2 &&
		(tx_slice_opens(s, "\xe3\x80\x81") || tx_slice_opens(s, "\xe3\x80\x82") ||
		 tx_slice_opens(s, "\xef\xbc\x8c")));
}

static void add_text(struct walk *w, telex_slice text)
{
	struct tx_buffer *out = &w->page->text;
	bool gap;

	if (w->muted > 0 || w->page->too_many || !tx_buffer_reserve(out, 2 * text.len + 2))
		return;
	for (size_t at = 0; at < text.len; at++) {
		telex_slice here = tx_slice_skip(text, at);
		unsigned char c = (unsigned char)text.ptr[at];
		size_t blank = c > ' ' && c < 0x7f ? 0 : blank_len(here, &gap);
		if (blank > 0) {
			w->gap |= gap;
			at += blank - 1;
			continue;
		}
		if (w->gap && out->len > w->start)
			out->data[out->len++] = ' ';
		w->gap = false;
		out->data[out->len++] = text.ptr[at];
		w->link += w->links > 0;
		w->stops += is_stop(here);
	}
}

static void take_text(struct walk *w, telex_slice text)
{
	if (text.len == 0 || w->muted > 0)
		return;
	if (memchr(text.ptr, '&', text.len) == NULL) {
		add_text(w, text);
		return;
	}
	w->decoded.len = 0;
	tx_html_decode(&w->decoded, text);
	add_text(w, tx_slice(w->decoded.data, w->decoded.len));
}

/* The text of a byline, or of a link or a span in one. */
static void note_author(struct walk *w, const struct entry *entry)
{
	struct tx_page_blocks *page = w->page;
	bool block = (tx_page_element_is((enum tx_page_element)entry->element) & TX_IS_BLOCK) != 0;

	if (page->mark_count == TX_PAGE_MARKS_MAX || page->text.len <= entry->start)
		return;
	page->marks[page->mark_count++] = (struct tx_page_mark){
		.block = (uint32_t)page->block_count,
		.start = entry->start,
		.end = (uint32_t)page->text.len,
		.inner = !block,
	};
}

static void pop(struct walk *w)
{
	struct entry *entry = &w->stack[--w->depth];

	if (entry->author && w->muted == 0)
		note_author(w, entry);
	w->bylines -= entry->author;
	if (entry->own_node ||
	    (tx_page_element_is((enum tx_page_element)entry->element) & TX_IS_BLOCK) != 0)
		end_block(w, false);
	if (entry->own_node) {
		w->page->nodes[w->node].end = (uint32_t)w->page->block_count;
		w->node = w->page->nodes[w->node].parent;
	}
	w->links -= entry->link;
	w->muted -= entry->muted;
	w->open[entry->element]--;
}

static bool is_table_part(enum tx_page_element element)
{
	return element == TX_EL_TABLE || element == TX_EL_TBODY || element == TX_EL_TR ||
	       element == TX_EL_TD || element == TX_EL_TH;
}

/* Whether an end tag does not reach beyond the open element `fence`. */
static bool is_fence(enum tx_page_element fence, enum tx_page_element element)
{
	if (is_table_part(element))
		return fence == TX_EL_TABLE;
	return fence == TX_EL_TABLE || fence == TX_EL_TD || fence == TX_EL_TH;
}

/* The entry of an element that an end tag ends, or SIZE_MAX. */
static size_t find_open(const struct walk *w, enum tx_page_element element)
{
	for (size_t at = w->depth; w->open[element] > 0 && at-- > 0;) {
		enum tx_page_element open = (enum tx_page_element)w->stack[at].element;
		if (open == element)
			return at;
		if (is_fence(open, element))
			return SIZE_MAX;
	}
	return SIZE_MAX;
}

static void close_element(struct walk *w, enum tx_page_element element)
{
	bool kept = (tx_page_element_is(element) & (TX_IS_BLOCK | TX_IS_KNOWN)) != 0;
	size_t at = kept ? find_open(w, element) : SIZE_MAX;
	bool inside = true;

	if (at == SIZE_MAX)
		return;
	for (size_t i = at + 1; i < w->depth; i++)
		inside &= !w->stack[i].own_node;
	/* A link or a span ends; the blocks that were opened in it go on. */
	if (!inside && !w->stack[at].own_node && (tx_page_element_is(element) & TX_IS_BLOCK) == 0) {
		w->links -= w->stack[at].link;
		w->muted -= w->stack[at].muted;
		w->bylines -= w->stack[at].author;
		w->open[element]--;
		w->stack[at] = (struct entry){.node = w->stack[at].node, .element = TX_EL_OTHER};
		w->open[TX_EL_OTHER]++;
		return;
	}
	while (w->depth > at)
		pop(w);
}

/* Elements that the start of another one ends, in the container that holds both. */
static const struct {
	uint8_t element, ended, fence;
} ends[] = {
	{TX_EL_LI, TX_EL_LI, TX_EL_UL},       {TX_EL_LI, TX_EL_LI, TX_EL_OL},
	{TX_EL_DD, TX_EL_DD, TX_EL_DL},       {TX_EL_DD, TX_EL_DT, TX_EL_DL},
	{TX_EL_DT, TX_EL_DD, TX_EL_DL},       {TX_EL_DT, TX_EL_DT, TX_EL_DL},
	{TX_EL_TD, TX_EL_TD, TX_EL_TR},       {TX_EL_TD, TX_EL_TH, TX_EL_TR},
	{TX_EL_TH, TX_EL_TD, TX_EL_TR},       {TX_EL_TH, TX_EL_TH, TX_EL_TR},
	{TX_EL_TR, TX_EL_TR, TX_EL_TABLE},    {TX_EL_TBODY, TX_EL_TBODY, TX_EL_TABLE},
	{TX_EL_TBODY, TX_EL_TR, TX_EL_TABLE}, {TX_EL_A, TX_EL_A, TX_EL_TABLE},
};

static bool is_fenced(enum tx_page_element element, uint8_t open)
{
	for (size_t i = 0; i < TX_COUNT(ends); i++) {
		if (ends[i].element == element && ends[i].fence == open)
			return true;
	}
	return false;
}

static void end_implied(struct walk *w, enum tx_page_element element)
{
	if ((tx_page_element_is(element) & TX_IS_BLOCK) != 0 && w->open[TX_EL_P] > 0)
		close_element(w, TX_EL_P);
	for (size_t i = 0; i < TX_COUNT(ends); i++) {
		if (ends[i].element != element || w->open[ends[i].ended] == 0)
			continue;
		for (size_t at = w->depth; at-- > 0 && !is_fenced(element, w->stack[at].element);) {
			if (w->stack[at].element != ends[i].ended)
				continue;
			close_element(w, (enum tx_page_element)ends[i].ended);
			break;
		}
	}
}

static uint8_t against_of(enum tx_page_element element, const struct tx_page_said *said)
{
	unsigned is = tx_page_element_is(element), against = 0;

	/* A quotation that is embedded is of the story. */
	if ((is & TX_IS_STORY) == 0 && element != TX_EL_BLOCKQUOTE && said->votes.against > 0)
		against++;
	against += (is & (TX_IS_ASIDE | TX_IS_CAPTION)) != 0;
	against += (said->hints & (TX_HINT_AUTHOR | TX_HINT_HEADLINE)) != 0;
	against += 2U * ((said->hints & TX_HINT_HIDDEN) != 0);
	against += 2U * said->refused;
	return (uint8_t)against;
}

/* A container for what follows; false: no room for one, the parent's is used. */
static bool push_node(struct walk *w, enum tx_page_element element, telex_slice attributes,
		      const struct tx_page_said *said)
{
	struct tx_page_blocks *page = w->page;
	void *nodes = page->nodes;

	if (page->node_count == TX_PAGE_NODES_MAX ||
	    !grow(page, &nodes, page->node_count, &page->node_capacity, sizeof(*page->nodes)))
		return false;
	page->nodes = nodes;
	struct tx_page_node node = {.parent = w->node,
				    .start = (uint32_t)page->block_count,
				    .tag = (uint32_t)(attributes.ptr - w->html),
				    .hints = (uint16_t)said->hints,
				    .element = (uint8_t)element,
				    .against = against_of(element, said)};
	if ((said->votes.bits & TX_WORD_FOR) != 0 ||
	    (tx_page_element_is(element) & TX_IS_STORY) != 0)
		node.hints |= TX_HINT_GOOD;
	if (((said->votes.bits & TX_WORD_STRONG) != 0 && node.against > 0) || element == TX_EL_NAV)
		node.hints |= TX_HINT_STRONG;
	w->node = (uint32_t)page->node_count;
	page->nodes[page->node_count++] = node;
	return true;
}

/* What an element is taken for: a span that is not seen is skipped, a picture's caption is a block.
 */
static enum tx_page_element taken_for(enum tx_page_element element, const struct tx_page_said *said)
{
	if (element != TX_EL_SPAN)
		return element;
	if ((said->hints & TX_HINT_HIDDEN) != 0)
		return TX_EL_SKIPPED;
	return (said->votes.bits & (TX_WORD_CAPTION | TX_WORD_CREDIT)) != 0 ? TX_EL_FIGCAPTION
									    : element;
}

/* In a figure, the author is the picture's. */
static void credit_author(const struct walk *w, struct tx_page_said *said)
{
	if (w->open[TX_EL_FIGURE] == 0 || (said->hints & TX_HINT_AUTHOR) == 0)
		return;
	said->hints &= ~(unsigned)TX_HINT_AUTHOR;
	said->hints |= TX_HINT_CREDIT;
	said->votes.bits |= TX_WORD_CREDIT;
}

/* The end tag of an element finds its entry, whatever the element is taken for. */
static void push_entry(struct walk *w, enum tx_page_element element, telex_slice attributes)
{
	struct tx_page_said said = {0};

	tx_page_said_read(w->words, attributes, &said);
	credit_author(w, &said);
	enum tx_page_element as = taken_for(element, &said);
	unsigned is = tx_page_element_is(as);
	struct entry entry = {.element = (uint8_t)element, .link = element == TX_EL_A};
	if (as != element && (is & TX_IS_BLOCK) != 0)
		end_block(w, false);
	entry.muted = (is & TX_IS_SKIPPED) != 0;
	entry.own_node = (is & TX_IS_BLOCK) != 0 && push_node(w, as, attributes, &said);
	entry.node = w->node;
	entry.author = (said.hints & TX_HINT_AUTHOR) != 0 || w->bylines > 0;
	entry.start = (uint32_t)w->page->text.len;
	w->links += entry.link;
	w->muted += entry.muted;
	w->bylines += entry.author;
	w->open[element]++;
	w->stack[w->depth++] = entry;
}

static void open_element(struct walk *w, enum tx_page_element element, telex_slice attributes)
{
	unsigned is = tx_page_element_is(element);

	if (element == TX_EL_BR)
		end_block(w, true);
	if ((is & (TX_IS_BLOCK | TX_IS_KNOWN)) == 0)
		return;
	end_implied(w, element);
	if ((is & TX_IS_BLOCK) != 0)
		end_block(w, false);
	if ((is & TX_IS_VOID) != 0)
		return;
	if (w->depth == TX_PAGE_DEPTH_MAX) {
		w->page->too_deep = true;
		return;
	}
	push_entry(w, element, attributes);
}

static void walk(struct walk *w, struct tx_page_scanner *scanner)
{
	enum tx_html_event event;
	struct tx_page_tag tag;

	while ((event = tx_page_next(scanner, &tag)) != TX_HTML_END) {
		if (event == TX_HTML_TEXT) {
			take_text(w, tag.text);
		} else if (event == TX_HTML_CLOSE) {
			close_element(w, tag.element);
		} else {
			if (w->muted == 0)
				w->watcher->open(w->watcher->user, tag.element, tag.attributes,
						 tag.text);
			open_element(w, tag.element, tag.attributes);
		}
	}
	while (w->depth > 0)
		pop(w);
	end_block(w, false);
}

bool tx_page_blocks_read(struct tx_page_blocks *page, telex_slice html,
			 const struct tx_class_words *words, const struct tx_page_watcher *watcher)
{
	struct tx_page_scanner scanner = {.tags = {.html = html}};
	struct walk w = {.page = page, .words = words, .watcher = watcher, .html = html.ptr};
	void *nodes = page->nodes;

	page->text.len = page->node_count = page->block_count = page->mark_count = 0;
	page->too_deep = page->too_many = page->cut_off = page->failed = false;
	if (!grow(page, &nodes, 0, &page->node_capacity, sizeof(*page->nodes)))
		return false;
	page->nodes = nodes;
	page->nodes[page->node_count++] = (struct tx_page_node){.element = TX_EL_BODY};
	walk(&w, &scanner);
	page->nodes[0].end = (uint32_t)page->block_count;
	page->cut_off = scanner.tags.cut_off;
	bool good = !page->failed && !page->text.failed && !w.decoded.failed;
	tx_buffer_done(&w.decoded);
	return good;
}

void tx_page_blocks_done(struct tx_page_blocks *page)
{
	tx_buffer_done(&page->text);
	free(page->nodes);
	free(page->blocks);
	*page = (struct tx_page_blocks){0};
}
