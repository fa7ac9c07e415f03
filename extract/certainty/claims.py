"""How much of a document its record accounts for: of the words where values usually stand, which are in one.

Where a list, a table or a signature block was not understood, its words are in no value: the record cannot
know what it lacks, but the page does.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from extract.certainty.figure_columns import unclaimed_columns
from extract.geometry import contains_center, union
from extract.language.passage import Piece
from extract.language.signature_vocabulary import DEPUTISING, OFFICE, OTHERS
from extract.language.signing_lines import OFFICE_WORDS
from extract.layout.layout import Layout
from extract.layout.understand import Reading
from extract.page import Word
from extract.tables.table import Cell
from models.agreement import Agreement, Part
from models.values import BBox, Extracted, Model, Spot

# What sums and dates look like, misread figures too: "1.617.830", "12.500,00", "7.8.2025", "3O.6.2O25".
FIGURE = re.compile(r"\W*[\dOolI]{1,3}(?:[.,][\dOolIB]{2,4})+(?:,[-–\d]+)?\W*")
# What tells of money: a currency, or figures written like a sum: "85.000", "1.250,50", "1,2 Millionen".
CURRENCY = re.compile(r"euro|eur\b|€|dm\b|mark\b|mio|milli|tsd|tausend", re.IGNORECASE)
LIKE_SUM = re.compile(r"\W*(?:\d{1,3}(?:\.\d{3})+(?:,(?:\d\d|[-–]+))?|\d+,(?:\d\d|[-–]+)|\d{2,}000|000)\W*")
NAME = re.compile(r"[A-ZÄÖÜ][\w.'’-]+\W*")
# A sum by its thousands, as a cell holds it; and in running text, where nothing behind tells what it counts:
# "rund 412.000 Fahrplankilometer", "21.480 m²". One of four digits may be anything.
GROUPED = re.compile(r"\d{1,3}(?:\.\d{3})+(?:,(?:\d\d|[-–]+))?")
UNCOUNTED = re.compile(
    r"(?<![\w.,/-])\d{2,3}(?:\.\d{3})+(?:,(?:\d\d|[-–]+))?(?![\w/-]|[.,]\d)"
    r"(?!\W{0,2}(?:[a-zäöüß]+e[nrsm]?\s+){0,2}[A-ZÄÖÜ]|\s(?:über|unter)(?:schr|st)[ie]"
    r"|\s?(?:%|v\.|[Pp]rozent|[kq]?m\b|k?m[²³]|ha\b|kW|[tlg]\b))"
)
MOST_SPOTS = 12
"""Places shown of what stands in no value: a person who looks at them sees the rest."""


@dataclass(frozen=True, slots=True)
class Line:
    """Words of one line, cell or item on a page."""

    page: int
    words: Sequence[Word]


@dataclass(frozen=True, slots=True)
class Claims:
    """Shares, from 0 to 1, of the words of a kind that stand in a value; 1 where there are none.

    `unclaimed`: where words stand that are in no value, by the part of the record they may belong to.
    """

    items: float
    """Of list items."""
    cells: float
    """Of tables."""
    signed: float
    """Of signature blocks: words with a capital, and figures."""
    figures: float
    """Of figures that look like sums or dates, anywhere."""
    measures: float
    """Of the names of Maßnahmenarten that the text mentions."""
    marked: float
    """Of the marks of numbered blocks."""
    unclaimed: Mapping[Part, tuple[Spot, ...]] = field(default_factory=dict, compare=False)
    columns: tuple[Spot, ...] = ()
    """Columns of figures beside which nothing is in a value: a table that nobody understood."""
    sums: tuple[Spot, ...] = ()
    """Figures on digital pages that look like sums and are in no value: rows of a table read as one, or
    written without a currency."""
    officers: tuple[Spot, ...] = ()
    """Offices that stand alone, where the parties sign or behind it, and are in no signature."""
    headings: tuple[Spot, ...] = ()
    """Lines that look like headings of sections and are none."""
    moneyless: bool = False
    """Is no currency printed anywhere, nor what may be a sum without one, nor anything read from an image
    where one may have been lost?"""


def claims_of(reading: Reading, record: Agreement) -> Claims:
    layout, values = reading.layout, _Values(record)
    text = [line for block in layout.blocks for line in _lines_of(block.passage.pieces)]
    items = [
        line for block in layout.blocks if block.kind == "item" for line in _lines_of(block.passage.pieces)
    ]
    cells = [Line(line.page, line.words) for cell in layout.cells for line in cell.lines]
    signing = [Line(row.page, row.words) for row in layout.signature_rows]
    named = [
        line
        for mention in reading.mentioned("measure")
        for line in _lines_of(reading.passage.between(mention.start, mention.end))
    ]
    marked = _numbers_of_items(layout)
    figures = _only([*text, *cells, *signing], lambda _, word: _is_figure(word))
    signed = _only(signing, lambda _, word: _is_figure(word) or bool(NAME.fullmatch(word.text)))
    sums = [*_sums_in_cells(layout, values.claim), *_sums_in_text(reading)]
    return Claims(
        items=values.share(items),
        cells=values.share(cells),
        signed=values.share(signed),
        figures=values.share(figures),
        measures=values.share(named),
        marked=values.share(marked),
        unclaimed={
            "amounts": values.leave(figures),
            "dates": values.leave(figures),
            "measures": values.leave([*named, *items, *cells]),
            "signatories": values.leave(signed),
            "sections": values.leave(marked),
        },
        columns=unclaimed_columns(
            ((line.page, word) for line in (*text, *cells) for word in line.words), values.claim
        ),
        sums=values.leave(sums),
        officers=values.leave(_officers(layout)),
        headings=values.leave(Line(line.page, line.words) for line in layout.left_out),
        moneyless=not any(_may_be_money(word) for line in (*text, *cells, *signing) for word in line.words),
    )


def _numbers_of_items(layout: Layout) -> list[Line]:
    return [
        Line(block.page, block.lines[0].words[:1])
        for block in layout.blocks
        if block.marker is not None and block.marker.number is not None
    ]


class _Values:
    """Where the values of a record are printed, and which words are in none of them."""

    def __init__(self, record: Agreement) -> None:
        self._boxes: dict[int, list[BBox]] = defaultdict(list)
        for _, value in values_of(record):
            self._boxes[value.provenance.page].append(value.provenance.bbox)

    def claim(self, page: int, word: Word) -> bool:
        return any(contains_center(box, word.spot) for box in self._boxes[page])

    def share(self, lines: Iterable[Line]) -> float:
        """The share of the words of some lines that are in a value."""
        claimed = [self.claim(line.page, word) for line in lines for word in line.words]
        return sum(claimed) / len(claimed) if claimed else 1.0

    def leave(self, lines: Iterable[Line]) -> tuple[Spot, ...]:
        """Where words of some lines are in no value."""
        left = _only(lines, lambda page, word: not self.claim(page, word))
        spots = (Spot(page=line.page, bbox=union(word.spot for word in line.words)) for line in left)
        return tuple(dict.fromkeys(spots))[:MOST_SPOTS]


def _may_be_money(word: Word) -> bool:
    """Is a word a currency, or a sum without one, or read from an image, where one may have been lost?"""
    return bool(word.origin == "ocr" or CURRENCY.search(word.text) or LIKE_SUM.fullmatch(word.text))


def _sums_in_cells(layout: Layout, is_claimed: Callable[[int, Word], bool]) -> Iterator[Line]:
    """Figures with thousands in cells that hold several, one below the other: rows nobody told apart. And
    those of a column that holds no others and of which another is in a value."""
    for placed in layout.tables:
        for column in zip(*placed.table.rows, strict=True):
            merged = [line for cell in column if len(own := _sums_of(cell)) > 1 for line in own]
            below = column[placed.table.header_rows :]
            lines = [Line(line.page, line.words) for cell in below for line in cell.lines]
            sums = [line for cell in below for line in _sums_of(cell)]
            alike = len(sums) == len(lines) and any(is_claimed(line.page, line.words[0]) for line in sums)
            yield from (*merged, *sums) if alike else merged


def _sums_of(cell: Cell) -> list[Line]:
    """The lines of a cell that hold nothing but one figure with thousands."""
    return [
        Line(line.page, line.words)
        for line in cell.lines
        if len(line.words) == 1 and _is_grouped(line.words[0])
    ]


def _is_grouped(word: Word) -> bool:
    return word.origin == "text_layer" and GROUPED.fullmatch(word.text) is not None


def _sums_in_text(reading: Reading) -> Iterator[Line]:
    """Figures with thousands of which nothing tells what they count."""
    for found in UNCOUNTED.finditer(reading.text):
        for line in _lines_of(reading.passage.between(found.start(), found.end())):
            if all(word.origin == "text_layer" for word in line.words):
                yield line


def _officers(layout: Layout) -> Iterator[Line]:
    """Offices with little else in their line, from the first signature on, down to those who certify."""
    signing = layout.signature_lines
    start = min(((line.page, line.bbox[1]) for line in signing), default=None)
    behind = [line for block in layout.blocks for line in block.lines if start]
    lines = sorted([*signing, *behind], key=lambda line: (line.page, line.bbox[1]))
    for line in lines:
        if start is None or (line.page, line.bbox[1]) < start:
            continue
        if OTHERS.match(line.text):
            return
        alone = len(line.words) <= OFFICE_WORDS and not line.text.endswith(".")
        if alone and not DEPUTISING.search(line.text):
            yield Line(line.page, [word for word in line.words if OFFICE.search(word.text)])


def values_of(node: object, path: str = "") -> Iterator[tuple[str, Extracted[Any]]]:
    """Every value of a record, or of a part of one, with its path."""
    if isinstance(node, Extracted):
        yield path, node
    if isinstance(node, Model):
        for name in type(node).model_fields:
            yield from values_of(getattr(node, name), f"{path}.{name}" if path else name)
    elif isinstance(node, tuple):
        for i, item in enumerate(node):
            yield from values_of(item, f"{path}[{i}]")


def _lines_of(pieces: Iterable[Piece]) -> list[Line]:
    """The words of a passage, those of one printed line together."""
    lines: list[tuple[int, list[Word]]] = []
    for piece in pieces:
        page, words = lines[-1] if lines else (0, [])
        if words and page == piece.page and piece.word.bbox[0] >= words[-1].bbox[0]:
            words.append(piece.word)
        else:
            lines.append((piece.page, [piece.word]))
    return [Line(page, words) for page, words in lines]


def _only(lines: Iterable[Line], keep: Callable[[int, Word], bool]) -> list[Line]:
    """The lines with some of their words; those of which none is left are left out."""
    kept = (Line(line.page, [word for word in line.words if keep(line.page, word)]) for line in lines)
    return [line for line in kept if line.words]


def _is_figure(word: Word) -> bool:
    return FIGURE.fullmatch(word.text) is not None
