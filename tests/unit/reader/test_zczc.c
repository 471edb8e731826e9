/* Field tags under ZCZC: what they mean in each feed, and what is left in the text. */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>

#include "reader/control/control.h"
#include "reader/reader.h"

#define WANTS_MAX 10

struct want {
	enum tx_field field;
	const char *value; /* entries of lists joined by '|'; "" = not stated */
};

struct row {
	const char *name;
	const char *frame;
	struct want wants[WANTS_MAX];
	size_t count;
	const char *copy;
	const char *leftovers; /* their signs */
	enum tx_copy_kind kind;
};

static const struct row rows[] = {
	{"news",
	 "ZCZC AAP123\r\n$A\r\n:Wombat\r\n=(DUBBO)\r\n^Wombat closes "
	 "bakery\r\n*X\r\n&a\r\n+08003000\r\n+04000000\r\n"
	 "@NSW\r\n~News\r\n   DUBBO, Sept 1 AAP - Asleep.\r\nNNNN\r\n",
	 {{TX_FIELD_CATEGORY, "A"},
	  {TX_FIELD_SLUG, "Wombat"},
	  {TX_FIELD_NOTE_ADVISORY, "(DUBBO)"},
	  {TX_FIELD_HEADLINE, "Wombat closes bakery"},
	  {TX_FIELD_SERVICE, "a"},
	  {TX_FIELD_SUBJECT, "08003000|04000000"},
	  {TX_FIELD_PLACE, "NSW"},
	  {TX_FIELD_GENRE, "News"},
	  {TX_FIELD_SEQUENCE, "AAP123"},
	  {TX_FIELD_ID, "zczc:AAP123"}},
	 10,
	 "   DUBBO, Sept 1 AAP - Asleep.\r\n",
	 "*",
	 TX_COPY_PLAIN},
	{"scripts",
	 "ZCZC\n%A\n#Ferry_BC1\n$Ferry runs\n:(SORRENTO)\n*04015000\n&AAPIS\\Fincher\n@VIC\n\nThe "
	 "ferry runs.\nNNNN\n",
	 {{TX_FIELD_CATEGORY, "A"},
	  {TX_FIELD_SLUG, "Ferry_BC1"},
	  {TX_FIELD_HEADLINE, "Ferry runs"},
	  {TX_FIELD_CREDIT, ""},
	  {TX_FIELD_NOTE_ADVISORY, "(SORRENTO)"},
	  {TX_FIELD_SUBJECT, "04015000"},
	  {TX_FIELD_PLACE, "VIC"},
	  {TX_FIELD_ID, ""}},
	 8,
	 "The ferry runs.\n",
	 "&",
	 TX_COPY_PLAIN},
	{"routed",
	 "ZCZC\n%MNETALL MFI MGD\n$F\n:\n:first\n:(PERTH)\n:\n*X\n&a\n+04000000\nShares rise\n   "
	 "PERTH - Up.\n NNNN\n",
	 {{TX_FIELD_SERVICE, "MNETALL MFI MGD"},
	  {TX_FIELD_CATEGORY, "F"},
	  {TX_FIELD_NOTE_ADVISORY, "(PERTH)"},
	  {TX_FIELD_PRIORITY, ""}},
	 4,
	 "Shares rise\n   PERTH - Up.\n",
	 "*&",
	 TX_COPY_WHOLE},
	{"pages",
	 "zczc\n$T\n:11/2/2017\n#TV Guide\n*X\n@take\nSeven\n  6.00 News\nNNNN",
	 {{TX_FIELD_HEADLINE, "11/2/2017"},
	  {TX_FIELD_SLUG, "TV Guide"},
	  {TX_FIELD_CATEGORY, "T"},
	  {TX_FIELD_NOTE_ADVISORY, "take"}},
	 4,
	 "Seven\n  6.00 News\n",
	 "*",
	 TX_COPY_PLAIN},
	{"CR line ends, no NNNN",
	 "ZCZC RAC001\r$R\r:Racing\r^Caulfield results\rRace 1: Bay\rRace 2: Fox",
	 {{TX_FIELD_HEADLINE, "Caulfield results"}},
	 1,
	 "Race 1: Bay\rRace 2: Fox",
	 "",
	 TX_COPY_PLAIN},
	{"NNNN inside",
	 "ZCZC\n$R\n^Four Ns\nThe NNNN of\nfour.\nNNNN\n\n",
	 {{TX_FIELD_HEADLINE, "Four Ns"}},
	 1,
	 "The NNNN of\nfour.\n",
	 "",
	 TX_COPY_PLAIN},
	{"no tags",
	 "ZCZC EFS0412\nUN HORNO\n\nLeon, 3 oct (EFE).- Pan.\nNNNN\n",
	 {{TX_FIELD_HEADLINE, ""}, {TX_FIELD_SEQUENCE, ""}},
	 2,
	 "UN HORNO\n\nLeon, 3 oct (EFE).- Pan.\n",
	 "",
	 TX_COPY_WHOLE},
	{"nothing but tags",
	 "ZCZC\n$A\n^Head\nNNNN\n",
	 {{TX_FIELD_HEADLINE, "Head"}},
	 1,
	 "",
	 "",
	 TX_COPY_PLAIN},
	{"cut off", "ZCZC\n$A\n^Hea", {{TX_FIELD_HEADLINE, "Hea"}}, 1, "", "", TX_COPY_PLAIN},
	{"the start alone", "ZCZC", {{TX_FIELD_SEQUENCE, ""}}, 1, "", "", TX_COPY_WHOLE},
};

static void append(char *out, telex_slice value)
{
	size_t len = strlen(out);

	assert_true(len + value.len + 2 < 256);
	if (len > 0)
		out[len++] = '|';
	memcpy(out + len, value.ptr, value.len);
	out[len + value.len] = '\0';
}

static void stated(const struct tx_story *story, enum tx_field field, char out[256])
{
	out[0] = '\0';
	if (field < TX_FIELD__SINGLE) {
		if (tx_story_fact(story, field).len > 0)
			append(out, tx_story_fact(story, field));
		return;
	}
	for (const struct tx_entry *e = story->entries; e != NULL; e = e->next) {
		if (e->field == field)
			append(out, e->term.name.len > 0 ? e->term.name : e->term.code);
	}
}

static void check_leftovers(const struct row *row, const struct tx_story *story)
{
	char signs[8] = "";
	size_t count = 0;

	for (const struct tx_leftover *l = story->leftovers; l != NULL; l = l->next)
		signs[count++] = l->name.ptr[0];
	if (strcmp(signs, row->leftovers) != 0)
		fail_msg("%s: left over are \"%s\", not \"%s\"", row->name, signs, row->leftovers);
}

static void check_row(const struct row *row)
{
	struct tx_reader reader = {.leftovers = true};
	size_t len = strlen(row->frame);
	char *frame = test_malloc(len), got[256];

	memcpy(frame, row->frame, len);
	assert_int_equal(tx_control_unwrap_all(&reader, tx_slice(frame, len), NULL), TELEX_OK);
	assert_int_equal(reader.stories.count, 1);
	const struct tx_story *story = reader.stories.first;
	for (size_t i = 0; i < row->count; i++) {
		stated(story, row->wants[i].field, got);
		if (strcmp(got, row->wants[i].value) != 0)
			fail_msg("%s: %s is \"%s\", not \"%s\"", row->name,
				 tx_field_key(row->wants[i].field), got, row->wants[i].value);
	}
	telex_slice copy =
		tx_slice(story->text.ptr + story->copy_start, story->copy_end - story->copy_start);
	if (!tx_slice_is(copy, row->copy))
		fail_msg("%s: the copy is \"%.*s\", not \"%s\"", row->name, (int)copy.len, copy.ptr,
			 row->copy);
	assert_int_equal(story->kind, row->kind);
	check_leftovers(row, story);
	test_free(frame);
	tx_reader_done(&reader);
}

static void test_rows(void **unused)
{
	(void)unused;
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++)
		check_row(&rows[i]);
}

static void test_has_tags(void **unused)
{
	static const struct {
		const char *frame;
		bool want;
	} frames[] = {
		{"ZCZC\n$A\n:Slug\n^Head\nText\nNNNN\n", true},
		{"\x7f\r\nZCZC FMG\n\n$A\n\n:Slug\nText\nNNNN\n", true},
		{"ZCZC\r$A\r:Slug\rText\rNNNN\r", true},
		{"ZCZC\n$A\nText\nNNNN\n", false},
		{"ZCZC\n* milk\n* bread\nText\nNNNN\n", false},
		{"ZCZC\nSLUG\n$A\n:Slug\nNNNN\n", false},
		{"ZCZC\nU I\nSLUG\nNNNN\n", false},
		{"ZCZC", false},
	};

	(void)unused;
	for (size_t i = 0; i < sizeof(frames) / sizeof(frames[0]); i++) {
		struct tx_reader reader = {0};
		assert_int_equal(tx_control_unwrap_all(&reader, tx_slice_of(frames[i].frame), NULL),
				 TELEX_OK);
		if (reader.stories.first->bare == frames[i].want)
			fail_msg("tags in \"%s\"", frames[i].frame);
		tx_reader_done(&reader);
	}
}

static void test_many_tags(void **unused)
{
	static char frame[64 * 1024] = "ZCZC\n";
	struct tx_reader reader = {0};

	(void)unused;
	for (size_t at = 5; at + 4 < sizeof(frame); at += 4)
		memcpy(frame + at, at % 8 < 4 ? "+04\n" : ":ab\n", 4);
	assert_int_equal(tx_control_unwrap_all(&reader, tx_slice(frame, sizeof(frame) - 8), NULL),
			 TELEX_OK);
	tx_reader_done(&reader);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_rows),
		cmocka_unit_test(test_has_tags),
		cmocka_unit_test(test_many_tags),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
