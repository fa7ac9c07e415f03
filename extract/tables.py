"""Tables, ruled and unruled: rows of cells, each with its words.

Ruled tables come from the rulings of the page with pdfplumber's own chain (edges → intersections → cells →
tables), fed alike from PDF lines and from lines found in the image. Unruled tables come from rows whose
lines stand in the same columns and carry figures.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from pdfplumber.table import cells_to_tables, edges_to_intersections, intersections_to_cells
from pdfplumber.utils.geometry import snap_objects

from extract.geometry import contains_center, overlap, union
from extract.lines import Line, Row
from extract.page import Page, Ruling, Word
from extract.passage import Passage, join_lines
from models.values import BBox

# Rulings closer than this (points) are one; ends within it touch.
RULING_TOLERANCE = 4.0
# A figure as it stands in a table: "1.617.830,00", "250.000 €", "–".
FIGURE = re.compile(r"(?:(?:EUR|Euro|€)\s*)?-?\d{1,3}(?:[. ]\d{3})*(?:,(?:\d{2}|-{1,2}|–))?\s*(?:EUR|Euro|€|%)?", re.IGNORECASE)
# A row belongs to the table above if it follows within this many letter sizes.
ROW_DISTANCE = 3.2


@dataclass(frozen=True)
class Cell:
    """What stands in one row and column."""

    bbox: BBox
    lines: tuple[Line, ...]

    @cached_property
    def passage(self) -> Passage:
        return join_lines(self.lines)

    @property
    def text(self) -> str:
        return self.passage.text


@dataclass(frozen=True)
class Table:
    """`rows` of equal length; an empty cell has no lines. `rows_on_page` are the rows of text it took."""

    page: int
    rows: tuple[tuple[Cell, ...], ...]
    rows_on_page: tuple[Row, ...]

    @property
    def bbox(self) -> BBox:
        return union(row.bbox for row in self.rows_on_page)


def find_tables(page: Page, rows: Sequence[Row]) -> list[Table]:
    """All tables among `rows`, from top to bottom."""
    ruled = _ruled_tables(page, rows)
    taken = {id(row) for table in ruled for row in table.rows_on_page}
    unruled = _unruled_tables([row for row in rows if id(row) not in taken])
    return sorted([*ruled, *unruled], key=lambda table: table.bbox[1])


def _ruled_tables(page: Page, rows: Sequence[Row]) -> list[Table]:
    edges = [_edge(ruling) for ruling in page.rulings]
    for attribute, orientation in (("x0", "v"), ("top", "h")):
        edges = snap_objects([e for e in edges if e["orientation"] == orientation], attribute, RULING_TOLERANCE) + [
            e for e in edges if e["orientation"] != orientation
        ]
    intersections = edges_to_intersections(edges, RULING_TOLERANCE, RULING_TOLERANCE)
    tables = []
    for boxes in cells_to_tables(intersections_to_cells(intersections)):
        columns = sorted({round(box[0]) for box in boxes})
        tops = sorted({round(box[1]) for box in boxes})
        if len(columns) < 2 or len(tops) < 2:
            continue
        frame = union(boxes)
        inside = [row for row in rows if contains_center(frame, row.bbox)]
        if not inside:
            continue
        words = [word for row in inside for word in row.words]
        grid = []
        for top in tops:
            in_row = sorted((box for box in boxes if round(box[1]) == top), key=lambda box: box[0])
            cells = {columns.index(round(box[0])): _cell(page.number, box, words) for box in in_row}
            bottom = max(box[3] for box in in_row)
            grid.append(
                tuple(cells.get(i, Cell((x, top, x, bottom), ())) for i, x in enumerate(columns))
            )
        tables.append(Table(page.number, tuple(grid), tuple(inside)))
    return tables


def _edge(ruling: Ruling) -> dict[str, float | str]:
    """A ruling as pdfplumber's table functions want it."""
    orientation = "h" if ruling.horizontal else "v"
    middle_x, middle_y = (ruling.x0 + ruling.x1) / 2, (ruling.top + ruling.bottom) / 2
    x0, x1 = (ruling.x0, ruling.x1) if orientation == "h" else (middle_x, middle_x)
    top, bottom = (middle_y, middle_y) if orientation == "h" else (ruling.top, ruling.bottom)
    return {
        "object_type": "line",
        "orientation": orientation,
        "x0": x0,
        "x1": x1,
        "top": top,
        "bottom": bottom,
        "width": x1 - x0,
        "height": bottom - top,
    }


def _cell(page: int, box: BBox, words: Sequence[Word]) -> Cell:
    inside = [word for word in words if contains_center(box, word.bbox)]
    lines: list[list[Word]] = []
    for word in sorted(inside, key=lambda word: ((word.bbox[1] + word.bbox[3]) / 2, word.bbox[0])):
        if lines and overlap(word.bbox[1], word.bbox[3], lines[-1][0].bbox[1], lines[-1][0].bbox[3]) > 0.4 * min(
            word.bbox[3] - word.bbox[1], lines[-1][0].bbox[3] - lines[-1][0].bbox[1]
        ):
            lines[-1].append(word)
        else:
            lines.append([word])
    return Cell(box, tuple(Line(page, tuple(sorted(line, key=lambda word: word.bbox[0]))) for line in lines))


def _unruled_tables(rows: Sequence[Row]) -> list[Table]:
    tables = []
    for run in _aligned_runs(rows):
        columns = _columns(run)
        figures = sum(1 for row in run if len(row.lines) > 1 and FIGURE.fullmatch(row.lines[-1].text))
        split_rows = sum(1 for row in run if len(row.lines) > 1)
        if len(columns) < 2 or figures < 2 or figures < 0.5 * split_rows:
            continue
        grid: list[list[list[Line]]] = []
        for row in run:
            cells: list[list[Line]] = [[] for _ in columns]
            for line in row.lines:
                cells[_column_of(line, columns)].append(line)
            wraps = len(row.lines) == 1 and grid and not FIGURE.fullmatch(row.text) and _wraps(row, grid[-1])
            if wraps:
                for above, cell in zip(grid[-1], cells, strict=True):
                    above.extend(cell)
            else:
                grid.append(cells)
        finished = tuple(
            tuple(
                Cell(union(line.bbox for line in cell) if cell else (x0, 0.0, x1, 0.0), tuple(cell))
                for cell, (x0, x1) in zip(row_cells, columns, strict=True)
            )
            for row_cells in grid
        )
        tables.append(Table(run[0].page, finished, tuple(run)))
    return tables


def _aligned_runs(rows: Sequence[Row]) -> list[list[Row]]:
    """Runs of neighbouring rows in columns; a row with one line counts where it continues a cell."""
    runs: list[list[Row]] = []
    for row in rows:
        run = runs[-1] if runs and runs[-1] else None
        near = run is not None and run[-1].page == row.page and row.bbox[1] - run[-1].bbox[3] < ROW_DISTANCE * row.size
        if len(row.lines) > 1:
            if run is not None and near:
                run.append(row)
            else:
                runs.append([row])
        elif run is not None and near and any(_inside_cell(row.lines[0], line) for line in run[0].lines):
            run.append(row)
        else:
            runs.append([])
    cleaned = []
    for run in runs:
        while run and len(run[-1].lines) == 1 and not _wraps_line(run[-1].lines[0], run[-2].lines[0] if len(run) > 1 else None):
            run = run[:-1]
        if len(run) > 1:
            cleaned.append(run)
    return cleaned


def _inside_cell(line: Line, cell: Line) -> bool:
    return abs(line.bbox[0] - cell.bbox[0]) < 2.5 * line.size and len(line.words) <= 8


def _wraps(row: Row, above: Sequence[Sequence[Line]]) -> bool:
    first = next((cell for cell in above if cell), None)
    return first is not None and _wraps_line(row.lines[0], first[-1])


def _wraps_line(line: Line, above: Line | None) -> bool:
    """Is `line` the second line of the cell whose last line is `above`?"""
    return (
        above is not None
        and abs(line.bbox[0] - above.bbox[0]) < 2.5 * line.size
        and line.bbox[3] - above.bbox[3] < 1.6 * line.size
    )


def _columns(rows: Sequence[Row]) -> list[tuple[float, float]]:
    """x ranges that lines of rows with several lines fall into."""
    ranges: list[list[float]] = []
    for line in sorted((line for row in rows if len(row.lines) > 1 for line in row.lines), key=lambda l: l.bbox[0]):
        if ranges and line.bbox[0] < ranges[-1][1]:
            ranges[-1][1] = max(ranges[-1][1], line.bbox[2])
        else:
            ranges.append([line.bbox[0], line.bbox[2]])
    return [(x0, x1) for x0, x1 in ranges]


def _column_of(line: Line, columns: Sequence[tuple[float, float]]) -> int:
    return max(range(len(columns)), key=lambda i: overlap(line.bbox[0], line.bbox[2], *columns[i]))
