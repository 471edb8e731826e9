/* Amounts as people read them. */
#include "cli/report/format_units.h"

#include <time.h>

uint64_t clock_now(void)
{
	struct timespec now;

	if (clock_gettime(CLOCK_MONOTONIC, &now) != 0)
		return 0;
	return (uint64_t)now.tv_sec * UINT64_C(1000000000) + (uint64_t)now.tv_nsec;
}

double bytes_per_second(uint64_t bytes, uint64_t nanoseconds)
{
	return nanoseconds == 0 ? 0 : (double)bytes * 1e9 / (double)nanoseconds;
}

void format_bytes(struct tx_buffer *out, double bytes)
{
	static const char *const units[] = {"B", "kB", "MB", "GB", "TB"};
	size_t unit = 0;

	/* 999.95 would be written as 1000.0. */
	for (; bytes >= (unit == 0 ? 1000 : 999.95) && unit < 4; unit++)
		bytes /= 1000;
	tx_buffer_printf(out, "%.*f %s", unit == 0 ? 0 : 1, bytes, units[unit]);
}

void format_duration(struct tx_buffer *out, uint64_t seconds)
{
	unsigned long long hours = seconds / 3600;
	unsigned minutes = (unsigned)(seconds / 60 % 60), rest = (unsigned)(seconds % 60);

	if (hours > 0)
		tx_buffer_printf(out, "%llu:%02u:%02u", hours, minutes, rest);
	else
		tx_buffer_printf(out, "%u:%02u", minutes, rest);
}
