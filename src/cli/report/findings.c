/* The policy of warnings (--check, --strict, --allow, --deny) put to work on one record. */
#include "cli/report/findings.h"

/* With --verbose nothing that an envelope states goes silently. */
static void report_leftovers(struct tx_buffer *out, const struct options *options, const char *path,
			     const char *member, const telex_record *record)
{
	telex_slice name, text;

	for (size_t i = 0; telex_record_leftover(record, i, &name, &text); i++)
		report_leftover(out, options->report_form, path, member, name, text);
}

bool findings_report_one(const struct findings *to, const char *path, const char *member,
			 const telex_warning *warning)
{
	const struct options *options = to->options;
	enum verdict verdict = policy_judge(&options->policy, warning->code);
	bool fails = options->strict || verdict == VERDICT_DENIED;

	if (verdict == VERDICT_ALLOWED)
		return false;
	run_stats_warning(to->stats, warning->code);
	if (fails)
		run_stats_error(to->stats);
	if (fails && options->errors_path != NULL)
		report_finding(to->errors, REPORT_JSON, path, member, warning, true);
	if (options->check || ((options->verbose || fails) && !options->quiet))
		report_finding(to->out, options->report_form, path, member, warning, fails);
	return options->check || fails;
}

bool findings_report(const struct findings *to, const char *path, const char *member,
		     const telex_record *record)
{
	bool found = false;
	telex_warning warning;

	for (size_t i = 0; telex_record_warning(record, i, &warning); i++)
		found |= findings_report_one(to, path, member, &warning);
	if (to->options->verbose && !to->options->check)
		report_leftovers(to->out, to->options, path, member, record);
	return found;
}
