"""When a record may be used as it is, and what the reason says when not."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from checks.status import judge
from models.agreement import Agreement, Amount, DocumentInfo, PageInfo, Party, Programme, Signatory
from models.finding import Finding
from models.settings import Review
from models.values import Extracted, Provenance


def printed(confidence: float = 1.0) -> Provenance:
    return Provenance(page=1, bbox=(0, 0, 1, 1), origin="ocr", confidence=confidence)


def text(value: str, confidence: float = 1.0) -> Extracted[str]:
    return Extracted[str](value=value, text=value, provenance=printed(confidence))


def record(**changes: Any) -> Agreement:
    page = PageInfo(number=1, origin="ocr", reason="", width=595, height=842, confidence=0.9)
    whole: dict[str, Any] = {
        "document": DocumentInfo(id="0", path="a.pdf", sha256="0", media_type=None, pages=(page,)),
        "kind": text("Zielvereinbarung"),
        "programme": (Programme(value="Budget", text="Budget", provenance=printed()),),
        "budget_year": Extracted[int](value=2025, text="2025", provenance=printed()),
        "parties": (
            Party(role="grantor", name=text("Ministerium")),
            Party(role="recipient", name=text("Landkreis")),
        ),
        "amounts": (Amount(value=Decimal(100), text="100 Euro", provenance=printed(), role="total"),),
        "signatories": (
            Signatory(
                name=text("Erika Muster"),
                date=Extracted[date](value=date(2025, 8, 7), text="7.8.2025", provenance=printed()),
            ),
        ),
    }
    return Agreement(**(whole | changes))


def finding(severity: Any) -> Finding:
    return Finding(rule="SUM001", severity=severity, message="")


def test_complete_and_certain_is_ok_even_with_an_information() -> None:
    assert judge(record(findings=(finding("info"),)), Review()) == ("ok", None)


@pytest.mark.parametrize(
    ("changes", "named"),
    [
        ({"kind": None}, "Art"),
        ({"programme": ()}, "Programm"),
        ({"budget_year": None}, "Haushaltsjahr"),
        ({"parties": (Party(role="recipient", name=text("x")),)}, "Zuwendungsgeber"),
        ({"parties": (Party(role="grantor", name=text("x")),)}, "Empfänger"),
        ({"amounts": ()}, "Gesamtbetrag"),
        ({"signatories": ()}, "Unterzeichner, Unterschriftsdatum"),
    ],
)
def test_a_missing_key_field_is_named(changes: dict[str, Any], named: str) -> None:
    assert judge(record(**changes), Review()) == ("review", f"nicht gefunden: {named}")


def test_an_amendment_needs_the_new_amount_and_no_total() -> None:
    amended = record().amounts[0].model_copy(update={"role": "replacement"})
    assert judge(record(amounts=(amended,)), Review()) == ("ok", None)
    replaced = amended.model_copy(update={"role": "replaced"})
    assert judge(record(amounts=(replaced,)), Review()) == ("review", "nicht gefunden: Gesamtbetrag")


def test_one_uncertain_key_field_is_enough_for_a_review() -> None:
    unsure = record(kind=text("Zielvereinbarung", 0.79))
    assert judge(unsure, Review(confidence=0.8)) == ("review", "unsicher gelesen: Art")
    assert judge(unsure, Review(confidence=0.79)) == ("ok", None)


@pytest.mark.parametrize("severity", ["warning", "error"])
def test_a_finding_above_information_asks_for_a_review(severity: str) -> None:
    assert judge(record(findings=(finding(severity),)), Review()) == ("review", "1 Befund (SUM001)")


def test_all_reasons_are_given_together() -> None:
    troubled = record(
        kind=text("Zielvereinbarung", 0.1), budget_year=None, findings=(finding("error"), finding("warning"))
    )
    status, reason = judge(troubled, Review())
    assert status == "review"
    assert reason == "nicht gefunden: Haushaltsjahr; unsicher gelesen: Art; 2 Befunde (SUM001)"


def test_a_document_without_text_or_without_any_field_says_so() -> None:
    blank = PageInfo(number=1, origin="ocr", reason="", width=595, height=842)
    info = DocumentInfo(id="0", path="a.pdf", sha256="0", media_type=None, pages=(blank,))
    status, reason = judge(record(document=info), Review())
    assert status == "review"
    assert reason == "Auf keiner Seite wurde Text gefunden."
    status, reason = judge(Agreement(document=record().document), Review())
    assert status == "review"
    assert reason is not None
    assert "nicht nach einer Zielvereinbarung" in reason
