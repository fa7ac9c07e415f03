"""Numbers that should run on: sections, measures."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from models.german.roman import roman

Number = tuple[int, ...]
"""1.2 is (1, 2)."""


@dataclass(frozen=True, slots=True)
class Slip:
    """`position` is the index of the number at which the sequence does not run on."""

    kind: Literal["gap", "repeated", "backwards"]
    position: int
    expected: str
    found: str


@lru_cache(maxsize=10_000)
def parse_number(text: str) -> Number | None:
    """The number of a section: "§ 4" → (4,), "1.2" → (1, 2), "Artikel III" → (3,). None without one."""
    parts = re.findall(r"[0-9]+", text)
    if parts:
        return tuple(int(part) for part in parts)
    numeral = re.search(r"\b[IVXLC]+\b", text)
    return (roman(numeral[0]),) if numeral else None


def slips(numbers: Sequence[Number]) -> list[Slip]:
    """Where the numbers do not run on, each level within the one above it.

    "3a" after "3" reads as a repetition and is left to the caller.
    """
    found = []
    last: dict[Number, int] = {}
    for position, number in enumerate(numbers):
        parent, own = number[:-1], number[-1]
        before = last.get(parent, 0)
        if own != before + 1:
            kind: Literal["gap", "repeated", "backwards"] = (
                "gap" if own > before else "repeated" if own == before else "backwards"
            )
            found.append(Slip(kind, position, _written((*parent, before + 1)), _written(number)))
        last[parent] = own
    return found


def _written(number: Number) -> str:
    return ".".join(str(part) for part in number)
