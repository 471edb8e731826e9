/* Places of datelines, by name, country and region. */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>

#include <stdio.h>

#include "normalizer/places/place_key.h"
#include "normalizer/places/places.h"

#define COUNT(array) (sizeof(array) / sizeof((array)[0]))

struct row {
	const char *name, *qualifier, *home, *language;
	const char *country, *canonical; /* what is wanted */
	uint32_t geonames_id;
	const char *timezone, *region;
	bool ambiguous;
};

static const struct row rows[] = {
	{"Teherán", "", "ES", "es", "IR", "Tehran", 112931, "Asia/Tehran", "IR-07", false},
	{"TEHRAN", "", "US", "en", "IR", "Tehran", 112931, "Asia/Tehran", "IR-07", false},
	{"México", "", "ES", "es", "MX", "Mexico City", 3530597, "America/Mexico_City", "MX-CMX",
	 false},
	{"México D.F.", "", "ES", "es", "MX", "Mexico City", 3530597, "America/Mexico_City",
	 "MX-CMX", false},
	{"Méjico", "", "ES", "es", "MX", "Mexico City", 3530597, "America/Mexico_City", "MX-CMX",
	 false},
	{"Roma", "", "ES", "es", "IT", "Rome", 3169070, "Europe/Rome", "IT-RM", false},
	{"Roma", "", "US", "en", "IT", "Rome", 3169070, "Europe/Rome", "IT-RM", false},
	{"Ginebra", "", "ES", "es", "CH", "Geneva", 2660646, "Europe/Zurich", "CH-GE", false},
	{"Lérida", "", "ES", "es", "ES", "Lleida", 3118514, "Europe/Madrid", "ES-L", false},
	{"Padua", "", "ES", "es", "IT", "Padua", 3171728, "Europe/Rome", "IT-PD", false},
	{"Atenas", "", "ES", "es", "GR", "Athens", 264371, "Europe/Athens", "", false},
	{"Pekín", "", "ES", "es", "CN", "Beijing", 1816670, "Asia/Shanghai", "CN-BJ", false},
	{"PEKING", "", "GB", "en", "CN", "Beijing", 1816670, "Asia/Shanghai", "CN-BJ", false},
	{"Mérida", "", "ES", "es", "ES", "Mérida", 2513917, "Europe/Madrid", "ES-BA", true},
	{"Mérida", "", "MX", "es", "MX", "Mérida", 3523349, "America/Merida", "MX-YUC", false},
	{"Mérida", "México", "ES", "es", "MX", "Mérida", 3523349, "America/Merida", "MX-YUC",
	 false},
	{"Mérida", "Venezuela", "ES", "es", "VE", "Mérida", 3632308, "America/Caracas", "VE-L",
	 false},
	{"San José", "", "ES", "es", "CR", "San José", 3621849, "America/Costa_Rica", "CR-SJ",
	 false},
	{"SAN JOSE", "Calif.", "US", "en", "US", "San Jose", 5392171, "America/Los_Angeles",
	 "US-CA", false},
	{"Guadalajara", "", "ES", "es", "ES", "Guadalajara", 3121070, "Europe/Madrid", "ES-GU",
	 true},
	{"Guadalajara", "", "MX", "es", "MX", "Guadalajara", 4005539, "America/Mexico_City",
	 "MX-JAL", false},
	{"Guadalajara", "México", "ES", "es", "MX", "Guadalajara", 4005539, "America/Mexico_City",
	 "MX-JAL", false},
	{"Córdoba", "", "ES", "es", "ES", "Córdoba", 2519240, "Europe/Madrid", "ES-CO", false},
	{"Córdoba", "", "AR", "es", "AR", "Córdoba", 3860259, "America/Argentina/Cordoba", "AR-X",
	 false},
	{"León", "", "ES", "es", "ES", "León", 3118532, "Europe/Madrid", "ES-LE", true},
	{"León", "Nicaragua", "ES", "es", "NI", "León", 3618030, "America/Managua", "NI-LE", false},
	{"Cuenca", "", "ES", "es", "ES", "Cuenca", 3124132, "Europe/Madrid", "ES-CU", true},
	{"Granada", "", "ES", "es", "ES", "Granada", 2517117, "Europe/Madrid", "ES-GR", false},
	{"Granada", "Nicaragua", "ES", "es", "NI", "Granada", 3619136, "America/Managua", "NI-GR",
	 false},
	{"La Paz", "", "ES", "es", "BO", "La Paz", 3911925, "America/La_Paz", "BO-L", false},
	{"Santo Domingo", "", "ES", "es", "DO", "Santo Domingo", 3492908, "America/Santo_Domingo",
	 "DO-01", false},
	{"ST. LOUIS", "", "", "en", "US", "St Louis", 4407066, "America/Chicago", "US-MO", false},
	{"Saint-Louis", "Sénégal", "FR", "fr", "SN", "Saint-Louis", 2246452, "Africa/Dakar",
	 "SN-SL", false},
	{"Saint-Louis", "", "", "fr", "SN", "Saint-Louis", 2246452, "Africa/Dakar", "SN-SL", true},
	{"Paris", "Texas", "US", "en", "US", "Paris", 4717560, "America/Chicago", "US-TX", false},
	{"París", "", "ES", "es", "FR", "Paris", 2988507, "Europe/Paris", "FR-75", false},
	{"Nueva York", "", "ES", "es", "US", "New York", 5128581, "America/New_York", "US-NY",
	 false},
	{"WASHINGTON", "", "GB", "en", "US", "Washington D.C.", 4140963, "America/New_York",
	 "US-DC", false},
	{"Washington", "D.C.", "US", "en", "US", "Washington D.C.", 4140963, "America/New_York",
	 "US-DC", false},
	{"BOSTON", "", "GB", "en", "US", "Boston", 4930956, "America/New_York", "US-MA", false},
	{"Boston", "Mass.", "US", "en", "US", "Boston", 4930956, "America/New_York", "US-MA",
	 false},
	{"VANCOUVER", "British Columbia", "US", "en", "CA", "Vancouver", 6173331,
	 "America/Vancouver", "CA-BC", false},
	{"Vancouver", "Wash.", "US", "en", "US", "Vancouver", 5814616, "America/Los_Angeles",
	 "US-WA", false},
	{"KANSAS CITY", "Mo.", "US", "en", "US", "Kansas City", 4393217, "America/Chicago", "US-MO",
	 false},
	{"KANSAS CITY", "Kan.", "US", "en", "US", "Kansas City", 4273837, "America/Chicago",
	 "US-KS", false},
	{"Miami", "EEUU", "ES", "es", "US", "Miami", 4164138, "America/New_York", "US-FL", false},
	{"Fráncfort", "RFA", "ES", "es", "DE", "Frankfurt am Main", 2925533, "Europe/Berlin",
	 "DE-HE", false},
	{"Düsseldorf", "", "ES", "es", "DE", "Düsseldorf", 2934246, "Europe/Berlin", "DE-NW",
	 false},
	{"Duesseldorf", "Alemania", "ES", "es", "DE", "Düsseldorf", 2934246, "Europe/Berlin",
	 "DE-NW", false},
	{"HANOVER", "West Germany", "GB", "en", "DE", "Hanover", 2910831, "Europe/Berlin", "DE-NI",
	 false},
	/* GeoNames has half a code for the areas that these lie in. */
	{"Taipei", "", "ES", "es", "TW", "Taipei", 1668341, "Asia/Taipei", "TW-TPE", false},
	{"Taichung", "", "ES", "es", "TW", "Taichung", 1668399, "Asia/Taipei", "", false},
	{"Fort-de-France", "", "FR", "fr", "MQ", "Fort-de-France", 3570675, "America/Martinique",
	 "", false},
	{"Kiev", "URSS", "ES", "es", "UA", "Kyiv", 703448, "Europe/Kyiv", "", false},
	{"Vilna", "URSS", "ES", "es", "LT", "Vilnius", 593116, "Europe/Vilnius", "", false},
	{"Zagreb", "Yugoslavia", "ES", "es", "HR", "Zagreb", 3186886, "Europe/Zagreb", "", false},
	{"Skopje", "Yugoslavia", "ES", "es", "MK", "Skopje", 785842, "Europe/Skopje", "", false},
	{"Bratislava", "Checoslovaquia", "ES", "es", "SK", "Bratislava", 3060972,
	 "Europe/Bratislava", "SK-BL", false},
	{"Berlin", "East Germany", "GB", "en", "DE", "Berlin", 2950159, "Europe/Berlin", "DE-BE",
	 false},
	{"WEST BERLIN", "", "GB", "en", "DE", "Berlin", 2950159, "Europe/Berlin", "DE-BE", false},
	{"Leningrado", "URSS", "ES", "es", "RU", "Saint Petersburg", 498817, "Europe/Moscow",
	 "RU-SPE", false},
	{"Calahorra", "La Rioja", "ES", "es", "ES", "Calahorra", 3127065, "Europe/Madrid", "ES-LO",
	 false},
	{"Calaharra", "La Rioja", "ES", "es", "ES", "", 0, "", "", false},
	{"La Toja", "Pontevedra", "ES", "es", "ES", "", 0, "", "", false},
	{"Qwertyville", "Texas", "US", "en", "US", "", 0, "", "", false},
	{"Madridejos", "Italia", "ES", "es", "IT", "", 0, "", "", false},
	{"Presgov", "Eslovaquia", "ES", "es", "SK", "", 0, "", "", false},
	{"Presgov", "URSS", "ES", "es", "RU", "", 0, "", "", true},
	{"Plasencia", "Cáceres", "ES", "es", "ES", "Plasencia", 3113331, "Europe/Madrid", "ES-CC",
	 false},
	{"Ciutadella", "Menorca", "ES", "es", "ES", "Ciutadella", 3124967, "Europe/Madrid", "ES-PM",
	 false},
	{"Llodio", "Alava", "ES", "es", "ES", "Llodio", 3118228, "Europe/Madrid", "ES-VI", false},
	{"Vitoria", "", "ES", "es", "ES", "Vitoria-Gasteiz", 3104499, "Europe/Madrid", "ES-VI",
	 false},
	{"San Sebastián", "", "ES", "es", "ES", "San Sebastián", 3110044, "Europe/Madrid", "ES-SS",
	 false},
	{"L'Hospitalet", "Barcelona", "ES", "es", "ES", "", 0, "", "", false},
	{"La Seu d’Urgell", "Lleida", "ES", "es", "ES", "La Seu d'Urgell", 3109143, "Europe/Madrid",
	 "ES-L", false},
	{"UNITED NATIONS", "", "GB", "en", "US", "New York", 5128581, "America/New_York", "US-NY",
	 false},
	{"Naciones Unidas", "", "ES", "es", "US", "New York", 5128581, "America/New_York", "US-NY",
	 false},
	{"KUWAIT", "", "GB", "en", "KW", "Kuwait City", 285787, "Asia/Kuwait", "KW-KU", false},
	{"BAHRAIN", "", "GB", "en", "BH", "Manama", 290340, "Asia/Bahrain", "", true},
	{"Amán", "", "ES", "es", "JO", "Amman", 250441, "Asia/Amman", "JO-AM", false},
	{"Bethlehem", "Pa.", "US", "en", "US", "Bethlehem", 5180225, "America/New_York", "US-PA",
	 false},
	{"Belém", "", "", "pt", "BR", "Belém", 3405870, "America/Belem", "BR-PA", false},
	{"Haia", "", "PT", "pt", "NL", "The Hague", 2747373, "Europe/Amsterdam", "NL-ZH", false},
	{"Cataluña", "", "ES", "es", "ES", "", 0, "", "ES-CT", false},
	{"Asturias", "", "ES", "es", "ES", "", 0, "", "ES-AS", false},
	{"ENGLAND", "", "US", "en", "GB", "", 0, "", "GB-ENG", false},
	{"Londres", "", "AR", "es", "GB", "London", 2643743, "Europe/London", "GB-ENG", false},
	{"Florencia", "Italia", "ES", "es", "IT", "Florence", 3176959, "Europe/Rome", "IT-FI",
	 false},
	{"Madrid / Mérida", "", "ES", "es", "ES", "Madrid", 3117735, "Europe/Madrid", "ES-M",
	 false},
	{"LONDON", "Ontario", "US", "en", "CA", "London", 6058560, "America/Toronto", "CA-ON",
	 false},
	{"GEORGETOWN", "", "GB", "en", "GY", "Georgetown", 3378644, "America/Guyana", "GY-DE",
	 false},
	{"Dili", "", "PT", "pt", "TL", "Dili", 1645457, "Asia/Dili", "TL-DI", false},
	{"Genf", "", "CH", "de", "CH", "Geneva", 2660646, "Europe/Zurich", "CH-GE", false},
	{"Nueva Orleáns", "EEUU", "ES", "es", "US", "New Orleans", 4335045, "America/Chicago",
	 "US-LA", false},
	{"SAO PAULO", "", "GB", "en", "BR", "São Paulo", 3448439, "America/Sao_Paulo", "BR-SP",
	 false},
	{"Jerusalén", "", "ES", "es", "IL", "Jerusalem", 281184, "Asia/Jerusalem", "IL-JM", false},
	{"Springfield", "", "US", "en", "US", "Springfield", 4250542, "America/Chicago", "US-IL",
	 true},
	{"Redacción Deportes", "", "ES", "es", "", "", 0, "", "", false},
	{"REDACCIÓN INTERNACIONAL", "", "ES", "es", "", "", 0, "", "", false},
	{"Redacción Central", "", "ES", "es", "", "", 0, "", "", false},
	{"En el mar", "", "ES", "es", "", "", 0, "", "", false},
	{"A bordo del Prestige", "La Coruña", "ES", "es", "", "", 0, "", "", false},
	{"ABOARD AIR FORCE ONE", "", "US", "en", "", "", 0, "", "", false},
	{"Undated", "", "US", "en", "", "", 0, "", "", false},
	{"Qwertyville", "", "US", "en", "", "", 0, "", "", false},
	{"Москва", "", "RU", "ru", "", "", 0, "", "", false},
	{"Ga", "", "US", "en", "US", "", 0, "", "US-GA", false},
	{"Xyz", "Ga.", "US", "en", "US", "", 0, "", "", false},
	{"Xyz", "Georgia", "US", "en", "US", "", 0, "", "", true},
	{"Xyz", "Georgia", "ES", "es", "GE", "", 0, "", "", true},
	{"St. John's", "Newfoundland", "CA", "en", "CA", "St. John’s", 6324733, "America/St_Johns",
	 "CA-NL", false},
	{"Elche", "Alicante", "ES", "es", "ES", "Elche", 2518559, "Europe/Madrid", "ES-A", false},
	{"PERTH", "", "AU", "en", "AU", "Perth", 2063523, "Australia/Perth", "AU-WA", false},
	{"EDMONTON", "", "", "en", "CA", "Edmonton", 5946768, "America/Edmonton", "CA-AB", false},
	{"Genoa", "Italy", "US", "en", "IT", "Genoa", 3176219, "Europe/Rome", "IT-GE", false},
	{"Trinidad", "", "BO", "es", "BO", "La Santisima Trinidad", 3902377, "America/La_Paz",
	 "BO-B", false},
	{"Holguin", "Cuba", "ES", "es", "CU", "Holguín", 3556969, "America/Havana", "CU-11", false},
};

static bool is_text(telex_slice text, const char *want)
{
	return tx_slice_eq(text, tx_slice_of(want));
}

static bool is_wanted(const struct tx_place *place, const struct row *row)
{
	return strcmp(place->country, row->country) == 0 &&
	       is_text(place->canonical, row->canonical) &&
	       place->geonames_id == row->geonames_id && is_text(place->timezone, row->timezone) &&
	       is_text(place->region, row->region) && place->ambiguous == row->ambiguous;
}

static void places_resolve(void **state)
{
	size_t wrong = 0;

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		const struct tx_place_context context = {rows[i].home,
							 tx_slice_of(rows[i].language)};
		struct tx_place place = {.name = tx_slice_of(rows[i].name),
					 .qualifier = tx_slice_of(rows[i].qualifier)};

		tx_place_resolve(&place, &context);
		if (is_wanted(&place, &rows[i]))
			continue;
		wrong++;
		print_message("%s (%s): %s '%.*s' %u %.*s %.*s%s\n", rows[i].name,
			      rows[i].qualifier, place.country, (int)place.canonical.len,
			      place.canonical.ptr, place.geonames_id, (int)place.timezone.len,
			      place.timezone.ptr, (int)place.region.len, place.region.ptr,
			      place.ambiguous ? " ambiguous" : "");
	}
	assert_int_equal(wrong, 0);
}

static void unknown_texts_stay_null(void **state)
{
	const struct tx_place_context context = {"", {NULL, 0}};
	struct tx_place unknown = {.name = TX_LIT("Qwertyville")}, none = {.country = ""};

	(void)state;
	tx_place_resolve(&unknown, &context);
	tx_place_resolve(&none, &context);
	assert_null(unknown.canonical.ptr);
	assert_null(unknown.region.ptr);
	assert_null(unknown.timezone.ptr);
	assert_null(none.canonical.ptr);
}

static void coordinates_are_degrees(void **state)
{
	const struct tx_place_context context = {"ES", TX_LIT("es")};
	struct tx_place place = {.name = TX_LIT("Buenos Aires")};

	(void)state;
	tx_place_resolve(&place, &context);
	assert_float_equal(place.latitude, -34.61315, 1e-9);
	assert_float_equal(place.longitude, -58.37723, 1e-9);
}

struct key_row {
	const char *name;
	const char *want; /* "" = no key */
};

static const struct key_row key_rows[] = {
	{"ST. LOUIS", "st louis"},
	{"Saint-Louis", "st louis"},
	{"Santa Fé", "sta fe"},
	{"L’Hospitalet", "lhospitalet"},
	{"l'Hospitalet", "lhospitalet"},
	{"Vall·llobrega", "vallllobrega"},
	{"  Rivas -- Vaciamadrid ", "rivas vaciamadrid"},
	{"Košice", "kosice"},
	{"Москва", ""},
	{"", ""},
	{"...", ""},
	{"a very long name that goes on and on and on, longer than any place on earth has ever "
	 "been "
	 "called by anyone at all",
	 ""},
};

static void keys_of_names(void **state)
{
	(void)state;
	for (size_t i = 0; i < COUNT(key_rows); i++) {
		struct tx_place_key key = {.len = 0};
		bool found = tx_place_key(tx_slice_of(key_rows[i].name), &key);

		assert_int_equal(found, key_rows[i].want[0] != '\0');
		if (found && !is_text(tx_slice(key.text, key.len), key_rows[i].want))
			fail_msg("'%s' has the key '%.*s'", key_rows[i].name, (int)key.len,
				 key.text);
	}
}

/* Every length of garbage is a miss, not a crash: names come from anywhere. */
static void any_bytes_are_a_name(void **state)
{
	const struct tx_place_context context = {"ES", TX_LIT("en")};
	char bytes[300];

	(void)state;
	for (size_t i = 0; i < sizeof(bytes); i++)
		bytes[i] = (char)(i * 37 % 256);
	for (size_t len = 0; len < sizeof(bytes); len++) {
		struct tx_place place = {.name = tx_slice(bytes, len),
					 .qualifier = tx_slice(bytes + len, sizeof(bytes) - len)};
		tx_place_resolve(&place, &context);
		assert_int_equal(place.geonames_id, 0);
	}
}

static void credit_names_the_sources(void **state)
{
	(void)state;
	assert_non_null(strstr(TX_PLACES_CREDIT, "GeoNames"));
	assert_non_null(strstr(TX_PLACES_CREDIT, "CC BY 4.0"));
	assert_non_null(strstr(TX_PLACES_CREDIT, "Unicode"));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(places_resolve),
		cmocka_unit_test(unknown_texts_stay_null),
		cmocka_unit_test(coordinates_are_degrees),
		cmocka_unit_test(keys_of_names),
		cmocka_unit_test(any_bytes_are_a_name),
		cmocka_unit_test(credit_names_the_sources),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
