/* The record's own small tables: kinds of notes, codes of warnings. */
#include "core/record.h"

struct warning_text {
	const char *name;
	const char *meaning;
};

static const struct warning_text warnings[TX_WARN__COUNT] = {
	[TX_WARN_CHARSET_MIXED] = {"charset-mixed", "bytes that decode to nothing became U+FFFD"},
	[TX_WARN_CONTROL_CHARACTERS] = {"control-characters",
					"control characters were left out of the text"},
	[TX_WARN_DATELINE_MISSING] = {"dateline-missing", "the dispatch has no dateline"},
	[TX_WARN_BODY_MISSING] = {"body-missing", "the dispatch has no body"},
	[TX_WARN_WEEKDAY_MISMATCH] =
		{"weekday-mismatch", "the text names another weekday than the dateline's date has"},
	[TX_WARN_DATE_INVALID] = {"date-invalid", "the dateline names a day that does not exist"},
	[TX_WARN_FRAME_OPEN] = {"frame-open",
				"an envelope has no end: the dispatch may be cut off"},
	[TX_WARN_FRAME_JUNK] = {"frame-junk", "text stands between two envelopes"},
	[TX_WARN_CHARSET_LABEL] = {"charset-label",
				   "the envelope names another charset than its bytes are in"},
	[TX_WARN_ENVELOPE_BROKEN] = {"envelope-broken",
				     "an envelope is not well-formed: what could be read is there"},
	[TX_WARN_ENVELOPE_DISAGREES] = {"envelope-disagrees",
					"envelope and text say different things"},
	[TX_WARN_ENTITY_UNKNOWN] = {"entity-unknown",
				    "an entity that is not expanded stands as written"},
	[TX_WARN_AGENCY_AMBIGUOUS] = {"agency-ambiguous",
				      "two agencies claim the dispatch equally"},
	[TX_WARN_VALUE_UNREADABLE] =
		{"value-unreadable", "the envelope states a time or a status that cannot be read"},
	[TX_WARN_EMBARGO_UNCLEAR] =
		{"embargo-unclear",
		 "an embargo note names no time, several, or another one than the envelope"},
};

const char *tx_note_kind_name(enum tx_note_kind kind)
{
	switch (kind) {
	case TX_NOTE_NONE:
		return NULL;
	case TX_NOTE_CORRECTION:
		return "correction";
	case TX_NOTE_UPDATE:
		return "update";
	case TX_NOTE_KILL:
		return "kill";
	case TX_NOTE_EMBARGO:
		return "embargo";
	case TX_NOTE_ADVISORY:
		return "advisory";
	case TX_NOTE_MEDIA:
		return "media";
	case TX_NOTE_CONTACT:
		return "contact";
	case TX_NOTE_CREDIT:
		return "credit";
	case TX_NOTE_REFERENCE:
		return "reference";
	}
	return NULL;
}

const char *tx_warning_name(enum tx_warning_code code)
{
	return code < TX_WARN__COUNT ? warnings[code].name : NULL;
}

const char *tx_warning_meaning(enum tx_warning_code code)
{
	return code < TX_WARN__COUNT ? warnings[code].meaning : NULL;
}

void tx_record_warn(struct tx_record *record, enum tx_warning_code code, uint64_t offset,
		    telex_slice message)
{
	if (record->warning_count < TX_WARNINGS_MAX)
		record->warnings[record->warning_count++] = (struct tx_warning){
			code, message, offset, record->source.composed ? record->source.line : 0};
}
