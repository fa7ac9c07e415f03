"""One agreement from a seed: worded, set, perhaps scanned, with its gold."""

from __future__ import annotations

import json
import random
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from samples.faults import FAULTS
from samples.scanner import Condition, pack, scan
from samples.scenario import Wishes, random_scenario
from samples.typeset import Setting, to_pdf, typeset
from samples.wording import FAMILIES


@dataclass(frozen=True, slots=True)
class Order:
    """What to make. `condition` None: a digital PDF. `family`: the typeface, None leaves it to the wording."""

    name: str
    seed: int
    wishes: Wishes
    fault: str | None = None
    condition: Condition | None = None
    suffix: str = ".pdf"
    family: str | None = None


@dataclass(frozen=True, slots=True)
class Sample:
    """A finished agreement: the bytes of its file and its gold."""

    file: str
    data: bytes
    gold: dict[str, Any]

    def write(self, folder: Path) -> None:
        (folder / self.file).write_bytes(self.data)
        name = Path(self.file).stem
        (folder / f"{name}.gold.json").write_text(gold_text(self.gold), encoding="utf-8")


def gold_text(gold: dict[str, Any]) -> str:
    """The gold as it is written: short lists on one line would be prettier, plain JSON is plainer."""
    return json.dumps(gold, ensure_ascii=False, indent=1) + "\n"


def make(order: Order) -> Sample:
    """The same order gives the same bytes."""
    rng = random.Random(f"{order.seed}/{order.name}")
    scenario = random_scenario(rng, order.wishes)
    if order.fault:
        scenario = FAULTS[order.fault](scenario, rng)
    writer, sheet = FAMILIES[scenario.template](scenario, rng)
    if order.family:
        sheet = replace(sheet, family=order.family)
    setting = typeset(writer.blocks, sheet, rng)
    pdf = to_pdf(setting, writer.gold["kind"])
    gold = _gold(order, writer.gold, setting, [dict(f) for f in scenario.findings])
    if order.condition is None:
        return Sample(order.name + ".pdf", pdf, gold)
    sheets = scan(pdf, order.condition, order.seed)
    for place in (place for places in gold["places"].values() for place in places):
        place["bbox"] = sheets[place["page"] - 1].geometry.box(tuple(place["bbox"]))
    for page, sheet_scanned in zip(gold["pages"], sheets, strict=True):
        page["turned"] = sheet_scanned.turn
        page["skew"] = round(sheet_scanned.geometry.angle, 3)
    return Sample(order.name + order.suffix, pack(sheets, order.condition, order.suffix), gold)


def _gold(order: Order, values: dict[str, Any], setting: Setting, findings: list[dict[str, Any]]
          ) -> dict[str, Any]:
    condition = order.condition
    return {
        "files": [order.name + (order.suffix if condition else ".pdf")],
        "template": order.wishes.template,
        "font": order.family or setting.sheet.family,
        "origin": "ocr" if condition else "text_layer",
        "condition": condition.name if condition else None,
        "quality": ("poor" if condition.poor else "good") if condition else "digital",
        **values,
        "findings": findings,
        "pages": [{"number": number, "width": setting.sheet.width, "height": setting.sheet.height,
                   "turned": 0, "skew": 0.0} for number in range(1, len(setting.pages) + 1)],
        "places": {path: [{"page": place.page, "bbox": list(place.bbox), "text": place.text} for place in places]
                   for path, places in setting.places().items()},
        "texts": setting.texts(),
    }
