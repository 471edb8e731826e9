/* The stretches are a ring: the first is the next whose results are wanted, the last is being
 * filled.  How many dispatches the frames before a stretch give is known only when they have been
 * read, and is taken to be one each: a stretch for which that is not so is converted again, and a
 * source in which it happens often is left to one parser. */
#include "cli/run/long_source.h"

#include <stdlib.h>

#include "api/parser.h"
#include "cli/run/batch_queue.h"
#include "cli/run/dispatches.h"
#include "cli/run/stop.h"
#include "cli/run/stretch.h"
#include "cli/run/workers.h"

#define ROOM_PER_WORKER 3
#define ROOM_MAX        64
#define LARGE_FRAME     ((size_t)1 << 20) /* bytes: converted where it is, without a copy */
#define MISSES_FREE     4                 /* stretches that may be converted again */
#define MISSES_ONE_OF   8                 /* and one of so many */

struct long_source {
	struct stretch_source of;
	bool is_on;
	bool is_over;           /* nothing more of it is to be read */
	struct worker *reader;  /* converts for the worker that has the source, whose own parser
				   finds the frames */
	size_t room;            /* stretches of the ring */
	size_t first, used;     /* those that are offered */
	uint64_t frames, bytes; /* of them, and of the one that is being filled */
	uint64_t handed_in, misses;
	struct stretch ring[];
};

static struct stretch *ring_at(struct long_source *source, size_t index)
{
	return &source->ring[(source->first + index) % source->room];
}

static struct stretch *filling(struct long_source *source)
{
	return ring_at(source, source->used);
}

void long_source_free(struct long_source *source)
{
	if (source == NULL)
		return;
	for (size_t i = 0; i < source->room; i++)
		stretch_done(&source->ring[i]);
	worker_free(source->reader);
	free(source);
}

static struct long_source *long_source_new(struct run_context *context, unsigned workers)
{
	size_t room = (size_t)workers * ROOM_PER_WORKER;
	telex_error error;

	room = room < ROOM_MAX ? room : ROOM_MAX;
	struct long_source *source = calloc(1, sizeof(*source) + room * sizeof(source->ring[0]));
	if (source == NULL)
		return NULL;
	source->room = room;
	source->reader = worker_new(context, &error);
	if (source->reader != NULL)
		return source;
	free(source);
	return NULL;
}

bool long_source_is_on(const struct worker *worker)
{
	return worker->long_source != NULL && worker->long_source->is_on;
}

bool long_source_begin(struct worker *worker)
{
	unsigned workers = workers_count(worker->context->workers);
	struct tx_source_kind kind;

	/* What --report counts cannot be taken back when a stretch is converted again. */
	if (workers == 1 || worker->overview != NULL ||
	    !tx_frames_are_many(&worker->parser->reader, &kind))
		return false;
	if (worker->long_source == NULL)
		worker->long_source = long_source_new(worker->context, workers);
	struct long_source *source = worker->long_source;
	if (source == NULL)
		return false;
	workers_start(worker->context->workers);
	source->of = (struct stretch_source){.kind = kind,
					     .item = worker->item,
					     .member = worker->member,
					     .number = worker->job->batch.items_before +
						       worker_item_index(worker),
					     .is_stream = worker->is_stream};
	source->is_on = true;
	source->is_over = false;
	source->first = source->used = 0;
	source->frames = source->bytes = 0;
	source->handed_in = source->misses = 0;
	filling(source)->count = filling(source)->own_bytes.len = 0;
	return true;
}

/* Whether the frames before the stretch gave what was expected of them. */
static bool is_as_expected(const struct worker *worker, const struct stretch *stretch)
{
	const struct tx_counts *counts = &worker->parser->reader.counts;
	const struct options *options = worker->context->options;
	bool shows_offsets = options->to == TELEX_TO_TOKENS ||
			     (worker->context->write_flags & TELEX_WRITE_SPANS) != 0;

	return counts->index == stretch->before.index &&
	       counts->line_keys == stretch->before.line_keys &&
	       (!shows_offsets || counts->text_offset == stretch->before.text_offset);
}

/* Add what a stretch has given to what the source has. */
static void count_stretch(struct tx_counts *counts, const struct stretch *stretch)
{
	counts->index += stretch->after.index - stretch->before.index;
	counts->passed_over += stretch->after.passed_over - stretch->before.passed_over;
	counts->text_offset += stretch->after.text_offset - stretch->before.text_offset;
	counts->line_keys |= stretch->after.line_keys;
}

static uint64_t bytes_of(const struct stretch *stretch)
{
	uint64_t bytes = 0;

	for (size_t i = 0; i < stretch->count; i++)
		bytes += stretch->found[i].before + stretch->found[i].length;
	return bytes;
}

/* The first stretch, which has been converted. */
static bool hand_in_first(struct worker *worker)
{
	struct long_source *source = worker->long_source;
	struct stretch *stretch = ring_at(source, 0);

	if (!is_as_expected(worker, stretch)) {
		source->misses++;
		stretch->before = worker->parser->reader.counts;
		stretch_convert(source->reader, stretch);
	}
	count_stretch(&worker->parser->reader.counts, stretch);
	source->handed_in++;
	source->frames -= stretch->count;
	source->bytes -= bytes_of(stretch);
	source->first = (source->first + 1) % source->room;
	source->used--;
	source->is_over = !stretch_hand_in(worker, stretch);
	dispatches_hold_or_write(worker);
	return !source->is_over && dispatches_are_wanted(worker);
}

/* Convert one that waits, or wait for the first. */
static void work(struct worker *worker)
{
	struct long_source *source = worker->long_source;
	struct batch_queue *queue = worker->context->queue;
	struct stretch *stretch = batch_queue_take_back(queue, &source->of);

	if (stretch == NULL) {
		batch_queue_await(queue, ring_at(source, 0));
		return;
	}
	stretch_convert(source->reader, stretch);
	batch_queue_end_stretch(queue, stretch);
}

/* Hand in what has been converted, until at most `left` stretches are not. */
static bool hand_in(struct worker *worker, size_t left)
{
	struct long_source *source = worker->long_source;
	struct batch_queue *queue = worker->context->queue;

	while (source->used > 0) {
		if (batch_queue_has_ended(queue, ring_at(source, 0))) {
			if (!hand_in_first(worker))
				return false;
		} else if (source->used > left) {
			work(worker);
		} else {
			break;
		}
	}
	return true;
}

/* What is in the stretch that is being filled is expected to come after all others. */
static void prepare(struct worker *worker, struct stretch *stretch)
{
	struct long_source *source = worker->long_source;
	const struct tx_counts *counts = &worker->parser->reader.counts;

	stretch->source = &source->of;
	stretch->before = *counts;
	stretch->before.index += source->frames - stretch->count;
	stretch->before.text_offset += source->bytes - bytes_of(stretch);
	stretch->bytes = tx_slice(stretch->own_bytes.data, stretch->own_bytes.len);
}

/* Offer the stretch that is being filled to all workers, and make room for another. */
static bool offer(struct worker *worker)
{
	struct long_source *source = worker->long_source;
	struct stretch *stretch = filling(source);

	if (stretch->count == 0)
		return true;
	prepare(worker, stretch);
	source->used++;
	batch_queue_offer(worker->context->queue, stretch);
	if (!hand_in(worker, source->room - 1))
		return false;
	filling(source)->count = filling(source)->own_bytes.len = 0;
	return true;
}

static void add_found(struct long_source *source, const struct tx_found *found)
{
	struct stretch *stretch = filling(source);

	stretch->found[stretch->count++] = *found;
	source->frames++;
	source->bytes += found->before + found->length;
}

/* A frame that is large, or for whose copy there is no memory. */
static bool convert_in_place(struct worker *worker, const struct tx_found *found, telex_slice bytes)
{
	struct long_source *source = worker->long_source;

	if (!long_source_settle(worker))
		return false;
	struct stretch *stretch = filling(source);
	add_found(source, found);
	prepare(worker, stretch);
	stretch->bytes = bytes;
	stretch_convert(source->reader, stretch);
	source->used++;
	bool goes_on = hand_in_first(worker);
	filling(source)->count = filling(source)->own_bytes.len = 0;
	return goes_on;
}

static bool add(struct worker *worker, const struct tx_found *found, telex_slice bytes)
{
	struct stretch *stretch = filling(worker->long_source);
	size_t before = stretch->own_bytes.len;

	if (bytes.len < LARGE_FRAME)
		tx_buffer_slice(&stretch->own_bytes, bytes);
	if (stretch->own_bytes.len != before + bytes.len) {
		stretch->own_bytes.failed = false;
		return convert_in_place(worker, found, bytes);
	}
	add_found(worker->long_source, found);
	bool is_full = stretch->own_bytes.len >= STRETCH_BYTES || stretch->count == STRETCH_FRAMES;
	return !is_full || offer(worker);
}

bool long_source_settle(struct worker *worker)
{
	struct long_source *source = worker->long_source;
	struct stretch *stretch = filling(source);

	if (source->is_over || !hand_in(worker, 0))
		return false;
	if (stretch->count == 0)
		return true;
	/* All before it is handed in: nothing is won by offering it. */
	prepare(worker, stretch);
	stretch_convert(source->reader, stretch);
	source->used++;
	bool goes_on = hand_in_first(worker);
	filling(source)->count = filling(source)->own_bytes.len = 0;
	return goes_on;
}

/* Whether frames of the source give other than one dispatch too often. */
static bool misses_often(const struct long_source *source)
{
	return source->misses > MISSES_FREE + source->handed_in / MISSES_ONE_OF;
}

bool long_source_convert(struct worker *worker)
{
	struct tx_reader *reader = &worker->parser->reader;
	struct long_source *source = worker->long_source;
	enum tx_frame_result result = TX_FRAME_MORE;
	struct tx_found found;
	telex_slice bytes;

	if (source->is_over)
		return false;
	while (!misses_often(source) &&
	       (result = tx_frames_next(reader, &found, &bytes)) == TX_FRAME_FOUND) {
		if (!add(worker, &found, bytes))
			return false;
	}
	if (!misses_often(source) && !reader->input.last)
		return true;
	if (!long_source_settle(worker))
		return false;
	source->is_on = false;
	return dispatches_convert(worker);
}

void long_source_end(struct worker *worker)
{
	struct long_source *source = worker->long_source;
	struct batch_queue *queue = worker->context->queue;

	if (!long_source_is_on(worker))
		return;
	for (struct stretch *stretch;
	     (stretch = batch_queue_take_back(queue, &source->of)) != NULL;)
		batch_queue_end_stretch(queue, stretch);
	for (size_t i = 0; i < source->used; i++)
		batch_queue_await(queue, ring_at(source, i));
	source->is_on = false;
}
