/* Several dispatches in plain text: each kind of evidence that one ends, and what is not one. */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>
#include <stdlib.h>
#include <time.h>

#include "api/series.h"
#include "core/buffer.h"

#define FIRST  "El museo abre\n\nSoria, 4 jun (EFE).- El museo abre el martes.\n\n"
#define SECOND "El puerto cierra\n\nVigo, 4 jun (EFE).- El puerto cierra el lunes.\n"
#define OTHER  "Port closes\n\nLISBON (Reuters) - The port closes on Monday.\n"

/* '|' is where the first dispatch ends, '^' where the second one begins when something is between
 * them; `second`: a second dateline is noted. */
static const struct {
	const char *text;
	bool second;
} rows[] = {
	/* a sign-off below an end mark, glued or alone */
	{FIRST "Es gratis. EFE\n\njmr/ab\n|\n" SECOND, false},
	{FIRST "Es gratis. EFE\njmr/ab\n|" SECOND, false},
	{FIRST "Es gratis.\n\nEFE\njmr/ab\n|" SECOND, false},
	{FIRST "Es gratis. EFE\r\n\r\njmr/ab\r\n|\r\n" SECOND, false},
	{FIRST "Es gratis. EFE\rjmr/ab\r|" SECOND, false},
	/* an end mark alone on its line, with a sign-off or without */
	{FIRST "Es gratis.\nEFE\n|\n" SECOND, false},
	{FIRST "Es gratis.\nEFE jmr/ab\n|\n" SECOND, false},
	/* an end mark after the last sentence, without a sign-off */
	{FIRST "Es gratis. EFE\n|\n" SECOND, false},
	{FIRST "Es gratis. EFE jmr/ab\n|\n" SECOND, false},
	/* a dateline without a mark below the end */
	{FIRST
	 "Es gratis. EFE\n\njmr/ab\n|\nM\xc3\xa1s\n\nVigo, 4 jun.- El puerto cierra ma\xc3\xb1"
	 "ana.\n",
	 false},
	{FIRST "Es gratis. EFE\n\njmr/ab\n|\nVIGO.- El puerto cierra ma\xc3\xb1"
	       "ana hasta el lunes.\n",
	 false},
	{FIRST "Es gratis. EFE\n\njmr/ab\n\nAviso.- El puerto cierra ma\xc3\xb1"
	       "ana hasta el lunes.\n",
	 false},
	{FIRST "Es gratis.\n\nVIGO.- El puerto cierra ma\xc3\xb1"
	       "ana hasta el lunes.\n",
	 false},
	/* separators */
	{FIRST "Es gratis.\n|---\n^" SECOND, false},
	{FIRST "Es gratis.\n|=====\n^" SECOND, false},
	{FIRST "Es gratis.\n|***\n^\n" SECOND, false},
	{FIRST "Es gratis.\n|####\n^" SECOND, false},
	{FIRST "Es gratis.\n|\f\n^" SECOND, false},
	{FIRST "Es gratis.\n|---\n^" OTHER, false},
	{FIRST "Es gratis.\r\n|---\r\n^" SECOND, false},
	/* windows-1252 */
	{FIRST "Es gratis. EFE\n\njmr/ab\n|\nM\xe1s\n\nC\xe1"
	       "diz, 4 jun (EFE).- El puerto.\n",
	 false},
	/* lines with a bracket that are no datelines, above the first one and above the second */
	{"El museo (Soria) abre\n\n" FIRST "Es gratis. EFE\n\njmr/ab\n|\n" SECOND, false},
	{"Nota (1)\nNota (2)\n" FIRST "Es gratis (hoy). EFE\n\njmr/ab\n|\n" SECOND, false},
	{FIRST "Es gratis. EFE\n\njmr/ab\n|\nEl puerto (Vigo) cierra\n" SECOND, false},
	{"El museo (Soria) abre\n\n" FIRST "Es gratis. EFE\n\njmr/ab\n", false},
	/* nothing that ends a dispatch */
	{FIRST "Es gratis.\n\n" SECOND, true},
	{FIRST "Es gratis.\n\nReporting by Kari Holm.\n|\n" SECOND, false},
	{FIRST "jmr/ab\n\n" SECOND, true},
	{FIRST "Es gratis.\n\n--\n" SECOND, true},
	{FIRST "Es gratis.\n\n-=-\n" SECOND, true},
	/* another agency's dateline, a dateline inside a paragraph, quoted or without a mark */
	{FIRST "Es gratis. EFE\n\njmr/ab\n\n" OTHER, false},
	{FIRST "Dijo: Vigo, 4 jun (EFE).- El puerto.\n", false},
	{FIRST "\"Vigo, 4 jun (EFE).- El puerto cierra\", dijo.\n", false},
	{FIRST "Es gratis. EFE\n\njmr/ab\n\nVigo cierra el puerto (lunes)\n", false},
	/* rules of tables and lists, with no dateline below */
	{FIRST "Real 3\n---\nBetis 1\n", false},
	{FIRST "***\n\nOtra noticia.\n", false},
	/* a separator above the first dateline, or too far above the second */
	{"---\n" FIRST "Es gratis.\n", false},
	{FIRST "---\na\nb\nc\nd\ne\nf\ng\nh\ni\nj\nk\nl\nm\n" SECOND, true},
	{"Sin fecha ni agencia.\n", false},
	{"", false},
};

/* Find the end of the first dispatch of a text that comes in portions, on a copy without slack, so
 * that nothing beyond is read. */
static void find(telex_slice text, telex_slice separator, size_t portion, struct tx_frame *frame)
{
	struct tx_arena arena = {0};
	struct tx_series series = {.search = {.failed = false}};
	bool found = false;

	tx_series_begin(&series, separator, &arena);
	for (size_t have = portion; !found; have += portion) {
		bool last = have >= text.len;
		telex_slice bytes = tx_slice_take(text, have);
		char *copy = malloc(bytes.len + 1);
		if (bytes.len > 0)
			memcpy(copy, bytes.ptr, bytes.len);
		*frame = (struct tx_frame){.text_end = bytes.len, .end = bytes.len};
		found = series.search.find(&series.search, tx_slice(copy, bytes.len), last, frame);
		free(copy);
		assert_false(series.search.failed);
		if (last)
			break;
	}
	tx_arena_done(&arena);
}

static void check(const char *row, bool second, size_t portion)
{
	char text[512];
	size_t len = 0, text_end = SIZE_MAX, end = SIZE_MAX;
	struct tx_frame cut;

	for (const char *c = row; *c != '\0'; c++) {
		if (*c == '|')
			text_end = end = len;
		else if (*c == '^')
			end = len;
		else
			text[len++] = *c;
		assert_true(len < sizeof(text));
	}
	find(tx_slice(text, len), (telex_slice){NULL, 0}, portion, &cut);
	if (cut.end != (end == SIZE_MAX ? len : end) ||
	    cut.text_end != (end == SIZE_MAX ? len : text_end) || (cut.second > 0) != second)
		fail_msg("%s\ntext ends at %zu, next begins at %zu, second dateline at %zu", row,
			 cut.text_end, cut.end, cut.second);
}

static void evidence(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		check(rows[i].text, rows[i].second, SIZE_MAX / 2);
		check(rows[i].text, rows[i].second, 1);
		check(rows[i].text, rows[i].second, 7);
	}
}

static void a_nul_is_a_separator(void **state)
{
	const telex_slice text = TX_LIT(FIRST "Es gratis.\n\0" SECOND);
	struct tx_frame cut;

	(void)state;
	for (size_t portion = 1; portion <= text.len; portion++) {
		find(text, (telex_slice){NULL, 0}, portion, &cut);
		assert_int_equal(cut.text_end, strlen(text.ptr));
		assert_int_equal(cut.end, strlen(text.ptr) + 1);
	}
}

static void a_line_that_the_user_names(void **state)
{
	const telex_slice text = TX_LIT("%%\nuno\n %% \r\ndos\n%%\n");
	struct tx_frame cut;

	(void)state;
	for (size_t portion = 1; portion <= text.len; portion++) {
		find(text, TX_LIT("%%"), portion, &cut);
		assert_int_equal(cut.text_end, 7);
		assert_int_equal(cut.end, 13);
		find(TX_LIT("a %%\n%%%\n"), TX_LIT("%%"), portion, &cut);
		assert_int_equal(cut.end, 9);
		find(TX_LIT("\nuno\n \ndos\n"), TX_LIT(""), portion, &cut);
		assert_int_equal(cut.end, 7);
	}
}

/* A live feed: a dispatch ends when the dateline below it is a whole line, or its separator is. */
static void the_end_is_found_at_once(void **state)
{
	const telex_slice text = TX_LIT(FIRST "Es gratis. EFE\n\njmr/ab\n\n" SECOND);
	struct tx_arena arena = {0};
	struct tx_series series = {.search = {.failed = false}};
	struct tx_frame cut;

	(void)state;
	tx_series_begin(&series, (telex_slice){NULL, 0}, &arena);
	assert_false(
		series.search.find(&series.search, tx_slice_take(text, text.len - 1), false, &cut));
	assert_true(series.search.find(&series.search, text, false, &cut));
	tx_series_begin(&series, TX_LIT("%%"), &arena);
	assert_false(series.search.find(&series.search, TX_LIT("uno\n%%"), false, &cut));
	assert_true(series.search.find(&series.search, TX_LIT("uno\n%%\n"), false, &cut));
	tx_arena_done(&arena);
}

/* A named separator after a line so long that its start is gone by then, which ends like one. */
static void the_end_of_a_long_line_is_no_separator(void **state)
{
	enum { LEN = 30000 };
	static const char end[] = "%%\nuno\n%%\n";
	char *text = malloc(LEN + sizeof(end));
	struct tx_arena arena = {0};
	struct tx_series series = {.search = {.failed = false}};
	struct tx_plain_search *search = &series.search;
	struct tx_frame cut;

	(void)state;
	memset(text, ' ', LEN);
	text[0] = 'x';
	memcpy(text + LEN, end, sizeof(end));
	tx_series_begin(&series, TX_LIT("%%"), &arena);
	assert_false(search->find(search, tx_slice(text, LEN), false, &cut));
	size_t spent = search->spent(search, tx_slice(text, LEN));
	assert_int_equal(spent, LEN);
	search->forget(search, spent);
	assert_true(search->find(search, tx_slice(text + spent, sizeof(end) - 1), false, &cut));
	assert_int_equal(cut.end, sizeof(end) - 1);
	tx_arena_done(&arena);
	free(text);
}

/* Processor time of a search through a text of `size` bytes that does not end, in small portions. */
static double search_seconds(telex_slice fill, const char *separator, size_t size)
{
	enum { PORTION = 32 };
	struct tx_buffer text = {0};
	struct tx_arena arena = {0};
	struct tx_series series = {.search = {.failed = false}};
	struct tx_frame cut;

	while (text.len < size)
		tx_buffer_slice(&text, fill);
	tx_series_begin(&series, tx_slice_of(separator), &arena);
	clock_t start = clock();
	for (size_t have = PORTION; have < text.len; have += PORTION)
		assert_false(
			series.search.find(&series.search, tx_slice(text.data, have), false, &cut));
	double seconds = (double)(clock() - start) / CLOCKS_PER_SEC;
	tx_arena_done(&arena);
	tx_buffer_done(&text);
	return seconds;
}

/* The search goes on where it stopped: four times the text takes four times as long, not sixteen
 * times. */
static void no_byte_is_searched_twice(void **state)
{
	enum { SIZE = 1 << 19 };
	static const char *const fills[] = {
		"a", "a\n", "\n", "(EFE", "(EFE)\n", "Vigo (EFE) - Abre.\n\n\n\n", "%%\r"};
	static const char *const separators[] = {NULL, "%%%"};

	(void)state;
	for (size_t row = 0; row < 2 * sizeof(fills) / sizeof(fills[0]); row++) {
		telex_slice fill = tx_slice_of(fills[row / 2]);
		double part = search_seconds(fill, separators[row % 2], SIZE / 4);
		double whole = search_seconds(fill, separators[row % 2], SIZE);
		if (whole > 8 * part + 0.1)
			fail_msg("\"%s\": %f s, and %f s for a quarter", fills[row / 2], whole,
				 part);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(evidence),
		cmocka_unit_test(a_nul_is_a_separator),
		cmocka_unit_test(a_line_that_the_user_names),
		cmocka_unit_test(the_end_is_found_at_once),
		cmocka_unit_test(no_byte_is_searched_twice),
		cmocka_unit_test(the_end_of_a_long_line_is_no_separator),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
