"""The office that issues the Bescheid, where no list knows it: sentences tell it.

"Die Förderbank Musterland erlässt den Zuwendungsbescheid", "… der Musterbank, die die Bescheide erteilt, …",
"… der Musterbank einzureichen, die über die Bewilligung entscheidet",
"die Bescheide der Musterdirektion", "Bewilligungsstelle ist die Musterdirektion".
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from extract.certainty.confidence import weighed
from extract.layout.understand import Reading
from extract.parties.names import nominative
from extract.parties.organisations import is_cut, is_organisation
from models.values import Extracted

_NOTICE = r"\w*(?:[Bb]escheide?|[Bb]ewilligung(?:en)?)\b"
_ISSUES = r"(?:erlässt|erteilt|bewilligt)"
# Words in capitals, or between two such; what stands apart between dashes is of the name, too.
_CAPITAL = r"[A-ZÄÖÜ](?:[\w.]*\w)?-?"
_NAME = (
    rf"(?P<article>[Dd](?:er|ie|as|em|es))\s+(?P<name>{_CAPITAL}"
    rf"(?:,?\s+(?:(?:und|für|de[rs]|von|in|am|im|zur)\s+){{0,2}}(?:{_CAPITAL}|g?mbH)"
    rf"|(?P<aside>\s+–\s+{_CAPITAL}\s+–(?!\w))){{0,9}})"
)
_WITHIN = r"[^.;:]{0,160}?"
# "… zu stellen, die …": what is to be done there may part an office from what is said of it.
_TO_DO = r"(?:\s+(?:zu\s+)?[a-zäöüß]{3,}en)?"
_DECIDED = (
    r"\w*(?:[Bb]ewilligung(?:en)?|[Aa]nträge|[Aa]ntrag|[Ff]örderung(?:en)?|Zuwendung(?:en)?|Vergabe|Mittel)\b"
)
TELLS = (
    re.compile(rf"(?:^|(?<=[.;]\s)|(?<=\n)){_NAME}\s+{_ISSUES}\b{_WITHIN}\b{_NOTICE}"),
    re.compile(rf"\b{_NAME},\s+d(?:ie|er|as)\s{_WITHIN}{_NOTICE}\s+(?:\w+\s+)?{_ISSUES}\b"),
    re.compile(
        rf"\b{_NAME}{_TO_DO},\s+d(?:ie|er|as)\s{_WITHIN}\büber\s{_WITHIN}{_DECIDED}{_WITHIN}\bentscheidet\b"
    ),
    re.compile(rf"\b\w*[Bb]escheid(?:e[ns]?|s)?\s+{_NAME}"),
    re.compile(rf"\bBewilligungs(?:stelle|behörde)\s+ist\s+{_NAME}"),
)
# Who agrees issues nothing to whom it agrees with; "die Bewilligungsbehörde" tells no name.
OF_A_PARTY = re.compile(
    r"(?:\w*[Ss]tadt|\w*[Gg]emeinde|\w*[Kk]reis|Land|Freistaat|Bund|\w*[Mm]inisterium|\w*behörde|\w*stelle)(?:es|s)?\b"
)
APPROVES = re.compile(r"genehmig", re.IGNORECASE)
"""What the supervision of those who agree decides is nothing that is granted."""


def issuing_office(reading: Reading) -> Extracted[str] | None:
    """The first office of which a sentence tells that it issues the Bescheid."""
    return next(_told(reading), None)


def _told(reading: Reading) -> Iterator[Extracted[str]]:
    for pattern in TELLS:
        for match in pattern.finditer(reading.text):
            start, end = reading.sentence_at(match.start("name"))
            bare = _in_nominative(
                match, match.end("name") if match["aside"] is None else match.start("aside")
            )
            named = is_organisation(bare) and not is_cut(bare) and not OF_A_PARTY.match(bare)
            known = reading.reference.match_body(bare) is not None
            if named and not known and not APPROVES.search(reading.text[start:end]):
                name = _in_nominative(match, match.end("name"))
                yield weighed(reading.passage.extract(*match.span("name"), name), 0.0)


def _in_nominative(match: re.Match[str], end: int) -> str:
    return nominative(" ".join(match.string[match.start("article") : end].split()))
