"""A stretch of the document as it lies on the table: its columns, each a strip of lines from top to bottom.

Blocks and tables are read by forms that are known. Strips know no form, only what stands beside what.
"""

from __future__ import annotations

import math
import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import pairwise
from statistics import median

from extract.language.letters import BEGINS_LETTER, letterheads
from extract.language.lines import Line, Row, find_rows
from extract.language.lists import OPEN_QUOTE, counts_on, goes_on_counting
from extract.language.passage import Passage, join_lines
from extract.layout.stamps import is_stamp
from extract.layout.understand import Reading
from extract.page import Word
from extract.projects.measure_drafts import MEASURE_HEAD
from extract.projects.names import ANNEX
from extract.tables.rows import OPENS_ROW
from extract.tables.table import is_figure

# What counts an entry and is no part of it: "aa)", "3.", "2.1", "2/1", "2a", "•", "Projekt 4:"; and as
# scans misread it: "Projekr3".
MARKER = re.compile(
    r"(?:\(?[a-z]{1,2}\)|\(?[ivx]{1,5}\)|\d{1,2}(?:[.):]|\.\))|\(\d{1,2}\.?\)|\d{1,2}(?:\.[1-9]\d?)+\.?|\d{1,2}(?:/\d{1,2}|[a-h])"
    r"|[A-Z]{1,2}\.?\d{1,2}(?:\.\d{1,2})*:?|[A-Z]{1,5}(?:[-/]\d{1,4}){1,3}:?|→"
    r"|[A-H]\.|o|[•·▪■●○◦*+»>‣›▸►☐□├└→✓✔–—-]|\[[xX ]?\]"
    r"|(?:Projek\w|Vorhaben|Angebot|Nr\.|Lfd\. Nr\.)\s*\d{1,2}\s?[:.)]?)(?=\s|$)"
)
# … or tells something of the entry beside it: "Träger: vhs Musterau".
OPENING = re.compile(rf"{MARKER.pattern}|[A-ZÄÖÜ]\w+:\s")
# "zu 1.:", "Zu Maßnahmenart 2 –": by its number it names what stands elsewhere.
TO_NUMBER = re.compile(
    r"(?:[Zz]u|ad)\s+(?:(?:Nr\.|Nummer|Ziffer|Maßnahmen?art|MA)\s*)?(?P<number>\d{1,2}|[IVX]{1,4})\.?\s?[:–—-]\s*(?=\S)"
)
DASH = re.compile(r"[–—-]\s")
# What ends like this announces the lines below it.
ANNOUNCES = re.compile(r"\b(?:folgende[nrs]?|Projekte?n?|Vorhaben|Angebote?n?|gefördert|umfasst):$")
# No name ends like this: the next line goes on with it. The noun of an adjective follows: "vollfinanzierte".
NO_ADJECTIVE = r"(?:heute|bitte|(?:soll|woll|konn|könn|muss|müss|durf|dürf|moch|möch|hat|hät)te)$"
ADJECTIVE = rf"\s(?!{NO_ADJECTIVE})[a-zäöüß]{{3,}}(?:te|ige|liche|ische)$"
DANGLING = re.compile(rf"\s[–—-]$|[/(„&+]$|\s(?:und|oder|sowie|für|in|zur|zum|mit|der|des)$|{ADJECTIVE}")
# The number stands on the next line.
NUMBER_NEXT = re.compile(
    r"\s(?:Maßnahmen?art|Maßnahme|Förderbereich|Schwerpunkt|Nr\.|Modul|Teil|Teilprojekt|Stufe|Phase|Baustein)$"
)
# A bracket that the line does not close.
OPEN_BRACKET = re.compile(r"\s[(\[][^()\[\]]*$")
# A bracket of words that begins a line belongs to what stands above it; but "(Re-)Start" is a word.
IN_BRACKET = re.compile(r"[(\[](?!\w{1,2}[)\]]|[\w-]*[)\]]\w)")
# No name is as short: the rest of one that was broken.
REMNANT = re.compile(r"\d{1,2}|\W*\w?\W*|Euro|EUR")
# Left edges of one column agree within this (letter sizes).
SAME_LEFT = 0.6
# … within this where no more than a word space is before it.
EXACT_LEFT = 0.12
# A column is met at this many lines at least, and a word space before it is this wide (letter sizes).
LINES_OF_A_COLUMN, COLUMN_GAP, WIDE_GAP = 2, 0.2, 0.9
# Blanks of one line are alike within this (letter sizes), and so many tell how wide they are.
SAME_BLANK, BLANKS = 0.03, 3
# A column counts what stands beside it if such a share of it are marks.
MOST_MARKS = 0.6
# A line was broken where the first word of the next would have left it less than this (letter sizes).
SLACK = 0.6
# Lines further below each other than this (letter sizes) do not run on.
RUNS_ON = 1.9
# Type larger by this factor than any that names a Maßnahmenart heads what is no part of one.
LARGER = 1.2

_Lefts = tuple[float, float]
"""From where to where the lines of one column begin (points): what is centred does not begin alike."""


@dataclass(frozen=True)
class Strip:
    """The lines of one column; `right` is where they must break, `reach` where those do that run over the
    next columns (points).

    `opened` are lines, by identity, beside which a sum or a mark begins a row; `beside` is where the next
    column begins beside a line.
    """

    lines: tuple[Line, ...]
    left: float
    right: float
    reach: float
    opened: frozenset[int] = frozenset()
    beside: Mapping[int, float] = field(default_factory=dict)

    @cached_property
    def passage(self) -> Passage:
        return join_lines(self.lines)

    @cached_property
    def size(self) -> float:
        """Letter size of most of its lines (points); the first may be a title."""
        return median(line.size for line in self.lines)

    @cached_property
    def starts(self) -> tuple[int, ...]:
        """Where each line begins in the passage."""
        by_word = {id(piece.word): piece.start for piece in reversed(self.passage.pieces)}
        return tuple(by_word[id(line.words[0])] for line in self.lines)

    @cached_property
    def entries(self) -> tuple[tuple[int, int], ...]:
        """Start and end in the passage of what is printed as one: lines that run on put together."""
        firsts: list[int] = []
        for i, line in enumerate(self.lines):
            so_far = " ".join(above.text for above in self.lines[firsts[-1] : i]) if firsts else ""
            counts = counts_on(so_far, line.words[0].text) or self._begins_to_count(i)
            if not firsts or not (counts or self._runs_on(i)):
                firsts.append(i)
        starts = [self.starts[i] for i in firsts]
        return tuple(zip(starts, [*starts[1:], len(self.passage.text)], strict=True))

    @cached_property
    def dashed(self) -> tuple[Line, ...]:
        """Lines that begin with a dash."""
        return tuple(line for line in self.lines if DASH.match(line.text))

    def _begins_to_count(self, index: int) -> bool:
        """Does a sentence that counts its parts do so from the head of line number `index` on?"""
        if not index or not goes_on_counting(self.lines[index].text):
            return False
        line, above = self.lines[index], self.lines[index - 1].words
        text = above[1:] if MARKER.fullmatch(above[0].text) else above
        return bool(text) and abs(line.bbox[0] - text[0].bbox[0]) < SAME_LEFT * line.size

    def line_at(self, offset: int) -> Line:
        return self.lines[bisect_right(self.starts, offset) - 1]

    def _runs_on(self, index: int) -> bool:
        """Does line number `index` go on with what the line above says?"""
        line, above = self.lines[index], self.lines[index - 1]
        quoted = OPEN_QUOTE.search(above.text) is not None
        if NUMBER_NEXT.search(above.text) or (quoted and line.text[0].isdigit()):
            return True
        near = line.page != above.page or line.foot - above.foot <= RUNS_ON * line.size
        if near and not MARKER.match(line.text) and is_open(above.text, line.text):
            return True
        deeper = line.bbox[0] > above.bbox[0] + SAME_LEFT * line.size
        if above.bold and not line.words[0].bold and (deeper or not line.text[:1].islower()):
            return False  # what a bold title stands above
        dashed = DASH.match(line.text) is not None
        if TO_NUMBER.match(line.text) or id(line) in self.opened or (MARKER.match(line.text) and not dashed):
            return False
        if not near:
            return False
        first = line.words[0]
        needed = above.bbox[2] + 0.3 * line.size + first.bbox[2] - first.bbox[0]
        titled = line.bold and not above.words[-1].bold
        beside = self.reach if titled else self.beside.get(id(above), self.reach)
        edge = self.right if above.bbox[2] <= self.right else beside
        full = needed > edge - SLACK * line.size
        if dashed:
            # A dash before the rest of a name, not one of those before the entries.
            lefts = [one.bbox[0] for one in self.dashed if one is not line]
            goes_on = line.words[1].text[:1].islower()
            return not lefts or (full and (goes_on or all(abs(x - line.bbox[0]) > line.size for x in lefts)))
        if above.text.endswith(":"):
            return (full and not ANNOUNCES.search(above.text)) or is_figure(line.text)
        if above.bbox[2] < self.right < line.bbox[2]:
            return False
        if MARKER.fullmatch(above.text) or quoted or above.text.endswith("|") or REMNANT.fullmatch(line.text):
            return True
        if OPENS_ROW.match(line.text):
            return False
        return full or (first.text[:1].islower() and line.bbox[0] > above.bbox[0] + line.size)


def is_open(above: str, below: str) -> bool:
    """Is a line unfinished, whatever stands beside the one below it: "Lernhaus –", "Lernhaus (vhs"?"""
    return DANGLING.search(above) is not None or is_in_bracket(above, below)


def is_in_bracket(above: str, below: str) -> bool:
    """Does a line end a bracket that the one above it begins, or begin with one: "Lernhaus", "(vhs)"?"""
    bracket = OPEN_BRACKET.search(above) is not None and ")" in below
    return bracket or (IN_BRACKET.match(below) is not None and IN_BRACKET.match(above) is None)


def strips_of(rows: Sequence[Row], right: float) -> list[Strip]:
    """The columns of these rows from left to right. Rows that cross the columns belong to the first."""
    lefts = _column_lefts(rows)
    cells: list[list[Line]] = [[] for _ in range(len(lefts) + 1)]
    opened: set[int] = set()
    beside: dict[int, float] = {}
    for row in rows:
        parts = [(column, Line(row.page, words)) for column, words in _parted(row, lefts)]
        beside |= {id(line): other.bbox[0] for (_, line), (_, other) in pairwise(parts)}
        for column, line in parts:
            cells[column].append(line)
        opening = [line for _, line in parts if is_figure(line.text) or OPENING.match(line.text)]
        opened |= {id(line) for _, line in parts if any(other is not line for other in opening)}
    if _only_counts(rows, lefts):
        lines = tuple(Line(row.page, row.words) for row in rows)
        return [Strip(lines, min(line.bbox[0] for line in lines), right, right)]
    edges = [*(left - 0.5 for left, _ in lefts), right]
    opened |= _opened_beside(rows, lefts, edges, cells)
    return [
        Strip(tuple(lines), min(line.bbox[0] for line in lines), edge, right, frozenset(opened), beside)
        for lines, edge in zip(cells, edges, strict=True)
        if lines
    ]


def _opened_beside(
    rows: Sequence[Row], lefts: Sequence[_Lefts], edges: Sequence[float], cells: Sequence[Sequence[Line]]
) -> set[int]:
    """Lines beside which another column begins anew: its line above had room for its first word."""
    place = {
        id(line.words[0]): (column, at) for column, lines in enumerate(cells) for at, line in enumerate(lines)
    }
    opened: set[int] = set()
    for row in rows:
        at = [place[id(words[0])] for _, words in _parted(row, lefts)]
        anew = {
            column
            for column, index in at
            if index and _had_room(cells[column][index - 1], cells[column][index], edges[column])
        }
        opened |= {id(cells[column][index]) for column, index in at if anew - {column}}
    return opened


def _had_room(above: Line, line: Line, right: float) -> bool:
    first = line.words[0].bbox
    return above.bbox[2] + 0.3 * line.size + first[2] - first[0] < right - SLACK * line.size


def _only_counts(rows: Sequence[Row], lefts: Sequence[_Lefts]) -> bool:
    """Is there nothing but marks in the first of two columns?"""
    parted = [parts for row in rows if len(parts := list(_parted(row, lefts))) > 1]
    marks = [parts for parts in parted if MARKER.fullmatch(Line(0, parts[0][1]).text)]
    return len(lefts) == 1 and bool(parted) and len(marks) >= MOST_MARKS * len(parted)


def _column_lefts(rows: Sequence[Row]) -> list[_Lefts]:
    """Left edges of the columns but the first: where lines beside others begin, several times alike."""
    found: list[list[float]] = []
    size = rows[0].size
    for left in sorted(line.bbox[0] for row in rows for line in row.lines[1:]):
        if found and left - found[-1][0] < SAME_LEFT * size:
            found[-1].append(left)
        else:
            found.append([left])
    return [(group[0], group[-1]) for group in found if len(group) >= LINES_OF_A_COLUMN]


def _parted(row: Row, lefts: Sequence[_Lefts]) -> Iterator[tuple[int, tuple[Word, ...]]]:
    """The words of a row by column: a word opens a column if it begins at its left edge behind a gap."""
    if not lefts:
        yield 0, row.words
        return
    column = 0
    current: list[Word] = []
    gaps = [(two.bbox[0] - one.bbox[2]) / row.size for one, two in pairwise(row.words)]
    for word in row.words:
        gap = (word.bbox[0] - current[-1].bbox[2]) / row.size if current else WIDE_GAP
        left = word.bbox[0]
        blank = _is_blank(gap, gaps)
        if gap >= WIDE_GAP and not blank:
            near = SAME_LEFT * row.size
            at = next((i for i, (a, b) in enumerate(lefts, 1) if a - near < left < b + near), None)
        else:
            near = 0.0 if blank else EXACT_LEFT * row.size
            at = next((i for i, (a, _) in enumerate(lefts, 1) if abs(left - a) < near), None)
        if (
            at is None
            and current
            and gap >= WIDE_GAP
            and not blank
            and is_figure(word.text)
            and column < len(lefts)
        ):
            # Figures end below each other where they do not begin below each other.
            at = max(column + 1, bisect_right(lefts, (word.bbox[0], word.bbox[0])))
        if at is not None and at > column and gap > COLUMN_GAP:
            if current:
                yield column, tuple(current)
            column, current = at, []
        current.append(word)
    if current:
        yield column, tuple(current)


def _is_blank(gap: float, gaps: Sequence[float]) -> bool:
    """Is a gap as wide as those between the words of a line that runs on across the columns?"""
    alike = sum(abs(one - gap) < SAME_BLANK for one in gaps)
    return alike > BLANKS and 2 * alike > len(gaps)


def zones_of(reading: Reading) -> list[list[Row]]:
    """What stands between the headings of the document, tables and all.

    A heading that names a Maßnahmenart parts nothing; what heads a letter, up to its greeting, belongs to
    none. A heading without a number is told by its type.
    """
    blocks, tables = reading.layout.blocks, reading.layout.tables
    titled = [block for index, block in enumerate(blocks) if _names_measure(reading, index)]
    large = LARGER * max((line.size for block in titled for line in block.lines), default=math.inf)
    heads = {
        id(word)
        for index, block in enumerate(blocks)
        if not _names_measure(reading, index)
        for line in block.lines
        if block.kind == "heading" or ANNEX.match(block.text) or line.size > large
        for word in line.words
    }
    pages = sorted({block.page for block in blocks} | {placed.table.page for placed in tables})
    words: dict[int, list[Word]] = {page: [] for page in pages}
    for block in blocks:
        for line in block.lines:
            words.setdefault(line.page, []).extend(word for word in line.words if not is_stamp(word))
    for placed in tables:
        # A table that goes on over a page break knows the rows of all its pages by its cells alone.
        for line in (line for cell in placed.table.cells for line in cell.lines):
            words.setdefault(line.page, []).extend(line.words)
    zones: list[list[Row]] = [[]]
    for page in sorted(words):
        rows = find_rows(page, words[page])
        letter = [id(row) for head in letterheads(rows) for row in _below_entries(head)]
        for row in rows:
            beside = () if id(row) in letter else tuple(word for word in row.words if id(word) not in heads)
            if len(beside) < len(row.words):
                zones.append([])
            if beside:
                zones[-1].append(row if len(beside) == len(row.words) else Row((Line(page, beside),)))
    return [rows for rows in zones if rows]


def _names_measure(reading: Reading, index: int) -> bool:
    return bool(reading.mentioned("measure", *reading.span_of(index)))


def _below_entries(head: Sequence[Row]) -> Sequence[Row]:
    """What heads a letter, without the Maßnahmenarten and the end of a list above it on its page."""
    begins = [at for at, row in enumerate(head[:-1]) if BEGINS_LETTER.match(row.text)] + [len(head) - 1]
    entries = [
        at
        for at, row in enumerate(head[:-1])
        if MEASURE_HEAD.match(row.text) or (at < begins[0] and _is_entry(row.text))
    ]
    return head[next(at for at in begins if at > entries[-1]) :] if entries else head


def _is_entry(text: str) -> bool:
    """Is an entry marked? "– Der Landrat –" is set off."""
    return MARKER.match(text) is not None and not text.endswith(("–", "—", "-"))
