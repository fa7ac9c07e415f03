"""Amounts that stand like cells where no table was found: what is left of one and above it is its label."""

from __future__ import annotations

from collections.abc import Sequence

from extract.geometry import center_y, overlap, union
from extract.layout import Block
from models.german import parse_amount
from models.values import BBox

# The heading of a column has at most so many words, and stands at most so many letter sizes above.
HEADING_WORDS = 6
HEADING_REACH = 6.0


def labels_of_loose_cell(blocks: Sequence[Block], index: int) -> str | None:
    """The words for block number `index` if it is an amount, alone or with a label: those in its row, and the
    heading of its column if other amounts stand beside it."""
    own = blocks[index]
    if not _is_amount(own):
        return None
    row = [block for block in blocks if block.page == own.page and block is not own and _in_row(block, own)]
    labels = [block.text for block in row if _box(block)[2] <= _box(own)[0] and not _is_amount(block)]
    if any(_is_amount(block) for block in row):
        labels += _headings(blocks, own)
    return " ".join([*labels, own.text.rpartition(":")[0]]) + " " if labels else None


def _headings(blocks: Sequence[Block], own: Block) -> list[str]:
    above = [
        block
        for block in blocks
        if block.page == own.page
        and 0 <= _box(own)[1] - _box(block)[3] <= HEADING_REACH * own.lines[0].size
        and overlap(_box(block)[0], _box(block)[2], _box(own)[0], _box(own)[2]) > 0
        and not _is_amount(block)
    ]
    nearest = max(above, key=lambda block: _box(block)[3], default=None)
    return [nearest.text] if nearest is not None and len(nearest.text.split()) <= HEADING_WORDS else []


def _box(block: Block) -> BBox:
    return union(line.bbox for line in block.lines)


def _is_amount(block: Block) -> bool:
    """An amount, or one behind its label: "Budget: 500 Euro"."""
    return len(block.lines) == 1 and parse_amount(block.text.rpartition(":")[2].strip()) is not None


def _in_row(block: Block, own: Block) -> bool:
    return _box(block)[1] <= center_y(_box(own)) <= _box(block)[3]
