/* The orders of docs/versions.md, as comparisons of the members in turn. */
#include "cli/versions/order.h"

int order_numbers(uint64_t a, uint64_t b)
{
	return (a > b) - (a < b);
}

static int of_stories(const struct version *a, const struct version *b)
{
	int order = order_numbers(a->story[0], b->story[0]);

	return order != 0 ? order : order_numbers(a->story[1], b->story[1]);
}

static int of_titles(const struct version *a, const struct version *b)
{
	int order = of_stories(a, b);

	return order != 0 ? order : order_numbers(a->title, b->title);
}

static bool has(const struct version *version, unsigned flag)
{
	return (version->flags & flag) != 0;
}

/* The earlier first; one without a time before those with one. */
static int of_times(const struct version *a, const struct version *b)
{
	int order = has(a, VERSION_HAS_TIME) - has(b, VERSION_HAS_TIME);

	if (order == 0 && has(a, VERSION_HAS_TIME))
		order = (a->time > b->time) - (a->time < b->time);
	return order != 0 ? order : order_numbers(a->position, b->position);
}

int order_positions(const void *first, const void *second)
{
	const struct version *a = first, *b = second;

	return order_numbers(a->position, b->position);
}

int order_titles(const void *first, const void *second)
{
	const struct version *a = first, *b = second;
	int order = of_stories(a, b);

	if (order == 0)
		order = has(a, VERSION_SAYS_SO) - has(b, VERSION_SAYS_SO);
	if (order == 0)
		order = order_numbers(a->title, b->title);
	return order != 0 ? order : order_numbers(a->position, b->position);
}

int order_times(const void *first, const void *second)
{
	int order = of_titles(first, second);

	return order != 0 ? order : of_times(first, second);
}

enum version_class order_class(const struct version *version)
{
	if (has(version, VERSION_KILL))
		return CLASS_KILL;
	return version->take > 1 ? CLASS_TAKE : CLASS_VERSION;
}

/* The last version first. */
static int of_ranks(const struct version *a, const struct version *b)
{
	int order = order_numbers(b->rank, a->rank);

	if (order == 0)
		order = has(b, VERSION_CORRECTION) - has(a, VERSION_CORRECTION);
	return order != 0 ? order : of_times(b, a);
}

int order_versions(const void *first, const void *second)
{
	const struct version *a = first, *b = second;
	int order = of_titles(a, b);

	if (order == 0)
		order = (int)order_class(a) - (int)order_class(b);
	if (order == 0 && order_class(a) == CLASS_TAKE)
		order = order_numbers(a->take, b->take);
	return order != 0 ? order : of_ranks(a, b);
}

bool order_is_one_story(const struct version *a, const struct version *b)
{
	return of_titles(a, b) == 0;
}

bool order_is_later(const struct version *a, const struct version *b)
{
	if (a->number > 0 && b->number > 0)
		return a->number > b->number;
	if (has(a, VERSION_HAS_TIME) && has(b, VERSION_HAS_TIME))
		return a->time > b->time;
	return a->source == b->source && a->position > b->position;
}

void kills_add(struct kills *kills, const struct version *kill)
{
	struct version *last = &kills->last;

	if (!kills->has_any)
		*kills = (struct kills){true, true, true, true, *kill};
	kills->is_numbered &= kill->number > 0;
	kills->is_timed &= has(kill, VERSION_HAS_TIME);
	kills->is_one_source &= kill->source == last->source;
	if (kill->number > last->number)
		last->number = kill->number;
	if (kill->time > last->time)
		last->time = kill->time;
	if (kill->position > last->position)
		last->position = kill->position;
}

bool kills_spare(const struct kills *kills, const struct version *version)
{
	const struct version *last = &kills->last;

	if (!kills->has_any)
		return true;
	bool by_number = kills->is_numbered && version->number > 0;
	bool by_time = kills->is_timed && has(version, VERSION_HAS_TIME);
	/* The clock may be that of the first version. */
	if (by_number)
		return version->number > last->number && (!by_time || version->time >= last->time);
	if (by_time)
		return version->time > last->time;
	return kills->is_one_source && version->source == last->source &&
	       version->position > last->position;
}
