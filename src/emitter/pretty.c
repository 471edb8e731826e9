/* The record indented, as its compact line is written. */

#include "emitter/emitter.h"

#include "emitter/indent.h"

static void indent_portion(void *indent, telex_slice portion)
{
	tx_indent_write(indent, portion);
}

void tx_emit_pretty(struct tx_buffer *out, const struct tx_object *object)
{
	struct tx_indent indent = {.out = out};
	struct tx_buffer line = {.sink = indent_portion, .sink_user = &indent};

	tx_emit_object(&line, object);
	tx_buffer_flush(&line);
	out->failed |= line.failed;
	tx_buffer_done(&line);
}
