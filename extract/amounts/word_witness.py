"""What a sum is for, as a model hears it that knows only the words around it: a witness beside the rules."""

from __future__ import annotations

from collections.abc import Sequence

from extract.amounts.heard import Context, Heard
from models.agreement import AmountRole
from models.roles import amount_roles

# A role that no addition bears out is doubted below this share of the model; but not if the same sum is told
# elsewhere with the other (docs/roles.md).
UNLIKELY = 0.1
LIKELY = 0.5
REACH = 220
"""So many characters are heard on either side."""


def unlikely_roles(heard: Sequence[Heard], roles: Sequence[AmountRole]) -> frozenset[int]:
    """The sums, by their place, whose words speak of something else, here and wherever they are printed again
    in that role."""
    shares = [_share(role, one.context) for one, role in zip(heard, roles, strict=True)]
    told = {
        (one.amount.value, role)
        for one, role, share in zip(heard, roles, shares, strict=True)
        if share >= LIKELY
    }
    return frozenset(
        index
        for index, (one, role, share) in enumerate(zip(heard, roles, shares, strict=True))
        if share < UNLIKELY and (one.amount.value, role) not in told
    )


def _share(role: AmountRole, context: Context) -> float:
    before = f"{context.lead} {context.before}" if context.lead else context.before
    return amount_roles().heard(before[-REACH:], context.after[:REACH])[role]
