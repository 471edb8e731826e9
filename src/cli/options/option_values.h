/* Values of options: the lists that some are taken from, numbers and sizes. */
#ifndef TELEX_CLI_OPTION_VALUES_H
#define TELEX_CLI_OPTION_VALUES_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/** A list of values, in the form of the library's lists (telex_format() …): 1 and name and meaning
 * of entry number `index`, 0 beyond the last one. */
typedef int option_values(size_t index, const char **ret_name, const char **ret_meaning);

option_values values_of_to;           /* telex_output */
option_values values_of_when;         /* enum when */
option_values values_of_summary;      /* enum summary, from SUMMARY_TEXT on */
option_values values_of_error_format; /* enum report_form */
option_values values_of_shell;        /* enum shell */

/** Which entry of the list `value` is; ASCII case counts unless `nocase`.  False: none. */
bool value_find(option_values *values, const char *value, bool nocase, size_t *ret_index);

/** A whole decimal number from `least` to `most`; false when `value` is anything else. */
bool value_number(const char *value, uint64_t least, uint64_t most, uint64_t *ret_number);

/** "16M": a number of bytes from 1 to `most`, with k, M, G or T. */
bool value_size(const char *value, uint64_t most, uint64_t *ret_bytes);

/** "2/8": which part, from 1, of how many, 100000 at most. */
bool value_shard(const char *value, unsigned *ret_index, unsigned *ret_count);

#endif
