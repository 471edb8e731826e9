/* Rows of a page: margin, bar, wrapped text, attributes by ECMA-48 SGR.  An attribute never reaches
 * over the end of a row, so that a pager may begin anywhere. */

#include "emitter/page.h"

#include "core/utf8.h"
#include "emitter/width.h"

#define MARGIN_COLUMNS 12
#define BAR_COLUMNS    3
#define TAB_COLUMNS    8

#define FAINT "38;5;240"

static const char padding[] = "                ";

void tx_page_start(struct tx_page *page, struct tx_buffer *out, bool color, unsigned columns)
{
	columns = columns == 0                    ? TX_PAGE_COLUMNS
		  : columns < TX_PAGE_COLUMNS_MIN ? TX_PAGE_COLUMNS_MIN
		  : columns > TX_PAGE_COLUMNS_MAX ? TX_PAGE_COLUMNS_MAX
						  : columns;
	*page = (struct tx_page){.out = out,
				 .color = color,
				 .columns = columns,
				 .text_columns = columns - MARGIN_COLUMNS - BAR_COLUMNS,
				 .label = ""};
}

static void set_attributes(struct tx_page *page, const char *attributes)
{
	if (!page->color || attributes[0] == '\0')
		return;
	tx_buffer_lit(page->out, "\033[");
	tx_buffer_slice(page->out, tx_slice_of(attributes));
	tx_buffer_byte(page->out, 'm');
}

static void reset_attributes(struct tx_page *page, const char *attributes)
{
	if (page->color && attributes[0] != '\0')
		tx_buffer_lit(page->out, "\033[0m");
}

static void put_attributed(struct tx_page *page, const char *attributes, telex_slice text)
{
	set_attributes(page, attributes);
	tx_buffer_slice(page->out, text);
	reset_attributes(page, attributes);
}

static void put_bar(struct tx_page *page)
{
	if (page->color)
		put_attributed(page, FAINT, TX_LIT("│"));
	else
		tx_buffer_byte(page->out, '|');
}

static void put_margin(struct tx_page *page, const char *attributes)
{
	telex_slice label = tx_slice_of(page->label);
	size_t pad = label.len < MARGIN_COLUMNS ? MARGIN_COLUMNS - label.len : 0;

	tx_buffer_append(page->out, padding, pad);
	if (label.len > 0)
		put_attributed(page, attributes, label);
	tx_buffer_byte(page->out, ' ');
	put_bar(page);
	page->label = "";
}

static void open_row(struct tx_page *page)
{
	put_margin(page, page->style->label);
	tx_buffer_byte(page->out, ' ');
	set_attributes(page, page->style->text);
	page->row_open = true;
	page->column = 0;
}

static void close_row(struct tx_page *page)
{
	if (!page->row_open)
		return;
	reset_attributes(page, page->style->text);
	tx_buffer_byte(page->out, '\n');
	page->row_open = false;
}

/** Take the first character off `text`, write it so that no terminal obeys it. */
static void put_char(struct tx_page *page, telex_slice *text)
{
	uint32_t c;
	size_t len = tx_utf8_decode(*text, &c);

	if (c < 0x20 || c == 0x7F) {
		char caret[2] = {'^', (char)(c ^ 0x40)};

		tx_buffer_append(page->out, caret, sizeof caret);
	} else if (c >= 0x80 && c < 0xA0) {
		tx_buffer_lit(page->out, "\xEF\xBF\xBD");
	} else {
		tx_buffer_append(page->out, text->ptr, len);
	}
	page->column += tx_char_width(c);
	*text = tx_slice_skip(*text, len);
}

static size_t first_width(telex_slice text)
{
	uint32_t c;

	tx_utf8_decode(text, &c);
	return tx_char_width(c);
}

static size_t text_width(telex_slice text)
{
	size_t width = 0;

	while (text.len > 0) {
		uint32_t c;

		text = tx_slice_skip(text, tx_utf8_decode(text, &c));
		width += tx_char_width(c);
	}
	return width;
}

/** Put a word in the open row, or in as many new ones as it needs. */
static void put_word(struct tx_page *page, telex_slice word)
{
	if (page->row_open && page->column + 1 + text_width(word) > page->text_columns)
		close_row(page);
	if (page->row_open) {
		tx_buffer_byte(page->out, ' ');
		page->column++;
	} else {
		open_row(page);
	}
	while (word.len > 0) {
		if (page->column + first_width(word) > page->text_columns) {
			close_row(page);
			open_row(page);
		}
		put_char(page, &word);
	}
}

static bool is_blank(char c)
{
	return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

void tx_page_words(struct tx_page *page, const char *label, const struct tx_page_style *style,
		   telex_slice text)
{
	page->label = label;
	page->style = style;
	for (size_t at = 0; at < text.len && !page->out->failed;) {
		size_t start = at;

		while (at < text.len && !is_blank(text.ptr[at]))
			at++;
		if (at > start)
			put_word(page, tx_slice(text.ptr + start, at - start));
		else
			at++;
	}
	close_row(page);
	page->label = "";
}

static void put_tab(struct tx_page *page)
{
	size_t count = TAB_COLUMNS - page->column % TAB_COLUMNS;

	tx_buffer_append(page->out, padding, count);
	page->column += count;
}

static void put_line(struct tx_page *page, telex_slice line)
{
	if (line.len == 0) {
		tx_page_blank(page, 1);
		return;
	}
	open_row(page);
	while (line.len > 0 && !page->out->failed) {
		if (line.ptr[0] == '\t') {
			put_tab(page);
			line = tx_slice_skip(line, 1);
		} else {
			put_char(page, &line);
		}
	}
	close_row(page);
}

void tx_page_lines(struct tx_page *page, const char *label, const struct tx_page_style *style,
		   telex_slice text)
{
	page->label = label;
	page->style = style;
	for (size_t start = 0; start < text.len && !page->out->failed;) {
		size_t end = start;

		while (end < text.len && text.ptr[end] != '\n' && text.ptr[end] != '\r')
			end++;
		put_line(page, tx_slice(text.ptr + start, end - start));
		start = end + 1;
		if (start < text.len && text.ptr[end] == '\r' && text.ptr[start] == '\n')
			start++;
	}
}

void tx_page_blank(struct tx_page *page, size_t count)
{
	for (; count > 0 && !page->out->failed; count--) {
		put_margin(page, page->style == NULL ? "" : page->style->label);
		tx_buffer_byte(page->out, '\n');
	}
}

void tx_page_rule(struct tx_page *page)
{
	telex_slice line = page->color ? TX_LIT("─") : TX_LIT("-");
	telex_slice cross = page->color ? TX_LIT("┼") : TX_LIT("+");

	set_attributes(page, FAINT);
	for (size_t column = 0; column < page->columns; column++)
		tx_buffer_slice(page->out, column == MARGIN_COLUMNS + 1 ? cross : line);
	reset_attributes(page, FAINT);
	tx_buffer_byte(page->out, '\n');
}
