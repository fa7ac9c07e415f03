"""Openings of agreements, written by somebody who had not seen the program: who agrees, and for which year.

tests/data/opening_forms.json: `text` is a typed agreement (tests/typed_pages.py); what is not read yet is
`missed`.
"""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.typed_pages import typed_agreement

FILE = Path(__file__).parent / "data" / "opening_forms.json"
FORMS = {form["name"]: form for form in json.loads(FILE.read_text(encoding="utf-8"))}
READ = [name for name, form in FORMS.items() if not form["missed"]]


@pytest.mark.parametrize("name", READ)
def test_an_opening_is_read_that_nobody_wrote_for_the_program(name: str) -> None:
    form = FORMS[name]
    record = typed_agreement("\n".join(form["text"]))
    assert [[party.name.value, party.role] for party in record.parties] == form["parties"]
    assert (record.kind.value if record.kind else None) == form["kind"]
    assert (record.budget_year.value if record.budget_year else None) == form["budget_year"]
