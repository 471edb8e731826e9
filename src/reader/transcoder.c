/* Converting a source to UTF-8 as it streams in, by iconv.  The text is the same in whatever
 * portions the bytes come. */
#include "reader/charset.h"

#include <errno.h>
#include <iconv.h>
#include <stdlib.h>

#include "core/ascii.h"
#include "core/error.h"
#include "core/utf8.h"
#include "core/scan.h"

#define CARRY_MAX   16   /* bytes of a character cut off by the end of a portion */
#define OUTPUT_STEP 4096 /* bytes of room asked for at least */
#define REPLACEMENT "\xef\xbf\xbd"
#define BOM         "\xef\xbb\xbf"

struct tx_transcoder {
	iconv_t cd;
	char carry[CARRY_MAX];
	size_t carried;
	size_t unit; /* bytes of the charset's smallest step: a bad one is skipped */
	bool composes, shifts;
	bool started;
};

static size_t unit_of(const char *charset)
{
	static const struct {
		const char *name;
		size_t unit;
	} wide[] = {{"UTF-16", 2}, {"UTF16", 2}, {"UCS-2", 2}, {"UCS2", 2},
		    {"UTF-32", 4}, {"UTF32", 4}, {"UCS-4", 4}, {"UCS4", 4}};

	for (size_t i = 0; i < TX_COUNT(wide); i++) {
		if (tx_slice_starts_nocase(tx_slice_of(charset), tx_slice_of(wide[i].name)))
			return wide[i].unit;
	}
	return 1;
}

/* Charsets whose letters are followed by their accents: iconv keeps each letter until it has seen
 * what comes after it.  They have no other state. */
static bool composes(const char *charset)
{
	static const char *const names[] = {"WINDOWS-1258", "CP1258", "TCVN"};

	for (size_t i = 0; i < TX_COUNT(names); i++) {
		if (tx_slice_starts_nocase(tx_slice_of(charset), tx_slice_of(names[i])))
			return true;
	}
	return false;
}

/* iconv passes over what a name cannot have, and takes none for the locale's charset. */
static bool is_name(telex_slice charset)
{
	for (size_t i = 0; i < charset.len; i++) {
		if (!tx_is_alpha(charset.ptr[i]) && !tx_is_digit(charset.ptr[i]) &&
		    strchr("-_.:+()", charset.ptr[i]) == NULL)
			return false;
	}
	return charset.len > 0;
}

telex_status tx_transcoder_new(const char *charset, struct tx_transcoder **ret_transcoder,
			       telex_error *reterr)
{
	struct tx_transcoder *transcoder = calloc(1, sizeof(*transcoder));

	if (transcoder == NULL)
		return tx_fail_memory(reterr);
	errno = EINVAL;
	transcoder->cd = is_name(tx_slice_of(charset)) ? iconv_open("UTF-8", charset) : (iconv_t)-1;
	if (transcoder->cd == (iconv_t)-1) {
		bool unknown = errno == EINVAL;
		free(transcoder);
		return unknown ? tx_fail(reterr, TELEX_ERR_USAGE, "unknown charset '%.40s'",
					 charset)
			       : tx_fail_memory(reterr);
	}
	transcoder->unit = unit_of(charset);
	transcoder->composes = composes(charset);
	transcoder->shifts = tx_slice_starts_nocase(tx_slice_of(charset), TX_LIT("UTF-7")) ||
			     tx_slice_starts_nocase(tx_slice_of(charset), TX_LIT("UTF7"));
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

/* Write what iconv has kept, and set it back to its initial state. */
static int flush(struct tx_transcoder *transcoder, struct tx_buffer *out)
{
	int error = E2BIG;

	while (error == E2BIG) {
		if (!tx_buffer_reserve(out, OUTPUT_STEP))
			return ENOMEM;
		char *to = out->data + out->len;
		size_t to_left = out->cap - out->len;
		error = iconv(transcoder->cd, NULL, NULL, &to, &to_left) == (size_t)-1 ? errno : 0;
		out->len = out->cap - to_left;
	}
	return 0;
}

/* UTF-7 has no end that iconv would miss: half a character in its shifted form shows when the form
 * is ended, which outside of it is a dash. */
static int end_shifted(struct tx_transcoder *transcoder, struct tx_buffer *out)
{
	telex_slice dash = TX_LIT("-");
	size_t before = out->len;
	int error = convert(transcoder, &dash, out);

	if (error == EILSEQ)
		tx_buffer_lit(out, REPLACEMENT);
	else if (out->len == before + 1 && out->data[before] == '-')
		out->len = before;
	return error == ENOMEM ? error : 0;
}

/* Charsets of four bytes reach beyond Unicode, and iconv follows them there, in sequences that are
 * never shorter than the mark that takes their place. */
static void replace_invalid(struct tx_buffer *out, size_t start)
{
	telex_slice rest = tx_slice(out->data + start, out->len - start);
	size_t good = tx_utf8_check(rest);

	while (good < rest.len) {
		char *bad = out->data + (rest.ptr - out->data) + good;
		size_t len = 1;
		while (good + len < rest.len && ((unsigned char)bad[len] & 0xc0) == 0x80)
			len++;
		size_t marked = len < sizeof(REPLACEMENT) - 1 ? 0 : sizeof(REPLACEMENT) - 1;
		memcpy(bad, REPLACEMENT, marked);
		memmove(bad + marked, bad + len, rest.len - good - len);
		out->len -= len - marked;
		rest = tx_slice(bad + marked, rest.len - good - len);
		good = tx_utf8_check(rest);
	}
}

/* A BOM at the start of the text is no part of it. */
static void drop_bom(struct tx_transcoder *transcoder, struct tx_buffer *out, size_t start)
{
	if (transcoder->started || out->len == start)
		return;
	transcoder->started = true;
	if (out->len - start < sizeof(BOM) - 1 ||
	    memcmp(out->data + start, BOM, sizeof(BOM) - 1) != 0)
		return;
	out->len -= sizeof(BOM) - 1;
	memmove(out->data + start, out->data + start + sizeof(BOM) - 1, out->len - start);
}

/* A letter that iconv has kept comes before the mark.  If there is no room for it the buffer has
 * failed, which tx_transcoder_feed() reports. */
static void replace(struct tx_transcoder *transcoder, struct tx_buffer *out, telex_slice *in,
		    size_t skip)
{
	if (transcoder->composes)
		flush(transcoder, out);
	tx_buffer_lit(out, REPLACEMENT);
	*in = tx_slice_skip(*in, skip);
}

static int convert_all(struct tx_transcoder *transcoder, telex_slice in, bool last,
		       struct tx_buffer *out)
{
	while (in.len > 0) {
		int error = convert(transcoder, &in, out);
		if (error == ENOMEM)
			return error;
		if (error == EILSEQ) {
			replace(transcoder, out, &in, transcoder->unit);
		} else if (error == EINVAL && (last || in.len > CARRY_MAX)) {
			replace(transcoder, out, &in, in.len);
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
			struct tx_buffer *out)
{
	while (transcoder->carried > 0) {
		telex_slice left = tx_slice(transcoder->carry, transcoder->carried);
		int error = convert(transcoder, &left, out);
		bool full = left.len == CARRY_MAX, none = bytes->len == 0;
		if (error == ENOMEM)
			return error;
		if (error == EINVAL && none && !last)
			return 0;
		if (error == EINVAL && none)
			replace(transcoder, out, &left, left.len);
		else if (error == EILSEQ || (error == EINVAL && full))
			replace(transcoder, out, &left, transcoder->unit);
		memmove(transcoder->carry, left.ptr, left.len);
		transcoder->carried = left.len;
		if (error == EINVAL && !full && !none) {
			transcoder->carry[transcoder->carried++] = bytes->ptr[0];
			*bytes = tx_slice_skip(*bytes, 1);
		}
	}
	return 0;
}

telex_status tx_transcoder_feed(struct tx_transcoder *transcoder, telex_slice bytes, bool last,
				struct tx_buffer *out)
{
	size_t start = out->len;
	int error = finish_carry(transcoder, &bytes, last, out);

	if (error == 0)
		error = convert_all(transcoder, bytes, last, out);
	if (error == 0 && last && transcoder->shifts)
		error = end_shifted(transcoder, out);
	if (error == 0 && last)
		error = flush(transcoder, out);
	if (error != 0 || out->failed)
		return TELEX_ERR_MEMORY;
	if (out->len > start)
		replace_invalid(out, start);
	drop_bom(transcoder, out, start);
	return TELEX_OK;
}
