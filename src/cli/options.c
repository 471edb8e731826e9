/* The table of options and what is made from it. */
#include "cli/options.h"

#include <errno.h>
#include <getopt.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "cli/messages.h"

#define NO_LETTER    0x100 /* getopt_long() codes of options without a letter start here */
#define HELP_COLUMN  26    /* of the help texts */
#define NAME_MAX_LEN 32

/* Set an option from its argument (NULL without one); false when the argument is wrong. */
typedef bool set_option(struct options *options, const char *value);

struct row {
	const char *name;
	char letter;          /* 0: none */
	const char *argument; /* NULL: none; "[=WHEN]": optional */
	const char *help;     /* NULL for the title of a group: then `name` is the title */
	set_option *set;
};

static bool set_from(struct options *o, const char *value)
{
	o->parser.from = value;
	return true;
}

static bool set_to(struct options *o, const char *value)
{
	static const struct {
		const char *name;
		telex_output to;
	} outputs[] = {
		{"record", TELEX_TO_RECORD}, {"tokens", TELEX_TO_TOKENS}, {"view", TELEX_TO_VIEW}};

	for (size_t i = 0; i < sizeof(outputs) / sizeof(outputs[0]); i++) {
		if (strcmp(outputs[i].name, value) == 0) {
			o->to = outputs[i].to;
			return true;
		}
	}
	return false;
}

static bool set_output(struct options *o, const char *value)
{
	o->output_path = strcmp(value, "-") == 0 ? NULL : value;
	return value[0] != '\0';
}

static bool set_pretty(struct options *o, const char *value)
{
	(void)value;
	o->write_flags |= TELEX_PRETTY;
	return true;
}

static bool set_spans(struct options *o, const char *value)
{
	(void)value;
	o->write_flags |= TELEX_SPANS;
	return true;
}

static bool set_check(struct options *o, const char *value)
{
	(void)value;
	return o->check = true;
}

static bool set_strict(struct options *o, const char *value)
{
	(void)value;
	return o->strict = true;
}

static bool set_quiet(struct options *o, const char *value)
{
	(void)value;
	return o->quiet = true;
}

static bool set_verbose(struct options *o, const char *value)
{
	(void)value;
	o->parser.flags |= TELEX_LEFTOVERS;
	return o->verbose = true;
}

static bool set_agency(struct options *o, const char *value)
{
	o->parser.agency = value;
	return true;
}

static bool set_text_key(struct options *o, const char *value)
{
	o->parser.text_key = value;
	return true;
}

static bool set_charset(struct options *o, const char *value)
{
	o->parser.charset = value;
	return true;
}

static bool set_language(struct options *o, const char *value)
{
	o->parser.language = value;
	return value[0] != '\0';
}

static bool set_reference_date(struct options *o, const char *value)
{
	o->parser.reference_date = value;
	return true;
}

static bool set_subjects(struct options *o, const char *value)
{
	o->parser.subjects = value;
	return true;
}

static bool set_no_places(struct options *o, const char *value)
{
	(void)value;
	o->parser.flags |= TELEX_NO_PLACES;
	return true;
}

/* "16M": a number of bytes with k, M or G. */
static bool set_max_size(struct options *o, const char *value)
{
	static const char units[] = "kMG";
	char *end;
	unsigned shift = 0;

	errno = 0;
	unsigned long long number = strtoull(value, &end, 10);
	if (errno != 0 || end == value || value[0] == '-' || number == 0)
		return false;
	if (*end != '\0') {
		const char *unit = strchr(units, *end);
		if (unit == NULL || end[1] != '\0')
			return false;
		shift = 10 * (unsigned)(unit - units + 1);
	}
	if (number > (SIZE_MAX >> shift) || number << shift > UINT32_MAX)
		return false;
	o->parser.max_bytes = (size_t)number << shift;
	return true;
}

static bool set_color(struct options *o, const char *value)
{
	static const char *const names[] = {
		[WHEN_AUTO] = "auto", [WHEN_ALWAYS] = "always", [WHEN_NEVER] = "never"};

	o->color = WHEN_ALWAYS;
	for (size_t i = 0; value != NULL && i < sizeof(names) / sizeof(names[0]); i++) {
		if (strcmp(names[i], value) == 0) {
			o->color = (enum when)i;
			return true;
		}
	}
	return value == NULL;
}

static bool list_formats(struct options *o, const char *value)
{
	(void)value;
	o->action = ACTION_LIST_FORMATS;
	return true;
}

static bool list_agencies(struct options *o, const char *value)
{
	(void)value;
	o->action = ACTION_LIST_AGENCIES;
	return true;
}

static bool list_warnings(struct options *o, const char *value)
{
	(void)value;
	o->action = ACTION_LIST_WARNINGS;
	return true;
}

static bool show_help(struct options *o, const char *value)
{
	(void)value;
	o->action = ACTION_HELP;
	return true;
}

static bool show_version(struct options *o, const char *value)
{
	(void)value;
	o->action = ACTION_VERSION;
	return true;
}

static const struct row rows[] = {
	{"Output", 0, NULL, NULL, NULL},
	{"to", 't', "FORMAT", "record (default), tokens, or view", set_to},
	{"pretty", 'p', NULL, "indented JSON", set_pretty},
	{"spans", 0, NULL, "say where in the source each field stands", set_spans},
	{"output", 'o', "FILE", "write to FILE, which appears when it is whole", set_output},
	{"color", 0, "[=WHEN]", "colours in the view: auto, always, never", set_color},
	{"Input", 0, NULL, NULL, NULL},
	{"from", 'f', "FORMAT", "input format; auto by default (--list-formats)", set_from},
	{"text-key", 0, "KEY", "of lines of JSON (-f jsonl): the key of the raw text",
	 set_text_key},
	{"charset", 0, "NAME", "charset of the input, as iconv names it", set_charset},
	{"agency", 0, "CODE", "agency whose style it is (--list-agencies)", set_agency},
	{"language", 0, "TAG", "language of the text (BCP 47)", set_language},
	{"reference-date", 0, "DATE", "day near which dates without a year lie",
	 set_reference_date},
	{"max-size", 0, "BYTES", "largest dispatch (16M); k, M, G", set_max_size},
	{"no-places", 0, NULL, "do not look places up", set_no_places},
	{"subjects", 0, "FILE", "names of topics, from IPTC's vocabulary file", set_subjects},
	{"Checking", 0, NULL, NULL, NULL},
	{"check", 0, NULL, "print findings, no records; exit 1 on any", set_check},
	{"strict", 0, NULL, "a warning counts as a failure", set_strict},
	{"quiet", 'q', NULL, "say nothing of what could not be converted", set_quiet},
	{"verbose", 'v', NULL, "say more: warnings, and what no key takes", set_verbose},
	{"About", 0, NULL, NULL, NULL},
	{"list-formats", 0, NULL, "formats that telex reads", list_formats},
	{"list-agencies", 0, NULL, "agencies whose house style it knows", list_agencies},
	{"list-warnings", 0, NULL, "codes of warnings and what they mean", list_warnings},
	{"help", 'h', NULL, "this help", show_help},
	{"version", 'V', NULL, "the version; with -v also the data's credits", show_version},
};

enum { ROWS = sizeof(rows) / sizeof(rows[0]) };

static int code_of(size_t row)
{
	return rows[row].letter != 0 ? rows[row].letter : NO_LETTER + (int)row;
}

static const struct row *row_of(int code)
{
	for (size_t i = 0; i < ROWS; i++) {
		if (rows[i].set != NULL && code_of(i) == code)
			return &rows[i];
	}
	return NULL;
}

static int argument_kind(const struct row *row)
{
	if (row->argument == NULL)
		return no_argument;
	return row->argument[0] == '[' ? optional_argument : required_argument;
}

/* getopt_long()'s two views of the table. */
static void make_getopt(struct option longs[ROWS + 1], char shorts[2 * ROWS + 2])
{
	size_t count = 0, len = 0;

	shorts[len++] = ':';
	for (size_t i = 0; i < ROWS; i++) {
		if (rows[i].set == NULL)
			continue;
		longs[count++] =
			(struct option){rows[i].name, argument_kind(&rows[i]), NULL, code_of(i)};
		if (rows[i].letter == 0)
			continue;
		shorts[len++] = rows[i].letter;
		if (rows[i].argument != NULL)
			shorts[len++] = ':';
	}
	longs[count] = (struct option){NULL, 0, NULL, 0};
	shorts[len] = '\0';
}

static void print_row(const struct row *row)
{
	char left[64];
	const char *argument = row->argument == NULL ? "" : row->argument;
	const char *gap = row->argument == NULL || row->argument[0] == '[' ? "" : " ";

	if (row->set == NULL) {
		printf("\n%s:\n", row->name);
		return;
	}
	if (row->letter != 0)
		snprintf(left, sizeof(left), "  -%c, --%s%s%s", row->letter, row->name, gap,
			 argument);
	else
		snprintf(left, sizeof(left), "      --%s%s%s", row->name, gap, argument);
	printf("%-*s %s\n", HELP_COLUMN, left, row->help);
}

void options_help(void)
{
	puts("Usage: telex [OPTION]... [FILE]...\n"
	     "Read wire-service dispatches (standard input when no FILE is named, or for -)\n"
	     "and write normalized JSON records, one a line.\n"
	     "\n"
	     "    telex < dispatch.txt          one raw dispatch in, one record out\n"
	     "    telex -t view dispatch.txt    the dispatch with each field named\n"
	     "    telex --check *.txt           does everything here parse as it should?");
	for (size_t i = 0; i < ROWS; i++)
		print_row(&rows[i]);
	puts("\nExit status: 0 all converted; 1 something could not be converted, or --check\n"
	     "or --strict found something; 2 wrong usage; 3 output could not be written.");
}

static size_t smallest(size_t a, size_t b, size_t c)
{
	size_t least = a < b ? a : b;

	return least < c ? least : c;
}

/* Edits that make one word of another (Levenshtein). */
static size_t edit_distance(const char *a, const char *b)
{
	size_t row[NAME_MAX_LEN + 1], rows_a = strlen(a), columns = strlen(b);

	if (rows_a > NAME_MAX_LEN || columns > NAME_MAX_LEN)
		return SIZE_MAX;
	for (size_t j = 0; j <= columns; j++)
		row[j] = j;
	for (size_t i = 1; i <= rows_a; i++) {
		size_t diagonal = row[0];
		row[0] = i;
		for (size_t j = 1; j <= columns; j++) {
			size_t above = row[j];
			row[j] = smallest(above + 1, row[j - 1] + 1,
					  diagonal + (a[i - 1] != b[j - 1]));
			diagonal = above;
		}
	}
	return row[columns];
}

static void refuse_unknown(const char *word)
{
	const char *name = word + strspn(word, "-"), *best = NULL;
	size_t least = 4;

	for (size_t i = 0; word[0] == '-' && word[1] == '-' && i < ROWS; i++) {
		size_t distance =
			rows[i].set == NULL ? SIZE_MAX : edit_distance(name, rows[i].name);
		if (distance < least) {
			least = distance;
			best = rows[i].name;
		}
	}
	if (best != NULL)
		message("unknown option '%s'; did you mean '--%s'?", word, best);
	else
		message("unknown option '%s'; telex --help lists them", word);
}

static bool apply(const struct row *row, struct options *options, const char *value)
{
	if (row->set(options, value))
		return true;
	message("wrong value '%s' for --%s", value == NULL ? "" : value, row->name);
	return false;
}

bool options_parse(int argc, char **argv, struct options *ret_options)
{
	struct option longs[ROWS + 1];
	char shorts[2 * ROWS + 2], letter[3] = "-?";

	memset(ret_options, 0, sizeof(*ret_options));
	make_getopt(longs, shorts);
	opterr = 0;
	for (int code; (code = getopt_long(argc, argv, shorts, longs, NULL)) != -1;) {
		const struct row *row = row_of(code);
		if (row != NULL && !apply(row, ret_options, optarg))
			return false;
		if (row != NULL)
			continue;
		bool is_long = argv[optind - 1][0] == '-' && argv[optind - 1][1] == '-';
		letter[1] = (char)optopt;
		if (code == ':')
			message("option '%s' needs an argument",
				is_long ? argv[optind - 1] : letter);
		else
			refuse_unknown(is_long ? argv[optind - 1] : letter);
		return false;
	}
	ret_options->sources = argv + optind;
	ret_options->source_count = argc - optind;
	return true;
}
