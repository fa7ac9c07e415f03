"""Blanks that Tesseract lost or saw where none are, and that no German word bears, whatever the white.

Marks of list items are read as one word with what follows: "(1)Ausbildung", "2.Werkhof", "a)Mittel"; so is
that somebody stands in, with who does: "In VertretungJürgen". The capital of a word stands apart, "S ervice",
or a half, "Teilproj ekt", or a figure, "6 75 000,00", "573. 500". And a speck in a blank is read as a mark:
"mit.Sitz", "Marlene.Muster".
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from extract.geometry import center_y
from extract.scans.dictionary import JUDGED, WORD, is_german
from extract.scans.witness import Heard

GLUED = re.compile(
    r"(?P<mark>\(?(?:\d{1,2}|[a-z]|[IVX]{1,4})\)|\d{1,2}\.|Vertretung|Auftrage?|Vollmacht)(?P<word>[„\"(]?[A-ZÄÖÜ]\w{2}.*)"
)
SPECKED = re.compile(
    r"(?P<mark>[„(]?(?i:d(?:er|ie|as|e[mns])|eine?[mnrs]?|im|in|am|an|auf|aus|beim?|durch|für|mit|nach|unter|vo[mn]|zu[mr]?|und|oder))"
    r"[.,;:'’·](?P<word>[^\W\d_]{3,}\W?)"
)
"""Behind an article, a preposition or an "und" no mark is printed: a blank with a speck in it."""
STOPPED = re.compile(r"(?P<mark>[„(]?[A-ZÄÖÜ][a-zäöüß]{3,}[.,])(?P<word>[A-ZÄÖÜ][a-zäöüß]\w[\w-]*\W?)")
"""Behind a full stop or a comma stands a blank; that there is one at all may be a speck."""
TWICE = re.compile(r"(?P<mark>[„(]?[^\W\d_]{2,}[:;-])[.,·](?P<word>[^\W\d_]{2,}.*)")
"""Behind a colon or a hyphen no other mark stands: "NEU:.Werkhof", "Aus-.und"."""
STRAY = re.compile(r"[.,·](?P<word>[A-ZÄÖÜ][^\W\d_].*)")
"""Before a word no mark stands but one that opens something."""
ISO, ISO_REST = re.compile(r"(?:19|20)\d\d-(?:\d\d-)?"), re.compile(r"\d\d(?:-\d\d)?\W*")
"""Two parts of a date that a dash joins."""
AGED = re.compile(r"(?P<mark>.*[^\W\d_]{2}[a-zäöüß])(?P<word>[ÜU]\d\d(?!\d)\W*)")
"""Over or under an age: "PlusÜ27"."""
DASHED = re.compile(r"(?P<mark>\d{1,2})(?P<word>[–—-])")
NOUN = re.compile(r"[„(]?[A-ZÄÖÜ]")
"""Behind "1–" no number goes on but what it counts: "1 – Ausbildung"; in "1- und 2-jährig" it does."""
BEFORE = re.compile(r"(?P<mark>[–—-])(?P<word>[A-ZÄÖÜ][a-zäöüß]{2,}.*)")
BEHIND = re.compile(r"(?P<mark>[^\W\d_]{1,3}\.)(?P<word>[–—])")
HALF = re.compile(r"(?P<mark>[„(]?[^\W\d_]{3,})(?P<word>[–—-])")
"""Half of a compound, of which the other half comes behind an "und"; or a word and the dash behind it."""
OTHER_HALF = re.compile(
    r"(?!(?:und|oder|bzw|beziehungsweise|respektive|sowie|bis|als|wie|noch|statt|zu)\b)[a-zäöüß]{2,}"
)
HALVES = re.compile(r".*(?:-|\b(?:und|oder|bzw\.|sowie)),?")
"""A dash that stands apart from one word does so from the other: "Chance –Standort", "e. V.–"; but not in
"Berufs- und -Fachschule"."""
REST = re.compile(r"[a-zäöüß]{3,}\W*")
BEGINNING, END = re.compile(r"[„\"(]?[^\W\d_]{2,}"), re.compile(r"(?![a-z]\.)[a-zäöüß]+\W*")
"""Two parts of one word; "Fiktiv e." are none."""
FIGURES = re.compile(r"\d{1,3}")
CLOSE = 0.1
"""Font sizes of white between two figures of one group at most: between groups, "675 000", stands a blank."""
GROUPS, GROUP = re.compile(r"\W*(?:\d{1,3}[.,])+"), re.compile(r"\d{1,4}(?!\d)")
"""What goes on behind its full stop or comma, and with what: "573. 500,00", "31. 12. 2021"."""
APART = 0.2
"""Font sizes of white behind the mark in a figure or a compound at most: poor scans have up to 0.2 there, and
0.3 at least where a blank stands behind it."""
COMPOUND, NAME = re.compile(r".*[^\W_][-–]"), re.compile(r"[A-ZÄÖÜ]")
"""What goes on behind its hyphen, and with what: "Lahn- Dill-Kreis"."""
LAST_LETTERS = frozenset("aehklnrst")
"""What names end in; "o" and "x" are marks, "v" and "i" strokes of a pen."""
LETTER_GAP = 0.35
"""Font sizes of white before one that was torn off at most."""
BLANK = 0.6
"""Font sizes that a part of a word stands apart from the rest at most."""
JOINED = 0.8
"""Confidence at most of a word that was put together, or parted at a speck."""
NARROW = 0.55
"""Width of a bracket, a full stop or an I, as a share of a usual letter's."""


def with_marks_apart(words: Sequence[Heard]) -> list[Heard]:
    """The words of a page, each mark of an item a word of its own."""
    return [
        part
        for before, word, after in zip([None, *words], words, [*words[1:], None], strict=False)
        for part in _parts(
            word,
            counts=after is not None and NOUN.match(after.text) is not None,
            halved=after is not None and _is_beside(word, after) and OTHER_HALF.match(after.text) is not None,
            dashed=before is not None and _is_beside(before, word) and not HALVES.fullmatch(before.text),
        )
    ]


def with_parts_joined(words: Sequence[Heard]) -> list[Heard]:
    """The words of a page, the parts of one that stand apart joined."""
    found: list[Heard] = []
    for word in words:
        if found and _is_rest(found[-1], word):
            before = found.pop()
            box = (
                before.box[0],
                min(before.box[1], word.box[1]),
                word.box[2],
                max(before.box[3], word.box[3]),
            )
            sure = min(before.confidence, word.confidence, JOINED)
            found.append(replace(word, text=before.text + word.text, box=box, confidence=sure))
        else:
            found.append(word)
    return found


def _is_rest(before: Heard, word: Heard) -> bool:
    """Is the second the rest of a word of which the first is the capital, or a part that is no word; or of a
    group of figures?"""
    white = (word.box[0] - before.box[2]) / word.em
    beside = 0 <= white <= BLANK
    level = word.box[1] < center_y(before.box) < word.box[3]
    if not (beside and level):
        return False
    if FIGURES.fullmatch(before.text) and FIGURES.match(word.text):
        return white <= CLOSE
    if GROUPS.fullmatch(before.text) and GROUP.match(word.text):
        return white < APART
    if COMPOUND.fullmatch(before.text) and NAME.match(word.text):
        return white <= APART
    if ISO.fullmatch(before.text) and ISO_REST.fullmatch(word.text):
        return True
    if _is_last_letter(before.text, word.text) and white <= LETTER_GAP:
        return True
    capital = len(before.text) == 1 and before.text.isupper() and REST.fullmatch(word.text) is not None
    return (capital or _are_parts(before.text, word.text)) and is_german(before.text + word.text)


def _is_last_letter(one: str, two: str) -> bool:
    """ "Swantj e": no word is but a small letter, and what stands before this is none without it."""
    return (
        len(two) == 1
        and two in LAST_LETTERS
        and BEGINNING.fullmatch(one) is not None
        and one[-1].islower()
        and len(one) >= JUDGED
        and not is_german(one)
    )


def _are_parts(one: str, two: str) -> bool:
    """May two words be the parts of one: is neither a word, and one long enough to tell?"""
    if BEGINNING.fullmatch(one) is None or END.fullmatch(two) is None:
        return False
    known = is_german(one) or is_german(two)
    return not known and max(map(len, WORD.findall(f"{one} {two}"))) >= JUDGED


def _is_beside(before: Heard, word: Heard) -> bool:
    """Does a word stand a blank behind another in its line?"""
    level = word.box[1] < center_y(before.box) < word.box[3]
    return level and CLOSE * word.em <= word.box[0] - before.box[2] <= BLANK * word.em


def _parts(word: Heard, counts: bool, dashed: bool, halved: bool) -> Iterator[Heard]:
    """The words that were read as one. `counts`: a noun comes behind it, before which a number may stand;
    `dashed`: a word stands before it that is no half of one; `halved`: one behind it that is neither that nor
    joins two."""
    if stray := STRAY.fullmatch(word.text):
        before = tuple(dict.fromkeys((word.text, *word.alternatives)))
        word = replace(word, text=stray["word"], confidence=min(word.confidence, JOINED), alternatives=before)
    glued = GLUED.fullmatch(word.text) or (DASHED.fullmatch(word.text) if counts else None)
    if glued is None and (
        glued := SPECKED.fullmatch(word.text)
        or STOPPED.fullmatch(word.text)
        or AGED.fullmatch(word.text)
        or TWICE.fullmatch(word.text)
        or BEHIND.fullmatch(word.text)
        or (BEFORE.fullmatch(word.text) if dashed else None)
        or (HALF.fullmatch(word.text) if halved else None)
    ):
        word = replace(word, confidence=min(word.confidence, JOINED))
    if glued is None:
        yield word
        return
    mark, rest = glued["mark"], glued["word"]
    x0, top, x1, bottom = word.box
    share = _width(mark) / (_width(mark) + _width(rest) + NARROW)
    edge = x0 + share * (x1 - x0)
    others = [glued.re.fullmatch(other) for other in word.alternatives]
    for name, text, box in (
        ("mark", mark, (x0, top, edge, bottom)),
        ("word", rest, (edge + share * (x1 - x0) / len(mark), top, x1, bottom)),
    ):
        told = dict.fromkeys(other[name] for other in others if other and other[name] != text)
        yield replace(word, text=text, box=box, alternatives=tuple(told))


def _width(text: str) -> float:
    return sum(NARROW if char in '().I"' else 1.0 for char in text)
