"""A record and its gold as comparable facts: (field, what it says)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from models.agreement import Agreement
from models.values import Extracted

# Dates, amounts, numbers: compared to the letter in both scores. Names and titles have a lenient one too.
LENIENT = re.compile(r"[\W_]+")


@dataclass(frozen=True, slots=True)
class Fact:
    """One statement of a document. `path` names where it stands in the record; empty for gold."""

    field: str
    value: tuple[str, ...]
    path: str = ""
    confidence: float = 1.0
    page: int = 0
    bbox: tuple[float, float, float, float] | None = None

    @property
    def lenient(self) -> tuple[str, ...]:
        """The value without case, blanks and punctuation."""
        return tuple(LENIENT.sub("", part).casefold() for part in self.value)


def facts_of_record(record: Agreement) -> Iterator[Fact]:
    """What a record states, each fact with its path and the confidence of the value behind it."""

    def fact(field: str, extracted: Extracted[Any] | None, path: str, *context: str) -> Iterator[Fact]:
        if extracted is not None and extracted.value is not None:
            where = extracted.provenance
            value = (*context, _text(extracted.value))
            yield Fact(field, value, path, where.confidence, where.page, where.bbox)

    yield from fact("kind", record.kind, "kind")
    for i, programme in enumerate(record.programme):
        yield from fact("programme", programme, f"programme[{i}]")
    yield from fact("budget_year", record.budget_year, "budget_year")
    for i, party in enumerate(record.parties):
        yield from fact("party", party.name, f"parties[{i}].name", party.role)
        if party.registry_key and party.role == "recipient":
            key = party.name.model_copy(update={"value": party.registry_key})
            yield from fact("registry_key", key, f"parties[{i}]")
    for i, amount in enumerate(record.amounts):
        yield from fact("amount", amount, f"amounts[{i}]")
        yield from fact("amount_role", amount, f"amounts[{i}]", amount.role)
    for i, measure in enumerate(record.measures):
        yield from fact("measure", measure.title, f"measures[{i}].title", _text(measure.number))
        for j, project in enumerate(measure.projects):
            yield from fact(
                "project", project.name, f"measures[{i}].projects[{j}].name", _text(measure.number)
            )
    for i, signatory in enumerate(record.signatories):
        party_number = _text(signatory.party)
        for part in ("name", "function", "organisation", "place", "date"):
            yield from fact(
                f"signatory_{part}", getattr(signatory, part), f"signatories[{i}].{part}", party_number
            )
    for i, mention in enumerate(record.dates):
        yield from fact("date", mention, f"dates[{i}]")
        yield from fact("date_role", mention, f"dates[{i}]", mention.role)
    for i, section in enumerate(record.sections):
        yield from fact("section", section.number, f"sections[{i}].number")
    yield from fact("authority", record.authority, "authority")


def facts_of_gold(gold: Mapping[str, Any]) -> Iterator[Fact]:
    """What a document states according to its gold file."""

    def fact(field: str, value: object, *context: str) -> Iterator[Fact]:
        if value not in (None, ""):
            yield Fact(field, (*context, _text(value)))

    yield from fact("kind", gold.get("kind"))
    programmes = [one["name"] for one in gold.get("programmes", ())] or [gold.get("programme")]
    for programme in programmes:
        yield from fact("programme", programme)
    yield from fact("budget_year", gold.get("budget_year"))
    for party in gold.get("parties", ()):
        yield from fact("party", party["name"], party["role"])
        if party["role"] == "recipient":
            yield from fact("registry_key", party.get("registry_key"))
    for amount in gold.get("amounts", ()):
        yield from fact("amount", Decimal(amount["value"]))
        yield from fact("amount_role", Decimal(amount["value"]), amount["role"])
    for measure in gold.get("measures", ()):
        number = _text(measure.get("number"))
        yield from fact("measure", measure["title"], number)
        for project in measure.get("projects", ()):
            yield from fact("project", project if isinstance(project, str) else project["name"], number)
    for signatory in gold.get("signatories", ()):
        for part in ("name", "function", "organisation", "place", "date"):
            yield from fact(f"signatory_{part}", signatory.get(part), _text(signatory.get("party")))
    for mention in gold.get("dates", ()):
        yield from fact("date", mention["value"])
        yield from fact("date_role", mention["value"], mention["role"])
    for number in gold.get("sections", ()):
        yield from fact("section", number)
    yield from fact("authority", gold.get("authority"))


def _text(value: object) -> str:
    if isinstance(value, Decimal):
        return f"{value:.2f}"
    return "" if value is None else str(value)
