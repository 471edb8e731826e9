"""Shapes of JSON and of mail."""

from shapes import add, fill, nested, numbered, repeated, to_bytes

ITEM = '{"uri":"u","type":"text","headline":"h",'
TEXT = ITEM + '"body_text":"x"'

nested("json_deep", "[", "]")
nested("json_deep_objects", '{"a":', "}", "1")
nested("json_deep_member", "[", "]", "", TEXT + ',"n":', "}")
repeated("json_deep_open", "[", '{"headline":')
repeated("json_copy", "word \\n\\n", ITEM + '"body_text":"', '"}', True)
repeated("json_escapes", "\\u00e9", ITEM + '"body_text":"', '"}', True)
repeated("json_surrogates", "\\ud83d\\ude00", ITEM + '"body_text":"', '"}', True)
repeated("json_backslashes", "\\\\", ITEM + '"body_text":"', '"}', True)
numbered("json_keys", ',"k%d":1', TEXT, "}")
repeated("json_keys_same", ',"k":1', TEXT, "}", True)
repeated("json_key_long", "k", TEXT + ',"', '":1}')
numbered("json_subjects", '{"code":"c%d","name":"n%d"}', TEXT + ',"subject":[', "]}", ",")
repeated("json_subjects_same", ',{"code":"c","name":"n"}', TEXT + ',"subject":[{"name":"m"}', "]}", True)
numbered("json_people", '{"name":"Ana Mola %d"}', TEXT + ',"person":[', "]}", ",")
numbered("json_media", '{"role":"picture","uri":"u%d"}', TEXT + ',"association":[', "]}", ",")
numbered("json_bodies", '"body_%d":"<p>x</p>"', TEXT + ",", "}", ",")
repeated("json_lines", TEXT + "}\n")
repeated("json_lines_short", "{}\n")
repeated("json_lines_numbers", "1\n", TEXT + "}\n")
repeated("json_lines_bad", "{\n", TEXT + "}\n")
repeated("json_html", "<p>x</p>", ITEM + '"body_xhtml":"', '"}', True)
repeated("json_html_open", "<b>", ITEM + '"body_xhtml":"', '"}', True)
repeated("json_html_ends", "</b>", ITEM + '"body_xhtml":"<p>t</p>', '"}', True)
repeated("json_html_attributes", "a='1' ", ITEM + '"body_xhtml":"<p>t</p><p ', '>x</p>"}', True)
repeated("json_number", "9", TEXT + ',"n":', "}")
repeated("json_number_real", "9", TEXT + ',"n":0.', "}")
repeated("json_string_open", "a", '{"uri":"')
repeated("json_numbers", "1,", TEXT + ',"n":[', "1]}", True)
repeated("json_objects_empty", "{},", TEXT + ',"n":[', "{}]}", True)
repeated("json_objects_one", '{"a":1},', TEXT + ',"n":[', "{}]}", True)
repeated("json_lists_empty", "[],", TEXT + ',"n":[', "{}]}", True)
repeated("json_lists_nested", "[[[[]]]],", TEXT + ',"n":[', "{}]}", True)
repeated("json_strings_empty", '"",', TEXT + ',"n":[', '""]}', True)
repeated("json_strings_short", '"abc",', TEXT + ',"n":[', '""]}', True)
repeated("json_nulls", "null,", TEXT + ',"n":[', "0]}", True)
repeated("json_line_objects", "{},", TEXT + ',"n":[', "{}]}\n", True)
repeated("json_top_list", TEXT + "},", "[", TEXT + "}]", True)
repeated("json_top_empty", "{},", "[", "{}]", True)
repeated("json_top_numbers", "1,", "[", "1]", True)
repeated("json_top_lists", "[],", "[", "[]]", True)
repeated("json_blank_between", " ", TEXT + "}", TEXT + "}")
repeated("json_blank_inside", " ", "{", TEXT[1:] + "}")
repeated("json_commas", ",", "[", "]")
repeated("json_bad_after", "]", TEXT + "}")

MAIL = "From: a@b.c\nTo: d@e.f\nSubject: s\nDate: Mon, 3 Mar 2025 10:00:00 +0000\nMIME-Version: 1.0\n"
SUBJECT = "From: a@b.c\nTo: d@e.f\nSubject: "
FROM = "From a@b.c Mon Mar  3 10:00:00 2025\n"
MIXED = MAIL + 'Content-Type: multipart/mixed; boundary="b"\n\n'


def mail_text(name, unit, encoding, whole=True, kind="text/plain"):
    repeated("mail_" + name, unit, MAIL + "Content-Type: %s; charset=utf-8\nContent-Transfer-Encoding: %s\n\n" %
             (kind, encoding), "", whole)


repeated("mail_headers", "X-Head: value of header\n", MAIL, "\nText of the mail.\n", True)
numbered("mail_headers_each", "X-Head-%d: value\n", MAIL, "\nText of the mail.\n")
repeated("mail_headers_subjects", "Subject: s\n", MAIL, "\nText of the mail.\n", True)
repeated("mail_headers_only", "X-Head: value of header\n", MAIL)
repeated("mail_header_folded", " folded\n", MAIL + "X-Fold: a\n", "\nText.\n", True)
repeated("mail_header_long", "a", MAIL + "X-Long: ", "\n\nText.\n")
repeated("mail_subject_folded", " folded\n", "From: a@b.c\nSubject: a\n", "\nText.\n", True)
repeated("mail_subject_words", "=?utf-8?q?abc?= ", SUBJECT, "\n\nText.\n", True)
repeated("mail_subject_base64", "=?utf-8?b?YWJj?= ", SUBJECT, "\n\nText.\n", True)
repeated("mail_subject_open", "=?", SUBJECT, "\n\nText.\n", True)
repeated("mail_subject_half", "=?utf-8?q?", SUBJECT, "\n\nText.\n", True)
repeated("mail_from_names", '"a" <a@b.c>, ', "Subject: s\nFrom: ", "\n\nText.\n", True)
repeated("mail_comments", "(", "Subject: s\nFrom: ", "\n\nText.\n")
repeated("mail_received", "Received: from a by b; Mon, 3 Mar 2025 10:00:00 +0000\n", MAIL, "\nText.\n", True)
repeated("mail_parameters", "; a=b", MAIL + "Content-Type: text/plain", "\n\nText\n", True)
numbered("mail_continuations", '; charset*%d="u"', MAIL + "Content-Type: text/plain", "\n\nText\n")
mail_text("base64", "SG9sYSBtdW5kbw0K" * 4 + "\n", "base64")
mail_text("base64_line", "SG9sYSBtdW5kbw0K", "base64")
mail_text("base64_junk", "!@#$=", "base64")
mail_text("base64_padding", "=", "base64")
mail_text("quoted", "=C3=A9", "quoted-printable")
mail_text("quoted_soft", "=\n", "quoted-printable")
mail_text("quoted_blanks", " ", "quoted-printable")
mail_text("quoted_equals", "=", "quoted-printable")
mail_text("html", "<p>x</p>", "8bit", True, "text/html")
mail_text("html_ends", "</b>", "8bit", True, "text/html")
mail_text("html_attributes", "a='1' ", "8bit", True, "text/html")
mail_text("html_open", "<b>", "8bit", True, "text/html")
mail_text("quotes", "> quoted\n", "7bit")
mail_text("quotes_deep", ">", "7bit")
mail_text("signature_marks", "-- \n", "7bit")
repeated("mail_parts", "--b\nContent-Type: text/plain\n\nText.\n", MIXED, "--b--\n", True)
repeated("mail_parts_html", "--b\nContent-Type: text/html\n\n<p>Text.\n",
         MAIL + 'Content-Type: multipart/alternative; boundary="b"\n\n', "--b--\n", True)
repeated("mail_parts_files", "--b\nContent-Type: image/png; name=a\n\nx\n", MIXED, "--b--\n", True)
repeated("mail_boundaries_nearly", "--bx\n", MIXED)
repeated("mail_boundaries", "--b\n", MIXED)
repeated("mail_boundaries_end", "--b--\n", MIXED)
repeated("mail_messages", MAIL + "Content-Type: message/rfc822\n\n", "", "Content-Type: text/plain\n\nText\n")
repeated("mail_multiparts_same", 'Content-Type: multipart/mixed; boundary="b"\n\n--b\n', MAIL)
repeated("mbox", FROM + "From: a@b.c\nSubject: s\n\nText.\n\n")
repeated("mbox_from", FROM)
repeated("mbox_quoted", ">From x\n", FROM + "From: a@b.c\nSubject: s\n\n")
repeated("mbox_nearly", "From x\n", FROM + "From: a@b.c\nSubject: s\n\n")
repeated("mbox_blank", "\n", FROM + "From: a@b.c\nSubject: s\n\nText.\n")
repeated("mbox_line", "a", FROM + "From: a@b.c\nSubject: s\n\n")
repeated("mbox_returns", "\r", FROM + "From: a@b.c\nSubject: s\n\n")


def nested_parts(size):
    depth = max(1, size // 75)
    opening = "".join('Content-Type: multipart/mixed; boundary="b%d"\n\n--b%d\n' % (i, i) for i in range(depth))
    closing = "".join("\n--b%d--\n" % i for i in range(depth - 1, -1, -1))
    return to_bytes(MAIL + opening + "Content-Type: text/plain\n\nText.\n" + closing)


def long_boundary(size):
    boundary = fill(b"b", size // 3)
    return (to_bytes(MAIL) + b'Content-Type: multipart/mixed; boundary="' + boundary + b'"\n\n--' + boundary +
            b"\nContent-Type: text/plain\n\nText.\n--" + boundary + b"--\n")


add("mail_nested_parts", nested_parts)
add("mail_boundary_long", long_boundary)
