/* The record indented, by jansson. */

#include "emitter/emitter.h"

#include <jansson.h>

/* Angles have 3 digits before the point and 5 behind it; with 8 significant digits jansson prints
 * them as written. */
#define PRETTY_FLAGS (JSON_INDENT(2) | JSON_REAL_PRECISION(8))

static int append(const char *bytes, size_t len, void *buffer)
{
	struct tx_buffer *out = buffer;

	tx_buffer_append(out, bytes, len);
	return out->failed ? -1 : 0;
}

bool tx_emit_pretty(struct tx_buffer *out, const struct tx_object *object)
{
	json_t *json = tx_emit_json(object);
	int result;

	if (json == NULL)
		return false;
	result = json_dump_callback(json, append, out, PRETTY_FLAGS);
	json_decref(json);
	tx_buffer_byte(out, '\n');
	return result == 0 && !out->failed;
}
