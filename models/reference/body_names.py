"""The grammar of a body's name: which kind of body, of which place."""

from __future__ import annotations

from dataclasses import dataclass

from rapidfuzz.distance import Levenshtein

from models.reference.entries import BodyKind
from models.reference.normal_form import ARTICLES, shape, tokens

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
    "freistaat": "state",
    "freistaats": "state",
    "freistaates": "state",
    "freiehansestadt": "state",
    "freienhansestadt": "state",
    "freieundhansestadt": "state",
    "freienundhansestadt": "state",
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
# A name that says its kind itself, and its genitive.
_WHOLE_NAMES = {"saarland": "saarland", "saarlandes": "saarland", "saarlands": "saarland"}
_LEADING = ARTICLES | {"und", "zwischen", "mit", "vom", "von", "kreisfreie", "kreisfreien"}
# One wrong letter in a word of five and more; "land" and shorter words only to the letter.
_KIND_WORD_SIMILARITY = 0.8
_EXACT_ONLY = 4
# "Brüder-Grimm-Stadt" is three words, "documenta-Stadt" two, and OCR parts others wrongly.
_PARTS = (3, 2, 1)
_KREIS = ("kreises", "kreis")
# The longest first.
_SHAPES = {known: shape(known) for known in sorted(_KIND_WORDS, key=len, reverse=True)}


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
    for ending in _KREIS:
        last = place[-len(ending) :]
        if kind != "city" and shape(last) == shape(ending):
            clean = clean and last == ending
            kind, place = "county", place[: -len(ending)]
            break
    if kind is None and place in _WHOLE_NAMES:
        kind, place = "state", _WHOLE_NAMES[place]
    kind = kind or organ
    if kind is None or not place or (organ and kind != organ):
        return None
    return BodyName(kind, place, clean)


def _leading_kind(words: list[str]) -> tuple[BodyKind | None, bool, list[str]]:
    """The kind that the first words name ("Land kreis" in two), whether undamaged, and the words after."""
    kind: BodyKind | None = None
    while words and (found := _exact_kind(words)):
        kind, count = found
        words = words[count:]
    if kind or not words:
        return kind, True, words
    for count in _PARTS:
        joined = "".join(words[:count])
        looks = shape(joined)
        for known, known_kind in _KIND_WORDS.items():
            if looks == _SHAPES[known] or (
                len(known) > _EXACT_ONLY
                and Levenshtein.normalized_similarity(joined, known) >= _KIND_WORD_SIMILARITY
            ):
                return known_kind, False, words[count:]
    for known, looks in _SHAPES.items():
        # A lost blank: "LandkreisGroß-Gerau".
        if len(words[0]) > len(known) + 2 and shape(words[0][: len(known)]) == looks:
            return _KIND_WORDS[known], False, [words[0][len(known) :], *words[1:]]
    return None, True, words


def _exact_kind(words: list[str]) -> tuple[BodyKind, int] | None:
    for count in _PARTS:
        joined = "".join(words[:count])
        if len(words) >= count and joined in _KIND_WORDS:
            return _KIND_WORDS[joined], count
    return None
