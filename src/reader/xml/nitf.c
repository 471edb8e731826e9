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

#define CALL(path, attribute, take)                                                                \
	{                                                                                          \
		path, attribute, NULL, TX_XML_START, 0, 0, take                                    \
	}

const struct tx_xml_rule tx_nitf_rules[] = {
	TX_XML_AREA("nitf", TX_XML_ITEM),
	TX_XML_IS_ATTR("nitf", "baselang", TX_FIELD_LANGUAGE, 0),
	TX_XML_IS_ATTR("nitf", "lang", TX_FIELD_LANGUAGE, 1),
	TX_XML_IS_TEXT("head/title", TX_FIELD_HEADLINE, 4),
	CALL("head/meta", "content", take_meta),
	CALL("head/tobject", "tobject.type", take_type),
	TX_XML_IS_ATTR("tobject/tobject.property", "tobject.property.type", TX_FIELD_GENRE, 0),
	CALL("tobject/tobject.subject", "tobject.subject.refnum", take_subject),
	CALL("head/docdata", "management-status", take_status),
	TX_XML_IS_ATTR("docdata/doc-id", "id-string", TX_FIELD_ID, 0),
	TX_XML_IS_ATTR("docdata/doc-id", "regsrc", TX_FIELD_AGENCY, 3),
	TX_XML_IS_ATTR("docdata/urgency", "ed-urg", TX_FIELD_URGENCY, 0),
	TX_XML_IS_ATTR("docdata/date.issue", "norm", TX_FIELD_ISSUED, 0),
	TX_XML_IS_ATTR("docdata/date.release", "norm", TX_FIELD_EMBARGO, 0),
	TX_XML_IS_ATTR("docdata/date.expire", "norm", TX_FIELD_EXPIRES, 0),
	CALL("evloc", "city", take_place),
	TX_XML_IS_ATTR("docdata/fixture", "fix-id", TX_FIELD_KEYWORD, 0),
	TX_XML_IS_ATTR("docdata/ed-msg", "info", TX_FIELD_NOTE_ADVISORY, 0),
	TX_XML_IS_ATTR("docdata/correction", "info", TX_FIELD_NOTE_CORRECTION, 0),
	TX_XML_IS_ATTR("docdata/du-key", "version", TX_FIELD_VERSION, 0),
	TX_XML_IS_ATTR("docdata/du-key", "key", TX_FIELD_SLUG, 4),
	TX_XML_IS_ATTR("docdata/doc-scope", "scope", TX_FIELD_SERVICE, 3),
	CALL("docdata/doc.copyright", "holder", take_holder),
	TX_XML_IS_ATTR("key-list/keyword", "key", TX_FIELD_KEYWORD, 0),
	TX_XML_IS_TEXT("identified-content/person", TX_FIELD_PERSON, 0),
	TX_XML_IS_TEXT("identified-content/org", TX_FIELD_ORGANISATION, 0),
	TX_XML_IS_TEXT("identified-content/location", TX_FIELD_PLACE, 0),
	TX_XML_IS_TEXT("identified-content/classifier", TX_FIELD_KEYWORD, 0),
	TX_XML_IS_ATTR("pubdata", "date.publication", TX_FIELD_ISSUED, 2),
	TX_XML_IS_ATTR("pubdata", "edition.area", TX_FIELD_SERVICE, 1),
	TX_XML_IS_ATTR("pubdata", "id", TX_FIELD_SEQUENCE, 1),
	CALL("pubdata", "item-length", take_length),
	TX_XML_IS_TEXT("hedline/hl1", TX_FIELD_HEADLINE, 0),
	TX_XML_IS_TEXT("body.head/hl1", TX_FIELD_HEADLINE, 1),
	TX_XML_IS_TEXT("body.head/headline", TX_FIELD_HEADLINE, 2),
	TX_XML_IS_TEXT("hedline/hl2", TX_FIELD_SUBHEADLINE, 0),
	TX_XML_IS_TEXT("body.head/note", TX_FIELD_NOTE_ADVISORY, 0),
	TX_XML_IS_TEXT("rights/rights.owner", TX_FIELD_COPYRIGHT, 1),
	{"body.head/byline", NULL, NULL, TX_XML_END, 0, 0, tx_xml_take_byline},
	TX_XML_IS_TEXT("byline/byttl", TX_FIELD_ROLE, 0),
	TX_XML_IS_TEXT("body.head/distributor", TX_FIELD_CREDIT, 0),
	TX_XML_IS_TEXT("body.head/dateline", TX_FIELD_DATELINE, 1),
	TX_XML_IS_TEXT("dateline/location", TX_FIELD_DATELINE, 0),
	TX_XML_IS_ATTR("dateline/story.date", "norm", TX_FIELD_DATELINE_DATE, 0),
	TX_XML_AREA("dateline/story.date", TX_XML_SKIP),
	TX_XML_IS_TEXT("body.head/abstract", TX_FIELD_ABSTRACT, 0),
	TX_XML_AREA("body.content", TX_XML_COPY),
	{"block", NULL, "class=lead_paragraph", TX_XML_SKIP, 0, 0, NULL},
	CALL("media/media-reference", "source", take_media),
	TX_XML_IS_TEXT("body.end/tagline", TX_FIELD_SIGNOFF, 1),
	TX_XML_IS_TEXT("body.end/bibliography", TX_FIELD_NOTE_CREDIT, 0),
	TX_XML_NO_MORE,
};

const struct tx_xml_format tx_nitf = {"nitf", {{tx_nitf_rules, 0}}, finish};

telex_status tx_nitf_unwrap(struct tx_unwrapper *unwrapper, telex_slice frame, telex_error *reterr)
{
	return tx_xml_unwrap(unwrapper, &tx_nitf, frame, reterr);
}
