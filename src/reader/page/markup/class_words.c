/* The table of words.  They are those that readers of news pages in any language meet: no name of a
 * site is among them. */
#include "reader/page/markup/class_words.h"

#include "core/ascii.h"
#include "core/scan.h"

#define WORD_MAX 20 /* bytes */

static const struct {
	const char *word;
	uint16_t bits;
} words[] = {
	{"ad", TX_WORD_AGAINST},
	{"ads", TX_WORD_AGAINST},
	{"adv", TX_WORD_AGAINST},
	{"advert", TX_WORD_AGAINST},
	{"advertisement", TX_WORD_AGAINST | TX_WORD_FIRM},
	{"also", TX_WORD_AGAINST},
	{"app", TX_WORD_AGAINST},
	{"article", TX_WORD_FOR},
	{"articlebody", TX_WORD_FOR},
	{"artikel", TX_WORD_FOR},
	{"auteur", TX_WORD_AGAINST | TX_WORD_AUTHOR},
	{"author", TX_WORD_AGAINST | TX_WORD_AUTHOR},
	{"authors", TX_WORD_AGAINST | TX_WORD_AUTHOR},
	{"autor", TX_WORD_AGAINST | TX_WORD_AUTHOR},
	{"autore", TX_WORD_AGAINST | TX_WORD_AUTHOR},
	{"autores", TX_WORD_AGAINST | TX_WORD_AUTHOR},
	{"banner", TX_WORD_AGAINST},
	{"bild", TX_WORD_PICTURE},
	{"bio", TX_WORD_AGAINST},
	{"body", TX_WORD_FOR},
	{"breadcrumb", TX_WORD_AGAINST},
	{"breadcrumbs", TX_WORD_AGAINST},
	{"byline", TX_WORD_AGAINST | TX_WORD_AUTHOR},
	{"caption", TX_WORD_AGAINST | TX_WORD_CAPTION},
	{"captions", TX_WORD_AGAINST | TX_WORD_CAPTION},
	{"carousel", TX_WORD_AGAINST},
	{"comentarios", TX_WORD_AGAINST | TX_WORD_FIRM | TX_WORD_STRONG},
	{"comment", TX_WORD_AGAINST | TX_WORD_STRONG},
	{"commentaires", TX_WORD_AGAINST | TX_WORD_FIRM | TX_WORD_STRONG},
	{"comments", TX_WORD_AGAINST | TX_WORD_FIRM | TX_WORD_STRONG},
	{"compartir", TX_WORD_AGAINST},
	{"content", TX_WORD_FOR},
	{"cookie", TX_WORD_AGAINST},
	{"copy", TX_WORD_FOR},
	{"copyright", TX_WORD_AGAINST},
	{"credit", TX_WORD_AGAINST | TX_WORD_CREDIT},
	{"credits", TX_WORD_AGAINST | TX_WORD_CREDIT},
	{"cuerpo", TX_WORD_FOR},
	{"disclaimer", TX_WORD_AGAINST},
	{"disqus", TX_WORD_AGAINST | TX_WORD_FIRM | TX_WORD_STRONG},
	{"email", TX_WORD_AGAINST},
	{"embed", TX_WORD_AGAINST},
	{"entry", TX_WORD_FOR},
	{"etiquetas", TX_WORD_AGAINST},
	{"facebook", TX_WORD_AGAINST},
	{"factbox", TX_WORD_AGAINST | TX_WORD_FIRM},
	{"fakta", TX_WORD_AGAINST},
	{"faktaboks", TX_WORD_AGAINST | TX_WORD_FIRM},
	{"faktabox", TX_WORD_AGAINST | TX_WORD_FIRM},
	{"feed", TX_WORD_AGAINST},
	{"follow", TX_WORD_AGAINST},
	{"footer", TX_WORD_AGAINST},
	{"foto", TX_WORD_PICTURE},
	{"gallery", TX_WORD_AGAINST},
	{"has", TX_WORD_LAYOUT},
	{"hentry", TX_WORD_FOR},
	{"hide", TX_WORD_AGAINST},
	{"image", TX_WORD_PICTURE},
	{"images", TX_WORD_PICTURE},
	{"img", TX_WORD_PICTURE},
	{"infobox", TX_WORD_AGAINST | TX_WORD_FIRM},
	{"kommentare", TX_WORD_AGAINST | TX_WORD_FIRM | TX_WORD_STRONG},
	{"latest", TX_WORD_AGAINST},
	{"listing", TX_WORD_AGAINST},
	{"login", TX_WORD_AGAINST},
	{"main", TX_WORD_FOR},
	{"masthead", TX_WORD_AGAINST},
	{"media", TX_WORD_PICTURE},
	{"mehr", TX_WORD_AGAINST},
	{"menu", TX_WORD_AGAINST},
	{"meta", TX_WORD_AGAINST},
	{"modal", TX_WORD_AGAINST},
	{"more", TX_WORD_AGAINST},
	{"nav", TX_WORD_AGAINST},
	{"navigation", TX_WORD_AGAINST},
	{"newsletter", TX_WORD_AGAINST | TX_WORD_FIRM},
	{"newsletters", TX_WORD_AGAINST | TX_WORD_FIRM},
	{"next", TX_WORD_AGAINST},
	{"no", TX_WORD_LAYOUT},
	{"nota", TX_WORD_FOR},
	{"noticia", TX_WORD_FOR},
	{"outbrain", TX_WORD_AGAINST | TX_WORD_FIRM},
	{"page", TX_WORD_FOR},
	{"pager", TX_WORD_AGAINST},
	{"pagination", TX_WORD_AGAINST},
	{"partner", TX_WORD_AGAINST},
	{"photo", TX_WORD_PICTURE},
	{"photos", TX_WORD_PICTURE},
	{"picture", TX_WORD_PICTURE},
	{"poll", TX_WORD_AGAINST},
	{"popular", TX_WORD_AGAINST},
	{"popup", TX_WORD_AGAINST},
	{"post", TX_WORD_FOR},
	{"prev", TX_WORD_AGAINST},
	{"previous", TX_WORD_AGAINST},
	{"print", TX_WORD_AGAINST},
	{"promo", TX_WORD_AGAINST | TX_WORD_FIRM},
	{"publicidad", TX_WORD_AGAINST},
	{"quiz", TX_WORD_AGAINST},
	{"rail", TX_WORD_AGAINST},
	{"rating", TX_WORD_AGAINST},
	{"readmore", TX_WORD_AGAINST},
	{"recirc", TX_WORD_AGAINST | TX_WORD_FIRM},
	{"recirculation", TX_WORD_AGAINST | TX_WORD_FIRM},
	{"recommend", TX_WORD_AGAINST},
	{"recommendation", TX_WORD_AGAINST},
	{"recommendations", TX_WORD_AGAINST | TX_WORD_FIRM},
	{"recommended", TX_WORD_AGAINST | TX_WORD_FIRM},
	{"register", TX_WORD_AGAINST},
	{"relacionadas", TX_WORD_AGAINST | TX_WORD_FIRM | TX_WORD_STRONG},
	{"relacionados", TX_WORD_AGAINST | TX_WORD_FIRM | TX_WORD_STRONG},
	{"related", TX_WORD_AGAINST | TX_WORD_FIRM | TX_WORD_STRONG},
	{"screen", TX_WORD_AGAINST},
	{"share", TX_WORD_AGAINST},
	{"sharing", TX_WORD_AGAINST},
	{"sidebar", TX_WORD_AGAINST},
	{"signup", TX_WORD_AGAINST},
	{"skip", TX_WORD_AGAINST},
	{"slider", TX_WORD_AGAINST},
	{"slideshow", TX_WORD_AGAINST},
	{"social", TX_WORD_AGAINST},
	{"sponsor", TX_WORD_AGAINST},
	{"sponsored", TX_WORD_AGAINST | TX_WORD_FIRM},
	{"sr", TX_WORD_AGAINST},
	{"story", TX_WORD_FOR},
	{"subscribe", TX_WORD_AGAINST},
	{"subscription", TX_WORD_AGAINST},
	{"taboola", TX_WORD_AGAINST | TX_WORD_FIRM},
	{"tag", TX_WORD_AGAINST},
	{"tagged", TX_WORD_AGAINST},
	{"tags", TX_WORD_AGAINST},
	{"teaser", TX_WORD_AGAINST},
	{"teasers", TX_WORD_AGAINST},
	{"text", TX_WORD_FOR},
	{"texto", TX_WORD_FOR},
	{"thumbnail", TX_WORD_AGAINST},
	{"timestamp", TX_WORD_AGAINST},
	{"toc", TX_WORD_AGAINST},
	{"toolbar", TX_WORD_AGAINST},
	{"topics", TX_WORD_AGAINST},
	{"trending", TX_WORD_AGAINST},
	{"twitter", TX_WORD_AGAINST},
	{"video", TX_WORD_PICTURE},
	{"videos", TX_WORD_PICTURE},
	{"weiterlesen", TX_WORD_AGAINST},
	{"whatsapp", TX_WORD_AGAINST},
	{"widget", TX_WORD_AGAINST},
	{"with", TX_WORD_LAYOUT},
	{"without", TX_WORD_LAYOUT},
	{"grid", TX_WORD_LAYOUT},
};

enum { WORDS = TX_COUNT(words) };
_Static_assert(WORDS * 2 < TX_CLASS_SLOTS, "slots");

static uint32_t hash_of(telex_slice word)
{
	uint32_t hash = 2166136261U;

	for (size_t i = 0; i < word.len; i++)
		hash = (hash ^ (uint8_t)word.ptr[i]) * 16777619U;
	return hash ^ hash >> 15;
}

void tx_class_words_init(struct tx_class_words *table)
{
	*table = (struct tx_class_words){0};
	for (int i = 0; i < WORDS; i++) {
		uint32_t slot = hash_of(tx_slice_of(words[i].word)) % TX_CLASS_SLOTS;
		while (table->slots[slot] != 0)
			slot = (slot + 1) % TX_CLASS_SLOTS;
		table->slots[slot] = (uint16_t)(i + 1);
	}
}

static unsigned bits_of(const struct tx_class_words *table, telex_slice word)
{
	uint32_t slot = hash_of(word) % TX_CLASS_SLOTS;

	for (; table->slots[slot] != 0; slot = (slot + 1) % TX_CLASS_SLOTS) {
		if (tx_slice_is(word, words[table->slots[slot] - 1].word))
			return words[table->slots[slot] - 1].bits;
	}
	return 0;
}

static void vote(const struct tx_class_words *table, telex_slice word, struct tx_class_votes *votes)
{
	unsigned bits = bits_of(table, word);

	votes->against += (bits & TX_WORD_AGAINST) != 0;
	votes->in_favour += (bits & TX_WORD_FOR) != 0;
	votes->firm += (bits & TX_WORD_FIRM) != 0;
	votes->bits |= bits;
}

/* The word that is read, and the one before it in the same class: "fact-box" is "factbox". */
struct reading {
	char text[2 * WORD_MAX];
	size_t start, len;
};

static void end_word(const struct tx_class_words *table, struct reading *r,
		     struct tx_class_votes *votes)
{
	if (r->len == r->start)
		return;
	vote(table, tx_slice(r->text + r->start, r->len - r->start), votes);
	if (r->start > 0)
		vote(table, tx_slice(r->text, r->len), votes);
	size_t len = r->len - r->start;
	memmove(r->text, r->text + r->start, len);
	r->start = r->len = len;
}

void tx_class_words_read(const struct tx_class_words *table, telex_slice value,
			 struct tx_class_votes *votes)
{
	struct reading r = {.len = 0};

	for (size_t i = 0; i < value.len; i++) {
		char c = value.ptr[i];
		bool letter = tx_is_alpha(c);
		bool hump = tx_is_upper(c) && i > 0 && tx_is_lower(value.ptr[i - 1]);
		if (!letter || hump)
			end_word(table, &r, votes);
		if (c == ' ')
			r.start = r.len = 0;
		if (letter && r.len < r.start + WORD_MAX)
			r.text[r.len++] = tx_lower(c);
	}
	end_word(table, &r, votes);
}

/* Whether one of the classes is a name that style sheets hide: "hidden", but not "hidden md:block"
 * or "d-none d-md-flex", which are seen on other screens. */
static bool has_hiding_class(telex_slice value)
{
	static const char *const names[] = {"hidden", "d-none", "display-none", NULL};
	static const char *const shows[] = {"block", "flex", "grid",     "inline",
					    "table", "cell", "contents", "visible"};
	bool hidden = false;

	for (struct tx_cut cut = {.tail = value, .found = true}; cut.found;) {
		cut = tx_cut(cut.tail, ' ');
		hidden |= tx_slice_in(cut.head, names) ||
			  (tx_slice_ends(cut.head, TX_LIT("-hidden")) &&
			   !tx_slice_starts(cut.head, TX_LIT("overflow")));
	}
	for (size_t i = 0; hidden && i < TX_COUNT(shows); i++)
		hidden = tx_slice_find(value, tx_slice_of(shows[i])) == value.len;
	return hidden;
}

bool tx_class_is_hidden(telex_slice value)
{
	static const char *const names[] = {"sr-only", "visually-hidden", "visuallyhidden",
					    "screen-reader", "screenreader"};

	for (size_t i = 0; value.len > 6 && i < TX_COUNT(names); i++) {
		telex_slice name = tx_slice_of(names[i]);
		if (tx_slice_find(value, name) < value.len)
			return true;
	}
	return has_hiding_class(value);
}

const char *tx_class_word(unsigned index, unsigned *ret_bits)
{
	if (index >= WORDS)
		return NULL;
	*ret_bits = words[index].bits;
	return words[index].word;
}
