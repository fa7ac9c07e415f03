"""How the lines of a document stand, and which of them are set like headings."""

from __future__ import annotations

import itertools
import re
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from statistics import median

from extract.geometry import center_x, overlap
from extract.language.lines import Line

# Left edges of headings agree within this many letter sizes; list items are indented by more.
SAME_EDGE = 0.35
# … in a scan, whose pages are never quite straight, within this many.
SCANNED_EDGE = 0.8
# What is set at the right edge begins behind this share of the text width, its title behind this one.
RIGHT_HALF, RIGHT_OF_EDGE = 0.4, 0.1
# White space above a heading, in letter sizes beyond the usual line pitch.
EXTRA_SPACE = 0.25
# White space above that parts a heading from anything before it.
WIDE_SPACE = 0.6
# Of so many lines before a heading the one above it is one; the others stand beside it.
BESIDE = 6
# Longest title of a section, in words.
TITLE_WORDS = 14
# So few words behind a § on a line of its own are a title also where nothing sets them off.
BRIEF_TITLE = 5
SENTENCE_END = (".", ";", ",")
SPECK = re.compile(r"[•·.,'’-]")


@dataclass(frozen=True)
class Candidate:
    """Line number `index` as a heading. `certain`: by its sign; `title_in_line`: the word with which its
    title begins; `run_in`: the title where the text goes on in the line, empty if there is none."""

    index: int
    number: str
    certain: bool
    title_in_line: int | None
    run_in: str | None = None
    style: str = ""
    """What else is printed with the number: "Baustein #", "(#)"."""
    roman: bool = False
    flawed: bool = False
    """Its title ends in a stop, or begins small: a speck, and a letter that a scan has in one case only."""
    led: bool = False
    """A colon alone tells its title from the text behind it."""
    specks: int = 0
    """So many words before its number are none."""


def begins_with_speck(line: Line) -> bool:
    """Does a line begin with a speck that a scan took for a mark?"""
    first = line.words[0]
    return len(line.words) > 1 and first.origin == "ocr" and SPECK.fullmatch(first.text) is not None


class Setting:
    """How the lines of a document usually stand; those `beside` their text (by identity) are set off."""

    def __init__(self, lines: Sequence[Line], beside: Collection[int]) -> None:
        self.lines = lines
        self.beside = beside
        self.scanned = any(line.words[0].origin == "ocr" for line in lines)
        running = [line for line in lines if len(line.words) >= 8]
        wide = running or list(lines)
        self.left = median(line.bbox[0] for line in wide)
        # Of a document of tables only headings may be left: the longest reaches furthest.
        self.right = (median if running else max)(line.bbox[2] for line in wide)
        self.edge = max(line.bbox[2] for line in wide)
        self.size = median(line.size for line in wide)
        self.edges = {page: self._edge(page) for page in {line.page for line in lines}}
        # Where each line is a paragraph, full lines tell the pitch: what goes on stands right below them.
        full = (pair for index, pair in enumerate(itertools.pairwise(lines)) if not self.ends_early(index))
        usual = median(self._steps(itertools.pairwise(wide)) or [1.3 * self.size])
        least = self._steps(full) or [usual]
        self.pitch = min(usual, least[len(least) // 4])

    def _steps(self, pairs: Iterable[tuple[Line, Line]]) -> list[float]:
        """How far lines stand below each other (points), the least first."""
        steps = [b.bbox[3] - a.bbox[3] for a, b in pairs if a.page == b.page]
        return sorted(step for step in steps if 0 < step < 3 * self.size)

    def _edge(self, page: int) -> float:
        """The leftmost place at which lines of a page begin below each other: a scan shifts its pages."""
        lefts = sorted(line.bbox[0] for line in self.lines if line.page == page)
        reach = SAME_EDGE * self.size
        return next((a for a, b in itertools.pairwise(lefts) if b - a < reach), lefts[0])

    def before(self, index: int) -> int | None:
        """The line above this one on its page: not what stands right of it, as a stamp does."""
        line = self.lines[index]
        nearest = range(index - 1, max(-1, index - 1 - BESIDE), -1)
        on_page = [one for one in nearest if self.lines[one].page == line.page]
        for one in on_page:
            x0, _, x1, bottom = self.lines[one].bbox
            if overlap(x0, x1, line.bbox[0], line.bbox[2]) > 0 and bottom < line.bbox[3]:
                return one
        return on_page[0] if on_page else None

    def above(self, index: int) -> float:
        """White space above a line beyond the usual, in letter sizes; 9 at the top of a page or column."""
        line, before = self.lines[index], self.before(index)
        if before is None or id(line) in self.beside:
            return 9.0
        return (line.bbox[3] - self.lines[before].bbox[3] - self.pitch) / self.size

    def below(self, index: int) -> float:
        return self.above(index + 1) if index + 1 < len(self.lines) else 9.0

    def centred(self, index: int) -> bool:
        box = self.lines[index].bbox
        off = min(abs(center_x(box) - (self.left + right) / 2) for right in (self.right, self.edge))
        return off < 0.03 * (self.right - self.left) and box[0] > self.left + 2 * self.size

    def right_set(self, index: int, share: float = RIGHT_HALF) -> bool:
        """Does a line stand at the right edge of the text, with white before it? `share`: of the width."""
        box = self.lines[index].bbox
        begins = box[0] > self.left + share * (self.right - self.left)
        return begins and box[2] > self.right - SAME_EDGE * self.size

    def stands_free(self, index: int) -> bool:
        """Does white before or behind a line show that it does not go on?"""
        return self.centred(index) or self.ends_early(index) or self.right_set(index)

    def ends_early(self, index: int) -> bool:
        return self.lines[index].bbox[2] < self.right - 0.12 * (self.right - self.left)

    def previous_is_complete(self, index: int) -> bool:
        before = self.before(index)
        return (
            before is None
            or self.ends_early(before)
            or self.above(index) >= WIDE_SPACE
            or self.lines[before].text.endswith((".", ":", ";"))
        )

    def set_alike(self, one: Candidate, other: Candidate) -> bool:
        """Are two headings set alike: in weight, and at one left edge or centred?"""
        first, second = self.lines[one.index], self.lines[other.index]
        scanned = self.scanned
        starts = first.words[one.specks].bbox[0], second.words[other.specks].bbox[0]
        right = self.right_set(one.index) and self.right_set(other.index)
        edges = (first.bbox[2], second.bbox[2]) if right else starts
        shift = self.edges[first.page] - self.edges[second.page] if scanned else 0.0
        apart = edges[0] - edges[1]
        edge = min(abs(apart), abs(apart - shift)) < (SCANNED_EDGE if scanned else SAME_EDGE) * self.size
        # In a scan the weight of a line is an estimate.
        same_weight = first.bold == second.bold or scanned
        centred = self.centred(one.index) and self.centred(other.index)
        return same_weight and (edge or centred or self._on_one_axis(first, second))

    def _on_one_axis(self, first: Line, second: Line) -> bool:
        """Are two lines centred about one axis, wherever the text ends on the right?"""
        indented = min(first.bbox[0], second.bbox[0]) > self.left + 2 * self.size
        return indented and abs(center_x(first.bbox) - center_x(second.bbox)) < SAME_EDGE * self.size

    def emphasised(self, index: int) -> bool:
        line = self.lines[index]
        return line.bold or line.size > 1.12 * self.size
