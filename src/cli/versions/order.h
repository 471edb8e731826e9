/* In which order the versions of a story come, and which is proved to be later than another. */
#ifndef TELEX_CLI_VERSIONS_ORDER_H
#define TELEX_CLI_VERSIONS_ORDER_H

#include "cli/versions/version.h"

/* Orders for a sorter of struct version, none of which finds two equal. */

/** As in the input. */
int order_positions(const void *a, const void *b);

/** By story; of one first those that do not say that they are versions, by title. */
int order_titles(const void *a, const void *b);

/** By story and title, the earliest first. */
int order_times(const void *a, const void *b);

/** By story and title; of one first its kills, then its versions, the last one first, then its takes
 * by their number, of each the last one first. */
int order_versions(const void *a, const void *b);

/** Which of the three. */
enum version_class { CLASS_KILL, CLASS_VERSION, CLASS_TAKE };
enum version_class order_class(const struct version *version);

/** Numbers, the smaller first. */
int order_numbers(uint64_t a, uint64_t b);

/** Whether two are of one story. */
bool order_is_one_story(const struct version *a, const struct version *b);

/** Whether `a` is proved to be later than `b`: both have a number, else both a time, else both are in
 * one file. */
bool order_is_later(const struct version *a, const struct version *b);

/** What must be proved to outlive the kills of a story. */
struct kills {
	bool has_any, is_numbered, is_timed, is_one_source;
	struct version last; /* the largest of each of number, time and position */
};

/** Add a kill; all zero before the first. */
void kills_add(struct kills *kills, const struct version *kill);

/** Whether the version is proved to be later than all kills, or there are none. */
bool kills_spare(const struct kills *kills, const struct version *version);

#endif
