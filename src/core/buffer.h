/* Growable bytes with a sticky failure: append as much as you like, look at `failed` once at the
 * end. Invariants: `len <= cap`; after a failure nothing is appended any more and what was there
 * stays. */
#ifndef TX_CORE_BUFFER_H
#define TX_CORE_BUFFER_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include "core/slice.h"

struct tx_buffer {
	char *data;
	size_t len;
	size_t cap;
	bool failed;
	/* Where full portions go, so that the buffer need not hold everything; NULL: nowhere, it
	 * grows.  The last byte always stays after, for writers that take a comma back. */
	void (*sink)(void *user, telex_slice portion);
	void *sink_user;
};

/* An all-zero struct tx_buffer is an empty buffer. */

/** Make room for `extra` more bytes; false (and `failed`) when memory is short. */
bool tx_buffer_reserve(struct tx_buffer *buffer, size_t extra);

void tx_buffer_printf(struct tx_buffer *buffer, const char *format, ...)
	__attribute__((format(printf, 2, 3)));

/** Append an unsigned number in decimal. */
void tx_buffer_number(struct tx_buffer *buffer, uint64_t number);

/** Hand what is there to the sink, all of it. */
void tx_buffer_flush(struct tx_buffer *buffer);

/** Release the memory; the buffer is empty and usable again. */
void tx_buffer_done(struct tx_buffer *buffer);

static inline void tx_buffer_append(struct tx_buffer *buffer, const char *bytes, size_t len)
{
	if (len > buffer->cap - buffer->len && !tx_buffer_reserve(buffer, len))
		return;
	if (len > 0)
		memcpy(buffer->data + buffer->len, bytes, len);
	buffer->len += len;
}

static inline void tx_buffer_slice(struct tx_buffer *buffer, telex_slice s)
{
	tx_buffer_append(buffer, s.ptr, s.len);
}

static inline void tx_buffer_byte(struct tx_buffer *buffer, char byte)
{
	tx_buffer_append(buffer, &byte, 1);
}

/** Append a string literal. */
#define tx_buffer_lit(buffer, literal) tx_buffer_append((buffer), (literal), sizeof(literal) - 1)

#endif
