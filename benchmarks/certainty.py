"""What evidence weighs: fits the weights of certainty.toml to what was read right and wrong.

    python benchmarks/certainty.py ARCHIVE [ARCHIVE ...] [--write]

ARCHIVE holds agreements with gold (`python -m samples.synth`). Every document is read, every value held
against its gold. The weights are those of a logistic regression without negative weights: evidence can only
help. Printed is how well they tell right from wrong on layouts they were not fitted to: each layout in turn
is left out, and judged by the weights of the others. With --write the weights of all go into the file.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from multiprocessing import get_context
from pathlib import Path
from tempfile import TemporaryDirectory

import numpy as np

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from evaluation.evaluate import part_of
from evaluation.facts import facts_of_gold, facts_of_record
from evaluation.score import score_document
from extract.agreement import understood
from extract.certainty.certainty import BIAS, WHOLE, Weights, confidence, weighed_record
from extract.certainty.claims import Claims, claims_of, values_of
from extract.certainty.evidence import Evidence, evidence_in, evidence_of_whole
from extract.errors import ReadingError
from extract.files.prints import Prints
from extract.reading import read_document
from models.agreement import Agreement
from models.reference import Reference
from models.settings import Settings

TARGET = Path(__file__).resolve().parent.parent / "extract" / "certainty" / "certainty.toml"
REFERENCE = Reference.load()
RIDGE = 1.0
"""Pulls weights towards nothing, as much as one value more: few values give small weights."""
NOTHING = 5
"""So many wrong values without any evidence are taken to be seen in every family: a family of which nothing
was wrong yet must not trust what nothing speaks for."""
STEPS = 4000
THRESHOLDS = (0.7, 0.8, 0.85, 0.9, 0.95, 0.98)


@dataclass(frozen=True, slots=True)
class Case:
    """A value that was delivered: was it right?"""

    layout: str
    family: str
    evidence: Evidence
    raw: float
    right: bool


@dataclass(frozen=True, slots=True)
class Reading:
    """A document as it was read, with the layout it has, which values are wrong, and what was overlooked."""

    layout: str
    packed: bytes
    """The record as JSON: its generic classes cannot be pickled."""
    claims: Claims
    wrong: frozenset[str]
    lost: frozenset[str]

    @property
    def record(self) -> Agreement:
        return Agreement.model_validate_json(self.packed)


def read(gold_file: Path) -> list[Reading]:
    """The documents of a gold file; those that cannot be read are left out."""
    gold = json.loads(gold_file.read_text(encoding="utf-8"))
    readings = []
    for name in gold["files"]:
        try:
            with TemporaryDirectory() as folder:
                path = gold_file.parent / name
                prints = Prints(Path(folder), Settings().batch.output_megabytes)
                document, pages = read_document(path, Settings(), prints=prints)
                pages = [page for page in pages if page.error is None]
                reading, record = understood(document, pages, REFERENCE)
        except ReadingError:
            continue
        facts = list(facts_of_record(record))
        score = score_document(name, facts, list(facts_of_gold(gold)), lambda _: False, lambda _: False)
        wrong = frozenset(fact.path for fact in score.wrong)
        lost = frozenset(part_of(field) for field, one in score.fields.items() if one.fn > one.fp)
        packed = record.model_dump_json(round_trip=True).encode()
        readings.append(Reading(gold["template"], packed, claims_of(reading, record), wrong, lost))
    return readings


def values(readings: Sequence[Reading]) -> Iterator[Case]:
    """Every value that was delivered."""
    for one in readings:
        record = one.record
        raw = {path: value.provenance.confidence for path, value in values_of(record)}
        for path, family, evidence in evidence_in(record, one.claims, REFERENCE):
            yield Case(one.layout, family, evidence, raw[path], path not in one.wrong)


def parts(readings: Sequence[Reading], weights: Weights) -> Iterator[Case]:
    """Every part of a record, with nothing overlooked or something; `weights` are those of the values."""
    for one in readings:
        weighed = weighed_record(one.record, one.claims, REFERENCE, weights)
        for part, evidence in evidence_of_whole(weighed, one.claims):
            yield Case(one.layout, WHOLE + part, evidence, 1.0, part not in one.lost)


def fit(cases: Sequence[Case]) -> dict[str, float]:
    """The weights of one family: logistic regression, weights at least 0 (accelerated projected gradient)."""
    names = sorted(cases[0].evidence)
    seen = [[*(case.evidence[name] for name in names), 1.0] for case in cases]
    x = np.array([*seen, *[[0.0] * len(names) + [1.0]] * NOTHING])
    y = np.array([*(case.right for case in cases), *[False] * NOTHING], dtype=np.float64)
    step = 4.0 / (np.linalg.norm(x, 2) ** 2 + 4 * RIDGE)
    weights = ahead = np.zeros(x.shape[1])
    for turn in range(STEPS):
        slope = x.T @ (1 / (1 + np.exp(-(x @ ahead))) - y)
        slope[:-1] += RIDGE * ahead[:-1]
        moved = ahead - step * slope
        moved[:-1] = np.maximum(moved[:-1], 0.0)
        ahead = moved + turn / (turn + 3) * (moved - weights)
        weights = moved
    fitted = {name: round(float(weight), 3) for name, weight in zip([*names, BIAS], weights, strict=True)}
    return {name: weight for name, weight in fitted.items() if weight or name == BIAS}


def by_family(cases: Sequence[Case]) -> dict[str, list[Case]]:
    families: dict[str, list[Case]] = defaultdict(list)
    for case in cases:
        families[case.family].append(case)
    return dict(sorted(families.items()))


def left_out(cases: Sequence[Case]) -> Iterator[tuple[Case, float]]:
    """Each value with the confidence it has by the weights of all other layouts."""
    for layout in sorted({case.layout for case in cases}):
        others = [case for case in cases if case.layout != layout]
        if others:
            weights = fit(others)
            yield from ((case, confidence(case.evidence, weights)) for case in cases if case.layout == layout)


def calibration_error(pairs: Sequence[tuple[bool, float]]) -> float:
    """Expected calibration error in tenths."""
    bins: dict[int, list[tuple[bool, float]]] = defaultdict(list)
    for right, sure in pairs:
        bins[min(int(sure * 10), 9)].append((right, sure))
    return sum(abs(sum(r for r, _ in b) - sum(s for _, s in b)) for b in bins.values()) / len(pairs)


def show(title: str, pairs: Sequence[tuple[bool, float]]) -> None:
    """Silent: wrong and above the threshold; needless: right and below; both per 1,000 values."""
    cells = []
    for threshold in THRESHOLDS:
        silent = sum(not right and sure >= threshold for right, sure in pairs)
        needless = sum(right and sure < threshold for right, sure in pairs)
        cells.append(f"{1000 * silent / len(pairs):5.0f}/{1000 * needless / len(pairs):<4.0f}")
    right = sum(right for right, _ in pairs) / len(pairs)
    print(
        f"{title:26} n={len(pairs):5} right={right:.3f} ECE={calibration_error(pairs):.3f}  {' '.join(cells)}"
    )


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("archives", type=Path, nargs="+")
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--write", action="store_true")
    arguments = parser.parse_args()
    golds = [gold for archive in arguments.archives for gold in sorted(archive.glob("*.gold.json"))]
    with ProcessPoolExecutor(arguments.jobs, mp_context=get_context("spawn")) as pool:
        readings = [one for found in pool.map(read, golds, chunksize=4) for one in found]
    print(f"{len(readings)} documents; silent/needless per 1,000 at {', '.join(map(str, THRESHOLDS))}")
    weights = weigh(list(values(readings)))
    weights |= weigh(list(parts(readings, weights)))
    if arguments.write:
        TARGET.write_text(as_toml(weights), encoding="utf-8")


def weigh(cases: Sequence[Case]) -> dict[str, Mapping[str, float]]:
    """The weights of each family, after printing how well they do."""
    raw: list[tuple[bool, float]] = []
    judged: list[tuple[bool, float]] = []
    weights: dict[str, Mapping[str, float]] = {}
    for family, own in by_family(cases).items():
        before = [(case.right, case.raw) for case in own]
        after = [(case.right, sure) for case, sure in left_out(own)]
        show(family, before)
        show("  weighed", after)
        raw, judged = raw + before, judged + after
        weights[family] = fit(own)
    show("all", raw)
    show("  weighed", judged)
    return weights


def as_toml(weights: Mapping[str, Mapping[str, float]]) -> str:
    lines = ["# Written by benchmarks/certainty.py: what each piece of evidence weighs. See certainty.py."]
    for family, own in weights.items():
        lines += ["", f"[{family}]", *(f"{name} = {weight}" for name, weight in own.items())]
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    main()
