/* What --report counts: the same sums in any order, bounded names, the parts of the page. */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "cli/overview/overview.h"
#include "cli/overview/page.h"

#define NAMES 5000

static void add_number(struct tally *tally, unsigned number, uint64_t times)
{
	char text[16];
	size_t len = (size_t)snprintf(text, sizeof(text), "name %u", number);
	struct tally_name label = tally_label(tx_slice(text, len));

	tally_add(tally, tx_slice(text, len), &label, times);
}

/* Name N comes N % 7 + 1 times. */
static void fill(struct tally *tally, unsigned from, unsigned step)
{
	for (unsigned i = from; i < NAMES; i += step) {
		for (unsigned j = 0; j <= i % 7; j++)
			add_number(tally, i, 1);
	}
}

static void assert_equal(const struct tally *a, const struct tally *b)
{
	size_t count_a, count_b;
	size_t *top_a = tally_top(a, NAMES, &count_a), *top_b = tally_top(b, NAMES, &count_b);

	assert_int_equal(a->total, b->total);
	assert_true(a->below == b->below);
	assert_int_equal(count_a, count_b);
	for (size_t i = 0; i < count_a; i++) {
		const struct tally_name *x = &a->names[top_a[i]], *y = &b->names[top_b[i]];
		assert_int_equal(a->counts[top_a[i]], b->counts[top_b[i]]);
		assert_int_equal(x->len, y->len);
		assert_memory_equal(x->text, y->text, x->len);
	}
	free(top_a);
	free(top_b);
}

/* However the names are shared out among workers, and in whatever order they come. */
static void sums_do_not_depend_on_the_order(void **state)
{
	static const size_t mosts[] = {64, 1024, 8192};

	(void)state;
	for (size_t i = 0; i < sizeof(mosts) / sizeof(mosts[0]); i++) {
		struct tally one = {.most = mosts[i], .is_labeled = true}, parts[3], sum = one;
		fill(&one, 0, 1);
		for (unsigned j = 0; j < 3; j++) {
			parts[j] = (struct tally){.most = mosts[i], .is_labeled = true};
			fill(&parts[j], 2 - j, 3);
			tally_merge(&sum, &parts[j]);
			tally_done(&parts[j]);
		}
		assert_true(one.used <= mosts[i]);
		assert_int_equal(one.used == NAMES, mosts[i] > NAMES);
		assert_equal(&one, &sum);
		tally_done(&one);
		tally_done(&sum);
	}
}

static void kept_counts_are_exact(void **state)
{
	struct tally tally = {.most = 64, .is_labeled = true};
	size_t count;

	(void)state;
	fill(&tally, 0, 1);
	size_t *top = tally_top(&tally, 64, &count);
	assert_true(count > 16);
	for (size_t i = 0; i < count; i++) {
		const struct tally_name *name = &tally.names[top[i]];
		unsigned long number = strtoul(name->text + strlen("name "), NULL, 10);
		assert_int_equal(tally.counts[top[i]], number % 7 + 1);
		assert_true(i == 0 || tally.counts[top[i - 1]] >= tally.counts[top[i]]);
	}
	free(top);
	tally_done(&tally);
}

static const telex_record *read_dispatch(telex_parser *parser, const char *text)
{
	const telex_record *record;

	telex_parser_restart(parser, NULL, NULL);
	telex_parser_feed(parser, tx_slice(text, strlen(text)), TELEX_FEED_LAST, NULL);
	assert_int_equal(telex_parser_next(parser, &record, NULL), TELEX_OK);
	return record;
}

static const char *const dispatches[] = {
	"PESCA\n\nMadrid, 3 oct 2023 (EFE).- El consejo aprobó hoy la ley de pesca. EFE\n",
	"PESCA\n\nMadrid, 3 oct 2023 (EFE).- El consejo aprobó hoy la ley de pesca. EFE\n",
	"Nothing is known of this one\n",
};

static struct overview *count_all(size_t from, size_t step)
{
	struct overview *overview = overview_new();
	telex_parser *parser;

	assert_non_null(overview);
	assert_int_equal(telex_parser_new(NULL, &parser, NULL), TELEX_OK);
	for (size_t i = from; i < sizeof(dispatches) / sizeof(dispatches[0]); i += step) {
		struct overview_place place = {.item = i, .path = "a <b>&\".txt"};
		overview_count(overview, read_dispatch(parser, dispatches[i]), &place);
	}
	telex_parser_free(parser);
	return overview;
}

static void write_page(struct tx_buffer *out, const struct overview *overview)
{
	struct run_stats stats = {.sources = 3, .bytes = 500};
	struct overview_run run = {.stats = &stats, .nanoseconds = 1, .page_path = "r/p.html"};

	out->len = 0;
	overview_write(out, overview, &run);
	tx_buffer_byte(out, '\0');
}

static void parts_and_repeats_are_counted(void **state)
{
	struct overview *one = count_all(0, 1), *two = count_all(1, 2), *sum = count_all(0, 2);
	struct tx_buffer page = {0}, other = {0};
	bool exact;

	(void)state;
	overview_merge(sum, two);
	assert_int_equal(one->records, 3);
	assert_int_equal(one->parts[OVERVIEW_PLACE], 2);
	assert_int_equal(one->parts[OVERVIEW_DATE], 2);
	assert_int_equal(one->parts[OVERVIEW_END_MARK], 2);
	assert_int_equal(one->undated, 1);
	assert_int_equal(one->years[2023 - OVERVIEW_YEAR_MIN]->days[275], 2);
	assert_int_equal(overview_duplicates(one, &exact), 1);
	assert_true(exact);
	write_page(&page, one);
	write_page(&other, sum);
	assert_string_equal(page.data, other.data);
	assert_non_null(strstr(page.data, "<a href=\"../a%20%3Cb%3E%26%22.txt\">"));
	assert_non_null(strstr(page.data, "a &lt;b&gt;&amp;&quot;.txt:1</a>"));
	assert_null(strstr(page.data, "<script"));
	tx_buffer_done(&page);
	tx_buffer_done(&other);
	overview_free(one);
	overview_free(two);
	overview_free(sum);
}

/* A year of days for each year there may be, as many places and warnings as are kept. */
static void a_page_is_small(void **state)
{
	struct overview *overview = overview_new();
	struct tx_buffer page = {0};

	(void)state;
	for (size_t year = 150; year < 150 + 25; year++) {
		overview->years[year] = calloc(1, sizeof(*overview->years[year]));
		for (size_t day = 0; day < 366; day++)
			overview->years[year]->days[day] = (uint32_t)((day * 7919 + year) % 91);
	}
	for (unsigned i = 0; i < 20000; i++) {
		struct tally_name label =
			tally_label(TX_LIT("A place with a name that is as long as names are, XX"));
		label.latitude = (float)(i % 120) - 50;
		label.longitude = (float)(i % 360) - 180;
		tally_add_hash(&overview->tallies[OVERVIEW_PLACES], i * 0x9e3779b97f4a7c15U + 1,
			       &label, i % 50 + 1);
	}
	write_page(&page, overview);
	assert_true(page.len > 100000 && page.len < 1000000);
	tx_buffer_done(&page);
	overview_free(overview);
}

static void assert_shown(void (*show)(struct tx_buffer *), const char *want)
{
	struct tx_buffer out = {0};

	show(&out);
	tx_buffer_byte(&out, '\0');
	assert_string_equal(out.data, want);
	tx_buffer_done(&out);
}

static void show_numbers(struct tx_buffer *out)
{
	static const uint64_t numbers[] = {0, 999, 1000, 1234567, UINT64_MAX};

	for (size_t i = 0; i < sizeof(numbers) / sizeof(numbers[0]); i++) {
		page_number(out, numbers[i]);
		tx_buffer_byte(out, ' ');
	}
}

static void show_shares(struct tx_buffer *out)
{
	static const uint64_t parts[] = {0, 1, 50, 125, 99999, 100000};

	for (size_t i = 0; i < sizeof(parts) / sizeof(parts[0]); i++) {
		page_share(out, parts[i], 100000);
		tx_buffer_byte(out, ' ');
	}
	page_share(out, 0, 0);
}

static void show_text(struct tx_buffer *out)
{
	page_text(out, TX_LIT("a<b>&\"\x01\xff ñ"));
}

static void figures_and_text(void **state)
{
	(void)state;
	assert_shown(show_numbers, "0 999 1,000 1,234,567 18,446,744,073,709,551,615 ");
	assert_shown(show_shares, "0% &lt;0.1% &lt;0.1% 0.1% &gt;99.9% 100% 0%");
	assert_shown(show_text, "a&lt;b&gt;&amp;&quot;\xef\xbf\xbd\xef\xbf\xbd ñ");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(sums_do_not_depend_on_the_order),
		cmocka_unit_test(kept_counts_are_exact),
		cmocka_unit_test(parts_and_repeats_are_counted),
		cmocka_unit_test(a_page_is_small),
		cmocka_unit_test(figures_and_text),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
