/* The policy of warnings (--check, --strict, --allow, --deny) put to work on one record. */
#include "cli/say/findings.h"

/* With --verbose nothing that an envelope states goes silently. */
static void report_leftovers(struct tx_buffer *out, const struct options *options, const char *path,
			     const char *member, const telex_record *record)
{
	telex_slice name, text;

	for (size_t i = 0; telex_record_leftover(record, i, &name, &text); i++)
		report_leftover(out, options->report_form, path, member, name, text);
}

bool findings_report(struct tx_buffer *out, struct tally *tally, const struct options *options,
		     const char *path, const char *member, const telex_record *record)
{
	bool found = false, usually_said = options->verbose || options->strict;
	telex_warning warning;

	for (size_t i = 0; telex_record_warning(record, i, &warning); i++) {
		enum verdict verdict = policy_judge(&options->policy, warning.code);
		bool denied = verdict == VERDICT_DENIED;
		if (verdict == VERDICT_ALLOWED)
			continue;
		tally_warning(tally, warning.code);
		found = found || options->check || options->strict || denied;
		if (options->check || ((usually_said || denied) && !options->quiet))
			report_finding(out, options->report_form, path, member, &warning);
	}
	if (options->verbose && !options->check)
		report_leftovers(out, options, path, member, record);
	return found;
}
