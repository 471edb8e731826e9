/* Stamps as patterns, one row a shape:
 *
 *     DD MM YY YYYY HH II SS   digits of the day, month, year, hour, minute, second (one letter:
 * one or two digits) N  name of a month       W  any word of up to nine letters Z  zone of two to
 * four letters, or nothing      a blank: any run of blanks; else the character itself
 *
 * What a pattern reads must be a day that exists. */
#include "tokenizer/lines/stamp.h"

#include "core/scan.h"
#include "core/ascii.h"
#include "tokenizer/lines/lines.h"

static const char *const patterns[] = {
	"DD/MM/HH-II/YY",      /* 01/01/01-02/95, EFE of the 1990s */
	"W-DD-N-YYYY HH:II",   /* Mar-23-May-2000 17:38 */
	"DDMMYYHHII",          /* 2305001400, after EFE initials */
	"DDHHII Z N YY",       /* 131137 GMT Nov 13, IPTC 7901 trailers */
	"W DDHHII N YY",       /* AFP 310544 AOU 97 */
	"DDHHII N YYZ",        /* 050932 sep 14EDT */
	"W-W-MM-DD-YY HHIIZ<", /* AP-WF-02-20-16 0337GMT< */
	"W-W-MM-DD-YY HHIIZ",  /* the same, the quad left lost */
	"W-HH:II-DD-MM-YY",    /* KWS-21:37-09-12-18 */
	"HH:IIZ DD-MM-YY<",    /* 16:35ET 31-10-14< */
	"DD-MM-YY HH-II-SS",   /* AAP */
	"D N YYYY",            /* 10 Feb 2026 */
	"D N YYYY HH:II",
	"DD/MM/YYYY HH:II",
	"DD-MM-YYYY HH:II",
	"YYYY-MM-DD HH:II",
	NULL,
};

#define DIGITS_MIN 5 /* of every pattern */

static size_t run(const char *p, char c)
{
	size_t len = 0;

	while (p[len] == c)
		len++;
	return len;
}

static size_t read_number(telex_slice *rest, size_t want, unsigned *ret_value)
{
	size_t max = want == 1 ? 2 : want, len = 0;
	unsigned value = 0;

	while (len < max && len < rest->len && tx_is_digit(rest->ptr[len]))
		value = value * 10 + (unsigned)(rest->ptr[len++] - '0');
	if (len < want)
		return 0;
	*rest = tx_slice_skip(*rest, len);
	*ret_value = value;
	return len;
}

static telex_slice read_word(telex_slice *rest, size_t max)
{
	size_t len = 0;

	while (len < rest->len && len < max &&
	       tx_char_is(rest->ptr[len], TX_CHAR_UPPER | TX_CHAR_LOWER | TX_CHAR_HIGH))
		len++;
	telex_slice word = tx_slice_take(*rest, len);
	*rest = tx_slice_skip(*rest, len);
	return word;
}

static bool read_digits(char what, size_t want, telex_slice *rest, struct tx_stamp *stamp)
{
	unsigned value = 0;

	if (read_number(rest, want, &value) == 0)
		return false;
	switch (what) {
	case 'D':
		stamp->date.day = (uint8_t)value;
		return true;
	case 'M':
		stamp->date.month = (uint8_t)value;
		return true;
	case 'Y':
		stamp->date.year =
			(int16_t)(want == 4 ? value : value + (value >= 70 ? 1900U : 2000U));
		return true;
	case 'H':
		stamp->hour = (uint8_t)value;
		stamp->has_time = true;
		return value < 24;
	case 'I':
		stamp->minute = (uint8_t)value;
		return value < 60;
	default:
		return value < 61;
	}
}

static bool read_name(char what, telex_slice *rest, struct tx_stamp *stamp)
{
	telex_slice word = read_word(rest, what == 'Z' ? 4 : 12);

	if (what == 'N') {
		stamp->date.month = (uint8_t)tx_month(word, TX_CAL_ANY, NULL);
		return stamp->date.month != 0;
	}
	if (what == 'Z') {
		stamp->zone = word.len >= 2 ? word : (telex_slice){NULL, 0};
		return word.len != 1;
	}
	return word.len > 0 && word.len <= 9;
}

static bool read_blank(telex_slice *rest)
{
	return tx_take_class(rest, TX_CHAR_BLANK).len > 0;
}

static bool match(const char *pattern, telex_slice text, struct tx_stamp *stamp)
{
	telex_slice rest = text;

	for (const char *p = pattern; *p != '\0';) {
		size_t len = 1;
		bool ok;
		if (strchr("DMYHIS", *p) != NULL) {
			len = run(p, *p);
			ok = read_digits(*p, len, &rest, stamp);
		} else if (strchr("NWZ", *p) != NULL) {
			ok = read_name(*p, &rest, stamp);
		} else if (*p == ' ') {
			ok = read_blank(&rest);
		} else {
			ok = rest.len > 0 && rest.ptr[0] == *p;
			rest = tx_slice_skip(rest, 1);
		}
		if (!ok)
			return false;
		p += len;
	}
	return rest.len == 0;
}

/* Most lines are out by their digits, before any pattern is held against them. */
static bool has_digits(telex_slice s)
{
	size_t digits = 0;

	for (size_t i = 0; i < s.len; i++)
		digits += tx_is_digit(s.ptr[i]);
	return digits >= DIGITS_MIN;
}

bool tx_stamp_parse(telex_slice text, struct tx_stamp *ret_stamp)
{
	telex_slice s = tx_trim_seen(text);

	if (s.len < 6 || s.len > 40 || !has_digits(s))
		return false;
	for (const char *const *p = patterns; *p != NULL; p++) {
		struct tx_stamp stamp = {0};
		if (match(*p, s, &stamp) && tx_date_valid(stamp.date)) {
			*ret_stamp = stamp;
			return true;
		}
	}
	return false;
}
