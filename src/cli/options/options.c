/* Reading the command line by the table of options; what is wrong with it is reported with a hint.
 */
#include "cli/options/options.h"

#include <getopt.h>
#include <stdio.h>
#include <string.h>

#include <xxhash.h>

#include "cli/options/field_keys.h"
#include "cli/options/hint.h"
#include "cli/report/messages.h"
#include "cli/options/option_table.h"
#include "core/ascii.h"

#define NO_LETTER 0x100 /* getopt_long() codes of options without a letter start here */
#define ROWS_MAX  64
#define NOUN_MAX  16

static int code_of(size_t index)
{
	const struct option_row *row = option_row_at(index);

	return row->letter != 0 ? row->letter : NO_LETTER + (int)index;
}

static const struct option_row *row_of(int code, size_t *ret_index)
{
	const struct option_row *row;

	for (size_t i = 0; (row = option_row_at(i)) != NULL; i++) {
		*ret_index = i;
		if (!option_is_title(row) && code_of(i) == code)
			return row;
	}
	return NULL;
}

static int argument_kind(const struct option_row *row)
{
	if (row->argument == NULL)
		return no_argument;
	return option_argument_is_optional(row) ? optional_argument : required_argument;
}

/* getopt_long()'s two views of the table. */
static void make_getopt(struct option longs[ROWS_MAX + 1], char shorts[2 * ROWS_MAX + 2])
{
	size_t count = 0, len = 0;
	const struct option_row *row;

	shorts[len++] = ':';
	for (size_t i = 0; i < ROWS_MAX && (row = option_row_at(i)) != NULL; i++) {
		if (option_is_title(row))
			continue;
		longs[count++] = (struct option){row->name, argument_kind(row), NULL, code_of(i)};
		if (row->letter == 0)
			continue;
		shorts[len++] = row->letter;
		if (row->argument != NULL)
			shorts[len++] = ':';
	}
	longs[count] = (struct option){NULL, 0, NULL, 0};
	shorts[len] = '\0';
}

static void refuse_unknown(const char *word)
{
	struct hint hint = {.word = word + strspn(word, "-")};
	const struct option_row *row;

	for (size_t i = 0; word[0] == '-' && word[1] == '-' && (row = option_row_at(i)) != NULL;
	     i++) {
		if (!option_is_title(row))
			hint_try(&hint, row->name);
	}
	if (hint.best != NULL)
		message("unknown option '%s'; did you mean '--%s'?", word, hint.best);
	else
		message("unknown option '%s'; telex --help lists them", word);
}

/* "record, tokens, view" */
static void list_values(option_values *values, char *ret_list, size_t size)
{
	const char *name, *meaning;
	size_t len = 0;

	ret_list[0] = '\0';
	for (size_t i = 0; values(i, &name, &meaning) && len < size; i++)
		len += (size_t)snprintf(ret_list + len, size - len, i == 0 ? "%s" : ", %s", name);
}

/* "FORMAT" is printed as "format"; an optional argument as "value". */
static void name_argument(const struct option_row *row, char ret_noun[NOUN_MAX])
{
	const char *from = option_argument_is_optional(row) ? "VALUE" : row->argument;
	size_t len = 0;

	for (; from[len] != '\0' && len < NOUN_MAX - 1; len++)
		ret_noun[len] = tx_is_upper(from[len]) ? (char)(from[len] | 0x20) : from[len];
	ret_noun[len] = '\0';
}

/* The option that lists these values, NULL when none does. */
static const char *lister_of(option_values *values)
{
	const struct option_row *row;

	for (size_t i = 0; (row = option_row_at(i)) != NULL; i++) {
		if (row->values == values && row->argument == NULL)
			return row->name;
	}
	return NULL;
}

static void refuse_value(const struct option_row *row, const char *value)
{
	char noun[NOUN_MAX], list[128];
	const char *meant, *lister;

	if (row->values == NULL) {
		message("wrong value '%s' for --%s; it takes %s", value, row->name,
			option_takes(row));
		return;
	}
	name_argument(row, noun);
	list_values(row->values, list, sizeof(list));
	meant = hint_value(row->values, value);
	lister = lister_of(row->values);
	if (meant != NULL)
		message("unknown %s '%s'; did you mean '%s'?", noun, value, meant);
	else if (lister != NULL)
		message("unknown %s '%s'; telex --%s lists them", noun, value, lister);
	else
		message("unknown %s '%s' for --%s; it takes %s", noun, value, row->name, list);
}

static bool apply(const struct option_row *row, struct options *options, const char *value)
{
	if (row->set(options, row, value))
		return true;
	refuse_value(row, value == NULL ? "" : value);
	return false;
}

/* What getopt_long() did not take: an unknown option, or one without its argument. */
static void refuse(int code, const char *word)
{
	char letter[3] = {'-', (char)optopt, '\0'};
	bool is_long = word[0] == '-' && word[1] == '-';

	if (code == ':')
		message("option '%s' needs an argument", is_long ? word : letter);
	else
		refuse_unknown(is_long ? word : letter);
}

static uint64_t add_string(uint64_t hash, const char *string)
{
	return XXH64(string, strlen(string) + 1, hash);
}

/* Of the values that count: the last one of an option, but all of one that adds up, in the order in
 * which they are given. */
static void note_value(uint64_t values[ROWS_MAX], uint64_t *sum, const struct option_row *row,
		       size_t index, const char *value)
{
	if (row->effect != SHAPES_OUTPUT)
		return;
	uint64_t hash = add_string(add_string(0, row->name), value == NULL ? "" : value);
	if (option_is_repeatable(row))
		*sum = XXH64(&hash, sizeof(hash), *sum);
	else
		values[index] = hash;
}

/* What --latest and --dedupe, which look at the whole input, cannot be given with.  False: it has
 * been reported. */
static bool check_selection(const struct options *o)
{
	const char *name = o->latest ? "latest" : "dedupe";

	if (!o->latest && !o->dedupe)
		return true;
	if (o->check)
		message("--%s selects records, and --check writes none", name);
	else if (o->output_is_folder)
		message("--%s writes one output: --output must be a file, not a folder", name);
	else if (o->resume)
		message("--%s begins to write when all is read: there is nothing to --resume",
			name);
	else if (o->shard_count > 0)
		message("--%s must see all sources, not a --shard; run it on the records that the "
			"shards have written",
			name);
	else if (o->latest && o->to == TELEX_TO_TOKENS)
		message("--latest joins records, and tokens are of one text; --to takes another "
			"format");
	else
		return true;
	return false;
}

/* Options that only make sense together. */
static bool check_together(const struct options *o)
{
	if (!check_selection(o))
		return false;
	if (o->resume && o->output_path == NULL)
		message("--resume goes on with an output: it needs --output");
	else if (o->errors_path != NULL && o->output_path != NULL &&
		 strcmp(o->errors_path, o->output_path) == 0)
		message("--errors and --output name the same file");
	else if (o->page_path != NULL &&
		 ((o->output_path != NULL && strcmp(o->page_path, o->output_path) == 0) ||
		  (o->errors_path != NULL && strcmp(o->page_path, o->errors_path) == 0)))
		message("--report names the file of another output");
	else
		return true;
	return false;
}

bool options_parse(int argc, char **argv, struct options *ret_options)
{
	struct option longs[ROWS_MAX + 1];
	char shorts[2 * ROWS_MAX + 2];
	uint64_t values[ROWS_MAX] = {0}, sum = add_string(0, telex_version());
	size_t index;

	memset(ret_options, 0, sizeof(*ret_options));
	ret_options->parser.size = sizeof(ret_options->parser);
	make_getopt(longs, shorts);
	opterr = 0;
	for (int code; (code = getopt_long(argc, argv, shorts, longs, NULL)) != -1;) {
		const struct option_row *row = row_of(code, &index);
		if (row == NULL) {
			refuse(code, argv[optind - 1]);
			return false;
		}
		if (!apply(row, ret_options, optarg))
			return false;
		note_value(values, &sum, row, index, optarg);
	}
	ret_options->fingerprint = XXH64(values, sizeof(values), sum);
	ret_options->sources = argv + optind;
	ret_options->source_count = argc - optind;
	bool are_paths = ret_options->to >= TELEX_TO_CSV;
	if (ret_options->parser.fields != NULL &&
	    !field_keys_check(ret_options->parser.fields, are_paths))
		return false;
	if (are_paths) {
		ret_options->parser.columns = ret_options->parser.fields;
		ret_options->parser.fields = NULL;
	}
	return check_together(ret_options);
}
