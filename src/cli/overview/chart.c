/* Bars and heat maps, as HTML and SVG.  The cells of one shade are one path, so that thirty years of
 * days are not thirty thousand elements. */
#include "cli/overview/page.h"

#include <stdio.h>
#include <stdlib.h>

#include "core/calendar.h"
#include "core/scan.h"
#include "core/utf8.h"

#define SHADES     5
#define CELL       13 /* from one cell to the next */
#define YEARS_DAYS 25 /* more years are shown by months */
#define LEFT       34 /* of the first column of cells */
#define TOP        16

void page_text(struct tx_buffer *out, telex_slice text)
{
	uint32_t c;

	for (size_t at = 0; at < text.len;) {
		telex_slice rest = tx_slice_skip(text, at);
		size_t len = tx_utf8_decode(rest, &c);
		if (c == '<')
			tx_buffer_lit(out, "&lt;");
		else if (c == '>')
			tx_buffer_lit(out, "&gt;");
		else if (c == '&')
			tx_buffer_lit(out, "&amp;");
		else if (c == '"')
			tx_buffer_lit(out, "&quot;");
		else if (c < ' ' || c == 0x7f || c == 0xfffd)
			tx_buffer_lit(out, "\xef\xbf\xbd");
		else
			tx_buffer_append(out, rest.ptr, len);
		at += len == 0 ? 1 : len;
	}
}

void page_number(struct tx_buffer *out, uint64_t number)
{
	char digits[32];
	size_t at = sizeof(digits), count = 0;

	do {
		if (count > 0 && count % 3 == 0)
			digits[--at] = ',';
		digits[--at] = (char)('0' + number % 10);
		count++;
	} while ((number /= 10) > 0);
	tx_buffer_append(out, digits + at, sizeof(digits) - at);
}

void page_share(struct tx_buffer *out, uint64_t part, uint64_t whole)
{
	/* All is all, and what is there is not nothing, whatever is lost in rounding. */
	double percent = whole == 0 ? 0 : 100.0 * (double)part / (double)whole;

	if (part == 0 || part == whole)
		tx_buffer_printf(out, "%d%%", part == 0 ? 0 : 100);
	else if (percent < 0.1 || percent > 99.9)
		tx_buffer_printf(out, percent < 0.1 ? "&lt;0.1%%" : "&gt;99.9%%");
	else
		tx_buffer_printf(out, "%.1f%%", percent);
}

static void put_bar(struct tx_buffer *out, telex_slice label, uint64_t count, uint64_t most,
		    uint64_t records)
{
	double width = most == 0 ? 0 : 100.0 * (double)count / (double)most;

	tx_buffer_lit(out, "<tr><th scope=\"row\">");
	page_text(out, label);
	if (count <= most)
		tx_buffer_printf(out, "<td class=\"bar\"><i style=\"width:%.1f%%\"></i><td>",
				 width);
	else
		tx_buffer_lit(out, "<td><td>");
	page_number(out, count);
	tx_buffer_lit(out, "<td class=\"dim\">");
	page_share(out, count, records);
	tx_buffer_byte(out, '\n');
}

void page_bars(struct tx_buffer *out, const struct tally *tally, uint64_t records, size_t most)
{
	size_t count;
	size_t *top = tally_top(tally, most, &count);
	uint64_t left = tally->total;

	if (count == 0) {
		tx_buffer_lit(out, "<p class=\"dim\">None is known.\n");
		free(top);
		return;
	}
	tx_buffer_lit(out, "<table class=\"bars\">\n");
	for (size_t i = 0; i < count; i++) {
		const struct tally_name *name = &tally->names[top[i]];
		put_bar(out, tx_slice(name->text, name->len), tally->counts[top[i]],
			tally->counts[top[0]], records);
		left -= tally->counts[top[i]];
	}
	if (left > 0)
		put_bar(out, TX_LIT("all others"), left, 0, records);
	tx_buffer_lit(out, "</table>\n");
	free(top);
}

/* 0 for nothing, else a shade from 1 on: each step is as much more again. */
static unsigned shade_of(uint64_t count, uint64_t most)
{
	unsigned shade = 1;

	if (count == 0)
		return 0;
	for (double step = (double)most; shade < SHADES; shade++) {
		step /= 2;
		if ((double)count > step)
			break;
	}
	return SHADES + 1 - shade;
}

/* The cells of a map that have one shade. */
struct grid {
	const uint64_t *counts; /* row by row */
	size_t rows, columns;
	uint64_t most;
};

/* The column and the row of a cell are its place; cells that are not of the map have UINT64_MAX. */
static void put_cells(struct tx_buffer *out, const struct grid *grid, unsigned left, unsigned top)
{
	for (unsigned shade = 0; shade <= SHADES; shade++) {
		bool any = false;
		for (size_t i = 0; i < grid->rows * grid->columns; i++) {
			if (grid->counts[i] == UINT64_MAX ||
			    shade_of(grid->counts[i], grid->most) != shade)
				continue;
			if (!any)
				tx_buffer_printf(out, "<path class=\"s%u\" d=\"", shade);
			any = true;
			tx_buffer_printf(out, "M%zu %zuh11v11h-11z",
					 left + CELL * (i % grid->columns),
					 top + CELL * (i / grid->columns));
		}
		if (any)
			tx_buffer_lit(out, "\"/>");
	}
	tx_buffer_byte(out, '\n');
}

static void put_label(struct tx_buffer *out, size_t x, size_t y, const char *text)
{
	tx_buffer_printf(out, "<text x=\"%zu\" y=\"%zu\">%s</text>", x, y, text);
}

static const char *const months[12] = {"Jan", "Feb", "Mar", "Apr", "May", "Jun",
				       "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
static const char *const weekdays[7] = {"Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"};

static void begin_map(struct tx_buffer *out, size_t columns, size_t rows, const char *title)
{
	size_t width = LEFT + CELL * columns;

	tx_buffer_printf(out,
			 "<svg class=\"heat\" viewBox=\"0 0 %zu %zu\" style=\"max-width:%zupx\" "
			 "role=\"img\" aria-label=\"%s\">\n",
			 width, TOP + CELL * rows, width, title);
}

static void put_legend(struct tx_buffer *out, uint64_t most)
{
	tx_buffer_lit(out, "<p class=\"legend dim\">none ");
	for (unsigned shade = 0; shade <= SHADES; shade++)
		tx_buffer_printf(out,
				 "<svg viewBox=\"0 0 11 11\"><path class=\"s%u\" "
				 "d=\"M0 0h11v11h-11z\"/></svg>",
				 shade);
	tx_buffer_byte(out, ' ');
	page_number(out, most);
	tx_buffer_byte(out, '\n');
}

#define WEEKS 54

/* A year: a column a week, a row a weekday. */
static void put_year(struct tx_buffer *out, const uint32_t *days, int year, uint64_t most)
{
	uint64_t counts[7 * WEEKS], sum = 0;
	struct tx_date first = {(int16_t)year, 1, 1};
	size_t offset = tx_date_weekday(first) - 1;
	size_t length = (size_t)(tx_date_days((struct tx_date){(int16_t)(year + 1), 1, 1}) -
				 tx_date_days(first));
	char title[48];

	for (size_t i = 0; i < TX_COUNT(counts); i++)
		counts[i] = UINT64_MAX;
	for (size_t day = 0; day < length; day++) {
		size_t at = day + offset;
		counts[at % 7 * WEEKS + at / 7] = days[day];
		sum += days[day];
	}
	tx_buffer_printf(out, "<div class=\"year\"><h3>%d <span class=\"dim\">", year);
	page_number(out, sum);
	tx_buffer_lit(out, "</span></h3>\n");
	snprintf(title, sizeof(title), "dispatches of each day of %d", year);
	begin_map(out, WEEKS, 7, title);
	for (unsigned month = 0; month < 12; month++) {
		struct tx_date start = {(int16_t)year, (uint8_t)(month + 1), 1};
		size_t at = (size_t)(tx_date_days(start) - tx_date_days(first)) + offset;
		put_label(out, LEFT + CELL * ((at + 6) / 7), TOP - 5, months[month]);
	}
	for (size_t day = 0; day < 7; day += 2)
		put_label(out, 0, TOP + CELL * day + 10, weekdays[day]);
	put_cells(out, &(struct grid){counts, 7, WEEKS, most}, LEFT, TOP);
	tx_buffer_lit(out, "</svg></div>\n");
}

/* Years by months: a row a year. */
static void put_months(struct tx_buffer *out, const struct overview *overview, size_t from,
		       size_t to)
{
	size_t rows = to - from + 1;
	uint64_t *counts = calloc(rows * 12, sizeof(*counts)), most = 0;

	for (size_t i = 0; counts != NULL && i < rows; i++) {
		struct tx_date first = {(int16_t)(OVERVIEW_YEAR_MIN + from + i), 1, 1};
		const struct overview_year *year = overview->years[from + i];
		for (size_t day = 0; year != NULL && day < TX_COUNT(year->days); day++) {
			struct tx_date date = tx_date_of_days(tx_date_days(first) + (int32_t)day);
			counts[i * 12 + date.month - 1U] += year->days[day];
		}
	}
	for (size_t i = 0; counts != NULL && i < rows * 12; i++)
		most = counts[i] > most ? counts[i] : most;
	begin_map(out, 12, rows, "dispatches of each month");
	for (size_t month = 0; month < 12; month += 3)
		put_label(out, LEFT + CELL * month, TOP - 5, months[month]);
	for (size_t i = 0; i<rows; i += rows> 60 ? 10 : 1)
		tx_buffer_printf(out, "<text x=\"0\" y=\"%zu\">%zu</text>", TOP + CELL * i + 10,
				 OVERVIEW_YEAR_MIN + from + i);
	if (counts != NULL)
		put_cells(out, &(struct grid){counts, rows, 12, most}, LEFT, TOP);
	tx_buffer_lit(out, "</svg>\n");
	put_legend(out, most);
	free(counts);
}

void page_days(struct tx_buffer *out, const struct overview *overview)
{
	size_t first = OVERVIEW_YEARS, last = 0, count = 0;
	uint64_t most = 0;

	for (size_t i = 0; i < OVERVIEW_YEARS; i++) {
		if (overview->years[i] == NULL)
			continue;
		first = first == OVERVIEW_YEARS ? i : first;
		last = i;
		count++;
		for (size_t day = 0; day < TX_COUNT(overview->years[i]->days); day++) {
			uint64_t here = overview->years[i]->days[day];
			most = here > most ? here : most;
		}
	}
	if (count == 0) {
		tx_buffer_lit(out, "<p class=\"dim\">No day is known.\n");
		return;
	}
	if (count > YEARS_DAYS) {
		put_months(out, overview, first, last);
		return;
	}
	for (size_t i = first; i <= last; i++) {
		if (overview->years[i] != NULL)
			put_year(out, overview->years[i]->days, (int)(OVERVIEW_YEAR_MIN + i), most);
	}
	put_legend(out, most);
}

void page_hours(struct tx_buffer *out, const struct overview *overview)
{
	uint64_t most = 0;

	for (size_t i = 0; i < (size_t)7 * 24; i++) {
		uint64_t here = overview->hours[i / 24][i % 24];
		most = here > most ? here : most;
	}
	if (most == 0) {
		tx_buffer_lit(out, "<p class=\"dim\">No hour is known.\n");
		return;
	}
	begin_map(out, 24, 7, "dispatches by weekday and hour");
	for (size_t hour = 0; hour < 24; hour += 6)
		tx_buffer_printf(out, "<text x=\"%zu\" y=\"%d\">%02zu:00</text>",
				 LEFT + CELL * hour, TOP - 5, hour);
	for (size_t day = 0; day < 7; day++)
		put_label(out, 0, TOP + CELL * day + 10, weekdays[day]);
	put_cells(out, &(struct grid){overview->hours[0], 7, 24, most}, LEFT, TOP);
	tx_buffer_lit(out, "</svg>\n");
	put_legend(out, most);
}
