"""Words → rows → lines: what stands side by side on one baseline, cut at column gutters."""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from statistics import median

from extract.geometry import overlap_share, union
from extract.language.gutters import gutters_of
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
# The rows of so many pages are kept: several look for them, and once more when words were read again.
REMEMBERED = 64
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
    gutters = gutters_of(baselines)
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
