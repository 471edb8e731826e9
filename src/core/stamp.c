/* Stamps as patterns (core/time_pattern.h), one row a shape. */
#include "core/stamp.h"

#include "core/ascii.h"
#include "core/scan.h"
#include "core/time_pattern.h"

#define DIGITS_MIN 5 /* of every pattern */
#define LEN_MIN    6
#define LEN_MAX    40
#define MARKS_MAX  2 /* before a trailer's stamp: "AP-WF-" */

struct shape {
	const char *pattern;
	bool trailer; /* of trailers: marks of the line may be before it, a quad after it */
};

static const struct shape shapes[] = {
	{"%0d/%0m/%0H-%0M/%0y", false},     /* 01/01/01-02/95, EFE of the 1990s */
	{"%w-%0d-%b-%0Y %0H:%0M", false},   /* Mar-23-May-2000 17:38 */
	{"%0d%0m%0y%0H%0M", false},         /* 2305001400, after EFE initials */
	{"%0d%0H%0M%_%Z%_%b%_%0y", false},  /* 131137 GMT Nov 13, IPTC 7901 trailers */
	{"%w%_%0d%0H%0M%_%b%_%0y", false},  /* AFP 310544 AOU 97 */
	{"%0d%0H%0M%_%b%_%0y%Z", false},    /* 050932 sep 14EDT */
	{"%0m-%0d-%0y%_%0H%0M%Z", true},    /* AP-WF-02-20-16 0337GMT< */
	{"%0H:%0M-%0d-%0m-%0y", true},      /* KWS-21:37-09-12-18 */
	{"%0H:%0M%Z%_%0d-%0m-%0y", true},   /* 16:35ET 31-10-14< */
	{"%0d-%0m-%0y%_%0H-%0M-%0S", true}, /* AAP */
	{"%d%_%b%_%0Y", false},             /* 10 Feb 2026 */
	{"%d%_%b%_%0Y%_%0H:%0M", false},
	{"%d-%b-%0y%_%0H:%0M", false}, /* 03-Giu-24 10:15 */
	{"%0d/%0m/%0Y%_%0H:%0M", false},
	{"%0d-%0m-%0Y%_%0H:%0M", false},
	{"%0Y-%0m-%0d%_%0H:%0M", false},
};

static bool match(const struct shape *shape, telex_slice text, size_t at, size_t *ret_end,
		  struct tx_stamp *ret_stamp)
{
	struct tx_time_match m;

	if (!tx_time_match(shape->pattern, text, at, &m) || m.hour > 23 || !tx_date_valid(m.date))
		return false;
	*ret_end = m.at;
	*ret_stamp = (struct tx_stamp){.date = m.date,
				       .has_time = m.has_clock,
				       .hour = (uint8_t)m.hour,
				       .minute = (uint8_t)m.minute,
				       .second = (uint8_t)m.second,
				       .zone = m.zone};
	return true;
}

/* Most lines are out by their digits, before any pattern is held against them. */
static bool has_digits(telex_slice s)
{
	size_t digits = 0;

	for (size_t i = 0; i < s.len; i++)
		digits += tx_is_digit(s.ptr[i]);
	return digits >= DIGITS_MIN;
}

/* Past the marks of a line: "AP-WF-". */
static size_t marks_end(telex_slice text)
{
	size_t at = 0;

	for (size_t i = 0; i < MARKS_MAX; i++) {
		telex_slice rest = tx_slice_skip(text, at);
		size_t len = tx_take_class(&rest, TX_CHAR_UPPER | TX_CHAR_LOWER).len;
		if (len == 0 || rest.len == 0 || rest.ptr[0] != '-')
			break;
		at += len + 1;
	}
	return at;
}

bool tx_stamp_parse(telex_slice text, struct tx_stamp *ret_stamp)
{
	size_t end, marks = 0, len = text.len;

	if (len < LEN_MIN || len > LEN_MAX || !has_digits(text))
		return false;
	if (!tx_is_digit(text.ptr[0]))
		marks = marks_end(text);
	if (text.ptr[len - 1] == '<')
		len--;
	for (size_t i = 0; i < TX_COUNT(shapes); i++) {
		bool trailer = shapes[i].trailer;
		if (match(&shapes[i], text, trailer ? marks : 0, &end, ret_stamp) &&
		    end == (trailer ? len : text.len))
			return true;
	}
	return false;
}

bool tx_stamp_find(telex_slice trailer, struct tx_stamp *ret_stamp, size_t *ret_start,
		   size_t *ret_end)
{
	for (size_t at = 0; at < trailer.len; at++) {
		if (!tx_is_digit(trailer.ptr[at]))
			continue;
		for (size_t i = 0; i < TX_COUNT(shapes); i++) {
			if (!shapes[i].trailer ||
			    !match(&shapes[i], trailer, at, ret_end, ret_stamp) ||
			    (*ret_end < trailer.len && tx_is_digit(trailer.ptr[*ret_end])))
				continue;
			*ret_start = at;
			return true;
		}
	}
	return false;
}
