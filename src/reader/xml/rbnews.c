/* Ritzau's own XML (RBNews): HTML as escaped text, times in Copenhagen's zone without saying so,
 * subject codes without their leading zero. */
#include "core/ascii.h"
#include "reader/xml/formats.h"

#define SUBJECT_DIGITS 8

static void take_town(struct tx_xml *xml, telex_slice town)
{
	tx_story_state(tx_xml_story(xml), TX_FIELD_DATELINE_PLACE, 0, town);
}

static void take_headline(struct tx_xml *xml, telex_slice headline)
{
	tx_xml_state_html(xml, TX_FIELD_HEADLINE, headline);
}

static void take_note(struct tx_xml *xml, telex_slice note)
{
	tx_xml_state_html(xml, TX_FIELD_NOTE_ADVISORY, note);
}

static void take_canceled(struct tx_xml *xml, telex_slice flag)
{
	if (tx_slice_eq_nocase(tx_trim(flag), TX_LIT("true")))
		tx_story_state(tx_xml_story(xml), TX_FIELD_STATUS, 0, TX_LIT("canceled"));
}

static void take_corrected(struct tx_xml *xml, telex_slice flag)
{
	if (tx_slice_eq_nocase(tx_trim(flag), TX_LIT("true")))
		tx_story_state(tx_xml_story(xml), TX_FIELD_NOTE_CORRECTION, 0,
			       TX_LIT("Korrektion"));
}

/* "NU/FLASH-U": the words of the strap line. */
static void take_strapline(struct tx_xml *xml, telex_slice line)
{
	for (telex_slice rest = tx_trim(line); rest.len > 0;) {
		struct tx_cut cut = tx_cut(rest, '/');
		tx_story_state(tx_xml_story(xml), TX_FIELD_KEYWORD, 0, cut.head);
		rest = cut.tail;
	}
}

static void take_code(struct tx_xml *xml, telex_slice text)
{
	telex_slice code = tx_trim(text);
	char padded[SUBJECT_DIGITS];

	if (code.len != SUBJECT_DIGITS - 1) {
		tx_story_add(tx_xml_story(xml), TX_FIELD_SUBJECT, code, (telex_slice){NULL, 0},
			     TX_LIT("subj"));
		return;
	}
	padded[0] = '0';
	memcpy(padded + 1, code.ptr, SUBJECT_DIGITS - 1);
	tx_story_add(tx_xml_story(xml), TX_FIELD_SUBJECT, tx_slice(padded, SUBJECT_DIGITS),
		     (telex_slice){NULL, 0}, TX_LIT("subj"));
}

static const struct tx_xml_rule rules[] = {
	{.element = "RBNews", .area = TX_XML_ITEM},
	{.element = "RBNews/NewsID", .field = TX_FIELD_ID},
	{.element = "RBNews/version", .field = TX_FIELD_VERSION},
	{.element = "RBNews/PublishDate", .field = TX_FIELD_ISSUED},
	{.element = "RBNews/headline", .end = take_headline},
	{.element = "RBNews/subtitle", .end = tx_xml_take_abstract},
	{.element = "RBNews/town", .end = take_town},
	{.element = "RBNews/strapline", .end = take_strapline},
	{.element = "RBNews/origin", .field = TX_FIELD_CREDIT},
	{.element = "RBNews/origin", .field = TX_FIELD_AGENCY},
	{.element = "RBNews/section", .field = TX_FIELD_CATEGORY},
	{.element = "RBNews/Priority", .field = TX_FIELD_URGENCY},
	{.element = "RBNews/format", .field = TX_FIELD_GENRE},
	{.element = "RBNews/byLine", .field = TX_FIELD_BYLINE},
	{.element = "RBNews/byLineEmail", .field = TX_FIELD_NOTE_CONTACT},
	{.element = "RBNews/byLinePhone", .field = TX_FIELD_NOTE_CONTACT},
	{.element = "RBNews/TilRedaktionen", .end = take_note},
	{.element = "Companies/Company", .field = TX_FIELD_ORGANISATION},
	{.element = "IPTCList/string", .end = take_code},
	{.element = "IPTCList/int", .end = take_code},
	{.element = "RBNews/Annuleret", .end = take_canceled},
	{.element = "RBNews/Korrektion", .end = take_corrected},
	{.element = "RBNews/content", .area = TX_XML_DATA},
	{.element = NULL},
};

const struct tx_xml_format tx_rbnews = {"rbnews", {{rules, 0}}, NULL};

telex_status tx_rbnews_unwrap(struct tx_reader *reader, telex_slice frame, telex_error *reterr)
{
	return tx_xml_unwrap(reader, &tx_rbnews, frame, reterr);
}
