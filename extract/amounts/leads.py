"""What leads to a list or a table: the sentence above it, and the heading it stands under."""

from __future__ import annotations

import re
from collections.abc import Sequence

from extract.layout.blocks import Block

NEXT_SENTENCE = re.compile(r"(?<=[.!?])\s+(?=[A-ZÄÖÜ])")


def lead_of(blocks: Sequence[Block], position: int) -> str:
    """The sentence that leads to the list or the table at this position."""
    above = next((block for block in reversed(blocks[:position]) if block.kind != "item"), None)
    return NEXT_SENTENCE.split(above.text)[-1] if above is not None and above.kind == "paragraph" else ""


def heading_of(blocks: Sequence[Block], position: int) -> str:
    """The heading that the block at this position stands under."""
    return next((block.text for block in reversed(blocks[:position]) if block.kind == "heading"), "")
