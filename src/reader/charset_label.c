/* What the labels of charsets mean in practice: WHATWG Encoding, section 4.2, which is what
 * browsers read every page of the web with.  So "iso-8859-1" is windows-1252 and "gb2312" is GBK.
 * Left out: its replacement encodings, and UTF-16, which a document that has been read as bytes is
 * not in. */
#include "reader/charset_label.h"

#include <stdlib.h>

#include "core/scan.h"
#include "core/ascii.h"

#define LABEL_MAX 40 /* bytes; longer than any label */

struct label {
	const char *label, *charset;
};

static const struct label labels[] = {
#include "reader/charset_labels.def"
};

/* Where iconv's charset of that name has fewer characters, or none has that name. */
static const struct label iconv_names[] = {
	{"Big5", "BIG5-HKSCS"}, {"EUC-JP", "EUC-JP-MS"}, {"EUC-KR", "CP949"},
	{"GBK", "GB18030"},     {"Shift_JIS", "CP932"},  {"x-mac-cyrillic", "MAC-UK"},
};

static int compare(const void *key, const void *row)
{
	return strcmp(key, ((const struct label *)row)->label);
}

const char *tx_charset_of_label(telex_slice label)
{
	char name[LABEL_MAX + 1];
	telex_slice trimmed = tx_trim(label);

	if (trimmed.len == 0 || trimmed.len > LABEL_MAX ||
	    memchr(trimmed.ptr, '\0', trimmed.len) != NULL)
		return NULL;
	for (size_t i = 0; i < trimmed.len; i++)
		name[i] = tx_lower(trimmed.ptr[i]);
	name[trimmed.len] = '\0';
	const struct label *found =
		bsearch(name, labels, TX_COUNT(labels), sizeof(labels[0]), compare);
	return found == NULL ? NULL : found->charset;
}

const char *tx_charset_iconv_name(const char *charset)
{
	for (size_t i = 0; i < TX_COUNT(iconv_names); i++) {
		if (strcmp(charset, iconv_names[i].label) == 0)
			return iconv_names[i].charset;
	}
	return charset;
}

bool tx_charset_label_is_ascii(telex_slice label)
{
	static const char *const names[] = {"us-ascii", "ascii", "ansi_x3.4-1968", NULL};

	for (const char *const *name = names; *name != NULL; name++) {
		if (tx_slice_eq_nocase(tx_trim(label), tx_slice_of(*name)))
			return true;
	}
	return false;
}
