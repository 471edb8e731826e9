/* The keys that --fields names. */
#ifndef TELEX_CLI_FIELD_KEYS_H
#define TELEX_CLI_FIELD_KEYS_H

#include <stdbool.h>

/** Whether each name in a list of keys is one of the record's, with `are_paths` a path of keys. What
 * is not is reported, with what may have been meant, or the keys that there are. */
bool field_keys_check(const char *list, bool are_paths);

#endif
