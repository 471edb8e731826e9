/* The page of --report: one HTML file with its style in it, for a wide screen and a narrow one, a
 * light one and a dark one. */
#include "cli/report/format_units.h"
#include "cli/overview/page.h"

#include <string.h>

#include "core/scan.h"

static const char head[] =
	"<!DOCTYPE html>\n<html lang=\"en\"><head><meta charset=\"utf-8\">\n"
	"<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
	"<meta name=\"generator\" content=\"telex\">\n<title>telex report</title>\n<style>\n"
	":root { color-scheme: light dark; --ink: #1d2733; --dim: #5b6875; --paper: #f6f7f9; "
	"--card: #fff; --line: #dfe4ea; --bar: #3577b8; --dot: #d2481f; --land: #d9dfe6; "
	"--s0: #ebeef2; --s1: #c9dcf0; --s2: #93bde3; --s3: #5795cf; --s4: #2a69a8; "
	"--s5: #123f70; }\n"
	"@media (prefers-color-scheme: dark) { :root { --ink: #e4e9ef; --dim: #9aa7b4; "
	"--paper: #11161c; --card: #1a2129; --line: #2d3742; --bar: #5b9bd9; --dot: #ff8258; "
	"--land: #2c3742; --s0: #242d37; --s1: #203f5f; --s2: #2a5f93; --s3: #4085c4; "
	"--s4: #72aee4; --s5: #bcdcf9; } }\n"
	"* { box-sizing: border-box; }\n"
	"body { margin: 0; background: var(--paper); color: var(--ink); font: 15px/1.5 system-ui, "
	"sans-serif; }\n"
	"main { max-width: 76rem; margin: 0 auto; padding: 1.5rem 1rem 3rem; }\n"
	"h1 { font-size: 1.5rem; margin: 0 0 .25rem; } h2 { font-size: 1.05rem; margin: 0 0 "
	".75rem; } h3 { font-size: .85rem; margin: .75rem 0 .1rem; }\n"
	".dim { color: var(--dim); font-weight: 400; }\n"
	".figures { display: grid; grid-template-columns: repeat(auto-fit, minmax(8.5rem, 1fr)); "
	"gap: .75rem; margin: 1.25rem 0; padding: 0; }\n"
	".figures div, section { background: var(--card); border: 1px solid var(--line); "
	"border-radius: 8px; }\n"
	".figures div { padding: .7rem .9rem; } .figures b { display: block; font-size: 1.45rem; "
	"font-weight: 600; font-variant-numeric: tabular-nums; line-height: 1.25; }\n"
	".figures span { color: var(--dim); font-size: .85rem; }\n"
	".columns { columns: 2 24rem; column-gap: .75rem; margin-bottom: .75rem; }\n"
	"section { padding: 1rem 1.1rem; margin-bottom: .75rem; min-width: 0; overflow-x: auto; "
	"}\n.columns section { break-inside: avoid; }\n"
	"table { border-collapse: collapse; width: 100%; font-variant-numeric: tabular-nums; }\n"
	"th { font-weight: 400; text-align: left; padding: .12rem .75rem .12rem 0; "
	"overflow-wrap: anywhere; }\n"
	"td { padding: .12rem 0 .12rem .6rem; text-align: right; white-space: nowrap; }\n"
	".bars th { width: 48%; } .bars .bar { width: 30%; padding: 0; } .bar i { display: block; "
	"height: .7rem; background: var(--bar); border-radius: 2px; }\n"
	"svg { display: block; } svg text { font: 10px system-ui, sans-serif; fill: var(--dim); }\n"
	".heat { width: 100%; height: auto; } .year .heat { min-width: 46rem; }\n"
	".pair { display: flex; flex-wrap: wrap; align-items: flex-start; gap: 0 .75rem; } "
	".pair section { flex: 1 1 22rem; } .pair section:has(.year) { flex-basis: 49rem; }\n"
	".split { columns: 2 20rem; column-gap: 2rem; margin-top: .75rem; }\n"
	".s0 { fill: var(--s0); } .s1 { fill: var(--s1); } .s2 { fill: var(--s2); } .s3 { fill: "
	"var(--s3); } .s4 { fill: var(--s4); } .s5 { fill: var(--s5); }\n"
	".legend { display: flex; align-items: center; gap: 3px; font-size: .8rem; margin: .6rem 0 "
	"0; } .legend svg { width: 12px; height: 12px; }\n"
	".map { width: 100%; height: auto; min-width: 20rem; } .land { fill: var(--land); } .grid "
	"{ fill: none; stroke: var(--line); stroke-width: .5; } .map circle { fill: var(--dot); "
	"fill-opacity: .55; stroke: var(--dot); stroke-width: .6; }\n"
	".warnings td { text-align: left; white-space: normal; vertical-align: top; overflow-wrap: "
	"anywhere; } .warnings th { vertical-align: top; white-space: nowrap; } .warnings td.n { "
	"text-align: right; white-space: nowrap; padding-right: .6rem; }\n"
	".warnings tr + tr > * { border-top: 1px solid var(--line); } .warnings ul { margin: 0; "
	"padding: 0; list-style: none; font-size: .85rem; }\n"
	"a { color: var(--bar); text-decoration: none; } a:hover { text-decoration: underline; }\n"
	"footer { color: var(--dim); font-size: .85rem; margin-top: 1rem; }\n"
	"@media (max-width: 40rem) { main { padding: 1rem .6rem 2rem; } .warnings th { "
	"white-space: "
	"normal; } .warnings tr { display: block; padding: .4rem 0; } .warnings tr > * { display: "
	"block; border: 0 !important; padding: 0; } .warnings td.n { text-align: left; } .warnings "
	"tr + tr { border-top: 1px solid var(--line); } }\n"
	"</style></head>\n<body><main>\n";

bool overview_is_page(telex_slice start)
{
	telex_slice own = tx_slice(head, sizeof(head) - 1);

	return start.len > 0 &&
	       tx_slice_starts(start, tx_slice_take(own, tx_slice_find(own, TX_LIT("<style>"))));
}

static void put_figure(struct tx_buffer *out, uint64_t number, const char *name)
{
	tx_buffer_lit(out, "<div><b>");
	page_number(out, number);
	tx_buffer_printf(out, "</b><span>%s</span></div>\n", name);
}

static uint64_t count_warnings(const struct overview *overview)
{
	uint64_t count = 0;

	for (size_t i = 0; i < OVERVIEW_WARNINGS; i++)
		count += overview->warnings[i].count;
	return count;
}

static void put_figures(struct tx_buffer *out, const struct overview *overview,
			const struct overview_run *run)
{
	const struct run_stats *stats = run->stats;
	bool exact;
	uint64_t duplicates = overview_duplicates(overview, &exact);

	tx_buffer_lit(out, "<div class=\"figures\">\n");
	put_figure(out, overview->records, "dispatches");
	put_figure(out, stats->sources, "sources");
	put_figure(out, overview->words, "words");
	put_figure(out, count_warnings(overview), "warnings");
	put_figure(out, stats->failures, "failures");
	put_figure(out, duplicates, exact ? "repeats" : "repeats, estimated");
	tx_buffer_lit(out, "<div><b>");
	format_bytes(out, (double)stats->bytes);
	tx_buffer_lit(out, "</b><span>read</span></div>\n</div>\n");
}

static void put_parts(struct tx_buffer *out, const struct overview *overview)
{
	static const char *const names[OVERVIEW_PARTS] = {
		[OVERVIEW_HEADLINE] = "a headline",
		[OVERVIEW_BYLINE] = "an author",
		[OVERVIEW_DATELINE] = "a dateline",
		[OVERVIEW_PLACE] = "a place that is known",
		[OVERVIEW_DATE] = "a date with its year",
		[OVERVIEW_AGENCY] = "an agency",
		[OVERVIEW_BODY] = "a body",
		[OVERVIEW_END_MARK] = "an end mark",
	};

	tx_buffer_lit(out, "<section><h2>Dispatches with</h2>\n<table class=\"bars\">\n");
	for (size_t i = 0; i < OVERVIEW_PARTS; i++) {
		double width = overview->records == 0 ? 0
						      : 100.0 * (double)overview->parts[i] /
								(double)overview->records;
		tx_buffer_printf(out,
				 "<tr><th scope=\"row\">%s<td class=\"bar\"><i "
				 "style=\"width:%.1f%%\"></i><td>",
				 names[i], width);
		page_number(out, overview->parts[i]);
		tx_buffer_lit(out, "<td class=\"dim\">");
		page_share(out, overview->parts[i], overview->records);
		tx_buffer_byte(out, '\n');
	}
	tx_buffer_lit(out, "</table></section>\n");
}

static void put_tally(struct tx_buffer *out, const struct overview *overview,
		      enum overview_tally tally, const char *title, size_t most)
{
	tx_buffer_printf(out, "<section><h2>%s</h2>\n", title);
	page_bars(out, &overview->tallies[tally], overview->records, most);
	tx_buffer_lit(out, "</section>\n");
}

static void put_days(struct tx_buffer *out, const struct overview *overview)
{
	tx_buffer_lit(out, "<div class=\"pair\"><section><h2>By day</h2>\n");
	page_days(out, overview);
	if (overview->undated > 0) {
		tx_buffer_lit(out, "<p class=\"dim\">Without a day: ");
		page_number(out, overview->undated);
		tx_buffer_byte(out, '\n');
	}
	tx_buffer_lit(out, "</section>\n<section><h2>By weekday and hour</h2>\n");
	page_hours(out, overview);
	tx_buffer_lit(out, "</section></div>\n");
}

static void put_places(struct tx_buffer *out, const struct overview *overview)
{
	const struct tally *places = &overview->tallies[OVERVIEW_PLACES];

	tx_buffer_lit(out, "<section><h2>Places of datelines</h2>\n");
	if (places->used > 0)
		page_map(out, places);
	tx_buffer_lit(out, "<div class=\"split\">\n");
	page_bars(out, places, overview->records, 20);
	tx_buffer_lit(out, "</div>\n");
	if (places->below != 0)
		tx_buffer_lit(out, "<p class=\"dim\">The places are so many that some are only "
				   "among the others.\n");
	tx_buffer_lit(out, "</section>\n");
}

/* The way from the folder of the page to that of the run; false: it is not known. */
static bool put_way(struct tx_buffer *out, const char *page_path)
{
	if (page_path[0] == '/' || strstr(page_path, "..") != NULL)
		return strchr(page_path + (page_path[0] == '/'), '/') == NULL &&
		       page_path[0] != '/';
	while (strncmp(page_path, "./", 2) == 0)
		page_path += 2;
	for (const char *at = page_path; (at = strchr(at, '/')) != NULL; at++)
		tx_buffer_lit(out, "../");
	return true;
}

/* A path as the path of a URL. */
static void put_url(struct tx_buffer *out, const char *path, size_t len)
{
	for (size_t i = 0; i < len; i++) {
		unsigned char c = (unsigned char)path[i];
		bool plain = tx_char_is(path[i], TX_CHAR_UPPER | TX_CHAR_LOWER | TX_CHAR_DIGIT) ||
			     strchr("/._-", path[i]) != NULL;
		if (plain)
			tx_buffer_byte(out, path[i]);
		else
			tx_buffer_printf(out, "%%%02X", c);
	}
}

static void put_example(struct tx_buffer *out, const struct overview_example *example,
			const char *page_path)
{
	struct tx_buffer way = {0};
	size_t len = strlen(example->source);
	bool is_stdin = strcmp(example->source, "-") == 0;
	bool absolute = example->source[0] == '/';
	bool linked = !is_stdin && (put_way(&way, page_path) || absolute) && !way.failed;

	tx_buffer_lit(out, "<li>");
	if (linked) {
		tx_buffer_lit(out, "<a href=\"");
		if (!absolute)
			tx_buffer_slice(out, tx_slice(way.data, way.len));
		put_url(out, example->source, example->path_len);
		tx_buffer_lit(out, "\">");
	}
	page_text(out, is_stdin ? TX_LIT("standard input") : tx_slice(example->source, len));
	tx_buffer_printf(out, ":%u%s\n", example->line, linked ? "</a>" : "");
	tx_buffer_done(&way);
}

/* The warnings in the order of their counts. */
static void put_warnings(struct tx_buffer *out, const struct overview *overview,
			 const char *page_path)
{
	bool done[OVERVIEW_WARNINGS] = {false};
	const char *code, *text;

	tx_buffer_lit(out, "<section><h2>Warnings</h2>\n");
	if (count_warnings(overview) == 0)
		tx_buffer_lit(out, "<p class=\"dim\">None.\n");
	tx_buffer_lit(out, "<table class=\"warnings\">\n");
	for (;;) {
		size_t next = OVERVIEW_WARNINGS;
		for (size_t i = 0; i < OVERVIEW_WARNINGS; i++) {
			if (!done[i] && overview->warnings[i].count > 0 &&
			    (next == OVERVIEW_WARNINGS ||
			     overview->warnings[i].count > overview->warnings[next].count))
				next = i;
		}
		if (next == OVERVIEW_WARNINGS || !telex_warning_code(next, &code, &text))
			break;
		done[next] = true;
		const struct overview_warning *warning = &overview->warnings[next];
		tx_buffer_printf(out, "<tr><th scope=\"row\">%s<td class=\"n\">", code);
		page_number(out, warning->count);
		tx_buffer_printf(out, "<td>%s<ul>\n", text);
		for (size_t i = 0; i < warning->examples; i++)
			put_example(out, &warning->example[i], page_path);
		tx_buffer_lit(out, "</ul>\n");
	}
	tx_buffer_lit(out, "</table></section>\n");
}

static void put_footer(struct tx_buffer *out, const struct overview *overview,
		       const struct overview_run *run)
{
	if (overview->failed)
		tx_buffer_lit(out, "<p>Memory was short: not everything is counted here.\n");
	if (run->items_before > 0) {
		tx_buffer_lit(out, "<p>This run went on after one that was cut off; the ");
		page_number(out, run->items_before);
		tx_buffer_lit(out, " sources of that one are not counted here.\n");
	}
	tx_buffer_printf(out, "<footer id=\"speed\">telex %s, ", telex_version());
	format_duration(out, run->nanoseconds / 1000000000);
	tx_buffer_lit(out, ", ");
	format_bytes(out, bytes_per_second(run->stats->bytes, run->nanoseconds));
	tx_buffer_lit(out, "/s</footer>\n</main></body></html>\n");
}

void overview_write(struct tx_buffer *out, const struct overview *overview,
		    const struct overview_run *run)
{
	tx_buffer_append(out, head, sizeof(head) - 1);
	tx_buffer_lit(out, "<h1>telex report</h1>\n");
	put_figures(out, overview, run);
	tx_buffer_lit(out, "<div class=\"columns\">\n");
	put_parts(out, overview);
	put_tally(out, overview, OVERVIEW_AGENCIES, "Agencies", 12);
	put_tally(out, overview, OVERVIEW_LANGUAGES, "Languages", 8);
	put_tally(out, overview, OVERVIEW_FORMATS, "Formats", 8);
	tx_buffer_lit(out, "</div>\n");
	put_days(out, overview);
	put_places(out, overview);
	put_warnings(out, overview, run->page_path);
	put_footer(out, overview, run);
}
