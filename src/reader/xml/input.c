/* One scan writes what libxml2 reads: runs of plain bytes are copied by sixteen, the rest a step at
 * a time.  An ampersand that begins no reference would be dropped by a parser that goes on after
 * it, with the word after it ("AT&T"); inside sections, comments and instructions it is text. */
#include "reader/xml/input.h"

#include "core/ascii.h"
#include "core/block.h"
#include "core/utf8.h"
#include "reader/xml/ascii_encoding.h"
#include "core/scan.h"

#define REFERENCE_MAX 40 /* bytes of a reference's name */

static bool is_reference(telex_slice s)
{
	size_t len = 0;
	bool number = s.len > 1 && s.ptr[1] == '#';

	s = tx_slice_skip(s, number ? 2 : 1);
	while (len < s.len && len < REFERENCE_MAX &&
	       (tx_is_alpha(s.ptr[len]) || tx_is_digit(s.ptr[len]) || s.ptr[len] == '_' ||
		s.ptr[len] == '.' || s.ptr[len] == '-' || s.ptr[len] == ':'))
		len++;
	return len > 0 && len < s.len && s.ptr[len] == ';' && (number || !tx_is_digit(s.ptr[0]));
}

static size_t next_ampersand(telex_slice s, size_t from)
{
	const char *at = from < s.len ? memchr(s.ptr + from, '&', s.len - from) : NULL;

	return at == NULL ? s.len : (size_t)(at - s.ptr);
}

static bool has_loose(telex_slice document)
{
	for (size_t at = next_ampersand(document, 0); at < document.len;
	     at = next_ampersand(document, at + 1)) {
		if (!is_reference(tx_slice_skip(document, at)))
			return true;
	}
	return false;
}

size_t tx_xml_literal_len(telex_slice s)
{
	static const struct {
		const char *open, *close;
	} sections[] = {{"<![CDATA[", "]]>"}, {"<!--", "-->"}, {"<?", "?>"}};

	if (s.len < 2 || (s.ptr[1] != '!' && s.ptr[1] != '?'))
		return 0;
	for (size_t i = 0; i < TX_COUNT(sections); i++) {
		if (!tx_slice_opens(s, sections[i].open))
			continue;
		telex_slice close = tx_slice_of(sections[i].close);
		size_t end = tx_slice_find(s, close);
		return end < s.len ? end + close.len : s.len;
	}
	return 0;
}

/* Where the first one is outside sections, comments and instructions; the length: none. */
static size_t first_loose(telex_slice s)
{
	if (!has_loose(s))
		return s.len;
	for (size_t at = 0; at < s.len;) {
		telex_slice rest = tx_slice_skip(s, at);
		size_t literal = rest.ptr[0] == '<' ? tx_xml_literal_len(rest) : 0;
		if (literal == 0 && rest.ptr[0] == '&' && !is_reference(rest))
			return at;
		at += literal > 0 ? literal : 1;
	}
	return s.len;
}

static const telex_slice section_start = {"<![CDATA[", 9}, section_mark = {"]]>", 3};

void tx_xml_input_begin(struct tx_xml_input *input, telex_slice document, bool encode)
{
	bool sections = tx_slice_find(document, section_start) < document.len;
	bool odd = tx_utf8_ascii(document) < document.len;
	size_t loose = first_loose(document);
	bool can = encode && (odd || sections) && tx_xml_can_encode(document);

	*input = (struct tx_xml_input){.document = document,
				       .fixed = loose < document.len,
				       .loose = loose,
				       .sections = can && sections,
				       .encoded = can};
}

/* Bytes that are written otherwise, or may be. */
static unsigned special_bits(const struct tx_xml_input *input, tx_block block)
{
	unsigned bits = 0;

	if (input->section_end > 0)
		bits = tx_mark_bits(tx_mark_or(
			tx_mark_equal(block, '&'),
			tx_mark_or(tx_mark_equal(block, '<'), tx_mark_equal(block, ']'))));
	else if (input->fixed)
		bits = tx_mark_bits(
			tx_mark_or(tx_mark_equal(block, '&'), tx_mark_equal(block, '<')));
	else if (input->sections)
		bits = tx_mark_bits(tx_mark_equal(block, '<'));
	if (input->encoded)
		bits |= tx_block_high(tx_mark_or(block, tx_mark_equal(block, TX_XML_ASCII_MARK)));
	return bits;
}

/* What begins with '<' outside of sections: true: it was the start of one that is text. */
static bool begin_literal(struct tx_xml_input *input, telex_slice rest)
{
	size_t len = tx_xml_literal_len(rest);

	if (input->sections && tx_slice_starts(rest, section_start) &&
	    len >= section_start.len + section_mark.len &&
	    tx_slice_ends(tx_slice_take(rest, len), section_mark)) {
		input->section_end = input->at + len - section_mark.len;
		input->at += section_start.len;
		return true;
	}
	input->literal_end = input->at + len;
	return false;
}

/* The byte or character at `input->at`, at most TX_XML_INPUT_STEP bytes; none where a section
 * begins or ends. */
static char *write_step(struct tx_xml_input *input, char *to)
{
	telex_slice rest = tx_slice_skip(input->document, input->at);
	bool section = input->section_end > 0;
	bool literal = section || input->at < input->literal_end;

	if (section && input->at == input->section_end) {
		input->at += section_mark.len;
		input->section_end = 0;
		return to;
	}
	if ((input->fixed || input->sections) && !literal && rest.ptr[0] == '<' &&
	    begin_literal(input, rest))
		return to;
	if (input->fixed && !literal && rest.ptr[0] == '&' && !is_reference(rest)) {
		memcpy(to, "&amp;", 5);
		input->at++;
		return to + 5;
	}
	if (!input->encoded) {
		*to++ = rest.ptr[0];
		input->at++;
		return to;
	}
	const char *end = tx_xml_ascii_encode(rest.ptr, rest.ptr + rest.len, section, &to);
	input->at += (size_t)(end - rest.ptr);
	return to;
}

/* Steps that may not fit are kept, and given as they fit. */
static size_t write_kept(struct tx_xml_input *input, char *out, size_t len)
{
	size_t count = input->step_len - input->step_at;

	count = count < len ? count : len;
	if (count > 0)
		memcpy(out, input->step + input->step_at, count);
	input->step_at += count;
	return count;
}

static void keep_step(struct tx_xml_input *input)
{
	input->step_at = 0;
	input->step_len = (size_t)(write_step(input, input->step) - input->step);
}

int tx_xml_input_read(void *user, char *out, int len)
{
	struct tx_xml_input *input = user;
	telex_slice document = input->document;
	char *to = out + write_kept(input, out, (size_t)len), *end = out + len;

	while (input->at < document.len && end - to >= TX_BLOCK) {
		size_t run_end = input->section_end > 0 ? input->section_end : document.len;
		if (run_end - input->at < TX_BLOCK) {
			to = write_step(input, to);
			continue;
		}
		tx_block block = tx_block_load(document.ptr + input->at);
		unsigned odd = special_bits(input, block);
		unsigned count = odd == 0 ? TX_BLOCK : tx_mask_first(odd);
		if (count > 0)
			tx_block_store(to, block);
		to += count;
		input->at += count;
		if (odd != 0 && end - to >= TX_XML_INPUT_STEP)
			to = write_step(input, to);
	}
	while (input->at < document.len && to < end && input->step_at == input->step_len) {
		keep_step(input);
		to += write_kept(input, to, (size_t)(end - to));
	}
	return (int)(to - out);
}
