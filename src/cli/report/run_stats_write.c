/* The summary of a run: columns for people, or one JSON object.  In both the names of a table come
 * by their number, the most frequent first. */
#include "cli/report/run_stats.h"

#include "cli/report/format_units.h"
#include "cli/report/escape.h"
#include "core/scan.h"
#include "emitter/json.h"

#define LABEL_WIDTH 12
#define NAME_WIDTH  20
#define COUNT_WIDTH 12
#define UNKNOWN     "(unknown)"
#define REST        "(others)"

/* Keys of JSON and titles for people, by enum tally_by. */
static const char *const titles[] = {[STATS_FORMAT] = "formats",
				     [STATS_AGENCY] = "agencies",
				     [STATS_LANGUAGE] = "languages",
				     [STATS_WARNING] = "warnings",
				     [STATS_HOST] = "hosts"};

/* The hosts are those of pages, where there are any. */
static bool is_shown(const struct run_stats *stats, unsigned by)
{
	return by != STATS_HOST || stats->tables[by].used > 0;
}

static telex_slice name_of(const struct stats_entry *entry)
{
	return tx_slice(entry->name, entry->len);
}

/* Is `a` before `b`? */
static bool is_before(const struct stats_entry *a, const struct stats_entry *b)
{
	size_t common = a->len < b->len ? a->len : b->len;
	int order = memcmp(a->name, b->name, common);

	if (a->count != b->count)
		return a->count > b->count;
	return order != 0 ? order < 0 : a->len < b->len;
}

/* The entry that comes after `last` (NULL: the first one), NULL at the end. */
static const struct stats_entry *next_entry(const struct stats_table *table,
					    const struct stats_entry *last)
{
	const struct stats_entry *next = NULL;

	for (size_t i = 0; i < table->cap; i++) {
		const struct stats_entry *entry = &table->entries[i];
		if (entry->count > 0 && (last == NULL || is_before(last, entry)) &&
		    (next == NULL || is_before(entry, next)))
			next = entry;
	}
	return next;
}

static double seconds_of(uint64_t nanoseconds)
{
	return (double)nanoseconds / 1e9;
}

static void write_json_table(struct tx_json *json, const struct stats_table *table)
{
	const struct stats_entry *entry = NULL;

	tx_json_open(json, '{');
	while ((entry = next_entry(table, entry)) != NULL) {
		tx_json_lossy_string(json->out, name_of(entry));
		tx_json_number(json, TX_LIT(":"), entry->count);
	}
	if (table->rest > 0)
		tx_json_number(json, TX_KEY(REST), table->rest);
	tx_json_close(json, '}');
}

/* The rows of what was selected, by their names in JSON. */
static const struct {
	telex_slice key;
	const char *label;
	size_t at;
} selected_rows[] = {
	{TX_KEY_INIT("written"), "written", offsetof(struct selected, written)},
	{TX_KEY_INIT("replaced"), "replaced", offsetof(struct selected, replaced)},
	{TX_KEY_INIT("joined"), "joined", offsetof(struct selected, joined)},
	{TX_KEY_INIT("killed"), "killed", offsetof(struct selected, killed)},
	{TX_KEY_INIT("repeated"), "repeated", offsetof(struct selected, repeated)},
};

static uint64_t selected_count(const struct selected *selected, size_t row)
{
	uint64_t count;

	memcpy(&count, (const char *)selected + selected_rows[row].at, sizeof(count));
	return count;
}

static void write_json_selected(struct tx_json *json, const struct selected *selected)
{
	for (size_t i = 0; selected->is_wanted && i < TX_COUNT(selected_rows); i++)
		tx_json_number(json, selected_rows[i].key, selected_count(selected, i));
}

static void write_json(struct tx_buffer *out, const struct run_stats *stats, uint64_t nanoseconds)
{
	struct tx_json json = {.out = out};

	tx_json_open(&json, '{');
	tx_json_number(&json, TX_KEY("sources"), stats->sources);
	tx_json_number(&json, TX_KEY("records"), stats->records);
	tx_json_number(&json, TX_KEY("failures"), stats->failures);
	tx_json_number(&json, TX_KEY("bytes"), stats->bytes);
	tx_buffer_printf(out, "\"seconds\":%.3f,\"mb_per_second\":%.3f,", seconds_of(nanoseconds),
			 bytes_per_second(stats->bytes, nanoseconds) / 1e6);
	if (stats->skipped > 0)
		tx_json_number(&json, TX_KEY("skipped"), stats->skipped);
	if (stats->passed_over > 0)
		tx_json_number(&json, TX_KEY("passed_over"), stats->passed_over);
	write_json_selected(&json, &stats->selected);
	for (unsigned i = 0; i < STATS_TABLES; i++) {
		if (!is_shown(stats, i))
			continue;
		tx_buffer_printf(out, "\"%s\":", titles[i]);
		write_json_table(&json, &stats->tables[i]);
	}
	tx_json_close(&json, '}');
	tx_json_end(&json);
}

/* One line of a table; its title is on the first one only. */
static void write_row(struct tx_buffer *out, const char **title, telex_slice name, uint64_t number)
{
	tx_buffer_printf(out, "%-*s", LABEL_WIDTH, *title);
	*title = "";
	escape_append(out, name, ESCAPE_FOR_MESSAGE);
	for (size_t column = name.len; column < NAME_WIDTH; column++)
		tx_buffer_byte(out, ' ');
	tx_buffer_printf(out, "%*llu\n", COUNT_WIDTH, (unsigned long long)number);
}

/* A table and, under it, how many records have no such name. */
static void write_text_table(struct tx_buffer *out, const struct run_stats *stats,
			     enum run_stats_by by)
{
	const struct stats_table *table = &stats->tables[by];
	const struct stats_entry *entry = NULL;
	const char *title = titles[by];
	uint64_t known = table->rest;

	while ((entry = next_entry(table, entry)) != NULL) {
		write_row(out, &title, name_of(entry), entry->count);
		known += entry->count;
	}
	if (table->rest > 0)
		write_row(out, &title, TX_LIT(REST), table->rest);
	if (by != STATS_WARNING && by != STATS_HOST && known < stats->records)
		write_row(out, &title, TX_LIT(UNKNOWN), stats->records - known);
}

static void write_count(struct tx_buffer *out, const char *label, uint64_t number)
{
	write_row(out, &label, TX_LIT(""), number);
}

static void write_text(struct tx_buffer *out, const struct run_stats *stats, uint64_t nanoseconds)
{
	write_count(out, "sources", stats->sources);
	write_count(out, "records", stats->records);
	write_count(out, "failures", stats->failures);
	write_count(out, "bytes", stats->bytes);
	if (stats->skipped > 0)
		write_count(out, "skipped", stats->skipped);
	if (stats->passed_over > 0)
		write_count(out, "passed over", stats->passed_over);
	for (size_t i = 0; stats->selected.is_wanted && i < TX_COUNT(selected_rows); i++)
		write_count(out, selected_rows[i].label, selected_count(&stats->selected, i));
	for (unsigned i = 0; i < STATS_TABLES; i++) {
		if (is_shown(stats, i))
			write_text_table(out, stats, (enum run_stats_by)i);
	}
	tx_buffer_printf(out, "%-*s%*.3f s\n", LABEL_WIDTH, "time", NAME_WIDTH + COUNT_WIDTH,
			 seconds_of(nanoseconds));
	tx_buffer_printf(out, "%-*s%*.1f MB/s\n", LABEL_WIDTH, "speed", NAME_WIDTH + COUNT_WIDTH,
			 bytes_per_second(stats->bytes, nanoseconds) / 1e6);
}

void run_stats_write(struct tx_buffer *out, const struct run_stats *stats, enum summary form,
		     uint64_t nanoseconds)
{
	if (form == SUMMARY_JSON)
		write_json(out, stats, nanoseconds);
	else if (form == SUMMARY_TEXT)
		write_text(out, stats, nanoseconds);
}
