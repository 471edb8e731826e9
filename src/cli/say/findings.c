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

bool findings_report(struct tx_buffer *out, struct tx_buffer *errors, struct tally *tally,
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
		tally_warning(tally, warning.code);
		if (fails)
			tally_error(tally);
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
