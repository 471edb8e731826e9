/* How fast tx_json_string() is, beside memcpy: both write the same paragraphs into the same room,
 * the best of many rounds counts.  The last line is the ratio, which says more than the speeds do:
 * it is of this one run.
 *
 *     bench_escape [FILE]     paragraphs are FILE's lines; without it, Spanish prose of its own */

#include <stdio.h>
#include <stdlib.h>
#include <time.h>

#include "emitter/json.h"

#define ROUNDS 200
#define PIECES 4096

static const char *const prose[] = {
	"Madrid, 12 mar (EFE).- El Gobierno aprobó este martes el proyecto de ley de vivienda, que "
	"el "
	"ministro calificó de \"imprescindible\" y que la oposición rechaza por considerarlo "
	"«insuficiente» ante la escasez de suelo y la subida de los alquileres en las grandes "
	"ciudades.",
	"La portavoz explicó en rueda de prensa que la norma entrará en vigor antes de fin de año, "
	"una "
	"vez que concluya su tramitación en las Cortes, y que las comunidades autónomas dispondrán "
	"de "
	"seis meses para adaptar su normativa, según consta en el texto al que tuvo acceso Efe.",
	"\"No hay motivo para la alarma\", dijo.",
	"Los sindicatos, por su parte, pidieron que se incluya una moratoria de los desahucios y "
	"recordaron que el año pasado se registraron 27.500 lanzamientos, un 3,4 % más que en el "
	"ejercicio anterior, de acuerdo con los datos del Consejo General del Poder Judicial.",
};

struct work {
	telex_slice pieces[PIECES];
	size_t count;
	size_t bytes;
};

static void add_piece(struct work *work, telex_slice piece)
{
	if (work->count == PIECES || piece.len == 0)
		return;
	work->pieces[work->count++] = piece;
	work->bytes += piece.len;
}

static void take_lines(struct work *work, telex_slice text)
{
	while (text.len > 0) {
		const char *end = memchr(text.ptr, '\n', text.len);
		size_t len = end == NULL ? text.len : (size_t)(end - text.ptr);

		add_piece(work, tx_slice_take(text, len));
		text = tx_slice_skip(text, len + 1);
	}
}

static void take_prose(struct work *work)
{
	for (size_t i = 0; i < 400; i++)
		add_piece(work, tx_slice_of(prose[i % (sizeof prose / sizeof prose[0])]));
}

static bool read_file(const char *path, struct tx_buffer *text)
{
	FILE *file = fopen(path, "rb");
	char bytes[65536];
	size_t len;

	if (file == NULL)
		return false;
	while ((len = fread(bytes, 1, sizeof bytes, file)) > 0)
		tx_buffer_append(text, bytes, len);
	fclose(file);
	return !text->failed;
}

static void put_string(struct tx_buffer *out, telex_slice piece)
{
	tx_json_string(out, piece);
}

static void put_copy(struct tx_buffer *out, telex_slice piece)
{
	tx_buffer_byte(out, '"');
	tx_buffer_slice(out, piece);
	tx_buffer_byte(out, '"');
}

static double seconds(void)
{
	struct timespec now;

	clock_gettime(CLOCK_MONOTONIC, &now);
	return (double)now.tv_sec + (double)now.tv_nsec / 1e9;
}

/** Bytes of input in a second, in the best round. */
static double measure(const struct work *work, struct tx_buffer *out,
		      void (*put)(struct tx_buffer *out, telex_slice piece))
{
	double best = 1e9;

	for (int round = 0; round < ROUNDS; round++) {
		double start = seconds(), took;

		out->len = 0;
		for (size_t i = 0; i < work->count; i++)
			put(out, work->pieces[i]);
		took = seconds() - start;
		if (took < best)
			best = took;
	}
	return (double)work->bytes / best;
}

int main(int argc, char **argv)
{
	static struct work work;
	struct tx_buffer text = {0}, out = {0};
	double escaping, copying;

	if (argc > 1 && !read_file(argv[1], &text)) {
		fprintf(stderr, "bench_escape: cannot read '%s'\n", argv[1]);
		return EXIT_FAILURE;
	}
	if (argc > 1)
		take_lines(&work, tx_slice(text.data, text.len));
	else
		take_prose(&work);
	copying = measure(&work, &out, put_copy);
	escaping = measure(&work, &out, put_string);
	printf("pieces %zu, bytes %zu, mean %zu\n", work.count, work.bytes,
	       work.count == 0 ? 0 : work.bytes / work.count);
	printf("memcpy %.2f GB/s\ntx_json_string %.2f GB/s\n", copying / 1e9, escaping / 1e9);
	printf("ratio %.2f\n", copying / escaping);
	tx_buffer_done(&text);
	tx_buffer_done(&out);
	return EXIT_SUCCESS;
}
