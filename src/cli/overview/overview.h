/* What --report shows of a run, counted dispatch by dispatch.  Each worker has counts of its own,
 * which are added up at the end; the sums are the same for any number of workers.  Memory is
 * bounded, whatever the input. */
#ifndef TELEX_CLI_OVERVIEW_OVERVIEW_H
#define TELEX_CLI_OVERVIEW_OVERVIEW_H

#include "cli/overview/tally.h"
#include "cli/report/run_stats.h"
#include "telex/telex.h"

#define OVERVIEW_YEAR_MIN 1850
#define OVERVIEW_YEAR_MAX 2149
#define OVERVIEW_YEARS    (OVERVIEW_YEAR_MAX - OVERVIEW_YEAR_MIN + 1)
#define OVERVIEW_EXAMPLES 3   /* of each warning */
#define OVERVIEW_WARNINGS 64  /* more than there are codes */
#define OVERVIEW_PATH_MAX 250 /* bytes of a path that are shown */

/** Dispatches of each day of a year, from 1 January at 0. */
struct overview_year {
	uint32_t days[366];
};

/** Where a dispatch is: its item among all items of the run, its place in that. */
struct overview_place {
	uint64_t item, index;
	const char *path, *member;
};

/** A warning, and where it was given. */
struct overview_example {
	uint64_t item, index;
	uint32_t line;
	bool has_member;
	char source[OVERVIEW_PATH_MAX + 1]; /* the path, and the member after a slash */
	uint16_t path_len;                  /* bytes of it that are the path; 0: it was cut */
};

struct overview_warning {
	uint64_t count;
	size_t examples;
	struct overview_example example[OVERVIEW_EXAMPLES]; /* the first ones, in order */
};

/** What a dispatch may have. */
enum overview_part {
	OVERVIEW_HEADLINE,
	OVERVIEW_BYLINE,
	OVERVIEW_DATELINE,
	OVERVIEW_PLACE, /* that is known */
	OVERVIEW_DATE,  /* with its year */
	OVERVIEW_AGENCY,
	OVERVIEW_BODY,
	OVERVIEW_END_MARK,
	OVERVIEW_PARTS
};

enum overview_tally {
	OVERVIEW_AGENCIES,
	OVERVIEW_LANGUAGES,
	OVERVIEW_FORMATS,
	OVERVIEW_PLACES,
	OVERVIEW_CONTENTS, /* by hash of headline and body */
	OVERVIEW_TALLIES
};

struct overview {
	uint64_t records, words;
	uint64_t parts[OVERVIEW_PARTS];
	struct tally tallies[OVERVIEW_TALLIES];
	struct overview_year *years[OVERVIEW_YEARS];
	uint64_t undated;
	uint64_t hours[7][24]; /* by weekday, Monday first, on the clock of the sender */
	struct overview_warning warnings[OVERVIEW_WARNINGS];
	bool failed; /* memory was short: not all are counted */
};

/** An empty one; NULL when memory is short. */
struct overview *overview_new(void);

void overview_count(struct overview *overview, const telex_record *record,
		    const struct overview_place *place);

/** Add what `from` has counted. */
void overview_merge(struct overview *into, const struct overview *from);

/** Dispatches whose headline and body another one has had before; `*ret_exact`: else it is what
 * follows from a sample of them. */
uint64_t overview_duplicates(const struct overview *overview, bool *ret_exact);

void overview_free(struct overview *overview);

/** What a page says besides. */
struct overview_run {
	const struct run_stats *stats;
	uint64_t nanoseconds;
	uint64_t items_before; /* of a run that went on: not counted */
	const char *page_path; /* where the page will be: links are from there */
};

#define OVERVIEW_SIGN_MAX 512

/** Whether the first bytes of a file (at most OVERVIEW_SIGN_MAX are looked at) are those of such a
 * page. */
bool overview_is_page(telex_slice start);

/** Append the page: HTML and SVG, without scripts, with nothing from elsewhere. */
void overview_write(struct tx_buffer *out, const struct overview *overview,
		    const struct overview_run *run);

#endif
