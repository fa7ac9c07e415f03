"""Words → rows → lines: what stands side by side on one baseline, cut at column gutters."""

from __future__ import annotations

import itertools
import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from statistics import median

from extract.geometry import overlap, overlap_share, union
from extract.language.passage import Passage, passage_of
from extract.language.spaced_out import close_up
from extract.page import Word
from models.values import BBox

# A word belongs to the row whose end it overlaps vertically by this share of the smaller height.
# 0.45 keeps index figures and commas in their line and holds lines of 1.0 spacing apart.
SAME_ROW_SHARE = 0.45
# Words that overlap sideways are of one row only if they overlap this much in height.
ONE_BOX_SHARE = 0.8
# The box of a word this much larger than the letters of its line was not measured well.
OUTSIZED = 1.6
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
# The rows of so many pages are kept: several look for them, and once more when words were read again.
REMEMBERED = 64
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
HANGING_NUMBER = re.compile(
    r"\d{1,2}|(?:§+|Art(?:ikel|\.)|Nr\.|Nummer|Ziffer|Abschnitt|Teil)\s?\d{1,2}[.:]?|[IVX]{1,5}\.?|[A-Z]\.|[A-Z]{1,2}[.-]?\d{1,2}"
)


@dataclass(frozen=True)
class Line:
    """Words side by side on one baseline, in one column."""

    page: int
    words: tuple[Word, ...]

    @cached_property
    def bbox(self) -> BBox:
        return union(word.bbox for word in self.words)

    @cached_property
    def text(self) -> str:
        return " ".join(word.text for word in self.words)

    @cached_property
    def passage(self) -> Passage:
        """Its words as running text."""
        return passage_of(self.page, self.words)

    @cached_property
    def size(self) -> float:
        """Letter size in points."""
        return median(word.size for word in self.words)

    @cached_property
    def foot(self) -> float:
        """Where the line ends below (points); a word whose box reaches into other lines does not count."""
        return _foot(self.words, self.size)

    @property
    def bold(self) -> bool:
        return all(word.bold for word in self.words)


@dataclass(frozen=True)
class Row:
    """The lines that share a baseline, left to right: one on a text page, several beside each other in
    signature blocks and tables."""

    lines: tuple[Line, ...]

    @cached_property
    def bbox(self) -> BBox:
        return union(line.bbox for line in self.lines)

    @cached_property
    def foot(self) -> float:
        """As that of a line."""
        return _foot(self.words, self.size)

    @property
    def page(self) -> int:
        return self.lines[0].page

    @cached_property
    def words(self) -> tuple[Word, ...]:
        return tuple(word for line in self.lines for word in line.words)

    @cached_property
    def size(self) -> float:
        return median(word.size for word in self.words)

    @cached_property
    def text(self) -> str:
        return " ".join(line.text for line in self.lines)


def follow_closely(lines: Sequence[Line | Row], white: float) -> bool:
    """Does each follow the one before it, on its page, within so many letter sizes of white?"""
    return all(
        above.page == below.page and below.bbox[1] - above.bbox[3] < white * below.size
        for above, below in itertools.pairwise(lines)
    )


def _foot(words: Sequence[Word], size: float) -> float:
    return max(word.bbox[3] for word in words if word.size < OUTSIZED * size)


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


class SameLines:
    """Lines that are the same as others only if they are of these very words: the layout tells words apart
    that are alike, and to compare them all would take longer than what is saved."""

    __slots__ = ("ids", "lines")

    def __init__(self, lines: Sequence[Line]) -> None:
        self.lines = tuple(lines)
        self.ids = tuple((line.page, *map(id, line.words)) for line in self.lines)

    def __hash__(self) -> int:
        return hash(self.ids)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, SameLines) and self.ids == other.ids


def find_rows(page: int, words: Sequence[Word]) -> list[Row]:
    """Rows of a straightened page from top to bottom, each cut into lines at the gutters."""
    return list(_rows(SameLines([Line(page, tuple(words))])))


@lru_cache(maxsize=REMEMBERED)
def _rows(same: SameLines) -> tuple[Row, ...]:
    (all_,) = same.lines
    baselines = [close_up(row) for row in _baselines(all_.words)]
    gutters = _gutters(baselines)
    rows = []
    for number, row in enumerate(baselines):
        cuts = [0, *sorted(gutters.get(number, ())), len(row)]
        rows.append(Row(tuple(Line(all_.page, tuple(row[a:b])) for a, b in itertools.pairwise(cuts))))
    return tuple(sorted(map(_with_number_joined, rows), key=lambda row: (row.bbox[1], row.bbox[0])))


def _with_number_joined(row: Row) -> Row:
    """A row in two parts of which the first is only a number that hangs in the margin: one line."""
    if len(row.lines) != 2 or not HANGING_NUMBER.fullmatch(row.lines[0].text):
        return row
    if not re.search(r"[^\W\d_]{2}", row.lines[1].text):
        return row
    return Row((Line(row.page, row.words),))


def _baselines(words: Sequence[Word]) -> list[list[Word]]:
    """Words chained from left to right: each joins the row whose last words it overlaps most.

    Comparing with the end of the row, not with the whole row, follows lines that are curved or still
    slightly skewed.
    """
    rows: list[list[Word]] = []
    ends: list[tuple[float, float]] = []  # top and bottom of the last words of each row
    for word in sorted(words, key=lambda word: word.bbox):
        _, top, _, bottom = word.bbox
        best, best_share = None, SAME_ROW_SHARE
        for number, (above, below) in enumerate(ends):
            if below <= top or above >= bottom:
                continue
            share = overlap_share(top, bottom, above, below)
            if share > best_share and _follows(word, rows[number][-1], share):
                best, best_share = number, share
        if best is None:
            rows.append([word])
            ends.append((top, bottom))
        else:
            rows[best].append(word)
            last = rows[best][-3:]
            ends[best] = (min(near.bbox[1] for near in last), max(near.bbox[3] for near in last))
    return sorted(rows, key=lambda row: min(word.bbox[1] for word in row))


def _follows(word: Word, last: Word, share: float) -> bool:
    """Does `word` stand to the right of `last`? Of words read from one box, the left edges tell."""
    if last.bbox[2] - word.bbox[0] < 0.6 * word.size:
        return True
    return share > ONE_BOX_SHARE and word.bbox[0] - last.bbox[0] > 0.5 * word.size


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


def _gutters(rows: Sequence[Sequence[Word]]) -> dict[int, set[int]]:
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
