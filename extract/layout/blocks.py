"""Lines in reading order → paragraphs, headings and items of lists."""

from __future__ import annotations

import itertools
import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from functools import cached_property
from statistics import median
from typing import Literal

from extract.geometry import center_x
from extract.language.language import is_sentence, says_something
from extract.language.lines import Line, Row
from extract.language.lists import (
    CLOSES_QUOTE,
    OPEN_QUOTE,
    Marker,
    counts_on,
    find_marker,
    goes_on_counting,
    marker_columns,
)
from extract.language.passage import Passage, join_lines
from extract.layout.sections import SectionMark
from extract.tables.table import Table, is_figure

BlockKind = Literal["paragraph", "heading", "item"]

# A line pitch above this multiple of the letter size begins a new paragraph where the text is complete.
PARAGRAPH_PITCH = 1.75
# Of the lines of a document this share ends before the place where the text has to break.
FURTHEST = 0.8
# A word space, and what a line must leave free behind the next word so that it was not broken (letter sizes).
WORD_SPACE, ROOM = 0.3, 1.0
# A line that leaves this share of the text width free on the right was the last of its paragraph.
SHORT_LINE = 0.12
# Letter sizes of one paragraph agree within this share; OCR estimates them from the ink of each line.
SAME_SIZE = 0.35
# A line this much deeper (letter sizes) than the text of a list item is no continuation of it.
DEEPER = 1.0
# … and one on the next page that begins this much left of the item's mark.
LEAVES_ITEM = 0.9
# "Projekte: …", "Maßnahme 2: …": what is labelled begins anew.
LABEL = re.compile(r"(?:[\w-]+\s){0,4}[\w-]+:")
"""A line that says what the next one is: "Für die kommunale Seite:"."""
LABELLED = re.compile(
    r"(?:Projekte?|Vorhaben|Angebote?|Träger|Laufzeit|Betrag|Zuwendung|(?:Maßnahmen?(?:art)?|Förderschwerpunkt"
    r"|Förderbereich|Schwerpunkt)\s+(?:Nr\.\s*)?(?:\d{1,2}|[IVX]{1,4}|[A-Z]))\s*:"
)
# "…; 3." at the end of a line counts what the next line says.
SENTENCE_END = re.compile(r"(?<![;:,]\s\d)(?<![;:,]\s\d\d)[.:!?]$")
SENTENCE_START = re.compile(r"(?<=[.:;])\s")
# A sentence that a colon broke off goes on: "Ausbildung: die Projekte Lernhaus".
GOES_ON = re.compile(r"[a-zäöüß]{2}")
# A line that begins further right than this (letter sizes) of the next one is a cell, and no first line.
CELL_INDENT = 12.0
# A sum at the beginning of a line is an entry of a list, if the line before ends early …
SUM_FIRST = re.compile(r"(?:EUR|€)?\s?\d{1,3}(?:[. ]\d{3})+(?:,\S{1,2})?\s?(?:EUR|Euro|€)?(?=\s|$)")
# … with what announces a list or ends an entry of it.
ENTRY_END = re.compile(r"(?::|\)|€|Euro|EUR|\d)$")
# One sum at the end of each of two lines is that of an entry, too.
SUM_LAST = re.compile(r"(?:(?!€|\bEuro\b|\bEUR\b).)*[\d–-]\s?(?:€|Euro|EUR)[^\w;,]*")
# Items stand off from each other by this multiple of the line pitch, but not further than the second.
SET_OFF, PARAGRAPH_STEPS = 1.18, 2.2


@dataclass(frozen=True)
class Block:
    """A paragraph, heading or list item. `level` counts list nesting from 1; 0 outside lists."""

    kind: BlockKind
    lines: tuple[Line, ...]
    marker: Marker | None = None
    level: int = 0
    section: str | None = None

    @cached_property
    def passage(self) -> Passage:
        """The text without the list marker."""
        if self.marker is None:
            return join_lines(self.lines)
        first = Line(self.lines[0].page, self.lines[0].words[self.marker.words :])
        return join_lines([first, *self.lines[1:]] if first.words else self.lines[1:])

    @property
    def text(self) -> str:
        return self.passage.text

    @property
    def page(self) -> int:
        return self.lines[0].page

    @property
    def left(self) -> float:
        return self.lines[0].bbox[0]


def build_blocks(
    flow: Sequence[Row],
    in_table: dict[int, Table],
    sections: Sequence[SectionMark],
    opening: Collection[int] = (),
) -> tuple[tuple[Block, ...], dict[int, tuple[int, str | None]]]:
    """Blocks in reading order, and for each table (by identity) its position and section. With the rows of
    `opening` (by identity) blocks begin."""
    builder = _Builder([line for row in flow for line in row.lines], sections)
    for row in flow:
        if id(row) in in_table:
            builder.place(in_table[id(row)])
            continue
        if id(row) in opening:
            builder.close()
        for line in row.lines:
            builder.take(line, alone=len(row.lines) == 1)
    builder.close()
    return _with_levels(builder.blocks), builder.positions


class _Builder:
    """Takes the lines of a document one by one, and makes a block of those that belong together."""

    def __init__(self, lines: Sequence[Line], sections: Sequence[SectionMark]) -> None:
        self.blocks: list[Block] = []
        self.positions: dict[int, tuple[int, str | None]] = {}
        self._headings = {id(line): mark for mark in sections for line in mark.lines}
        self._column, self._markers = TextColumn.of(lines), marker_columns(lines)
        self._section: str | None = None
        self._headed: SectionMark | None = None
        self._pending: list[Line] = []
        self._marker: Marker | None = None

    def close(self) -> None:
        """Ends the block of the lines taken last."""
        if self._pending:
            item = self._marker is not None and not _counts_paragraphs(self._marker, self._pending)
            kind: BlockKind = "item" if item else "paragraph"
            block = Block(kind, tuple(self._pending), self._marker, int(item), self._section)
            self.blocks.append(block)
        self._pending, self._marker = [], None

    def place(self, table: Table) -> None:
        self.close()
        self.positions.setdefault(id(table), (len(self.blocks), self._section))

    def take(self, line: Line, alone: bool) -> None:
        """`alone`: nothing stands beside it."""
        if mark := self._headings.get(id(line)):
            self._head(line, mark)
            return
        found = self._marker_of(line)
        if found is not None and not self._is_within(line, found):
            self.close()
            self._pending, self._marker = [line], found
        elif self._pending and alone and _continues(self._pending, line, self._marker, self._column):
            self._pending.append(line)
        else:
            self.close()
            self._pending = [line]

    def _head(self, line: Line, mark: SectionMark) -> None:
        self.close()
        self._section = mark.number
        if mark.run_in:
            self._pending = [line]
            return
        if mark is not self._headed:
            self.blocks.append(Block("heading", mark.lines, section=self._section))
        self._headed = mark

    def _marker_of(self, line: Line) -> Marker | None:
        last = self._pending[-1] if self._pending else None
        found = find_marker(line, last, self._marker is not None, self._column.right, self._markers)
        if found is not None or last is None or self._marker is None:
            return found
        lost = _lost_its_marker(line, last, self._marker, self._column)
        return Marker("bullet", None, 0, line.bbox[0]) if lost else None

    def _is_within(self, line: Line, found: Marker) -> bool:
        """Is what looks like a mark a part of the text before it?"""
        pending, marker = self._pending, self._marker
        if _counts_within(pending, marker, found, line):
            return True
        listed = found.style != "dash" or self._markers.lists_by_dash(line)
        return not listed and _dash_within(pending, marker, line, self._column)


def _counts_within(pending: Sequence[Line], marker: Marker | None, found: Marker, line: Line) -> bool:
    """Does a sentence count its parts, or go on with a quotation, so that the next mark happens to begin a
    line?"""
    if pending and OPEN_QUOTE.search(pending[-1].text) and CLOSES_QUOTE.match(line.text):
        return True
    if not pending or (marker is not None and marker.style == found.style):
        return False
    if goes_on_counting(line.text) and _is_flush(pending, marker, line):
        return True
    return counts_on(" ".join(one.text for one in pending), line.words[0].text)


def _dash_within(pending: Sequence[Line], marker: Marker | None, line: Line, column: TextColumn) -> bool:
    """Is a dash at the head of a line one of the sentence that the full line above began?"""
    if not pending or column.breaks_off(pending[-1]):
        return False
    begun = SENTENCE_START.split(" ".join(one.text for one in pending))[-1]
    return (
        _is_flush(pending, marker, line)
        and not begun.endswith((".", ":", ";"))
        and (GOES_ON.match(begun) is not None or says_something(begun))
    )


def _is_flush(pending: Sequence[Line], marker: Marker | None, line: Line) -> bool:
    """Does a line begin where the text of the block before it does?"""
    left = marker.text_x0 if marker is not None and len(pending) == 1 else pending[-1].bbox[0]
    return abs(line.bbox[0] - left) < 0.6 * line.size


def _counts_paragraphs(marker: Marker, lines: Sequence[Line]) -> bool:
    """Is "(2)" or "2.1" the number of a paragraph? Sentences follow it; behind the number of an item stands a
    name."""
    return marker.style in ("paragraph", "decimal") and is_sentence(" ".join(line.text for line in lines))


def _centred_alike(line: Line, last: Line) -> bool:
    return abs(center_x(line.bbox) - center_x(last.bbox)) < max(line.size, last.size)


@dataclass(frozen=True, slots=True)
class TextColumn:
    """Where the lines of this document usually begin and end, and how they follow each other (points)."""

    left: float
    right: float
    reach: float
    """Where the longest of them end."""
    pitch: float

    @classmethod
    def of(cls, lines: Sequence[Line]) -> TextColumn:
        wide = [line for line in lines if len(line.words) >= 8] or list(lines)
        if not wide:
            return cls(0.0, 0.0, 0.0, 0.0)
        steps = [
            b.bbox[3] - a.bbox[3]
            for a, b in itertools.pairwise(wide)
            if a.page == b.page and 0 < b.bbox[3] - a.bbox[3] < 2 * a.size
        ]
        pitch = median(steps) if steps else 1.3 * wide[0].size
        ends = sorted(line.bbox[2] for line in wide)
        left, right = median(line.bbox[0] for line in wide), median(ends)
        return cls(left, right, ends[int(FURTHEST * (len(ends) - 1))], pitch)

    def breaks_off(self, line: Line) -> bool:
        return line.bbox[2] < self.right - SHORT_LINE * (self.right - self.left)


def _lost_its_marker(line: Line, last: Line, marker: Marker, column: TextColumn) -> bool:
    """Is `line` an item of its own below the item `marker`, though no bullet was read before it?

    It stands deeper than the text of the item above; or as deep as the text of a bulleted item, but set
    off from it by more than a line.
    """
    if line.page != last.page or marker.style == "paragraph" or is_figure(line.text):
        return False
    step = line.foot - last.foot
    deeper = line.bbox[0] - marker.text_x0
    if step > PARAGRAPH_STEPS * column.pitch:
        return False
    if deeper > DEEPER * line.size:
        return True
    level = abs(deeper) < 0.6 * line.size and column.breaks_off(last)
    if marker.words == 0:
        return level
    return marker.style in ("bullet", "dash") and level and step > SET_OFF * column.pitch


def _continues(pending: Sequence[Line], line: Line, marker: Marker | None, column: TextColumn) -> bool:
    """Is `line` the next line of the block `pending`?"""
    last = pending[-1]
    size = max(line.size, last.size)
    if LABELLED.match(line.text):
        return False
    if abs(line.size - last.size) > SAME_SIZE * size:
        return False
    if line.page != last.page:
        return _continues_overleaf(pending, line, marker, column)
    step = line.foot - last.foot
    if (
        len(pending) == 1
        and last.bbox[0] - line.bbox[0] > CELL_INDENT * size
        and not _centred_alike(line, last)
    ):
        return False
    if column.breaks_off(last) and _is_another_sum(last, line, marker):
        return False
    if marker is not None:
        hanging = marker.text_x0 - 0.6 * size <= line.bbox[0] <= marker.text_x0 + DEEPER * size
        flush = abs(line.bbox[0] - pending[0].bbox[0]) < 0.6 * size and not column.breaks_off(last)
        return (hanging or flush) and step <= PARAGRAPH_PITCH * size
    indented = min(line.bbox[0], last.bbox[0]) > column.left + 2 * size
    if indented and abs(center_x(line.bbox) - center_x(last.bbox)) < 0.5 * size:
        return step <= PARAGRAPH_PITCH * size
    if abs(line.bbox[0] - last.bbox[0]) > 1.5 * size and len(pending) > 1:
        return False
    if step > PARAGRAPH_PITCH * size:
        near = step <= 1.35 * PARAGRAPH_PITCH * size
        return near and not column.breaks_off(last) and not LABEL.fullmatch(line.text)
    complete = column.breaks_off(last) and (
        SENTENCE_END.search(last.text) is not None
        or LABEL.fullmatch(line.text) is not None
        or _ends_wrapped(pending, line, column)
    )
    return not (complete and line.text[:1].isupper())


def _continues_overleaf(
    pending: Sequence[Line], line: Line, marker: Marker | None, column: TextColumn
) -> bool:
    last = pending[-1]
    size = max(line.size, last.size)
    if marker is None:
        flush = all(abs(end.bbox[0] - column.left) < 2 * size for end in (last, line))
    else:
        flush = line.bbox[0] > pending[0].bbox[0] - LEAVES_ITEM * size
    ends = column.breaks_off(last) or _has_room(last, line, column)
    return flush and not ends and not last.text.endswith((".", ":", "!", "?"))


def _is_another_sum(last: Line, line: Line, marker: Marker | None) -> bool:
    """Does a line begin the next entry of a list of sums?"""
    if SUM_FIRST.match(line.text) and ENTRY_END.search(last.text):
        return True
    return marker is None and all(SUM_LAST.fullmatch(one.text) for one in (last, line))


def _ends_wrapped(pending: Sequence[Line], line: Line, column: TextColumn) -> bool:
    """Is the last line of a wrapped paragraph its end? There was room for what the next line begins with."""
    wrapped = len(pending) > 1 and not column.breaks_off(pending[-2])
    return wrapped and _has_room(pending[-1], line, column)


def _has_room(last: Line, line: Line, column: TextColumn) -> bool:
    """Would the first word of `line` have stood on the one before, had it been of the same paragraph?"""
    first = line.words[0].bbox
    needed = last.bbox[2] + WORD_SPACE * line.size + first[2] - first[0]
    return needed < column.reach - ROOM * line.size


def _with_levels(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """List items with their nesting: an item right of the one above it is its child."""
    result = []
    stack: list[tuple[float, tuple[str, int]]] = []
    for block in blocks:
        if block.marker is None or block.kind == "paragraph":
            if block.kind == "heading" or block.marker is not None or len(block.lines) > 1:
                stack = []
            result.append(block)
            continue
        size, style = block.lines[0].size, (block.marker.style, block.marker.depth)
        while stack and (
            stack[-1][0] > block.left + 0.7 * size
            or (abs(stack[-1][0] - block.left) <= 0.7 * size and stack[-1][1] == style)
        ):
            stack.pop()
        if any(other == style for _, other in stack):
            while stack[-1][1] != style:
                stack.pop()
            stack.pop()
        stack.append((block.left, style))
        result.append(Block(block.kind, block.lines, block.marker, len(stack), block.section))
    return tuple(result)
