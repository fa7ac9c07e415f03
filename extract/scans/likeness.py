"""What two readings of one spot have in common, and in what they differ."""

from __future__ import annotations

import re
import unicodedata
from itertools import accumulate, zip_longest

from rapidfuzz.distance import Levenshtein

FOREIGN = re.compile(r"[\u0300-\u0303\u030a\u030c]")
"""Marks over letters that names have and the first engine's model does not: à, á, â, ã, å, š."""
SHORTEST_NAME = 3
"""Letters that the first engine read of a word, of which the second reads some with accents: not of "R&D"."""
SECTION = re.compile(r"^(§+)(.*)$")
DOLLAR, NUMBER = re.compile(r"^(?:\$S?|S)(?=\W?\d|$)"), re.compile(r"\d{1,2}")
"""What no German agreement has: what is read as one, or then as an S, is a §."""
SECTION_MISREAD = re.compile(r"^[8S$s56&BG3§]{1,2}")
LOOK_ALIKES = str.maketrans("lIıi|!OoSBsZz", "1111110058522")
FIGURES = re.compile(r"[\d.,:/-]*\d[\d.,:/-]*")
AS_FIGURES = str.maketrans("lIıi|!OoSBsZzbg", "111111005852269")
"""What the second engine reads among figures is one, too: "20.4.2b"."""
LETTERED = re.compile(r"\W*\d+(?:[./-]\d+)?[bg]\W*")
"""Of a house, a section or an entry the letter may be one: "16b", "2.1b"."""
OVER = re.compile(r"(?<![^\W_])Ü(?=\d\d(?!\d))")
"""Of "Ü27", over an age: the other engine may read a nought, with which no number begins."""
RING = ("o", "0")
"""A bullet, and what it is without its line."""
CASELESS = frozenset("cosuvwxz")
"""Letters that look alike, small and large."""
RIM = ".,:;'\"`´’‘“”„|°*"
"""Marks that a cut may add to or take from a word's ends."""
REST = "/|_\\ -–"
"""What a cut may show of the word beside."""
BLANK = re.compile(r"(?<=[(\[]) | (?=[.,:;)\]])")
DASHES, QUOTES = frozenset("-–—"), frozenset("\"'‚‘’„“”*»«")
UNKNOWN = "„"
"""What the second engine does not have."""
AMPERSAND = re.compile(r"[a-zäöü]&")


def over_an_age(one: str, other: str) -> str | None:
    """The one of two readings that has the umlaut of "Ü27" where the other has a nought."""
    return next((a for a, b in ((one, other), (other, one)) if a != b == OVER.sub("0", a)), None)


def with_known(first: str, second: str) -> str:
    """The second reading with what the first knows better: „, the kind of dashes and quotation marks, and the
    blanks that it saw."""
    ours, blanks = _without_blanks(first)
    theirs, other_blanks = _without_blanks(second)
    said = []
    for step in Levenshtein.opcodes(ours, theirs):
        own, other = range(step.src_start, step.src_end), range(step.dest_start, step.dest_end)
        if step.tag == "insert" and (other_blanks & {*other} or not theirs[other[0]].isalnum()):
            blanks.discard(step.src_start)  # it stands elsewhere, or a mark in its place
        for one, two in zip_longest(own, other):
            said.append(" " * (one in blanks or two in other_blanks))
            if two is None:
                said.append(ours[one] if ours[one] in UNKNOWN else "")
            else:
                said.append(theirs[two] if one is None else _known(ours[one], theirs[two]))
    return _without_rest("".join(said), first)


def _without_blanks(text: str) -> tuple[str, set[int]]:
    """The letters of a reading, and before which of them blanks stand."""
    words = text.split(" ")
    return "".join(words), {*accumulate(map(len, words))}


def _without_rest(text: str, first: str) -> str:
    """Without what a cut shows of the next word, and blanks before a mark."""
    text = BLANK.sub("", text)
    if text[-1:] in REST and first[-1:] not in REST:
        text = text.rstrip(REST) or text
    if text[:1] in REST and first[:1] not in REST and (text[:1] == "/" or not text[1:2].isdigit()):
        text = text.lstrip(REST) or text
    return text


def _known(ours: str, theirs: str) -> str:
    alike = any(ours in kind and theirs in kind for kind in (DASHES, QUOTES))
    marked = ours in UNKNOWN and (theirs in QUOTES or theirs in ",.")
    return ours if alike or marked else theirs


def as_figures(said: str) -> str:
    """What the second engine reads, figures for letters that stand among them."""
    figures = said.translate(AS_FIGURES)
    told = sum(char.isdigit() for char in said) > 1 and not LETTERED.fullmatch(said)
    return figures if told and FIGURES.fullmatch(figures) else said


def is_letter_of(first: str, said: str) -> bool:
    """Is it the same letter, small or large, or a ring? The first engine sees the line in which it stands."""
    return (core(first).lower() in CASELESS and first.lower() == said.lower()) or (first, said) == RING


def lacks_capital(first: str, second: str) -> bool:
    """Is it the same but for the capital it begins with? Where a pen crosses that, the word is taken to
    begin behind it."""
    return first[:1].isupper() and first[1:] == second and second[:1].islower()


def has_figure_for_capital(first: str, second: str) -> bool:
    """Is it the same but for a figure where the first has the capital of a word: "3aP" for "BaP"?"""
    return (
        first[:1].isupper()
        and second[:1].isdigit()
        and first[1:] == second[1:]
        and first[1:2].islower()
        and first[1:].isalpha()
    )


def differ_in_accents(first: str, second: str) -> bool:
    """Is it the same but for letters with accents, which the first engine reads as others or as "&"?"""
    if len(first) != len(second) or any(char.isdigit() for char in second):
        return False
    letters = sum(char.isalpha() for char in first) + len(AMPERSAND.findall(first))
    return letters >= SHORTEST_NAME and all(
        ours == theirs or FOREIGN.search(decomposed(theirs))
        for ours, theirs in zip(first, second, strict=True)
    )


def section_sign(first: str, second: str) -> str | None:
    """The section sign and its number where the first engine read "86", "S6", "$6" or lost the sign."""
    match = SECTION.match(DOLLAR.sub("§", second) if first.startswith("$") else second)
    if not match or (first.startswith("§") and first != match[1]):
        return None
    rest = match[2].strip()
    if first == match[1]:
        return f"{first} {rest}" if NUMBER.fullmatch(rest) else None
    number = first.replace(" ", "").translate(LOOK_ALIKES)
    wanted = rest.replace(" ", "").translate(LOOK_ALIKES)
    misread = SECTION_MISREAD.match(first)
    if misread is None or not (number.endswith(wanted) and len(number) - len(wanted) <= 2):
        return None
    return f"{match[1]} {rest}".strip()


def plain(text: str) -> str:
    return without_marks(text).casefold()


def core(text: str) -> str:
    return text.replace(" ", "").strip(RIM)


def without_marks(text: str) -> str:
    return "".join(char for char in decomposed(text) if not unicodedata.combining(char))


def decomposed(text: str) -> str:
    return unicodedata.normalize("NFD", text)
