/* telex: the command.  Lists and help go to standard output, messages about the run to
 * standard error. */
#include <signal.h>
#include <stdio.h>
#include <string.h>

#include "cli/options/completion.h"
#include "cli/report/messages.h"
#include "cli/options/options.h"
#include "cli/run/descriptors.h"
#include "cli/run/memory.h"
#include "cli/run/run.h"

/* One of the library's lists: name and meaning of entry number `index`, 0 beyond the last one. */
typedef int list_entry(size_t index, const char **ret_name, const char **ret_meaning);

static void print_list(list_entry *entry)
{
	const char *name, *meaning;

	for (size_t i = 0; entry(i, &name, &meaning); i++)
		printf("%-20s %s\n", name, meaning);
}

static void print_version(bool with_credits)
{
	printf("telex %s, records %s\n", telex_version(), TELEX_RECORD_VERSION);
	if (with_credits)
		printf("%s\n", telex_credits());
}

static bool print_completion(enum shell shell)
{
	struct tx_buffer file = {0};

	completion_write(&file, shell);
	bool whole = !file.failed;
	if (whole)
		fwrite(file.data, 1, file.len, stdout);
	else
		message("out of memory");
	tx_buffer_done(&file);
	return whole;
}

static int answer(const struct options *options)
{
	switch (options->action) {
	case ACTION_HELP:
		options_help();
		break;
	case ACTION_VERSION:
		print_version(options->verbose);
		break;
	case ACTION_LIST_FORMATS:
		print_list(telex_format);
		break;
	case ACTION_LIST_AGENCIES:
		print_list(telex_agency);
		break;
	case ACTION_LIST_WARNINGS:
		print_list(telex_warning_code);
		break;
	case ACTION_COMPLETION:
		if (!print_completion(options->shell))
			return EXIT_OUTPUT;
		break;
	case ACTION_CONVERT:
		break;
	}
	if (fflush(stdout) != 0 || ferror(stdout)) {
		message("cannot write to standard output");
		return EXIT_OUTPUT;
	}
	return EXIT_ALL_CONVERTED;
}

int main(int argc, char **argv)
{
	struct options options;
	struct sigaction ignore;

	if (!descriptors_fill())
		return EXIT_OUTPUT;
	memory_watch();
	memset(&ignore, 0, sizeof(ignore));
	ignore.sa_handler = SIG_IGN;
	/* A reader that goes away and a file that may not grow are seen by write(). */
	(void)sigaction(SIGPIPE, &ignore, NULL);
	(void)sigaction(SIGXFSZ, &ignore, NULL);
	if (!options_parse(argc, argv, &options))
		return EXIT_USAGE;
	return (int)(options.action == ACTION_CONVERT ? run(&options) : answer(&options));
}
