/* The stages of docs/versions.md, each in an order that a sorter gives, so that a story is never in
 * memory as a whole: which versions are one story (by title, where a slug names several), which
 * number a version has that says none (by time), and what becomes of it (the last one first). */
#include "cli/versions/stories.h"

#include <errno.h>

#define XXH_INLINE_ALL
#include <xxhash.h>

#include "cli/versions/order.h"
#include "cli/versions/references.h"

#define ORDER_REPLACED ((uint64_t)1 << 32) /* after all takes */

int order_decisions(const void *first, const void *second)
{
	const struct decision *a = first, *b = second;
	int order = order_numbers(a->owner, b->owner);

	return order != 0 ? order : order_numbers(a->order, b->order);
}

int order_hashes(const void *first, const void *second)
{
	const struct unrepeated *a = first, *b = second;
	int order = order_numbers(a->hash[0], b->hash[0]);

	if (order == 0)
		order = order_numbers(a->hash[1], b->hash[1]);
	return order != 0 ? order : order_numbers(a->position, b->position);
}

int order_unrepeated(const void *first, const void *second)
{
	const struct unrepeated *a = first, *b = second;

	return order_numbers(a->position, b->position);
}

static bool has(const struct version *version, unsigned flag)
{
	return (version->flags & flag) != 0;
}

static bool is_same_story(const struct version *a, const struct version *b)
{
	return a->story[0] == b->story[0] && a->story[1] == b->story[1];
}

/* A stage: what it does with the next version, before that is handed on. */
struct stage {
	sorter_order *order;
	void (*change)(struct stage *stage, struct version *version);
	struct version first; /* of the story */
	bool begun, has_plain, is_topic;
	uint64_t rank; /* the highest so far */
};

/* In the order of titles: a slug under which there are several titles of their own is a topic, of
 * which each title is a story. */
static void change_title(struct stage *stage, struct version *version)
{
	if (!stage->begun || !is_same_story(&stage->first, version)) {
		stage->begun = true;
		stage->has_plain = stage->is_topic = false;
		stage->first = *version;
	}
	if (has(version, VERSION_BY_ID)) {
		version->title = 0;
	} else if (!has(version, VERSION_SAYS_SO)) {
		stage->is_topic |= stage->has_plain && version->title != stage->first.title;
		stage->has_plain = true;
	} else if (!stage->is_topic) {
		version->title = stage->has_plain ? stage->first.title : 0;
	}
}

/* In the order of time: a version without a number has that of those before it. */
static void change_rank(struct stage *stage, struct version *version)
{
	if (!stage->begun || !order_is_one_story(&stage->first, version)) {
		stage->begun = true;
		stage->first = *version;
		stage->rank = 0;
	}
	if (order_class(version) != CLASS_VERSION)
		return;
	if (version->rank == 0 && has(version, VERSION_SAYS_SO | VERSION_BY_ID))
		version->rank = stage->rank;
	if (version->rank > stage->rank)
		stage->rank = version->rank;
}

/* Hand all versions on into the order of a stage.  Releases the sorter; NULL with `*error`. */
static struct sorter *hand_on(struct sorter *from, sorter_order *order, struct stage *stage,
			      int *error)
{
	struct sorter *to = sorter_new(sizeof(struct version), order, STORIES_MEMORY);
	struct version version;

	if (to == NULL)
		*error = ENOMEM;
	while (to != NULL && sorter_next(from, &version)) {
		if (stage != NULL)
			stage->change(stage, &version);
		if (!sorter_add(to, &version))
			break;
	}
	if (*error == 0)
		*error = sorter_error(from) != 0 ? sorter_error(from) : sorter_error(to);
	sorter_free(from);
	if (*error == 0)
		return to;
	sorter_free(to);
	return NULL;
}

/* A story of which the versions come, the last one first. */
struct story {
	const struct verdicts *verdicts;
	struct kills kills;
	struct version kill, kept;
	bool begun, has_kept, has_dropped, has_joined;
	uint32_t take; /* the last one that is there */
	XXH3_state_t hash;
	struct version first;
	int error;
};

static void decide(struct story *story, const struct version *version, enum decision_kind kind,
		   uint64_t owner, uint64_t order)
{
	struct decision decision = {.owner = owner,
				    .order = order,
				    .offset = version->offset,
				    .length = version->length,
				    .kind = kind,
				    .first_take = version->take};

	if (story->error == 0 && !sorter_add(story->verdicts->decisions, &decision))
		story->error = sorter_error(story->verdicts->decisions);
}

static void decide_missing(struct story *story, uint32_t first, uint32_t last)
{
	struct decision decision = {.owner = story->kept.position,
				    .order = first,
				    .kind = DECISION_MISSING,
				    .first_take = first,
				    .last_take = last};

	if (story->error == 0 && !sorter_add(story->verdicts->decisions, &decision))
		story->error = sorter_error(story->verdicts->decisions);
}

static void note_hash(struct story *story, const struct version *version)
{
	if (story->has_kept)
		XXH3_128bits_update(&story->hash, version->hash, sizeof(version->hash));
}

static void keep(struct story *story, const struct version *version)
{
	story->has_kept = true;
	story->kept = *version;
	story->take = version->take > 1 ? version->take : 1;
	if (version->last_take > story->take)
		story->take = version->last_take;
	decide(story, version, DECISION_KEPT, version->position, 0);
	XXH3_128bits_reset(&story->hash);
	note_hash(story, version);
	if (version->take > 1)
		decide_missing(story, 1, version->take - 1);
}

static void replace(struct story *story, const struct version *version)
{
	decide(story, version, DECISION_REPLACED, story->kept.position,
	       ORDER_REPLACED + version->position);
}

static void join(struct story *story, const struct version *take)
{
	if (take->take > story->take + 1)
		decide_missing(story, story->take + 1, take->take - 1);
	story->take = take->take;
	story->has_joined = true;
	decide(story, take, DECISION_JOINED, story->kept.position, take->take);
	note_hash(story, take);
}

/* Of several kills of one story the first that comes counts; the others go with it. */
static void add_kill(struct story *story, const struct version *kill)
{
	if (!story->kills.has_any)
		story->kill = *kill;
	else
		decide(story, kill, DECISION_REPLACED, story->kill.position,
		       ORDER_REPLACED + kill->position);
	kills_add(&story->kills, kill);
}

static void add_version(struct story *story, const struct version *version)
{
	bool is_take = order_class(version) == CLASS_TAKE;
	bool is_there = is_take && version->take <= story->kept.last_take;

	if (order_class(version) == CLASS_KILL) {
		add_kill(story, version);
	} else if (!kills_spare(&story->kills, version)) {
		story->has_dropped = true;
		decide(story, version, DECISION_KILLED, version->position, 0);
	} else if (!story->has_kept) {
		keep(story, version);
	} else if (!is_take || (version->take == story->take && !is_there) ||
		   order_is_later(&story->kept, version)) {
		replace(story, version);
	} else if (is_there) {
		/* An earlier run has joined one of this number, which cannot be undone. */
		decide(story, version, DECISION_KEPT, version->position, 0);
	} else {
		join(story, version);
	}
}

static void add_hash(struct story *story)
{
	struct unrepeated record = {.hash = {story->kept.hash[0], story->kept.hash[1]},
				    .position = story->kept.position};
	XXH128_hash_t joined = XXH3_128bits_digest(&story->hash);

	if (story->verdicts->hashes == NULL || !has(&story->kept, VERSION_HAS_BODY))
		return;
	if (story->has_joined) {
		record.hash[0] = joined.high64;
		record.hash[1] = joined.low64;
	}
	if (!sorter_add(story->verdicts->hashes, &record))
		story->error = sorter_error(story->verdicts->hashes);
}

/* A kill remains when nothing else of its story is there. */
static void end_story(struct story *story)
{
	bool is_alone = !story->has_dropped && !story->has_kept;

	if (story->kills.has_any)
		decide(story, &story->kill, is_alone ? DECISION_KILL_ALONE : DECISION_KILLED,
		       story->kill.position, 0);
	if (story->has_kept)
		add_hash(story);
}

/* In the order of versions. */
static int decide_all(struct sorter *versions, const struct verdicts *verdicts)
{
	struct story story = {.verdicts = verdicts};
	struct version version;

	while (story.error == 0 && sorter_next(versions, &version)) {
		if (!story.begun || !order_is_one_story(&story.first, &version)) {
			end_story(&story);
			story = (struct story){.verdicts = verdicts,
					       .begun = true,
					       .first = version,
					       .error = story.error};
		}
		add_version(&story, &version);
	}
	end_story(&story);
	return story.error != 0 ? story.error : sorter_error(versions);
}

int stories_decide(struct sorter *versions, bool has_references, const struct verdicts *verdicts)
{
	struct stage titles = {.change = change_title}, ranks = {.change = change_rank};
	int error = 0;

	if (has_references)
		versions = references_follow(versions, &error);
	if (error == 0)
		versions = hand_on(versions, order_titles, NULL, &error);
	if (error == 0)
		versions = hand_on(versions, order_times, &titles, &error);
	if (error == 0)
		versions = hand_on(versions, order_versions, &ranks, &error);
	if (error == 0) {
		error = decide_all(versions, verdicts);
		sorter_free(versions);
	}
	return error;
}

int stories_keep(struct sorter *versions, const struct verdicts *verdicts)
{
	struct story story = {.verdicts = verdicts};
	struct version version;

	while (story.error == 0 && sorter_next(versions, &version)) {
		keep(&story, &version);
		add_hash(&story);
	}
	int error = story.error != 0 ? story.error : sorter_error(versions);
	sorter_free(versions);
	return error;
}
