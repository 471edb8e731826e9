/* Names of months and weekdays in the languages of the wires, and dates as numbers.
 * Names: reference tables of the trade in es en pt ca gl eu fr de it nl, and the genitives of cs,
 * pl, ru. */
#ifndef TX_CORE_CALENDAR_H
#define TX_CORE_CALENDAR_H

#include <stdbool.h>
#include <stdint.h>

#include "core/slice.h"

/** Languages whose names the tables hold, as bits, so that an agency can say which it writes. */
enum tx_calendar_language {
	TX_CAL_ES = 1 << 0,
	TX_CAL_EN = 1 << 1,
	TX_CAL_PT = 1 << 2,
	TX_CAL_CA = 1 << 3,
	TX_CAL_GL = 1 << 4,
	TX_CAL_EU = 1 << 5,
	TX_CAL_FR = 1 << 6,
	TX_CAL_DE = 1 << 7,
	TX_CAL_IT = 1 << 8,
	TX_CAL_NL = 1 << 9,
	TX_CAL_CS = 1 << 10,
	TX_CAL_PL = 1 << 11,
	TX_CAL_RU = 1 << 12,
	TX_CAL_DA = 1 << 13,
	TX_CAL_NO = 1 << 14,
	TX_CAL_SV = 1 << 15,
	TX_CAL_ANY = (1 << 16) - 1
};

/** A calendar date; 0 for a part that is not known. */
struct tx_date {
	int16_t year;
	uint8_t month; /* 1-12 */
	uint8_t day;   /* 1-31 */
};

/** Month 1-12 named by `word` (full or abbreviated, any case, with or without diacritics and final
 * period), or 0.  `*ret_languages` (may be NULL) gets the languages in which the word names that
 * month.  A word that names different months in different languages ("ag", "set") is looked up in
 * `prefer` first. */
unsigned tx_month(telex_slice word, unsigned prefer, unsigned *ret_languages);

/** Weekday 1 (Monday) to 7 named by the whole word `word`, full names only (abbreviations mislead),
 * or 0. */
unsigned tx_weekday(telex_slice word, unsigned prefer, unsigned *ret_languages);

/** Weekday 1 (Monday) to 7 of a Gregorian date. */
unsigned tx_date_weekday(struct tx_date date);

/** Whether the date exists (29 February only in leap years; without a year it may). */
bool tx_date_valid(struct tx_date date);

/** Whether year, month and day are known. */
static inline bool tx_date_is_whole(struct tx_date date)
{
	return date.year > 0 && date.month != 0 && date.day != 0;
}

/** Days since 1970-01-01. */
int32_t tx_date_days(struct tx_date date);

/** The day of a moment in seconds since 1970-01-01, as days since then; those before it are negative. */
int32_t tx_days_of_seconds(int64_t seconds);

/** The date so many days after 1970-01-01. */
struct tx_date tx_date_of_days(int32_t days);

/** The year that puts `month`/`day` of `date` nearest to `reference` (a full date). */
int16_t tx_date_nearest_year(struct tx_date date, struct tx_date reference);

/** Parse "YYYY-MM-DD"; false when it is anything else. */
bool tx_date_parse_iso(telex_slice text, struct tx_date *ret_date);

/** The date that a path states: a full one, "2025/04/19", "20250419-", "2025-04-19", the last of
 * several; else that of its folders, the last of them that is a year ("2025/", "2025.zip/") or a
 * month of one ("2025/04/", "2025-04/", "202504/"), with `month` or `day` 0 where unknown.  False
 * without any. */
bool tx_date_in_path(telex_slice path, struct tx_date *ret_date);

/** The last `digits` digits of a number; returns where they end. */
char *tx_digits_write(char *out, unsigned number, unsigned digits);

#endif
