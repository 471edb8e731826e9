/* The growable buffer: doubling, and a failure that sticks. */
#include "core/buffer.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>

#define PORTION_MIN   ((size_t)64 << 10)
#define CAPACITY_MIN  4096
#define NUMBER_DIGITS 20 /* of UINT64_MAX */

static void send_portion(struct tx_buffer *buffer)
{
	size_t len = buffer->len - 1;

	buffer->sink(buffer->sink_user, tx_slice(buffer->data, len));
	buffer->data[0] = buffer->data[len];
	buffer->len = 1;
}

void tx_buffer_flush(struct tx_buffer *buffer)
{
	if (buffer->len > 0 && !buffer->failed)
		buffer->sink(buffer->sink_user, tx_slice(buffer->data, buffer->len));
	buffer->len = 0;
}

bool tx_buffer_reserve(struct tx_buffer *buffer, size_t extra)
{
	if (buffer->failed)
		return false;
	if (buffer->sink != NULL && buffer->len >= PORTION_MIN)
		send_portion(buffer);
	if (extra <= buffer->cap - buffer->len)
		return true;
	size_t cap = buffer->cap < CAPACITY_MIN ? CAPACITY_MIN : buffer->cap;
	while (cap - buffer->len < extra && cap <= SIZE_MAX / 2)
		cap *= 2;
	char *data = cap - buffer->len < extra ? NULL : realloc(buffer->data, cap);
	if (data == NULL) {
		/* No room from now on, so that the quick path of appending fails too. */
		buffer->cap = buffer->len;
		buffer->failed = true;
		return false;
	}
	buffer->data = data;
	buffer->cap = cap;
	return true;
}

void tx_buffer_printf(struct tx_buffer *buffer, const char *format, ...)
{
	va_list args;

	va_start(args, format);
	int len = vsnprintf(NULL, 0, format, args);
	va_end(args);
	if (len < 0 || !tx_buffer_reserve(buffer, (size_t)len + 1))
		return;
	va_start(args, format);
	vsnprintf(buffer->data + buffer->len, (size_t)len + 1, format, args);
	va_end(args);
	buffer->len += (size_t)len;
}

void tx_buffer_number(struct tx_buffer *buffer, uint64_t number)
{
	static const char pairs[] = "0001020304050607080910111213141516171819"
				    "2021222324252627282930313233343536373839"
				    "4041424344454647484950515253545556575859"
				    "6061626364656667686970717273747576777879"
				    "8081828384858687888990919293949596979899";
	char digits[NUMBER_DIGITS];
	size_t at = NUMBER_DIGITS;

	for (; number >= 100; number /= 100) {
		at -= 2;
		memcpy(digits + at, pairs + 2 * (number % 100), 2);
	}
	if (number >= 10) {
		at -= 2;
		memcpy(digits + at, pairs + 2 * number, 2);
	} else {
		digits[--at] = (char)('0' + number);
	}
	tx_buffer_append(buffer, digits + at, NUMBER_DIGITS - at);
}

void tx_buffer_done(struct tx_buffer *buffer)
{
	free(buffer->data);
	*buffer = (struct tx_buffer){0};
}
