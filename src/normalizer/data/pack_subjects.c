/* Packs subjects.tsv and medtops.tsv into the tables of normalizer/subject_table.h.
 *
 *     pack_subjects FOLDER OUT.c
 *
 * A build tool that runs on the building machine; the same input gives the same bytes everywhere.
 */
#include <stdlib.h>

#include "normalizer/data/pack.h"
#include "normalizer/subject_table.h"

/* The level is not packed: the code itself says it. */
static void check_level(const struct pack_table *table, uint32_t code)
{
	if (!tx_slice_eq(pack_field(table, "level"), tx_slice_of(tx_subject_level(code))))
		pack_fail("subjects.tsv:%zu: the level is not that of the code", table->line);
}

static void put_subjects(struct tx_buffer *out, const char *folder, struct tx_arena *arena)
{
	struct tx_buffer texts = {0};
	struct pack_table table;
	uint32_t last = 0, count = 0;

	pack_table_open(&table, folder, "subjects.tsv", arena);
	tx_buffer_lit(out, "const struct tx_subject tx_subjects[] = {\n");
	for (; pack_table_next(&table); count++) {
		uint32_t code = pack_number(&table, "code");
		if (code <= last)
			pack_fail("subjects.tsv:%zu: codes must rise", table.line);
		last = code;
		check_level(&table, code);
		tx_buffer_printf(
			out, "{%lu, %lu},\n", (unsigned long)code,
			(unsigned long)pack_put_string(&texts, pack_field(&table, "name_en")));
	}
	tx_buffer_printf(out, "};\nconst size_t tx_subject_count = %lu;\n", (unsigned long)count);
	pack_put_bytes(out, "const unsigned char tx_subject_texts[]", &texts);
	tx_buffer_done(&texts);
}

/* As an initializer; none of the texts has a quote or a backslash. */
static void put_slice(struct tx_buffer *out, telex_slice text)
{
	if (memchr(text.ptr, '"', text.len) != NULL || memchr(text.ptr, '\\', text.len) != NULL)
		pack_fail("a quote in '%.*s'", (int)text.len, text.ptr);
	tx_buffer_printf(out, "{\"%.*s\", %lu},", (int)text.len, text.ptr, (unsigned long)text.len);
}

static void put_medtops(struct tx_buffer *out, const char *folder, struct tx_arena *arena)
{
	struct pack_table table;
	uint32_t number = 0;

	pack_table_open(&table, folder, "medtops.tsv", arena);
	tx_buffer_lit(out, "const struct tx_medtop tx_medtops[TX_MEDTOPS] = {\n");
	while (pack_table_next(&table)) {
		if (pack_number(&table, "code") != ++number * TX_SUBJECT_TOP)
			pack_fail("medtops.tsv:%zu: not the next code", table.line);
		tx_buffer_byte(out, '{');
		put_slice(out, pack_field(&table, "code"));
		put_slice(out, pack_field(&table, "name_en"));
		put_slice(out, pack_field(&table, "name_es"));
		tx_buffer_lit(out, "},\n");
	}
	if (number != TX_MEDTOPS)
		pack_fail("medtops.tsv: %lu topics", (unsigned long)number);
	tx_buffer_lit(out, "};\n");
}

int main(int argc, char **argv)
{
	struct tx_buffer out = {0};
	struct tx_arena arena = {0};

	if (argc != 3)
		pack_fail("usage: pack_subjects FOLDER OUT");
	tx_buffer_lit(&out, "#include \"normalizer/subject_table.h\"\n\n");
	put_subjects(&out, argv[1], &arena);
	put_medtops(&out, argv[1], &arena);
	pack_write_file(argv[2], &out);
	tx_buffer_done(&out);
	tx_arena_done(&arena);
	return EXIT_SUCCESS;
}
