"""Which rows of text are one row of a table, and which words stand in which of its columns."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from itertools import pairwise
from statistics import median

from extract.geometry import overlap, union
from extract.language.lines import Line, Row
from extract.page import Word
from extract.tables.headings import COUNTED_PART, counts_up
from extract.tables.table import (
    FIGURE,
    ROW_NUMBER,
    RULING_TOLERANCE,
    TICK,
    YEAR,
    Cell,
    Columns,
    Table,
    is_figure,
)
from models.german.dates import MONTH_BEGINS

# A row belongs to the table above if it follows within this many letter sizes.
ROW_DISTANCE = 3.2
# A sum of money, by its thousands or decimals.
MONEY = re.compile(r"-?\d{1,3}(?:\.\d{3})+(?:,\d{2}|,-{1,2})?|-?\d{1,3},\d{1,3}")
# What begins a row of its own, and the last row of its kind.
OPENS_ROW = re.compile(
    r"(?:Maßnahmen?art|Förderbereich|Förderschwerpunkt|Schwerpunkt|Projekt)\s*(?:\d|[IVX]+\b)"
)
CLOSES = re.compile(r"(?:(?:Zwischens|Gesamts|S)umme|[Ii]nsgesamt|[Gg]esamt)\b")
# What stands where a figure would.
NOTHING = re.compile(r"[-–—−]+")
# What tells a row by a number of its file, its account or its kind; a scan may add specks.
ROW_CODE = re.compile(r"\d{2,6}(?:[-./]\d{1,5})+|[A-ZÄÖÜ]{1,4}[- .]?\d{1,4}(?:[-./]\d{1,4})*")
SPECKS = "„“”'’‚‘.,·•- "
# A day as it stands in a column; that it goes on is told by what is behind the first of two.
DAY = re.compile(
    rf"\d{{1,2}}\.\s?(?:\d{{1,2}}\.|{MONTH_BEGINS}[a-zä]*\.?)\s?(?:\d{{2}}|\d{{4}})(?:\s?[–—-]\s?\d{{1,2}}\..*)?"
)
OPEN_PERIOD = re.compile(r"(?:[–—-]|\b(?:bis|und|zum|ab|vom))$")
# Lines of one cell follow at this pitch (letter sizes), rows of a table at a larger one or with figures.
CELL_PITCH = 1.45
# In a table that counts its rows lines of one cell follow at this pitch, rows at so many times the largest.
COUNTED_PITCH, MORE_WHITE, FEWEST_COUNTED = 1.7, 1.25, 2
# Words of one phrase are no further apart than this (letter sizes; a typewriter's blank is 0.6); the gaps of
# a justified line are wider.
RUNNING_GAP = 0.65


def table_of(run: Sequence[Row], columns: Columns, rules: Sequence[float] = ()) -> Table:
    """The rows of text as a table with these columns."""
    grid: list[list[list[Line]]] = []
    for group in _table_rows(run, columns, rules):
        cells: list[list[Line]] = [[] for _ in columns]
        if _is_heading(group[0], columns):
            cells[0] = [line for row in group for line in row.lines]
        else:
            for row in group:
                for cell, words in zip(cells, _by_column(row, columns), strict=True):
                    cell += words
        grid.append(cells)
    finished = tuple(
        tuple(
            Cell(union(line.bbox for line in cell) if cell else (x0, 0.0, x1, 0.0), tuple(cell))
            for cell, (x0, x1) in zip(row_cells, columns, strict=True)
        )
        for row_cells in grid
    )
    return Table(run[0].page, finished, tuple(run), tuple(columns), tuple(rules))


def _table_rows(run: Sequence[Row], columns: Columns, rules: Sequence[float]) -> list[list[Row]]:
    """Rows of text grouped into rows of the table: parted by rules where each row has one, else by pitch and
    by the headings within it."""
    bands: dict[int, list[Row]] = {}
    for row in run:
        bands.setdefault(sum(1 for rule in rules if rule < row.bbox[1] + RULING_TOLERANCE), []).append(row)
    figures = [sum(map(_tells_a_figure, band)) for band in bands.values()]
    coded = _coded_rows(run)
    if len(bands) > 2 and max(figures) <= 1:
        return [part for band in bands.values() for part in _parted(band, coded)]
    if counted := _counted_rows(run):
        return counted
    dense = _is_dense(run)
    heads = _inner_headings(run, columns)
    groups: list[list[Row]] = []
    for row in run:
        full = dense and len(row.lines) == len(run[0].lines)
        below_head = len(row.lines) > 1 and bool(groups) and id(groups[-1][0]) in heads
        begins = id(row) in heads or id(row) in coded or below_head
        if groups and not full and not begins and continues_cells(row, groups[-1][-1]):
            groups[-1].append(row)
        else:
            groups.append([row])
    return groups


def _inner_headings(run: Sequence[Row], columns: Columns) -> set[int]:
    """The rows, by identity, with which headings within a table begin: lines across its columns, and those
    that count up, "Feld 1: …", "Feld 2: …"."""
    alone = [row for row in run[1:] if len(row.lines) == 1]
    counted = [row for row in alone if COUNTED_PART.match(row.text)]
    heads = {id(row) for row in counted} if counts_up([row.text for row in counted]) else set()
    for above, row in pairwise(run):
        rest = id(above) in heads and continues_cells(row, above)
        if _is_heading(row, columns) and not rest:
            heads.add(id(row))
    return heads


def _coded_rows(run: Sequence[Row]) -> set[int]:
    """The rows, by identity, that begin with a code in a column of its own, "4395-101", "MA 1", if several
    do."""
    coded = {
        id(row) for row in run if len(row.lines) > 1 and ROW_CODE.fullmatch(row.lines[0].text.strip(SPECKS))
    }
    return coded if len(coded) >= FEWEST_COUNTED else set()


def _parted(band: Sequence[Row], coded: Collection[int]) -> Iterator[list[Row]]:
    """What stands between two rules, by its codes: a rule between may be worn off."""
    starts = [index for index, row in enumerate(band) if index and id(row) in coded]
    yield from (list(band[start:end]) for start, end in pairwise([0, *starts, len(band)]))


def _tells_a_figure(row: Row) -> bool:
    """Is the last of its cells that says anything a figure, or any a sum, "118.400 | Barmittel"? A dash says
    there is none."""
    last = next((line.text for line in reversed(row.lines) if not NOTHING.fullmatch(line.text)), "")
    return is_figure(last) or any(MONEY.fullmatch(line.text) for line in row.lines)


def _counted_rows(run: Sequence[Row]) -> list[list[Row]]:
    """The rows of a table whose first column counts them, 1, 2, 3: each begins with its number, below more
    white than is between its lines. None if the numbers and the white do not agree."""
    counted = [i for i, row in enumerate(run) if i and _first_number(row)]
    numbers = [_first_number(run[i]) for i in counted]
    if len(counted) < FEWEST_COUNTED or numbers != list(range(1, len(counted) + 1)):
        return []
    starts = [*counted, *(i for i in range(counted[-1] + 1, len(run)) if CLOSES.match(run[i].text))]
    steps = [below.foot - above.foot for above, below in pairwise(run)]
    within = [steps[i - 1] for i in range(counted[0] + 1, len(run)) if i not in starts]
    if not within or max(within) > COUNTED_PITCH * median(row.size for row in run):
        return []
    if min(steps[i - 1] for i in starts[1:]) < MORE_WHITE * max(within):
        return []
    return [list(run[start:end]) for start, end in pairwise([0, *starts, len(run)])]


def _first_number(row: Row) -> int | None:
    """The number that counts a row, in a column of its own."""
    text = row.lines[0].text.rstrip(".")
    return int(text) if len(row.lines) > 1 and text.isdecimal() else None


def _is_dense(run: Sequence[Row]) -> bool:
    """A table of words in which neither a figure nor white space parts the rows: there a row with a word in
    every column begins one."""
    return all(continues_cells(row, above) for above, row in pairwise(run))


def continues_cells(row: Row, above: Row) -> bool:
    """Does `row` hold the next lines of the cells of `above`? It is close and brings no figure, no tick."""
    brings = any(
        FIGURE.fullmatch(line.text) or YEAR.fullmatch(line.text) or TICK.fullmatch(line.text)
        for line in row.lines
    )
    if brings and (len(row.lines) > 1 or not _ends_a_name(row.lines[0], above)):
        return False
    if len(row.lines) > 1 and any(DAY.fullmatch(line.text) for line in row.lines) and not _is_open(above):
        return False
    if OPENS_ROW.match(row.text) or CLOSES.match(above.text):
        return False
    return row.foot - above.foot < CELL_PITCH * row.size


def _is_open(row: Row) -> bool:
    """Does a cell go on in the next line: "01.02.2022 –"?"""
    return any(OPEN_PERIOD.search(line.text) for line in row.lines)


def _ends_a_name(line: Line, above: Row) -> bool:
    """Is a lone figure the end of the words above it: "Lernhaus – Teilprojekt", "2"?"""
    words = [one.words for one in above.lines if not is_figure(one.text)]
    lefts = [one[1 if len(one) > 1 and ROW_NUMBER.fullmatch(one[0].text) else 0].bbox[0] for one in words]
    return any(abs(line.bbox[0] - left) < 0.3 * line.size for left in lefts)


def _is_heading(row: Row, columns: Columns) -> bool:
    """Is a row one line that runs on across a gutter, and tells no sum?"""
    sums = any(MONEY.fullmatch(word.text) for word in row.words)
    return len(row.lines) == 1 and not sums and runs_across(row.lines[0], columns)


def runs_across(line: Line, columns: Columns) -> bool:
    """Does a line cross from one column into the next without as much as a gap?"""
    gap = RUNNING_GAP * line.size
    edges = [x0 for x0, _ in columns[1:]]
    between = any(
        right.bbox[0] - left.bbox[2] < gap
        for left, right in pairwise(line.words)
        for edge in edges
        if left.bbox[0] < edge < right.bbox[2] and left.bbox[2] - gap < edge
    )
    first = min(edges, default=line.bbox[2])
    return between or any(
        left.bbox[0] < first < left.bbox[2] - gap and right.bbox[0] - left.bbox[2] < gap
        for left, right in pairwise(line.words)
    )


def _by_column(row: Row, columns: Columns) -> list[list[Line]]:
    """The words of a row in their columns; a heading is in one cell."""
    cells: list[list[Word]] = [[] for _ in columns]
    if _is_heading(row, columns):
        cells[0] = list(row.words)
        return [[Line(row.page, tuple(cell))] if cell else [] for cell in cells]
    for piece in (piece for line in row.lines for piece in _pieces(line)):
        # The figures of a column end together: the widest may begin in the column before.
        x0, x1 = piece[0].bbox[0], piece[-1].bbox[2]
        left = (x0 + x1) / 2 if is_figure(" ".join(word.text for word in piece)) else x0
        cells[max(range(len(columns)), key=lambda i: overlap(left, x1, *columns[i]))].extend(piece)
    return [[Line(row.page, tuple(cell))] if cell else [] for cell in cells]


def _pieces(line: Line) -> list[tuple[Word, ...]]:
    """The words of a line one by one; a figure printed with blanks is one."""
    return [line.words] if is_figure(line.text) else [(word,) for word in line.words]
