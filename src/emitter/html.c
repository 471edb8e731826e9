/* The view as one page of HTML: no script, nothing from elsewhere.  Colours by kind of token, one
 * hue each, darker or lighter by the reader's colour scheme; on a narrow screen the names are above
 * their texts.  The end tags that HTML lets out are left out, so that dispatches can be appended.
 */
#include "emitter/columns.h"
#include "emitter/text.h"
#include "core/scan.h"

/* The hue of each kind that has one; the others are grey. */
static const struct hue {
	enum tx_token_kind kind;
	unsigned hue;
} hues[] = {
	{TX_TOK_SLUG, 180},      {TX_TOK_HEADLINE, 215}, {TX_TOK_SUBHEADLINE, 205},
	{TX_TOK_BYLINE, 300},    {TX_TOK_ROLE, 320},     {TX_TOK_DATELINE, 130},
	{TX_TOK_CROSSHEAD, 230}, {TX_TOK_NOTE, 35},      {TX_TOK_END_MARK, 0},
	{TX_TOK_MORE, 355},      {TX_TOK_SIGNOFF, 260},  {TX_TOK_STAMP, 60},
	{TX_TOK_CREDIT, 45},
};

static const struct fact {
	const char *name, *path;
} facts[] = {
	{"agency", "agency.name"},
	{"language", "language"},
	{"date", "dateline.date"},
	{"place", "dateline.places.canonical"},
	{"country", "dateline.places.country"},
	{"author", "byline.authors.name"},
	{"issued", "issued"},
	{"words", "word_count"},
	{"warnings", "warnings.message"},
};

void tx_emit_html_start(struct tx_buffer *out)
{
	tx_buffer_lit(
		out,
		"<!DOCTYPE html>\n<html><head><meta charset=\"utf-8\">\n"
		"<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
		"<title>telex</title>\n<style>\n"
		":root { color-scheme: light dark; --l: 32%; --g: #666; --line: #8884; }\n"
		"@media (prefers-color-scheme: dark) { :root { --l: 72%; --g: #aaa; } }\n"
		"body { font: 16px/1.5 system-ui, sans-serif; margin: 0 auto; max-width: 60rem; "
		"padding: 1rem; }\n"
		"article { border-bottom: 1px solid var(--line); padding: 1rem 0; }\n"
		"article > div { display: grid; grid-template-columns: 8rem 1fr; gap: 0 1rem; "
		"color: hsl(var(--h, 0) var(--s, 0%) var(--l)); }\n"
		"article b { font-weight: 400; font-size: 80%; text-align: right; opacity: .85; "
		"padding-top: .15em; }\n"
		"article p { margin: 0 0 .5rem; white-space: pre-wrap; overflow-wrap: anywhere; "
		"min-width: 0; }\n"
		".headline p { font-weight: 700; font-size: 120%; }\n"
		".crosshead p { font-weight: 700; }\n"
		".paragraph { color: inherit; }\n.paragraph b, .fact b { color: var(--g); }\n"
		".fact { color: inherit; font-size: 90%; }\n.fact p { margin: 0; }\n"
		"h2 { font: inherit; font-size: 80%; color: var(--g); margin: 0 0 .5rem; "
		"overflow-wrap: anywhere; }\n"
		"@media (max-width: 40rem) { article > div { grid-template-columns: 1fr; } "
		"article b { text-align: left; } }\n");
	for (size_t i = 0; i < TX_COUNT(hues); i++)
		tx_buffer_printf(out, ".%s { --h: %u; --s: 55%%; }\n",
				 tx_token_kind_name(hues[i].kind), hues[i].hue);
	tx_buffer_lit(out, "</style></head>\n<body>\n");
}

static void append_escaped(struct tx_buffer *out, telex_slice text)
{
	for (size_t i = 0; i < text.len; i++) {
		unsigned char c = (unsigned char)text.ptr[i];
		if (c == '<')
			tx_buffer_lit(out, "&lt;");
		else if (c == '>')
			tx_buffer_lit(out, "&gt;");
		else if (c == '&')
			tx_buffer_lit(out, "&amp;");
		else if ((c < ' ' && c != '\n' && c != '\t') || c == 0x7f)
			/* The pictures of control characters, U+2400 and on. */
			tx_buffer_printf(out, "\xe2\x90%c", c == 0x7f ? 0xa1 : 0x80 + c);
		else
			tx_buffer_byte(out, text.ptr[i]);
	}
}

static void put(struct tx_buffer *out, const char *kind, const char *name, telex_slice text)
{
	while (text.len > 0 && (text.ptr[text.len - 1] == '\n' || text.ptr[text.len - 1] == '\r'))
		text.len--;
	if (text.len == 0)
		return;
	tx_buffer_printf(out, "<div class=\"%s\"><b>%s</b><p>", kind, name);
	append_escaped(out, text);
	tx_buffer_lit(out, "</p></div>\n");
}

/* The value of a path of keys, without the line end after it. */
static telex_slice value_at(struct tx_buffer *value, const struct tx_object *object,
			    const char *path)
{
	value->len = 0;
	tx_emit_values(value, object, tx_slice_of(path));
	return tx_slice(value->data, value->len > 0 ? value->len - 1 : 0);
}

static void put_source(struct tx_buffer *out, const struct tx_object *object,
		       struct tx_buffer *value)
{
	telex_slice path = value_at(value, object, "source.path");

	tx_buffer_lit(out, "<h2>");
	append_escaped(out, path.len > 0 ? path : TX_LIT("<stdin>"));
	telex_slice member = value_at(value, object, "source.member");
	if (member.len > 0)
		tx_buffer_byte(out, '/');
	append_escaped(out, member);
	tx_buffer_lit(out, "</h2>\n");
}

static void put_token(struct tx_buffer *out, const struct tx_token *token, telex_slice text)
{
	const char *kind = tx_token_kind_name((enum tx_token_kind)token->kind);
	const char *note = tx_note_kind_name((enum tx_note_kind)token->note);
	uint32_t start = tx_token_start(token);

	if (token->kind != TX_TOK_BLANK)
		put(out, kind, note != NULL ? note : kind,
		    tx_slice(text.ptr + start, token->end - start));
}

void tx_emit_html(struct tx_buffer *out, const struct tx_object *object,
		  const struct tx_tokens *tokens)
{
	struct tx_buffer value = {0};

	tx_buffer_lit(out, "<article>\n");
	put_source(out, object, &value);
	for (size_t i = 0; i < tokens->count; i++)
		put_token(out, &tokens->items[i], object->text);
	for (size_t i = 0; i < TX_COUNT(facts); i++) {
		put(out, "fact", facts[i].name, value_at(&value, object, facts[i].path));
	}
	tx_buffer_lit(out, "</article>\n");
	out->failed |= value.failed;
	tx_buffer_done(&value);
}
