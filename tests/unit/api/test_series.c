/* Several dispatches in plain text: each kind of evidence that one ends, and what is none. */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>

#include "api/series.h"

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
	{FIRST "Es gratis. EFE\n\n" SECOND, true},
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

/* A cut is the same when the bytes come one by one, and there before the next dispatch is whole. */
static void check_portions(telex_slice text, const struct tx_series_cut *want,
			   const struct tx_series *whole)
{
	struct tx_arena arena = {0};
	struct tx_series state = {0};
	struct tx_series_cut cut = {text.len, text.len};

	for (size_t len = 0; len <= text.len; len++) {
		if (tx_series_find(&state, tx_slice_take(text, len), len == text.len, &arena,
				   &cut) == TX_SERIES_CUT)
			break;
	}
	assert_int_equal(cut.end, want->end);
	assert_int_equal(cut.text_end, want->text_end);
	assert_int_equal(state.has_second, whole->has_second);
	tx_arena_done(&arena);
}

static void check(const char *row, bool second)
{
	char text[512];
	size_t len = 0, text_end = SIZE_MAX, end = SIZE_MAX;
	struct tx_arena arena = {0};
	struct tx_series state = {0};

	for (const char *c = row; *c != '\0'; c++) {
		if (*c == '|')
			text_end = end = len;
		else if (*c == '^')
			end = len;
		else
			text[len++] = *c;
		assert_true(len < sizeof(text));
	}
	struct tx_series_cut cut = {len, len};
	assert_int_not_equal(tx_series_find(&state, tx_slice(text, len), true, &arena, &cut),
			     TX_SERIES_MEMORY);
	check_portions(tx_slice(text, len), &cut, &state);
	if (cut.end != (end == SIZE_MAX ? len : end) ||
	    cut.text_end != (end == SIZE_MAX ? len : text_end) || state.has_second != second)
		fail_msg("%s\ntext ends at %zu, next begins at %zu, second dateline at %zu", row,
			 cut.text_end, cut.end, state.second);
	tx_arena_done(&arena);
}

static void evidence(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++)
		check(rows[i].text, rows[i].second);
}

static void a_nul_is_a_separator(void **state)
{
	const telex_slice text = TX_LIT(FIRST "Es gratis.\n\0" SECOND);
	struct tx_arena arena = {0};
	struct tx_series series = {0};
	struct tx_series_cut cut;

	(void)state;
	assert_int_equal(tx_series_find(&series, text, true, &arena, &cut), TX_SERIES_CUT);
	assert_int_equal(cut.text_end, strlen(text.ptr));
	assert_int_equal(cut.end, strlen(text.ptr) + 1);
	tx_arena_done(&arena);
}

static void a_line_that_the_user_names(void **state)
{
	const telex_slice text = TX_LIT("%%\nuno\n %% \r\ndos\n%%\n");
	struct tx_series whole = {0}, grown = {0}, other = {0};
	struct tx_series_cut cut;

	(void)state;
	assert_int_equal(tx_series_cut_at(&whole, text, true, TX_LIT("%%"), &cut), TX_SERIES_CUT);
	assert_int_equal(cut.text_end, 7);
	assert_int_equal(cut.end, 13);
	for (size_t len = 0; len < 13; len++)
		assert_int_equal(tx_series_cut_at(&grown, tx_slice_take(text, len), false,
						  TX_LIT("%%"), &cut),
				 TX_SERIES_MORE);
	assert_int_equal(
		tx_series_cut_at(&grown, tx_slice_take(text, 14), false, TX_LIT("%%"), &cut),
		TX_SERIES_CUT);
	assert_int_equal(cut.end, 13);
	assert_int_equal(tx_series_cut_at(&other, TX_LIT("a %%\n%%%\n"), true, TX_LIT("%%"), &cut),
			 TX_SERIES_MORE);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(evidence),
		cmocka_unit_test(a_nul_is_a_separator),
		cmocka_unit_test(a_line_that_the_user_names),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
