/* Errors are values: one telex_error, filled once, the first failure wins. */
#ifndef TX_CORE_ERROR_H
#define TX_CORE_ERROR_H

#include <stdint.h>

#include "telex/telex.h"

/** Fill `error` (NULL is allowed, an error that is already set stays) and return `status`. Message:
 * lower case, no full stop, what is wrong first, the subject in single quotes. */
telex_status tx_fail(telex_error *error, telex_status status, const char *format, ...)
	__attribute__((format(printf, 3, 4)));

/** As tx_fail(), with a position; `line` and `column` count from 1, 0 where they are not known. */
telex_status tx_fail_at(telex_error *error, telex_status status, uint64_t offset, uint32_t line,
			uint32_t column, const char *format, ...)
	__attribute__((format(printf, 6, 7)));

/** The words for running out of memory. */
telex_status tx_fail_memory(telex_error *error);

#endif
