"""Rules that part only some columns: beside a Maßnahmenart, told once, each project has its own row."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from extract.language.lines import Line
from extract.page import Ruling
from extract.tables.table import RULING_TOLERANCE, SAME_EDGE, Cell, Columns, Table

# A rule runs through a column from where its words begin over this share of its width.
THROUGH = 0.7
# A line below words begins and ends with them within this (points), no farther from their foot than this
# (letter sizes).
SAME_END, CLOSE = 2.0, 0.25


@dataclass(frozen=True)
class _Cut:
    """A rule at a height (points), and the columns it runs through."""

    top: float
    columns: frozenset[int]


def parted_by_inner_rules(table: Table, rulings: Sequence[Ruling]) -> Table:
    """A table without a grid, its rows parted where a rule runs through some of the columns and not through
    others: what stands in the others is told once, in the first part."""
    cuts = [cut for cut in _cuts(table, rulings) if 0 < len(cut.columns) < len(table.columns)]
    rows = tuple(part for row in table.rows for part in _parted(row, cuts))
    return Table(table.page, rows, table.rows_on_page, table.columns, table.rules)


def _cuts(table: Table, rulings: Sequence[Ruling]) -> list[_Cut]:
    """The rules besides those that the table is known by; pieces at one height are one rule."""
    size = table.rows_on_page[0].size
    lines = [line for cell in table.cells for line in cell.lines]
    cuts: list[_Cut] = []
    for rule in sorted(rulings, key=lambda rule: rule.top):
        if not rule.horizontal or any(abs(rule.top - known) <= RULING_TOLERANCE for known in table.rules):
            continue
        if any(_underlines(rule, line) for line in lines):
            continue
        through = _columns_through(rule, table.columns, size)
        if cuts and rule.top - cuts[-1].top <= RULING_TOLERANCE:
            cuts[-1] = _Cut(cuts[-1].top, cuts[-1].columns | through)
        else:
            cuts.append(_Cut(rule.top, through))
    return cuts


def _underlines(rule: Ruling, line: Line) -> bool:
    x0, _, x1, _ = line.bbox
    alike = abs(rule.x0 - x0) <= SAME_END and abs(rule.x1 - x1) <= SAME_END
    return alike and abs(rule.top - line.foot) <= CLOSE * line.size


def _columns_through(rule: Ruling, columns: Columns, size: float) -> frozenset[int]:
    return frozenset(
        index
        for index, (x0, x1) in enumerate(columns)
        if rule.x0 <= x0 + SAME_EDGE * size and rule.x1 >= x0 + THROUGH * (x1 - x0)
    )


def _parted(row: tuple[Cell, ...], cuts: Sequence[_Cut]) -> list[tuple[Cell, ...]]:
    """A row in as many as the rules make of it that have words above and below them in one of its columns."""
    own = [cut for cut in cuts if any(_runs_within(row[column], cut.top) for column in cut.columns)]
    parts = [
        tuple(_between(cell, column, number, own) for column, cell in enumerate(row))
        for number in range(len(own) + 1)
    ]
    return [part for part in parts if any(cell.lines for cell in part)]


def _runs_within(cell: Cell, top: float) -> bool:
    feet = [line.foot for line in cell.lines]
    return bool(feet) and min(feet) <= top + RULING_TOLERANCE and max(feet) > top + RULING_TOLERANCE


def _between(cell: Cell, column: int, number: int, cuts: Sequence[_Cut]) -> Cell:
    """What of a cell stands below the cut before part `number` and above the next that runs through it."""
    bounds = [cut.top + RULING_TOLERANCE for cut in cuts if column in cut.columns]
    if number and column not in cuts[number - 1].columns:
        return Cell(cell.bbox, ())
    begin = cuts[number - 1].top + RULING_TOLERANCE if number else float("-inf")
    end = next((bound for bound in bounds if bound > begin), float("inf"))
    return Cell(cell.bbox, tuple(line for line in cell.lines if begin < line.foot <= end))
