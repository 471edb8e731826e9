/* The table of options, and what each of them sets. */
#include "cli/options/option_table.h"
#include "core/scan.h"

#include <string.h>

#define JOBS_MAX 256

/* Set the field of type const char * at `row->number`; an empty text is wrong. */
static bool set_text(struct options *o, const struct option_row *row, const char *value)
{
	memcpy((char *)o + row->number, &value, sizeof(value));
	return value[0] != '\0';
}

/* Set the field of type bool at `row->number`. */
static bool set_true(struct options *o, const struct option_row *row, const char *value)
{
	bool yes = true;

	(void)value;
	memcpy((char *)o + row->number, &yes, sizeof(yes));
	return true;
}

static bool set_action(struct options *o, const struct option_row *row, const char *value)
{
	(void)value;
	o->action = (enum action)row->number;
	return true;
}

static bool set_write_flag(struct options *o, const struct option_row *row, const char *value)
{
	(void)value;
	o->write_flags |= (telex_write_flags)row->number;
	return true;
}

static bool set_parser_flag(struct options *o, const struct option_row *row, const char *value)
{
	(void)value;
	o->parser.flags |= (telex_parse_flags)row->number;
	return true;
}

static bool set_verbose(struct options *o, const struct option_row *row, const char *value)
{
	o->verbose = true;
	return set_parser_flag(o, row, value);
}

static bool set_from(struct options *o, const struct option_row *row, const char *value)
{
	size_t index;

	o->parser.from = value;
	return value_find(row->values, value, false, &index);
}

static bool set_agency(struct options *o, const struct option_row *row, const char *value)
{
	size_t index;

	o->parser.agency = value;
	return value_find(row->values, value, true, &index);
}

static bool set_to(struct options *o, const struct option_row *row, const char *value)
{
	size_t index = 0;
	bool known = value_find(row->values, value, false, &index);

	o->to = (telex_output)index;
	return known;
}

static bool set_output(struct options *o, const struct option_row *row, const char *value)
{
	size_t len = strlen(value);

	(void)row;
	o->output_path = strcmp(value, "-") == 0 ? NULL : value;
	o->output_is_folder = len > 0 && value[len - 1] == '/';
	return len > 0;
}

/* A file beside the output: its path is at `row->number`. */
static bool set_file(struct options *o, const struct option_row *row, const char *value)
{
	size_t len = strlen(value);

	memcpy((char *)o + row->number, &value, sizeof(value));
	return len > 0 && value[len - 1] != '/' && strcmp(value, "-") != 0;
}

/* The field of type enum when at `row->number`; without a value: always. */
static bool set_when(struct options *o, const struct option_row *row, const char *value)
{
	size_t index = WHEN_ALWAYS;
	bool known = value == NULL || value_find(row->values, value, false, &index);
	enum when when = (enum when)index;

	memcpy((char *)o + row->number, &when, sizeof(when));
	return known;
}

static bool set_summary(struct options *o, const struct option_row *row, const char *value)
{
	size_t index = 0;
	bool known = value == NULL || value_find(row->values, value, false, &index);

	o->summary = (enum summary)(SUMMARY_TEXT + index);
	return known;
}

static bool set_report_form(struct options *o, const struct option_row *row, const char *value)
{
	size_t index = 0;
	bool known = value_find(row->values, value, false, &index);

	o->report_form = (enum report_form)index;
	return known;
}

static bool set_completion(struct options *o, const struct option_row *row, const char *value)
{
	size_t index = 0;
	bool known = value_find(row->values, value, false, &index);

	o->action = ACTION_COMPLETION;
	o->shell = (enum shell)index;
	return known;
}

/* --allow and --deny: `row->number` is the verdict. */
static bool set_verdict(struct options *o, const struct option_row *row, const char *value)
{
	return policy_set(&o->policy, value, (enum verdict)row->number);
}

static bool set_only(struct options *o, const struct option_row *row, const char *value)
{
	(void)row;
	return policy_only(&o->policy, value);
}

static bool set_include(struct options *o, const struct option_row *row, const char *value)
{
	(void)row;
	return globs_include(&o->globs, value);
}

static bool set_exclude(struct options *o, const struct option_row *row, const char *value)
{
	(void)row;
	return globs_exclude(&o->globs, value);
}

static bool set_max_size(struct options *o, const struct option_row *row, const char *value)
{
	uint64_t bytes;

	(void)row;
	if (!value_size(value, UINT32_MAX, &bytes))
		return false;
	o->parser.max_bytes = (size_t)bytes;
	return true;
}

static bool set_max_expanded(struct options *o, const struct option_row *row, const char *value)
{
	(void)row;
	return value_size(value, INT64_MAX, &o->max_expanded);
}

static bool set_max_ratio(struct options *o, const struct option_row *row, const char *value)
{
	(void)row;
	return value_number(value, 1, UINT32_MAX, &o->max_ratio);
}

static bool set_jobs(struct options *o, const struct option_row *row, const char *value)
{
	uint64_t jobs;

	(void)row;
	if (!value_number(value, 1, JOBS_MAX, &jobs))
		return false;
	o->jobs = (unsigned)jobs;
	return true;
}

static bool set_shard(struct options *o, const struct option_row *row, const char *value)
{
	(void)row;
	return value_shard(value, &o->shard_index, &o->shard_count);
}

#define FIELD(member) offsetof(struct options, member)
#define TITLE(text)                                                                                \
	{                                                                                          \
		text, 0, NULL, NULL, EFFECT_UNSTATED, NULL, 0, NULL                                \
	}

static const struct option_row rows[] = {
	TITLE("Output"),
	{"to", 't', "FORMAT",
	 "record (default), ninjs, ninjs2, tokens, view,\ncsv, tsv, text, html", SHAPES_OUTPUT,
	 set_to, 0, values_of_to},
	{"pretty", 'p', NULL, "indented JSON", SHAPES_OUTPUT, set_write_flag, TELEX_WRITE_PRETTY,
	 NULL},
	{"spans", 0, NULL, "say where in the source each field stands", SHAPES_OUTPUT,
	 set_write_flag, TELEX_WRITE_SPANS, NULL},
	{"fields", 0, "LIST",
	 "keys to write, or -KEY not to; of csv, tsv, text:\npaths (a.0.b), lists are joined by \" "
	 "| \"",
	 SHAPES_OUTPUT, set_text, FIELD(parser.fields), NULL},
	{"latest", 0, NULL, "of each story the last version, its takes joined", SHAPES_OUTPUT,
	 set_true, FIELD(latest), NULL},
	{"dedupe", 0, NULL, "drop what says the same as a record before it", SHAPES_OUTPUT,
	 set_true, FIELD(dedupe), NULL},
	{"hash", 0, NULL, "name headline and body by their hash", SHAPES_OUTPUT, set_write_flag,
	 TELEX_WRITE_HASH, NULL},
	{"output", 'o', "PATH",
	 "write to a file, which appears when it is whole;\nwith a slash at its end a folder",
	 SHAPES_NOTHING, set_output, 0, NULL},
	{"resume", 0, NULL, "with -o: go on where a run was cut off", SHAPES_NOTHING, set_true,
	 FIELD(resume), NULL},
	{"color", 0, "[=WHEN]", "colours in the view: auto, always, never", SHAPES_OUTPUT, set_when,
	 FIELD(color), values_of_when},
	TITLE("Sources"),
	{"files-from", 0, "FILE", "also the sources that FILE lists, one a line", SHAPES_NOTHING,
	 set_text, FIELD(files_from), NULL},
	{"null", '0', NULL, "their names end with NUL, not with a line", SHAPES_NOTHING, set_true,
	 FIELD(null_separated), NULL},
	{"include", 0, "GLOB", "of folders and archives only files like this", SHAPES_OUTPUT,
	 set_include, 0, NULL},
	{"exclude", 0, "GLOB", "of folders and archives no files like this", SHAPES_OUTPUT,
	 set_exclude, 0, NULL},
	{"jobs", 'j', "N", "workers; as many as processors by default", SHAPES_NOTHING, set_jobs, 0,
	 NULL},
	{"shard", 0, "I/N", "only part I of N of the sources", SHAPES_OUTPUT, set_shard, 0, NULL},
	{"max-expanded", 0, "BYTES", "most that an archive may unpack to (64G)", SHAPES_OUTPUT,
	 set_max_expanded, 0, NULL},
	{"max-ratio", 0, "N", "most that it may grow by (1000)", SHAPES_OUTPUT, set_max_ratio, 0,
	 NULL},
	TITLE("Input"),
	{"from", 'f', "FORMAT", "input format; auto by default (--list-formats)", SHAPES_OUTPUT,
	 set_from, 0, telex_format},
	{"text-key", 0, "KEY", "of lines of JSON: the key of the raw text", SHAPES_OUTPUT, set_text,
	 FIELD(parser.text_key), NULL},
	{"id-key", 0, "KEY", "of lines of JSON: the key of their identifier", SHAPES_OUTPUT,
	 set_text, FIELD(parser.id_key), NULL},
	{"charset", 0, "NAME", "charset of the input, as iconv names it", SHAPES_OUTPUT, set_text,
	 FIELD(parser.charset), NULL},
	{"agency", 0, "CODE", "agency whose style it is (--list-agencies)", SHAPES_OUTPUT,
	 set_agency, 0, telex_agency},
	{"language", 0, "TAG", "language of the text (BCP 47)", SHAPES_OUTPUT, set_text,
	 FIELD(parser.language), NULL},
	{"reference-date", 0, "DATE", "day near which dates without a year lie", SHAPES_OUTPUT,
	 set_text, FIELD(parser.reference_date), NULL},
	{"max-size", 0, "BYTES", "largest dispatch (16M); k, M, G", SHAPES_OUTPUT, set_max_size, 0,
	 NULL},
	{"split", 0, "HOW", "plain text: auto, never, or the line between two", SHAPES_OUTPUT,
	 set_text, FIELD(parser.split), NULL},
	{"include-host", 0, "HOST", "of crawls: only pages of these hosts (a,b)", SHAPES_OUTPUT,
	 set_text, FIELD(parser.hosts), NULL},
	{"no-places", 0, NULL, "do not look places up", SHAPES_OUTPUT, set_parser_flag,
	 TELEX_PARSE_NO_PLACES, NULL},
	{"subjects", 0, "FILE", "names of topics, from IPTC's vocabulary file", SHAPES_OUTPUT,
	 set_text, FIELD(parser.subjects), NULL},
	TITLE("Checking"),
	{"check", 0, NULL, "print findings, no records; exit 1 on any", SHAPES_OUTPUT, set_true,
	 FIELD(check), NULL},
	{"strict", 0, NULL, "a warning counts as a failure", SHAPES_OUTPUT, set_true, FIELD(strict),
	 NULL},
	{"allow", 0, "CODE", "a warning that does not count (--list-warnings)", SHAPES_OUTPUT,
	 set_verdict, VERDICT_ALLOWED, telex_warning_code},
	{"only", 0, "CODE", "only this warning counts; may be repeated", SHAPES_OUTPUT, set_only, 0,
	 telex_warning_code},
	{"deny", 0, "CODE", "a warning that counts as a failure", SHAPES_OUTPUT, set_verdict,
	 VERDICT_DENIED, telex_warning_code},
	{"format-errors", 0, "FORM", "findings and errors as text, json, or github", SHAPES_OUTPUT,
	 set_report_form, 0, values_of_error_format},
	{"errors", 0, "FILE", "also write what failed to FILE, as lines of JSON", SHAPES_OUTPUT,
	 set_file, FIELD(errors_path), NULL},
	{"report", 0, "FILE", "also write what the run is like to FILE, as HTML", SHAPES_NOTHING,
	 set_file, FIELD(page_path), NULL},
	{"summary", 0, "[=FORM]", "counts at the end: text, json", SHAPES_NOTHING, set_summary, 0,
	 values_of_summary},
	{"progress", 0, "[=WHEN]", "a bar of progress: auto, always, never", SHAPES_NOTHING,
	 set_when, FIELD(progress), values_of_when},
	{"quiet", 'q', NULL, "say nothing of what could not be converted", SHAPES_NOTHING, set_true,
	 FIELD(quiet), NULL},
	{"verbose", 'v', NULL, "say more: warnings, and what no key takes", SHAPES_NOTHING,
	 set_verbose, TELEX_PARSE_LEFTOVERS, NULL},
	TITLE("About"),
	{"list-formats", 0, NULL, "formats that telex reads", SHAPES_NOTHING, set_action,
	 ACTION_LIST_FORMATS, telex_format},
	{"list-agencies", 0, NULL, "agencies whose house style it knows", SHAPES_NOTHING,
	 set_action, ACTION_LIST_AGENCIES, telex_agency},
	{"list-warnings", 0, NULL, "codes of warnings and what they mean", SHAPES_NOTHING,
	 set_action, ACTION_LIST_WARNINGS, telex_warning_code},
	{"completion", 0, "SHELL", "completion for bash, zsh, or fish", SHAPES_NOTHING,
	 set_completion, 0, values_of_shell},
	{"help", 'h', NULL, "this help", SHAPES_NOTHING, set_action, ACTION_HELP, NULL},
	{"version", 'V', NULL, "the version; with -v also the data's credits", SHAPES_NOTHING,
	 set_action, ACTION_VERSION, NULL},
};

const struct option_row *option_row_at(size_t index)
{
	return index < TX_COUNT(rows) ? &rows[index] : NULL;
}

const char *option_takes(const struct option_row *row)
{
	static const struct {
		set_option *set;
		const char *words;
	} takes[] = {{set_text, "a text that is not empty"},
		     {set_output, "the path of a file, or of a folder with a slash at its end"},
		     {set_file, "the path of a file"},
		     {set_include, "a pattern of at most 253 bytes, and 64 of them"},
		     {set_exclude, "a pattern of at most 253 bytes, and 64 of them"},
		     {set_jobs, "a number from 1 to 256"},
		     {set_shard, "I/N, part I from 1 to N, N up to 100000"},
		     {set_max_size, "a number of bytes from 1 to 4G-1, also as 16k, 16M, 1G"},
		     {set_max_expanded, "a number of bytes from 1 to 8388607T, also as 64k, 64M, "
					"64G, 64T"},
		     {set_max_ratio, "a number from 1 to 4294967295"}};

	for (size_t i = 0; i < TX_COUNT(takes); i++) {
		if (takes[i].set == row->set)
			return takes[i].words;
	}
	return "another value";
}

bool option_takes_keys(const struct option_row *row)
{
	return row->set == set_text && row->number == FIELD(parser.fields);
}

bool option_takes_path(const struct option_row *row)
{
	return row->argument != NULL &&
	       (strcmp(row->argument, "FILE") == 0 || strcmp(row->argument, "PATH") == 0);
}

bool option_is_repeatable(const struct option_row *row)
{
	return row->set == set_verdict || row->set == set_only || row->set == set_include ||
	       row->set == set_exclude;
}
