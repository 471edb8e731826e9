/* When the line of progress is drawn, and where. */
#include "cli/report/progress.h"

#include <stdlib.h>
#include <unistd.h>

#include "cli/report/format_units.h"
#include "cli/report/terminal.h"

#define SECOND        UINT64_C(1000000000)
#define INTERVAL      (SECOND / 10)
#define WIDTH_DEFAULT 80
#define ERASE_LINE    "\r\033[K"

/* Records on the same terminal would run into the line. */
static bool is_wanted(const struct options *options)
{
	const char *term = getenv("TERM");

	if (options->progress != WHEN_AUTO)
		return options->progress == WHEN_ALWAYS;
	return !options->quiet && isatty(STDERR_FILENO) &&
	       (options->output_path != NULL || !isatty(STDOUT_FILENO)) && term != NULL &&
	       strcmp(term, "dumb") != 0;
}

static void send(const struct tx_buffer *out)
{
	/* What is lost of it is drawn again. */
	if (out->len > 0 && write(STDERR_FILENO, out->data, out->len) < 0)
		return;
}

void progress_start(struct progress *progress, const struct options *options)
{
	uint64_t now = clock_now();

	*progress = (struct progress){.on = is_wanted(options),
				      .with_color = !terminal_is_set("NO_COLOR"),
				      .started = now,
				      .due = now};
	if (options->progress == WHEN_AUTO)
		progress->due += SECOND;
}

void progress_tick(struct progress *progress, uint64_t files_done, uint64_t files_known,
		   uint64_t bytes_done, uint64_t bytes_known)
{
	const struct progress_state state = {files_done, files_known, bytes_done, bytes_known};
	struct tx_buffer out = {0};
	uint64_t now;

	if (!progress->on || (now = clock_now()) < progress->due)
		return;
	progress->due = now + INTERVAL;
	progress->is_drawn = true;
	tx_buffer_lit(&out, ERASE_LINE);
	progress_line(&out, &state, now - progress->started,
		      terminal_columns(STDERR_FILENO, WIDTH_DEFAULT), progress->with_color);
	send(&out);
	tx_buffer_done(&out);
}

void progress_hide(struct progress *progress)
{
	struct tx_buffer out = {0};

	if (!progress->is_drawn)
		return;
	progress->is_drawn = false;
	tx_buffer_lit(&out, ERASE_LINE);
	send(&out);
	tx_buffer_done(&out);
}
