"""The evaluation is itself tested: each kind of planted error moves exactly the figure it should."""

from __future__ import annotations

import json
from decimal import Decimal
from pathlib import Path

import pytest

from evaluation.evaluate import Figures, GoldError, Judged, evaluate, figures, reliability
from evaluation.report import EDGES, reliability_curve, summary, write_json
from models.agreement import Agreement
from models.finding import Finding
from samples.record import perfect_record

THRESHOLD = 0.8
GOLD_NAME = "fulda_2023_massnahmen.gold.json"
SAMPLES = Path(__file__).parent.parent / "samples" / "agreements"


@pytest.fixture
def gold_folder(tmp_path: Path) -> Path:
    (tmp_path / GOLD_NAME).write_bytes((SAMPLES / GOLD_NAME).read_bytes())
    return tmp_path


@pytest.fixture
def perfect() -> Agreement:
    return perfect_record(json.loads((SAMPLES / GOLD_NAME).read_text(encoding="utf-8")))


def judged(record: Agreement, folder: Path) -> list[Judged]:
    return evaluate([record], folder, THRESHOLD)


def scored(record: Agreement, folder: Path) -> Figures:
    return figures(judged(record, folder))


def with_amount(record: Agreement, **changes: object) -> Agreement:
    first, *rest = record.amounts
    return record.model_copy(update={"amounts": (first.model_copy(update=changes), *rest)})


def test_a_perfect_run_scores_one_and_is_silent(perfect: Agreement, gold_folder: Path) -> None:
    result = scored(perfect, gold_folder)
    assert all(field.f1 == field.lenient_f1 == 1 for field in result.fields.values())
    assert result.documents_right == 1
    assert result.silent_errors_per_1000 == result.needless_flags_per_1000 == 0


def test_an_empty_run_scores_zero_and_every_loss_is_silent(perfect: Agreement, gold_folder: Path) -> None:
    result = scored(Agreement(document=perfect.document), gold_folder)
    assert all(field.f1 == 0 for field in result.fields.values())
    assert result.documents_right == 0
    assert result.silent_errors_per_1000 == 1000


def test_a_wrong_amount_costs_the_amount_alone(perfect: Agreement, gold_folder: Path) -> None:
    result = scored(with_amount(perfect, value=Decimal("1.00")), gold_folder)
    assert {name for name, field in result.fields.items() if field.f1 < 1} == {"amount", "amount_role"}
    assert (result.fields["amount"].fp, result.fields["amount"].fn) == (1, 1)
    assert result.documents_right == 0


def test_a_wrong_amount_without_a_flag_is_silent_and_with_one_is_not(
    perfect: Agreement, gold_folder: Path
) -> None:
    wrong = with_amount(perfect, value=Decimal("1.00"))
    assert len(judged(wrong, gold_folder)[0].score.silent) == 2
    doubted = perfect.amounts[0].provenance.model_copy(update={"confidence": 0.3})
    assert judged(with_amount(wrong, provenance=doubted), gold_folder)[0].score.silent == []
    finding = Finding(rule="SUM001", severity="error", message="", fields=("amounts[0]",))
    assert judged(wrong.model_copy(update={"findings": (finding,)}), gold_folder)[0].score.silent == []


def test_a_finding_that_is_only_information_is_no_flag(perfect: Agreement, gold_folder: Path) -> None:
    note = Finding(rule="SUM001", severity="info", message="", fields=("amounts[0]",))
    wrong = with_amount(perfect, value=Decimal("1.00")).model_copy(update={"findings": (note,)})
    assert len(judged(wrong, gold_folder)[0].score.silent) == 2


def test_a_right_value_with_a_flag_is_a_needless_flag(perfect: Agreement, gold_folder: Path) -> None:
    doubted = perfect.amounts[0].provenance.model_copy(update={"confidence": 0.3})
    result = scored(with_amount(perfect, provenance=doubted), gold_folder)
    assert result.fields["amount"].f1 == 1
    assert result.needless_flags_per_1000 == pytest.approx(1000 * 2 / result.values)


def test_a_lost_signatory_is_silent_unless_a_finding_names_the_signatories(
    perfect: Agreement, gold_folder: Path
) -> None:
    lost = perfect.model_copy(update={"signatories": perfect.signatories[:1]})
    assert {fact.field for fact in judged(lost, gold_folder)[0].score.silent} >= {"signatory_name"}
    finding = Finding(rule="SIG001", severity="error", message="", fields=("signatories",))
    noticed = judged(lost.model_copy(update={"findings": (finding,)}), gold_folder)[0].score
    assert not [fact for fact in noticed.silent if fact.field.startswith("signatory_")]
    assert noticed.fields["signatory_name"].fn == 1


def test_an_invented_project_costs_precision_not_recall(perfect: Agreement, gold_folder: Path) -> None:
    first, *rest = perfect.measures
    twice = first.model_copy(update={"projects": (*first.projects, first.projects[0])})
    field = scored(perfect.model_copy(update={"measures": (twice, *rest)}), gold_folder).fields["project"]
    assert field.precision < 1
    assert field.recall == 1


def test_another_spelling_is_wrong_strictly_and_right_leniently(
    perfect: Agreement, gold_folder: Path
) -> None:
    authority = perfect.authority
    assert authority is not None
    spelled = authority.model_copy(update={"value": authority.value.upper()})
    field = scored(perfect.model_copy(update={"authority": spelled}), gold_folder).fields["authority"]
    assert (field.f1, field.lenient_f1) == (0, 1)


def test_planted_faults_and_false_alarms_are_counted_by_rule_group(
    perfect: Agreement, gold_folder: Path
) -> None:
    alarm = Finding(rule="DAT001", severity="warning", message="")
    alarmed = perfect.model_copy(update={"findings": (alarm,)})
    assert scored(alarmed, gold_folder).false_alarms_per_clean_document == 1
    path = gold_folder / GOLD_NAME
    gold = json.loads(path.read_text(encoding="utf-8"))
    path.write_text(json.dumps(gold | {"findings": [{"rule_group": "DAT"}]}), encoding="utf-8")
    result = scored(alarmed, gold_folder)
    assert (result.faults, result.faults_found) == (1, 1)
    assert scored(perfect, gold_folder).faults_found == 0


def test_the_calibration_error_is_the_distance_of_confidence_and_accuracy(
    perfect: Agreement, gold_folder: Path
) -> None:
    bins, error = reliability(judged(perfect, gold_folder), EDGES)
    assert error == pytest.approx(1 - bins[-1].confidence, abs=0.02)
    assert sum(one.count for one in bins) == len(judged(perfect, gold_folder)[0].score.judged)
    assert reliability_curve(bins).count("<circle") == len(bins)


def test_gold_without_its_document_is_refused(perfect: Agreement, gold_folder: Path) -> None:
    with pytest.raises(GoldError, match="kein Dokument"):
        evaluate([], gold_folder, THRESHOLD)
    with pytest.raises(GoldError, match=r"keine Datei"):
        evaluate([perfect], gold_folder / "leer", THRESHOLD)


def test_the_report_shows_every_field_and_the_figures_that_matter(
    perfect: Agreement, gold_folder: Path
) -> None:
    result = judged(perfect, gold_folder)
    text = summary(result)
    assert "silent errors" in text
    assert all(name in text for name in result[0].score.fields)
    write_json(result, gold_folder / "figures.json")
    assert (
        json.loads((gold_folder / "figures.json").read_text(encoding="utf-8"))["groups"]["all"]["documents"]
        == 1
    )


def test_a_part_that_the_gold_does_not_have_is_not_judged(perfect: Agreement, gold_folder: Path) -> None:
    """A part that is there and empty is: nothing of it stands in the document."""
    (file,) = gold_folder.glob("*.gold.json")
    gold = json.loads(file.read_text(encoding="utf-8"))
    assert gold["dates"]
    for without, silent in (
        (gold | {"dates": []}, True),
        ({k: gold[k] for k in gold if k != "dates"}, False),
    ):
        file.write_text(json.dumps(without), encoding="utf-8")
        (one,) = judged(perfect, gold_folder)
        assert ("date" in {fact.field for fact in one.score.silent}) is silent


def test_gold_that_is_no_json_is_told_with_its_line(gold_folder: Path) -> None:
    (gold_folder / GOLD_NAME).write_text('{\n"kind": }', encoding="utf-8")
    with pytest.raises(GoldError, match=r"kein gültiges JSON in UTF-8 \(Zeile 2\)"):
        evaluate([], gold_folder, THRESHOLD)
