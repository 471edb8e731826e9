/* Pages: each row of the tables of words has a row here, so that none is removed unseen. */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>

#include <stdio.h>
#include <string.h>

#include "reader/page/facts/authors.h"
#include "reader/page/markup/class_words.h"
#include "reader/page/body/edges.h"

#define COUNT(rows) (sizeof(rows) / sizeof((rows)[0]))

/* Words of classes, by what they say. */
static const struct {
	unsigned bits;
	const char *words;
} classes[] = {
	{TX_WORD_AGAINST, "ad ads adv advert also app banner bio breadcrumb breadcrumbs "
			  "carousel compartir cookie copyright disclaimer email embed "
			  "etiquetas facebook fakta feed follow footer gallery hide latest "
			  "listing login masthead mehr menu meta modal more nav navigation "
			  "next pager pagination partner poll popular popup prev previous "
			  "print publicidad quiz rail rating readmore recommend "
			  "recommendation register screen share sharing sidebar signup skip "
			  "slider slideshow social sponsor sr subscribe subscription tag "
			  "tagged tags teaser teasers thumbnail timestamp toc toolbar topics "
			  "trending twitter weiterlesen whatsapp widget"},
	{TX_WORD_AGAINST | TX_WORD_FIRM,
	 "advertisement factbox faktaboks faktabox infobox newsletter "
	 "newsletters outbrain promo recirc recirculation recommendations "
	 "recommended sponsored taboola"},
	{TX_WORD_FOR, "article articlebody artikel body content copy cuerpo entry hentry "
		      "main nota noticia page post story text texto"},
	{TX_WORD_AGAINST | TX_WORD_AUTHOR, "auteur author authors autor autore autores byline"},
	{TX_WORD_PICTURE, "bild foto image images img media photo photos picture video videos"},
	{TX_WORD_AGAINST | TX_WORD_CAPTION, "caption captions"},
	{TX_WORD_AGAINST | TX_WORD_FIRM | TX_WORD_STRONG,
	 "comentarios commentaires comments disqus kommentare relacionadas "
	 "relacionados related"},
	{TX_WORD_AGAINST | TX_WORD_STRONG, "comment"},
	{TX_WORD_AGAINST | TX_WORD_CREDIT, "credit credits"},
	{TX_WORD_LAYOUT, "has no with without grid"},
};

static void test_class_words(void **state)
{
	struct tx_class_words table;
	unsigned count = 0, bits;

	(void)state;
	tx_class_words_init(&table);
	for (size_t i = 0; i < COUNT(classes); i++) {
		struct tx_cut cut = {.tail = tx_slice_of(classes[i].words), .found = true};
		while (cut.found) {
			struct tx_class_votes votes = {0};
			cut = tx_cut(cut.tail, ' ');
			tx_class_words_read(&table, cut.head, &votes);
			count++;
			if (votes.bits != classes[i].bits)
				fail_msg("%.*s", (int)cut.head.len, cut.head.ptr);
		}
	}
	assert_null(tx_class_word(count, &bits));
}

/* Words that open a box of the page. */
static const char *const boxes[] = {"read more",
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
				    "관련기사"};

/* Two words of one class are one, those of two classes are not. */
static void test_joined_words(void **state)
{
	struct tx_class_words table;
	struct tx_class_votes votes = {0};

	(void)state;
	tx_class_words_init(&table);
	tx_class_words_read(&table, TX_LIT("x-fact-box readMore"), &votes);
	assert_int_equal(votes.against, 3); /* factbox, more, readmore */
	assert_int_equal(votes.firm, 1);
	votes = (struct tx_class_votes){0};
	tx_class_words_read(&table, TX_LIT("fact box read_more-articles"), &votes);
	assert_int_equal(votes.against, 2);
	assert_int_equal(votes.firm, 0);
}

static void test_hiding_classes(void **state)
{
	static const char *const hidden[] = {
		"hidden",          "d-none x",         "x is-hidden",     "display-none",
		"part-hidden",     "sr-only",          "visually-hidden", "visuallyhidden",
		"x-screen-reader", "screenreader-text"};
	static const char *const seen[] = {"hidden md:block",    "d-none d-md-flex",
					   "hidden lg:grid",     "hidden sm:inline",
					   "hidden md:table",    "d-none d-md-cell",
					   "hidden md:contents", "hidden print:visible",
					   "overflow-hidden",    "x"};

	(void)state;
	for (size_t i = 0; i < COUNT(hidden); i++)
		if (!tx_class_is_hidden(tx_slice_of(hidden[i])))
			fail_msg("%s", hidden[i]);
	for (size_t i = 0; i < COUNT(seen); i++)
		if (tx_class_is_hidden(tx_slice_of(seen[i])))
			fail_msg("%s", seen[i]);
}

static void test_boxes(void **state)
{
	char text[128];

	(void)state;
	for (size_t i = 0; i < COUNT(boxes); i++) {
		snprintf(text, sizeof(text), "%s z", boxes[i]);
		if (!tx_page_is_junk(tx_slice_of(text)))
			fail_msg("%s", text);
		snprintf(text, sizeof(text), "z %s", boxes[i]);
		if (tx_page_is_junk(tx_slice_of(text)))
			fail_msg("%s", text);
	}
}

/* Words that are a box of their own, and begin sentences. */
static const char *const alone[] = {
	"subscribe",         "advertisement", "copyright",       "recommended", "newsletter",
	"anzeige",           "publicidad",    "most read",       "must read",   "story highlights",
	"table of contents", "comments",      "explore further", "read next",   "up next",
	"skip ad",           "sign in",       "embed",           "weiterlesen", "más información",
	"saiba mais"};

static void test_boxes_of_few_words(void **state)
{
	char text[128];

	(void)state;
	for (size_t i = 0; i < COUNT(alone); i++) {
		if (!tx_page_is_junk(tx_slice_of(alone[i])))
			fail_msg("%s", alone[i]);
		snprintf(text, sizeof(text), "%s of the minister were read on the quay", alone[i]);
		if (tx_page_is_junk(tx_slice_of(text)))
			fail_msg("%s", text);
	}
	assert_false(tx_page_is_junk(TX_LIT("Embedded here")));
	assert_false(tx_page_is_junk(TX_LIT("Sign upon the quay")));
}

/* The persons of a text, joined by '|'. */
static void names_of(const char *text, char *out, size_t size)
{
	struct tx_arena arena = {0};
	struct tx_story *story = tx_story_new(&arena, "page");
	struct tx_page_facts facts = {.story = story};
	size_t len = 0;

	assert_non_null(story);
	tx_page_state_author(&facts, TX_RANK_LINKED, tx_slice_of(text));
	tx_page_authors_state(&facts);
	out[0] = '\0';
	for (const struct tx_entry *e = story->entries; e != NULL; e = e->next) {
		if (tx_entry_is(e, TX_FIELD_AUTHOR))
			len += (size_t)snprintf(out + len, size - len, "%s%.*s", len > 0 ? "|" : "",
						(int)e->term.name.len, e->term.name.ptr);
	}
	tx_arena_done(&arena);
}

/* Each word between two texts; what is left of it is the names. */
static void check_names(const char *const *words, size_t count, const char *const around[2],
			const char *want)
{
	char text[128], got[128];

	for (size_t i = 0; i < count; i++) {
		snprintf(text, sizeof(text), "%s%s%s", around[0], words[i], around[1]);
		names_of(text, got, sizeof(got));
		if (strcmp(got, want) != 0)
			fail_msg("%s: '%s'", text, got);
	}
}

static void test_openings(void **state)
{
	static const char *const words[] = {
		"by ",     "by:",    "written by ", "von ",      "von:",     "por ",    "por:",
		"par ",    "par:",   "di ",         "door ",     "av ",      "af ",     "text:",
		"texto:",  "texte:", "testo:",      "autor:",    "autor: ",  "author:", "auteur:",
		"autore:", "oleh ",  "oleh:",       "reporter:", "penulis:", "автор:"};
	static const char *const around[2] = {"", "Ana Roe"};

	(void)state;
	check_names(words, COUNT(words), around, "Ana Roe");
}

static void test_joints(void **state)
{
	static const char *const words[] = {" and ", " und ", " y ", " et ", " e ",    " en ",
					    " og ",  " och ", " i ", " & ",  " with ", " mit ",
					    " con ", ", ",    "; ",  " | "};
	static const char *const around[2] = {"Ana Roe", "Bo Lund"};

	(void)state;
	check_names(words, COUNT(words), around, "Ana Roe|Bo Lund");
}

static void test_endings(void **state)
{
	static const char *const words[] = {" 기자", " 특파원", " 記者", "記者", " 记者", "记者"};
	static const char *const around[2] = {"김정담", ""};

	(void)state;
	check_names(words, COUNT(words), around, "김정담");
}

static void test_particles(void **state)
{
	static const char *const words[] = {"de",  "del", "la",  "las", "los", "da",  "das", "do",
					    "dos", "di",  "van", "von", "der", "den", "ten", "ter",
					    "le",  "du",  "al",  "el",  "bin", "ibn", "y",   "zu",
					    "af",  "av",  "und", "e",   "i"};
	char name[64];

	(void)state;
	for (size_t i = 0; i < COUNT(words); i++) {
		snprintf(name, sizeof(name), "Ana %s Roe", words[i]);
		if (!tx_page_is_person(tx_slice_of(name)))
			fail_msg("%s", name);
	}
	assert_false(tx_page_is_person(TX_LIT("Ana quay Roe")));
}

static void test_desks(void **state)
{
	static const char *const words[] = {"redaktion",    "redaktionen",   "redacción",
					    "redaccion",    "redazione",     "r\303\251daction",
					    "redactie",     "redazioni",     "staff",
					    "newsroom",     "desk",          "editor",
					    "editors",      "editorial",     "editorial_team",
					    "admin",        "team",          "online",
					    "news",         "agency",        "agencia",
					    "agencias",     "agentur",       "nachrichtenagentur",
					    "agenturen",    "agences",       "agenzia",
					    "press",        "web",           "contributor",
					    "contributors", "correspondent", "reporter",
					    "reporters",    "image",         "photo",
					    "getty",        "follow",        "read",
					    "share",        "updated",       "published",
					    "about",        "view",          "bureau",
					    "network",      "media",         "wires",
					    "services",     "department",    "unit",
					    "magazine",     "zeitung",       "verlag",
					    "gmbh",         "inc",           "ltd",
					    "tv",           "radio",         "profile",
					    "subscribe",    "author",        "by"};
	char name[64];

	(void)state;
	for (size_t i = 0; i < COUNT(words); i++) {
		snprintf(name, sizeof(name), "Ana %c%s", words[i][0] - 32, words[i] + 1);
		if (tx_page_is_person(tx_slice_of(name)))
			fail_msg("%s", name);
	}
	assert_true(tx_page_is_person(TX_LIT("Ana Quay")));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_class_words),
		cmocka_unit_test(test_joined_words),
		cmocka_unit_test(test_hiding_classes),
		cmocka_unit_test(test_boxes),
		cmocka_unit_test(test_boxes_of_few_words),
		cmocka_unit_test(test_openings),
		cmocka_unit_test(test_joints),
		cmocka_unit_test(test_endings),
		cmocka_unit_test(test_particles),
		cmocka_unit_test(test_desks),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
