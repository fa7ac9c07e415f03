"""What one stretch of a signature block says: one thing of one role."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from extract.language.passage import Passage

Role = Literal["place", "name", "office", "organisation", "heading", "deputising", "noise"]


@dataclass(frozen=True, slots=True)
class Item:
    """`sighted`: the entity model sees the same name."""

    role: Role
    passage: Passage
    sighted: bool = False
