"""Tables of words alone: known by the headings above their columns."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise, takewhile

from extract.language.lines import Line, Row
from extract.language.signature_vocabulary import is_label
from extract.page import Page
from extract.tables.headings import SENTENCE_WORDS, heads_columns, is_sentence
from extract.tables.rows import ROW_DISTANCE, table_of
from extract.tables.table import TICK, Columns, Table, is_figure

# Signatures follow each other within so many letter sizes.
ROOM_TO_SIGN = 7.0
# So many lines may a heading have that runs across a table with ticks.
INNER_HEADING = 3


def headed_tables(page: Page, rows: Sequence[Row]) -> list[Table]:
    """Tables of words alone: known by the headings above their columns, to which the rows below keep."""
    tables: list[Table] = []
    start = 0
    while start < len(rows):
        run = _below_headings(rows, start)
        if sum(1 for row in run if len(row.lines) > 1) > 1:
            tables.append(table_of(run, _columns_below(run), ()))
            start += len(run)
        else:
            start += 1
    return tables


def _below_headings(rows: Sequence[Row], start: int) -> list[Row]:
    """The row of headings at `start`, if it is one, and the rows below that stand in its columns."""
    head = rows[start]
    below = rows[start + 1 : start + 2 + INNER_HEADING]
    ticked = any(TICK.fullmatch(line.text) for row in below for line in row.lines[1:])
    signed = len(head.lines) > 2 and all(is_label(line.text) for line in head.lines)
    if not (heads_columns(head) or signed or (ticked and len(head.lines) > 2)):
        return []
    run = [head]
    room = ROOM_TO_SIGN if signed else ROW_DISTANCE
    for index, row in enumerate(rows[start + 1 :], start + 1):
        near = row.page == run[-1].page and row.bbox[1] - run[-1].bbox[3] < room * row.size
        text = len(row.lines) == 1 and _is_text(row, head)
        if not (near and _keeps_to(head, row)) or (text and not _is_above_ticks(head, rows[index:])):
            break
        run.append(row)
    while len(run[-1].lines) == 1 and len(run) > 1 and run[-1].bbox[1] - run[-2].bbox[3] > run[-1].size:
        run.pop()
    return run


def _keeps_to(head: Row, row: Row) -> bool:
    """Does each line of a row stand below one of the headings?"""
    return all(any(_stands_below(column, line) for column in head.lines) for line in row.lines)


def _is_above_ticks(head: Row, rows: Sequence[Row]) -> bool:
    """Does a heading within the table begin here, a line or two across it, below which rows have ticks?"""
    lines = list(takewhile(lambda row: len(row.lines) == 1, rows))
    below = rows[len(lines) : len(lines) + 1]
    ticked = any(TICK.fullmatch(line.text) for row in below for line in row.lines[1:])
    return len(lines) <= INNER_HEADING and not is_sentence(lines) and ticked and _keeps_to(head, below[0])


def _stands_below(heading: Line, line: Line) -> bool:
    """Does a line begin where a heading does? Figures and ticks may stand anywhere below it."""
    if is_figure(line.text) or TICK.fullmatch(line.text):
        return line.bbox[2] > heading.bbox[0] - line.size and line.bbox[0] < heading.bbox[2] + line.size
    return abs(line.bbox[0] - heading.bbox[0]) < line.size


def _is_text(row: Row, head: Row) -> bool:
    """Is a row with one line text below the table? It says a sentence, or runs on across the columns."""
    line = row.lines[0]
    rights = [column.bbox[0] for column in head.lines if column.bbox[0] > line.bbox[0] + line.size]
    crosses = bool(rights) and line.bbox[2] > min(rights) and len(line.words) >= SENTENCE_WORDS
    return crosses or is_sentence([row])


def _columns_below(run: Sequence[Row]) -> Columns:
    """x ranges of columns that begin where their headings do."""
    lefts = [line.bbox[0] - 0.5 * line.size for line in run[0].lines]
    return list(pairwise([*lefts, max(max(row.bbox[2] for row in run), lefts[-1] + 1)]))
