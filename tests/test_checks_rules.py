"""Every rule for a single record, firing and silent."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from checks.catalogue import AGREEMENT_RULES
from checks.engine import check_agreement, unknown_rules
from models.agreement import Agreement, Amount, DateMention, Illegible, Project, Section
from models.finding import Finding
from models.reference import Reference
from models.settings import Checks, Review, Settings
from models.values import Extracted, Provenance
from tests.agreement_records import (
    agreement,
    annex,
    at,
    day,
    deputy,
    grantor,
    measure,
    mention,
    minister,
    money,
    pages,
    place,
    programme,
    project,
    recipient,
    row,
    sections,
    sections_on,
    share,
    text,
    whole,
    year,
)

TWO_PROGRAMMES = (
    programme("Ausbildungsbudget", "ausbildungsbudget"),
    programme("Arbeitsmarktbudget", "arbeitsmarktbudget"),
)
FIRST, SECOND = "ausbildungsbudget", "arbeitsmarktbudget"
EARLIER = "Hessisches Ministerium für Soziales und Integration"
GERAU = recipient("Landkreis Groß-Gerau", "06433000")
CITY = (grantor(), recipient("Stadt Kassel", "06611000"))
STRANGERS = tuple(
    recipient(name, None).model_copy(update={"role": "party"})
    for name in ("Ministerium für Wissenschaft des Landes Probeland", "Hochschule Musterau")
)
MAYOR = deputy(function=text("Oberbürgermeister"), organisation=text("Stadt Kassel"), place=text("Kassel"))

SETTINGS = Settings(checks=Checks(today=date(2026, 6, 1)))


def in_tables_of_measures(total: str) -> Agreement:
    """Each Maßnahmenart has a table of its own: one of two rows and their sum, one of a single row."""
    return agreement(
        measures=(measure(1, "Ausbildungsvorbereitung"), measure(2, "Ausbildung")),
        amounts=(
            money(total),
            row(1, "400", measure=1),
            row(2, "500", measure=1),
            row(3, "900", "subtotal", measure=1),
            row(1, "211", table=2, measure=2),
        ),
    )


FIRES: list[tuple[str, Agreement]] = [
    ("SUM002", in_tables_of_measures("1101")),
    ("OCR004", agreement(amounts=(money("480", "other"),))),
    ("OCR004", agreement(amounts=())),
    ("OCR006", agreement(kind_key="nachtragsvereinbarung", amounts=(money("1000", "total"),))),
    ("OCR004", agreement(parties=(grantor(),), signatories=(minister(),))),
    # both are there, but nobody receives
    ("OCR006", agreement(parties=(grantor(), CITY[1].model_copy(update={"role": "party"})))),
    ("SUM001", agreement(amounts=(row(1, "100"), row(2, "200"), row(3, "310", "total")))),
    # a column for each year, the second one wrong
    (
        "SUM001",
        agreement(
            amounts=(
                *(row(1, "100", year=2025), row(1, "10", year=2026)),
                *(row(2, "200", year=2025), row(2, "20", year=2026)),
                *(row(3, "300", "total", year=2025), row(3, "35", "total", year=2026)),
            )
        ),
    ),
    ("SUM002", agreement(amounts=(money("1000"), row(1, "400"), row(2, "500")))),
    (
        "SUM002",
        agreement(
            programme=TWO_PROGRAMMES,
            amounts=(
                money("1000"),
                money("400", "component", programme_key=FIRST),
                money("500", "component", programme_key=SECOND),
            ),
        ),
    ),
    # more than all of it: wrong even if the list is not complete
    ("SUM002", agreement(amounts=(money("1000"), money("1100", "component", label="davon Teilzeit")))),
    # the table's own sum among its rows
    (
        "SUM002",
        agreement(
            amounts=(money("391973"), *(row(i, v) for i, v in enumerate(("280000", "111793", "391973"))))
        ),
    ),
    # no amount is understood as total, and one is all others but for two figures
    ("SUM002", agreement(amounts=tuple(money(one, "component") for one in ("1200407", "407000", "613407")))),
    ("SUM003", agreement(amounts=(money("1617830", words="1617000"),))),
    ("SUM003", agreement(amounts=(money("1617830", words="eine Milion"),))),
    ("SUM004", agreement(amounts=(money("1617830", year=2025), money("1617380", programme_key="aqb")))),
    (
        "SUM005",
        agreement(
            amounts=(
                *(row(1, "100"), row(2, "50"), row(3, "160", "subtotal")),
                *(row(4, "200"), row(5, "360", "total")),
            )
        ),
    ),
    (
        "SUM006",
        agreement(
            programme=TWO_PROGRAMMES,
            amounts=(
                *(money("336700", programme_key=FIRST), money("221200", programme_key=SECOND)),
                money("575900"),
            ),
        ),
    ),
    (
        "SUM007",
        agreement(
            measures=(measure(1, "Ausbildungsvorbereitung", project("Alpha", "300")),),
            amounts=(money("300"), row(1, "330", project="Alpha", measure=1)),
        ),
    ),
    ("SUM008", agreement(amounts=(money("0"),))),
    ("SUM009", agreement(amounts=(money("1000000"), money("350000", "component", share=share("25"))))),
    ("DAT001", agreement(signatories=(minister(), deputy(date=day("31.06.2025"))))),
    ("DAT002", agreement(signatories=(minister(), deputy(date=day("2026-02-12"))))),
    ("DAT003", agreement(signatories=(minister(date=day("2023-08-07")), deputy()))),
    ("DAT004", agreement(signatories=(minister(date=day("2025-02-07")), deputy()))),
    ("DAT005", agreement(amounts=(money("1000", year=2024),))),
    ("DAT006", agreement(dates=(mention("deadline", "2025-06-30"),))),
    ("DAT007", agreement(dates=(mention("period_start", "2025-01-01"), mention("period_end", "2024-12-31")))),
    ("DAT008", agreement(dates=(mention("amended_agreement", "2025-08-20"),))),
    (
        "DAT009",
        agreement(
            budget_year=year(2020),
            amounts=(money("1", year=2020),),
            signatories=(minister(name=text("Stefan Grüttner"), date=day("2020-05-04")),),
        ),
    ),
    ("DAT010", agreement(signatories=(minister(), deputy(date=day("2027-09-09"))))),
    ("DAT010", agreement(dates=(mention("amended_agreement", "2062-08-07"),))),
    ("DAT011", agreement(dates=(mention("deadline", "2062-03-31"),))),
    ("PAR001", agreement(signatories=(minister(), deputy(organisation=text("des Landkreises Gießen"))))),
    ("PAR001", agreement(signatories=(minister(organisation=text("Kultusbehörde")), deputy()))),
    (
        "PAR001",
        agreement(
            parties=(
                grantor("Freistaat Musterland").model_copy(
                    update={"representative": text("das Musterländische Landesverwaltungsamt")}
                ),
                recipient("Landkreis Groß-Gerau", "06433000"),
            ),
            signatories=(minister(organisation=text("Musterländische Staatskanzlei")), deputy()),
        ),
    ),
    ("PAR002", agreement(parties=(grantor(), recipient("Stadt Hanau", "06415000")))),
    ("PAR003", agreement(parties=(grantor("Hessisches Sozialministerium"), recipient("x", "06433000")))),
    ("PAR004", agreement(parties=(grantor(), recipient("Neue Wege GmbH", None)))),
    ("PAR005", agreement(signatories=(minister(), deputy(place=text("Gießen"))))),
    ("SIG001", agreement(signatories=(minister(),))),
    ("SIG001", agreement(signatories=())),
    ("SIG002", agreement(signatories=(minister(), deputy(date=None)))),
    ("SIG003", agreement(signatories=(minister(), deputy(name=None)))),
    ("SIG004", agreement(signatories=(minister(), deputy(place=None)))),
    ("OCR006", agreement(signatories=(minister(), deputy(), deputy(party=None)))),
    (
        "SIG006",
        agreement(
            parties=CITY, signatories=(minister(), deputy(function=text("Landrat"), organisation=None))
        ),
    ),
    ("OCR006", agreement(signatories=(minister(function=text("Landrat")), deputy()))),
    ("PRJ001", agreement(measures=(measure(1, "Sprachförderung", "Alpha"),))),
    ("OCR002", agreement(measures=(measure(1, "Ausbildungsvorbereitung", "A"), measure(3, "x", "B")))),
    ("PRJ003", agreement(measures=(measure(1, "Ausbildungsvorbereitung", "fit4job", "Fit4Job"),))),
    ("PRJ004", agreement(measures=(measure(1, "Ausbildungsvorbereitung"),))),
    ("PRJ005", agreement(amounts=(money("1000"), row(1, "1000", project="Omega")))),
    (
        "PRJ006",
        agreement(
            measures=(measure(1, "Ausbildungsvorbereitung", "A", "B", "C", "D"),),
            amounts=(money("30"), *(row(number, "10", project=name) for number, name in enumerate("ABC", 1))),
        ),
    ),
    ("OCR004", agreement(measures=())),
    ("OCR004", agreement(measures=(measure(1, "Ausbildungsvorbereitung"),))),
    ("DOC001", agreement(sections=sections("1", "2", "4"))),
    ("OCR002", agreement(sections=sections("2", "3"))),
    ("DOC001", agreement(sections=sections("1", "1.1", "1.3", "2"))),
    ("DOC001", agreement(sections=sections("Artikel 1", "Artikel 3"))),
    ("DOC001", agreement(sections=sections("I", "II", "IV"))),
    ("DOC001", agreement(sections=sections("A.", "B.", "D."))),
    ("DOC002", agreement(sections=sections("1", "2", "2", "3"))),
    ("DOC003", agreement(sections=sections("1", "2", "3", "1", "2"))),
    ("DOC004", agreement(document=pages(1, 2, 4))),
    ("DOC004", agreement(document=pages(3, 4))),
    ("DOC004", agreement(document=pages(1, None, 5))),
    ("DOC005", agreement(document=pages(1, 3, 2, 4))),
    ("DOC005", agreement(document=pages(1, 2, 2, 3))),
    ("DOC006", agreement(document=pages((1, 5), (2, 5), (3, 5)))),
    ("DOC006", agreement(document=pages((1, 2), (2, 2), 3))),
    ("DOC007", agreement(document=pages(1, 2, 3, 1, 2))),
    ("DOC007", agreement(sections=sections_on(("1", 1), ("2", 2), ("1", 3), ("2", 3)))),
    ("DOC007", agreement(further_document=text("Zielvereinbarung"))),
    # page numbers and sections tell of the same second document
    (
        "DOC007",
        agreement(document=pages(1, 2, 1, 2), sections=sections_on(("1", 1), ("2", 2), ("1", 4), ("2", 4))),
    ),
    ("DOC008", agreement(annexes=(annex("Anlage 1", mentioned=2),))),
    ("OCR001", agreement(kind=text("Zielvereinbarung", confidence=0.5))),
    ("OCR002", agreement(completeness=(whole("measures", 0.5), whole("dates", 0.99)))),
    ("OCR004", agreement(budget_year=None)),
    # strangers who agree on money
    ("OCR004", agreement(programme=(), measures=(), parties=STRANGERS)),
    # parts of another kind, years left out, years of which one was hardly read
    (
        "OCR004",
        agreement(amounts=tuple(money(f"{y}0", "component", year=y, measure=1) for y in (2024, 2025))),
    ),
    ("OCR004", agreement(amounts=tuple(money(f"{y}0", "component", year=y) for y in (2023, 2025)))),
    (
        "OCR004",
        agreement(
            amounts=(
                *(money(f"{y}0", "component", year=y) for y in (2024, 2025)),
                money("7", "component"),
            )
        ),
    ),
    ("OCR004", agreement(kind=None, kind_key=None)),
    ("OCR005", agreement(measures=(measure(1, "Sprache", Project(name=text("Jahr)", confidence=0.5))),))),
    ("OCR002", agreement(amounts=(money("1000"), row(1, "200"), row(2, "300")))),
    ("OCR002", agreement(signatories=(minister(), deputy(place=None, date=None)))),
    (
        "OCR002",
        agreement(signatories=(minister(), deputy(organisation=text("Kreis Gießen", confidence=0.3)))),
    ),
    ("OCR006", agreement(amounts=(money("1617830"), money("450")))),
    ("OCR006", agreement(amounts=(money("300"), row(1, "300"), row(2, "100"), row(3, "200")))),
    ("OCR006", agreement(measures=(measure(1, "Ausbildungsvorbereitung", "Träger", "Träger", "Träger"),))),
    (
        "OCR006",
        agreement(
            measures=(measure(1, "Sprache", "A", "B", "C", Project(name=text("D", confidence=0.6))),),
            amounts=(money("30"), *(row(number, "10", project=name) for number, name in enumerate("ABC", 1))),
        ),
    ),
    ("OCR003", agreement(illegible=(Illegible(part="dates", text="3?.6.2025", page=1, bbox=(0, 0, 9, 9)),))),
]

SILENT: list[tuple[str, Agreement]] = [
    ("OCR004", agreement(amounts=(money("900", "replaced"), money("1000", "replacement")))),
    (
        "OCR006",
        agreement(
            kind_key="nachtragsvereinbarung", amounts=(money("900", "replaced"), money("1000", "replacement"))
        ),
    ),
    ("OCR006", agreement(amounts=(money("1000", "total"),))),
    ("OCR006", agreement(kind_key="aufhebungsvereinbarung", amounts=(money("1000", "total"),))),
    # year by year, without their sum, beside money of others
    (
        "OCR004",
        agreement(
            amounts=(
                *(money(f"{y}0", "component", year=y) for y in (2024, 2025)),
                money("7", "other"),
            )
        ),
    ),
    ("OCR004", agreement(amounts=tuple(money(f"{y}0", "component", year=y) for y in (2024, 2025)))),
    # universities agree on aims, too
    ("OCR004", agreement(programme=(), budget_year=None, amounts=(), measures=(), parties=STRANGERS)),
    ("OCR006", agreement(programme=(), budget_year=None, amounts=(), measures=(), parties=STRANGERS)),
    # a cooperation without money
    ("OCR004", agreement(kind_key="staatsvertrag", programme=(), budget_year=None, amounts=(), measures=())),
    ("OCR004", agreement(parties=CITY)),
    # nobody gives and nobody receives where there is no programme
    (
        "OCR006",
        agreement(
            kind_key="staatsvertrag",
            parties=(grantor().model_copy(update={"role": "party"}), grantor()),
            programme=(),
            measures=(),
        ),
    ),
    ("SUM001", agreement(amounts=(row(1, "100.10"), row(2, "200.20"), row(3, "300.30", "total")))),
    # a row for each year under one total that names the first year
    (
        "SUM001",
        agreement(amounts=(row(1, "7", year=2025), row(2, "3", year=2026), row(3, "10", "total", year=2025))),
    ),
    # columns by year, with totals at the right and below
    (
        "SUM001",
        agreement(
            amounts=(
                *(row(1, "100", year=2025), row(1, "10", year=2026), row(1, "110", "total")),
                *(row(2, "200", year=2025), row(2, "20", year=2026), row(2, "220", "total")),
                row(3, "300", "total", year=2025),
                row(3, "30", "total", year=2026),
                row(3, "330", "total"),
            )
        ),
    ),
    # measures above their projects, and a row of which nothing says that it is one
    (
        "SUM001",
        agreement(
            amounts=(
                *(row(1, "300"), row(2, "100"), row(3, "200"), row(4, "70"), row(5, "30")),
                *(row(6, "40", "other"), row(7, "370", "total")),
            )
        ),
    ),
    # a table that goes on on the next page
    (
        "SUM001",
        agreement(
            amounts=(
                *(row(1, "100"), row(2, "200")),
                *(row(1, "50", table=2), row(2, "60", table=2), row(3, "410", "total", table=2)),
            )
        ),
    ),
    ("SUM002", agreement(amounts=(money("1000"), row(1, "400"), row(2, "600")))),
    ("SUM002", in_tables_of_measures("1111")),
    # the old amount and the new one
    (
        "SUM004",
        agreement(kind_key="nachtragsvereinbarung", amounts=(money("1000"), money("900"))),
    ),
    ("SUM004", agreement(amounts=(money("1617830"), money("450")))),
    # "davon 100.000 Euro für Teilzeit" is not all of it
    ("SUM002", agreement(amounts=(money("1000"), money("100", "component", label="davon Teilzeit")))),
    # two tables, each one programme, one total
    (
        "SUM002",
        agreement(
            amounts=(
                *(money("1000"), row(1, "300"), row(2, "300")),
                *(row(1, "200", table=2), row(2, "200", table=2)),
            )
        ),
    ),
    ("SUM003", agreement(amounts=(money("1617830", words="1617830.00"),))),
    ("SUM004", agreement(amounts=(money("1617830", year=2025), money("1617830", programme_key="aqb")))),
    ("SUM004", agreement(amounts=(money("100", year=2025), money("50", year=2026), money("150")))),
    (
        "SUM005",
        agreement(
            amounts=(
                *(row(1, "100"), row(2, "50"), row(3, "150", "subtotal")),
                *(row(4, "200"), row(5, "200", "subtotal"), row(6, "350", "total")),
            )
        ),
    ),
    # the sums of two columns stand beside each other
    (
        "SUM005",
        agreement(
            amounts=(
                *(at(80, row(1, "100")), at(160, row(1, "70")), at(80, row(2, "50"))),
                *(at(80, row(3, "150", "subtotal")), at(160, row(3, "70", "subtotal"))),
            )
        ),
    ),
    # a measure with one project has none
    (
        "SUM005",
        agreement(
            amounts=(
                row(1, "200", measure=1),
                *(row(3, "100", measure=2), row(4, "50", measure=2), row(5, "150", "subtotal")),
            )
        ),
    ),
    # the subtotal heads its rows
    (
        "SUM005",
        agreement(
            amounts=(
                *(row(1, "150", "subtotal"), row(2, "100"), row(3, "50")),
                *(row(4, "200", "subtotal"), row(5, "200"), row(6, "350", "total")),
            )
        ),
    ),
    (
        "SUM006",
        agreement(
            programme=TWO_PROGRAMMES,
            amounts=(
                *(money("336700", programme_key=FIRST), money("221200", programme_key=SECOND)),
                money("557900"),
            ),
        ),
    ),
    (
        "SUM007",
        agreement(
            measures=(measure(1, "Ausbildungsvorbereitung", project("Alpha", "300")),),
            amounts=(money("300"), row(1, "100", project="Alpha", year=2025), row(2, "200", project="Alpha")),
        ),
    ),
    ("SUM008", agreement(amounts=(money("0.01"),))),
    ("SUM009", agreement(amounts=(money("1000000"), money("333333", "component", share=share("33.33"))))),
    ("SUM009", agreement(amounts=(money("350000", share=share("25")),))),
    ("DAT001", agreement(signatories=(minister(), deputy(date=day("30.06.2025", date(2025, 6, 30)))))),
    ("DAT002", agreement(signatories=(minister(), deputy(date=day("2025-12-31"))))),
    ("DAT003", agreement(signatories=(minister(date=day("2024-11-07")), deputy()))),
    ("DAT004", agreement(signatories=(minister(date=day("2025-03-12")), deputy()))),
    (
        "DAT005",
        agreement(amounts=(money("1000", year=2025), money("500", year=2026), money("500", year=2027))),
    ),
    # "1.957.346 Euro" is no year
    ("DAT005", agreement(amounts=(money("346", year=1957),))),
    ("DAT006", agreement(dates=(mention("deadline", "2026-03-31"),))),
    ("DAT007", agreement(dates=(mention("period_start", "2025-01-01"), mention("period_end", "2025-12-31")))),
    ("DAT008", agreement(dates=(mention("amended_agreement", "2025-01-27"),))),
    ("DAT009", agreement(signatories=(minister(name=text("Heike Hofmann")), deputy()))),
    ("DAT010", agreement(dates=(mention("deadline", "2031-03-31"), mention("period_end", "2027-12-31")))),
    ("DAT011", agreement(dates=(mention("deadline", "2030-03-31"),))),
    (
        "PAR001",
        agreement(
            signatories=(minister(), deputy(organisation=text("Kreisausschuss des Kreises Groß-Gerau")))
        ),
    ),
    ("PAR001", agreement(signatories=(minister(), deputy(organisation=text("Kreis X", confidence=0.3))))),
    ("PAR001", agreement(parties=(grantor("Land Hessen"), recipient("Landkreis Groß-Gerau", "06433000")))),
    (
        "PAR001",
        agreement(
            parties=(
                grantor("Freistaat Musterland").model_copy(
                    update={
                        "representative": text("das Musterländische Staatsministerium für Proben, Am Ring 1")
                    }
                ),
                recipient("Landkreis Groß-Gerau", "06433000"),
            ),
            signatories=(
                minister(organisation=text("Musterländisches Staatsministerium für Proben")),
                deputy(),
            ),
        ),
    ),
    (
        "PAR001",
        agreement(
            parties=(
                grantor("Freistaat Musterland").model_copy(
                    update={"representative": text("das Ministerium, dieses durch das Landesverwaltungsamt")}
                ),
                recipient("Landkreis Groß-Gerau", "06433000"),
            ),
            signatories=(minister(organisation=text("Musterländer Landesverwaltungsamt")), deputy()),
        ),
    ),
    (
        "PAR002",
        agreement(budget_year=year(2026), parties=(grantor(), recipient("Stadt Hanau", "06415000"))),
    ),
    ("PAR003", agreement()),
    ("PAR004", agreement()),
    ("PAR005", agreement(parties=CITY, signatories=(minister(), MAYOR))),
    ("SIG001", agreement()),
    ("SIG002", agreement()),
    # the line with place and date was not found
    ("SIG002", agreement(signatories=(minister(), deputy(place=None, date=None)))),
    # the day is printed and could not be read
    (
        "SIG002",
        agreement(
            signatories=(minister(), deputy(date=None)),
            illegible=(Illegible(part="dates", text="17.83.25", page=1, bbox=(115, 20, 160, 32)),),
        ),
    ),
    ("SIG003", agreement()),
    ("SIG004", agreement()),
    ("SIG006", agreement(parties=CITY, signatories=(minister(), MAYOR))),
    ("SIG006", agreement(parties=(grantor("Land Hessen"), recipient("Landkreis Groß-Gerau", "06433000")))),
    ("PRJ001", agreement()),
    ("PRJ001", agreement(programme=(programme("Anderes", None),), measures=(measure(1, "Sprache", "A"),))),
    ("PRJ003", agreement(measures=(measure(1, "Ausbildungsvorbereitung", "fit4job", "fit4job (TZ)"),))),
    ("PRJ004", agreement()),
    ("PRJ005", agreement(amounts=(money("1000"), row(1, "1000", project="alpha")))),
    ("PRJ006", agreement(amounts=(money("1000"), row(1, "100", project="Alpha")))),
    ("OCR004", agreement(measures=(), kind_key="aenderungsvereinbarung")),
    ("OCR004", agreement(measures=(measure(1, "Ausbildungsvorbereitung", "Alpha"),))),
    ("DOC001", agreement(sections=sections("1", "2", "3", "3a", "4"))),
    ("DOC001", agreement(sections=sections("1", "1.1", "1.2", "2", "2.1", "3"))),
    ("DOC001", agreement(sections=())),
    ("DOC001", agreement(sections=sections("A", "B", "C", "D", "E"))),
    ("DOC001", agreement(sections=sections(*("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X")))),
    ("DOC002", agreement()),
    ("DOC003", agreement()),
    # a cover without a number
    ("DOC004", agreement(document=pages(None, 1, 2, 3))),
    ("DOC004", agreement(document=pages(1, None, 3))),
    # the first page bears no number, the third is misread
    ("DOC004", agreement(document=pages(None, 2, 8, 4, 5))),
    ("DOC005", agreement(document=pages(None, 2, 8, 4, 5))),
    # "2/2" read as 212
    ("DOC004", agreement(document=pages((1, 2), 212))),
    ("DOC005", agreement(document=pages(1, 2, 3, 1, 2))),
    ("DOC006", agreement(document=pages((1, 3), (2, 3), (3, 3)))),
    ("DOC006", agreement(document=pages((1, 3), (2, 3), None))),
    ("DOC006", agreement(document=pages((1, 2), (2, 2), (1, 1)))),
    ("DOC007", agreement(document=pages(1, 2, 3))),
    ("DOC007", agreement(document=pages(1, 2, 1), annexes=(annex("Anlage", 1, 3),))),
    (
        "DOC007",
        agreement(sections=sections_on(("1", 1), ("2", 2), ("1", 3)), annexes=(annex("Anlage", 1, 3),)),
    ),
    ("DOC008", agreement(annexes=(annex("Anlage 1", 2, 5), annex("Anlage 2", None, 6)))),
    ("OCR001", agreement(kind=text("Zielvereinbarung", confidence=Review().confidence))),
    ("OCR002", agreement(completeness=(whole("measures", Review().completeness),))),
    ("OCR003", agreement()),
    ("OCR005", agreement()),
    ("OCR004", agreement()),
    ("OCR004", agreement(kind_key="staatsvertrag", programme=(), budget_year=None, measures=())),
]


@pytest.fixture(scope="module")
def reference() -> Reference:
    return Reference.load()


def findings(record: Agreement, reference: Reference, rule: str) -> list[Finding]:
    return [one for one in check_agreement(record, reference, SETTINGS) if one.rule == rule]


def test_every_rule_has_a_firing_and_a_silent_case() -> None:
    codes = {rule.code for rule in AGREEMENT_RULES}
    assert {code for code, _ in FIRES} == codes
    assert {code for code, _ in SILENT} == codes


@pytest.mark.parametrize(("rule", "record"), FIRES)
def test_a_rule_fires_once_with_evidence(rule: str, record: Agreement, reference: Reference) -> None:
    found = findings(record, reference, rule)
    assert len(found) == (2 if record.signatories == () else 1)
    assert found[0].message
    assert found[0].fields
    assert found[0].spots


@pytest.mark.parametrize(("rule", "record"), SILENT)
def test_a_rule_stays_silent(rule: str, record: Agreement, reference: Reference) -> None:
    assert findings(record, reference, rule) == []


def test_a_clean_agreement_has_no_findings(reference: Reference) -> None:
    assert check_agreement(agreement(), reference, Settings()) == ()


def test_an_empty_record_has_no_findings(reference: Reference) -> None:
    empty = Agreement(document=agreement().document)
    assert check_agreement(empty, reference, Settings()) == ()


@pytest.mark.parametrize(
    ("printed", "cause"),
    [
        ("1618730", "vertauscht"),
        ("161780", "Ziffer verloren"),
        ("16178800", "doppelt oder zu viel"),
        ("1617890", "eine Ziffer falsch"),
    ],
)
def test_the_likely_cause_of_a_wrong_sum_is_named(printed: str, cause: str, reference: Reference) -> None:
    record = agreement(amounts=(row(1, "1000000"), row(2, "617830"), row(3, printed, "total")))
    if cause == "doppelt oder zu viel":
        record = agreement(amounts=(row(1, "1000000"), row(2, "617880"), row(3, printed, "total")))
    [found] = findings(record, reference, "SUM001")
    assert cause in found.message


def test_a_party_without_signature_is_information_if_its_office_signs_for_another(
    reference: Reference,
) -> None:
    record = agreement(signatories=(minister(), deputy(party=1, organisation=None)))
    assert [one.severity for one in findings(record, reference, "SIG001")] == ["info"]
    assert findings(record, reference, "OCR006")


SCANNED = Provenance(page=1, bbox=(0, 0, 1, 1), origin="ocr", confidence=0.8)


def in_words(value: str, words: str, meant: str) -> Amount:
    spelled = Extracted[Decimal | None](value=Decimal(meant), text=words, provenance=place())
    return money(value).model_copy(update={"in_words": spelled})


def no_day(printed: str, confidence: float) -> DateMention:
    spot = place().model_copy(update={"confidence": confidence})
    return DateMention(value=None, text=printed, provenance=spot, role="other")


def scanned(amount: Amount) -> Amount:
    return amount.model_copy(update={"provenance": SCANNED})


@pytest.mark.parametrize(
    ("rule", "record"),
    [
        # the reading knows that signatures are lacking
        ("SIG001", agreement(signatories=(minister(),), completeness=(whole("signatories", 0.4),))),
        # a Land and its ministry are one party
        (
            "SIG001",
            agreement(parties=(grantor(), GERAU, recipient("Land Hessen", "06"))),
        ),
        ("DAT002", agreement(signatories=(minister(), deputy(date=day("2026-02-12", confidence=0.5))))),
        # what was read as an office holds the name
        (
            "SIG003",
            agreement(
                signatories=(minister(), deputy(name=None, function=text("(S enja Muster) Landrätin")))
            ),
        ),
        # the parts of the table are the total, its last line is a subtotal
        (
            "SUM001",
            agreement(
                amounts=(money("650"), row(1, "100"), row(2, "250"), row(3, "300"), row(4, "410", "total"))
            ),
        ),
        # on a scan an amount that is off by anything is one that was misread, or no part
        ("SUM002", agreement(amounts=tuple(map(scanned, (money("973"), row(1, "400"), row(2, "500")))))),
        # "eine Million", and the rest in the next line
        ("SUM003", agreement(amounts=(scanned(in_words("1978300", "eine Million", "1000000")),))),
    ],
)
def test_what_the_reading_does_not_bear_is_information(
    rule: str, record: Agreement, reference: Reference
) -> None:
    assert {one.severity for one in findings(record, reference, rule)} == {"info"}


@pytest.mark.parametrize(
    ("rule", "record"),
    [
        ("OCR002", agreement(signatories=(minister(),), completeness=(whole("signatories", 0.4),))),
        ("OCR006", agreement(signatories=(minister(), deputy(date=day("2026-02-12", confidence=0.5))))),
        ("OCR006", agreement(amounts=(money("917"), money("502"), row(1, "415")))),
        ("OCR003", agreement(dates=(no_day("15.40.2025", 0.5),))),
        (
            "OCR002",
            agreement(
                signatories=(minister(), deputy(date=None)),
                illegible=(Illegible(part="dates", text="17.83.25", page=1, bbox=(115, 20, 160, 32)),),
            ),
        ),
        # a change of a grant says of which year and which programme
        (
            "OCR004",
            agreement(
                kind=text("Nachtragsvereinbarung"),
                kind_key="nachtragsvereinbarung",
                programme=(),
                measures=(),
            ),
        ),
        # a ministry of the Land under its earlier name
        ("OCR002", agreement(signatories=(minister(organisation=text(EARLIER)), deputy()))),
    ],
)
def test_what_is_not_claimed_is_asked(rule: str, record: Agreement, reference: Reference) -> None:
    assert any(one.severity == "warning" for one in findings(record, reference, rule))


def test_a_day_that_no_calendar_has_and_that_was_read_well_was_not_misread(reference: Reference) -> None:
    record = agreement(dates=(no_day("15.40.2025", 1.0),))
    assert findings(record, reference, "DAT001")
    assert not findings(record, reference, "OCR003")


def test_parts_that_are_the_total_but_for_two_digits_are_all_of_it(reference: Reference) -> None:
    def granted(total: str) -> Agreement:
        return agreement(amounts=(money(total), *(money(one, "component") for one in ("407000", "613407"))))

    assert findings(granted("1200407"), reference, "SUM002")
    assert not findings(granted("1500000"), reference, "SUM002")


def test_words_that_end_contradict_the_figures_that_go_on(reference: Reference) -> None:
    amount = scanned(in_words("12500", "zwölftausend Euro", "12000"))
    assert {one.severity for one in findings(agreement(amounts=(amount,)), reference, "SUM003")} == {"error"}


def test_pages_are_missing_from_a_file_that_holds_the_last_ones_of_many(reference: Reference) -> None:
    assert findings(agreement(document=pages((7, 8), (8, 8))), reference, "DOC004")


def test_a_page_number_beyond_all_that_may_be_lacking_is_none_of_the_file(reference: Reference) -> None:
    assert findings(agreement(document=pages(3, 4)), reference, "DOC004")
    assert not findings(agreement(document=pages(112, None)), reference, "DOC004")


def test_a_gap_in_a_scan_is_one_of_the_reading_if_there_is_room_for_a_section(reference: Reference) -> None:
    def at(top: int, number: str) -> Section:
        where = Provenance(page=1, bbox=(70, top, 80, top + 10), origin="ocr", confidence=1)
        return Section(number=Extracted[str](value=number, text=number, provenance=where))

    roomy = agreement(sections=(at(100, "1"), at(160, "2"), at(400, "4")))
    assert findings(roomy, reference, "OCR002")
    assert not findings(roomy, reference, "DOC001")
    narrow = agreement(sections=(at(100, "1"), at(160, "3"), at(400, "4")))
    assert findings(narrow, reference, "DOC001")
    assert not findings(narrow, reference, "OCR002")


@pytest.mark.parametrize(
    ("numbers", "severity"), [(("1", "2", "4"), "warning"), (("1", "1.1", "1.3", "2"), "info")]
)
def test_a_number_lacking_below_a_section_may_be_that_of_a_clause(
    numbers: tuple[str, ...], severity: str, reference: Reference
) -> None:
    (finding,) = findings(agreement(sections=sections(*numbers)), reference, "DOC001")
    assert finding.severity == severity


def test_a_missing_row_is_named_as_the_cause(reference: Reference) -> None:
    record = agreement(
        amounts=(row(1, "100"), row(2, "250"), row(3, "250", label="x"), row(4, "350", "total"))
    )
    [found] = findings(record, reference, "SUM001")
    assert "nicht enthalten" in found.message


def test_a_wrong_sum_says_by_how_much(reference: Reference) -> None:
    record = agreement(
        amounts=(row(1, "178980"), row(2, "203900"), row(3, "134500"), row(4, "518380", "total"))
    )
    [found] = findings(record, reference, "SUM001")
    assert (found.expected, found.found, found.difference) == ("517.380,00 €", "518.380,00 €", "1.000,00 €")
    assert found.severity == "error"
    assert found.fields == ("amounts[3]", "amounts[0]", "amounts[1]", "amounts[2]")


def test_a_cent_of_rounding_is_information(reference: Reference) -> None:
    record = agreement(amounts=(row(1, "33.33"), row(2, "33.33"), row(3, "33.33"), row(4, "100.00", "total")))
    [found] = findings(record, reference, "SUM001")
    assert found.severity == "info"
    assert "Rundung" in found.message


@pytest.mark.parametrize("signed", ["2024-01-10", "2024-02-10"])
def test_a_ministry_name_near_its_change_is_information(signed: str, reference: Reference) -> None:
    record = agreement(
        budget_year=year(2024),
        parties=(grantor("Hessisches Ministerium für Soziales und Integration"), agreement().parties[1]),
        signatories=(minister(date=day(signed)), deputy(date=day(signed))),
    )
    severities = {one.severity for one in findings(record, reference, "PAR003")}
    assert severities <= {"info"}


def test_a_rule_can_be_switched_off(reference: Reference) -> None:
    record = agreement(sections=sections("1", "3"))
    assert check_agreement(record, reference, Settings(disabled_rules=("DOC001",))) == ()


def test_errors_come_first(reference: Reference) -> None:
    record = agreement(sections=sections("1", "3"), signatories=(minister(place=None),))
    severities = [one.severity for one in check_agreement(record, reference, Settings())]
    assert severities == sorted(severities, key=["error", "warning", "info"].index)


def test_within_a_severity_the_costliest_comes_first(reference: Reference) -> None:
    record = agreement(
        amounts=(
            *(row(1, "100"), row(2, "50"), row(3, "250", "total")),
            *(row(1, "5000", table=2), row(2, "1000", table=2), row(3, "9000", "total", table=2)),
            money("5100"),
        )
    )
    found = [one for one in check_agreement(record, reference, SETTINGS) if one.severity == "error"]
    assert [one.money for one in found] == sorted((one.money or Decimal() for one in found), reverse=True)
    assert len(found) >= 3


def test_tolerances_and_severities_come_from_the_settings(reference: Reference) -> None:
    record = agreement(amounts=(row(1, "100"), row(2, "200"), row(3, "301", "total")))

    def severities(settings: Settings) -> list[str]:
        found = check_agreement(record, reference, settings)
        return [one.severity for one in found if one.rule == "SUM001"]

    assert severities(Settings()) == ["error"]
    assert severities(Settings(severities={"SUM001": "warning"})) == ["warning"]
    assert severities(Settings(checks=Checks(rounding=Decimal(1)))) == ["info"]
    # what is milder than its rule stays mild
    lenient = Settings(checks=Checks(rounding=Decimal(1)), severities={"SUM001": "warning"})
    assert severities(lenient) == ["info"]


def test_codes_that_no_rule_has_are_told() -> None:
    settings = Settings(disabled_rules=("SUM001", "SUM999"), severities={"ARC001": "info", "X": "info"})
    assert unknown_rules(settings) == ["SUM999", "X"]


def test_a_failed_record_is_not_checked(reference: Reference) -> None:
    assert check_agreement(agreement(signatories=(), status="failed"), reference, Settings()) == ()


def test_a_missing_date_of_signature_is_missing_among_the_dates_too(reference: Reference) -> None:
    (found,) = findings(agreement(signatories=(minister(), deputy(date=None))), reference, "SIG002")
    assert found.fields == ("signatories[1].date", "dates")


def test_within_a_severity_what_is_agreed_comes_before_what_was_hard_to_read(reference: Reference) -> None:
    record = agreement(
        kind=text("Zielvereinbarung", confidence=0.5), signatories=(minister(), deputy(date=None))
    )
    codes = [one.rule for one in check_agreement(record, reference, Settings()) if one.severity == "warning"]
    assert codes == ["SIG002", "OCR001"]


def test_an_uncertain_value_is_named_and_never_looks_certain_enough(reference: Reference) -> None:
    record = agreement(budget_year=year(2024).model_copy(update={"text": "2024"}))
    assert record.budget_year is not None
    doubted = record.budget_year.provenance.model_copy(update={"confidence": 0.8499})
    unsure = record.model_copy(
        update={"budget_year": record.budget_year.model_copy(update={"provenance": doubted})}
    )
    (found,) = findings(unsure, reference, "OCR001")
    assert found.message == "Bitte am Bild prüfen: Das Haushaltsjahr ist unsicher gelesen."
    assert (found.expected, found.found) == ("Sicherheit ab 85 %", "2024 (84 %)")


def test_uncertain_projects_are_named(reference: Reference) -> None:
    projects = [Project(name=text(f"Projekt {letter}", confidence=0.5)) for letter in "ABCDEFG"]
    (found,) = findings(agreement(measures=(measure(3, "Sprache", *projects),)), reference, "OCR005")
    assert "Von Maßnahmenart 3 sind 7 von 8 Angaben" in found.message
    assert found.found is not None
    assert found.found.startswith("Projekt A (50 %); Projekt B (50 %); ")
    assert found.found.endswith("; und 2 weitere")
    (one,) = findings(agreement(measures=(measure(3, "Sprache", projects[0]),)), reference, "OCR005")
    assert "ist 1 von 2 Angaben" in one.message
