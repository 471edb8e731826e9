/* JSON written again without blanks: what comes beside the text of a line is carried along. */
#include "core/block.h"
#include "reader/json/values.h"

/* The letter after the backslash for each control character; 'u' where there is no short escape. */
static const char control_escapes[] = "uuuuuuuubtnufruuuuuuuuuuuuuuuuuu";

void tx_json_write_string(struct tx_buffer *out, telex_slice text)
{
	tx_buffer_byte(out, '"');
	for (size_t at = 0; at < text.len; at++) {
		size_t end = tx_json_plain_end(text, at);
		tx_buffer_append(out, text.ptr + at, end - at);
		at = end;
		if (at == text.len)
			break;
		unsigned char c = (unsigned char)text.ptr[at];
		char escape = c < ' ' ? control_escapes[c] : (char)c;
		tx_buffer_byte(out, '\\');
		tx_buffer_byte(out, escape);
		if (escape == 'u')
			tx_buffer_printf(out, "%04X", c);
	}
	tx_buffer_byte(out, '"');
}

static void write_scalar(struct tx_json_value value, struct tx_buffer *out)
{
	if (tx_json_opens(value, '"'))
		tx_json_write_string(out, tx_json_text_of(value));
	else if (tx_json_is_number(value) && tx_json_is_too_large(value.text))
		tx_json_write_string(out, value.text);
	else
		tx_buffer_slice(out, value.text);
}

/* A value, whatever is in it: by its tokens, so that no depth needs room. */
void tx_json_write(struct tx_json_value value, struct tx_buffer *out)
{
	telex_slice rest = value.text;

	while (rest.len > 0) {
		char c = rest.ptr[0];
		size_t len = 1;
		if (c == '"' || (c > ' ' && strchr("{}[]:,", c) == NULL)) {
			len = tx_json_value_len(rest);
			struct tx_json_value scalar = {tx_slice_take(rest, len), value.arena};
			write_scalar(scalar, out);
		} else if (c > ' ') {
			tx_buffer_byte(out, c);
		}
		rest = tx_slice_skip(rest, len);
	}
}

bool tx_json_write_rest(struct tx_json_value object, const char *without, struct tx_buffer *out)
{
	struct tx_json_walk walk = tx_json_begin(object);
	bool any = false;

	tx_buffer_byte(out, '{');
	while (tx_json_step(&walk)) {
		if (tx_slice_is(walk.key, without))
			continue;
		if (any)
			tx_buffer_byte(out, ',');
		any = true;
		tx_json_write_string(out, walk.key);
		tx_buffer_byte(out, ':');
		tx_json_write(walk.value, out);
	}
	tx_buffer_byte(out, '}');
	return any;
}
