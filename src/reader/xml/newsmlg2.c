/* NewsML-G2 (IPTC, versions 2.0 to 2.34): newsItem and packageItem alone or in a newsMessage, as
 * Reuters, dpa, AP, STT, TT, ANSA, NTB and GlobeNewswire send them.  A text item is a story;
 * pictures, packages, concepts and plans are no dispatches.  Left out: catalogs, which would have
 * to be fetched, so that codes keep their prefixes. */
#include "core/ascii.h"
#include "reader/xml/formats.h"

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

static void take_provider(struct tx_xml *xml, telex_slice none)
{
	(void)none;
	tx_story_state(tx_xml_story(xml), TX_FIELD_AGENCY, 0, code_or_literal(xml));
}

static void take_source(struct tx_xml *xml, telex_slice none)
{
	(void)none;
	tx_story_state(tx_xml_story(xml), TX_FIELD_AGENCY, 3, code_or_literal(xml));
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

/* What an edNote says, by its role. */
struct role {
	const char *name;
	enum tx_field field;
};

static const struct role note_roles[] = {
	{"closingline", TX_FIELD_SIGNOFF},
	{"correction", TX_FIELD_NOTE_CORRECTION},
	{"correctionshort", TX_FIELD_NOTE_CORRECTION},
	{"dpacontacts", TX_FIELD_NOTE_CONTACT},
	{"contacts", TX_FIELD_NOTE_CONTACT},
	{"embargo", TX_FIELD_NOTE_EMBARGO},
	{"picture", TX_FIELD_NOTE_MEDIA},
};

static void begin_note(struct tx_xml *xml, telex_slice role)
{
	struct tx_entry *entry = tx_arena_calloc(tx_xml_story(xml)->arena, 1, sizeof(*entry));

	if (entry == NULL)
		return;
	entry->field = TX_FIELD_NOTE_ADVISORY;
	for (size_t i = 0; i < sizeof(note_roles) / sizeof(note_roles[0]); i++) {
		if (tx_slice_eq_nocase(code_of(role), tx_slice_of(note_roles[i].name)))
			entry->field = note_roles[i].field;
	}
	/* The notepad is the other notes once more, laid out for reading. */
	if (tx_slice_eq_nocase(code_of(role), TX_LIT("notepad")))
		entry->field = TX_FIELD__COUNT;
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
	for (size_t i = 0; i < sizeof(vocabularies) / sizeof(vocabularies[0]); i++) {
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
static const struct role subject_types[] = {
	{"person", TX_FIELD_PERSON},
	{"organisation", TX_FIELD_ORGANISATION},
	{"organization", TX_FIELD_ORGANISATION},
	{"geoArea", TX_FIELD_PLACE},
	{"poi", TX_FIELD_PLACE},
};

static bool is_category(telex_slice qcode)
{
	static const char *const schemes[] = {"a1312cat", "dpacat", "anpacat", "apcategorycode",
					      NULL};
	struct tx_cut cut = tx_cut(qcode, ':');

	return cut.found && tx_slice_in(cut.head, schemes);
}

static void begin_subject(struct tx_xml *xml, telex_slice type)
{
	telex_slice kind = code_of(type), qcode = tx_xml_attribute(xml, "qcode");
	enum tx_field field = TX_FIELD_SUBJECT;

	for (size_t i = 0; i < sizeof(subject_types) / sizeof(subject_types[0]); i++) {
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

/* The first name of the entity in hand; those of broader ones are not its own. */
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
	(void)xml;
	if (tx_slice_eq(tx_story_fact(story, TX_FIELD_HEADLINE),
			tx_story_fact(story, TX_FIELD_SUBHEADLINE)))
		return;
	tx_xml_settle_slug(story);
}

#define CALL(path, attribute, take)                                                                \
	{                                                                                          \
		path, attribute, NULL, TX_XML_START, 0, 0, take                                    \
	}
#define AT_END(path, take)                                                                         \
	{                                                                                          \
		path, NULL, NULL, TX_XML_END, 0, 0, take                                           \
	}

static const struct tx_xml_rule rules[] = {
	TX_XML_IS_TEXT("header/priority", TX_FIELD_PRIORITY, 0),
	TX_XML_IS_TEXT("header/sender", TX_FIELD_AGENCY, 6),
	TX_XML_AREA("newsItem", TX_XML_ITEM),
	TX_XML_AREA("packageItem", TX_XML_ITEM),
	CALL("packageItem", NULL, begin_package),
	TX_XML_AREA("groupSet", TX_XML_SKIP),
	TX_XML_IS_ATTR("newsItem", "guid", TX_FIELD_ID, 0),
	TX_XML_IS_ATTR("newsItem", "version", TX_FIELD_VERSION, 0),
	TX_XML_IS_ATTR("newsItem", "lang", TX_FIELD_LANGUAGE, 1),
	CALL("rightsInfo/copyrightHolder", NULL, take_holder),
	TX_XML_IS_TEXT("copyrightHolder/name", TX_FIELD_COPYRIGHT, 2),
	TX_XML_IS_TEXT("rightsInfo/copyrightNotice", TX_FIELD_COPYRIGHT, 1),
	TX_XML_IS_TEXT("rightsInfo/usageTerms", TX_FIELD_USAGE, 0),
	CALL("itemMeta/itemClass", NULL, take_class),
	CALL("itemMeta/provider", NULL, take_provider),
	TX_XML_IS_TEXT("provider/name", TX_FIELD_AGENCY, 2),
	TX_XML_IS_TEXT("itemMeta/versionCreated", TX_FIELD_UPDATED, 0),
	TX_XML_IS_TEXT("itemMeta/firstCreated", TX_FIELD_CREATED, 0),
	TX_XML_IS_TEXT("itemMeta/embargoed", TX_FIELD_EMBARGO, 0),
	CALL("itemMeta/pubStatus", NULL, take_status),
	CALL("itemMeta/service", NULL, take_service),
	TX_XML_IS_TEXT("itemMeta/title", TX_FIELD_HEADLINE, 5),
	CALL("itemMeta/edNote", "role", begin_note),
	AT_END("itemMeta/edNote", take_note),
	TX_XML_IS_TEXT("contentMeta/urgency", TX_FIELD_URGENCY, 0),
	TX_XML_IS_TEXT("contentMeta/contentCreated", TX_FIELD_CREATED, 1),
	TX_XML_IS_TEXT("contentMeta/contentModified", TX_FIELD_UPDATED, 1),
	CALL("contentMeta/located", NULL, begin_place),
	AT_END("located/name", take_name),
	CALL("contentMeta/infoSource", NULL, take_source),
	TX_XML_IS_ATTR("contentMeta/creator", "literal", TX_FIELD_AUTHOR, 0),
	TX_XML_IS_TEXT("creator/name", TX_FIELD_AUTHOR, 0),
	TX_XML_IS_ATTR("contentMeta/language", "tag", TX_FIELD_LANGUAGE, 0),
	TX_XML_IS_TEXT("contentMeta/keyword", TX_FIELD_KEYWORD, 0),
	TX_XML_IS_TEXT("genre/name", TX_FIELD_GENRE, 0),
	TX_XML_IS_ATTR("contentMeta/genre", "qcode", TX_FIELD_GENRE, 1),
	CALL("contentMeta/subject", "type", begin_subject),
	CALL("subject/mainConcept", NULL, begin_main_concept),
	AT_END("subject/name", take_subject_name),
	AT_END("mainConcept/name", take_subject_name),
	TX_XML_IS_TEXT("contentMeta/slugline", TX_FIELD_SLUG, 0),
	TX_XML_WHEN_TEXT("contentMeta/headline", "role=subHeadline", TX_FIELD_SUBHEADLINE, 0),
	TX_XML_WHEN_TEXT("contentMeta/headline", "role=sub", TX_FIELD_SUBHEADLINE, 0),
	TX_XML_WHEN_TEXT("contentMeta/headline", "role=subtitle", TX_FIELD_SUBHEADLINE, 0),
	TX_XML_WHEN_TEXT("contentMeta/headline", "role=title", TX_FIELD_HEADLINE, 0),
	TX_XML_WHEN_TEXT("contentMeta/headline", "role=short", TX_FIELD_HEADLINE, 4),
	TX_XML_WHEN_TEXT("contentMeta/headline", "role=", TX_FIELD_HEADLINE, 0),
	TX_XML_WHEN_TEXT("contentMeta/headline", "role=main", TX_FIELD_HEADLINE, 0),
	AT_END("contentMeta/dateline", take_dateline),
	AT_END("contentMeta/by", tx_xml_take_byline),
	TX_XML_IS_TEXT("contentMeta/creditline", TX_FIELD_CREDIT, 0),
	TX_XML_WHEN_TEXT("contentMeta/description", "role=summary", TX_FIELD_ABSTRACT, 0),
	TX_XML_WHEN_TEXT("contentMeta/description", "role=lead", TX_FIELD_ABSTRACT, 1),
	TX_XML_WHEN_TEXT("contentMeta/description", "role=abstract", TX_FIELD_ABSTRACT, 1),
	TX_XML_WHEN_TEXT("contentMeta/description", "role=", TX_FIELD_ABSTRACT, 2),
	CALL("contentSet/inlineXML", "wordcount", begin_content),
	CALL("contentSet/inlineData", "wordcount", begin_content),
	TX_XML_IS_ATTR("contentSet/inlineXML", "lang", TX_FIELD_LANGUAGE, 2),
	TX_XML_AREA("contentSet/inlineXML", TX_XML_DATA),
	TX_XML_AREA("contentSet/inlineData", TX_XML_DATA),
	CALL("contentSet/remoteContent", "href", take_media),
	TX_XML_IS_TEXT("TEXT/RUBRIK", TX_FIELD_HEADLINE, 3),
	TX_XML_IS_TEXT("DAT/ORT", TX_FIELD_DATELINE_PLACE, 2),
	TX_XML_IS_TEXT("DAT/SOURCE", TX_FIELD_DATELINE, 2),
	TX_XML_IS_TEXT("TEXT/BYLINE", TX_FIELD_BYLINE, 1),
	TX_XML_IS_TEXT("BODY/BYLINE", TX_FIELD_BYLINE, 1),
	TX_XML_IS_TEXT("DAT", TX_FIELD_DATELINE, 8),
	{"section", NULL, "class=notepad", TX_XML_SKIP, 0, 0, NULL},
	{"div", NULL, "class=mw_contactinfo", TX_XML_SKIP, 0, 0, NULL},
	TX_XML_NO_MORE,
};

const struct tx_xml_format tx_newsmlg2 = {"newsmlg2", {{rules, 0}, {tx_nitf_rules, 10}}, finish};

telex_status tx_newsmlg2_unwrap(struct tx_unwrapper *unwrapper, telex_slice frame,
				telex_error *reterr)
{
	return tx_xml_unwrap(unwrapper, &tx_newsmlg2, frame, reterr);
}
