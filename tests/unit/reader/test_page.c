/* Pages: what their elements state, which words speak against a container, what is a list. */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>

#include <stdio.h>

#include "reader/html_reference.h"
#include "reader/page/facts/authors.h"
#include "reader/page/markup/class_words.h"
#include "reader/page/body/edges.h"
#include "reader/page/page.h"
#include "reader/page/markup/tags.h"

#define COUNT(rows) (sizeof(rows) / sizeof((rows)[0]))

#define PROSE                                                                                      \
	"<p>The harbour office said on Tuesday that the ferry will sail again from Monday.</p>"    \
	"<p>Fares stay as they were, and season tickets are extended, the office added.</p>"

/* The stories of a page that is made of a head and a body. */
static struct tx_story *read_page(struct tx_reader *reader, const char *head, const char *body)
{
	static char page[8192];
	telex_error error = {0};

	reader->stories = (struct tx_stories){0};
	int len = snprintf(page, sizeof(page),
			   "<!doctype html><html><head>%s</head><body>%s</body>", head, body);
	telex_status status = tx_page_unwrap(reader, tx_slice(page, (size_t)len), &error);
	assert_true(status == TELEX_OK || status == TELEX_ERR_EMPTY);
	return reader->stories.first;
}

/* Entries of a list joined by '|', or the fact. */
static void tell(const struct tx_story *story, enum tx_field field, char *out, size_t size)
{
	size_t len = 0;

	out[0] = '\0';
	if (field < TX_FIELD__SINGLE) {
		telex_slice fact = tx_story_fact(story, field);
		snprintf(out, size, "%.*s", (int)fact.len, fact.len > 0 ? fact.ptr : "");
		return;
	}
	for (const struct tx_entry *e = story->entries; e != NULL; e = e->next) {
		if (tx_entry_is(e, field))
			len += (size_t)snprintf(out + len, size - len, "%s%.*s", len > 0 ? "|" : "",
						(int)e->term.name.len,
						e->term.name.len > 0 ? e->term.name.ptr : "");
	}
}

#define ARTICLE             "<meta property=\"og:type\" content=\"article\">"
#define META(name, content) ARTICLE "<meta name=\"" name "\" content=\"" content "\">"
#define DATA(members)                                                                              \
	"<script type=\"application/ld+json\">{\"@type\":\"NewsArticle\"," members "}</script>"

/* Authors that are objects elsewhere in the linked data. */
#define GRAPH(author)                                                                              \
	"<script "                                                                                 \
	"type=\"application/ld+json\">{\"@graph\":[{\"@type\":\"NewsArticle\",\"author\":" author  \
	"},{\"@id\":\"#a\",\"name\":\"Ana Roe\"},{\"@id\":\"#b\",\"name\":\"Bo Lund\"}]}</script>"

static const struct {
	const char *head;
	enum tx_field field;
	const char *want;
} facts[] = {
	{META("og:title", "A title"), TX_FIELD_HEADLINE, "A title"},
	{META("twitter:title", "A title"), TX_FIELD_HEADLINE, "A title"},
	{ARTICLE "<title>The ferry sails again | Post</title>", TX_FIELD_HEADLINE,
	 "The ferry sails again"},
	{META("og:site_name", "Post") "<title>A ferry - Post</title>", TX_FIELD_HEADLINE,
	 "A ferry"},
	{META("og:title", "A ferry · Post") "<meta property=\"og:site_name\" content=\"Post\">",
	 TX_FIELD_HEADLINE, "A ferry"},
	{META("article:published_time", "2024-05-14"), TX_FIELD_ISSUED, "2024-05-14"},
	{META("article:published", "2024-05-14"), TX_FIELD_ISSUED, "2024-05-14"},
	{META("datePublished", "2024-05-14"), TX_FIELD_ISSUED, "2024-05-14"},
	{META("parsely-pub-date", "2024-05-14"), TX_FIELD_ISSUED, "2024-05-14"},
	{META("DC.date.issued", "2024-05-14"), TX_FIELD_ISSUED, "2024-05-14"},
	{META("dcterms.issued", "2024-05-14"), TX_FIELD_ISSUED, "2024-05-14"},
	{META("dcterms.created", "2024-05-14"), TX_FIELD_ISSUED, "2024-05-14"},
	{META("dc.date", "2024-05-14"), TX_FIELD_ISSUED, "2024-05-14"},
	{META("pubdate", "2024-05-14"), TX_FIELD_ISSUED, "2024-05-14"},
	{META("publish-date", "2024-05-14"), TX_FIELD_ISSUED, "2024-05-14"},
	{META("publication_date", "2024-05-14"), TX_FIELD_ISSUED, "2024-05-14"},
	{META("sailthru.date", "2024-05-14"), TX_FIELD_ISSUED, "2024-05-14"},
	{META("cXenseParse:recs:publishtime", "2024-05-14"), TX_FIELD_ISSUED, "2024-05-14"},
	{META("date", "2024-05-14"), TX_FIELD_ISSUED, "2024-05-14"},
	{META("date", "0001-01-01"), TX_FIELD_ISSUED, ""},
	{META("date", "1970-01-01T00:00:00Z"), TX_FIELD_ISSUED, ""},
	{META("date", "Fri Apr 28 19:20:36 CEST 2023"), TX_FIELD_ISSUED,
	 "28 Apr 2023 19:20:36 CEST"},
	{META("article:modified_time", "2024-05-15"), TX_FIELD_UPDATED, "2024-05-15"},
	{META("dateModified", "2024-05-15"), TX_FIELD_UPDATED, "2024-05-15"},
	{META("og:updated_time", "2024-05-15"), TX_FIELD_UPDATED, "2024-05-15"},
	{META("author", "Ana Roe"), TX_FIELD_AUTHOR, "Ana Roe"},
	{META("authors", "Ana Roe, Bo Lund"), TX_FIELD_AUTHOR, "Ana Roe|Bo Lund"},
	{META("parsely-author", "Ana Roe"), TX_FIELD_AUTHOR, "Ana Roe"},
	{META("article:author", "Ana Roe"), TX_FIELD_AUTHOR, "Ana Roe"},
	{META("article:author", "https://a.example/ana"), TX_FIELD_AUTHOR, ""},
	{META("DC.creator", "Ana Roe"), TX_FIELD_AUTHOR, "Ana Roe"},
	{META("sailthru.author", "Ana Roe"), TX_FIELD_AUTHOR, "Ana Roe"},
	{META("cXenseParse:author", "Ana Roe"), TX_FIELD_AUTHOR, "Ana Roe"},
	{META("byl", "By Ana Roe"), TX_FIELD_AUTHOR, "Ana Roe"},
	{META("dcterms.creator", "Ana Roe"), TX_FIELD_AUTHOR, "Ana Roe"},
	{META("article:author_name", "Ana Roe"), TX_FIELD_AUTHOR, "Ana Roe"},
	{META("og:author", "Ana Roe"), TX_FIELD_AUTHOR, "Ana Roe"},
	{META("og:article:author", "Ana Roe"), TX_FIELD_AUTHOR, "Ana Roe"},
	{META("twitter:misc:Written by", "Ana Roe"), TX_FIELD_AUTHOR, "Ana Roe"},
	{META("twitter:label1", "Est. reading time") META("twitter:data1", "Ana Roe"),
	 TX_FIELD_AUTHOR, ""},
	{META("author", "Harbour Team"), TX_FIELD_AUTHOR, ""},
	{META("author", "Harbour Team"), TX_FIELD_ROLE, "Harbour Team"},
	{META("author", "admin"), TX_FIELD_ROLE, ""},
	{META("author", "Ana Roe, Harbour Team"), TX_FIELD_ROLE, ""},
	{META("og:site_name", "Post"), TX_FIELD_PUBLISHER, "Post"},
	{META("og:description", "It sails."), TX_FIELD_ABSTRACT, "It sails."},
	{META("description", "It sails."), TX_FIELD_ABSTRACT, "It sails."},
	{META("description", "The harbour office said on Tuesday that the ferry will sail …"),
	 TX_FIELD_ABSTRACT, ""},
	{META("og:url", "https://a.example/1"), TX_FIELD_ID, "https://a.example/1"},
	{ARTICLE "<link rel=canonical href=\"https://a.example/1\">", TX_FIELD_ID,
	 "https://a.example/1"},
	{META("og:locale", "es_ES"), TX_FIELD_LANGUAGE, "es_ES"},
	{META("article:section", "Ports"), TX_FIELD_CATEGORY_NAME, "Ports"},
	{DATA("\"headline\":\"A &amp; b\""), TX_FIELD_HEADLINE, "A & b"},
	{DATA("\"headline\":\"A \\u00f1 \\ud83d\\ude00\""), TX_FIELD_HEADLINE, "A ñ 😀"},
	{DATA("\"headline\":[\"A\",\"B\"]"), TX_FIELD_HEADLINE, "A"},
	{DATA("\"datePublished\":\"2024-05-14\""), TX_FIELD_ISSUED, "2024-05-14"},
	{DATA("\"dateModified\":\"2024-05-14\""), TX_FIELD_UPDATED, "2024-05-14"},
	{DATA("\"dateCreated\":\"2024-05-14\""), TX_FIELD_CREATED, "2024-05-14"},
	{DATA("\"author\":{\"name\":\"Ana Roe\"}"), TX_FIELD_AUTHOR, "Ana Roe"},
	{DATA("\"author\":[{\"name\":\"Ana Roe\"},\"Bo Lund\"]"), TX_FIELD_AUTHOR,
	 "Ana Roe|Bo Lund"},
	{DATA("\"creator\":[\"Ana Roe\",\"Bo Lund\"]"), TX_FIELD_AUTHOR, "Ana Roe|Bo Lund"},
	{DATA("\"author\":{\"name\":\"EFE\"}"), TX_FIELD_AUTHOR, ""},
	{DATA("\"author\":{\"name\":\"EFE\"}"), TX_FIELD_AGENCY, "EFE"},
	{DATA("\"publisher\":{\"name\":\"Post\"}"), TX_FIELD_PUBLISHER, "Post"},
	{DATA("\"publisher\":{\"url\":\"https://a.example/\"}"), TX_FIELD_PUBLISHER_URL,
	 "https://a.example/"},
	{DATA("\"publisher\":{\"name\":\"Post\"},\"author\":{\"name\":\"The Post\"}"),
	 TX_FIELD_AUTHOR, ""},
	{DATA("\"alternativeHeadline\":\"B\""), TX_FIELD_SUBHEADLINE, "B"},
	{DATA("\"description\":\"It sails.\""), TX_FIELD_ABSTRACT, "It sails."},
	{DATA("\"articleSection\":\"Ports\""), TX_FIELD_CATEGORY_NAME, "Ports"},
	{DATA("\"inLanguage\":\"es\""), TX_FIELD_LANGUAGE, "es"},
	{DATA("\"copyrightNotice\":\"© Post\""), TX_FIELD_COPYRIGHT, "© Post"},
	{DATA("\"keywords\":\"a, b\""), TX_FIELD_KEYWORD, "a|b"},
	{DATA("\"keywords\":[\"a\",\"b\"]"), TX_FIELD_KEYWORD, "a|b"},
	{DATA("\"about\":{\"@type\":\"Person\",\"name\":\"Ana Roe\"}"), TX_FIELD_PERSON, "Ana Roe"},
	{DATA("\"mentions\":[{\"@type\":\"Organization\",\"name\":\"Port\"}]"),
	 TX_FIELD_ORGANISATION, "Port"},
	{DATA("\"mentions\":[{\"@type\":\"Corporation\",\"name\":\"Port\"}]"),
	 TX_FIELD_ORGANISATION, "Port"},
	{DATA("\"mentions\":[{\"@type\":\"Place\",\"name\":\"Vigo\"}]"), TX_FIELD_PLACE, "Vigo"},
	{DATA("\"mentions\":[{\"@type\":\"Country\",\"name\":\"Spain\"}]"), TX_FIELD_PLACE,
	 "Spain"},
	{DATA("\"mentions\":[{\"@type\":\"City\",\"name\":\"Vigo\"}]"), TX_FIELD_PLACE, "Vigo"},
	{DATA("\"contentLocation\":{\"name\":\"Vigo\"}"), TX_FIELD_PLACE, "Vigo"},
	{"<script type=\"application/ld+json\">{\"@graph\":[{\"@type\":\"WebSite\",\"name\":\"x\"},"
	 "{\"@type\":[\"Thing\",\"ReportageNewsArticle\"],\"headline\":\"A\"}]}</script>",
	 TX_FIELD_HEADLINE, "A"},
	{GRAPH("{\"@id\":\"#b\"}"), TX_FIELD_AUTHOR, "Bo Lund"},
	{GRAPH("[{\"@id\":\"#b\"},{\"@id\":\"#a\"}]"), TX_FIELD_AUTHOR, "Bo Lund|Ana Roe"},
	{GRAPH("{\"@id\":\"#c\"}"), TX_FIELD_AUTHOR, ""},
	{GRAPH("{\"@id\":\"#b\",\"name\":\"Ida Berg\"}"), TX_FIELD_AUTHOR, "Ida Berg"},
	{GRAPH("{\"@id\":\"#b\"}") META("author", "Ida Berg"), TX_FIELD_AUTHOR, "Ida Berg"},
	{"<script type=\"application/ld+json\">{\"@type\":\"WebPage\",\"mainEntity\":"
	 "{\"@type\":\"BlogPosting\",\"headline\":\"A\"}}</script>",
	 TX_FIELD_HEADLINE, "A"},
};

static void test_facts(void **state)
{
	struct tx_reader reader = {0};
	char got[256];

	(void)state;
	for (size_t i = 0; i < COUNT(facts); i++) {
		const struct tx_story *story = read_page(&reader, facts[i].head, PROSE);
		if (story == NULL)
			fail_msg("no story: %s", facts[i].head);
		tell(story, facts[i].field, got, sizeof(got));
		if (strcmp(got, facts[i].want) != 0)
			fail_msg("%s: '%s' instead of '%s'", facts[i].head, got, facts[i].want);
	}
	tx_reader_done(&reader);
}

static void test_bylines_that_are_seen(void **state)
{
	static const struct {
		const char *body, *want;
	} rows[] = {
		{"<p class=author>By Ana Roe</p>", "Ana Roe"},
		{"<div class=\"article-byline\"><span>Ana Roe</span> <span>Bo Lund</span></div>",
		 "Ana Roe|Bo Lund"},
		{"<a rel=author>Ana Roe</a>", "Ana Roe"},
		{"<a href=\"/autor/ana\">Ana Roe</a>", "Ana Roe"},
		{"<a href=\"/author/ana\">Ana Roe</a>", "Ana Roe"},
		{"<a href=\"/auteurs/ana\">Ana Roe</a>", "Ana Roe"},
		{"<a href=\"/firmas/ana\">Ana Roe</a>", "Ana Roe"},
		{"<span itemprop=author>Ana Roe</span>", "Ana Roe"},
		{"<p class=author>Ana Roe 14 May 2024</p>", "Ana Roe"},
		{"<p class=author>Ana Roe | Post</p>", "Ana Roe"},
		{"<p class=author>Follow us</p>", ""},
		{"<p class=\"media__byline\">By Ana Roe</p>", ""},
		{"<p class=\"bild-autor\">By Ana Roe</p>", ""},
		{"<p class=\"foto-autor\">By Ana Roe</p>", ""},
		{"<p class=\"image-author\">By Ana Roe</p>", ""},
		{"<p class=\"photo-author\">By Ana Roe</p>", ""},
		{"<p class=\"picture-author\">By Ana Roe</p>", ""},
		{"<p class=\"video-author\">By Ana Roe</p>", ""},
		{"<p class=\"author-credit\">By Ana Roe</p>", ""},
		{"<figure><p class=author>By Ana Roe</p></figure>", ""},
		{"<p class=author>The newsroom</p>", ""},
		{"<p>Ana Roe</p>", "Ana Roe"},
		{"<p>Ana Roe, 14 May 2024</p>", ""},
	};
	struct tx_reader reader = {0};
	char body[2048], got[256];

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		snprintf(body, sizeof(body),
			 "<article><h1>The ferry sails again</h1>%s%s</article>", rows[i].body,
			 PROSE);
		const struct tx_story *story = read_page(&reader, ARTICLE, body);
		assert_non_null(story);
		tell(story, TX_FIELD_AUTHOR, got, sizeof(got));
		if (strcmp(got, rows[i].want) != 0)
			fail_msg("%s: '%s'", rows[i].body, got);
	}
	tx_reader_done(&reader);
}

static void test_names(void **state)
{
	static const char *const persons[] = {"Ana Roe",
					      "Ana de la Cruz",
					      "J. P. Gandul",
					      "Jean-Paul Test",
					      "María José Prueba",
					      "松岡大地",
					      "Anna Giulia van der Prova"};
	static const char *const others[] = {"EFE",        "Redacción", "Ana",
					     "ana roe",    "Ana Roe 2", "ana@a.example",
					     "Post Staff", "Web Desk",  "The Press Agency",
					     "a/b c",      "Read More", "A B C D E F G"};

	(void)state;
	for (size_t i = 0; i < COUNT(persons); i++)
		if (!tx_page_is_person(tx_slice_of(persons[i])))
			fail_msg("%s", persons[i]);
	for (size_t i = 0; i < COUNT(others); i++)
		if (tx_page_is_person(tx_slice_of(others[i])))
			fail_msg("%s", others[i]);
}

/* Each word, written as a class of two and with a hump. */
static void test_class_words(void **state)
{
	struct tx_class_words words;
	unsigned bits, index;
	const char *word;

	(void)state;
	tx_class_words_init(&words);
	for (index = 0; (word = tx_class_word(index, &bits)) != NULL; index++) {
		struct tx_class_votes votes = {0};
		char value[64];
		snprintf(value, sizeof(value), "x-%s y", word);
		tx_class_words_read(&words, tx_slice_of(value), &votes);
		if (votes.bits != bits)
			fail_msg("%s", value);
		votes = (struct tx_class_votes){0};
		snprintf(value, sizeof(value), "x%c%sZ", word[0] - 32, word + 1);
		tx_class_words_read(&words, tx_slice_of(value), &votes);
		if (votes.bits != bits)
			fail_msg("%s", value);
	}
	assert_true(index > 100);
	struct tx_class_votes none = {0};
	tx_class_words_read(&words, TX_LIT("timeline xrelated relatedx"), &none);
	assert_int_equal(none.bits, 0);
}

static void test_wire(void **state)
{
	static const char *const wires[] = {"Vigo, 14 may (EFE).- Texto", "VIGO (Reuters) - Text",
					    "VIGO, Spain (AP) — Text", "Vigo (AFP) – Texte",
					    "Vigo (EFE/Prueba): Texto"};
	static const char *const others[] = {"Text (EFE) text", "Text (none) - text", "Text (EFE"};

	(void)state;
	for (size_t i = 0; i < COUNT(wires); i++)
		if (!tx_page_is_wire(tx_slice_of(wires[i])))
			fail_msg("%s", wires[i]);
	for (size_t i = 0; i < COUNT(others); i++)
		if (tx_page_is_wire(tx_slice_of(others[i])))
			fail_msg("%s", others[i]);
}

static void test_captions_and_boxes(void **state)
{
	static const char *const captions[] = {"The quay on Tuesday (Image: Post)",
					       "The quay (Picture: Ana Roe)",
					       "The quay. (Photo: Post)",
					       "El muelle (Foto: Post)",
					       "Der Kai (Bild: Post)",
					       "Der Kai am Dienstag. Bild: Post",
					       "El muelle. Foto: Post",
					       "The quay © Post"};
	static const char *const boxes[] = {"Read more: the pump",    "Lee también: la bomba",
					    "Czytaj więcej",          "Читайте также: насос",
					    "【関連記事】",           "© Post 2024",
					    "À lire aussi : la pompe"};

	(void)state;
	for (size_t i = 0; i < COUNT(captions); i++)
		if (!tx_page_is_caption(tx_slice_of(captions[i])))
			fail_msg("%s", captions[i]);
	for (size_t i = 0; i < COUNT(boxes); i++)
		if (!tx_page_is_junk(tx_slice_of(boxes[i])))
			fail_msg("%s", boxes[i]);
	assert_false(
		tx_page_is_caption(TX_LIT("The photo was taken on Tuesday, the office said.")));
	assert_false(tx_page_is_junk(TX_LIT("The reading of the meter was wrong, it said.")));
}

/* What the meta elements of a pair call the author, in the languages of makers of sites. */
static void test_labels(void **state)
{
	static const char *const labels[] = {
		"Written by",       "Verfasst von",    "Escrito por",  "Écrit par",
		"Scritto da",       "Geschreven door", "Skrevet af",   "Skrevet av",
		"Skriven av",       "Napisane przez",  "Ditulis oleh", "Yazan",
		"Написано автором", "執筆者",          "Author",       "By"};
	struct tx_reader reader = {0};
	char head[512], got[64];

	(void)state;
	for (size_t i = 0; i < COUNT(labels); i++) {
		snprintf(head, sizeof(head),
			 ARTICLE "<meta name=twitter:label1 content=\"%s\">"
				 "<meta name=twitter:data1 content=\"Ana Roe\">"
				 "<meta name=twitter:data2 content=\"Two Minutes\">",
			 labels[i]);
		tell(read_page(&reader, head, PROSE), TX_FIELD_AUTHOR, got, sizeof(got));
		if (strcmp(got, "Ana Roe") != 0)
			fail_msg("%s: '%s'", labels[i], got);
	}
	tx_reader_done(&reader);
}

/* What is a list, a shop or a profile, though it has as much prose as a story. */
static void test_no_story(void **state)
{
	static const char *const heads[] = {
		"<script type=\"application/ld+json\">{\"@type\":\"CollectionPage\"}</script>",
		"<script type=\"application/ld+json\">{\"@type\":\"ItemList\"}</script>",
		"<script type=\"application/ld+json\">{\"@type\":\"SearchResultsPage\"}</script>",
		"<script type=\"application/ld+json\">{\"@type\":\"ProfilePage\"}</script>",
		"<script type=\"application/ld+json\">{\"@type\":\"QAPage\"}</script>",
		"<script "
		"type=\"application/ld+json\">{\"@type\":\"DiscussionForumPosting\"}</script>",
		"<script type=\"application/ld+json\">{\"@type\":\"Product\"}</script>",
		"<script type=\"application/ld+json\">{\"@type\":\"Store\"}</script>",
		"<script type=\"application/ld+json\">{\"@type\":\"Recipe\"}</script>",
		"<script type=\"application/ld+json\">{\"@type\":\"JobPosting\"}</script>",
		"<meta property=\"og:type\" content=\"product\">",
		"<meta property=\"og:type\" content=\"product.item\">",
		"<meta property=\"og:type\" content=\"profile\">",
		ARTICLE "<link rel=canonical href=\"https://a.example/\">",
		ARTICLE "<link rel=canonical href=\"https://a.example\">"};
	struct tx_reader reader = {0};
	char head[512];

	(void)state;
	assert_non_null(
		read_page(&reader, "<meta name=date content=2024-05-14>", PROSE PROSE PROSE));
	for (size_t i = 0; i < COUNT(heads); i++) {
		snprintf(head, sizeof(head), "<meta name=date content=2024-05-14>%s", heads[i]);
		if (read_page(&reader, head, PROSE PROSE PROSE) != NULL)
			fail_msg("%s", heads[i]);
	}
	tx_reader_done(&reader);
}

static void test_references(void **state)
{
	static const struct {
		const char *text, *want;
	} rows[] = {{"a&amp;b", "a&b"},
		    {"&eacute", "é"},
		    {"&rsquo;", "’"},
		    {"&rsquo x", "&rsquo x"},
		    {"&#233;", "é"},
		    {"&#xE9;x", "éx"},
		    {"&#150;", "–"},
		    {"&#128;", "€"},
		    {"&#0;", "&#0;"},
		    {"&#xd800;", "&#xd800;"},
		    {"&#x110000;", "&#x110000;"},
		    {"AT&T", "AT&T"},
		    {"&", "&"},
		    {"&#;", "&#;"},
		    {"&none;", "&none;"},
		    {"&apos;", "'"},
		    {"&#99999999999;", "&#99999999999;"}};
	struct tx_buffer out = {0};

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		out.len = 0;
		tx_html_decode(&out, tx_slice_of(rows[i].text));
		tx_buffer_byte(&out, '\0');
		assert_string_equal(out.data, rows[i].want);
	}
	tx_buffer_done(&out);
}

static void test_attributes(void **state)
{
	telex_slice attributes = TX_LIT(" a = 'b c' D=e/f g h=\"\" /i='x");
	static const char *const want[][2] = {
		{"a", "b c"}, {"D", "e/f"}, {"g", ""}, {"h", ""}, {"i", "'x"}};
	telex_slice name, value;

	(void)state;
	for (size_t i = 0; i < COUNT(want); i++) {
		assert_true(tx_page_attribute(&attributes, &name, &value));
		assert_true(tx_slice_is(name, want[i][0]));
		assert_true(tx_slice_is(value, want[i][1]));
	}
	assert_false(tx_page_attribute(&attributes, &name, &value));
}

static void test_charset(void **state)
{
	static const struct {
		const char *page, *want;
	} rows[] = {
		{"<html><head><meta charset=\"ISO-8859-15\">", "ISO-8859-15"},
		{"<meta http-equiv=Content-Type content=\"text/html; charset=koi8-r\">", "koi8-r"},
		{"<!-- <meta charset=x> --><meta charset=y>", "y"},
		{"<script>\"<meta charset=x>\"</script><META CHARSET='y'>", "y"},
		{"<meta name=a content=b>", NULL}};

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		telex_slice got = tx_page_declared_charset(tx_slice_of(rows[i].page));
		assert_true(rows[i].want == NULL ? got.ptr == NULL
						 : tx_slice_is(got, rows[i].want));
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_facts),
		cmocka_unit_test(test_bylines_that_are_seen),
		cmocka_unit_test(test_names),
		cmocka_unit_test(test_labels),
		cmocka_unit_test(test_class_words),
		cmocka_unit_test(test_wire),
		cmocka_unit_test(test_no_story),
		cmocka_unit_test(test_references),
		cmocka_unit_test(test_attributes),
		cmocka_unit_test(test_charset),
		cmocka_unit_test(test_captions_and_boxes),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
