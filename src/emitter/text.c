/* The dispatch as plain text: headline, byline, then the dateline with the first paragraph, the
 * other paragraphs, crossheads and tables where they are among them, a blank line between two. */
#include "emitter/text.h"

struct text {
	struct tx_buffer *out;
	bool has_some;
};

static void put(struct text *text, telex_slice block)
{
	if (block.len == 0)
		return;
	if (text->has_some)
		tx_buffer_lit(text->out, "\n\n");
	text->has_some = true;
	tx_buffer_slice(text->out, block);
}

static void put_placed(struct text *text, const struct tx_placed *items, size_t count,
		       size_t before)
{
	for (size_t i = 0; i < count; i++) {
		if (items[i].before == before)
			put(text, items[i].text.text);
	}
}

void tx_emit_text(struct tx_buffer *out, const struct tx_record *record)
{
	struct text text = {.out = out, .has_some = false};
	telex_slice dateline = record->dateline.text.text;

	put(&text, record->headline.text);
	put(&text, record->subheadline.text);
	put(&text, record->byline.text);
	for (size_t i = 0; i <= record->body_count; i++) {
		put_placed(&text, record->crossheads, record->crosshead_count, i);
		put_placed(&text, record->tables, record->table_count, i);
		if (i == 0)
			put(&text, dateline);
		if (i == record->body_count)
			break;
		if (i == 0 && dateline.len > 0) {
			tx_buffer_byte(out, ' ');
			tx_buffer_slice(out, record->body[i].text);
		} else {
			put(&text, record->body[i].text);
		}
	}
	/* Two blank lines after it part it from the next one. */
	tx_buffer_lit(out, "\n\n\n");
}
