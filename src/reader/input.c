/* A source's portions.  Its first bytes show whether it is in UTF-16 or UTF-32; then, and where the
 * user names a charset, it is converted as it comes.  Everything else is kept as it is until a
 * frame of it is decoded. */
#include "reader/input.h"

#include <string.h>

#include "core/block.h"
#include "core/error.h"
#include "core/scan.h"

#define BOM_BYTES 4

telex_status tx_input_name_charset(struct tx_input *input, const char *charset, telex_error *reterr)
{
	input->named = charset;
	return tx_transcoder_new(charset, &input->transcoder, reterr);
}

void tx_input_begin(struct tx_input *input)
{
	tx_transcoder_reset(input->transcoder);
	if (input->named == NULL) {
		tx_transcoder_free(input->transcoder);
		input->transcoder = NULL;
	}
	input->charset = input->named;
	input->bytes.len = 0;
	input->consumed = 0;
	input->offset = 0;
	input->line = 1;
	input->counted = 0;
	input->after_cr = false;
	input->started = false;
	input->last = false;
}

/* The line ends of text that holds a CR: LF, CR LF, CR.  `*after_cr`: a CR is before it, and
 * then whether one is its last byte. */
static uint64_t count_any_ends(telex_slice s, bool *after_cr)
{
	uint64_t count = 0;

	for (size_t i = 0; i < s.len; i++) {
		count += s.ptr[i] == '\r' || (s.ptr[i] == '\n' && !*after_cr);
		*after_cr = s.ptr[i] == '\r';
	}
	return count;
}

static void count_lines(struct tx_input *input, size_t to)
{
	telex_slice bytes = tx_slice_skip(tx_slice(input->bytes.data, to), input->counted);

	if (bytes.len == 0)
		return;
	if (input->after_cr || memchr(bytes.ptr, '\r', bytes.len) != NULL)
		input->line += count_any_ends(bytes, &input->after_cr);
	else
		input->line += tx_count_byte(bytes, '\n');
	input->counted = to;
}

uint64_t tx_input_line(struct tx_input *input, size_t ahead)
{
	count_lines(input, input->consumed + ahead);
	return input->line;
}

uint64_t tx_input_offset(const struct tx_input *input, size_t ahead)
{
	return input->offset + input->consumed + ahead;
}

telex_slice tx_input_left(const struct tx_input *input)
{
	return tx_slice_skip(tx_slice(input->bytes.data, input->bytes.len), input->consumed);
}

void tx_input_consume(struct tx_input *input, size_t count)
{
	input->consumed += count;
}

void tx_input_go_back(struct tx_input *input, size_t count)
{
	input->consumed -= count;
}

/* Make room: what is read goes. */
static void drop_consumed(struct tx_input *input)
{
	struct tx_buffer *bytes = &input->bytes;

	if (input->consumed == 0)
		return;
	count_lines(input, input->consumed);
	input->counted = 0;
	bytes->len -= input->consumed;
	memmove(bytes->data, bytes->data + input->consumed, bytes->len);
	input->offset += input->consumed;
	input->consumed = 0;
}

static telex_status append(struct tx_input *input, telex_slice bytes, bool last,
			   telex_error *reterr)
{
	if (input->transcoder == NULL) {
		tx_buffer_slice(&input->bytes, bytes);
		return input->bytes.failed ? tx_fail_memory(reterr) : TELEX_OK;
	}
	telex_status status = tx_transcoder_feed(input->transcoder, bytes, last, &input->bytes);
	return status == TELEX_OK
		       ? status
		       : tx_fail(reterr, status, "cannot convert the text from %s", input->charset);
}

/* Whether the source's first bytes are enough to see what unit it has: four for a byte-order mark,
 * and more where there is a zero among them. */
static bool can_start(const struct tx_buffer *bytes)
{
	return bytes->len >= TX_UTF16_SAMPLE ||
	       (bytes->len >= BOM_BYTES && memchr(bytes->data, '\0', BOM_BYTES) == NULL);
}

/* Look for a byte-order mark: the source is converted from then on. */
static telex_status start(struct tx_input *input, telex_error *reterr)
{
	telex_slice bytes = tx_slice(input->bytes.data, input->bytes.len);
	struct tx_bom bom = tx_bom_find(bytes);

	if (bom.charset == NULL)
		bom.charset = tx_utf16_by_zeros(bytes);
	input->started = true;
	if (input->transcoder != NULL || bom.charset == NULL)
		return TELEX_OK;
	input->charset = bom.charset;
	input->consumed = bom.len;
	drop_consumed(input);
	if (strcmp(bom.charset, "UTF-8") == 0)
		return TELEX_OK;
	telex_status status = tx_transcoder_new(bom.charset, &input->transcoder, reterr);
	if (status != TELEX_OK)
		return status;
	struct tx_buffer raw = input->bytes;
	input->bytes = (struct tx_buffer){0};
	status = append(input, tx_slice(raw.data, raw.len), false, reterr);
	tx_buffer_done(&raw);
	return status;
}

telex_status tx_input_feed(struct tx_input *input, telex_slice bytes, bool last,
			   telex_error *reterr)
{
	telex_status status;

	if (input->last)
		return tx_fail(reterr, TELEX_ERR_USAGE, "bytes after the last ones");
	/* As long as more stays than goes, moving it would take longer than reading it did. */
	if (input->consumed >= input->bytes.len - input->consumed)
		drop_consumed(input);
	status = append(input, bytes, last && input->started, reterr);
	if (status == TELEX_OK && !input->started && (last || can_start(&input->bytes))) {
		status = start(input, reterr);
		if (status == TELEX_OK && last)
			status = append(input, (telex_slice){NULL, 0}, true, reterr);
	}
	input->last = last;
	return status;
}

void tx_input_done(struct tx_input *input)
{
	tx_transcoder_free(input->transcoder);
	tx_buffer_done(&input->bytes);
}
