"""What a shape may take: processor time as a multiple of plain text's, peak memory as a multiple of its size."""

TIMES_TIME = 150
TIME_TIMES = {
    "json_lines_short": 300,  # a record for each three bytes
}

TIMES_MEMORY = 6
MEMORY_TIMES = {
    "json_top_list": 20,        # an item for each 57 bytes, and each has its table of facts
    "feed_items": 22,           # likewise
    "sgml_topics": 20,          # a topic for each 12 bytes
    "page_open_paragraphs": 20, # a paragraph for each few bytes
}
