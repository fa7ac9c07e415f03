"""Tables of words alone: known by the headings above their columns."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise, takewhile

from extract.geometry import center_x
from extract.language.lines import Line, Row
from extract.language.signature_vocabulary import is_label
from extract.page import Page
from extract.tables.headings import COUNTED_PART, SENTENCE_WORDS, counts_up, heads_columns, is_sentence
from extract.tables.rows import ROW_DISTANCE, continues_cells, table_of
from extract.tables.table import TICK, Columns, Table, is_figure

# Signatures follow each other within so many letter sizes.
ROOM_TO_SIGN = 7.0
# So many lines may a heading have that runs across a table.
INNER_HEADING = 3
# What is centred below a heading, or ends where it does, has no more words than this: a date, a place.
BRIEF = 3
# A column begins below a heading within this (letter sizes), in so many rows.
EXACTLY, FEWEST_BELOW = 0.12, 2


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
    below = rows[start + 1 : start + 2 + INNER_HEADING]
    head = _parted(rows[start], below)
    ticked = any(TICK.fullmatch(line.text) for row in below for line in row.lines[1:])
    signed = len(head.lines) > 2 and all(is_label(line.text) for line in head.lines)
    if not (heads_columns(head) or signed or (ticked and len(head.lines) > 2)):
        return []
    run = [rows[start]]
    room = ROOM_TO_SIGN if signed else ROW_DISTANCE
    for index, row in enumerate(rows[start + 1 :], start + 1):
        near = row.page == run[-1].page and row.bbox[1] - run[-1].bbox[3] < room * row.size
        text = len(row.lines) == 1 and _is_text(row, head)
        if near and text and _counts_on(run, rows[index:]):
            return [*run, *rows[index:]]
        if not (near and _keeps_to(head, row)) or (text and not _heads_rows(head, rows[index:])):
            break
        run.append(row)
    while len(run[-1].lines) == 1 and len(run) > 1 and run[-1].bbox[1] - run[-2].bbox[3] > run[-1].size:
        run.pop()
    return run


def _parted(head: Row, below: Sequence[Row]) -> Row:
    """A row of headings of which two that stand close were read as one, "Kz. Projekt": below the second text
    begins exactly where it does, behind what stands below the first."""
    lines: list[Line] = []
    for line in head.lines:
        at = next((at for at in range(1, len(line.words)) if _begins_column(line, at, below)), None)
        parts = [line.words] if at is None else [line.words[:at], line.words[at:]]
        lines += [Line(line.page, words) for words in parts]
    return Row(tuple(lines))


def _begins_column(heading: Line, at: int, below: Sequence[Row]) -> bool:
    """Does a column begin below word number `at` of a heading, and another end before it?"""
    begun = [
        before.bbox[0] > heading.bbox[0] - heading.size
        for row in below
        for before, line in pairwise(row.lines)
        if abs(line.bbox[0] - heading.words[at].bbox[0]) < EXACTLY * heading.size
    ]
    return len(begun) >= FEWEST_BELOW and all(begun)


def _keeps_to(head: Row, row: Row) -> bool:
    """Does each line of a row stand below one of the headings?"""
    return all(any(_stands_below(column, line) for column in head.lines) for line in row.lines)


def _heads_rows(head: Row, rows: Sequence[Row]) -> bool:
    """Does a heading within the table begin here, a line or two across it, below which its rows go on?"""
    lines = list(takewhile(lambda row: len(row.lines) == 1, rows))
    below = rows[len(lines) : len(lines) + 1]
    near = all(b.bbox[1] - a.bbox[3] < ROW_DISTANCE * b.size for a, b in pairwise([*lines, *below]))
    brief = len(lines) <= INNER_HEADING and not is_sentence(lines)
    return bool(below) and brief and near and _keeps_to(head, below[0])


def _counts_on(run: Sequence[Row], rows: Sequence[Row]) -> bool:
    """Are the last lines of a page a heading within the table, "Feld 2: …", that counts on from those above
    it, "Feld 1: …"? What it heads stands on the next page."""
    heads = [row.text for row in (*run, rows[0]) if len(row.lines) == 1 and COUNTED_PART.match(row.text)]
    alone = len(rows) <= INNER_HEADING and all(len(row.lines) == 1 for row in rows)
    close = all(continues_cells(below, above) for above, below in pairwise(rows))
    return alone and close and counts_up(heads) and heads[-1] == rows[0].text


def _stands_below(heading: Line, line: Line) -> bool:
    """Does a line begin where a heading does? What is brief may be centred below it or end with it, and
    figures and ticks may stand anywhere below it."""
    if is_figure(line.text) or TICK.fullmatch(line.text):
        return line.bbox[2] > heading.bbox[0] - line.size and line.bbox[0] < heading.bbox[2] + line.size
    apart = [line.bbox[0] - heading.bbox[0]]
    if len(line.words) <= BRIEF:
        apart += [line.bbox[2] - heading.bbox[2], center_x(line.bbox) - center_x(heading.bbox)]
    return any(abs(one) < line.size for one in apart)


def _is_text(row: Row, head: Row) -> bool:
    """Is a row with one line text below the table? It says a sentence, or runs on across the columns."""
    line = row.lines[0]
    rights = [column.bbox[0] for column in head.lines if column.bbox[0] > line.bbox[0] + line.size]
    crosses = bool(rights) and line.bbox[2] > min(rights) and len(line.words) >= SENTENCE_WORDS
    return crosses or is_sentence([row])


def _columns_below(run: Sequence[Row]) -> Columns:
    """x ranges of columns that begin where their headings do, or what is centred below them."""
    head, rows = _parted(run[0], run[1:]), run[1:]
    lefts = [head.lines[0].bbox[0], *(_leftmost(heading, rows) for heading in head.lines[1:])]
    starts = [left - 0.5 * head.size for left in lefts]
    return list(pairwise([*starts, max(max(row.bbox[2] for row in run), starts[-1] + 1)]))


def _leftmost(heading: Line, rows: Sequence[Row]) -> float:
    """Where the first of a heading and the brief lines below it begins."""
    below = [line for row in rows for line in row.lines[1:] if _stands_below(heading, line)]
    return min(line.bbox[0] for line in [heading, *below] if line is heading or len(line.words) <= BRIEF)
