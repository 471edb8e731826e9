/* Dates and buttons that a page prints below its story, where no end mark parts the two: "3 de junio
 * de 2024", "Compartir".  The last line of a wrapped sentence may be such words too: a line of a
 * page has no stop, and is no line of a paragraph.  And what kind of note a paragraph there is.  Left
 * out: titles of other stories. */
#include "tokenizer/foot/foot_page.h"

#include "tokenizer/foot/copyright.h"
#include "tokenizer/foot/foot.h"
#include "tokenizer/foot/tail.h"
#include "tokenizer/lines/notes.h"
#include "tokenizer/lines/web_date.h"
#include "tokenizer/words/portal_words.h"

#define SHORT_MAX 40 /* bytes of a line above it that is no filled one */

static bool is_apart(const struct tx_scan *scan, size_t line)
{
	if (line <= scan->body_line)
		return false;
	telex_slice s = tx_foot_text(scan, line), above = tx_foot_text(scan, line - 1);
	return s.len > 0 && s.ptr[s.len - 1] != '.' &&
	       (above.len <= SHORT_MAX || tx_starts_paragraph(scan, line));
}

enum tx_token_kind tx_foot_page_line(const struct tx_scan *scan, size_t line,
				     enum tx_note_kind *ret_note)
{
	struct tx_web_date date;
	telex_slice s = tx_foot_text(scan, line);

	*ret_note = TX_NOTE_NONE;
	if (!is_apart(scan, line))
		return TX_TOK_PARAGRAPH;
	if (tx_portal_words(s) == TX_PORTAL_BUTTON)
		return TX_TOK_UNPARSED;
	if (!tx_web_date_read(s, &date))
		return TX_TOK_PARAGRAPH;
	*ret_note = date.updates ? TX_NOTE_UPDATE : TX_NOTE_ADVISORY;
	return TX_TOK_NOTE;
}

enum tx_note_kind tx_foot_note_kind(struct tx_scan *scan, telex_slice s)
{
	size_t len = 0;
	const struct tx_profile *profile = tx_sign_at(s, TX_SIGN_FOOTER, &len);
	enum tx_note_kind kind = tx_note_of(s, TX_NOTE_IN_FOOT);

	if (kind == TX_NOTE_NONE && profile != NULL)
		kind = TX_NOTE_CREDIT;
	if (kind == TX_NOTE_NONE)
		kind = tx_tail_of(s);
	bool notice = (kind == TX_NOTE_NONE || kind == TX_NOTE_CREDIT) && tx_copyright_opens(s);
	if (notice && profile == NULL)
		profile = tx_copyright_owner(s, &len);
	tx_claim(&scan->claims, profile, TX_CLAIM_FAIR, len);
	return notice ? TX_NOTE_CREDIT : kind;
}
