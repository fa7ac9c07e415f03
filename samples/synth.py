"""A whole archive of invented agreements with gold: the same bytes for the same seed.

`python -m samples.synth --out DIR --count 200 --seed 1 --split dev`
"""

from __future__ import annotations

import argparse
import random
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Literal, get_args

from samples.defects import Defect, DefectDoesNotFit
from samples.faults import FAULTS, FaultDoesNotFit
from samples.fonts import DEV_FAMILIES, TEST_FAMILIES
from samples.make import Order, Sample, make
from samples.scanner import DEV_CONDITIONS, TEST_CONDITIONS, Condition
from samples.scenario import BUDGET_FORMS, BudgetForm, DateStyle, Wishes
from samples.wordings import DEV_OTHERS, DEV_TEMPLATES, TEST_OTHERS, TEST_TEMPLATES

Split = Literal["dev", "test"]

# Shares of an archive. Faults are far more frequent than in life, or a rule would hardly ever be tried.
DIGITAL = 0.35
POOR = 0.2
FAULTY = 0.3
DEFECTIVE = 0.05
TWINS = 0.03
TIFF = 0.08
OLD_OCR = 0.12
SCANNED_END = 0.1
HANDLED_SCAN = 0.6
HANDLED_DIGITAL = 0.1
THREE_PARTIES = 0.06
OTHER_FAMILIES = 0.08
HELD_OUT = 0.75
"""Of the test split. The rest wears a dev template under unseen type and scan: so it can be told whether an
error comes from the layout or from the reading."""

SINGLE_FAULTS = tuple(name for name in FAULTS if name != "another_amount")


@dataclass(frozen=True, slots=True)
class Stock:
    """What a split may use."""

    templates: tuple[str, ...]
    others: tuple[str, ...]
    held_out: tuple[str, ...]
    held_out_others: tuple[str, ...]
    families: tuple[str, ...]
    conditions: tuple[Condition, ...]


STOCKS: dict[Split, Stock] = {
    "dev": Stock(DEV_TEMPLATES, DEV_OTHERS, (), (), DEV_FAMILIES, DEV_CONDITIONS),
    "test": Stock(DEV_TEMPLATES, DEV_OTHERS, TEST_TEMPLATES, TEST_OTHERS, TEST_FAMILIES, TEST_CONDITIONS),
}


def make_archive(
    out: Path, count: int, seed: int, split: Split = "dev", others: float = OTHER_FAMILIES
) -> list[Path]:
    """Write `count` agreements with their gold into `out`, which is made if need be.

    `others`: the share of agreements that are no Zielvereinbarung, from 0 to 1; they have no faults.

    Returns the files without their gold. Raises FontMissing if a typeface is not installed.
    """
    out.mkdir(parents=True, exist_ok=True)
    files = []
    for sample in archive(count, seed, split, others):
        sample.write(out)
        files.append(out / sample.file)
    return files


def archive(count: int, seed: int, split: Split = "dev", others: float = OTHER_FAMILIES) -> Iterator[Sample]:
    """The same, one at a time and without a folder."""
    return (make(order) for order in orders(count, seed, split, others))


def orders(count: int, seed: int, split: Split = "dev", others: float = OTHER_FAMILIES) -> Iterator[Order]:
    """What such an archive is made of."""
    made = 0
    while made < count:
        rng = random.Random(f"{seed}/{split}/{made}")
        other = rng.random() < others
        paired = rng.random() < TWINS and made + 2 <= count and not other
        batch = _twins(rng, split, made, seed) if paired else (_single(rng, split, made, seed, other),)
        yield from batch
        made += len(batch)


def _single(rng: random.Random, split: Split, number: int, seed: int, other: bool) -> Order:
    order = _plain_order(rng, split, number, seed, other)
    if other:
        return order
    dice = rng.random()
    if dice < DEFECTIVE:
        return _spoilt(rng, replace(order, defect=rng.choice(get_args(Defect))))
    if dice < DEFECTIVE + FAULTY:
        return _spoilt(rng, replace(order, fault=rng.choice(SINGLE_FAULTS)))
    return order


def _spoilt(rng: random.Random, order: Order) -> Order:
    """The order as it is if it has room for its fault or defect; else with another budget or wording,
    or, where none has room, without the fault or defect."""
    template = order.wishes.template
    templates = next(pool for pool in (DEV_TEMPLATES, TEST_TEMPLATES) if template in pool)
    others = [
        replace(order, wishes=replace(order.wishes, budget=budget, template=template))
        for template in (template, *rng.sample(templates, len(templates)))
        for budget in rng.sample(BUDGET_FORMS, len(BUDGET_FORMS))
    ]
    unspoilt = replace(order, fault=None, defect=None)
    return next((candidate for candidate in (order, *others) if _fits(candidate)), unspoilt)


def _fits(order: Order) -> bool:
    try:
        make(replace(order, condition=None))
    except (FaultDoesNotFit, DefectDoesNotFit):
        return False
    return True


def _twins(rng: random.Random, split: Split, number: int, seed: int) -> tuple[Order, Order]:
    """An agreement and the same with another amount, in two files of one archive."""
    first = _plain_order(rng, split, number, seed)
    budget: BudgetForm = rng.choice(("one_line", "running_text"))
    first = replace(first, wishes=replace(first.wishes, budget=budget))
    name = f"{split}_{number + 1:04d}"
    finding = {"rule_group": "ARC", "fault": "another_amount", "fields": ["total"]}
    second = replace(first, name=name, twin=first.name, fault="another_amount")
    return replace(first, findings=(finding,)), second


def _plain_order(rng: random.Random, split: Split, number: int, seed: int, other: bool = False) -> Order:
    stock = STOCKS[split]
    dice = rng.random()
    digital = dice < DIGITAL
    poor = dice > 1 - POOR
    condition = None if digital else rng.choice([one for one in stock.conditions if one.poor == poor])
    styles: tuple[DateStyle, ...] = ("typed", "stamp") if digital else ("typed", "stamp", "hand", "hand")
    known, held_out = (stock.others, stock.held_out_others) if other else (stock.templates, stock.held_out)
    wishes = Wishes(
        template=rng.choice(held_out if held_out and rng.random() < HELD_OUT else known),
        budget=rng.choice(BUDGET_FORMS),
        recipients=2 if rng.random() < THREE_PARTIES else 1,
        date_styles=tuple(rng.choice(styles) for _ in range(3)),
        signing=rng.choice(("plain", "plain", "plain", "captions", "organ", "brackets")),
        listing=rng.choice(("table", "table", "list")),
        asides=rng.choice((0, 0, 1, 2)),
    )
    scanned_end = condition is not None and not poor and rng.random() < SCANNED_END
    tiff = condition is not None and not scanned_end and rng.random() < TIFF
    return Order(
        name=f"{split}_{number:04d}",
        seed=seed,
        wishes=wishes,
        condition=condition,
        suffix=".tif" if tiff else ".pdf",
        family=rng.choice(stock.families),
        handled=rng.random() < (HANDLED_DIGITAL if digital else HANDLED_SCAN),
        scanned_end=scanned_end,
        old_ocr=condition is not None and not tiff and not scanned_end and rng.random() < OLD_OCR,
    )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--count", type=int, default=200)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--split", choices=get_args(Split), default="dev")
    parser.add_argument("--others", type=float, default=OTHER_FAMILIES, help="share of other agreements")
    arguments = parser.parse_args()
    files = make_archive(arguments.out, arguments.count, arguments.seed, arguments.split, arguments.others)
    print(f"{len(files)} agreements with gold in {arguments.out}")


if __name__ == "__main__":
    main()
