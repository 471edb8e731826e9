/* Every agency has a fixture whose dispatch it claims, and it alone; no fixture is claimed by two
 * equally. */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>
#include <dirent.h>
#include <stdio.h>

#include "agency/profile.h"
#include "api/parser.h"

#define FIXTURE_MAX  65536
#define PROFILES_MAX 128

/* Houses that a fixture of the folder has shown. */
struct shown {
	bool alone[PROFILES_MAX];
};

static size_t index_of(const struct tx_profile *profile)
{
	size_t i = 0;

	while (tx_profiles[i] != profile)
		i++;
	return i;
}

static void look_at(const char *path, struct shown *shown)
{
	static char bytes[FIXTURE_MAX];
	const telex_record *record;
	telex_parser *parser;
	FILE *file = fopen(path, "rb");

	assert_non_null(file);
	size_t len = fread(bytes, 1, sizeof(bytes), file);
	fclose(file);
	assert_int_equal(telex_parser_new(NULL, &parser, NULL), TELEX_OK);
	assert_int_equal(telex_parser_feed(parser, tx_slice(bytes, len), TELEX_FEED_LAST, NULL),
			 TELEX_OK);
	assert_int_equal(telex_parser_next(parser, &record, NULL), TELEX_OK);
	assert_false(record->tokens->profile_tie);
	if (record->tokens->profile != NULL && record->tokens->claim_count == 1)
		shown->alone[index_of(record->tokens->profile)] = true;
	telex_parser_free(parser);
}

static void look_into(const char *folder, struct shown *shown)
{
	DIR *entries = opendir(folder);
	char path[4096];

	assert_non_null(entries);
	for (const struct dirent *entry; (entry = readdir(entries)) != NULL;) {
		size_t len = strlen(entry->d_name);
		if (len < 5 || strcmp(entry->d_name + len - 4, ".txt") != 0)
			continue;
		snprintf(path, sizeof(path), "%s/%s", folder, entry->d_name);
		look_at(path, shown);
	}
	closedir(entries);
}

static void every_house_has_a_dispatch_of_its_own(void **state)
{
	static struct shown shown;

	(void)state;
	assert_true(tx_profile_count() <= PROFILES_MAX);
	look_into(FIXTURES "/agency", &shown);
	look_into(FIXTURES "/efe", &shown);
	for (size_t i = 0; i < tx_profile_count(); i++) {
		if (!shown.alone[i])
			fail_msg("no fixture is claimed by %s alone", tx_profiles[i]->code);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(every_house_has_a_dispatch_of_its_own),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
