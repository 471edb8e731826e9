/* The hash of headline and body: what is hashed, what does not count, and that it stays the same
 * from version to version. */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>

#include <stdio.h>
#include <string.h>

#define XXH_INLINE_ALL
#include <xxhash.h>

#include "emitter/hash.h"

#define COUNT(array) (sizeof(array) / sizeof((array)[0]))

static const struct {
	const char *headline, *first, *second; /* paragraphs */
	const char *hashed;
} rows[] = {
	{NULL, NULL, NULL, "\n"},
	{"Un faro", NULL, NULL, "un faro\n"},
	{"  «UN FARO» se enciende...", "En Cedeira, ayer.", NULL,
	 "un faro se enciende\nen cedeira ayer\n"},
	{"``Un faro'' se enciende", "En Cedeira -- ayer", NULL,
	 "un faro se enciende\nen cedeira ayer\n"},
	{"A-1", "3.500 euros", "¡Ñandú!", "a 1\n3 500 euros\nñandú\n"},
	{"Αθήνα", "МОСКВА 7", NULL, "αθήνα\nмосква 7\n"},
	{"a\xcc\x81", "", NULL, NULL}, /* a combining accent: only that it is some hash */
};

static struct tx_record record_of(const char *headline, struct tx_text body[2], const char *first,
				  const char *second)
{
	struct tx_record record = {.headline = {.text = tx_slice_of(headline)}, .body = body};

	body[0].text = tx_slice_of(first);
	body[1].text = tx_slice_of(second);
	record.body_count = (size_t)(first != NULL) + (second != NULL);
	return record;
}

static void letters_and_digits_are_hashed(void **state)
{
	char got[TX_HASH_DIGITS + 1], want[TX_HASH_DIGITS + 1];

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		struct tx_text body[2] = {{.text = {0}}};
		struct tx_record record =
			record_of(rows[i].headline, body, rows[i].first, rows[i].second);
		tx_record_hash(&record, got);
		assert_int_equal(strspn(got, "0123456789abcdef"), TX_HASH_DIGITS);
		if (rows[i].hashed == NULL)
			continue;
		XXH128_hash_t hash = XXH3_128bits(rows[i].hashed, strlen(rows[i].hashed));
		snprintf(want, sizeof(want), "%016llx%016llx", (unsigned long long)hash.high64,
			 (unsigned long long)hash.low64);
		assert_string_equal(got, want);
	}
}

/* Longer than what is hashed at once. */
static void long_texts_are_hashed_whole(void **state)
{
	static char text[5000], other[5000];
	char one[TX_HASH_DIGITS + 1], two[TX_HASH_DIGITS + 1];

	(void)state;
	memset(text, 'a', sizeof(text) - 1);
	memcpy(other, text, sizeof(text));
	other[sizeof(other) - 2] = 'b';
	struct tx_text body[2] = {{.text = {0}}};
	struct tx_record record = record_of("x", body, text, NULL);
	tx_record_hash(&record, one);
	record = record_of("x", body, other, NULL);
	tx_record_hash(&record, two);
	assert_string_not_equal(one, two);
}

/* The specification's own value of XXH128 for no bytes would be another: a line feed ends even an
 * empty headline. */
static void the_hash_of_nothing_stays(void **state)
{
	struct tx_record record = {0};
	char got[TX_HASH_DIGITS + 1];

	(void)state;
	tx_record_hash(&record, got);
	assert_string_equal(got, "7858ef011ea0bad1384868fba0c21fdc");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(letters_and_digits_are_hashed),
		cmocka_unit_test(long_texts_are_hashed_whole),
		cmocka_unit_test(the_hash_of_nothing_stays),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
