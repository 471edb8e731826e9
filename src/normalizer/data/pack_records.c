/* Packing places: their records, their names in all languages, exonyms, AP's list. */
#include <stdio.h>

#include "core/scan.h"
#include "normalizer/data/pack.h"

#define AREA_CODE_MAX 32
#define FLAGS_AT      15 /* in a record */

/* States, and territories that wires treat as countries, whose capital goes before its homonyms. */
static const char *const sovereign[] = {
	"AD", "AE", "AF", "AG", "AL", "AM", "AO", "AR", "AT", "AU", "AZ", "BA", "BB", "BD", "BE",
	"BF", "BG", "BH", "BI", "BJ", "BN", "BO", "BR", "BS", "BT", "BW", "BY", "BZ", "CA", "CD",
	"CF", "CG", "CH", "CI", "CL", "CM", "CN", "CO", "CR", "CU", "CV", "CY", "CZ", "DE", "DJ",
	"DK", "DM", "DO", "DZ", "EC", "EE", "EG", "ER", "ES", "ET", "FI", "FJ", "FM", "FR", "GA",
	"GB", "GD", "GE", "GH", "GM", "GN", "GQ", "GR", "GT", "GW", "GY", "HK", "HN", "HR", "HT",
	"HU", "ID", "IE", "IL", "IN", "IQ", "IR", "IS", "IT", "JM", "JO", "JP", "KE", "KG", "KH",
	"KI", "KM", "KN", "KP", "KR", "KW", "KZ", "LA", "LB", "LC", "LI", "LK", "LR", "LS", "LT",
	"LU", "LV", "LY", "MA", "MC", "MD", "ME", "MG", "MH", "MK", "ML", "MM", "MN", "MO", "MR",
	"MT", "MU", "MV", "MW", "MX", "MY", "MZ", "NA", "NE", "NG", "NI", "NL", "NO", "NP", "NR",
	"NZ", "OM", "PA", "PE", "PG", "PH", "PK", "PL", "PR", "PS", "PT", "PW", "PY", "QA", "RO",
	"RS", "RU", "RW", "SA", "SB", "SC", "SD", "SE", "SG", "SI", "SK", "SL", "SM", "SN", "SO",
	"SR", "SS", "ST", "SV", "SY", "SZ", "TD", "TG", "TH", "TJ", "TL", "TM", "TN", "TO", "TR",
	"TT", "TV", "TW", "TZ", "UA", "UG", "US", "UY", "UZ", "VA", "VC", "VE", "VN", "VU", "WS",
	"XK", "YE", "ZA", "ZM", "ZW", NULL,
};

/* La Paz: Bolivia's seat of government, but not its capital by name. */
static const char *const other_capitals[] = {"3911925", NULL};

/* Hundredths of log10 of the population and ten more, and what the feature code says. */
static int weigh(const struct pack_table *table)
{
	const double step = 1.0232929922807541; /* 10 ** 0.01 */
	double people = pack_number(table, "population") + 10.0;
	telex_slice code = pack_field(table, "fcode");
	int weight = 0;

	for (double power = step; power <= people * 1.000001; power *= step)
		weight++;
	if (tx_slice_is(code, "PPLX"))
		weight -= 150;
	if (tx_slice_is(code, "PPLA"))
		weight += 30;
	return weight;
}

/* "-3.70256" in 1e-5 degrees. */
static uint32_t degrees(const struct pack_table *table, const char *column)
{
	telex_slice field = pack_field(table, column);
	struct tx_cut cut = tx_cut(field, '.');
	bool south = tx_slice_opens(cut.head, "-");
	int32_t value = 0;

	if (cut.tail.len != 5)
		pack_fail("places.tsv:%zu: %s has not five decimals", table->line, column);
	for (size_t i = south ? 1 : 0; i < field.len; i++) {
		if (i != cut.head.len)
			value = value * 10 + (field.ptr[i] - '0');
	}
	return (uint32_t)(south ? -value : value);
}

static uint32_t put_zone(struct pack *pack, telex_slice zone)
{
	bool is_new;
	uint32_t number =
		pack_map_put(&pack->zone_of, zone, (uint32_t)pack->zone_of.count, &is_new);

	if (is_new)
		pack_put(&pack->zones, pack_put_text(pack, zone), TX_PLACE_ZONE_SIZE);
	return number;
}

static uint32_t put_place_area(struct pack *pack, const struct pack_table *table)
{
	char *code = pack_alloc(&pack->arena, AREA_CODE_MAX);
	telex_slice country = pack_field(table, "cc"), admin1 = pack_field(table, "admin1"),
		    admin2 = pack_field(table, "admin2");
	int len = snprintf(code, AREA_CODE_MAX, "%.*s.%.*s%s%.*s", (int)country.len, country.ptr,
			   (int)admin1.len, admin1.ptr, admin2.len > 0 ? "." : "", (int)admin2.len,
			   admin2.ptr);

	if (len < 0 || len >= AREA_CODE_MAX)
		pack_fail("places.tsv:%zu: code of the area is too long", table->line);
	return pack_put_area(pack, tx_slice(code, (size_t)len), (telex_slice){NULL, 0});
}

static bool is_capital(const struct pack_table *table)
{
	return (tx_slice_is(pack_field(table, "fcode"), "PPLC") &&
		tx_slice_in(pack_field(table, "cc"), sovereign)) ||
	       tx_slice_in(pack_field(table, "geonameid"), other_capitals);
}

static unsigned flags(const struct pack_table *table)
{
	return (is_capital(table) ? TX_PLACE_CAPITAL : 0U) |
	       (tx_slice_is(pack_field(table, "fcode"), "PPLX") ? TX_PLACE_SECTION : 0U);
}

/* The English name where there is one, else the name; canonical.tsv corrects some. */
static uint32_t put_canonical(struct pack *pack, const struct pack_table *table)
{
	uint32_t known = pack_map_get(&pack->canonical_of, pack_field(table, "geonameid"));
	telex_slice english = tx_cut(pack_field(table, "name_en"), '|').head;

	if (known != TX_PLACE_NONE)
		return known;
	return pack_put_text(pack, english.len > 0 ? english : pack_field(table, "name"));
}

static void put_record(struct pack *pack, const struct pack_table *table)
{
	struct tx_buffer *out = &pack->records;

	pack_put(out, pack_number(table, "geonameid"), 4);
	pack_put(out, degrees(table, "lat"), 4);
	pack_put(out, degrees(table, "lon"), 4);
	pack_put(out, put_canonical(pack, table), 3);
	pack_put(out, flags(table), 1);
	pack_put(out, put_place_area(pack, table), 2);
	pack_put(out, put_zone(pack, pack_field(table, "tz")), 2);
	pack_put(out, (uint32_t)weigh(table), 2);
}

/* The names in "Elche/Elx", "Frankfurt (Oder)", "Foz - Lugo". */
static void add_parts(struct pack *pack, telex_slice name, uint32_t record)
{
	static const char *const marks[] = {"/", " - ", " ("};

	for (size_t i = 0; i < TX_COUNT(marks); i++) {
		telex_slice mark = tx_slice_of(marks[i]);
		size_t at = tx_slice_find(name, mark);
		if (at == name.len || at < 3)
			continue;
		pack_keys_add(&pack->keys, tx_slice_take(name, at), TX_PLACE_NAME, record);
		if (mark.ptr[mark.len - 1] != '(')
			pack_keys_add(&pack->keys, tx_slice_skip(name, at + mark.len),
				      TX_PLACE_NAME, record);
	}
}

static void add_translations(struct pack *pack, telex_slice list, bool with_parts, uint32_t record)
{
	struct tx_cut cut = {.tail = list, .found = list.len > 0};

	while (cut.found) {
		cut = tx_cut(cut.tail, '|');
		pack_keys_add(&pack->keys, cut.head, TX_PLACE_NAME, record);
		if (with_parts)
			add_parts(pack, cut.head, record);
	}
}

static void add_names(struct pack *pack, const struct pack_table *table, uint32_t record)
{
	bool section = tx_slice_is(pack_field(table, "fcode"), "PPLX");

	pack_keys_add(&pack->keys, pack_field(table, "name"), TX_PLACE_NAME, record);
	pack_keys_add(&pack->keys, pack_field(table, "asciiname"), TX_PLACE_NAME, record);
	if (!section)
		add_parts(pack, pack_field(table, "name"), record);
	for (size_t i = 0; pack_language_column(i) != NULL; i++)
		add_translations(pack, pack_field(table, pack_language_column(i)), !section,
				 record);
	pack_add_list(pack, pack_field(table, "other"), TX_PLACE_ALTERNATE, record);
}

static void read_places(struct pack *pack)
{
	struct pack_table table;

	pack_table_open(&table, pack->folder, "places.tsv", &pack->arena);
	while (pack_table_next(&table)) {
		bool is_new;
		uint32_t record = pack->record_count++;
		pack_map_put(&pack->record_of, pack_field(&table, "geonameid"), record, &is_new);
		if (!is_new)
			pack_fail("places.tsv:%zu: a place that was there before", table.line);
		put_record(pack, &table);
		add_names(pack, &table, record);
		if (tx_slice_is(pack_field(&table, "fcode"), "PPLC"))
			pack_set_capital(pack, pack_field(&table, "cc"), record);
	}
}

static uint32_t find_record(const struct pack *pack, const struct pack_table *table)
{
	telex_slice id = pack_field(table, "geonameid");
	uint32_t record = pack_map_get(&pack->record_of, id);

	if (record == TX_PLACE_NONE)
		pack_fail("%s:%zu: no place '%.*s'", table->name, table->line, (int)id.len, id.ptr);
	return record;
}

/* A form that is the place's own name is no exonym; a weak one has homonyms of some size. */
static enum tx_place_kind exonym_kind(const struct pack_table *table)
{
	telex_slice source = pack_field(table, "best_source");

	if (tx_slice_is(pack_field(table, "strength"), "strong"))
		return tx_slice_is(source, "name") ? TX_PLACE_NAME : TX_PLACE_EXONYM;
	return tx_slice_is(source, "own") ? TX_PLACE_ALTERNATE : TX_PLACE_NAME;
}

static void read_exonyms(struct pack *pack)
{
	struct pack_table table;

	pack_table_open(&table, pack->folder, "exonyms.tsv", &pack->arena);
	while (pack_table_next(&table))
		pack_keys_add(&pack->keys, pack_field(&table, "form"), exonym_kind(&table),
			      find_record(pack, &table));
}

static void read_alone(struct pack *pack)
{
	struct pack_table table;

	pack_table_open(&table, pack->folder, "ap_standalone.tsv", &pack->arena);
	while (pack_table_next(&table)) {
		size_t at = TX_PLACE_RECORD_SIZE * (size_t)find_record(pack, &table) + FLAGS_AT;
		pack->records.data[at] = (char)(pack->records.data[at] | TX_PLACE_ALONE);
	}
}

static void read_canonical(struct pack *pack)
{
	struct pack_table table;

	pack_table_open(&table, pack->folder, "canonical.tsv", &pack->arena);
	while (pack_table_next(&table)) {
		bool is_new;
		pack_map_put(&pack->canonical_of, pack_field(&table, "geonameid"),
			     pack_put_text(pack, pack_field(&table, "name")), &is_new);
	}
}

void pack_places(struct pack *pack)
{
	read_canonical(pack);
	read_places(pack);
	read_exonyms(pack);
	read_alone(pack);
}
