"""What a date is for, when two witnesses are heard: rules of grammar, and a model that knows only words."""

from __future__ import annotations

from models.agreement import DateRole
from models.roles import date_roles

# Shares of the model. Of 457 passages by an author whom neither witness knew (docs/roles.md) the rules were
# wrong in 8 of 9 below the first, in 15 of 25 below the second and in 3 of 344 above.
UNLIKELY = 0.1
DOUBTFUL = 0.5
# Where the rules say nothing, so much of the model is enough: all 30 such passages from 0.9 on were right.
SURE = 0.95
ROLES: tuple[DateRole, ...] = ("deadline", "other", "period_end", "period_start", "reference")


def agreed(told: DateRole | None, before: str, behind: str) -> tuple[DateRole | None, bool]:
    """The role of a date between two texts, and whether it is certain. `told`: what the rules say.

    The model does not know whether an agreement that is referred to is the one that is changed. Of a
    signature only the rules can tell.
    """
    if told == "signature":
        return told, True
    shares = date_roles().heard(before, behind)

    def share_of(role: DateRole) -> float:
        earlier = role in ("reference", "amended_agreement")
        return shares["reference"] + shares["amended_agreement"] if earlier else shares[role]

    if told is not None and share_of(told) >= UNLIKELY:
        return told, share_of(told) >= DOUBTFUL
    likeliest = max(ROLES, key=share_of)
    if shares["signature"] > share_of(likeliest):
        return told, False
    return likeliest, told is None and share_of(likeliest) >= SURE
