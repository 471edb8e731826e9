/* What a dateline's qualifier says: "Cáceres", "Mass.", "EEUU", "Texas, USA" as countries and
 * areas. */
#ifndef TX_NORMALIZER_PLACE_FILTER_H
#define TX_NORMALIZER_PLACE_FILTER_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "normalizer/places/place_table.h"
#include "normalizer/places/places.h"

/* Readings of one qualifier; what is beyond is not looked at ("San José" has a dozen). */
#define TX_PLACE_READINGS_MAX 32

struct tx_place_reading {
	enum tx_place_kind kind;
	uint32_t area; /* of TX_PLACE_AREA and TX_PLACE_AREA_MARK */
	char country[3];
	int capital_weight; /* of the country's capital: how large the country is, roughly */
};

struct tx_place_filter {
	struct tx_place_reading readings[TX_PLACE_READINGS_MAX];
	size_t count;
};

/** The readings of a qualifier as written; none when it is no known country or area. */
void tx_place_filter_read(struct tx_place_filter *filter, telex_slice qualifier,
			  const struct tx_place_context *context);

/** Make the filter the area in which a place lies: the state or community, not the province. */
void tx_place_filter_area_of(struct tx_place_filter *filter, const struct tx_place_record *record);

/** How unlikely a reading is, from 0. */
enum { TX_PLACE_RANK_WORST = 3 };

/** Rank of the likeliest reading that a place agrees with; above TX_PLACE_RANK_WORST: with none. */
int tx_place_filter_rank(const struct tx_place_filter *filter, const struct tx_place_record *record,
			 const struct tx_place_context *context);

/** The reading that is most likely meant; `*ret_ambiguous` when another means another country.
 *  NULL without any. */
const struct tx_place_reading *tx_place_filter_best(const struct tx_place_filter *filter,
						    const struct tx_place_context *context,
						    bool *ret_ambiguous);

/** Whether the text is in English. */
bool tx_place_in_english(const struct tx_place_context *context);

/** Whether `country` is the agency's own. */
bool tx_place_at_home(const struct tx_place_context *context, const char *country);

#endif
