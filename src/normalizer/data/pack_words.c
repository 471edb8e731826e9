/* Makes the perfect hash of normalizer/language/language_table.h from the lists of
 * language_words.h.
 *
 *     pack_words OUT    a C source
 *
 * A build tool that runs on the building machine; the same input gives the same bytes everywhere.
 */
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "normalizer/language/language_table.h"
#include "normalizer/language/language_words.h"

#define NUMBERS_A_LINE 16

/* Words of a group, at most. */
#define GROUP_MAX 32

struct group {
	uint32_t number;
	size_t count;
	struct tx_language_entry words[GROUP_MAX];
};

struct table {
	struct group groups[TX_LANGUAGE_GROUPS];
	struct tx_language_entry entries[TX_LANGUAGE_ENTRIES];
	uint16_t factors[TX_LANGUAGE_GROUPS];
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
	struct group *group = &table->groups[tx_language_group(tx_language_hash(key))];

	for (size_t i = 0; i < group->count; i++) {
		if (group->words[i].key == key)
			fail("twice in the lists:", word->word);
	}
	if (group->count == GROUP_MAX)
		fail("no room for", word->word);
	group->words[group->count++] =
		(struct tx_language_entry){key, word->languages, count_bits(word->languages)};
}

static void add_lists(struct table *table, const struct tx_language_list *lists, size_t count)
{
	for (size_t i = 0; i < count; i++) {
		for (size_t j = 0; j < lists[i].count; j++)
			add_word(table, &lists[i].words[j]);
	}
}

/* Put the words of a group to where the factor sends them; how many found a free entry. */
static size_t put_words(struct table *table, const struct group *group, uint16_t factor)
{
	size_t put = 0;

	for (; put < group->count; put++) {
		const struct tx_language_entry *word = &group->words[put];
		uint32_t place = tx_language_place(tx_language_hash(word->key), factor);
		if (table->entries[place].key != 0)
			break;
		table->entries[place] = *word;
	}
	return put;
}

static void take_back(struct table *table, const struct group *group, size_t count, uint16_t factor)
{
	for (size_t i = 0; i < count; i++) {
		uint64_t hash = tx_language_hash(group->words[i].key);
		table->entries[tx_language_place(hash, factor)] = (struct tx_language_entry){0};
	}
}

static void place_group(struct table *table, const struct group *group)
{
	for (uint16_t factor = 0; factor < UINT16_MAX; factor++) {
		size_t put = put_words(table, group, factor);
		if (put == group->count) {
			table->factors[group->number] = factor;
			return;
		}
		take_back(table, group, put, factor);
	}
	fail("no factor for a group", "too many words");
}

/* Large groups first; the order is the same on every machine. */
static int compare_groups(const void *first, const void *second)
{
	const struct group *a = first, *b = second;

	if (a->count != b->count)
		return a->count < b->count ? 1 : -1;
	return (a->number > b->number) - (a->number < b->number);
}

static void place_all(struct table *table)
{
	for (uint32_t i = 0; i < TX_LANGUAGE_GROUPS; i++)
		table->groups[i].number = i;
	qsort(table->groups, TX_LANGUAGE_GROUPS, sizeof(table->groups[0]), compare_groups);
	for (size_t i = 0; i < TX_LANGUAGE_GROUPS; i++)
		place_group(table, &table->groups[i]);
}

static void write_entries(const struct table *table, FILE *out)
{
	fputs("const struct tx_language_entry tx_language_entries[TX_LANGUAGE_ENTRIES] = {\n", out);
	for (size_t i = 0; i < TX_LANGUAGE_ENTRIES; i++) {
		const struct tx_language_entry *entry = &table->entries[i];
		fprintf(out, "{UINT64_C(0x%016llx), 0x%04x, %u},\n", (unsigned long long)entry->key,
			(unsigned)entry->languages, (unsigned)entry->count);
	}
	fputs("};\n", out);
}

static void write_factors(const struct table *table, FILE *out)
{
	fputs("const uint16_t tx_language_factors[TX_LANGUAGE_GROUPS] = {", out);
	for (size_t i = 0; i < TX_LANGUAGE_GROUPS; i++)
		fprintf(out, "%s%u,", i % NUMBERS_A_LINE == 0 ? "\n" : "",
			(unsigned)table->factors[i]);
	fputs("\n};\n", out);
}

int main(int argc, char **argv)
{
	static struct table table;

	if (argc != 2)
		fail("usage:", "pack_words OUT");
	add_lists(&table, tx_language_words_a_l, TX_LANGUAGE_LISTS_A_L);
	add_lists(&table, tx_language_words_m_z, TX_LANGUAGE_LISTS_M_Z);
	place_all(&table);
	FILE *out = fopen(argv[1], "w");
	if (out == NULL)
		fail("cannot write", argv[1]);
	fputs("#include \"normalizer/language/language_table.h\"\n\n", out);
	write_entries(&table, out);
	write_factors(&table, out);
	if (ferror(out) || fclose(out) != 0)
		fail(strerror(errno), argv[1]);
	return EXIT_SUCCESS;
}
