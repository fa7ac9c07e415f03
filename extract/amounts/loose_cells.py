"""Amounts that stand like cells where no table was found: their labels are left of them, above or below."""

from __future__ import annotations

from collections.abc import Sequence

from extract.geometry import center_y, overlap, union
from extract.layout.blocks import Block
from models.german import find_amounts, parse_amount
from models.values import BBox

# The heading of a column has at most so many words, and stands at most so many letter sizes above.
HEADING_WORDS = 6
HEADING_REACH = 6.0


def labels_of_loose_cell(blocks: Sequence[Block], index: int) -> str | None:
    """The words for block number `index` if it is an amount, alone or with a label: those in its row, and
    those above or below it if there are none, or if other amounts stand beside it."""
    own = blocks[index]
    if not _is_amount(own):
        return None
    row = [block for block in blocks if block.page == own.page and block is not own and _in_row(block, own)]
    labels = [block.text for block in row if _box(block)[2] <= _box(own)[0] and not _is_amount(block)]
    beside = [block for block in row if _is_amount(block)]
    if beside or not labels:
        labels += _labels_of_column(blocks, [own, *beside])
    return " ".join([*labels, own.text.rpartition(":")[0]]) + " " if labels else None


def _labels_of_column(blocks: Sequence[Block], amounts: Sequence[Block]) -> list[str]:
    """What stands above or below the first of these amounts: the nearer one, on a side on which all of them
    have a label."""
    above = [_nearest(blocks, one, below=False) for one in amounts]
    below = [_nearest(blocks, one, below=True) for one in amounts]
    sides = [side[0] for side in (above, below) if all(side)]
    nearest = min((one for one in sides if one), key=lambda one: _distance(one, amounts[0]), default=None)
    return [nearest.text] if nearest is not None else []


def _nearest(blocks: Sequence[Block], own: Block, *, below: bool) -> Block | None:
    """The brief text next above or below an amount, in its column and its section."""
    near = [
        block
        for block in blocks
        if block.page == own.page
        and block is not own
        and block.section == own.section
        and (_box(block)[1] >= _box(own)[3] if below else _box(block)[3] <= _box(own)[1])
        and _distance(block, own) <= HEADING_REACH * own.lines[0].size
        and overlap(_box(block)[0], _box(block)[2], _box(own)[0], _box(own)[2]) > 0
    ]
    nearest = min(near, key=lambda block: _distance(block, own), default=None)
    brief = nearest is not None and len(nearest.text.split()) <= HEADING_WORDS and not _tells_a_sum(nearest)
    return nearest if brief else None


def _distance(block: Block, own: Block) -> float:
    return max(_box(own)[1] - _box(block)[3], _box(block)[1] - _box(own)[3])


def _box(block: Block) -> BBox:
    return union(line.bbox for line in block.lines)


def _is_amount(block: Block) -> bool:
    """An amount, or one behind its label: "Budget: 500 Euro"."""
    return len(block.lines) == 1 and parse_amount(block.text.rpartition(":")[2].strip()) is not None


def _tells_a_sum(block: Block) -> bool:
    """An amount, whatever else is said of it: "insgesamt 500 Euro"."""
    return _is_amount(block) or bool(find_amounts(block.text))


def _in_row(block: Block, own: Block) -> bool:
    return _box(block)[1] <= center_y(_box(own)) <= _box(block)[3]
