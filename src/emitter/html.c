/* The view as one page of HTML: no script, nothing from elsewhere.  Colours by kind of token, one
 * hue each, darker or lighter by the reader's colour scheme; on a narrow screen the names are above
 * their texts.  The end tags that HTML lets out are left out, so that dispatches can be appended.
 */
#include <string.h>

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

static const char style[] =
	":root { color-scheme: light dark; --l: 32%; --ink: #1d2733; --dim: #5b6875; --paper: "
	"#f6f7f9; "
	"--card: #fff; --line: #dfe4ea; --warn: #9a4a00; }\n"
	"@media (prefers-color-scheme: dark) { :root { --l: 74%; --ink: #e4e9ef; --dim: #9aa7b4; "
	"--paper: #11161c; --card: #1a2129; --line: #2d3742; --warn: #ffb066; } }\n"
	"body { font: 16px/1.55 system-ui, sans-serif; color: var(--ink); background: "
	"var(--paper); "
	"margin: 0 auto; max-width: 54rem; padding: 1.5rem 1rem; }\n"
	"article { background: var(--card); border: 1px solid var(--line); border-radius: 10px; "
	"padding: 1rem 1.5rem 1rem 1rem; margin: 0 0 1.25rem; }\n"
	"h2 { font: .8125rem/1.4 ui-monospace, monospace; color: var(--dim); margin: 0 0 1rem; "
	"padding-left: .25rem; overflow-wrap: anywhere; }\n"
	"div { display: grid; grid-template-columns: 6.5rem minmax(0, 1fr); gap: 0 1rem; "
	"--c: hsl(var(--h, 0) var(--s, 0%) var(--l)); }\n"
	"b { font-weight: 400; font-size: .8125rem; line-height: 1.9; text-align: right; "
	"color: var(--c); overflow-wrap: anywhere; }\n"
	"p { margin: 0; padding: 0 0 .625rem 1rem; border-left: 3px solid var(--c); color: "
	"var(--c); "
	"white-space: pre-wrap; overflow-wrap: anywhere; }\n"
	/* Copy is what the eye should read: its name is shown once for a run of paragraphs. */
	".paragraph p { color: var(--ink); border-color: var(--line); }\n"
	".paragraph b { color: var(--dim); }\n.paragraph + .paragraph b { visibility: hidden; }\n"
	".headline p { font-size: 1.375rem; font-weight: 700; line-height: 1.3; }\n"
	".headline b { line-height: 2.2; }\n"
	".subheadline p, .crosshead p { font-weight: 700; }\n"
	".table p, .frame p { font: .8125rem/1.5 ui-monospace, monospace; white-space: pre; "
	"overflow-x: auto; }\n"
	".frame, .page, .rule, .unparsed { --c: var(--dim); }\n"
	".page p { font-size: .8125rem; white-space: pre-line; max-height: 8.5em; "
	"overflow-y: auto; border-left-style: dotted; margin-bottom: .625rem; "
	"padding-bottom: 0; }\n.page b { line-height: 1.5; }\n"
	"footer { display: flex; flex-wrap: wrap; gap: .5rem 1.75rem; margin: .75rem 0 0 .25rem; "
	"padding-top: .75rem; border-top: 1px solid var(--line); }\n"
	"footer div { display: block; --c: var(--dim); }\nfooter b { line-height: 1.4; }\n"
	"footer p { padding: 0; border: 0; font-size: .9375rem; color: var(--ink); }\n"
	"footer .warnings { flex-basis: 100%; }\n"
	"footer .warnings p, footer .warnings b { color: var(--warn); }\n"
	"@media (max-width: 40rem) { body { padding: .75rem .5rem; } article { padding: .875rem; } "
	"div { display: block; } b { display: block; text-align: left; line-height: 1.5; "
	"padding-left: .75rem; border-left: 3px solid var(--c); } "
	".headline b { line-height: 1.5; } p { padding-left: .75rem; } h2 { padding: 0; } "
	".paragraph b { border-color: var(--line); } .page b { border-left-style: dotted; } "
	".paragraph + .paragraph b { display: none; } "
	"footer { margin-left: 0; gap: .5rem 1.25rem; } footer b { border: 0; padding: 0; } }\n";

void tx_emit_html_start(struct tx_buffer *out)
{
	tx_buffer_lit(out,
		      "<!DOCTYPE html>\n<html><head><meta charset=\"utf-8\">\n"
		      "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
		      "<title>telex</title>\n<style>\n");
	tx_buffer_slice(out, tx_slice(style, sizeof style - 1));
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
		else if (c == '\r') {
			if (i + 1 == text.len || text.ptr[i + 1] != '\n')
				tx_buffer_byte(out, '\n');
		} else if ((c < ' ' && c != '\n' && c != '\t') || c == 0x7f)
			/* The pictures of control characters, U+2400 and on. */
			tx_buffer_printf(out, "\xe2\x90%c", c == 0x7f ? 0xa1 : 0x80 + c);
		else
			tx_buffer_byte(out, text.ptr[i]);
	}
}

/* Without the blank lines before it and the line ends after it. */
static telex_slice trimmed(telex_slice text)
{
	size_t start = 0;

	for (size_t i = 0; i < text.len && memchr(" \t\r\n", text.ptr[i], 4) != NULL; i++)
		if (text.ptr[i] == '\n' || text.ptr[i] == '\r' || i + 1 == text.len)
			start = i + 1;
	text = tx_slice_skip(text, start);
	while (text.len > 0 && (text.ptr[text.len - 1] == '\n' || text.ptr[text.len - 1] == '\r'))
		text.len--;
	return text;
}

static void put(struct tx_buffer *out, const char *kind, const char *name, telex_slice text)
{
	text = trimmed(text);
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
	tx_buffer_lit(out, "<footer>\n");
	for (size_t i = 0; i < TX_COUNT(facts); i++)
		put(out, facts[i].name, facts[i].name, value_at(&value, object, facts[i].path));
	tx_buffer_lit(out, "</footer></article>\n");
	out->failed |= value.failed;
	tx_buffer_done(&value);
}
