/* Categories: the letters of ANPA 1312 (the standard's table as the wires use it); the codes of a
 * agency are in its profile. */
#include "normalizer/subjects/categories.h"

#include "core/ascii.h"

static const struct tx_category letters[] = {
	{"a", "domestic"},      {"b", "special, advance"},
	{"c", "feature"},       {"d", "digest"},
	{"e", "entertainment"}, {"f", "financial"},
	{"g", "state digests"}, {"h", "headlines"},
	{"i", "international"}, {"j", "state digests"},
	{"k", "commentary"},    {"l", "lifestyle"},
	{"m", "farm"},          {"n", "state, regional"},
	{"o", "weather"},       {"p", "politics"},
	{"q", "scores"},        {"r", "radio"},
	{"s", "sports"},        {"t", "travel, TV"},
	{"v", "advisory"},      {"w", "Washington"},
	{NULL, NULL},
};

static const char *find(const struct tx_category *categories, telex_slice code)
{
	for (const struct tx_category *c = categories; c != NULL && c->code != NULL; c++) {
		if (tx_slice_is(code, c->code))
			return c->name;
	}
	return NULL;
}

void tx_category_name(struct tx_record *record, const struct tx_profile *house)
{
	telex_slice code = record->category_code;
	const char *name = NULL;

	if (code.len == 0 || record->category_name.ptr != NULL)
		return;
	if (house != NULL)
		name = find(house->categories, code);
	if (name == NULL && code.len == 1 && record->source.format != NULL &&
	    strcmp(record->source.format, "anpa1312") == 0) {
		char letter = tx_lower(code.ptr[0]);
		name = find(letters, tx_slice(&letter, 1));
	}
	if (name != NULL)
		record->category_name = tx_slice_of(name);
}
