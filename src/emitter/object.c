/* A record or an item of ninjs as a jansson object, read from the line that was written of it, so
 * that there is one writer and one order of keys.
 *
 * jansson's own reader would do, but it loses characters without a word when memory is short (2.14,
 * lex_save()).  This one reads what the writer writes and no other JSON: no blanks, \u00XX for
 * controls only, numbers without an exponent. */
#include "emitter/emitter.h"

#include <string.h>

#include <jansson.h>

#include "emitter/ninjs.h"

struct reader {
	const char *at;
	struct tx_buffer text; /* of the string read last */
};

static json_t *read_value(struct reader *reader);

static unsigned hex(char digit)
{
	return digit <= '9' ? (unsigned)(digit - '0') : (unsigned)(digit | 0x20) - 'a' + 10;
}

/* The byte that the escape behind a backslash stands for. */
static char unescape(struct reader *reader)
{
	static const char letters[] = "btnfr", controls[] = "\b\t\n\f\r";
	char letter = *reader->at++;
	const char *found = strchr(letters, letter);

	if (letter == 'u') {
		reader->at += 4;
		return (char)(hex(reader->at[-2]) << 4 | hex(reader->at[-1]));
	}
	return found == NULL ? letter : controls[found - letters];
}

static bool read_text(struct reader *reader)
{
	reader->text.len = 0;
	reader->at++;
	while (*reader->at != '"') {
		char byte = *reader->at++;
		tx_buffer_byte(&reader->text, byte == '\\' ? unescape(reader) : byte);
	}
	reader->at++;
	return !reader->text.failed;
}

static json_t *read_string(struct reader *reader)
{
	if (!read_text(reader))
		return NULL;
	return json_stringn_nocheck(reader->text.len > 0 ? reader->text.data : "",
				    reader->text.len);
}

/* Both parts of the division are exact, so that the result is the nearest double. */
static json_t *read_number(struct reader *reader)
{
	bool negative = *reader->at == '-', real = false;
	json_int_t digits = 0;
	double scale = negative ? -1 : 1;

	for (reader->at += negative;
	     *reader->at == '.' || (*reader->at >= '0' && *reader->at <= '9'); reader->at++) {
		if (*reader->at == '.') {
			real = true;
			continue;
		}
		digits = digits * 10 + (*reader->at - '0');
		scale *= real ? 10 : 1;
	}
	return real ? json_real((double)digits / scale) : json_integer(negative ? -digits : digits);
}

static json_t *read_list(struct reader *reader)
{
	json_t *list = json_array();

	while (list != NULL && *reader->at++ != ']') {
		if (*reader->at == ']')
			continue;
		json_t *value = read_value(reader);
		if (value == NULL || json_array_append_new(list, value) != 0) {
			json_decref(list);
			return NULL;
		}
	}
	return list;
}

static bool read_member(struct reader *reader, json_t *object)
{
	if (!read_text(reader))
		return false;
	tx_buffer_byte(&reader->text, '\0');
	if (reader->text.failed)
		return false;
	/* The value's texts take the place of the key's. */
	struct tx_buffer key = reader->text;
	reader->text = (struct tx_buffer){0};
	reader->at++;
	json_t *value = read_value(reader);
	bool done = value != NULL && json_object_set_new_nocheck(object, key.data, value) == 0;
	tx_buffer_done(&key);
	return done;
}

static json_t *read_object(struct reader *reader)
{
	json_t *object = json_object();

	while (object != NULL && *reader->at++ != '}') {
		if (*reader->at != '}' && !read_member(reader, object)) {
			json_decref(object);
			return NULL;
		}
	}
	return object;
}

static json_t *read_flag(struct reader *reader)
{
	reader->at += sizeof("true") - 1;
	return json_true();
}

static json_t *read_value(struct reader *reader)
{
	switch (*reader->at) {
	case '{':
		return read_object(reader);
	case '[':
		return read_list(reader);
	case '"':
		return read_string(reader);
	case 't':
		return read_flag(reader);
	default:
		return read_number(reader);
	}
}

void tx_emit_object(struct tx_buffer *out, const struct tx_object *object)
{
	if (object->output == TELEX_TO_RECORD)
		tx_emit_record(out, object->record, object->text, object->flags);
	else
		tx_emit_ninjs(out, object->record, object->output);
}

struct json_t *tx_emit_json(const struct tx_object *object)
{
	struct tx_buffer line = {0};
	struct reader reader = {0};
	json_t *json = NULL;

	tx_emit_object(&line, object);
	if (!line.failed) {
		reader.at = line.data;
		json = read_value(&reader);
	}
	tx_buffer_done(&reader.text);
	tx_buffer_done(&line);
	return json;
}
