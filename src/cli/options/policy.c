/* The verdicts on warning codes. */
#include "cli/options/policy.h"

#include "cli/options/option_values.h"
#include "telex/telex.h"

bool policy_set(struct policy *policy, const char *code, enum verdict verdict)
{
	size_t index;

	if (!value_find(telex_warning_code, code, false, &index) || index >= POLICY_CODES_MAX)
		return false;
	uint64_t bit = UINT64_C(1) << index;
	policy->allowed &= ~bit;
	policy->denied &= ~bit;
	if (verdict == VERDICT_ALLOWED)
		policy->allowed |= bit;
	else if (verdict == VERDICT_DENIED)
		policy->denied |= bit;
	return true;
}

bool policy_only(struct policy *policy, const char *code)
{
	size_t index;

	if (!value_find(telex_warning_code, code, false, &index) || index >= POLICY_CODES_MAX)
		return false;
	policy->only |= UINT64_C(1) << index;
	return true;
}

enum verdict policy_judge(const struct policy *policy, const char *code)
{
	size_t index;

	if ((policy->allowed | policy->denied | policy->only) == 0 ||
	    !value_find(telex_warning_code, code, false, &index) || index >= POLICY_CODES_MAX)
		return VERDICT_USUAL;
	if ((policy->allowed >> index & 1) != 0 ||
	    (policy->only != 0 && (policy->only >> index & 1) == 0))
		return VERDICT_ALLOWED;
	return (policy->denied >> index & 1) != 0 ? VERDICT_DENIED : VERDICT_USUAL;
}
