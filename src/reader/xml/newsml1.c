/* NewsML 1.0 to 1.2 (IPTC), as EFE, AFP, ATS, Kyodo, ANP, TASS, Belga, PR Newswire and Business
 * Wire send it.  A NewsItem is a story; where it holds the story in several languages, each is one.
 * The copy is NITF, XHTML, bare paragraphs, HTML as text or plain text, recognised by what is there and
 * not by the Format that the sender names.  Left out: catalogs and vocabularies, which would have
 * to be fetched. */
#include "core/ascii.h"
#include "reader/xml/formats.h"
#include "core/scan.h"

#define URN_PARTS 4 /* "urn:newsml:provider" names no story yet */

/* Roles of components that are not the story's copy, and the field that their text states. */
static const struct {
	const char *role;
	enum tx_field field;
} roles[] = {
	{"abstract", TX_FIELD_ABSTRACT}, {"caption", TX_FIELD_CAPTION},
	{"contact", TX_FIELD__COUNT},    {"headline", TX_FIELD__COUNT},
	{"logo", TX_FIELD__COUNT},       {"stylesheet", TX_FIELD__COUNT},
	{"summary", TX_FIELD__COUNT},    {"teaser", TX_FIELD__COUNT},
	{"title", TX_FIELD__COUNT},      {"tweettext", TX_FIELD__COUNT},
};

static void take_role(struct tx_xml *xml, telex_slice role)
{
	for (size_t i = 0; i < TX_COUNT(roles); i++) {
		if (tx_slice_eq_nocase(role, tx_slice_of(roles[i].role)))
			tx_xml_mute_parent(xml, roles[i].field);
	}
}

/* A component that is open, with what the story stated before it. */
struct component {
	struct component *outer;
	struct tx_fact facts[TX_FIELD__SINGLE];
	struct tx_entry *last_entry;
	struct tx_story *story;
	size_t copy_len;
	bool equivalents; /* what it holds is one content in several forms */
};

/* What counts for the component alone that states it, until it has ended. */
static const enum tx_field own[] = {TX_FIELD_BYLINE, TX_FIELD_ROLE, TX_FIELD_CREDIT,
				    TX_FIELD_CAPTION};

#define OWN TX_COUNT(own)

/* Whether one of the components around has its content already. */
static bool has_content(struct tx_xml *xml)
{
	const struct component *component = tx_xml_scope(xml);

	while (component != NULL &&
	       (!component->equivalents || tx_xml_copy_len(xml) == component->copy_len))
		component = component->outer;
	return component != NULL;
}

static void open_component(struct tx_xml *xml)
{
	struct tx_story *story = tx_xml_story(xml);
	struct component *component = tx_arena_calloc(story->arena, 1, sizeof(*component));

	if (component == NULL) {
		story->failed = true;
		return;
	}
	component->outer = tx_xml_scope(xml);
	memcpy(component->facts, story->facts, sizeof(story->facts));
	component->last_entry = story->last_entry;
	component->story = story;
	component->copy_len = tx_xml_copy_len(xml);
	component->equivalents =
		tx_slice_eq_nocase(tx_xml_attribute(xml, "EquivalentsList"), TX_LIT("yes"));
	for (size_t i = 0; i < OWN; i++)
		story->facts[own[i]] = (struct tx_fact){0};
	tx_xml_set_scope(xml, component);
}

/* A component in another language than the copy before it is another story; in the same language it
 * may be the same content once more. */
static void begin_component(struct tx_xml *xml, telex_slice language)
{
	struct tx_story *story = tx_xml_story(xml);
	telex_slice now = tx_story_fact(story, TX_FIELD_LANGUAGE);
	bool other = now.len > 0 && language.len > 0 && !tx_slice_eq_nocase(now, language);

	if (!other && has_content(xml)) {
		tx_xml_skip(xml);
		return;
	}
	if (language.len > 0 && !tx_xml_has_copy(xml) &&
	    story->facts[TX_FIELD_LANGUAGE].rank == 0 && now.len == 0)
		tx_xml_keep_story(xml);
	else if (other && tx_xml_has_copy(xml))
		tx_xml_next_story(xml);
	open_component(xml);
	tx_story_state(tx_xml_story(xml), TX_FIELD_LANGUAGE, 5, language);
}

/* Whether an entry is of those that a component added. */
static struct tx_entry *first_added(const struct component *component)
{
	return component->last_entry != NULL ? component->last_entry->next
					     : component->story->entries;
}

static bool adds_media(const struct component *component)
{
	for (const struct tx_entry *e = first_added(component); e != NULL; e = e->next) {
		if (e->field == TX_FIELD_MEDIA)
			return true;
	}
	return false;
}

/* Of a picture's renditions the first counts, with the caption and the credit of the component;
 * pictures of components inside have theirs. */
static void close_picture(const struct component *component)
{
	struct tx_story *story = component->story;
	telex_slice caption = tx_story_fact(story, TX_FIELD_CAPTION);
	telex_slice credit = tx_story_fact(story, TX_FIELD_CREDIT);
	struct tx_entry *last = component->last_entry, *next;
	bool first = true;

	if (credit.ptr == NULL)
		credit = tx_story_fact(story, TX_FIELD_BYLINE);
	for (struct tx_entry *e = first_added(component); e != NULL; e = next) {
		bool is_whole = e->term.name.ptr != NULL || e->credit.ptr != NULL;
		next = e->next;
		if (e->field != TX_FIELD_MEDIA || (!is_whole && !first))
			continue;
		if (!is_whole) {
			first = false;
			e->term.name = caption;
			e->credit = credit;
		}
		*(last == NULL ? &story->entries : &last->next) = e;
		last = e;
	}
	*(last == NULL ? &story->entries : &last->next) = NULL;
	story->last_entry = last;
	memcpy(story->facts, component->facts, sizeof(story->facts));
}

/* What the component around states for itself counts; another byline is one more. */
static void return_own(const struct component *component)
{
	struct tx_story *story = component->story;
	telex_slice byline = tx_story_fact(story, TX_FIELD_BYLINE);
	telex_slice role = tx_story_fact(story, TX_FIELD_ROLE);

	if (component->facts[TX_FIELD_BYLINE].text != NULL && byline.ptr != NULL)
		tx_story_add(story, TX_FIELD_MORE_BYLINE, role, byline, (telex_slice){NULL, 0});
	for (size_t i = 0; i < OWN; i++) {
		if (component->facts[own[i]].text != NULL)
			story->facts[own[i]] = component->facts[own[i]];
	}
}

/* What a picture's component states is not of the story beside it. */
static void leave_component(struct tx_xml *xml)
{
	const struct component *component = tx_xml_scope(xml);

	if (component == NULL || component->story != tx_xml_story(xml))
		return;
	if (component->outer != NULL && tx_xml_copy_len(xml) == component->copy_len &&
	    adds_media(component))
		close_picture(component);
	else
		return_own(component);
}

/* An identifier that stops after the provider's name is not one. */
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

/* "urn:newsml:example.org:20090407:Codes:Feed": one of the names in a vocabulary's address. */
static bool is_category_scheme(telex_slice scheme)
{
	for (struct tx_cut cut = {.tail = scheme, .found = scheme.len > 0}; cut.found;) {
		cut = tx_cut(cut.tail, ':');
		if (tx_vendor_term(TX_VENDOR_NEWSML1_SCHEME, cut.head) != NULL)
			return true;
	}
	return false;
}

static void take_subject(struct tx_xml *xml, telex_slice code)
{
	struct tx_story *story = tx_xml_story(xml);
	telex_slice scheme = tx_xml_attribute(xml, "Vocabulary");

	tx_story_state(story, TX_FIELD_CATEGORY, 4, tx_xml_attribute(xml, "cat"));
	if (is_category_scheme(scheme))
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

static void take_property(struct tx_xml *xml, telex_slice value)
{
	telex_slice name = tx_xml_attribute(xml, "FormalName");

	if (tx_xml_is_inside(xml, "Location"))
		return;
	const struct tx_vendor_term *term = tx_vendor_term(TX_VENDOR_NEWSML1_PROPERTY, name);

	if (term != NULL && term->field == TX_FIELD_AUTHOR && tx_xml_is_initials(value))
		tx_story_state(tx_xml_story(xml), TX_FIELD_SIGNOFF, term->rank, value);
	else
		tx_xml_state_term(xml, TX_VENDOR_NEWSML1_PROPERTY, name, value);
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

static void take_line_text(struct tx_xml *xml, telex_slice text)
{
	const struct tx_entry *type = tx_xml_entry(xml);

	if (type == NULL || type->field == TX_FIELD__COUNT)
		return;
	tx_story_state(tx_xml_story(xml), type->field, 1, text);
}

/* Content elsewhere: a picture, a film; or content of the component that another form has given. */
static void begin_content(struct tx_xml *xml, telex_slice address)
{
	if (has_content(xml))
		tx_xml_skip(xml);
	else if (address.len > 0)
		tx_xml_set_entry(xml, tx_story_add(tx_xml_story(xml), TX_FIELD_MEDIA, address,
						   (telex_slice){NULL, 0}, (telex_slice){NULL, 0}));
}

static void take_media_type(struct tx_xml *xml, telex_slice type)
{
	struct tx_entry *entry = tx_xml_entry(xml);

	if (entry != NULL && entry->field == TX_FIELD_MEDIA)
		entry->term.scheme = tx_story_fold(tx_xml_story(xml), type);
}

static void finish(struct tx_xml *xml, struct tx_story *story)
{
	tx_xml_refuse_references(xml, story);
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
	{.element = "NewsComponent",
	 .attribute = "lang",
	 .begin = begin_component,
	 .leave = leave_component},
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
	{.element = "ContentItem", .attribute = "Href", .begin = begin_content},
	{.element = "ContentItem/MediaType", .attribute = "FormalName", .begin = take_media_type},
	{.element = "ContentItem/DataContent", .area = TX_XML_DATA},
	{.element = "DataContent/style", .area = TX_XML_SKIP},
	{.element = NULL},
};

const struct tx_xml_format tx_newsml1 = {"newsml1", {{rules, 0}, {tx_nitf_rules, 10}}, finish};

telex_status tx_newsml1_unwrap(struct tx_reader *reader, telex_slice frame, telex_error *reterr)
{
	return tx_xml_unwrap(reader, &tx_newsml1, frame, reterr);
}
