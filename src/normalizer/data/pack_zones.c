/* Packs zones.tsv into the tables of normalizer/times/zone_table.h.
 *
 *     pack_zones FOLDER OUT.c
 *
 * A change is written "197404132200+0200": from then (UTC) on two hours east of Greenwich.  A rule
 * is the TZ string of POSIX.1-2017 (section 8.3) with the hours of RFC 8536 (3.3.1), days as
 * months, weeks and weekdays.  A build tool that runs on the building machine; the same input gives
 * the same bytes everywhere. */
#include <stdlib.h>

#include "core/scan.h"
#include "core/ascii.h"
#include "core/calendar.h"
#include "normalizer/data/pack.h"
#include "normalizer/times/zone_table.h"

#define ZONES_MAX 1024
#define HOUR      60

struct packing {
	struct tx_arena arena;
	struct pack_map changes_of; /* zones often share all their changes */
	struct tx_buffer rows, names, times, offsets;
	size_t zone_count;
	uint32_t change_count;
};

/* What is left of a field. */
struct cursor {
	telex_slice rest;
	const struct pack_table *table; /* for messages */
};

_Noreturn static void refuse(const struct pack_table *table, const char *what)
{
	pack_fail("%s:%zu: %s", table->name, table->line, what);
}

static int take_number(struct cursor *at, size_t digits_max)
{
	int number = 0;
	size_t digits = 0;

	for (; digits < digits_max && digits < at->rest.len && tx_is_digit(at->rest.ptr[digits]);
	     digits++)
		number = number * 10 + (at->rest.ptr[digits] - '0');
	if (digits == 0)
		refuse(at->table, "no number");
	at->rest = tx_slice_skip(at->rest, digits);
	return number;
}

static bool take_sign(struct cursor *at, char sign)
{
	bool found = at->rest.len > 0 && at->rest.ptr[0] == sign;

	at->rest = tx_slice_skip(at->rest, found);
	return found;
}

/* "+0200" in minutes */
static int take_offset(struct cursor *at)
{
	bool west = take_sign(at, '-');

	if (!west && !take_sign(at, '+'))
		refuse(at->table, "no sign before an offset");
	int hours = take_number(at, 2);
	int minutes = hours * HOUR + take_number(at, 2);
	return west ? -minutes : minutes;
}

static long take_time(struct cursor *at)
{
	struct tx_date date;

	date.year = (int16_t)take_number(at, 4);
	date.month = (uint8_t)take_number(at, 2);
	date.day = (uint8_t)take_number(at, 2);
	if (!tx_date_valid(date))
		refuse(at->table, "no such day");
	long minutes = tx_date_days(date) * 24L * HOUR;
	minutes += take_number(at, 2) * HOUR;
	return minutes + take_number(at, 2);
}

static size_t put_changes(struct packing *packing, struct cursor *at)
{
	size_t count = 0;
	long last = 0;

	for (; at->rest.len > 0; count++) {
		long time = take_time(at);
		if (time <= last)
			refuse(at->table, "changes must follow one another");
		last = time;
		tx_buffer_printf(&packing->times, "%ld,\n", time);
		tx_buffer_printf(&packing->offsets, "%d,\n", take_offset(at));
		take_sign(at, ' ');
	}
	return count;
}

/* "CEST", "<+03>" */
static void skip_name(struct cursor *at)
{
	bool quoted = take_sign(at, '<');

	while (at->rest.len > 0 && (quoted ? at->rest.ptr[0] != '>' : tx_is_alpha(at->rest.ptr[0])))
		at->rest = tx_slice_skip(at->rest, 1);
	if (quoted)
		take_sign(at, '>');
}

/* "-3:30", "24" */
static int take_hours(struct cursor *at)
{
	bool negative = take_sign(at, '-');
	int minutes = take_number(at, 3) * HOUR;

	if (take_sign(at, ':'))
		minutes += take_number(at, 2);
	return negative ? -minutes : minutes;
}

/* ",M3.5.0/3" */
static struct tx_zone_day take_day(struct cursor *at)
{
	struct tx_zone_day day = {.minute = 2 * HOUR};

	if (!take_sign(at, ',') || !take_sign(at, 'M'))
		refuse(at->table, "a rule of another form");
	day.month = (uint8_t)take_number(at, 2);
	take_sign(at, '.');
	day.week = (uint8_t)take_number(at, 1);
	take_sign(at, '.');
	day.weekday = (uint8_t)take_number(at, 1);
	if (take_sign(at, '/'))
		day.minute = (int16_t)take_hours(at);
	if (day.month < 1 || day.month > 12 || day.week < 1 || day.week > 5 || day.weekday > 6)
		refuse(at->table, "no such day in a rule");
	return day;
}

/* POSIX counts west of Greenwich. */
static struct tx_zone_rule read_rule(struct cursor *at)
{
	struct tx_zone_rule rule = {0};

	skip_name(at);
	rule.standard = rule.summer = (int16_t)-take_hours(at);
	if (at->rest.len == 0)
		return rule;
	skip_name(at);
	rule.summer = (int16_t)(rule.standard + HOUR);
	if (at->rest.len > 0 && at->rest.ptr[0] != ',')
		rule.summer = (int16_t)-take_hours(at);
	rule.begins = take_day(at);
	rule.ends = take_day(at);
	if (at->rest.len > 0)
		refuse(at->table, "something behind the rule");
	return rule;
}

static void put_day(struct tx_buffer *out, const struct tx_zone_day *day)
{
	tx_buffer_printf(out, "{%u, %u, %u, %d}", day->month, day->week, day->weekday, day->minute);
}

static void put_zone(struct packing *packing, const struct pack_table *table)
{
	telex_slice changes = pack_field(table, "changes");
	struct cursor before = {pack_field(table, "in_1970"), table}, list = {changes, table},
		      rule_text = {pack_field(table, "rule"), table};
	struct tx_zone_rule rule = read_rule(&rule_text);
	bool is_new;
	uint32_t count = 0, first = 0;

	for (size_t i = 0; i < changes.len; i++)
		count += i == 0 || changes.ptr[i] == ' ';
	if (count > 0) {
		first = pack_map_put(&packing->changes_of, changes, packing->change_count, &is_new);
		if (is_new)
			packing->change_count += (uint32_t)put_changes(packing, &list);
	}
	tx_buffer_printf(&packing->rows, "{%lu, %lu, %lu, %d, {%d, %d, ",
			 (unsigned long)pack_put_string(&packing->names, pack_field(table, "zone")),
			 (unsigned long)first, (unsigned long)count, take_offset(&before),
			 rule.standard, rule.summer);
	put_day(&packing->rows, &rule.begins);
	tx_buffer_lit(&packing->rows, ", ");
	put_day(&packing->rows, &rule.ends);
	tx_buffer_lit(&packing->rows, "}},\n");
	packing->zone_count++;
}

static void read_zones(struct packing *packing, const char *folder)
{
	struct pack_table table;
	telex_slice last = TX_SLICE("");

	pack_table_open(&table, folder, "zones.tsv", &packing->arena);
	while (pack_table_next(&table)) {
		telex_slice name = pack_field(&table, "zone");
		size_t len = name.len < last.len ? name.len : last.len;
		int order = memcmp(last.ptr, name.ptr, len);
		if (order > 0 || (order == 0 && last.len >= name.len))
			refuse(&table, "zones must stand in the order of their names");
		last = name;
		put_zone(packing, &table);
	}
	if (packing->change_count > UINT16_MAX)
		refuse(&table, "more changes than the table can count");
}

static void put_list(struct tx_buffer *out, const char *declaration, struct tx_buffer *list)
{
	out->failed |= list->failed;
	tx_buffer_printf(out, "const %s[] = {\n", declaration);
	tx_buffer_slice(out, tx_slice(list->data, list->len));
	tx_buffer_lit(out, "};\n");
	tx_buffer_done(list);
}

int main(int argc, char **argv)
{
	struct packing packing = {.zone_count = 0};
	struct tx_buffer out = {0};

	if (argc != 3)
		pack_fail("usage: pack_zones FOLDER OUT");
	pack_map_init(&packing.changes_of, ZONES_MAX, &packing.arena);
	read_zones(&packing, argv[1]);
	tx_buffer_lit(&out, "#include \"normalizer/times/zone_table.h\"\n\n");
	put_list(&out, "struct tx_zone tx_zones", &packing.rows);
	tx_buffer_printf(&out, "const size_t tx_zone_count = %lu;\n",
			 (unsigned long)packing.zone_count);
	pack_put_bytes(&out, "const unsigned char tx_zone_names[]", &packing.names);
	put_list(&out, "int32_t tx_zone_times", &packing.times);
	put_list(&out, "int16_t tx_zone_offsets", &packing.offsets);
	pack_write_file(argv[2], &out);
	tx_buffer_done(&packing.names);
	tx_buffer_done(&out);
	tx_arena_done(&packing.arena);
	return EXIT_SUCCESS;
}
