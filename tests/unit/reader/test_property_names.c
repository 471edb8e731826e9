/* Names of properties in JSON of news: what each states. */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>

#include <stdio.h>

#include "reader/json/json.h"
#include "reader/reader.h"

/* Each name that is known, alone: what it states is "A b"; TX_FIELD__COUNT: the copy. */
static const struct {
	const char *name, *value;
	enum tx_field field;
} names[] = {
	{"abstract", "'A b'", TX_FIELD_ABSTRACT},
	{"actualizado", "'A b'", TX_FIELD_UPDATED},
	{"advisory", "'A b'", TX_FIELD_NOTE_ADVISORY},
	{"agencia", "'A b'", TX_FIELD_AGENCY},
	{"agency", "'A b'", TX_FIELD_AGENCY},
	{"alternativeheadline", "'A b'", TX_FIELD_SUBHEADLINE},
	{"anpacategory", "[{'code': 'A b'}]", TX_FIELD_CATEGORY},
	{"article", "'A b'", TX_FIELD__COUNT},
	{"articlebody", "'A b'", TX_FIELD__COUNT},
	{"articlehtml", "'A b'", TX_FIELD__COUNT},
	{"articleid", "'A b'", TX_FIELD_ID},
	{"articlesection", "'A bcd'", TX_FIELD_CATEGORY_NAME},
	{"articletext", "'A b'", TX_FIELD__COUNT},
	{"articleurl", "'A b'", TX_FIELD_ID},
	{"association", "[{'uri': 'A b'}]", TX_FIELD_MEDIA},
	{"associations", "[{'uri': 'A b'}]", TX_FIELD_MEDIA},
	{"auteur", "'A b'", TX_FIELD_BYLINE},
	{"author", "'A b'", TX_FIELD_BYLINE},
	{"authors", "['A b']", TX_FIELD_AUTHOR},
	{"autor", "'A b'", TX_FIELD_BYLINE},
	{"autore", "'A b'", TX_FIELD_BYLINE},
	{"bodies", "[{'role': 'main', 'value': 'A b'}]", TX_FIELD__COUNT},
	{"body", "'A b'", TX_FIELD__COUNT},
	{"bodyhtml", "'A b'", TX_FIELD__COUNT},
	{"bodyhtml5", "'A b'", TX_FIELD__COUNT},
	{"bodymain", "'A b'", TX_FIELD__COUNT},
	{"bodyplain", "'A b'", TX_FIELD__COUNT},
	{"bodyrichhtml5", "'A b'", TX_FIELD__COUNT},
	{"bodyrichtext", "'A b'", TX_FIELD__COUNT},
	{"bodytext", "'A b'", TX_FIELD__COUNT},
	{"bodyxhtml", "'A b'", TX_FIELD__COUNT},
	{"by", "'A b'", TX_FIELD_BYLINE},
	{"byline", "'A b'", TX_FIELD_BYLINE},
	{"bylines", "['A b']", TX_FIELD_BYLINE},
	{"canonicalurl", "'A b'", TX_FIELD_ID},
	{"categories", "['A bcd']", TX_FIELD_CATEGORY_NAME},
	{"category", "'A bcd'", TX_FIELD_CATEGORY_NAME},
	{"chapeau", "'A b'", TX_FIELD_ABSTRACT},
	{"contenido", "'A b'", TX_FIELD__COUNT},
	{"content", "'A b'", TX_FIELD__COUNT},
	{"contentcreated", "'A b'", TX_FIELD_CREATED},
	{"contentencoded", "'A b'", TX_FIELD__COUNT},
	{"contenthtml", "'A b'", TX_FIELD__COUNT},
	{"contents", "'A b'", TX_FIELD__COUNT},
	{"contenttext", "'A b'", TX_FIELD__COUNT},
	{"copyright", "'A b'", TX_FIELD_COPYRIGHT},
	{"copyrightholder", "'A b'", TX_FIELD_COPYRIGHT},
	{"copyrightnotice", "'A b'", TX_FIELD_COPYRIGHT},
	{"corpo", "'A b'", TX_FIELD__COUNT},
	{"created", "'A b'", TX_FIELD_CREATED},
	{"createdat", "'A b'", TX_FIELD_CREATED},
	{"creator", "'A b'", TX_FIELD_BYLINE},
	{"credit", "'A b'", TX_FIELD_CREDIT},
	{"creditline", "'A b'", TX_FIELD_CREDIT},
	{"cuerpo", "'A b'", TX_FIELD__COUNT},
	{"date", "'A b'", TX_FIELD_ISSUED},
	{"datecreated", "'A b'", TX_FIELD_CREATED},
	{"dategmt", "'A b'", TX_FIELD_ISSUED},
	{"dateline", "'A b'", TX_FIELD_DATELINE},
	{"datelinelocation", "'A b'", TX_FIELD_DATELINE_PLACE},
	{"datemodified", "'A b'", TX_FIELD_UPDATED},
	{"datemodify", "'A b'", TX_FIELD_UPDATED},
	{"datepublish", "'A b'", TX_FIELD_ISSUED},
	{"datepublished", "'A b'", TX_FIELD_ISSUED},
	{"datetime", "'A b'", TX_FIELD_ISSUED},
	{"datum", "'A b'", TX_FIELD_ISSUED},
	{"deck", "'A b'", TX_FIELD_SUBHEADLINE},
	{"desc", "'A b'", TX_FIELD_ABSTRACT},
	{"description", "'A b'", TX_FIELD_ABSTRACT},
	{"descriptionsummary", "'A b'", TX_FIELD_ABSTRACT},
	{"descriptiontext", "'A b'", TX_FIELD_ABSTRACT},
	{"desk", "'A bcd'", TX_FIELD_CATEGORY_NAME},
	{"displaydate", "'A b'", TX_FIELD_ISSUED},
	{"domain", "'A b'", TX_FIELD_PUBLISHER},
	{"editorialpriority", "'A b'", TX_FIELD_PRIORITY},
	{"ednote", "'A b'", TX_FIELD_NOTE_ADVISORY},
	{"ednotes", "'A b'", TX_FIELD_NOTE_ADVISORY},
	{"embargo", "'A b'", TX_FIELD_EMBARGO},
	{"embargodate", "'A b'", TX_FIELD_EMBARGO},
	{"embargoed", "'A b'", TX_FIELD_EMBARGO},
	{"embargoeduntil", "'A b'", TX_FIELD_EMBARGO},
	{"embargountil", "'A b'", TX_FIELD_EMBARGO},
	{"entradilla", "'A b'", TX_FIELD_ABSTRACT},
	{"entryid", "'A b'", TX_FIELD_ID},
	{"etiquetas", "'A b'", TX_FIELD_KEYWORD},
	{"excerpt", "'A b'", TX_FIELD_ABSTRACT},
	{"expires", "'A b'", TX_FIELD_EXPIRES},
	{"fecha", "'A b'", TX_FIELD_ISSUED},
	{"firma", "'A b'", TX_FIELD_BYLINE},
	{"firstcreated", "'A b'", TX_FIELD_CREATED},
	{"firstpublicationdate", "'A b'", TX_FIELD_ISSUED},
	{"firstpublished", "'A b'", TX_FIELD_ISSUED},
	{"fragment", "'A b'", TX_FIELD_ABSTRACT},
	{"fuente", "'A b'", TX_FIELD_AGENCY},
	{"fulltext", "'A b'", TX_FIELD__COUNT},
	{"genre", "'A b'", TX_FIELD_GENRE},
	{"genrenames", "['A b']", TX_FIELD_GENRE},
	{"genres", "'A b'", TX_FIELD_GENRE},
	{"guid", "'A b'", TX_FIELD_ID},
	{"headline", "'A b'", TX_FIELD_HEADLINE},
	{"headlinemain", "'A b'", TX_FIELD_HEADLINE},
	{"headlinesub", "'A b'", TX_FIELD_SUBHEADLINE},
	{"href", "'A b'", TX_FIELD_ID},
	{"html", "'A b'", TX_FIELD__COUNT},
	{"id", "'A b'", TX_FIELD_ID},
	{"idioma", "'A b'", TX_FIELD_LANGUAGE},
	{"image", "'A b'", TX_FIELD_MEDIA},
	{"images", "[{'uri': 'A b'}]", TX_FIELD_MEDIA},
	{"imageurl", "'A b'", TX_FIELD_MEDIA},
	{"infosource", "'A b'", TX_FIELD_AGENCY},
	{"infosources", "'A b'", TX_FIELD_AGENCY},
	{"inlanguage", "'A b'", TX_FIELD_LANGUAGE},
	{"issued", "'A b'", TX_FIELD_ISSUED},
	{"keyword", "'A b'", TX_FIELD_KEYWORD},
	{"keywordnames", "'A b'", TX_FIELD_KEYWORD},
	{"keywords", "'A b'", TX_FIELD_KEYWORD},
	{"lang", "'A b'", TX_FIELD_LANGUAGE},
	{"language", "'A b'", TX_FIELD_LANGUAGE},
	{"languagecode", "'A b'", TX_FIELD_LANGUAGE},
	{"langue", "'A b'", TX_FIELD_LANGUAGE},
	{"lastmodified", "'A b'", TX_FIELD_UPDATED},
	{"lastupdated", "'A b'", TX_FIELD_UPDATED},
	{"leadparagraph", "'A b'", TX_FIELD__COUNT},
	{"leadtext", "'A b'", TX_FIELD_ABSTRACT},
	{"link", "'A b'", TX_FIELD_ID},
	{"located", "'A b'", TX_FIELD_DATELINE},
	{"lugar", "'A b'", TX_FIELD_DATELINE_PLACE},
	{"maintext", "'A b'", TX_FIELD__COUNT},
	{"modified", "'A b'", TX_FIELD_UPDATED},
	{"modifiedgmt", "'A b'", TX_FIELD_UPDATED},
	{"news", "'A b'", TX_FIELD__COUNT},
	{"newsdesk", "'A bcd'", TX_FIELD_CATEGORY_NAME},
	{"nitf", "'A b'", TX_FIELD__COUNT},
	{"organisation", "['A b']", TX_FIELD_ORGANISATION},
	{"organisations", "['A b']", TX_FIELD_ORGANISATION},
	{"organization", "['A b']", TX_FIELD_ORGANISATION},
	{"organizations", "['A b']", TX_FIELD_ORGANISATION},
	{"palabrasclave", "'A b'", TX_FIELD_KEYWORD},
	{"paragraphs", "'A b'", TX_FIELD__COUNT},
	{"people", "['A b']", TX_FIELD_PERSON},
	{"permalink", "'A b'", TX_FIELD_ID},
	{"person", "['A b']", TX_FIELD_PERSON},
	{"persons", "['A b']", TX_FIELD_PERSON},
	{"place", "['A b']", TX_FIELD_PLACE},
	{"places", "['A b']", TX_FIELD_PLACE},
	{"plaintext", "'A b'", TX_FIELD__COUNT},
	{"priority", "'A b'", TX_FIELD_PRIORITY},
	{"provider", "'A b'", TX_FIELD_AGENCY},
	{"pubdate", "'A b'", TX_FIELD_ISSUED},
	{"publicationdate", "'A b'", TX_FIELD_ISSUED},
	{"publishdate", "'A b'", TX_FIELD_ISSUED},
	{"published", "'A b'", TX_FIELD_ISSUED},
	{"publishedat", "'A b'", TX_FIELD_ISSUED},
	{"publisheddate", "'A b'", TX_FIELD_ISSUED},
	{"publisher", "'A b'", TX_FIELD_PUBLISHER},
	{"pubstatus", "'A b'", TX_FIELD_STATUS},
	{"raw", "'A b'", TX_FIELD__COUNT},
	{"resumen", "'A b'", TX_FIELD_ABSTRACT},
	{"rights", "'A b'", TX_FIELD_COPYRIGHT},
	{"seccion", "'A bcd'", TX_FIELD_CATEGORY_NAME},
	{"section", "'A bcd'", TX_FIELD_CATEGORY_NAME},
	{"sectionname", "'A bcd'", TX_FIELD_CATEGORY_NAME},
	{"seendate", "'A b'", TX_FIELD_ISSUED},
	{"service", "[{'code': 'A b'}]", TX_FIELD_CATEGORY},
	{"shortdescription", "'A b'", TX_FIELD_ABSTRACT},
	{"sitename", "'A b'", TX_FIELD_PUBLISHER},
	{"slug", "'A b'", TX_FIELD_SLUG},
	{"slugline", "'A b'", TX_FIELD_SLUG},
	{"snippet", "'A b'", TX_FIELD_ABSTRACT},
	{"socialimage", "'A b'", TX_FIELD_MEDIA},
	{"source", "'A b'", TX_FIELD_AGENCY},
	{"sourcedomain", "'A b'", TX_FIELD_PUBLISHER},
	{"sourcename", "'A b'", TX_FIELD_PUBLISHER},
	{"sourceurl", "'A b'", TX_FIELD_PUBLISHER_URL},
	{"standfirst", "'A b'", TX_FIELD_ABSTRACT},
	{"story", "'A b'", TX_FIELD__COUNT},
	{"storyhtml", "'A b'", TX_FIELD__COUNT},
	{"storytext", "'A b'", TX_FIELD__COUNT},
	{"subhead", "'A b'", TX_FIELD_SUBHEADLINE},
	{"subheadline", "'A b'", TX_FIELD_SUBHEADLINE},
	{"subject", "'A b'", TX_FIELD_SUBJECT},
	{"subjects", "'A b'", TX_FIELD_SUBJECT},
	{"subtitle", "'A b'", TX_FIELD_SUBHEADLINE},
	{"subtitulo", "'A b'", TX_FIELD_SUBHEADLINE},
	{"summary", "'A b'", TX_FIELD_ABSTRACT},
	{"tags", "'A b'", TX_FIELD_KEYWORD},
	{"teaser", "'A b'", TX_FIELD_ABSTRACT},
	{"testo", "'A b'", TX_FIELD__COUNT},
	{"text", "'A b'", TX_FIELD__COUNT},
	{"texte", "'A b'", TX_FIELD__COUNT},
	{"texto", "'A b'", TX_FIELD__COUNT},
	{"timestamp", "'A b'", TX_FIELD_ISSUED},
	{"titel", "'A b'", TX_FIELD_HEADLINE},
	{"title", "'A b'", TX_FIELD_HEADLINE},
	{"titletext", "'A b'", TX_FIELD_HEADLINE},
	{"titolo", "'A b'", TX_FIELD_HEADLINE},
	{"titre", "'A b'", TX_FIELD_HEADLINE},
	{"titular", "'A b'", TX_FIELD_HEADLINE},
	{"titulo", "'A b'", TX_FIELD_HEADLINE},
	{"topimage", "'A b'", TX_FIELD_MEDIA},
	{"trailtext", "'A b'", TX_FIELD_ABSTRACT},
	{"uno", "'A b'", TX_FIELD_ID},
	{"updated", "'A b'", TX_FIELD_UPDATED},
	{"updatedat", "'A b'", TX_FIELD_UPDATED},
	{"urgencia", "'A b'", TX_FIELD_URGENCY},
	{"urgency", "'A b'", TX_FIELD_URGENCY},
	{"uri", "'A b'", TX_FIELD_ID},
	{"url", "'A b'", TX_FIELD_ID},
	{"urltoimage", "'A b'", TX_FIELD_MEDIA},
	{"urn", "'A b'", TX_FIELD_ID},
	{"usage", "'A b'", TX_FIELD_USAGE},
	{"usageterms", "'A b'", TX_FIELD_USAGE},
	{"utcembargo", "'A b'", TX_FIELD_EMBARGO},
	{"uuid", "'A b'", TX_FIELD_ID},
	{"version", "'A b'", TX_FIELD_VERSION},
	{"versioncreated", "'A b'", TX_FIELD_UPDATED},
	{"webpublicationdate", "'A b'", TX_FIELD_ISSUED},
	{"webtitle", "'A b'", TX_FIELD_HEADLINE},
	{"weburl", "'A b'", TX_FIELD_ID},
	{"wordcount", "'A b'", TX_FIELD_WORDS},
};

/* Whether the story states the value. */
static bool states(const struct tx_story *story, enum tx_field field)
{
	const telex_slice value = TX_LIT("A b");

	if (field == TX_FIELD__COUNT)
		return tx_slice_find(story->text, value) < story->text.len;
	if (field < TX_FIELD__SINGLE) {
		telex_slice fact = tx_story_fact(story, field);
		return tx_slice_find(fact, value) < fact.len;
	}
	for (const struct tx_entry *e = story->entries; e != NULL; e = e->next) {
		if (e->field == field &&
		    (tx_slice_eq(e->term.name, value) || tx_slice_eq(e->term.code, value)))
			return true;
	}
	return false;
}

static void each_name_states_its_field(void **state)
{
	struct tx_reader reader = {0};
	char frame[512];

	(void)state;
	for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); i++) {
		bool copy = names[i].field == TX_FIELD__COUNT;
		int len = snprintf(frame, sizeof(frame), "{'type': 'text', %s, '%s': %s}",
				   copy ? "'section': 'x'" : "'bodytext': 'x'", names[i].name,
				   names[i].value);
		for (int at = 0; at < len; at++)
			frame[at] = (char)(frame[at] == '\'' ? '"' : frame[at]);
		reader.stories = (struct tx_stories){0};
		assert_int_equal(tx_ninjs_unwrap(&reader, tx_slice(frame, (size_t)len), NULL),
				 TELEX_OK);
		if (!states(reader.stories.first, names[i].field))
			fail_msg("%s states nothing", names[i].name);
	}
	tx_reader_done(&reader);
}

/* A name is the same in any case, with or without '_', '-' and blanks. */
static void spellings_are_one(void **state)
{
	static const char *const spellings[] = {"versioncreated", "versionCreated",
						"version_created", "Version-Created",
						"VERSION CREATED"};
	struct tx_reader reader = {0};
	char frame[128];

	(void)state;
	for (size_t i = 0; i < sizeof(spellings) / sizeof(spellings[0]); i++) {
		int len = snprintf(frame, sizeof(frame), "{\"body\":\"x\",\"%s\":\"A b\"}",
				   spellings[i]);
		reader.stories = (struct tx_stories){0};
		assert_int_equal(tx_ninjs_unwrap(&reader, tx_slice(frame, (size_t)len), NULL),
				 TELEX_OK);
		assert_true(states(reader.stories.first, TX_FIELD_UPDATED));
	}
	tx_reader_done(&reader);
}

/* Times in seconds and milliseconds since 1970. */
int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(each_name_states_its_field),
		cmocka_unit_test(spellings_are_one),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
