"""Every rule for a whole archive, firing and silent."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from checks.catalogue import ARCHIVE_RULES
from checks.engine import ArchiveFinding, check_archive
from models.agreement import Agreement, Measure
from models.figures import Figure, FiguresError, read_figures
from models.reference import Reference
from models.settings import Checks, Settings
from tests.agreement_records import (
    agreement,
    day,
    deputy,
    grantor,
    head_of_county,
    measure,
    mention,
    minister,
    money,
    recipient,
    text,
    year,
)

REFERENCE = Reference.load()
SETTINGS = Settings(checks=Checks(today=date(2026, 6, 1)))


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


def copy_of(original: str, path: str) -> Agreement:
    copy = agreement(path)
    return copy.model_copy(
        update={"document": copy.document.model_copy(update={"duplicate_of": original}), "parties": ()}
    )


def numbered(path: str, kind: str, signed: str = "2025-10-01") -> Agreement:
    return amendment(path, "1000000", "900000", signed, kind=text(kind))


def signed_by(path: str, name: str, on: str) -> Agreement:
    head = head_of_county(name=text(name), date=day(on))
    return agreement(path, budget_year=year(int(on[:4])), signatories=(minister(), head))


def keyed(key: str, *projects: str) -> Measure:
    return measure(1, key, *projects).model_copy(update={"measure_key": key})


def of_two(path: str, in_year: int) -> Agreement:
    signers = (minister(), head_of_county(), deputy())
    return agreement(path, budget_year=year(in_year), signatories=signers)


ALONE = (minister(), deputy())
OF_ONE = of_body("d.pdf", "06611000", 2024, "100", signatories=ALONE)
AMENDED_ON_ANOTHER_DAY = (mention("amended_agreement", "2025-07-08"),)

# The archive of the first year below grants 1.000.500 Euro: see ARC008.
FIGURES = (Figure(year=2025, body=None, name="alle Körperschaften", amount=Decimal("1000050"), line=2),)

ALL_2024 = [of_body(f"{body.key}.pdf", body.key, 2024, "100") for body in REFERENCE.municipal_bodies(2024)]

FIRES: list[tuple[str, list[Agreement], tuple[str, ...]]] = [
    ("ARC001", [agreement("a.pdf"), agreement("b.pdf", amounts=(money("1000010"),))], ("a.pdf", "b.pdf")),
    ("ARC002", [agreement("a.pdf"), agreement("b.pdf")], ("a.pdf", "b.pdf")),
    ("ARC003", ALL_2024[1:], ()),
    (
        "SIG007",
        [of_two("a.pdf", 2021), agreement("b.pdf", signatories=ALONE), of_two("c.pdf", 2023)],
        ("c.pdf", "b.pdf"),
    ),
    # a body of one agreement, where the others have two
    (
        "SIG007",
        [of_two("a.pdf", 2021), of_two("b.pdf", 2022), of_two("c.pdf", 2023), OF_ONE],
        ("c.pdf", "d.pdf"),
    ),
    ("ARC004", [amendment("b.pdf", "1000000", "900000")], ("b.pdf",)),
    ("ARC005", [agreement("a.pdf"), amendment("b.pdf", "1000100", "900000")], ("a.pdf", "b.pdf")),
    # the second amendment goes on from the first
    (
        "ARC005",
        [
            agreement("a.pdf"),
            amendment("b.pdf", "1000000", "900000"),
            amendment("c.pdf", "990000", "1", "2025-12-01"),
        ],
        ("a.pdf", "b.pdf", "c.pdf"),
    ),
    # an amendment filed twice
    (
        "ARC002",
        [amendment("b.pdf", "1000000", "900000"), amendment("c.pdf", "1000000", "900000")],
        ("b.pdf", "c.pdf"),
    ),
    (
        "ARC006",
        [of_body("a.pdf", "06433000", 2023, "1140300"), of_body("b.pdf", "06433000", 2024, "114030")],
        ("a.pdf", "b.pdf"),
    ),
    # one odd year is told once, and so is a cut that lasts
    (
        "ARC006",
        [
            of_body(f"{number}.pdf", "06433000", 2020 + number, value)
            for number, value in enumerate(("1000", "1010", "101", "990", "1005"))
        ],
        ("1.pdf", "2.pdf"),
    ),
    (
        "ARC006",
        [
            of_body(f"{number}.pdf", "06433000", 2020 + number, value)
            for number, value in enumerate(("1000", "1010", "400", "410", "420"))
        ],
        ("1.pdf", "2.pdf"),
    ),
    ("ARC007", [agreement("a.pdf"), copy_of("a.pdf", "copies/a.pdf")], ("copies/a.pdf", "a.pdf")),
    ("ARC008", [agreement("a.pdf"), of_body("b.pdf", "06633000", 2025, "500")], ()),
    (
        "ARC009",
        [agreement("a.pdf"), amendment("b.pdf", "1000000", "900000", dates=AMENDED_ON_ANOTHER_DAY)],
        ("a.pdf", "b.pdf"),
    ),
    ("ARC010", [agreement("a.pdf"), numbered("c.pdf", "3. Änderungsvereinbarung")], ("c.pdf",)),
    (
        "ARC011",
        [
            agreement("a.pdf"),
            numbered("b.pdf", "Erste Änderungsvereinbarung", "2025-12-01"),
            numbered("c.pdf", "Zweite Änderungsvereinbarung", "2025-10-01"),
        ],
        ("b.pdf", "c.pdf"),
    ),
    (
        "SIG008",
        [
            signed_by("a.pdf", "Lieschen Muster", "2023-03-01"),
            signed_by("b.pdf", "Max Beispielmann", "2024-03-01"),
            signed_by("c.pdf", "Dr. Lieschen Muster", "2025-03-01"),
        ],
        ("a.pdf", "b.pdf"),
    ),
    (
        "SIG009",
        [
            signed_by("a.pdf", "Stephanie Muster-Beispiel", "2023-03-01"),
            signed_by("b.pdf", "Stefanie Muster Beispiel", "2024-03-01"),
        ],
        ("a.pdf", "b.pdf"),
    ),
    (
        "PRJ007",
        [
            of_body("a.pdf", "06433000", 2023, "1", measures=(keyed("aqb-1", "Lernwerkstatt"),)),
            of_body("b.pdf", "06433000", 2024, "1", measures=(keyed("aqb-3", "Lern-Werkstatt", "Neu"),)),
        ],
        ("a.pdf", "b.pdf"),
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
    # it mostly signs so, whatever others do
    (
        "SIG007",
        [
            *(of_two(f"{n}.pdf", 2019 + n) for n in range(5)),
            *(OF_ONE.model_copy(update={"document": agreement(f"{n}.pdf").document}) for n in range(5, 8)),
        ],
    ),
    ("SIG007", [of_two("a.pdf", 2021), agreement("b.pdf", signatories=ALONE)]),
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
    ("ARC007", [agreement("a.pdf"), agreement("b.pdf")]),
    # the same agreement twice counts once, an amendment takes the place of what it amends
    (
        "ARC008",
        [of_body("a.pdf", "06433000", 2025, "1000050"), of_body("b.pdf", "06433000", 2025, "1000050")],
    ),
    ("ARC008", [agreement("a.pdf"), amendment("b.pdf", "1000000", "1000050")]),
    ("ARC008", [of_body("a.pdf", "06433000", 2025, "1000000"), of_body("b.pdf", "06633000", 2025, "50")]),
    ("ARC009", [agreement("a.pdf"), amendment("b.pdf", "1000000", "900000")]),
    # it speaks of another agreement: of another day, and another amount
    ("ARC005", [agreement("a.pdf"), amendment("b.pdf", "5", "4", dates=AMENDED_ON_ANOTHER_DAY)]),
    ("ARC009", [agreement("a.pdf"), amendment("b.pdf", "5", "4", dates=AMENDED_ON_ANOTHER_DAY)]),
    ("ARC009", [amendment("b.pdf", "1000000", "900000", dates=AMENDED_ON_ANOTHER_DAY)]),
    (
        "ARC010",
        [
            agreement("a.pdf"),
            numbered("b.pdf", "Änderungsvereinbarung"),
            numbered("c.pdf", "Zweite Änderungsvereinbarung"),
        ],
    ),
    (
        "ARC011",
        [
            agreement("a.pdf"),
            numbered("b.pdf", "1. Nachtrag", "2025-10-01"),
            numbered("c.pdf", "2. Nachtrag", "2025-12-01"),
        ],
    ),
    # one followed the other
    (
        "SIG008",
        [
            signed_by("a.pdf", "Lieschen Muster", "2022-03-01"),
            signed_by("b.pdf", "Lieschen Muster", "2023-03-01"),
            signed_by("c.pdf", "Max Beispielmann", "2024-03-01"),
        ],
    ),
    (
        "SIG009",
        [
            signed_by("a.pdf", "Lieschen Muster", "2023-03-01"),
            signed_by("b.pdf", "Dr. Lieschen Muster", "2024-03-01"),
            signed_by("c.pdf", "Lieschen Beispiel", "2025-03-01"),
        ],
    ),
    (
        "PRJ007",
        [
            of_body("a.pdf", "06433000", 2023, "1", measures=(keyed("aqb-1", "Lernwerkstatt"),)),
            of_body(
                "b.pdf",
                "06433000",
                2024,
                "1",
                measures=(keyed("aqb-1", "Lernwerkstatt"), keyed("aqb-3", "Lernwerkstatt")),
            ),
            of_body("c.pdf", "06633000", 2024, "1", measures=(keyed("aqb-3", "Lernwerkstatt"),)),
        ],
    ),
]


def findings(records: list[Agreement], rule: str) -> list[ArchiveFinding]:
    figures = FIGURES if rule == "ARC008" else ()
    found = check_archive(records, REFERENCE, SETTINGS, figures)
    return [one for one in found if one.finding.rule == rule]


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
    failed = agreement("c.pdf", status="failed")
    found = check_archive([agreement("a.pdf"), copy_of("a.pdf", "b.pdf"), failed], REFERENCE, SETTINGS)
    assert {one.finding.rule for one in found} == {"ARC007"}


def test_the_order_of_the_records_does_not_matter() -> None:
    records = [*ALL_2024[1:], agreement("b.pdf"), agreement("a.pdf", amounts=(money("1000010"),))]
    assert check_archive(records, REFERENCE, Settings()) == check_archive(
        records[::-1], REFERENCE, Settings()
    )


def test_a_rule_can_be_switched_off() -> None:
    records = [agreement("a.pdf"), agreement("b.pdf")]
    assert check_archive(records, REFERENCE, Settings(disabled_rules=("ARC002",))) == ()


def test_a_figure_of_a_body_is_held_against_that_body_alone(tmp_path: Path) -> None:
    file = tmp_path / "figures.csv"
    file.write_text(
        "\ufeffJahr;Körperschaft;Betrag\r\n"
        "2025;Landkreis Groß-Gerau;1.000.000,00\r\n"
        "2025;06633000;1000000.50\r\n"
        "2024;;5\r\n",
        encoding="utf-8",
    )
    figures = read_figures(file, REFERENCE)
    records = [agreement("a.pdf"), of_body("b.pdf", "06633000", 2025, "1000000")]
    found = [
        one for one in check_archive(records, REFERENCE, SETTINGS, figures) if one.finding.rule == "ARC008"
    ]
    assert [(one.documents, one.finding.money) for one in found] == [
        ((), Decimal(5)),
        (("b.pdf",), Decimal("0.50")),
    ]
    tolerant = Settings(checks=Checks(figures_tolerance=Decimal(1)))
    found = [
        one for one in check_archive(records, REFERENCE, tolerant, figures) if one.finding.rule == "ARC008"
    ]
    assert [one.finding.found for one in found] == ["keine Vereinbarung mit Betrag im Archiv"]


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ("year;body\n", "Spalte amount"),
        ("year;body;amount\nzwanzig;;1\n", "Zeile 2: 'zwanzig' ist kein Jahr"),
        ("year,body,amount\n2025,,viel\n", "Zeile 2: 'viel' ist kein Betrag"),
        ("year;body;amount\n2025;Atlantis;1\n", "'Atlantis' steht in keinem Verzeichnis. Verlangt ist"),
    ],
)
def test_a_file_of_figures_that_cannot_be_used_says_where(content: str, said: str, tmp_path: Path) -> None:
    file = tmp_path / "figures.csv"
    file.write_text(content, encoding="utf-8")
    with pytest.raises(FiguresError, match=said):
        read_figures(file, REFERENCE)


def test_what_two_documents_contradict_stands_with_both() -> None:
    records = [agreement("a.pdf"), agreement("b.pdf", amounts=(money("1000010"),))]
    (found,) = findings(records, "ARC001")
    placed = dict(found.placed())
    assert set(placed) == {"a.pdf", "b.pdf"}
    assert placed["b.pdf"].spots
    assert not placed["a.pdf"].spots, "its places are in the other file"


def test_what_is_concerned_is_told_in_each_of_two_documents() -> None:
    record = agreement("a.pdf", amounts=(money("5", "other"), *agreement().amounts))
    (found,) = findings([record, agreement("b.pdf", amounts=(money("1000010"),))], "ARC001")
    assert {path: one.fields for path, one in found.placed()} == {
        "a.pdf": ("amounts[1]",),
        "b.pdf": ("amounts[0]",),
    }


def test_two_agreements_of_one_year_that_share_nothing_are_information() -> None:
    other = agreement(
        "b.pdf",
        amounts=(money("1000010"),),
        measures=(measure(1, "Ausbildungsvorbereitung", "Omega"),),
        signatories=(minister(date=day("2025-03-03")), deputy(date=day("2025-03-04"))),
    )
    (found,) = findings([agreement("a.pdf"), other], "ARC001")
    assert found.finding.severity == "info"


def test_two_versions_are_found_beside_a_third_agreement() -> None:
    third = agreement("a.pdf", amounts=(money("5"),), signatories=(), measures=(measure(1, "x", "Omega"),))
    records = [third, agreement("b.pdf"), agreement("c.pdf", amounts=(money("1000010"),))]
    graver = [one for one in findings(records, "ARC001") if one.finding.severity == "error"]
    assert [one.documents for one in graver] == [("b.pdf", "c.pdf")]


def test_who_held_an_office_is_told_by_more_than_two_signatures() -> None:
    held = [signed_by(f"{y}.pdf", "Lieschen Muster", f"{y}-03-01") for y in (2021, 2022, 2025)]
    intruder = signed_by("x.pdf", "Max Beispielmann", "2024-03-01")
    for records, severity in ((held, "warning"), (held[1:], "info")):
        (found,) = findings([*records, intruder], "SIG008")
        assert found.finding.severity == severity


def test_a_mere_information_stands_with_the_last_document_alone() -> None:
    (found,) = findings([agreement("a.pdf"), agreement("b.pdf")], "ARC002")
    assert [path for path, _ in found.placed()] == ["b.pdf"]
