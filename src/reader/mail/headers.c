/* Headers of mail (RFC 822, RFC 2047): folded lines, encoded words, parameters. */
#include "core/ascii.h"
#include "reader/charset.h"
#include "reader/mail/mail.h"

#define HEAD_LINES_MAX 64 /* lines that tell a mail */

static telex_slice take_line(telex_slice *rest)
{
	struct tx_cut cut = tx_cut(*rest, '\n');

	*rest = cut.found ? cut.tail : tx_slice_skip(*rest, rest->len);
	while (cut.head.len > 0 && cut.head.ptr[cut.head.len - 1] == '\r')
		cut.head.len--;
	return cut.head;
}

/* Length of the name that a header line begins with; 0: it is none. */
static size_t name_len(telex_slice line)
{
	size_t len = 0;

	while (len < line.len &&
	       (tx_is_alpha(line.ptr[len]) || tx_is_digit(line.ptr[len]) || line.ptr[len] == '-'))
		len++;
	return len > 0 && len < line.len && line.ptr[len] == ':' ? len : 0;
}

static bool is_folded(telex_slice line)
{
	return line.len > 0 && (line.ptr[0] == ' ' || line.ptr[0] == '\t');
}

/* Behind blank lines and the mbox line. */
static telex_slice skip_front(telex_slice message)
{
	telex_slice rest = message;

	while (rest.len > 0) {
		telex_slice before = rest, line = take_line(&rest);
		if (tx_trim(line).len > 0 && !tx_slice_starts(line, TX_LIT("From ")) &&
		    !tx_slice_starts(line, TX_LIT(">From ")))
			return before;
	}
	return rest;
}

struct tx_mail_split tx_mail_split(telex_slice message)
{
	telex_slice headers = skip_front(message), rest = headers;

	while (rest.len > 0) {
		telex_slice line = take_line(&rest);
		if (line.len == 0)
			break;
	}
	return (struct tx_mail_split){tx_slice_take(headers, headers.len - rest.len), rest};
}

telex_slice tx_mail_header(telex_slice headers, const char *name, struct tx_arena *arena)
{
	telex_slice rest = headers, wanted = tx_slice_of(name);

	while (rest.len > 0) {
		telex_slice line = take_line(&rest);
		if (name_len(line) != wanted.len || !tx_slice_starts_nocase(line, wanted))
			continue;
		telex_slice value = tx_slice_skip(line, wanted.len + 1);
		while (is_folded(rest)) {
			line = take_line(&rest);
			value.len = (size_t)(line.ptr + line.len - value.ptr);
		}
		return tx_arena_copy(arena, tx_trim(value));
	}
	return (telex_slice){NULL, 0};
}

telex_slice tx_mail_parameter(telex_slice value, const char *name)
{
	telex_slice rest = value;

	for (struct tx_cut cut = tx_cut(rest, ';'); cut.found; cut = tx_cut(rest, ';')) {
		rest = cut.tail;
		struct tx_cut pair = tx_cut(tx_cut(rest, ';').head, '=');
		if (!pair.found || !tx_slice_eq_nocase(tx_trim(pair.head), tx_slice_of(name)))
			continue;
		telex_slice text = tx_trim(tx_cut(rest, '=').tail);
		if (text.len > 0 && text.ptr[0] == '"')
			return tx_cut(tx_slice_skip(text, 1), '"').head;
		return tx_trim(tx_cut(text, ';').head);
	}
	return (telex_slice){NULL, 0};
}

/* "=?charset?Q?text?=" at the start of `s`; its length, or 0. */
static size_t word_len(telex_slice s, telex_slice *charset, telex_slice *encoding,
		       telex_slice *text)
{
	if (!tx_slice_starts(s, TX_LIT("=?")))
		return 0;
	struct tx_cut a = tx_cut(tx_slice_skip(s, 2), '?'), b = tx_cut(a.tail, '?');
	if (!a.found || !b.found || b.head.len != 1)
		return 0;
	size_t end = tx_slice_find(b.tail, TX_LIT("?="));
	if (end == b.tail.len)
		return 0;
	*charset = tx_cut(a.head, '*').head;
	*encoding = tx_lower(b.head.ptr[0]) == 'b' ? TX_LIT("base64") : TX_LIT("q");
	*text = tx_slice_take(b.tail, end);
	return (size_t)(b.tail.ptr - s.ptr) + end + 2;
}

static bool all_blank(const struct tx_buffer *out, size_t from)
{
	return tx_trim(tx_slice(out->data + from, out->len - from)).len == 0;
}

/* Blanks between two encoded words are none. */
static void put_words(telex_slice value, struct tx_arena *arena, struct tx_buffer *out)
{
	size_t behind_word = 0, at = 0;

	while (at < value.len) {
		telex_slice charset, encoding, text;
		size_t len = word_len(tx_slice_skip(value, at), &charset, &encoding, &text);
		if (len == 0) {
			tx_buffer_byte(out, value.ptr[at++]);
			continue;
		}
		if (behind_word > 0 && all_blank(out, behind_word))
			out->len = behind_word;
		tx_buffer_slice(
			out, tx_mail_utf8(tx_mail_decode(text, encoding, arena), charset, arena));
		behind_word = out->len;
		at += len;
	}
}

telex_slice tx_mail_text(telex_slice value, struct tx_arena *arena)
{
	struct tx_buffer out = {0};
	telex_slice text = {NULL, 0};

	if (value.ptr == NULL)
		return value;
	put_words(value, arena, &out);
	if (!out.failed && out.len > 0)
		text = tx_mail_utf8(tx_slice(out.data, out.len), (telex_slice){NULL, 0}, arena);
	if (text.ptr == out.data)
		text = tx_arena_copy(arena, text);
	tx_buffer_done(&out);
	return text;
}

telex_slice tx_mail_utf8(telex_slice text, telex_slice charset, struct tx_arena *arena)
{
	struct tx_decoded decoded;
	bool mislabelled;

	if (!tx_charset_decode_declared(text, charset, arena, &decoded, &mislabelled))
		return (telex_slice){NULL, 0};
	return decoded.text;
}

bool tx_mail_is(telex_slice head)
{
	static const char *const known[] = {"From",        "Date",        "Subject",
					    "Received",    "Message-ID",  "MIME-Version",
					    "Return-Path", "Delivered-To"};
	telex_slice rest = skip_front(head);
	size_t headers = 0, told = 0;

	for (size_t lines = 0; rest.len > 0 && lines < HEAD_LINES_MAX; lines++) {
		telex_slice line = take_line(&rest);
		size_t len = name_len(line);
		if (line.len == 0)
			break;
		if (len == 0 && !(headers > 0 && is_folded(line)))
			return false;
		headers += len > 0;
		for (size_t i = 0; i < sizeof(known) / sizeof(known[0]); i++)
			told += tx_slice_eq_nocase(tx_slice_take(line, len), tx_slice_of(known[i]));
		told += tx_slice_starts_nocase(line, TX_LIT("X-")) && len > 0;
	}
	return headers >= 2 && told >= 1;
}

/* "From ", an address, and a date with a clock in it. */
static bool is_mbox_line(telex_slice line)
{
	telex_slice rest = tx_slice_skip(line, 5);

	return tx_slice_starts(line, TX_LIT("From ")) && memchr(rest.ptr, ' ', rest.len) != NULL &&
	       memchr(rest.ptr, ':', rest.len) != NULL;
}

bool tx_mbox_is(telex_slice head)
{
	telex_slice rest = head, line = take_line(&rest);

	while (tx_trim(line).len == 0 && rest.len > 0)
		line = take_line(&rest);
	return is_mbox_line(line) && tx_mail_is(rest);
}

bool tx_mbox_frame_end(telex_slice bytes, size_t *scanned, size_t *ret_end)
{
	size_t at = *scanned;

	while (at < bytes.len) {
		const char *end = memchr(bytes.ptr + at, '\n', bytes.len - at);
		if (end == NULL)
			break;
		size_t next = (size_t)(end - bytes.ptr) + 1;
		telex_slice line = tx_cut(tx_slice_skip(bytes, next), '\n').head;
		bool whole = next + line.len < bytes.len;
		if (is_mbox_line(line) && whole) {
			*ret_end = next;
			return true;
		}
		/* The line behind may not be whole yet. */
		if (!whole)
			break;
		at = next;
	}
	*scanned = at;
	return false;
}
