/* Which agency wrote it: marks and signs of the profiles held against pieces of a text. */
#ifndef TX_AGENCY_MATCH_H
#define TX_AGENCY_MATCH_H

#include <stdbool.h>
#include <stddef.h>

#include "agency/profile.h"

/** `text` against one pattern of a profile ('*' at an end of it represents letters, digits, '-',
 * blanks). */
bool tx_pattern_matches(const char *pattern, telex_slice text);

/** Length of the start of `text` that the pattern takes, ending at a word's end; 0 when it does not
 * match. */
size_t tx_pattern_prefix(const char *pattern, telex_slice text);

/** The profile that has the whole of `text` as a sign of this kind, or NULL. */
const struct tx_profile *tx_sign_find(telex_slice text, enum tx_sign_kind kind);

/** The profile that has a sign of this kind at the start of `text`; `*ret_len` gets its length
 * there. */
const struct tx_profile *tx_sign_at(telex_slice text, enum tx_sign_kind kind, size_t *ret_len);

/** The profile of the agency that an envelope names, by code, name, mark or domain; NULL: unknown.
 */
const struct tx_profile *tx_profile_named(telex_slice text);

/** Whether `text` is the code, the name or a mark of any agency. */
bool tx_is_agency(telex_slice text);

/** Whether the name or a mark of an agency is at the start of `text`, up to a word's end. */
bool tx_agency_begins(telex_slice text);

/** Whether `text` is an agency or an archive of pictures, as credits name it. */
bool tx_is_picture_agency(telex_slice text);

/** Claims of profiles on one dispatch, weighed by how much text they rest on. */
#define TX_CLAIMS_MAX 16

struct tx_claims {
	const struct tx_profile *profiles[TX_CLAIMS_MAX];
	size_t weights[TX_CLAIMS_MAX];
	size_t count;
};

/** What one piece of evidence is worth beside its length. */
enum tx_claim_rank { TX_CLAIM_WEAK = 1, TX_CLAIM_FAIR = 4, TX_CLAIM_STRONG = 16 };

/** Add a claim; NULL is ignored. */
void tx_claim(struct tx_claims *claims, const struct tx_profile *profile, enum tx_claim_rank rank,
	      size_t matched_bytes);

/** The profile with the highest weight, or NULL; `*ret_tie` when another has as much. */
const struct tx_profile *tx_claims_winner(const struct tx_claims *claims, bool *ret_tie);

#endif
