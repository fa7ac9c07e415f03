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
from models.agreement import Agreement, Part
from models.values import BBox, Extracted, Model, Spot

# What sums and dates look like, misread figures too: "1.617.830", "12.500,00", "7.8.2025", "3O.6.2O25".
FIGURE = re.compile(r"\W*[\dOolI]{1,3}(?:[.,][\dOolIB]{2,4})+(?:,[-–\d]+)?\W*")
# What tells of money: a currency, or figures written like a sum: "85.000", "1.250,50", "1,2 Millionen".
CURRENCY = re.compile(r"euro|eur\b|€|dm\b|mark\b|mio|milli|tsd|tausend", re.IGNORECASE)
LIKE_SUM = re.compile(r"\W*(?:\d{1,3}(?:\.\d{3})+(?:,(?:\d\d|[-–]+))?|\d+,(?:\d\d|[-–]+)|\d{2,}000|000)\W*")
NAME = re.compile(r"[A-ZÄÖÜ][\w.'’-]+\W*")
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
    officers: tuple[Spot, ...] = ()
    """Offices that stand alone, where the parties sign or behind it, and are in no signature."""
    headings: tuple[Spot, ...] = ()
    """Lines that look like headings of sections and are none."""
    moneyless: bool = False
    """Is no currency printed anywhere, nor what may be a sum without one, nor anything read from an image
    where one may have been lost?"""


def claims_of(reading: Reading, record: Agreement) -> Claims:
    layout = reading.layout
    boxes: dict[int, list[BBox]] = defaultdict(list)
    for _, value in values_of(record):
        boxes[value.provenance.page].append(value.provenance.bbox)

    def is_claimed(page: int, word: Word) -> bool:
        return any(contains_center(box, word.spot) for box in boxes[page])

    text = [line for block in layout.blocks for line in _lines_of(block.passage.pieces)]
    items = [
        line for block in layout.blocks if block.kind == "item" for line in _lines_of(block.passage.pieces)
    ]
    cells = [
        Line(line.page, line.words)
        for placed in layout.tables
        for row in placed.table.rows
        for cell in row
        for line in cell.lines
    ]
    signing = [Line(row.page, row.words) for row in layout.signature_rows]
    named = [
        line
        for mention in reading.mentioned("measure")
        for line in _lines_of(reading.passage.between(mention.start, mention.end))
    ]
    marked = [
        Line(block.page, block.lines[0].words[:1])
        for block in layout.blocks
        if block.marker is not None and block.marker.number is not None
    ]
    figures = _only([*text, *cells, *signing], lambda _, word: _is_figure(word))
    signed = _only(signing, lambda _, word: _is_figure(word) or bool(NAME.fullmatch(word.text)))

    def share(lines: Iterable[Line]) -> float:
        claimed = [is_claimed(line.page, word) for line in lines for word in line.words]
        return sum(claimed) / len(claimed) if claimed else 1.0

    def unclaimed(lines: Iterable[Line]) -> tuple[Spot, ...]:
        left = _only(lines, lambda page, word: not is_claimed(page, word))
        spots = (Spot(page=line.page, bbox=union(word.spot for word in line.words)) for line in left)
        return tuple(dict.fromkeys(spots))[:MOST_SPOTS]

    return Claims(
        items=share(items),
        cells=share(cells),
        signed=share(signed),
        figures=share(figures),
        measures=share(named),
        marked=share(marked),
        unclaimed={
            "amounts": unclaimed(figures),
            "dates": unclaimed(figures),
            "measures": unclaimed([*named, *items, *cells]),
            "signatories": unclaimed(signed),
            "sections": unclaimed(marked),
        },
        columns=unclaimed_columns(
            ((line.page, word) for line in (*text, *cells) for word in line.words), is_claimed
        ),
        officers=unclaimed(_officers(layout)),
        headings=unclaimed(Line(line.page, line.words) for line in layout.left_out),
        moneyless=not any(
            word.origin == "ocr" or CURRENCY.search(word.text) or LIKE_SUM.fullmatch(word.text)
            for line in (*text, *cells, *signing)
            for word in line.words
        ),
    )


def _officers(layout: Layout) -> Iterator[Line]:
    """Offices with little else in their line, from the first signature on, down to those who certify."""
    signing = [line for row in layout.signature_rows for line in row.lines]
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
