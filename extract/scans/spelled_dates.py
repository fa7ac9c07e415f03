"""Which date a strip of print speaks for most, though none was read: text lies over it, or it is worn.

The second engine says of each step along the strip how likely each letter is. Of all spellings of dates that
one is taken whose letters cost least against the likeliest ones; what stands before and behind costs nothing.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

import numpy as np
import numpy.typing as npt

from extract.scans.letters import Odds
from models.german import find_dates

DAYS = (*(f"{day:02d}" for day in range(1, 32)), *(f"{day}" for day in range(1, 10)))
SHORT = ("Jan", "Feb", "Mrz", "Mär", "Apr", "Mai", "Jun", "Jul", "Aug", "Sep", "Sept", "Okt", "Nov", "Dez")
WHOLE = ("Januar", "Februar", "März", "April", "Juni", "Juli", "August", "September", "Oktober", "November")
NAMED = tuple(name for month in (*SHORT, *WHOLE, "Dezember") for name in (month, month.upper()))
NUMBERED = (*(f"{month:02d}." for month in range(1, 13)), *(f"{month}." for month in range(1, 10)))
DECADES = {"19": "56789", "20": "01234"}
FIGURES = "0123456789"
UNLIKELY = 12.0
"""What a letter costs at most at a step: the logarithm of how much less likely it is than another one."""
NOWHERE = -1e9

Floats = npt.NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Spelled:
    """A date, its spelling, where it begins and ends as shares of the strip, and what it is worth: one for
    each of its letters, less what they cost against the likeliest ones."""

    day: date
    text: str
    start: float
    end: float
    worth: float


class _Net:
    """Letters as nodes, each with the nodes that may stand before it."""

    def __init__(self) -> None:
        self.letters: list[str] = []
        self.before: list[Sequence[int]] = []

    def grow(self, ends: Sequence[int], words: Sequence[str]) -> list[int]:
        """Each of some words behind each of some nodes; the last nodes of the words."""
        last = []
        for word in words:
            first = len(self.letters)
            self.letters += word
            self.before += [ends, *([node] for node in range(first, len(self.letters) - 1))]
            last.append(len(self.letters) - 1)
        return last


@dataclass(frozen=True, slots=True)
class _Spellings:
    """All spellings of dates. `edges`: from node to node, in the order of the latter, `inner`, of which those
    of each begin at `first`; `opens` and `closes`: nodes with which a date begins and ends."""

    letters: npt.NDArray[np.str_]
    edges: npt.NDArray[np.intp]
    inner: npt.NDArray[np.intp]
    first: npt.NDArray[np.intp]
    opens: npt.NDArray[np.bool_]
    closes: npt.NDArray[np.bool_]

    def through(self, letter: Floats, parting: Floats) -> tuple[Floats, Floats]:
        """What each edge is worth from the letter itself, which a like one cannot follow, and with a parting
        step between."""
        source, target = self.edges
        like = self.letters[source] == self.letters[target]
        return np.where(like, NOWHERE, letter[source]), parting[source]


@lru_cache(maxsize=1)
def _spellings() -> _Spellings:
    net = _Net()
    days = net.grow([], DAYS)
    point = net.grow(days, ".")
    named = net.grow([*point, *net.grow([*days, *point], " ")], NAMED)
    months = [*named, *net.grow(named, "."), *net.grow([*point, *net.grow(point, " ")], NUMBERED)]
    months += net.grow(months, " ")
    decades = [
        node for century, ones in DECADES.items() for node in net.grow(net.grow(months, [century]), ones)
    ]
    closes = net.grow(decades, FIGURES)
    edges = np.array([(one, node) for node, before in enumerate(net.before) for one in before]).T
    inner, first = np.unique(edges[1], return_index=True)
    nodes = np.arange(len(net.letters))
    letters = np.array(net.letters)
    return _Spellings(letters, edges, inner, first, ~np.isin(nodes, inner), np.isin(nodes, closes))


def spelled_date(odds: Odds) -> Spelled | None:
    """The date that a strip speaks for most; None where its spelling is no day's: "31. JUN 2024"."""
    net = _spellings()
    place = {letter: index for index, letter in enumerate(odds.letters)}
    steps = np.log(np.clip(odds.steps.astype(np.float64), np.exp(-UNLIKELY), 1.0))
    steps -= steps.max(axis=1, keepdims=True)
    shown, parted = steps[:, [place[letter] for letter in net.letters]], steps[:, 0]
    # What the best way is worth that has come to each letter, and to a step that parts it from the next.
    letter = parting = np.full(len(net.letters), NOWHERE)
    worth = [(letter, parting)]
    for number in range(len(steps)):
        entered = np.where(net.opens, 1.0, NOWHERE)
        entered[net.inner] = 1.0 + np.maximum.reduceat(np.maximum(*net.through(letter, parting)), net.first)
        letter, parting = (
            np.maximum(letter, entered) + shown[number],
            np.maximum(letter, parting) + parted[number],
        )
        worth.append((letter, parting))
    ends = np.array([np.where(net.closes, letter, NOWHERE) for letter, _ in worth])
    last, node = np.unravel_index(ends.argmax(), ends.shape)
    if ends[last, node] <= 0:
        return None
    nodes = list(_way_back(net, worth[: last + 1], int(node)))
    text = "".join(net.letters[one] for one, _ in reversed(nodes))
    day = next((found.value for found in find_dates(text) if found.exact), None)
    if day is None:
        return None
    return Spelled(day, text, nodes[-1][1] / len(steps), last / len(steps), float(ends[last, node]))


def _way_back(
    net: _Spellings, worth: Sequence[tuple[Floats, Floats]], node: int
) -> Iterator[tuple[int, int]]:
    """The letters of the best way that ends with a node, from the last to the first, with the step at which
    each was come to."""
    parted = False
    for step in reversed(range(len(worth) - 1)):
        letter, parting = worth[step]
        if parted:
            parted = bool(parting[node] >= letter[node])
            continue
        led = np.flatnonzero(net.edges[1] == node)
        direct, apart = (ways[led] for ways in net.through(letter, parting))
        ways = np.maximum(direct, apart)
        if letter[node] > (1.0 if net.opens[node] else 1.0 + ways.max()):
            continue
        yield node, step
        if net.opens[node]:
            return
        best = int(ways.argmax())
        node, parted = int(net.edges[0, led[best]]), bool(apart[best] >= direct[best])
