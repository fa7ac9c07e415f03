"""Whether a record may be used as it is, or a person has to look at it first."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from models.agreement import Agreement, Status
from models.settings import Review
from models.values import Extracted

DECISIVE_AMOUNTS = ("total", "replacement")
"""What an agreement is about, and what an amendment puts in its place."""


def judge(agreement: Agreement, review: Review) -> tuple[Status, str | None]:
    """`ok` without a reason, or `review` with the reason in German.

    `ok` means: every key field was found, none with less confidence than `review.confidence`, and no
    finding is more than information.
    """
    if all(page.confidence is None for page in agreement.document.pages):
        return "review", "Auf keiner Seite wurde Text gefunden."
    fields = dict(_key_fields(agreement))
    missing = [name for name, values in fields.items() if not values]
    if len(missing) == len(fields):
        return "review", "Das sieht nicht nach einer Zielvereinbarung aus: Keine Angabe wurde gefunden."
    lost = [str(page.number) for page in agreement.document.pages if page.error]
    unsure = [
        name
        for name, values in fields.items()
        if any(value.provenance.confidence < review.confidence for value in values)
    ]
    serious = [finding.rule for finding in agreement.findings if finding.severity != "info"]
    reasons = [
        f"unvollständig, nicht gelesen: Seite {', '.join(lost)}" if lost else "",
        f"nicht gefunden: {', '.join(missing)}" if missing else "",
        f"unsicher gelesen: {', '.join(unsure)}" if unsure else "",
        f"{_findings(len(serious))} ({', '.join(dict.fromkeys(serious))})" if serious else "",
    ]
    reason = "; ".join(filter(None, reasons))
    return ("review", reason) if reason else ("ok", None)


def _findings(number: int) -> str:
    return f"{number} {'Befund' if number == 1 else 'Befunde'}"


def _key_fields(agreement: Agreement) -> Iterator[tuple[str, list[Extracted[Any]]]]:
    """The fields an agreement cannot be used without, by their German names, with what was found."""

    def found(*values: object) -> list[Extracted[Any]]:
        return [value for value in values if isinstance(value, Extracted)]

    grantor, recipient = agreement.party("grantor"), agreement.party("recipient")
    yield "Art", found(agreement.kind)
    yield "Programm", found(*agreement.programme)
    yield "Haushaltsjahr", found(agreement.budget_year)
    yield "Zuwendungsgeber", found(grantor and grantor.name)
    yield "Empfänger", found(recipient and recipient.name)
    yield "Gesamtbetrag", found(*(amount for amount in agreement.amounts if amount.role in DECISIVE_AMOUNTS))
    yield "Unterzeichner", found(*(signatory.name for signatory in agreement.signatories))
    yield "Unterschriftsdatum", found(*(signatory.date for signatory in agreement.signatories))
