"""For whom those act who appear before a notary: "erschienen: Herr A, als Landrat für den Landkreis B"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from extract.certainty.confidence import with_repaired_name
from extract.layout.understand import Reading
from extract.parties.names import Chunk, party_in
from extract.parties.roles import is_somebody
from models.agreement import Party

APPEARED = re.compile(r"\b(?:erschien(?:en)?|anwesend\s+(?:sind|waren))\b[^\n]*(?:\n|$)")
# Each of those who appear is a person.
PERSON = re.compile(r"(?:^|\n)\W*(?:\d{1,2}[.)]\s*|[a-z]\)\s*)?(?:Herrn?|Frau)\s")
# "handelnd als Landrat für den Landkreis A", "als Geschäftsführer der A GmbH", "namens der Stadt A"
ACTS_FOR = re.compile(
    r"\b(?:für|namens|im\s+Namen|in\s+Vertretung|in\s+Vollmacht\s+für)\s+(?=(?:de[nrs]|die|das)\s+[A-ZÄÖÜ])"
    r"|(?:\bals\s+(?:[a-zäöü]+\s+)*[A-ZÄÖÜ][\w-]*|\b(?:Landr|(?:Oberb|B)ürgermeister|Geschäftsführ|Vorsitzend|Vorst|Minister)\w*)"
    r"(?:\s+des\s+Vorstand(?:e?s))?\s+(?=de[rs]\s+[A-ZÄÖÜ])"
)
NAME_ENDS = re.compile(r"[,;]|(?<=[^\W\d_]{2})\.(?=\s|$)|\n\W*\d")
# What is agreed on follows.
DECLARED = re.compile(
    r"\n[^\n]*\b(?:Erschienenen?|Beteiligten|Anwesenden)\b[^\n]*\b(?:erklär|schließ|bat|ersuch)"
)


def appearing_parties(reading: Reading, on: date | None) -> list[Party]:
    """Those for whom somebody appears; where for one it is not understood, the others are doubted."""
    appeared = APPEARED.search(reading.text, 0, reading.front_end)
    if appeared is None:
        return []
    stop = DECLARED.search(reading.text, appeared.end(), reading.front_end)
    persons = list(_persons(reading.text, appeared.end(), stop.start() if stop else reading.front_end))
    parties = [party for start, end in persons if (party := _represented(reading, start, end, on))]
    if len(parties) < len(persons):
        parties = [with_repaired_name(party) for party in parties]
    return parties


def _persons(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    starts = [person.start() for person in PERSON.finditer(text, start - 1, end)]
    yield from zip(starts, [*starts[1:], end], strict=False)


def _represented(reading: Reading, start: int, end: int, on: date | None) -> Party | None:
    """The body for which a person acts, named last of all that is said of the person."""
    acts = list(ACTS_FOR.finditer(reading.text, start, end))
    found = (
        party_in(reading, Chunk(act.end(), _name_end(reading.text, act.end(), end)), on) for act in acts[::-1]
    )
    return next((party for party in found if party is not None and is_somebody(party)), None)


def _name_end(text: str, start: int, end: int) -> int:
    stop = NAME_ENDS.search(text, start, end)
    return stop.start() if stop else end
