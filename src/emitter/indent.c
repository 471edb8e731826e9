/* The layout is that of jansson's JSON_INDENT(2): an empty list or object stays on one line. */
#include "emitter/indent.h"

#include "core/block.h"

/* Up to the next quote or backslash. */
static size_t plain_len(telex_slice s)
{
	size_t at = 0;

	for (; s.len - at >= TX_BLOCK; at += TX_BLOCK) {
		tx_block block = tx_block_load(s.ptr + at);
		unsigned found = tx_mark_bits(
			tx_mark_or(tx_mark_equal(block, '"'), tx_mark_equal(block, '\\')));
		if (found != 0)
			return at + tx_mask_first(found);
	}
	while (at < s.len && s.ptr[at] != '"' && s.ptr[at] != '\\')
		at++;
	return at;
}

/* Inside a string; how much was written. */
static size_t write_string(struct tx_indent *indent, telex_slice s)
{
	size_t len = indent->escaped ? 1 : plain_len(s);

	if (!indent->escaped && len < s.len) {
		indent->in_string = s.ptr[len] != '"';
		indent->escaped = s.ptr[len] == '\\';
		len++;
	} else {
		indent->escaped = false;
	}
	tx_buffer_append(indent->out, s.ptr, len);
	return len;
}

static void break_line(struct tx_indent *indent)
{
	static const char blanks[] = "                                ";
	const size_t most = sizeof(blanks) - 1;

	tx_buffer_byte(indent->out, '\n');
	for (size_t left = 2 * indent->depth; left > 0;) {
		size_t len = left < most ? left : most;
		tx_buffer_append(indent->out, blanks, len);
		left -= len;
	}
}

/* A byte outside strings. */
static void write_byte(struct tx_indent *indent, char byte)
{
	bool closes = byte == '}' || byte == ']';

	indent->depth -= closes && indent->depth > 0;
	if (indent->opened != closes)
		break_line(indent);
	indent->opened = byte == '{' || byte == '[';
	indent->depth += indent->opened;
	indent->in_string = byte == '"';
	tx_buffer_byte(indent->out, byte);
	if (byte == ',')
		break_line(indent);
	else if (byte == ':')
		tx_buffer_byte(indent->out, ' ');
}

void tx_indent_write(struct tx_indent *indent, telex_slice portion)
{
	while (portion.len > 0) {
		size_t len = 1;

		if (indent->in_string)
			len = write_string(indent, portion);
		else
			write_byte(indent, portion.ptr[0]);
		portion = tx_slice_skip(portion, len);
	}
}
