"""Sums and dates that are printed and could not be read: they are in no value, and must not vanish."""

from __future__ import annotations

from collections.abc import Iterator

from extract.money_units import counted_amount, units_of
from extract.passage import Passage, join_lines
from extract.table_amounts import amount_alone, money_columns
from extract.understand import Reading
from models.agreement import Illegible
from models.german import find_damaged_amounts, find_damaged_dates

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
            yield from _dates(join_lines([line]))


def _in_stamps(reading: Reading) -> Iterator[Illegible]:
    """Stamps bear a date: that of the day on which a document was received."""
    for page, spot in reading.layout.unread_stamps:
        yield Illegible(part="dates", text="Stempel", page=page, bbox=spot)


def _dates(passage: Passage) -> Iterator[Illegible]:
    for start, end in find_damaged_dates(passage.text):
        one = passage.part(start, end).whole(None)
        yield Illegible(part="dates", text=one.text, page=one.spot.page, bbox=one.spot.bbox)


def _amount(passage: Passage) -> Illegible:
    one = passage.whole(None)
    return Illegible(part="amounts", text=one.text, page=one.spot.page, bbox=one.spot.bbox)
