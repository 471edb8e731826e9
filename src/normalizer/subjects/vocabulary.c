/* IPTC NewsCodes as JSON, the form in which https://cv.iptc.org gives them: an object with the list
 * "conceptSet", each concept with "qcode", "prefLabel" by language, and "broader", the addresses or
 * codes of the concepts above it.  Left out: definitions, notes, mappings to other vocabularies. */
#include "normalizer/subjects/vocabulary.h"

#include <stdlib.h>

#include <jansson.h>

#include "core/arena.h"
#include "core/error.h"
#include "normalizer/subjects/subject_table.h"

#define DEPTH_MAX 8 /* levels of a vocabulary; one that goes round in circles has no end */

struct tx_vocabulary {
	struct tx_arena arena;
	struct tx_concept *concepts; /* sorted by qcode */
	size_t count;
};

static telex_slice copy_text(struct tx_vocabulary *vocabulary, json_t *value, bool *failed)
{
	telex_slice text = {NULL, 0};

	if (json_string_length(value) == 0)
		return text;
	text = tx_arena_copy(&vocabulary->arena,
			     tx_slice(json_string_value(value), json_string_length(value)));
	*failed |= text.ptr == NULL;
	return text;
}

/* The English label, else the first. */
static json_t *label_of(json_t *entry)
{
	json_t *labels = json_object_get(entry, "prefLabel"), *label, *first = NULL;
	const char *language;

	json_object_foreach(labels, language, label)
	{
		if (strncmp(language, "en", 2) == 0)
			return label;
		if (first == NULL)
			first = label;
	}
	return first;
}

/* "medtop:04000000", ".../mediatopic/04000000" */
static telex_slice code_of(telex_slice name)
{
	size_t start = name.len;

	while (start > 0 && name.ptr[start - 1] != ':' && name.ptr[start - 1] != '/')
		start--;
	return tx_slice_skip(name, start);
}

static bool take_concept(struct tx_vocabulary *vocabulary, json_t *json)
{
	struct tx_concept entry = {.top = 0};
	bool failed = false;

	entry.qcode = copy_text(vocabulary, json_object_get(json, "qcode"), &failed);
	entry.name = copy_text(vocabulary, label_of(json), &failed);
	entry.broader = code_of(copy_text(
		vocabulary, json_array_get(json_object_get(json, "broader"), 0), &failed));
	if (entry.qcode.len > 0)
		vocabulary->concepts[vocabulary->count++] = entry;
	return !failed;
}

static int compare_concepts(const void *first, const void *second)
{
	const struct tx_concept *a = first, *b = second;

	return tx_slice_order(a->qcode, b->qcode);
}

/* "04000000": 4; 0 when it is not one of the topics at the top. */
static unsigned top_of_code(telex_slice code)
{
	for (unsigned i = 0; i < TX_MEDTOPS; i++) {
		if (tx_slice_eq(code, tx_medtops[i].code))
			return i + 1;
	}
	return 0;
}

static void find_top(const struct tx_vocabulary *vocabulary, struct tx_concept *entry)
{
	telex_slice scheme = tx_cut(entry->qcode, ':').head;
	telex_slice code = code_of(entry->qcode);
	const struct tx_concept *at = entry;

	for (int depth = 0; at != NULL && depth < DEPTH_MAX && entry->top == 0; depth++) {
		entry->top = top_of_code(code);
		at = tx_vocabulary_find(vocabulary, scheme, code);
		code = at == NULL ? code : at->broader;
	}
}

static telex_status take_concepts(struct tx_vocabulary *vocabulary, json_t *set,
				  telex_error *reterr)
{
	size_t count = json_array_size(set);

	vocabulary->concepts =
		tx_arena_calloc(&vocabulary->arena, count + 1, sizeof(*vocabulary->concepts));
	if (vocabulary->concepts == NULL)
		return tx_fail_memory(reterr);
	for (size_t i = 0; i < count; i++) {
		if (!take_concept(vocabulary, json_array_get(set, i)))
			return tx_fail_memory(reterr);
	}
	qsort(vocabulary->concepts, vocabulary->count, sizeof(*vocabulary->concepts),
	      compare_concepts);
	for (size_t i = 0; i < vocabulary->count; i++)
		find_top(vocabulary, &vocabulary->concepts[i]);
	return TELEX_OK;
}

static telex_status load(const char *path, json_t **ret_json, telex_error *reterr)
{
	json_error_t error;

	*ret_json = json_load_file(path, 0, &error);
	if (*ret_json != NULL)
		return TELEX_OK;
	if (json_error_code(&error) == json_error_cannot_open_file)
		return tx_fail(reterr, TELEX_ERR_IO, "cannot open the subjects '%.80s'", path);
	if (json_error_code(&error) == json_error_out_of_memory)
		return tx_fail_memory(reterr);
	return tx_fail(reterr, TELEX_ERR_SYNTAX, "the subjects '%.60s' are no JSON (line %d)", path,
		       error.line);
}

telex_status tx_vocabulary_read(const char *path, struct tx_vocabulary **ret_vocabulary,
				telex_error *reterr)
{
	struct tx_vocabulary *vocabulary = NULL;
	json_t *json, *set;
	telex_status status = load(path, &json, reterr);

	if (status != TELEX_OK)
		return status;
	set = json_object_get(json, "conceptSet");
	if (json_array_size(set) == 0)
		status = tx_fail(reterr, TELEX_ERR_SYNTAX, "no conceptSet in the subjects '%.80s'",
				 path);
	else if ((vocabulary = calloc(1, sizeof(*vocabulary))) == NULL)
		status = tx_fail_memory(reterr);
	else
		status = take_concepts(vocabulary, set, reterr);
	json_decref(json);
	if (status == TELEX_OK)
		*ret_vocabulary = vocabulary;
	else
		tx_vocabulary_free(vocabulary);
	return status;
}

void tx_vocabulary_free(struct tx_vocabulary *vocabulary)
{
	if (vocabulary == NULL)
		return;
	tx_arena_done(&vocabulary->arena);
	free(vocabulary);
}

/* "scheme:code" against a qcode. */
static int compare_parts(telex_slice scheme, telex_slice code, telex_slice qcode)
{
	size_t split = scheme.len < qcode.len ? scheme.len : qcode.len;
	int order = tx_slice_order(scheme, tx_slice_take(qcode, split));

	if (order == 0 && split == qcode.len)
		return 1;
	if (order == 0)
		order = (':' > qcode.ptr[split]) - (':' < qcode.ptr[split]);
	return order != 0 ? order : tx_slice_order(code, tx_slice_skip(qcode, split + 1));
}

const struct tx_concept *tx_vocabulary_find(const struct tx_vocabulary *vocabulary,
					    telex_slice scheme, telex_slice code)
{
	size_t low = 0, high = vocabulary->count;

	while (low < high) {
		size_t middle = low + (high - low) / 2;
		int order = compare_parts(scheme, code, vocabulary->concepts[middle].qcode);
		if (order == 0)
			return &vocabulary->concepts[middle];
		if (order < 0)
			high = middle;
		else
			low = middle + 1;
	}
	return NULL;
}
