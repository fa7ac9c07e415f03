"""Words of a text layer with glyphs that it does not name: ligatures, small capitals and old-style figures of
fonts that number them as they like. What the layer does say of a word stands; the rest is read from the
picture of the page."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from extract.files.sheet import Picture
from extract.files.textlayer import CID, UNNAMED
from extract.page import Word
from extract.scans.cuttings import ENLARGED, cut, spot_of
from extract.scans.letters import read_strips
from extract.scans.ocr import PICTURE, find_tesseract, save_image
from extract.scans.reader import read_lines
from extract.scans.settling import ALONE

AGREED = 0.97
"""Confidence of what both engines read and the letters around bear out."""
UNREAD = 0.3
"""Of a word in which something is printed that nobody could read."""
LIGATURE = 3
"""Letters that one glyph stands for at most: ffi."""
UNKNOWN = "\ufffd"
MOST_RUNS = 6
"""Of unnamed glyphs in a word that is read: with more there are too many ways to part a reading."""

Said = tuple[str, ...]
"""What a reading of a word has for each run of glyphs that its text does not name."""


@dataclass(frozen=True, slots=True)
class _Heard:
    """A word with what the first engine says of it and the second, if they have the known letters."""

    word: Word
    said: tuple[Said | None, Said | None]

    @property
    def agreed(self) -> Said | None:
        return self.said[0] if self.said[0] == self.said[1] else None


def with_read_glyphs(words: Sequence[Word], picture: Callable[[], Picture], stem: Path) -> tuple[Word, ...]:
    """The words of a page with unnamed glyphs as its picture shows them; what could not be read is U+FFFD.

    Pictures are written beside `stem` while they are read. Raises OcrFailed, NoScratchSpace,
    DependencyMissing.
    """
    asked = [index for index, word in enumerate(words) if UNNAMED.search(word.text)]
    if not asked:
        return tuple(words)
    heard = _heard([words[index] for index in asked], picture(), stem)
    meaning = _meanings(heard)
    read = list(words)
    for index, one in zip(asked, heard, strict=True):
        runs = UNNAMED.findall(one.word.text)
        read[index] = _settled(one, tuple(meaning.get((one.word.bold, run), "") for run in runs))
    return tuple(read)


def _meanings(heard: Sequence[_Heard]) -> dict[tuple[bool, str], str]:
    """What both engines read for a glyph wherever they agree; nothing for glyphs without a number, which may
    be any, and for one that they read in two ways."""
    found: dict[tuple[bool, str], set[str]] = defaultdict(set)
    for one in heard:
        for run, letters in zip(UNNAMED.findall(one.word.text), one.agreed or (), strict=False):
            if UNKNOWN not in run:
                found[one.word.bold, run].add(letters)
    return {glyph: letters.pop() for glyph, letters in found.items() if len(letters) == 1}


def _heard(words: Sequence[Word], picture: Picture, stem: Path) -> list[_Heard]:
    images, strips = [], []
    for number, word in enumerate(words):
        x0, top, x1, bottom = (value / picture.points for value in word.bbox)
        em = word.size / picture.points
        images.append(stem.with_name(f"{stem.name}-glyphs-{number}{PICTURE}"))
        save_image(images[-1], cut(picture.grey, (x0, top, x1, bottom), em, ENLARGED))
        strips.append(spot_of(picture.grey, (x0, top, x1, bottom), em))
    first = [" ".join(token.text for token in tokens) for tokens in read_lines(find_tesseract(), images)]
    second = [strip.text if strip else "" for strip in read_strips(strips)]
    for image in images:
        image.unlink()
    return [
        _Heard(word, (said_of(word.text, one), said_of(word.text, other)))
        for word, one, other in zip(words, first, second, strict=True)
    ]


def said_of(text: str, reading: str) -> Said | None:
    """What a reading of a word has for the glyphs that its text does not name, if it has the letters around.

    Marks may differ: the engines lose those at the ends of a word.
    """
    pattern, end = "", 0
    runs = list(UNNAMED.finditer(text))
    if len(runs) > MOST_RUNS:
        return None
    for run in runs:
        glyphs = len(re.sub(CID, "x", run[0]))
        pattern += _known(text[end : run.start()]) + rf"(\S{{{glyphs},{LIGATURE * glyphs}}}?)"
        end = run.end()
    found = re.fullmatch(pattern + _known(text[end:]), reading)
    return found.groups() if found else None


def _known(letters: str) -> str:
    return "".join(re.escape(char) if char.isalnum() else r"[^\w\s]?" for char in letters)


def _settled(one: _Heard, elsewhere: Said) -> Word:
    """A word as both engines have it, or as one of them has what both read in other words of the page."""
    readings = list(dict.fromkeys(said for said in reversed(one.said) if said))
    if not readings:
        return replace(one.word, text=UNNAMED.sub(UNKNOWN, one.word.text), confidence=UNREAD)
    sure = one.agreed or next((said for said in readings if said == elsewhere), None)
    if sure:
        return replace(one.word, text=_spelt(one.word.text, sure), confidence=AGREED)
    best, *others = (_spelt(one.word.text, said) for said in readings)
    return replace(one.word, text=best, confidence=ALONE, alternatives=tuple(others))


def _spelt(text: str, said: Said) -> str:
    letters = iter(said)
    return UNNAMED.sub(lambda _: next(letters), text)
