"""Does a font show the letters that the text layer has ? Its table of what its glyphs mean may be wrong where
the page looks right, for letters or for figures alone. Letters that spell German words are right; others, and
figures, are looked at: the second engine reads some words."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from rapidfuzz.distance import Levenshtein

from extract.files.characters import is_lying
from extract.files.sheet import Layer, Picture
from extract.files.textlayer import UNNAMED, plain_text
from extract.scans.cuttings import spot_of
from extract.scans.dictionary import is_german
from extract.scans.letters import read_strips
from extract.scans.settling import SURE

Item = dict[str, Any]
"""A word as pdfplumber gives it."""


@dataclass(frozen=True, slots=True)
class _Kind:
    """Letters, or figures. So many at least in a word, `fewest`, are no guess of the engine; if more than the
    share `unlike` is read otherwise, it is another word."""

    belongs: Callable[[str], bool]
    fewest: int
    unlike: float

    def of(self, text: str) -> str:
        return "".join(filter(self.belongs, plain_text(text).casefold()))


KINDS = (_Kind(str.isalpha, fewest=5, unlike=0.4), _Kind(str.isdigit, fewest=4, unlike=0.0))
LONGEST = 16
"""Characters of a word that is looked at: longer ones take longer to read and tell nothing more."""
WORDS = 3
"""Words of a font that are looked at, at most. The first that is read as it should be speaks for it."""


class Fonts:
    """The fonts of a document, as far as they were looked at."""

    def __init__(self) -> None:
        self._right: dict[tuple[str, _Kind], bool] = {}

    def mislead(self, layer: Layer, picture: Callable[[], Picture]) -> bool:
        """Has a page a font of which the engine, in all words that it is shown, is sure of other letters or
        figures? Raises DependencyMissing."""
        found = self._in_doubt(layer)
        for (font, kind), words in found.items():
            if (font, kind) not in self._right:
                words.sort(key=lambda word: -len(set(kind.of(word["text"]))))
                self._right[font, kind] = _are_borne_out(words[:WORDS], kind, picture)
        return not all(self._right[one] for one in found)

    def _in_doubt(self, layer: Layer) -> dict[tuple[str, _Kind], list[Item]]:
        """The words of a page by fonts that are not known to be right, as far as they can be judged by."""
        found: dict[tuple[str, _Kind], list[Item]] = defaultdict(list)
        for word in layer.words:
            text, first = word["text"], word["chars"][0]
            if len(text) > LONGEST or is_lying(first) or UNNAMED.search(text):
                continue
            for kind in KINDS:
                known = self._right.get((first["fontname"], kind), False)
                if not known and len(kind.of(text)) >= kind.fewest:
                    found[first["fontname"], kind].append(word)
        return found


def _are_borne_out(words: Sequence[Item], kind: _Kind, picture: Callable[[], Picture]) -> bool:
    """Is one of them what the engine reads, or is it unsure of all?"""
    heard = []
    for word in words:
        heard.append(_is_borne_out(word, kind, picture()))
        if heard[-1]:
            return True
    return False not in heard


def _is_borne_out(word: Item, kind: _Kind, picture: Picture) -> bool | None:
    """Is it a German word, or does the engine read it? None if that is unsure."""
    if is_german(plain_text(word["text"])) and kind.belongs is str.isalpha:
        return True
    x0, top, x1, bottom = (word[side] / picture.points for side in ("x0", "top", "x1", "bottom"))
    size = word["chars"][0]["size"] / picture.points
    (strip,) = read_strips([spot_of(picture.grey, (x0, top, x1, bottom), size)])
    if strip is None or strip.confidence < SURE:
        return None
    told, seen = kind.of(word["text"]), kind.of(strip.text)
    return Levenshtein.distance(told, seen) <= kind.unlike * len(told)
