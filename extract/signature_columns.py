"""Rows of the signature blocks → columns of lines that stand under each other, without strokes of a pen."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from extract.entities import Persons
from extract.geometry import center_x, overlap
from extract.lines import Line, Row
from extract.signature_items import find_items
from extract.signature_words import STROKE_CONFIDENCE, is_place_line
from extract.tables import Table
from models.reference import Reference

# A line is centred above two columns if it is off by less than this share of the white between them.
CENTRED = 0.3
# Lines within this many letter sizes of white belong together.
CLOSE = 1.3


def find_columns(rows: Sequence[Row]) -> list[list[Line]]:
    """Stacks of lines that stand under each other, in the order of their first lines."""
    stacks: list[list[Line]] = []
    for row in rows:
        for line in row.lines:
            if (clean := _without_strokes(line)) is None:
                continue
            near = [stack for stack in stacks if clean.page - stack[-1].page in (0, 1)]
            shared = [(max(overlap(*_x(clean), *_x(old)) for old in stack[-4:]), stack) for stack in near]
            best = max(shared, key=lambda pair: pair[0], default=None)
            if best is not None and best[0] > 0:
                best[1].append(clean)
            else:
                stacks.append([clean])
    return stacks


def without_shared_place(rows: Sequence[Row]) -> tuple[list[Row], list[Line]]:
    """The rows without the line of place and date that stands alone and centred above all columns, and it."""
    for index, row in enumerate(rows[:-1]):
        below = rows[index + 1]
        if len(row.lines) == 1 and len(below.lines) > 1 and row.page == below.page:
            x0, x1 = below.lines[0].bbox[2], below.lines[-1].bbox[0]
            across = row.bbox[0] < x0 and row.bbox[2] > x1
            off_centre = abs(center_x(row.bbox) - center_x(below.bbox))
            if (across or off_centre < CENTRED * (x1 - x0)) and is_place_line(row.text):
                return [*rows[:index], *rows[index + 1 :]], list(row.lines)
    return list(rows), []


def table_columns(table: Table | None) -> list[list[Line]]:
    """The rows of a table of signatures: what stands in its cells, one cell after the other."""
    rows = table.rows[max(table.header_rows, 1) :] if table else ()
    cells = (
        (
            (
                Line(table.page, tuple(w for line in cell.lines for w in line.words))
                for cell in row
                if cell.lines
            )
            for row in rows
        )
        if table
        else ()
    )
    return [[clean for line in row if (clean := _without_strokes(line)) is not None] for row in cells]


def side_by_side(columns: list[list[Line]], reference: Reference) -> list[list[Line]]:
    """Columns as they are, but places on the left and the names beside them on the right become one column:
    in treaties each line is a place, a date and whoever signs there.
    """
    if len(columns) != 2:
        return columns
    places, names = (
        [item.role for item in find_items(column, Persons(column), reference)] for column in columns
    )
    apart = places.count("place") > 1 and "name" not in places and "office" not in places
    if apart and "name" in names and "place" not in names:
        groups = [group for column in columns for group in _groups(column)]
        return [[line for group in sorted(groups, key=lambda g: _reading_order(g[0])) for line in group]]
    return columns


def _groups(column: Sequence[Line]) -> list[list[Line]]:
    """The lines of a column that follow each other closely: a place and the date below it."""
    groups = [[column[0]]]
    for above, line in pairwise(column):
        close = line.page == above.page and line.bbox[1] - above.bbox[3] < CLOSE * line.size
        if close:
            groups[-1].append(line)
        else:
            groups.append([line])
    return groups


def _reading_order(line: Line) -> tuple[int, float, float]:
    """By page, by baseline, from left to right."""
    return line.page, round(line.bbox[3] / line.size), line.bbox[0]


def _x(line: Line) -> tuple[float, float]:
    return line.bbox[0], line.bbox[2]


def _without_strokes(line: Line) -> Line | None:
    """The line without words that are strokes of a pen, specks or fill-in dots; None if nothing is left."""
    words = [
        word
        for word in line.words
        if re.search(r"[^\W_]", word.text)
        and (
            word.confidence >= STROKE_CONFIDENCE
            or re.search(r"[^\W\d_]{3}", word.text)
            or re.search(r"\d", word.text)
        )
    ]
    return Line(line.page, tuple(words)) if words else None
