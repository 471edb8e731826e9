"""Shapes of plain text: one byte of each class, and the parts of a dispatch in numbers that no newsroom sends."""

from shapes import DISPATCH, nested, repeated, square

CLASSES = {
    "blank": " ", "newline": "\n", "letter": "a", "capital": "A", "digit": "7", "paren": "(", "paren_close": ")",
    "quote_double": '"', "dash": "-", "less": "<", "ampersand": "&", "soh": "\x01", "stx": "\x02", "etx": "\x03",
    "eot": "\x04", "enq": "\x05", "syn": "\x16", "us": "\x1f", "delete": "\x7f", "lead_byte": b"\xc3", "ff_byte": b"\xff",
    "nul": "\0", "tab": "\t", "return": "\r", "form_feed": "\f", "escape": "\x1b", "dot": ".", "comma": ",", "slash": "/",
    "colon": ":", "brace": "{", "bracket": "[", "bracket_close": "]", "star": "*", "underscore": "_", "equal": "=",
    "hash": "#", "bar": "|", "backslash": "\\", "apostrophe": "'", "greater": ">", "euro": "€", "combining": "\u0301",
    "quote_open": "“", "guillemet": "«", "em_dash": "—", "no_break": "\u00a0", "byte_order": "\ufeff", "end_letter": "E",
    "four_letter": "N", "blank_line": " \n", "letter_line": "a\n", "capital_line": "A\n", "digit_line": "1\n",
    "dash_line": "-\n", "dot_line": ".\n", "parens": "()", "letters": "a ", "capitals": "A ", "digits": "1 ",
    "comma_list": "a, ", "comma_names": "A, ", "wide": "漢", "mathematical": "𝐀", "semicolon": ";", "at": "@",
    "letter_return": "a\r", "separator": "\u2028", "replacement": "\ufffd", "soft_hyphen": "\u00ad", "caret": "^",
}
for _name, _unit in CLASSES.items():
    repeated("only_" + _name, _unit)
    repeated("body_" + _name, _unit, DISPATCH, "\n")
repeated("only_crlf", "\r\n")
repeated("utf16_blank", " ".encode("utf-16-le"), b"\xff\xfe")
repeated("utf16_letters", "a\n".encode("utf-16-le"), b"\xff\xfe")
repeated("utf16_high", "\ud800".encode("utf-16-le", "surrogatepass"), b"\xff\xfe")
repeated("return_lines", "a line of sixty characters, as the wires have sent it for years\r", DISPATCH)

# Head
repeated("headers", "Subject: header line value\n")
repeated("slugs_colon", "ES-DEPORTES: algo de texto\n")
repeated("slugs", "AAA-BBB/CCC DDD\n")
repeated("bylines", "By Jaime Ferran\n", "", "Lisbon, March 3 (EFE).- The mayor.\n")
repeated("bylines_spanish", "Por Jaime Ferran y Ana Mola\n", "", "Madrid, 3 mar (EFE).- El.\n")
repeated("byline_long", "Jaime Ferran and ", "By ", "\nLisbon, March 3 (EFE).- The mayor.\n")
repeated("byline_commas", "Jaime Ferran, ", "By ", "X\nLisbon, March 3 (EFE).- The mayor.\n")
repeated("datelines", "Lisbon, March 3 (EFE).- The mayor said.\n")
repeated("datelines_spanish", "Madrid, 3 mar (EFE).- El alcalde dijo.\n")
repeated("datelines_one_line", "Lisbon, March 3 (EFE).- ")
repeated("dateline_words", "Lisbon ", "", ", March 3 (EFE).- The mayor.\n")
repeated("dateline_slashes", "Lisbon/", "", "Madrid, March 3 (EFE).- The mayor.\n")
repeated("dateline_places", "Lisbon (Portugal), ", "", "March 3 (EFE).- The mayor.\n")
repeated("dateline_months", "March 3 ", "Lisbon, ", "(EFE).- The mayor.\n")
repeated("dateline_agencies", "EFE/", "Lisbon, March 3 (", "EFE).- The mayor.\n")
repeated("dateline_capitals", "LISBON, ", "", "March 3 (Reuters) - The mayor.\n")
repeated("stamps_head", "03/03/2024 12:30\n")
repeated("notes_head", "(Actualiza con mas datos)\n", "", DISPATCH + b"text.\n")
repeated("labels_head", "ATENCION: nota\n", "", DISPATCH + b"text.\n")

# Body
nested("nest_parens", "(", ")", "", DISPATCH, "\n")
nested("nest_quotes", "“‘", "’”", "", DISPATCH, "\n")
nested("nest_brackets", "[", "]", "", DISPATCH, "\n")
repeated("paragraphs", "Short one.\n\n", DISPATCH + b"x.\n\n")
repeated("paragraphs_indented", "   Short one.\n", DISPATCH + b"x.\n")
repeated("paragraphs_letter", "a\n\n", DISPATCH + b"x.\n\n")
repeated("paragraphs_words", "ab cd.\n\n", DISPATCH + b"x.\n\n")
repeated("paragraphs_crlf", "ab.\r\n\r\n", DISPATCH + b"x.\r\n\r\n")
repeated("crossheads", "\nCROSS HEAD\n\nA paragraph of text, said he.\n", DISPATCH + b"x.\n")
repeated("table_blanks", "Team A     3    4    5\n", DISPATCH + b"x.\n")
repeated("table_tabs", "Team\t3\t4\t5\n", DISPATCH + b"x.\n")
repeated("table_bars", "| a | b | c |\n", DISPATCH + b"x.\n")
repeated("table_dots", "Real Madrid....... 3  4\n", DISPATCH + b"x.\n")
repeated("table_columns", "a   ", DISPATCH + b"x.\n")
repeated("tables", "A     3    4\nB     5    6\n\nA paragraph of text.\n\n", DISPATCH + b"x.\n\n")
square("table_square", "a   ", "\n", DISPATCH + b"x.\n")
square("rows_square", "word ", "\n", DISPATCH)
repeated("wrapped", "a line that is wrapped at about sixty-five characters as on wires \n", DISPATCH)
repeated("addresses", "http://a.b/c ", DISPATCH)
repeated("mails", "a@b.cc ", DISPATCH)
repeated("words_of_languages", "the of and de la que el ", DISPATCH)
repeated("words_of_one_capital", "Jaime Ferran Mayor of Lisbon ", DISPATCH)
repeated("weekdays", "on Monday ", DISPATCH)
repeated("rules", "---\n", DISPATCH + b"text.\n")
repeated("rules_stars", "* * *\n", DISPATCH + b"text.\n")
repeated("line_of_words", "word ")
repeated("control_in_words", "a\x02b\x1a ", DISPATCH)

# Foot
repeated("end_marks", "EFE\n", DISPATCH + b"text.\n")
repeated("end_marks_only", "EFE\n")
repeated("end_marks_lines", "text. EFE\n", DISPATCH)
repeated("end_marks_dashes", "-0-\n", DISPATCH + b"text.\n")
repeated("signoffs", "jfr-ks\n", DISPATCH + b"text. EFE\n")
repeated("signoff_long", "jfr-", DISPATCH + b"text. EFE\n", "\n")
repeated("signoff_slashes", "jfr/", DISPATCH + b"text. EFE\n", "\n")
repeated("notes", "(Editors: foto disponible)\n", DISPATCH + b"text.\n")
repeated("notes_paragraphs", "(Editors: foto disponible)\n\n", DISPATCH + b"text.\n\n")
repeated("contacts", "+34 91 346 7100\n", DISPATCH + b"text.\n")
repeated("credits", "(Reporting by Jaime Ferran; Editing by Ana Mola)\n", DISPATCH + b"text.\n")
repeated("credit_long", "Jaime Ferran and ", DISPATCH + b"text.\n(Reporting by ", "X; Editing by Y)\n")
repeated("stamps_foot", "1230 GMT Mar 3 2024\n", DISPATCH + b"text.\n")
repeated("more_lines", "MORE\n", DISPATCH + b"text.\n")
repeated("blank_foot", "\n \n", DISPATCH + b"text. EFE\n")
