"""Brackets and quotation marks come in pairs: where one was read, it tells what the other is.

Models read “ as *, " or ”, and a bracket as a brace, which no German agreement has.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from rapidfuzz.distance import Levenshtein

from extract.scans.dictionary import is_german
from extract.scans.witness import Heard

REACH = 15
"""Words between the two of a pair at most: names and defined terms are shorter."""
OPENING, CLOSING = "„", "“"
MISREAD_CLOSING = ("*", '"', "”", "''", "’’", "**")
"""What “ is read as. A » or a “ closes as it stands."""
HALF_CLOSING = re.compile(r"(?<=[\w)\]])[‘’'](?=[.,;:)]*$)")
"""What is left of a “, if no other closes what was opened: an apostrophe may stand in a quotation."""
HALF_OPENING = re.compile(r"(?:„[‚,.]?|[‚,.]{1,2})(?=[^\W\d_])")
"""What „ is read as, or what is left of it behind a pen."""
STRAY_OPENING = re.compile(r"[\"“”‘’«](?=\w)")
"""What a speck before a word is read as, if nothing closes behind it."""
BEHIND = ".,;:)"
"""What may stand behind the mark that closes."""
BY_PAIR = 0.84
"""Confidence at most of a word whose mark its partner has told."""
ALONE = 0.6
"""Confidence at most of a word behind whose last letter a mark closes that was not seen to open."""
AND, UNLIKE = "und", 2
"""What joins two quotations, and letters by which what a pen left of it differs at most: "yhd", "nd"."""
PREPOSITIONS = frozenset(("ab", "am", "an", "des", "für", "im", "in", "mit", "um", "zu", "zum", "zur"))
"""What else may stand between two."""
READ, HARDLY = 0.8, 0.5
"""Confidence from which on a word is what it was read as, and that of an "und" that was read as no word."""


def with_pairs(words: Sequence[Heard]) -> list[Heard]:
    """The words of a page, in the order of reading, with the marks that belong together made to fit."""
    found: list[Heard] = []
    quoted, bracket = -REACH, ("", -REACH)
    for index, word in enumerate(words):
        text = _braces(word.text, bracket[0] if index - bracket[1] < REACH else "")
        for char in text:
            if char in "([":
                bracket = (char, index)
            elif char in ")]":
                bracket = ("", index)
        if STRAY_OPENING.match(text) and index - quoted >= REACH and not _is_closed(words[index:]):
            text = text[1:]
        sure = word.confidence if text in (word.text, *word.alternatives) else min(word.confidence, BY_PAIR)
        if OPENING in text:
            quoted = index
        if index - quoted < REACH and HALF_CLOSING.search(text) and not _is_closed(words[index + 1 :]):
            text, sure = HALF_CLOSING.sub(CLOSING, text), min(sure, BY_PAIR)
        if index - quoted < REACH and (closed := _closed(text)):
            if closed != text:
                text, sure = closed, min(sure, BY_PAIR)
            quoted = -REACH
        elif text.rstrip(BEHIND).endswith(CLOSING) and index - quoted >= REACH and CLOSING not in text[:1]:
            sure = min(sure, BY_PAIR if _open(found) else ALONE)
        others = dict.fromkeys((word.text, *word.alternatives)) if text != word.text else word.alternatives
        found.append(replace(word, text=text, confidence=sure, alternatives=tuple(others)))
    return _joined_quotations(found)


def _open(words: list[Heard]) -> bool:
    """Give the word with which a quotation begins that was seen to close its mark, if any reading of the word
    has what may be left of one. False if none has."""
    for index in range(len(words) - 1, max(-1, len(words) - 1 - REACH), -1):
        word = words[index]
        if OPENING in word.text or CLOSING in word.text:
            return False
        if any(HALF_OPENING.match(text) for text in (word.text, *word.alternatives)):
            told = tuple(dict.fromkeys((word.text, *word.alternatives)))
            text = OPENING + HALF_OPENING.sub("", word.text)
            words[index] = replace(
                word, text=text, confidence=min(word.confidence, BY_PAIR), alternatives=told
            )
            return True
    return False


def _joined_quotations(words: list[Heard]) -> list[Heard]:
    """The words of a page, "und" in place of what was misread of it between two quotations."""
    for index, word in enumerate(words[1:-1], 1):
        between = words[index - 1].text.endswith(CLOSING) and words[index + 1].text.startswith(OPENING)
        read = word.confidence >= READ or is_german(word.text) or word.text in (AND, *PREPOSITIONS)
        if between and not read and word.text.isalpha() and Levenshtein.distance(word.text, AND) <= UNLIKE:
            told = tuple(dict.fromkeys((word.text, *word.alternatives)))
            words[index] = replace(word, text=AND, confidence=HARDLY, alternatives=told)
    return words


def _is_closed(words: Sequence[Heard]) -> bool:
    """Does a mark that closes come before the next that opens?"""
    for word in words[:REACH]:
        if OPENING in word.text:
            return False
        if _closed(word.text):
            return True
    return False


def _braces(text: str, opened: str) -> str:
    """The word with brackets in place of braces, like their partners in the word or before it."""
    if "{" in text:
        text = text.replace("{", "[" if "]" in text else "(")
    if "}" in text:
        square = "[" in text or (opened == "[" and "(" not in text)
        text = text.replace("}", "]" if square else ")")
    return text


def _closed(text: str) -> str | None:
    """The word with the mark that closes a quotation, None where it has none."""
    bare = text.rstrip(BEHIND)
    behind = text[len(bare) :]
    if bare.endswith(CLOSING):
        return text
    for misread in MISREAD_CLOSING:
        if bare.endswith(misread) and bare.rstrip("*\"”'’").strip(OPENING):
            return bare.removesuffix(misread) + CLOSING + behind
    return None
