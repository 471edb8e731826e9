/* RSS 2.0 and 1.0 (with content:encoded, Dublin Core and Media RSS, and WordPress' exports) and Atom (RFC 4287): items
 * with full content are stories, the summary is the abstract.  An item without content has its
 * summary as copy, so that nothing is lost. */
#include "core/ascii.h"
#include "reader/html.h"
#include "reader/html_text.h"
#include "reader/xml/formats.h"

static void take_media(struct tx_xml *xml, telex_slice address)
{
	tx_story_add(tx_xml_story(xml), TX_FIELD_MEDIA, address, (telex_slice){NULL, 0},
		     tx_xml_attribute(xml, "type"));
}

/* A picture or film of Media RSS: its type, or what it is in a word; what it shows and who made it
 * are in the elements inside. */
static void begin_media(struct tx_xml *xml, telex_slice address)
{
	telex_slice type = tx_xml_attribute(xml, "type");

	if (type.len == 0)
		type = tx_xml_attribute(xml, "medium");
	tx_xml_set_entry(xml, tx_story_add(tx_xml_story(xml), TX_FIELD_MEDIA, address,
					   (telex_slice){NULL, 0}, type));
}

/* The description rather than the title. */
static void take_media_text(struct tx_xml *xml, telex_slice text)
{
	struct tx_entry *entry = tx_xml_entry(xml);
	struct tx_story *story = tx_xml_story(xml);

	if (entry == NULL || text.len == 0 ||
	    (entry->term.name.ptr != NULL && tx_xml_rank(xml) > 0))
		return;
	entry->term.name = tx_story_fold(story, tx_html_text(story->arena, text));
}

static void take_media_credit(struct tx_xml *xml, telex_slice text)
{
	struct tx_entry *entry = tx_xml_entry(xml);

	if (entry != NULL && entry->credit.ptr == NULL)
		entry->credit = tx_story_fold(tx_xml_story(xml), text);
}

/* In CDATA, or escaped twice, a title is HTML. */
static void take_title(struct tx_xml *xml, telex_slice title)
{
	tx_html_title(tx_xml_story(xml), TX_FIELD_HEADLINE, tx_xml_rank(xml), title);
}

/* Each is an author. */
static void take_creator(struct tx_xml *xml, telex_slice name)
{
	struct tx_story *story = tx_xml_story(xml);
	telex_slice plain = tx_html_text(story->arena, name);

	story->failed |= name.len > 0 && plain.ptr == NULL;
	tx_story_state_part(story, TX_FIELD_BYLINE, tx_xml_rank(xml), plain);
}

/* RSS 2.0: the address of a mailbox, mostly with a name after it: "desk@example.org (Ana Roe)". */
static void take_author(struct tx_xml *xml, telex_slice author)
{
	struct tx_cut bracket = tx_cut(author, '(');
	bool has_address = tx_slice_find(bracket.head, TX_LIT("@")) < bracket.head.len;
	size_t open = tx_slice_find(author, TX_LIT("<"));

	if (author.len > 0 && bracket.found && has_address)
		take_creator(xml, tx_cut(bracket.tail, ')').head);
	else if (author.len > 0 && has_address && open < author.len)
		take_creator(xml, tx_slice_take(author, open));
	else if (author.len > 0 && has_address)
		tx_xml_leave_over(xml, "author", TX_LIT(""), author);
	else
		take_creator(xml, author);
}

/* The summary, which is the copy of an item that has no other. */
static void take_summary(struct tx_xml *xml, telex_slice summary)
{
	struct tx_story *story = tx_xml_story(xml);

	tx_xml_take_abstract(xml, summary);
	story->spare = tx_arena_copy(story->arena, summary);
	story->failed |= summary.len > 0 && story->spare.ptr == NULL;
}

static void take_status(struct tx_xml *xml, telex_slice status)
{
	static const char *const hidden[] = {"draft", "private", "pending", "trash", NULL};

	if (tx_slice_in(tx_trim(status), hidden))
		tx_story_state(tx_xml_story(xml), TX_FIELD_STATUS, 0, TX_LIT("withheld"));
}

static void take_type(struct tx_xml *xml, telex_slice type)
{
	static const char *const others[] = {"attachment", "nav_menu_item", "revision", NULL};

	tx_xml_story(xml)->passive = tx_slice_in(tx_trim(type), others);
}

/* The category's scheme is its domain. */
static void begin_category(struct tx_xml *xml, telex_slice domain)
{
	struct tx_entry *entry = tx_arena_calloc(tx_xml_story(xml)->arena, 1, sizeof(*entry));

	if (entry != NULL)
		entry->term.scheme = tx_story_fold(tx_xml_story(xml), domain);
	tx_xml_set_entry(xml, entry);
}

static void take_category(struct tx_xml *xml, telex_slice name)
{
	const struct tx_entry *entry = tx_xml_entry(xml);
	telex_slice scheme = entry == NULL ? (telex_slice){NULL, 0} : entry->term.scheme;

	if (tx_slice_is(scheme, "post_tag"))
		tx_story_state(tx_xml_story(xml), TX_FIELD_KEYWORD, 0, name);
	else
		tx_story_add(tx_xml_story(xml), TX_FIELD_SUBJECT, (telex_slice){NULL, 0}, name,
			     scheme);
}

static void take_subject(struct tx_xml *xml, telex_slice name)
{
	tx_story_add(tx_xml_story(xml), TX_FIELD_SUBJECT, (telex_slice){NULL, 0}, name,
		     (telex_slice){NULL, 0});
}

static void take_term(struct tx_xml *xml, telex_slice term)
{
	tx_story_add(tx_xml_story(xml), TX_FIELD_SUBJECT, term, tx_xml_attribute(xml, "label"),
		     tx_xml_attribute(xml, "scheme"));
}

/* An item without content has its summary as copy. */
static void finish(struct tx_xml *xml, struct tx_story *story)
{
	struct tx_markup *markup = tx_xml_markup(xml);
	bool plain;

	if (tx_xml_has_copy(xml) || story->spare.len == 0)
		return;
	story->failed |= !tx_html_copy(markup, story->spare, story, &plain);
	tx_markup_flush(markup);
	if (tx_xml_has_copy(xml))
		tx_story_forget(story, TX_FIELD_ABSTRACT);
}

static const struct tx_xml_rule rss_rules[] = {
	{.element = "channel/language", .field = TX_FIELD_LANGUAGE, .rank = 1},
	{.element = "channel/copyright", .field = TX_FIELD_COPYRIGHT, .rank = 1},
	{.element = "item", .area = TX_XML_ITEM},
	{.element = "item/title", .end = take_title, .own = true},
	{.element = "item/guid", .field = TX_FIELD_ID},
	{.element = "item/link", .field = TX_FIELD_ID, .rank = 1},
	{.element = "item/pubDate", .field = TX_FIELD_ISSUED},
	{.element = "item/date", .field = TX_FIELD_ISSUED, .rank = 1},
	{.element = "item/post_date_gmt", .field = TX_FIELD_UPDATED},
	{.element = "item/creator", .end = take_creator},
	{.element = "item/author", .end = take_author, .rank = 1},
	{.element = "item/source", .field = TX_FIELD_AGENCY, .rank = 4},
	{.element = "item/language", .field = TX_FIELD_LANGUAGE},
	{.element = "item/rights", .field = TX_FIELD_COPYRIGHT},
	{.element = "item/status", .end = take_status},
	{.element = "item/post_type", .end = take_type},
	{.element = "item/category", .attribute = "domain", .begin = begin_category},
	{.element = "item/category", .end = take_category},
	{.element = "item/description", .end = take_summary, .own = true},
	{.element = "item/encoded", .area = TX_XML_DATA},
	{.element = "item/enclosure", .attribute = "url", .begin = take_media},
	{.element = "item/content", .attribute = "url", .begin = begin_media},
	{.element = "item/group/content", .attribute = "url", .begin = begin_media},
	{.element = "content/description", .end = take_media_text},
	{.element = "content/title", .end = take_media_text, .rank = 1},
	{.element = "content/credit", .end = take_media_credit},
	/* RSS 1.0: its elements are not of the root's namespace. */
	{.element = "RDF/item", .attribute = "about", .field = TX_FIELD_ID, .rank = 2},
	{.element = "RDF/item/title", .end = take_title, .rank = 1},
	{.element = "RDF/item/description", .end = take_summary, .rank = 1},
	{.element = "RDF/channel/language", .field = TX_FIELD_LANGUAGE, .rank = 2},
	{.element = "item/subject", .end = take_subject},
	{.element = NULL},
};

static const struct tx_xml_rule atom_rules[] = {
	{.element = "feed", .attribute = "lang", .field = TX_FIELD_LANGUAGE, .rank = 1},
	{.element = "entry", .area = TX_XML_ITEM},
	{.element = "entry", .attribute = "lang", .field = TX_FIELD_LANGUAGE},
	{.element = "entry/title", .when = "type=html", .end = take_title, .own = true},
	{.element = "entry/title", .field = TX_FIELD_HEADLINE, .rank = 1, .own = true},
	{.element = "entry/id", .field = TX_FIELD_ID},
	{.element = "entry/published", .field = TX_FIELD_ISSUED},
	{.element = "entry/updated", .field = TX_FIELD_UPDATED},
	{.element = "entry/author/name", .end = take_creator},
	{.element = "feed/author/name", .end = take_creator, .rank = 1},
	{.element = "entry/rights", .field = TX_FIELD_COPYRIGHT},
	{.element = "entry/category", .attribute = "term", .begin = take_term},
	{.element = "entry/summary", .end = take_summary},
	{.element = "entry/content", .area = TX_XML_DATA},
	{.element = "entry/link",
	 .attribute = "href",
	 .when = "rel=enclosure",
	 .begin = take_media},
	{.element = NULL},
};

const struct tx_xml_format tx_rss = {"rss", {{rss_rules, 0}}, finish};
const struct tx_xml_format tx_atom = {"atom", {{atom_rules, 0}}, finish};

telex_status tx_rss_unwrap(struct tx_reader *reader, telex_slice frame, telex_error *reterr)
{
	return tx_xml_unwrap(reader, &tx_rss, frame, reterr);
}

telex_status tx_atom_unwrap(struct tx_reader *reader, telex_slice frame, telex_error *reterr)
{
	return tx_xml_unwrap(reader, &tx_atom, frame, reterr);
}
