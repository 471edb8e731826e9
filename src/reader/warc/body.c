/* Chunks (RFC 9112, section 7.1) and gzip or deflate by zlib.  Left out: brotli and zstd, which no
 * crawler keeps in its files by default. */
#include "reader/warc/body.h"

#include <zlib.h>

#include "core/ascii.h"
#include "core/error.h"
#include "reader/warc/record.h"

#define PORTION 65536 /* bytes that are decompressed at a time */

/* The length of a chunk and its line; false: it is not one. */
static bool read_chunk(telex_slice s, size_t *ret_line, size_t *ret_len)
{
	size_t len = 0, digits = 0;

	for (; digits < s.len && digits < 8; digits++) {
		char c = tx_lower(s.ptr[digits]);
		bool letter = c >= 'a' && c <= 'f';
		if (!letter && !tx_is_digit(c))
			break;
		len = len * 16 + (size_t)(letter ? c - 'a' + 10 : c - '0');
	}
	const char *end = digits == 0 ? NULL : memchr(s.ptr, '\n', s.len < 256 ? s.len : 256);
	if (end == NULL)
		return false;
	*ret_line = (size_t)(end - s.ptr) + 1;
	*ret_len = len;
	return true;
}

/* Join the chunks of `body`; false: it has none. */
static bool join_chunks(telex_slice body, struct tx_buffer *out, bool *ret_cut)
{
	size_t line, len;

	out->len = 0;
	if (!read_chunk(body, &line, &len))
		return false;
	do {
		body = tx_slice_skip(body, line);
		*ret_cut |= len > body.len;
		tx_buffer_slice(out, tx_slice_take(body, len));
		body = tx_slice_skip(body, len);
		while (body.len > 0 && (body.ptr[0] == '\r' || body.ptr[0] == '\n'))
			body = tx_slice_skip(body, 1);
	} while (len > 0 && read_chunk(body, &line, &len));
	*ret_cut |= len > 0;
	return true;
}

/* Bits of the window that tell zlib which wrapper there is; 0: nothing is compressed. */
static int window_of(telex_slice body)
{
	const unsigned char *c = (const unsigned char *)body.ptr;

	if (body.len < 2 || body.ptr[0] == '<')
		return 0;
	if (c[0] == 0x1f && c[1] == 0x8b)
		return MAX_WBITS + 16;
	return (c[0] & 0x0f) == Z_DEFLATED && (c[0] * 256U + c[1]) % 31 == 0 ? MAX_WBITS
									     : -MAX_WBITS;
}

static telex_status run_inflate(z_stream *stream, size_t max, struct tx_buffer *out, bool *ret_cut,
				telex_error *reterr)
{
	int result = Z_OK;

	while (result == Z_OK) {
		if (out->len > max)
			return tx_fail(reterr, TELEX_ERR_TOO_BIG,
				       "the page is larger than %zu bytes", max);
		if (!tx_buffer_reserve(out, PORTION))
			return tx_fail_memory(reterr);
		stream->next_out = (Bytef *)out->data + out->len;
		stream->avail_out = PORTION;
		result = inflate(stream, Z_NO_FLUSH);
		out->len += PORTION - stream->avail_out;
	}
	if (result == Z_MEM_ERROR)
		return tx_fail_memory(reterr);
	if (result != Z_STREAM_END && out->len == 0)
		return tx_fail(reterr, TELEX_ERR_SYNTAX, "the page cannot be decompressed");
	*ret_cut |= result != Z_STREAM_END;
	return TELEX_OK;
}

static telex_status decompress(telex_slice body, int window, size_t max, struct tx_buffer *out,
			       bool *ret_cut, telex_error *reterr)
{
	z_stream stream = {.next_in = (Bytef *)(uintptr_t)body.ptr, .avail_in = (uInt)body.len};

	out->len = 0;
	if (body.len > UINT32_MAX || inflateInit2(&stream, window) != Z_OK)
		return tx_fail_memory(reterr);
	telex_status status = run_inflate(&stream, max, out, ret_cut, reterr);
	inflateEnd(&stream);
	return status;
}

telex_status tx_warc_body(telex_slice head, telex_slice body, size_t max, struct tx_buffer *scratch,
			  struct tx_buffer *out, telex_slice *ret_body, bool *ret_cut,
			  telex_error *reterr)
{
	static const char *const known[] = {"gzip", "x-gzip", "deflate", NULL};
	telex_slice transfer = tx_warc_field(head, "Transfer-Encoding");
	telex_slice coding = tx_warc_field(head, "Content-Encoding");

	*ret_body = body;
	if (tx_slice_eq_nocase(transfer, TX_LIT("chunked")) && join_chunks(body, scratch, ret_cut))
		*ret_body = tx_slice(scratch->data, scratch->len);
	if (scratch->failed)
		return tx_fail_memory(reterr);
	int window = coding.len == 0 ? 0 : window_of(*ret_body);
	if (window == 0 || tx_slice_eq_nocase(coding, TX_LIT("identity")))
		return TELEX_OK;
	if (!tx_slice_in(coding, known))
		return tx_fail(reterr, TELEX_ERR_SYNTAX,
			       "the page is compressed by '%.*s', which is not read",
			       (int)tx_slice_take(coding, 20).len, coding.ptr);
	telex_status status = decompress(*ret_body, window, max, out, ret_cut, reterr);
	*ret_body = tx_slice(out->data, out->len);
	return status;
}
