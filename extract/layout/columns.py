"""Text in two columns, read down and not across: letterheads, parties and statements side by side."""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence

from extract.language.lines import Line, Row

# The right column begins within these shares of the text width; a label's value stands further left.
MIDDLE = (0.35, 0.85)
# Lines of one column begin within this many letter sizes of each other.
SAME_EDGE = 0.6
# Rows of one run follow each other within this multiple of the letter size.
NEXT_ROW = 1.9
# What cannot end a text: the line below goes on with it.
UNFINISHED = re.compile(r"(?:,|[\w]-|\b[a-zäöü]+)$")
# A sentence has so many words in each of its lines.
SENTENCE_WORDS = 3

# A sum, a date, a count: it belongs to what stands to the left of it.
FIGURE = re.compile(r"(?:(?:EUR|Euro|€|DM)\s*)?[\d.,:–/-]+(?:\s*(?:EUR|Euro|€|DM|%|Plätze|Monate))?")


def read_down(rows: Sequence[Row], left: float, right: float) -> list[Row]:
    """The rows in the order in which they are read; columns whose text runs on are put one after the other.

    `left` and `right` are the edges of the text in points.
    """
    ordered: list[Row] = []
    index = 0
    while index < len(rows):
        run = _run(rows[index:], left, right)
        columns = _columns(run)
        if columns and any(_runs_on(column) for column in columns):
            ordered += [Row((line,)) for column in columns for line in column]
            index += len(run)
        else:
            ordered.append(rows[index])
            index += 1
    return ordered


def _run(rows: Sequence[Row], left: float, right: float) -> Sequence[Row]:
    """The rows from the first on that share its two columns; none if it has not two."""
    first = rows[0]
    if len(first.lines) != 2 or right <= left:
        return ()
    share = (first.lines[1].bbox[0] - left) / (right - left)
    if not MIDDLE[0] <= share <= MIDDLE[1]:
        return ()
    count = 1
    for last, row in itertools.pairwise(rows):
        near = row.page == last.page and row.bbox[3] - last.bbox[3] <= NEXT_ROW * last.size
        if not near or not all(_column_of(line, first) is not None for line in row.lines):
            break
        count += 1
    return rows[:count]


def _column_of(line: Line, first: Row) -> int | None:
    return next(
        (
            number
            for number, head in enumerate(first.lines)
            if abs(line.bbox[0] - head.bbox[0]) < SAME_EDGE * head.size
        ),
        None,
    )


def _columns(run: Sequence[Row]) -> list[list[Line]]:
    if len(run) < 2:
        return []
    columns: list[list[Line]] = [[], []]
    for row in run:
        for line in row.lines:
            columns[_column_of(line, run[0]) or 0].append(line)
    labels = any(line.text.endswith(":") for line in columns[0])
    figures = any(FIGURE.fullmatch(line.text) for line in columns[1])
    return [] if labels or figures else columns


def _ends_sentence(above: Line, below: Line) -> bool:
    """Does a full stop end what the line above began?"""
    worded = min(len(above.words), len(below.words)) >= SENTENCE_WORDS
    return worded and below.text.endswith(".") and above.text[-1].isalnum()


def _runs_on(column: Sequence[Line]) -> bool:
    return any(
        below.text[:1].islower() or UNFINISHED.search(above.text) is not None or _ends_sentence(above, below)
        for above, below in itertools.pairwise(column)
    )
