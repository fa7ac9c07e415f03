"""Marks of list items that were read as one word with what follows: "(1)Ausbildung", "2.Werkhof", "a)Mittel".

A blank behind a mark is often narrower than one between words, and Tesseract joins them. No German word looks
so, whatever the white.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from extract.witness import Heard

GLUED = re.compile(r"(?P<mark>\(?(?:\d{1,2}|[a-z]|[IVX]{1,4})\)|\d{1,2}\.)(?P<word>[„\"(]?[A-ZÄÖÜ]\w{2}.*)")
NARROW = 0.55
"""Width of a bracket, a full stop or an I, as a share of a usual letter's."""


def with_marks_apart(words: Sequence[Heard]) -> list[Heard]:
    """The words of a page, each mark of an item a word of its own."""
    return [part for word in words for part in _parts(word)]


def _parts(word: Heard) -> Iterator[Heard]:
    glued = GLUED.fullmatch(word.text)
    if glued is None:
        yield word
        return
    mark, rest = glued["mark"], glued["word"]
    x0, top, x1, bottom = word.box
    share = _width(mark) / (_width(mark) + _width(rest) + NARROW)
    edge = x0 + share * (x1 - x0)
    others = [GLUED.fullmatch(other) for other in word.alternatives]
    for name, text, box in (
        ("mark", mark, (x0, top, edge, bottom)),
        ("word", rest, (edge + share * (x1 - x0) / len(mark), top, x1, bottom)),
    ):
        told = dict.fromkeys(other[name] for other in others if other and other[name] != text)
        yield replace(word, text=text, box=box, alternatives=tuple(told))


def _width(text: str) -> float:
    return sum(NARROW if char in '().I"' else 1.0 for char in text)
