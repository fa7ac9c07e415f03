"""What is written in one way only, whatever was read of its marks: "e. V." is no "e, V" and no "e. v."."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from extract.scans.witness import Heard

HEAD, TAIL = re.compile(r"e[.,:;]?"), re.compile(r"[Vv](?P<stop>[.,:;]?)(?P<rest>[.,;:)“]*)")
WHOLE = re.compile(r"e[.,:;][Vv][.,:;]?")
BLANK = 1.0
"""Font sizes between the two at most."""


def with_fixed_forms(words: Sequence[Heard]) -> list[Heard]:
    """The words of a page, what names a registered association as it is always written."""
    found = list(words)
    for index, word in enumerate(found[:-1]):
        after = found[index + 1]
        tail = TAIL.fullmatch(after.text)
        if tail and HEAD.fullmatch(word.text) and _is_beside(word, after):
            found[index] = _as(word, "e.")
            found[index + 1] = _as(after, f"V.{tail['rest']}")
    return [_as(word, "e.V.") if WHOLE.fullmatch(word.text) else word for word in found]


def _is_beside(word: Heard, after: Heard) -> bool:
    level = after.box[1] < (word.box[1] + word.box[3]) / 2 < after.box[3]
    return level and 0 <= after.box[0] - word.box[2] <= BLANK * word.em


def _as(word: Heard, text: str) -> Heard:
    if word.text == text:
        return word
    return replace(word, text=text, alternatives=tuple(dict.fromkeys((word.text, *word.alternatives))))
