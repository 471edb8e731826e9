/* Ritzau's own XML (RBNews): HTML as escaped text, times in Copenhagen's zone without saying so,
 * subject codes without their leading zero. */
#include "core/ascii.h"
#include "reader/xml/formats.h"

#define SUBJECT_DIGITS 8

static void take_town(struct tx_xml *xml, telex_slice town)
{
	tx_story_state(tx_xml_story(xml), TX_FIELD_DATELINE_PLACE, 0, town);
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

#define AT_END(path, take)                                                                         \
	{                                                                                          \
		path, NULL, NULL, TX_XML_END, 0, 0, take                                           \
	}

static const struct tx_xml_rule rules[] = {
	TX_XML_AREA("RBNews", TX_XML_ITEM),
	TX_XML_IS_TEXT("RBNews/NewsID", TX_FIELD_ID, 0),
	TX_XML_IS_TEXT("RBNews/version", TX_FIELD_VERSION, 0),
	TX_XML_IS_TEXT("RBNews/PublishDate", TX_FIELD_ISSUED, 0),
	TX_XML_IS_TEXT("RBNews/headline", TX_FIELD_HEADLINE, 0),
	AT_END("RBNews/subtitle", tx_xml_take_abstract),
	AT_END("RBNews/town", take_town),
	AT_END("RBNews/strapline", take_strapline),
	TX_XML_IS_TEXT("RBNews/origin", TX_FIELD_CREDIT, 0),
	TX_XML_IS_TEXT("RBNews/origin", TX_FIELD_AGENCY, 0),
	TX_XML_IS_TEXT("RBNews/section", TX_FIELD_CATEGORY, 0),
	TX_XML_IS_TEXT("RBNews/Priority", TX_FIELD_URGENCY, 0),
	TX_XML_IS_TEXT("RBNews/format", TX_FIELD_GENRE, 0),
	TX_XML_IS_TEXT("RBNews/byLine", TX_FIELD_BYLINE, 0),
	TX_XML_IS_TEXT("RBNews/byLineEmail", TX_FIELD_NOTE_CONTACT, 0),
	TX_XML_IS_TEXT("RBNews/byLinePhone", TX_FIELD_NOTE_CONTACT, 0),
	TX_XML_IS_TEXT("RBNews/TilRedaktionen", TX_FIELD_NOTE_ADVISORY, 0),
	TX_XML_IS_TEXT("Companies/Company", TX_FIELD_ORGANISATION, 0),
	AT_END("IPTCList/string", take_code),
	AT_END("IPTCList/int", take_code),
	AT_END("RBNews/Annuleret", take_canceled),
	AT_END("RBNews/Korrektion", take_corrected),
	TX_XML_AREA("RBNews/content", TX_XML_DATA),
	TX_XML_NO_MORE,
};

const struct tx_xml_format tx_rbnews = {"rbnews", {{rules, 0}}, NULL};

telex_status tx_rbnews_unwrap(struct tx_unwrapper *unwrapper, telex_slice frame,
			      telex_error *reterr)
{
	return tx_xml_unwrap(unwrapper, &tx_rbnews, frame, reterr);
}
