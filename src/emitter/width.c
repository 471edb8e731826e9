/* Columns of characters, after Unicode's East Asian Width (UAX #11) and the general categories Mn,
 * Me and Cf, by ranges: the scripts of the wires; left out are the vowel signs of South and South
 * East Asia, which take a column here. */

#include "emitter/width.h"

struct range {
	uint32_t first;
	uint32_t last;
	size_t width;
};

/* In ascending order. */
static const struct range ranges[] = {
	{0x0000, 0x001F, 2},   {0x007F, 0x007F, 2},   {0x00AD, 0x00AD, 0},   {0x0300, 0x036F, 0},
	{0x0483, 0x0489, 0},   {0x0591, 0x05BD, 0},   {0x0610, 0x061A, 0},   {0x064B, 0x065F, 0},
	{0x1100, 0x115F, 2},   {0x200B, 0x200F, 0},   {0x202A, 0x202E, 0},   {0x2060, 0x2064, 0},
	{0x2066, 0x2069, 0},   {0x20D0, 0x20F0, 0},   {0x2E80, 0x303E, 2},   {0x3041, 0x4DBF, 2},
	{0x4E00, 0xA4CF, 2},   {0xAC00, 0xD7A3, 2},   {0xF900, 0xFAFF, 2},   {0xFE00, 0xFE0F, 0},
	{0xFE20, 0xFE2F, 0},   {0xFE30, 0xFE6F, 2},   {0xFEFF, 0xFEFF, 0},   {0xFF00, 0xFF60, 2},
	{0xFFE0, 0xFFE6, 2},   {0x1F300, 0x1F64F, 2}, {0x1F680, 0x1F6FF, 2}, {0x1F900, 0x1F9FF, 2},
	{0x20000, 0x3FFFD, 2},
};

size_t tx_char_width(uint32_t c)
{
	if (c >= 0x20 && c < 0x7F)
		return 1;
	for (size_t i = 0; i < sizeof ranges / sizeof ranges[0] && ranges[i].first <= c; i++)
		if (c <= ranges[i].last)
			return ranges[i].width;
	return 1;
}
