/* The tables of the record's keys against docs/record.schema.json and docs/record.md: the same keys
 * in the same order, of the same types. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>

#include <cmocka.h>
#include <jansson.h>

#include "core/buffer.h"
#include "core/schema.h"

#define IS_STRING "string"

/* The type that JSON has for a kind of value. */
static const char *const types[TX_KIND__COUNT] = {
	[TX_KIND_OBJECT] = "object",       [TX_KIND_OBJECT_AT] = "object",
	[TX_KIND_MEMBERS] = "object",      [TX_KIND_OBJECTS] = "array",
	[TX_KIND_OBJECTS_HERE] = "array",  [TX_KIND_SLICE] = IS_STRING,
	[TX_KIND_BYTES] = IS_STRING,       [TX_KIND_STRING] = IS_STRING,
	[TX_KIND_TEXT] = IS_STRING,        [TX_KIND_SLICES] = "array",
	[TX_KIND_TEXTS] = "array",         [TX_KIND_COUNTRY] = IS_STRING,
	[TX_KIND_FLAG] = "true",           [TX_KIND_U64] = "integer",
	[TX_KIND_U32] = "integer",         [TX_KIND_SIZE] = "integer",
	[TX_KIND_U32_SOME] = "integer",    [TX_KIND_U8_SOME] = "integer",
	[TX_KIND_U32_KNOWN] = "integer",   [TX_KIND_DEGREES] = "number",
	[TX_KIND_DATE] = IS_STRING,        [TX_KIND_YEAR_FROM] = IS_STRING,
	[TX_KIND_NOTE_KIND] = IS_STRING,   [TX_KIND_WARNING] = IS_STRING,
	[TX_KIND_LINE] = "integer",        [TX_KIND_HASH] = IS_STRING,
	[TX_KIND_JSON] = "object, string",
};

static json_t *schema;

static int load(void **state)
{
	(void)state;
	schema = json_load_file(TELEX_SCHEMA, JSON_REJECT_DUPLICATES, NULL);
	return schema == NULL;
}

static int unload(void **state)
{
	(void)state;
	json_decref(schema);
	return 0;
}

/* A value of the schema, or what it refers to. */
static json_t *resolve(json_t *value)
{
	const char *path = json_string_value(json_object_get(value, "$ref"));

	return path == NULL ? value
			    : json_object_get(json_object_get(schema, "$defs"),
					      path + sizeof("#/$defs/") - 1);
}

static const char *type_of(json_t *value)
{
	json_t *type = json_object_get(value, "type");

	if (json_is_true(json_object_get(value, "const")))
		return "true";
	if (json_is_array(type))
		return "object, string";
	return json_is_array(json_object_get(value, "enum")) ||
			       json_is_string(json_object_get(value, "const"))
		       ? IS_STRING
		       : json_string_value(type);
}

static void check_keys(const struct tx_keys *keys, json_t *properties);

static void check_key(const struct tx_key *key, const char *name, json_t *property)
{
	if (!tx_slice_is(tx_key_name(key), name))
		fail_msg("the schema has '%s' where the table has '%.*s'", name, (int)key->json.len,
			 key->json.ptr);
	property = resolve(property);
	if (type_of(property) == NULL || strcmp(type_of(property), types[key->kind]) != 0)
		fail_msg("'%s' is of another type", name);
	json_t *items = resolve(json_object_get(property, "items"));
	if (key->keys != NULL)
		check_keys(key->keys,
			   json_object_get(items != NULL ? items : property, "properties"));
	else if (items != NULL)
		assert_string_equal(type_of(items), IS_STRING);
}

static void check_keys(const struct tx_keys *keys, json_t *properties)
{
	const char *name;
	json_t *property;
	size_t at = 0;

	assert_int_equal(json_object_size(properties), keys->count);
	json_object_foreach(properties, name, property)
		check_key(&keys->items[at++], name, property);
}

static void keys_are_those_of_the_schema(void **state)
{
	json_t *properties = json_copy(json_object_get(schema, "properties"));

	(void)state;
	assert_int_equal(json_object_del(properties, "telex"), 0);
	assert_int_equal(json_object_del(properties, "spans"), 0);
	check_keys(tx_record_keys, properties);
	json_decref(properties);
}

static void spans_are_those_of_the_schema(void **state)
{
	json_t *spans = json_object_get(json_object_get(schema, "$defs"), "spans");
	json_t *properties = json_object_get(spans, "properties");
	void *at = json_object_iter(properties);

	(void)state;
	for (size_t i = 0; i < tx_record_keys->count; i++) {
		const struct tx_key *key = &tx_record_keys->items[i];
		if (key->span.kind == TX_SPAN_NONE)
			continue;
		assert_non_null(at);
		assert_true(tx_slice_is(tx_key_name(key), json_object_iter_key(at)));
		assert_string_equal(type_of(resolve(json_object_iter_value(at))), "array");
		bool is_list = resolve(json_object_iter_value(at)) ==
			       json_object_get(json_object_get(schema, "$defs"), "span_list");
		assert_int_equal(is_list, key->span.kind == TX_SPAN_EACH);
		at = json_object_iter_next(properties, at);
	}
	assert_null(at);
}

static void read_file(const char *path, struct tx_buffer *text)
{
	FILE *file = fopen(path, "rb");

	assert_non_null(file);
	for (int c = fgetc(file); c != EOF; c = fgetc(file))
		tx_buffer_byte(text, (char)c);
	fclose(file);
}

static void keys_are_documented(void **state)
{
	struct tx_buffer text = {0}, row = {0};

	(void)state;
	read_file(TELEX_RECORD_DOC, &text);
	for (size_t i = 0; i < tx_record_keys->count; i++) {
		telex_slice name = tx_key_name(&tx_record_keys->items[i]);
		row.len = 0;
		tx_buffer_lit(&row, "`");
		tx_buffer_slice(&row, name);
		tx_buffer_lit(&row, "`");
		if (tx_slice_find(tx_slice(text.data, text.len), tx_slice(row.data, row.len)) ==
		    text.len)
			fail_msg("docs/record.md lacks the key %.*s", (int)row.len, row.data);
	}
	tx_buffer_done(&text);
	tx_buffer_done(&row);
}

static void lists_of_keys(void **state)
{
	static const struct {
		const char *list;
		const char *omitted; /* of the two keys "id" and "body", those that are omitted */
		const char *unknown;
	} cases[] = {
		{"id", "body", NULL},
		{"body,id", "", NULL},
		{"-body", "body", NULL},
		{"-body,-id", "idbody", NULL},
		{"headline", "idbody", NULL},
		{"nothing", NULL, "nothing"},
		{"-body,id", NULL, "id"},
		{"id,-body", NULL, "-body"},
		{"", NULL, ""},
		{"id,", NULL, ""},
		{"dateline.text", NULL, "dateline.text"},
	};
	size_t id = tx_key_find(tx_record_keys, TX_LIT("id"));
	size_t body = tx_key_find(tx_record_keys, TX_LIT("body"));

	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		uint64_t omitted;
		telex_slice unknown;
		char got[8] = "";
		bool known = tx_keys_omitted(tx_slice_of(cases[i].list), &omitted, &unknown);
		assert_int_equal(known, cases[i].unknown == NULL);
		if (!known) {
			assert_true(tx_slice_is(unknown, cases[i].unknown));
			continue;
		}
		strcat(got, (omitted >> id & 1) != 0 ? "id" : "");
		strcat(got, (omitted >> body & 1) != 0 ? "body" : "");
		assert_string_equal(got, cases[i].omitted);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(keys_are_those_of_the_schema),
		cmocka_unit_test(spans_are_those_of_the_schema),
		cmocka_unit_test(keys_are_documented),
		cmocka_unit_test(lists_of_keys),
	};

	return cmocka_run_group_tests(tests, load, unload);
}
