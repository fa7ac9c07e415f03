"""Who signs as what and for whom, where the recital says it: "Herr Uwe Muster, Landrat, handelnd für …"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from extract.certainty.confidence import doubted, weighed
from extract.layout.understand import Reading
from extract.parties.names import nominative
from extract.signatures.names import printings_of
from extract.signatures.words import is_office, match_organisation
from models.agreement import Signatory
from models.reference import Entry
from models.values import Extracted

# Behind a name: ", Landrat, geboren am …, wohnhaft in …, handelnd für den Landkreis Fulda,"
ACTING = re.compile(
    r"(?:\s*[,(]\s*(?P<office>[^,;.()]{3,60}))?[^;\n]{0,160}?[\s,(]"
    r"(?:handelnd|auftretend|erschienen|zeichnend|tätig)\b[^;\n]{0,60}?\s"
    r"(?:für|namens|im\s+Namen|als\s+Vertreter(?:in)?)\s+(?=(?:das|den|die|des|der)\s)"
)
# The name of a party ends so.
PARTY_END = re.compile(r"[,;)(]|\.(?:\s|$)|$", re.MULTILINE)


def with_recital(
    found: Sequence[tuple[Signatory, Entry | None]], reading: Reading
) -> list[tuple[Signatory, Entry | None]]:
    """Those who sign, with the office and the organisation that the recital gives them, where the signature
    itself says nothing of the kind."""
    return [_told(signatory, entry, reading) for signatory, entry in found]


def _told(signatory: Signatory, entry: Entry | None, reading: Reading) -> tuple[Signatory, Entry | None]:
    if signatory.name is None or (signatory.function and signatory.organisation):
        return signatory, entry
    for end in _ends_of_name(signatory.name.value, reading):
        _, block_end = reading.span_of(reading.block_index(end - 1))
        acting = ACTING.match(reading.text, end, block_end)
        stop = PARTY_END.search(reading.text, acting.end(), block_end) if acting else None
        if acting is None or stop is None:
            if (named := _only_party(end, block_end, reading)) and signatory.organisation is None:
                organisation, entry = named
                return signatory.model_copy(update={"organisation": organisation}), entry
            continue
        party = reading.passage.part(acting.end(), stop.start())
        match = match_organisation(party.text, reading.reference)
        if signatory.organisation is None and party.pieces:
            name = match.entry.name if match else nominative(party.text)
            organisation = weighed(party.whole(name), match.score if match else 0.0)
            signatory = signatory.model_copy(update={"organisation": organisation})
            entry = match.entry if match else None
        if signatory.function is None and acting["office"] and is_office(acting["office"], reading.reference):
            office = reading.passage.part(*acting.span("office"))
            known = reading.reference.match_office(office.text)
            score = known.score if known else 0.0
            signatory = signatory.model_copy(update={"function": weighed(office.whole(office.text), score)})
        break
    return signatory, entry


def _only_party(start: int, end: int, reading: Reading) -> tuple[Extracted[str], Entry] | None:
    """The only body of the lists that is named in start..end, behind an office, doubted: what leads to it was
    not understood."""
    office, _, _ = reading.text[start:end].lstrip(" ,").partition(",")
    bodies = [*reading.mentioned("body", start, end), *reading.mentioned("ministry", start, end)]
    if len({one.key for one in bodies}) != 1 or not is_office(office, reading.reference):
        return None
    entries = (*reading.reference.bodies, *reading.reference.ministries)
    entry: Entry = next(one for one in entries if one.key == bodies[0].key)
    return doubted(reading.passage.extract(bodies[0].start, bodies[0].end, entry.name)), entry


def _ends_of_name(name: str, reading: Reading) -> Iterator[int]:
    """Where the name, or another printing of it, ends in the text."""
    for printed in (name, *printings_of(name, reading.passage)):
        words = r"\s+".join(map(re.escape, printed.split()))
        for match in re.finditer(rf"(?<!\w){words}(?!\w)", reading.text):
            yield match.end()
