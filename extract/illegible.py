"""Sums and dates that are printed and could not be read: they are in no value, and must not vanish."""

from __future__ import annotations

import re
from collections.abc import Iterator

from extract.amounts.cell_amounts import amount_alone
from extract.amounts.money_columns import money_columns
from extract.amounts.money_units import counted_amount, units_of
from extract.geometry import overlap
from extract.language.lines import Line
from extract.language.passage import Passage
from extract.language.signature_places import where_and_when
from extract.layout.stamps import is_stamp
from extract.layout.understand import Reading
from models.agreement import Illegible
from models.german import find_damaged_amounts, find_damaged_dates, find_dates
from models.values import BBox, Spot

# What a stamp says above its day, and how far from it the day stands (heights of the word).
RECEIVED = re.compile(r"(?:POST)?EINGANG|EINGEGANGEN|Posteingang")
STAMP_REACH = 4.0
# A place that stands before this says where and when somebody signs.
REST_OF_DAY = re.compile(r"(?P<day>[.\d]\S*\.\S*\d\S*)$")
PLACED = " 1.1.2025"
FIGURES_NEEDED = 3
"""A cell of a column of money with so many figures holds a sum; with fewer it may be the number of a note."""


def find_illegible(reading: Reading) -> tuple[Illegible, ...]:
    """What of the text, the tables and the signature blocks is a sum or a date, but not one that was read."""
    found = [*_in_text(reading), *_in_tables(reading), *_in_signatures(reading), *_in_stamps(reading)]
    return tuple(sorted(found, key=lambda one: (one.page, one.bbox[1], one.bbox[0])))


def _in_text(reading: Reading) -> Iterator[Illegible]:
    for start, end in find_damaged_amounts(reading.text):
        if reading.block_at(end - 1).kind != "heading":
            yield _amount(reading.passage.part(start, end))
    yield from _dates(reading.passage)


def _in_tables(reading: Reading) -> Iterator[Illegible]:
    for placed in reading.layout.tables:
        header_rows, headers = placed.table.header_rows, placed.table.headers
        rows = placed.table.rows[header_rows:]
        units = units_of(placed, reading.layout.blocks)
        money = money_columns(rows, headers, units)
        for row in rows:
            for column, cell in enumerate(row):
                if not cell.lines:
                    continue
                yield from _dates(cell.passage)
                figures = sum(char.isdigit() for char in cell.text)
                readable = counted_amount(cell, units[column]) or amount_alone(cell)
                if column in money and figures >= FIGURES_NEEDED and not readable:
                    yield _amount(cell.passage)


def _in_signatures(reading: Reading) -> Iterator[Illegible]:
    for row in reading.layout.signature_rows:
        for line in row.lines:
            told = list(_dates(line.passage))
            yield from told or _rest_of_day(line)


def _rest_of_day(line: Line) -> Iterator[Illegible]:
    """What is left of the day behind a place in a scan, "Fulda, den .3.2024", "Fulda, 17.83.21"."""
    passage = line.passage
    left = REST_OF_DAY.search(passage.text)
    scanned = line.words[0].origin == "ocr"
    figures = sum(char.isdigit() for char in left["day"]) if left else 0
    if left is None or not scanned or figures < FIGURES_NEEDED or find_dates(passage.text):
        return
    said = where_and_when(passage.text[: left.start()].rstrip() + PLACED)
    if said is not None and said.place is not None:
        one = passage.part(left.start("day"), left.end("day")).whole(None)
        yield Illegible(part="dates", text=one.text, page=one.spot.page, bbox=one.spot.bbox)


def _in_stamps(reading: Reading) -> Iterator[Illegible]:
    """Stamps bear a date: that of the day on which a document was received. One that is set level is known by
    its word."""
    received = [
        (line.page, word.spot)
        for line in _lines(reading)
        for word in line.words
        if RECEIVED.fullmatch(word.text) and not is_stamp(word)
    ]
    days = list(_days(reading)) if received else []
    for page, spot in received:
        if not any(_near(spot, page, day) for day in days):
            yield Illegible(part="dates", text="Stempel", page=page, bbox=spot)
    for page, spot in reading.layout.unread_stamps:
        yield Illegible(part="dates", text="Stempel", page=page, bbox=spot)


def _lines(reading: Reading) -> Iterator[Line]:
    layout = reading.layout
    yield from (line for block in layout.blocks for line in block.lines)
    yield from (line for cell in layout.cells for line in cell.lines)
    yield from layout.signature_lines


def _days(reading: Reading) -> Iterator[Spot]:
    """Where dates are read."""
    cells = (cell.passage for cell in reading.layout.cells)
    lines = (line.passage for line in reading.layout.signature_lines)
    for passage in (reading.passage, *cells, *lines):
        yield from (passage.provenance(one.start, one.end) for one in find_dates(passage.text))


def _near(word: BBox, page: int, day: Spot) -> bool:
    """Does a day stand below a word, or beside it, as in a stamp?"""
    x0, top, x1, bottom = word
    reach = STAMP_REACH * (bottom - top)
    beside = overlap(x0 - reach, x1 + reach, day.bbox[0], day.bbox[2]) > 0
    return page == day.page and beside and overlap(top - reach, bottom + reach, day.bbox[1], day.bbox[3]) > 0


def _dates(passage: Passage) -> Iterator[Illegible]:
    for start, end in find_damaged_dates(passage.text):
        one = passage.part(start, end).whole(None)
        yield Illegible(part="dates", text=one.text, page=one.spot.page, bbox=one.spot.bbox)


def _amount(passage: Passage) -> Illegible:
    one = passage.whole(None)
    return Illegible(part="amounts", text=one.text, page=one.spot.page, bbox=one.spot.bbox)
