/* Packing admin areas and countries, with the texts that all sections share. */
#include "normalizer/data/pack.h"

static const char *const languages[] = {"name_en", "name_es", "name_pt", "name_fr", "name_it",
					"name_de", "name_ca", "name_gl", "name_eu", NULL};

const char *pack_language_column(size_t index)
{
	return languages[index];
}

uint32_t pack_put_text(struct pack *pack, telex_slice text)
{
	bool is_new;
	uint32_t offset = pack_map_put(&pack->text_of, text, (uint32_t)pack->texts.len, &is_new);

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
void pack_set_capital(struct pack *pack, telex_slice country, uint32_t record)
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

uint32_t pack_put_area(struct pack *pack, telex_slice code, telex_slice iso)
{
	uint32_t known = pack_map_get(&pack->area_of, code);
	telex_slice above = area_above(code);
	bool is_new;

	if (known != TX_PLACE_NONE)
		return known;
	uint32_t above_number = above.len < code.len
					? pack_put_area(pack, above, (telex_slice){NULL, 0})
					: (uint32_t)pack->area_of.count;
	uint32_t number =
		pack_map_put(&pack->area_of, code, (uint32_t)pack->area_of.count, &is_new);
	put_country(pack, tx_slice_take(code, 2));
	tx_buffer_slice(&pack->areas, tx_slice_take(code, 2));
	pack_put(&pack->areas, above_number, 2);
	pack_put(&pack->areas, pack_put_text(pack, iso), 3);
	return number;
}

void pack_add_list(struct pack *pack, telex_slice list, enum tx_place_kind kind, uint32_t index)
{
	struct tx_cut cut = {.tail = list, .found = list.len > 0};

	while (cut.found) {
		cut = tx_cut(cut.tail, '|');
		pack_keys_add(&pack->keys, cut.head, kind, index);
	}
}

/* GeoNames gives some areas a code of ISO 3166-2 without its second half ("TW-"): that is not one.
 */
static telex_slice whole_code(telex_slice iso)
{
	return tx_slice_ends(iso, TX_LIT("-")) ? (telex_slice){NULL, 0} : iso;
}

static void read_admin(struct pack *pack)
{
	struct pack_table table;

	pack_table_open(&table, pack->folder, "admin.tsv", &pack->arena);
	while (pack_table_next(&table)) {
		uint32_t area = pack_put_area(pack, pack_field(&table, "gn_code"),
					      whole_code(pack_field(&table, "iso3166_2")));
		pack_keys_add(&pack->keys, pack_field(&table, "name"), TX_PLACE_AREA, area);
		for (size_t i = 0; pack_language_column(i) != NULL; i++)
			pack_add_list(pack, pack_field(&table, pack_language_column(i)),
				      TX_PLACE_AREA, area);
	}
}

static void read_regions(struct pack *pack)
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
				      pack_put_area(pack, code,
						    whole_code(pack_field(&table, "iso3166_2"))));
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

static void read_countries(struct pack *pack)
{
	struct pack_table table;

	pack_table_open(&table, pack->folder, "countries.tsv", &pack->arena);
	while (pack_table_next(&table))
		pack_keys_add(&pack->keys, pack_field(&table, "form"),
			      country_kind(pack_field(&table, "source")),
			      put_country(pack, pack_field(&table, "cc")));
}

void pack_areas(struct pack *pack)
{
	read_admin(pack);
	read_regions(pack);
	read_countries(pack);
}
