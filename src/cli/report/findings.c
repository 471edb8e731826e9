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

bool findings_report(struct tx_buffer *out, struct tx_buffer *errors, struct run_stats *stats,
		     const struct options *options, const char *path, const char *member,
		     const telex_record *record)
{
	bool found = false;
	telex_warning warning;

	for (size_t i = 0; telex_record_warning(record, i, &warning); i++) {
		enum verdict verdict = policy_judge(&options->policy, warning.code);
		bool fails = options->strict || verdict == VERDICT_DENIED;
		if (verdict == VERDICT_ALLOWED)
			continue;
		run_stats_warning(stats, warning.code);
		if (fails)
			run_stats_error(stats);
		if (fails && options->errors_path != NULL)
			report_finding(errors, REPORT_JSON, path, member, &warning, true);
		found = found || options->check || fails;
		if (options->check || ((options->verbose || fails) && !options->quiet))
			report_finding(out, options->report_form, path, member, &warning, fails);
	}
	if (options->verbose && !options->check)
		report_leftovers(out, options, path, member, record);
	return found;
}
