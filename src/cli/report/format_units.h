/* Amounts as people read them: bytes, rates, times. */
#ifndef TELEX_CLI_FORMAT_UNITS_H
#define TELEX_CLI_FORMAT_UNITS_H

#include "core/buffer.h"

/** Now, in nanoseconds of a clock that only goes forward. */
uint64_t clock_now(void);

/** Bytes a second; 0 when no time has passed. */
double bytes_per_second(uint64_t bytes, uint64_t nanoseconds);

/** "512 B", "3.4 kB", "12.0 GB": powers of 1000. */
void format_bytes(struct tx_buffer *out, double bytes);

/** "0:07", "12:30", "3:00:00". */
void format_duration(struct tx_buffer *out, uint64_t seconds);

#endif
