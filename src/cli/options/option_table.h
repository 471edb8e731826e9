/* The table of options. */
#ifndef TELEX_CLI_OPTION_TABLE_H
#define TELEX_CLI_OPTION_TABLE_H

#include <stdbool.h>
#include <stddef.h>

#include "cli/options/option_values.h"
#include "cli/options/options.h"

struct option_row;

/** Set an option from its argument (NULL without one); false when the argument is wrong. */
typedef bool set_option(struct options *options, const struct option_row *row, const char *value);

/** Whether what a run writes, or its exit status, depends on an option: a run that resumes must
 * have the same of those that do.  Every option states it; there is no default. */
enum option_effect { EFFECT_UNSTATED, SHAPES_OUTPUT, SHAPES_NOTHING };

struct option_row {
	const char *name;
	char letter;          /* 0: none */
	const char *argument; /* NULL: none; "[=WHEN]": optional */
	const char *help;     /* NULL for the title of a group: then `name` is the title */
	enum option_effect effect;
	set_option *set;
	size_t number; /* the field's offset, a flag or an action, as `set` takes it */
	option_values
		*values; /* what the argument may be, or what the option lists; NULL: anything */
};

/** Row number `index`, NULL beyond the last one. */
const struct option_row *option_row_at(size_t index);

/** What the argument may be where it is not one of `values`, in words. */
const char *option_takes(const struct option_row *row);

/** Is the argument a list of the record's keys with commas between them? */
bool option_takes_keys(const struct option_row *row);

/** Is the argument the name of a file or a folder? */
bool option_takes_path(const struct option_row *row);

/** May the option be given several times, each adding to the others? */
bool option_is_repeatable(const struct option_row *row);

static inline bool option_is_title(const struct option_row *row)
{
	return row->help == NULL;
}

static inline bool option_argument_is_optional(const struct option_row *row)
{
	return row->argument != NULL && row->argument[0] == '[';
}

#endif
