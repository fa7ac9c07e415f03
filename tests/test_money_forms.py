"""Forms in which agreements tell their money, written by somebody who had not seen the program.

tests/data/money_forms.json: `text` is a typed agreement (tests/typed_pages.py), `amounts` what it says, value
and role; what is not read yet is `missed`.
"""

from __future__ import annotations

import json
from decimal import Decimal
from pathlib import Path

import pytest

from tests.typed_pages import typed_agreement

FILE = Path(__file__).parent / "data" / "money_forms.json"
FORMS = {form["name"]: form for form in json.loads(FILE.read_text(encoding="utf-8"))}
READ = [name for name, form in FORMS.items() if not form["missed"]]


@pytest.mark.parametrize("name", READ)
def test_money_is_read_in_forms_that_nobody_wrote_for_the_program(name: str) -> None:
    record = typed_agreement("\n".join(FORMS[name]["text"]))
    found = sorted((amount.value, amount.role) for amount in record.amounts)
    assert found == sorted((Decimal(value), role) for value, role in FORMS[name]["amounts"])
