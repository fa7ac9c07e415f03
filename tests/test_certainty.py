"""What stands around a value makes it certain or doubtful."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.agreement import read_agreement
from extract.certainty.certainty import BIAS, WHOLE, Weights, confidence, measured_weights, weighed_record
from extract.certainty.claims import Claims, claims_of, values_of
from extract.certainty.confidence import UNCONFIRMED
from extract.certainty.evidence import PARTS, PERSON, evidence_in, evidence_of_whole
from models.agreement import Agreement
from tests.agreement_records import agreement, day, deputy, measure, minister, money, text
from tests.typed_pages import DOCUMENT, reference, typed_agreement, typed_pages, typed_reading

ALL_CLAIMED = Claims(items=1, cells=1, signed=1, figures=1, measures=1, marked=1)
NOTHING_CLAIMED = Claims(items=0, cells=0, signed=0, figures=0, measures=0, marked=0)

UNDERSTOOD = """
                    **Zielvereinbarung 2024**
                    zwischen
    dem Hessischen Ministerium für Arbeit, Integration, Jugend und Soziales
                    und
                    dem Landkreis Fulda

**1. Mittel**
Der Landkreis erhält im Haushaltsjahr 2024 aus dem Ausbildungs- und Qualifizierungsbudget
insgesamt 480.000 Euro.

**2. Projekte**
Gefördert werden folgende Projekte:
1. Ausbildungsvorbereitung
    - Werkhof Rhön
    - Startrampe

**3. Schluss**
Die Vereinbarung gilt bis zum 31.12.2024.

Wiesbaden, den 4.3.2024                      Fulda, den 11.3.2024

Hessisches Ministerium für Arbeit,           Landkreis Fulda
Integration, Jugend und Soziales
Ronja Musterfrau                             Jon Beispielmann
Staatsministerin                             Landrat
"""
HALF_UNDERSTOOD = UNDERSTOOD.replace(
    "Ronja Musterfrau                             Jon Beispielmann", ""
).replace("Staatsministerin                             Landrat", "")


def sure_of(record: Agreement) -> dict[str, float]:
    return {path: value.provenance.confidence for path, value in values_of(record)}


def completeness(record: Agreement) -> dict[str, float]:
    return {one.part: one.confidence for one in record.completeness}


@pytest.fixture
def weights() -> Weights:
    return measured_weights()


def test_evidence_is_weighed_for_every_family_that_a_record_has(weights: Weights) -> None:
    families = {family for _, family, _ in evidence_in(agreement(), ALL_CLAIMED, reference())}
    assert families <= set(weights)
    assert {WHOLE + part for part in PARTS} <= set(weights)


def test_no_evidence_speaks_against_a_value(weights: Weights) -> None:
    assert all(weight >= 0 for own in weights.values() for name, weight in own.items() if name != BIAS)


@given(st.dictionaries(st.sampled_from(["ink", "found", "signed"]), st.floats(0, 1)), st.floats(0, 1))
def test_more_evidence_never_makes_less_certain(evidence: dict[str, float], more: float) -> None:
    own = measured_weights()["party"]
    grown = {name: max(share, more) for name, share in evidence.items()}
    assert confidence(grown, own) >= confidence(evidence, own)


def test_evidence_is_a_share() -> None:
    for claims in (ALL_CLAIMED, NOTHING_CLAIMED):
        for record in (agreement(), agreement(measures=(), signatories=(), amounts=(), sections=())):
            for _, _, evidence in evidence_in(record, claims, reference()):
                assert all(0 <= share <= 1 for share in evidence.values())
            for _, evidence in evidence_of_whole(record, claims):
                assert all(0 <= share <= 1 for share in evidence.values())


def test_a_value_of_a_document_that_was_half_understood_is_less_certain(weights: Weights) -> None:
    whole, half = (
        read_agreement(DOCUMENT, typed_pages(text, origin="ocr", confidence=0.8), reference())
        for text in (UNDERSTOOD, HALF_UNDERSTOOD)
    )
    project = "measures[0].projects[0].name"
    assert sure_of(half)[project] < sure_of(whole)[project]
    assert completeness(half)["signatories"] < completeness(whole)["signatories"]


def test_what_was_repaired_is_not_made_certain_by_what_stands_around_it(weights: Weights) -> None:
    doubtful = minister(name=text("Ronja Musterfrau", confidence=0.4))
    record = weighed_record(agreement(signatories=(doubtful,)), ALL_CLAIMED, reference(), weights)
    name = record.signatories[0].name
    assert name is not None
    assert name.provenance.confidence <= 0.4


@pytest.mark.parametrize(("read", "told"), [(0.74, 1.0), (UNCONFIRMED, 0.0), (0.9, 1.0)])
def test_a_scanned_sum_is_as_doubtful_as_its_part_was(read: float, told: float) -> None:
    record = agreement(amounts=(money("480000"),))
    where = record.amounts[0].provenance.model_copy(update={"origin": "ocr", "confidence": read})
    doubted = record.amounts[0].model_copy(update={"provenance": where})
    record = record.model_copy(update={"amounts": (doubted,)})
    (evidence,) = (
        one for path, _, one in evidence_in(record, ALL_CLAIMED, reference()) if path == "amounts[0]"
    )
    assert evidence["roled"] == told


@pytest.mark.parametrize(
    ("name", "plain"),
    [
        ("Lernwerkstatt Nord", 1),
        ("Werkhof e. V.", 1),
        ("Werkhof –", 0),
        ("Werkhof bis", 0),
        ("Werkhof.", 0),
        ("Vereinbarung Landkreis Groß-Gerau", 0),
    ],
)
def test_a_project_has_a_name_that_ends_and_is_nobody_elses(name: str, plain: float) -> None:
    record = agreement(measures=(measure(1, "Ausbildungsvorbereitung", name),))
    evidence = {path: own for path, _, own in evidence_in(record, ALL_CLAIMED, reference())}
    assert evidence["measures[0].projects[0].name"]["plain"] == plain


@pytest.mark.parametrize(("other", "borne_out"), [("2025-09-20", True), ("2025-01-20", False)])
def test_a_repaired_day_is_borne_out_by_the_weeks_in_which_the_others_sign(
    other: str, borne_out: bool, weights: Weights
) -> None:
    repaired = day("9.9.2025", date(2025, 9, 9), confidence=0.5)
    record = agreement(signatories=(minister(date=repaired), deputy(date=day(other))))
    sure = sure_of(weighed_record(record, ALL_CLAIMED, reference(), weights))
    assert (sure["signatories[0].date"] > 0.5) == borne_out


@pytest.mark.parametrize(
    ("others", "borne_out"), [(("2025-09-20",), True), ((), False), (("2024-09-09",), False)]
)
def test_without_a_year_the_others_bear_out_a_day(
    others: Sequence[str], borne_out: bool, weights: Weights
) -> None:
    repaired = day("9.9.2025", date(2025, 9, 9), confidence=0.5)
    signing = (minister(date=repaired), *(deputy(date=day(other)) for other in others))
    record = agreement(budget_year=None, signatories=signing)
    sure = sure_of(weighed_record(record, ALL_CLAIMED, reference(), weights))
    assert (sure["signatories[0].date"] > 0.5) == borne_out


@pytest.mark.parametrize(("told", "borne_out"), [("19.9.2025", False), ("9.3.2025", True), ("9.9.", True)])
def test_a_day_is_not_borne_out_if_another_reading_of_it_would_be_as_well(
    told: str, borne_out: bool, weights: Weights
) -> None:
    read = day("9.9.2025", date(2025, 9, 9), confidence=0.5)
    disputed = read.model_copy(
        update={"provenance": read.provenance.model_copy(update={"alternatives": (told,)})}
    )
    record = agreement(signatories=(minister(date=disputed), deputy(date=day("2025-09-20"))))
    sure = sure_of(weighed_record(record, ALL_CLAIMED, reference(), weights))
    assert (sure["signatories[0].date"] > 0.5) == borne_out


@pytest.mark.parametrize(
    ("origin", "year", "doubted"),
    [("ocr", "2021", True), ("ocr", "2025", False), ("text_layer", "2021", False)],
)
def test_a_scanned_day_years_apart_from_those_of_all_others_is_doubted(
    origin: str, year: str, doubted: bool, weights: Weights
) -> None:
    read = day(f"{year}-09-09")
    scanned = read.model_copy(
        update={"provenance": read.provenance.model_copy(update={"origin": origin, "confidence": 0.9})}
    )
    others = (deputy(date=day("2025-09-20")), deputy(date=day("2025-09-29")))
    record = agreement(signatories=(minister(date=scanned), *others))
    sure = sure_of(weighed_record(record, ALL_CLAIMED, reference(), weights))["signatories[0].date"]
    assert (sure <= 0.75) == doubted


def test_a_day_that_was_hardly_read_is_not_borne_out(weights: Weights) -> None:
    faint = day("9.9.2025", date(2025, 9, 9), confidence=0.3)
    record = agreement(signatories=(minister(date=faint), deputy(date=day("2025-09-09"))))
    assert sure_of(weighed_record(record, ALL_CLAIMED, reference(), weights))["signatories[0].date"] <= 0.3


def test_weighing_changes_nothing_but_confidence(weights: Weights) -> None:
    before = agreement()
    after = weighed_record(before, NOTHING_CLAIMED, reference(), weights)
    assert [(path, value.value, value.text) for path, value in values_of(before)] == [
        (path, value.value, value.text) for path, value in values_of(after)
    ]


def test_words_of_values_are_claimed_and_others_are_not() -> None:
    reading = typed_reading(UNDERSTOOD)
    record = typed_agreement(UNDERSTOOD)
    claims = claims_of(reading, record)
    assert claims.items == 1
    assert claims.figures == 1
    without = claims_of(reading, record.model_copy(update={"measures": ()}))
    assert without.items == 0
    assert len(without.unclaimed["measures"]) == 3, "the Maßnahmenart and two projects, each with its place"
    assert claims_of(reading, record.model_copy(update={"amounts": ()})).figures < 1


SHARES = UNDERSTOOD.replace(
    "**2. Projekte**",
    """
    Ausbildung                                120,5
    Beratung                                1.200,0
    Sprache                                    94,5
    Zusammen                                1.415,0

**2. Projekte**""",
)


def test_a_table_of_figures_in_no_value_leaves_the_amounts_incomplete(weights: Weights) -> None:
    reading, record = typed_reading(SHARES), typed_agreement(SHARES).model_copy(update={"amounts": ()})
    claims = claims_of(reading, record)
    assert len(claims.columns) == 1
    whole = weighed_record(record, claims, reference(), weights).completeness
    (amounts,) = (one for one in whole if one.part == "amounts")
    assert amounts.confidence <= 0.5
    assert amounts.spots == claims.columns


ROWS = """
    +----------+-----------+
    | Jahr     | Euro      |
    +----------+-----------+
    | 2024     |   240.000 |
    | 2025     |   140.000 |
    +----------+-----------+
    | Zusammen |   380.000 |
    +----------+-----------+
"""


def test_a_sum_of_a_table_in_no_value_beside_others_that_are_leaves_the_amounts_incomplete(
    weights: Weights,
) -> None:
    typed = UNDERSTOOD.replace("**2. Projekte**", f"{ROWS}\n**2. Projekte**")
    reading, record = typed_reading(typed), typed_agreement(typed)
    assert not claims_of(reading, record).sums
    fewer = record.model_copy(update={"amounts": record.amounts[:-2]})
    claims = claims_of(reading, fewer)
    assert len(claims.sums) == 2
    (amounts,) = (
        one
        for one in weighed_record(fewer, claims, reference(), weights).completeness
        if one.part == "amounts"
    )
    assert (amounts.confidence <= 0.5, amounts.spots) == (True, claims.sums)


@pytest.mark.parametrize(
    ("printed", "lost"),
    [
        ("Hinzu kommen weitere 112.000 aus Restmitteln.", 1),
        ("Zugesagt sind 112.000,00.", 1),
        ("Im Landkreis leben rund 112.000 Menschen.", 0),
        ("Im Landkreis leben 112.000 zugewanderte ältere Menschen.", 0),
        ("Er hat die Marke von 112.000 überschritten.", 0),
        ("Die Fläche misst 112.000 m².", 0),
        ("Er berät 2.600 im Jahr.", 0),
    ],
)
def test_a_sum_without_a_currency_that_counts_nothing_else_is_not_overlooked(printed: str, lost: int) -> None:
    typed = UNDERSTOOD.replace("**2. Projekte**", f"{printed}\n\n**2. Projekte**")
    record = typed_agreement(typed)
    spoken = record.model_copy(update={"amounts": tuple(a for a in record.amounts if a.value == 480000)})
    assert len(claims_of(typed_reading(typed), spoken).sums) == lost


@pytest.mark.parametrize(
    ("printed", "sure"),
    [
        ("insgesamt viele Plätze", True),
        ("480.000 Euro", False),
        ("480.000", False),
        ("480 000", False),
        ("480000", False),
        ("bis zu 480,-", False),
        ("1,2 Millionen", False),
        ("mit 35 Plätzen bis 30.06.2022", True),
    ],
)
def test_where_no_currency_is_printed_no_amount_was_overlooked(
    printed: str, sure: bool, weights: Weights
) -> None:
    reading = typed_reading(UNDERSTOOD.replace("insgesamt 480.000 Euro", printed))
    record = agreement(amounts=(), signatories=())
    weighed = weighed_record(record, claims_of(reading, record), reference(), weights)
    (amounts,) = (one.confidence for one in weighed.completeness if one.part == "amounts")
    assert (amounts > 0.9) == sure


def test_a_heading_that_was_not_taken_for_one_leaves_the_sections_incomplete(weights: Weights) -> None:
    typed = UNDERSTOOD.replace("**3. Schluss**", "**2. Schluss**")
    claims = claims_of(typed_reading(typed), typed_agreement(typed))
    assert len(claims.headings) == 1
    whole = weighed_record(typed_agreement(typed), claims, reference(), weights).completeness
    (sections,) = (one for one in whole if one.part == "sections")
    assert (sections.confidence <= 0.5, sections.spots) == (True, claims.headings)
    assert not claims_of(typed_reading(UNDERSTOOD), typed_agreement(UNDERSTOOD)).headings


def test_an_office_behind_the_signatures_leaves_them_incomplete(weights: Weights) -> None:
    sentence = (
        "Die Seiten haben sich vor der Unterschrift über alle Punkte ausgetauscht und nichts offen gelassen."
    )
    typed = f"{UNDERSTOOD}\n\n{sentence}\n\nKai Muster\nErster Kreisbeigeordneter\n"
    record = typed_agreement(typed)
    claims = claims_of(typed_reading(typed), record)
    whole = weighed_record(record, claims, reference(), weights).completeness
    (signatories,) = (one for one in whole if one.part == "signatories")
    assert (len(record.signatories), len(claims.officers), signatories.confidence <= 0.5) == (2, 1, True)
    assert not claims_of(typed_reading(UNDERSTOOD), typed_agreement(UNDERSTOOD)).officers


def test_figures_beside_what_was_read_and_figures_in_text_are_no_such_table() -> None:
    counted = UNDERSTOOD.replace("- Werkhof Rhön", "- Werkhof Rhön 12,5").replace(
        "- Startrampe", "- Startrampe 7,25"
    )
    for typed in (UNDERSTOOD, counted):
        assert not claims_of(typed_reading(typed), typed_agreement(typed)).columns


@pytest.mark.parametrize(
    ("name", "plain"), [("Prof. Dr. Friedemann", False), ("Dr. h. c. Anna von Beispiel", True)]
)
def test_a_person_has_two_names_behind_all_titles(name: str, plain: bool) -> None:
    assert (PERSON.fullmatch(name) is not None) == plain
