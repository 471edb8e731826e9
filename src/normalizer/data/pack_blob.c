/* The blob: the head, then one section after the other. */
#include "normalizer/data/pack.h"

static void check_limits(const struct pack *pack, const struct pack_index *index)
{
	if (pack->area_of.count > UINT16_MAX || pack->zone_of.count > UINT16_MAX ||
	    index->block_count > UINT16_MAX || pack->texts.len > TX_PLACE_NONE)
		pack_fail("the tables have outgrown the format");
}

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

void pack_put_blob(struct pack *pack, struct tx_buffer *out)
{
	struct pack_index index = {.block_count = 0};
	const struct tx_buffer *sections[] = {&pack->records, &pack->areas,  &pack->countries,
					      &pack->zones,   &index.blocks, &index.groups,
					      &index.keys,    &pack->texts,  NULL};

	pack_keys_write(&pack->keys, &index);
	check_limits(pack, &index);
	const uint32_t counts[] = {pack->record_count,
				   (uint32_t)pack->area_of.count,
				   (uint32_t)pack->country_of.count,
				   (uint32_t)pack->zone_of.count,
				   index.block_count,
				   0,
				   0,
				   0};
	put_head(out, sections, counts);
	for (size_t i = 0; sections[i] != NULL; i++)
		tx_buffer_slice(out, tx_slice(sections[i]->data, sections[i]->len));
	for (size_t i = 0; sections[i] != NULL; i++)
		out->failed |= sections[i]->failed;
	tx_buffer_done(&index.blocks);
	tx_buffer_done(&index.groups);
	tx_buffer_done(&index.keys);
}

void pack_put_array(struct tx_buffer *out, const struct tx_buffer *blob)
{
	tx_buffer_lit(out, "extern const unsigned char tx_place_data[];\n");
	pack_put_bytes(out, "const unsigned char tx_place_data[]", blob);
}
