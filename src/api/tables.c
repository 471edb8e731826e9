/* telex.h: what the library knows of: agencies, formats, warnings, statuses, itself. */
#include "telex/telex.h"

#include "agency/profile.h"
#include "core/record.h"
#include "normalizer/places/places.h"
#include "normalizer/subjects/subjects.h"
#include "reader/reader.h"

/* The enumerations of the header are those of the tables. */
#define WARNING(code, name, meaning)                                                               \
	_Static_assert((int)TELEX_WARN_##code == (int)TX_WARN_##code, #code);
#include "core/warnings.def"
#define NOTE(kind, name)      _Static_assert((int)TELEX_NOTE_##kind == (int)TX_NOTE_##kind, #kind);
#define TEXT_NOTE(kind, name) NOTE(kind, name)
#include "core/note_kinds.def"
_Static_assert((int)TELEX_TIME_EXPIRES == (int)TX_TIME_EXPIRES, "times in one order");

#define TEXT(number)                 #number
#define VERSION(major, minor, patch) TEXT(major) "." TEXT(minor) "." TEXT(patch)

const char *telex_version(void)
{
	return VERSION(TELEX_VERSION_MAJOR, TELEX_VERSION_MINOR, TELEX_VERSION_PATCH);
}

const char *telex_credits(void)
{
	return TX_PLACES_CREDIT TX_SUBJECTS_CREDIT;
}

const char *telex_status_text(telex_status status)
{
	switch (status) {
	case TELEX_OK:
		return "done";
	case TELEX_END:
		return "no dispatch is left";
	case TELEX_ERR_MEMORY:
		return "out of memory";
	case TELEX_ERR_USAGE:
		return "wrong argument";
	case TELEX_ERR_CHARSET:
		return "wrong charset";
	case TELEX_ERR_EMPTY:
		return "no text";
	case TELEX_ERR_BINARY:
		return "not text";
	case TELEX_ERR_SYNTAX:
		return "broken envelope";
	case TELEX_ERR_TOO_BIG:
		return "too big";
	case TELEX_ERR_IO:
		return "reading or writing failed";
	}
	return "unknown status";
}

int telex_agency(size_t index, const char **ret_code, const char **ret_name)
{
	if (index >= tx_profile_count())
		return 0;
	*ret_code = tx_profiles[index]->code;
	*ret_name = tx_profiles[index]->name;
	return 1;
}

int telex_format(size_t index, const char **ret_name, const char **ret_description)
{
	const struct tx_format *format = tx_format_at(index);

	if (format == NULL)
		return 0;
	*ret_name = format->name;
	*ret_description = format->description;
	return 1;
}

int telex_warning_code(size_t index, const char **ret_code, const char **ret_meaning)
{
	if (index >= TX_WARN__COUNT)
		return 0;
	*ret_code = tx_warning_name((enum tx_warning_code)index);
	*ret_meaning = tx_warning_meaning((enum tx_warning_code)index);
	return 1;
}
