"""Of the readings of a word that none could settle the one that is German."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from rapidfuzz.distance import Levenshtein

from extract.scans.dictionary import is_german, is_listed, is_short_word
from extract.scans.likeness import decomposed, without_marks
from extract.scans.settling import HALF_SEEN, LETTERS_PER_ERROR
from extract.scans.witness import Heard

MARKS = re.compile("[\u0300-\u0307\u0309-\u036f]")
"""Marks over letters, taken apart from them, but for the two dots of an umlaut."""
LONG = 12
"""Letters at least of a word that the dictionary has by its parts, to be chosen where but one differs."""
ENDS = re.compile(r"^\W+|\W+$")
ITEM = re.compile(r"\(?[^\W\d_]\)")
"""The mark of an item: no list counts with ä or á."""


def german_reading(text: str, sure: float, others: Sequence[str]) -> str | None:
    """Of the readings of a word that none could settle the only one that the dictionary has, if it is near.

    Behind a pen they are many, and the one with the most votes may be none: "Giavanni", "Gidvanni",
    "Giovanni". `sure`: how sure the first of them is.
    """
    read = ENDS.sub("", text)
    if sure > HALF_SEEN or any(char.isdigit() for char in text) or is_german(text) or is_short_word(read):
        return None
    told = {ENDS.sub("", other) for other in others}
    near = {word for word in told if len(word) >= LONG and Levenshtein.distance(word, read) == 1}
    words = {word for word in near if is_german(word)}
    if not words and sure < HALF_SEEN:
        words = {word for word in told if is_listed(word)}
    if len(words) != 1:
        return None
    (word,) = words
    # What capitals and accents a name has no dictionary tells: "SprInt", "René".
    foreign = MARKS.search(decomposed(read)) is not None and without_marks(read) == without_marks(word)
    far = Levenshtein.distance(word, read) > len(word) / LETTERS_PER_ERROR
    if foreign or far or word.casefold() == read.casefold():
        return None
    return text.replace(read, word)


def with_german_readings(words: Sequence[Heard]) -> list[Heard]:
    """The words of a page, of those in doubt the reading that is German; the old reading comes along."""
    return [_german(word) if word.alternatives else word for word in words]


def _german(word: Heard) -> Heard:
    found = german_reading(word.text, word.confidence, word.alternatives)
    if ITEM.fullmatch(word.text) and without_marks(word.text) in word.alternatives:
        found = without_marks(word.text)
    if found is None:
        return word
    others = dict.fromkeys((word.text, *word.alternatives))
    return replace(
        word,
        text=found,
        confidence=min(word.confidence, HALF_SEEN),
        alternatives=tuple(other for other in others if other != found),
    )
