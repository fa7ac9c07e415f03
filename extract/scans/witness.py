"""A second engine reads again what the first cannot know or is unsure of: two witnesses for one word.

Tesseract's German model has no §, é or š; the network of `letters` has no „. Where the two disagree,
Tesseract looks at the word alone, enlarged: two of three win.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import zip_longest
from pathlib import Path

import cv2
import numpy as np
from rapidfuzz.distance import Levenshtein

from extract.files.sheet import Grey
from extract.scans.accents import is_accented
from extract.scans.blobs import Blobs
from extract.scans.dictionary import is_german, is_listed, is_short_word
from extract.scans.ink import Inked
from extract.scans.letters import Piece, read_strips
from extract.scans.likeness import (
    AMPERSAND,
    FIGURES,
    SECTION_MISREAD,
    as_figures,
    core,
    decomposed,
    differ_in_accents,
    has_figure_for_capital,
    is_letter_of,
    lacks_capital,
    over_an_age,
    plain,
    section_sign,
    with_known,
    without_marks,
)
from extract.scans.ocr import LARGEST, PICTURE, VOTED, Tesseract, Token, save_image
from extract.scans.reader import read_lines
from models.values import BBox

UNSURE = 0.90
"""A word below this is read again."""
SURE_FIGURES = 0.95
"""One with figures if it is below this."""
SAME_SPOT = 1.2
"""Font sizes between two doubtful words that are read in one go: a section sign and its number."""
LONGEST_MARK, MARK_GAP = 2, 0.6
"""Letters that a bullet is read as at most, and font sizes from which such a beginning of a line is read by
itself."""
MARGIN = 0.12
"""Font sizes kept above and below a word that is read again: room for a blurred edge, not for a neighbour."""
BORDER = 12
"""Pixels of white around it: Tesseract finds no line that touches the edge."""
ENLARGED = 50.0
"""Font size in pixels at which Tesseract reads single words again."""
MAX_PER_PAGE = 80
"""Places read again on a page at most, the least certain first: a page of figures stays affordable."""

# Measured on 10,212 words of 47 scans whose digital twins told what they are (docs/letters.md).
SURE = 0.95
"""What the second engine reads so, and the first with less than `LOST`, is right in 12 of 16 words, and in 24
of 27 figures below `CERTAIN`; with less it is right in 8 of 103 words."""
LOST = 0.80
"""Confidence of the first engine from which it is as often right as the second where they disagree."""
AGREED = ((0.9, 0.995), (0.7, 0.97), (0.0, 0.80))
"""Confidence of what both read alike, by what the first engine's was at least."""
SURE_MARK = 0.85
"""Confidence from which a mark alone is certain: there is not much else that looks like it."""
CERTAIN = 0.96
"""What the first engine reads so is right in 997 of 1,000 words and 993 of 1,000 figures; where the second
reads otherwise, the first is right in 9 of 10."""
CERTAIN_KNOWN = 0.90
"""The same where the word is German: of 727 such words from here to `CERTAIN` two were wrong, a dash and a
capital inside a name; of 166 that the dictionary does not know six."""
HALF_SEEN = 0.80
"""Confidence of a word of which one engine sees a capital, or marks over its letters, the other not."""
SURE_ACCENT = 0.97
"""Confidence of the second engine from which marks are there that the first does not know; specks over the
letters of words were read as such with 0.96 at most."""
SHORTEST_NOUN = 6
"""Letters of a word at least of which the dictionary tells whether it has marks: it has "Rene" and "Ines"."""
LETTERS_PER_ERROR = 3
"""One letter in so many may differ between two readings of which the dictionary chooses: what lies farther
apart is no print."""
MARKS = re.compile("[\u0300-\u0307\u0309-\u036f]")
"""Marks over letters, taken apart from them, but for the two dots of an umlaut."""
ENDS = re.compile(r"^\W+|\W+$")
ITEM = re.compile(r"\(?[^\W\d_]\)")
"""The mark of an item: no list counts with ä or á."""
INNER_CAPITAL = re.compile(r"[a-zäöüß][A-ZÄÖÜ]")
ACCENTED = 0.9
"""Confidence of a letter with such a mark, which the first engine cannot but read otherwise."""
SEEN = 0.7
"""Confidence of the second engine from which marks over letters that it alone sees are there."""
ALONE = 0.75
"""Confidence at most of what the second engine alone reads: 0.73 of the words, 0.9 of the figures."""
OUTVOTED = 0.84
"""Confidence at most of a word behind a pen that not all readings of it have: both engines voted already, and
both may see the letter that the pen made of another."""
TWO_OF_THREE = 0.9
HARDLY_READ = 0.5
"""Below this the first engine is right in one of 28 words that the second reads otherwise, that in 15."""
DISAGREED = 0.5
"""Confidence at most of a word on which the witnesses disagree and none is sure."""
FIRM, DOUBTED = 0.93, 0.85
"""Confidence from which the first engine is right in 0.85 of the words that the second reads otherwise."""

DASHES = frozenset("-–—")
DASH_GAP = 0.15
"""Font sizes of white between two printed dashes at least: a blank is wider."""

SPECKED = re.compile(r"(?<![@.])\b[^\W\d_]{2,}[.,;][a-zäöüß]{3,}\b(?![@.])")
"""No word is written so: a blank with a speck in it, which both engines see."""


@dataclass(frozen=True, slots=True)
class Question:
    """Neighbouring words to be read again: their indices on the page, and their picture."""

    words: tuple[int, ...]
    picture: Grey
    em: float


@dataclass(frozen=True, slots=True)
class Reading:
    """One reading of a spot: its words parted by blanks, the least of their confidences, and each of them."""

    text: str
    confidence: float
    each: tuple[float, ...] = ()

    @classmethod
    def of(cls, words: Sequence[Token | Piece]) -> Reading:
        sure = tuple(word.confidence for word in words)
        return cls(" ".join(word.text for word in words), min(sure), sure)

    @property
    def words(self) -> list[Reading]:
        """Each word as a reading of its own."""
        return [Reading(text, sure) for text, sure in zip(self.text.split(" "), self.each, strict=False)]


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


@dataclass(frozen=True, slots=True)
class Settled:
    """What the readings of a spot come to, and the readings that lost.

    `weighed`: did the second engine read anything? `each`: the confidence of each word, if they differ.
    """

    text: str
    confidence: float
    alternatives: tuple[str, ...] = ()
    weighed: bool = True
    each: tuple[float, ...] = ()


def questions(grey: Grey, words: Sequence[Inked], blobs: Blobs) -> list[Question]:
    """Pick what is worth a second reading on a page, with its cuttings."""
    marked = [is_accented(word.token, word.em, blobs, grey) for word in words]
    spots = doubts([word.token for word in words], [word.em for word in words], marked)
    return [
        Question(spot, spot_of(grey, _around([words[index].token.box for index in spot]), em), em)
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
    level = other.box[1] < (one.box[1] + one.box[3]) / 2 < other.box[3]
    return level and 2 * (x1 - x0) > max(one.box[2] - one.box[0], other.box[2] - other.box[0])


def german_reading(text: str, sure: float, others: Sequence[str]) -> str | None:
    """Of the readings of a word that none could settle the only one that the dictionary has, if it is near.

    Behind a pen they are many, and the one with the most votes may be none: "Giavanni", "Gidvanni",
    "Giovanni". `sure`: how sure the first of them is.
    """
    read = ENDS.sub("", text)
    if sure >= HALF_SEEN or any(char.isdigit() for char in text) or is_german(text) or is_short_word(read):
        return None
    words = {word for other in others if is_listed(word := ENDS.sub("", other))}
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


def first_reading(words: Sequence[Inked], question: Question) -> Reading:
    return Reading.of([words[index].token for index in question.words])


def as_read(first: Reading) -> Settled:
    """Where the second engine has nothing to say."""
    return Settled(first.text, first.confidence, weighed=False)


def settle(first: Reading, second: Reading, third: Reading | None = None) -> Settled:
    """Weigh the readings of one spot: the first engine's, the second's, and the first's of the spot alone.

    Where they have as many words, each word is weighed by itself: one that is in doubt leaves the others be.
    """
    heard = [reading.words for reading in (first, second, third) if reading]
    if len(heard[0]) > 1 and len({len(words) for words in heard}) == 1:
        return _joined([_specked(_settle(*words)) for words in zip(*heard, strict=True)])
    return _specked(_settle(first, second, third))


def _specked(said: Settled) -> Settled:
    """A word with a speck in it is doubted though both see it."""
    return replace(said, confidence=min(said.confidence, DISAGREED)) if SPECKED.search(said.text) else said


def _joined(words: Sequence[Settled]) -> Settled:
    others = zip_longest(*(word.alternatives for word in words))
    return Settled(
        text=" ".join(word.text for word in words),
        confidence=min(word.confidence for word in words),
        alternatives=tuple(
            " ".join(other or word.text for other, word in zip(told, words, strict=True)) for told in others
        ),
        each=tuple(word.confidence for word in words),
    )


def _settle(first: Reading, second: Reading, third: Reading | None = None) -> Settled:
    said = " ".join(with_known(first.text, second.text).split()) or first.text
    if as_figures(said) == first.text or is_letter_of(first.text, said):
        said = first.text
    certain = second.confidence >= SURE and not FIGURES.fullmatch(core(said))
    heard = max(first.confidence, AGREED[1][0]) if certain else first.confidence
    agreed = next(sure for least, sure in AGREED if heard >= least)
    if said == first.text:
        return Settled(first.text, agreed)
    if core(said) == core(first.text):
        # Marks at its ends: the surer engine knows them, and a comma parts a name from an office.
        theirs = second.confidence >= SURE and first.confidence < UNSURE
        return Settled(said if theirs else first.text, agreed, (first.text if theirs else said,))
    short = len(core(said)) < SHORTEST_NOUN
    if second.confidence >= (SURE if short else SURE_ACCENT) and differ_in_accents(first.text, said):
        known = second.confidence >= SURE_ACCENT
        return Settled(said, AGREED[1][1]) if known else Settled(said, ACCENTED, (first.text,))
    if over := over_an_age(first.text, said):
        return Settled(over, AGREED[1][1])
    if plain(first.text) == plain(said):
        return _settle_marks(first, said, second.confidence)
    if has_figure_for_capital(first.text, said):
        return Settled(first.text, min(first.confidence, HALF_SEEN), (said,))
    if lacks_capital(first.text, said):
        return Settled(first.text, min(first.confidence, DOUBTED), (said,))
    section = section_sign(first.text, said)
    if section:
        return Settled(section, max(0.6, second.confidence), (first.text,))
    alone = " ".join(with_known(first.text, third.text).split()) if third else ""
    if alone and core(alone) == core(said):
        return Settled(said, min(TWO_OF_THREE, second.confidence), (first.text,))
    figures = any(char.isdigit() for char in first.text + said)
    near = Levenshtein.distance(core(said), core(first.text)) <= len(core(first.text)) / LETTERS_PER_ERROR
    judged = (said, first.text, alone or said) if near and not figures else ()
    words = {core(text): text for text in judged if is_german(text)}
    if len(words) == 1:
        (word,) = words.values()
        sure = min(first.confidence, DOUBTED) if word == first.text else HALF_SEEN
        others = dict.fromkeys(text for text in (first.text, said) if text != word)
        return Settled(word, sure, tuple(others))
    # The second engine drops letters that stand close; that the first reads them twice is worth more.
    dropped = core(alone) == core(first.text) and len(core(said)) < len(core(first.text))
    if second.confidence >= SURE and first.confidence < (FIRM if figures else LOST) and not dropped:
        return Settled(said, ALONE, (first.text,))
    if first.confidence < HARDLY_READ <= second.confidence:
        return Settled(said, min(first.confidence, DISAGREED), (first.text,))
    if core(alone) != core(first.text):
        return Settled(first.text, min(first.confidence, DISAGREED), (said,))
    if alone.count(" ") == said.count(" ") > first.text.count(" "):
        return Settled(alone, min(first.confidence, DISAGREED), (first.text, said))  # both see its blanks
    sure = DOUBTED if first.confidence >= FIRM else HALF_SEEN if second.confidence < SEEN else DISAGREED
    return Settled(first.text, min(first.confidence, sure), (said,))


def _settle_marks(first: Reading, said: str, sure: float) -> Settled:
    """Of two readings that differ in marks over letters or in capitals: the one that is a word, and a word
    without marks if neither is. Of no word marks are lost more often than they are seen where none are."""
    bare = without_marks(said)
    words = [text for text in (first.text, said, bare) if is_german(text)]
    cased = said.casefold() == first.text.casefold()
    if cased:
        # A letter alone has no neighbour to show whether it is a capital; the first engine reads "SprInt" as
        # a word that it knows.
        theirs = len(core(said)) > 1 and (sure >= SURE or INNER_CAPITAL.search(said) is not None)
    elif words and sure < SURE_ACCENT and len(core(said)) >= SHORTEST_NOUN:
        if words[0] == bare != first.text:
            return Settled(bare, DISAGREED, tuple(dict.fromkeys((first.text, said))))
        theirs = words[0] == said
    else:
        theirs = sure >= SEEN and len(decomposed(said)) > len(decomposed(first.text))
    return Settled(said if theirs else first.text, HALF_SEEN, (first.text if theirs else said,))


def _share_out(said: Settled, group: Sequence[Inked]) -> list[Heard]:
    """Lay the words of a reading over the ink of the old ones; where they are not as many, each as wide as
    its letters."""
    pieces = said.text.split(" ")
    told = [other.split(" ") for other in said.alternatives]
    if len(pieces) == len(group):
        boxes = [word.token.box for word in group]
    else:
        x0, top, x1, bottom = _around([word.token.box for word in group])
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


def spot_of(grey: Grey, box: BBox, em: float) -> Grey:
    """The spot as a picture of its own."""
    pad = max(1, round(MARGIN * em))
    x0, top, x1, bottom = (round(value) for value in box)
    height, width = grey.shape
    return grey[max(0, top - pad) : min(height, bottom + pad), max(0, x0 - 1) : min(width, x1 + 1)]


def enlarged(spot: Grey, em: float, size: float) -> Grey:
    """The picture of a spot in white, its font size at least `size` pixels if it can be."""
    factor = min(size / em, LARGEST / max(1, *spot.shape))
    if factor > 1:
        spot = np.asarray(
            cv2.resize(spot, None, fx=factor, fy=factor, interpolation=cv2.INTER_CUBIC), dtype=np.uint8
        )
    border = (BORDER, BORDER, BORDER, BORDER)
    return np.asarray(cv2.copyMakeBorder(spot, *border, cv2.BORDER_CONSTANT, value=255), dtype=np.uint8)


def cut(grey: Grey, box: BBox, em: float, size: float) -> Grey:
    """The spot in white, its font size at least `size` pixels if it can be."""
    return enlarged(spot_of(grey, box, em), em, size)


def _around(boxes: Sequence[BBox]) -> BBox:
    return (
        min(box[0] for box in boxes),
        min(box[1] for box in boxes),
        max(box[2] for box in boxes),
        max(box[3] for box in boxes),
    )
