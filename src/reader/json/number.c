/* Numbers that no double, and integers that no 64 bits hold. */
#include "core/ascii.h"
#include "reader/json/values.h"

#define ORDER_MAX    309 /* digits before the point of the largest double */
#define INTEGER_MAX  19  /* digits of the largest integer */
#define EXPONENT_MAX 100000

/* Digits before the point that the value of "12.5", "0.002" has when it is written out; a value of
 * 0 has none. */
static long order_of(telex_slice mantissa)
{
	size_t point = tx_cut(mantissa, '.').head.len, first = 0;

	while (first < mantissa.len && (mantissa.ptr[first] == '0' || mantissa.ptr[first] == '.'))
		first++;
	if (first == mantissa.len)
		return -EXPONENT_MAX * 2L;
	return first < point ? (long)(point - first) : -(long)(first - point - 1);
}

/* Whether the digits are beyond those of the largest double, order apart. */
static bool has_larger_digits(telex_slice mantissa)
{
	static const char largest[] = "17976931348623157";
	size_t at = 0;

	for (size_t i = 0; i < mantissa.len; i++) {
		char c = mantissa.ptr[i];
		if (c == '.' || (at == 0 && c == '0'))
			continue;
		if (c != largest[at])
			return c > largest[at];
		at++;
	}
	return false;
}

static long exponent_of(telex_slice digits)
{
	bool negative = digits.len > 0 && digits.ptr[0] == '-';
	long value = 0;

	for (size_t i = 0; i < digits.len; i++) {
		if (tx_is_digit(digits.ptr[i]) && value < EXPONENT_MAX)
			value = value * 10 + (digits.ptr[i] - '0');
	}
	return negative ? -value : value;
}

bool tx_json_is_too_large(telex_slice number)
{
	const char *last = number.ptr[0] == '-' ? "9223372036854775808" : "9223372036854775807";
	telex_slice digits = tx_slice_skip(number, number.ptr[0] == '-');
	size_t end = 0;
	long order;

	while (end < digits.len && (tx_is_digit(digits.ptr[end]) || digits.ptr[end] == '.'))
		end++;
	telex_slice mantissa = tx_slice_take(digits, end);
	if (end < digits.len || memchr(mantissa.ptr, '.', mantissa.len) != NULL)
		order = order_of(mantissa) + exponent_of(tx_slice_skip(digits, end + 1));
	else
		return digits.len > INTEGER_MAX ||
		       (digits.len == INTEGER_MAX && memcmp(digits.ptr, last, digits.len) > 0);
	return order > ORDER_MAX || (order == ORDER_MAX && has_larger_digits(mantissa));
}
