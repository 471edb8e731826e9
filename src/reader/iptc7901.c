/* The header of IPTC 7901 (IPTC recommendation 7901, revision 5):
 *
 *     SOH source-id number SP priority SP category SP words [SP options] EOL keyword-line EOL STX
 *
 * The keyword line ends with a slash that is no part of it.  Left out: the options, which every
 * agency fills with codes of its own. */
#include "reader/iptc7901.h"

#include "core/ascii.h"

static telex_slice take_class(telex_slice *rest, unsigned classes)
{
	size_t len = 0;

	while (len < rest->len && tx_char_is(rest->ptr[len], classes))
		len++;
	telex_slice taken = tx_slice_take(*rest, len);
	*rest = tx_slice_skip(*rest, len);
	return taken;
}

static void skip_blanks(telex_slice *rest)
{
	take_class(rest, TX_CHAR_BLANK);
}

static uint32_t number(telex_slice digits)
{
	uint32_t value = 0;

	for (size_t i = 0; i < digits.len && i < 9; i++)
		value = value * 10 + (uint32_t)(digits.ptr[i] - '0');
	return value;
}

static void read_line(telex_slice line, struct tx_record *record)
{
	record->service = take_class(&line, TX_CHAR_UPPER | TX_CHAR_LOWER);
	record->sequence = take_class(&line, TX_CHAR_DIGIT);
	skip_blanks(&line);
	record->priority = take_class(&line, TX_CHAR_DIGIT);
	record->urgency = number(record->priority);
	skip_blanks(&line);
	record->category_code = take_class(&line, TX_CHAR_UPPER | TX_CHAR_LOWER);
	skip_blanks(&line);
	record->stated_word_count = number(take_class(&line, TX_CHAR_DIGIT));
}

static void read_keywords(telex_slice line, telex_slice header, uint64_t offset,
			  struct tx_record *record)
{
	telex_slice slug = tx_trim(line);

	if (slug.len > 0 && slug.ptr[slug.len - 1] == '/')
		slug.len--;
	if (slug.len == 0 || slug.len > 80)
		return;
	uint64_t start = offset + (uint64_t)(slug.ptr - header.ptr);
	record->slug = (struct tx_text){slug, {start, start + slug.len}};
}

void tx_iptc7901_read(telex_slice header, uint64_t offset, struct tx_record *record)
{
	struct tx_cut first = tx_cut(tx_trim(header), '\n');

	read_line(tx_trim(first.head), record);
	for (telex_slice rest = first.tail; rest.len > 0;) {
		struct tx_cut line = tx_cut(rest, '\n');
		if (tx_trim(line.head).len > 0) {
			read_keywords(line.head, header, offset, record);
			return;
		}
		rest = line.tail;
	}
}
