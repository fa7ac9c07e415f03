"""One agreement from a seed: worded, set, perhaps scanned, with its gold."""

from __future__ import annotations

import json
import random
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from samples.assemble import with_old_ocr, with_scanned_end
from samples.defects import Defect, append, lose_page, swap_pages
from samples.draw import to_pdf
from samples.faults import FAULTS, FaultDoesNotFit
from samples.gold import Gold, in_printed_order, keep_printed, places_of
from samples.ink import handle
from samples.others import SCENARIOS
from samples.scanner import Condition, pack, scan
from samples.scenario import Wishes, random_scenario
from samples.setting import Setting
from samples.typeset import typeset
from samples.wordings import FAMILIES, OTHERS
from samples.writer import Writer


@dataclass(frozen=True, slots=True)
class Order:
    """What to make. `condition` None: a digital PDF. `family` None leaves the typeface to the wording.

    `handled`: clerks and readers left stamps, ticks and strokes. `old_ocr`: a bad text layer under
    the images. `scanned_end`: only the last page went through the scanner. `twin`: the name of the
    order whose dice this one shares, so that only the fault tells them apart.
    """

    name: str
    seed: int
    wishes: Wishes
    fault: str | None = None
    condition: Condition | None = None
    suffix: str = ".pdf"
    family: str | None = None
    handled: bool = False
    old_ocr: bool = False
    scanned_end: bool = False
    defect: Defect | None = None
    twin: str | None = None
    findings: tuple[dict[str, Any], ...] = ()

    @property
    def file(self) -> str:
        return self.name + (self.suffix if self.condition else ".pdf")


@dataclass(frozen=True, slots=True)
class Sample:
    """A finished agreement: the bytes of its file and its gold."""

    file: str
    data: bytes
    gold: Gold

    def write(self, folder: Path) -> None:
        (folder / self.file).write_bytes(self.data)
        (folder / f"{Path(self.file).stem}.gold.json").write_text(gold_text(self.gold), encoding="utf-8")


def gold_text(gold: Gold) -> str:
    return json.dumps(gold, ensure_ascii=False, indent=1) + "\n"


def make(order: Order) -> Sample:
    """The same order gives the same bytes.

    Raises FaultDoesNotFit or DefectDoesNotFit if the agreement has no room for the one ordered,
    FontMissing if a typeface is not installed.
    """
    rng = random.Random(f"{order.seed}/{order.twin or order.name}")
    setting, writer, findings = _compose(order, rng)
    if order.handled:
        setting = handle(setting, writer.gold, rng)
    said = list(setting.places())
    if order.defect:
        setting = _damage(order, setting, rng)
        findings.append({"rule_group": "DOC", "fault": order.defect, "fields": ["pages"]})
    pdf = to_pdf(setting, writer.gold["kind"])
    gold = _gold(order, writer, setting, findings, said)
    if order.condition is None:
        return Sample(order.file, pdf, gold)
    sheets = scan(pdf, order.condition, order.seed)
    scanned = [page for page in gold["pages"] if not order.scanned_end or page["number"] == len(sheets)]
    for page in scanned:
        sheet = sheets[page["number"] - 1]
        page.update(origin="ocr", turned=sheet.turn, skew=round(sheet.geometry.angle, 3))
        for place in (one for found in gold["places"].values() for one in found):
            if place["page"] == page["number"]:
                place["bbox"] = list(sheet.geometry.box(tuple(place["bbox"])))
    data = pack(sheets, order.condition, order.suffix)
    if order.old_ocr:
        data = with_old_ocr(data, setting, sheets, rng)
    if order.scanned_end:
        data = with_scanned_end(pdf, data)
    return Sample(order.file, data, gold)


def _compose(order: Order, rng: random.Random) -> tuple[Setting, Writer, list[Gold]]:
    scenario = SCENARIOS.get(order.wishes.template, random_scenario)(rng, order.wishes)
    if order.fault:
        # Dice of its own: a twin without the fault rolls the same numbers afterwards.
        scenario = FAULTS[order.fault](scenario, random.Random(f"{order.seed}/{order.fault}"))
    writer, sheet = (FAMILIES | OTHERS)[scenario.template](scenario, rng)
    if order.fault and not writer.shows(order.fault):
        raise FaultDoesNotFit(order.fault)
    if order.family:
        sheet = replace(sheet, family=order.family)
    findings = [dict(finding) for finding in (*scenario.findings, *order.findings)]
    return typeset(writer.blocks, sheet, rng), writer, findings


def _damage(order: Order, setting: Setting, rng: random.Random) -> Setting:
    if order.defect == "swapped_pages":
        return swap_pages(setting, rng)
    if order.defect == "missing_page":
        return lose_page(setting, rng)
    stranger = replace(
        order, fault=None, defect=None, wishes=replace(order.wishes, body=None, budget="one_line")
    )
    other, _, _ = _compose(stranger, rng)
    return append(setting, other)


def _gold(order: Order, writer: Writer, setting: Setting, findings: list[Gold], said: Sequence[str]) -> Gold:
    condition = order.condition
    printed = keep_printed(writer.gold, places_of(setting, writer.gold, writer.shared))
    values, places = in_printed_order(*printed, said)
    return {
        "files": [order.file],
        "template": order.wishes.template,
        "font": setting.sheet.family,
        "origin": "ocr" if condition else "text_layer",
        "condition": condition.name if condition else None,
        "quality": ("poor" if condition.poor else "good") if condition else "digital",
        **values,
        "findings": findings,
        "pages": [
            {
                "number": number,
                "width": setting.sheet.width,
                "height": setting.sheet.height,
                "origin": "text_layer",
                "turned": 0,
                "skew": 0.0,
            }
            for number in range(1, len(setting.pages) + 1)
        ],
        "places": places,
        "texts": setting.texts(),
    }
