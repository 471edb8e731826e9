/* The vendors' words, after the samples of the agencies that use them: EFE, ANSA, NTB, Ritzau, AP,
 * dpa, AFP, Belga, ATS, TT, and the systems that write for several of them. */
#include "agency/vendor_terms.h"

#include "core/scan.h"
#include "core/ascii.h"

static const struct tx_vendor_term terms[] = {
	{TX_VENDOR_NITF_META, "anpa-category", TX_FIELD_CATEGORY, 0},
	{TX_VENDOR_NITF_META, "anpa-keyword", TX_FIELD_SLUG, 0},
	{TX_VENDOR_NITF_META, "anpa-sequence", TX_FIELD_SEQUENCE, 0},
	{TX_VENDOR_NITF_META, "anpa-service", TX_FIELD_SERVICE, 0},
	{TX_VENDOR_NITF_META, "anpa-wordcount", TX_FIELD_WORDS, 0},
	{TX_VENDOR_NITF_META, "categoria", TX_FIELD_CATEGORY, 0},
	{TX_VENDOR_NITF_META, "category", TX_FIELD_CATEGORY, 0},
	{TX_VENDOR_NITF_META, "category_iptc", TX_FIELD_SUBJECT, 0},
	{TX_VENDOR_NITF_META, "correction_text", TX_FIELD_NOTE_CORRECTION, 0},
	{TX_VENDOR_NITF_META, "dsk", TX_FIELD_SERVICE, 1},
	{TX_VENDOR_NITF_META, "NTBPrioritet", TX_FIELD_PRIORITY, 0},
	{TX_VENDOR_NITF_META, "NTBStikkord", TX_FIELD_SLUG, 0},
	{TX_VENDOR_NITF_META, "NTBTjeneste", TX_FIELD_SERVICE, 0},
	{TX_VENDOR_NITF_META, "prioridad", TX_FIELD_PRIORITY, 0},
	{TX_VENDOR_NITF_META, "priority", TX_FIELD_PRIORITY, 0},
	{TX_VENDOR_NITF_META, "service", TX_FIELD_SERVICE, 0},
	{TX_VENDOR_NITF_META, "slug", TX_FIELD_SLUG, 0},

	{TX_VENDOR_NITF_CLASSIFIER, "apcategorycode", TX_FIELD_CATEGORY, 0},
	{TX_VENDOR_NITF_CLASSIFIER, "iptcsubjectcode", TX_FIELD_SUBJECT, 0},

	{TX_VENDOR_NEWSML1_PROPERTY, "author", TX_FIELD_AUTHOR, 0},
	{TX_VENDOR_NEWSML1_PROPERTY, "City", TX_FIELD_DATELINE_PLACE, 6},
	{TX_VENDOR_NEWSML1_PROPERTY, "EditorialInfo", TX_FIELD_NOTE_ADVISORY, 0},
	{TX_VENDOR_NEWSML1_PROPERTY, "EfePais", TX_FIELD_PLACE, 0},
	{TX_VENDOR_NEWSML1_PROPERTY, "ForeignId", TX_FIELD_SEQUENCE, 1},
	{TX_VENDOR_NEWSML1_PROPERTY, "Keyword", TX_FIELD_KEYWORD, 0},
	{TX_VENDOR_NEWSML1_PROPERTY, "Priority", TX_FIELD_PRIORITY, 1},
	{TX_VENDOR_NEWSML1_PROPERTY, "Tesauro", TX_FIELD_KEYWORD, 0},
	{TX_VENDOR_NEWSML1_PROPERTY, "WordCount", TX_FIELD_WORDS, 0},
	{TX_VENDOR_NEWSML1_PROPERTY, "Words", TX_FIELD_WORDS, 0},

	{TX_VENDOR_NEWSML1_SCHEME, "ANPCatCodes", TX_FIELD_CATEGORY, 3},

	/* The notepad is the other notes once more, laid out for reading. */
	{TX_VENDOR_G2_NOTE, "closingline", TX_FIELD_SIGNOFF, 0},
	{TX_VENDOR_G2_NOTE, "contacts", TX_FIELD_NOTE_CONTACT, 0},
	{TX_VENDOR_G2_NOTE, "correction", TX_FIELD_NOTE_CORRECTION, 0},
	{TX_VENDOR_G2_NOTE, "correctionshort", TX_FIELD_NOTE_CORRECTION, 0},
	{TX_VENDOR_G2_NOTE, "dpacontacts", TX_FIELD_NOTE_CONTACT, 0},
	{TX_VENDOR_G2_NOTE, "embargo", TX_FIELD_NOTE_EMBARGO, 0},
	{TX_VENDOR_G2_NOTE, "notepad", TX_FIELD__COUNT, 0},
	{TX_VENDOR_G2_NOTE, "picture", TX_FIELD_NOTE_MEDIA, 0},

	{TX_VENDOR_G2_SCHEME, "a1312cat", TX_FIELD_CATEGORY, 0},
	{TX_VENDOR_G2_SCHEME, "anpacat", TX_FIELD_CATEGORY, 0},
	{TX_VENDOR_G2_SCHEME, "apcategorycode", TX_FIELD_CATEGORY, 0},
	{TX_VENDOR_G2_SCHEME, "dpacat", TX_FIELD_CATEGORY, 0},

	{TX_VENDOR_JSON_CATEGORY, "dnltype:desk", TX_FIELD_CATEGORY, 5},
	{TX_VENDOR_JSON_CATEGORY, "dnltype:dpasubject", TX_FIELD_SUBJECT, 5},
	{TX_VENDOR_JSON_CATEGORY, "dnltype:genre", TX_FIELD_GENRE, 5},
	{TX_VENDOR_JSON_CATEGORY, "dnltype:geosubject", TX_FIELD_PLACE, 5},
	{TX_VENDOR_JSON_CATEGORY, "dnltype:keyword", TX_FIELD_KEYWORD, 5},
	{TX_VENDOR_JSON_CATEGORY, "dnltype:provider", TX_FIELD_AGENCY, 5},
	{TX_VENDOR_JSON_CATEGORY, "dnltype:wire", TX_FIELD_SERVICE, 5},
};

const struct tx_vendor_term *tx_vendor_term(enum tx_vendor_place place, telex_slice name)
{
	for (size_t i = 0; i < TX_COUNT(terms); i++) {
		if (terms[i].place == place && tx_slice_eq_nocase(name, tx_slice_of(terms[i].name)))
			return &terms[i];
	}
	return NULL;
}
