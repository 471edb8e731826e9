/* Built and run at build time: writes the index of the profiles' signs as C, so that a look-up
 * walks only the signs of one kind that begin with one letter.  Not part of the library. */
#include <stdio.h>

#include "agency/sign_index.h"

static void print_entry(unsigned profile, unsigned index, telex_slice sign)
{
	bool star = sign.len > 1 && sign.ptr[sign.len - 1] == '*';
	unsigned second;

	sign.len -= star;
	second = sign.len > 1 && sign.ptr[0] != '*' ? (unsigned char)tx_lower(sign.ptr[1]) : 0;
	printf("\t{%u, %u, %zu, %d, %u},\n", profile, index, sign.len, star, second);
}

/* Print the entries of one kind and initial; returns how many there are. */
static unsigned print_entries(enum tx_sign_kind kind, unsigned initial)
{
	unsigned count = 0;

	for (unsigned p = 0; tx_profiles[p] != NULL; p++) {
		const char *const *signs = tx_profiles[p]->signs[kind];
		for (unsigned i = 0; signs != NULL && signs[i] != NULL; i++) {
			if (tx_sign_initial(signs[i][0]) != initial)
				continue;
			print_entry(p, i, tx_slice_of(signs[i]));
			count++;
		}
	}
	return count;
}

static bool begins(const char *name, unsigned initial)
{
	return name[0] != '\0' && tx_sign_initial(name[0]) == initial;
}

/* The agencies whose code or name has an initial. */
static void print_houses(void)
{
	unsigned starts[TX_SIGN_INITIALS + 1], count = 0;

	printf("\nconst uint8_t tx_house_entries[] = {");
	for (unsigned initial = 0; initial < TX_SIGN_INITIALS; initial++) {
		starts[initial] = count;
		for (unsigned p = 0; tx_profiles[p] != NULL; p++) {
			if (!begins(tx_profiles[p]->code, initial) &&
			    !begins(tx_profiles[p]->name, initial))
				continue;
			printf("%u, ", p);
			count++;
		}
	}
	starts[TX_SIGN_INITIALS] = count;
	printf("};\n\nconst uint8_t tx_house_starts[TX_SIGN_INITIALS + 1] = {");
	for (unsigned initial = 0; initial <= TX_SIGN_INITIALS; initial++)
		printf("%u, ", starts[initial]);
	printf("};\n");
}

/* The third byte of what has no letter there, or can end before it. */
static void add_opening(uint32_t thirds[26][26], const char *text)
{
	bool ends_early = text[0] != '\0' && text[1] != '\0' && (text[2] == '\0' || text[2] == '*');

	if (!tx_is_alpha(text[0]) || !tx_is_alpha(text[1]))
		return;
	thirds[tx_lower(text[0]) - 'a'][tx_lower(text[1]) - 'a'] |=
		ends_early ? UINT32_MAX : tx_third_bit(text[2]);
}

/* The first three letters of all that names an agency. */
static void print_openings(void)
{
	uint32_t thirds[26][26] = {{0}};

	for (unsigned p = 0; tx_profiles[p] != NULL; p++) {
		add_opening(thirds, tx_profiles[p]->name);
		for (enum tx_sign_kind kind = 0; kind <= TX_SIGN_BYLINE; kind++) {
			const char *const *signs = tx_profiles[p]->signs[kind];
			for (unsigned i = 0; signs != NULL && signs[i] != NULL; i++)
				add_opening(thirds, signs[i]);
		}
	}
	printf("\nconst uint32_t tx_agency_thirds[26][26] = {\n");
	for (unsigned i = 0; i < 26; i++) {
		printf("\t{");
		for (unsigned j = 0; j < 26; j++)
			printf("UINT32_C(%lu), ", (unsigned long)thirds[i][j]);
		printf("},\n");
	}
	printf("};\n");
}

int main(void)
{
	unsigned starts[TX_SIGN__COUNT][TX_SIGN_INITIALS + 1], count = 0;

	printf("#include \"agency/sign_index.h\"\n\nconst struct tx_sign_entry tx_sign_entries[] = "
	       "{\n");
	for (enum tx_sign_kind kind = 0; kind < TX_SIGN__COUNT; kind++) {
		for (unsigned initial = 0; initial < TX_SIGN_INITIALS; initial++) {
			starts[kind][initial] = count;
			count += print_entries(kind, initial);
		}
		starts[kind][TX_SIGN_INITIALS] = count;
	}
	printf("};\n\nconst uint16_t tx_sign_starts[TX_SIGN__COUNT][TX_SIGN_INITIALS + 1] = {\n");
	for (enum tx_sign_kind kind = 0; kind < TX_SIGN__COUNT; kind++) {
		printf("\t{");
		for (unsigned initial = 0; initial <= TX_SIGN_INITIALS; initial++)
			printf("%u, ", starts[kind][initial]);
		printf("},\n");
	}
	printf("};\n");
	print_houses();
	print_openings();
	return fflush(stdout) != 0 || ferror(stdout);
}
