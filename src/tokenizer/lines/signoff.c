/* The shape of sign-offs: one to four words of up to five groups of one to four letters, joined by
 * '/', '.', '-' or blanks: "mtf/fv", "Jar-c", "mw/mrm jla/im", "DH/rq./cla", "FP // MLS",
 * "ash-jlr-sk", "ACC (VQ) // EL", "(SDA\/sj)"; after the last group ten digits
 * ("sfp2305001400") or a stamp ("JR Mar-23-May-2000 16:10"). */
#include "tokenizer/lines/signoff.h"

#include "core/scan.h"
#include "core/ascii.h"
#include "tokenizer/lines/lines.h"
#include "core/stamp.h"

#define LENGTH_MAX 26 /* of the initials with what joins them */
#define GROUP_MAX  4
#define JOINT_MAX  8 /* characters between two groups */
#define DIGITS     10

static size_t letters(telex_slice s)
{
	size_t len = 0;

	while (len < s.len && tx_is_alpha(s.ptr[len]))
		len++;
	return len;
}

static telex_slice strip_brackets(telex_slice s)
{
	if (s.len > 2 && s.ptr[0] == '(' && s.ptr[s.len - 1] == ')')
		return tx_trim(tx_slice(s.ptr + 1, s.len - 2));
	return s;
}

/* One to four letters; a desk's number may follow: "s5". */
static size_t group_len(telex_slice s)
{
	size_t len = letters(s);

	return len > 0 && tx_count_digits(tx_slice_skip(s, len)) == 1 ? len + 1 : len;
}

/* What joins two groups. */
struct joint {
	size_t len;
	bool strong; /* a '/' or '-' */
};

static bool is_joint(char c)
{
	return c == '/' || c == '.' || c == '-' || c == ' ' || c == '\\' || c == '(' || c == ')';
}

static struct joint read_joint(telex_slice s)
{
	struct joint joint = {0, false};

	while (joint.len < s.len && is_joint(s.ptr[joint.len])) {
		joint.strong |= s.ptr[joint.len] == '/' || s.ptr[joint.len] == '-';
		joint.len++;
	}
	return joint;
}

/* "2305001400" glued to the last group, or "Mar-23-May-2000 16:10" after it. */
static bool read_stamp(telex_slice s, struct tx_signoff *signoff)
{
	bool digits = tx_count_digits(s) == DIGITS && s.len == DIGITS;

	signoff->dated = (digits || s.len > DIGITS) && tx_stamp_parse(s, &signoff->when);
	if (digits || signoff->dated)
		signoff->stamp = tx_trim(s);
	return signoff->stamp.ptr != NULL;
}

static bool read_groups(telex_slice rest, struct tx_signoff *signoff, bool *ret_strong)
{
	*ret_strong = false;
	while (rest.len > 0) {
		if (signoff->count > 0 && read_stamp(tx_trim(rest), signoff)) {
			*ret_strong = true;
			return true;
		}
		size_t len = group_len(rest);
		if (len == 0 || len > GROUP_MAX || signoff->count == TX_SIGNOFF_MAX)
			return false;
		signoff->initials[signoff->count++] = tx_slice_take(rest, len);
		rest = tx_slice_skip(rest, len);
		if (rest.len == 0 || tx_is_digit(rest.ptr[0]))
			continue;
		struct joint joint = read_joint(rest);
		if (joint.len == 0 || joint.len > JOINT_MAX)
			return false;
		*ret_strong |= joint.strong;
		if (joint.len < rest.len && read_stamp(tx_slice_skip(rest, joint.len), signoff)) {
			*ret_strong = true;
			return true;
		}
		rest = tx_slice_skip(rest, joint.len);
	}
	return signoff->count > 0;
}

bool tx_signoff_parse(telex_slice line, bool closed, struct tx_signoff *ret_signoff)
{
	telex_slice s = strip_brackets(tx_trim_seen(line));
	bool strong;

	while (s.len > 0 && (s.ptr[0] == '/' || s.ptr[0] == '-'))
		s = tx_trim(tx_slice_skip(s, 1));
	size_t first = group_len(s);
	if (first == 0 || first > GROUP_MAX || s.len > 2 * LENGTH_MAX)
		return false;
	struct tx_signoff signoff = {0};
	if (!read_groups(s, &signoff, &strong))
		return false;
	telex_slice last = signoff.initials[signoff.count - 1];
	signoff.text = tx_slice(s.ptr, (size_t)(last.ptr + last.len - s.ptr));
	if (signoff.text.len > LENGTH_MAX || (!strong && !closed))
		return false;
	if (!closed && signoff.count == 1 && signoff.stamp.ptr == NULL)
		return false;
	*ret_signoff = signoff;
	return true;
}
