/* NITF 3.0 to 3.6 (IPTC, News Industry Text Format), with or without namespace, as EFE, AP, PA,
 * AAP, NTB, Ritzau and ANSA send it and as the New York Times Annotated Corpus holds it.  The
 * abstract of body.head is the record's; captions are no copy.  Left out: identified-content's
 * inline markup inside paragraphs, which stays text. */
#include "core/ascii.h"
#include "reader/xml/formats.h"

/* The names of meta elements that senders fill with what NITF has no place for. */
struct meta {
	const char *name;
	enum tx_field field;
	uint8_t rank;
};

static const struct meta metas[] = {
	{"prioridad", TX_FIELD_PRIORITY, 0},
	{"categoria", TX_FIELD_CATEGORY, 0},
	{"anpa-category", TX_FIELD_CATEGORY, 0},
	{"anpa-keyword", TX_FIELD_SLUG, 0},
	{"anpa-sequence", TX_FIELD_SEQUENCE, 0},
	{"anpa-service", TX_FIELD_SERVICE, 0},
	{"anpa-wordcount", TX_FIELD_WORDS, 0},
	{"category", TX_FIELD_CATEGORY, 0},
	{"correction_text", TX_FIELD_NOTE_CORRECTION, 0},
	{"dsk", TX_FIELD_SERVICE, 1},
	{"NTBPrioritet", TX_FIELD_PRIORITY, 0},
	{"NTBStikkord", TX_FIELD_SLUG, 0},
	{"NTBTjeneste", TX_FIELD_SERVICE, 0},
	{"service", TX_FIELD_SERVICE, 0},
	{"slug", TX_FIELD_SLUG, 0},
};

static void take_meta(struct tx_xml *xml, telex_slice content)
{
	telex_slice name = tx_xml_attribute(xml, "name");

	for (size_t i = 0; i < sizeof(metas) / sizeof(metas[0]); i++) {
		if (tx_slice_eq_nocase(name, tx_slice_of(metas[i].name))) {
			tx_story_state(tx_xml_story(xml), metas[i].field, metas[i].rank, content);
			return;
		}
	}
}

/* Kinds of news; any other type is the sender's category. */
static void take_type(struct tx_xml *xml, telex_slice type)
{
	static const char *const genres[] = {"News",     "Analysis", "Feature", "Opinion",
					     "Advisory", "Data",     "Alert",   NULL};
	bool genre = tx_slice_in(type, genres);

	tx_story_state(tx_xml_story(xml), genre ? TX_FIELD_GENRE : TX_FIELD_CATEGORY, genre ? 1 : 3,
		       type);
}

static telex_slice last_given(telex_slice a, telex_slice b, telex_slice c)
{
	if (c.len > 0)
		return c;
	return b.len > 0 ? b : a;
}

static void take_subject(struct tx_xml *xml, telex_slice code)
{
	telex_slice name = last_given(tx_xml_attribute(xml, "tobject.subject.type"),
				      tx_xml_attribute(xml, "tobject.subject.matter"),
				      tx_xml_attribute(xml, "tobject.subject.detail"));

	tx_story_add(tx_xml_story(xml), TX_FIELD_SUBJECT, code, name,
		     tx_xml_attribute(xml, "tobject.subject.ipr"));
}

static void take_place(struct tx_xml *xml, telex_slice city)
{
	telex_slice name = last_given(tx_xml_attribute(xml, "county-dist"),
				      tx_xml_attribute(xml, "state-prov"), city);

	tx_story_add(tx_xml_story(xml), TX_FIELD_PLACE, tx_xml_attribute(xml, "iso-cc"), name,
		     (telex_slice){NULL, 0});
}

static void take_length(struct tx_xml *xml, telex_slice length)
{
	telex_slice unit = tx_xml_attribute(xml, "unit-of-measure");

	if (unit.len == 0 || tx_slice_starts_nocase(unit, TX_LIT("word")))
		tx_story_state(tx_xml_story(xml), TX_FIELD_WORDS, 1, length);
}

/* A release date in the future of the issue is an embargo only where the status says so. */
static void take_status(struct tx_xml *xml, telex_slice status)
{
	tx_story_state(tx_xml_story(xml), TX_FIELD_STATUS, 0, status);
}

static void take_holder(struct tx_xml *xml, telex_slice holder)
{
	tx_story_state(tx_xml_story(xml), TX_FIELD_COPYRIGHT, 0, holder);
}

static void take_media(struct tx_xml *xml, telex_slice source)
{
	tx_story_add(tx_xml_story(xml), TX_FIELD_MEDIA, source, (telex_slice){NULL, 0},
		     tx_xml_attribute(xml, "mime-type"));
}

/* The dateline's date comes with the place or alone; a release date is an embargo only for copy
 * that is embargoed; a headline given twice is one. */
static void finish(struct tx_xml *xml, struct tx_story *story)
{
	telex_slice status = tx_story_fact(story, TX_FIELD_STATUS);
	telex_slice headline = tx_story_fact(story, TX_FIELD_HEADLINE);

	(void)xml;
	if (!tx_slice_eq_nocase(status, TX_LIT("embargoed")))
		tx_story_forget(story, TX_FIELD_EMBARGO);
	if (tx_slice_eq(headline, tx_story_fact(story, TX_FIELD_SUBHEADLINE)))
		tx_story_forget(story, TX_FIELD_SUBHEADLINE);
	tx_xml_settle_slug(story);
}

const struct tx_xml_rule tx_nitf_rules[] = {
	{.element = "nitf", .area = TX_XML_ITEM},
	{.element = "nitf", .attribute = "baselang", .field = TX_FIELD_LANGUAGE},
	{.element = "nitf", .attribute = "lang", .field = TX_FIELD_LANGUAGE, .rank = 1},
	{.element = "head/title", .field = TX_FIELD_HEADLINE, .rank = 4},
	{.element = "head/meta", .attribute = "content", .begin = take_meta},
	{.element = "head/tobject", .attribute = "tobject.type", .begin = take_type},
	{.element = "tobject/tobject.property",
	 .attribute = "tobject.property.type",
	 .field = TX_FIELD_GENRE},
	{.element = "tobject/tobject.subject",
	 .attribute = "tobject.subject.refnum",
	 .begin = take_subject},
	{.element = "head/docdata", .attribute = "management-status", .begin = take_status},
	{.element = "docdata/doc-id", .attribute = "id-string", .field = TX_FIELD_ID},
	{.element = "docdata/doc-id", .attribute = "regsrc", .field = TX_FIELD_AGENCY, .rank = 3},
	{.element = "docdata/urgency", .attribute = "ed-urg", .field = TX_FIELD_URGENCY},
	{.element = "docdata/date.issue", .attribute = "norm", .field = TX_FIELD_ISSUED},
	{.element = "docdata/date.release", .attribute = "norm", .field = TX_FIELD_EMBARGO},
	{.element = "docdata/date.expire", .attribute = "norm", .field = TX_FIELD_EXPIRES},
	{.element = "evloc", .attribute = "city", .begin = take_place},
	{.element = "docdata/fixture", .attribute = "fix-id", .field = TX_FIELD_KEYWORD},
	{.element = "docdata/ed-msg", .attribute = "info", .field = TX_FIELD_NOTE_ADVISORY},
	{.element = "docdata/correction", .attribute = "info", .field = TX_FIELD_NOTE_CORRECTION},
	{.element = "docdata/du-key", .attribute = "version", .field = TX_FIELD_VERSION},
	{.element = "docdata/du-key", .attribute = "key", .field = TX_FIELD_SLUG, .rank = 4},
	{.element = "docdata/doc-scope",
	 .attribute = "scope",
	 .field = TX_FIELD_SERVICE,
	 .rank = 3},
	{.element = "docdata/doc.copyright", .attribute = "holder", .begin = take_holder},
	{.element = "key-list/keyword", .attribute = "key", .field = TX_FIELD_KEYWORD},
	{.element = "identified-content/person", .field = TX_FIELD_PERSON},
	{.element = "identified-content/org", .field = TX_FIELD_ORGANISATION},
	{.element = "identified-content/location", .field = TX_FIELD_PLACE},
	{.element = "identified-content/classifier", .field = TX_FIELD_KEYWORD},
	{.element = "pubdata",
	 .attribute = "date.publication",
	 .field = TX_FIELD_ISSUED,
	 .rank = 2},
	{.element = "pubdata", .attribute = "edition.area", .field = TX_FIELD_SERVICE, .rank = 1},
	{.element = "pubdata", .attribute = "id", .field = TX_FIELD_SEQUENCE, .rank = 1},
	{.element = "pubdata", .attribute = "item-length", .begin = take_length},
	{.element = "hedline/hl1", .field = TX_FIELD_HEADLINE},
	{.element = "body.head/hl1", .field = TX_FIELD_HEADLINE, .rank = 1},
	{.element = "body.head/headline", .field = TX_FIELD_HEADLINE, .rank = 2},
	{.element = "hedline/hl2", .field = TX_FIELD_SUBHEADLINE},
	{.element = "body.head/note", .field = TX_FIELD_NOTE_ADVISORY},
	{.element = "rights/rights.owner", .field = TX_FIELD_COPYRIGHT, .rank = 1},
	{.element = "body.head/byline", .end = tx_xml_take_byline},
	{.element = "byline/byttl", .field = TX_FIELD_ROLE},
	{.element = "body.head/distributor", .field = TX_FIELD_CREDIT},
	{.element = "body.head/dateline", .field = TX_FIELD_DATELINE, .rank = 1},
	{.element = "dateline/location", .field = TX_FIELD_DATELINE},
	{.element = "dateline/story.date", .attribute = "norm", .field = TX_FIELD_DATELINE_DATE},
	{.element = "dateline/story.date", .area = TX_XML_SKIP},
	{.element = "body.head/abstract", .field = TX_FIELD_ABSTRACT},
	{.element = "body.content", .area = TX_XML_COPY},
	{.element = "block", .when = "class=lead_paragraph", .area = TX_XML_SKIP},
	{.element = "media/media-reference", .attribute = "source", .begin = take_media},
	{.element = "body.end/tagline", .field = TX_FIELD_SIGNOFF, .rank = 1},
	{.element = "body.end/bibliography", .field = TX_FIELD_NOTE_CREDIT},
	{.element = NULL},
};

const struct tx_xml_format tx_nitf = {"nitf", {{tx_nitf_rules, 0}}, finish};

telex_status tx_nitf_unwrap(struct tx_unwrapper *unwrapper, telex_slice frame, telex_error *reterr)
{
	return tx_xml_unwrap(unwrapper, &tx_nitf, frame, reterr);
}
