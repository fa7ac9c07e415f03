"""All tables of a page, ruled and unruled, and how they go on on the next one."""

from __future__ import annotations

import re
from collections.abc import Sequence

from extract.language.lines import Line, Row
from extract.page import Page
from extract.tables.banded import banded_tables
from extract.tables.columns import without_split_columns
from extract.tables.free import free_tables
from extract.tables.headed import headed_tables
from extract.tables.headings import COUNTED_PART, HEADING, count_from_one, counts_up, heads_columns
from extract.tables.inner_rules import parted_by_inner_rules
from extract.tables.rows import ROW_DISTANCE, continues_cells, runs_across, table_of
from extract.tables.ruled import ruled_tables
from extract.tables.table import RULING_TOLERANCE, SAME_EDGE, Table, is_figure


def find_tables(page: Page, rows: Sequence[Row]) -> list[Table]:
    """All tables among `rows`, from top to bottom."""
    found: list[Table] = []
    for find in (ruled_tables, banded_tables, free_tables, headed_tables):
        taken = {id(row) for table in found for row in table.rows_on_page}
        new = _apart(find(page, [row for row in rows if id(row) not in taken]))
        found += [parted_by_inner_rules(without_split_columns(table), page.rulings) for table in new]
    return sorted(found, key=lambda table: table.bbox[1])


def _apart(tables: Sequence[Table]) -> list[Table]:
    """The tables of which none has words of another: of those that do, the one with the most.

    The worn rules of a scan make several of one table, and no sum may be told twice.
    """
    kept: list[Table] = []
    taken: set[int] = set()
    for table in sorted(tables, key=lambda one: -len(one.words)):
        if not taken & table.words:
            kept.append(table)
            taken |= table.words
    return kept


def continued(table: Table, other: Table) -> Table:
    """A table with the rows of the next page; what its header repeats is left out.

    Without a header the next page may show fewer columns than there are: those of this page hold.
    """
    if len(other.rows[0]) != len(table.rows[0]):
        other = table_of(other.rows_on_page, table.columns, other.rules)
    known = [[cell.text for cell in row] for row in table.rows[: table.header_rows]]
    header = other.rows[: other.header_rows]
    new = [row for row in header if [cell.text for cell in row] not in known]
    rows = (*table.rows, *new, *other.rows[other.header_rows :])
    return Table(table.page, rows, table.rows_on_page, table.columns, table.rules)


def going_on(above: Table, page: Page, rows: Sequence[Row]) -> Table | None:
    """The rows at the top of a page that keep to the columns of the table at the foot of the page before, or
    the one row that is left of its grid."""
    if not above.columns:
        grids = ruled_tables(page, rows, fewest=1)
        first = (one for one in grids if one.rows_on_page[0] is rows[0] and len(one.rows) == 1)
        return next((one for one in first if _has_edges_of(one, above)), None)
    lefts = [line.bbox[0] for row in above.rows for cell in row for line in cell.lines]
    rights = [line.bbox[2] for row in above.rows for cell in row for line in cell.lines]
    run: list[Row] = []
    for row in rows if above.columns and rows and not heads_columns(rows[0]) else ():
        far = run and row.bbox[1] - run[-1].bbox[3] > ROW_DISTANCE * row.size
        crosses = len(row.lines) == 1 and runs_across(row.lines[0], above.columns)
        if crosses and (_counts_on(row, above) or _goes_on(row, run)):
            crosses = False
        if far or crosses or not all(_keeps_to(line, lefts, rights) for line in row.lines):
            break
        run.append(row)
    end = max((index for index, row in enumerate(run, start=1) if len(row.lines) > 1), default=0)
    while end and end < len(run) and continues_cells(run[end], run[end - 1]):
        end += 1
    rules = [rule.top for rule in page.rulings if rule.horizontal] if above.rules else ()
    return table_of(run[:end], above.columns, rules) if end else None


def _has_edges_of(table: Table, above: Table) -> bool:
    """Do the columns of two grids begin at the same places, and tell figures? In the boxes of a form, or of
    signatures, stand words."""
    if not any(is_figure(cell.text) for cell in table.rows[0]):
        return False
    edges = [[cell.bbox[0] for cell in one.rows[-1]] for one in (table, above)]
    return len(edges[0]) == len(edges[1]) and all(
        abs(here - there) < RULING_TOLERANCE for here, there in zip(*edges, strict=True)
    )


def _counts_on(row: Row, above: Table) -> bool:
    """Is a row a heading that counts on from those within the table: "Feld 2: …" behind "Feld 1: …"?"""
    alone = [cells[0].text for cells in above.rows if not any(cell.text for cell in cells[1:])]
    return counts_up([*filter(COUNTED_PART.match, alone), row.text])


def _goes_on(row: Row, run: Sequence[Row]) -> bool:
    """Is a row the next line of such a heading?"""
    return bool(run) and len(run[-1].lines) == 1 and continues_cells(row, run[-1])


def _keeps_to(line: Line, lefts: Sequence[float], rights: Sequence[float]) -> bool:
    """Does a line begin where those of a table do, or end there if it is a figure?"""
    reach = SAME_EDGE * line.size
    begins = any(abs(line.bbox[0] - left) < reach for left in lefts)
    return begins or (is_figure(line.text) and any(abs(line.bbox[2] - right) < reach for right in rights))


def only_speaks(table: Table) -> bool:
    """Two columns of words without headings are no table of data: "Zuwendungsgeber | Land Hessen"."""
    heads = [cell.text for cell in table.rows[0]]
    if len(heads) != 2 or any(HEADING.match(head) for head in heads) or count_from_one(heads):
        return False
    return not any(re.search(r"\d", row[1].text) and is_figure(row[1].text) for row in table.rows)
