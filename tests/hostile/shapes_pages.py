"""Shapes of news pages and of crawls."""

from shapes import nested, numbered, repeated, square

STORY = ('<!doctype html><html><head><title>T</title><meta property="og:type" content="article"></head><body><article><h1>The ferry sails</h1>'
         + "<p>The harbour office said on Tuesday that the ferry will sail again, after engineers replaced a pump, it said.</p>" * 5)
DATA = STORY + '<script type="application/ld+json">'
STATE = ('<!doctype html><html><head><title>T</title><meta property="og:type" content="article">'
         '<meta property="og:title" content="The island ferry sails again after engineers replaced pump"></head><body>'
         '<script type="application/json">')
SENTENCE = "The harbour office said that the ferry sails again."
ARTICLE = '{"@type":"NewsArticle",'


def page(name, unit, head="", tail="", whole=False):
    repeated("page_" + name, unit, STORY + head, tail, whole)


page("paragraphs", "<p>The office said so, and the ferry sails.</p>")
page("paragraph", "word, word. ", "<p>")
page("end_tags", "</div>")
page("end_paragraphs", "</p>")
page("end_links", "</a>")
page("open", "<div>")
page("open_paragraphs", "<p>a")
page("open_spans", "<span>")
page("open_links", "<a href=x>y")
page("open_items", "<ul><li>")
page("open_cells", "<tr><td>x", "<table>")
page("open_tables", "<table><tr><td>")
nested("page_deep", "<div><p>", "</p></div>", "x", STORY)
page("attributes", " a=b", "<p", ">")
page("attribute_quotes", '<p a="')
page("class_words", "related ", '<div class="', '">x</div>')
page("brackets", "<")
page("tags_open", "<a")
page("comments_open", "<!--")
page("comments", "<!-- - -->", whole=True)
page("scripts_open", "<script>")
page("scripts", "<script>x</script>", whole=True)
page("script_ends", "</scrip", "<script>")
page("svg_open", "<svg>")
page("ampersands", "&", "<p>")
page("references", "&amp;", "<p>", whole=True)
page("references_open", "&amp", "<p>")
page("headings", "<h2>a</h2>", whole=True)
page("breaks", "a<br>", "<p>")
page("images", '<figure><img src="a.jpg"><figcaption>A quay.</figcaption></figure>', whole=True)
page("bylines", "<a rel=author>Ana Roe</a>", whole=True)
page("marks", "(EFE (EFE) ", "<p>")
page("metas", '<meta name="author" content="Ana Roe">', whole=True)
numbered("page_authors", '<meta name="author" content="Ana Roe %d">', STORY)
square("page_table", "<td>x</td>", "</tr><tr>", STORY + "<table><tr>")
repeated("page_data_body", "word, word. ", DATA + ARTICLE + '"articleBody":"', '"}</script>')
repeated("page_data_escapes", "\\u00e9", DATA + ARTICLE + '"articleBody":"', '"}</script>', True)
repeated("page_data_deep", '[{"@graph":', DATA)
repeated("page_data_stories", ARTICLE + '"headline":"x"},', DATA + "[", "{}]</script>", True)
repeated("page_data_keywords", '"keywords":"a,b",', DATA + "{", '"@type":"NewsArticle"}</script>', True)
repeated("page_data_quotes", '\\"', DATA + "{")
numbered("page_data_authors", '{"name":"Ana Roe %d"}', DATA + ARTICLE + '"author":[', "]}</script>", ",")
repeated("page_data_updates", '{"headline":"The ferry sails","articleBody":"It sails, the office said."},',
         DATA + '{"@type":"LiveBlogPosting","liveBlogUpdate":[', "{}]}</script>", True)
numbered("page_data_references", '{"@id":"#a%d"}', DATA + '{"@graph":[' + ARTICLE + '"author":[', "]}]}</script>", ",")
repeated("page_state_strings", '"%s",' % SENTENCE, STATE + '{"a":[', '""]}</script>')
repeated("page_state_arrays", "[", STATE, "</script>")
repeated("page_state_groups", '[{"a":"%s"}],' % SENTENCE, STATE + "[", "[]]</script>")
numbered("page_state_keys", '"k%d":"The island ferry sails again, engineers replaced the pump, it said."', STATE + "{", "}</script>", ",")
repeated("page_state_prose", "The island ferry sails again after engineers replaced the pump. ", STATE + '{"a":"', '"}</script>')

RECORD = ("WARC/1.0\r\nWARC-Type: %s\r\nWARC-Target-URI: https://a.example/\r\nContent-Type: text/html\r\n"
          "Content-Length: %d\r\n\r\n%s\r\n\r\n")
repeated("warc_pages", RECORD % ("resource", len(STORY), STORY), whole=True)
repeated("warc_other", RECORD % ("metadata", 2, "ab"), RECORD % ("resource", len(STORY), STORY), whole=True)
repeated("warc_heads", "WARC/1.0\r\n")
repeated("warc_no_length", "WARC/1.0\r\nWARC-Type: resource\r\n\r\n")
repeated("warc_junk", "junk\r\n", RECORD % ("resource", len(STORY), STORY))
repeated("warc_lengths_short", RECORD % ("resource", 20, STORY), whole=True)
