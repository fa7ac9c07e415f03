"""Projects on cards: each has a field with its name and one with its Maßnahmenart, behind a label; or the
Maßnahmenart heads the cards below it, "Handlungsfeld A – Ausbildungsvorbereitung"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from extract.language.lines import Line, Row
from extract.language.passage import Passage, join_lines
from extract.projects.measure_drafts import WEAK_HEAD, number_of

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
# So many cards are there at least, each with so many fields below that with the name.
FEWEST_CARDS, FEWEST_FIELDS = 2, 1
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


def headed_cards(rows: Sequence[Row]) -> list[Card]:
    """The cards among these rows that have no field with their Maßnahmenart, each with the heading above it;
    none unless all have the same fields, that of the name first, below headings that one word counts."""
    cards: list[Card] = []
    labels: list[list[str]] = []
    words = set()
    head: tuple[str, int | None, Passage] | None = None
    for label, value in _fields(rows):
        if value.text and PROJECT_FIELD.fullmatch(label):
            if head is None:
                return []
            word, number, title = head
            words.add(word)
            cards.append(Card(value, number, title))
            labels.append([])
        elif label and labels:
            labels[-1].append(label)
        elif not label and (counted := WEAK_HEAD.match(value.text)) and counted.end() < len(value.text):
            title = value.part(counted.end(), len(value.text))
            head = value.text.split()[0], number_of(counted["number"]), title
    # Behind the last card there may be rows in columns, too.
    fields = min(map(len, labels), default=0)
    alike = all(one[:fields] == labels[0][:fields] for one in labels)
    enough = len(cards) >= FEWEST_CARDS and fields >= FEWEST_FIELDS
    return cards if enough and alike and len(words) == 1 else []


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
    """Labels with their values; a line without a label below a value goes on with it, any other has none."""
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
        else:
            yield "", join_lines(row.lines)
    if label:
        yield label, behind or join_lines(lines)
