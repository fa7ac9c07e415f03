"""Projects on cards: each has a field with its name and one with its Maßnahmenart, behind a label."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from extract.language.lines import Line, Row
from extract.language.passage import Passage, join_lines

PROJECT_FIELD = re.compile(
    r"(?:(?:Name|Titel|Bezeichnung)\sde[rs]\s(?:Projekts|Vorhabens|Angebots|Maßnahme)|Vorhaben|Angebot|Bezeichnung"
    r"|Titel|Projekt(?:e|name|titel|bezeichnung)?)(?:\s(?:Nr\.\s)?\d{1,2})?\s?:?"
)
MEASURE_FIELD = re.compile(
    r"(?:Maßnahmen?art|Art(?:\sder\sMaßnahme)?|Förderbereich|Förderschwerpunkt|Schwerpunkt)\s?:?"
)
LABELLED = re.compile(r"(?P<label>[A-ZÄÖÜ][^:]{2,30}:)\s+(?=\S)")
# A number before the name of a Maßnahmenart in its field.
NUMBER = re.compile(r"\(?(?P<number>\d{1,2})\s?[.):–-]*\s+")
# Left edges of a column agree within this (letter sizes).
SAME_LEFT = 0.8


@dataclass(frozen=True, slots=True)
class Card:
    """What the two fields of one card say."""

    project: Passage
    number: int | None
    measure: Passage


def cards_of(rows: Sequence[Row]) -> list[Card]:
    """The cards among these rows; none unless two at least have both fields, always in the same order."""
    told = [
        (kind, value) for label, value in _fields(rows) if value.text and (kind := _kind(label)) is not None
    ]
    pairs = [told[i : i + 2] for i in range(0, len(told), 2)]
    if len(pairs) < 2 or any([kind for kind, _ in pair] != [kind for kind, _ in pairs[0]] for pair in pairs):
        return []
    if {kind for kind, _ in pairs[0]} != {"project", "measure"}:
        return []
    return [_card(dict(pair)) for pair in pairs]


def _card(fields: dict[str, Passage]) -> Card:
    measure = fields["measure"]
    number = NUMBER.match(measure.text)
    title = measure.part(number.end() if number else 0, len(measure.text))
    return Card(fields["project"], int(number["number"]) if number else None, title)


def _kind(label: str) -> str | None:
    if PROJECT_FIELD.fullmatch(label):
        return "project"
    return "measure" if MEASURE_FIELD.fullmatch(label) else None


def _fields(rows: Sequence[Row]) -> Iterator[tuple[str, Passage]]:
    """Labels with their values; a line without a label below a value goes on with it."""
    label, lines, behind = "", list[Line](), None
    for row in rows:
        if len(row.lines) == 1 and lines and abs(row.bbox[0] - lines[0].bbox[0]) < SAME_LEFT * row.size:
            lines.append(row.lines[0])
            continue
        if label:
            yield label, behind or join_lines(lines)
        label, lines, behind = "", [], None
        if len(row.lines) > 1:
            label, lines = row.lines[0].text, [Line(row.page, row.words[len(row.lines[0].words) :])]
        elif found := LABELLED.match(row.text):
            passage = join_lines(row.lines)
            label, behind = found["label"], passage.part(found.end(), len(passage.text))
    if label:
        yield label, behind or join_lines(lines)
