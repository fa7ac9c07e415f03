"""For whom somebody signs a letter, where and when: its head tells."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date

from extract.certainty.confidence import EXACT_MATCH, weighed
from extract.language.letters import CLOSING, letterheads
from extract.language.lines import Line, Row
from extract.language.signature_places import where_and_when
from extract.layout.understand import Reading
from extract.signatures.dates import place_and_date
from extract.signatures.words import match_organisation
from models.agreement import Signatory
from models.reference import Entry, Ministry
from models.values import Extracted

# Below it stands to whom the letter goes, not who sends it.
ADDRESSEE = re.compile(r"An\s+(?:den|das|die)\b.*|Herrn?|Frau|Firma")

Found = tuple[Signatory, Entry | None]


def with_letterheads(found: Sequence[Found], reading: Reading, on: date | None) -> list[Found]:
    """Those who sign below the words that close a letter, with what its head says of the sender, the place
    and the day, where the signature says nothing of the kind. `on`: a day of the agreement's time."""
    closings = [_spot(row.lines[0]) for row in reading.layout.signature_rows if CLOSING.fullmatch(row.text)]
    rows = [Row((line,)) for block in reading.layout.blocks for line in block.lines]
    heads = letterheads(sorted(rows, key=lambda row: _spot(row.lines[0]))) if closings else []
    return [_told(signatory, entry, closings, heads, reading, on) for signatory, entry in found]


def _told(
    signatory: Signatory,
    entry: Entry | None,
    closings: Sequence[tuple[int, float]],
    heads: Sequence[Sequence[Row]],
    reading: Reading,
    on: date | None,
) -> Found:
    who = signatory.name or signatory.function
    if who is None or signatory.place or signatory.date:
        return signatory, entry
    spot = who.provenance.page, who.provenance.bbox[1]
    closing = max((one for one in closings if one < spot), default=None)
    above = [head for head in heads if closing and _spot(head[-1].lines[0]) < closing]
    if not above:
        return signatory, entry
    lines = [line for row in above[-1] for line in row.lines]
    dated = [line for line in lines if (said := where_and_when(line.text)) and said.day]
    place, day = place_and_date(dated[:1], reading.reference, on)
    told = {"place": place, "date": day}
    if signatory.organisation is None and (sender := _sender(lines, reading)) is not None:
        told["organisation"], entry = sender
    return signatory.model_copy(update=told), entry


def _sender(lines: Sequence[Line], reading: Reading) -> tuple[Extracted[str], Entry] | None:
    """Whose letter it is; of a Land and its ministry, the ministry."""
    named = list(_named(lines, reading))
    named.sort(key=lambda one: not isinstance(one[1], Ministry))
    return named[0] if named else None


def _named(lines: Sequence[Line], reading: Reading) -> Iterator[tuple[Extracted[str], Entry]]:
    for line in lines:
        if ADDRESSEE.fullmatch(line.text):
            return
        match = match_organisation(line.text, reading.reference)
        if match is not None and match.score >= EXACT_MATCH:
            yield weighed(line.passage.whole(match.entry.name), match.score), match.entry


def _spot(line: Line) -> tuple[int, float]:
    return line.page, line.bbox[1]
