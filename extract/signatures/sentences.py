"""Where and when a sentence says that a document was signed: "Geschlossen zu Kassel am 3. Mai 2024."."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from extract.certainty.confidence import doubted, repaired
from extract.language.signature_places import PLACE, says_place
from extract.language.signature_vocabulary import EXECUTED
from extract.layout.understand import Reading
from extract.signatures.words import seats_for
from models.agreement import Signatory
from models.german import find_dates
from models.reference import Entry, Reference
from models.values import Extracted

PLACE_BEFORE = re.compile(rf"(?:^|\s)(?:in|zu)\s+(?P<place>{PLACE.pattern})\s*,?\s+(?:am|den|dem)\s+$")
PLACE_BEHIND = re.compile(rf"\s*,?\s*(?:in|zu)\s+(?P<place>{PLACE.pattern})")
PLACE_ALONE = re.compile(rf"(?i:{EXECUTED.pattern})\s+(?:in|zu)\s+(?P<place>{PLACE.pattern})\W*")
ON = re.compile(r"\b(?:am|den|dem)\s+$")
LONGEST_LINE = 90
NEAR = 3
"""Paragraphs above the signatures in which the sentence may stand."""


@dataclass(frozen=True, slots=True)
class _Signing:
    place: Extracted[str] | None
    day: Extracted[date | None] | None


def with_place_of_sentence(
    found: Sequence[tuple[Signatory, Entry | None]], reading: Reading
) -> list[tuple[Signatory, Entry | None]]:
    """Those who sign, with what a sentence above them says of all, where no signature says it.

    Where it names several places, each belongs to those who have their seat there; that is doubted.
    """
    signings = list(_signings(reading))
    if not signings or any(one.place or one.date for one, _ in found):
        return list(found)
    return [(_signed(signatory, entry, signings, reading.reference), entry) for signatory, entry in found]


def _signed(
    signatory: Signatory, entry: Entry | None, signings: Sequence[_Signing], reference: Reference
) -> Signatory:
    if len(signings) == 1:
        (own,) = signings
        return signatory.model_copy(update={"place": own.place, "date": own.day})
    seats = seats_for(entry, reference)
    for one in signings:
        if one.place is not None and one.place.value in seats:
            return signatory.model_copy(
                update={"place": doubted(one.place), "date": doubted(one.day) if one.day else None}
            )
    return signatory


def _signings(reading: Reading) -> Iterator[_Signing]:
    """The places and dates of the last sentence above the signatures that says when they were given."""
    rows = reading.layout.signature_rows
    if not rows:
        return
    signed = rows[0].page, rows[0].bbox[1]
    # By where they stand: what a stamp says comes behind the text of its page.
    places = {
        index: (block.page, block.lines[0].bbox[1])
        for index, block in enumerate(reading.layout.blocks)
        if block.lines
    }
    above = sorted((index for index, place in places.items() if place < signed), key=lambda n: places[n])
    for index in reversed(above[-NEAR:]):
        start, end = reading.span_of(index)
        for said in EXECUTED.finditer(reading.text, start, end):
            if signings := list(_in_sentence(reading, *reading.sentence_at(said.start()))):
                yield from signings
                return
    yield from _at_head(reading)


def _at_head(reading: Reading) -> Iterator[_Signing]:
    """The place and date that a line of its own at the head of a deed says: "Geschehen zu Fulda am …"."""
    for index in range(reading.block_index(min(reading.front_end, len(reading.text) - 1)) + 1):
        start, end = reading.span_of(index)
        lines = reading.layout.blocks[index].lines
        told = next((line for line in lines if EXECUTED.match(line.text) and says_place(line.text)), None)
        if told is not None and told.text in reading.text[start:end]:
            start = reading.text.index(told.text, start, end)
            end = start + len(told.text)
        elif not EXECUTED.match(reading.text, start, end) or end - start >= LONGEST_LINE:
            continue
        undated = PLACE_ALONE.fullmatch(reading.text, start, end)
        if undated:
            # The day was stamped beside it, or could not be read.
            yield _Signing(reading.passage.extract(*undated.span("place"), undated["place"]), None)
        yield from _in_sentence(reading, start, end)
        return


def _in_sentence(reading: Reading, start: int, end: int) -> Iterator[_Signing]:
    text = reading.text[:end]
    dates = [one for one in find_dates(text) if one.start >= start]
    for last, one in pairwise([None, *dates]):
        if one is None:
            continue
        begin = last.end if last else start
        before = PLACE_BEFORE.search(text[begin : one.start])
        behind = PLACE_BEHIND.match(text, one.end)
        if not before and not ON.search(text[begin : one.start]):
            continue
        place = None
        if before:
            place = begin + before.start("place"), begin + before.end("place")
        elif behind:
            place = behind.span("place")
        passage = reading.passage
        yield _Signing(
            passage.extract(*place, text[slice(*place)]) if place else None,
            repaired(passage.extract(one.start, one.end, one.value), one.exact),
        )
