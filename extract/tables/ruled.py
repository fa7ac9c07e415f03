"""Tables with a grid: from the rulings of the page with pdfplumber's own chain (edges → intersections → cells
→ tables), fed alike from PDF lines and from lines found in the image.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from pdfplumber.table import cells_to_tables, edges_to_intersections, intersections_to_cells
from pdfplumber.utils.geometry import snap_objects

from extract.geometry import center_y, contains_center, overlap, union
from extract.language.lines import Line, Row
from extract.page import Page, Ruling, Word
from extract.tables.headings import HEADER_WORDS, HEADING
from extract.tables.table import RULING_TOLERANCE, SAME_EDGE, SAME_HEIGHT, Cell, Table, is_figure
from models.values import BBox

# A grid whose cells hold no more of the words between its rules than this share is none.
MOST_WORDS = 0.85


# A grid of one row is a table only where it goes on with one of the page before.
FEWEST_ROWS = 2


def ruled_tables(page: Page, rows: Sequence[Row], fewest: int = FEWEST_ROWS) -> list[Table]:
    """The tables of so many rows at least."""
    edges = [_edge(ruling) for ruling in page.rulings]
    for attribute, orientation in (("x0", "v"), ("top", "h")):
        edges = snap_objects(
            [e for e in edges if e["orientation"] == orientation], attribute, RULING_TOLERANCE
        ) + [e for e in edges if e["orientation"] != orientation]
    intersections = edges_to_intersections(edges, RULING_TOLERANCE, RULING_TOLERANCE)
    tables = []
    for cells in cells_to_tables(intersections_to_cells(intersections)):
        boxes = _parted_by_headings(cells, rows)
        columns = sorted({round(box[0]) for box in boxes})
        tops = sorted({round(box[1]) for box in boxes})
        if len(columns) < 2 or len(tops) < fewest:
            continue
        frame = union(boxes)
        inside = [row for row in rows if contains_center(frame, row.bbox)]
        if not inside:
            continue
        words = [word for row in inside for word in row.words]
        grid = []
        for top in tops:
            in_row = sorted((box for box in boxes if round(box[1]) == top), key=lambda box: box[0])
            found = {columns.index(round(box[0])): _cell(page.number, box, words) for box in in_row}
            bottom = max(box[3] for box in in_row)
            grid.append(tuple(found.get(i, Cell((x, top, x, bottom), ())) for i, x in enumerate(columns)))
        if sum(len(line.words) for row in grid for cell in row for line in cell.lines) < MOST_WORDS * len(
            words
        ):
            continue  # rules too worn to tell the cells
        rows_of_grid = tuple(part for row in grid for part in _by_figures(row))
        tables.append(Table(page.number, rows_of_grid, tuple(inside)))
    return tables


def _parted_by_headings(boxes: Sequence[BBox], rows: Sequence[Row]) -> list[BBox]:
    """The cells of a grid, parted where the rule between two columns was too faint to be found: two headings
    stand in one cell, and what is below the second one begins where it does."""
    top = min(boxes, key=lambda box: box[1])
    heads = [row for row in rows if top[1] <= center_y(row.bbox) <= top[3]]
    below = [row for row in rows if top[3] < center_y(row.bbox) < max(box[3] for box in boxes)]
    parted = list(boxes)
    for head in heads:
        for left, right in pairwise(head.lines):
            edge = right.bbox[0] - 0.5 * right.size
            known = all(
                HEADING.match(line.text) and len(line.words) <= HEADER_WORDS for line in (left, right)
            )
            begin = [
                row
                for row in below
                if any(abs(word.bbox[0] - right.bbox[0]) < SAME_EDGE * row.size for word in row.words)
            ]
            if known and 2 * len(begin) > len(below):
                parted = [part for box in parted for part in _cut_at(box, edge, left, right)]
    return parted


def _cut_at(box: BBox, edge: float, left: Line, right: Line) -> list[BBox]:
    """A cell in two at an edge, if it reaches from one heading to the other."""
    x0, top, x1, bottom = box
    holds_both = x0 < left.bbox[2] and right.bbox[0] < x1
    return [(x0, top, edge, bottom), (edge, top, x1, bottom)] if holds_both else [box]


def _by_figures(row: tuple[Cell, ...]) -> list[tuple[Cell, ...]]:
    """A row between two rules, one cell of which holds several figures, is several: each figure is one with
    what stands beside it; a line without a figure goes on with the line above, the first is a heading."""
    columns = [cell.lines for cell in row if len(cell.lines) > 1 and _only_figures(cell)]
    if not columns or not row[0].lines:
        return [row]
    figures = columns[-1]
    heights = sorted({center_y(line.bbox) for cell in row for line in cell.lines})
    tops: list[float] = []
    for height in heights:
        beside = any(_stands_at(line, height) for line in figures)
        if (not tops or beside) and not (tops and height - tops[-1] < SAME_HEIGHT * figures[0].size):
            tops.append(height)
    bounds = [*tops[1:], float("inf")]

    def between(lines: Sequence[Line], top: float, end: float) -> tuple[Line, ...]:
        return tuple(line for line in lines if top <= center_y(line.bbox) + 1 < end)

    return [
        tuple(Cell(cell.bbox, between(cell.lines, top, end)) for cell in row)
        for top, end in zip(tops, bounds, strict=True)
    ]


def _only_figures(cell: Cell) -> bool:
    return all(is_figure(line.text) for line in cell.lines)


def _stands_at(line: Line, height: float) -> bool:
    return line.bbox[1] <= height <= line.bbox[3]


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
    for word in sorted(inside, key=lambda word: (center_y(word.bbox), word.bbox[0])):
        if lines and overlap(
            word.bbox[1], word.bbox[3], lines[-1][0].bbox[1], lines[-1][0].bbox[3]
        ) > 0.4 * min(word.bbox[3] - word.bbox[1], lines[-1][0].bbox[3] - lines[-1][0].bbox[1]):
            lines[-1].append(word)
        else:
            lines.append([word])
    return Cell(box, tuple(Line(page, tuple(sorted(line, key=lambda word: word.bbox[0]))) for line in lines))
