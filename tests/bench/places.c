/* How long it takes to find a dateline's place: nanoseconds a look-up, the best of many rounds.
 *
 *     bench_places [FILE]     FILE's lines are "name TAB qualifier"; without it, datelines of its
 * own */

#include <stdio.h>
#include <stdlib.h>
#include <time.h>

#include "core/buffer.h"
#include "normalizer/places/places.h"

#define ROUNDS     50
#define PLACES_MAX 20000

static const char datelines[] =
	"Madrid\t\nTeherán\t\nNueva York\t\nMérida\t\nSan José\t\nFráncfort\tRFA\n"
	"Plasencia\tCáceres\nDuesseldorf\tAlemania\nParis\tTexas\nST. LOUIS\t\nWASHINGTON\t\n"
	"CALGARY\tAlberta\nSTAMFORD\tConn.\nLa Toja\tPontevedra\nMadrid / Mérida\t\n"
	"Redacción Deportes\t\nPresgov\tEslovaquia\nQwertyville\t\nLa Seu d'Urgell\tLleida\n";

static double nanoseconds(void)
{
	struct timespec now;

	clock_gettime(CLOCK_MONOTONIC, &now);
	return (double)now.tv_sec * 1e9 + (double)now.tv_nsec;
}

static bool read_file(const char *path, struct tx_buffer *text)
{
	FILE *file = fopen(path, "rb");
	char bytes[65536];
	size_t len;

	if (file == NULL)
		return false;
	while ((len = fread(bytes, 1, sizeof(bytes), file)) > 0)
		tx_buffer_append(text, bytes, len);
	fclose(file);
	return !text->failed;
}

static size_t take_lines(telex_slice text, struct tx_place *places)
{
	size_t count = 0;

	while (text.len > 0 && count < PLACES_MAX) {
		struct tx_cut line = tx_cut(text, '\n');
		struct tx_cut fields = tx_cut(line.head, '\t');

		places[count++] = (struct tx_place){.name = fields.head, .qualifier = fields.tail};
		text = line.tail;
	}
	return count;
}

/* Resolves every place once; gives the number of those found. */
static size_t resolve_all(const struct tx_place *places, size_t count,
			  const struct tx_place_context *context)
{
	size_t found = 0;

	for (size_t i = 0; i < count; i++) {
		struct tx_place place = places[i];
		tx_place_resolve(&place, context);
		found += place.geonames_id != 0;
	}
	return found;
}

int main(int argc, char **argv)
{
	static struct tx_place places[PLACES_MAX];
	const struct tx_place_context context = {"ES", TX_LIT("es")};
	struct tx_buffer text = {0};
	double best = 1e18;
	size_t found = 0;

	if (argc > 1 && !read_file(argv[1], &text)) {
		fprintf(stderr, "bench_places: cannot read '%s'\n", argv[1]);
		return EXIT_FAILURE;
	}
	if (argc == 1)
		tx_buffer_append(&text, datelines, sizeof(datelines) - 1);
	size_t count = take_lines(tx_slice(text.data, text.len), places);
	for (int round = 0; round < ROUNDS && count > 0; round++) {
		double start = nanoseconds();
		found = resolve_all(places, count, &context);
		double took = nanoseconds() - start;
		if (took < best)
			best = took;
	}
	if (count > 0)
		printf("datelines %zu, found %zu\n%.0f ns a look-up\n", count, found,
		       best / (double)count);
	tx_buffer_done(&text);
	return EXIT_SUCCESS;
}
