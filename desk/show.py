"""One record for people: its values with page and confidence, then its findings."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from math import floor
from typing import Any

from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

from desk.printable import printable
from models.agreement import Agreement, Signatory
from models.finding import Severity
from models.german import format_date, format_number
from models.values import Extracted
from models.words import AMOUNT_ROLE, DATE_ROLE, PARTY_ROLE, STATUS

Line = tuple[str, Extracted[Any] | None, str]
"""Label, value, and what is known beyond the value."""

COLOURS: dict[Severity, str] = {"error": "red", "warning": "yellow", "info": "blue"}


def show(agreement: Agreement) -> RenderableType:
    """The record as something rich can print."""
    head = Text(f"{agreement.document.path}: {STATUS[agreement.status]}", style="bold")
    if agreement.reason:
        head.append(f" ({agreement.reason})")
    if agreement.status == "failed":
        return head
    values = Table(box=None, padding=(0, 2, 0, 0), header_style="bold")
    for title in ("Angabe", "Wert"):
        values.add_column(title, overflow="fold")
    for title in ("Seite", "Sicherheit"):
        values.add_column(title, justify="right")
    for label, value, more in _lines(agreement):
        values.add_row(*(Text(printable(cell)) for cell in _cells(label, value, more)))
    return Group(head, Text(), values, *_findings(agreement))


def _cells(label: str, value: Extracted[Any] | None, more: str) -> tuple[str, str, str, str]:
    if value is None:
        return label, "–", "", ""
    shown = german(value.value)
    printed = "" if value.text == shown else f" (gedruckt: {value.text})"
    place = value.provenance
    return label, f"{shown} {more}".strip() + printed, str(place.page), _percent(place.confidence)


def _percent(confidence: float) -> str:
    """Rounded down: what is not certain is not told as 100 %."""
    return f"{floor(round(100 * confidence, 6))} %"


def _lines(agreement: Agreement) -> Iterator[Line]:
    yield "Art", agreement.kind, ""
    yield "Titel", agreement.title, ""
    for programme in agreement.programme:
        yield "Programm", programme, f"[{programme.key}]" if programme.key else ""
    yield "Haushaltsjahr", agreement.budget_year, ""
    for party in agreement.parties:
        yield PARTY_ROLE[party.role], party.name, f"[{party.registry_key}]" if party.registry_key else ""
        if party.abbreviation:
            yield "  kurz", party.abbreviation, ""
        if party.representative:
            yield "  vertreten durch", party.representative, ""
    for amount in agreement.amounts:
        about = [amount.currency, amount.label, str(amount.year) if amount.year else None, amount.project]
        yield AMOUNT_ROLE[amount.role], amount, " · ".join(filter(None, about))
        if amount.in_words:
            yield "  in Worten", amount.in_words, ""
    for measure in agreement.measures:
        yield f"Maßnahmenart {measure.number or ''}".strip(), measure.title, ""
        for project in measure.projects:
            yield "  Projekt", project.name, ""
            if project.amount:
                yield "    Betrag", project.amount, ""
    for signatory in agreement.signatories:
        yield from _signature(signatory)
    for mention in agreement.dates:
        yield f"Datum ({DATE_ROLE[mention.role]})", mention, ""
    for section in agreement.sections:
        yield f"Abschnitt {section.number.value}", section.heading or section.number, ""
    if agreement.authority:
        yield "Bewilligungsbehörde", agreement.authority, ""


def _signature(signatory: Signatory) -> Iterator[Line]:
    yield "Unterzeichner", signatory.name, ""
    yield "  Funktion", signatory.function, ""
    yield "  für", signatory.organisation, ""
    yield "  Ort", signatory.place, ""
    yield "  Datum", signatory.date, ""


def _findings(agreement: Agreement) -> Iterator[RenderableType]:
    if agreement.findings:
        yield Text("\nBefunde", style="bold")
    for finding in agreement.findings:
        place = f", Seite {finding.page}" if finding.page else ""
        line = Text(f"{finding.rule}{place}: {printable(finding.message)}", style=COLOURS[finding.severity])
        yield line


def german(value: object) -> str:
    """1234567.5 → 1.234.567,50; a date → 07.08.2025; anything else as it is."""
    if isinstance(value, Decimal):
        return format_number(value)
    if isinstance(value, date):
        return format_date(value)
    return str(value)
