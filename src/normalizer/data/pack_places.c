/* Packs the tables of places in this folder into the blob that normalizer/place_format.h describes.
 *
 *     pack_places FOLDER OUT            the blob
 *     pack_places --array FOLDER OUT    the same as a C array, where no assembler can take it in
 *
 * A build tool that runs on the building machine; the same input gives the same bytes everywhere. */
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>

#include "normalizer/data/pack.h"

#define AREA_CODE_MAX 32

struct pack {
	struct tx_arena arena;
	const char *folder;
	struct pack_keys keys;
	struct pack_map record_of;  /* GeoNames id */
	struct pack_map area_of;    /* "ES.51.CA" */
	struct pack_map country_of; /* "ES" */
	struct pack_map zone_of;
	struct pack_map text_of; /* offset in texts */
	uint32_t record_count;
	struct tx_buffer records, areas, countries, zones, texts;
};

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

static const char *const languages[] = {"name_en", "name_es", "name_pt", "name_fr", "name_it",
					"name_de", "name_ca", "name_gl", "name_eu"};
#define LANGUAGES (sizeof(languages) / sizeof(languages[0]))

/* ---- texts, areas, countries ---- */

static uint32_t put_text(struct pack *pack, telex_slice text)
{
	bool is_new;
	uint32_t offset =
		pack_map_put(&pack->text_of, text, (uint32_t)pack->texts.len, &is_new);

	if (!is_new)
		return offset;
	if (text.len > 255)
		pack_fail("a text of %zu bytes", text.len);
	pack_put(&pack->texts, (uint32_t)text.len, 1);
	tx_buffer_slice(&pack->texts, text);
	return offset;
}

static uint32_t put_country(struct pack *pack, telex_slice code)
{
	bool is_new;
	uint32_t number =
		pack_map_put(&pack->country_of, code, (uint32_t)pack->country_of.count, &is_new);

	if (!is_new)
		return number;
	if (code.len != 2)
		pack_fail("'%.*s' is no code of a country", (int)code.len, code.ptr);
	tx_buffer_slice(&pack->countries, code);
	pack_put(&pack->countries, TX_PLACE_NONE, 3);
	return number;
}

static uint32_t get_u24(const char *at)
{
	const unsigned char *p = (const unsigned char *)at;

	return p[0] | (uint32_t)p[1] << 8 | (uint32_t)p[2] << 16;
}

/* The first capital that comes stays: the table has the larger places first. */
static void set_capital(struct pack *pack, telex_slice country, uint32_t record)
{
	uint32_t number = put_country(pack, country);
	char *at = pack->countries.data + TX_PLACE_COUNTRY_SIZE * (size_t)number + 2;

	if (get_u24(at) != TX_PLACE_NONE)
		return;
	for (unsigned i = 0; i < 3; i++)
		at[i] = (char)(record >> 8 * i & 0xff);
}

/* "ES.51" of "ES.51.CA"; "ES.51" of itself. */
static telex_slice area_above(telex_slice code)
{
	size_t dots = 0, at = 0;

	for (; at < code.len; at++) {
		dots += code.ptr[at] == '.';
		if (dots == 2)
			break;
	}
	return tx_slice_take(code, at);
}

static uint32_t put_area(struct pack *pack, telex_slice code, telex_slice iso)
{
	uint32_t known = pack_map_get(&pack->area_of, code);
	telex_slice above = area_above(code);
	bool is_new;

	if (known != TX_PLACE_NONE)
		return known;
	uint32_t above_number =
		above.len < code.len ? put_area(pack, above, (telex_slice){NULL, 0})
				     : (uint32_t)pack->area_of.count;
	uint32_t number =
		pack_map_put(&pack->area_of, code, (uint32_t)pack->area_of.count, &is_new);
	put_country(pack, tx_slice_take(code, 2));
	tx_buffer_slice(&pack->areas, tx_slice_take(code, 2));
	pack_put(&pack->areas, above_number, 2);
	pack_put(&pack->areas, put_text(pack, iso), 3);
	return number;
}

/* Each of "a|b|c" as a key. */
static void add_list(struct pack *pack, telex_slice list, enum tx_place_kind kind, uint32_t index)
{
	struct tx_cut cut = {.tail = list, .found = list.len > 0};

	while (cut.found) {
		cut = tx_cut(cut.tail, '|');
		pack_keys_add(&pack->keys, cut.head, kind, index);
	}
}

static void pack_areas(struct pack *pack)
{
	struct pack_table table;

	pack_table_open(&table, pack->folder, "admin.tsv", &pack->arena);
	while (pack_table_next(&table)) {
		uint32_t area = put_area(pack, pack_field(&table, "gn_code"),
					 pack_field(&table, "iso3166_2"));
		pack_keys_add(&pack->keys, pack_field(&table, "name"), TX_PLACE_AREA, area);
		for (size_t i = 0; i < LANGUAGES; i++)
			add_list(pack, pack_field(&table, languages[i]), TX_PLACE_AREA, area);
	}
}

static void pack_regions(struct pack *pack)
{
	struct pack_table table;

	pack_table_open(&table, pack->folder, "regions.tsv", &pack->arena);
	while (pack_table_next(&table)) {
		telex_slice code = pack_field(&table, "gn_code");
		telex_slice kind = pack_field(&table, "kind");
		telex_slice form = pack_field(&table, "form");
		bool mark = tx_slice_is(kind, "plate") || tx_slice_is(kind, "abbr");
		if (code.len == 2)
			pack_keys_add(&pack->keys, form, TX_PLACE_COUNTRY_FORM,
				      put_country(pack, code));
		else
			pack_keys_add(&pack->keys, form, mark ? TX_PLACE_AREA_MARK : TX_PLACE_AREA,
				      put_area(pack, code, pack_field(&table, "iso3166_2")));
	}
}

static enum tx_place_kind country_kind(telex_slice source)
{
	if (tx_slice_is(source, "own"))
		return TX_PLACE_COUNTRY_FORM;
	if (tx_slice_is(source, "own-historic") || tx_slice_is(source, "cldr-codeMappings"))
		return TX_PLACE_COUNTRY_WEAK;
	return TX_PLACE_COUNTRY;
}

static void pack_countries(struct pack *pack)
{
	struct pack_table table;

	pack_table_open(&table, pack->folder, "countries.tsv", &pack->arena);
	while (pack_table_next(&table))
		pack_keys_add(&pack->keys, pack_field(&table, "form"),
			      country_kind(pack_field(&table, "source")),
			      put_country(pack, pack_field(&table, "cc")));
}

/* ---- places ---- */

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
		pack_put(&pack->zones, put_text(pack, zone), TX_PLACE_ZONE_SIZE);
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
	return put_area(pack, tx_slice(code, (size_t)len), (telex_slice){NULL, 0});
}

static bool is_capital(const struct pack_table *table)
{
	return (tx_slice_is(pack_field(table, "fcode"), "PPLC") &&
		tx_slice_in(pack_field(table, "cc"), sovereign)) ||
	       tx_slice_in(pack_field(table, "geonameid"), other_capitals);
}

/* The English name where there is one, else the name. */
static telex_slice canonical(const struct pack_table *table)
{
	telex_slice english = tx_cut(pack_field(table, "name_en"), '|').head;

	return english.len > 0 ? english : pack_field(table, "name");
}

static void put_record(struct pack *pack, const struct pack_table *table)
{
	struct tx_buffer *out = &pack->records;

	pack_put(out, pack_number(table, "geonameid"), 4);
	pack_put(out, degrees(table, "lat"), 4);
	pack_put(out, degrees(table, "lon"), 4);
	pack_put(out, put_text(pack, canonical(table)), 3);
	pack_put(out, is_capital(table) ? TX_PLACE_CAPITAL : 0, 1);
	pack_put(out, put_place_area(pack, table), 2);
	pack_put(out, put_zone(pack, pack_field(table, "tz")), 2);
	pack_put(out, (uint32_t)weigh(table), 2);
}

/* The names in "Elche/Elx", "Frankfurt (Oder)", "Foz - Lugo". */
static void add_parts(struct pack *pack, telex_slice name, uint32_t record)
{
	static const char *const marks[] = {"/", " - ", " ("};

	for (size_t i = 0; i < sizeof(marks) / sizeof(marks[0]); i++) {
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

static void add_names(struct pack *pack, const struct pack_table *table, uint32_t record)
{
	bool section = tx_slice_is(pack_field(table, "fcode"), "PPLX");

	pack_keys_add(&pack->keys, pack_field(table, "name"), TX_PLACE_NAME, record);
	pack_keys_add(&pack->keys, pack_field(table, "asciiname"), TX_PLACE_NAME, record);
	if (!section)
		add_parts(pack, pack_field(table, "name"), record);
	for (size_t i = 0; i < LANGUAGES; i++) {
		struct tx_cut cut = {.tail = pack_field(table, languages[i]), .found = true};
		while (cut.found) {
			cut = tx_cut(cut.tail, '|');
			pack_keys_add(&pack->keys, cut.head, TX_PLACE_NAME, record);
			if (!section)
				add_parts(pack, cut.head, record);
		}
	}
	add_list(pack, pack_field(table, "other"), TX_PLACE_ALTERNATE, record);
}

static void pack_records(struct pack *pack)
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
			set_capital(pack, pack_field(&table, "cc"), record);
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

static void pack_exonyms(struct pack *pack)
{
	struct pack_table table;

	pack_table_open(&table, pack->folder, "exonyms.tsv", &pack->arena);
	while (pack_table_next(&table))
		pack_keys_add(&pack->keys, pack_field(&table, "form"), exonym_kind(&table),
			      find_record(pack, &table));
}

static void pack_alone(struct pack *pack)
{
	struct pack_table table;

	pack_table_open(&table, pack->folder, "ap_standalone.tsv", &pack->arena);
	while (pack_table_next(&table)) {
		size_t at = TX_PLACE_RECORD_SIZE * (size_t)find_record(pack, &table) + 15;
		pack->records.data[at] = (char)(pack->records.data[at] | TX_PLACE_ALONE);
	}
}

/* ---- the blob ---- */

static void put_head(struct tx_buffer *out, const struct tx_buffer *const *sections,
		     const uint32_t *counts)
{
	uint32_t at = 4 * TX_PLACE_HEAD__COUNT, size = at;

	for (size_t i = 0; sections[i] != NULL; i++)
		size += (uint32_t)sections[i]->len;
	pack_put(out, TX_PLACE_MAGIC, 4);
	pack_put(out, size, 4);
	for (size_t i = 0; sections[i] != NULL; i++) {
		pack_put(out, at, 4);
		if (counts[i] > 0)
			pack_put(out, counts[i], 4);
		at += (uint32_t)sections[i]->len;
	}
}

static void put_blob(struct pack *pack, struct tx_buffer *out)
{
	struct tx_buffer blocks = {0}, keys = {0};
	const struct tx_buffer *sections[] = {&pack->records, &pack->areas, &pack->countries,
					      &pack->zones,   &blocks,	    &keys,
					      &pack->texts,   NULL};

	pack_keys_write(&pack->keys, &blocks, &keys);
	const uint32_t counts[] = {pack->record_count,
				   (uint32_t)pack->area_of.count,
				   (uint32_t)pack->country_of.count,
				   (uint32_t)pack->zone_of.count,
				   (uint32_t)(blocks.len / 4),
				   0,
				   0};
	put_head(out, sections, counts);
	for (size_t i = 0; sections[i] != NULL; i++)
		tx_buffer_slice(out, tx_slice(sections[i]->data, sections[i]->len));
	for (size_t i = 0; sections[i] != NULL; i++)
		out->failed |= sections[i]->failed;
	tx_buffer_done(&blocks);
	tx_buffer_done(&keys);
}

static void check_limits(const struct pack *pack)
{
	if (pack->area_of.count > UINT16_MAX || pack->zone_of.count > UINT16_MAX ||
	    pack->texts.len > TX_PLACE_NONE)
		pack_fail("the tables have outgrown the format");
}

static void put_array(struct tx_buffer *out, const struct tx_buffer *blob)
{
	tx_buffer_lit(out, "extern const unsigned char tx_place_data[];\n"
			   "const unsigned char tx_place_data[] = {");
	for (size_t i = 0; i < blob->len; i++) {
		tx_buffer_lit(out, ",\n");
		if (i == 0 || i % 24 != 0)
			out->len -= i == 0 ? 2 : 1;
		tx_buffer_number(out, (unsigned char)blob->data[i]);
	}
	tx_buffer_lit(out, "};\n");
}

static void write_file(const char *path, const struct tx_buffer *bytes)
{
	FILE *file = fopen(path, "wb");

	if (file == NULL || fwrite(bytes->data, 1, bytes->len, file) != bytes->len ||
	    fclose(file) != 0)
		pack_fail("cannot write '%s': %s", path, strerror(errno));
}

int main(int argc, char **argv)
{
	struct pack pack = {.keys.arena = &pack.arena};
	struct tx_buffer blob = {0}, array = {0};
	bool as_array = argc == 4 && strcmp(argv[1], "--array") == 0;

	if (argc != 3 && !as_array)
		pack_fail("usage: pack_places [--array] FOLDER OUT");
	pack.folder = argv[argc - 2];
	pack_map_init(&pack.record_of, 1 << 17, &pack.arena);
	pack_map_init(&pack.area_of, 1 << 14, &pack.arena);
	pack_map_init(&pack.country_of, 1 << 10, &pack.arena);
	pack_map_init(&pack.zone_of, 1 << 11, &pack.arena);
	pack_map_init(&pack.text_of, 1 << 18, &pack.arena);
	put_text(&pack, TX_LIT(""));
	pack_areas(&pack);
	pack_regions(&pack);
	pack_countries(&pack);
	pack_records(&pack);
	pack_exonyms(&pack);
	pack_alone(&pack);
	check_limits(&pack);
	put_blob(&pack, &blob);
	if (as_array)
		put_array(&array, &blob);
	if (blob.failed || array.failed)
		pack_fail("out of memory");
	write_file(argv[argc - 1], as_array ? &array : &blob);
	tx_buffer_done(&array);
	tx_buffer_done(&blob);
	tx_buffer_done(&pack.records);
	tx_buffer_done(&pack.areas);
	tx_buffer_done(&pack.countries);
	tx_buffer_done(&pack.zones);
	tx_buffer_done(&pack.texts);
	tx_arena_done(&pack.arena);
	return EXIT_SUCCESS;
}
