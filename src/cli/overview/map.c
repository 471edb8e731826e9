/* The map of places: equirectangular, two units a degree.  The land is drawn by all places that telex
 * knows, a dot for each cell of the grid that has one; so the map needs no data of its own. */
#include "cli/overview/page.h"

#include <math.h>
#include <stdlib.h>

#include "normalizer/places/place_table.h"

#define CELLS_A_DEGREE 1
#define COLUMNS        (360 * CELLS_A_DEGREE)
#define ROWS           (180 * CELLS_A_DEGREE)
#define NORTH          80 /* degrees that are shown */
#define SOUTH          (-58)
#define DOTS_MAX       1500
#define RADIUS_MAX     9.0
#define RADIUS_MIN     1.6

static double x_of(double longitude)
{
	return (longitude + 180) * 2;
}

static double y_of(double latitude)
{
	return (NORTH - latitude) * 2;
}

static void put_land(struct tx_buffer *out)
{
	static const int step = 100000 / CELLS_A_DEGREE; /* 1e-5 degrees */
	unsigned char *cells = calloc((size_t)COLUMNS * ROWS, 1);
	struct tx_place_record record;

	for (uint32_t i = 0; cells != NULL && i < tx_place_record_count(); i++) {
		tx_place_read_record(i, &record);
		int column = (record.longitude + 180 * 100000) / step;
		int row = (90 * 100000 - record.latitude) / step;
		if (column >= 0 && column < COLUMNS && row >= 0 && row < ROWS)
			cells[row * COLUMNS + column] = 1;
	}
	tx_buffer_lit(out, "<path class=\"land\" d=\"");
	for (int row = 90 - NORTH; cells != NULL && row < 90 - SOUTH; row++) {
		for (int column = 0; column < COLUMNS; column++) {
			int start = column;
			while (column < COLUMNS && cells[row * COLUMNS + column] != 0)
				column++;
			if (column > start)
				tx_buffer_printf(out, "M%d %dh%dv2h-%dz", start * 2,
						 (row - 90 + NORTH) * 2, (column - start) * 2,
						 (column - start) * 2);
		}
	}
	tx_buffer_lit(out, "\"/>\n");
	free(cells);
}

/* Meridians and parallels, thirty degrees apart. */
static void put_graticule(struct tx_buffer *out)
{
	tx_buffer_lit(out, "<path class=\"grid\" d=\"");
	for (int longitude = -150; longitude < 180; longitude += 30)
		tx_buffer_printf(out, "M%d 0v%d", (longitude + 180) * 2, (NORTH - SOUTH) * 2);
	for (int latitude = -30; latitude <= 60; latitude += 30)
		tx_buffer_printf(out, "M0 %dh720", (NORTH - latitude) * 2);
	tx_buffer_lit(out, "\"/>\n");
}

void page_map(struct tx_buffer *out, const struct tally *places)
{
	size_t count;
	size_t *top = tally_top(places, DOTS_MAX, &count);

	tx_buffer_printf(out,
			 "<svg class=\"map\" viewBox=\"0 0 720 %d\" role=\"img\" "
			 "aria-label=\"the places of the datelines\">\n",
			 (NORTH - SOUTH) * 2);
	put_land(out);
	put_graticule(out);
	/* The largest first, so that it hides no other. */
	for (size_t i = 0; i < count; i++) {
		const struct tally_name *name = &places->names[top[i]];
		double share = (double)places->counts[top[i]] / (double)places->counts[top[0]];
		/* Areas are as counts. */
		double radius = RADIUS_MAX * sqrt(share);
		tx_buffer_printf(out, "<circle cx=\"%.1f\" cy=\"%.1f\" r=\"%.1f\"><title>",
				 x_of((double)name->longitude), y_of((double)name->latitude),
				 radius < RADIUS_MIN ? RADIUS_MIN : radius);
		page_text(out, tx_slice(name->text, name->len));
		tx_buffer_lit(out, ": ");
		page_number(out, places->counts[top[i]]);
		tx_buffer_lit(out, "</title></circle>\n");
	}
	tx_buffer_lit(out, "</svg>\n");
	free(top);
}
