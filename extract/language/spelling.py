"""How a scanned word is written: as German is, and as the nearest entry of a list, if no other is as near."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from rapidfuzz.distance import Levenshtein

LETTERS_PER_ERROR = 8
"""One letter in so many may be misread, beside those that scans take for each other."""
TWO_STOPS = re.compile(r"(?<=\w)\.\.(?=$|[^\W\d_])")
SPECK_AND_MARK = re.compile(r"^[.:·•'’°]+(?=\(?(?:[a-z]|\d{1,2}|[IVX]{1,4})\)$)")
NO_CENTS = re.compile(r"(?<=\d,)[–-]{2}(?=\D*$)")
"""Of "1.200,--", typed with two hyphens that touch."""
AGES = re.compile(r"(?<![^\W_])[uü](?=\d\d(?!\d))")
"""Of "U25" and "Ü27", under and over an age: no word begins with a small letter before figures."""
TWO_OR_THREE = re.compile(r"(?<![^\W_])(?=[Il]*I)[Il]{2,3}(?![^\W_])")
"""Of "Il" and "Ill": numerals, no German word is written so."""
# Letters that look alike in print, as older OCR confuses them: "Ministenn" is "Ministerin".
LOOKALIKES = (("ri", "n"), ("rn", "m"), ("ii", "u"), ("ß", "ss"), ("l", "i"), ("1", "i"), ("0", "o"))


@dataclass(frozen=True, slots=True)
class Nearest:
    """An entry and how many letters of it were read as others that do not look like them."""

    text: str
    distance: int


def as_german(text: str) -> str:
    """NFC, with what the models take from other languages put right.

    German has no dotless i and no em dash, and no word begins with a comma or an accent, nor the mark of an
    item with a full stop (".c)"), or has two full stops: that is a speck.
    """
    text = unicodedata.normalize("NFC", text).replace("ı", "i").replace("—", "–")
    text = NO_CENTS.sub("--", TWO_STOPS.sub(".", text))
    text = SPECK_AND_MARK.sub("", text)
    text = TWO_OR_THREE.sub(lambda numeral: "I" * len(numeral[0]), text)
    text = AGES.sub(lambda letter: letter[0].upper(), text)
    bare = text.lstrip("‚,´`")
    return bare if bare[:1].isalnum() and "‘" not in text else text


def nearest(printed: str, entries: Iterable[str]) -> Nearest | None:
    """The entry that a printed word must be, or None: none is near, or two are equally near."""
    key = _key(printed)
    most = len(key) // LETTERS_PER_ERROR
    ranked = sorted(
        (Levenshtein.distance(key, _key(entry), score_cutoff=most), entry) for entry in set(entries)
    )
    if not ranked or ranked[0][0] > most:
        return None
    if len(ranked) > 1 and ranked[1][0] == ranked[0][0]:
        return None
    return Nearest(ranked[0][1], ranked[0][0])


@lru_cache(maxsize=4096)
def _key(text: str) -> str:
    """The letters alone, without marks over them, those of one look counted as one."""
    plain = unicodedata.normalize("NFD", text.casefold())
    letters = re.sub(r"[^\w]|_", "", "".join(char for char in plain if not unicodedata.combining(char)))
    for misread, letter in LOOKALIKES:
        letters = letters.replace(misread, letter)
    return letters
