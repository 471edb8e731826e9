/* Names of properties in ninjs 1.x, 2.x and 3.x (IPTC, News in JSON), in the JSON of agencies (dpa
 * digitalwires, AP Media API, AFP Core API, Reuters Connect), of papers and collectors of news, and
 * in lines of JSON.  A name means the same wherever it occurs, so that one table holds them all. */
#include "core/ascii.h"
#include "core/scan.h"
#include "reader/json/ninjs.h"

#define NAME_MAX_LEN 32

/* In order. */
static const struct tx_property properties[] = {
#include "reader/json/property_names.def"
};

enum { PROPERTIES = TX_COUNT(properties) };

const struct tx_property *tx_property_find(telex_slice key)
{
	char name[NAME_MAX_LEN + 1];
	size_t len = 0, low = 0, high = PROPERTIES;

	for (size_t i = 0; i < key.len; i++) {
		if (key.ptr[i] == '_' || key.ptr[i] == '-' || key.ptr[i] == ' ')
			continue;
		if (len == NAME_MAX_LEN)
			return NULL;
		name[len++] = tx_lower(key.ptr[i]);
	}
	while (low < high) {
		size_t middle = low + (high - low) / 2;
		int order =
			tx_slice_order(tx_slice(name, len), tx_slice_of(properties[middle].name));
		if (order == 0)
			return &properties[middle];
		if (order < 0)
			high = middle;
		else
			low = middle + 1;
	}
	return NULL;
}
