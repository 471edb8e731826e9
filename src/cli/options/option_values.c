/* Values of options: fixed lists, numbers, sizes. */
#include "cli/options/option_values.h"

#include <string.h>

#include "core/ascii.h"
#include "core/slice.h"
#include "core/scan.h"

#define SHARDS_MAX 100000

struct value {
	const char *name;
	const char *meaning;
};

static int value_at(const struct value *values, size_t count, size_t index, const char **ret_name,
		    const char **ret_meaning)
{
	if (index >= count)
		return 0;
	*ret_name = values[index].name;
	*ret_meaning = values[index].meaning;
	return 1;
}

#define VALUES(function, table)                                                                    \
	int function(size_t index, const char **ret_name, const char **ret_meaning)                \
	{                                                                                          \
		return value_at(table, TX_COUNT(table), index, ret_name, ret_meaning);             \
	}

/* Each in the order of its enumeration. */
static const struct value to[] = {{"record", "one JSON object a dispatch"},
				  {"tokens", "the pieces of the text"},
				  {"view", "the dispatch as a person reads it"},
				  {"ninjs", "IPTC's ninjs 3.1"},
				  {"ninjs2", "IPTC's ninjs 2.1"},
				  {"csv", "rows of columns (--fields)"},
				  {"tsv", "the same with tabs"},
				  {"text", "plain text, or the values of --fields"},
				  {"html", "the view as a page"}};
static const struct value when[] = {
	{"auto", "on a terminal"}, {"always", "in any case"}, {"never", "in no case"}};
static const struct value summary[] = {{"text", "for people"}, {"json", "one object on one line"}};
static const struct value error_format[] = {{"text", "path:line:column: message"},
					    {"json", "one object a line"},
					    {"github", "annotations of GitHub"}};
static const struct value shell[] = {
	{"bash", "GNU Bash"}, {"zsh", "the Z shell"}, {"fish", "the fish shell"}};

VALUES(values_of_to, to)
VALUES(values_of_when, when)
VALUES(values_of_summary, summary)
VALUES(values_of_error_format, error_format)
VALUES(values_of_shell, shell)

bool value_find(option_values *values, const char *value, bool nocase, size_t *ret_index)
{
	const char *name, *meaning;
	telex_slice wanted = tx_slice_of(value);

	for (size_t i = 0; values(i, &name, &meaning); i++) {
		telex_slice entry = tx_slice_of(name);
		if (nocase ? tx_slice_eq_nocase(wanted, entry) : tx_slice_eq(wanted, entry)) {
			*ret_index = i;
			return true;
		}
	}
	return false;
}

/* Read digits; where they end, or NULL without any or when the number is larger than 64 bits. */
static const char *read_digits(const char *text, uint64_t *ret_number)
{
	const char *p = text;
	uint64_t number = 0;

	for (; tx_is_digit(*p); p++) {
		uint64_t digit = (uint64_t)(*p - '0');
		if (number > (UINT64_MAX - digit) / 10)
			return NULL;
		number = number * 10 + digit;
	}
	*ret_number = number;
	return p == text ? NULL : p;
}

bool value_number(const char *value, uint64_t least, uint64_t most, uint64_t *ret_number)
{
	const char *end = read_digits(value, ret_number);

	return end != NULL && *end == '\0' && *ret_number >= least && *ret_number <= most;
}

bool value_size(const char *value, uint64_t most, uint64_t *ret_bytes)
{
	static const char units[] = "kMGT";
	const char *end = read_digits(value, ret_bytes);
	unsigned shift = 0;

	if (end != NULL && *end != '\0') {
		const char *unit = strchr(units, *end++);
		if (unit == NULL)
			return false;
		shift = 10 * (unsigned)(unit - units + 1);
	}
	if (end == NULL || *end != '\0' || *ret_bytes == 0 || *ret_bytes > most >> shift)
		return false;
	*ret_bytes <<= shift;
	return true;
}

bool value_shard(const char *value, unsigned *ret_index, unsigned *ret_count)
{
	uint64_t index, count;
	const char *slash = read_digits(value, &index);

	if (slash == NULL || *slash != '/' || !value_number(slash + 1, 1, SHARDS_MAX, &count) ||
	    index < 1 || index > count)
		return false;
	*ret_index = (unsigned)index;
	*ret_count = (unsigned)count;
	return true;
}
