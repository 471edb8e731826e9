/* Places of datelines: from the name as written to one place on earth.
 * Rules: a qualifier decides; else capital; else population, the agency's home country a strong
 * prior (x100); AP's list of cities that stand alone for English wires; a known qualifier with an
 * unknown place gives the country alone. */
#ifndef TX_NORMALIZER_PLACES_H
#define TX_NORMALIZER_PLACES_H

#include <stdbool.h>

#include "core/known_place.h"
#include "core/record.h"

/** What is known about the wire a place name is on. */
struct tx_place_context {
	const char *home;     /* ISO 3166-1 alpha-2 of the agency's home country, "" = none */
	telex_slice language; /* BCP 47 of the text, empty = unknown */
};

/** Fill canonical, country, region, geonames_id, latitude, longitude, timezone and ambiguous of a
 * place whose name and qualifier are set; what is not known stays empty.  Allocates nothing: texts
 * point into the table. */
void tx_place_resolve(struct tx_place *place, const struct tx_place_context *context);

/** What the table knows of a name; for names that are not places by their position. */
enum tx_known_place tx_place_known(telex_slice name);

/** The credit that the data's licences ask for. */
#define TX_PLACES_CREDIT                                                                           \
	"Place data (c) GeoNames (https://www.geonames.org), CC BY 4.0\n"                          \
	"(https://creativecommons.org/licenses/by/4.0/), subset, merged and reformatted, "         \
	"provided "                                                                                \
	"as is.\n"                                                                                 \
	"Localized names from Unicode CLDR 41/48, (c) 1991-2026 Unicode, Inc., Unicode License "   \
	"V3 "                                                                                      \
	"/ DFS-2016\n"                                                                             \
	"(https://www.unicode.org/license.txt). Time zones: IANA tzdata, public domain.\n"

#endif
