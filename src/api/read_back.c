/* The text of a record that is read back, from its parts in the order of a dispatch: slug, titles,
 * notes, byline, dateline, copy, foot.  Each is a token, with its line end as a blank one; the
 * dateline is on the line of the paragraph after it.  Left out: what no text has, such as times,
 * subjects and the abstract. */
#include "api/read_back.h"

#include "core/buffer.h"

/* What is composed, or, without `text` and `tokens`, how much it is. */
struct composer {
	char *text;
	struct tx_token *tokens;
	size_t len, count;
};

static void add_token(struct composer *c, enum tx_token_kind kind, enum tx_note_kind note,
		      telex_slice text)
{
	if (text.len == 0)
		return;
	if (c->text != NULL) {
		memcpy(c->text + c->len, text.ptr, text.len);
		c->tokens[c->count] = (struct tx_token){(uint32_t)(c->len + text.len),
							(uint8_t)kind, (uint8_t)note};
	}
	c->len += text.len;
	c->count++;
}

static void add_line(struct composer *c, enum tx_token_kind kind, telex_slice text)
{
	add_token(c, kind, TX_NOTE_NONE, text);
	add_token(c, TX_TOK_BLANK, TX_NOTE_NONE, text.len > 0 ? TX_LIT("\n") : text);
}

static void add_notes(struct composer *c, const struct tx_record *record)
{
	for (size_t i = 0; i < record->note_count; i++) {
		const struct tx_note *note = &record->notes[i];
		add_token(c, TX_TOK_NOTE, note->kind, note->text.text);
		add_token(c, TX_TOK_BLANK, TX_NOTE_NONE, TX_LIT("\n"));
	}
}

/* Those that are before paragraph `before`; `*at` is the next one. */
static void add_placed(struct composer *c, enum tx_token_kind kind, const struct tx_placed *items,
		       size_t count, size_t before, size_t *at)
{
	for (; *at < count && items[*at].before <= before; (*at)++)
		add_line(c, kind, items[*at].text.text);
}

static void add_copy(struct composer *c, const struct tx_record *record)
{
	size_t crosshead = 0, table = 0;

	for (size_t i = 0; i < record->body_count; i++) {
		add_placed(c, TX_TOK_CROSSHEAD, record->crossheads, record->crosshead_count, i,
			   &crosshead);
		add_placed(c, TX_TOK_TABLE, record->tables, record->table_count, i, &table);
		add_line(c, TX_TOK_PARAGRAPH, record->body[i].text);
	}
	add_placed(c, TX_TOK_CROSSHEAD, record->crossheads, record->crosshead_count, SIZE_MAX,
		   &crosshead);
	add_placed(c, TX_TOK_TABLE, record->tables, record->table_count, SIZE_MAX, &table);
}

static void add_foot(struct composer *c, const struct tx_record *record)
{
	add_line(c, TX_TOK_END_MARK, record->end_mark.text);
	for (size_t i = 0; i < record->signoff_count; i++)
		add_line(c, TX_TOK_SIGNOFF, record->signoff[i]);
	for (size_t i = 0; i < record->unparsed_count; i++)
		add_line(c, TX_TOK_UNPARSED, record->unparsed[i].text);
}

static void compose(struct composer *c, const struct tx_record *record)
{
	telex_slice dateline = record->dateline.text.text;

	add_line(c, TX_TOK_SLUG, record->slug.text);
	add_line(c, TX_TOK_HEADLINE, record->headline.text);
	add_line(c, TX_TOK_SUBHEADLINE, record->subheadline.text);
	add_notes(c, record);
	add_line(c, TX_TOK_BYLINE, record->byline.text);
	add_line(c, TX_TOK_CREDIT, record->credit.text);
	add_token(c, TX_TOK_DATELINE, TX_NOTE_NONE, dateline);
	add_token(c, TX_TOK_BLANK, TX_NOTE_NONE, dateline.len > 0 ? TX_LIT(" ") : dateline);
	add_copy(c, record);
	add_foot(c, record);
}

bool tx_read_back(const struct tx_record *record, struct tx_arena *arena, telex_slice *ret_text,
		  struct tx_tokens *ret_tokens)
{
	struct composer c = {0};

	compose(&c, record);
	/* One that ends at 0 is before the first. */
	struct tx_token *tokens = tx_arena_calloc(arena, c.count + 1, sizeof(*tokens));
	char *text = tx_arena_alloc(arena, c.len + 1);
	if (text == NULL || tokens == NULL)
		return false;
	c = (struct composer){.text = text, .tokens = tokens + 1};
	compose(&c, record);
	*ret_text = tx_slice(text, c.len);
	*ret_tokens = (struct tx_tokens){.items = tokens + 1, .count = c.count};
	return true;
}
