/* What envelopes state: the vocabulary that all formats are mapped to.  One name for each thing
 * that the record has a place for; docs/formats.md shows which part of which format means what. */
#ifndef TX_CORE_FIELD_H
#define TX_CORE_FIELD_H

enum tx_field {
	/* single values: the one of the lowest rank counts */
	TX_FIELD_ID,
	TX_FIELD_VERSION,
	TX_FIELD_STATUS,
	TX_FIELD_AGENCY,
	TX_FIELD_PUBLISHER, /* the site of a page, which is not its agency */
	TX_FIELD_PUBLISHER_URL,
	TX_FIELD_FETCHED,     /* when a crawl fetched it, ISO 8601 */
	TX_FIELD_AGENCY_NAME, /* beside a code that is not known */
	TX_FIELD_SERVICE,
	TX_FIELD_SEQUENCE,
	TX_FIELD_CATEGORY,
	TX_FIELD_CATEGORY_NAME,
	TX_FIELD_URGENCY,
	TX_FIELD_PRIORITY,
	TX_FIELD_GENRE,
	TX_FIELD_LANGUAGE,
	TX_FIELD_SLUG,
	TX_FIELD_HEADLINE,
	TX_FIELD_SUBHEADLINE,
	TX_FIELD_ABSTRACT,
	TX_FIELD_BYLINE,
	TX_FIELD_ROLE, /* of the byline's author */
	TX_FIELD_CREDIT,
	TX_FIELD_DATELINE,           /* the whole line */
	TX_FIELD_DATELINE_PLACE,     /* its place alone */
	TX_FIELD_DATELINE_QUALIFIER, /* the region or country of its place */
	TX_FIELD_DATELINE_DATE,      /* its date alone, as a stamp */
	TX_FIELD_CREATED,
	TX_FIELD_UPDATED,
	TX_FIELD_ISSUED,
	TX_FIELD_EMBARGO,
	TX_FIELD_EXPIRES,
	TX_FIELD_SIGNOFF,
	TX_FIELD_WORDS,
	TX_FIELD_COPYRIGHT,
	TX_FIELD_USAGE,
	TX_FIELD_CAPTION, /* of the picture that is read */
	TX_FIELD_TITLE,   /* of the author whose byline is read */
	TX_FIELD__SINGLE,
	/* lists */
	TX_FIELD_KEYWORD = TX_FIELD__SINGLE,
	TX_FIELD_SUBJECT,
	TX_FIELD_PLACE,
	TX_FIELD_PERSON,
	TX_FIELD_ORGANISATION,
	TX_FIELD_AUTHOR,      /* a name without "By" */
	TX_FIELD_MORE_BYLINE, /* a byline beside the first, `code` its role */
	TX_FIELD_MEDIA,
	TX_FIELD_NOTE_CORRECTION,
	TX_FIELD_NOTE_UPDATE,
	TX_FIELD_NOTE_KILL,
	TX_FIELD_NOTE_EMBARGO,
	TX_FIELD_NOTE_ADVISORY,
	TX_FIELD_NOTE_MEDIA,
	TX_FIELD_NOTE_CONTACT,
	TX_FIELD_NOTE_CREDIT,
	TX_FIELD__COUNT
};

/** The record's key that a field feeds: "headline", "subjects", "notes" …. */
const char *tx_field_key(enum tx_field field);

#endif
