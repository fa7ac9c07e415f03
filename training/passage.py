"""Passages of agreements, each with one value in double brackets and what it is for, as files hold them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from models.roles import RoleModel

PASSAGES = Path(__file__).parent / "passages"


@dataclass(frozen=True, slots=True)
class Passage:
    role: str
    before: str
    value: str
    behind: str


def read_passages(file: Path) -> list[Passage]:
    """A line each: the role, a tab, the text."""
    return [_read(line) for line in file.read_text(encoding="utf-8").split("\n") if line]


def _read(line: str) -> Passage:
    role, text = line.split("\t")
    before, rest = text.split("[[")
    value, behind = rest.split("]]")
    return Passage(role, before, value, behind)


def share_right(model: RoleModel, passages: Sequence[Passage]) -> float:
    """Of how many the likeliest role is the right one."""
    heard = [model.heard(passage.before, passage.behind) for passage in passages]
    right = [
        max(one, key=one.__getitem__) == passage.role for one, passage in zip(heard, passages, strict=True)
    ]
    return sum(right) / len(right)
