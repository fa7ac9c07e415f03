"""Tables, ruled and unruled: rows of cells, each with its words.

Ruled tables come from the rulings of the page with pdfplumber's own chain (edges → intersections → cells →
tables), fed alike from PDF lines and from lines found in the image. Unruled tables come from rows whose
lines stand in the same columns and carry figures.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import pairwise
from statistics import median

from pdfplumber.table import cells_to_tables, edges_to_intersections, intersections_to_cells
from pdfplumber.utils.geometry import snap_objects

from extract.geometry import contains_center, overlap, union
from extract.lines import Line, Row
from extract.page import Page, Ruling, Word
from extract.passage import Passage, join_lines
from models.values import BBox

# Rulings closer than this (points) are one; ends within it touch.
RULING_TOLERANCE = 4.0
# A figure as it stands in a table: "1.617.830,00", "250.000 €", "- 10.000", "–"; in thousands "91,2".
FIGURE = re.compile(
    r"(?:(?:EUR|Euro|€)\s*)?(?:[-+−–]\s?)?\d{1,3}(?:[. ]\d{3})*(?:,(?:\d{1,3}|-{1,2}|–))?"
    r"\s*(?:EUR|Euro|€|%)?",
    re.IGNORECASE,
)
# A sum of money, by its thousands or decimals.
MONEY = re.compile(r"-?\d{1,3}(?:\.\d{3})+(?:,\d{2}|,-{1,2})?|-?\d{1,3},\d{1,3}")
# A word or a year, not the sign of a currency.
NAMES = re.compile(r"(?!(?:EUR|Euro|DM)\b)[^\W\d_]|(?:19|20)\d{2}$")
# What begins a row of its own, and the last row of its kind.
OPENS_ROW = re.compile(
    r"(?:Maßnahmen?art|Förderbereich|Förderschwerpunkt|Schwerpunkt|Projekt)\s*(?:\d|[IVX]+\b)"
)
CLOSES = re.compile(r"(?:(?:Zwischens|Gesamts|S)umme|[Ii]nsgesamt|[Gg]esamt)\b")
# A tick in a column.
TICK = re.compile(r"[xX×✓✔☒●•■]|ja")
# What counts the rows in the first column: "1", "2.", "3.1".
ROW_NUMBER = re.compile(r"\d{1,2}(?:\.\d{1,2})?\.?")
YEAR = re.compile(r"(?:19|20)\d{2}")
# A row belongs to the table above if it follows within this many letter sizes.
ROW_DISTANCE = 3.2
# Lines of one cell follow at this pitch (letter sizes), rows of a table at a larger one or with figures.
CELL_PITCH = 1.45
# In a table that counts its rows lines of one cell follow at this pitch, rows at so many times the largest.
COUNTED_PITCH, MORE_WHITE, FEWEST_COUNTED = 1.7, 1.25, 2
# So many headings may stand between two rows of the same unruled table.
INNER_HEADINGS = 2
# So many figures in one row are a table, even if it is the only one.
FIGURES_ACROSS = 3
# A heading within a table has fewer words than this, or does not end like a sentence.
SENTENCE_WORDS = 8
# A cell of a header row has no more words than this.
HEADER_WORDS = 4
# What stands above the columns of a table of words.
HEADING = re.compile(
    r"(?:lfd\.?|Nr\.?|Projekt|Vorhaben|Bezeichnung|Maßnahme|Träger|Ort\b|Standort|Laufzeit|Zeitraum|Inhalt"
    r"|Beschreibung|Zielgruppe|Plätze|Titel|Betrag|Zuwendung(?!s[ge])|Mittel|Förder(?!g)|Kosten|Teilnehm|Durchführ)",
    re.IGNORECASE,
)
# "Ort: Wiesbaden" is a label with its value and heads no column.
LABELLED = re.compile(r":\s")
# Words of one phrase are no further apart than this (letter sizes; a typewriter's blank is 0.6); the gaps of
# a justified line are wider.
RUNNING_GAP = 0.65
# "1. Ausbildungsvorbereitung   2. Qualifizierungsprojekte": columns that are counted.
COUNTED = re.compile(r"(?:[^\W\d_]+\.?\s)?\(?(?P<number>[1-9])[.):]?(?:\s|$)")
# A grid whose cells hold no more of the words between its rules than this share is none.
MOST_WORDS = 0.85
# Rules below so many rows of words are those of a table, whatever stands in it.
RULED_ROWS = 3
# Lines of one column begin, and its figures end, together within this (letter sizes).
SAME_EDGE = 0.6
# Lines stand beside each other within this (letter sizes).
SAME_HEIGHT = 0.5
# Of the rows of a column such a share runs on in the next one, if it was parted by mistake.
MOST_RUN_ON = 0.6
# Between the rules of a table there is no more white (letter sizes) around a row.
SET_APART = 2.5
# Rules above and below a table begin and end together, within this many points.
SAME_RULE = 6.0


Columns = Sequence[tuple[float, float]]


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
    """`rows` of equal length; an empty cell has no lines. `rows_on_page` are the rows of text it took.

    `columns` are the x ranges of the columns of a table without a grid, `rules` the heights of its rules.
    """

    page: int
    rows: tuple[tuple[Cell, ...], ...]
    rows_on_page: tuple[Row, ...]
    columns: tuple[tuple[float, float], ...] = ()
    rules: tuple[float, ...] = ()

    @property
    def bbox(self) -> BBox:
        return union(row.bbox for row in self.rows_on_page)

    @cached_property
    def words(self) -> frozenset[int]:
        """The identities of its words."""
        return frozenset(
            id(word) for row in self.rows for cell in row for line in cell.lines for word in line.words
        )

    @cached_property
    def header_rows(self) -> int:
        """Rows at the top that bring no figure; years head columns and are no figures.

        Below the first row a lone text in the first column is a heading within the table, and a number there
        counts the rows.
        """
        return next(
            (
                i
                for i, row in enumerate(self.rows)
                if any(is_figure(cell.text) for cell in row[1:])
                or (i and not any(cell.text for cell in row[1:]))
                or (i and ROW_NUMBER.fullmatch(row[0].text))
            ),
            1,
        )

    @cached_property
    def headers(self) -> tuple[str, ...]:
        """What stands above each column; a heading of the whole table, alone in its row, is above none."""
        above = self.rows[: self.header_rows]
        columned = [row for row in above if sum(bool(cell.text) for cell in row) > 1]
        return tuple(
            " ".join(row[column].text for row in columned or above) for column in range(len(self.rows[0]))
        )

    def continued_by(self, other: Table) -> Table:
        """This table with the rows of the next page; a repeated header is left out.

        Without a header the next page may show fewer columns than there are: those of this page hold.
        """
        if len(other.rows[0]) != len(self.rows[0]):
            other = _grid(other.rows_on_page, self.columns, other.rules)
        repeats = other.header_rows and other.headers == self.headers
        rows = self.rows + other.rows[other.header_rows if repeats else 0 :]
        return Table(self.page, rows, self.rows_on_page, self.columns, self.rules)

    def may_go_on_as(self, other: Table) -> bool:
        """Can `other`, at the top of the next page, be the rest of this table?"""
        same = len(other.rows[0]) == len(self.rows[0])
        headless = other.header_rows == 0 or bool(self.rules and other.rules)
        return same or (bool(self.columns and other.columns) and headless)


def is_figure(text: str) -> bool:
    """A number as it stands in a column of sums, not a year."""
    return FIGURE.fullmatch(text) is not None and YEAR.fullmatch(text) is None


def only_speaks(table: Table) -> bool:
    """Two columns of words without headings are no table of data: "Zuwendungsgeber | Land Hessen"."""
    heads = [cell.text for cell in table.rows[0]]
    if len(heads) != 2 or any(HEADING.match(head) for head in heads) or _count_from_one(heads):
        return False
    return not any(re.search(r"\d", row[1].text) and is_figure(row[1].text) for row in table.rows)


def _without_split_columns(table: Table) -> Table:
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
            return _without_split_columns(replace(table, rows=rows, columns=columns))
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


def find_tables(page: Page, rows: Sequence[Row]) -> list[Table]:
    """All tables among `rows`, from top to bottom."""
    found: list[Table] = []
    for find in (_ruled_tables, _banded_tables, _free_tables, _headed_tables):
        taken = {id(row) for table in found for row in table.rows_on_page}
        new = _apart(find(page, [row for row in rows if id(row) not in taken]))
        found += map(_without_split_columns, new)
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


def going_on(above: Table, page: Page, rows: Sequence[Row]) -> Table | None:
    """The rows at the top of a page that keep to the columns of the table at the foot of the page before."""
    lefts = [line.bbox[0] for row in above.rows for cell in row for line in cell.lines]
    rights = [line.bbox[2] for row in above.rows for cell in row for line in cell.lines]
    run: list[Row] = []
    for row in rows if above.columns and rows and not _heads_columns(rows[0]) else ():
        far = run and row.bbox[1] - run[-1].bbox[3] > ROW_DISTANCE * row.size
        crosses = len(row.lines) == 1 and _runs_across(row.lines[0], above.columns)
        if far or crosses or not all(_keeps_to(line, lefts, rights) for line in row.lines):
            break
        run.append(row)
    end = max((index for index, row in enumerate(run, start=1) if len(row.lines) > 1), default=0)
    while end and end < len(run) and _continues_cells(run[end], run[end - 1]):
        end += 1
    rules = [rule.top for rule in page.rulings if rule.horizontal] if above.rules else ()
    return _grid(run[:end], above.columns, rules) if end else None


def _keeps_to(line: Line, lefts: Sequence[float], rights: Sequence[float]) -> bool:
    """Does a line begin where those of a table do, or end there if it is a figure?"""
    reach = SAME_EDGE * line.size
    begins = any(abs(line.bbox[0] - left) < reach for left in lefts)
    return begins or (is_figure(line.text) and any(abs(line.bbox[2] - right) < reach for right in rights))


def _ruled_tables(page: Page, rows: Sequence[Row]) -> list[Table]:
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
    heads = [row for row in rows if top[1] <= _middle_of(row) <= top[3]]
    below = [row for row in rows if top[3] < _middle_of(row) < max(box[3] for box in boxes)]
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


def _middle_of(row: Row) -> float:
    return (row.bbox[1] + row.bbox[3]) / 2


def _by_figures(row: tuple[Cell, ...]) -> list[tuple[Cell, ...]]:
    """A row between two rules whose last cell holds several figures is several rows: each figure is one with
    what stands beside it; a line without a figure goes on with the line above, the first is a heading."""
    figures = row[-1].lines
    if len(figures) < 2 or not all(is_figure(line.text) for line in figures) or not row[0].lines:
        return [row]
    heights = sorted({_middle(line) for cell in row for line in cell.lines})
    tops: list[float] = []
    for height in heights:
        beside = any(_stands_at(line, height) for line in figures)
        if (not tops or beside) and not (tops and height - tops[-1] < SAME_HEIGHT * figures[0].size):
            tops.append(height)
    bounds = [*tops[1:], float("inf")]
    return [
        tuple(
            Cell(
                cell.bbox,
                tuple(line for line in cell.lines if top <= _middle(line) + 1 and _middle(line) + 1 < end),
            )
            for cell in row
        )
        for top, end in zip(tops, bounds, strict=True)
    ]


def _middle(line: Line) -> float:
    return (line.bbox[1] + line.bbox[3]) / 2


def _stands_at(line: Line, height: float) -> bool:
    return line.bbox[1] <= height <= line.bbox[3]


def _banded_tables(page: Page, rows: Sequence[Row]) -> list[Table]:
    """Tables with rules above and below only: what stands between rules of the same extent."""
    bands: list[list[Ruling]] = []
    for rule in sorted((r for r in page.rulings if r.horizontal), key=lambda r: r.top):
        band = next(
            (b for b in bands if abs(b[0].x0 - rule.x0) < SAME_RULE and abs(b[0].x1 - rule.x1) < SAME_RULE),
            None,
        )
        if band is None:
            bands.append([rule])
        else:
            band.append(rule)
    tables = []
    for band in (part for whole in bands for part in _without_text_between(whole, rows)):
        top, bottom = band[0].top, band[-1].bottom
        between = [row for row in rows if top <= row.bbox[1] and row.bbox[3] <= bottom + RULING_TOLERANCE]
        if len(band) >= 2 and sum(1 for row in between if len(row.lines) > 1) >= 2:
            whole = [*_head_of(between, rows), *between, *_foot_of(between, rows)]
            tables += _unruled_tables(whole, [rule.top for rule in band])
    return tables


def _head_of(between: Sequence[Row], rows: Sequence[Row]) -> list[Row]:
    """The headings of columns above the first rule, where the row below it is one of figures already."""
    above = [row for row in rows if row.bbox[3] <= between[0].bbox[1]]
    last = max(above, key=lambda row: row.bbox[3], default=None)
    if last is None or not any(is_figure(line.text) for line in between[0].lines[1:]):
        return []
    near = between[0].bbox[1] - last.bbox[3] < SET_APART * last.size
    brief = all(len(line.words) <= HEADER_WORDS and not is_figure(line.text) for line in last.lines)
    return [last] if near and brief and (len(last.lines) > 1 or _ends_with_figures(last, between)) else []


def _foot_of(between: Sequence[Row], rows: Sequence[Row]) -> list[Row]:
    """The row of sums below the last rule: its figures end where those above the rule do."""
    below = [row for row in rows if row.bbox[1] >= between[-1].bbox[3]]
    first = min(below, key=lambda row: row.bbox[1], default=None)
    if first is None or len(first.lines) < 2 or not is_figure(first.lines[-1].text):
        return []
    near = first.bbox[1] - between[-1].bbox[3] < SET_APART * first.size
    return [first] if near and _ends_with_figures(first, between) else []


def _ends_with_figures(row: Row, others: Sequence[Row]) -> bool:
    """Does the row end at the right edge of a column of figures?"""
    ends = [other.bbox[2] for other in others if is_figure(other.lines[-1].text)]
    return any(abs(end - row.bbox[2]) <= SAME_EDGE * row.size for end in ends)


def _without_text_between(band: Sequence[Ruling], rows: Sequence[Row]) -> list[list[Ruling]]:
    """Rules of one extent, parted where sentences or headings of their own stand between two of them: there
    one table ends and another begins."""
    parts = [[band[0]]]
    starts = [line.bbox[0] for row in _inside(band[0], band[-1], rows) for line in row.lines[1:]]
    for above, below in pairwise(band):
        between = _inside(above, below, rows)
        alone = [row for row in between if len(row.lines) == 1]
        only_text = bool(alone) and len(alone) == len(between)
        height = alone[-1].bbox[3] - alone[0].bbox[1] if only_text else 0.0
        apart = only_text and below.top - above.bottom - height > SET_APART * alone[0].size
        title = only_text and not apart and not any(row.text.endswith((".", ":")) for row in alone)
        sentence = any(len(row.words) >= SENTENCE_WORDS for row in alone)
        if apart or (sentence and not title) or (only_text and any(_crosses(row, starts) for row in alone)):
            parts.append([below])
        else:
            parts[-1].append(below)
    return parts


def _inside(above: Ruling, below: Ruling, rows: Sequence[Row]) -> list[Row]:
    return [row for row in rows if above.bottom <= row.bbox[1] and row.bbox[3] <= below.top]


def _crosses(row: Row, starts: Sequence[float]) -> bool:
    """Is it a sentence that runs over where columns begin?"""
    whole = len(row.words) >= SENTENCE_WORDS and row.words[-1].text.endswith(".")
    return whole and any(
        row.bbox[0] < start - row.size and start + row.size < row.bbox[2] for start in starts
    )


def _free_tables(page: Page, rows: Sequence[Row]) -> list[Table]:
    return _unruled_tables(rows)


def _headed_tables(page: Page, rows: Sequence[Row]) -> list[Table]:
    """Tables of words alone: known by the headings above their columns, to which the rows below keep."""
    tables: list[Table] = []
    start = 0
    while start < len(rows):
        run = _below_headings(rows, start)
        if sum(1 for row in run if len(row.lines) > 1) > 1:
            tables.append(_grid(run, _columns_below(run), ()))
            start += len(run)
        else:
            start += 1
    return tables


def _below_headings(rows: Sequence[Row], start: int) -> list[Row]:
    """The row of headings at `start`, if it is one, and the rows below that stand in its columns."""
    head = rows[start]
    ticked = start + 1 < len(rows) and any(TICK.fullmatch(line.text) for line in rows[start + 1].lines[1:])
    if not (_heads_columns(head) or (ticked and len(head.lines) > 2)):
        return []
    run = [head]
    for row in rows[start + 1 :]:
        near = row.page == run[-1].page and row.bbox[1] - run[-1].bbox[3] < ROW_DISTANCE * row.size
        kept = all(any(_stands_below(column, line) for column in head.lines) for line in row.lines)
        if not (near and kept) or (len(row.lines) == 1 and _is_text(row, head)):
            break
        run.append(row)
    while len(run[-1].lines) == 1 and len(run) > 1 and run[-1].bbox[1] - run[-2].bbox[3] > run[-1].size:
        run.pop()
    return run


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
    return crosses or _is_sentence([row])


def _heads_columns(row: Row) -> bool:
    """Is this row the headings of a table? They count from 1, or are brief, and two are known at least."""
    if len(row.lines) > 1 and _count_from_one([line.text for line in row.lines]):
        return True
    brief = all(len(line.words) <= HEADER_WORDS for line in row.lines)
    known = [line for line in row.lines if HEADING.match(line.text) and not LABELLED.search(line.text)]
    return brief and len(known) > 1


def _count_from_one(heads: Sequence[str]) -> bool:
    """ "1. Ausbildungsvorbereitung", "2. Qualifizierungsprojekte": a number before each, from 1 on."""
    counted = [COUNTED.match(head) for head in heads]
    return all(match and int(match["number"]) == place for place, match in enumerate(counted, start=1))


def _columns_below(run: Sequence[Row]) -> Columns:
    """x ranges of columns that begin where their headings do."""
    lefts = [line.bbox[0] - 0.5 * line.size for line in run[0].lines]
    return list(pairwise([*lefts, max(max(row.bbox[2] for row in run), lefts[-1] + 1)]))


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
        if lines and overlap(
            word.bbox[1], word.bbox[3], lines[-1][0].bbox[1], lines[-1][0].bbox[3]
        ) > 0.4 * min(word.bbox[3] - word.bbox[1], lines[-1][0].bbox[3] - lines[-1][0].bbox[1]):
            lines[-1].append(word)
        else:
            lines.append([word])
    return Cell(box, tuple(Line(page, tuple(sorted(line, key=lambda word: word.bbox[0]))) for line in lines))


def _unruled_tables(rows: Sequence[Row], rules: Sequence[float] = ()) -> list[Table]:
    """Tables without a grid. `rules`: heights of the rules that the rows stand between, if they do."""
    tables = []
    for run in [list(rows)] if rules else _aligned_runs(rows):
        split = [row for row in run if len(row.lines) > 1]
        figures = sum(1 for row in split if FIGURE.fullmatch(row.lines[-1].text))
        across = any(sum(is_figure(line.text) for line in row.lines) >= FIGURES_ACROSS for row in split)
        leading = sum(1 for row in split if _leads_with_figure(row))
        often = any(count >= 2 and count >= 0.5 * len(split) for count in (figures, leading))
        enough = figures >= 1 or _each_ruled(run, rules) if rules else across or often
        columns = _columns(run)
        if len(columns) < 2 or not enough:
            continue
        tables.append(_grid(run, columns, rules))
    return tables


def _leads_with_figure(row: Row) -> bool:
    """Does a sum stand before what it is for, not the number of a row?"""
    first = row.lines[0].text
    return is_figure(first) and not ROW_NUMBER.fullmatch(first) and not YEAR.fullmatch(first)


def _each_ruled(run: Sequence[Row], rules: Sequence[float]) -> bool:
    """Do rules part so many rows that these are a table, though it holds no figure?"""
    bands = {sum(1 for rule in rules if rule < row.bbox[1] + RULING_TOLERANCE) for row in run}
    return len(bands) >= RULED_ROWS


def _grid(run: Sequence[Row], columns: Columns, rules: Sequence[float] = ()) -> Table:
    """The rows of text as a table with these columns."""
    grid: list[list[list[Line]]] = []
    for group in _table_rows(run, rules):
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


def _table_rows(run: Sequence[Row], rules: Sequence[float]) -> list[list[Row]]:
    """Rows of text grouped into rows of the table: parted by rules where each row has one, else by pitch."""
    bands: dict[int, list[Row]] = {}
    for row in run:
        bands.setdefault(sum(1 for rule in rules if rule < row.bbox[1] + RULING_TOLERANCE), []).append(row)
    figures = [sum(1 for row in band if is_figure(row.lines[-1].text)) for band in bands.values()]
    if len(bands) > 2 and max(figures) <= 1:
        return list(bands.values())
    if counted := _counted_rows(run):
        return counted
    dense = _is_dense(run)
    groups: list[list[Row]] = []
    for row in run:
        full = dense and len(row.lines) == len(run[0].lines)
        if groups and not full and _continues_cells(row, groups[-1][-1]):
            groups[-1].append(row)
        else:
            groups.append([row])
    return groups


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
    return all(_continues_cells(row, above) for above, row in pairwise(run))


def _continues_cells(row: Row, above: Row) -> bool:
    """Does `row` hold the next lines of the cells of `above`? It is close and brings no figure, no tick."""
    brings = any(FIGURE.fullmatch(line.text) or TICK.fullmatch(line.text) for line in row.lines)
    if brings and (len(row.lines) > 1 or not _ends_a_name(row.lines[0], above)):
        return False
    if OPENS_ROW.match(row.text) or CLOSES.match(above.text):
        return False
    return row.foot - above.foot < CELL_PITCH * row.size


def _ends_a_name(line: Line, above: Row) -> bool:
    """Is a lone figure the end of the words above it: "Lernhaus – Teilprojekt", "2"?"""
    words = [one.words for one in above.lines if not is_figure(one.text)]
    lefts = [one[1 if len(one) > 1 and ROW_NUMBER.fullmatch(one[0].text) else 0].bbox[0] for one in words]
    return any(abs(line.bbox[0] - left) < 0.3 * line.size for left in lefts)


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
            if near and not _heads_columns(row) and not _stands_between(waiting):
                runs[-1] += [*waiting, row]
            else:
                runs.append([row])
            waiting = []
        elif (
            near
            and last is not None
            and not waiting
            and _continues_cells(row, last)
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
    headings = [row for i, row in enumerate(rows) if not i or not _continues_cells(row, rows[i - 1])]
    return len(headings) > INNER_HEADINGS or _is_sentence(rows)


def _is_sentence(rows: Sequence[Row]) -> bool:
    """Text between two tables, not a heading within one."""
    words = [word.text for row in rows for word in row.words]
    return len(words) >= SENTENCE_WORDS and words[-1].endswith((".", ":"))


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
        all(len(line.words) <= HEADER_WORDS for line in run[start - 1].lines)
        or _counts_columns(run[start - 1])
    ):
        start -= 1
    while end < len(run) and len(run[end].lines) == 1 and _continues_cells(run[end], run[end - 1]):
        end += 1
    return list(run[start:end])


def _counts_columns(row: Row) -> bool:
    """Are several of the headings of a row counted: "Projekt", "1 Ausbildung …", "2 Qualifizierung …"?"""
    counted = [line.text for line in row.lines if COUNTED.match(line.text)]
    return len(counted) > 1 and _count_from_one(counted)


def _below_a_line(row: Row, above: Row) -> bool:
    return any(abs(row.lines[0].bbox[0] - line.bbox[0]) < 2.5 * row.size for line in above.lines)


def _columns(rows: Sequence[Row]) -> list[tuple[float, float]]:
    """x ranges of the columns: as many as the header or a row of figures has lines, where words are few."""
    first = next((i for i, row in enumerate(rows) if is_figure(row.lines[-1].text)), len(rows))
    telling = [row for i, row in enumerate(rows) if i < first or is_figure(row.lines[-1].text)]
    model = max(telling, key=lambda row: len(row.lines))
    words = [word for row in rows for word in row.words]
    edges = [min(word.bbox[0] for word in words)]
    for left, right in pairwise(model.lines):
        edges.append(_clearest(left.bbox[2], right.bbox[0], words))
    edges.append(max(word.bbox[2] for word in words))
    return [part for column in pairwise(edges) for part in _behind_figures(column, rows)]


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


def _clearest(x0: float, x1: float, words: Sequence[Word]) -> float:
    """The x between x0 and x1 that fewest words cross: the middle of the widest such stretch."""
    stops = sorted({x0, x1, *(x for word in words for x in (word.bbox[0], word.bbox[2]) if x0 < x < x1)})
    stretches = [
        (sum(1 for word in words if word.bbox[0] < (a + b) / 2 < word.bbox[2]), a - b, (a + b) / 2)
        for a, b in pairwise(stops)
    ]
    return min(stretches)[2]


def _runs_across(line: Line, columns: Columns) -> bool:
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


def _is_heading(row: Row, columns: Columns) -> bool:
    """Is a row one line that runs on across a gutter, and tells no sum?"""
    sums = any(MONEY.fullmatch(word.text) for word in row.words)
    return len(row.lines) == 1 and not sums and _runs_across(row.lines[0], columns)


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
