/* Words of vendors by their place, and what agencies mean by their priorities. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "agency/profile.h"
#include "agency/vendor_terms.h"

static void a_word_counts_in_its_place(void **state)
{
	static const struct {
		enum tx_vendor_place place;
		const char *word;
		int field; /* -1: no row */
	} rows[] = {
		{TX_VENDOR_NITF_META, "NTBStikkord", TX_FIELD_SLUG},
		{TX_VENDOR_NITF_META, "ntbstikkord", TX_FIELD_SLUG},
		{TX_VENDOR_NITF_META, "category_iptc", TX_FIELD_SUBJECT},
		{TX_VENDOR_NITF_META, "EfePais", -1},
		{TX_VENDOR_NITF_CLASSIFIER, "apcategorycode", TX_FIELD_CATEGORY},
		{TX_VENDOR_NEWSML1_PROPERTY, "EfePais", TX_FIELD_PLACE},
		{TX_VENDOR_NEWSML1_PROPERTY, "Country", -1},
		{TX_VENDOR_NEWSML1_SCHEME, "ANPCatCodes", TX_FIELD_CATEGORY},
		{TX_VENDOR_G2_NOTE, "closingline", TX_FIELD_SIGNOFF},
		{TX_VENDOR_G2_NOTE, "notepad", TX_FIELD__COUNT},
		{TX_VENDOR_G2_SCHEME, "dpacat", TX_FIELD_CATEGORY},
		{TX_VENDOR_G2_SCHEME, "medtop", -1},
		{TX_VENDOR_G2_SCHEME, "", -1},
	};

	(void)state;
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		const struct tx_vendor_term *term =
			tx_vendor_term(rows[i].place, tx_slice_of(rows[i].word));
		if ((term == NULL ? -1 : (int)term->field) != rows[i].field)
			fail_msg("%s", rows[i].word);
	}
}

static void priorities_are_the_agency_s(void **state)
{
	const struct tx_profile *efe = tx_profile_find(TX_LIT("EFE"));

	(void)state;
	assert_int_equal(tx_profile_urgency(efe, TX_LIT("U")), 3);
	assert_int_equal(tx_profile_urgency(efe, TX_LIT("R")), 4);
	assert_int_equal(tx_profile_urgency(efe, TX_LIT("X")), 0);
	assert_int_equal(tx_profile_urgency(tx_profile_find(TX_LIT("AFP")), TX_LIT("U")), 0);
	assert_int_equal(tx_profile_urgency(NULL, TX_LIT("U")), 0);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_word_counts_in_its_place),
		cmocka_unit_test(priorities_are_the_agency_s),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
