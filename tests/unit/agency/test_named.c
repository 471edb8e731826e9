/* The agency that an envelope names: by code, by name, by a mark of datelines, in a domain. */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>

#include "agency/match.h"

static const struct {
	const char *text;
	const char *want; /* NULL: nobody */
} rows[] = {
	{"EFE", "EFE"},
	{"efe", "EFE"},
	{" EFE ", "EFE"},
	{"(EFE)", "EFE"},
	{"/EFE/", "EFE"},
	{"- EFE -", "EFE"},
	{"Agencia EFE", "EFE"},
	{"AGENCIA EFE", "EFE"},
	{"Reuters", "REUTERS"},
	{"dpa", "DPA"},
	{"texto.efeservicios.com", "EFE"},
	{"www.reuters.com", "REUTERS"},
	{"desk@dpa.example", "DPA"},
	{"http://efe.example/x", "EFE"},
	{"tag:reutersnews.example", "REUTERS"},
	{"APW", "AP"},
	{"XIN", "XINHUA"},
	{"CNA", "CNA"},
	{"NYT", "NYT"},
	{"LTW", "LTW"},
	{"tt.se", "TT"},
	{"www.ap.org", "AP"},
	{"shop.tt.example", NULL},
	{"", NULL},
	{"  ", NULL},
	{"()", NULL},
	{"The Village Post", NULL},
	{"efemeride.example", NULL},
	{"cafe.example", NULL},
	{"www.efe servicios.example", NULL},
};

static void test_named(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		const struct tx_profile *got = tx_profile_named(tx_slice_of(rows[i].text));
		const char *code = got == NULL ? "nobody" : got->code;
		if (strcmp(code, rows[i].want == NULL ? "nobody" : rows[i].want) != 0)
			fail_msg("\"%s\": %s", rows[i].text, code);
	}
}

/* Every agency is found by its own code and name. */
static void test_own_names(void **state)
{
	(void)state;
	for (const struct tx_profile *const *p = tx_profiles; *p != NULL; p++) {
		assert_ptr_equal(tx_profile_named(tx_slice_of((*p)->code)), *p);
		assert_ptr_equal(tx_profile_named(tx_slice_of((*p)->name)), *p);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_named),
		cmocka_unit_test(test_own_names),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
