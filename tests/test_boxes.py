"""The box of every value on the samples covers the printed words, as the gold knows them."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest
from rapidfuzz import fuzz

from extract.geometry import contains_center, overlap
from models.agreement import Agreement
from models.values import BBox, Extracted
from tests.runs import SAMPLES, SamplesRun

GOLD = sorted(SAMPLES.glob("*.gold.json"))
# A gold box is as high as the font, from ascender to descender; on a digital page the words' boxes are too.
DIGITAL = 0.95
# On a scan a box is as high as the ink: 0.74 of the font is the least of 596 values measured, for lines
# without a letter that reaches below. Ink is narrower than type by the white beside the outer letters: 0.89.
INK_HEIGHT, INK_WIDTH = 0.70, 0.85
# Of a section number the gold box holds the figure alone: the ink of a "1" is 0.71 of its width.
INK_WIDTH_OF_A_FIGURE = 0.65
# A box holds no more than its words, an article ("dem Wetteraukreis") included: 0.66 at least.
PRECISE = 0.60
# A value read as something quite different stands somewhere else; how well is read is tested elsewhere.
SAME_TEXT = 85
# … but nearly all must be there to be compared.
COMPARED = 0.80


def value_at(record: Agreement, path: str) -> Extracted[Any] | None:
    """The value of a record at a path of the gold ("measures[0].projects[1]", "sections[2]")."""
    if match := re.fullmatch(r"(section_headings|sections)\[(\d+)\]", path):
        section = record.sections[int(match[2])] if int(match[2]) < len(record.sections) else None
        if section is None:
            return None
        return section.number if match[1] == "sections" else section.heading
    found: Any = record
    for step in re.findall(r"\w+|\[\d+\]", path.replace("programmes[", "programme[")):
        if found is None:
            return None
        if step.startswith("["):
            index = int(step[1:-1])
            found = found[index] if index < len(found) else None
        else:
            found = getattr(found, step)
    named: Extracted[Any] | None = found if isinstance(found, Extracted) or found is None else found.name
    return named


def alike(printed: str, gold: str) -> bool:
    """Is it the same text, but for a misread letter, an article or the sign of a section?"""
    without_sign = re.sub(r"^(?:§|Artikel|Abschnitt|Ziffer)\s*", "", printed)
    plain = [re.sub(r"[\W_]", "", text).casefold() for text in (without_sign, gold)]
    return fuzz.ratio(*plain) >= SAME_TEXT


def covered(gold: BBox, delivered: BBox) -> tuple[float, float]:
    """Shares of the width and the height of the gold box that lie in the delivered one."""
    width = overlap(gold[0], gold[2], delivered[0], delivered[2]) / (gold[2] - gold[0])
    height = overlap(gold[1], gold[3], delivered[1], delivered[3]) / (gold[3] - gold[1])
    return max(0.0, width), max(0.0, height)


def is_covered(path: str, origin: str, gold: BBox, delivered: BBox) -> bool:
    width, height = covered(gold, delivered)
    number = path.startswith("sections[")
    if origin == "text_layer":
        enough = width >= DIGITAL and height >= DIGITAL
    else:
        enough = height >= INK_HEIGHT and width >= (INK_WIDTH_OF_A_FIGURE if number else INK_WIDTH)
    inside = covered(delivered, gold)
    precise = number or inside[0] * inside[1] >= PRECISE
    return enough and precise and contains_center(delivered, gold)


@pytest.mark.parametrize("gold_path", GOLD, ids=lambda path: path.name.removesuffix(".gold.json"))
def test_the_box_of_every_value_covers_its_printed_words(samples_run: SamplesRun, gold_path: Path) -> None:
    gold = json.loads(gold_path.read_text(encoding="utf-8"))
    record = next(one for one in samples_run.records if one.document.path in gold["files"])
    compared, missed = 0, []
    for path, places in gold["places"].items():
        value = value_at(record, path)
        if value is None or not any(alike(value.text, place["text"]) for place in places):
            continue
        compared += 1
        where = value.provenance
        boxes = [tuple(place["bbox"]) for place in places if place["page"] == where.page]
        if not any(is_covered(path, where.origin, box, where.bbox) for box in boxes):
            missed.append((path, value.text, where.page, where.bbox, boxes))
    assert not missed
    assert compared >= COMPARED * len(gold["places"])


def test_a_box_beside_the_words_is_noticed() -> None:
    gold = (100.0, 100.0, 200.0, 110.0)
    assert is_covered("kind", "text_layer", gold, gold)
    for beside in ((100.0, 112.0, 200.0, 122.0), (120.0, 100.0, 220.0, 110.0), (0.0, 0.0, 500.0, 800.0)):
        assert not is_covered("kind", "text_layer", gold, beside)
        assert not is_covered("kind", "ocr", gold, beside)
