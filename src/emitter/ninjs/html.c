/* The copy of a record as HTML, for the main body of ninjs: p, h2 for crossheads, pre for tables,
 * which keep their lines and columns.  It is inside a JSON string. */
#include "emitter/ninjs/ninjs.h"

#include "core/ascii.h"
#include "emitter/json.h"

static telex_slice reference_of(char c)
{
	switch (c) {
	case '&':
		return TX_LIT("&amp;");
	case '<':
		return TX_LIT("&lt;");
	default:
		return TX_LIT("&gt;");
	}
}

static void add_text(struct tx_buffer *out, telex_slice text)
{
	size_t start = 0;

	for (size_t i = 0; i < text.len; i++) {
		if (text.ptr[i] != '&' && text.ptr[i] != '<' && text.ptr[i] != '>')
			continue;
		tx_json_inside(out, tx_slice(text.ptr + start, i - start));
		tx_buffer_slice(out, reference_of(text.ptr[i]));
		start = i + 1;
	}
	tx_json_inside(out, tx_slice_skip(text, start));
}

static void add_element(struct tx_buffer *out, const char *name, telex_slice text)
{
	telex_slice tag = tx_slice_of(name);

	tx_buffer_byte(out, '<');
	tx_buffer_slice(out, tag);
	tx_buffer_byte(out, '>');
	add_text(out, text);
	tx_buffer_lit(out, "</");
	tx_buffer_slice(out, tag);
	tx_buffer_byte(out, '>');
}

/* Those that stand before this paragraph; `*at` is the next one. */
static void add_placed(struct tx_buffer *out, const char *name, const struct tx_placed *items,
		       size_t count, size_t before, size_t *at)
{
	for (; *at < count && items[*at].before <= before; (*at)++)
		add_element(out, name, items[*at].text.text);
}

void tx_ninjs_html(struct tx_buffer *out, const struct tx_record *record)
{
	size_t crosshead = 0, table = 0;

	for (size_t i = 0; i <= record->body_count; i++) {
		add_placed(out, "h2", record->crossheads, record->crosshead_count, i, &crosshead);
		add_placed(out, "pre", record->tables, record->table_count, i, &table);
		if (i < record->body_count)
			add_element(out, "p", record->body[i].text);
	}
}
