/* NewsML 1.0 to 1.2 (IPTC), as EFE, AFP, ATS, Kyodo, ANP, TASS, Belga, PR Newswire and Business
 * Wire send it.  A NewsItem is a story; where it holds the story in several languages, each is one.
 * The copy is NITF, XHTML, bare paragraphs, HTML as text or plain text, told by what is there and
 * not by the Format that the sender names.  Left out: catalogs and vocabularies, which would have
 * to be fetched. */
#include "core/ascii.h"
#include "reader/xml/formats.h"

#define URN_PARTS 4 /* "urn:newsml:provider" names no story yet */

/* Roles of components that are not the story's copy. */
static void take_role(struct tx_xml *xml, telex_slice role)
{
	static const char *const others[] = {"title",   "abstract", "stylesheet", "headline",
					     "logo",    "contact",  "tweettext",  "caption",
					     "summary", "teaser",   NULL};

	bool abstract = tx_slice_eq_nocase(role, TX_LIT("Abstract"));

	for (const char *const *other = others; *other != NULL; other++) {
		if (tx_slice_eq_nocase(role, tx_slice_of(*other)))
			tx_xml_mute_parent(xml, abstract ? TX_FIELD_ABSTRACT : TX_FIELD__COUNT);
	}
}

/* A component in another language than the copy before it is another story. */
static void take_component(struct tx_xml *xml, telex_slice language)
{
	struct tx_story *story = tx_xml_story(xml);
	telex_slice now = tx_story_fact(story, TX_FIELD_LANGUAGE);

	if (language.len == 0)
		return;
	if (!tx_xml_has_copy(xml) && story->facts[TX_FIELD_LANGUAGE].rank == 0 && now.len == 0)
		tx_xml_keep_story(xml);
	else if (tx_xml_has_copy(xml) && now.len > 0 && !tx_slice_eq_nocase(now, language))
		tx_xml_next_story(xml);
	tx_story_state(tx_xml_story(xml), TX_FIELD_LANGUAGE, 5, language);
}

/* An identifier that stops behind the provider's name is none. */
static void take_public_id(struct tx_xml *xml, telex_slice text)
{
	telex_slice rest = tx_trim(text);
	size_t parts = 1;

	for (struct tx_cut cut = tx_cut(rest, ':'); cut.found; cut = tx_cut(cut.tail, ':'))
		parts++;
	if (!tx_slice_starts(rest, TX_LIT("urn:newsml:")) || parts >= URN_PARTS)
		tx_story_state(tx_xml_story(xml), TX_FIELD_ID, 0, rest);
}

static void take_creator(struct tx_xml *xml, telex_slice name)
{
	bool initials = tx_xml_is_initials(name);

	if (initials)
		tx_story_state(tx_xml_story(xml), TX_FIELD_SIGNOFF, 0, name);
	else if (!tx_slice_eq(tx_xml_attribute(xml, "Topic"), TX_LIT("EDITOR")))
		tx_story_state(tx_xml_story(xml), TX_FIELD_AUTHOR, 0, name);
}

static bool has_subject(const struct tx_story *story, telex_slice code)
{
	for (const struct tx_entry *e = story->entries; e != NULL; e = e->next) {
		if (e->field == TX_FIELD_SUBJECT && tx_slice_eq(e->term.code, code))
			return true;
	}
	return false;
}

static void take_subject(struct tx_xml *xml, telex_slice code)
{
	struct tx_story *story = tx_xml_story(xml);
	telex_slice scheme = tx_xml_attribute(xml, "Vocabulary");

	tx_story_state(story, TX_FIELD_CATEGORY, 4, tx_xml_attribute(xml, "cat"));
	if (tx_slice_find(scheme, TX_LIT("CatCodes")) < scheme.len)
		tx_story_state(story, TX_FIELD_CATEGORY, 3, code);
	if (scheme.len == 0)
		scheme = tx_xml_attribute(xml, "Scheme");
	if (!has_subject(story, code))
		tx_story_add(story, TX_FIELD_SUBJECT, code, (telex_slice){NULL, 0}, scheme);
}

/* Where the story was written, unless the location says that it is about another. */
static void begin_location(struct tx_xml *xml, telex_slice how)
{
	tx_xml_set_entry(xml, NULL);
	tx_xml_set_flag(xml, how.len == 0 || tx_slice_eq_nocase(how, TX_LIT("Origin")));
}

/* City and country of one location are one place. */
static void take_location(struct tx_xml *xml, telex_slice value)
{
	struct tx_story *story = tx_xml_story(xml);
	telex_slice name = tx_xml_attribute(xml, "FormalName"), none = {NULL, 0};
	struct tx_entry *entry = tx_xml_entry(xml);
	bool city = tx_slice_eq_nocase(name, TX_LIT("City"));

	if (!city && !tx_slice_eq_nocase(name, TX_LIT("Country")))
		return;
	if (city && tx_xml_flag(xml))
		tx_story_state(story, TX_FIELD_DATELINE_PLACE, 5, value);
	if (entry == NULL)
		entry = tx_story_add(story, TX_FIELD_PLACE, city ? none : value,
				     city ? value : none, none);
	else if (city)
		entry->term.name = tx_story_fold(story, value);
	else
		entry->term.code = tx_story_fold(story, value);
	tx_xml_share_entry(xml, entry);
}

/* Properties that senders fill with what NewsML has no element for. */
struct property {
	const char *name;
	enum tx_field field;
	uint8_t rank;
};

static const struct property properties[] = {
	{"City", TX_FIELD_DATELINE_PLACE, 6},
	{"author", TX_FIELD_AUTHOR, 0},
	{"EditorialInfo", TX_FIELD_NOTE_ADVISORY, 0},
	{"ForeignId", TX_FIELD_SEQUENCE, 1},
	{"Keyword", TX_FIELD_KEYWORD, 0},
	{"Priority", TX_FIELD_PRIORITY, 1},
	{"WordCount", TX_FIELD_WORDS, 0},
	{"Words", TX_FIELD_WORDS, 0},
	{"Tesauro", TX_FIELD_KEYWORD, 0},
	{"EfePais", TX_FIELD_PLACE, 0},
};

static void take_property(struct tx_xml *xml, telex_slice value)
{
	telex_slice name = tx_xml_attribute(xml, "FormalName");

	for (size_t i = 0; i < sizeof(properties) / sizeof(properties[0]); i++) {
		if (!tx_slice_is(name, properties[i].name))
			continue;
		bool initials = properties[i].field == TX_FIELD_AUTHOR && tx_xml_is_initials(value);
		tx_story_state(tx_xml_story(xml), initials ? TX_FIELD_SIGNOFF : properties[i].field,
			       properties[i].rank, value);
		return;
	}
}

/* "UPDATES with …" and the like; the catch word is the slug. */
static void take_line_type(struct tx_xml *xml, telex_slice type)
{
	struct tx_entry *entry = tx_arena_calloc(tx_xml_story(xml)->arena, 1, sizeof(*entry));

	if (entry == NULL)
		return;
	entry->field = tx_slice_eq_nocase(type, TX_LIT("CatchWord"))      ? TX_FIELD_SLUG
		       : tx_slice_eq_nocase(type, TX_LIT("AdvisoryLine")) ? TX_FIELD_NOTE_UPDATE
		       : tx_slice_eq_nocase(type, TX_LIT("ProductLine"))  ? TX_FIELD_NOTE_MEDIA
									  : TX_FIELD__COUNT;
	tx_xml_share_entry(xml, entry);
}

/* What an advisory line that begins so is; every other one is an update. */
static const struct {
	const char *opening;
	enum tx_field field;
} advisories[] = {
	{"CORRECT", TX_FIELD_NOTE_CORRECTION}, {"RECTIFI", TX_FIELD_NOTE_CORRECTION},
	{"CORRIGE", TX_FIELD_NOTE_CORRECTION}, {"CORRIGIR", TX_FIELD_NOTE_CORRECTION},
	{"KORRIG", TX_FIELD_NOTE_CORRECTION},  {"BERICHTIG", TX_FIELD_NOTE_CORRECTION},
	{"KILL", TX_FIELD_NOTE_KILL},          {"ANNUL", TX_FIELD_NOTE_KILL},
};

static enum tx_field kind_of_advisory(telex_slice text)
{
	for (size_t i = 0; i < sizeof(advisories) / sizeof(advisories[0]); i++) {
		if (tx_slice_starts_nocase(tx_trim(text), tx_slice_of(advisories[i].opening)))
			return advisories[i].field;
	}
	return TX_FIELD_NOTE_UPDATE;
}

static void take_line_text(struct tx_xml *xml, telex_slice text)
{
	const struct tx_entry *type = tx_xml_entry(xml);

	if (type == NULL || type->field == TX_FIELD__COUNT)
		return;
	enum tx_field field =
		type->field == TX_FIELD_NOTE_UPDATE ? kind_of_advisory(text) : type->field;
	tx_story_state(tx_xml_story(xml), field, 1, text);
}

static void take_media(struct tx_xml *xml, telex_slice address)
{
	if (address.len > 0)
		tx_story_add(tx_xml_story(xml), TX_FIELD_MEDIA, address, (telex_slice){NULL, 0},
			     (telex_slice){NULL, 0});
}

static void finish(struct tx_xml *xml, struct tx_story *story)
{
	(void)xml;
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
#define NAME(path, field, rank) TX_XML_IS_ATTR(path, "FormalName", field, rank)

static const struct tx_xml_rule rules[] = {
	NAME("NewsEnvelope/SentFrom/Party", TX_FIELD_AGENCY, 5),
	NAME("NewsEnvelope/NewsService", TX_FIELD_SERVICE, 0),
	NAME("NewsEnvelope/NewsProduct", TX_FIELD_SERVICE, 1),
	NAME("NewsEnvelope/Priority", TX_FIELD_PRIORITY, 3),
	TX_XML_AREA("NewsItem", TX_XML_ITEM),
	TX_XML_IS_ATTR("NewsItem", "lang", TX_FIELD_LANGUAGE, 6),
	TX_XML_IS_TEXT("NewsIdentifier/ProviderId", TX_FIELD_AGENCY, 6),
	TX_XML_IS_TEXT("NewsIdentifier/NewsItemId", TX_FIELD_ID, 1),
	TX_XML_IS_TEXT("NewsIdentifier/RevisionId", TX_FIELD_VERSION, 0),
	AT_END("NewsIdentifier/PublicIdentifier", take_public_id),
	TX_XML_IS_TEXT("Identification/NameLabel", TX_FIELD_SLUG, 2),
	NAME("NewsManagement/NewsItemType", TX_FIELD_GENRE, 3),
	TX_XML_IS_TEXT("NewsManagement/FirstCreated", TX_FIELD_CREATED, 0),
	TX_XML_IS_TEXT("NewsManagement/ThisRevisionCreated", TX_FIELD_UPDATED, 0),
	NAME("NewsManagement/Status", TX_FIELD_STATUS, 0),
	TX_XML_IS_TEXT("StatusWillChange/DateAndTime", TX_FIELD_EMBARGO, 0),
	NAME("NewsManagement/Urgency", TX_FIELD_URGENCY, 0),
	TX_XML_IS_TEXT("NewsManagement/Urgency", TX_FIELD_URGENCY, 1),
	NAME("NewsManagement/Instruction", TX_FIELD_NOTE_UPDATE, 0),
	CALL("NewsComponent", "lang", take_component),
	CALL("NewsComponent/Role", "FormalName", take_role),
	TX_XML_IS_TEXT("NewsLines/HeadLine", TX_FIELD_HEADLINE, 0),
	TX_XML_IS_TEXT("NewsLines/SubHeadLine", TX_FIELD_SUBHEADLINE, 0),
	AT_END("NewsLines/ByLine", tx_xml_take_byline),
	TX_XML_IS_TEXT("NewsLines/ByLineTitle", TX_FIELD_ROLE, 0),
	TX_XML_IS_TEXT("NewsLines/DateLine", TX_FIELD_DATELINE, 0),
	TX_XML_IS_TEXT("NewsLines/CreditLine", TX_FIELD_CREDIT, 0),
	TX_XML_IS_TEXT("NewsLines/CopyrightLine", TX_FIELD_COPYRIGHT, 0),
	TX_XML_IS_TEXT("NewsLines/SlugLine", TX_FIELD_SLUG, 0),
	TX_XML_IS_TEXT("NewsLines/KeywordLine", TX_FIELD_KEYWORD, 0),
	CALL("NewsLine/NewsLineType", "FormalName", take_line_type),
	AT_END("NewsLine/NewsLineText", take_line_text),
	NAME("Provider/Party", TX_FIELD_AGENCY, 0),
	NAME("Source/Party", TX_FIELD_AGENCY, 4),
	CALL("Creator/Party", "FormalName", take_creator),
	NAME("DescriptiveMetadata/Language", TX_FIELD_LANGUAGE, 0),
	NAME("DescriptiveMetada/Language", TX_FIELD_LANGUAGE, 1),
	TX_XML_IS_TEXT("DescriptiveMetada/guid", TX_FIELD_ID, 2),
	NAME("DescriptiveMetadata/Genre", TX_FIELD_GENRE, 0),
	CALL("SubjectCode/Subject", "FormalName", take_subject),
	CALL("SubjectCode/SubjectMatter", "FormalName", take_subject),
	CALL("SubjectCode/SubjectDetail", "FormalName", take_subject),
	TX_XML_IS_TEXT("DescriptiveMetadata/DateLineDate", TX_FIELD_DATELINE_DATE, 0),
	NAME("DescriptiveMetadata/DateLineDate", TX_FIELD_DATELINE_DATE, 1),
	CALL("Location", "HowPresent", begin_location),
	CALL("Location/Property", "Value", take_location),
	CALL("Property", "Value", take_property),
	TX_XML_IS_TEXT("item_keywords/item_keyword", TX_FIELD_KEYWORD, 0),
	CALL("ContentItem", "Href", take_media),
	TX_XML_AREA("ContentItem/DataContent", TX_XML_DATA),
	TX_XML_AREA("DataContent/style", TX_XML_SKIP),
	TX_XML_NO_MORE,
};

const struct tx_xml_format tx_newsml1 = {"newsml1", {{rules, 0}, {tx_nitf_rules, 10}}, finish};

telex_status tx_newsml1_unwrap(struct tx_unwrapper *unwrapper, telex_slice frame,
			       telex_error *reterr)
{
	return tx_xml_unwrap(unwrapper, &tx_newsml1, frame, reterr);
}
