/* The packed table of places: its group leads to a few blocks, a binary search over their first
 * keys to one, and a walk through that one to the key.  The blob is the build's own, so nothing in
 * it is checked while it is read. */
#include "normalizer/places/place_table.h"

#include "normalizer/places/place_key.h"

extern const unsigned char tx_place_data[];

static uint32_t number(const unsigned char *p, unsigned bytes)
{
	uint32_t value = 0;

	for (unsigned i = 0; i < bytes; i++)
		value |= (uint32_t)p[i] << 8 * i;
	return value;
}

static uint32_t head(enum tx_place_head field)
{
	return number(tx_place_data + 4 * (size_t)field, 4);
}

static const unsigned char *section(enum tx_place_head field)
{
	return tx_place_data + head(field);
}

static uint32_t base128(const unsigned char **at)
{
	uint32_t value = 0;

	for (unsigned shift = 0;; shift += 7) {
		unsigned char byte = *(*at)++;
		value |= (uint32_t)(byte & 0x7f) << shift;
		if (byte < 0x80)
			return value;
	}
}

static int compare(telex_slice a, telex_slice b)
{
	int order = memcmp(a.ptr, b.ptr, a.len < b.len ? a.len : b.len);

	return order != 0 ? order : (a.len > b.len) - (a.len < b.len);
}

/* The first key of a block shares nothing: it is there whole. */
static telex_slice first_key(const unsigned char *block)
{
	return tx_slice((const char *)block + 2, block[1]);
}

static const unsigned char *block_at(uint32_t block)
{
	uint32_t start = number(section(TX_PLACE_HEAD_BLOCKS) + 4 * (size_t)block, 4);

	return section(TX_PLACE_HEAD_KEYS) + start;
}

/* The last block whose first key is not after `key`. */
static uint32_t find_block(telex_slice key)
{
	const unsigned char *group =
		section(TX_PLACE_HEAD_GROUPS) + 2 * (size_t)tx_place_group(key);
	uint32_t before = number(group, 2), high = number(group + 2, 2);
	uint32_t low = before > 0 ? before - 1 : 0;

	while (high - low > 1) {
		uint32_t middle = low + (high - low) / 2;
		if (compare(first_key(block_at(middle)), key) <= 0)
			low = middle;
		else
			high = middle;
	}
	return low;
}

static size_t agreeing(const unsigned char *own, size_t len, telex_slice rest)
{
	size_t i = 0;

	while (i < len && i < rest.len && own[i] == (unsigned char)rest.ptr[i])
		i++;
	return i;
}

struct tx_place_postings tx_place_find(telex_slice key)
{
	uint32_t block = find_block(key);
	const unsigned char *at = block_at(block);
	const unsigned char *end = block + 1 < head(TX_PLACE_HEAD_BLOCK_COUNT)
					   ? block_at(block + 1)
					   : section(TX_PLACE_HEAD_TEXTS);
	size_t agree = 0; /* bytes that the key at hand and `key` begin with */

	while (at < end) {
		size_t shared = at[0], own = at[1];
		if (shared < agree)
			break;
		if (shared == agree)
			agree += agreeing(at + 2, own, tx_slice_skip(key, agree));
		at += 2 + own;
		size_t postings = base128(&at);
		if (agree == key.len && shared + own == key.len)
			return (struct tx_place_postings){at, at + postings};
		at += postings;
	}
	return (struct tx_place_postings){NULL, NULL};
}

bool tx_place_next(struct tx_place_postings *postings, struct tx_place_posting *ret_posting)
{
	if (postings->at == postings->end)
		return false;
	uint32_t posting = base128(&postings->at);
	ret_posting->kind = (enum tx_place_kind)(posting & ((1U << TX_PLACE_KIND_BITS) - 1));
	ret_posting->index = posting >> TX_PLACE_KIND_BITS;
	return true;
}

uint32_t tx_place_record_count(void)
{
	return head(TX_PLACE_HEAD_RECORD_COUNT);
}

void tx_place_read_record(uint32_t index, struct tx_place_record *ret_record)
{
	const unsigned char *p =
		section(TX_PLACE_HEAD_RECORDS) + TX_PLACE_RECORD_SIZE * (size_t)index;

	ret_record->geonames_id = number(p, 4);
	ret_record->latitude = (int32_t)number(p + 4, 4);
	ret_record->longitude = (int32_t)number(p + 8, 4);
	ret_record->name = number(p + 12, 3);
	ret_record->flags = p[15];
	ret_record->area = number(p + 16, 2);
	ret_record->zone = number(p + 18, 2);
	ret_record->weight = (int16_t)number(p + 20, 2);
}

void tx_place_read_area(uint32_t index, struct tx_place_area *ret_area)
{
	const unsigned char *p = section(TX_PLACE_HEAD_AREAS) + TX_PLACE_AREA_SIZE * (size_t)index;

	memcpy(ret_area->country, p, 2);
	ret_area->country[2] = '\0';
	ret_area->above = number(p + 2, 2);
	ret_area->code = tx_place_text(number(p + 4, 3));
}

uint32_t tx_place_read_country(uint32_t index, char *ret_code)
{
	const unsigned char *p =
		section(TX_PLACE_HEAD_COUNTRIES) + TX_PLACE_COUNTRY_SIZE * (size_t)index;

	memcpy(ret_code, p, 2);
	ret_code[2] = '\0';
	return number(p + 2, 3);
}

telex_slice tx_place_text(uint32_t offset)
{
	const unsigned char *p = section(TX_PLACE_HEAD_TEXTS) + offset;

	return tx_slice((const char *)p + 1, p[0]);
}

telex_slice tx_place_zone(uint32_t index)
{
	const unsigned char *p = section(TX_PLACE_HEAD_ZONES) + TX_PLACE_ZONE_SIZE * (size_t)index;

	return tx_place_text(number(p, 3));
}

telex_slice tx_place_capital_zone(const char *country)
{
	struct tx_place_record record;
	char code[3];

	for (uint32_t i = 0; i < head(TX_PLACE_HEAD_COUNTRY_COUNT); i++) {
		uint32_t capital = tx_place_read_country(i, code);
		if (capital == TX_PLACE_NONE || strcmp(code, country) != 0)
			continue;
		tx_place_read_record(capital, &record);
		return tx_place_zone(record.zone);
	}
	return (telex_slice){NULL, 0};
}
