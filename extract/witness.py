"""A second model reads again what the first cannot know or is unsure of: two witnesses for one word.

The German model has no § and confuses figures with it; the English one has § but no umlauts. Where the two
disagree, the German one looks at the word alone, enlarged: two of three win. Figures still in dispute are
read once more with figures alone allowed.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import cv2
import numpy as np

from extract.accents import CONFIRMED, Accent, find_accents, with_accents
from extract.document import Grey
from extract.ink import Blobs, Inked
from extract.ocr import LANGUAGE, LARGEST, PICTURE, SECOND_LANGUAGE, VOTED, Tesseract, Token, save_image
from extract.reader import read_lines
from models.values import BBox

UNSURE = 0.80
"""A word below this is read again."""
SURE_FIGURES = 0.95
"""One with figures if it is below this. Of 1,800 spots on 110 pages 840 were surer: both models together
changed nine of these; those held against gold had been right before."""
SAME_SPOT = 1.2
"""Font sizes between two doubtful words that are read in one go: a section sign and its number."""
MARGIN = 0.12
"""Font sizes kept above and below a word that is read again: room for a blurred edge, not for a neighbour."""
BORDER = 12
"""Pixels of white around it: Tesseract finds no line that touches the edge."""
ENLARGED = 50.0
"""Font size in pixels at which single words are read again. Of 45 spots of a 200-dpi scan two § were seen at
this size only, one at the page's own size only; so a spot that may be a § is read at both."""
MAX_PER_PAGE = 80
"""Places read again on a page at most, the least certain first: a page of figures stays affordable."""
TWO_OF_FOUR = 0.6
"""Confidence at most of figures on which but two of four readings agree: they are shown to a person."""
FIGURES = "0123456789.,-–€"
FIGURE = re.compile(r"(?=.*\d)[\dlIıi|!OoSBsZzbgqAT€.,:;'–—\- ]{2,}")
"""A sum or a date in figures, with the letters that figures are misread as."""
OUTVOTED = 0.84
"""Confidence at most of a word behind a pen that not all pictures of it show: both models may see the letter
that the pen made of another."""
DISAGREED = 0.5
"""Confidence of a word on which the witnesses disagree where it matters."""

AMPERSAND = re.compile(r"[a-zäöü]&")
SECTION = re.compile(r"^(§+)(.*)$")
SECTION_MISREAD = re.compile(r"^[8S$s56&BG3§]{1,2}")
LOOK_ALIKES = str.maketrans("lIıi|!OoSBsZz", "1111110058522")
FOLD = str.maketrans("äöüÄÖÜı", "aouAOUi", ".,:;'\"`´’‘“”„-–—«»°*")
RIM = ".,:;'\"`´’‘“”„|°*"
"""Marks that a cut may add to or take from a word's ends."""


@dataclass(frozen=True, slots=True)
class Question:
    """Neighbouring words to be read again: their indices on the page, the cuttings to be read, and for each
    word the marks over its letters that its reading does not explain."""

    words: tuple[int, ...]
    images: tuple[Path, ...]
    accents: tuple[tuple[Accent, ...], ...]


@dataclass(frozen=True, slots=True)
class Reading:
    """One reading of a spot: its words parted by blanks, and the least of their confidences."""

    text: str
    confidence: float


@dataclass(frozen=True, slots=True)
class Heard:
    """A word as the witnesses have it. `box` and `em` (font size) in pixels of the page image."""

    text: str
    box: BBox
    confidence: float
    em: float
    bold: bool = False
    alternatives: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Settled:
    """What the readings of a spot come to, and the readings that lost."""

    text: str
    confidence: float
    alternatives: tuple[str, ...] = ()


def questions(grey: Grey, words: Sequence[Inked], blobs: Blobs, stem: Path) -> list[Question]:
    """Pick what is worth a second reading on a page and write its cuttings beside `stem`."""
    asked = []
    accents = [find_accents(word.token, word.em, blobs, grey) for word in words]
    marked = [bool(own) for own in accents]
    spots = doubts([word.token for word in words], [word.em for word in words], marked)
    for number, spot in enumerate(spots):
        group = [words[index] for index in spot]
        box, em = _around([word.token.box for word in group]), group[0].em
        cuttings = [cut(grey, box, em, ENLARGED)]
        if may_be_section(_joined(group).text):
            cuttings.append(cut(grey, box, em, em))
        images = []
        for size, cutting in enumerate(cuttings):
            images.append(stem.with_name(f"{stem.name}-{number}-{size}{PICTURE}"))
            save_image(images[-1], cutting)
        asked.append(Question(spot, tuple(images), tuple(accents[index] for index in spot)))
    return asked


@dataclass(frozen=True, slots=True)
class Answers:
    """What was said of a spot: by the second model; by the first of the spot alone, where the second
    disagreed; by the first when it may read but figures, where figures were still in dispute."""

    second: Reading | None = None
    third: Reading | None = None
    figures: Reading | None = None


def ask(engine: Tesseract, asked: Sequence[tuple[Question, Reading]]) -> list[Answers]:
    """Read the spots again, each as often as the readings disagree with the one given."""
    images = [image for question, _ in asked for image in question.images]
    answers = iter(_readings(engine, images, SECOND_LANGUAGE))
    second = [_with_section([next(answers) for _ in question.images]) for question, _ in asked]
    open_ = [
        index
        for index, (_, first) in enumerate(asked)
        if (answer := second[index]) is not None and settle(first, answer, None).alternatives
    ]
    third: list[Reading | None] = [None] * len(asked)
    again = _readings(engine, [asked[index][0].images[0] for index in open_], LANGUAGE)
    for index, reading in zip(open_, again, strict=True):
        third[index] = reading
    disputed = [
        index
        for index in open_
        if FIGURE.fullmatch(asked[index][1].text)
        and (answer := second[index]) is not None
        and settle(asked[index][1], answer, third[index]).confidence <= DISAGREED
    ]
    figures: list[Reading | None] = [None] * len(asked)
    strict = _readings(engine, [asked[index][0].images[0] for index in disputed], LANGUAGE, FIGURES)
    for index, reading in zip(disputed, strict, strict=True):
        figures[index] = reading
    for image in images:
        image.unlink()
    return [Answers(*heard) for heard in zip(second, third, figures, strict=True)]


def hear(words: Sequence[Inked], asked: Sequence[Question], answers: Sequence[Answers]) -> list[Heard]:
    """The words of a page with what came out at each spot that was read again."""
    replaced: dict[int, list[Heard]] = {}
    for question, answer in zip(asked, answers, strict=True):
        group = [words[index] for index in question.words]
        replaced.update({index: [] for index in question.words})
        replaced[question.words[0]] = _settle_group(group, answer, question.accents)
    return [
        heard
        for index, word in enumerate(words)
        for heard in (replaced[index] if index in replaced else [_as_read(word)])
    ]


def first_reading(words: Sequence[Inked], question: Question) -> Reading:
    return _joined([words[index] for index in question.words])


def _readings(
    engine: Tesseract, images: Sequence[Path], language: str, only: str = ""
) -> list[Reading | None]:
    return [
        Reading(" ".join(token.text for token in tokens), min(token.confidence for token in tokens))
        if tokens
        else None
        for tokens in read_lines(engine, images, language, only)
    ]


def _with_section(readings: Sequence[Reading | None]) -> Reading | None:
    """Of the readings at several sizes the one that saw a §, else the first."""
    return next((reading for reading in readings if reading and "§" in reading.text), readings[0])


def _joined(group: Sequence[Inked]) -> Reading:
    return Reading(" ".join(word.token.text for word in group), min(word.token.confidence for word in group))


def _settle_group(
    group: Sequence[Inked], answers: Answers, accents: Sequence[Sequence[Accent]]
) -> list[Heard]:
    first, second = _joined(group), answers.second
    pieces = second.text.split() if second else []
    if any(accents):
        own = pieces if len(pieces) == len(group) else [""] * len(group)
        sure = second.confidence if second else 0.0
        seen = [
            with_accents(word.token.text, word.token.confidence, piece, sure, marks)
            for word, piece, marks in zip(group, own, accents, strict=True)
        ]
        if any(seen):
            return [
                heard
                for word, found in zip(group, seen, strict=True)
                for heard in (
                    _share_out(Settled(found.text, found.confidence, found.alternatives), [word])
                    if found
                    else [_as_read(word)]
                )
            ]
    if second is None:
        return [_as_read(word) for word in group]
    if len(pieces) == len(group):
        count = len(group)
        heard = []
        for index, word in enumerate(group):
            third, figures = (_piece(reading, index, count) for reading in (answers.third, answers.figures))
            said = settle(_joined([word]), Reading(pieces[index], second.confidence), third, figures)
            heard += _share_out(_kept_vote(word, said), [word])
        return heard
    result = settle(first, second, answers.third, answers.figures)
    if result.text != first.text and any(word.token.line[0] == VOTED for word in group):
        result = Settled(first.text, min(first.confidence, DISAGREED), (result.text,))
    if result.text == first.text:
        return [
            Heard(
                word.token.text,
                word.token.box,
                min(word.token.confidence, result.confidence)
                if result.alternatives
                else word.token.confidence,
                word.em,
                word.bold,
                _others(word, *(result.alternatives if len(group) == 1 else ())),
            )
            for word in group
        ]
    return _share_out(result, group)


def _piece(reading: Reading | None, index: int, count: int) -> Reading | None:
    """One word of a reading that has as many as are asked for."""
    pieces = reading.text.split() if reading else []
    return Reading(pieces[index], reading.confidence) if reading and len(pieces) == count else None


def _kept_vote(word: Inked, result: Settled) -> Settled:
    """Where several readings have voted for a word, one more may doubt it, but not undo it."""
    if word.token.line[0] != VOTED:
        return result
    if result.text == word.token.text:
        sure = min(result.confidence, OUTVOTED) if word.token.alternatives else result.confidence
        return replace(result, confidence=sure)
    return Settled(word.token.text, min(word.token.confidence, DISAGREED), (result.text,))


def _share_out(result: Settled, group: Sequence[Inked]) -> list[Heard]:
    """Lay the words of a reading over the ink of the old ones, each as wide as its letters."""
    x0, top, x1, bottom = _around([word.token.box for word in group])
    width = (x1 - x0) / len(result.text)
    heard, start = [], 0
    pieces = result.text.split(" ")
    told = [other.split(" ") if len(pieces) > 1 else [other] for other in result.alternatives]
    for place, piece in enumerate(pieces):
        box = (x0 + start * width, top, x0 + (start + len(piece)) * width, bottom)
        # Another reading of the spot tells of this word only where it has as many words.
        others = dict.fromkeys(other[place] for other in told if len(other) == len(pieces))
        own = _others(group[0], *others) if len(group) == len(pieces) == 1 else tuple(others)
        own = tuple(other for other in own if other != piece)
        heard.append(Heard(piece, box, result.confidence, group[0].em, group[0].bold, own))
        start += len(piece) + 1
    return heard


def _as_read(word: Inked) -> Heard:
    return Heard(word.token.text, word.token.box, word.token.confidence, word.em, word.bold, _others(word))


def _others(word: Inked, *readings: str) -> tuple[str, ...]:
    """Other readings of a word: those of the witnesses, then those of earlier looks at it."""
    return tuple(dict.fromkeys((*readings, *word.token.alternatives)))


def doubts(tokens: Sequence[Token], ems: Sequence[float], marked: Sequence[bool]) -> list[tuple[int, ...]]:
    """The places worth a second reading, as indices: unsure words and figures, what may be a misread §, and
    words over which the ink shows marks that were not read (`marked`)."""
    spots: list[list[int]] = []
    for index, token in enumerate(tokens):
        if not (is_doubtful(token) or marked[index]):
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
    spots.sort(key=lambda spot: min(0.0 if marked[index] else tokens[index].confidence for index in spot))
    return [tuple(spot) for spot in spots[:MAX_PER_PAGE]]


def is_doubtful(token: Token) -> bool:
    text = token.text
    if not any(char.isalnum() or char in "$&§" for char in text):
        return False
    return (
        token.confidence < UNSURE
        or bool(token.alternatives)
        or AMPERSAND.search(text) is not None
        or (token.confidence < SURE_FIGURES and any(char.isdigit() for char in text))
        or (len(text) <= 2 and SECTION_MISREAD.match(text) is not None)
    )


def may_be_section(text: str) -> bool:
    """True for what a § with or without its number is misread as: "8", "86", "S 6", "$1"."""
    return SECTION_MISREAD.match(text) is not None and len(text.replace(" ", "")) <= 4


def cut(grey: Grey, box: BBox, em: float, size: float) -> Grey:
    """The spot as an image of its own, in white, its font size at least `size` pixels if it can be."""
    pad = max(1, round(MARGIN * em))
    x0, top, x1, bottom = (round(value) for value in box)
    height, width = grey.shape
    spot = grey[max(0, top - pad) : min(height, bottom + pad), max(0, x0 - 1) : min(width, x1 + 1)]
    factor = min(size / em, LARGEST / max(1, *spot.shape))
    if factor > 1:
        spot = np.asarray(
            cv2.resize(spot, None, fx=factor, fy=factor, interpolation=cv2.INTER_CUBIC), dtype=np.uint8
        )
    border = (BORDER, BORDER, BORDER, BORDER)
    return np.asarray(cv2.copyMakeBorder(spot, *border, cv2.BORDER_CONSTANT, value=255), dtype=np.uint8)


def settle(first: Reading, second: Reading, third: Reading | None, strict: Reading | None = None) -> Settled:
    """Weigh the readings of one spot: the first model's, the second's, the first's of the spot alone, and
    what it says when it may read but figures (`strict`).

    Only the second model knows §; only the first knows umlauts. Where figures stay in dispute the
    confidence is low and the other readings are kept.
    """
    if _same(first.text, second.text):
        return Settled(first.text, min(0.99, 1 - (1 - first.confidence) * (1 - second.confidence)))
    accented = _accented(first.text, second.text)
    if accented:
        return Settled(accented, min(CONFIRMED, second.confidence), (first.text,))
    section = _section(first.text, second.text)
    if section:
        return Settled(section, max(0.6, second.confidence), (first.text,))
    figures = any(char.isdigit() for char in first.text + second.text)
    if third is not None and _same(third.text, second.text):
        text = second.text if figures else third.text
        sure = 1 - (1 - second.confidence) * (1 - third.confidence)
        return Settled(_without_rim(text, first.text), min(0.9, sure), (first.text,))
    others = tuple(
        dict.fromkeys(reading.text for reading in (second, third) if reading and reading.text != first.text)
    )
    if figures and strict is not None:
        for reading in (first, second, third):
            if reading is not None and _same(reading.text, strict.text):
                lost = dict.fromkeys(text for text in (first.text, *others) if text != reading.text)
                return Settled(reading.text, min(TWO_OF_FOUR, strict.confidence), tuple(lost))
    if figures:
        return Settled(first.text, min(first.confidence, DISAGREED), others)
    return Settled(first.text, first.confidence, others)


def _without_rim(text: str, before: str) -> str:
    """A cut shows specks as marks: one at the end counts only if the first reading had one there, too."""
    if text[-1:] in RIM and before[-1:] not in RIM:
        return text.rstrip(RIM) or text
    return text


def _section(first: str, second: str) -> str | None:
    """The section sign and its number where the first model read "86", "S6", "$6" or lost the sign."""
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


def _accented(first: str, second: str) -> str | None:
    """The word whose é the first model took for a "&" ("Zo&"), as the second has it."""
    if not AMPERSAND.search(first) or len(first) != len(second):
        return None
    pairs = list(zip(first, second, strict=True))
    if not all(_same(ours, theirs) or (ours == "&" and theirs in "éèê") for ours, theirs in pairs):
        return None
    return "".join(theirs if ours == "&" else ours for ours, theirs in pairs)


def _same(one: str, other: str) -> bool:
    """Equal for people: marks at the rim do not count, nor do accents in words; inside figures all counts."""
    if any(char.isdigit() for char in one + other):
        return one.replace(" ", "").strip(RIM) == other.replace(" ", "").strip(RIM)
    return one.replace(" ", "").translate(FOLD) == other.replace(" ", "").translate(FOLD)


def _around(boxes: Sequence[BBox]) -> BBox:
    return (
        min(box[0] for box in boxes),
        min(box[1] for box in boxes),
        max(box[2] for box in boxes),
        max(box[3] for box in boxes),
    )
