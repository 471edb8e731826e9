/* NITF 3.0 to 3.6 (IPTC, News Industry Text Format), with or without namespace, as EFE, AP, PA,
 * AAP, NTB, Ritzau and ANSA send it and as the New York Times Annotated Corpus holds it.  The
 * abstract of body.head is the record's; captions are no copy.  Left out: identified-content's
 * inline markup inside paragraphs, which stays text. */
#include "core/ascii.h"
#include "reader/xml/formats.h"

#define SENTENCE_WORDS 4 /* of a tagline that is more than initials and names */

static void take_meta(struct tx_xml *xml, telex_slice content)
{
	tx_xml_state_term(xml, TX_VENDOR_NITF_META, tx_xml_attribute(xml, "name"), content);
}

/* Kinds of news; any other type is the sender's category. */
static void take_type(struct tx_xml *xml, telex_slice type)
{
	static const char *const genres[] = {"News",     "Analysis", "Feature", "Opinion",
					     "Advisory", "Data",     "Alert",   NULL};
	bool genre = false;

	for (const char *const *name = genres; *name != NULL; name++)
		genre |= tx_slice_eq_nocase(type, tx_slice_of(*name));

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

/* Where it happened: the narrowest part first, then what is around it. */
static void take_place(struct tx_xml *xml, telex_slice country)
{
	static const char *const parts[] = {"city", "county-dist", "state-prov", NULL};
	static const telex_slice none = {NULL, 0};
	struct tx_story *story = tx_xml_story(xml);
	telex_slice before = none;

	for (const char *const *part = parts; *part != NULL; part++) {
		telex_slice name = tx_trim(tx_xml_attribute(xml, *part));
		if (name.len == 0 || tx_slice_eq_nocase(name, before))
			continue;
		tx_story_add(story, TX_FIELD_PLACE, before.len == 0 ? country : none, name, none);
		before = name;
	}
	if (before.len == 0)
		tx_story_add(story, TX_FIELD_PLACE, country, none, none);
}

/* A location in parts is one place: its city, else what is around it. */
static void begin_location(struct tx_xml *xml, telex_slice none)
{
	(void)none;
	tx_xml_set_entry(xml, tx_story_promise(tx_xml_story(xml), TX_FIELD_PLACE));
}

static void take_location_part(struct tx_xml *xml, telex_slice text)
{
	struct tx_entry *entry = tx_xml_entry(xml);

	if (entry != NULL && entry->term.name.ptr == NULL)
		entry->term.name = tx_story_fold(tx_xml_story(xml), text);
}

static void begin_country(struct tx_xml *xml, telex_slice code)
{
	struct tx_entry *entry = tx_xml_entry(xml);

	if (entry != NULL && entry->term.code.ptr == NULL)
		entry->term.code = tx_story_fold(tx_xml_story(xml), code);
}

/* "<classifier type="…" value="s"/>", or with text. */
static void begin_classifier(struct tx_xml *xml, telex_slice value)
{
	telex_slice type = tx_xml_attribute(xml, "type");

	if (value.len == 0)
		return;
	if (tx_vendor_term(TX_VENDOR_NITF_CLASSIFIER, type) != NULL)
		tx_xml_state_term(xml, TX_VENDOR_NITF_CLASSIFIER, type, value);
	else
		tx_story_add(tx_xml_story(xml), TX_FIELD_SUBJECT, value, (telex_slice){NULL, 0},
			     type);
}

/* Region and country of a dateline's city tell it from others of its name. */
static void take_around(struct tx_xml *xml, telex_slice text)
{
	tx_story_state_part(tx_xml_story(xml), TX_FIELD_DATELINE_QUALIFIER, 0, text);
}

static size_t count_words(telex_slice text)
{
	size_t count = 0;

	for (size_t i = 0; i < text.len; i++) {
		bool blank = tx_char_is(text.ptr[i], TX_CHAR_BLANK | TX_CHAR_NEWLINE);
		bool after = i == 0 || tx_char_is(text.ptr[i - 1], TX_CHAR_BLANK | TX_CHAR_NEWLINE);
		count += !blank && after;
	}
	return count;
}

/* Initials, or a sentence about who wrote it. */
static void take_tagline(struct tx_xml *xml, telex_slice text)
{
	telex_slice line = tx_trim(text);
	bool stop = line.len > 0 && line.ptr[line.len - 1] == '.';
	bool sentence = count_words(line) + stop >= SENTENCE_WORDS;

	tx_story_state(tx_xml_story(xml), sentence ? TX_FIELD_NOTE_CREDIT : TX_FIELD_SIGNOFF, 1,
		       line);
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

/* A picture, what it shows and who made it. */
static void begin_media(struct tx_xml *xml, telex_slice type)
{
	struct tx_entry *entry = tx_story_promise(tx_xml_story(xml), TX_FIELD_MEDIA);

	if (entry != NULL)
		entry->term.scheme = tx_story_fold(tx_xml_story(xml), type);
	tx_xml_set_entry(xml, entry);
}

static void take_media(struct tx_xml *xml, telex_slice source)
{
	struct tx_entry *entry = tx_xml_entry(xml);
	telex_slice type = tx_xml_attribute(xml, "mime-type");

	if (entry == NULL || entry->term.code.ptr != NULL)
		return;
	entry->term.code = tx_story_fold(tx_xml_story(xml), source);
	if (type.len > 0)
		entry->term.scheme = tx_story_fold(tx_xml_story(xml), type);
}

static void take_caption(struct tx_xml *xml, telex_slice text)
{
	struct tx_entry *entry = tx_xml_entry(xml);

	if (entry != NULL && entry->term.name.ptr == NULL)
		entry->term.name = tx_story_fold(tx_xml_story(xml), text);
}

static void take_producer(struct tx_xml *xml, telex_slice text)
{
	struct tx_entry *entry = tx_xml_entry(xml);

	if (entry != NULL)
		entry->credit = tx_story_fold(tx_xml_story(xml), text);
}

/* The dateline's date comes with the place or alone; a release date is an embargo only for copy
 * that is embargoed; a headline given twice is one. */
static void finish(struct tx_xml *xml, struct tx_story *story)
{
	telex_slice status = tx_story_fact(story, TX_FIELD_STATUS);
	telex_slice headline = tx_story_fact(story, TX_FIELD_HEADLINE);

	tx_xml_refuse_references(xml, story);
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
	{.element = "urgency", .attribute = "ed-urg", .field = TX_FIELD_URGENCY},
	{.element = "docdata/date.issue", .attribute = "norm", .field = TX_FIELD_ISSUED},
	{.element = "docdata/date.release", .attribute = "norm", .field = TX_FIELD_EMBARGO},
	{.element = "docdata/date.expire", .attribute = "norm", .field = TX_FIELD_EXPIRES},
	{.element = "evloc", .attribute = "iso-cc", .begin = take_place},
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
	{.element = "key-list/keyword", .field = TX_FIELD_KEYWORD},
	{.element = "identified-content/person", .field = TX_FIELD_PERSON},
	{.element = "identified-content/org", .field = TX_FIELD_ORGANISATION},
	{.element = "identified-content/location", .begin = begin_location},
	{.element = "identified-content/location", .end = take_location_part},
	{.element = "identified-content/location/sublocation", .end = take_location_part},
	{.element = "identified-content/location/city", .end = take_location_part},
	{.element = "identified-content/location/state", .end = take_location_part},
	{.element = "identified-content/location/region", .end = take_location_part},
	{.element = "identified-content/location/country", .end = take_location_part},
	{.element = "identified-content/location/country",
	 .attribute = "iso-cc",
	 .begin = begin_country},
	{.element = "identified-content/classifier", .field = TX_FIELD_KEYWORD},
	{.element = "identified-content/classifier",
	 .attribute = "value",
	 .begin = begin_classifier},
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
	{.element = "byline/byttl", .field = TX_FIELD_TITLE},
	{.element = "byline/virtloc", .field = TX_FIELD_NOTE_CONTACT},
	{.element = "body.head/distributor", .field = TX_FIELD_CREDIT},
	{.element = "body.head/dateline", .field = TX_FIELD_DATELINE, .rank = 1},
	{.element = "dateline/location", .field = TX_FIELD_DATELINE},
	{.element = "dateline/location/city", .keep = true, .field = TX_FIELD_DATELINE_PLACE},
	{.element = "dateline/location/sublocation",
	 .keep = true,
	 .field = TX_FIELD_DATELINE_PLACE,
	 .rank = 1},
	{.element = "dateline/location/state", .keep = true, .end = take_around},
	{.element = "dateline/location/region", .keep = true, .end = take_around},
	{.element = "dateline/location/country", .keep = true, .end = take_around},
	{.element = "dateline/story.date", .attribute = "norm", .field = TX_FIELD_DATELINE_DATE},
	{.element = "dateline/story.date", .area = TX_XML_SKIP},
	{.element = "body.head/abstract", .field = TX_FIELD_ABSTRACT},
	{.element = "body.content", .area = TX_XML_COPY},
	{.element = "block", .when = "class=lead_paragraph", .area = TX_XML_SKIP},
	{.element = "media", .attribute = "media-type", .begin = begin_media},
	{.element = "media/media-reference", .attribute = "source", .begin = take_media},
	{.element = "media/media-caption", .end = take_caption},
	{.element = "media/media-producer", .end = take_producer},
	{.element = "body.end/tagline", .end = take_tagline},
	{.element = "body.end/bibliography", .field = TX_FIELD_NOTE_CREDIT},
	{.element = NULL},
};

const struct tx_xml_format tx_nitf = {"nitf", {{tx_nitf_rules, 0}}, finish};

telex_status tx_nitf_unwrap(struct tx_reader *reader, telex_slice frame, telex_error *reterr)
{
	return tx_xml_unwrap(reader, &tx_nitf, frame, reterr);
}
