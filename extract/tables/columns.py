"""Where the columns of a table without a grid begin and end."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from extract.geometry import overlap, union
from extract.language.lines import Line, Row
from extract.page import Word
from extract.tables.rows import MONEY, RUNNING_GAP
from extract.tables.table import SAME_EDGE, SAME_HEIGHT, Cell, Table, is_figure

# A word or a year, not the sign of a currency.
NAMES = re.compile(r"(?!(?:EUR|Euro|DM)\b)[^\W\d_]|(?:19|20)\d{2}$")
# What counts the rows, or says of what kind each is, in a narrow column.
CODE = re.compile(r"(?:\d{1,2}|[A-H]|[IVX]{1,4})[.)]?")
# Of the rows of a column such a share runs on in the next one, if it was parted by mistake.
MOST_RUN_ON = 0.6


def columns_of(rows: Sequence[Row]) -> list[tuple[float, float]]:
    """x ranges of the columns: as many as the header or a row of figures has lines, where words are few."""
    first = next((i for i, row in enumerate(rows) if is_figure(row.lines[-1].text)), len(rows))
    telling = [row for i, row in enumerate(rows) if i < first or is_figure(row.lines[-1].text)]
    model = max(telling, key=lambda row: len(row.lines))
    within = [row for row in rows if not _crosses(row, model)] or rows
    words = [word for row in within for word in row.words]
    edges = [min(row.bbox[0] for row in rows)]
    for left, right in pairwise(model.lines):
        edges.append(_clearest(left.bbox[2], right.bbox[0], words))
    edges.append(max(row.bbox[2] for row in rows))
    parts = [part for column in pairwise(edges) for part in _behind_figures(column, rows)]
    return [part for column in parts for part in _behind_codes(column, rows)]


def _crosses(row: Row, model: Row) -> bool:
    """Does a row run over the columns that the `model` shows: a heading within the table?"""
    left, right = model.lines[0], model.lines[min(1, len(model.lines) - 1)]
    return len(row.lines) == 1 and row.bbox[0] < left.bbox[2] and right.bbox[0] < row.bbox[2]


def _behind_figures(column: tuple[float, float], rows: Sequence[Row]) -> list[tuple[float, float]]:
    """A column in two where figures that end together stand right before text, with a narrow gap."""
    inside = [[word for word in row.words if column[0] <= word.bbox[0] < column[1]] for row in rows]
    led = [words for words in inside if len(words) > 1 and MONEY.fullmatch(words[0].text)]
    texts = [words[1] for words in led if NAMES.match(words[1].text)]
    if len(led) < 2 or len(texts) < len(led) or 2 * len(led) < sum(1 for words in inside if words):
        return [column]
    ends = [words[0].bbox[2] for words in led]
    if max(ends) - min(ends) > SAME_EDGE * led[0][0].size:
        return [column]
    edge = (max(ends) + min(word.bbox[0] for word in texts)) / 2
    return [(column[0], edge), (edge, column[1])]


def _behind_codes(column: tuple[float, float], rows: Sequence[Row]) -> list[tuple[float, float]]:
    """A column in two where a heading, "MA", and the codes below it stand right before another heading and
    the texts below that, which begin together, with a narrow gap."""
    inside = [[word for word in row.words if column[0] <= word.bbox[0] < column[1]] for row in rows]
    head, *body = [words for words in inside if words] or [[]]
    for before, word in pairwise(head):
        reach = SAME_EDGE * word.size
        parted = [_parted_at(words, word.bbox[0] - reach) for words in body]
        codes = [left[0] for left, _ in parted if left]
        apart = word.bbox[0] - max(one.bbox[2] for one in (before, *codes)) > RUNNING_GAP * word.size
        coded = all(len(left) < 2 for left, _ in parted) and all(CODE.fullmatch(one.text) for one in codes)
        level = all(right and abs(right[0].bbox[0] - word.bbox[0]) < reach for _, right in parted)
        if apart and coded and level and 2 * len(codes) > max(len(body), 2):
            edge = (max(one.bbox[2] for one in (before, *codes)) + word.bbox[0]) / 2
            return [(column[0], edge), (edge, column[1])]
    return [column]


def _parted_at(words: Sequence[Word], x: float) -> tuple[list[Word], list[Word]]:
    return [word for word in words if word.bbox[0] < x], [word for word in words if word.bbox[0] >= x]


def _clearest(x0: float, x1: float, words: Sequence[Word]) -> float:
    """The x between x0 and x1 that fewest words cross: the middle of the widest such stretch."""
    stops = sorted({x0, x1, *(x for word in words for x in (word.bbox[0], word.bbox[2]) if x0 < x < x1)})
    stretches = [
        (sum(1 for word in words if word.bbox[0] < (a + b) / 2 < word.bbox[2]), a - b, (a + b) / 2)
        for a, b in pairwise(stops)
    ]
    return min(stretches)[2]


def without_split_columns(table: Table) -> Table:
    """The table without columns that were cut off by mistake: no heading stands above them, and the words of
    the column before run on in them."""
    heads = table.headers
    for column in range(1, len(heads)):
        if heads[column] or not heads[column - 1]:
            continue
        pairs = [row[column - 1 : column + 1] for row in table.rows]
        gaps = [
            (other.words[0].bbox[0] - line.words[-1].bbox[2]) / line.size
            for left, right in pairs
            for line in left.lines
            for other in right.lines
            if overlap(line.bbox[1], line.bbox[3], other.bbox[1], other.bbox[3]) > SAME_HEIGHT * line.size
        ]
        if len(gaps) > 1 and sum(gap < RUNNING_GAP for gap in gaps) >= MOST_RUN_ON * len(gaps):
            rows = tuple(
                (*row[: column - 1], _as_one(row[column - 1], row[column]), *row[column + 1 :])
                for row in table.rows
            )
            columns = table.columns
            if columns:
                whole = (columns[column - 1][0], columns[column][1])
                columns = (*columns[: column - 1], whole, *columns[column + 1 :])
            return without_split_columns(replace(table, rows=rows, columns=columns))
    return table


def _as_one(left: Cell, right: Cell) -> Cell:
    """Two cells as one: what stands at one height is one line."""
    lines = list(left.lines)
    for other in right.lines:
        beside = next(
            (
                index
                for index, line in enumerate(lines)
                if overlap(line.bbox[1], line.bbox[3], other.bbox[1], other.bbox[3]) > SAME_HEIGHT * line.size
            ),
            None,
        )
        if beside is None:
            lines.append(other)
        else:
            lines[beside] = Line(other.page, (*lines[beside].words, *other.words))
    return Cell(union((left.bbox, right.bbox)), tuple(sorted(lines, key=lambda line: line.bbox[1])))
