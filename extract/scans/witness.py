"""A second engine reads again what the first cannot know or is unsure of: two witnesses for one word.

Tesseract's German model has no §, é or š; the network of `letters` has no „. Where the two disagree,
Tesseract looks at the word alone, enlarged: two of three win.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from extract.files.sheet import Grey
from extract.geometry import center_y, union
from extract.scans.accents import is_accented
from extract.scans.blobs import Blobs
from extract.scans.cuttings import ENLARGED, enlarged, spot_of
from extract.scans.dictionary import is_german
from extract.scans.ink import Inked
from extract.scans.letters import read_strips
from extract.scans.likeness import AMPERSAND, SECTION_MISREAD
from extract.scans.ocr import PICTURE, VOTED, Tesseract, Token, save_image
from extract.scans.reader import read_lines
from extract.scans.settling import AGREED, DISAGREED, SPECKED, UNSURE, Reading, Settled, as_read, settle
from models.values import BBox

SURE_FIGURES = 0.95
"""A word with figures is read again below this, others below `UNSURE`."""
SAME_SPOT = 1.2
"""Font sizes between two doubtful words that are read in one go: a section sign and its number."""
LONGEST_MARK, MARK_GAP = 2, 0.6
"""Letters that a bullet is read as at most, and font sizes from which such a beginning of a line is read by
itself."""
MAX_PER_PAGE = 80
"""Places read again on a page at most, the least certain first: a page of figures stays affordable."""

# Measured as those of settling.py are.
SURE_MARK = 0.85
"""Confidence from which a mark alone is certain: there is not much else that looks like it."""
CERTAIN = 0.96
"""What the first engine reads so is right in 997 of 1,000 words and 993 of 1,000 figures; where the second
reads otherwise, the first is right in 9 of 10."""
CERTAIN_KNOWN = 0.90
"""The same where the word is German: of 727 such words from here to `CERTAIN` two were wrong, a dash and a
capital inside a name; of 166 that the dictionary does not know six."""
OUTVOTED = 0.84
"""Confidence at most of a word behind a pen that not all readings of it have: both engines voted already, and
both may see the letter that the pen made of another."""

DASHES = frozenset("-–—")
DASH_GAP = 0.15
"""Font sizes of white between two printed dashes at least: a blank is wider."""


@dataclass(frozen=True, slots=True)
class Question:
    """Neighbouring words to be read again: their indices on the page, and their picture."""

    words: tuple[int, ...]
    picture: Grey
    em: float


@dataclass(frozen=True, slots=True)
class Heard:
    """A word as the witnesses have it. `box` and `em` (font size) in pixels of the page image."""

    text: str
    box: BBox
    confidence: float
    em: float
    bold: bool = False
    alternatives: tuple[str, ...] = ()
    weighed: bool = False
    """Were both engines heard, or one and its ink?"""


def questions(grey: Grey, words: Sequence[Inked], blobs: Blobs) -> list[Question]:
    """Pick what is worth a second reading on a page, with its cuttings."""
    marked = [is_accented(word.token, word.em, blobs, grey) for word in words]
    spots = doubts([word.token for word in words], [word.em for word in words], marked)
    return [
        Question(spot, spot_of(grey, union([words[index].token.box for index in spot]), em), em)
        for spot in spots
        for em in [words[spot[0]].em]
    ]


def ask(engine: Tesseract, asked: Sequence[tuple[Question, Reading]], stem: Path) -> list[Settled]:
    """What each spot says: read by the second engine, and by the first alone where it disagrees with the
    reading given. Pictures are written beside `stem` while they are read."""
    second = [
        Reading.of(strip.words) if strip else None
        for strip in read_strips([question.picture for question, _ in asked])
    ]
    settled = [
        settle(first, own) if own else as_read(first) for (_, first), own in zip(asked, second, strict=True)
    ]
    open_ = [index for index, own in enumerate(second) if own and settled[index].alternatives]
    images = []
    for index in open_:
        question = asked[index][0]
        images.append(stem.with_name(f"{stem.name}-alone-{index}{PICTURE}"))
        save_image(images[-1], enlarged(question.picture, question.em, ENLARGED))
    for index, tokens in zip(open_, read_lines(engine, images), strict=True):
        own = second[index]
        if tokens and own:
            settled[index] = settle(asked[index][1], own, Reading.of(tokens))
    for image in images:
        image.unlink()
    return settled


def hear(words: Sequence[Inked], asked: Sequence[Question], settled: Sequence[Settled]) -> list[Heard]:
    """The words of a page with what came out at each spot that was read again."""
    replaced: dict[int, list[Heard]] = {}
    for question, said in zip(asked, settled, strict=True):
        group = [words[index] for index in question.words]
        if any(word.token.line[0] == VOTED and word.token.alternatives for word in group):
            each = tuple(min(sure, OUTVOTED) for sure in said.each)
            said = replace(said, confidence=min(said.confidence, OUTVOTED), each=each)
        replaced.update({index: [] for index in question.words})
        replaced[question.words[0]] = _share_out(said, group)
    heard = [
        one
        for index, word in enumerate(words)
        for one in (replaced[index] if index in replaced else [_as_heard(word)])
    ]
    before: dict[str, list[Heard]] = {}
    kept = []
    for one in heard:
        alike = before.setdefault(one.text, [])
        if not any(_is_twin(one, other) for other in alike):
            kept.append(one)
        alike.append(one)
    return kept


def _is_twin(one: Heard, other: Heard) -> bool:
    """Is a word that reads the same at the same place, read twice: by itself, and with the word beside it?

    The second engine knows less well where a word ends: of two dashes that touch one was not printed.
    """
    x0, x1 = max(one.box[0], other.box[0]), min(one.box[2], other.box[2])
    if one.text in DASHES:
        level = max(one.box[1], other.box[1]) <= min(one.box[3], other.box[3])
        return level and x0 - x1 < DASH_GAP * one.em
    level = other.box[1] < center_y(one.box) < other.box[3]
    return level and 2 * (x1 - x0) > max(one.box[2] - one.box[0], other.box[2] - other.box[0])


def first_reading(words: Sequence[Inked], question: Question) -> Reading:
    return Reading.of([words[index].token for index in question.words])


def _share_out(said: Settled, group: Sequence[Inked]) -> list[Heard]:
    """Lay the words of a reading over the ink of the old ones; where they are not as many, each as wide as
    its letters."""
    pieces = said.text.split(" ")
    told = [other.split(" ") for other in said.alternatives]
    if len(pieces) == len(group):
        boxes = [word.token.box for word in group]
    else:
        x0, top, x1, bottom = union([word.token.box for word in group])
        width, starts = (x1 - x0) / len(said.text), [0]
        for piece in pieces:
            starts.append(starts[-1] + len(piece) + 1)
        boxes = [
            (x0 + start * width, top, x0 + (start + len(piece)) * width, bottom)
            for start, piece in zip(starts, pieces, strict=False)
        ]
    heard = []
    for place, (piece, box) in enumerate(zip(pieces, boxes, strict=True)):
        # Another reading of the spot tells of this word only where it has as many words.
        others = [other[place] for other in told if len(other) == len(pieces)]
        word = group[place] if len(pieces) == len(group) else group[0]
        before = word.token.alternatives if len(pieces) == len(group) else ()
        alternatives = tuple(other for other in dict.fromkeys((*others, *before)) if other != piece)
        sure = said.each[place] if len(said.each) == len(pieces) else said.confidence
        heard.append(Heard(piece, box, sure, word.em, word.bold, alternatives, said.weighed))
    return heard


def _as_heard(word: Inked) -> Heard:
    token = word.token
    sure = max(token.confidence, AGREED[0][1]) if _is_certain(token) else token.confidence
    sure = min(sure, DISAGREED) if SPECKED.search(token.text) else sure
    return Heard(token.text, token.box, sure, word.em, word.bold, token.alternatives)


def _is_certain(token: Token) -> bool:
    """Is the first engine so sure, or sure of what is a word, that the second need not be heard?"""
    if not any(char.isalnum() for char in token.text):
        return token.confidence >= SURE_MARK
    if not CERTAIN_KNOWN <= token.confidence < CERTAIN:
        return token.confidence >= CERTAIN
    return not any(char.isdigit() for char in token.text) and is_german(token.text)


def doubts(tokens: Sequence[Token], ems: Sequence[float], marked: Sequence[bool]) -> list[tuple[int, ...]]:
    """The places worth a second reading, as indices: unsure words and figures, what may be a misread §, and
    words over which the ink shows marks that were not read (`marked`)."""
    spots: list[list[int]] = []
    for index, token in enumerate(tokens):
        if not (is_doubtful(token) or marked[index]):
            continue
        before = tokens[spots[-1][-1]] if spots else None
        opens = index == 1 or tokens[index - 2].line != token.line
        # A bullet read as letters is lost if it is read with what it stands before.
        mark = opens and before is not None and len(before.text) <= LONGEST_MARK
        if (
            before is not None
            and before.line == token.line
            and spots[-1][-1] == index - 1
            and before.box[0] <= token.box[0] < before.box[2] + (MARK_GAP if mark else SAME_SPOT) * ems[index]
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
