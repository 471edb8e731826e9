/* --help, from the table of options. */
#include <stdio.h>
#include <string.h>

#include "cli/options/option_table.h"

#define HELP_COLUMN 26 /* of the help texts */

static void print_row(const struct option_row *row)
{
	char left[64];
	const char *argument = row->argument == NULL ? "" : row->argument;
	const char *gap = row->argument == NULL || option_argument_is_optional(row) ? "" : " ";
	const char *help = row->help;

	if (row->letter != 0)
		snprintf(left, sizeof(left), "  -%c, --%s%s%s", row->letter, row->name, gap,
			 argument);
	else
		snprintf(left, sizeof(left), "      --%s%s%s", row->name, gap, argument);
	for (const char *line; (line = strchr(help, '\n')) != NULL; help = line + 1) {
		printf("%-*s %.*s\n", HELP_COLUMN, left, (int)(line - help), help);
		left[0] = '\0';
	}
	printf("%-*s %s\n", HELP_COLUMN, left, help);
}

void options_help(void)
{
	const struct option_row *row;

	puts("Usage: telex [OPTION]... [FILE]...\n"
	     "Read wire-service dispatches (standard input when no FILE is named, or for -)\n"
	     "and write normalized JSON records, one a line.\n"
	     "\n"
	     "    telex < dispatch.txt          one raw dispatch in, one record out\n"
	     "    telex -t view dispatch.txt    the dispatch with each field named\n"
	     "    telex --check *.txt           does everything here parse as it should?");
	for (size_t i = 0; (row = option_row_at(i)) != NULL; i++) {
		if (option_is_title(row))
			printf("\n%s:\n", row->name);
		else
			print_row(row);
	}
	puts("\nExit status: 0 all converted; 1 something could not be converted, or --check,\n"
	     "--strict or --deny found something; 2 wrong usage; 3 output not written.");
}
