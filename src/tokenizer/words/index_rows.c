/* Built and run at build time: writes the indexes that row_index.h declares as C.  Not part of the
 * library. */
#include <stdio.h>
#include <string.h>

#include "core/scan.h"
#include "tokenizer/words/row_index.h"

#define ROW(text, ...) text,

static const char *const notes[] = {
#include "tokenizer/lines/notes.def"
};

static const char *const labels[] = {
#include "tokenizer/lines/labels.def"
};

static const char *const tails[] = {
#include "tokenizer/foot/tails.def"
};

static const struct table {
	const char *name;
	const char *const *texts;
	size_t count;
} tables[] = {
	{"tx_note_rows", notes, TX_COUNT(notes)},
	{"tx_label_rows", labels, TX_COUNT(labels)},
	{"tx_tail_rows", tails, TX_COUNT(tails)},
};

/* The rows of each bucket in turn; their places go to `starts`. */
static void print_order(const struct table *table, size_t starts[TX_ROW_BUCKETS + 1])
{
	size_t printed = 0;

	printf("static const uint8_t %s_order[] = {", table->name);
	for (unsigned bucket = 0; bucket < TX_ROW_BUCKETS; bucket++) {
		starts[bucket] = printed;
		for (size_t i = 0; i < table->count; i++) {
			if (tx_row_bucket(table->texts[i][0], table->texts[i][1]) != bucket)
				continue;
			printf("%zu, ", i);
			printed++;
		}
	}
	starts[TX_ROW_BUCKETS] = printed;
	printf("};\n");
}

/* What the bytes of an index can hold. */
static int check(const struct table *table)
{
	for (size_t i = 0; i < table->count; i++) {
		if (strlen(table->texts[i]) < 2) {
			fprintf(stderr, "%s: row %zu is shorter than two bytes\n", table->name, i);
			return 1;
		}
	}
	if (table->count > UINT8_MAX) {
		fprintf(stderr, "%s: more than %d rows\n", table->name, UINT8_MAX);
		return 1;
	}
	return 0;
}

int main(void)
{
	printf("#include \"tokenizer/words/row_index.h\"\n");
	for (size_t t = 0; t < TX_COUNT(tables); t++) {
		size_t starts[TX_ROW_BUCKETS + 1];

		if (check(&tables[t]) != 0)
			return 1;
		print_order(&tables[t], starts);
		printf("const struct tx_row_index %s = {{", tables[t].name);
		for (unsigned bucket = 0; bucket <= TX_ROW_BUCKETS; bucket++)
			printf("%zu, ", starts[bucket]);
		printf("}, %s_order};\n", tables[t].name);
	}
	return fflush(stdout) != 0 || ferror(stdout) != 0;
}
