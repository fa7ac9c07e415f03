"""Lines → the structure of the document: running heads, sections, paragraphs, lists, tables, signatures.

From word boxes alone, so that digital and scanned pages are understood by the same code.
"""

from __future__ import annotations

import itertools
import re
from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from statistics import median
from typing import Literal

from extract.geometry import center_x
from extract.language.language import is_sentence, says_something
from extract.language.lines import Line, Row, find_rows
from extract.language.lists import (
    CLOSES_QUOTE,
    OPEN_QUOTE,
    Marker,
    counts_on,
    find_marker,
    marker_columns,
)
from extract.language.passage import Passage, join_lines
from extract.language.section_numbers import numbered
from extract.layout.columns import read_down
from extract.layout.page_labels import PageLabel, in_margin, page_label
from extract.layout.sections import SectionMark, find_sections, headings_left_out
from extract.layout.side_heads import Unrolled, unrolled
from extract.layout.signature_tables import heads_signing_columns, is_signature_table, is_signed
from extract.layout.signature_zone import find_signature_blocks
from extract.layout.signed_sections import SIGNED
from extract.layout.stamps import is_stamp, with_filled_in_days
from extract.layout.subsections import with_subsections
from extract.page import Page, Ruling, Word
from extract.tables.find import continued, find_tables, going_on, only_speaks
from extract.tables.table import Table, is_figure
from models.values import BBox

BlockKind = Literal["paragraph", "heading", "item"]

FILE_MARK = re.compile(r"(?:Az|Aktenzeichen|Gz|Gesch\.?-?\s?[Zz]|Geschäftszeichen|Unser Zeichen)\b[.:]?")
# A dash right behind or right before a letter.
ATTACHED_DASH = re.compile(r"(?<=[^\W\d_]|\.)–|–(?=[^\W\d_])")
# Fill-in lines ("______", "......") are no writing.
FILL_LINE = re.compile(r"[_.…·\-–—=]{3,}")
# A running head that no other page has ends within this share of the page's height, and has so much white
# below it (letter sizes); text begins lower.
LONE_HEAD, HEAD_GAP = 0.06, 2.5
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


@dataclass(frozen=True)
class PlacedTable:
    """A table with the number of blocks that stand before it."""

    table: Table
    position: int
    section: str | None = None


@dataclass(frozen=True)
class Layout:
    """A document in reading order. `signature_blocks`, one for each place where parties sign, are kept out of
    the blocks; `signature_table` is the table that some of their rows form, a signature in each."""

    blocks: tuple[Block, ...]
    tables: tuple[PlacedTable, ...]
    sections: tuple[SectionMark, ...]
    signature_blocks: tuple[tuple[Row, ...], ...]
    page_labels: tuple[PageLabel, ...] = field(default=())
    signature_table: Table | None = None
    unread_stamps: tuple[tuple[int, BBox], ...] = ()
    """The pages and places of stamps whose date could not be read."""
    left_out: tuple[Line, ...] = ()
    """Lines that may be headings of sections and were not taken for any."""

    @property
    def signature_rows(self) -> tuple[Row, ...]:
        return tuple(row for block in self.signature_blocks for row in block)


def find_layout(pages: Sequence[Page]) -> Layout:
    """The layout of all pages of one document."""
    writing = {page.number: with_filled_in_days(page.number, _writing(page)) for page in pages}
    rows = {n: find_rows(n, [w for w in words if not is_stamp(w)]) for n, words in writing.items()}
    stamps = [row for n, words in writing.items() for row in find_rows(n, [w for w in words if is_stamp(w)])]
    furniture, labels = _furniture(pages, rows)
    body = unrolled(pages, [row for page in pages for row in rows[page.number] if id(row) not in furniture])
    order = _Order.of(pages, body, stamps)
    if buried := order.buried_headings():
        order = _Order.of(pages, replace(body, heads=body.heads | buried), stamps)
    read = [line for row in order.flow if id(row) not in order.in_table for line in row.lines]
    sections = find_sections(read, order.beside)
    blocks, positions = _build_blocks(order.flow, order.in_table, sections, body.opening)
    placed = _joined(
        [PlacedTable(table, *positions[id(table)]) for table in order.tables if id(table) in positions]
    )
    in_zone = {id(row) for block in order.signed for row in block}
    signed = [t for t in order.found if is_signature_table(t.headers) and id(t.rows_on_page[-1]) in in_zone]
    return Layout(
        blocks,
        placed,
        tuple(with_subsections(read, sections, order.beside)),
        tuple(order.signed),
        labels,
        signed[-1] if signed else None,
        tuple((page.number, spot) for page in pages for spot in page.unread_stamps),
        tuple(headings_left_out(read, sections, order.beside)),
    )


@dataclass(frozen=True)
class _Order:
    """The rows of a document: those to be read, and of these those in tables, by identity; the signatures."""

    found: list[Table]
    tables: list[Table]
    signed: list[tuple[Row, ...]]
    flow: list[Row]
    in_table: dict[int, Table]
    beside: frozenset[int]
    """The lines, by identity, that are headings beside their text."""

    @classmethod
    def of(cls, pages: Sequence[Page], body: Unrolled, stamps: Sequence[Row]) -> _Order:
        found = _tables(pages, body)
        signing = [
            t
            for t in found
            if is_signature_table(t.headers)
            or is_signed(t.rows_on_page)
            or heads_signing_columns(t.rows_on_page, _below(t, body.rows))
        ]
        tables = [table for table in found if table not in signing and not only_speaks(table)]
        in_table = {id(row): table for table in tables for row in table.rows_on_page}
        settled = {*in_table, *body.heads, *body.texts}
        apart = [row for row in body.rows if id(row) not in in_table]
        blocks = [_with_whole_tables(block, signing, apart) for block in find_signature_blocks(apart)]
        left = [tuple(row for row in block if id(row) not in settled) for block in blocks]
        signed = [block for block in left if block]
        in_zone = {id(row) for block in signed for row in block}
        flow = _read_down([*(row for row in body.rows if id(row) not in in_zone), *stamps], settled)
        beside = frozenset(id(line) for row in flow if id(row) in body.heads for line in row.lines)
        return cls(found, tables, signed, flow, in_table, beside)

    def buried_headings(self) -> frozenset[int]:
        """The rows of tables, and those that open signatures, that are headings of sections, by identity:
        they count on what other headings of the document count, not only what the rows of one table do."""
        rows = [row for row in self.flow if id(row) not in self.in_table or _may_head(row)]
        opening = [block[0] for block in self.signed if len(block[0].lines) == 1]
        for row in opening:
            before = (n for n, one in enumerate(rows, 1) if (one.page, one.bbox[1]) < (row.page, row.bbox[1]))
            rows.insert(max(before, default=0), row)
        within = {row: id(table) for row, table in self.in_table.items()} | {
            id(row): id(row) for row in opening
        }
        places = {id(line): id(row) for row in rows for line in row.lines}
        marks = find_sections([line for row in rows for line in row.lines], self.beside)
        heads = [places[id(mark.lines[0])] for mark in marks]
        among = {within.get(row) for row in heads}
        whole = {id(row) for row in rows if len(row.lines) == 1}
        return frozenset(
            row for row in heads if row in within and len(among) > 1 and (row in whole or None in among)
        )


def _may_head(row: Row) -> bool:
    """May a row of a table be the heading of a section: one line, or a number with a word or a sign and, in
    a column of its own, the title?"""
    if len(row.lines) != 2:
        return len(row.lines) == 1
    number = row.lines[0].text
    found = numbered(number, row.words[0].origin == "ocr")
    told = found is not None and found.title is None and bool(found.label or found.marked)
    return told or SIGNED.fullmatch(number) is not None


def _with_whole_tables(block: Sequence[Row], signing: Sequence[Table], rows: Sequence[Row]) -> list[Row]:
    """A signature block with all rows of the tables of signatures of which it holds some."""
    within = {id(row) for row in block}
    for table in signing:
        own = {id(row) for row in table.rows_on_page}
        within |= own if own & within and is_signature_table(table.headers) else set()
    return [row for row in rows if id(row) in within]


def _below(table: Table, rows: Sequence[Row]) -> list[Row]:
    """The rows of its page below a table, in their order."""
    last = table.rows_on_page[-1]
    behind = list(itertools.dropwhile(lambda row: row is not last, rows))[1:]
    return [row for row in behind if row.page == last.page]


def _tables(pages: Sequence[Page], body: Unrolled) -> list[Table]:
    """The tables of all pages; none reaches over a heading. One at the foot of a page tells the columns of
    its rest on the next."""
    found: list[Table] = []
    last: Row | None = None
    for page in pages:
        rows = [row for row in body.rows if row.page == page.number]
        for part, within in _between_headings(page, rows, body):
            tables = find_tables(part, within)
            above = found[-1] if found and found[-1].rows_on_page[-1] is last else None
            first = tables[0] if tables and within[0] in tables[0].rows_on_page else None
            if above is not None and not (first and above.may_go_on_as(first)) and within[0] is rows[0]:
                rest = going_on(above, part, within)
                if rest is not None and (first is None or len(rest.rows_on_page) >= len(first.rows_on_page)):
                    tables = [rest, *find_tables(part, within[len(rest.rows_on_page) :])]
            found += tables
        last = rows[-1] if rows else None
    return found


def _between_headings(
    page: Page, rows: Sequence[Row], body: Unrolled
) -> Iterator[tuple[Page, Sequence[Row]]]:
    """The rows of a page between each two headings, with the rules there; beside headings rules part texts
    and make no table."""
    top = 0.0
    for headed, group in itertools.groupby(rows, key=lambda row: id(row) in body.heads):
        within = list(group)
        if headed:
            top = within[-1].bbox[3]
            continue
        following = next(
            (row for row in rows if id(row) in body.heads and row.bbox[1] >= within[-1].bbox[1]), None
        )
        bottom = following.bbox[1] if following else page.height
        beside = id(within[0]) in body.texts
        yield replace(page, rulings=() if beside else _cut(page.rulings, top, bottom)), within


def _cut(rulings: Sequence[Ruling], top: float, bottom: float) -> tuple[Ruling, ...]:
    return tuple(
        replace(rule, top=max(rule.top, top), bottom=min(rule.bottom, bottom))
        for rule in rulings
        if rule.top < bottom and rule.bottom > top
    )


def _read_down(flow: Sequence[Row], settled: Collection[int]) -> list[Row]:
    """The rows in the order of reading; those that are `settled` (by identity) stay where they are."""
    column = _Column.of([line for row in flow if id(row) not in settled for line in row.lines])
    edge = max((row.bbox[2] for row in flow), default=0.0)
    groups = itertools.groupby(flow, key=lambda row: id(row) in settled)
    return [
        row
        for tabled, group in groups
        for row in (group if tabled else read_down(list(group), column.left, edge))
    ]


def _joined(tables: Sequence[PlacedTable]) -> tuple[PlacedTable, ...]:
    """Tables, those that a page break parted put together: nothing stands between them, the columns agree."""
    joined: list[PlacedTable] = []
    for one in tables:
        last = joined[-1] if joined else None
        if (
            last is not None
            and last.position == one.position
            and last.table.rows_on_page[-1].page != one.table.page
            and last.table.may_go_on_as(one.table)
        ):
            joined[-1] = PlacedTable(continued(last.table, one.table), last.position, last.section)
        else:
            joined.append(one)
    return tuple(joined)


def _writing(page: Page) -> list[Word]:
    """The words without fill-in lines. A dash that touches a letter is a hyphen: some fonts draw it long."""
    return [
        replace(word, text=ATTACHED_DASH.sub("-", word.text))
        if word.origin == "ocr" and ATTACHED_DASH.search(word.text)
        else word
        for word in page.words
        if not FILL_LINE.fullmatch(word.text)
    ]


def _furniture(pages: Sequence[Page], rows: dict[int, list[Row]]) -> tuple[set[int], tuple[PageLabel, ...]]:
    """Running heads, feet and page numbers, by the identity of their rows."""
    margin = [(page, row) for page in pages for row in rows[page.number] if in_margin(page, row)]
    masks = Counter(mask for mask, _ in {(_mask(row), page.number) for page, row in margin})
    furniture: set[int] = set()
    labels: dict[int, PageLabel] = {}
    for page, row in margin:
        label = page_label(page, row)
        if label is not None:
            labels.setdefault(page.number, label)
        if label is not None or masks[_mask(row)] > 1 or FILE_MARK.match(row.text):
            furniture.add(id(row))
    furniture |= {id(row) for page in pages[1:] for row in _lone_head(page, pages, rows, furniture)}
    return furniture, tuple(labels.values())


def _lone_head(
    page: Page, pages: Sequence[Page], rows: dict[int, list[Row]], furniture: Collection[int]
) -> list[Row]:
    """The running head of a later page of two, the first of which has none: it stands by itself above where
    the text of all pages begins, and is no sentence that the page before has left over."""
    text = {one.number: [row for row in rows[one.number] if id(row) not in furniture] for one in pages}
    others = [found[0].bbox[1] for number, found in text.items() if found and number != page.number]
    if len(text[page.number]) < 2 or not others:
        return []
    head, *below = text[page.number]
    begins, top = below[0].bbox[1], min(others)
    apart = min(begins, top) - head.bbox[3] > HEAD_GAP * head.size
    above = head.bbox[3] < LONE_HEAD * page.height and begins > top - head.size
    return [head] if apart and above and not is_sentence(head.text) else []


def _mask(row: Row) -> str:
    """The text of a running head without what changes from page to page."""
    return re.sub(r"[\W\d_]+", "", row.text).casefold()


def _build_blocks(
    flow: Sequence[Row],
    in_table: dict[int, Table],
    sections: Sequence[SectionMark],
    opening: Collection[int] = (),
) -> tuple[tuple[Block, ...], dict[int, tuple[int, str | None]]]:
    """Blocks in reading order, and for each table (by identity) its position and section. With the rows of
    `opening` (by identity) blocks begin."""
    headings = {id(line): mark for mark in sections for line in mark.lines}
    lines = [line for row in flow for line in row.lines]
    column, markers = _Column.of(lines), marker_columns(lines)
    blocks: list[Block] = []
    positions: dict[int, tuple[int, str | None]] = {}
    section: str | None = None
    pending: list[Line] = []
    marker: Marker | None = None
    last_section: SectionMark | None = None

    def close() -> None:
        nonlocal pending, marker
        if pending:
            item = marker is not None and not _counts_paragraphs(marker, pending)
            blocks.append(Block("item" if item else "paragraph", tuple(pending), marker, int(item), section))
        pending, marker = [], None

    for row in flow:
        if id(row) in in_table:
            close()
            positions.setdefault(id(in_table[id(row)]), (len(blocks), section))
            continue
        if id(row) in opening:
            close()
        for line in row.lines:
            mark = headings.get(id(line))
            if mark is not None:
                close()
                section = mark.number
                if mark.run_in:
                    pending = [line]
                    continue
                if mark is not last_section:
                    blocks.append(Block("heading", mark.lines, section=section))
                last_section = mark
                continue
            last = pending[-1] if pending else None
            found = find_marker(line, last, marker is not None, column.right, markers)
            if (
                found is None
                and last is not None
                and marker is not None
                and _lost_its_marker(line, last, marker, column)
            ):
                found = Marker("bullet", None, 0, line.bbox[0])
            within = found is not None and (
                _counts_within(pending, marker, found, line)
                or _dash_within(pending, marker, found, line, column)
            )
            if found is not None and not within:
                close()
                pending, marker = [line], found
            elif pending and len(row.lines) == 1 and _continues(pending, line, marker, column):
                pending.append(line)
            else:
                close()
                pending = [line]
    close()
    return _with_levels(blocks), positions


def _counts_within(pending: Sequence[Line], marker: Marker | None, found: Marker, line: Line) -> bool:
    """Does a sentence count its parts, or go on with a quotation, so that the next mark happens to begin a
    line?"""
    if pending and OPEN_QUOTE.search(pending[-1].text) and CLOSES_QUOTE.match(line.text):
        return True
    if not pending or (marker is not None and marker.style == found.style):
        return False
    return counts_on(" ".join(one.text for one in pending), line.words[0].text)


def _dash_within(
    pending: Sequence[Line], marker: Marker | None, found: Marker, line: Line, column: _Column
) -> bool:
    """Is a dash at the head of a line one of the sentence that the full line above began?"""
    if found.style != "dash" or not pending or column.breaks_off(pending[-1]):
        return False
    left = marker.text_x0 if marker is not None and len(pending) == 1 else pending[-1].bbox[0]
    flush = abs(line.bbox[0] - left) < 0.6 * line.size
    begun = SENTENCE_START.split(" ".join(one.text for one in pending))[-1]
    return flush and not begun.endswith((".", ":", ";")) and says_something(begun)


def _counts_paragraphs(marker: Marker, lines: Sequence[Line]) -> bool:
    """Is "(2)" or "2.1" the number of a paragraph? Sentences follow it; behind the number of an item stands a
    name."""
    return marker.style in ("paragraph", "decimal") and is_sentence(" ".join(line.text for line in lines))


def _centred_alike(line: Line, last: Line) -> bool:
    return abs(center_x(line.bbox) - center_x(last.bbox)) < max(line.size, last.size)


@dataclass(frozen=True, slots=True)
class _Column:
    """Where the lines of this document usually begin and end, and how they follow each other (points)."""

    left: float
    right: float
    reach: float
    """Where the longest of them end."""
    pitch: float

    @classmethod
    def of(cls, lines: Sequence[Line]) -> _Column:
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


def _lost_its_marker(line: Line, last: Line, marker: Marker, column: _Column) -> bool:
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


def _continues(pending: Sequence[Line], line: Line, marker: Marker | None, column: _Column) -> bool:
    """Is `line` the next line of the block `pending`?"""
    last = pending[-1]
    size = max(line.size, last.size)
    if LABELLED.match(line.text):
        return False
    if abs(line.size - last.size) > SAME_SIZE * size:
        return False
    if line.page != last.page:
        if marker is None:
            flush = all(abs(end.bbox[0] - column.left) < 2 * size for end in (last, line))
        else:
            flush = line.bbox[0] > pending[0].bbox[0] - LEAVES_ITEM * size
        ends = column.breaks_off(last) or _has_room(last, line, column)
        return flush and not ends and not last.text.endswith((".", ":", "!", "?"))
    step = line.foot - last.foot
    if (
        len(pending) == 1
        and last.bbox[0] - line.bbox[0] > CELL_INDENT * size
        and not _centred_alike(line, last)
    ):
        return False
    if column.breaks_off(last) and SUM_FIRST.match(line.text) and ENTRY_END.search(last.text):
        return False
    if (
        marker is None
        and column.breaks_off(last)
        and all(SUM_LAST.fullmatch(one.text) for one in (last, line))
    ):
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


def _ends_wrapped(pending: Sequence[Line], line: Line, column: _Column) -> bool:
    """Is the last line of a wrapped paragraph its end? There was room for what the next line begins with."""
    wrapped = len(pending) > 1 and not column.breaks_off(pending[-2])
    return wrapped and _has_room(pending[-1], line, column)


def _has_room(last: Line, line: Line, column: _Column) -> bool:
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
