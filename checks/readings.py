"""OCR: values that were read without certainty."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple

from checks.rule import Context, Contradiction, agreement_rule, doubtful, percent, spots
from models.agreement import Agreement, AmountRole
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
                expected=f"Sicherheit ab {percent(threshold)}",
                found=_with_certainty(value),
                fields=(path,),
                spots=spots(value),
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
    for index, mention in enumerate(record.dates):
        # A day that no calendar has is the document's fault only where it was read well.
        if mention.value is None and doubtful(mention):
            yield Contradiction(
                "Bitte am Bild lesen: Ein Datum war nicht sicher zu lesen.",
                found=mention.text,
                fields=("dates", f"dates[{index}]"),
                spots=spots(mention),
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
                expected=f"Sicherheit ab {percent(threshold)}",
                found=_listed([_with_certainty(value) for _, value in unsure]),
                fields=tuple(where for where, _ in unsure),
                spots=spots(*(value for _, value in unsure)),
            )


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
    all_figures_can_be_read,
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
    return f"{value.text} ({percent(value.provenance.confidence)})"
