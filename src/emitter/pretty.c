/* The record through jansson: as an object, and indented.  jansson reads what tx_emit_record()
 * wrote, so that there is one writer and one order of keys. */

#include "emitter/emitter.h"

#include <jansson.h>

/* Angles have 3 digits before the point and 5 behind it; with 8 significant digits jansson prints
 * them as written. */
#define PRETTY_FLAGS (JSON_INDENT(2) | JSON_REAL_PRECISION(8))

struct json_t *tx_emit_json(const struct tx_record *record, telex_slice text, bool spans)
{
	struct tx_buffer line = {0};
	json_t *json = NULL;

	tx_emit_record(&line, record, text, spans);
	if (!line.failed)
		json = json_loadb(line.data, line.len, JSON_ALLOW_NUL, NULL);
	tx_buffer_done(&line);
	return json;
}

static int append(const char *bytes, size_t len, void *buffer)
{
	struct tx_buffer *out = buffer;

	tx_buffer_append(out, bytes, len);
	return out->failed ? -1 : 0;
}

bool tx_emit_pretty(struct tx_buffer *out, const struct tx_record *record, telex_slice text,
		    bool spans)
{
	json_t *json = tx_emit_json(record, text, spans);
	int result;

	if (json == NULL)
		return false;
	result = json_dump_callback(json, append, out, PRETTY_FLAGS);
	json_decref(json);
	tx_buffer_byte(out, '\n');
	return result == 0 && !out->failed;
}
