"""Hostile shapes, from four ways to build one: a unit repeated, units with a number, a nest, a grid.

SHAPES[NAME](SIZE) gives about SIZE bytes.  What is repeated is cut at any byte, so that the last unit may be half of one,
unless `whole` is set.  The shapes are in shapes_text.py, shapes_envelopes.py, shapes_markup.py, shapes_data.py
and shapes_pages.py.
"""

SHAPES = {}

DISPATCH = "By Jaime Ferrán\nLisbon, March 3 (EFE).- ".encode()


def to_bytes(text):
    return text if isinstance(text, bytes) else text.encode()


def fill(unit, size, whole=False):
    """`unit` again and again, `size` bytes of it; with `whole` no part of one."""
    count = size // len(unit)
    return unit * count if whole else (unit * (count + 1))[:size]


def add(name, make):
    assert name not in SHAPES, name
    SHAPES[name] = make


def repeated(name, unit, head="", tail="", whole=False):
    unit, head, tail = to_bytes(unit), to_bytes(head), to_bytes(tail)
    add(name, lambda size: head + fill(unit, max(0, size - len(head) - len(tail)), whole) + tail)


def numbered(name, unit, head="", tail="", between=""):
    """Units that differ: every %d of `unit` is its number."""
    head, tail = to_bytes(head), to_bytes(tail)
    times = unit.count("%")

    def make(size):
        count = max(1, size // (len(unit % ((10000,) * times)) + len(between)))
        return head + between.join([unit % ((i,) * times) for i in range(count)]).encode() + tail
    add(name, make)


def nested(name, opening, closing, core="", head="", tail=""):
    opening, closing, core = to_bytes(opening), to_bytes(closing), to_bytes(core)
    head, tail = to_bytes(head), to_bytes(tail)

    def make(size):
        depth = size // (len(opening) + len(closing))
        return head + opening * depth + core + closing * depth + tail
    add(name, make)


def square(name, cell, end, head="", tail=""):
    """As many cells in a row as there are rows."""
    cell, end, head, tail = to_bytes(cell), to_bytes(end), to_bytes(head), to_bytes(tail)

    def make(size):
        side = int((size / len(cell)) ** 0.5)
        return head + (cell * side + end) * side + tail
    add(name, make)
