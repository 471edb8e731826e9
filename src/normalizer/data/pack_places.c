/* Packs the tables of places in this folder into the blob that normalizer/place_format.h describes.
 *
 *     pack_places FOLDER OUT            the blob
 *     pack_places --array FOLDER OUT    the same as a C array, where no assembler can take it in
 *
 * A build tool that runs on the building machine; the same input gives the same bytes everywhere.
 */
#include <stdlib.h>

#include "normalizer/data/pack.h"

static void begin(struct pack *pack, const char *folder)
{
	*pack = (struct pack){.keys.arena = &pack->arena, .folder = folder};
	pack_map_init(&pack->record_of, 1 << 17, &pack->arena);
	pack_map_init(&pack->area_of, 1 << 14, &pack->arena);
	pack_map_init(&pack->country_of, 1 << 10, &pack->arena);
	pack_map_init(&pack->zone_of, 1 << 11, &pack->arena);
	pack_map_init(&pack->canonical_of, 1 << 10, &pack->arena);
	pack_map_init(&pack->text_of, 1 << 18, &pack->arena);
	pack_put_text(pack, TX_LIT(""));
}

static void end(struct pack *pack)
{
	tx_buffer_done(&pack->records);
	tx_buffer_done(&pack->areas);
	tx_buffer_done(&pack->countries);
	tx_buffer_done(&pack->zones);
	tx_buffer_done(&pack->texts);
	tx_arena_done(&pack->arena);
}

int main(int argc, char **argv)
{
	struct pack pack;
	struct tx_buffer blob = {0}, array = {0};
	bool as_array = argc == 4 && strcmp(argv[1], "--array") == 0;

	if (argc != 3 && !as_array)
		pack_fail("usage: pack_places [--array] FOLDER OUT");
	begin(&pack, argv[argc - 2]);
	pack_areas(&pack);
	pack_places(&pack);
	pack_put_blob(&pack, &blob);
	if (as_array)
		pack_put_array(&array, &blob);
	if (blob.failed || array.failed)
		pack_fail("out of memory");
	pack_write_file(argv[argc - 1], as_array ? &array : &blob);
	tx_buffer_done(&array);
	tx_buffer_done(&blob);
	end(&pack);
	return EXIT_SUCCESS;
}
