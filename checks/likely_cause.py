"""What may have gone wrong between two amounts that should be one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

CENT = Decimal("0.01")
TELLING = 4
"""Digits of an amount that are no noughts, from which on a slip is no chance."""
ONE_WRONG = "eine Ziffer falsch"


def likely_cause(should: Decimal, printed: Decimal) -> str | None:
    """The slip of a pen or a key that turns `should` into `printed`, in German; None if there is none."""
    right, wrong = _digits(should), _digits(printed)
    if right == wrong:
        return None
    if wrong in _transposed(right):
        return "zwei benachbarte Ziffern vertauscht"
    if wrong in _lost(right):
        return "eine Ziffer verloren"
    if right in _lost(wrong):
        return "eine Ziffer doppelt oder zu viel"
    if len(right) == len(wrong) and sum(a != b for a, b in zip(right, wrong, strict=True)) == 1:
        return ONE_WRONG
    return None


def because(cause: str | None) -> str:
    """A cause as the end of a message."""
    return f"; wahrscheinliche Ursache: {cause}" if cause else ""


def cause_in_sum(total: Decimal, parts: Sequence[Decimal]) -> str | None:
    """Why `parts` do not add up to `total`: a slip in the total, in one part, or a part too few or many."""
    computed = sum(parts, Decimal(0))
    difference = total - computed
    if difference in parts:
        return "ein Posten fehlt oder steht nur in der Summe doppelt"
    if -difference in parts and len(parts) > 2:  # of two it would be the other one itself
        return "ein Posten ist in der Summe nicht enthalten"
    if cause := likely_cause(computed, total):
        return f"in der Summe {cause}"
    for number, part in enumerate(parts, 1):
        cause = likely_cause(part + difference, part) if part + difference > 0 else None
        # A single wrong digit somewhere among many parts explains nearly every difference.
        if cause and cause != ONE_WRONG:
            return f"im {number}. Posten {cause}"
    return None


def is_transposed(should: Decimal, printed: Decimal) -> bool:
    """Did two neighbouring digits change places, in an amount so exact that this is no chance?"""
    right = _digits(should)
    return len(right.rstrip("0")) >= TELLING and right != _digits(printed) in _transposed(right)


def one_digit(difference: Decimal) -> bool:
    """Is it what one wrong digit makes, with all that it carries: 3,000, or 0.20?"""
    return len(_digits(abs(difference)).strip("0")) == 1


def is_rounding(difference: Decimal, parts: int, unit: Decimal = CENT) -> bool:
    """Whether rounding each part to the cent explains the difference: half a cent a part, one at least."""
    return abs(difference) <= max(unit, unit * parts / 2)


def _digits(amount: Decimal) -> str:
    """The digits as printed: whole Euros without cents, others with."""
    cents = int(amount.quantize(CENT) * 100)
    return str(cents // 100) if cents % 100 == 0 else str(cents)


def _transposed(digits: str) -> Iterator[str]:
    for index in range(len(digits) - 1):
        yield digits[:index] + digits[index + 1] + digits[index] + digits[index + 2 :]


def _lost(digits: str) -> Iterator[str]:
    for index in range(len(digits)):
        yield digits[:index] + digits[index + 1 :]
