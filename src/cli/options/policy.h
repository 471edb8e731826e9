/* Which warnings count: --allow, --deny and --only. */
#ifndef TELEX_CLI_POLICY_H
#define TELEX_CLI_POLICY_H

#include <stdbool.h>
#include <stdint.h>

#define POLICY_CODES_MAX 64

enum verdict {
	VERDICT_USUAL,   /* as --check and --strict say */
	VERDICT_ALLOWED, /* neither reported nor counted */
	VERDICT_DENIED   /* a finding, always reported */
};

/** A verdict for each warning code, as bits by its place in telex_warning_code(); all zero is no
 * policy. */
struct policy {
	uint64_t allowed;
	uint64_t denied;
	uint64_t only; /* 0: all count */
};

/** Give a verdict on a code; the last one counts.  False when there is no such code. */
bool policy_set(struct policy *policy, const char *code, enum verdict verdict);

/** Let only this code count, and others given so.  False when there is no such code. */
bool policy_only(struct policy *policy, const char *code);

enum verdict policy_judge(const struct policy *policy, const char *code);

#endif
