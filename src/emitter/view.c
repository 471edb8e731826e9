/* The dispatch as a person reads it: every token with its field in the margin, then the standard
 * values in short. Colours are of the 256-colour palette, middle tones that can be read on light
 * and on dark. */

#include "emitter/emitter.h"

#include "emitter/page.h"
#include "emitter/summary.h"

/** How the tokens of one kind are shown. */
struct look {
	struct tx_page_style style;
	bool as_lines; /* lines as they stand, not wrapped */
};

/* clang-format off */
static const struct look looks[TX_TOK__COUNT] = {
	[TX_TOK_BLANK]       = {{"", ""}, false},
	[TX_TOK_FRAME]       = {{"38;5;242", "38;5;242"}, true},
	[TX_TOK_SLUG]        = {{"38;5;73", "38;5;73"}, false},
	[TX_TOK_HEADLINE]    = {{"38;5;68", "1;38;5;68"}, false},
	[TX_TOK_SUBHEADLINE] = {{"38;5;67", "38;5;67"}, false},
	[TX_TOK_BYLINE]      = {{"38;5;133", "38;5;133"}, false},
	[TX_TOK_ROLE]        = {{"38;5;139", "38;5;139"}, false},
	[TX_TOK_DATELINE]    = {{"38;5;71", "38;5;71"}, false},
	[TX_TOK_PARAGRAPH]   = {{"38;5;246", ""}, false},
	[TX_TOK_CROSSHEAD]   = {{"38;5;110", "1"}, false},
	[TX_TOK_TABLE]       = {{"38;5;66", "38;5;66"}, true},
	[TX_TOK_RULE]        = {{"38;5;243", "38;5;243"}, true},
	[TX_TOK_NOTE]        = {{"38;5;172", "38;5;172"}, false},
	[TX_TOK_END_MARK]    = {{"38;5;131", "38;5;131"}, false},
	[TX_TOK_MORE]        = {{"38;5;167", "38;5;167"}, false},
	[TX_TOK_SIGNOFF]     = {{"38;5;103", "38;5;103"}, false},
	[TX_TOK_STAMP]       = {{"38;5;101", "38;5;101"}, false},
	[TX_TOK_CREDIT]      = {{"38;5;136", "38;5;136"}, false},
	[TX_TOK_PAGE]        = {{"38;5;240", "38;5;240"}, true},
	[TX_TOK_UNPARSED]    = {{"38;5;244", "38;5;244"}, false},
};
/* clang-format on */

/** Lines that end in `text`. */
static size_t count_lines(telex_slice text)
{
	size_t count = 0;

	for (size_t i = 0; i < text.len; i++)
		if (text.ptr[i] == '\n' ||
		    (text.ptr[i] == '\r' && (i + 1 == text.len || text.ptr[i + 1] != '\n')))
			count++;
	return count;
}

static bool ends_line(telex_slice text, size_t end)
{
	return end == 0 || text.ptr[end - 1] == '\n' || text.ptr[end - 1] == '\r';
}

/** Name in the margin: for a note the kind of the note. */
static const char *label_of(const struct tx_token *token)
{
	const char *note = tx_note_kind_name((enum tx_note_kind)token->note);

	if (note != NULL)
		return note;
	return tx_token_kind_name((enum tx_token_kind)token->kind);
}

static void show_blank(struct tx_page *page, const struct tx_token *token, telex_slice text)
{
	size_t lines = count_lines(
		tx_slice(text.ptr + tx_token_start(token), token->end - tx_token_start(token)));

	/* The first line end may still belong to the line of the token before. */
	if (lines > 0 && !ends_line(text, tx_token_start(token)))
		lines--;
	tx_page_blank(page, lines);
}

static void show_token(struct tx_page *page, const struct tx_token *token, telex_slice text)
{
	const struct look *look = &looks[token->kind];
	telex_slice piece =
		tx_slice(text.ptr + tx_token_start(token), token->end - tx_token_start(token));

	if (token->kind == TX_TOK_BLANK)
		show_blank(page, token, text);
	else if (look->as_lines)
		tx_page_lines(page, label_of(token), &look->style, piece);
	else
		tx_page_words(page, label_of(token), &look->style, piece);
}

void tx_emit_view(struct tx_buffer *out, const struct tx_record *record,
		  const struct tx_tokens *tokens, telex_slice text, struct tx_view_look look)
{
	struct tx_page page;

	tx_page_start(&page, out, look.color, look.columns);
	for (size_t i = 0; i < tokens->count && !out->failed; i++)
		show_token(&page, &tokens->items[i], text);
	tx_page_rule(&page);
	tx_show_summary(&page, record, text);
	tx_buffer_byte(out, '\n');
}
