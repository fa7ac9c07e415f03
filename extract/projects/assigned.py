"""Projects that a sentence names with their Maßnahmenart, as changes do that list none: "Das Projekt
„Werkhof“ der Maßnahmenart 2 wird verlängert"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from extract.certainty.confidence import EXACT_MATCH, with_doubted_name
from extract.language.passage import Passage
from extract.layout.understand import Reading
from extract.projects.measure_drafts import Draft, names_of, number_of
from extract.projects.names import find_project
from models.reference import Match, MeasureType

NUMBER = r"(?P<number>\d{1,2}|[IVX]{1,4})"
ASSIGNED = re.compile(
    r"\b(?:Projekte?[ns]?|Vorhabens?|Angebote?[ns]?)\s+[„»«\"](?P<name>[^„“”»«\"]+)[“”»«\"]\s+"
    rf"\(?(?:(?:aus|in|unter|von|zu)\s+)?(?:de[rm]\s+|zur\s+)?(?:Maßnahmen?art|Maßnahme|MA)\s+{NUMBER}\b"
)
# "2 – Ausbildung in anerkannten Ausbildungsberufen": where the title stands with its number.
TITLED = re.compile(rf"\W*(?:Maßnahmen?art\s+)?{NUMBER}\s*[–—:.)|-]\s*(?P<title>[A-ZÄÖÜ].*)")


def with_assigned(reading: Reading, drafts: Sequence[Draft]) -> list[Draft]:
    """The drafts with those of Maßnahmenarten that only such sentences know, in doubt."""
    more: dict[int, Draft] = {}
    for block in reading.layout.blocks:
        for found in ASSIGNED.finditer(block.text):
            number = number_of(found["number"])
            project = find_project(block.passage.part(*found.span("name")))
            if project is None or number is None or any(draft.number == number for draft in drafts):
                continue
            if number not in more and (titled := _title_of(reading, number)):
                more[number] = Draft(number, *titled)
            if number in more and project.name.value not in names_of([more[number]]):
                more[number].projects.append(with_doubted_name(project))
    return [*drafts, *more.values()]


def _title_of(reading: Reading, number: int) -> tuple[Passage, Match[MeasureType]] | None:
    """The title that a line or a cell gives the Maßnahmenart of this number, if the catalogue has it."""
    for passage in _passages(reading):
        titled = TITLED.fullmatch(passage.text)
        if titled is None or number_of(titled["number"]) != number:
            continue
        match = reading.reference.match_measure(titled["title"])
        if match is not None and match.score >= EXACT_MATCH:
            return passage.part(*titled.span("title")), match
    return None


def _passages(reading: Reading) -> Iterator[Passage]:
    yield from (block.passage for block in reading.layout.blocks)
    yield from (cell.passage for cell in reading.layout.cells)
