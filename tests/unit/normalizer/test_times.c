/* Zones of times: what embargo notes say of them, and what places tell. */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>

#include "core/arena.h"
#include "normalizer/times/embargo.h"
#include "normalizer/times/instants.h"
#include "normalizer/times/times.h"

#define COUNT(array) (sizeof(array) / sizeof((array)[0]))
#define PLACES_MAX   2

struct embargo_row {
	const char *note;
	const char *want; /* NULL: no time */
	enum tx_clock clock;
	const char *place;
	bool unclear;
};

static const struct embargo_row embargoes[] = {
	{"EMBARGADO HASTA LAS 12.00 HORAS DEL 14 DE MARZO DE 2019", "2019-03-14T12:00:00",
	 TX_CLOCK_SENDER, "", false},
	{"Embargoed to 0001 Thursday March 14 2019", "2019-03-14T00:01:00", TX_CLOCK_SENDER, "",
	 false},
	{"Embargoed until 10:30 GMT, May 3, 2021", "2021-05-03T10:30:00Z", TX_CLOCK_STATED, "",
	 false},
	{"SPERRFRIST: 14. März 2019, 10:00 Uhr MEZ", "2019-03-14T10:00:00+01:00", TX_CLOCK_STATED,
	 "", false},
	{"EMBARGADO HASTA LAS 12.00 HORAS DEL 14 DE MARZO", "2024-03-14T12:00:00", TX_CLOCK_SENDER,
	 "", false},
	{"EMBARGO HASTA EL 14 DE MARZO DE 2019", NULL, TX_CLOCK_STATED, "", true},
	{"EMBARGO: hasta las 12.00 horas", NULL, TX_CLOCK_STATED, "", true},
	{"EMBARGO", NULL, TX_CLOCK_STATED, "", true},
	{"EMBARGO hasta las 09.17 hora local del 14 de marzo de 2019", "2019-03-14T09:17:00",
	 TX_CLOCK_LOCAL, "", false},
	{"EMBARGO HASTA LAS 09.17 HORA LOCAL DEL 14 DE MARZO DE 2019", "2019-03-14T09:17:00",
	 TX_CLOCK_LOCAL, "", false},
	{"Embargoed until 9:30 local time, May 3, 2021", "2021-05-03T09:30:00", TX_CLOCK_LOCAL, "",
	 false},
	{"Sperrfrist: 14. März 2019, 10:00 Uhr Ortszeit", "2019-03-14T10:00:00", TX_CLOCK_LOCAL, "",
	 false},
	/* The same hour in UTC tells the zone. */
	{"EMBARGO hasta las 09.17 hora local (07.17 GMT) del 14 de marzo de 2019",
	 "2019-03-14T09:17:00+02:00", TX_CLOCK_STATED, "", false},
	{"EMBARGO hasta las 01.30 hora local (23.30 GMT) del 14 de marzo de 2019",
	 "2019-03-14T01:30:00+02:00", TX_CLOCK_STATED, "", false},
	{"EMBARGO hasta las 21.00 hora local (02.30 GMT) del 14 de marzo de 2019",
	 "2019-03-14T21:00:00-05:30", TX_CLOCK_STATED, "", false},
	{"EMBARGO hasta las 12.00 (12.00 GMT) del 14 de marzo de 2019", "2019-03-14T12:00:00Z",
	 TX_CLOCK_STATED, "", false},
	/* No zone is seven minutes off. */
	{"EMBARGO hasta las 09.24 hora local (07.17 GMT) del 14 de marzo de 2019",
	 "2019-03-14T09:24:00", TX_CLOCK_LOCAL, "", true},
	{"EMBARGO hasta las 12.00, hora de Madrid, del 14 de marzo de 2019", "2019-03-14T12:00:00",
	 TX_CLOCK_PLACE, "Madrid", false},
	{"EMBARGO hasta las 12.00 hora de Buenos Aires del 14 de marzo de 2019",
	 "2019-03-14T12:00:00", TX_CLOCK_PLACE, "Buenos Aires", false},
	{"EMBARGO hasta las 12.00 hora peninsular del 14 de marzo de 2019", "2019-03-14T12:00:00",
	 TX_CLOCK_PLACE, "Madrid", false},
	{"Sous embargo jusqu'au 14 mars 2019 à 12h00, heure de Paris", "2019-03-14T12:00:00",
	 TX_CLOCK_PLACE, "Paris", false},
	/* Of several readings the latest counts. */
	{"EMBARGO entre las 10.00 y las 12.00 GMT del 14 de marzo de 2019", "2019-03-14T12:00:00Z",
	 TX_CLOCK_STATED, "", true},
	{"Embargo: 10:00 GMT, March 15 2019 (online 18:00 GMT, March 14 2019)",
	 "2019-03-15T10:00:00Z", TX_CLOCK_STATED, "", true},
	{"Embargo: 18:00 GMT on 05/10/2024", "2024-10-05T18:00:00Z", TX_CLOCK_STATED, "", true},
	{"Embargo: 18:00 GMT on 10/05/2024", "2024-10-05T18:00:00Z", TX_CLOCK_STATED, "", true},
	{"Embargo: 18:00 GMT on 25/10/2024", "2024-10-25T18:00:00Z", TX_CLOCK_STATED, "", false},
	{"Embargoed until midnight GMT, December 31, 2024", "2025-01-01T00:00:00Z", TX_CLOCK_STATED,
	 "", true},
	{"Sperrfrist: 31. Dezember 2024, 24:00 Uhr MEZ", "2025-01-01T00:00:00+01:00",
	 TX_CLOCK_STATED, "", false},
	/* A number after a date is its year only where it has four digits. */
	{"Sperrfrist: 05.10.2024, 18:00 Uhr", "2024-10-05T18:00:00", TX_CLOCK_SENDER, "", false},
	{"EMBARGOED UNTIL 22 October, 18.00 GMT", "2024-10-22T18:00:00Z", TX_CLOCK_STATED, "",
	 false},
	{"EMBARGOED UNTIL Oct 22, 18:00", "2024-10-22T18:00:00", TX_CLOCK_SENDER, "", false},
	{"EMBARGOED TO 1930 MONDAY OCTOBER 7", "2024-10-07T19:30:00", TX_CLOCK_SENDER, "", false},
	{"EMBARGOED to 6.30 pm on Thursday, 14 March, 2019", "2019-03-14T18:30:00", TX_CLOCK_SENDER,
	 "", false},
	{"Embargoed until 6 a.m. ET Thursday, March 14, 2019", "2019-03-14T06:00:00-04:00",
	 TX_CLOCK_STATED, "", false},
	{"Embargo bis 14.3.2019, 11 Uhr MEZ", "2019-03-14T11:00:00+01:00", TX_CLOCK_STATED, "",
	 false},
	{"Sous embargo jusqu'au jeudi 14 mars 2019 \xc3\xa0 11 heures 30, heure de Paris",
	 "2019-03-14T11:30:00", TX_CLOCK_PLACE, "Paris", false},
	{"EMBARGO ATE AS 12H30 DE 14/03/2019", "2019-03-14T12:30:00", TX_CLOCK_SENDER, "", false},
	{"Embargo fino alle ore 18 del 14 marzo 2019", "2019-03-14T18:00:00", TX_CLOCK_SENDER, "",
	 false},
	{"Embargo until 12:00 UTC+2, 14 March 2019", "2019-03-14T12:00:00+02:00", TX_CLOCK_STATED,
	 "", false},
	{"EMBARGO HASTA EL MEDIOD\xc3\x8d"
	 "A DEL 14 DE MARZO DE 2019",
	 "2019-03-14T12:00:00", TX_CLOCK_SENDER, "", false},
	/* The place of a "local time", and zones in words. */
	{"EMBARGO hasta las 12.00 hora local de Londres del 14 de marzo de 2019",
	 "2019-03-14T12:00:00", TX_CLOCK_PLACE, "Londres", false},
	{"Embargo \xc3\xa0s 12h00 hora local em Luanda, 14 de mar\xc3\xa7o de 2019",
	 "2019-03-14T12:00:00", TX_CLOCK_PLACE, "Luanda", false},
	{"Embargo : 12h00, heure locale de Dakar, 14 mars 2019", "2019-03-14T12:00:00",
	 TX_CLOCK_PLACE, "Dakar", false},
	{"Embargo: 12h00, heure fran\xc3\xa7"
	 "aise, 14 mars 2019",
	 "2019-03-14T12:00:00", TX_CLOCK_PLACE, "Paris", false},
	{"Embargo: ore 12, ora locale di Tunisi, 14 marzo 2019", "2019-03-14T12:00:00",
	 TX_CLOCK_PLACE, "Tunisi", false},
	{"Embargo: ore 12, ora italiana, 14 marzo 2019", "2019-03-14T12:00:00", TX_CLOCK_PLACE,
	 "Rome", false},
	{"Embargoed until 12:00 local time in Lagos, 14 March 2019", "2019-03-14T12:00:00",
	 TX_CLOCK_PLACE, "Lagos", false},
	{"Sperrfrist: 14.3.2019, 12 Uhr Ortszeit in Lima", "2019-03-14T12:00:00", TX_CLOCK_PLACE,
	 "Lima", false},
	{"Embargoed until 3 p.m. Geneva time on March 14, 2019", "2019-03-14T15:00:00",
	 TX_CLOCK_PLACE, "Geneva", false},
	{"Sperrfrist: 14.3.2019, 18.00 Uhr Londoner Zeit", "2019-03-14T18:00:00", TX_CLOCK_PLACE,
	 "London", false},
	{"Embargoed until 3 p.m. for the first time, March 14, 2019", "2019-03-14T15:00:00",
	 TX_CLOCK_SENDER, "", false},
	{"Embargoed until 5 p.m. Pacific, March 14, 2019", "2019-03-14T17:00:00-07:00",
	 TX_CLOCK_STATED, "", false},
	{"Embargoed until 5 p.m. Eastern time, March 14, 2019", "2019-03-14T17:00:00-04:00",
	 TX_CLOCK_STATED, "", false},
	{"Embargoed until 5 p.m., March 14, 2019: vote in Eastern Ukraine", "2019-03-14T17:00:00",
	 TX_CLOCK_SENDER, "", false},
	{"Embargo hasta las 18 horas (17 GMT) del 14 de marzo de 2019", "2019-03-14T18:00:00+01:00",
	 TX_CLOCK_STATED, "", false},
	{"Embargo hasta las 12 de la noche del 14 de marzo de 2019", "2019-03-15T00:00:00",
	 TX_CLOCK_SENDER, "", true},
};

static void embargoes_are_read(void **state)
{
	struct tx_date near = {2024, 3, 13};

	(void)state;
	for (size_t i = 0; i < COUNT(embargoes); i++) {
		const struct embargo_row *row = &embargoes[i];
		struct tx_embargo embargo = tx_embargo_read(tx_slice_of(row->note), near);

		if (embargo.found != (row->want != NULL) || embargo.unclear != row->unclear)
			fail_msg("%s: %s, unclear %d", row->note, embargo.time, embargo.unclear);
		if (row->want == NULL)
			continue;
		if (strcmp(embargo.time, row->want) != 0 || embargo.clock != row->clock ||
		    !tx_slice_is(embargo.place, row->place))
			fail_msg("%s: %s, clock %d, place '%.*s'", row->note, embargo.time,
				 (int)embargo.clock, (int)embargo.place.len, embargo.place.ptr);
	}
}

struct row {
	const char *time, *home, *places[PLACES_MAX];
	enum tx_clock clock;
	const char *named;
	const char *want;
};

static const struct row rows[] = {
	/* The clock of the dateline's place. */
	{"2025-04-19T09:17:00", "ES", {"Tehran"}, TX_CLOCK_LOCAL, "", "2025-04-19T09:17:00+03:30"},
	{"2025-12-19T09:17:00", "ES", {"London"}, TX_CLOCK_LOCAL, "", "2025-12-19T09:17:00Z"},
	{"2025-04-19T09:17:00", "", {"Lima"}, TX_CLOCK_LOCAL, "", "2025-04-19T09:17:00-05:00"},
	{"2025-04-19T09:17:00",
	 "ES",
	 {"Madrid", "Rome"},
	 TX_CLOCK_LOCAL,
	 "",
	 "2025-04-19T09:17:00+02:00"},
	{"2025-04-19T09:17:00", "ES", {"Madrid", "Lima"}, TX_CLOCK_LOCAL, "", NULL},
	{"2025-04-19T09:17:00", "ES", {"Xyzzyville"}, TX_CLOCK_LOCAL, "", NULL},
	{"2025-04-19T09:17:00", "ES", {NULL}, TX_CLOCK_LOCAL, "", NULL},
	/* A place that is named. */
	{"2025-04-19T09:17:00",
	 "ES",
	 {"Lima"},
	 TX_CLOCK_PLACE,
	 "Madrid",
	 "2025-04-19T09:17:00+02:00"},
	{"2025-04-19T09:17:00", "ES", {"Lima"}, TX_CLOCK_PLACE, "", NULL},
	/* The sender's, which is known at home. */
	{"2018-11-21T12:59:00",
	 "DE",
	 {"Leipzig"},
	 TX_CLOCK_SENDER,
	 "",
	 "2018-11-21T12:59:00+01:00"},
	{"2018-11-21T12:59:00", "DE", {"San Diego"}, TX_CLOCK_SENDER, "", NULL},
	{"2018-11-21T12:59:00", "DE", {"Vienna"}, TX_CLOCK_SENDER, "", NULL},
	{"2018-11-21T12:59:00", "DE", {"Berlin", "Vienna"}, TX_CLOCK_SENDER, "", NULL},
	{"2018-11-21T12:59:00",
	 "US",
	 {"New York"},
	 TX_CLOCK_SENDER,
	 "",
	 "2018-11-21T12:59:00-05:00"},
	{"2018-11-21T12:59:00", "US", {"Los Angeles"}, TX_CLOCK_SENDER, "", NULL},
	{"2018-11-21T12:59:00", "ES", {"Las Palmas de Gran Canaria"}, TX_CLOCK_SENDER, "", NULL},
	{"2018-11-21T12:59:00",
	 "",
	 {"San Diego"},
	 TX_CLOCK_SENDER,
	 "",
	 "2018-11-21T12:59:00-08:00"},
	/* Nothing to be found out. */
	{"2025-04-19T09:17:00Z", "ES", {"Tehran"}, TX_CLOCK_LOCAL, "", NULL},
	{"2025-04-19T09:17:00+01:00", "ES", {"Tehran"}, TX_CLOCK_LOCAL, "", NULL},
	{"2025-04-19", "ES", {"Tehran"}, TX_CLOCK_LOCAL, "", NULL},
	{"2025-04-19T09:17:00", "ES", {"Madrid"}, TX_CLOCK_STATED, "", NULL},
	{"2025-03-30T02:30:00", "ES", {"Madrid"}, TX_CLOCK_LOCAL, "", NULL},
	{"1969-03-30T12:30:00", "ES", {"Madrid"}, TX_CLOCK_LOCAL, "", NULL},
};

static void check(const struct row *row, struct tx_arena *arena)
{
	static struct tx_record record;
	struct tx_place_context context = {row->home, TX_LIT("en")};
	struct tx_place places[PLACES_MAX] = {{.name = {NULL, 0}}};
	struct tx_times times = {&record, &context, arena};
	const char *want = row->want == NULL ? row->time : row->want;

	record = (struct tx_record){.issued = tx_slice_of(row->time)};
	record.dateline.places = places;
	for (size_t i = 0; i < PLACES_MAX && row->places[i] != NULL; i++) {
		places[i].name = tx_slice_of(row->places[i]);
		tx_place_resolve(&places[i], &context);
		record.dateline.place_count++;
	}
	assert_true(tx_times_add_zone(&times, TX_TIME_ISSUED, row->clock, tx_slice_of(row->named)));
	if (!tx_slice_is(record.issued, want))
		fail_msg("%s %s: %.*s", row->time, row->places[0], (int)record.issued.len,
			 record.issued.ptr);
	assert_true(
		tx_slice_is(record.zone_from[TX_TIME_ISSUED], row->want == NULL ? "" : "place"));
}

static void places_tell_zones(void **state)
{
	struct tx_arena arena = {0};

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++)
		check(&rows[i], &arena);
	tx_arena_done(&arena);
}

static const struct {
	const char *text, *want; /* NULL: no time */
} instants[] = {
	{"20170102T222800+0000", "2017-01-02T22:28:00Z"},
	{"2014-09-05T09:32:00EDT", "2014-09-05T09:32:00-04:00"},
	{"2014-10-31T16:35ET", "2014-10-31T16:35:00-04:00"},
	{"2014-12-31T16:35ET", "2014-12-31T16:35:00-05:00"},
	{"2014-12-31T16:35:00 PT", "2014-12-31T16:35:00-08:00"},
	{"2014-11-02T01:30ET", "2014-11-02T01:30:00"}, /* an hour that came twice */
	{"2014-11-02T01:30XYZ", "2014-11-02T01:30:00"},
	{"2014-11-02", "2014-11-02"},
	{"2014-11-31T01:30", NULL},
};

static void zones_are_read_by_their_names(void **state)
{
	char got[TX_INSTANT_SIZE];

	(void)state;
	for (size_t i = 0; i < COUNT(instants); i++) {
		bool found = tx_instant_write(tx_slice_of(instants[i].text), got);
		if (found != (instants[i].want != NULL) ||
		    (found && strcmp(got, instants[i].want) != 0))
			fail_msg("%s: %s", instants[i].text, found ? got : "none");
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(embargoes_are_read),
		cmocka_unit_test(places_tell_zones),
		cmocka_unit_test(zones_are_read_by_their_names),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
