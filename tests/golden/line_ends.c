/* LF, CR LF and CR all end a line: each fixture, converted to each of them, gives the same records
 * and errors, but for offsets and lengths: line_ends FOLDER FILE….  Left out: UTF-16, where a byte
 * is not a character, and crawls, whose records say how many bytes they have. */
#include <stdio.h>
#include <string.h>

#include <jansson.h>

#include "reader/charset.h"
#include "core/slice.h"
#include "invariants/run_source.h"

static const char *const ends[] = {"\n", "\r\n", "\r"};

static bool read_file(const char *folder, const char *name, struct tx_buffer *bytes)
{
	char path[1024], block[4096];
	size_t len;

	if (snprintf(path, sizeof path, "%s/%s", folder, name) >= (int)sizeof path)
		return false;
	FILE *file = fopen(path, "rb");
	if (file == NULL)
		return false;
	bytes->len = 0;
	while ((len = fread(block, 1, sizeof block, file)) > 0)
		tx_buffer_append(bytes, block, len);
	bool done = !ferror(file) && !bytes->failed;
	fclose(file);
	return done;
}

/* The bytes with that end for each line. */
static void convert(telex_slice bytes, const char *end, struct tx_buffer *out)
{
	out->len = 0;
	for (size_t i = 0; i < bytes.len; i++) {
		if (bytes.ptr[i] == '\n' && i > 0 && bytes.ptr[i - 1] == '\r')
			continue;
		if (bytes.ptr[i] == '\n' || bytes.ptr[i] == '\r')
			tx_buffer_slice(out, tx_slice_of(end));
		else
			tx_buffer_byte(out, bytes.ptr[i]);
	}
}

/* Take off what counts bytes. */
static void strip(json_t *value)
{
	const char *key;
	json_t *member;
	size_t index;

	json_object_del(value, "offset");
	json_object_del(value, "length");
	json_object_foreach(value, key, member) strip(member);
	json_array_foreach(value, index, member) strip(member);
}

static json_t *results_of(telex_parser *parser, const char *name, telex_slice source)
{
	struct tx_run run = {.source = source};
	json_t *results = json_array();

	telex_parser_restart(parser, name, NULL);
	if (!tx_run_source(parser, 0, &run))
		fprintf(stderr, "%s: %s\n", name, run.broken);
	telex_slice lines = tx_slice(run.lines.data, run.lines.len);
	while (lines.len > 0) {
		struct tx_cut line = tx_cut(lines, '\n');
		json_array_append_new(
			results, json_loadb(line.head.ptr, line.head.len, JSON_ALLOW_NUL, NULL));
		lines = line.tail;
	}
	tx_buffer_done(&run.lines);
	strip(results);
	return results;
}

static bool is_left_out(telex_slice bytes)
{
	return tx_slice_starts(bytes, TX_LIT("WARC/")) ||
	       tx_slice_starts(bytes, TX_LIT("\xff\xfe")) ||
	       tx_slice_starts(bytes, TX_LIT("\xfe\xff")) || tx_utf16_by_zeros(bytes) != NULL;
}

static bool check(telex_parser *parser, const char *name, telex_slice bytes)
{
	struct tx_buffer converted = {0};
	json_t *first = NULL;
	bool good = true;

	for (size_t i = 0; i < sizeof ends / sizeof ends[0] && !is_left_out(bytes); i++) {
		convert(bytes, ends[i], &converted);
		json_t *results = results_of(parser, name, tx_slice(converted.data, converted.len));
		if (first == NULL)
			first = json_incref(results);
		if (!json_equal(first, results)) {
			good = false;
			fprintf(stderr, "%s: another record with %s\nwith LF:\n", name,
				i == 1 ? "CR LF" : "CR");
			json_dumpf(first, stderr, JSON_INDENT(2));
			fputs("\ngiven:\n", stderr);
			json_dumpf(results, stderr, JSON_INDENT(2));
			fputc('\n', stderr);
		}
		json_decref(results);
	}
	json_decref(first);
	tx_buffer_done(&converted);
	return good;
}

int main(int argc, char **argv)
{
	struct tx_buffer bytes = {0};
	telex_parser *parser;
	int failed = 0;

	if (argc < 3 || telex_parser_new(NULL, &parser, NULL) != TELEX_OK) {
		fputs("usage: line_ends FOLDER FILE...\n", stderr);
		return 2;
	}
	for (int i = 2; i < argc; i++) {
		if (!read_file(argv[1], argv[i], &bytes)) {
			fprintf(stderr, "%s: cannot be read\n", argv[i]);
			failed++;
		} else {
			failed += !check(parser, argv[i], tx_slice(bytes.data, bytes.len));
		}
	}
	telex_parser_free(parser);
	tx_buffer_done(&bytes);
	return failed > 0;
}
