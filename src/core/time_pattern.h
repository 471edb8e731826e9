/* Dates and times of day by patterns, which are written as for strptime(3) (POSIX.1-2008), with
 * some additions:
 *
 *     %d  day, one or two digits             %m  month, one or two digits     %b  name of a month
 *     %Y, %y  year of four, of two digits    %H  hour, 0 to 24                %I  hour, 1 to 12
 *     %M, %S  two digits                     %p  "am", "p.m." ...             %P  the same, or none
 *     %4  hour and minute in four digits     %o  the ending of an ordinal, or none
 *     %_  blanks                             %~  blanks and a word such as "de", or none
 *     %f  a fraction of the second, or none  %Z  two to five letters of a zone, or none
 *     %z  a zone's name is next, and is left
 *     %w  a word of up to nine letters       %0d, %0y ...  all digits are there, and others may
 *                                            follow
 *
 * A blank is any number of blanks, everything else is itself, without case.  Names of months:
 * core/calendar.h. */
#ifndef TX_CORE_TIME_PATTERN_H
#define TX_CORE_TIME_PATTERN_H

#include <stdbool.h>
#include <stddef.h>

#include "core/ascii.h"
#include "core/calendar.h"
#include "core/slice.h"

/** What a pattern has read of a text. */
struct tx_time_match {
	telex_slice text;
	size_t start, at; /* it matches these bytes */
	struct tx_date date;
	unsigned hour, minute, second;
	telex_slice zone; /* .ptr NULL: none */
	bool has_clock;   /* an hour was read */
	bool fixed;       /* the next number has all its digits */
	bool failed;
};

/** Whether the text at byte `at` begins with the pattern.  The numbers are in range, the date need
 * not exist. */
bool tx_time_match(const char *pattern, telex_slice text, size_t at,
		   struct tx_time_match *ret_match);

/** Whether a byte belongs to a word or a number. */
static inline bool tx_time_in_word(char c)
{
	return tx_char_is(c, TX_CHAR_UPPER | TX_CHAR_LOWER | TX_CHAR_DIGIT | TX_CHAR_HIGH);
}

#endif
