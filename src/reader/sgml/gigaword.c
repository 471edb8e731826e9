/* LDC's Gigaword: <DOC id="AFP_SPA_19940512.0001" type="story"> with HEADLINE, DATELINE and TEXT,
 * whose paragraphs are tagged in stories and bare in advisories.  Left out: parting a "multi" into
 * its briefs, which nothing marks. */
#include "core/ascii.h"
#include "reader/sgml/document.h"
#include "core/scan.h"

static const struct {
	const char *code;
	const char *language;
} languages[] = {
	{"ARB", "ar"}, {"CMN", "zh"}, {"CHN", "zh"}, {"ENG", "en"}, {"FRE", "fr"}, {"SPA", "es"},
};

static void state_language(struct tx_story *story, telex_slice code)
{
	for (size_t i = 0; i < TX_COUNT(languages); i++) {
		if (tx_slice_eq_nocase(code, tx_slice_of(languages[i].code)))
			tx_story_state(story, TX_FIELD_LANGUAGE, 0,
				       tx_slice_of(languages[i].language));
	}
}

/* "AFP_SPA_19940512.0001": source, language, date and number. */
static void state_id(struct tx_story *story, telex_slice id)
{
	struct tx_cut source = tx_cut(id, '_'), language = tx_cut(source.tail, '_');
	struct tx_cut date = tx_cut(language.found ? language.tail : source.tail, '.');

	tx_story_state(story, TX_FIELD_ID, 0, id);
	if (!source.found || !date.found)
		return;
	if (language.found) {
		size_t len = source.head.len + 1 + language.head.len;
		tx_story_state(story, TX_FIELD_SERVICE, 0, tx_slice_take(id, len));
		tx_story_state(story, TX_FIELD_AGENCY, 5, source.head);
		state_language(story, language.head);
	}
	tx_story_state(story, TX_FIELD_ISSUED, 1, date.head);
	tx_story_state(story, TX_FIELD_SEQUENCE, 0, date.tail);
}

static void begin(struct tx_sgml_document *document, const struct tx_sgml_tag *tag)
{
	telex_slice value;

	if (tx_sgml_attribute(tag, "id", &value))
		state_id(document->story, value);
	if (tx_sgml_attribute(tag, "type", &value))
		tx_story_state(document->story, TX_FIELD_GENRE, 0, value);
}

/* "WASHINGTON (BC-TERM-LIMITS-AZR)": a slug has got into the dateline. */
static telex_slice cut_slug(struct tx_story *story, telex_slice dateline)
{
	static const char *const cycles[] = {"BC-", "AM-", "PM-", "BC ", NULL};
	struct tx_cut cut = tx_cut(dateline, '(');
	telex_slice inside = tx_cut(cut.tail, ')').head;

	for (size_t i = 0; cut.found && cycles[i] != NULL; i++) {
		if (!tx_slice_starts(inside, tx_slice_of(cycles[i])))
			continue;
		tx_story_state(story, TX_FIELD_SLUG, 1, inside);
		return tx_trim(cut.head);
	}
	return dateline;
}

static void take_dateline(struct tx_sgml_document *document, const struct tx_sgml_element *element)
{
	struct tx_sgml_element place = *element;

	place.content = cut_slug(document->story, tx_trim(element->content));
	if (place.content.len > 0)
		tx_sgml_take_dateline(document, &place);
}

static const struct tx_sgml_rule rules[] = {
	{.element = "HEADLINE", .field = TX_FIELD_HEADLINE},
	{.element = "KEYWORD", .field = TX_FIELD_SLUG},
	{.element = "DATELINE", .take = take_dateline, .field = TX_FIELD_DATELINE},
	{.element = "DATETIME", .field = TX_FIELD_ISSUED},
	{.element = "TEXT", .take = tx_sgml_take_text, .field = TX_FIELD__COUNT},
	{.element = NULL},
};

static const struct tx_sgml_collection collection = {"gigaword", "DOC", rules, begin, NULL};

telex_status tx_gigaword_unwrap(struct tx_reader *reader, telex_slice frame, telex_error *reterr)
{
	return tx_sgml_unwrap(&collection, reader, frame, reterr);
}
