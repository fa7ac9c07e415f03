"""What the checks report: a contradiction, with the evidence."""

from __future__ import annotations

from typing import Literal

from models.values import Model, Spot

Severity = Literal["error", "warning", "info"]


class Finding(Model):
    """A rule that fired. Texts are German; `fields` are paths into the record ("amounts[0]")."""

    rule: str
    severity: Severity
    message: str
    expected: str | None = None
    found: str | None = None
    difference: str | None = None
    fields: tuple[str, ...] = ()
    spots: tuple[Spot, ...] = ()

    @property
    def page(self) -> int | None:
        return self.spots[0].page if self.spots else None
