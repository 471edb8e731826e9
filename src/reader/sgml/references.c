/* References: the four that markup needs, the names of ISO 8859-1 (HTML 4, section 24.2), the signs
 * of typesetters that collections use, and numbers.  Left out: every other name, which stays as it
 * is written. */
#include "core/utf8.h"
#include "reader/sgml/sgml.h"
#include "core/scan.h"

#define REFERENCE_MAX 10 /* bytes between '&' and ';' */
#define LATIN1_FIRST  0xa0

static const char *const latin1[] = {
	"nbsp",   "iexcl",  "cent",   "pound",  "curren", "yen",    "brvbar", "sect",   "uml",
	"copy",   "ordf",   "laquo",  "not",    "shy",    "reg",    "macr",   "deg",    "plusmn",
	"sup2",   "sup3",   "acute",  "micro",  "para",   "middot", "cedil",  "sup1",   "ordm",
	"raquo",  "frac14", "frac12", "frac34", "iquest", "Agrave", "Aacute", "Acirc",  "Atilde",
	"Auml",   "Aring",  "AElig",  "Ccedil", "Egrave", "Eacute", "Ecirc",  "Euml",   "Igrave",
	"Iacute", "Icirc",  "Iuml",   "ETH",    "Ntilde", "Ograve", "Oacute", "Ocirc",  "Otilde",
	"Ouml",   "times",  "Oslash", "Ugrave", "Uacute", "Ucirc",  "Uuml",   "Yacute", "THORN",
	"szlig",  "agrave", "aacute", "acirc",  "atilde", "auml",   "aring",  "aelig",  "ccedil",
	"egrave", "eacute", "ecirc",  "euml",   "igrave", "iacute", "icirc",  "iuml",   "eth",
	"ntilde", "ograve", "oacute", "ocirc",  "otilde", "ouml",   "divide", "oslash", "ugrave",
	"uacute", "ucirc",  "uuml",   "yacute", "thorn",  "yuml",
};

static const struct {
	const char *name;
	uint32_t code;
} others[] = {
	{"lt", '<'},        {"LT", '<'},       {"amp", '&'},      {"AMP", '&'},
	{"gt", '>'},        {"GT", '>'},       {"quot", '"'},     {"QUOT", '"'},
	{"apos", '\''},     {"hyph", '-'},     {"blank", ' '},    {"ndash", 0x2013},
	{"mdash", 0x2014},  {"lsquo", 0x2018}, {"rsquo", 0x2019}, {"ldquo", 0x201c},
	{"M", ' '},         {"O", ' '},        {"rdquo", 0x201d}, {"bull", 0x2022},
	{"hellip", 0x2026}, {"euro", 0x20ac},
};

static bool find_name(telex_slice name, uint32_t *ret_code)
{
	for (size_t i = 0; i < TX_COUNT(others); i++) {
		*ret_code = others[i].code;
		if (tx_slice_is(name, others[i].name))
			return true;
	}
	for (size_t i = 0; i < TX_COUNT(latin1); i++) {
		*ret_code = (uint32_t)(LATIN1_FIRST + i);
		if (tx_slice_is(name, latin1[i]))
			return true;
	}
	return false;
}

static int digit_value(char c, uint32_t base)
{
	int value = c >= '0' && c <= '9'   ? c - '0'
		    : c >= 'a' && c <= 'f' ? c - 'a' + 10
		    : c >= 'A' && c <= 'F' ? c - 'A' + 10
					   : -1;

	return value < (int)base ? value : -1;
}

/* "22", "x16": at most REFERENCE_MAX digits, so that the sum stays within its type. */
static bool read_number(telex_slice digits, uint32_t *ret_code)
{
	bool hex = digits.len > 0 && (digits.ptr[0] == 'x' || digits.ptr[0] == 'X');
	uint32_t base = hex ? 16 : 10;
	uint64_t number = 0;

	digits = tx_slice_skip(digits, hex);
	for (size_t i = 0; i < digits.len; i++) {
		int value = digit_value(digits.ptr[i], base);
		if (value < 0)
			return false;
		number = number * base + (uint64_t)value;
	}
	*ret_code = number <= UINT32_MAX ? (uint32_t)number : UINT32_MAX;
	return digits.len > 0;
}

static bool is_control(uint32_t code)
{
	return (code < 0x20 && code != '\n' && code != '\t') || (code >= 0x7f && code < 0xa0);
}

static void put(struct tx_buffer *out, uint32_t code, enum tx_sgml_controls controls)
{
	char bytes[4];

	if (is_control(code) && (controls == TX_SGML_BLANK || code == 0))
		code = ' ';
	if (code > 0x10ffff || (code >= 0xd800 && code < 0xe000))
		code = 0xfffd;
	tx_buffer_append(out, bytes, tx_utf8_encode(code, bytes));
}

/* Resolve the reference after '&'; 0 when none is found, else its length with the ';'. */
static size_t resolve(telex_slice s, uint32_t *ret_code)
{
	telex_slice name = tx_slice_take(s, REFERENCE_MAX + 1);
	const char *end = name.len > 0 ? memchr(name.ptr, ';', name.len) : NULL;

	if (end == NULL || end == name.ptr)
		return 0;
	name = tx_slice_take(name, (size_t)(end - name.ptr));
	bool known = name.ptr[0] == '#' ? read_number(tx_slice_skip(name, 1), ret_code)
					: find_name(name, ret_code);
	return known ? name.len + 1 : 0;
}

void tx_sgml_decode(struct tx_buffer *out, telex_slice text, enum tx_sgml_controls controls)
{
	while (text.len > 0) {
		const char *mark = memchr(text.ptr, '&', text.len);
		uint32_t code = 0;
		if (mark == NULL)
			break;
		size_t before = (size_t)(mark - text.ptr);
		size_t len = resolve(tx_slice_skip(text, before + 1), &code);
		tx_buffer_append(out, text.ptr, len > 0 ? before : before + 1);
		if (len > 0)
			put(out, code, controls);
		text = tx_slice_skip(text, before + 1 + len);
	}
	tx_buffer_slice(out, text);
}
