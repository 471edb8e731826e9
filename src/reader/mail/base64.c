/* Base64 (RFC 2045, section 6.8), as mails have it: what is not code is kept as it is.
 *
 * Lines are decoded one by one.  Padding, a line shorter than the first, or a line in clear ends a
 * block.  From there on lines are code only when they make a whole block of their own: nothing but
 * digits, a multiple of four of them, and enough of them that no word of a footer is taken for one.
 * In a block a few other bytes are left out, as the RFC says.  Left out: the lengths of lines. */
#include "core/ascii.h"
#include "reader/mail/header.h"
#include "reader/mail/transfer.h"

#define SURE_DIGITS  40 /* no word is that long */
#define STRANGE_PART 16 /* of a line in a block one byte of so many may be something else */

struct decoder {
	struct tx_buffer *out;
	uint32_t bits;
	unsigned count;   /* digits of the group that is not full yet */
	size_t width;     /* of the block's first line, 0 = it has none yet */
	bool ended;       /* the block has */
	bool clear;       /* the last line was in clear */
	bool after_empty; /* the last line is empty */
	bool good;
};

/* What a line is made of. */
struct shape {
	size_t digits, pads, blanks, strange;
};

static int digit_of(char c)
{
	if (tx_is_upper(c))
		return c - 'A';
	if (tx_is_lower(c))
		return c - 'a' + 26;
	if (tx_is_digit(c))
		return c - '0' + 52;
	return c == '+' ? 62 : c == '/' ? 63 : -1;
}

static struct shape shape_of(telex_slice line)
{
	struct shape shape = {0};

	for (size_t i = 0; i < line.len; i++) {
		char c = line.ptr[i];
		shape.digits += digit_of(c) >= 0;
		shape.pads += c == '=';
		shape.blanks += tx_char_is(c, TX_CHAR_BLANK);
	}
	shape.strange = line.len - shape.digits - shape.pads - shape.blanks;
	return shape;
}

static bool is_pure(struct shape shape)
{
	return shape.digits > 0 && shape.blanks == 0 && shape.strange == 0;
}

/* A line of a block, perhaps a damaged one. */
static bool goes_on(struct shape shape, size_t len)
{
	size_t few = len / STRANGE_PART;
	bool grouped = (shape.digits + shape.pads) % 4 == 0;

	if (shape.digits == 0)
		return shape.strange == 0 && shape.pads <= 2;
	return shape.strange <= (grouped && few == 0 ? 1 : few) &&
	       (shape.blanks <= few || shape.pads > 0);
}

/* A group that is not full: `padded` as it must be. */
static void end_group(struct decoder *decoder, bool padded)
{
	decoder->good &= decoder->count == 0 || (padded && decoder->count > 1);
	decoder->count = 0;
	decoder->bits = 0;
}

static void decode(struct decoder *decoder, telex_slice line)
{
	for (size_t i = 0; i < line.len; i++) {
		char c = line.ptr[i];
		int digit = digit_of(c);
		if (c == '=')
			end_group(decoder, true);
		decoder->good &= digit >= 0 || c == '=' || tx_char_is(c, TX_CHAR_BLANK);
		if (digit < 0)
			continue;
		unsigned count = decoder->count = (decoder->count + 1) % 4;
		decoder->bits = decoder->bits << 6 | (uint32_t)digit;
		if (count != 1)
			tx_buffer_byte(decoder->out, (char)(decoder->bits >> (count == 2   ? 4
									      : count == 3 ? 2
											   : 0)));
	}
}

static void keep(struct decoder *decoder, telex_slice line)
{
	struct tx_buffer *out = decoder->out;

	end_group(decoder, false);
	if (out->len > 0 && out->data[out->len - 1] != '\n')
		tx_buffer_byte(out, '\n');
	if (out->len > 0 && decoder->after_empty)
		tx_buffer_byte(out, '\n');
	tx_buffer_slice(out, line);
	tx_buffer_byte(out, '\n');
	decoder->clear = decoder->ended = true;
	decoder->good = false;
}

/* Lines of nothing but digits, one after the other, up to padding. */
struct run {
	size_t lines;
	size_t digits, pads;
	bool varied; /* no row of slashes */
	bool alone;  /* neither after nor before a line in clear */
};

static struct run measure(const struct decoder *decoder, telex_slice rest)
{
	struct run run = {.alone = !decoder->clear || decoder->after_empty};

	while (rest.len > 0 && run.pads == 0) {
		telex_slice line = tx_trim(tx_mail_line(&rest));
		struct shape shape = shape_of(line);
		if (!is_pure(shape)) {
			run.alone &= line.len == 0;
			break;
		}
		for (size_t i = 1; i < line.len && !run.varied; i++)
			run.varied = line.ptr[i] != line.ptr[0];
		run.digits += shape.digits;
		run.pads += shape.pads;
		run.lines++;
	}
	return run;
}

/* Few digits may be a word: they are code when they say something in ASCII. */
static bool says_something(telex_slice digits)
{
	char room[SURE_DIGITS];
	struct tx_buffer out = {.data = room, .cap = sizeof(room)};
	struct decoder decoder = {.out = &out};

	decode(&decoder, digits);
	for (size_t i = 0; i < out.len; i++) {
		if ((unsigned char)room[i] < ' ' || (unsigned char)room[i] > '~')
			return false;
	}
	return true;
}

static bool is_block(struct run run, telex_slice first_line)
{
	if (!run.varied || (run.digits + run.pads) % 4 != 0)
		return false;
	if (run.pads > 0 || run.digits >= SURE_DIGITS)
		return true;
	return run.alone && run.lines == 1 && says_something(first_line);
}

static void decode_line(struct decoder *decoder, telex_slice line, struct shape shape)
{
	if (decoder->width == 0)
		decoder->width = line.len;
	decode(decoder, line);
	decoder->ended = shape.pads > 0 || (line.len < decoder->width && decoder->count == 0);
	decoder->clear = false;
	decoder->after_empty = false;
}

/* After a block's end: another block, or lines in clear. */
static void read_run(struct decoder *decoder, telex_slice *rest)
{
	struct run run = measure(decoder, *rest);
	telex_slice all = *rest;
	bool block = run.lines > 0 && is_block(run, tx_trim(tx_mail_line(&all)));

	if (run.lines == 0)
		run.lines = 1;
	decoder->width = 0;
	for (; run.lines > 0; run.lines--) {
		telex_slice line = tx_mail_line(rest);
		if (block)
			decode_line(decoder, tx_trim(line), shape_of(tx_trim(line)));
		else
			keep(decoder, line);
		decoder->after_empty = false;
	}
}

bool tx_mail_base64(telex_slice text, struct tx_buffer *out)
{
	struct decoder decoder = {.out = out, .good = true};

	while (text.len > 0) {
		telex_slice rest = text, line = tx_trim(tx_mail_line(&rest));
		struct shape shape = shape_of(line);
		if (line.len > 0 && (decoder.ended || !goes_on(shape, line.len))) {
			read_run(&decoder, &text);
			continue;
		}
		if (line.len > 0)
			decode_line(&decoder, line, shape);
		else
			decoder.after_empty = true;
		text = rest;
	}
	end_group(&decoder, false);
	return decoder.good;
}
