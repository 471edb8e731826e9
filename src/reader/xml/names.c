/* The table of names: open addressing over a hash of the lowered name (FNV-1a). */
#include "reader/xml/names.h"

#include <stdlib.h>

#include "core/ascii.h"
#include "reader/elements.h"

#define SLOTS (2 * TX_XML_NAMES_MAX)

static size_t slot_of(telex_slice name)
{
	uint32_t hash = 2166136261U;

	for (size_t i = 0; i < name.len; i++)
		hash = (hash ^ (unsigned char)tx_lower(name.ptr[i])) * 16777619U;
	return hash % SLOTS;
}

uint16_t tx_xml_names_find(const struct tx_xml_names *names, telex_slice name)
{
	for (size_t slot = slot_of(name); names->slots[slot] != 0; slot = (slot + 1) % SLOTS) {
		if (tx_slice_eq_nocase(names->items[names->slots[slot]].text, name))
			return names->slots[slot];
	}
	return 0;
}

static uint16_t intern(struct tx_xml_names *names, telex_slice name)
{
	size_t slot = slot_of(name);
	uint16_t number = tx_xml_names_find(names, name);

	if (number != 0 || names->count == TX_XML_NAMES_MAX)
		return number;
	while (names->slots[slot] != 0)
		slot = (slot + 1) % SLOTS;
	number = names->slots[slot] = names->count++;
	names->items[number] =
		(struct tx_xml_name){.text = name, .markup = (uint8_t)tx_markup_kind(name)};
	return number;
}

static void compile(struct tx_xml_names *names, const struct tx_xml_rule *rule, uint8_t rank,
		    struct tx_xml_compiled *compiled)
{
	telex_slice rest = tx_slice_of(rule->element);

	*compiled = (struct tx_xml_compiled){.rule = rule, .rank = (uint8_t)(rule->rank + rank)};
	while (compiled->depth < TX_XML_PATH_MAX) {
		struct tx_cut cut = tx_cut(rest, '/');
		compiled->path[compiled->depth++] = intern(names, cut.head);
		if (!cut.found)
			break;
		rest = cut.tail;
	}
	struct tx_xml_compiled **last = &names->items[compiled->path[compiled->depth - 1]].rules;
	while (*last != NULL)
		last = &(*last)->next;
	*last = compiled;
}

static bool has_rule(const struct tx_xml_rules *set, size_t index)
{
	return set->items != NULL && set->items[index].element != NULL;
}

static size_t count_rules(const struct tx_xml_format *format)
{
	size_t count = 0;

	for (size_t i = 0; i < TX_XML_RULE_SETS; i++)
		for (size_t j = 0; has_rule(&format->sets[i], j); j++)
			count++;
	return count;
}

struct tx_xml_names *tx_xml_names_new(const struct tx_xml_format *format)
{
	struct tx_xml_names *names = calloc(1, sizeof(*names));
	size_t count = 0;

	if (names == NULL)
		return NULL;
	names->rules = calloc(count_rules(format), sizeof(*names->rules));
	if (names->rules == NULL) {
		free(names);
		return NULL;
	}
	names->format = format;
	names->count = 1;
	names->items[0].markup = TX_MARKUP_UNKNOWN;
	for (size_t i = 1; tx_element(i) != NULL; i++)
		intern(names, tx_slice_of(tx_element(i)->name));
	for (size_t i = 0; i < TX_XML_RULE_SETS; i++) {
		const struct tx_xml_rules *set = &format->sets[i];
		for (size_t j = 0; has_rule(set, j); j++)
			compile(names, &set->items[j], set->rank, &names->rules[count++]);
	}
	return names;
}

void tx_xml_names_free(struct tx_xml_names *names)
{
	while (names != NULL) {
		struct tx_xml_names *next = names->next;
		free(names->rules);
		free(names);
		names = next;
	}
}
