"""Signature blocks of all classes, typed: captions, deputising, electronic signatures, clerks, tables.

tests/data/signature_blocks.json: `block` is typed (tests/typed_pages.py), `signed` who signs: name, function,
organisation, place and date of each; what is not read yet is `missed`.
"""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.test_signatories import signed

FILE = Path(__file__).parent / "data" / "signature_blocks.json"
BLOCKS = {block["name"]: block for block in json.loads(FILE.read_text(encoding="utf-8"))}
READ = [name for name, block in BLOCKS.items() if not block["missed"]]


@pytest.mark.parametrize("name", READ)
def test_who_signs_is_read_however_the_block_is_set(name: str) -> None:
    block = "\n".join(f"        {line}" for line in ["", *BLOCKS[name]["block"]])
    found = [
        [one.name, one.function, one.organisation, one.place, one.date.isoformat() if one.date else None]
        for one in signed(block)
    ]
    assert found == BLOCKS[name]["signed"]
