/* LDC newswire and Gigaword: documents with their id and type as attributes. */
#include "core/ascii.h"
#include "reader/sgml/sgml.h"

static const struct tx_sgml_rule gigaword_rules[] = {
	TX_SGML_IS_PART("DOC", TX_SGML_GROUP),   TX_SGML_IS("HEADLINE", TX_FIELD_HEADLINE, 0),
	TX_SGML_IS("KEYWORD", TX_FIELD_SLUG, 0), TX_SGML_IS_PART("DATELINE", TX_SGML_DATELINE),
	TX_SGML_IS_PART("TEXT", TX_SGML_COPY),   TX_SGML_NO_MORE,
};

/* "AFP_SPA_19940512.0001": the source, the language, the day. */
static void begin_gigaword(struct tx_story *story, telex_slice attributes)
{
	static const struct {
		const char *code, *tag;
	} languages[] = {{"SPA", "es"}, {"ENG", "en"}, {"FRE", "fr"}, {"ARB", "ar"}, {"CMN", "zh"}};
	telex_slice id = tx_sgml_attribute(attributes, "id");
	telex_slice type = tx_sgml_attribute(attributes, "type");
	struct tx_cut source = tx_cut(id, '_'), language = tx_cut(source.tail, '_');

	tx_story_state(story, TX_FIELD_ID, 0, id);
	tx_story_state(story, TX_FIELD_GENRE, 0, type);
	if (!language.found)
		return;
	tx_story_state(story, TX_FIELD_AGENCY, 4, source.head);
	tx_story_state(story, TX_FIELD_ISSUED, 0, tx_slice_take(language.tail, 8));
	for (size_t i = 0; i < sizeof(languages) / sizeof(languages[0]); i++) {
		if (tx_slice_eq_nocase(language.head, tx_slice_of(languages[i].code)))
			tx_story_state(story, TX_FIELD_LANGUAGE, 0, tx_slice_of(languages[i].tag));
	}
}

static const struct tx_sgml_format gigaword = {"gigaword", gigaword_rules, begin_gigaword, NULL};

telex_status tx_gigaword_unwrap(struct tx_unwrapper *unwrapper, telex_slice frame,
				telex_error *reterr)
{
	return tx_sgml_unwrap(unwrapper, &gigaword, frame, reterr);
}
