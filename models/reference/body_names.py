"""The grammar of a body's name: which kind of body, of which place."""

from __future__ import annotations

import re
from dataclasses import dataclass

from rapidfuzz.distance import Levenshtein

from models.reference.entries import BodyKind
from models.reference.normal_form import ARTICLES, tokens

_KIND_WORDS: dict[str, BodyKind] = {
    "landkreis": "county",
    "landkreises": "county",
    "kreis": "county",
    "kreises": "county",
    "stadt": "city",
    "kreisstadt": "city",
    "landeshauptstadt": "city",
    "wissenschaftsstadt": "city",
    "documentastadt": "city",
    "brudergrimmstadt": "city",
    "universitatsstadt": "city",
    "hochschulstadt": "city",
    "hansestadt": "city",
    "sonderstatusstadt": "city",
    "land": "state",
    "landes": "state",
}
# The organ that acts for a body tells its kind when the name does not.
_ORGANS: dict[str, BodyKind] = {
    "kreisausschuss": "county",
    "kreisausschusses": "county",
    "kreisverwaltung": "county",
    "landratsamt": "county",
    "magistrat": "city",
    "magistrats": "city",
    "magistrates": "city",
    "stadtverwaltung": "city",
}
_LEADING = ARTICLES | {"und", "zwischen", "mit", "vom", "von", "kreisfreie", "kreisfreien"}
# One wrong letter in a word of five and more; "land" and shorter words only to the letter.
_KIND_WORD_SIMILARITY = 0.8
_KREIS = re.compile(r"kreis(?:es)?$")
_MISREAD_KREIS = re.compile(r"(?:kre[l1t]s|kr[ec][i1l]s|[kx]reis|krei5)(?:es)?$")


@dataclass(frozen=True, slots=True)
class BodyName:
    """`place` without blanks and hyphens. `clean` is False where the kind had to be repaired."""

    kind: BodyKind
    place: str
    clean: bool


def body_name(text: str) -> BodyName | None:
    """Kind and place of the body that `text` names; None if it does not say which kind it is.

    >>> body_name("Der Kreisausschuss des Landkreises Groß-Gerau")
    BodyName(kind='county', place='grossgerau', clean=True)
    """
    words = tokens(text)
    organ: BodyKind | None = None
    while words and (words[0] in _LEADING or words[0] in _ORGANS):
        organ = _ORGANS.get(words[0], organ)
        words = words[1:]
    kind, clean, words = _leading_kind(words)
    place = "".join(words)
    suffix = _KREIS.search(place) or _MISREAD_KREIS.search(place)
    if suffix and kind != "city":
        clean = clean and _KREIS.search(place) is not None
        kind, place = "county", place[: suffix.start()]
    kind = kind or organ
    if kind is None or not place or (organ and kind != organ):
        return None
    return BodyName(kind, place, clean)


def _leading_kind(words: list[str]) -> tuple[BodyKind | None, bool, list[str]]:
    """The kind that the first word (or the first three, wrongly parted) names, and the words after."""
    kind: BodyKind | None = None
    clean = True
    while words:
        for count in (3, 2, 1):
            joined = "".join(words[:count])
            if len(words) >= count and joined in _KIND_WORDS:
                kind, words = _KIND_WORDS[joined], words[count:]
                break
        else:
            break
    if kind or not words:
        return kind, clean, words
    for known, known_kind in _KIND_WORDS.items():
        if len(known) > 4 and Levenshtein.normalized_similarity(words[0], known) >= _KIND_WORD_SIMILARITY:
            return known_kind, False, words[1:]
    for known in sorted(_KIND_WORDS, key=len, reverse=True):
        # A lost blank: "LandkreisGroß-Gerau".
        if len(known) > 4 and words[0].startswith(known) and len(words[0]) > len(known) + 2:
            return _KIND_WORDS[known], False, [words[0].removeprefix(known), *words[1:]]
    return None, True, words
