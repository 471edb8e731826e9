/* Counting what --report shows. */
#include "cli/overview/overview.h"

#include <stdlib.h>
#include <string.h>

#include <xxhash.h>

#include "core/calendar.h"
#include "core/scan.h"

#define DAY_SECONDS 86400

static const struct {
	size_t most;
	bool is_labeled;
} limits[OVERVIEW_TALLIES] = {
	[OVERVIEW_AGENCIES] = {512, true},    [OVERVIEW_LANGUAGES] = {128, true},
	[OVERVIEW_FORMATS] = {64, true},      [OVERVIEW_PLACES] = {8192, true},
	[OVERVIEW_CONTENTS] = {65536, false},
};

struct overview *overview_new(void)
{
	struct overview *overview = calloc(1, sizeof(*overview));

	for (size_t i = 0; overview != NULL && i < OVERVIEW_TALLIES; i++) {
		overview->tallies[i].most = limits[i].most;
		overview->tallies[i].is_labeled = limits[i].is_labeled;
	}
	return overview;
}

static void count_text(struct tally *tally, telex_slice text)
{
	struct tally_name label = tally_label(text);

	tally_add(tally, text, &label, 1);
}

/* A name, but that of a known agency is its code's. */
static void count_agency(struct overview *overview, const telex_record *record)
{
	telex_slice name = telex_record_text(record, "agency.name");

	if (name.len == 0)
		name = telex_record_text(record, "agency.code");
	overview->parts[OVERVIEW_AGENCY] += name.len > 0;
	count_text(&overview->tallies[OVERVIEW_AGENCIES], name);
}

static void count_place(struct overview *overview, const telex_record *record)
{
	telex_place place;
	char key[16];
	size_t len = 0;

	if (!telex_record_place(record, 0, &place) || place.geonames_id == 0)
		return;
	overview->parts[OVERVIEW_PLACE]++;
	for (uint32_t id = place.geonames_id; id > 0; id /= 10)
		key[len++] = (char)('0' + id % 10);
	telex_slice name = place.canonical.len > 0 ? place.canonical : place.name;
	struct tally_name label = tally_label(name);
	/* The country tells places of one name apart. */
	if (place.country.len == 2 && label.len + 4 <= TALLY_LABEL_MAX) {
		memcpy(label.text + label.len, ", ", 2);
		memcpy(label.text + label.len + 2, place.country.ptr, 2);
		label.len = (uint8_t)(label.len + 4);
	}
	label.latitude = (float)place.latitude;
	label.longitude = (float)place.longitude;
	tally_add(&overview->tallies[OVERVIEW_PLACES], tx_slice(key, len), &label, 1);
}

/* The time of a dispatch on its sender's clock. */
static bool clock_of(const telex_record *record, telex_time *ret_time)
{
	static const telex_time_key keys[] = {TELEX_TIME_ISSUED, TELEX_TIME_UPDATED,
					      TELEX_TIME_CREATED};

	for (size_t i = 0; i < TX_COUNT(keys); i++) {
		if (!telex_record_time(record, keys[i], ret_time))
			continue;
		if (ret_time->has_offset)
			ret_time->seconds += (int64_t)ret_time->offset * 60;
		return true;
	}
	return false;
}

static void count_day(struct overview *overview, struct tx_date day)
{
	int year = day.year - OVERVIEW_YEAR_MIN;

	if (year < 0 || year >= OVERVIEW_YEARS) {
		overview->undated++;
		return;
	}
	if (overview->years[year] == NULL)
		overview->years[year] = calloc(1, sizeof(*overview->years[year]));
	if (overview->years[year] == NULL) {
		overview->failed = true;
		return;
	}
	int32_t number = tx_date_days(day) - tx_date_days((struct tx_date){day.year, 1, 1});
	overview->years[year]->days[number]++;
}

static void count_time(struct overview *overview, const telex_record *record)
{
	telex_dateline dateline;
	telex_time time;
	bool has_time = clock_of(record, &time) != 0;

	if (has_time && time.has_clock) {
		int64_t day = tx_days_of_seconds(time.seconds);
		/* The first day of 1970 was a Thursday. */
		int64_t weekday = ((day + 3) % 7 + 7) % 7;
		overview->hours[weekday][(time.seconds - day * DAY_SECONDS) / 3600]++;
	}
	bool has_date = telex_record_dateline(record, &dateline) && dateline.year != 0 &&
			dateline.month != 0 && dateline.day != 0;
	overview->parts[OVERVIEW_DATE] += has_date;
	if (has_time)
		count_day(overview, tx_date_of_days(tx_days_of_seconds(time.seconds)));
	else if (has_date)
		count_day(overview,
			  (struct tx_date){(int16_t)dateline.year, (uint8_t)dateline.month,
					   (uint8_t)dateline.day});
	else
		overview->undated++;
}

static void count_content(struct overview *overview, const telex_record *record)
{
	telex_slice headline = telex_record_text(record, "headline");
	XXH64_hash_t hash = XXH3_64bits(headline.ptr, headline.len);
	telex_block block;
	bool has_body = false;

	for (size_t i = 0; telex_record_block(record, i, &block); i++) {
		has_body |= block.kind != TELEX_BLOCK_CROSSHEAD;
		if (block.kind == TELEX_BLOCK_PARAGRAPH)
			hash = XXH3_64bits_withSeed(block.text.ptr, block.text.len, hash);
	}
	overview->parts[OVERVIEW_HEADLINE] += headline.len > 0;
	overview->parts[OVERVIEW_BODY] += has_body;
	if (has_body)
		tally_add_hash(&overview->tallies[OVERVIEW_CONTENTS], hash, NULL, 1);
}

/* Whether an example of `item` and `index` comes before another. */
static bool is_before(const struct overview_example *a, const struct overview_example *b)
{
	return a->item != b->item ? a->item < b->item : a->index < b->index;
}

static void add_example(struct overview_warning *warning, const struct overview_example *example)
{
	size_t at = warning->examples;

	while (at > 0 && is_before(example, &warning->example[at - 1]))
		at--;
	if (at == OVERVIEW_EXAMPLES)
		return;
	warning->examples += warning->examples < OVERVIEW_EXAMPLES;
	memmove(warning->example + at + 1, warning->example + at,
		(warning->examples - at - 1) * sizeof(*example));
	warning->example[at] = *example;
}

static void name_source(struct overview_example *example, const struct overview_place *place)
{
	size_t path = strlen(place->path);
	size_t member = place->member == NULL ? 0 : strlen(place->member) + 1;

	if (path + member > OVERVIEW_PATH_MAX)
		return;
	memcpy(example->source, place->path, path);
	example->path_len = (uint16_t)path;
	if (member == 0)
		return;
	example->has_member = true;
	example->source[path] = '/';
	memcpy(example->source + path + 1, place->member, member - 1);
}

static void count_warnings(struct overview *overview, const telex_record *record,
			   const struct overview_place *place)
{
	telex_warning warning;

	for (size_t i = 0; telex_record_warning(record, i, &warning); i++) {
		struct overview_example example = {
			.item = place->item, .index = place->index, .line = warning.line};
		if ((size_t)warning.id >= OVERVIEW_WARNINGS)
			continue;
		overview->warnings[warning.id].count++;
		name_source(&example, place);
		if (example.path_len > 0)
			add_example(&overview->warnings[warning.id], &example);
	}
}

void overview_count(struct overview *overview, const telex_record *record,
		    const struct overview_place *place)
{
	telex_author author;
	telex_dateline dateline;

	overview->records++;
	overview->words += telex_record_word_count(record);
	overview->parts[OVERVIEW_BYLINE] += telex_record_author(record, 0, &author) != 0;
	overview->parts[OVERVIEW_DATELINE] += telex_record_dateline(record, &dateline) != 0;
	overview->parts[OVERVIEW_END_MARK] += telex_record_text(record, "end_mark").len > 0;
	count_agency(overview, record);
	count_text(&overview->tallies[OVERVIEW_LANGUAGES], telex_record_text(record, "language"));
	count_text(&overview->tallies[OVERVIEW_FORMATS],
		   telex_record_text(record, "source.format"));
	count_place(overview, record);
	count_time(overview, record);
	count_content(overview, record);
	count_warnings(overview, record, place);
}

static void merge_years(struct overview *into, const struct overview *from)
{
	for (size_t i = 0; i < OVERVIEW_YEARS; i++) {
		if (from->years[i] == NULL)
			continue;
		if (into->years[i] == NULL)
			into->years[i] = calloc(1, sizeof(*into->years[i]));
		if (into->years[i] == NULL) {
			into->failed = true;
			continue;
		}
		for (size_t day = 0; day < TX_COUNT(from->years[i]->days); day++)
			into->years[i]->days[day] += from->years[i]->days[day];
	}
}

void overview_merge(struct overview *into, const struct overview *from)
{
	into->records += from->records;
	into->words += from->words;
	into->undated += from->undated;
	into->failed |= from->failed;
	for (size_t i = 0; i < OVERVIEW_PARTS; i++)
		into->parts[i] += from->parts[i];
	for (size_t i = 0; i < OVERVIEW_TALLIES; i++)
		tally_merge(&into->tallies[i], &from->tallies[i]);
	merge_years(into, from);
	for (size_t day = 0; day < 7; day++) {
		for (size_t hour = 0; hour < 24; hour++)
			into->hours[day][hour] += from->hours[day][hour];
	}
	for (size_t i = 0; i < OVERVIEW_WARNINGS; i++) {
		into->warnings[i].count += from->warnings[i].count;
		for (size_t j = 0; j < from->warnings[i].examples; j++)
			add_example(&into->warnings[i], &from->warnings[i].example[j]);
	}
}

uint64_t overview_duplicates(const struct overview *overview, bool *ret_exact)
{
	const struct tally *contents = &overview->tallies[OVERVIEW_CONTENTS];
	uint64_t repeated = 0;

	for (size_t i = 0; i < contents->cap; i++)
		repeated += contents->counts[i] > 1 ? contents->counts[i] - 1 : 0;
	*ret_exact = contents->below == 0;
	if (*ret_exact)
		return repeated;
	return (uint64_t)((double)repeated * (18446744073709551616.0 / (double)contents->below));
}

void overview_free(struct overview *overview)
{
	if (overview == NULL)
		return;
	for (size_t i = 0; i < OVERVIEW_TALLIES; i++)
		tally_done(&overview->tallies[i]);
	for (size_t i = 0; i < OVERVIEW_YEARS; i++)
		free(overview->years[i]);
	free(overview);
}
