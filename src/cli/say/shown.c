/* Text made safe to show.  Escaped are C0 and C1 controls, DEL, line and paragraph separators,
 * bidirectional overrides and isolates, and bytes that are no UTF-8. */
#include "cli/say/shown.h"

#include "core/utf8.h"

static bool is_percent_escaped(char byte, enum shown_in where)
{
	static const char *const escaped[] = {[SHOWN_IN_MESSAGE] = "",
					      [SHOWN_AS_NAME] = "",
					      [SHOWN_IN_COMMAND] = "%\r\n",
					      [SHOWN_AS_PROPERTY] = "%\r\n:,"};

	return byte != '\0' && strchr(escaped[where], byte) != NULL;
}

static bool is_harmful(uint32_t c)
{
	return c < 0x20 || (c >= 0x7f && c < 0xa0) || (c >= 0x2028 && c <= 0x202e) ||
	       (c >= 0x2066 && c <= 0x2069);
}

static bool is_shown_in_hex(telex_slice character, uint32_t c, enum shown_in where)
{
	bool invalid = c == 0xfffd && character.len == 1;

	return invalid || is_harmful(c) || (c == '\\' && where == SHOWN_AS_NAME);
}

/* The bytes of a character as \xNN or %NN. */
static void append_hex(struct tx_buffer *out, telex_slice character, const char *format)
{
	for (size_t i = 0; i < character.len; i++)
		tx_buffer_printf(out, format, (unsigned)(unsigned char)character.ptr[i]);
}

void shown_append(struct tx_buffer *out, telex_slice text, enum shown_in where)
{
	while (text.len > 0 && !out->failed) {
		uint32_t c;
		telex_slice character = tx_slice_take(text, tx_utf8_decode(text, &c));

		if (is_percent_escaped(character.ptr[0], where))
			append_hex(out, character, "%%%02X");
		else if (is_shown_in_hex(character, c, where))
			append_hex(out, character, "\\x%02x");
		else
			tx_buffer_slice(out, character);
		text = tx_slice_skip(text, character.len);
	}
}
