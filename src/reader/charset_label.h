/* Names of charsets as documents, mails and pages state them. */
#ifndef TX_READER_CHARSET_LABEL_H
#define TX_READER_CHARSET_LABEL_H

#include <stdbool.h>

#include "core/slice.h"

/** The charset that a label means ("latin1" is "windows-1252", "gb2312" is "GBK"), as WHATWG
 * Encoding names it, in any case and with blanks around it.  NULL: no label of that standard. */
const char *tx_charset_of_label(telex_slice label);

/** The name by which iconv has a charset of tx_charset_of_label(); any other name as it is. */
const char *tx_charset_iconv_name(const char *charset);

/** Whether a label says that there are no bytes beyond ASCII. */
bool tx_charset_label_is_ascii(telex_slice label);

#endif
