"""What is written in one way only, whatever was read of it: no "e, v.", "Dr. h. e." or "16:05.2014"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from extract.scans.witness import Heard

HEAD, TAIL = re.compile(r"e[.,:;]?"), re.compile(r"[Vv](?P<stop>[.,:;]?)(?P<rest>[.,;:)“]*)")
WHOLE = re.compile(r"e[.,:;][Vv][.,:;]?")
DOCTOR = re.compile(r"(?P<before>[(„]?)D[rf][.,:;]?")
OF_HONOUR = (re.compile(r"h[.,:;]?"), re.compile(r"[ceo][.,:;]?"))
EURO = re.compile(r"Eur[0öóòôõ](?P<rest>[.,:;)“]*)")
DATE = re.compile(r"(\d{1,2})[.:](\d{1,2})[.:]((?:19|20)\d\d)([.,:;)“]*)")
INSIDE = re.compile(r"(?<=[^\W\d_])–(?=[A-ZÄÖÜ])")
"""A hyphen: a dash between words has blanks beside it."""
BY_RULE = 0.84
"""Confidence at most of a word of which no more than that is known."""
BLANK = 1.0
"""Font sizes between the two at most."""


def with_fixed_forms(words: Sequence[Heard]) -> list[Heard]:
    """The words of a page, associations, degrees, Euro, dates and hyphens as they are always written."""
    found = list(words)
    for index in range(len(found) - 2):
        three = found[index : index + 3]
        doctor = DOCTOR.fullmatch(three[0].text)
        read = all(form.fullmatch(word.text) for form, word in zip(OF_HONOUR, three[1:], strict=True))
        if doctor and read and _is_beside(*three[:2]) and _is_beside(*three[1:]):
            found[index : index + 3] = map(_as, three, (f"{doctor['before']}Dr.", "h.", "c."))
    for index, word in enumerate(found[:-1]):
        after = found[index + 1]
        tail = TAIL.fullmatch(after.text)
        if tail and HEAD.fullmatch(word.text) and _is_beside(word, after):
            found[index] = _as(word, "e.")
            society = _as(after, f"V.{tail['rest']}")
            # "e. V," is either that, or has lost its full stop before a comma.
            found[index + 1] = _doubted(society) if tail["stop"] == "," and not tail["rest"] else society
    return [_hyphened(_alone(word)) for word in found]


def _alone(word: Heard) -> Heard:
    if WHOLE.fullmatch(word.text):
        return _as(word, "e.V.")
    if (date := DATE.fullmatch(word.text)) and ":" in word.text[: date.end(3)]:
        day, month, year, rest = date.groups()
        return _doubted(_as(word, f"{day}.{month}.{year}{rest}"))
    euro = EURO.fullmatch(word.text)
    return _as(word, f"Euro{euro['rest']}") if euro else word


def _hyphened(word: Heard) -> Heard:
    if INSIDE.search(word.text) is None:
        return word
    return _doubted(_as(word, INSIDE.sub("-", word.text)))


def _doubted(word: Heard) -> Heard:
    return replace(word, confidence=min(word.confidence, BY_RULE))


def _is_beside(word: Heard, after: Heard) -> bool:
    level = after.box[1] < (word.box[1] + word.box[3]) / 2 < after.box[3]
    return level and 0 <= after.box[0] - word.box[2] <= BLANK * word.em


def _as(word: Heard, text: str) -> Heard:
    if word.text == text:
        return word
    return replace(word, text=text, alternatives=tuple(dict.fromkeys((word.text, *word.alternatives))))
