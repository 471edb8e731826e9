/* A fixture against its record: golden FOLDER FILE…, where FOLDER/FILE is a dispatch (or a stream
 * of them) and the .json beside it what must come out.  fixtures/README.md tells what that holds.
 *
 * Checked of each: the record is the one that is wanted; again and fed in portions it is the same
 * byte for byte; the text cut off anywhere breaks no invariant (tests/invariants/run_source.h).
 * With UPDATE_GOLDEN in the environment the .json is written instead of compared. */
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <jansson.h>

#include "core/slice.h"
#include "invariants/run_source.h"

#define WRITE_FLAGS  (JSON_INDENT(2) | JSON_REAL_PRECISION(8))
#define EXTENSION    ".json"
#define EVERY_PREFIX 4096 /* bytes; of a longer source about as many prefixes are taken */
#define STEPS        512

struct fixture {
	const char *name;
	telex_parser *parser; /* for all runs but the first: nothing of one may show in the next */
	char path[1024], golden[1024];
	struct tx_buffer bytes;
	struct tx_buffer lines; /* of the first run */
};

static bool complain(const struct fixture *fixture, const char *what)
{
	fprintf(stderr, "%s: %s\n", fixture->name, what);
	return false;
}

static bool read_file(const char *path, struct tx_buffer *bytes)
{
	FILE *file = fopen(path, "rb");
	char block[4096];
	size_t len;

	if (file == NULL)
		return false;
	while ((len = fread(block, 1, sizeof block, file)) > 0)
		tx_buffer_append(bytes, block, len);
	bool done = !ferror(file) && !bytes->failed;
	fclose(file);
	return done;
}

static bool open_fixture(struct fixture *fixture, const char *folder)
{
	const char *name = strrchr(fixture->name, '/');
	const char *dot = strrchr(name == NULL ? fixture->name : name, '.');
	int stem = (int)(dot == NULL ? strlen(fixture->name) : (size_t)(dot - fixture->name));
	int len = snprintf(fixture->path, sizeof fixture->path, "%s/%s", folder, fixture->name);
	int golden_len = snprintf(fixture->golden, sizeof fixture->golden, "%s/%.*s" EXTENSION,
				  folder, stem, fixture->name);

	if (len < 0 || (size_t)len >= sizeof fixture->path || golden_len < 0 ||
	    (size_t)golden_len >= sizeof fixture->golden)
		return complain(fixture, "the path is too long");
	if (!read_file(fixture->path, &fixture->bytes))
		return complain(fixture, strerror(errno));
	return true;
}

/* Runs `prefix` bytes of the fixture; true when no invariant broke.  The lines stay in `run`. */
static bool run_prefix(const struct fixture *fixture, size_t prefix, size_t portion,
		       struct tx_run *run)
{
	run->source = tx_slice(fixture->bytes.data, prefix);
	telex_parser_restart(fixture->parser, fixture->name, NULL);
	if (tx_run_source(fixture->parser, portion, run))
		return true;
	fprintf(stderr, "%s: the first %zu bytes in portions of %zu, dispatch %zu: %s\n",
		fixture->name, prefix, portion, run->broken_index, run->broken);
	return false;
}

/* What the golden holds: the one record, or all results. */
static json_t *results_of(const struct tx_run *run)
{
	telex_slice lines = tx_slice(run->lines.data, run->lines.len);
	json_t *results = json_array(), *all;

	while (lines.len > 0) {
		struct tx_cut line = tx_cut(lines, '\n');
		json_array_append_new(
			results, json_loadb(line.head.ptr, line.head.len, JSON_ALLOW_NUL, NULL));
		lines = line.tail;
	}
	if (run->records == 1 && run->errors == 0) {
		all = json_incref(json_array_get(results, 0));
		json_decref(results);
		return all;
	}
	all = json_object();
	json_object_set_new(all, "results", results);
	return all;
}

static bool write_golden(const struct fixture *fixture, const json_t *given)
{
	FILE *file = fopen(fixture->golden, "wb");

	if (file == NULL)
		return complain(fixture, strerror(errno));
	bool written = json_dumpf(given, file, WRITE_FLAGS) == 0 && fputc('\n', file) != EOF;
	written = fclose(file) == 0 && written;
	return written || complain(fixture, "the record cannot be written");
}

static bool compare_golden(const struct fixture *fixture, const json_t *given)
{
	json_error_t error;
	json_t *wanted =
		json_load_file(fixture->golden, JSON_ALLOW_NUL | JSON_REJECT_DUPLICATES, &error);

	if (wanted == NULL) {
		fprintf(stderr, "%s:%d: %s\n", fixture->golden, error.line, error.text);
		return complain(fixture, "no record to compare with");
	}
	bool equal = json_equal(wanted, given) == 1;
	if (!equal) {
		complain(fixture, "another record than is wanted\nwanted:");
		json_dumpf(wanted, stderr, WRITE_FLAGS);
		fputs("\ngiven:\n", stderr);
		json_dumpf(given, stderr, WRITE_FLAGS);
		fputc('\n', stderr);
	}
	json_decref(wanted);
	return equal;
}

static bool check_golden(struct fixture *fixture)
{
	telex_options options = {.size = sizeof(options), .path = fixture->name};
	struct tx_run run = {.source = tx_slice(fixture->bytes.data, fixture->bytes.len)};
	telex_parser *parser;

	if (telex_parser_new(&options, &parser, NULL) != TELEX_OK)
		return complain(fixture, "no parser");
	bool good = tx_run_source(parser, 0, &run);
	telex_parser_free(parser);
	fixture->lines = run.lines;
	if (!good)
		return complain(fixture, run.broken);
	json_t *given = results_of(&run);
	good = getenv("UPDATE_GOLDEN") != NULL ? write_golden(fixture, given)
					       : compare_golden(fixture, given);
	json_decref(given);
	return good;
}

static bool check_portion(const struct fixture *fixture, size_t portion)
{
	struct tx_run run = {.records = 0};
	bool good = run_prefix(fixture, fixture->bytes.len, portion, &run);

	if (good && !tx_slice_eq(tx_slice(run.lines.data, run.lines.len),
				 tx_slice(fixture->lines.data, fixture->lines.len))) {
		fprintf(stderr, "at once:\n%.*sin portions of %zu bytes:\n%.*s",
			(int)fixture->lines.len, fixture->lines.data, portion, (int)run.lines.len,
			run.lines.data);
		good = complain(fixture, "another run gives other bytes");
	}
	tx_buffer_done(&run.lines);
	return good;
}

static bool check_prefixes(const struct fixture *fixture)
{
	size_t step = fixture->bytes.len <= EVERY_PREFIX ? 1 : fixture->bytes.len / STEPS;
	struct tx_run run = {.records = 0};
	bool good = true;

	for (size_t prefix = 0; good && prefix < fixture->bytes.len; prefix += step) {
		run = (struct tx_run){.lines = run.lines};
		run.lines.len = 0;
		good = run_prefix(fixture, prefix, 0, &run);
	}
	tx_buffer_done(&run.lines);
	return good;
}

static bool check(const char *folder, const char *name)
{
	static const size_t portions[] = {0, 1, 7, 4096};
	struct fixture fixture = {.name = name};
	bool good = open_fixture(&fixture, folder) && check_golden(&fixture);

	if (good && telex_parser_new(NULL, &fixture.parser, NULL) != TELEX_OK)
		good = complain(&fixture, "no parser");
	for (size_t i = 0; good && i < sizeof portions / sizeof portions[0]; i++)
		good = check_portion(&fixture, portions[i]);
	good = good && check_prefixes(&fixture);
	telex_parser_free(fixture.parser);
	tx_buffer_done(&fixture.bytes);
	tx_buffer_done(&fixture.lines);
	return good;
}

int main(int argc, char **argv)
{
	int failed = 0;

	if (argc < 3) {
		fputs("usage: golden FOLDER FILE...\n", stderr);
		return 2;
	}
	for (int i = 2; i < argc; i++)
		failed += !check(argv[1], argv[i]);
	return failed > 0;
}
