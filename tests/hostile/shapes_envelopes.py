"""Shapes of envelopes of control characters: IPTC 7901, ANPA 1312, ZCZC; whole, open, and with too much of each part."""

from shapes import repeated

IPTC_HEAD = "\x01eca0045 4 pl 233 EFE0001\r\n\x02\r\n"
IPTC = IPTC_HEAD + "Lisboa, 3 mar (EFE).- T.\r\n\x03\x04"
ANPA_HEAD = "\x16\x16\x01a0001\x1faf-\r\nr i BC-X 03-03 0100\r\n\x02"

repeated("iptc", IPTC)
repeated("iptc_open", IPTC_HEAD)
repeated("iptc_one", "Lisboa, 3 mar (EFE).- T.\r\n", IPTC_HEAD, "\x03\x04")
repeated("iptc_header", "EFE0001 ", "\x01eca0045 4 pl 233 ", "\r\n\x02\r\nLisboa, 3 mar (EFE).- T.\r\n\x03\x04")
repeated("iptc_blank", " ", IPTC_HEAD)
repeated("iptc_gap", " ", IPTC, IPTC)
repeated("iptc_junk_lines", "ab\n", IPTC, IPTC)
repeated("iptc_junk_line", "a", IPTC, IPTC)
repeated("iptc_etx", "\x03", IPTC_HEAD)
repeated("iptc_stx", "\x02", IPTC_HEAD)
repeated("iptc_padding", "\x00\x7f", IPTC, IPTC)
repeated("iptc_trailers", "\x03\r\n1230 GMT\r\n", IPTC_HEAD)
repeated("stripped", "./\n", "eca0045 4 pl 233 EFE0001\n")
repeated("stripped_blank", " ", "eca0045 4 pl 233 EFE0001\n")
repeated("stripped_many", "eca0045 4 pl 233 EFE0001\nLisboa, 3 mar (EFE).- T.\n")
repeated("anpa", ANPA_HEAD + "^Head<\r\n   LISBON (AP) _ Text.\r\n\x03\r\n\x04")
repeated("anpa_one", "   LISBON (AP) _ Text.\r\n", ANPA_HEAD + "^Head<\r\n", "\x03\r\n\x04")
repeated("anpa_heads", "^Head<\r\n", ANPA_HEAD, "\x03\r\n\x04")
repeated("anpa_carets", "^", ANPA_HEAD, "\x03\r\n\x04")
repeated("anpa_codes", "\x1d\x1f", ANPA_HEAD, "\x03\r\n\x04")
repeated("anpa_open", " ", "\x16\x16\x01a0001\x1faf-\r\n")
repeated("anpa_keyword", "BC-X ", "\x16\x16\x01a0001\x1faf-\r\nr i ", "\r\n\x02Text.\r\n\x03\r\n\x04")
repeated("routing_lines", "\x05routing\n")
repeated("routing_long", "a", "\x05")
repeated("zczc", "ZCZC abc\nLisboa, 3 mar (EFE).- T.\nNNNN\n")
repeated("zczc_open", "ZCZC abc\n")
repeated("zczc_one", "Lisboa, 3 mar (EFE).- T.\n", "ZCZC abc\n", "NNNN\n")
repeated("zczc_tags", ":TAG: value\n", "ZCZC abc\n", "NNNN\n")
repeated("zczc_line", "a", "ZCZC abc\n")
repeated("zczc_blank", " ", "ZCZC abc\n")
repeated("zczc_nearly", "ZCZ ", "ZCZC abc\n")
repeated("nnnn", "NNNN\n")
repeated("nnnn_nearly", "NNN\n", "ZCZC abc\n")
