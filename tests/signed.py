"""What a test asks of signatures: who signed, as what, for whom, where and when."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from tests.typed_pages import typed_agreement


class Signed(NamedTuple):
    name: str | None
    function: str | None
    organisation: str | None
    place: str | None
    date: date | None
    party: int | None


def signed_in(text: str) -> list[Signed]:
    """The signatures of a typed agreement, in their order."""
    return [
        Signed(
            one.name.value if one.name else None,
            one.function.value if one.function else None,
            one.organisation.value if one.organisation else None,
            one.place.value if one.place else None,
            one.date.value if one.date else None,
            one.party,
        )
        for one in typed_agreement(text).signatories
    ]
