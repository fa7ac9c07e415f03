"""Tables without a grid: rows whose lines stand in the same columns and carry figures."""

from __future__ import annotations

import re
from collections.abc import Sequence

from extract.geometry import overlap
from extract.language.lines import Line, Row
from extract.page import Page
from extract.tables.columns import columns_of
from extract.tables.headings import COUNTED, HEADER_WORDS, count_from_one, heads_columns, is_sentence
from extract.tables.rows import ROW_DISTANCE, continues_cells, table_of
from extract.tables.table import FIGURE, ROW_NUMBER, RULING_TOLERANCE, SAME_EDGE, Table, is_figure

# So many headings may stand between two rows of the same unruled table.
INNER_HEADINGS = 2
# So many figures in one row are a table, even if it is the only one.
FIGURES_ACROSS = 3
# Rules below so many rows of words are those of a table, whatever stands in it.
RULED_ROWS = 3
# No cell ends like this: the line below goes on with it.
OPEN = re.compile(r"[–/,(&-]$|\s(?:und|oder|sowie|für|in|im|mit|zu[rm]?|der|des|die|vo[nm])$")


def free_tables(page: Page, rows: Sequence[Row]) -> list[Table]:
    return unruled_tables(rows)


def unruled_tables(rows: Sequence[Row], rules: Sequence[float] = ()) -> list[Table]:
    """Tables without a grid. `rules`: heights of the rules that the rows stand between, if they do."""
    tables = []
    for run in [list(rows)] if rules else _aligned_runs(rows):
        split = [row for row in run if len(row.lines) > 1]
        last = [row.lines[-1] for row in split if FIGURE.fullmatch(row.lines[-1].text)]
        figures = len(last) if rules else _above_each_other(last)
        across = any(sum(is_figure(line.text) for line in row.lines) >= FIGURES_ACROSS for row in split)
        leading = sum(1 for row in split if _leads_with_figure(row))
        often = any(count >= 2 and count >= 0.5 * len(split) for count in (figures, leading))
        enough = figures >= 1 or _each_ruled(run, rules) if rules else across or often
        columns = columns_of(run)
        if len(columns) < 2 or not enough:
            continue
        tables.append(table_of(run, columns, rules))
    return tables


def _above_each_other(figures: Sequence[Line]) -> int:
    """How many figures stand above or below another: those at the ends of dots in a list need not."""
    return sum(
        any(other is not one and overlap(*one.bbox[::2], *other.bbox[::2]) > 0 for other in figures)
        for one in figures
    )


def _leads_with_figure(row: Row) -> bool:
    """Does a sum stand before what it is for, not the number of a row?"""
    first = row.lines[0].text
    return is_figure(first) and not ROW_NUMBER.fullmatch(first)


def _each_ruled(run: Sequence[Row], rules: Sequence[float]) -> bool:
    """Do rules part so many rows that these are a table, though it holds no figure?"""
    bands = {sum(1 for rule in rules if rule < row.bbox[1] + RULING_TOLERANCE) for row in run}
    return len(bands) >= RULED_ROWS


def _aligned_runs(rows: Sequence[Row]) -> list[list[Row]]:
    """Runs of neighbouring rows in columns; rows with one line count where they continue a cell, or stand
    between rows of the table as its inner headings."""
    runs: list[list[Row]] = []
    waiting: list[Row] = []
    for row in rows:
        last = (waiting or runs[-1])[-1] if runs else None
        near = (
            last is not None
            and last.page == row.page
            and row.bbox[1] - last.bbox[3] < ROW_DISTANCE * row.size
        )
        if len(row.lines) > 1:
            if near and not heads_columns(row) and not _stands_between(waiting):
                runs[-1] += [*waiting, row]
            else:
                runs.append([row])
            waiting = []
        elif (
            near
            and last is not None
            and not waiting
            and continues_cells(row, last)
            and _below_a_line(row, last)
        ):
            runs[-1].append(row)
        elif near and runs:
            waiting.append(row)
        else:
            waiting = []
    trimmed = [_framed(run) for run in runs]
    return [run for run in trimmed if sum(1 for row in run if len(row.lines) > 1) > 1]


def _stands_between(rows: Sequence[Row]) -> bool:
    """Do these rows part two tables? Headings within one are few, however many lines each has."""
    headings = [row for i, row in enumerate(rows) if not i or not continues_cells(row, rows[i - 1])]
    return len(headings) > INNER_HEADINGS or is_sentence(rows)


def _framed(run: Sequence[Row]) -> list[Row]:
    """The run from its header to its last figures: what stands above the first figures is a header only if
    it is brief, what stands below the last ones belongs to them only as the next line of a cell.
    """
    figures = [
        i
        for i, row in enumerate(run)
        if any(is_figure(line.text) for line in row.lines[1:]) or _leads_with_figure(row)
    ]
    if not figures:
        return []
    start, end = figures[0], figures[-1] + 1
    while start and (
        _is_brief(run[start - 1]) or _counts_columns(run[start - 1]) or _is_headed(run, start - 1)
    ):
        start -= 1
    while end < len(run) and continues_cells(run[end], run[end - 1]) and _below_lines(run[end], run[end - 1]):
        end += 1
    return list(run[start:end])


def _is_brief(row: Row) -> bool:
    return all(len(line.words) <= HEADER_WORDS for line in row.lines)


def _is_headed(run: Sequence[Row], index: int) -> bool:
    """Does a row head the first rows of a table, below the headings of its columns?"""
    above = index
    while above and len(run[above].lines) == 1 and index - above < INNER_HEADINGS:
        above -= 1
    return above < index and len(run[above].lines) > 1 and _is_brief(run[above])


def _counts_columns(row: Row) -> bool:
    """Are several of the headings of a row counted: "Projekt", "1 Ausbildung …", "2 Qualifizierung …"?"""
    counted = [line.text for line in row.lines if COUNTED.match(line.text)]
    return len(counted) > 1 and count_from_one(counted)


def _below_lines(row: Row, above: Row) -> bool:
    """Is a row one line, or does it go on with the first line above, each line below one of those above?"""
    reach = SAME_EDGE * row.size
    lefts = [line.bbox[0] for line in above.lines]
    return len(row.lines) == 1 or (
        (row.text[0].islower() or OPEN.search(above.lines[0].text) is not None)
        and all(any(abs(line.bbox[0] - left) < reach for left in lefts) for line in row.lines)
    )


def _below_a_line(row: Row, above: Row) -> bool:
    return any(abs(row.lines[0].bbox[0] - line.bbox[0]) < 2.5 * row.size for line in above.lines)
