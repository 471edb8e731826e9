/* Multipart mails (RFC 2046): of an alternative one part is read, the first that holds plain text,
 * else the first that holds HTML; of every other multipart all text that is not attached.  What is
 * attached becomes media; its bytes are not read.  When a mail has no other text, its text is the
 * first attachment that is one, or the mail that it carries.
 *
 * Left out: message/partial, message/external-body, encryption. */
#include "reader/mail/parts.h"

#include "core/block.h"
#include "reader/mail/transfer.h"
#include "core/scan.h"

#define DEPTH_MAX 8   /* of parts inside parts */
#define MEDIA_MAX 256 /* attachments that are kept */

uint32_t tx_mail_line_of(const struct tx_mail_parts *parts, telex_slice at)
{
	const char *end = at.ptr == NULL ? parts->frame.ptr : at.ptr;
	telex_slice before = tx_slice(parts->frame.ptr, (size_t)(end - parts->frame.ptr));

	return (uint32_t)tx_count_byte(before, '\n') + 1;
}

void tx_mail_alert(struct tx_mail_parts *parts, enum tx_warning_code code, telex_slice at,
		   const char *message)
{
	/* What is not kept needs no line. */
	uint32_t line = parts->alert_count++ < TX_WARNINGS_MAX ? tx_mail_line_of(parts, at) : 1;

	tx_story_alert(parts->story, code, line, tx_slice_of(message));
}

static bool is_type(telex_slice type, const char *wanted)
{
	return tx_slice_eq_nocase(type, tx_slice_of(wanted));
}

static bool is_html(telex_slice type)
{
	return is_type(type, "text/html") || is_type(type, "application/xhtml+xml");
}

static bool ends_nocase(telex_slice s, telex_slice suffix)
{
	return s.len >= suffix.len &&
	       tx_slice_eq_nocase(tx_slice_skip(s, s.len - suffix.len), suffix);
}

/* Whether a part of that type may hold a dispatch. */
static bool is_readable(telex_slice type)
{
	return tx_slice_starts_nocase(type, TX_LIT("text/")) || is_type(type, "application/xml") ||
	       is_type(type, "application/json") || ends_nocase(type, TX_LIT("+xml")) ||
	       ends_nocase(type, TX_LIT("+json"));
}

/* What a mail program adds for other programs: signatures, reports. */
static bool is_machinery(telex_slice type)
{
	static const char *const types[] = {
		"application/pgp-signature",   "application/pgp-encrypted",
		"application/pkcs7-signature", "application/x-pkcs7-signature",
		"message/delivery-status",     "message/disposition-notification",
		"text/rfc822-headers",         NULL};

	for (const char *const *t = types; *t != NULL; t++) {
		if (is_type(type, *t))
			return true;
	}
	return false;
}

static struct tx_mail_section *new_section(struct tx_mail_parts *parts,
					   const struct tx_mail_entity *entity, telex_slice type)
{
	struct tx_mail_section *section =
		tx_arena_calloc(parts->decoder->arena, 1, sizeof(*section));

	if (section == NULL) {
		parts->decoder->failed = true;
		return NULL;
	}
	*section = (struct tx_mail_section){.entity = *entity, .type = type, .html = is_html(type)};
	return section;
}

static void append(struct tx_mail_sections *list, struct tx_mail_sections more)
{
	if (more.first == NULL)
		return;
	if (list->last == NULL)
		list->first = more.first;
	else
		list->last->next = more.first;
	list->last = more.last;
}

static void add_section(struct tx_mail_parts *parts, const struct tx_mail_entity *entity,
			telex_slice type)
{
	struct tx_mail_section *section = NULL;

	if (!tx_is_blank(entity->body))
		section = new_section(parts, entity, type);
	parts->has_text |= section != NULL;
	append(&parts->sections, (struct tx_mail_sections){section, section});
}

static void keep_spare(struct tx_mail_parts *parts, const struct tx_mail_entity *entity,
		       telex_slice type)
{
	if (parts->spare == NULL && is_readable(type) && !tx_is_blank(entity->body))
		parts->spare = new_section(parts, entity, type);
}

/* A parameter may be in a charset of its own, or made of encoded words, which it must not be. */
static telex_slice parameter_text(struct tx_mail_parts *parts, telex_slice header, const char *name)
{
	struct tx_mail_parameter p = tx_mail_parameter(header, name, parts->decoder->arena);

	if (p.charset.len > 0)
		return tx_mail_decode(parts->decoder, p.value, p.charset).text;
	return tx_mail_words(parts->decoder, p.value);
}

static telex_slice file_name(struct tx_mail_parts *parts, telex_slice headers)
{
	telex_slice disposition = tx_mail_header_find(headers, "Content-Disposition");
	telex_slice name = parameter_text(parts, disposition, "filename");

	if (name.len > 0)
		return name;
	return parameter_text(parts, tx_mail_header_find(headers, "Content-Type"), "name");
}

static void add_media(struct tx_mail_parts *parts, const struct tx_mail_entity *entity,
		      telex_slice type)
{
	telex_slice name = file_name(parts, entity->headers);
	telex_slice about = tx_mail_words(
		parts->decoder, tx_mail_header_find(entity->headers, "Content-Description"));
	telex_slice scheme = tx_mail_decode(parts->decoder, type, TX_LIT("")).text;

	if (parts->media_count == MEDIA_MAX)
		tx_mail_alert(parts, TX_WARN_ENVELOPE_BROKEN, entity->headers,
			      "the mail has over 256 attachments: the others are left out");
	if (parts->media_count++ >= MEDIA_MAX)
		return;
	if (name.len == 0 && about.len == 0)
		about = scheme;
	tx_story_add(parts->story, TX_FIELD_MEDIA, name, about, scheme);
}

static bool has_file_name(struct tx_mail_parts *parts, const struct tx_mail_entity *entity,
			  telex_slice disposition)
{
	telex_slice type = tx_mail_header_find(entity->headers, "Content-Type");

	return tx_mail_parameter(disposition, "filename", parts->decoder->arena).value.len > 0 ||
	       tx_mail_parameter(type, "name", parts->decoder->arena).value.len > 0;
}

static void read_leaf(struct tx_mail_parts *parts, const struct tx_mail_entity *entity,
		      telex_slice type)
{
	telex_slice disposition = tx_mail_header_find(entity->headers, "Content-Disposition");
	bool text = is_type(type, "text/plain") || is_html(type);
	bool named = has_file_name(parts, entity, disposition);
	bool attached = is_type(tx_mail_value(disposition), "attachment");

	if (is_machinery(type))
		return;
	/* A text with a file name is attached to the text before it, or is the text. */
	if (text && !attached && !(named && parts->has_text)) {
		add_section(parts, entity, type);
		return;
	}
	keep_spare(parts, entity, type);
	if (named || attached || !is_readable(type))
		add_media(parts, entity, type);
}

enum boundary {
	BOUNDARY_NONE,
	BOUNDARY_NEXT, /* another part follows */
	BOUNDARY_LAST
};

static enum boundary judge_line(telex_slice line, telex_slice boundary)
{
	if (!tx_slice_starts(line, TX_LIT("--")) ||
	    !tx_slice_starts(tx_slice_skip(line, 2), boundary))
		return BOUNDARY_NONE;
	telex_slice rest = tx_slice_skip(line, 2 + boundary.len);
	if (tx_is_blank(rest))
		return BOUNDARY_NEXT;
	return tx_slice_opens(rest, "--") && tx_is_blank(tx_slice_skip(rest, 2)) ? BOUNDARY_LAST
										 : BOUNDARY_NONE;
}

/* Take what is before the next boundary line, and that line, off `rest`. */
static enum boundary take_part(telex_slice *rest, telex_slice boundary, telex_slice *ret_part)
{
	telex_slice start = *rest, before = *rest;
	enum boundary found = BOUNDARY_NONE;

	while (rest->len > 0 && found == BOUNDARY_NONE) {
		before = *rest;
		found = judge_line(tx_mail_line(rest), boundary);
	}
	*ret_part = found == BOUNDARY_NONE ? start : tx_slice_take(start, start.len - before.len);
	if (found == BOUNDARY_NONE)
		return found;
	/* The line end before a boundary belongs to it. */
	ret_part->len -= tx_slice_ends(*ret_part, TX_LIT("\n"));
	ret_part->len -= tx_slice_ends(*ret_part, TX_LIT("\r"));
	return found;
}

/* How good a part of an alternative is. */
static unsigned rate(struct tx_mail_sections sections)
{
	unsigned best = 0;

	for (const struct tx_mail_section *s = sections.first; s != NULL; s = s->next) {
		unsigned rating = s->html ? 1 : 2;
		best = rating > best ? rating : best;
	}
	return best;
}

static void read_entity(struct tx_mail_parts *parts, const struct tx_mail_entity *entity,
			unsigned depth);

static struct tx_mail_sections read_part(struct tx_mail_parts *parts, telex_slice part,
					 unsigned depth)
{
	struct tx_mail_entity entity = tx_mail_split(part);

	parts->sections = (struct tx_mail_sections){NULL, NULL};
	read_entity(parts, &entity, depth + 1);
	return parts->sections;
}

static void read_parts(struct tx_mail_parts *parts, telex_slice body, telex_slice boundary,
		       bool alternative, unsigned depth)
{
	struct tx_mail_sections taken = {NULL, NULL}, outer = parts->sections;
	telex_slice part;
	enum boundary found = BOUNDARY_NEXT;

	while (found == BOUNDARY_NEXT) {
		telex_slice start = body;
		found = take_part(&body, boundary, &part);
		if (found == BOUNDARY_NONE)
			tx_mail_alert(parts, TX_WARN_ENVELOPE_BROKEN, start,
				      "the mail's last part has no end");
		struct tx_mail_sections sections = read_part(parts, part, depth);
		if (!alternative)
			append(&taken, sections);
		else if (rate(sections) > rate(taken))
			taken = sections;
	}
	append(&outer, taken);
	parts->sections = outer;
}

static void read_multipart(struct tx_mail_parts *parts, const struct tx_mail_entity *entity,
			   telex_slice type, unsigned depth)
{
	telex_slice header = tx_mail_header_find(entity->headers, "Content-Type");
	telex_slice boundary = tx_mail_parameter(header, "boundary", parts->decoder->arena).value;
	telex_slice body = entity->body, preamble;

	if (depth >= DEPTH_MAX) {
		tx_mail_alert(parts, TX_WARN_ENVELOPE_BROKEN, entity->body,
			      "parts over 8 deep inside one another are not read");
		return;
	}
	if (boundary.len == 0 || take_part(&body, boundary, &preamble) != BOUNDARY_NEXT) {
		tx_mail_alert(parts, TX_WARN_ENVELOPE_BROKEN, entity->body,
			      "the boundary between the mail's parts is missing");
		add_section(parts, entity, TX_LIT("text/plain"));
		return;
	}
	read_parts(parts, body, boundary, is_type(type, "multipart/alternative"), depth);
}

static void read_message(struct tx_mail_parts *parts, const struct tx_mail_entity *entity,
			 telex_slice type)
{
	if (parts->message.ptr == NULL)
		parts->message = entity->body;
	add_media(parts, entity, type);
}

static void read_entity(struct tx_mail_parts *parts, const struct tx_mail_entity *entity,
			unsigned depth)
{
	telex_slice type = tx_mail_value(tx_mail_header_find(entity->headers, "Content-Type"));

	if (type.len == 0 || memchr(type.ptr, '/', type.len) == NULL)
		type = TX_LIT("text/plain");
	if (tx_slice_starts_nocase(type, TX_LIT("multipart/")))
		read_multipart(parts, entity, type, depth);
	else if (is_type(type, "message/rfc822"))
		read_message(parts, entity, type);
	else
		read_leaf(parts, entity, type);
}

void tx_mail_parts_find(struct tx_mail_parts *parts, const struct tx_mail_entity *mail)
{
	read_entity(parts, mail, 0);
	if (parts->sections.first == NULL && parts->spare != NULL)
		parts->sections = (struct tx_mail_sections){parts->spare, parts->spare};
	if (parts->sections.first != NULL || parts->message.ptr == NULL)
		return;
	struct tx_mail_entity inner = tx_mail_split(tx_mail_skip_preamble(parts->message));
	read_entity(parts, &inner, 1);
}
