/* Reading the packed table of places (place_format.h) where it lies. */
#ifndef TX_NORMALIZER_PLACE_TABLE_H
#define TX_NORMALIZER_PLACE_TABLE_H

#include <stdbool.h>
#include <stdint.h>

#include "core/slice.h"
#include "normalizer/places/place_format.h"

struct tx_place_record {
	uint32_t geonames_id;
	int32_t latitude, longitude; /* 1e-5 degrees */
	uint32_t name;               /* for tx_place_text() */
	uint32_t area;
	uint32_t zone;
	int weight;
	unsigned flags; /* enum tx_place_flag */
};

struct tx_place_area {
	char country[3];
	uint32_t above;   /* its own number at the top */
	telex_slice code; /* ISO 3166-2, empty = unknown */
};

struct tx_place_posting {
	enum tx_place_kind kind;
	uint32_t index;
};

/** The postings of a key that are still to be read; all zero: none. */
struct tx_place_postings {
	const unsigned char *at;
	const unsigned char *end;
};

/** What a key means; no postings when it is not in the table. */
struct tx_place_postings tx_place_find(telex_slice key);

/** Take the next posting; false after the last. */
bool tx_place_next(struct tx_place_postings *postings, struct tx_place_posting *ret_posting);

/** Places in the table; they are numbered from 0. */
uint32_t tx_place_record_count(void);

void tx_place_read_record(uint32_t index, struct tx_place_record *ret_record);
void tx_place_read_area(uint32_t index, struct tx_place_area *ret_area);

/** Code of a country (three bytes with the NUL) into `ret_code`; its capital's record, or
 * TX_PLACE_NONE. */
uint32_t tx_place_read_country(uint32_t index, char *ret_code);

telex_slice tx_place_text(uint32_t offset);
telex_slice tx_place_zone(uint32_t index);

/** Time zone of a country's capital; empty when it is not known. */
telex_slice tx_place_capital_zone(const char *country);

#endif
