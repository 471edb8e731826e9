/* Rows of the tests of ANPA-1312: a frame, what is to be stated, the text and its pieces. */
#ifndef TELEX_TESTS_ANPA_ROWS_H
#define TELEX_TESTS_ANPA_ROWS_H

#include "reader/control/control.h"
#include "reader/reader.h"

#define WANTS_MAX 16

struct anpa_want {
	enum tx_field field;
	const char *value; /* entries of lists joined by '|'; "" = not stated */
};

struct anpa_row {
	const char *name;
	const char *bytes;
	size_t len;
	struct anpa_want wants[WANTS_MAX];
	size_t count;
	const char *copy;  /* NULL: not looked at */
	const char *kinds; /* of its pieces: h headline, s slug, c crosshead, t table, r rule */
};

#define BYTES(literal) (literal), sizeof(literal) - 1
#define LINE_1                                                                                     \
	"\x16\x16\x01W2870\x1f"                                                                    \
	"asian\r\n"
#define LINE_2     "r i\x13\x11 BC-AS--Nepal-Lost Umbrel   11-13 0349\r\n"
#define TABLE_2    "r z\x14\x12 BC-HKO--Icy League   05-17 0120\r\n"
#define START      LINE_1 LINE_2 "\x02"
#define TABLE      LINE_1 TABLE_2 "\x02"
#define KEYWORD    "^BC-AS--Nepal-Lost Umbrellas,349<\r\n"
#define TITLE      KEYWORD "^Airport returns umbrellas<\r\n"
#define END        "\x03\t   AP-WF-11-13-13 1509GMT<\r\n\x0c\r\n\x04"
#define TITLE_TEXT "BC-AS--Nepal-Lost Umbrellas\nAirport returns umbrellas\n"

/** Read a frame of ANPA-1312, whatever else it looks like. */
telex_status read_anpa_frame(struct tx_reader *reader, telex_slice bytes, telex_error *reterr);

/** Read each row's frame and hold it against what is wanted. */
void check_anpa_rows(const struct anpa_row *rows, size_t count);

/** Every beginning of every row is read or refused, never worse. */
void check_anpa_rows_cut_off(const struct anpa_row *rows, size_t count);

#endif
