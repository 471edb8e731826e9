/* Memory is short in the middle of a dispatch: allocations of the arena and of buffers made to
 * fail, whether or not they would have had to ask the system.
 *
 * The linker sends tx_arena_alloc() and its like here (--wrap).  Each fixture of the command line
 * is read again and again; in each run one allocation fails, STEPS of them, spread over all.  A run
 * ends with the error, or gives what the run with all its memory gives: never less. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "core/arena.h"
#include "core/buffer.h"
#include "telex/telex.h"

#define STEPS      100
#define SOURCE_MAX 8192

void *__real_tx_arena_alloc(struct tx_arena *arena, size_t size);
void *__real_tx_arena_calloc(struct tx_arena *arena, size_t count, size_t size);
telex_slice __real_tx_arena_copy(struct tx_arena *arena, telex_slice s);
bool __real_tx_buffer_reserve(struct tx_buffer *buffer, size_t extra);
void *__wrap_tx_arena_alloc(struct tx_arena *arena, size_t size);
void *__wrap_tx_arena_calloc(struct tx_arena *arena, size_t count, size_t size);
telex_slice __wrap_tx_arena_copy(struct tx_arena *arena, telex_slice s);
bool __wrap_tx_buffer_reserve(struct tx_buffer *buffer, size_t extra);

/* Allocations are counted while `counting`; the one of number `failing` fails (0: none). */
static struct {
	bool counting;
	size_t count, failing;
} heap;

static bool fails(void)
{
	return heap.counting && ++heap.count == heap.failing;
}

static void *fail_arena(struct tx_arena *arena)
{
	arena->failed = true;
	return NULL;
}

void *__wrap_tx_arena_alloc(struct tx_arena *arena, size_t size)
{
	return fails() ? fail_arena(arena) : __real_tx_arena_alloc(arena, size);
}

void *__wrap_tx_arena_calloc(struct tx_arena *arena, size_t count, size_t size)
{
	return fails() ? fail_arena(arena) : __real_tx_arena_calloc(arena, count, size);
}

telex_slice __wrap_tx_arena_copy(struct tx_arena *arena, telex_slice s)
{
	return fails() ? tx_slice(fail_arena(arena), 0) : __real_tx_arena_copy(arena, s);
}

bool __wrap_tx_buffer_reserve(struct tx_buffer *buffer, size_t extra)
{
	if (buffer->failed || !fails())
		return __real_tx_buffer_reserve(buffer, extra);
	buffer->cap = buffer->len;
	buffer->failed = true;
	return false;
}

/* What a run has written; kept uncounted. */
static void keep(struct tx_buffer *written, telex_slice text)
{
	heap.counting = false;
	tx_buffer_slice(written, text);
	heap.counting = true;
}

static telex_status write_all(const telex_record *record, struct tx_buffer *written)
{
	static const struct {
		telex_output output;
		unsigned flags;
	} outputs[] = {{TELEX_TO_RECORD, TELEX_WRITE_SPANS | TELEX_WRITE_HASH},
		       {TELEX_TO_TOKENS, 0},
		       {TELEX_TO_VIEW, TELEX_WRITE_COLOR},
		       {TELEX_TO_NINJS, 0}};
	telex_slice text;
	telex_error error;

	for (size_t i = 0; i < sizeof(outputs) / sizeof(outputs[0]); i++) {
		telex_status status = telex_record_write(record, outputs[i].output,
							 outputs[i].flags, &text, &error);
		if (status != TELEX_OK)
			return status;
		keep(written, text);
	}
	return TELEX_OK;
}

static telex_status run(const telex_options *options, telex_slice source, struct tx_buffer *written)
{
	const telex_record *record;
	telex_parser *parser = NULL;
	telex_error error;
	telex_status status = telex_parser_new(options, &parser, &error);

	if (status == TELEX_OK)
		status = telex_parser_feed(parser, source, TELEX_FEED_LAST, &error);
	while (status == TELEX_OK &&
	       (status = telex_parser_next(parser, &record, &error)) != TELEX_END) {
		if (status == TELEX_OK)
			status = write_all(record, written);
		else if (status != TELEX_ERR_MEMORY) {
			keep(written, tx_slice_of(error.message));
			status = TELEX_OK;
		}
	}
	telex_parser_free(parser);
	return status == TELEX_END ? TELEX_OK : status;
}

static telex_status run_failing(const telex_options *options, telex_slice source, size_t failing,
				struct tx_buffer *written)
{
	heap.count = 0;
	heap.failing = failing;
	heap.counting = true;
	telex_status status = run(options, source, written);
	heap.counting = false;
	return status;
}

/* Returns how many failures of memory were neither an error nor without effect. */
static int check(const char *name, const telex_options *options, telex_slice source)
{
	struct tx_buffer wanted = {0};
	int faults = 0;

	if (run_failing(options, source, 0, &wanted) != TELEX_OK)
		return fprintf(stderr, "%s: fails with all its memory\n", name) > 0;
	size_t all = heap.count, step = all / STEPS + 1;
	for (size_t failing = 1 + all % step; failing <= all; failing += step) {
		struct tx_buffer written = {0};
		telex_status status = run_failing(options, source, failing, &written);
		bool same = tx_slice_eq(tx_slice(written.data, written.len),
					tx_slice(wanted.data, wanted.len));
		if (status == TELEX_OK ? !same : status != TELEX_ERR_MEMORY)
			faults += fprintf(stderr, "%s: allocation %zu of %zu: status %d%s\n", name,
					  failing, all, (int)status,
					  same ? "" : ", another output") > 0;
		tx_buffer_done(&written);
	}
	tx_buffer_done(&wanted);
	return faults;
}

int main(int argc, char **argv)
{
	int faults = 0;

	if (argc < 3)
		return 2;
	for (int i = 2; i < argc; i++) {
		static char bytes[SOURCE_MAX], path[1024];
		telex_options options = {.size = sizeof(options),
					 .flags = TELEX_PARSE_LEFTOVERS,
					 .path = "2025/04/19/a.txt"};
		snprintf(path, sizeof(path), "%s/%s", argv[1], argv[i]);
		FILE *file = fopen(path, "rb");
		if (file == NULL)
			return 2;
		size_t len = fread(bytes, 1, sizeof(bytes), file);
		fclose(file);
		faults += check(argv[i], &options, tx_slice(bytes, len));
		if (strstr(argv[i], ".ninjs") == NULL)
			continue;
		options.from = "jsonl";
		options.text_key = "body_text";
		faults += check(argv[i], &options, tx_slice(bytes, len));
	}
	return faults == 0 ? 0 : 1;
}
