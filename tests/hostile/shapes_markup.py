"""Shapes of XML (NITF, NewsML-G2, RSS), of HTML inside it, and of SGML."""

from shapes import nested, numbered, repeated

NITF = ('<?xml version="1.0" encoding="UTF-8"?>\n<nitf><head><title>t</title></head><body><body.head><hedline><hl1>H</hl1>'
        '</hedline></body.head><body.content>')
NITF_END = "</body.content></body></nitf>\n"
SHORT_END = "<body.content><p>t</p></body.content></body></nitf>"
BODY_END = "<body>" + SHORT_END


def nitf(name, unit, head="", tail="", whole=True):
    repeated("nitf_" + name, unit, NITF + head, tail + NITF_END, whole)


nitf("attribute_value", "x", '<p a="', '">t</p>')
numbered("nitf_attributes", 'a%d="1"', NITF + "<p ", ">t</p>" + NITF_END, " ")
numbered("nitf_attributes_prefixed", 'x:a%d="1"', NITF + '<p xmlns:x="u:x" ', ">t</p>" + NITF_END, " ")
nitf("attributes_same", 'a="1" ', "<p ", ">t</p>")
nitf("attribute_open", '<p a="')
nitf("attribute_names", "a ", "<p ", ">t</p>")
nitf("elements", "<p>x</p>")
nitf("elements_attributed", '<p a="1" b="2">x</p>')
nitf("elements_empty", "<b/>")
nested("nitf_deep", "<p>", "</p>", "t", NITF, NITF_END)
nitf("deep_open", "<b>")
nitf("ends", "</b>", "<p>t</p>")
nitf("ends_crossed", "<b><i>x</b></i>")
nitf("comment", "c ", "<!--", "-->")
nitf("comments", "<!--c-->")
nitf("comment_dashes", "- ", "<!--", "-->")
nitf("cdata", "c ", "<p><![CDATA[", "]]></p>")
nitf("cdatas", "<![CDATA[c]]>", "<p>", "</p>")
nitf("cdata_open", "<![CDATA[", "<p>", "</p>")
nitf("cdata_brackets", "] ", "<p><![CDATA[", "]]></p>")
nitf("references", "&amp;", "<p>", "</p>")
nitf("references_number", "&#233;", "<p>", "</p>")
nitf("references_unknown", "&foo;", "<p>", "</p>")
numbered("nitf_references_unknown_each", "&foo%d;", NITF + "<p>", "</p>" + NITF_END)
nitf("references_html", "&eacute;", "<p>", "</p>")
nitf("references_value", "&amp;", '<p a="', '">t</p>')
nitf("reference_long", "a", "<p>&", ";</p>")
nitf("ampersands", "&", "<p>", "</p>")
nitf("ampersands_words", "AT&T ", "<p>", "</p>")
nitf("less", "<", "<p>", "</p>")
nitf("name_long", "a", "<", "/>")
nitf("text", "word ", "<p>", "</p>")
nitf("text_accents", "é", "<p>", "</p>")
nitf("text_deletes", "\x7f", "<p>é", "</p>")
nitf("text_control", "\x01", "<p>", "</p>")
nitf("text_bad_bytes", b"\xff", "<p>", "</p>")
nitf("instructions", "<?a b?>")
nitf("instruction", "b ", "<?a ", "?>")
nitf("instruction_marks", "? ", "<?a ", "?>")
nitf("table", "<tr><td>a</td><td>b</td></tr>", "<table>", "</table>")
nitf("table_cells", "<td>a</td>", "<table><tr>", "</tr></table>")
nitf("tables", "<table><tr><td>a</td></tr></table>")
nitf("breaks", "a<br/>", "<p>", "</p>")
nitf("crossheads", "<hl2>a</hl2>")
nitf("rules", "<hr/>")
nitf("pre", "a  b\n", "<pre>", "</pre>")
numbered("nitf_names", "<n%d/>", NITF, NITF_END)
numbered("namespaces", 'xmlns:n%d="u:%d"', "<nitf ", ">" + BODY_END, " ")
numbered("namespaces_elements", '<n%d:p xmlns:n%d="u:%d">x</n%d:p>', NITF, NITF_END)
numbered("namespaces_nested", '<b xmlns:n%d="u:%d">', NITF, NITF_END)
numbered("namespaces_unknown", "<n%d:p>x</n%d:p>", NITF, NITF_END)
numbered("dtd_entities", '<!ENTITY e%d "v">', '<?xml version="1.0"?><!DOCTYPE nitf [', "]><nitf>" + BODY_END)
numbered("dtd_defaults", '<!ATTLIST p a%d CDATA "v">', '<?xml version="1.0"?><!DOCTYPE nitf [', "]><nitf>" + BODY_END)
numbered("dtd_elements", "<!ELEMENT e%d (#PCDATA)>", '<?xml version="1.0"?><!DOCTYPE nitf [', "]><nitf>" + BODY_END)
repeated("dtd_nested_model", "(", '<?xml version="1.0"?><!DOCTYPE nitf [<!ELEMENT e ', "]><nitf>" + BODY_END)
repeated("dtd_blank", " ", "<!DOCTYPE nitf [", "]><nitf>" + BODY_END)
repeated("dtd_less", "< ", "<!DOCTYPE nitf [", "]><nitf>" + BODY_END)
repeated("dtd_open", "<!", '<?xml version="1.0"?><!DOCTYPE nitf [')
repeated("dtd_comments", "<!---->", "<!DOCTYPE nitf [", "]><nitf>" + BODY_END, True)
repeated("dtd_comments_open", "<!--", "<!DOCTYPE nitf [")
repeated("dtd_parameters", "%a;", "<!DOCTYPE nitf [", "]><nitf>" + BODY_END, True)
repeated("root_attribute", "x", '<nitf a="', '">' + BODY_END)
repeated("root_attribute_open", "x", '<nitf a="')
numbered("root_attributes", 'a%d="1"', "<nitf ", ">" + BODY_END, " ")
repeated("root_long", "a", "<")
repeated("root_comment_open", "- ", "<nitf><body><!--")
repeated("root_unclosed", "<nitf>")
repeated("root_ends", "</nitf>", "<nitf>")
repeated("documents", NITF + "<p>x</p>" + NITF_END, "", "", True)
repeated("documents_apart", " ", "<nitf>" + BODY_END, "<nitf>" + BODY_END)
repeated("keywords", '<keyword key="a"/>', "<nitf><head><docdata><key-list>",
         "</key-list></docdata></head>" + BODY_END, True)
numbered("keywords_each", '<keyword key="k%d"/>', "<nitf><head><docdata><key-list>",
         "</key-list></docdata></head>" + BODY_END)
numbered("meta_each", '<meta name="n%d" content="c%d"/>', "<nitf><head>", "</head>" + BODY_END)

G2 = '<?xml version="1.0"?><newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" guid="a" version="1">'
G2_COPY = ('<contentSet><inlineXML><html xmlns="http://www.w3.org/1999/xhtml"><body><p>x</p></body></html></inlineXML>'
           "</contentSet></newsItem>")
G2_ITEM = ('<newsItem guid="a" version="1"><itemMeta/><contentMeta><headline>h</headline></contentMeta>' + G2_COPY)
repeated("g2_items", G2_ITEM, '<?xml version="1.0"?><newsMessage xmlns="http://iptc.org/std/nar/2006-10-01/"><itemSet>',
         "</itemSet></newsMessage>", True)
numbered("g2_subjects", '<subject qcode="medtop:%08d"><name>n%d</name></subject>',
         G2 + "<contentMeta><headline>h</headline>", "</contentMeta>" + G2_COPY)
numbered("g2_subjects_same", '<subject qcode="medtop:04000000"><name>n%d</name></subject>',
         G2 + "<contentMeta><headline>h</headline>", "</contentMeta>" + G2_COPY)
numbered("g2_aliases", '<scheme alias="a%d" uri="http://x/%d/"/>', G2 + "<catalog>",
         '</catalog><contentMeta><headline>h</headline><subject qcode="a1:1"/></contentMeta>' + G2_COPY)
numbered("g2_aliases_used", '<subject qcode="a%d:1"/>', G2 + '<catalog><scheme alias="a1" uri="http://x/1/"/></catalog>'
         "<contentMeta><headline>h</headline>", "</contentMeta>" + G2_COPY)
numbered("g2_people", '<subject type="cpnat:person" qcode="p:%d"><name>Ana Mola</name></subject>',
         G2 + "<contentMeta><headline>h</headline>", "</contentMeta>" + G2_COPY)

RSS = '<rss version="2.0"><channel><title>c</title>'
ITEM = RSS + "<item><title>t</title><description>"
ITEM_END = "</description></item></channel></rss>"


def feed(name, unit, head="", tail="", whole=True):
    """HTML in a feed's item, as CDATA and escaped."""
    repeated("feed_" + name, unit, ITEM + "<![CDATA[<p>t</p>" + head, tail + "]]>" + ITEM_END, whole)


def escaped(text):
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


repeated("feed_items", "<item><title>t</title><description>d</description></item>", RSS, "</channel></rss>", True)
repeated("feed_escaped_paragraphs", escaped("<p>d</p>"), ITEM, ITEM_END, True)
repeated("feed_escaped_open", escaped("<b>"), ITEM, ITEM_END, True)
repeated("feed_escaped_less", "&lt;", ITEM, ITEM_END, True)
repeated("feed_escaped_entities", escaped("&eacute;"), ITEM, ITEM_END, True)
repeated("feed_escaped_ends", escaped("</b>"), ITEM + escaped("<p>t</p>"), ITEM_END, True)
feed("paragraphs", "<p>d</p>")
feed("comments_open", "<!--")
feed("comments", "<!--c-->")
feed("ampersands", "&")
feed("less", "<")
feed("ends", "</b>")
feed("ends_of_paragraphs", "</p>")
feed("ends_of_body", "</body>")
feed("ends_of_html", "</html>")
feed("ends_of_divs", "</div>", "<p><b><i>")
feed("ends_of_tables", "</td></tr></table>")
feed("ends_nameless", "</>")
feed("ends_spaced", "</ b >")
feed("deep", "<b>")
feed("deep_blocks", "<div>")
feed("deep_paragraphs", "<p>")
feed("deep_lists", "<ul><li>")
feed("deep_tables", "<table><tr><td>")
feed("deep_fonts", "<font><b><i><u>")
feed("deep_links", "<a href=x>")
feed("deep_forms", "<form><select><option>")
nested("feed_nest", "<div>", "</div>", "t", ITEM + "<![CDATA[<p>t</p>", "]]>" + ITEM_END)
nested("feed_nest_inline", "<i>", "</i>", "t", ITEM + "<![CDATA[<p>t</p>", "]]>" + ITEM_END)
feed("ends_crossed", "<b><i>x</b></i>")
feed("ends_deep", "<div></b>")
numbered("feed_attributes", 'a%d="1"', ITEM + "<![CDATA[<p>t</p><p ", ">x</p>]]>" + ITEM_END, " ")
feed("attributes_same", 'a="1" ', "<p ", ">x</p>")
feed("attributes_bare", "a ", "<p ", ">x</p>")
feed("attributes_elements", '<p class="a" style="b">x</p>')
feed("attribute_value", "x", '<p a="', '">x</p>')
feed("attribute_open", '<p a="')
feed("attribute_unquoted", "x", "<p a=", ">x</p>")
numbered("feed_names", "<n%d>", ITEM + "<![CDATA[<p>t</p>", "]]>" + ITEM_END)
numbered("feed_names_ends", "</n%d>", ITEM + "<![CDATA[<p>t</p>", "]]>" + ITEM_END)
numbered("feed_names_closed", "<n%d>x</n%d>", ITEM + "<![CDATA[<p>t</p>", "]]>" + ITEM_END)
feed("name_long", "a", "<", ">x")
feed("scripts", "<script>a</script>")
feed("scripts_open", "<script>")
feed("script", "a<b ", "<script>", "</script>")
feed("styles", "<style>a</style>")
feed("titles", "<title>a")
feed("textareas", "<textarea>a")
feed("plaintexts", "<plaintext>a")
feed("breaks", "a<br>")
feed("entities", "&eacute;")
feed("entities_open", "&eacute ")
feed("entities_unknown", "&foo;")
feed("entities_number", "&#233;")
feed("entities_number_long", "9", "&#")
feed("entity_long", "a", "&")
feed("tables", "<table><tr><td>a</td></tr></table>")
feed("rows", "<tr><td>a", "<table>")
feed("cells", "<td>a", "<table><tr>")
feed("lists", "<li>a", "<ul>")
feed("bodies", "<body>a")
feed("heads", "<html><head><title>a</title></head>")
feed("text", "word ")
feed("text_accents", "é")
feed("text_nul", "a\0")
feed("doctypes", "<!DOCTYPE html>")
feed("instructions", "<?a b?>")
feed("instruction_open", "<?a ")
feed("marked_sections", "<![if !IE]>")
feed("links", '<a href="http://a.b/c">d</a>')
feed("images", '<img src="a">')
feed("frames", "<iframe>")
feed("options", "<option>a")
feed("definitions", "<dt>a<dd>b", "<dl>")

TREC = "<DOC>\n<DOCNO>A-1</DOCNO>\n<TEXT>\n"
TREC_END = "</TEXT></DOC>"
GIGAWORD = '<DOC id="AFP_ENG_20000101.0001" type="story" >\n<HEADLINE>\nh\n</HEADLINE>\n<TEXT>\n'
REUTERS = '<!DOCTYPE lewis SYSTEM "lewis.dtd">\n'
REUTERS_ITEM = ('<REUTERS TOPICS="YES" NEWID="1"><DATE>26-FEB-1987 15:01:01.79</DATE><TOPICS><D>cocoa</D></TOPICS><TEXT>&#2;'
                "<TITLE>t</TITLE><DATELINE> S, Feb 26 - </DATELINE><BODY>x\nReuter\n&#3;</BODY></TEXT></REUTERS>\n")
repeated("sgml_documents", TREC + "Text.\n" + TREC_END + "\n", "", "", True)
repeated("sgml_unclosed", "<P>\nx\n", TREC, TREC_END)
repeated("sgml_unclosed_inline", "<F P=105>", TREC, TREC_END)
repeated("sgml_documents_open", "<DOC>\n<DOCNO>A-1</DOCNO>\n")
repeated("sgml_text_open", TREC)
repeated("sgml_ends", "</P>\n", TREC, TREC_END)
repeated("sgml_references", "&amp;", TREC, TREC_END, True)
repeated("sgml_ampersands", "&", TREC, TREC_END)
repeated("sgml_less", "<", TREC, TREC_END)
repeated("sgml_less_open", "<", TREC)
repeated("sgml_blank", " ", TREC, TREC_END)
repeated("sgml_comment_open", "- ", TREC + "<!--")
numbered("sgml_attributes", "A%d=B", TREC + "<P ", ">x" + TREC_END, " ")
repeated("sgml_gigaword", GIGAWORD + "<P>\nx\n</P>\n</TEXT>\n</DOC>\n")
repeated("sgml_paragraphs", "<P>\nx\n</P>\n", GIGAWORD, "</TEXT>\n</DOC>\n")
repeated("sgml_reuters", REUTERS_ITEM, REUTERS)
repeated("sgml_topics", "<D>cocoa</D>", REUTERS + '<REUTERS TOPICS="YES" NEWID="1"><TOPICS>',
         "</TOPICS><TEXT><TITLE>t</TITLE><BODY>x\nReuter\n&#3;</BODY></TEXT></REUTERS>\n", True)
repeated("sgml_dtd_open", "a ", "<!DOCTYPE lewis ")
