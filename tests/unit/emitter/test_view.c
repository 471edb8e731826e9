/* The view: exact rows without colour; with colour the same text; nothing that a terminal would
 * obey. */

#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>

#include "emitter/emitter.h"
#include "emitter/width.h"

#define PIECES_MAX 12

/** A token by its text; a dispatch is the texts in a row. */
struct piece {
	enum tx_token_kind kind;
	enum tx_note_kind note;
	const char *text;
};

struct dispatch {
	char text[2048];
	size_t len;
	struct tx_token items[1 + PIECES_MAX];
	struct tx_tokens tokens;
};

static void build(struct dispatch *dispatch, const struct piece *pieces)
{
	*dispatch = (struct dispatch){.tokens.items = dispatch->items + 1};
	for (size_t i = 0; i < PIECES_MAX && pieces[i].text != NULL; i++) {
		size_t len = strlen(pieces[i].text);

		assert_true(dispatch->len + len <= sizeof dispatch->text);
		memcpy(dispatch->text + dispatch->len, pieces[i].text, len);
		dispatch->items[i + 1] =
			(struct tx_token){(uint32_t)(dispatch->len + len), (uint8_t)pieces[i].kind,
					  (uint8_t)pieces[i].note};
		dispatch->len += len;
		dispatch->tokens.count++;
	}
}

#define RULE "-------------+------------------------------------------------------------------\n"
#define NO_WORDS                                                                                   \
	RULE "       words | 0\n"                                                                  \
	     "\n"

static const struct {
	const char *shows;
	struct piece pieces[PIECES_MAX];
	const char *want;
} cases[] = {
	{"nothing", {{0}}, NO_WORDS},
	{"fields and blank lines",
	 {{TX_TOK_SLUG, TX_NOTE_NONE, "IRAN NUCLEAR\n"},
	  {TX_TOK_BLANK, TX_NOTE_NONE, "\n  \n"},
	  {TX_TOK_DATELINE, TX_NOTE_NONE, "Teherán, 19 abr (EFE).- "},
	  {TX_TOK_PARAGRAPH, TX_NOTE_NONE, "Uno\n   dos."},
	  {TX_TOK_BLANK, TX_NOTE_NONE, "\r\n\r\n"},
	  {TX_TOK_END_MARK, TX_NOTE_NONE, "EFE\n"}},
	 "        slug | IRAN NUCLEAR\n"
	 "             |\n"
	 "             |\n"
	 "    dateline | Teherán, 19 abr (EFE).-\n"
	 "   paragraph | Uno dos.\n"
	 "             |\n"
	 "    end_mark | EFE\n" NO_WORDS},
	{"kinds of notes",
	 {{TX_TOK_NOTE, TX_NOTE_CORRECTION, "(Corrige)\n"}, {TX_TOK_NOTE, TX_NOTE_NONE, "Nota\n"}},
	 "  correction | (Corrige)\n"
	 "        note | Nota\n" NO_WORDS},
	{"wrapping by characters, not by bytes",
	 {{TX_TOK_PARAGRAPH, TX_NOTE_NONE,
	   "ñññññññññ ñññññññññ ñññññññññ ñññññññññ ñññññññññ ñññññññññ ññññ1 x"}},
	 "   paragraph | ñññññññññ ñññññññññ ñññññññññ ñññññññññ ñññññññññ ñññññññññ ññññ1\n"
	 "             | x\n" NO_WORDS},
	{"a word longer than a row",
	 {{TX_TOK_PARAGRAPH, TX_NOTE_NONE,
	   "a "
	   "0123456789012345678901234567890123456789012345678901234567890123456789 b"}},
	 "   paragraph | a\n"
	 "             | 01234567890123456789012345678901234567890123456789012345678901234\n"
	 "             | 56789 b\n" NO_WORDS},
	{"wide characters",
	 {{TX_TOK_PARAGRAPH, TX_NOTE_NONE,
	   "日本日本日本日本日本日本日本日本日本日本日本日本日本日本日本日本日本"}},
	 "   paragraph | 日本日本日本日本日本日本日本日本日本日本日本日本日本日本日本日本\n"
	 "             | 日本\n" NO_WORDS},
	{"a table keeps its lines and columns",
	 {{TX_TOK_TABLE, TX_NOTE_NONE, "a\t1\n\n  bb\t22\r\n"},
	  {TX_TOK_MORE, TX_NOTE_NONE, "(sigue)"}},
	 "       table | a       1\n"
	 "             |\n"
	 "             |   bb    22\n"
	 "        more | (sigue)\n" NO_WORDS},
	{"controls are shown",
	 {{TX_TOK_FRAME, TX_NOTE_NONE, "\x01\x1B[31m\x7F\r\n"},
	  {TX_TOK_PARAGRAPH, TX_NOTE_NONE,
	   "a\x1B]0;title\x07\xC2\x9B"
	   "31mb"}},
	 "       frame | ^A^[[31m^?\n"
	 "   paragraph | a^[]0;title^G\xEF\xBF\xBD"
	 "31mb\n" NO_WORDS},
};

#define CASE_COUNT (sizeof cases / sizeof cases[0])

static void show(struct tx_buffer *out, const struct piece *pieces, bool color)
{
	struct tx_record record = {.source.line = 1};
	struct dispatch dispatch;

	build(&dispatch, pieces);
	tx_emit_view(out, &record, &dispatch.tokens, tx_slice(dispatch.text, dispatch.len),
		     (struct tx_view_look){color, 0});
	assert_false(out->failed);
}

static void test_plain_rows(void **state)
{
	(void)state;
	for (size_t i = 0; i < CASE_COUNT; i++) {
		struct tx_buffer out = {0};

		show(&out, cases[i].pieces, false);
		tx_buffer_byte(&out, '\0');
		if (strcmp(out.data, cases[i].want) != 0)
			fail_msg("%s:\n%s\nis not\n%s", cases[i].shows, out.data, cases[i].want);
		tx_buffer_done(&out);
	}
}

/** Length of the attribute sequence at the start of `s`, 0 when none is found. */
static size_t sgr_len(telex_slice s)
{
	size_t len = 2;

	if (!tx_slice_starts(s, TX_LIT("\033[")))
		return 0;
	while (len < s.len && ((s.ptr[len] >= '0' && s.ptr[len] <= '9') || s.ptr[len] == ';'))
		len++;
	return len < s.len && s.ptr[len] == 'm' ? len + 1 : 0;
}

/** `colored` without attributes and with the plain marks in place of the fine ones. */
static void make_plain(struct tx_buffer *out, telex_slice colored)
{
	static const struct {
		telex_slice fine;
		char plain;
	} marks[] = {{{"│", 3}, '|'}, {{"─", 3}, '-'}, {{"┼", 3}, '+'}};

	while (colored.len > 0) {
		size_t len = sgr_len(colored);
		char plain = colored.ptr[0];

		for (size_t i = 0; len == 0 && i < 3; i++) {
			if (!tx_slice_starts(colored, marks[i].fine))
				continue;
			plain = marks[i].plain;
			len = marks[i].fine.len;
		}
		if (sgr_len(colored) == 0)
			tx_buffer_byte(out, plain);
		colored = tx_slice_skip(colored, len == 0 ? 1 : len);
	}
}

static void test_colored_is_the_same_text(void **state)
{
	(void)state;
	for (size_t i = 0; i < CASE_COUNT; i++) {
		struct tx_buffer out = {0}, plain = {0};

		show(&out, cases[i].pieces, true);
		make_plain(&plain, tx_slice(out.data, out.len));
		tx_buffer_byte(&plain, '\0');
		assert_string_equal(plain.data, cases[i].want);
		assert_null(memchr(plain.data, '\033', plain.len));
		assert_true(out.len > plain.len);
		tx_buffer_done(&out);
		tx_buffer_done(&plain);
	}
}

/** Whether the row ends as it began: every attribute set is reset in it. */
static bool is_closed(telex_slice row)
{
	bool open = false;

	while (row.len > 0) {
		size_t len = sgr_len(row);

		if (len > 0)
			open = !tx_slice_starts(row, TX_LIT("\033[0m"));
		row = tx_slice_skip(row, len == 0 ? 1 : len);
	}
	return !open;
}

static void test_attributes_end_with_the_row(void **state)
{
	(void)state;
	for (size_t i = 0; i < CASE_COUNT; i++) {
		struct tx_buffer out = {0};
		struct tx_cut cut;
		telex_slice rest;

		show(&out, cases[i].pieces, true);
		for (rest = tx_slice(out.data, out.len); rest.len > 0; rest = cut.tail) {
			cut = tx_cut(rest, '\n');
			assert_true(cut.found);
			assert_true(is_closed(cut.head));
		}
		tx_buffer_done(&out);
	}
}

static void test_each_kind_has_its_color(void **state)
{
	char seen[TX_TOK__COUNT][32];

	(void)state;
	for (int kind = TX_TOK_FRAME; kind < TX_TOK__COUNT; kind++) {
		struct piece pieces[PIECES_MAX] = {{(enum tx_token_kind)kind, TX_NOTE_NONE, "x\n"}};
		struct tx_buffer out = {0};
		const char *start, *end;

		show(&out, pieces, true);
		start = memchr(out.data, '\033', out.len);
		assert_non_null(start);
		end = memchr(start, 'm', out.len);
		assert_true(end - start < 31);
		memcpy(seen[kind], start, (size_t)(end - start));
		seen[kind][end - start] = '\0';
		for (int other = TX_TOK_FRAME; other < kind; other++)
			assert_string_not_equal(seen[kind], seen[other]);
		tx_buffer_done(&out);
	}
}

static struct tx_place places[] = {
	{.name = {"Teherán", 8},
	 .qualifier = {"Irán", 5},
	 .canonical = {"Tehran", 6},
	 .country = "IR",
	 .timezone = {"Asia/Tehran", 11}},
	{.name = {"Valencia", 8}, .canonical = {"Valencia", 8}, .country = "ES", .ambiguous = true},
	{.name = {"Villarriba", 10}},
};

static struct tx_author authors[] = {
	{.name = {"Jaime León", 11}, .role = {"enviado especial", 16}},
	{.name = {"Ana Ruiz", 8}},
};

static void test_summary(void **state)
{
	struct tx_record record = {
		.source = {.path = {"a/b.txt", 7}, .line = 5, .format = "zczc", .charset = "UTF-8"},
		.agency_code = {"EFE", 3},
		.agency_name = {"Agencia EFE", 11},
		.language = {"es", 2},
		.language_inferred = true,
		.dateline = {.present = true,
			     .places = places,
			     .place_count = 3,
			     .date = {2025, 4, 19},
			     .year_from = TX_YEAR_PATH},
		.authors = authors,
		.author_count = 2,
		.embargo = {"2025-04-20", 10},
		.word_count = 42,
		.has_stated_word_count = true,
		.stated_word_count = 50,
		.warnings = {{TX_WARN_FRAME_OPEN, {"no end", 6}, 2, 0}},
		.warning_count = 1,
	};
	struct tx_tokens tokens = {0};
	struct tx_buffer out = {0};

	(void)state;
	tx_emit_view(&out, &record, &tokens, TX_LIT("a\nb"), (struct tx_view_look){false, 0});
	tx_buffer_byte(&out, '\0');
	assert_string_equal(out.data,
			    RULE "      source | a/b.txt:5, zczc, UTF-8\n"
				 "      agency | EFE, Agencia EFE\n"
				 "    language | es (from the text)\n"
				 "        date | 2025-04-19 (year: path)\n"
				 "       place | Teherán (Irán) = Tehran, IR, Asia/Tehran\n"
				 "       place | Valencia, ES, ambiguous\n"
				 "       place | Villarriba, unknown\n"
				 "      author | Jaime León, enviado especial\n"
				 "      author | Ana Ruiz\n"
				 "     embargo | 2025-04-20\n"
				 "       words | 42 (stated: 50)\n"
				 "     warning | line 6: no end [frame-open]\n"
				 "\n");
	tx_buffer_done(&out);
}

static void test_date_without_year(void **state)
{
	struct tx_record record = {.dateline = {.present = true, .date = {0, 5, 7}}};
	struct tx_tokens tokens = {0};
	struct tx_buffer out = {0};

	(void)state;
	tx_emit_view(&out, &record, &tokens, (telex_slice){0}, (struct tx_view_look){false, 0});
	tx_buffer_byte(&out, '\0');
	assert_non_null(strstr(out.data, "        date | month 5, day 7 (year unknown)\n"));
	tx_buffer_done(&out);
}

static void test_widths(void **state)
{
	static const struct {
		uint32_t c;
		size_t want;
	} widths[] = {
		{'a', 1},    {0x00F1, 1}, {0x0301, 0}, {0x1B, 2},   {0x7F, 2},    {0x200B, 0},
		{0x200F, 0}, {0x2014, 1}, {0x3000, 2}, {0x65E5, 2}, {0xAC00, 2},  {0xFEFF, 0},
		{0xFF21, 2}, {0xFF71, 1}, {0x0416, 1}, {0x05D0, 1}, {0x1F600, 2}, {0x20000, 2},
	};

	(void)state;
	for (size_t i = 0; i < sizeof widths / sizeof widths[0]; i++)
		assert_int_equal(tx_char_width(widths[i].c), widths[i].want);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_plain_rows),
		cmocka_unit_test(test_colored_is_the_same_text),
		cmocka_unit_test(test_attributes_end_with_the_row),
		cmocka_unit_test(test_each_kind_has_its_color),
		cmocka_unit_test(test_summary),
		cmocka_unit_test(test_date_without_year),
		cmocka_unit_test(test_widths),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
