/* RSS 2.0 (with content:encoded and Dublin Core, and WordPress' exports) and Atom (RFC 4287): items
 * with full content are stories, the summary is the abstract.  An item without content has its
 * summary as copy, so that nothing is lost. */
#include "core/ascii.h"
#include "reader/xml/formats.h"

static void take_media(struct tx_xml *xml, telex_slice address)
{
	tx_story_add(tx_xml_story(xml), TX_FIELD_MEDIA, address, (telex_slice){NULL, 0},
		     tx_xml_attribute(xml, "type"));
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

static void take_term(struct tx_xml *xml, telex_slice term)
{
	tx_story_add(tx_xml_story(xml), TX_FIELD_SUBJECT, term, tx_xml_attribute(xml, "label"),
		     tx_xml_attribute(xml, "scheme"));
}

/* What a blog adds below every story. */
static void finish(struct tx_xml *xml, struct tx_story *story)
{
	telex_slice summary = tx_story_fact(story, TX_FIELD_ABSTRACT);

	if (tx_xml_has_copy(xml) || summary.len == 0)
		return;
	tx_markup_text(tx_xml_markup(xml), summary);
	tx_markup_flush(tx_xml_markup(xml));
	tx_story_forget(story, TX_FIELD_ABSTRACT);
}

#define CALL(path, attribute, take)                                                                \
	{                                                                                          \
		path, attribute, NULL, TX_XML_START, 0, 0, take                                    \
	}
#define AT_END(path, take)                                                                         \
	{                                                                                          \
		path, NULL, NULL, TX_XML_END, 0, 0, take                                           \
	}

static const struct tx_xml_rule rss_rules[] = {
	TX_XML_IS_TEXT("channel/language", TX_FIELD_LANGUAGE, 1),
	TX_XML_IS_TEXT("channel/copyright", TX_FIELD_COPYRIGHT, 1),
	TX_XML_AREA("item", TX_XML_ITEM),
	TX_XML_IS_TEXT("item/title", TX_FIELD_HEADLINE, 0),
	TX_XML_IS_TEXT("item/guid", TX_FIELD_ID, 0),
	TX_XML_IS_TEXT("item/link", TX_FIELD_ID, 1),
	TX_XML_IS_TEXT("item/pubDate", TX_FIELD_ISSUED, 0),
	TX_XML_IS_TEXT("item/date", TX_FIELD_ISSUED, 1),
	TX_XML_IS_TEXT("item/post_date_gmt", TX_FIELD_UPDATED, 0),
	TX_XML_IS_TEXT("item/creator", TX_FIELD_BYLINE, 0),
	TX_XML_IS_TEXT("item/author", TX_FIELD_BYLINE, 1),
	TX_XML_IS_TEXT("item/source", TX_FIELD_AGENCY, 4),
	TX_XML_IS_TEXT("item/language", TX_FIELD_LANGUAGE, 0),
	TX_XML_IS_TEXT("item/rights", TX_FIELD_COPYRIGHT, 0),
	AT_END("item/status", take_status),
	AT_END("item/post_type", take_type),
	CALL("item/category", "domain", begin_category),
	AT_END("item/category", take_category),
	AT_END("item/description", tx_xml_take_abstract),
	TX_XML_AREA("item/encoded", TX_XML_DATA),
	CALL("item/enclosure", "url", take_media),
	CALL("item/content", "url", take_media),
	TX_XML_NO_MORE,
};

static const struct tx_xml_rule atom_rules[] = {
	TX_XML_IS_ATTR("feed", "lang", TX_FIELD_LANGUAGE, 1),
	TX_XML_AREA("entry", TX_XML_ITEM),
	TX_XML_IS_ATTR("entry", "lang", TX_FIELD_LANGUAGE, 0),
	TX_XML_IS_TEXT("entry/title", TX_FIELD_HEADLINE, 0),
	TX_XML_IS_TEXT("entry/id", TX_FIELD_ID, 0),
	TX_XML_IS_TEXT("entry/published", TX_FIELD_ISSUED, 0),
	TX_XML_IS_TEXT("entry/updated", TX_FIELD_UPDATED, 0),
	TX_XML_IS_TEXT("author/name", TX_FIELD_BYLINE, 0),
	TX_XML_IS_TEXT("entry/rights", TX_FIELD_COPYRIGHT, 0),
	CALL("entry/category", "term", take_term),
	AT_END("entry/summary", tx_xml_take_abstract),
	TX_XML_AREA("entry/content", TX_XML_DATA),
	{"entry/link", "href", "rel=enclosure", TX_XML_START, 0, 0, take_media},
	TX_XML_NO_MORE,
};

const struct tx_xml_format tx_rss = {"rss", {{rss_rules, 0}}, finish};
const struct tx_xml_format tx_atom = {"atom", {{atom_rules, 0}}, finish};

telex_status tx_rss_unwrap(struct tx_unwrapper *unwrapper, telex_slice frame, telex_error *reterr)
{
	return tx_xml_unwrap(unwrapper, &tx_rss, frame, reterr);
}

telex_status tx_atom_unwrap(struct tx_unwrapper *unwrapper, telex_slice frame, telex_error *reterr)
{
	return tx_xml_unwrap(unwrapper, &tx_atom, frame, reterr);
}
