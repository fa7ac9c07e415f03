"""What the readings of one spot by two engines come to: which of them is right, and how surely."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import accumulate, pairwise, zip_longest

from rapidfuzz.distance import Levenshtein

from extract.scans.dictionary import is_german
from extract.scans.letters import Piece
from extract.scans.likeness import (
    FIGURES,
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
from extract.scans.ocr import Token

UNSURE = 0.90
"""A word below this is read again."""

# Measured on 8,552 words of 40 scans whose digital twins told what they are (docs/letters.md).
SURE = 0.95
"""What the second engine reads so, and the first with less than `LOST`, is right in 55 of 69 words and 27 of
33 figures."""
LOST = 0.85
"""Confidence of the first engine from which it is the better one where they disagree: below it is right in 26
of 176 words and figures, the second in 117; from here to 0.96 in 46 of 85, the second in 31."""
AGREED = ((0.9, 0.995), (0.7, 0.97), (0.0, 0.80))
"""Confidence of what both read alike, by what the first engine's was at least."""
HALF_SEEN = 0.80
"""Confidence of a word of which one engine sees a capital, or marks over its letters, the other not."""
SURE_ACCENT = 0.97
"""Confidence of the second engine from which marks are there that the first does not know; specks over the
letters of words were read as such with 0.96 at most."""
SHORTEST_NOUN = 6
"""Letters of a word at least of which the dictionary tells whether it has marks: it has "Rene" and "Ines"."""
SPECK_BELOW = re.compile("[^cCsStT]\u0327")
"""A cedilla under a letter that has none in most languages: a speck."""
LETTERS_PER_ERROR = 3
"""One letter in so many may differ between two readings of which the dictionary chooses: what lies farther
apart is no print."""
INNER_CAPITAL = re.compile(r"[a-zäöüß][A-ZÄÖÜ]")
ACCENTED = 0.9
"""Confidence of a letter with such a mark, which the first engine cannot but read otherwise."""
SEEN = 0.7
"""Confidence of the second engine from which marks over letters that it alone sees are there."""
ALONE = 0.75
"""Confidence at most of what the second engine alone reads: 0.80 of the words, 0.82 of the figures."""
TWO_OF_THREE = 0.9
DISAGREED = 0.5
"""Confidence at most of a word on which the witnesses disagree and none is sure."""
FIRM = 0.93
"""Confidence of the first engine from which a word that it reads alike by itself is doubted less."""
DOUBTED = 0.85
"""Confidence at most of a German word, or one with a capital, for which the second engine reads none."""

SPECKED = re.compile(r"(?<![@.])\b[^\W\d_]{2,}[.,;][a-zäöüß]{3,}\b(?![@.])")
"""No word is written so: a blank with a speck in it, which both engines see."""


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
class Settled:
    """What the readings of a spot come to, and the readings that lost.

    `weighed`: did the second engine read anything? `each`: the confidence of each word, if they differ.
    """

    text: str
    confidence: float
    alternatives: tuple[str, ...] = ()
    weighed: bool = True
    each: tuple[float, ...] = ()


def as_read(first: Reading) -> Settled:
    """Where the second engine has nothing to say."""
    return Settled(first.text, first.confidence, weighed=False)


def settle(first: Reading, second: Reading, third: Reading | None = None) -> Settled:
    """Weigh the readings of one spot: the first engine's, the second's, and the first's of the spot alone.

    Where they have as many words, each word is weighed by itself: one that is in doubt leaves the others be.
    """
    if third and len(first.words) == len(second.words):
        third = _parted_like(third, second)
    heard = [reading.words for reading in (first, second, third) if reading]
    if len(heard[0]) > 1 and len({len(words) for words in heard}) == 1:
        return _joined([_specked(_settle(*words)) for words in zip(*heard, strict=True)])
    return _specked(_settle(first, second, third))


def _parted_like(reading: Reading, other: Reading) -> Reading:
    """A reading with the blanks of another: "Dr.h.c. Tomas" is as many words as "Dr. h. c. Tomáš"."""
    if len(reading.words) == len(other.words):
        return reading
    letters, words = reading.text.replace(" ", ""), other.text.split(" ")
    steps = Levenshtein.opcodes("".join(words), letters)
    ends = []
    for place in accumulate(map(len, words)):
        step = next(step for step in steps if place <= step.src_end)
        ends.append(step.dest_end - max(0, step.src_end - place) * (step.dest_end > step.dest_start))
    parts = [letters[start:end] for start, end in pairwise([0, *ends])]
    if not all(parts):
        return reading
    return Reading(" ".join(parts), reading.confidence, (reading.confidence,) * len(parts))


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
    return _settle_alike(first, second, said) or _settle_unlike(first, second, third, said)


def _settle_alike(first: Reading, second: Reading, said: str) -> Settled | None:
    """Of two readings that are the same, or differ in what one of the engines is known not to see."""
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
    return Settled(section, max(0.6, second.confidence), (first.text,)) if section else None


def _settle_unlike(first: Reading, second: Reading, third: Reading | None, said: str) -> Settled:
    """Of two readings with other letters: the first engine's look at the spot alone, the dictionary, and how
    sure each is decide."""
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
    if alone.count(" ") == said.count(" ") > first.text.count(" "):
        return Settled(alone, min(first.confidence, DISAGREED), (first.text, said))  # both see its blanks
    certain = second.confidence >= SURE
    if first.confidence < LOST and (near or certain) and any(map(str.isalnum, said)):
        return Settled(said, ALONE if certain else DISAGREED, (first.text,))
    if core(alone) != core(first.text):
        return Settled(first.text, min(first.confidence, DISAGREED), (said,))
    sure = HALF_SEEN if first.confidence >= FIRM or second.confidence < SEEN else DISAGREED
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
        seen = decomposed(said)
        theirs = sure >= SEEN and len(seen) > len(decomposed(first.text)) and not SPECK_BELOW.search(seen)
    return Settled(said if theirs else first.text, HALF_SEEN, (first.text if theirs else said,))
