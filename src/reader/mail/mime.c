/* MIME (RFC 2045, RFC 2046, RFC 3676): transfer encodings undone, the text part found, and read as
 * whatever it is.  Left out: message/rfc822 inside a message, which is an attachment. */
#include "core/ascii.h"
#include "core/error.h"
#include "reader/html.h"
#include "reader/mail/mail.h"

#define DEPTH_MAX 8

struct mail {
	struct tx_unwrapper *unwrapper;
	struct tx_arena *arena;
	telex_slice plain, html; /* UTF-8; .ptr NULL = none */
	telex_slice attachments[16];
	size_t attachment_count;
};

static int hex(char c)
{
	if (tx_is_digit(c))
		return c - '0';
	c = tx_lower(c);
	return c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}

/* Quoted-printable, or the form of it in encoded words, where '_' is a blank. */
static size_t decode_quoted(telex_slice s, bool word, char *out)
{
	size_t len = 0;

	for (size_t at = 0; at < s.len; at++) {
		telex_slice rest = tx_slice_skip(s, at);
		if (rest.ptr[0] == '_' && word) {
			out[len++] = ' ';
		} else if (rest.ptr[0] != '=') {
			out[len++] = rest.ptr[0];
		} else if (rest.len > 2 && hex(rest.ptr[1]) >= 0 && hex(rest.ptr[2]) >= 0) {
			out[len++] = (char)(hex(rest.ptr[1]) * 16 + hex(rest.ptr[2]));
			at += 2;
		} else if (rest.len > 1 && rest.ptr[1] == '\n') {
			at += 1;
		} else if (rest.len > 2 && rest.ptr[1] == '\r' && rest.ptr[2] == '\n') {
			at += 2;
		} else {
			out[len++] = '=';
		}
	}
	return len;
}

static int base64_value(char c)
{
	if (tx_is_upper(c))
		return c - 'A';
	if (tx_is_lower(c))
		return c - 'a' + 26;
	if (tx_is_digit(c))
		return c - '0' + 52;
	return c == '+' ? 62 : c == '/' ? 63 : -1;
}

static size_t decode_base64(telex_slice s, char *out)
{
	unsigned bits = 0, count = 0;
	size_t len = 0;

	for (size_t at = 0; at < s.len && s.ptr[at] != '='; at++) {
		int value = base64_value(s.ptr[at]);
		if (value < 0)
			continue;
		bits = bits << 6 | (unsigned)value;
		count += 6;
		if (count < 8)
			continue;
		count -= 8;
		out[len++] = (char)(bits >> count & 0xff);
	}
	return len;
}

telex_slice tx_mail_decode(telex_slice body, telex_slice encoding, struct tx_arena *arena)
{
	bool word = tx_slice_is(encoding, "q");
	bool quoted = word || tx_slice_eq_nocase(encoding, TX_LIT("quoted-printable"));
	bool base64 = tx_slice_eq_nocase(encoding, TX_LIT("base64"));

	if (!quoted && !base64)
		return body;
	char *out = tx_arena_alloc(arena, body.len + 1);
	if (out == NULL)
		return (telex_slice){NULL, 0};
	size_t len = quoted ? decode_quoted(body, word, out) : decode_base64(body, out);
	tx_arena_trim(arena, out, len);
	return tx_slice(out, len);
}

/* format=flowed: a line that ends with a blank goes on; stuffed blanks go. */
static telex_slice unflow(telex_slice text, bool delete_blank, struct tx_arena *arena)
{
	char *out = tx_arena_alloc(arena, text.len + 1);
	size_t len = 0;

	if (out == NULL)
		return (telex_slice){NULL, 0};
	for (telex_slice rest = text; rest.len > 0;) {
		struct tx_cut cut = tx_cut(rest, '\n');
		telex_slice line = cut.head;
		rest = cut.found ? cut.tail : tx_slice_skip(rest, rest.len);
		while (line.len > 0 && line.ptr[line.len - 1] == '\r')
			line.len--;
		bool signature = tx_slice_is(line, "-- ");
		if (line.len > 0 && line.ptr[0] == ' ')
			line = tx_slice_skip(line, 1);
		bool flows = !signature && line.len > 0 && line.ptr[line.len - 1] == ' ';
		memcpy(out + len, line.ptr, line.len);
		len += line.len - (flows && delete_blank);
		if (!flows && cut.found)
			out[len++] = '\n';
	}
	tx_arena_trim(arena, out, len);
	return tx_slice(out, len);
}

/* What stands below "-- " is the sender's signature. */
static telex_slice cut_signature(telex_slice text)
{
	size_t at = tx_slice_find(text, TX_LIT("\n-- \n"));

	if (at == text.len)
		at = tx_slice_find(text, TX_LIT("\n-- \r\n"));
	return tx_slice_take(text, at < text.len ? at + 1 : text.len);
}

static telex_slice text_of(struct mail *mail, telex_slice type, telex_slice encoding,
			   telex_slice body)
{
	telex_slice text = tx_mail_utf8(tx_mail_decode(body, encoding, mail->arena),
					tx_mail_parameter(type, "charset"), mail->arena);

	if (text.ptr == NULL ||
	    !tx_slice_eq_nocase(tx_mail_parameter(type, "format"), TX_LIT("flowed")))
		return text;
	return unflow(text, tx_slice_eq_nocase(tx_mail_parameter(type, "delsp"), TX_LIT("yes")),
		      mail->arena);
}

static void add_attachment(struct mail *mail, telex_slice type, telex_slice disposition)
{
	telex_slice name = tx_mail_parameter(disposition, "filename");

	if (name.len == 0)
		name = tx_mail_parameter(type, "name");
	if (name.len > 0 && mail->attachment_count < sizeof(mail->attachments) / sizeof(name))
		mail->attachments[mail->attachment_count++] = tx_mail_text(name, mail->arena);
}

static void read_part(struct mail *mail, telex_slice part, unsigned depth);

/* The parts between the boundary's lines. */
static void read_parts(struct mail *mail, telex_slice body, telex_slice boundary, unsigned depth)
{
	char mark[128] = "--";
	size_t start = 0;
	bool inside = false;

	if (boundary.len == 0 || boundary.len > sizeof(mark) - 3 || depth == DEPTH_MAX)
		return;
	memcpy(mark + 2, boundary.ptr, boundary.len);
	telex_slice line_mark = tx_slice(mark, boundary.len + 2);
	for (size_t at = 0; at <= body.len;) {
		telex_slice here = tx_slice_skip(body, at);
		bool is_mark = tx_slice_starts(here, line_mark);
		size_t next = at + tx_cut(here, '\n').head.len + 1;
		if ((is_mark || next > body.len) && inside)
			read_part(mail,
				  tx_slice(body.ptr + start, (is_mark ? at : body.len) - start),
				  depth + 1);
		if (is_mark) {
			inside = !tx_slice_starts(tx_slice_skip(here, line_mark.len), TX_LIT("--"));
			start = next < body.len ? next : body.len;
			if (!inside)
				return;
		}
		at = next;
	}
}

static void read_part(struct mail *mail, telex_slice part, unsigned depth)
{
	struct tx_mail_split split = tx_mail_split(part);
	telex_slice type = tx_mail_header(split.headers, "Content-Type", mail->arena);
	telex_slice encoding =
		tx_mail_header(split.headers, "Content-Transfer-Encoding", mail->arena);
	telex_slice disposition = tx_mail_header(split.headers, "Content-Disposition", mail->arena);
	bool attached = tx_slice_starts_nocase(disposition, TX_LIT("attachment"));

	if (depth > 0 && part.len > 0 && (part.ptr[0] == '\n' || part.ptr[0] == '\r'))
		split = (struct tx_mail_split){{NULL, 0}, part};
	if (tx_slice_starts_nocase(type, TX_LIT("multipart/")))
		read_parts(mail, split.body, tx_mail_parameter(type, "boundary"), depth);
	else if (attached || (type.len > 0 && !tx_slice_starts_nocase(type, TX_LIT("text/"))))
		add_attachment(mail, type, disposition);
	else if (tx_slice_starts_nocase(type, TX_LIT("text/html"))) {
		if (mail->html.ptr == NULL)
			mail->html = text_of(mail, type, encoding, split.body);
	} else if (mail->plain.ptr == NULL) {
		mail->plain = text_of(mail, type, encoding, split.body);
	}
}

/* HTML alone: its blocks are the copy, the subject its headline. */
static telex_status read_html(struct mail *mail, telex_slice subject, telex_error *reterr)
{
	struct tx_unwrapper *unwrapper = mail->unwrapper;
	struct tx_story *story = tx_story_new(&unwrapper->arena, "mail");

	if (story == NULL)
		return tx_fail_memory(reterr);
	tx_story_state(story, TX_FIELD_HEADLINE, 5, subject);
	tx_markup_begin(&unwrapper->markup, &unwrapper->copy);
	if (!tx_html_blocks(&unwrapper->markup, mail->html) || unwrapper->markup.failed ||
	    unwrapper->copy.failed)
		return tx_fail_memory(reterr);
	story->blocks = (struct tx_pieces){unwrapper->markup.pieces, unwrapper->markup.piece_count};
	if (!tx_story_finish(story, tx_slice(unwrapper->copy.data, unwrapper->copy.len)))
		return tx_fail_memory(reterr);
	tx_stories_append(&unwrapper->stories, story);
	return TELEX_OK;
}

/* The name in front of the address, or the address. */
static telex_slice sender(telex_slice from)
{
	struct tx_cut cut = tx_cut(from, '<');
	telex_slice name = tx_trim(cut.head);

	while (name.len > 1 && name.ptr[0] == '"' && name.ptr[name.len - 1] == '"')
		name = tx_slice(name.ptr + 1, name.len - 2);
	return cut.found && name.len == 0 ? tx_cut(cut.tail, '>').head : name;
}

static void state_headers(struct mail *mail, telex_slice headers, struct tx_story *story)
{
	static const struct {
		const char *name;
		enum tx_field field;
	} fields[] = {{"Subject", TX_FIELD_HEADLINE},
		      {"Date", TX_FIELD_ISSUED},
		      {"Message-ID", TX_FIELD_ID}};

	for (size_t i = 0; i < sizeof(fields) / sizeof(fields[0]); i++)
		tx_story_state(story, fields[i].field, 5,
			       tx_mail_text(tx_mail_header(headers, fields[i].name, mail->arena),
					    mail->arena));
	tx_story_state(
		story, TX_FIELD_AGENCY, 9,
		sender(tx_mail_text(tx_mail_header(headers, "From", mail->arena), mail->arena)));
	for (size_t i = 0; i < mail->attachment_count; i++)
		tx_story_state(story, TX_FIELD_MEDIA, 0, mail->attachments[i]);
}

/* An mbox puts '>' in front of lines that look like its own. */
static telex_slice unquote_from(telex_slice message, struct tx_arena *arena)
{
	static const char mark[] = "\n>From ";
	char *out;
	size_t len = 0;

	if (!tx_mbox_is(message) || tx_slice_find(message, tx_slice_of(mark)) == message.len)
		return message;
	out = tx_arena_alloc(arena, message.len);
	if (out == NULL)
		return (telex_slice){NULL, 0};
	for (telex_slice rest = message; rest.len > 0;) {
		size_t at = tx_slice_find(rest, tx_slice_of(mark));
		bool found = at < rest.len;
		memcpy(out + len, rest.ptr, at + found);
		len += at + found;
		rest = tx_slice_skip(rest, at + 2 * (size_t)found);
	}
	tx_arena_trim(arena, out, len);
	return tx_slice(out, len);
}

telex_status tx_mail_unwrap(struct tx_unwrapper *unwrapper, telex_slice frame, telex_error *reterr)
{
	struct mail mail = {.unwrapper = unwrapper, .arena = &unwrapper->arena};
	telex_slice message = unquote_from(frame, mail.arena);
	struct tx_mail_split split = tx_mail_split(message);
	struct tx_story *before = unwrapper->stories.last;
	telex_status status;

	if (message.ptr == NULL)
		return tx_fail_memory(reterr);
	read_part(&mail, message, 0);
	telex_slice text = cut_signature(mail.plain);
	if (tx_trim(text).len > 0)
		status = tx_unwrap_inner(unwrapper, text, reterr);
	else if (mail.html.ptr != NULL)
		status =
			read_html(&mail,
				  tx_mail_text(tx_mail_header(split.headers, "Subject", mail.arena),
					       mail.arena),
				  reterr);
	else
		return tx_fail(reterr, TELEX_ERR_EMPTY, "the mail has no text");
	if (status != TELEX_OK)
		return status;
	struct tx_story *story = before == NULL ? unwrapper->stories.first : before->next;
	for (; story != NULL; story = story->next) {
		state_headers(&mail, split.headers, story);
		if (strcmp(story->format, "text") == 0)
			story->format = "mail";
	}
	return TELEX_OK;
}
