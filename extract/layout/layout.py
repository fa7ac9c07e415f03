"""Lines → the structure of the document: running heads, sections, paragraphs, lists, tables, signatures.

From word boxes alone, so that digital and scanned pages are understood by the same code.
"""

from __future__ import annotations

import itertools
import re
from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, field, replace

from extract.language.language import is_sentence
from extract.language.lines import Line, Row, find_rows
from extract.language.section_numbers import numbered
from extract.layout.blocks import Block, TextColumn, build_blocks
from extract.layout.centred_labels import with_labels_first
from extract.layout.columns import read_down
from extract.layout.page_labels import PageLabel, in_margin, page_label, without_counts
from extract.layout.sections import SectionMark, find_sections, headings_left_out
from extract.layout.side_heads import Unrolled, unrolled
from extract.layout.signature_tables import heads_signing_columns, is_signature_table, is_signed
from extract.layout.signature_zone import find_signature_blocks
from extract.layout.signed_sections import SIGNED
from extract.layout.stamps import is_stamp, with_filled_in_days
from extract.layout.subsections import with_subsections
from extract.page import Page, Ruling, Word
from extract.tables.find import continued, find_tables, going_on, only_speaks
from extract.tables.table import Cell, Table
from models.values import BBox

FILE_MARK = re.compile(r"(?:Az|Aktenzeichen|Gz|Gesch\.?-?\s?[Zz]|Geschäftszeichen|Unser Zeichen)\b[.:]?")
# A dash right behind or right before a letter.
ATTACHED_DASH = re.compile(r"(?<=[^\W\d_]|\.)–|–(?=[^\W\d_])")
# Fill-in lines ("______", "......") are no writing.
FILL_LINE = re.compile(r"[_.…·\-–—=]{3,}")
# A running head that no other page has ends within this share of the page's height, and has so much white
# below it (letter sizes); text begins lower.
LONE_HEAD, HEAD_GAP = 0.06, 2.5


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

    @property
    def signature_lines(self) -> tuple[Line, ...]:
        return tuple(line for row in self.signature_rows for line in row.lines)

    @property
    def cells(self) -> tuple[Cell, ...]:
        """The cells of all tables in which something stands."""
        return tuple(cell for placed in self.tables for cell in placed.table.cells)


def find_layout(pages: Sequence[Page]) -> Layout:
    """The layout of all pages of one document."""
    writing = {page.number: with_filled_in_days(page.number, _writing(page)) for page in pages}
    print_on = {n: [word for word in words if not is_stamp(word)] for n, words in writing.items()}
    rows = {n: with_labels_first(find_rows(n, words)) for n, words in print_on.items()}
    stamps = [row for n, words in writing.items() for row in find_rows(n, [w for w in words if is_stamp(w)])]
    furniture, labels = _furniture(pages, rows)
    body = unrolled(pages, [row for page in pages for row in rows[page.number] if id(row) not in furniture])
    order = _Order.of(pages, body, stamps)
    if buried := order.buried_headings():
        order = _Order.of(pages, replace(body, heads=body.heads | buried), stamps)
    read = [line for row in order.flow if id(row) not in order.in_table for line in row.lines]
    sections = find_sections(read, order.beside)
    blocks, positions = build_blocks(order.flow, order.in_table, sections, body.opening)
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
    column = TextColumn.of([line for row in flow if id(row) not in settled for line in row.lines])
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
    masks = Counter(mask for mask, _ in {(without_counts(row.text), page.number) for page, row in margin})
    furniture: set[int] = set()
    labels: dict[int, PageLabel] = {}
    for page, row in margin:
        label = page_label(page, row)
        if label is not None:
            labels.setdefault(page.number, label)
        if label is not None or masks[without_counts(row.text)] > 1 or FILE_MARK.match(row.text):
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
