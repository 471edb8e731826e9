"""What a shape may take: processor time as a multiple of plain text's, peak memory as a multiple of its size."""

TIMES_TIME = 150
TIME_TIMES = {
    "json_lines_short": 300,  # a record for each three bytes
}

TIMES_MEMORY = 6
