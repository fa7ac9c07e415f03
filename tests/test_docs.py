"""What the documents name is there."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
DOCUMENTS = [
    ROOT / "README.md",
    ROOT / "samples" / "README.md",
    ROOT / "samples" / "papers" / "README.md",
    *sorted((ROOT / "docs").rglob("*.md")),
]
OLDER = ("history.md",)
"""What tells of earlier versions may name what is gone."""
FILE = re.compile(r"`(?:[\w.]+/)*(\w+\.(?:py|toml|css))`")
LINK = re.compile(r"\]\(([^)#:]+)\)")


@pytest.mark.parametrize(
    "document", [one for one in DOCUMENTS if one.name not in OLDER], ids=lambda one: one.name
)
def test_files_and_pages_that_a_document_names_exist(document: Path) -> None:
    text = document.read_text(encoding="utf-8")
    known = {path.name for room in ROOT.iterdir() if not room.name.startswith(".") for path in _files(room)}
    assert sorted(name for name in set(FILE.findall(text)) if name not in known) == []
    assert [link for link in LINK.findall(text) if not (document.parent / link).exists()] == []


def _files(room: Path) -> list[Path]:
    return [room] if room.is_file() else [*room.rglob("*.*")]
