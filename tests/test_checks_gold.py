"""The rules on a perfect reading of the samples: every planted fault is found, nothing else is said."""

from __future__ import annotations

import json
from datetime import date
from typing import Any

import pytest

from checks.engine import check_agreement
from models.reference import Reference
from models.settings import Checks, Settings
from samples.faults import FAULTS, FaultDoesNotFit
from samples.make import Order, make
from samples.scenario import Wishes
from tests.gold_records import record_from_gold
from tests.runs import SAMPLES

REFERENCE = Reference.load()
SETTINGS = Settings(checks=Checks(today=date(2027, 12, 31)))
GOLD_FILES = sorted(SAMPLES.rglob("*.gold.json"))


def groups(gold: dict[str, Any]) -> set[str]:
    """The groups of rules that have more than information to say about a perfect reading."""
    found = check_agreement(record_from_gold(gold, REFERENCE), REFERENCE, SETTINGS)
    return {one.rule[:3] for one in found if one.severity != "info"}


@pytest.mark.parametrize("file", GOLD_FILES, ids=lambda file: file.name.partition(".")[0])
def test_a_sample_has_the_findings_that_were_planted(file: Any) -> None:
    gold = json.loads(file.read_text(encoding="utf-8"))
    assert groups(gold) == {one["rule_group"] for one in gold["findings"]}


@pytest.mark.parametrize("seed", range(25))
def test_a_clean_agreement_is_silent(seed: int) -> None:
    assert groups(make(Order(f"clean-{seed}", seed, Wishes())).gold) == set()


# "another_amount" is seen only by looking at two documents.
@pytest.mark.parametrize("fault", sorted(set(FAULTS) - {"another_amount"}))
def test_a_planted_fault_is_found(fault: str) -> None:
    fitted = 0
    for seed in range(200):
        if fitted == 5:
            break
        try:
            gold = make(Order(f"{fault}-{seed}", seed, Wishes(), fault=fault)).gold
        except FaultDoesNotFit:
            continue
        fitted += 1
        assert groups(gold) == {one["rule_group"] for one in gold["findings"]}
    assert fitted == 5
