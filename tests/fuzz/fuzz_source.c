/* libFuzzer: any bytes through the readers of one family, tokenizer, normalizer and emitter.
 *
 * One program per family of formats, whose names FUZZ_FORMATS lists.  The first byte chooses the
 * options and the portions, the second the format; the rest is the source.  What must hold of
 * every record is in tests/invariants/run_source.h; besides, a second run by the same parser in
 * other portions gives the same bytes. */
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

#include "core/slice.h"
#include "invariants/run_source.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void stop(const char *what, const struct tx_run *run)
{
	fprintf(stderr, "dispatch %zu: %s\n%.*s", run->broken_index, what, (int)run->lines.len,
		run->lines.data == NULL ? "" : run->lines.data);
	abort();
}

#define SMALL 300 /* bytes: a larger document is read in parts, if it is made of items */

/* Of `choice`: bits 0-1 the portions, 2-3 an agency, 4-5 a charset, 6 the path, 7 the spans; of
 * `format` bit 6 a small limit, 7 a key of lines. */
static telex_options options_of(unsigned choice, unsigned format)
{
	static const char *const formats[] = {FUZZ_FORMATS};
	static const char *const agencies[] = {NULL, "EFE", "DPA", "REUTERS"};
	static const char *const charsets[] = {NULL, "UTF-8", "UTF-16LE", "ISO-8859-15"};
	telex_options options = {.size = sizeof(options),
				 .from = formats[format % (sizeof(formats) / sizeof(*formats))],
				 .max_bytes = (format & 0x40) != 0 ? SMALL : 0,
				 .text_key = (format & 0x80) != 0 ? "text" : NULL,
				 .agency = agencies[choice >> 2 & 3],
				 .charset = charsets[choice >> 4 & 3],
				 .path = (choice & 0x40) != 0 ? "2025/04/19/nota.txt" : NULL,
				 .reference_date = (choice & 0x40) != 0 ? "2024-02-29" : NULL};

	return options;
}

static void check_runs(telex_parser *parser, const telex_options *options, unsigned choice,
		       telex_slice source)
{
	static const size_t portions[] = {0, 1, 7, 4096};
	struct tx_run first = {.source = source,
			       .converted = options->charset != NULL,
			       .flags = choice >> 7 != 0 ? TELEX_WRITE_SPANS : 0};
	struct tx_run second = first;

	if (!tx_run_source(parser, portions[choice & 3], &first))
		stop(first.broken, &first);
	telex_parser_restart(parser, options->path, NULL);
	if (!tx_run_source(parser, portions[~choice & 3], &second))
		stop(second.broken, &second);
	if (!tx_slice_eq(tx_slice(first.lines.data, first.lines.len),
			 tx_slice(second.lines.data, second.lines.len))) {
		fprintf(stderr, "%.*s", (int)first.lines.len, first.lines.data);
		stop("another run gives other bytes", &second);
	}
	tx_buffer_done(&first.lines);
	tx_buffer_done(&second.lines);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	telex_parser *parser;

	if (size < 2)
		return 0;
	telex_options options = options_of(data[0], data[1]);
	if (telex_parser_new(&options, &parser, NULL) != TELEX_OK)
		abort();
	check_runs(parser, &options, data[0], tx_slice((const char *)data + 2, size - 2));
	telex_parser_free(parser);
	return 0;
}
