/* The line of progress: what is done, how fast, a bar, the time left.  It is ASCII, and shorter
 * than the terminal is wide: the bar takes what room is left, and without room only what is
 * done stays. */
#include "cli/report/progress.h"

#include "cli/report/format_units.h"

#define BAR_LEAST 8
#define BAR_MOST  40
#define COLOR     "\033[32m"
#define COLOR_END "\033[0m"
#define SECOND    1e9

/* How much of the run is done, 0 to 1; less than 0 when that is unknown. */
static double fraction_of(const struct progress_state *state)
{
	double done = -1;

	if (state->bytes_known > 0)
		done = (double)state->bytes_done / (double)state->bytes_known;
	else if (state->files_known > 1)
		done = (double)state->files_done / (double)state->files_known;
	return done > 1 ? 1 : done;
}

/* "12/300 files, 4.0 MB, 1.2 MB/s" */
static void append_done(struct tx_buffer *out, const struct progress_state *state, uint64_t elapsed)
{
	tx_buffer_number(out, state->files_done);
	if (state->files_known > 0) {
		tx_buffer_byte(out, '/');
		tx_buffer_number(out, state->files_known);
	}
	tx_buffer_lit(out, " files, ");
	format_bytes(out, (double)state->bytes_done);
	tx_buffer_lit(out, ", ");
	format_bytes(out, bytes_per_second(state->bytes_done, elapsed));
	tx_buffer_lit(out, "/s");
}

/* " 40 % 0:07 left", or how long it has taken when the end is not known. */
static void append_time(struct tx_buffer *out, double fraction, uint64_t elapsed)
{
	double seconds = (double)elapsed / SECOND;

	tx_buffer_byte(out, ' ');
	if (fraction <= 0) {
		format_duration(out, (uint64_t)seconds);
		return;
	}
	tx_buffer_printf(out, "%3d %% ", (int)(100 * fraction));
	format_duration(out, (uint64_t)(seconds * (1 - fraction) / fraction + 0.5));
	tx_buffer_lit(out, " left");
}

static void append_bar(struct tx_buffer *out, double fraction, size_t width, bool with_color)
{
	size_t full = (size_t)(fraction * (double)width);

	tx_buffer_lit(out, " [");
	if (with_color)
		tx_buffer_lit(out, COLOR);
	for (size_t i = 0; i < full; i++)
		tx_buffer_byte(out, '#');
	if (with_color)
		tx_buffer_lit(out, COLOR_END);
	for (size_t i = full; i < width; i++)
		tx_buffer_byte(out, '.');
	tx_buffer_byte(out, ']');
}

void progress_line(struct tx_buffer *out, const struct progress_state *state, uint64_t elapsed,
		   unsigned width, bool with_color)
{
	struct tx_buffer done = {0}, time = {0};
	double fraction = fraction_of(state);
	size_t room = width > 0 ? width - 1 : 0, frame = sizeof(" []") - 1;

	append_done(&done, state, elapsed);
	append_time(&time, fraction, elapsed);
	tx_buffer_slice(out, tx_slice_take(tx_slice(done.data, done.len), room));
	room -= done.len < room ? done.len : room;
	if (fraction >= 0 && room >= time.len + frame + BAR_LEAST) {
		size_t bar = room - time.len - frame;
		append_bar(out, fraction, bar < BAR_MOST ? bar : BAR_MOST, with_color);
	}
	if (room >= time.len)
		tx_buffer_slice(out, tx_slice(time.data, time.len));
	tx_buffer_done(&done);
	tx_buffer_done(&time);
}
