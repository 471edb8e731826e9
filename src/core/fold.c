/* The key of names, by tables: one row of up to two ASCII letters for each accented Latin letter.
 * Greek and Cyrillic are only lowered; scripts without case stay as they are. */
#include "core/fold.h"

#include "core/ascii.h"
#include "core/utf8.h"

/* U+00C0 to U+024F; "" = no ASCII form. */
static const char latin[][3] = {
	"a",  "a",  "a",  "a", "a", "a",  "ae", "c",  "e",  "e",  "e",  "e",  "i",  "i",  "i",
	"i",  "d",  "n",  "o", "o", "o",  "o",  "o",  "x",  "o",  "u",  "u",  "u",  "u",  "y",
	"th", "ss", "a",  "a", "a", "a",  "a",  "a",  "ae", "c",  "e",  "e",  "e",  "e",  "i",
	"i",  "i",  "i",  "d", "n", "o",  "o",  "o",  "o",  "o",  "/",  "o",  "u",  "u",  "u",
	"u",  "y",  "th", "y", "a", "a",  "a",  "a",  "a",  "a",  "c",  "c",  "c",  "c",  "c",
	"c",  "c",  "c",  "d", "d", "d",  "d",  "e",  "e",  "e",  "e",  "e",  "e",  "e",  "e",
	"e",  "e",  "g",  "g", "g", "g",  "g",  "g",  "g",  "g",  "h",  "h",  "h",  "h",  "i",
	"i",  "i",  "i",  "i", "i", "i",  "i",  "i",  "i",  "ij", "ij", "j",  "j",  "k",  "k",
	"k",  "l",  "l",  "l", "l", "l",  "l",  "l",  "l",  "l",  "l",  "n",  "n",  "n",  "n",
	"n",  "n",  "n",  "n", "n", "o",  "o",  "o",  "o",  "o",  "o",  "oe", "oe", "r",  "r",
	"r",  "r",  "r",  "r", "s", "s",  "s",  "s",  "s",  "s",  "s",  "s",  "t",  "t",  "t",
	"t",  "t",  "t",  "u", "u", "u",  "u",  "u",  "u",  "u",  "u",  "u",  "u",  "u",  "u",
	"w",  "w",  "y",  "y", "y", "z",  "z",  "z",  "z",  "z",  "z",  "s",  "",   "",   "",
	"",   "",   "",   "",  "",  "",   "",   "",   "",   "",   "",   "",   "e",  "",   "",
	"",   "",   "",   "",  "",  "",   "",   "",   "",   "",   "",   "",   "",   "",   "o",
	"o",  "",   "",   "",  "",  "",   "",   "",   "",   "",   "",   "",   "",   "",   "u",
	"u",  "",   "",   "",  "",  "",   "",   "",   "",   "",   "",   "",   "",   "",   "",
	"",   "",   "",   "",  "",  "dz", "dz", "dz", "lj", "lj", "lj", "nj", "nj", "nj", "a",
	"a",  "i",  "i",  "o", "o", "u",  "u",  "u",  "u",  "u",  "u",  "u",  "u",  "u",  "u",
	"",   "a",  "a",  "a", "a", "",   "",   "",   "",   "g",  "g",  "k",  "k",  "o",  "o",
	"o",  "o",  "",   "",  "j", "dz", "dz", "dz", "g",  "g",  "",   "",   "n",  "n",  "a",
	"a",  "",   "",   "",  "",  "a",  "a",  "a",  "a",  "e",  "e",  "e",  "e",  "i",  "i",
	"i",  "i",  "o",  "o", "o", "o",  "r",  "r",  "r",  "r",  "u",  "u",  "u",  "u",  "s",
	"s",  "t",  "t",  "",  "",  "h",  "h",  "",   "",   "",   "",   "",   "",   "a",  "a",
	"e",  "e",  "o",  "o", "o", "o",  "o",  "o",  "o",  "o",  "y",  "y",  "",   "",   "",
	"",   "",   "",   "",  "",  "",   "",   "",   "",   "",   "",   "",   "",   "",   "",
	"",   "",   "",   "",  "",  "",   "",   "",   "",   "",
};

/* U+1E00 to U+1EFF; "" = no ASCII form. */
static const char latin_additional[][3] = {
	"a", "a", "b", "b", "b", "b", "b", "b", "c", "c", "d", "d", "d", "d", "d", "d", "d", "d",
	"d", "d", "e", "e", "e", "e", "e", "e", "e", "e", "e", "e", "f", "f", "g", "g", "h", "h",
	"h", "h", "h", "h", "h", "h", "h", "h", "i", "i", "i", "i", "k", "k", "k", "k", "k", "k",
	"l", "l", "l", "l", "l", "l", "l", "l", "m", "m", "m", "m", "m", "m", "n", "n", "n", "n",
	"n", "n", "n", "n", "o", "o", "o", "o", "o", "o", "o", "o", "p", "p", "p", "p", "r", "r",
	"r", "r", "r", "r", "r", "r", "s", "s", "s", "s", "s", "s", "s", "s", "s", "s", "t", "t",
	"t", "t", "t", "t", "t", "t", "u", "u", "u", "u", "u", "u", "u", "u", "u", "u", "v", "v",
	"v", "v", "w", "w", "w", "w", "w", "w", "w", "w", "w", "w", "x", "x", "x", "x", "y", "y",
	"z", "z", "z", "z", "z", "z", "h", "t", "w", "y", "",  "s", "",  "",  "",  "",  "a", "a",
	"a", "a", "a", "a", "a", "a", "a", "a", "a", "a", "a", "a", "a", "a", "a", "a", "a", "a",
	"a", "a", "a", "a", "e", "e", "e", "e", "e", "e", "e", "e", "e", "e", "e", "e", "e", "e",
	"e", "e", "i", "i", "i", "i", "o", "o", "o", "o", "o", "o", "o", "o", "o", "o", "o", "o",
	"o", "o", "o", "o", "o", "o", "o", "o", "o", "o", "o", "o", "u", "u", "u", "u", "u", "u",
	"u", "u", "u", "u", "u", "u", "u", "u", "y", "y", "y", "y", "y", "y", "y", "y", "",  "",
	"",  "",  "",  "",
};

/* Typographic signs that names are written with. */
static const char *fold_sign(uint32_t c)
{
	switch (c) {
	case 0x2018:
	case 0x2019:
	case 0x02bc:
	case 0xb4:
		return "'";
	case 0x201c:
	case 0x201d:
		return "\"";
	case 0x2010:
	case 0x2011:
	case 0x2013:
		return "-";
	case 0xaa:
		return "a";
	case 0xba:
		return "o";
	default:
		return NULL;
	}
}

static const char *fold_letter(uint32_t c)
{
	const char *form = "";

	if (c >= 0xc0 && c < 0x250)
		form = latin[c - 0xc0];
	else if (c >= 0x1e00 && c < 0x1f00)
		form = latin_additional[c - 0x1e00];
	return form[0] != '\0' ? form : fold_sign(c);
}

static bool is_combining(uint32_t c)
{
	return c >= 0x300 && c < 0x370;
}

/* The key of one character beyond ASCII: at most four bytes. */
static size_t fold_wide(uint32_t c, char *out)
{
	const char *form = fold_letter(c);

	if (is_combining(c))
		return 0;
	if (form == NULL)
		return tx_utf8_encode(tx_char_to_lower(c), out);
	size_t len = strlen(form);
	memcpy(out, form, len);
	return len;
}

size_t tx_fold(telex_slice s, char *out, size_t cap)
{
	size_t len = 0;
	bool space = false;

	for (size_t at = 0; at < s.len;) {
		uint32_t c = (unsigned char)s.ptr[at];
		at += c < 0x80 ? 1 : tx_utf8_decode(tx_slice_skip(s, at), &c);
		if (c <= ' ' || (c >= 0x80 && tx_char_is_space(c))) {
			space = len > 0;
			continue;
		}
		if (len + 5 > cap)
			return 0;
		if (space)
			out[len++] = ' ';
		space = false;
		if (c < 0x80)
			out[len++] = tx_lower((char)c);
		else
			len += fold_wide(c, out + len);
	}
	return len;
}
