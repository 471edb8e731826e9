/* Converting a source to UTF-8 as it streams in, by iconv. */
#include "reader/charset.h"

#include <errno.h>
#include <iconv.h>
#include <stdlib.h>

#include "core/error.h"

#define CARRY_MAX   16   /* bytes of a character cut off by the end of a portion */
#define OUTPUT_STEP 4096 /* bytes of room asked for at least */
#define REPLACEMENT "\xef\xbf\xbd"
#define BOM         "\xef\xbb\xbf"

struct tx_transcoder {
	iconv_t cd;
	char carry[CARRY_MAX];
	size_t carried;
	bool started;
};

telex_status tx_transcoder_new(const char *charset, struct tx_transcoder **ret_transcoder,
			       telex_error *reterr)
{
	struct tx_transcoder *transcoder = calloc(1, sizeof(*transcoder));

	if (transcoder == NULL)
		return tx_fail_memory(reterr);
	transcoder->cd = iconv_open("UTF-8", charset);
	if (transcoder->cd == (iconv_t)-1) {
		bool unknown = errno == EINVAL;
		free(transcoder);
		return unknown ? tx_fail(reterr, TELEX_ERR_USAGE, "unknown charset '%.40s'",
					 charset)
			       : tx_fail_memory(reterr);
	}
	*ret_transcoder = transcoder;
	return TELEX_OK;
}

void tx_transcoder_reset(struct tx_transcoder *transcoder)
{
	if (transcoder == NULL)
		return;
	iconv(transcoder->cd, NULL, NULL, NULL, NULL);
	transcoder->carried = 0;
	transcoder->started = false;
}

void tx_transcoder_free(struct tx_transcoder *transcoder)
{
	if (transcoder == NULL)
		return;
	iconv_close(transcoder->cd);
	free(transcoder);
}

/* Convert what iconv takes of *in; stops at a bad or unfinished sequence. */
static int convert(struct tx_transcoder *transcoder, telex_slice *in, struct tx_buffer *out)
{
	for (;;) {
		if (!tx_buffer_reserve(out, in->len + OUTPUT_STEP))
			return ENOMEM;
		char *from = (char *)(uintptr_t)in->ptr, *to = out->data + out->len;
		size_t from_left = in->len, to_left = out->cap - out->len;
		size_t done = iconv(transcoder->cd, &from, &from_left, &to, &to_left);
		int error = done == (size_t)-1 ? errno : 0;
		out->len = out->cap - to_left;
		*in = tx_slice(from, from_left);
		if (error != E2BIG)
			return error;
	}
}

/* A BOM at the start of the text is no part of it. */
static void drop_bom(struct tx_transcoder *transcoder, struct tx_buffer *out, size_t start)
{
	if (transcoder->started || out->len - start < sizeof(BOM) - 1)
		return;
	transcoder->started = true;
	if (memcmp(out->data + start, BOM, sizeof(BOM) - 1) != 0)
		return;
	out->len -= sizeof(BOM) - 1;
	memmove(out->data + start, out->data + start + sizeof(BOM) - 1, out->len - start);
}

static void replace(struct tx_buffer *out, telex_slice *in, size_t skip, size_t *ret_replaced)
{
	tx_buffer_lit(out, REPLACEMENT);
	*in = tx_slice_skip(*in, skip);
	(*ret_replaced)++;
}

static int convert_all(struct tx_transcoder *transcoder, telex_slice in, bool last,
		       struct tx_buffer *out, size_t *ret_replaced)
{
	while (in.len > 0) {
		int error = convert(transcoder, &in, out);
		if (error == ENOMEM)
			return error;
		if (error == EILSEQ) {
			replace(out, &in, 1, ret_replaced);
		} else if (error == EINVAL && (last || in.len > CARRY_MAX)) {
			replace(out, &in, in.len, ret_replaced);
		} else if (error == EINVAL) {
			memcpy(transcoder->carry, in.ptr, in.len);
			transcoder->carried = in.len;
			return 0;
		}
	}
	return 0;
}

/* The character that the last portion cut off, completed by the first bytes of this one. */
static int finish_carry(struct tx_transcoder *transcoder, telex_slice *bytes, bool last,
			struct tx_buffer *out, size_t *ret_replaced)
{
	while (transcoder->carried > 0 && bytes->len > 0) {
		transcoder->carry[transcoder->carried++] = bytes->ptr[0];
		*bytes = tx_slice_skip(*bytes, 1);
		telex_slice whole = tx_slice(transcoder->carry, transcoder->carried);
		int error = convert(transcoder, &whole, out);
		if (error == ENOMEM)
			return error;
		if (error == EINVAL && transcoder->carried < CARRY_MAX)
			continue;
		transcoder->carried = 0;
		if (error != 0)
			replace(out, &whole, whole.len, ret_replaced);
	}
	if (transcoder->carried > 0 && last) {
		telex_slice rest = tx_slice(transcoder->carry, transcoder->carried);
		transcoder->carried = 0;
		replace(out, &rest, rest.len, ret_replaced);
	}
	return 0;
}

telex_status tx_transcoder_feed(struct tx_transcoder *transcoder, telex_slice bytes, bool last,
				struct tx_buffer *out, size_t *ret_replaced)
{
	size_t start = out->len;
	int error = finish_carry(transcoder, &bytes, last, out, ret_replaced);

	if (error == 0)
		error = convert_all(transcoder, bytes, last, out, ret_replaced);
	if (error != 0 || out->failed)
		return TELEX_ERR_MEMORY;
	drop_bom(transcoder, out, start);
	return TELEX_OK;
}
