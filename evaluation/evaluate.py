"""A finished run held against a folder of gold files."""

from __future__ import annotations

import itertools
import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, get_args

from evaluation.facts import Fact, facts_of_gold, facts_of_record
from evaluation.score import DocumentScore, Score, score_document, total
from models.agreement import Agreement, Part
from models.values import Model

# Planted faults and the rules that report them are compared by group: "SUM", "DAT", …
GROUP_LENGTH = 3
PARTS = frozenset(get_args(Part))
"""A finding that names a whole part says that something is not in it, and nothing of what is."""


@dataclass(frozen=True)
class Judged:
    """A document with its gold, its score, and the rule groups expected and reported above info."""

    gold: dict[str, Any]
    record: Agreement
    score: DocumentScore
    expected: frozenset[str]
    reported: frozenset[str]


class GoldError(Exception):
    """A gold file that cannot be used, or none at all. The message is German, for people."""


def evaluate(records: Iterable[Agreement], gold_folder: Path, threshold: float) -> list[Judged]:
    """Every document that has gold, judged. `threshold`: below this confidence a value counts as flagged.

    A gold file whose document is in no record counts as a document of which nothing was delivered.
    """
    by_name = {Path(record.document.path).name: record for record in records}
    judged = []
    for path, gold in _gold_files(gold_folder):
        names = [Path(name).name for name in gold.get("files", ())]
        found = [by_name[name] for name in names if name in by_name]
        if not found:
            raise GoldError(f"Zu {path.name} gibt es in diesem Lauf kein Dokument ({', '.join(names)}).")
        judged += [_judge(record, gold, threshold) for record in found]
    return judged


def _gold_files(folder: Path) -> Iterator[tuple[Path, dict[str, Any]]]:
    paths = sorted([*folder.rglob("*.gold.json"), *folder.rglob("gold.json")])
    if not paths:
        raise GoldError(f"In {folder} liegt keine Datei *.gold.json.")
    for path in paths:
        try:
            yield path, json.loads(path.read_text(encoding="utf-8"))
        except ValueError as error:
            where = f" (Zeile {error.lineno})" if isinstance(error, json.JSONDecodeError) else ""
            raise GoldError(f"{path.name} ist kein gültiges JSON in UTF-8{where}.") from error


def _judge(record: Agreement, gold: dict[str, Any], threshold: float) -> Judged:
    serious = [finding for finding in record.findings if finding.severity != "info"]
    marked = {path for finding in serious for path in finding.fields}
    doubted = marked - PARTS

    known = {"programme", *gold} if "programmes" in gold else set(gold)

    def flagged(fact: Fact) -> bool:
        return fact.confidence < threshold or any(_concerns(path, fact.path) for path in doubted)

    def noticed(field: str) -> bool:
        return any(path.split("[")[0].split(".")[0] == part_of(field) for path in marked)

    # A part that the gold does not have was looked up by nobody: what is read of it is not judged.
    told = [fact for fact in facts_of_record(record) if part_of(fact.field) in known]
    score = score_document(record.document.path, told, list(facts_of_gold(gold)), flagged, noticed)
    # "Read without certainty" is a flag of the reading, not a claim about the document.
    claimed = [finding for finding in serious if not finding.rule.startswith("OCR")]
    return Judged(
        gold,
        record,
        score,
        frozenset(
            str(one.get("rule_group", one.get("rule", "")))[:GROUP_LENGTH] for one in gold.get("findings", ())
        ),
        frozenset(one.rule[:GROUP_LENGTH] for one in claimed),
    )


ROOTS = {
    "party": "parties",
    "registry_key": "parties",
    "amount": "amounts",
    "amount_role": "amounts",
    "measure": "measures",
    "project": "measures",
    "date": "dates",
    "date_role": "dates",
    "section": "sections",
}
"""Where in the record the facts of a field stand, if not under the field's own name."""


def part_of(field: str) -> str:
    """The part of the record in which the facts of a field stand."""
    return "signatories" if field.startswith("signatory_") else ROOTS.get(field, field)


def _concerns(marked: str, path: str) -> bool:
    """Is the value at `path` the marked one, or part of it?"""
    return path == marked or path.startswith((f"{marked}.", f"{marked}["))


class FieldFigures(Model):
    precision: float
    recall: float
    f1: float
    lenient_f1: float
    tp: int
    fp: int
    fn: int


class Figures(Model):
    """The figures of a group of documents. Rates per 1,000 values where the name says so."""

    documents: int
    values: int
    fields: dict[str, FieldFigures]
    documents_right: float
    silent_errors_per_1000: float
    needless_flags_per_1000: float
    faults: int
    faults_found: int
    false_alarms_per_clean_document: float


def figures(judged: Sequence[Judged]) -> Figures:
    """The sum over documents; micro averages."""
    names = sorted({name for one in judged for name in one.score.fields})
    values = sum(one.score.values for one in judged)
    clean = [one for one in judged if not one.expected]
    return Figures(
        documents=len(judged),
        values=values,
        fields={name: _field(judged, name) for name in names},
        documents_right=_share(sum(one.score.right for one in judged), len(judged)),
        silent_errors_per_1000=1000 * _share(sum(len(one.score.silent) for one in judged), values),
        needless_flags_per_1000=1000 * _share(sum(len(one.score.needless) for one in judged), values),
        faults=sum(len(one.expected) for one in judged),
        faults_found=sum(len(one.expected & one.reported) for one in judged),
        false_alarms_per_clean_document=_share(sum(len(one.reported) for one in clean), len(clean)),
    )


def _field(judged: Sequence[Judged], name: str) -> FieldFigures:
    strict = total(one.score.fields.get(name, Score()) for one in judged)
    lenient = total(one.score.lenient.get(name, Score()) for one in judged)
    return FieldFigures(
        precision=strict.precision,
        recall=strict.recall,
        f1=strict.f1,
        lenient_f1=lenient.f1,
        tp=strict.tp,
        fp=strict.fp,
        fn=strict.fn,
    )


def _share(part: int, whole: int) -> float:
    return part / whole if whole else 0.0


class Bin(Model):
    """Values whose confidence lies in one tenth: how many, how confident, how many right."""

    count: int
    confidence: float
    accuracy: float


def reliability(judged: Sequence[Judged], edges: Sequence[float]) -> tuple[list[Bin], float]:
    """Accuracy by confidence between `edges`, and the expected calibration error over all values."""
    pairs = [pair for one in judged for pair in one.score.judged]
    bins = []
    error = 0.0
    for low, high in itertools.pairwise(edges):
        inside = [(c, right) for c, right in pairs if low <= c < high or (c == high == edges[-1])]
        if inside:
            confidence = sum(c for c, _ in inside) / len(inside)
            accuracy = sum(right for _, right in inside) / len(inside)
            bins.append(Bin(count=len(inside), confidence=confidence, accuracy=accuracy))
            error += len(inside) / len(pairs) * abs(confidence - accuracy)
    return bins, error
