"""Every rule for a whole archive, firing and silent."""

from __future__ import annotations

from typing import Any

import pytest

from checks.catalogue import ARCHIVE_RULES
from checks.engine import ArchiveFinding, check_archive
from models.agreement import Agreement
from models.reference import Reference
from models.settings import Settings
from tests.agreement_records import (
    agreement,
    day,
    deputy,
    grantor,
    mention,
    minister,
    money,
    recipient,
    text,
    year,
)

REFERENCE = Reference.load()


def of_body(path: str, key: str, in_year: int, value: str, **changes: Any) -> Agreement:
    return agreement(
        path,
        **{
            "parties": (grantor(), recipient(key, key)),
            "budget_year": year(in_year),
            "amounts": (money(value, year=in_year),),
        }
        | changes,
    )


def amendment(path: str, replaced: str, new: str, signed: str = "2025-10-01", **changes: Any) -> Agreement:
    return agreement(
        path,
        **{
            "kind": text("Änderungsvereinbarung"),
            "kind_key": "aenderungsvereinbarung",
            "amounts": (money(replaced, "replaced"), money(new, "replacement")),
            "dates": (mention("amended_agreement", "2025-09-09"),),
            "signatories": (minister(date=day(signed)), deputy(date=day(signed))),
        }
        | changes,
    )


ALL_2024 = [of_body(f"{body.key}.pdf", body.key, 2024, "100") for body in REFERENCE.municipal_bodies(2024)]

FIRES: list[tuple[str, list[Agreement], tuple[str, ...]]] = [
    ("ARC001", [agreement("a.pdf"), agreement("b.pdf", amounts=(money("1000010"),))], ("a.pdf", "b.pdf")),
    ("ARC002", [agreement("a.pdf"), agreement("b.pdf")], ("a.pdf", "b.pdf")),
    ("ARC003", ALL_2024[1:], ()),
    ("ARC004", [amendment("b.pdf", "1000000", "900000")], ("b.pdf",)),
    ("ARC005", [agreement("a.pdf"), amendment("b.pdf", "1000100", "900000")], ("b.pdf", "a.pdf")),
    # the second amendment goes on from the first
    (
        "ARC005",
        [
            agreement("a.pdf"),
            amendment("b.pdf", "1000000", "900000"),
            amendment("c.pdf", "990000", "1", "2025-12-01"),
        ],
        ("c.pdf", "a.pdf", "b.pdf"),
    ),
    (
        "ARC006",
        [of_body("a.pdf", "06433000", 2023, "1140300"), of_body("b.pdf", "06433000", 2024, "114030")],
        ("b.pdf", "a.pdf"),
    ),
]

SILENT: list[tuple[str, list[Agreement]]] = [
    ("ARC001", [agreement("a.pdf"), agreement("b.pdf")]),
    ("ARC001", [agreement("a.pdf"), of_body("b.pdf", "06433000", 2024, "5")]),
    ("ARC001", [agreement("a.pdf"), amendment("b.pdf", "1000000", "900000")]),
    ("ARC001", [agreement("a.pdf"), of_body("b.pdf", "06633000", 2025, "5")]),
    ("ARC002", [agreement("a.pdf"), of_body("b.pdf", "06433000", 2024, "1000000")]),
    ("ARC003", ALL_2024),
    ("ARC003", ALL_2024[:3]),
    ("ARC004", [agreement("a.pdf"), amendment("b.pdf", "1000000", "900000")]),
    ("ARC005", [agreement("a.pdf"), amendment("b.pdf", "1000000", "900000")]),
    (
        "ARC005",
        [
            agreement("a.pdf"),
            amendment("b.pdf", "1000000", "900000"),
            amendment("c.pdf", "900000", "1", "2025-12-01"),
        ],
    ),
    (
        "ARC006",
        [of_body("a.pdf", "06433000", 2023, "1140300"), of_body("b.pdf", "06433000", 2024, "1240300")],
    ),
    (
        "ARC006",
        [of_body("a.pdf", "06433000", 2021, "1140300"), of_body("b.pdf", "06433000", 2024, "114030")],
    ),
]


def findings(records: list[Agreement], rule: str) -> list[ArchiveFinding]:
    return [one for one in check_archive(records, REFERENCE, Settings()) if one.finding.rule == rule]


def test_every_rule_has_a_firing_and_a_silent_case() -> None:
    codes = {rule.code for rule in ARCHIVE_RULES}
    assert {rule for rule, _, _ in FIRES} == codes
    assert {rule for rule, _ in SILENT} == codes


@pytest.mark.parametrize(("rule", "records", "documents"), FIRES)
def test_a_rule_fires_and_names_the_documents(
    rule: str, records: list[Agreement], documents: tuple[str, ...]
) -> None:
    assert [one.documents for one in findings(records, rule)] == [documents]


@pytest.mark.parametrize(("rule", "records"), SILENT)
def test_a_rule_stays_silent(rule: str, records: list[Agreement]) -> None:
    assert findings(records, rule) == []


def test_copies_and_failed_records_do_not_count() -> None:
    copy = agreement("b.pdf")
    copy = copy.model_copy(update={"document": copy.document.model_copy(update={"duplicate_of": "a.pdf"})})
    failed = agreement("c.pdf", status="failed")
    assert check_archive([agreement("a.pdf"), copy, failed], REFERENCE, Settings()) == ()


def test_the_order_of_the_records_does_not_matter() -> None:
    records = [*ALL_2024[1:], agreement("b.pdf"), agreement("a.pdf", amounts=(money("1000010"),))]
    assert check_archive(records, REFERENCE, Settings()) == check_archive(
        records[::-1], REFERENCE, Settings()
    )


def test_a_rule_can_be_switched_off() -> None:
    records = [agreement("a.pdf"), agreement("b.pdf")]
    assert check_archive(records, REFERENCE, Settings(disabled_rules=("ARC002",))) == ()
