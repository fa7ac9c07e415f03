"""Gaps between words of a row that part columns."""

from __future__ import annotations

import itertools
import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from statistics import median

from extract.geometry import overlap, union
from extract.page import Word

# Gaps are counted in letter sizes of the row. A word space is about 0.3, in justified lines up to 1.5.
WIDE_GAP = 1.6
# Such a gap parts columns even when no other row confirms it.
LONE_GUTTER = 4.0
# In a justified line all gaps are wide alike; a gutter stands out against the others.
GUTTER_TO_WORD_SPACE = 2.5
# A row with so few gaps, all of them that wide, is no justified line but the header of a table.
FEW_GAPS = 3
# A row of more gaps whose widest is at most so many times the narrowest is a justified line, but of cells if
# the narrowest is wider than any in such a line.
JUSTIFIED, ALL_GUTTERS = 1.5, 2.5
# A gap this wide continues a gutter that a neighbouring row has.
CONTINUED_GUTTER = 0.8
# One that is wider than all others of its row by this factor need not stand out if the word behind it begins
# where those of so many neighbouring rows do, within this (letter sizes).
WIDEST, ROWS_OF_A_COLUMN, SAME_LEFT = 1.25, 2, 0.15
# Nor one before so many figures and signs as stand in those rows, too; they begin within this (letter sizes).
SHAPED, SAME_SHAPE = 8, 0.6
# Nor one behind a sum, where sums end and words begin alike in those rows; it is this wide at least.
BEHIND_SUM = 0.6
# Rows within this many letter sizes are neighbours: signatures need room, five lines and more.
NEIGHBOUR_DISTANCE = 9.0

# What stands before the text of its row and is no column: the mark of a list or of a section.
LIST_MARKER = re.compile(
    r"(?:\(?\d{1,2}[.)]|\d{1,2}(?:\.\d{1,2}){1,3}|\(?[a-z]{1,2}\)|[IVX]{1,4}\."
    r"|[•·▪■●○◦‣›▸►→☐□*«»°¢¤+–—-]|[eo])\.?"
)
# "8.7.25" looks like the number of a section, but what stands far behind it is no text of it.
SHORT_DATE = re.compile(r"\d{1,2}\.\d{1,2}\.\d\d")
# A figure or a year as a word of its own: a line of such words is no text, its gaps are gutters.
FIGURE = re.compile(r"-?\d{1,3}(?:\.\d{3})+(?:,(?:\d{2}|-{1,2}|–))?|-?\d{1,3},\d{2}|(?:19|20)\d{2}")
# What belongs to the figure behind it.
SIGN = re.compile(r"[-+−–±]|EUR|Euro|€|DM")
LETTER = re.compile(r"[^\W\d]")
# Two such words with a wide gap between them are two numbers: thousands printed with blanks are set close.
SHORT_NUMBER = re.compile(r"\d{1,3}")
# A blank before these stays narrow, however wide a line is set.
THREE_FIGURES = re.compile(r"\d{3}\b")


@dataclass(frozen=True, slots=True)
class _Gap:
    """White space before word number `index` of a row; width in letter sizes. `figures`: between two such.
    `justified`: all gaps of its row are about as wide. `widest`: it is wider than any other of its row.
    `shape`: the figures and signs behind it, if no letter is among them, without their values. `behind_sum`:
    it stands between a sum and a word."""

    row: int
    index: int
    x0: float
    x1: float
    width: float
    stands_out: bool
    figures: bool
    justified: bool
    widest: bool
    shape: str
    behind_sum: bool


class _Gaps:
    """The gaps between the words of all rows, and how they stand to each other."""

    def __init__(self, rows: Sequence[Sequence[Word]]) -> None:
        self.all = [gap for number, row in enumerate(rows) for gap in _gaps(number, row)]
        self.behind_sums = [gap for gap in self.all if gap.behind_sum]
        self._tops = [union(word.bbox for word in row)[1] for row in rows]
        self._sizes = [median(word.size for word in row) for row in rows]

    def aligned(self, gap: _Gap, other: _Gap) -> bool:
        size = max(self._sizes[gap.row], self._sizes[other.row])
        near = self._are_near(gap, other, size)
        return gap.row != other.row and near and overlap(gap.x0, gap.x1, other.x0, other.x1) >= 0.8 * size

    def begins_column(self, gap: _Gap, columns: Sequence[_Gap]) -> bool:
        if not (gap.widest or gap.shape):
            return False
        size = self._sizes[gap.row]
        below = {
            other.row
            for other in columns
            if (gap.widest and abs(other.x1 - gap.x1) < SAME_LEFT * size)
            or (gap.shape and gap.shape == other.shape and abs(other.x1 - gap.x1) < SAME_SHAPE * size)
            if self._are_near(gap, other, size)
        }
        return len(below - {gap.row}) >= ROWS_OF_A_COLUMN

    def parts_sums(self, gap: _Gap) -> bool:
        """Do sums end above and below each other before it, and words begin so behind it?"""
        size = self._sizes[gap.row]
        alike = {
            other.row
            for other in self.behind_sums
            if max(abs(other.x0 - gap.x0), abs(other.x1 - gap.x1)) < SAME_LEFT * size
            if self._are_near(gap, other, size)
        }
        return len(alike - {gap.row}) >= ROWS_OF_A_COLUMN

    def _are_near(self, gap: _Gap, other: _Gap, size: float) -> bool:
        return abs(self._tops[other.row] - self._tops[gap.row]) <= NEIGHBOUR_DISTANCE * size


def gutters_of(rows: Sequence[Sequence[Word]]) -> dict[int, set[int]]:
    """For each row number the indices of the words that begin a new column."""
    gaps = _Gaps(rows)
    wide = [gap for gap in gaps.all if gap.width >= WIDE_GAP and not gap.justified]
    accepted = [
        gap
        for gap in wide
        if gap.figures
        or (gap.stands_out and gap.width >= LONE_GUTTER)
        or any(gaps.aligned(gap, other) and (gap.stands_out or other.stands_out) for other in wide)
    ]
    accepted += [gap for gap in gaps.behind_sums if gap not in accepted and gaps.parts_sums(gap)]
    narrow = [gap for gap in gaps.all if CONTINUED_GUTTER <= gap.width < WIDE_GAP and gap.stands_out]
    parted = {gap.row for gap in accepted if gap.figures}
    accepted += [gap for gap in wide if gap.row in parted]
    accepted += [
        gap
        for gap in narrow
        if any(gaps.aligned(gap, other) for other in accepted) or (gap.figures and gap.row in parted)
    ]
    taken = {(gap.row, gap.index) for gap in accepted}
    accepted += [
        gap for gap in gaps.all if (gap.row, gap.index) not in taken and gaps.begins_column(gap, accepted)
    ]
    gutters: dict[int, set[int]] = {}
    for gap in accepted:
        gutters.setdefault(gap.row, set()).add(gap.index)
    return gutters


def _is_word(text: str) -> bool:
    return LETTER.match(text) is not None and SIGN.fullmatch(text) is None


def _shape(text: str) -> str:
    """ "00.00.0000–00.00.0000" of a time; nothing of words and of what is short."""
    text = re.sub(r"[–—-]", "–", re.sub(r"\d", "0", text))
    return text if len(text) >= SHAPED and re.fullmatch(r"[\W0]+", text) else ""


def _shapes(row: Sequence[Word]) -> list[str]:
    """The shape of what stands from each word on to the end of the row."""
    shapes, behind = [""] * len(row), ""
    for index in range(len(row) - 1, 0, -1):
        if LETTER.search(row[index].text):
            break
        behind = row[index].text + behind
        shapes[index] = _shape(behind)
    return shapes


def _without_one(widths: Sequence[float]) -> Iterator[tuple[float, float]]:
    """For each width the median of the others and the widest of them."""
    if len(widths) == 1:
        yield 0.3, 0.0
        return
    ordered = sorted(widths)
    for width in widths:
        place = bisect_left(ordered, width)
        others = ordered[:place] + ordered[place + 1 :]
        middle = len(others) // 2
        usual = others[middle] if len(others) % 2 else (others[middle - 1] + others[middle]) / 2
        yield usual, others[-1]


def _is_justified(widths: Sequence[float]) -> bool:
    even = len(widths) > FEW_GAPS and max(widths) <= JUSTIFIED * min(widths)
    return even and min(widths) < ALL_GUTTERS


def _gaps(number: int, row: Sequence[Word]) -> list[_Gap]:
    if len(row) < 2:
        return []
    size = median(word.size for word in row)
    widths = [(right.bbox[0] - left.bbox[2]) / size for left, right in itertools.pairwise(row)]
    short = [SHORT_NUMBER.fullmatch(word.text) is not None for word in row]
    figure = [FIGURE.fullmatch(word.text) is not None for word in row]
    shapes = _shapes(row)
    justified = _is_justified(
        [
            width
            for index, width in enumerate(widths)
            if not (short[index] and THREE_FIGURES.match(row[index + 1].text))
        ]
    )
    marked = LIST_MARKER.fullmatch(row[0].text) and not SHORT_DATE.fullmatch(row[0].text)
    gaps = []
    for index, (width, (usual, most)) in enumerate(zip(widths, _without_one(widths), strict=True), start=1):
        if index == 1 and marked:
            continue
        signed = SIGN.fullmatch(row[index - 1].text) is not None
        figures = figure[index - 1] and figure[index]
        numbers = all(short[word] or figure[word] for word in (index - 1, index))
        gaps.append(
            _Gap(
                number,
                index,
                row[index - 1].bbox[2],
                row[index].bbox[0],
                width,
                width >= GUTTER_TO_WORD_SPACE * max(usual, 0.2)
                or (width >= LONE_GUTTER and len(widths) <= FEW_GAPS)
                or (width >= WIDE_GAP and numbers)
                or figures,
                figures,
                justified and not figures,
                not signed and width >= CONTINUED_GUTTER and width > WIDEST * most,
                "" if signed else shapes[index],
                figure[index - 1] and width >= BEHIND_SUM and _is_word(row[index].text),
            )
        )
    return gaps
