"""What a date or a sum is for, as the words around it tell: a linear model of words and pieces of words.

It was learned from passages (training/passages; docs/roles.md says how well) and knows nothing but words:
one witness beside the rules of grammar and layout, never the only one.
"""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import Any

import numpy as np

BUCKETS = 2**17
"""Features that fall into one bucket share a weight."""
REACH = 25
"""So many words are looked at on either side, so many of them with their place,"""
NEAR = 4
ACROSS = 12
"""and so many of those behind beside the one before."""
PIECE = 5
"""Letters of a piece of a word; what has fewer is looked at as a whole only."""
LONGEST_FIGURE = 5
"""Longer figures, and different ones, are not told apart."""
WORD = re.compile(r"[^\W\d_]+|\d+|[^\w\s]")


@dataclass(frozen=True, slots=True)
class RoleModel:
    """`weights`: a row for each bucket, the last for all texts; a column for each role."""

    roles: tuple[str, ...]
    weights: np.ndarray[Any, np.dtype[np.float32]]

    def heard(self, before: str, behind: str) -> Mapping[str, float]:
        """How likely each role is for what stands between two texts; together 1."""
        buckets = buckets_of(before, behind)
        scores = self.weights[buckets].sum(axis=0) / np.sqrt(len(buckets)) + self.weights[-1]
        odds = 1 / (1 + np.exp(-scores.astype(np.float64)))
        return dict(zip(self.roles, (odds / odds.sum()).tolist(), strict=True))


@cache
def date_roles() -> RoleModel:
    return _loaded("dates")


@cache
def amount_roles() -> RoleModel:
    return _loaded("amounts")


def _loaded(name: str) -> RoleModel:
    with np.load(Path(__file__).parent / f"{name}.npz") as stored:
        return RoleModel(tuple(stored["roles"].tolist()), stored["weights"].astype(np.float32))


def buckets_of(before: str, behind: str) -> list[int]:
    """The features of a passage, as rows of the weights."""
    return sorted({zlib.crc32(feature.encode()) % BUCKETS for feature in _features(before, behind)})


def _features(before: str, behind: str) -> Iterator[str]:
    left, right = _words(before)[-REACH:][::-1], _words(behind)[:REACH]
    yield from _of_side("<", left)
    yield from _of_side(">", right)
    last, first = (left or ["<"])[0], (right or [">"])[0]
    yield f"between {last} {first}"
    yield f"between {' '.join(left[1:2])} {last} {first}"
    yield from (f"across {last} {word}" for word in right[:ACROSS])


def _of_side(side: str, words: Sequence[str]) -> Iterator[str]:
    """`words`: the nearest first."""
    for place, word in enumerate(words):
        yield from (f"{side} {word}", f"word {word}")
        if place < NEAR:
            yield f"{side}{place} {word}"
        for piece in _pieces(word):
            yield from (f"{side} {piece}", f"piece {piece}")
    yield from (f"{side} {one} {other}" for one, other in pairwise(words))
    yield from (f"{side}next {' '.join(words[:count])}" for count in (2, 3) if len(words) >= count)
    yield f"{side}length {min(len(words) // 4, 5)}"


def _pieces(word: str) -> Iterator[str]:
    edged = f"^{word}$"
    return (edged[start : start + PIECE] for start in range(len(edged) - PIECE + 1))


def _words(text: str) -> list[str]:
    return [
        "0" * min(len(word), LONGEST_FIGURE) if word.isdigit() else word.lower()
        for word in WORD.findall(text)
    ]
