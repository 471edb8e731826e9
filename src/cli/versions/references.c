/* References are joined with what they refer to by sorting both: a reference is of the last dispatch
 * before it that has it as its own, of the same agency and of no more than two days before, since
 * references come again.  What has been given a story may itself be referred to, so this is repeated
 * until nothing changes; a reference only goes back, so it ends. */
#include "cli/versions/references.h"

#include <errno.h>
#include <stdlib.h>

#include "cli/versions/order.h"
#include "cli/versions/stories.h"

#define DAYS_BACK  2
#define ROUNDS_MAX 64 /* length of a chain of references */

/* A dispatch under a reference: its own, or that of another one. */
struct link {
	uint64_t reference, position;
	uint64_t story[2], title;
	int32_t day;
	uint32_t flags;
	uint64_t refers; /* 1: it is another one's */
};

static int order_links(const void *first, const void *second)
{
	const struct link *a = first, *b = second;

	if (a->reference != b->reference)
		return a->reference < b->reference ? -1 : 1;
	if (a->day != b->day)
		return a->day < b->day ? -1 : 1;
	if (a->position != b->position)
		return a->position < b->position ? -1 : 1;
	return (a->refers > b->refers) - (a->refers < b->refers);
}

static int order_adoptions(const void *first, const void *second)
{
	const struct link *a = first, *b = second;

	return (a->position > b->position) - (a->position < b->position);
}

static struct link link_of(const struct version *version, uint64_t reference)
{
	return (struct link){.reference = reference,
			     .position = version->position,
			     .story = {version->story[0], version->story[1]},
			     .title = version->title,
			     .day = version->day,
			     .flags = version->flags};
}

static bool add_links(struct sorter *links, const struct version *version)
{
	struct link link = link_of(version, version->own_reference);

	if (version->day == VERSION_NO_DAY)
		return true;
	if (version->own_reference != 0 && !sorter_add(links, &link))
		return false;
	link.reference = version->reference;
	link.refers = 1;
	return version->reference == 0 || sorter_add(links, &link);
}

static bool is_near(const struct link *to, const struct link *from)
{
	return to->reference == from->reference && to->day >= from->day - DAYS_BACK &&
	       to->position != from->position;
}

/* For each reference that has one: the dispatch to which it refers, under its own position. */
static bool find_targets(struct sorter *links, struct sorter *adoptions)
{
	struct link link, target = {0};

	while (sorter_next(links, &link)) {
		if (link.refers == 0) {
			target = link;
			continue;
		}
		if (!is_near(&target, &link))
			continue;
		struct link adoption = target;
		adoption.position = link.position;
		if (!sorter_add(adoptions, &adoption))
			return false;
	}
	return sorter_error(links) == 0;
}

static bool adopt(struct version *version, const struct link *target)
{
	const unsigned names = VERSION_BY_ID | VERSION_ALONE;
	bool changes = version->story[0] != target->story[0] ||
		       version->story[1] != target->story[1] || version->title != target->title;

	version->story[0] = target->story[0];
	version->story[1] = target->story[1];
	version->title = target->title;
	version->flags = (version->flags & ~names) | (target->flags & names);
	return changes;
}

struct round {
	struct sorter *links, *same, *adoptions, *changed;
};

static bool begin_round(struct round *round)
{
	*round = (struct round){
		.links = sorter_new(sizeof(struct link), order_links, STORIES_MEMORY),
		.same = sorter_new(sizeof(struct version), order_positions, STORIES_MEMORY),
		.adoptions = sorter_new(sizeof(struct link), order_adoptions, STORIES_MEMORY),
		.changed = sorter_new(sizeof(struct version), order_positions, STORIES_MEMORY)};
	return round->links != NULL && round->same != NULL && round->adoptions != NULL &&
	       round->changed != NULL;
}

static void note_error(const struct sorter *sorter, int *error)
{
	if (*error == 0 && sorter != NULL)
		*error = sorter_error(sorter);
}

/* The sorter of the versions as they are after the round. */
static struct sorter *end_round(struct round *round, int *error)
{
	note_error(round->links, error);
	note_error(round->same, error);
	note_error(round->adoptions, error);
	note_error(round->changed, error);
	sorter_free(round->links);
	sorter_free(round->same);
	sorter_free(round->adoptions);
	if (*error == 0)
		return round->changed;
	sorter_free(round->changed);
	return NULL;
}

static bool apply(struct round *round)
{
	struct version version;
	struct link adoption;
	bool changes = false;
	bool has_one = sorter_next(round->adoptions, &adoption);

	while (sorter_next(round->same, &version)) {
		if (has_one && adoption.position == version.position) {
			changes |= adopt(&version, &adoption);
			has_one = sorter_next(round->adoptions, &adoption);
		}
		if (!sorter_add(round->changed, &version))
			break;
	}
	return changes;
}

struct sorter *references_follow(struct sorter *versions, int *ret_error)
{
	struct version version;
	bool changes = true;

	*ret_error = 0;
	for (int i = 0; changes && i < ROUNDS_MAX && versions != NULL; i++) {
		struct round round;
		if (!begin_round(&round))
			*ret_error = ENOMEM;
		while (*ret_error == 0 && sorter_next(versions, &version)) {
			if (!add_links(round.links, &version) || !sorter_add(round.same, &version))
				break;
		}
		note_error(versions, ret_error);
		sorter_free(versions);
		changes = *ret_error == 0 && find_targets(round.links, round.adoptions) &&
			  apply(&round);
		versions = end_round(&round, ret_error);
	}
	return versions;
}
