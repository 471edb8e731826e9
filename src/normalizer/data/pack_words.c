/* Makes the hash table of normalizer/language_table.h from the lists of language_words.h.
 *
 *     pack_words OUT    a C source
 *
 * A build tool that runs on the building machine; the same input gives the same bytes everywhere.
 */
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "normalizer/language_table.h"
#include "normalizer/language_words.h"

#define NUMBERS_A_LINE 16

/* So many slots stay free that most words which the table lacks end at one at once. */
#define ENTRIES_MAX (TX_LANGUAGE_SLOTS / 2)

struct table {
	struct tx_language_entry entries[ENTRIES_MAX];
	uint16_t slots[TX_LANGUAGE_SLOTS];
	uint16_t count;
};

static void fail(const char *what, const char *name)
{
	fprintf(stderr, "pack_words: %s '%s'\n", what, name);
	exit(EXIT_FAILURE);
}

static uint64_t key_of(const char *word)
{
	uint64_t key = 0;

	for (size_t i = 0; i < TX_LANGUAGE_KEY_BYTES; i++)
		key = key << 8 | (unsigned char)word[i];
	return key;
}

static uint16_t count_bits(unsigned bits)
{
	uint16_t count = 0;

	for (; bits != 0; bits &= bits - 1)
		count++;
	return count;
}

static void add_word(struct table *table, const struct tx_language_word *word)
{
	uint64_t key = key_of(word->word);
	uint32_t slot = tx_language_slot(key);

	if (table->count == ENTRIES_MAX)
		fail("no room for", word->word);
	for (; table->slots[slot] != 0; slot = tx_language_next_slot(slot)) {
		if (table->entries[table->slots[slot] - 1].key == key)
			fail("twice in the lists:", word->word);
	}
	table->entries[table->count] =
		(struct tx_language_entry){key, word->languages, count_bits(word->languages)};
	table->slots[slot] = ++table->count;
}

static void add_lists(struct table *table, const struct tx_language_list *lists, size_t count)
{
	for (size_t i = 0; i < count; i++) {
		for (size_t j = 0; j < lists[i].count; j++)
			add_word(table, &lists[i].words[j]);
	}
}

static void write_entries(const struct table *table, FILE *out)
{
	fputs("const struct tx_language_entry tx_language_entries[] = {\n", out);
	for (size_t i = 0; i < table->count; i++) {
		const struct tx_language_entry *entry = &table->entries[i];
		fprintf(out, "{UINT64_C(0x%016llx), 0x%04x, %u},\n", (unsigned long long)entry->key,
			(unsigned)entry->languages, (unsigned)entry->count);
	}
	fputs("};\n", out);
}

static void write_slots(const struct table *table, FILE *out)
{
	fputs("const uint16_t tx_language_slots[TX_LANGUAGE_SLOTS] = {", out);
	for (size_t i = 0; i < TX_LANGUAGE_SLOTS; i++)
		fprintf(out, "%s%u,", i % NUMBERS_A_LINE == 0 ? "\n" : "",
			(unsigned)table->slots[i]);
	fputs("\n};\n", out);
}

int main(int argc, char **argv)
{
	static struct table table;

	if (argc != 2)
		fail("usage:", "pack_words OUT");
	add_lists(&table, tx_language_words_a_l, TX_LANGUAGE_LISTS_A_L);
	add_lists(&table, tx_language_words_m_z, TX_LANGUAGE_LISTS_M_Z);
	FILE *out = fopen(argv[1], "w");
	if (out == NULL)
		fail("cannot write", argv[1]);
	fputs("#include \"normalizer/language_table.h\"\n\n", out);
	write_entries(&table, out);
	write_slots(&table, out);
	if (ferror(out) || fclose(out) != 0)
		fail(strerror(errno), argv[1]);
	return EXIT_SUCCESS;
}
