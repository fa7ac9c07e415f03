"""Which entry a printed name means. No match is better than a wrong one.

The thresholds are measured in tests/test_matching_measured.py: all names of the reference data
with OCR noise, against some 270 names of other bodies, ministries and authorities. With one
misreading in a name 99 % of the bodies and 97 % of the offices are recognised, with two 94 % and
86 %; none is taken for another, and no stranger, damaged or not, is recognised as SURE.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Generic, TypeVar

from rapidfuzz import process
from rapidfuzz.distance import Levenshtein

from models.reference.body_names import body_name
from models.reference.entries import Body, Entry
from models.reference.normal_form import (
    ARTICLES,
    join_lines,
    shape,
    spelling_variants,
    stem,
    tokens,
    without_aside,
)

E = TypeVar("E", bound=Entry)
FoundEntry = TypeVar("FoundEntry", bound=Entry, covariant=True)

# Similarity of the place's name below which a body is not recognised. The closest strangers reach
# 0.71 (Viersen/Gießen) and 0.70 (Main-Tauber/Main-Taunus).
BODY_THRESHOLD = 0.78
# Similarity of the whole name below which anything else is not recognised.
NAME_THRESHOLD = 0.88
# Below this a match was made against odds: a person should look.
SURE = 0.9
# Two entries closer together than this cannot be told apart.
MARGIN = 0.06
# A damaged spelling never scores like a clean one.
BEST_DAMAGED = 0.97
# Nor does one that only looks alike score like one that is letter by letter nearly the same.
BEST_LOOKALIKE = 0.95
# One wrong letter in a word of four is another word.
SHORTEST_FUZZY = 5
# The longest measure type has 170 letters; a page of text is no name.
LONGEST_NAME = 500
# An archive repeats its names; a match takes about a millisecond.
REMEMBERED = 8192
# What stands after the name of an office or of a kind of document.
_TAIL = re.compile(r"\s*(?:[,/\d–—]|\b(?:des|der|für|und|zur|zum|zwischen|über|im|in|vom|nach|beim|am)\b)")


@dataclass(frozen=True, slots=True)
class Match(Generic[FoundEntry]):
    """An entry recognised in a printed text. `score` is 0..1, 1 for a spelling of the reference data.

    `valid` tells whether the entry exists on the day asked for; None if no day was given.
    """

    entry: FoundEntry
    score: float
    valid: bool | None


@dataclass(frozen=True, slots=True)
class _Spelling(Generic[E]):
    entry: E
    kind: str | None
    text: str
    clean: bool
    shape: str


class NameIndex(Generic[E]):
    """Recognises entries by their whole name, inflected or damaged.

    `noise` are stems that may stand beside a name without changing it. `by_head` also tries the
    text before "des …", "für …", "2025" when the whole is not recognised.
    """

    def __init__(
        self, entries: Sequence[E], noise: frozenset[str] = frozenset(), by_head: bool = False
    ) -> None:
        self._noise = ARTICLES | noise
        self._by_head = by_head
        self._spellings = [
            _Spelling(entry, None, (normal := self._normal(variant)), variant == spelling, shape(normal))
            for entry in entries
            for spelling in entry.spellings
            for variant in spelling_variants(spelling)
        ]
        self._texts = [known.text for known in self._spellings]
        self._shapes = [known.shape for known in self._spellings]
        self._abbreviations = [(short, entry) for entry in entries for short in entry.abbreviations]
        self._remembered = lru_cache(maxsize=REMEMBERED)(self._match)

    def match(self, text: str, on: date | None = None) -> Match[E] | None:
        return self._remembered(text, on) if len(text) <= LONGEST_NAME else None

    def _match(self, text: str, on: date | None) -> Match[E] | None:
        text = join_lines(text).strip()
        short = [entry for known, entry in self._abbreviations if known == without_aside(text).strip(" .,")]
        if short:
            return _decide([(entry, 1.0) for entry in short], on)
        name = without_aside(text)
        return self._match_name(name, on) or (self._match_head(name, on) if self._by_head else None)

    def _match_name(self, text: str, on: date | None) -> Match[E] | None:
        normal = self._normal(text)
        looks = shape(normal)
        near = sorted(_near(normal, self._texts) | _near(looks, self._shapes))
        scored = (
            (known.entry, _similarity(normal, looks, known))
            for known in (self._spellings[index] for index in near)
        )
        return _decide([(entry, score) for entry, score in scored if score >= NAME_THRESHOLD], on)

    def _match_head(self, text: str, on: date | None) -> Match[E] | None:
        leading = re.sub(r"^\s*(?:\d+\.\s*)?(?:(?:der|die|das)\s+)?", "", text, flags=re.IGNORECASE)
        return self._match_name(_TAIL.split(leading, maxsplit=1)[0], on)

    def _normal(self, text: str) -> str:
        stems = (stem(token) for token in tokens(text))
        kept = [one for one in stems if one not in self._noise and not re.fullmatch(r"(?:19|20)\d\d", one)]
        return "".join(kept)


class BodyIndex:
    """Recognises bodies by kind and place, so that a county is never taken for a city of its name.

    A place alone ("Kassel") is no body: it is where somebody signs.
    """

    def __init__(self, bodies: Sequence[Body]) -> None:
        self._spellings = [
            _Spelling(body, name.kind, name.place, variant == spelling, shape(name.place))
            for body in bodies
            for spelling in body.spellings
            for variant in spelling_variants(spelling)
            if (name := body_name(variant))
        ]
        self._remembered = lru_cache(maxsize=REMEMBERED)(self._match)

    def match(self, text: str, on: date | None = None) -> Match[Body] | None:
        return self._remembered(text, on) if len(text) <= LONGEST_NAME else None

    def _match(self, text: str, on: date | None) -> Match[Body] | None:
        name = body_name(without_aside(join_lines(text), brackets=False))
        if name is None:
            return None
        looks = shape(name.place)
        scored = (
            (known.entry, _similarity(name.place, looks, known) * (1.0 if name.clean else BEST_DAMAGED))
            for known in self._spellings
            if known.kind == name.kind
        )
        return _decide([(body, score) for body, score in scored if score >= BODY_THRESHOLD], on)


def _near(text: str, known: Sequence[str]) -> set[int]:
    """Which of many texts one is similar to as a name must be. Most are not; telling so takes no Python."""
    found = process.extract(
        text, known, scorer=Levenshtein.normalized_similarity, score_cutoff=NAME_THRESHOLD, limit=None
    )
    return {index for _, _, index in found}


def _similarity(text: str, looks: str, known: _Spelling[E]) -> float:
    if text == known.text:
        return 1.0 if known.clean else BEST_DAMAGED
    if len(known.text) < SHORTEST_FUZZY:
        return 0.0
    by_letter = Levenshtein.normalized_similarity(text, known.text)
    by_shape = Levenshtein.normalized_similarity(looks, known.shape)
    return min(max(by_letter, by_shape * BEST_LOOKALIKE), BEST_DAMAGED)


def _decide(scored: Iterable[tuple[E, float]], on: date | None) -> Match[E] | None:
    """The best entry, if no other could be meant as well."""
    best: dict[str, tuple[E, float]] = {}
    for entry, score in scored:
        if entry.key not in best or score > best[entry.key][1]:
            best[entry.key] = (entry, score)
    ranked = sorted(best.values(), key=lambda item: -item[1])
    if not ranked:
        return None
    top = ranked[0][1]
    # A clean spelling is certain, however close another name comes.
    margin = 0.0 if top == 1.0 else MARGIN
    rivals = [(entry, score) for entry, score in ranked if score >= top - margin]
    chosen = rivals[0] if len(rivals) == 1 else _choose(rivals, on)
    if chosen is None:
        return None
    entry, score = chosen
    return Match(entry, round(score, 4), entry.valid_on(on) if on else None)


def _choose(rivals: list[tuple[E, float]], on: date | None) -> tuple[E, float] | None:
    """Among entries of one spelling, the one of the day; of one name, the latest. Never a guess."""
    if on:
        current = [rival for rival in rivals if rival[0].valid_on(on)]
        if len(current) == 1:
            return current[0]
    if len({entry.name for entry, _ in rivals}) == 1:
        return max(rivals, key=lambda rival: rival[0].valid_from or date.min)
    return None
