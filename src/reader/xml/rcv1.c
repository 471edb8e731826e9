/* Reuters Corpus, volume 1: one newsitem a file, its codes as metadata. */
#include "core/ascii.h"
#include "core/utf8.h"
#include "reader/xml/formats.h"
#include "core/scan.h"

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

	for (size_t i = 0; i < TX_COUNT(elements); i++) {
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

static const struct tx_xml_rule rules[] = {
	{.element = "newsitem", .area = TX_XML_ITEM},
	{.element = "newsitem", .attribute = "itemid", .begin = take_id},
	{.element = "newsitem", .attribute = "date", .field = TX_FIELD_ISSUED, .rank = 1},
	{.element = "newsitem", .attribute = "lang", .field = TX_FIELD_LANGUAGE},
	{.element = "newsitem/title", .field = TX_FIELD_HEADLINE, .rank = 1},
	{.element = "newsitem/headline", .field = TX_FIELD_HEADLINE},
	{.element = "newsitem/byline", .end = tx_xml_take_byline},
	{.element = "newsitem/dateline", .field = TX_FIELD_DATELINE},
	{.element = "newsitem/text", .area = TX_XML_COPY},
	{.element = "newsitem/copyright", .field = TX_FIELD_COPYRIGHT},
	{.element = "metadata/codes", .attribute = "class", .begin = begin_codes},
	{.element = "codes/code", .attribute = "code", .begin = take_code},
	{.element = "metadata/dc", .attribute = "value", .begin = take_element},
	{.element = NULL},
};

const struct tx_xml_format tx_rcv1 = {"rcv1", {{rules, 0}}, NULL};

telex_status tx_rcv1_unwrap(struct tx_reader *reader, telex_slice frame, telex_error *reterr)
{
	return tx_xml_unwrap(reader, &tx_rcv1, frame, reterr);
}
