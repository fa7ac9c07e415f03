"""Forms in which agreements are signed, drawn by somebody who had not seen the program.

tests/data/signature_forms.json: what stands where (tests/drawn_pages.py), and `signatories`: one for each
line to sign on at which anything is printed, null what is not, `also` other readings that are as good.
`missed` is what is not read yet. An organisation that the signature part does not print may be known from
elsewhere.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from models.agreement import Agreement, Signatory
from models.settings import Settings
from pipeline import read_file
from tests.drawn_pages import draw_page

FILE = Path(__file__).parent / "data" / "signature_forms.json"
FORMS = {form["name"]: form for form in json.loads(FILE.read_text(encoding="utf-8"))}
READ = [name for name, form in FORMS.items() if not form["missed"]]
PARTS = ("name", "function", "organisation", "place", "date")


def record_of(name: str, folder: Path) -> Agreement:
    return read_file(draw_page(FORMS[name], folder / "form.pdf"), Settings())


def said_by(signatory: Signatory, part: str) -> str | None:
    value = getattr(signatory, part)
    said = value.value if value is not None else None
    return said.isoformat() if isinstance(said, date) else said


def readings(gold: Mapping[str, Any], part: str) -> list[str | None]:
    """What is right for a part of a signature."""
    return [gold[part], *gold.get("also", {}).get(part, ())]


def fits(signatory: Signatory, gold: Mapping[str, Any]) -> bool:
    return all(
        said_by(signatory, part) in readings(gold, part) or (part == "organisation" and gold[part] is None)
        for part in PARTS
    )


@pytest.mark.parametrize("name", READ)
def test_signatures_are_read_in_forms_that_nobody_drew_for_the_program(name: str, tmp_path: Path) -> None:
    found, gold = record_of(name, tmp_path).signatories, list(FORMS[name]["signatories"])
    assert len(found) == len(gold)
    for signatory in found:
        match = next((one for one in gold if fits(signatory, one)), None)
        assert match is not None, signatory
        gold.remove(match)


@pytest.mark.parametrize("name", FORMS)
def test_no_wrong_name_place_or_date_is_delivered_in_silence(name: str, tmp_path: Path) -> None:
    record = record_of(name, tmp_path)
    told = {path for finding in record.findings if finding.severity != "info" for path in finding.fields}
    for part in ("name", "function", "place", "date"):
        right = {said for one in FORMS[name]["signatories"] for said in readings(one, part)}
        certain = {
            said_by(signatory, part)
            for index, signatory in enumerate(record.signatories)
            if (value := getattr(signatory, part)) is not None
            and value.provenance.confidence >= Settings().review.confidence
            and f"signatories[{index}].{part}" not in told
        }
        assert certain <= right
