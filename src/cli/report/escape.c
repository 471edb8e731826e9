/* Text made safe to show.  Escaped are C0 and C1 controls, DEL, line and paragraph separators,
 * bidirectional overrides and isolates, and bytes that are no UTF-8. */
#include "cli/report/escape.h"

#include "core/utf8.h"

static bool is_percent_escaped(char byte, enum escape_for where)
{
	static const char *const escaped[] = {[ESCAPE_FOR_MESSAGE] = "",
					      [ESCAPE_FOR_NAME] = "",
					      [ESCAPE_FOR_COMMAND] = "%\r\n",
					      [ESCAPE_FOR_PROPERTY] = "%\r\n:,"};

	return byte != '\0' && strchr(escaped[where], byte) != NULL;
}

static bool is_harmful(uint32_t c)
{
	return c < 0x20 || (c >= 0x7f && c < 0xa0) || (c >= 0x2028 && c <= 0x202e) ||
	       (c >= 0x2066 && c <= 0x2069);
}

static bool is_escaped_in_hex(telex_slice character, uint32_t c, enum escape_for where)
{
	bool invalid = c == 0xfffd && character.len == 1;

	return invalid || is_harmful(c) || (c == '\\' && where == ESCAPE_FOR_NAME);
}

/* The bytes of a character as \xNN or %NN. */
static void append_hex(struct tx_buffer *out, telex_slice character, const char *format)
{
	for (size_t i = 0; i < character.len; i++)
		tx_buffer_printf(out, format, (unsigned)(unsigned char)character.ptr[i]);
}

void escape_append(struct tx_buffer *out, telex_slice text, enum escape_for where)
{
	while (text.len > 0 && !out->failed) {
		uint32_t c;
		telex_slice character = tx_slice_take(text, tx_utf8_decode(text, &c));

		if (is_percent_escaped(character.ptr[0], where))
			append_hex(out, character, "%%%02X");
		else if (is_escaped_in_hex(character, c, where))
			append_hex(out, character, "\\x%02x");
		else
			tx_buffer_slice(out, character);
		text = tx_slice_skip(text, character.len);
	}
}
