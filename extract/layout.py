"""Lines → the structure of the document: running heads, sections, paragraphs, lists, tables, signatures.

From word boxes alone, so that digital and scanned pages are understood by the same code.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property
from statistics import median
from typing import Literal

from extract.geometry import center_x
from extract.lines import Line, Row, find_rows
from extract.lists import Marker, find_marker
from extract.page import Page, Word
from extract.passage import Passage, join_lines
from extract.sections import SectionMark, find_sections
from extract.signature_zone import find_signature_zone
from extract.tables import Table, find_tables

BlockKind = Literal["paragraph", "heading", "item"]

# Running heads and page numbers stand within these shares of the page height.
HEAD_SHARE = 0.08
FOOT_SHARE = 0.91
# "Seite 3 von 5", "- 3 -", "3/5", "3"
PAGE_LABEL = re.compile(
    r"(?:(?:Seite|S\.|Blatt)\s*(?P<n1>\d{1,3})(?:\s*(?:von|/)\s*(?P<of1>\d{1,3}))?"
    r"|[-–—]\s*(?P<n2>\d{1,3})\s*[-–—]"
    r"|(?P<n3>\d{1,3})\s*(?:/|von)\s*(?P<of3>\d{1,3})"
    r"|(?P<n4>\d{1,3}))",
    re.IGNORECASE,
)
# Fill-in lines ("______", "......") are no writing.
FILL_LINE = re.compile(r"[_.…·\-–—=]{3,}")
# A line pitch above this multiple of the letter size begins a new paragraph where the text before is complete.
PARAGRAPH_PITCH = 1.75
# A line that leaves this share of the text width free on the right was the last of its paragraph.
SHORT_LINE = 0.12


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


@dataclass(frozen=True)
class PageLabel:
    """The page number printed on a page, and the number of pages if it is printed too."""

    page: int
    number: int
    of: int | None = None


@dataclass(frozen=True)
class PlacedTable:
    """A table with the number of blocks that stand before it."""

    table: Table
    position: int
    section: str | None = None


@dataclass(frozen=True)
class Layout:
    """A document in reading order. `signature_rows` are kept out of the blocks."""

    blocks: tuple[Block, ...]
    tables: tuple[PlacedTable, ...]
    sections: tuple[SectionMark, ...]
    signature_rows: tuple[Row, ...]
    page_labels: tuple[PageLabel, ...] = field(default=())


def find_layout(pages: Sequence[Page]) -> Layout:
    """The layout of all pages of one document."""
    rows = {page.number: find_rows(page.number, _writing(page)) for page in pages}
    furniture, labels = _furniture(pages, rows)
    body = [row for page in pages for row in rows[page.number] if id(row) not in furniture]
    zone = find_signature_zone(body)
    in_zone = {id(row) for row in zone}
    tables = []
    in_table: dict[int, Table] = {}
    for page in pages:
        page_rows = [row for row in body if row.page == page.number and id(row) not in in_zone]
        for table in find_tables(page, page_rows):
            tables.append(table)
            in_table.update({id(row): table for row in table.rows_on_page})
    flow = [row for row in body if id(row) not in in_zone]
    lines = [line for row in flow if id(row) not in in_table for line in row.lines]
    sections = find_sections(lines)
    blocks, positions = _build_blocks(flow, in_table, sections)
    placed = tuple(PlacedTable(table, *positions[id(table)]) for table in tables if id(table) in positions)
    return Layout(blocks, placed, tuple(sections), tuple(zone), labels)


def _writing(page: Page) -> list[Word]:
    return [word for word in page.words if not FILL_LINE.fullmatch(word.text)]


def _furniture(
    pages: Sequence[Page], rows: dict[int, list[Row]]
) -> tuple[set[int], tuple[PageLabel, ...]]:
    """Running heads, feet and page numbers, by the identity of their rows."""
    margin: list[tuple[Page, Row]] = []
    for page in pages:
        for row in rows[page.number]:
            if row.bbox[3] < HEAD_SHARE * page.height or row.bbox[1] > FOOT_SHARE * page.height:
                margin.append((page, row))
    masks = Counter(mask for mask, _ in {(_mask(row), page.number) for page, row in margin})
    furniture: set[int] = set()
    labels: dict[int, PageLabel] = {}
    for page, row in margin:
        label = next((m for line in row.lines if (m := PAGE_LABEL.fullmatch(line.text.strip(" .,|")))), None)
        if label is None and (m := re.search(r"Seite\s+(?P<n1>\d{1,3})(?:\s+von\s+(?P<of1>\d{1,3}))?$", row.text)):
            label = m
        if label is not None:
            groups = label.groupdict()
            number = next(int(v) for k, v in groups.items() if k.startswith("n") and v)
            of = next((int(v) for k, v in groups.items() if k.startswith("of") and v), None)
            labels.setdefault(page.number, PageLabel(page.number, number, of))
        if label is not None or masks[_mask(row)] > 1:
            furniture.add(id(row))
    return furniture, tuple(labels.values())


def _mask(row: Row) -> str:
    """The text of a running head without what changes from page to page."""
    return re.sub(r"[\W\d_]+", "", row.text).casefold()


def _build_blocks(
    flow: Sequence[Row], in_table: dict[int, Table], sections: Sequence[SectionMark]
) -> tuple[tuple[Block, ...], dict[int, tuple[int, str | None]]]:
    """Blocks in reading order, and for each table (by identity) its position and section."""
    headings = {id(line): mark for mark in sections for line in mark.lines}
    wide = [line for row in flow for line in row.lines if len(line.words) >= 8]
    right = median(line.bbox[2] for line in wide) if wide else 0.0
    left = median(line.bbox[0] for line in wide) if wide else 0.0
    blocks: list[Block] = []
    positions: dict[int, tuple[int, str | None]] = {}
    section: str | None = None
    pending: list[Line] = []
    marker: Marker | None = None
    last_section: SectionMark | None = None

    def close() -> None:
        nonlocal pending, marker
        if pending:
            kind: BlockKind = "item" if marker else "paragraph"
            blocks.append(Block(kind, tuple(pending), marker, 1 if marker else 0, section))
        pending, marker = [], None

    for row in flow:
        if id(row) in in_table:
            close()
            positions.setdefault(id(in_table[id(row)]), (len(blocks), section))
            continue
        for line in row.lines:
            mark = headings.get(id(line))
            if mark is not None:
                close()
                section = mark.number
                if mark is not last_section:
                    blocks.append(Block("heading", mark.lines, section=section))
                last_section = mark
                continue
            found = find_marker(line, pending[-1] if pending else None, marker is not None, right)
            if found is not None:
                close()
                pending, marker = [line], found
            elif pending and len(row.lines) == 1 and _continues(pending, line, marker, left, right):
                pending.append(line)
            else:
                close()
                pending = [line]
    close()
    return _with_levels(blocks), positions


def _continues(pending: Sequence[Line], line: Line, marker: Marker | None, left: float, right: float) -> bool:
    """Is `line` the next line of the block `pending`?"""
    last = pending[-1]
    size = max(line.size, last.size)
    if abs(line.size - last.size) > 0.25 * size:
        return False
    width = max(right - left, 1.0)
    last_is_short = last.bbox[2] < right - SHORT_LINE * width
    centred = abs(center_x(line.bbox) - center_x(last.bbox)) < 0.5 * size and line.bbox[0] > left + 2 * size
    if line.page != last.page:
        flush = all(abs(end.bbox[0] - left) < 2 * size for end in (last, line)) or marker is not None
        return flush and not last_is_short and not last.text.endswith((".", ":", "!", "?"))
    pitch = line.bbox[3] - last.bbox[3]
    if marker is not None:
        hanging = line.bbox[0] >= marker.text_x0 - 0.6 * size
        return hanging and pitch <= PARAGRAPH_PITCH * size
    if centred:
        return pitch <= PARAGRAPH_PITCH * size and last.bbox[0] > left + 2 * size
    if abs(line.bbox[0] - pending[-1].bbox[0]) > 1.5 * size and len(pending) > 1:
        return False
    if pitch > 1.35 * PARAGRAPH_PITCH * size:
        return False
    if pitch > PARAGRAPH_PITCH * size:
        return not last_is_short
    return not (last_is_short and last.text.endswith((".", ":", "!", "?")) and line.text[:1].isupper())


def _with_levels(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """List items with their nesting: an item right of the one above it is its child."""
    result = []
    stack: list[tuple[float, str]] = []
    for block in blocks:
        if block.marker is None:
            if block.kind == "heading" or (block.kind == "paragraph" and len(block.lines) > 1):
                stack = []
            result.append(block)
            continue
        size = block.lines[0].size
        while stack and (
            stack[-1][0] > block.left + 0.7 * size
            or (abs(stack[-1][0] - block.left) <= 0.7 * size and stack[-1][1] == block.marker.style)
        ):
            stack.pop()
        if stack and any(style == block.marker.style for _, style in stack):
            while stack and stack[-1][1] != block.marker.style:
                stack.pop()
            stack.pop()
        stack.append((block.left, block.marker.style))
        result.append(Block(block.kind, block.lines, block.marker, len(stack), block.section))
    return tuple(result)
