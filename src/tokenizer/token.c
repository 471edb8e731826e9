/* Names of the kinds of tokens, as outputs show them. */
#include "tokenizer/token.h"

static const char *const names[TX_TOK__COUNT] = {
	[TX_TOK_BLANK] = "blank",
	[TX_TOK_FRAME] = "frame",
	[TX_TOK_SLUG] = "slug",
	[TX_TOK_HEADLINE] = "headline",
	[TX_TOK_SUBHEADLINE] = "subheadline",
	[TX_TOK_BYLINE] = "byline",
	[TX_TOK_ROLE] = "role",
	[TX_TOK_DATELINE] = "dateline",
	[TX_TOK_PARAGRAPH] = "paragraph",
	[TX_TOK_CROSSHEAD] = "crosshead",
	[TX_TOK_TABLE] = "table",
	[TX_TOK_RULE] = "rule",
	[TX_TOK_NOTE] = "note",
	[TX_TOK_END_MARK] = "end_mark",
	[TX_TOK_MORE] = "more",
	[TX_TOK_SIGNOFF] = "signoff",
	[TX_TOK_STAMP] = "stamp",
	[TX_TOK_CREDIT] = "credit",
	[TX_TOK_PAGE] = "page",
	[TX_TOK_UNPARSED] = "unparsed",
};

const char *tx_token_kind_name(enum tx_token_kind kind)
{
	return kind < TX_TOK__COUNT ? names[kind] : NULL;
}
