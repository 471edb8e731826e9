/* The record's small tables: kinds of notes, sources of years, codes of warnings. */
#include "core/record.h"

#include <inttypes.h>
#include <stdio.h>

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
	[TX_WARN_VALUE_UNREADABLE] = {"value-unreadable",
				      "the envelope states a time or a status that cannot be read"},
	[TX_WARN_LINES_JOINED] = {"lines-joined",
				  "a large dispatch has so many short lines that they were joined"},
	[TX_WARN_EMBARGO_UNCLEAR] =
		{"embargo-unclear",
		 "an embargo note names no time, several, or another one than the envelope"},
	[TX_WARN_SECOND_DATELINE] =
		{"second-dateline",
		 "the dispatch holds another dateline, and nothing that ends it above that"},
	[TX_WARN_PAGE_PARTIAL] =
		{"page-partial", "the page shows a part of its story, or says that it is not free"},
	[TX_WARN_MORE] = {"warnings-more", "there are more warnings than the record holds"},
};

const char *tx_note_kind_name(enum tx_note_kind kind)
{
	static const char *const names[TX_NOTE__COUNT] = {
		[TX_NOTE_NONE] = NULL,
#define NOTE(kind, name)      [TX_NOTE_##kind] = #name,
#define TEXT_NOTE(kind, name) [TX_NOTE_##kind] = #name,
#include "core/note_kinds.def"
	};

	return names[kind];
}

const char *tx_year_from_name(enum tx_year_from from)
{
	static const char *const names[TX_YEAR__COUNT] = {
		[TX_YEAR_UNKNOWN] = NULL,        [TX_YEAR_STATED] = "stated",
		[TX_YEAR_ENVELOPE] = "envelope", [TX_YEAR_STAMP] = "stamp",
		[TX_YEAR_PATH] = "path",         [TX_YEAR_REFERENCE] = "reference",
	};

	return names[from];
}

const char *tx_warning_name(enum tx_warning_code code)
{
	return code < TX_WARN__COUNT ? warnings[code].name : NULL;
}

const char *tx_warning_meaning(enum tx_warning_code code)
{
	return code < TX_WARN__COUNT ? warnings[code].meaning : NULL;
}

bool tx_warning_is_kept(struct tx_warning_limit *limit, enum tx_warning_code code)
{
	uint32_t bit = UINT32_C(1) << code;

	if (limit->kept >= TX_WARNINGS_MAX && (limit->codes & bit) != 0) {
		limit->left_out++;
		return false;
	}
	limit->codes |= bit;
	limit->kept++;
	return true;
}

static void add(struct tx_record *record, const struct tx_warning *warning)
{
	if (tx_warning_is_kept(&record->warning_limit, warning->code))
		record->warnings[record->warning_count++] = *warning;
}

void tx_record_warn(struct tx_record *record, enum tx_warning_code code, uint64_t offset,
		    telex_slice message)
{
	const struct tx_source *source = &record->source;
	const struct tx_warning warning = {code, message, offset,
					   source->composed ? source->line : 0};

	add(record, &warning);
}

void tx_record_warn_at(struct tx_record *record, enum tx_warning_code code, uint64_t line,
		       telex_slice message)
{
	const struct tx_warning warning = {code, message, 0, line};

	add(record, &warning);
}

void tx_record_end_warnings(struct tx_record *record)
{
	uint64_t more = record->warning_limit.left_out;

	if (more == 0)
		return;
	snprintf(record->more_message, sizeof(record->more_message),
		 "%" PRIu64 " more warning%s left out", more, more == 1 ? " is" : "s are");
	tx_record_warn(record, TX_WARN_MORE, 0, tx_slice_of(record->more_message));
}
