"""Columns of figures that nobody understood: sums below each other stand in a table, whatever else does."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence

from extract.geometry import union
from extract.page import Word
from models.values import Spot

SEPARATED = re.compile(r"\d{1,3}(?:[.:]\d{3})*(?:,(?:\d{1,2}|-{1,2}|–))?")
"""A figure as sums are printed, a full stop read as a colon too."""
PLAIN = re.compile(r"\d{3}")
"""One of three digits may be a sum in thousands, but alone says nothing."""
SHORTEST = 3
"""Characters of a figure that may be a sum: "1,5", "994"."""
FEWEST = 3
"""So many figures below each other are a column."""
SAME_EDGE, NEXT_ROW = 0.6, 3.2
"""Font sizes: figures of one column end within the first and follow each other within the second."""


def unclaimed_columns(
    words: Iterable[tuple[int, Word]], is_claimed: Callable[[int, Word], bool]
) -> tuple[Spot, ...]:
    """Where figures stand below each other and no word beside one of them is in a value; with the page of
    each word."""
    pages: dict[int, list[Word]] = {}
    for page, word in words:
        pages.setdefault(page, []).append(word)
    return tuple(
        Spot(page=page, bbox=union(word.spot for word in column))
        for page, own in pages.items()
        for column in _columns([word for word in own if _is_figure(word)])
        if not any(is_claimed(page, word) for word in own if any(_beside(word, one) for one in column))
    )


def _columns(figures: Sequence[Word]) -> Iterator[list[Word]]:
    columns: list[list[Word]] = []
    for figure in sorted(figures, key=lambda one: one.bbox[3]):
        column = next((one for one in columns if _goes_on(one[-1], figure)), None)
        if column is None:
            columns.append([figure])
        else:
            column.append(figure)
    for column in columns:
        separated = [one for one in column if not PLAIN.fullmatch(one.text)]
        if len(column) >= FEWEST and len(separated) > len(column) / 2:
            yield column


def _is_figure(word: Word) -> bool:
    figure = SEPARATED.fullmatch(word.text)
    return figure is not None and len(word.text) >= SHORTEST


def _goes_on(last: Word, figure: Word) -> bool:
    step = figure.bbox[3] - last.bbox[3]
    edge = abs(figure.bbox[2] - last.bbox[2])
    return edge < SAME_EDGE * figure.size and 0 < step < NEXT_ROW * figure.size


def _beside(word: Word, figure: Word) -> bool:
    return abs(word.bbox[3] - figure.bbox[3]) < SAME_EDGE * figure.size
