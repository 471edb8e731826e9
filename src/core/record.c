/* The record's small tables: kinds of notes, sources of years, codes of warnings. */
#include "core/record.h"

#include <inttypes.h>
#include <stdio.h>

static const struct {
	const char *name, *meaning;
} warnings[TX_WARN__COUNT] = {
#define WARNING(code, name, meaning) [TX_WARN_##code] = {name, meaning},
#include "core/warnings.def"
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
