/* The tables after core/calendar.h. */
#ifndef TX_CORE_CALENDAR_NAMES_H
#define TX_CORE_CALENDAR_NAMES_H

#include <stddef.h>
#include <stdint.h>

/* The longest name, in folded bytes: Russian Sunday. */
#define TX_CALENDAR_NAME_MAX 22

struct tx_calendar_name {
	char word[TX_CALENDAR_NAME_MAX + 1]; /* folded */
	uint8_t number;
	uint16_t languages; /* enum tx_calendar_language */
};

struct tx_calendar_names {
	const struct tx_calendar_name *names; /* sorted by word */
	size_t count;
};

extern const struct tx_calendar_names tx_month_names;
extern const struct tx_calendar_names tx_weekday_names;

#endif
