/* Counting.  A table holds a bounded number of names, so that input that invents one for each
 * record cannot fill the memory; those beyond are counted together, as are those that memory is
 * short for.
 */
#include "cli/report/run_stats.h"

#include <stdlib.h>
#include <string.h>

#include "core/slice.h"
#include "core/scan.h"

#define FIRST_CAP 16
#define NAMES_MAX 1024

/* FNV-1a. */
static uint32_t hash(telex_slice name)
{
	uint32_t h = 2166136261U;

	for (size_t i = 0; i < name.len; i++)
		h = (h ^ (unsigned char)name.ptr[i]) * 16777619U;
	return h;
}

/* The place of `name`, or the free place where it belongs. */
static struct stats_entry *find(const struct stats_table *table, telex_slice name)
{
	size_t at = hash(name) & (table->cap - 1);

	while (table->entries[at].count > 0 &&
	       !tx_slice_eq(tx_slice(table->entries[at].name, table->entries[at].len), name))
		at = (at + 1) & (table->cap - 1);
	return &table->entries[at];
}

/* Room for one name more. */
static bool make_room(struct stats_table *table)
{
	struct stats_table larger = {.used = table->used, .rest = table->rest};

	if (2 * (table->used + 1) <= table->cap)
		return true;
	larger.cap = table->cap == 0 ? FIRST_CAP : 2 * table->cap;
	larger.entries = calloc(larger.cap, sizeof(*larger.entries));
	if (larger.entries == NULL)
		return false;
	for (size_t i = 0; i < table->cap; i++) {
		const struct stats_entry *entry = &table->entries[i];
		if (entry->count > 0)
			*find(&larger, tx_slice(entry->name, entry->len)) = *entry;
	}
	free(table->entries);
	*table = larger;
	return true;
}

static void count(struct stats_table *table, telex_slice name, uint64_t times)
{
	struct stats_entry *entry = NULL;

	if (name.len == 0 || times == 0)
		return;
	name = tx_slice_take(name, STATS_NAME_MAX);
	if (table->cap > 0)
		entry = find(table, name);
	if (entry == NULL || entry->count == 0) {
		if (table->used >= NAMES_MAX || !make_room(table)) {
			table->rest += times;
			return;
		}
		table->used++;
		entry = find(table, name);
		entry->len = (uint8_t)name.len;
		memcpy(entry->name, name.ptr, name.len);
	}
	entry->count += times;
}

/* The host of a page's address. */
static telex_slice host_of(telex_slice address)
{
	size_t start = tx_slice_find(address, TX_LIT("://"));

	return start == address.len ? TX_LIT("")
				    : tx_cut(tx_slice_skip(address, start + 3), '/').head;
}

void run_stats_record(struct run_stats *stats, const telex_record *record)
{
	static const char *const keys[] = {[STATS_FORMAT] = "source.format",
					   [STATS_AGENCY] = "agency.code",
					   [STATS_LANGUAGE] = "language"};

	stats->records++;
	for (size_t i = 0; i < TX_COUNT(keys); i++)
		count(&stats->tables[i], telex_record_text(record, keys[i]), 1);
	if (tx_slice_is(telex_record_text(record, "source.format"), "page"))
		count(&stats->tables[STATS_HOST], host_of(telex_record_text(record, "id")), 1);
}

void run_stats_warning(struct run_stats *stats, const char *code)
{
	count(&stats->tables[STATS_WARNING], tx_slice_of(code), 1);
}

void run_stats_error(struct run_stats *stats)
{
	stats->failures++;
}

static void merge_table(struct stats_table *into, const struct stats_table *from)
{
	for (size_t i = 0; i < from->cap; i++) {
		const struct stats_entry *entry = &from->entries[i];
		count(into, tx_slice(entry->name, entry->len), entry->count);
	}
	into->rest += from->rest;
}

void run_stats_merge(struct run_stats *into, const struct run_stats *from)
{
	into->sources += from->sources;
	into->records += from->records;
	into->failures += from->failures;
	into->skipped += from->skipped;
	into->passed_over += from->passed_over;
	into->bytes += from->bytes;
	into->selected.is_wanted |= from->selected.is_wanted;
	into->selected.written += from->selected.written;
	into->selected.replaced += from->selected.replaced;
	into->selected.joined += from->selected.joined;
	into->selected.killed += from->selected.killed;
	into->selected.repeated += from->selected.repeated;
	for (size_t i = 0; i < STATS_TABLES; i++)
		merge_table(&into->tables[i], &from->tables[i]);
}

void run_stats_reset(struct run_stats *stats)
{
	struct run_stats empty = {.sources = 0};

	for (size_t i = 0; i < STATS_TABLES; i++) {
		struct stats_table *table = &stats->tables[i];
		if (table->used > 0)
			memset(table->entries, 0, table->cap * sizeof(*table->entries));
		empty.tables[i] =
			(struct stats_table){.entries = table->entries, .cap = table->cap};
	}
	*stats = empty;
}

void run_stats_done(struct run_stats *stats)
{
	for (size_t i = 0; i < STATS_TABLES; i++)
		free(stats->tables[i].entries);
	memset(stats, 0, sizeof(*stats));
}
