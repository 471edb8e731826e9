/* Members of JSON objects: texts, numbers, flags, dates.  Numbers are written by integer
 * arithmetic: no printf, no locale. */

#include "emitter/json.h"

#include "emitter/emitter.h"

#define DEGREE_DECIMALS 5

void tx_json_number(struct tx_buffer *out, telex_slice key, uint64_t value)
{
	tx_buffer_slice(out, key);
	tx_buffer_number(out, value);
	tx_buffer_byte(out, ',');
}

void tx_json_flag(struct tx_buffer *out, telex_slice key, bool value)
{
	if (!value)
		return;
	tx_buffer_slice(out, key);
	tx_buffer_lit(out, "true,");
}

/** Put `value` into `digits`, `count` of them, leading zeros kept. */
static void put_digits(char *digits, size_t count, uint32_t value)
{
	while (count-- > 0) {
		digits[count] = (char)('0' + value % 10);
		value /= 10;
	}
}

void tx_json_degrees(struct tx_buffer *out, telex_slice key, double value)
{
	bool negative = value < 0;
	uint32_t scaled = (uint32_t)((negative ? -value : value) * 1e5 + 0.5);
	char decimals[DEGREE_DECIMALS];
	size_t count = DEGREE_DECIMALS;

	put_digits(decimals, DEGREE_DECIMALS, scaled % 100000);
	while (count > 1 && decimals[count - 1] == '0')
		count--;
	tx_buffer_slice(out, key);
	if (negative && scaled > 0)
		tx_buffer_byte(out, '-');
	tx_buffer_number(out, scaled / 100000);
	tx_buffer_byte(out, '.');
	tx_buffer_append(out, decimals, count);
	tx_buffer_byte(out, ',');
}

void tx_json_date(struct tx_buffer *out, telex_slice key, int year, unsigned month, unsigned day)
{
	char date[] = "\"0000-00-00\",";

	put_digits(date + 1, 4, (uint32_t)year);
	put_digits(date + 6, 2, month);
	put_digits(date + 9, 2, day);
	tx_buffer_slice(out, key);
	tx_buffer_append(out, date, sizeof date - 1);
}

void tx_json_close(struct tx_buffer *out, char bracket)
{
	if (out->failed)
		return;
	if (out->len > 0 && out->data[out->len - 1] == ',')
		out->len--;
	tx_buffer_byte(out, bracket);
	tx_buffer_byte(out, ',');
}
