"""The name of a person who signs, as a scan has it and as the document prints it elsewhere."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from rapidfuzz.distance import Levenshtein

from extract.certainty.confidence import EXACT_MATCH, doubted, heard, repaired, weighed
from extract.language.passage import Passage
from extract.language.signature_vocabulary import TITLE
from extract.signatures.words import PARTICLE, STRAY, is_name, with_degrees
from models.reference import Reference
from models.values import Extracted

WORD = re.compile(r"[^\W\d_][\w'’-]*")
LETTERS_PER_ERROR = 6
"""Two printings of one name differ in at most one of so many letters."""
NAMES_OF_TWO = 4
"""Of 1,241 persons in samples one has so many names that begin with a capital."""
# "Ayl in Muster", "Klaus- Peter": in a name only particles begin small, and no part of it is but a hyphen's.
PARTED = re.compile(rf"\b([A-ZÄÖÜ][^\W\d_]*) (?!(?:{PARTICLE.pattern})\b)(?=[a-zäöüß])|(?<=\w-) (?=[A-ZÄÖÜ])")
# "Matthias. Muster", "Matthias.Muster": a speck behind a name; what is abbreviated is shorter, or a title.
SPECK = re.compile(r"(?<=[a-zäöüß]{4})\.\s*(?=[A-ZÄÖÜ])")
CLEARLY = 0.15
"""One printing is believed over the other if it was read with so much more confidence."""
# What is read for letters that German does not have: "Zo&" is Zoé, "Tomä$" Tomáš.
SIGNS = str.maketrans("&$§", "éšš")
# "Heike Muster (i. V.)": as what somebody signs, behind the name.
ACTING = re.compile(r"\s*\((?:[ij]\.\s?[VA]\.?|in\s+Vertretung|im\s+Auftrag)\)?\s*$", re.IGNORECASE)
SPECK_BEHIND = re.compile(r"[a-zäöüß]{3}\.$")
# "r. Adil Beispiel" has lost the first letter of "Dr.", or else of "Hr." or "Fr.".
HEADLESS = re.compile(r"r\.\s")
# "K'aus": a letter that was not read; "O'Neill" and "d'Este" are names.
BROKEN = re.compile(r"[^\W\d_]{2}['’][^\W\d_]|(?<!\b[dD])['’][a-zäöüß]")
SLAVIC = re.compile(r"[čřšžýě]")
# Names of women in Czech and Slovak end so, German ones never do: "Novotnä" may be either, "Dvorskä" may not.
SLAVIC_ENDING = re.compile(r"(?<=sk|ov)ä$")


@dataclass(frozen=True, slots=True)
class _Printing:
    """The same name, or nearly so, elsewhere in the document."""

    text: str
    confidence: float


def name_of(printed: Passage, sighted: bool, elsewhere: Passage, reference: Reference) -> Extracted[str]:
    """The name printed where somebody signs.

    `sighted`: the entity model sees it; `elsewhere`: the text of the document, where it may stand once more.
    """
    if acting := ACTING.search(printed.text):
        printed = printed.part(0, acting.start())
    clean = _clean(printed.text)
    name = printed.whole(clean)
    scanned = name.provenance.origin == "ocr"
    if scanned:
        whole = with_degrees(clean)
        degrees, own = _parted(whole)
        own = SPECK.sub(" ", PARTED.sub(r"\1", own))
        lettered = " ".join(map(_with_letters, f"{degrees} {own}".split()))
        exact = lettered == whole and not BROKEN.search(lettered) and not HEADLESS.match(clean)
        name = repaired(printed.whole(lettered), exact)
    name = heard(name, rules=is_name(name.value, reference) and not _are_two(name.value), model=sighted)
    return _compared(name, elsewhere) if scanned else name


def printings_of(name: str, text: Passage) -> list[str]:
    """Other printings of a name, or of one that is nearly the same, without its degrees."""
    return list(dict.fromkeys(one.text for one in _printings(_parted(name)[1], text)))


def _are_two(name: str) -> bool:
    """ "Heike Muster Adil Beispiel": more likely two persons side by side."""
    words = _parted(name)[1].split()
    return sum(word[0].isupper() and not word.endswith(".") for word in words) >= NAMES_OF_TWO


def _clean(text: str) -> str:
    """Without signs around it; the dot of a degree ("LL.M.") stays."""
    name = " ".join(text.strip(STRAY).lstrip(".").split())
    return name if re.search(r"\.\w+\.$", name) else name.rstrip(" ,.")


def _with_letters(word: str) -> str:
    """A word with the letters that signs, or German letters, were read for; a speck behind a first name is
    no full stop: only degrees and single letters are cut short."""
    if SPECK_BEHIND.search(word) and not TITLE.fullmatch(word):
        word = word[:-1]
    lettered = word[:1] + word[1:].translate(SIGNS)
    if SLAVIC.search(lettered):
        return lettered.replace("ä", "á")
    return SLAVIC_ENDING.sub("á", lettered)


def _compared(name: Extracted[str], elsewhere: Passage) -> Extracted[str]:
    """The name with what other printings of it say: two that agree vouch for each other, and of two that
    differ the one that was read much better is right."""
    degrees, own = _parted(name.value)
    printings = list(_printings(own, elsewhere))
    if any(one.text == own for one in printings):
        return weighed(name, EXACT_MATCH)
    if not printings:
        return name
    best = max(printings, key=lambda one: one.confidence)
    confidence = name.provenance.confidence
    ours, theirs = name.value, f"{degrees} {best.text}".strip()
    if best.confidence > confidence + CLEARLY:
        return doubted(_told(name, theirs, other=ours, confidence=best.confidence))
    told = _told(name, ours, other=theirs, confidence=confidence)
    return told if confidence > best.confidence + CLEARLY else repaired(told, exact=False)


def _told(name: Extracted[str], value: str, other: str, confidence: float) -> Extracted[str]:
    others = (other, *(one for one in name.provenance.alternatives if one not in (value, other)))
    provenance = name.provenance.model_copy(update={"alternatives": others, "confidence": confidence})
    return name.model_copy(update={"value": value, "provenance": provenance})


def _parted(name: str) -> tuple[str, str]:
    """The degrees before a name, and the name."""
    words = name.split()
    first = next((index for index, word in enumerate(words) if not TITLE.fullmatch(word)), len(words))
    return " ".join(words[:first]), " ".join(words[first:])


def _printings(name: str, text: Passage) -> Iterator[_Printing]:
    words = list(WORD.finditer(text.text))
    count = len(name.split())
    if count < 2:
        return
    for index in range(len(words) - count + 1):
        start, end = words[index].start(), words[index + count - 1].end()
        other = text.text[start:end]
        if abs(len(other) - len(name)) > 1 + len(name) // LETTERS_PER_ERROR or not other[0].isupper():
            continue
        most = len(name) // LETTERS_PER_ERROR
        if Levenshtein.distance(name, other, score_cutoff=most) <= most:
            yield _Printing(" ".join(other.split()), text.provenance(start, end).confidence)
