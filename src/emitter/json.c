/* Objects, lists and their members.  The indented layout is that of jansson's JSON_INDENT(2).
 * Numbers are written by integer arithmetic: no printf, no locale. */

#include "emitter/json.h"

#define DEGREE_DECIMALS 5
#define HEADER_MAX      128 /* bytes of a line break, a key and a bracket */

void tx_json_break(struct tx_json *json)
{
	static const char blanks[] = "                                ";
	const size_t most = sizeof(blanks) - 1;

	tx_buffer_byte(json->out, '\n');
	for (size_t left = (size_t)2 * json->depth; left > 0;) {
		size_t len = left < most ? left : most;
		tx_buffer_append(json->out, blanks, len);
		left -= len;
	}
}

static void begin_item(struct tx_json *json)
{
	if (json->indented)
		tx_json_break(json);
}

void tx_json_open_item(struct tx_json *json, char bracket)
{
	begin_item(json);
	tx_json_open(json, bracket);
}

void tx_json_open_member(struct tx_json *json, telex_slice key, char bracket)
{
	tx_json_key(json, key);
	tx_json_open(json, bracket);
}

void tx_json_close(struct tx_json *json, char bracket)
{
	struct tx_buffer *out = json->out;

	json->depth--;
	if (!out->failed && out->len > 0 && out->data[out->len - 1] == ',') {
		out->len--;
		if (json->indented)
			tx_json_break(json);
	}
	tx_buffer_byte(out, bracket);
	tx_buffer_byte(out, ',');
}

size_t tx_json_open_some(struct tx_json *json, telex_slice key)
{
	struct tx_buffer *out = json->out;

	/* Once there is room, nothing is sent before the first member is written. */
	if (HEADER_MAX > out->cap - out->len)
		tx_buffer_reserve(out, HEADER_MAX);
	size_t mark = out->len;
	tx_json_open_member(json, key, '{');
	return mark;
}

void tx_json_close_some(struct tx_json *json, size_t mark)
{
	struct tx_buffer *out = json->out;

	if (out->failed || out->len == 0 || out->data[out->len - 1] != '{') {
		tx_json_close(json, '}');
		return;
	}
	json->depth--;
	out->len = mark;
}

void tx_json_end(struct tx_json *json)
{
	if (!json->out->failed)
		json->out->data[json->out->len - 1] = '\n';
}

void tx_json_bytes(struct tx_json *json, telex_slice key, telex_slice value)
{
	if (value.ptr == NULL)
		return;
	tx_json_key(json, key);
	tx_json_lossy_string(json->out, value);
	tx_buffer_byte(json->out, ',');
}

void tx_json_begin_text(struct tx_json *json, telex_slice key)
{
	tx_json_key(json, key);
	tx_buffer_byte(json->out, '"');
}

void tx_json_end_text(struct tx_json *json)
{
	tx_buffer_lit(json->out, "\",");
}

void tx_json_number(struct tx_json *json, telex_slice key, uint64_t value)
{
	tx_json_key(json, key);
	tx_buffer_number(json->out, value);
	tx_buffer_byte(json->out, ',');
}

void tx_json_number_item(struct tx_json *json, uint64_t value)
{
	begin_item(json);
	tx_buffer_number(json->out, value);
	tx_buffer_byte(json->out, ',');
}

void tx_json_flag(struct tx_json *json, telex_slice key, bool value)
{
	if (!value)
		return;
	tx_json_key(json, key);
	tx_buffer_lit(json->out, "true,");
}

/** Put `value` into `digits`, `count` of them, leading zeros kept. */
static void put_digits(char *digits, size_t count, uint32_t value)
{
	while (count-- > 0) {
		digits[count] = (char)('0' + value % 10);
		value /= 10;
	}
}

void tx_json_degrees(struct tx_json *json, telex_slice key, double value)
{
	struct tx_buffer *out = json->out;
	bool negative = value < 0;
	uint32_t scaled = (uint32_t)((negative ? -value : value) * 1e5 + 0.5);
	char decimals[DEGREE_DECIMALS];
	size_t count = DEGREE_DECIMALS;

	put_digits(decimals, DEGREE_DECIMALS, scaled % 100000);
	while (count > 1 && decimals[count - 1] == '0')
		count--;
	tx_json_key(json, key);
	if (negative && scaled > 0)
		tx_buffer_byte(out, '-');
	tx_buffer_number(out, scaled / 100000);
	tx_buffer_byte(out, '.');
	tx_buffer_append(out, decimals, count);
	tx_buffer_byte(out, ',');
}

void tx_json_date(struct tx_json *json, telex_slice key, int year, unsigned month, unsigned day)
{
	char date[] = "\"0000-00-00\",";

	put_digits(date + 1, 4, (uint32_t)year);
	put_digits(date + 6, 2, month);
	put_digits(date + 9, 2, day);
	tx_json_key(json, key);
	tx_buffer_append(json->out, date, sizeof date - 1);
}

/* The length of a string of JSON with its quotes. */
static size_t string_len(telex_slice s)
{
	size_t at = 1;

	while (at < s.len && s.ptr[at] != '"')
		at += s.ptr[at] == '\\' ? 2 : 1;
	return at < s.len ? at + 1 : s.len;
}

/* A bracket, a comma or a colon of JSON on one line. */
static void indent_mark(struct tx_json *json, char mark, bool *is_first)
{
	bool closes = mark == '}' || mark == ']';

	json->depth -= closes;
	if (closes && !*is_first)
		tx_json_break(json);
	tx_buffer_byte(json->out, mark);
	*is_first = mark == '{' || mark == '[';
	json->depth += *is_first;
	if (mark == ',')
		tx_json_break(json);
	else if (mark == ':')
		tx_buffer_byte(json->out, ' ');
}

static void indent_value(struct tx_json *json, telex_slice value)
{
	bool is_first = false; /* the last byte was a bracket that opens */

	while (value.len > 0) {
		char c = value.ptr[0];
		bool is_mark = memchr("{}[],:", c, 6) != NULL;
		size_t len = c == '"' ? string_len(value) : 1;

		if (is_first && c != '}' && c != ']')
			tx_json_break(json);
		if (is_mark)
			indent_mark(json, c, &is_first);
		else
			tx_buffer_append(json->out, value.ptr, len);
		is_first = is_mark && is_first;
		value = tx_slice_skip(value, len);
	}
}

void tx_json_value(struct tx_json *json, telex_slice key, telex_slice value)
{
	tx_json_key(json, key);
	if (json->indented)
		indent_value(json, value);
	else
		tx_buffer_slice(json->out, value);
	tx_buffer_byte(json->out, ',');
}
