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

static const struct tx_xml_rule rules[] = {
	{.element = "NewsEnvelope/SentFrom/Party",
	 .attribute = "FormalName",
	 .field = TX_FIELD_AGENCY,
	 .rank = 5},
	{.element = "NewsEnvelope/NewsService",
	 .attribute = "FormalName",
	 .field = TX_FIELD_SERVICE},
	{.element = "NewsEnvelope/NewsProduct",
	 .attribute = "FormalName",
	 .field = TX_FIELD_SERVICE,
	 .rank = 1},
	{.element = "NewsEnvelope/Priority",
	 .attribute = "FormalName",
	 .field = TX_FIELD_PRIORITY,
	 .rank = 3},
	{.element = "NewsItem", .area = TX_XML_ITEM},
	{.element = "NewsItem", .attribute = "lang", .field = TX_FIELD_LANGUAGE, .rank = 6},
	{.element = "NewsIdentifier/ProviderId", .field = TX_FIELD_AGENCY, .rank = 6},
	{.element = "NewsIdentifier/NewsItemId", .field = TX_FIELD_ID, .rank = 1},
	{.element = "NewsIdentifier/RevisionId", .field = TX_FIELD_VERSION},
	{.element = "NewsIdentifier/PublicIdentifier", .end = take_public_id},
	{.element = "Identification/NameLabel", .field = TX_FIELD_SLUG, .rank = 2},
	{.element = "NewsManagement/NewsItemType",
	 .attribute = "FormalName",
	 .field = TX_FIELD_GENRE,
	 .rank = 3},
	{.element = "NewsManagement/FirstCreated", .field = TX_FIELD_CREATED},
	{.element = "NewsManagement/ThisRevisionCreated", .field = TX_FIELD_UPDATED},
	{.element = "NewsManagement/Status", .attribute = "FormalName", .field = TX_FIELD_STATUS},
	{.element = "StatusWillChange/DateAndTime", .field = TX_FIELD_EMBARGO},
	{.element = "NewsManagement/Urgency", .attribute = "FormalName", .field = TX_FIELD_URGENCY},
	{.element = "NewsManagement/Urgency", .field = TX_FIELD_URGENCY, .rank = 1},
	{.element = "NewsManagement/Instruction",
	 .attribute = "FormalName",
	 .field = TX_FIELD_NOTE_UPDATE},
	{.element = "NewsComponent", .attribute = "lang", .begin = take_component},
	{.element = "NewsComponent/Role", .attribute = "FormalName", .begin = take_role},
	{.element = "NewsLines/HeadLine", .field = TX_FIELD_HEADLINE},
	{.element = "NewsLines/SubHeadLine", .field = TX_FIELD_SUBHEADLINE},
	{.element = "NewsLines/ByLine", .end = tx_xml_take_byline},
	{.element = "NewsLines/ByLineTitle", .field = TX_FIELD_ROLE},
	{.element = "NewsLines/DateLine", .field = TX_FIELD_DATELINE},
	{.element = "NewsLines/CreditLine", .field = TX_FIELD_CREDIT},
	{.element = "NewsLines/CopyrightLine", .field = TX_FIELD_COPYRIGHT},
	{.element = "NewsLines/SlugLine", .field = TX_FIELD_SLUG},
	{.element = "NewsLines/KeywordLine", .field = TX_FIELD_KEYWORD},
	{.element = "NewsLine/NewsLineType", .attribute = "FormalName", .begin = take_line_type},
	{.element = "NewsLine/NewsLineText", .end = take_line_text},
	{.element = "Provider/Party", .attribute = "FormalName", .field = TX_FIELD_AGENCY},
	{.element = "Source/Party", .attribute = "FormalName", .field = TX_FIELD_AGENCY, .rank = 4},
	{.element = "Creator/Party", .attribute = "FormalName", .begin = take_creator},
	{.element = "DescriptiveMetadata/Language",
	 .attribute = "FormalName",
	 .field = TX_FIELD_LANGUAGE},
	{.element = "DescriptiveMetada/Language",
	 .attribute = "FormalName",
	 .field = TX_FIELD_LANGUAGE,
	 .rank = 1},
	{.element = "DescriptiveMetada/guid", .field = TX_FIELD_ID, .rank = 2},
	{.element = "DescriptiveMetadata/Genre",
	 .attribute = "FormalName",
	 .field = TX_FIELD_GENRE},
	{.element = "SubjectCode/Subject", .attribute = "FormalName", .begin = take_subject},
	{.element = "SubjectCode/SubjectMatter", .attribute = "FormalName", .begin = take_subject},
	{.element = "SubjectCode/SubjectDetail", .attribute = "FormalName", .begin = take_subject},
	{.element = "DescriptiveMetadata/DateLineDate", .field = TX_FIELD_DATELINE_DATE},
	{.element = "DescriptiveMetadata/DateLineDate",
	 .attribute = "FormalName",
	 .field = TX_FIELD_DATELINE_DATE,
	 .rank = 1},
	{.element = "Location", .attribute = "HowPresent", .begin = begin_location},
	{.element = "Location/Property", .attribute = "Value", .begin = take_location},
	{.element = "Property", .attribute = "Value", .begin = take_property},
	{.element = "item_keywords/item_keyword", .field = TX_FIELD_KEYWORD},
	{.element = "ContentItem", .attribute = "Href", .begin = take_media},
	{.element = "ContentItem/DataContent", .area = TX_XML_DATA},
	{.element = "DataContent/style", .area = TX_XML_SKIP},
	{.element = NULL},
};

const struct tx_xml_format tx_newsml1 = {"newsml1", {{rules, 0}, {tx_nitf_rules, 10}}, finish};

telex_status tx_newsml1_unwrap(struct tx_unwrapper *unwrapper, telex_slice frame,
			       telex_error *reterr)
{
	return tx_xml_unwrap(unwrapper, &tx_newsml1, frame, reterr);
}
