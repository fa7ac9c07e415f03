"""A second model reads again what the first cannot know or is unsure of: two witnesses for one word.

The German model has no § and confuses figures with it; the English one has § but no umlauts.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from extract.document import Grey
from extract.ink import Inked
from extract.ocr import Token
from models.values import BBox

UNSURE = 0.80
"""A word below this is read again."""
SAME_SPOT = 1.2
"""Font sizes between two doubtful words that are read in one go: a section sign and its number."""
MARGIN = 0.35
"""Font sizes of white around a word that is read again."""
MAX_PER_PAGE = 80
"""Places read again on a page at most, the least certain first: a page of figures stays affordable."""
DISAGREED = 0.5
"""Confidence of a word on which the witnesses disagree where it matters."""

SECTION = re.compile(r"^(§+)(.*)$")
SECTION_MISREAD = re.compile(r"^[8S$s56&BG3§]{1,2}")
ROMAN = re.compile(r"^[IVXLC]+[.,;:)]?$")
ROMAN_MISREAD = re.compile(r"^[IVXLCNlı|i1Jj!\]]+[.,;:)]?$")
LOOK_ALIKES = str.maketrans("lIıi|!OoSBsZz", "1111110058522")
FOLD = str.maketrans("äöüÄÖÜßı", "aouAOUBi", ".,:;'\"`´’‘“”„-–—«»°*")


@dataclass(frozen=True, slots=True)
class Doubt:
    """Neighbouring words to be read again: their indices, and the spot on the page image in pixels."""

    words: tuple[int, ...]
    box: BBox


@dataclass(frozen=True, slots=True)
class Heard:
    """A word as both witnesses have it. `box` and `em` (font size) in pixels of the page image."""

    text: str
    box: BBox
    confidence: float
    em: float
    bold: bool = False
    alternatives: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Settled:
    """What the two readings come to; `second` is None where it replaced or equalled the first."""

    text: str
    confidence: float
    alternatives: tuple[str, ...] = ()


def weigh(words: Sequence[Inked], spots: Sequence[Doubt], answers: Sequence[Sequence[Token]]) -> list[Heard]:
    """The page's words with what the second model answered at each spot."""
    replaced: dict[int, list[Heard]] = {}
    for doubt, answer in zip(spots, answers, strict=True):
        group = [words[index] for index in doubt.words]
        heard = _weigh_one(group, answer)
        replaced[doubt.words[0]] = heard
        replaced.update({index: [] for index in doubt.words[1:]})
    return [
        heard
        for index, word in enumerate(words)
        for heard in (replaced[index] if index in replaced else [_as_read(word)])
    ]


def _weigh_one(group: Sequence[Inked], answer: Sequence[Token]) -> list[Heard]:
    if len(answer) == len(group):
        return [
            heard
            for word, other in zip(group, answer, strict=True)
            for heard in _share_out(
                settle(word.token.text, word.token.confidence, other.text, other.confidence), [word]
            )
        ]
    first = " ".join(word.token.text for word in group)
    second = " ".join(token.text for token in answer)
    result = settle(
        first,
        min(word.token.confidence for word in group),
        second,
        min((token.confidence for token in answer), default=0.0),
    )
    if result.text == first:
        doubted = result.confidence < min(word.token.confidence for word in group)
        return [
            replace(_as_read(word), confidence=result.confidence) if doubted else _as_read(word)
            for word in group
        ]
    return _share_out(result, group)


def _share_out(result: Settled, group: Sequence[Inked]) -> list[Heard]:
    """Lay the words of a new reading over the ink of the old ones, each as wide as its letters."""
    x0, top, x1, bottom = _around([word.token.box for word in group])
    width = (x1 - x0) / len(result.text)
    heard, start = [], 0
    for piece in result.text.split(" "):
        box = (x0 + start * width, top, x0 + (start + len(piece)) * width, bottom)
        heard.append(Heard(piece, box, result.confidence, group[0].em, group[0].bold, result.alternatives))
        start += len(piece) + 1
    return heard


def _as_read(word: Inked) -> Heard:
    return Heard(word.token.text, word.token.box, word.token.confidence, word.em, word.bold)


def doubts(tokens: Sequence[Token], ems: Sequence[float]) -> list[Doubt]:
    """The places worth a second reading: unsure words, figures, and what may be a misread §."""
    spots: list[list[int]] = []
    for index, token in enumerate(tokens):
        if not is_doubtful(token):
            continue
        before = tokens[spots[-1][-1]] if spots else None
        if (
            before is not None
            and before.line == token.line
            and spots[-1][-1] == index - 1
            and token.box[0] - before.box[2] < SAME_SPOT * ems[index]
        ):
            spots[-1].append(index)
        else:
            spots.append([index])
    found = [Doubt(tuple(spot), _around([tokens[index].box for index in spot])) for spot in spots]
    found.sort(key=lambda doubt: min(tokens[index].confidence for index in doubt.words))
    return found[:MAX_PER_PAGE]


def is_doubtful(token: Token) -> bool:
    text = token.text
    if not any(char.isalnum() or char in "$&§" for char in text):
        return False
    return (
        token.confidence < UNSURE
        or any(char.isdigit() for char in text)
        or (len(text) <= 2 and SECTION_MISREAD.match(text) is not None)
        or (len(text) >= 2 and ROMAN_MISREAD.match(text) is not None)
    )


def cut(grey: Grey, doubt: Doubt, em: float) -> Grey:
    """The spot with some white around it, as an image of its own."""
    pad = max(4, round(MARGIN * em))
    x0, top, x1, bottom = (round(value) for value in doubt.box)
    height, width = grey.shape
    return grey[max(0, top - pad) : min(height, bottom + pad), max(0, x0 - pad) : min(width, x1 + pad)]


def settle(first: str, sure: float, second: str, second_sure: float) -> Settled:
    """Weigh two readings of one spot. Words may be parted by blanks.

    Equal readings strengthen each other. Only the second model knows §; only the first knows umlauts.
    """
    if _plain(first) == _plain(second) and first:
        return Settled(first, min(0.99, 1 - (1 - sure) * (1 - second_sure)))
    section = _section(first, second)
    if section:
        return Settled(section, max(0.6, second_sure), (first,))
    if ROMAN.match(second) and ROMAN_MISREAD.match(first) and first != second:
        return Settled(second, second_sure, (first,))
    if not second:
        return Settled(first, sure)
    if any(char.isdigit() for char in first + second):
        best, other = (first, second) if sure >= second_sure else (second, first)
        return Settled(best, min(sure, second_sure, DISAGREED), (other,))
    return Settled(first, sure, (second,))


def _section(first: str, second: str) -> str | None:
    """ "§ 6" where the first model read "86", "S6", "$6" or lost the sign; None if this is no such case."""
    match = SECTION.match(second)
    if not match or first.startswith("§"):
        return None
    rest = match[2].strip()
    number = first.replace(" ", "").translate(LOOK_ALIKES)
    wanted = rest.replace(" ", "").translate(LOOK_ALIKES)
    misread = SECTION_MISREAD.match(first)
    if misread is None or not (number.endswith(wanted) and len(number) - len(wanted) <= 2):
        return None
    return f"{match[1]} {rest}".strip()


def _plain(text: str) -> str:
    return text.replace(" ", "").translate(FOLD)


def _around(boxes: Sequence[BBox]) -> BBox:
    return (
        min(box[0] for box in boxes),
        min(box[1] for box in boxes),
        max(box[2] for box in boxes),
        max(box[3] for box in boxes),
    )
