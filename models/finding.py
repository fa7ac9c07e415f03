"""What the checks report: a contradiction, with the evidence."""

from __future__ import annotations

from decimal import Decimal
from typing import Literal

from models.values import Model, Spot

Severity = Literal["error", "warning", "info"]
GRAVITY: dict[Severity, int] = {"error": 0, "warning": 1, "info": 2}
"""The gravest first."""
READING = "OCR"
"""How the codes of the rules begin that doubt the reading, and not the agreement."""


class Finding(Model):
    """A rule that fired. Texts are German; `fields` are paths into the record ("amounts[0]").

    `money` is the difference as a sum, without its sign, where the contradiction is one of amounts.
    """

    rule: str
    severity: Severity
    message: str
    expected: str | None = None
    found: str | None = None
    difference: str | None = None
    money: Decimal | None = None
    fields: tuple[str, ...] = ()
    spots: tuple[Spot, ...] = ()

    @property
    def page(self) -> int | None:
        return self.spots[0].page if self.spots else None

    @property
    def rank(self) -> tuple[int, Decimal, bool, str]:
        """Sorts the costliest contradiction first: by severity, then by the money in question, then what the
        agreement says before what was read without certainty."""
        return GRAVITY[self.severity], -(self.money or Decimal()), self.rule.startswith(READING), self.rule
