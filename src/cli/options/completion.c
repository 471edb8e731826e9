/* Completion files for bash (4 and later), zsh and fish.  Options, and the values that some of them
 * take from a list, are completed; other arguments are files or nothing. */
#include "cli/options/completion.h"

#include "cli/options/option_table.h"
#include "core/slice.h"

/* The names of a list, a space between them. */
static void append_values(struct tx_buffer *out, option_values *values)
{
	const char *name, *meaning;

	for (size_t i = 0; values(i, &name, &meaning); i++)
		tx_buffer_printf(out, i == 0 ? "%s" : " %s", name);
}

/* The record's keys, which are values of a list: "a,b,-c". */
static void append_keys(struct tx_buffer *out, char between)
{
	telex_slice name;

	for (size_t i = 0; telex_key(i, &name); i++) {
		if (i > 0)
			tx_buffer_byte(out, between);
		tx_buffer_slice(out, name);
	}
}

/* The help of an option inside single quotes: `escaped` get a backslash, a line ends as a space. */
static void append_help(struct tx_buffer *out, const char *help, const char *escaped)
{
	for (; *help != '\0'; help++) {
		if (*help == '\'')
			tx_buffer_lit(out, "'\\'");
		if (strchr(escaped, *help) != NULL)
			tx_buffer_byte(out, '\\');
		tx_buffer_byte(out, *help == '\n' ? ' ' : *help);
	}
}

/* What follows an option on the command line, for bash. */
static void append_bash_argument(struct tx_buffer *out, const struct option_row *row)
{
	tx_buffer_lit(out, "\t");
	if (row->letter != 0)
		tx_buffer_printf(out, "-%c | ", row->letter);
	tx_buffer_printf(out, "--%s) ", row->name);
	if (option_takes_path(row)) {
		tx_buffer_lit(out, "compopt -o default 2>/dev/null; return");
	} else if (option_takes_keys(row)) {
		tx_buffer_lit(out, "list=1 values='");
		append_keys(out, ' ');
		tx_buffer_byte(out, '\'');
	} else if (row->values == NULL) {
		tx_buffer_lit(out, "return");
	} else {
		if (option_argument_is_optional(row))
			tx_buffer_lit(out, "[[ -n $equals ]] && ");
		tx_buffer_lit(out, "values='");
		append_values(out, row->values);
		tx_buffer_byte(out, '\'');
	}
	tx_buffer_lit(out, " ;;\n");
}

static void append_bash_options(struct tx_buffer *out)
{
	const struct option_row *row;

	for (size_t i = 0; (row = option_row_at(i)) != NULL; i++) {
		if (option_is_title(row))
			continue;
		tx_buffer_printf(out, " --%s", row->name);
		if (row->letter != 0)
			tx_buffer_printf(out, " -%c", row->letter);
	}
}

static void write_bash(struct tx_buffer *out)
{
	const struct option_row *row;

	tx_buffer_lit(out, "# Completion of telex for bash, made by telex --completion=bash.\n"
			   "_telex()\n"
			   "{\n"
			   "\tlocal word=${COMP_WORDS[COMP_CWORD]} equals= values= list= before=\n"
			   "\tlocal option=${COMP_WORDS[COMP_CWORD - 1]}\n"
			   "\tCOMPREPLY=()\n"
			   "\t# \"--to=view\" comes as three words.\n"
			   "\tif [[ $word == = ]]; then\n"
			   "\t\tword= equals=1\n"
			   "\telif [[ $option == = && $COMP_CWORD -gt 1 ]]; then\n"
			   "\t\toption=${COMP_WORDS[COMP_CWORD - 2]} equals=1\n"
			   "\tfi\n"
			   "\tcase $option in\n");
	for (size_t i = 0; (row = option_row_at(i)) != NULL; i++) {
		if (row->argument != NULL)
			append_bash_argument(out, row);
	}
	tx_buffer_lit(out, "\tesac\n"
			   "\tif [[ -z $values && $word == -* ]]; then\n"
			   "\t\tvalues='");
	append_bash_options(out);
	tx_buffer_lit(out, "'\n"
			   "\tfi\n"
			   "\tif [[ -n $list && $word == *[,-]* ]]; then\n"
			   "\t\tbefore=${word%${word##*[,-]}} word=${word##*[,-]}\n"
			   "\t\tcompopt -o nospace 2>/dev/null\n"
			   "\tfi\n"
			   "\tif [[ -n $values ]]; then\n"
			   "\t\tCOMPREPLY=($(compgen -P \"$before\" -W \"$values\" -- \"$word\"))\n"
			   "\telse\n"
			   "\t\tcompopt -o default 2>/dev/null\n"
			   "\tfi\n"
			   "}\n"
			   "complete -F _telex telex\n");
}

/* ":format:(text nitf)", ":path:_files", ":n:". */
static void append_zsh_argument(struct tx_buffer *out, const struct option_row *row)
{
	if (row->argument == NULL)
		return;
	tx_buffer_printf(out, "%s:%s:", option_argument_is_optional(row) ? ":" : "",
			 option_argument_is_optional(row) ? "value" : row->argument);
	if (option_takes_path(row)) {
		tx_buffer_lit(out, "_files");
	} else if (option_takes_keys(row)) {
		tx_buffer_lit(out, "_values -s , key ");
		append_keys(out, ' ');
	} else if (row->values != NULL) {
		tx_buffer_byte(out, '(');
		append_values(out, row->values);
		tx_buffer_byte(out, ')');
	}
}

/* "'(-t --to)'{-t+,--to=}", "'--color=-". */
static void append_zsh_names(struct tx_buffer *out, const struct option_row *row)
{
	const char *equals = row->argument == NULL              ? ""
			     : option_argument_is_optional(row) ? "=-"
								: "=";

	if (row->letter == 0) {
		tx_buffer_printf(out, "'%s--%s%s", option_is_repeatable(row) ? "*" : "", row->name,
				 equals);
		return;
	}
	tx_buffer_printf(out, "'(-%c --%s)'{-%c%s,--%s%s}'", row->letter, row->name, row->letter,
			 row->argument == NULL ? "" : "+", row->name, equals);
}

static void write_zsh(struct tx_buffer *out)
{
	const struct option_row *row;

	tx_buffer_lit(out, "#compdef telex\n"
			   "# Completion of telex for zsh, made by telex --completion=zsh.\n"
			   "_arguments -s -S : \\\n");
	for (size_t i = 0; (row = option_row_at(i)) != NULL; i++) {
		if (option_is_title(row))
			continue;
		tx_buffer_lit(out, "  ");
		append_zsh_names(out, row);
		tx_buffer_byte(out, '[');
		append_help(out, row->help, "[]\\:");
		tx_buffer_byte(out, ']');
		append_zsh_argument(out, row);
		tx_buffer_lit(out, "' \\\n");
	}
	tx_buffer_lit(out, "  '*:file:_files'\n");
}

static void append_fish_argument(struct tx_buffer *out, const struct option_row *row)
{
	if (option_takes_path(row))
		tx_buffer_lit(out, " -r -F");
	else if (row->argument != NULL && !option_argument_is_optional(row))
		tx_buffer_lit(out, " -x");
	/* What comes before the last comma stays. */
	if (option_takes_keys(row)) {
		tx_buffer_lit(out,
			      " -a '(commandline -ct | string replace -r \"^--fields=\" \"\" | "
			      "string replace -r \"[^,-]*\\$\" \"\"){");
		append_keys(out, ',');
		tx_buffer_lit(out, "}'");
	}
	if (row->argument == NULL || row->values == NULL)
		return;
	/* No file follows "--color=". */
	if (option_argument_is_optional(row))
		tx_buffer_lit(out, " -f");
	tx_buffer_lit(out, " -a '");
	append_values(out, row->values);
	tx_buffer_byte(out, '\'');
}

static void write_fish(struct tx_buffer *out)
{
	const struct option_row *row;

	tx_buffer_lit(out, "# Completion of telex for fish, made by telex --completion=fish.\n");
	for (size_t i = 0; (row = option_row_at(i)) != NULL; i++) {
		if (option_is_title(row))
			continue;
		tx_buffer_lit(out, "complete -c telex");
		if (row->letter != 0)
			tx_buffer_printf(out, " -s %c", row->letter);
		tx_buffer_printf(out, " -l %s", row->name);
		append_fish_argument(out, row);
		tx_buffer_lit(out, " -d '");
		append_help(out, row->help, "\\");
		tx_buffer_lit(out, "'\n");
	}
}

void completion_write(struct tx_buffer *out, enum shell shell)
{
	static void (*const write[])(struct tx_buffer *) = {
		[SHELL_BASH] = write_bash, [SHELL_ZSH] = write_zsh, [SHELL_FISH] = write_fish};

	write[shell](out);
}
