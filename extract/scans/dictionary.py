"""The German words that Tesseract's model brings along: they tell which of two readings is a word.

The model keeps them as a graph of letters. A compound counts as a word if its parts do: "Ausbildungsmesse".
"""

from __future__ import annotations

import re
import struct
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import numpy as np

from extract.scans.ocr import LANGUAGE, find_tesseract

WORDS, LETTERS = 19, 21
"""Places of the graph and of the list of its letters in a model."""
LAST, BACKWARD, END = 1, 2, 4
"""What is said of an edge: the last of its node; one that leads back; one at which a word ends."""
SHORTEST, LINK = 4, "s"
"""Letters of a part of a compound at least, and what may join two: "Ausbildung-s-messe"."""
MOST_PARTS = 4
JUDGED = 3
"""Letters of a word at least to be judged: all shorter ones are words somewhere."""
WORD = re.compile(r"[^\W\d_]+")


@dataclass(frozen=True, slots=True)
class Graph:
    """Words as ways through a graph: its edges, each with a letter, what is said of it, and the next node."""

    letters: dict[str, int]
    edges: tuple[int, ...]
    width: int
    """Bits that a letter takes in an edge; three more say what it is."""

    def has(self, word: str) -> bool:
        node = 0
        for place, char in enumerate(word, 1):
            edge = self._edge(node, self.letters.get(char, -1), place == len(word))
            if edge is None:
                return False
            node = edge >> (self.width + 3)
            if not node and place < len(word):
                return False
        return bool(word)

    def _edge(self, node: int, letter: int, ends: bool) -> int | None:
        """The edge of a node with a letter; a word `ends` there."""
        while True:
            edge = self.edges[node]
            said = edge >> self.width
            if edge & ((1 << self.width) - 1) == letter and not said & BACKWARD and (said & END or not ends):
                return edge
            if said & LAST:
                return None
            node += 1


def is_german(text: str) -> bool:
    """Does all of a text consist of words, or of parts of compounds? False if none of it can be judged."""
    words = [word for word in WORD.findall(text) if len(word) >= JUDGED]
    return bool(words) and all(_is_word(word, MOST_PARTS) for word in words)


def is_listed(text: str) -> bool:
    """Is a text one word that the dictionary has as it is, not of parts?"""
    return WORD.fullmatch(text) is not None and len(text) >= JUDGED and _is_word(text, 1)


def is_short_word(text: str) -> bool:
    """Is a text but a word that is too short for `is_german`, "am"?"""
    return WORD.fullmatch(text) is not None and len(text) < JUDGED and _graph().has(text)


@lru_cache(maxsize=4096)
def _is_word(word: str, parts: int, inside: bool = False) -> bool:
    forms = (word, word.lower(), *([word.capitalize()] if inside else []))
    if any(_graph().has(form) for form in forms):
        return True
    if parts == 1:
        return False
    return any(
        _is_word(word[end:], parts - 1, inside=True)
        for end in range(SHORTEST, len(word) - SHORTEST + 1)
        if _is_part(word[:end], inside)
    )


def _is_part(head: str, inside: bool) -> bool:
    return _is_word(head, 1, inside) or (
        len(head) > SHORTEST and head.endswith(LINK) and _is_word(head[: -len(LINK)], 1, inside)
    )


@lru_cache(maxsize=1)
def _graph() -> Graph:
    return read_graph(find_tesseract().tessdata / f"{LANGUAGE}.traineddata")


def read_graph(model: Path) -> Graph:
    """The words of a model; none if it has none."""
    data = model.read_bytes()
    (count,) = struct.unpack_from("<i", data)
    starts = struct.unpack_from(f"<{count}q", data, 4)
    if count <= LETTERS or min(starts[WORDS], starts[LETTERS]) < 0:
        return Graph({}, (LAST,), 0)
    _, size, edges = struct.unpack_from("<hii", data, starts[WORDS])
    found = np.frombuffer(data, "<u8", edges, starts[WORDS] + struct.calcsize("<hii"))
    end = min([start for start in starts if start > starts[LETTERS]], default=len(data))
    lines = data[starts[LETTERS] : end].decode().split("\n")
    letters = {line.split(" ")[0]: number for number, line in enumerate(lines[1 : int(lines[0]) + 1])}
    return Graph(letters, tuple(found.tolist()), size.bit_length())
