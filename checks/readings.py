"""OCR: values that were read without certainty."""

from __future__ import annotations

import math
from collections.abc import Iterator
from typing import Any, NamedTuple

from checks.rule import Context, Contradiction, agreement_rule, spots
from models.agreement import Agreement, AmountRole, Part
from models.values import Extracted, Spot


@agreement_rule(
    "OCR001",
    "warning",
    german="Eine wichtige Angabe ist unsicher gelesen.",
    english="A key value is below the review threshold.",
    why="Ein falscher Betrag, ein falsches Datum oder ein falscher Name darf nicht unbemerkt in die Tabelle.",
    example="„1.617.83O Euro“ mit einer Sicherheit von 61 %.",
)
def key_values_are_certain(record: Agreement, context: Context) -> Iterator[Contradiction]:
    threshold = context.settings.review.confidence
    for path, name, value in _key_values(record):
        if value.provenance.confidence < threshold:
            yield Contradiction(
                f"Bitte am Bild prüfen: {name} ist unsicher gelesen.",
                expected=f"Sicherheit ab {_percent(threshold)}",
                found=_with_certainty(value),
                fields=(path,),
                spots=spots(value),
            )


@agreement_rule(
    "OCR002",
    "warning",
    german="Vermutlich wurde ein Teil des Dokuments nicht gefunden.",
    english="Something of the document was probably overlooked.",
    why="Was nicht gefunden wurde, steht in keiner Tabelle und fehlt in jeder Summe, ohne dass es auffällt.",
    example="Projekte in einer Form, die nicht verstanden wurde: Die Liste ist leer oder zu kurz.",
)
def nothing_is_overlooked(record: Agreement, context: Context) -> Iterator[Contradiction]:
    threshold = context.settings.review.completeness
    for one in record.completeness:
        if one.confidence < threshold:
            yield Contradiction(
                f"Bitte am Dokument prüfen: {PARTS[one.part]} sind vermutlich nicht vollständig gefunden.",
                expected=f"Sicherheit ab {_percent(threshold)}",
                found=f"Sicherheit {_percent(one.confidence)}",
                fields=(one.part,),
                spots=one.spots,
            )


@agreement_rule(
    "OCR003",
    "warning",
    german="Ein Betrag oder ein Datum ist gedruckt, aber nicht zu lesen.",
    english="A sum or a date is printed but cannot be read.",
    why="Was sich nicht ohne Raten lesen lässt, steht in keiner Tabelle und fehlt in jeder Summe.",
    example="„1.617.83 Euro“: Eine Ziffer fehlt; welche, ist nicht zu erkennen.",
)
def all_figures_can_be_read(record: Agreement, context: Context) -> Iterator[Contradiction]:
    for one in record.illegible:
        what = "Ein Datum" if one.part == "dates" else "Ein Betrag"
        yield Contradiction(
            f"Bitte am Bild lesen: {what} war nicht sicher zu lesen und steht in keiner Tabelle.",
            found=one.text,
            fields=(one.part,),
            spots=(Spot(page=one.page, bbox=one.bbox),),
        )


@agreement_rule(
    "OCR004",
    "warning",
    german="Eine Angabe, die jede Zielvereinbarung hat, wurde nicht gefunden.",
    english="Something that every agreement under a programme has was not found.",
    why="Die Spalte bleibt leer, und die Vereinbarung fehlt in jeder Auswertung nach Jahr oder Programm.",
    example="Das Haushaltsjahr steht nur im Siegel oder wurde nicht erkannt.",
)
def what_all_have_is_found(record: Agreement, context: Context) -> Iterator[Contradiction]:
    of_a_programme = record.programme or any(measure.measure_key for measure in record.measures)
    if not of_a_programme and record.kind_key != TARGET_AGREEMENT:
        return
    for field, name in EXPECTED.items():
        if not getattr(record, field):
            yield Contradiction(
                f"Bitte am Dokument prüfen: {name} wurde nicht gefunden.",
                fields=(field,),
                spots=spots(record.title or record.kind, *record.programme),
            )


@agreement_rule(
    "OCR005",
    "warning",
    german="Die Projekte einer Maßnahmenart sind unsicher gelesen.",
    english="Projects of a measure, or its title, are below the review threshold.",
    why="Ein falsch gelesener oder falsch geteilter Name steht für ein Projekt, das es nicht gibt.",
    example="Zwei Zeilen einer Liste sind nicht sicher als ein Projekt oder als zwei zu erkennen.",
)
def projects_are_certain(record: Agreement, context: Context) -> Iterator[Contradiction]:
    threshold = context.settings.review.confidence
    for index, measure in enumerate(record.measures):
        path = f"measures[{index}]"
        names = [(f"{path}.projects[{i}].name", one.name) for i, one in enumerate(measure.projects)]
        unsure = [
            (where, value)
            for where, value in ((f"{path}.title", measure.title), *names)
            if value.provenance.confidence < threshold
        ]
        if unsure:
            which = "einer Maßnahmenart" if measure.number is None else f"Maßnahmenart {measure.number}"
            are = "ist" if len(unsure) == 1 else "sind"
            yield Contradiction(
                f"Bitte am Bild prüfen: Von {which} {are} {len(unsure)} von {len(names) + 1} Angaben "
                "(Titel und Projekte) unsicher gelesen.",
                expected=f"Sicherheit ab {_percent(threshold)}",
                found=_listed([_with_certainty(value) for _, value in unsure]),
                fields=tuple(where for where, _ in unsure),
                spots=spots(*(value for _, value in unsure)),
            )


TARGET_AGREEMENT = "zielvereinbarung"
EXPECTED = {
    "kind": "Die Art der Vereinbarung",
    "programme": "Das Programm",
    "budget_year": "Das Haushaltsjahr",
}
PARTS: dict[Part, str] = {
    "parties": "Die Parteien",
    "amounts": "Die Beträge",
    "measures": "Die Maßnahmenarten und Projekte",
    "signatories": "Die Unterschriften",
    "dates": "Die Datumsangaben",
    "sections": "Die Abschnitte",
}
AMOUNTS: dict[AmountRole, str] = {
    "total": "Der Gesamtbetrag",
    "component": "Ein Teilbetrag",
    "subtotal": "Eine Zwischensumme",
    "replaced": "Der ersetzte Betrag",
    "replacement": "Der neue Betrag",
}
LISTED = 5
"""So many values a finding names; of the rest it tells how many there are."""

RULES = (
    key_values_are_certain,
    nothing_is_overlooked,
    all_figures_can_be_read,
    what_all_have_is_found,
    projects_are_certain,
)


class Key(NamedTuple):
    """A value that must not be wrong: its path in the record, and what a person calls it."""

    path: str
    name: str
    value: Extracted[Any]


def _key_values(record: Agreement) -> Iterator[Key]:
    """What must not be wrong: kind, programme, year, parties, amounts, dates and signatories."""
    found: list[tuple[str, str, Extracted[Any] | None]] = [
        ("kind", "Die Art der Vereinbarung", record.kind),
        ("budget_year", "Das Haushaltsjahr", record.budget_year),
    ]
    for index, programme in enumerate(record.programme):
        found.append((f"programme[{index}]", "Das Programm", programme))
    for index, party in enumerate(record.parties):
        found.append((f"parties[{index}].name", "Der Name einer Partei", party.name))
    for index, amount in enumerate(record.amounts):
        found.append((f"amounts[{index}]", AMOUNTS.get(amount.role, "Ein Betrag"), amount))
        found.append((f"amounts[{index}].in_words", "Ein Betrag in Worten", amount.in_words))
    for index, signatory in enumerate(record.signatories):
        found.append((f"signatories[{index}].name", "Der Name bei einer Unterschrift", signatory.name))
        found.append((f"signatories[{index}].function", "Das Amt bei einer Unterschrift", signatory.function))
        found.append((f"signatories[{index}].date", "Das Datum einer Unterschrift", signatory.date))
    for path, name, value in found:
        if value is not None:
            yield Key(path, name, value)


def _listed(values: list[str]) -> str:
    """Some values, and how many there are beside."""
    more = len(values) - LISTED
    return "; ".join(values[:LISTED]) + (f"; und {more} weitere" if more > 0 else "")


def _with_certainty(value: Extracted[Any]) -> str:
    return f"{value.text} ({_percent(value.provenance.confidence)})"


def _percent(share: float) -> str:
    """Rounded down: what is below a threshold must not look as if it reached it."""
    return f"{math.floor(share * 100 + 1e-9)} %"
