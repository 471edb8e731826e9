/* Subjects and categories: schemes, names, levels, topics at the top; vocabulary files. */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>

#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "normalizer/categories.h"
#include "normalizer/subject_table.h"
#include "normalizer/subjects.h"

#define COUNT(array) (sizeof(array) / sizeof((array)[0]))
#define LINE_LENGTH  256

struct row {
	const char *code, *name, *scheme;
	const char *want; /* "scheme|name|level|code of the topic" */
};

#define NAMELESS "iptc-subject-code|||15000000"

static const struct row rows[] = {
	{"02001000", NULL, NULL, "iptc-subject-code|crime|SubjectMatter|02000000"},
	{"02001000", NULL, "subj", "iptc-subject-code|crime|SubjectMatter|02000000"},
	{"02001000", NULL, "IPTC", "iptc-subject-code|crime|SubjectMatter|02000000"},
	{"02001000", NULL, "IptcSubjectCodes", "iptc-subject-code|crime|SubjectMatter|02000000"},
	{"02001000", NULL, "http://cv.iptc.org/newscodes/subjectcode/",
	 "iptc-subject-code|crime|SubjectMatter|02000000"},
	{"02001000", "Kriminalität", "subj",
	 "iptc-subject-code|Kriminalität|SubjectMatter|02000000"},
	{"01005001", NULL, NULL, "iptc-subject-code|film festival|SubjectDetail|01000000"},
	{"16000000", NULL, NULL, "iptc-subject-code|unrest, conflicts and war|Subject|16000000"},
	{"12004000", NULL, NULL, "iptc-subject-code|religion|SubjectMatter|12000000"},
	{"15999999", NULL, NULL, NAMELESS}, /* no such code: its number is all */
	{"16000000", NULL, "medtop", "medtop|conflict, war and peace||16000000"},
	{"16000000", "Krieg", "medtop", "medtop|Krieg||16000000"},
	{"20000344", NULL, "medtop", "medtop|||"},
	{"20000344", NULL, NULL, "medtop|||"},
	{"20000344", "economy", "IPTC", "medtop|economy||"},
	{"20000344", NULL, "subj", "subj|||"},
	{"18000000", NULL, NULL, "XYZ|||"},
	{"00000000", NULL, NULL, "XYZ|||"},
	{"2001000", NULL, NULL, "XYZ|||"},
	{"0200100A", NULL, NULL, "XYZ|||"},
	{"POL", NULL, NULL, "XYZ|||"},
	{NULL, "Politics", NULL, "XYZ|Politics||"},
	/* A vendor's codes are the vendor's, whatever they look like. */
	{"F02003000", "Crime", "ABC", "ABC|Crime||"},
	{"02001000", NULL, "sttsubj", "sttsubj|||"},
	{"GEN", NULL, "N2", "N2|||"},
};

static void check(const struct row *row, const struct tx_vocabulary *vocabulary)
{
	static struct tx_record record;
	struct tx_term term = {.code = tx_slice_of(row->code),
			       .name = tx_slice_of(row->name),
			       .scheme = tx_slice_of(row->scheme)};
	char got[LINE_LENGTH];

	record = (struct tx_record){
		.agency_code = TX_LIT("XYZ"), .subjects = &term, .subject_count = 1};
	tx_subjects_name(&record, vocabulary);
	telex_slice top = term.medtop == NULL ? (telex_slice){NULL, 0} : term.medtop->code;
	snprintf(got, sizeof(got), "%.*s|%.*s|%.*s|%.*s", (int)term.scheme.len, term.scheme.ptr,
		 (int)term.name.len, term.name.ptr, (int)term.level.len, term.level.ptr,
		 (int)top.len, top.ptr);
	if (strcmp(got, row->want) != 0)
		fail_msg("%s %s: '%s', want '%s'", row->code, row->scheme, got, row->want);
}

static void codes_are_named(void **state)
{
	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++)
		check(&rows[i], NULL);
}

/* Where no agency is known the scheme is the format's. */
static void every_subject_has_a_scheme(void **state)
{
	struct tx_term term = {.name = TX_LIT("Politics")};
	struct tx_record *record = calloc(1, sizeof(*record));

	(void)state;
	record->source.format = "rss";
	record->subjects = &term;
	record->subject_count = 1;
	tx_subjects_name(record, NULL);
	assert_true(tx_slice_is(term.scheme, "rss"));
	term.scheme = (telex_slice){NULL, 0};
	record->agency_name = TX_LIT("Daily Bugle");
	tx_subjects_name(record, NULL);
	assert_true(tx_slice_is(term.scheme, "Daily Bugle"));
	free(record);
}

static void tables_are_whole(void **state)
{
	(void)state;
	assert_int_equal(tx_subject_count, 1404);
	for (size_t i = 1; i < tx_subject_count; i++)
		assert_true(tx_subjects[i - 1].code < tx_subjects[i].code);
	for (size_t i = 0; i < TX_MEDTOPS; i++)
		assert_true(tx_medtops[i].code.len == 8 && tx_medtops[i].name.len > 4 &&
			    tx_medtops[i].name_es.len > 4);
	assert_true(tx_slice_is(tx_medtops[14].name_es, "Deporte"));
}

static const char vocabulary_text[] =
	"{\"conceptSet\": ["
	"{\"uri\": \"http://cv.iptc.org/newscodes/mediatopic/20000346\", \"qcode\": "
	"\"medtop:20000346\", \"prefLabel\": {\"es\": \"mercado\", \"en-GB\": \"market\"}, "
	"\"broader\": [\"http://cv.iptc.org/newscodes/mediatopic/20000344\"]},"
	"{\"qcode\": \"medtop:20000344\", \"prefLabel\": {\"en-GB\": \"economy\"}, "
	"\"broader\": [\"medtop:04000000\"]},"
	"{\"qcode\": \"medtop:04000000\", \"prefLabel\": {\"en-GB\": \"economy, business\"}},"
	"{\"qcode\": \"medtop:20000500\", \"prefLabel\": {\"es\": \"\\u00e1rbol\"}, "
	"\"broader\": [\"medtop:20000501\"]},"
	"{\"qcode\": \"medtop:20000501\", \"prefLabel\": {}, \"broader\": [\"medtop:20000500\"]},"
	"{\"qcode\": \"medtop:20000600\", \"prefLabel\": {\"en\": \"tennis\"}, "
	"\"broader\": [\"medtop:15000000\"]}," /* which is not in the file */
	"{\"qcode\": \"subj:15999999\", \"prefLabel\": {\"en-GB\": \"chess boxing\"}},"
	"{\"qcode\": 7}, \"nothing\", {}"
	"]}";

static const struct row vocabulary_rows[] = {
	{"20000346", NULL, "medtop", "medtop|market||04000000"},
	{"20000344", NULL, NULL, "medtop|economy||04000000"},
	{"20000344", "Wirtschaft", "medtop", "medtop|Wirtschaft||04000000"},
	{"04000000", NULL, "medtop", "medtop|economy, business and finance||04000000"},
	{"20000500", NULL, "medtop", "medtop|árbol||"}, /* round in a circle */
	{"20000501", NULL, "medtop", "medtop|||"},
	{"20000600", NULL, "medtop", "medtop|tennis||15000000"},
	{"20009999", NULL, "medtop", "medtop|||"},
	{"15999999", NULL, NULL, "iptc-subject-code|chess boxing||15000000"},
	{"02001000", NULL, NULL, "iptc-subject-code|crime|SubjectMatter|02000000"},
	{"GEN", NULL, "N2", "N2|||"},
};

/* A file with this text; the caller removes it. */
static void write_file(char *path, const char *text)
{
	int file = mkstemp(path);

	assert_true(file >= 0);
	assert_int_equal(write(file, text, strlen(text)), (int)strlen(text));
	close(file);
}

static void vocabularies_name_the_deeper_topics(void **state)
{
	char path[] = "/tmp/telex-subjects-XXXXXX";
	struct tx_vocabulary *vocabulary = NULL;

	(void)state;
	write_file(path, vocabulary_text);
	assert_int_equal(tx_vocabulary_read(path, &vocabulary, NULL), TELEX_OK);
	unlink(path);
	for (size_t i = 0; i < COUNT(vocabulary_rows); i++)
		check(&vocabulary_rows[i], vocabulary);
	tx_vocabulary_free(vocabulary);
	tx_vocabulary_free(NULL);
}

static void what_is_no_vocabulary_is_refused(void **state)
{
	static const char *const texts[] = {
		"", "{", "[]", "{}", "{\"conceptSet\": []}", "{\"conceptSet\": 3}"};
	struct tx_vocabulary *vocabulary = NULL;
	telex_error error = {.status = TELEX_OK};

	(void)state;
	for (size_t i = 0; i < COUNT(texts); i++) {
		char path[] = "/tmp/telex-subjects-XXXXXX";
		error = (telex_error){.status = TELEX_OK};
		write_file(path, texts[i]);
		assert_int_equal(tx_vocabulary_read(path, &vocabulary, &error), TELEX_ERR_SYNTAX);
		assert_int_equal(error.status, TELEX_ERR_SYNTAX);
		unlink(path);
	}
	error = (telex_error){.status = TELEX_OK};
	assert_int_equal(tx_vocabulary_read("/nowhere/subjects.json", &vocabulary, &error),
			 TELEX_ERR_IO);
	assert_null(vocabulary);
}

static const struct {
	const char *house, *format, *code, *name;
	const char *want;
} categories[] = {
	{"EFE", "nitf", "POL", NULL, "Política"},
	{"EFE", "text", "DEP", NULL, "Deportes"},
	{"EFE", "text", "POL", "Politics", "Politics"},
	{"EFE", "text", "XYZ", NULL, NULL},
	{"EFE", "text", "pol", NULL, NULL},
	{"DPA", "iptc7901", "wi", NULL, "Wirtschaft"},
	{"DPA", "iptc7901", "rs", NULL, NULL},
	{"AP", "anpa1312", "i", NULL, "international"},
	{NULL, "anpa1312", "I", NULL, "international"},
	{NULL, "anpa1312", "u", NULL, NULL},
	{NULL, "anpa1312", "ii", NULL, NULL},
	{NULL, "anpa1312", NULL, NULL, NULL},
	{"AP", "ninjs", "i", NULL, NULL},
	{"AAP", "anpa1312", "m", NULL, "Advisory"},
	{"AP", "anpa1312", "m", NULL, "farm"},
};

static void categories_are_named(void **state)
{
	static struct tx_record record;

	(void)state;
	for (size_t i = 0; i < COUNT(categories); i++) {
		const struct tx_profile *house = NULL;
		if (categories[i].house != NULL)
			house = tx_profile_find(tx_slice_of(categories[i].house));
		record = (struct tx_record){.category_code = tx_slice_of(categories[i].code),
					    .category_name = tx_slice_of(categories[i].name)};
		record.source.format = categories[i].format;
		tx_category_name(&record, house);
		if (!tx_slice_eq(record.category_name, tx_slice_of(categories[i].want)))
			fail_msg("%s %s: '%.*s'", categories[i].house, categories[i].code,
				 (int)record.category_name.len, record.category_name.ptr);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(codes_are_named),
		cmocka_unit_test(every_subject_has_a_scheme),
		cmocka_unit_test(tables_are_whole),
		cmocka_unit_test(vocabularies_name_the_deeper_topics),
		cmocka_unit_test(what_is_no_vocabulary_is_refused),
		cmocka_unit_test(categories_are_named),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
