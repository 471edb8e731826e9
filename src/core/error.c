/* Filling errors.  The first failure wins: what a later clean-up has to say is a consequence of it.
 */
#include "core/error.h"

#include <stdarg.h>
#include <stdio.h>

static void fill(telex_error *error, telex_status status, const char *format, va_list args)
{
	error->status = status;
	vsnprintf(error->message, sizeof(error->message), format, args);
}

telex_status tx_fail(telex_error *error, telex_status status, const char *format, ...)
{
	va_list args;

	if (error == NULL || error->status != TELEX_OK)
		return status;
	va_start(args, format);
	fill(error, status, format, args);
	va_end(args);
	return status;
}

telex_status tx_fail_at(telex_error *error, telex_status status, uint64_t offset, uint32_t line,
			uint32_t column, const char *format, ...)
{
	va_list args;

	if (error == NULL || error->status != TELEX_OK)
		return status;
	va_start(args, format);
	fill(error, status, format, args);
	va_end(args);
	error->offset = offset;
	error->line = line;
	error->column = column;
	return status;
}

telex_status tx_fail_memory(telex_error *error)
{
	return tx_fail(error, TELEX_ERR_MEMORY, "out of memory");
}
