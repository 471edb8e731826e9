/* Mail headers (RFC 5322, section 2.2 and 3.6; parameters: RFC 2045, section 5.1, and RFC 2231).
 * Forgiving: a name may hold anything but blanks and colons, a parameter may stand unquoted.  Left
 * out: groups of addresses, and sections of a parameter that come out of their order. */
#include "reader/mail/header.h"

#include "core/ascii.h"
#include "reader/mail/transfer.h"
#include "core/scan.h"

#define NAME_MAX_LEN 78 /* bytes of a header's name: one line at most */

telex_slice tx_mail_line(telex_slice *rest)
{
	struct tx_cut cut = tx_cut(*rest, '\n');

	*rest = cut.tail;
	if (cut.head.len > 0 && cut.head.ptr[cut.head.len - 1] == '\r')
		cut.head.len--;
	return cut.head;
}

/* A line that begins with a blank and holds something goes on with the header before it. */
static bool is_fold(telex_slice rest)
{
	return rest.len > 0 && tx_char_is(rest.ptr[0], TX_CHAR_BLANK) &&
	       !tx_is_blank(tx_cut(rest, '\n').head);
}

/* Length of a header's name with the blanks after it, or 0. */
static size_t name_end(telex_slice line)
{
	size_t len = 0;

	while (len < line.len && len < NAME_MAX_LEN && line.ptr[len] > ' ' && line.ptr[len] != ':')
		len++;
	size_t end = len;
	while (end < line.len && tx_char_is(line.ptr[end], TX_CHAR_BLANK))
		end++;
	return len > 0 && end < line.len && line.ptr[end] == ':' ? end : 0;
}

bool tx_mail_header_next(telex_slice *rest, struct tx_mail_header *ret_header)
{
	telex_slice start = *rest, after = *rest;
	size_t name = name_end(tx_mail_line(&after));

	if (name == 0)
		return false;
	while (is_fold(after))
		tx_mail_line(&after);
	ret_header->name = tx_trim(tx_slice_take(start, name));
	ret_header->value = tx_slice_skip(tx_slice_take(start, start.len - after.len), name + 1);
	*rest = after;
	return true;
}

telex_slice tx_mail_skip_preamble(telex_slice mail)
{
	telex_slice bom = TX_LIT("\xef\xbb\xbf"), next;

	if (tx_slice_starts(mail, bom))
		mail = tx_slice_skip(mail, bom.len);
	for (next = mail; mail.len > 0 && tx_is_blank(tx_mail_line(&next));)
		mail = next;
	if (tx_slice_starts(mail, TX_LIT("From ")) || tx_slice_starts(mail, TX_LIT(">From ")))
		tx_mail_line(&mail);
	return mail;
}

struct tx_mail_entity tx_mail_split(telex_slice bytes)
{
	struct tx_mail_entity entity = {.body = bytes};
	struct tx_mail_header header;

	while (tx_mail_header_next(&entity.body, &header))
		;
	entity.headers = tx_slice_take(bytes, bytes.len - entity.body.len);
	telex_slice after = entity.body;
	entity.broken = !tx_is_blank(tx_mail_line(&after));
	if (!entity.broken)
		entity.body = after;
	return entity;
}

telex_slice tx_mail_header_find(telex_slice headers, const char *name)
{
	struct tx_mail_header header;
	telex_slice wanted = tx_slice_of(name);

	while (tx_mail_header_next(&headers, &header)) {
		if (tx_slice_eq_nocase(header.name, wanted))
			return header.value;
	}
	return (telex_slice){NULL, 0};
}

/* Take blanks and comments off the start. */
static void skip_comments(telex_slice *rest)
{
	size_t depth = 0, at = 0;

	for (; at < rest->len; at++) {
		char c = rest->ptr[at];
		if (c == '(')
			depth++;
		else if (c == ')' && depth > 0)
			depth--;
		else if (c == '\\' && depth > 0)
			at++;
		else if (depth == 0 && (unsigned char)c > ' ')
			break;
	}
	*rest = tx_slice_skip(*rest, at);
}

telex_slice tx_mail_value(telex_slice header)
{
	size_t len = 0;

	skip_comments(&header);
	while (len < header.len && (unsigned char)header.ptr[len] > ' ' && header.ptr[len] != ';' &&
	       header.ptr[len] != '(')
		len++;
	return tx_slice_take(header, len);
}

/* Length of a quoted string with its quotes; without the closing one, all of `s`. */
static size_t quoted_len(telex_slice s)
{
	size_t at = 1;

	while (at < s.len && s.ptr[at] != '"')
		at += s.ptr[at] == '\\' ? 2 : 1;
	return at < s.len ? at + 1 : s.len;
}

struct parameter {
	telex_slice key;
	telex_slice value; /* raw, with its quotes */
};

static telex_slice take_value(telex_slice *rest)
{
	size_t len = 0;

	skip_comments(rest);
	if (rest->len > 0 && rest->ptr[0] == '"')
		len = quoted_len(*rest);
	while (len < rest->len && rest->ptr[len] != ';' &&
	       !tx_char_is(rest->ptr[len], TX_CHAR_NEWLINE))
		len++;
	telex_slice value = tx_slice_take(*rest, len);
	*rest = tx_slice_skip(*rest, len);
	if (value.len > 0 && value.ptr[0] == '"')
		return tx_slice_take(value, quoted_len(value));
	return tx_trim(tx_slice_take(value, tx_slice_find(value, TX_LIT(" ("))));
}

/* Take the next parameter off `rest`, which begins after the value or the last parameter. */
static bool next_parameter(telex_slice *rest, struct parameter *ret)
{
	size_t len = 0;

	skip_comments(rest);
	while (rest->len > 0 && rest->ptr[0] != ';') {
		*rest = tx_slice_skip(*rest, rest->ptr[0] == '"' ? quoted_len(*rest) : 1);
		skip_comments(rest);
	}
	*rest = tx_slice_skip(*rest, 1);
	skip_comments(rest);
	while (len < rest->len && rest->ptr[len] != '=' && rest->ptr[len] != ';')
		len++;
	if (rest->len == 0)
		return false;
	ret->key = tx_trim(tx_slice_take(*rest, len));
	ret->value = (telex_slice){NULL, 0};
	*rest = tx_slice_skip(*rest, len);
	if (rest->len > 0 && rest->ptr[0] == '=') {
		*rest = tx_slice_skip(*rest, 1);
		ret->value = take_value(rest);
	}
	return true;
}

/* Append what is between the quotes to `out`, which has room; returns the new length. */
static size_t unquote(telex_slice value, char *out, size_t len)
{
	bool quoted = value.len > 0 && value.ptr[0] == '"';

	for (size_t at = quoted; at < value.len; at++) {
		char c = value.ptr[at];
		if (quoted && c == '"')
			break;
		if (quoted && c == '\\' && at + 1 < value.len)
			c = value.ptr[++at];
		if (!tx_char_is(c, TX_CHAR_NEWLINE))
			out[len++] = c;
	}
	return len;
}

static size_t undo_percents(char *bytes, size_t start, size_t end)
{
	size_t len = start;

	for (size_t at = start; at < end; at++) {
		telex_slice rest = tx_slice(bytes + at, end - at);
		int byte = bytes[at] == '%' ? tx_mail_hex_byte(rest) : -1;
		bytes[len++] = byte >= 0 ? (char)byte : bytes[at];
		at += byte >= 0 ? 2 : 0;
	}
	return len;
}

/* A value in the making, of one section or more. */
struct gathered {
	char *out;
	size_t len;
	size_t sections;
	telex_slice charset;
};

/* An extended value begins, in its first section, with charset'language'. */
static telex_slice take_charset(telex_slice value, telex_slice *ret_charset)
{
	if (value.len > 0 && value.ptr[0] == '"')
		value = tx_slice_skip(tx_slice_take(value, quoted_len(value) - 1), 1);
	struct tx_cut charset = tx_cut(value, '\''), language = tx_cut(charset.tail, '\'');
	if (!language.found)
		return value;
	*ret_charset = charset.head;
	return language.tail;
}

/* `suffix` is what the key has after the parameter's name: "*", "*0", "*0*" … */
static void add_section(struct gathered *gathered, telex_slice suffix, telex_slice value)
{
	bool extended = suffix.ptr[suffix.len - 1] == '*';
	size_t start = gathered->len;

	if (extended && gathered->sections == 0)
		value = take_charset(value, &gathered->charset);
	gathered->sections++;
	gathered->len = unquote(value, gathered->out, start);
	if (extended)
		gathered->len = undo_percents(gathered->out, start, gathered->len);
}

struct tx_mail_parameter tx_mail_parameter(telex_slice header, const char *name,
					   struct tx_arena *arena)
{
	struct gathered gathered = {.out = tx_arena_alloc(arena, header.len + 1)};
	telex_slice wanted = tx_slice_of(name), plain = {NULL, 0};
	struct parameter parameter;

	if (gathered.out == NULL)
		return (struct tx_mail_parameter){0};
	while (next_parameter(&header, &parameter)) {
		telex_slice suffix = tx_slice_skip(parameter.key, wanted.len);
		if (!tx_slice_starts_nocase(parameter.key, wanted))
			continue;
		if (suffix.len > 0 && suffix.ptr[0] == '*')
			add_section(&gathered, suffix, parameter.value);
		else if (suffix.len == 0 && plain.ptr == NULL)
			plain = parameter.value;
	}
	if (gathered.sections == 0)
		gathered.len = unquote(plain, gathered.out, 0);
	tx_arena_trim(arena, gathered.out, gathered.len);
	if (gathered.len == 0)
		return (struct tx_mail_parameter){0};
	return (struct tx_mail_parameter){tx_slice(gathered.out, gathered.len), gathered.charset};
}

/* The first address: up to a comma that is neither in quotes nor in angle brackets. */
static telex_slice first_address(telex_slice header)
{
	size_t at = 0;

	while (at < header.len && header.ptr[at] != ',' && header.ptr[at] != '>')
		at += header.ptr[at] == '"' ? quoted_len(tx_slice_skip(header, at)) : 1;
	return tx_slice_take(header, at);
}

telex_slice tx_mail_display_name(telex_slice header, struct tx_arena *arena)
{
	telex_slice address = tx_trim(first_address(header));
	struct tx_cut angle = tx_cut(address, '<');
	struct tx_cut comment = tx_cut(address, '(');
	telex_slice name = angle.found ? angle.head : tx_cut(comment.tail, ')').head;
	char *out = tx_arena_alloc(arena, header.len + 1);

	name = tx_trim(name);
	if (out == NULL || (name.len > 0 && memchr(name.ptr, '@', name.len) != NULL))
		return (telex_slice){NULL, 0};
	return tx_slice(out, unquote(name, out, 0));
}
