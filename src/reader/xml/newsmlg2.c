/* NewsML-G2 (IPTC, versions 2.0 to 2.34): newsItem and packageItem alone or in a newsMessage, as
 * Reuters, dpa, AP, STT, TT, ANSA, NTB and GlobeNewswire send them.  A text item is a story;
 * pictures, packages, concepts and plans are no dispatches.  Left out: catalogs, which would have
 * to be fetched, so that codes keep their prefixes. */
#include "core/ascii.h"
#include "reader/xml/formats.h"
#include "core/scan.h"

/* "stat:usable": the code after the prefix. */
static telex_slice code_of(telex_slice qcode)
{
	struct tx_cut cut = tx_cut(qcode, ':');

	return cut.found ? cut.tail : qcode;
}

/* ".../pubstatusg2/canceled": the code at the end of a concept's address. */
static telex_slice code_of_uri(telex_slice uri)
{
	size_t at = uri.len;

	while (at > 0 && uri.ptr[at - 1] != '/' && uri.ptr[at - 1] != '#' && uri.ptr[at - 1] != ':')
		at--;
	return tx_slice_skip(uri, at);
}

static telex_slice first_given(telex_slice a, telex_slice b)
{
	return tx_trim(a).len > 0 ? a : b;
}

/* The code of the element that begins: by qcode or by uri. */
static telex_slice code(const struct tx_xml *xml)
{
	return tx_trim(first_given(code_of(tx_xml_attribute(xml, "qcode")),
				   code_of_uri(tx_xml_attribute(xml, "uri"))));
}

static telex_slice code_or_literal(const struct tx_xml *xml)
{
	return first_given(code(xml), tx_xml_attribute(xml, "literal"));
}

/* What is not text is not a dispatch. */
static void take_class(struct tx_xml *xml, telex_slice none)
{
	telex_slice class = code(xml);

	(void)none;
	tx_xml_story(xml)->passive |= class.len > 0 && !tx_slice_eq_nocase(class, TX_LIT("text")) &&
				      !tx_slice_eq_nocase(class, TX_LIT("composite"));
}

static void begin_package(struct tx_xml *xml, telex_slice none)
{
	(void)none;
	tx_xml_story(xml)->passive = true;
}

/* The host of an address, or the code that a vocabulary's address ends with. */
static telex_slice agency_of_uri(telex_slice uri)
{
	size_t host = tx_slice_find(uri, TX_LIT("://"));
	telex_slice rest = tx_slice_skip(uri, host < uri.len ? host + 3 : uri.len);

	if (host == uri.len || tx_slice_find(uri, TX_LIT("/newscodes/")) < uri.len)
		return code_of_uri(uri);
	if (tx_slice_starts(rest, TX_LIT("www.")))
		rest = tx_slice_skip(rest, 4);
	return tx_cut(rest, '/').head;
}

static telex_slice agency_named(const struct tx_xml *xml)
{
	telex_slice code = first_given(code_of(tx_xml_attribute(xml, "qcode")),
				       agency_of_uri(tx_xml_attribute(xml, "uri")));

	return first_given(tx_trim(code), tx_xml_attribute(xml, "literal"));
}

static void take_provider(struct tx_xml *xml, telex_slice none)
{
	(void)none;
	tx_story_state(tx_xml_story(xml), TX_FIELD_AGENCY, 0, agency_named(xml));
}

static void take_source(struct tx_xml *xml, telex_slice none)
{
	(void)none;
	tx_story_state(tx_xml_story(xml), TX_FIELD_AGENCY, 3, agency_named(xml));
}

static void take_holder(struct tx_xml *xml, telex_slice none)
{
	(void)none;
	tx_story_state(tx_xml_story(xml), TX_FIELD_COPYRIGHT, 3, code_or_literal(xml));
}

static void take_status(struct tx_xml *xml, telex_slice none)
{
	(void)none;
	tx_story_state(tx_xml_story(xml), TX_FIELD_STATUS, 0, code(xml));
}

static void take_service(struct tx_xml *xml, telex_slice none)
{
	(void)none;
	tx_story_state(tx_xml_story(xml), TX_FIELD_SERVICE, 0, code_or_literal(xml));
}

static void begin_note(struct tx_xml *xml, telex_slice role)
{
	struct tx_entry *entry = tx_arena_calloc(tx_xml_story(xml)->arena, 1, sizeof(*entry));
	const struct tx_vendor_term *term = tx_vendor_term(TX_VENDOR_G2_NOTE, code_of(role));

	if (entry == NULL)
		return;
	entry->field = term != NULL ? term->field : TX_FIELD_NOTE_ADVISORY;
	tx_xml_set_entry(xml, entry);
}

static void take_note(struct tx_xml *xml, telex_slice text)
{
	const struct tx_entry *entry = tx_xml_entry(xml);

	if (entry != NULL && entry->field != TX_FIELD__COUNT)
		tx_story_state(tx_xml_story(xml), entry->field, 0, text);
}

/* Addresses of IPTC's vocabularies, and the schemes that codes of them are written with. */
static const struct vocabulary {
	const char *address, *scheme;
} vocabularies[] = {
	{"/newscodes/mediatopic/", "medtop"},
	{"/newscodes/subjectcode/", "subj"},
	{"/newscodes/genre/", "genre"},
};

static const struct vocabulary *vocabulary_of(telex_slice uri)
{
	for (size_t i = 0; i < TX_COUNT(vocabularies); i++) {
		if (tx_slice_find(uri, tx_slice_of(vocabularies[i].address)) < uri.len)
			return &vocabularies[i];
	}
	return NULL;
}

/* What an entity is known by: its code with the scheme, its address, or its literal. */
struct identity {
	telex_slice code, scheme;
};

static struct identity identity_of(const struct tx_xml *xml)
{
	telex_slice qcode = tx_trim(tx_xml_attribute(xml, "qcode"));
	telex_slice uri = tx_trim(tx_xml_attribute(xml, "uri"));
	struct tx_cut cut = tx_cut(qcode, ':');
	struct identity identity = {.scheme = cut.found ? cut.head : (telex_slice){NULL, 0}};
	const struct vocabulary *vocabulary = vocabulary_of(uri);
	bool standard = tx_slice_in(identity.scheme,
				    (const char *const[]){"subj", "medtop", "iptccat", NULL});

	identity.code = standard ? cut.tail : qcode;
	if (qcode.len == 0 && vocabulary != NULL)
		identity = (struct identity){code_of_uri(uri), tx_slice_of(vocabulary->scheme)};
	else if (qcode.len == 0)
		identity.code = first_given(uri, tx_trim(tx_xml_attribute(xml, "literal")));
	return identity;
}

/* A name inside the element follows; it may be all that there is. */
static void begin_entry(struct tx_xml *xml, enum tx_field field)
{
	struct tx_story *story = tx_xml_story(xml);
	struct identity identity = identity_of(xml);
	struct tx_entry *entry = tx_story_promise(story, field);

	if (entry != NULL) {
		entry->term.code = tx_story_fold(story, identity.code);
		entry->term.scheme = tx_story_fold(story, identity.scheme);
	}
	tx_xml_set_entry(xml, entry);
}

/* The concept that a subject is about, where the subject itself has no code. */
static void begin_main_concept(struct tx_xml *xml, telex_slice none)
{
	struct tx_entry *entry = tx_xml_entry(xml);
	struct identity identity = identity_of(xml);

	(void)none;
	if (entry == NULL || entry->term.code.ptr != NULL)
		return;
	entry->term.code = tx_story_fold(tx_xml_story(xml), identity.code);
	entry->term.scheme = tx_story_fold(tx_xml_story(xml), identity.scheme);
	if (entry->twin != NULL)
		entry->twin->term = entry->term;
}

/* Types of subjects that are something else. */
static const struct {
	const char *name;
	enum tx_field field;
} subject_types[] = {
	{"person", TX_FIELD_PERSON},
	{"organisation", TX_FIELD_ORGANISATION},
	{"organization", TX_FIELD_ORGANISATION},
	{"geoArea", TX_FIELD_PLACE},
	{"poi", TX_FIELD_PLACE},
};

static bool is_category(telex_slice qcode)
{
	struct tx_cut cut = tx_cut(qcode, ':');

	return cut.found && tx_vendor_term(TX_VENDOR_G2_SCHEME, cut.head) != NULL;
}

static void begin_subject(struct tx_xml *xml, telex_slice type)
{
	telex_slice kind = code_of(type), qcode = tx_xml_attribute(xml, "qcode");
	enum tx_field field = TX_FIELD_SUBJECT;

	for (size_t i = 0; i < TX_COUNT(subject_types); i++) {
		if (tx_slice_eq_nocase(kind, tx_slice_of(subject_types[i].name)))
			field = subject_types[i].field;
	}
	if (tx_slice_eq_nocase(kind, TX_LIT("cat")))
		tx_story_state(tx_xml_story(xml), TX_FIELD_CATEGORY, 0, code_or_literal(xml));
	else if (is_category(qcode))
		tx_story_state(tx_xml_story(xml), TX_FIELD_CATEGORY, 0, code_of(qcode));
	if (field != TX_FIELD_SUBJECT)
		begin_entry(xml, field);
	struct tx_entry *named = field != TX_FIELD_SUBJECT ? tx_xml_entry(xml) : NULL;
	begin_entry(xml, TX_FIELD_SUBJECT);
	if (tx_xml_entry(xml) != NULL)
		tx_xml_entry(xml)->twin = named;
}

static void begin_place(struct tx_xml *xml, telex_slice none)
{
	(void)none;
	begin_entry(xml, TX_FIELD_PLACE);
}

/* The first name of the entity at hand; those of broader ones are not its own. */
static void take_name(struct tx_xml *xml, telex_slice text)
{
	struct tx_entry *entry = tx_xml_entry(xml);
	enum tx_field field = TX_FIELD_PLACE;

	if (entry == NULL) {
		entry = tx_story_add(tx_xml_story(xml), field, (telex_slice){NULL, 0}, text,
				     (telex_slice){NULL, 0});
		tx_xml_share_entry(xml, entry);
	} else if (entry->term.name.ptr == NULL) {
		entry->term.name = tx_story_fold(tx_xml_story(xml), text);
	}
}

static void take_subject_name(struct tx_xml *xml, telex_slice text)
{
	struct tx_entry *entry = tx_xml_entry(xml);

	if (entry == NULL || entry->term.name.ptr != NULL)
		return;
	entry->term.name = tx_story_fold(tx_xml_story(xml), text);
	if (entry->twin != NULL)
		entry->twin->term.name = entry->term.name;
}

static void name_entry(struct tx_story *story, struct tx_entry *entry, telex_slice text)
{
	if (entry->term.name.ptr == NULL)
		entry->term.name = tx_story_fold(story, text);
}

/* An assertion describes an entity that is named elsewhere by its code alone. */
static void begin_assert(struct tx_xml *xml, telex_slice none)
{
	struct tx_entry *entry = tx_arena_calloc(tx_xml_story(xml)->arena, 1, sizeof(*entry));
	struct identity identity = identity_of(xml);

	(void)none;
	if (entry == NULL)
		return;
	entry->term.code = tx_story_fold(tx_xml_story(xml), identity.code);
	tx_xml_set_entry(xml, entry);
}

static void take_asserted_name(struct tx_xml *xml, telex_slice text)
{
	struct tx_story *story = tx_xml_story(xml);
	const struct tx_entry *asserted = tx_xml_entry(xml);

	for (struct tx_entry *e = story->entries; asserted != NULL && e != NULL; e = e->next) {
		if (e->term.code.ptr != NULL && tx_slice_eq(e->term.code, asserted->term.code))
			name_entry(story, e, text);
	}
}

/* An organisation is no author. */
static void begin_creator(struct tx_xml *xml, telex_slice literal)
{
	telex_slice type = code_of(tx_xml_attribute(xml, "type"));

	tx_xml_set_flag(xml, tx_slice_starts_nocase(type, TX_LIT("organi")));
	if (!tx_xml_flag(xml))
		tx_story_state(tx_xml_story(xml), TX_FIELD_AUTHOR, 0, literal);
}

static void take_creator_name(struct tx_xml *xml, telex_slice name)
{
	if (!tx_xml_flag(xml))
		tx_story_state(tx_xml_story(xml), TX_FIELD_AUTHOR, 0, name);
}

static void take_media(struct tx_xml *xml, telex_slice address)
{
	tx_story_add(tx_xml_story(xml), TX_FIELD_MEDIA, address, (telex_slice){NULL, 0},
		     tx_xml_attribute(xml, "contenttype"));
}

/* Reuters puts a time where the dateline should be. */
static void take_dateline(struct tx_xml *xml, telex_slice text)
{
	telex_slice line = tx_trim(text);
	bool time = line.len > 10 && tx_is_digit(line.ptr[0]) && line.ptr[4] == '-';

	tx_story_state(tx_xml_story(xml), time ? TX_FIELD_DATELINE_DATE : TX_FIELD_DATELINE, 0,
		       line);
}

/* The parts of a contentSet are renditions of one content: the first one counts. */
static void begin_content(struct tx_xml *xml, telex_slice words)
{
	if (tx_xml_has_copy(xml))
		tx_xml_skip(xml);
	else
		tx_story_state(tx_xml_story(xml), TX_FIELD_WORDS, 0, words);
}

static void finish(struct tx_xml *xml, struct tx_story *story)
{
	tx_xml_refuse_references(xml, story);
	if (tx_slice_eq(tx_story_fact(story, TX_FIELD_HEADLINE),
			tx_story_fact(story, TX_FIELD_SUBHEADLINE)))
		return;
	tx_xml_settle_slug(story);
}

static const struct tx_xml_rule rules[] = {
	{.element = "header/priority", .field = TX_FIELD_PRIORITY},
	{.element = "header/sender", .field = TX_FIELD_AGENCY, .rank = 6},
	{.element = "newsItem", .area = TX_XML_ITEM},
	{.element = "packageItem", .area = TX_XML_ITEM},
	{.element = "packageItem", .begin = begin_package},
	{.element = "groupSet", .area = TX_XML_SKIP},
	{.element = "newsItem", .attribute = "guid", .field = TX_FIELD_ID},
	{.element = "newsItem", .attribute = "version", .field = TX_FIELD_VERSION},
	{.element = "newsItem", .attribute = "lang", .field = TX_FIELD_LANGUAGE, .rank = 1},
	{.element = "rightsInfo/copyrightHolder", .begin = take_holder},
	{.element = "copyrightHolder/name", .field = TX_FIELD_COPYRIGHT, .rank = 2},
	{.element = "rightsInfo/copyrightNotice", .field = TX_FIELD_COPYRIGHT, .rank = 1},
	{.element = "rightsInfo/usageTerms", .field = TX_FIELD_USAGE},
	{.element = "itemMeta/itemClass", .begin = take_class},
	{.element = "itemMeta/provider", .begin = take_provider},
	{.element = "provider/name", .field = TX_FIELD_AGENCY_NAME},
	{.element = "itemMeta/versionCreated", .field = TX_FIELD_UPDATED},
	{.element = "itemMeta/firstCreated", .field = TX_FIELD_CREATED},
	{.element = "itemMeta/embargoed", .field = TX_FIELD_EMBARGO},
	{.element = "itemMeta/pubStatus", .begin = take_status},
	{.element = "itemMeta/service", .begin = take_service},
	{.element = "itemMeta/title", .field = TX_FIELD_HEADLINE, .rank = 5},
	{.element = "itemMeta/edNote", .attribute = "role", .begin = begin_note},
	{.element = "itemMeta/edNote", .end = take_note},
	{.element = "contentMeta/urgency", .field = TX_FIELD_URGENCY},
	{.element = "contentMeta/contentCreated", .field = TX_FIELD_CREATED, .rank = 1},
	{.element = "contentMeta/contentModified", .field = TX_FIELD_UPDATED, .rank = 1},
	{.element = "contentMeta/located", .begin = begin_place},
	{.element = "located/name", .end = take_name},
	{.element = "contentMeta/infoSource", .begin = take_source},
	{.element = "contentMeta/creator", .attribute = "literal", .begin = begin_creator},
	{.element = "creator/name", .end = take_creator_name},
	{.element = "contentMeta/language", .attribute = "tag", .field = TX_FIELD_LANGUAGE},
	{.element = "contentMeta/keyword", .field = TX_FIELD_KEYWORD},
	{.element = "genre/name", .field = TX_FIELD_GENRE},
	{.element = "contentMeta/genre", .attribute = "qcode", .field = TX_FIELD_GENRE, .rank = 1},
	{.element = "contentMeta/subject", .attribute = "type", .begin = begin_subject},
	{.element = "subject/mainConcept", .begin = begin_main_concept},
	{.element = "subject/name", .end = take_subject_name},
	{.element = "mainConcept/name", .end = take_subject_name},
	{.element = "assert", .begin = begin_assert},
	{.element = "assert/name", .end = take_asserted_name},
	{.element = "contentMeta/slugline", .field = TX_FIELD_SLUG},
	{.element = "contentMeta/headline",
	 .when = "role=subHeadline",
	 .field = TX_FIELD_SUBHEADLINE},
	{.element = "contentMeta/headline", .when = "role=sub", .field = TX_FIELD_SUBHEADLINE},
	{.element = "contentMeta/headline", .when = "role=subtitle", .field = TX_FIELD_SUBHEADLINE},
	{.element = "contentMeta/headline", .when = "role=title", .field = TX_FIELD_HEADLINE},
	{.element = "contentMeta/headline",
	 .when = "role=short",
	 .field = TX_FIELD_HEADLINE,
	 .rank = 4},
	{.element = "contentMeta/headline", .when = "role=", .field = TX_FIELD_HEADLINE},
	{.element = "contentMeta/headline", .when = "role=main", .field = TX_FIELD_HEADLINE},
	{.element = "contentMeta/dateline", .end = take_dateline},
	{.element = "contentMeta/by", .end = tx_xml_take_byline},
	{.element = "contentMeta/creditline", .field = TX_FIELD_CREDIT},
	{.element = "contentMeta/description", .when = "role=summary", .field = TX_FIELD_ABSTRACT},
	{.element = "contentMeta/description",
	 .when = "role=lead",
	 .field = TX_FIELD_ABSTRACT,
	 .rank = 1},
	{.element = "contentMeta/description",
	 .when = "role=abstract",
	 .field = TX_FIELD_ABSTRACT,
	 .rank = 1},
	{.element = "contentMeta/description",
	 .when = "role=",
	 .field = TX_FIELD_ABSTRACT,
	 .rank = 2},
	{.element = "contentSet/inlineXML", .attribute = "wordcount", .begin = begin_content},
	{.element = "contentSet/inlineData", .attribute = "wordcount", .begin = begin_content},
	{.element = "contentSet/inlineXML",
	 .attribute = "lang",
	 .field = TX_FIELD_LANGUAGE,
	 .rank = 2},
	{.element = "contentSet/inlineXML", .area = TX_XML_DATA},
	{.element = "contentSet/inlineData", .area = TX_XML_DATA},
	{.element = "contentSet/remoteContent", .attribute = "href", .begin = take_media},
	{.element = "TEXT/RUBRIK", .field = TX_FIELD_HEADLINE, .rank = 3},
	{.element = "DAT/ORT", .field = TX_FIELD_DATELINE_PLACE, .rank = 2},
	{.element = "DAT/SOURCE", .field = TX_FIELD_DATELINE, .rank = 2},
	{.element = "TEXT/BYLINE", .field = TX_FIELD_BYLINE, .rank = 1},
	{.element = "BODY/BYLINE", .field = TX_FIELD_BYLINE, .rank = 1},
	{.element = "DAT", .field = TX_FIELD_DATELINE, .rank = 8},
	{.element = "div/span", .when = "class=vignette", .field = TX_FIELD_KEYWORD},
	{.element = "div/span", .when = "class=ort", .field = TX_FIELD_DATELINE_PLACE, .rank = 2},
	{.element = "div/span", .when = "class=source", .field = TX_FIELD_DATELINE, .rank = 2},
	{.element = "section", .when = "class=notepad", .area = TX_XML_SKIP},
	{.element = "div", .when = "class=mw_contactinfo", .area = TX_XML_SKIP},
	{.element = NULL},
};

const struct tx_xml_format tx_newsmlg2 = {"newsmlg2", {{rules, 0}, {tx_nitf_rules, 10}}, finish};

telex_status tx_newsmlg2_unwrap(struct tx_reader *reader, telex_slice frame, telex_error *reterr)
{
	return tx_xml_unwrap(reader, &tx_newsmlg2, frame, reterr);
}
