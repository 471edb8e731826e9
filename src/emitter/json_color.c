/* JSON is coloured after it has been written, since only a person at a terminal waits for it. */
#include "emitter/json_color.h"

#include "core/ascii.h"

/* Attributes of ECMA-48 SGR. */
#define KEY         "34;1"
#define STRING      "0;32"
#define VALUE       "0;39"
#define NOTHING     "1;30"
#define PUNCTUATION "1;39"

static void put(struct tx_buffer *out, const char *attribute, telex_slice text)
{
	tx_buffer_lit(out, "\033[");
	tx_buffer_slice(out, tx_slice_of(attribute));
	tx_buffer_byte(out, 'm');
	tx_buffer_slice(out, text);
	tx_buffer_lit(out, "\033[0m");
}

/* Bytes of the string at the start of `json`, with its quotes. */
static size_t string_len(telex_slice json)
{
	size_t at = 1;

	while (at < json.len && json.ptr[at] != '"')
		at += json.ptr[at] == '\\' ? 2 : 1;
	return at < json.len ? at + 1 : json.len;
}

static size_t count_of(telex_slice json, const char *signs)
{
	size_t len = 0;

	while (len < json.len && json.ptr[len] != '\0' && strchr(signs, json.ptr[len]) != NULL)
		len++;
	return len;
}

static bool is_blank(char c)
{
	return tx_char_is(c, TX_CHAR_BLANK | TX_CHAR_NEWLINE);
}

/* A number, true, false or null. */
static size_t value_len(telex_slice json)
{
	size_t len = 1;

	while (len < json.len && !is_blank(json.ptr[len]) &&
	       strchr("{}[],:\"", json.ptr[len]) == NULL)
		len++;
	return len;
}

void tx_json_color(struct tx_buffer *out, telex_slice json)
{
	while (json.len > 0) {
		size_t len = count_of(json, "{}[],:");
		const char *attribute = PUNCTUATION;
		if (len == 0 && is_blank(json.ptr[0])) {
			tx_buffer_byte(out, json.ptr[0]);
			json = tx_slice_skip(json, 1);
			continue;
		}
		if (len == 0 && json.ptr[0] == '"') {
			len = string_len(json);
			bool is_key = len < json.len && json.ptr[len] == ':';
			attribute = is_key ? KEY : STRING;
		} else if (len == 0) {
			len = value_len(json);
			attribute = json.ptr[0] == 'n' ? NOTHING : VALUE;
		}
		put(out, attribute, tx_slice_take(json, len));
		json = tx_slice_skip(json, len);
	}
}
