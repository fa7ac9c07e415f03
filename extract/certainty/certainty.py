"""How certain a value is when all that speaks for it is weighed: its ink, lists, the document around it.

The rooms that find values know their ink and the lists that confirm them (`confidence.py`). That a layout was
misunderstood shows in no value of its own, but in what is missing around it: measures without projects,
parties nobody signs for, numbers of sections that do not follow each other, words of lists and signature
blocks that are in no value. So each value is weighed once more when the record is complete, and so is each
part of the record: was anything of it overlooked?

Evidence is a number from 0 to 1, more of it never makes less certain, and what it weighs is measured
(`benchmarks/certainty.py`): the confidence is the share of values with such evidence that were right.
"""

from __future__ import annotations

import math
import operator
import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Any

from extract.certainty.claims import Claims, values_of
from extract.certainty.confidence import UNCONFIRMED
from extract.certainty.evidence import APART, BORNE_OUT, Evidence, evidence_in, evidence_of_whole
from models.agreement import Agreement, Completeness, Part
from models.reference import Reference
from models.values import Extracted, Model

Weights = Mapping[str, Mapping[str, float]]
"""By family of fields: what each piece of evidence weighs, and under `bias` where the scale begins."""

BIAS = "bias"
WHOLE = "all_"
"""Before the name of a part: the weights by which it is judged whether all of it was found."""
LEAST, MOST = 0.01, 0.999
"""Nothing is impossible, and nothing was measured on more than some thousand values."""
DISPUTED = 0.5
"""A value that was repaired, or on which readings disagree, is not made certain by what stands around it."""


@cache
def measured_weights() -> Weights:
    """What evidence weighs, as it was measured last."""
    return tomllib.loads((files("extract.certainty") / "certainty.toml").read_text(encoding="utf-8"))


def weighed_record(record: Agreement, claims: Claims, reference: Reference, weights: Weights) -> Agreement:
    """The record with the confidence of each value, and the completeness of each part, as evidence has it."""
    read = {path: value.provenance.confidence for path, value in values_of(record)}
    disputed, borne_out = {}, {}
    for path, family, evidence in evidence_in(record, claims, reference):
        if family in weights:
            found = confidence(evidence, weights[family])
            if evidence.get(APART):
                found = min(found, UNCONFIRMED)
            disputed[path] = min(found, read[path]) if read[path] <= DISPUTED else found
            borne_out[path] = found if read[path] == DISPUTED and evidence.get(BORNE_OUT) else disputed[path]
    # Where much is disputed, something may be overlooked, borne out or not.
    doubted = _with_confidences(record, disputed)
    whole = tuple(
        _completeness(part, confidence(evidence, weights[WHOLE + part]), claims)
        for part, evidence in evidence_of_whole(doubted, claims)
        if WHOLE + part in weights
    )
    return _with_confidences(record, borne_out).model_copy(update={"completeness": whole})


def _completeness(part: Part, confidence: float, claims: Claims) -> Completeness:
    """Is all of a part found? Not if sums were left out, or a whole table of them, what looks like a heading
    of the document, or an office where the parties sign, whatever else speaks for it."""
    kinds = {
        "amounts": claims.columns + claims.sums,
        "sections": claims.headings,
        "signatories": claims.officers,
    }
    overlooked = kinds.get(part, ())
    if overlooked:
        return Completeness(part=part, confidence=min(confidence, DISPUTED), spots=overlooked)
    if part == "amounts" and claims.moneyless:
        confidence = MOST
    return Completeness(part=part, confidence=confidence, spots=claims.unclaimed.get(part, ()))


def confidence(evidence: Evidence, weights: Mapping[str, float]) -> float:
    """The probability of being right with this evidence."""
    score = weights[BIAS] + sum(weights.get(name, 0.0) * share for name, share in evidence.items())
    return round(min(max(1 / (1 + math.exp(-score)), LEAST), MOST), 4)


def _with_confidences(record: Agreement, confidences: Mapping[str, float]) -> Agreement:
    reset: Agreement = _reset(record, "", confidences)
    return reset


def _reset(node: Any, path: str, confidences: Mapping[str, float]) -> Any:
    """The same node, or a copy in which the values at some paths have another confidence."""
    if isinstance(node, tuple):
        items = tuple(_reset(item, f"{path}[{i}]", confidences) for i, item in enumerate(node))
        return node if all(map(operator.is_, items, node)) else items
    if not isinstance(node, Model):
        return node
    changed: dict[str, object] = {}
    for name in type(node).model_fields:
        old = getattr(node, name)
        new = _reset(old, f"{path}.{name}" if path else name, confidences)
        if new is not old:
            changed[name] = new
    if isinstance(node, Extracted) and path in confidences:
        changed["provenance"] = node.provenance.model_copy(update={"confidence": confidences[path]})
    return node.model_copy(update=changed) if changed else node
