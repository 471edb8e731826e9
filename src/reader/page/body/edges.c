/* Phrases of the boxes are a table; a dispatch's first words are found by the marks of agencies. */
#include "reader/page/body/edges.h"

#include "agency/match.h"
#include "core/ascii.h"
#include "core/scan.h"

#define JUNK_MAX     160 /* bytes of a block that may be one of the page's own */
#define ALONE_MAX    12  /* bytes after words that are alone in their block */
#define CAPTION_MAX  300 /* of a caption */
#define CREDIT_MAX   60  /* at its end */
#define FIRST_MIN    60  /* of the first and the last paragraph */
#define ITEMS_MIN    6   /* of a list that ends the story */
#define FOOT_MAX     24  /* of an end mark or a sign-off */
#define DATELINE_MAX 110 /* bytes in which a dateline ends */

/* In small letters. */
static const char *const junk[] = {
	"read more",
	"related:",
	"more:",
	"sign up",
	"follow us",
	"click here",
	"share this",
	"©",
	"all rights reserved",
	"photo:",
	"image:",
	"lee también",
	"leer más",
	"también te puede",
	"lesen sie auch",
	"mehr zum thema",
	"read also",
	"also read",
	"watch:",
	"see also",
	"story continues",
	"continue reading",
	"this article was",
	"czytaj więcej",
	"czytaj też",
	"zobacz też",
	"auch interessant",
	"lesen sie mehr",
	"get in touch with",
	"more from",
	"les også",
	"læs også",
	"läs också",
	"à lire aussi",
	"À lire aussi",
	"lire aussi",
	"leggi anche",
	"leia mais",
	"leia também",
	"lea también",
	"te puede interesar",
	"ver también",
	"don't miss",
	"for more stories",
	"get the latest",
	"join our",
	"читайте также",
	"baca juga",
	"Читайте также",
	"【関連",
	"noticia relacionada",
	"placeholder image",
	"by signing up",
	"sharing is caring",
	"like this story?",
	"have a tip?",
	"do you have a story",
	"stay informed",
	"our standards:",
	"click to get",
	"click to subscribe",
	"related video",
	"related story",
	"related stories",
	"related articles",
	"related topics",
	"related content",
	"you may also like",
	"you might also like",
	"you may like",
	"recommended reading",
	"video |",
	"download our app",
	"get the app",
	"enable notifications",
	"support local journalism",
	"log in to",
	"already a subscriber",
	"mehr themen",
	"mehr lesen",
	"weitere themen",
	"weitere artikel",
	"lesen sie dazu",
	"zum thema:",
	"jetzt abonnieren",
	"folgen sie uns",
	"vous aimerez",
	"sur le même sujet",
	"à lire également",
	"suivez-nous",
	"abonnez-vous",
	"inscrivez-vous",
	"síguenos",
	"suscríbete",
	"te recomendamos",
	"noticias relacionadas",
	"contenido relacionado",
	"artículos relacionados",
	"você pode gostar",
	"veja também",
	"siga-nos",
	"inscreva-se",
	"potrebbe interessarti",
	"seguici su",
	"iscriviti",
	"lees ook",
	"lees meer",
	"meer over dit",
	"zobacz także",
	"przeczytaj też",
	"cek berita",
	"simak juga",
	"相關新聞",
	"相关新闻",
	"관련기사",
};

/* Likewise, where a sentence may begin with it: nothing but a few bytes is after it. */
static const char *const junk_alone[] = {
	"subscribe",         "advertisement", "copyright",       "recommended", "newsletter",
	"anzeige",           "publicidad",    "most read",       "must read",   "story highlights",
	"table of contents", "comments",      "explore further", "read next",   "up next",
	"skip ad",           "sign in",       "embed",           "weiterlesen", "más información",
	"saiba mais",
};

/* Whether a text begins with a word or more of them, all of the last one. */
static bool opens_with(telex_slice text, telex_slice words)
{
	bool letter = tx_char_is(words.ptr[words.len - 1], TX_CHAR_LOWER | TX_CHAR_HIGH);

	return tx_slice_starts_nocase(text, words) &&
	       (text.len == words.len || !letter ||
		!tx_char_is(text.ptr[words.len], TX_CHAR_LOWER | TX_CHAR_UPPER));
}

bool tx_page_is_junk(telex_slice text)
{
	if (text.len > JUNK_MAX)
		return false;
	for (size_t i = 0; i < TX_COUNT(junk); i++) {
		if (opens_with(text, tx_slice_of(junk[i])))
			return true;
	}
	for (size_t i = 0; i < TX_COUNT(junk_alone); i++) {
		telex_slice words = tx_slice_of(junk_alone[i]);
		if (text.len <= words.len + ALONE_MAX && opens_with(text, words))
			return true;
	}
	return false;
}

/* What is before the name of who made a picture, in small letters. */
static const char *const credits[] = {
	"(image:", "(picture:", "(photo:", "(foto:", "(bild:", " bild: ", " foto: ", "© "};

bool tx_page_is_caption(telex_slice text)
{
	size_t from = text.len > CREDIT_MAX ? text.len - CREDIT_MAX : 0;

	if (text.len > CAPTION_MAX)
		return false;
	for (size_t at = from; at < text.len; at++) {
		for (size_t i = 0; i < TX_COUNT(credits); i++) {
			if (tx_slice_starts_nocase(tx_slice_skip(text, at),
						   tx_slice_of(credits[i])))
				return true;
		}
	}
	return false;
}

/* A dash or a colon at the start of `s`, blanks and a stop before it aside. */
static bool is_dash(telex_slice s)
{
	while (s.len > 0 && (s.ptr[0] == '.' || s.ptr[0] == ' '))
		s = tx_slice_skip(s, 1);
	return s.len > 0 && (s.ptr[0] == '-' || s.ptr[0] == ':' || tx_slice_opens(s, "–") ||
			     tx_slice_opens(s, "—"));
}

bool tx_page_is_wire(telex_slice text)
{
	telex_slice head = tx_slice_take(text, DATELINE_MAX);

	for (struct tx_cut cut = tx_cut(head, '('); cut.found; cut = tx_cut(cut.tail, '(')) {
		struct tx_cut mark = tx_cut(cut.tail, ')');
		if (!mark.found)
			return false;
		if (tx_is_agency(tx_cut(mark.head, '/').head) &&
		    is_dash(tx_slice_skip(text, (size_t)(mark.tail.ptr - text.ptr))))
			return true;
	}
	return false;
}

static bool is_kept(const struct tx_page_block *block)
{
	return block->part == TX_PART_STORY || block->part == TX_PART_CROSSHEAD;
}

static bool has_stop(telex_slice s)
{
	for (size_t i = 0; i < s.len; i++) {
		if (strchr(".!?", s.ptr[i]) != NULL)
			return true;
	}
	return false;
}

/* Whether a paragraph follows a heading, at once. */
static bool heads_text(const struct tx_page_blocks *page, size_t i)
{
	for (i++; i < page->block_count; i++) {
		if (is_kept(&page->blocks[i]))
			return true;
		if (page->blocks[i].part == TX_PART_PAGE ||
		    tx_page_block_is(page, i, TX_IS_HEADING))
			return false;
	}
	return false;
}

/* Whether a text names an agency. */
static bool names_agency(telex_slice text)
{
	for (struct tx_cut cut = {.tail = text, .found = true}; cut.found;) {
		if (tx_agency_begins(cut.tail))
			return true;
		cut = tx_cut(cut.tail, ' ');
	}
	return false;
}

/* The last words of a dispatch on a paragraph of their own: an end mark, a sign-off, who wrote it
 * and who else was at it. */
static bool is_foot(const struct tx_page_blocks *page, size_t i)
{
	telex_slice text = tx_page_block_text(page, i);

	if (!tx_page_block_is(page, i, TX_IS_PROSE))
		return false;
	bool word = text.len <= FOOT_MAX && memchr(text.ptr, ' ', text.len) == NULL;
	bool bracket = text.ptr[0] == '(' && text.ptr[text.len - 1] == ')';
	return word || bracket || names_agency(text);
}

/* A line of an agency above the story: "EFE / Vigo". */
static bool is_credit(const struct tx_page_blocks *page, size_t i)
{
	telex_slice text = tx_page_block_text(page, i);

	return tx_page_block_is(page, i, TX_IS_PROSE) && text.len <= FIRST_MIN &&
	       names_agency(text);
}

/* Whether many short blocks follow the last paragraph, beside it: the items of a list that ends the
 * story, winners or results, each a block. */
static bool ends_in_list(const struct tx_page_blocks *page, size_t last)
{
	uint32_t around = page->nodes[page->blocks[last].node].parent;
	size_t count = 0;

	for (size_t i = last + 1; i < page->block_count && count < ITEMS_MIN; i++) {
		const struct tx_page_node *node = &page->nodes[page->blocks[i].node];
		count += is_kept(&page->blocks[i]) && node->parent == around &&
			 tx_page_block_is(page, i, TX_IS_PROSE);
	}
	return count == ITEMS_MIN;
}

void tx_page_trim_edges(struct tx_page_blocks *page)
{
	size_t first = SIZE_MAX, last = 0;

	for (size_t i = 0; i < page->block_count; i++) {
		if (page->blocks[i].part != TX_PART_STORY || page->blocks[i].len <= FIRST_MIN)
			continue;
		first = first == SIZE_MAX ? i : first;
		last = i;
	}
	if (first == SIZE_MAX)
		return;
	bool list = ends_in_list(page, last);
	for (size_t i = page->block_count; i-- > 0;) {
		struct tx_page_block *block = &page->blocks[i];
		bool heading = block->part == TX_PART_CROSSHEAD;
		if (!is_kept(block))
			continue;
		bool out = heading && ((i > last && !list) || !heads_text(page, i));
		out |= i < first && block->len < FIRST_MIN && !is_credit(page, i);
		out |= i > last && !list && !is_foot(page, i) && block->len < FIRST_MIN &&
		       !has_stop(tx_page_block_text(page, i));
		if (out)
			block->part = TX_PART_DROPPED;
	}
}
