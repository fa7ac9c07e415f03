"""Labels beside the middle of what they name: "Zuwendungsgeber:" between the two lines of who gives.

Read by height, a label would part those lines, and stand behind the first. So it is put beside it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from extract.geometry import center_y
from extract.language.lines import Line, Row, follow_closely

# The lines of what a label names begin together within this, with at most such white between (letter sizes).
FLUSH, CLOSE = 0.5, 1.0
# The label stands halfway between two of them, and others follow as these do, within this (letter sizes).
EVENLY = 0.25


@dataclass(frozen=True, slots=True)
class _Named:
    """Rows number `first` to `last`, with the label between them, are what it names."""

    first: int
    label: int
    last: int


def with_labels_first(rows: Sequence[Row]) -> list[Row]:
    """The rows of a page, labels that stand beside the middle of some lines beside the first of them."""
    ordered: list[Row] = []
    begun = 0
    for number in range(1, len(rows) - 1):
        named = _named(rows, number, begun)
        if named is None:
            continue
        (label,), (line,) = rows[named.label].lines, rows[named.first].lines
        ordered += rows[begun : named.first]
        ordered.append(Row((label, line)))
        ordered += [
            row
            for n, row in enumerate(rows[named.first + 1 : named.last + 1], named.first + 1)
            if n != number
        ]
        begun = named.last + 1
    return [*ordered, *rows[begun:]]


def _named(rows: Sequence[Row], number: int, begun: int) -> _Named | None:
    """What the label in a row names, from row number `begun` on; None if it stands beside no middle."""
    label, above, below = rows[number], rows[number - 1], rows[number + 1]
    if number - 1 < begun or not label.text.endswith(":") or len(label.lines) > 1:
        return None
    middle = (center_y(above.bbox) + center_y(below.bbox)) / 2
    if abs(center_y(label.bbox) - middle) > EVENLY * label.size:
        return None
    if not (_is_beside(label, above) and _is_beside(label, below) and _go_on(above, below)):
        return None
    pitch, first, last = below.bbox[1] - above.bbox[1], number - 1, number + 1
    while begun < first and last + 1 < len(rows):
        further = (rows[first - 1 : first + 1], rows[last : last + 2])
        if not all(
            _go_on(one, other) and abs(other.bbox[1] - one.bbox[1] - pitch) < EVENLY * label.size
            for one, other in further
        ):
            break
        first, last = first - 1, last + 1
    return _Named(first, number, last)


def _is_beside(label: Row, row: Row) -> bool:
    """Does a row of one line reach into the height of a label, right of it?"""
    overlaps = row.bbox[1] < label.bbox[3] and label.bbox[1] < row.bbox[3]
    return len(row.lines) == 1 and overlaps and row.bbox[0] > label.bbox[2]


def _go_on(above: Row, below: Row) -> bool:
    """Are they lines of one text, one right below the other?"""
    lines: tuple[Line, ...] = (*above.lines, *below.lines)
    flush = len(lines) == 2 and abs(above.bbox[0] - below.bbox[0]) < FLUSH * below.size
    return flush and follow_closely(lines, CLOSE)
