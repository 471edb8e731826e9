/* What the packing programs write: files, and tables as C. */
#include <errno.h>
#include <stdio.h>

#include "normalizer/data/pack.h"

#define NUMBERS_A_LINE 24

void pack_write_file(const char *path, const struct tx_buffer *bytes)
{
	if (bytes->failed)
		pack_fail("out of memory");
	FILE *file = fopen(path, "wb");
	if (file == NULL || fwrite(bytes->data, 1, bytes->len, file) != bytes->len ||
	    fclose(file) != 0)
		pack_fail("cannot write '%s': %s", path, strerror(errno));
}

void pack_put_bytes(struct tx_buffer *out, const char *declaration, const struct tx_buffer *bytes)
{
	out->failed |= bytes->failed;
	tx_buffer_slice(out, tx_slice_of(declaration));
	tx_buffer_lit(out, " = {");
	for (size_t i = 0; i < bytes->len; i++) {
		tx_buffer_byte(out, i % NUMBERS_A_LINE == 0 ? '\n' : ' ');
		tx_buffer_number(out, (unsigned char)bytes->data[i]);
		tx_buffer_byte(out, ',');
	}
	tx_buffer_lit(out, "\n};\n");
}

uint32_t pack_put_string(struct tx_buffer *texts, telex_slice text)
{
	size_t at = texts->len;

	if (text.len > UINT8_MAX || at > UINT16_MAX)
		pack_fail("no room for '%.*s'", (int)text.len, text.ptr);
	tx_buffer_byte(texts, (char)text.len);
	tx_buffer_slice(texts, text);
	return (uint32_t)at;
}
