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
    "nitf_text_bad_bytes": 9,   # U+FFFD for each byte, in the document, in libxml2's copy of it, and in the text
    "nitf_ampersands": 13,      # five bytes for each, in the mended document and in libxml2's copy of it
    "nitf_rules": 9,            # a line for each tag, and libxml2's copy of the document
}
