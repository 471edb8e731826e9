/* The evidence for and against sign-offs: each row decides by one weight of the table. */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>

#include "tokenizer/foot/signoff_evidence.h"

struct row {
	const char *line;
	bool plain, below_mark, no_mark;
	bool want;
	enum tx_signoff_evidence decides;
};

static const struct row rows[] = {
	{"abc/de", false, false, true, true, TX_SIGNOFF_SLASH},
	{"abc-de", false, false, false, true, TX_SIGNOFF_HYPHEN},
	{"sfp2305001400", false, false, true, true, TX_SIGNOFF_STAMPED},
	{"jm tc", false, true, false, true, TX_SIGNOFF_BELOW_MARK},
	{"abc-de", false, false, true, false, TX_SIGNOFF_NO_MARK},
	{"hvm vld", true, false, true, true, TX_SIGNOFF_PLAIN_STYLE},
	{"abc-de.", false, false, false, false, TX_SIGNOFF_FULL_STOP},
	{"si/no", false, false, false, false, TX_SIGNOFF_WORDS},
	{"Ajax/PSV", false, false, false, false, TX_SIGNOFF_NAME},
};

static int weigh(const struct row *row)
{
	struct tx_signoff signoff;
	telex_slice line = tx_slice_of(row->line);

	assert_true(tx_signoff_parse(line, true, &signoff));
	int known = (row->below_mark ? tx_signoff_weight(TX_SIGNOFF_BELOW_MARK) : 0) +
		    (row->no_mark ? tx_signoff_weight(TX_SIGNOFF_NO_MARK) : 0);
	return tx_signoff_weigh(line, row->plain, known, &signoff);
}

static void each_weight_decides(void **state)
{
	bool seen[TX_SIGNOFF__COUNT] = {false};

	(void)state;
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		int sum = weigh(&rows[i]), without = sum - tx_signoff_weight(rows[i].decides);
		if ((sum >= TX_SIGNOFF_ENOUGH) != rows[i].want)
			fail_msg("sign-off: '%s' weighs %d", rows[i].line, sum);
		if ((without >= TX_SIGNOFF_ENOUGH) == rows[i].want)
			fail_msg("sign-off: '%s' weighs %d without its weight", rows[i].line,
				 without);
		seen[rows[i].decides] = true;
	}
	for (size_t i = 0; i < TX_SIGNOFF__COUNT; i++)
		assert_true(seen[i]);
}

static void words_are_no_initials(void **state)
{
	static const char *const lines[] = {"No one was hurt.", "ewes - none.", "Ajax - PSV",
					    "Read more",        "and/or",       "oui/non",
					    "Leer nota"};

	(void)state;
	for (size_t i = 0; i < sizeof(lines) / sizeof(lines[0]); i++) {
		const struct row row = {.line = lines[i]};
		if (weigh(&row) >= TX_SIGNOFF_ENOUGH)
			fail_msg("sign-off: '%s'", lines[i]);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(each_weight_decides),
		cmocka_unit_test(words_are_no_initials),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
