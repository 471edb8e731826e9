/* The parts of the page of --report. */
#ifndef TELEX_CLI_OVERVIEW_PAGE_H
#define TELEX_CLI_OVERVIEW_PAGE_H

#include "cli/overview/overview.h"
#include "core/buffer.h"

/** Append text so that it is text in HTML, in an attribute too; bytes that are not UTF-8 and control
 * characters as U+FFFD. */
void page_text(struct tx_buffer *out, telex_slice text);

/** "12,345". */
void page_number(struct tx_buffer *out, uint64_t number);

/** "87.5%" of `whole`, "0%" of nothing. */
void page_share(struct tx_buffer *out, uint64_t part, uint64_t whole);

/** Bars of the names that came most often, and a row for the others. */
void page_bars(struct tx_buffer *out, const struct tally *tally, uint64_t records, size_t most);

/** Dispatches by day: a map of each year, or, of more years than can be looked at, of months. */
void page_days(struct tx_buffer *out, const struct overview *overview);

/** Dispatches by weekday and hour. */
void page_hours(struct tx_buffer *out, const struct overview *overview);

/** The places on a map that their coordinates and those of all known places draw. */
void page_map(struct tx_buffer *out, const struct tally *places);

#endif
