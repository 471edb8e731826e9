/* Reuters Corpus, volume 1: one newsitem a file, its codes as metadata. */
#include "core/ascii.h"
#include "core/utf8.h"
#include "reader/xml/formats.h"

/* "bip:topics:1.0" */
static void begin_codes(struct tx_xml *xml, telex_slice class)
{
	struct tx_entry *entry = tx_arena_calloc(tx_xml_story(xml)->arena, 1, sizeof(*entry));

	if (entry == NULL)
		return;
	entry->term.scheme = tx_story_fold(tx_xml_story(xml), class);
	entry->field =
		tx_slice_starts(class, TX_LIT("bip:countries")) ? TX_FIELD_PLACE : TX_FIELD_SUBJECT;
	tx_xml_set_entry(xml, entry);
}

static void take_code(struct tx_xml *xml, telex_slice code)
{
	const struct tx_entry *codes = tx_xml_entry(xml);

	if (codes != NULL)
		tx_story_add(tx_xml_story(xml), codes->field, code, (telex_slice){NULL, 0},
			     codes->term.scheme);
}

struct element {
	const char *name;
	enum tx_field field;
	uint8_t rank;
};

/* The Dublin Core elements that say more than the item's own. */
static const struct element elements[] = {
	{"dc.date.published", TX_FIELD_ISSUED, 0},
	{"dc.date.created", TX_FIELD_CREATED, 0},
	{"dc.publisher", TX_FIELD_AGENCY, 1},
	{"dc.source", TX_FIELD_AGENCY, 0},
	{"dc.creator.location", TX_FIELD_DATELINE_PLACE, 1},
	{"dc.creator.name", TX_FIELD_AUTHOR, 0},
	{"dc.creator.location.country.name", TX_FIELD_PLACE, 0},
};

static void take_element(struct tx_xml *xml, telex_slice value)
{
	telex_slice name = tx_xml_attribute(xml, "element");

	for (size_t i = 0; i < sizeof(elements) / sizeof(elements[0]); i++) {
		if (tx_slice_is(name, elements[i].name))
			tx_story_state(tx_xml_story(xml), elements[i].field, elements[i].rank,
				       value);
	}
}

static void take_id(struct tx_xml *xml, telex_slice id)
{
	char text[64] = "rcv1:";

	id = tx_utf8_take(id, sizeof(text) - 5);
	if (id.len == 0)
		return;
	memcpy(text + 5, id.ptr, id.len);
	tx_story_state(tx_xml_story(xml), TX_FIELD_ID, 0, tx_slice(text, id.len + 5));
}

#define CALL(path, attribute, take)                                                                \
	{                                                                                          \
		path, attribute, NULL, TX_XML_START, 0, 0, take                                    \
	}

static const struct tx_xml_rule rules[] = {
	TX_XML_AREA("newsitem", TX_XML_ITEM),
	CALL("newsitem", "itemid", take_id),
	TX_XML_IS_ATTR("newsitem", "date", TX_FIELD_ISSUED, 1),
	TX_XML_IS_ATTR("newsitem", "lang", TX_FIELD_LANGUAGE, 0),
	TX_XML_IS_TEXT("newsitem/title", TX_FIELD_HEADLINE, 1),
	TX_XML_IS_TEXT("newsitem/headline", TX_FIELD_HEADLINE, 0),
	{"newsitem/byline", NULL, NULL, TX_XML_END, 0, 0, tx_xml_take_byline},
	TX_XML_IS_TEXT("newsitem/dateline", TX_FIELD_DATELINE, 0),
	TX_XML_AREA("newsitem/text", TX_XML_COPY),
	TX_XML_IS_TEXT("newsitem/copyright", TX_FIELD_COPYRIGHT, 0),
	CALL("metadata/codes", "class", begin_codes),
	CALL("codes/code", "code", take_code),
	CALL("metadata/dc", "value", take_element),
	TX_XML_NO_MORE,
};

const struct tx_xml_format tx_rcv1 = {"rcv1", {{rules, 0}}, NULL};

telex_status tx_rcv1_unwrap(struct tx_unwrapper *unwrapper, telex_slice frame, telex_error *reterr)
{
	return tx_xml_unwrap(unwrapper, &tx_rcv1, frame, reterr);
}
