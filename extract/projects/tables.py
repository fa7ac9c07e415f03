"""Projects in tables: the Maßnahmenart in a column, in a row above them, or across."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from itertools import pairwise

from extract.layout.layout import PlacedTable
from extract.layout.understand import Reading
from extract.projects.keys import Key
from extract.projects.measure_drafts import (
    Draft,
)
from extract.projects.table_across import add_columns, measures_across
from extract.projects.table_columns import (
    Columns,
    columns_of,
    heads_columns,
    names_measures,
)
from extract.projects.table_measures import with_codes
from extract.projects.table_rows import add_part
from extract.tables.headings import HEADING
from extract.tables.table import Table


def add_tables(reading: Reading, drafts: list[Draft], above: Mapping[int, Draft | None], key: Key) -> None:
    """Adds what the tables say to the drafts; `above` is the measure under which a block stands, `key`
    tells what the codes of Maßnahmenarten stand for."""
    last: Draft | None = None
    before: PlacedTable | None = None
    columns = Columns(None, None, (), 0)
    for placed in reading.layout.tables:
        headless = last is not None and before is not None and _goes_on(before, placed)
        current = last if headless or _is_headed(before, placed) else above[placed.position]
        for part in _stacked(placed.table):
            if across := measures_across(reading, part):
                add_columns(part, across, drafts)
                current = None
            else:
                found = columns_of(reading, part, headless=headless)
                columns = _going_on(columns, found, reading, part, headless)
                columns = with_codes(reading, part, columns, key)
                current = add_part(reading, replace(placed, table=part), columns, drafts, current, key)
            headless = False
        last, before = current, placed


def add_rows(reading: Reading, placed: PlacedTable, columns: Columns, draft: Draft) -> None:
    """Adds the projects of a table to those of the one Maßnahmenart they are of."""
    add_part(reading, placed, columns, [draft], draft, {})


def _goes_on(before: PlacedTable, placed: PlacedTable) -> bool:
    """Is a table without headings the rest of the one on the page before? Between them no section begins."""
    follows = placed.table.page == before.table.page + 1 and placed.section == before.section
    return follows and not any(HEADING.match(cell.text) for cell in placed.table.rows[0])


def _is_headed(before: PlacedTable | None, placed: PlacedTable) -> bool:
    """Does the last row of the table before it, a heading alone, stand right above a table?"""
    alone = before is not None and not any(cell.text for cell in before.table.rows[-1][1:])
    return alone and before is not None and before.position == placed.position


def _going_on(before: Columns, columns: Columns, reading: Reading, table: Table, headless: bool) -> Columns:
    """The columns of a table, those of the one `before` if it goes on with that and tells the Maßnahmenart of
    each row, too."""
    at = before.measure
    if not headless or at is None or at >= len(table.headers):
        return columns
    named = names_measures(reading, [row[at].text for row in table.rows if row[at].text])
    return replace(before, money=columns.money, header=0) if named else columns


def _stacked(table: Table) -> list[Table]:
    """Tables that stand close below each other, and were taken for one: each has its own heading."""
    heads = [index for index, row in enumerate(table.rows) if index and heads_columns(row)]
    bounds = [0, *heads, len(table.rows)]
    return [replace(table, rows=table.rows[one:two]) for one, two in pairwise(bounds)]
