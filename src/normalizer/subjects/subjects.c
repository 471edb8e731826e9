/* Subject Codes and Media Topics of the IPTC: eight digits, of which the first two of a Subject
 * Code are those of a Media Topic at the top (01 to 17) and "20" begins the deeper ones.  The
 * senders name the schemes in many ways; here each has one name. Left out: Subject Codes of more
 * than eight digits or fewer, and the vendors' own codes, which keep their scheme. */
#include "normalizer/subjects/subjects.h"

#include "core/scan.h"
#include "core/ascii.h"
#include "normalizer/subjects/subject_table.h"

#define CODE_DIGITS 8

enum scheme { VENDOR, NOT_STATED, IPTC, SUBJECT_CODE, MEDIA_TOPIC };

static const telex_slice scheme_names[] = {
	[SUBJECT_CODE] = TX_SLICE("iptc-subject-code"),
	[MEDIA_TOPIC] = TX_SLICE("medtop"),
};

/* Names of the two schemes without case, and parts of names that tell; IPTC: which of the two, the
 * code says. */
static const struct {
	const char *name;
	enum scheme scheme;
} aliases[] = {
	{"subj", SUBJECT_CODE},
	{"iptc", IPTC},
	{"iptc-subject-code", SUBJECT_CODE},
	{"medtop", MEDIA_TOPIC},
};

static const struct {
	telex_slice part;
	enum scheme scheme;
} parts[] = {
	{TX_SLICE("cv.iptc.org/newscodes/subjectcode"), SUBJECT_CODE},
	{TX_SLICE("cv.iptc.org/newscodes/mediatopic"), MEDIA_TOPIC},
	{TX_SLICE("IptcSubjectCode"), SUBJECT_CODE},
	{TX_SLICE("iptc.subjectcode"), SUBJECT_CODE},
	{TX_SLICE("iptc.org:"), IPTC},
};

/* The number of an eight-digit code, or 0. */
static uint32_t number_of(telex_slice code)
{
	uint32_t number = 0;

	if (code.len != CODE_DIGITS)
		return 0;
	for (size_t i = 0; i < code.len; i++) {
		if (!tx_is_digit(code.ptr[i]))
			return 0;
		number = number * 10 + (uint32_t)(code.ptr[i] - '0');
	}
	return number;
}

static enum scheme read_scheme(telex_slice scheme)
{
	if (scheme.len == 0)
		return NOT_STATED;
	for (size_t i = 0; i < TX_COUNT(aliases); i++) {
		if (tx_slice_eq_nocase(scheme, tx_slice_of(aliases[i].name)))
			return aliases[i].scheme;
	}
	for (size_t i = 0; i < TX_COUNT(parts); i++) {
		if (tx_slice_find(scheme, parts[i].part) < scheme.len)
			return parts[i].scheme;
	}
	return VENDOR;
}

/* What a code of one of IPTC's schemes, or of none, is by its digits. */
static enum scheme scheme_of_code(enum scheme stated, uint32_t number)
{
	uint32_t top = number / TX_SUBJECT_TOP;

	if (top >= 1 && top <= TX_MEDTOPS)
		return stated == MEDIA_TOPIC ? MEDIA_TOPIC : SUBJECT_CODE;
	if (top == 20 && stated != SUBJECT_CODE)
		return MEDIA_TOPIC;
	return VENDOR;
}

static const struct tx_subject *find(uint32_t code)
{
	size_t low = 0, high = tx_subject_count;

	while (low < high) {
		size_t middle = low + (high - low) / 2;
		if (tx_subjects[middle].code == code)
			return &tx_subjects[middle];
		if (tx_subjects[middle].code < code)
			low = middle + 1;
		else
			high = middle;
	}
	return NULL;
}

static void name_subject_code(struct tx_term *term, uint32_t number)
{
	const struct tx_subject *subject = find(number);

	if (subject == NULL)
		return;
	const unsigned char *name = tx_subject_texts + subject->name;
	if (term->name.ptr == NULL)
		term->name = tx_slice((const char *)name + 1, name[0]);
	term->level = tx_slice_of(tx_subject_level(number));
}

static void name_by_vocabulary(struct tx_term *term, enum scheme scheme,
			       const struct tx_vocabulary *vocabulary)
{
	telex_slice prefix = scheme == SUBJECT_CODE ? TX_LIT("subj") : term->scheme;
	const struct tx_concept *found = tx_vocabulary_find(vocabulary, prefix, term->code);

	if (found == NULL)
		return;
	if (term->name.ptr == NULL)
		term->name = found->name;
	if (scheme == MEDIA_TOPIC && found->top != 0)
		term->medtop = &tx_medtops[found->top - 1];
}

static void name_term(struct tx_term *term, telex_slice sender,
		      const struct tx_vocabulary *vocabulary)
{
	uint32_t number = number_of(term->code), top = number / TX_SUBJECT_TOP;
	enum scheme stated = read_scheme(term->scheme),
		    scheme = stated == VENDOR ? VENDOR : scheme_of_code(stated, number);

	if (scheme != VENDOR) {
		term->scheme = scheme_names[scheme];
		if (top <= TX_MEDTOPS)
			term->medtop = &tx_medtops[top - 1];
	} else if (stated == NOT_STATED) {
		term->scheme = sender;
	}
	if (scheme == SUBJECT_CODE)
		name_subject_code(term, number);
	else if (scheme == MEDIA_TOPIC && top <= TX_MEDTOPS && term->name.ptr == NULL)
		term->name = term->medtop->name;
	if (vocabulary != NULL)
		name_by_vocabulary(term, scheme, vocabulary);
}

void tx_subjects_name(struct tx_record *record, const struct tx_vocabulary *vocabulary)
{
	telex_slice sender = record->agency_code;

	if (record->subject_count == 0)
		return;
	if (sender.ptr == NULL)
		sender = record->agency_name;
	if (sender.ptr == NULL)
		sender = tx_slice_of(record->source.format);
	for (size_t i = 0; i < record->subject_count; i++)
		name_term(&record->subjects[i], sender, vocabulary);
}
