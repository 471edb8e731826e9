/* Quoted-printable text (RFC 2045, section 6.7), flowed text (RFC 3676), mbox quoting.  Forgiving:
 * what is not valid code is in the text as it is written. */
#include "reader/mail/transfer.h"

#include "core/ascii.h"
#include "reader/mail/header.h"
#include "core/scan.h"

static int hex_digit(char c)
{
	if (tx_is_digit(c))
		return c - '0';
	c = tx_lower(c);
	return c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}

int tx_mail_hex_byte(telex_slice s)
{
	int high = s.len > 2 ? hex_digit(s.ptr[1]) : -1;
	int low = high < 0 ? -1 : hex_digit(s.ptr[2]);

	return low < 0 ? -1 : high * 16 + low;
}

bool tx_mail_q(telex_slice text, struct tx_buffer *out)
{
	bool good = true;

	for (size_t at = 0; at < text.len; at++) {
		char c = text.ptr[at];
		int byte = c == '=' ? tx_mail_hex_byte(tx_slice_skip(text, at)) : -1;
		good &= c != '=' || byte >= 0;
		tx_buffer_byte(out, byte >= 0 ? (char)byte : c == '_' ? ' ' : c);
		at += byte >= 0 ? 2 : 0;
	}
	return good;
}

/* One line without its end; true when it ends softly. */
static bool decode_line(telex_slice line, struct tx_buffer *out, bool *good)
{
	/* Blanks at the end are the transport's. */
	while (line.len > 0 && tx_char_is(line.ptr[line.len - 1], TX_CHAR_BLANK))
		line.len--;
	bool soft = line.len > 0 && line.ptr[line.len - 1] == '=';
	line.len -= soft;
	for (size_t at = 0; at < line.len; at++) {
		int byte = line.ptr[at] == '=' ? tx_mail_hex_byte(tx_slice_skip(line, at)) : -1;
		*good &= line.ptr[at] != '=' || byte >= 0;
		tx_buffer_byte(out, byte >= 0 ? (char)byte : line.ptr[at]);
		at += byte >= 0 ? 2 : 0;
	}
	return soft;
}

bool tx_mail_quoted_printable(telex_slice text, struct tx_buffer *out)
{
	bool good = true;

	while (text.len > 0) {
		bool ended = memchr(text.ptr, '\n', text.len) != NULL;
		bool soft = decode_line(tx_mail_line(&text), out, &good);
		if (ended && !soft)
			tx_buffer_byte(out, '\n');
	}
	return good;
}

void tx_mail_unquote_from(telex_slice text, struct tx_buffer *out)
{
	while (text.len > 0) {
		struct tx_cut cut = tx_cut(text, '\n');
		size_t quotes = 0;
		while (quotes < cut.head.len && cut.head.ptr[quotes] == '>')
			quotes++;
		bool quoted =
			quotes > 0 && tx_slice_opens(tx_slice_skip(cut.head, quotes), "From ");
		tx_buffer_slice(out, tx_slice_skip(cut.head, quoted));
		if (cut.found)
			tx_buffer_byte(out, '\n');
		text = cut.tail;
	}
}

static size_t take_quotes(telex_slice *line)
{
	size_t depth = 0;

	while (depth < line->len && line->ptr[depth] == '>')
		depth++;
	*line = tx_slice_skip(*line, depth);
	return depth;
}

/* A line's text begins, after its quote marks, where no line before it flows into it. */
static void begin_line(struct tx_buffer *out, size_t depth)
{
	for (size_t i = 0; i < depth; i++)
		tx_buffer_byte(out, '>');
	if (depth > 0)
		tx_buffer_byte(out, ' ');
}

void tx_mail_unflow(telex_slice text, bool delete_space, struct tx_buffer *out)
{
	bool flows = false; /* the line before goes on */
	size_t outer = 0;   /* its depth */

	while (text.len > 0) {
		telex_slice line = tx_mail_line(&text);
		size_t depth = take_quotes(&line);
		line = tx_slice_skip(line, tx_slice_opens(line, " "));
		bool signature = tx_slice_is(line, "-- ");
		if (flows && (depth != outer || signature)) {
			tx_buffer_byte(out, '\n');
			flows = false;
		}
		if (!flows)
			begin_line(out, depth);
		flows = tx_slice_ends(line, TX_LIT(" ")) && !signature;
		outer = depth;
		line.len -= flows && delete_space;
		tx_buffer_slice(out, line);
		if (!flows)
			tx_buffer_byte(out, '\n');
	}
}

telex_slice tx_mail_before_signature(telex_slice text)
{
	telex_slice rest = text;

	while (rest.len > 0) {
		telex_slice before = tx_slice_take(text, text.len - rest.len);
		if (tx_slice_is(tx_mail_line(&rest), "-- ") && tx_trim(before).len > 0)
			return before;
	}
	return text;
}

/* A mark of a signature that is alone in its element or on its line. */
static size_t find_alone(telex_slice html, telex_slice mark)
{
	size_t at = 0;

	while (at < html.len) {
		at += tx_slice_find(tx_slice_skip(html, at), mark);
		if (at < html.len && at > 0 &&
		    (html.ptr[at - 1] == '>' || html.ptr[at - 1] == '\n'))
			return at;
		at += at < html.len;
	}
	return html.len;
}

telex_slice tx_mail_before_html_signature(telex_slice html)
{
	static const char *const marks[] = {"-- <", "--&nbsp;<", "--&#160;<", "--\xc2\xa0<"};
	size_t end = html.len;

	for (size_t i = 0; i < TX_COUNT(marks); i++)
		end = find_alone(tx_slice_take(html, end), tx_slice_of(marks[i]));
	return tx_slice_take(html, end);
}
