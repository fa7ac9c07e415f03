"""Parties whom only the signature blocks name: where no title can be read, those who sign tell who agrees."""

from __future__ import annotations

from collections.abc import Sequence

from extract.confidence import EXACT_MATCH, repaired
from extract.party_roles import is_state, with_roles
from extract.understand import Reading
from models.agreement import Party, Signatory


def with_signing(
    parties: tuple[Party, ...], signatories: Sequence[Signatory], reading: Reading
) -> tuple[Party, ...]:
    """The parties, and before and behind them those of the lists for whom somebody signs, doubted.

    All of these where the text names fewer than two parties; else only the Land or its ministry, where the
    text has nobody of the Land. Another body that signs is more likely a mistake of the document.
    """
    known = {party.registry_key for party in parties}
    found = [party for one in signatories if (party := _party_of(one, reading)) is not None]
    signing = {party.registry_key: party for party in found if party.registry_key not in known}.values()
    land = [one for one in signing if is_state(one, reading)]
    of_land = [] if any(is_state(one, reading) for one in parties) else land[:1]
    others = [one for one in signing if one not in land] if len(parties) < 2 else []
    if not of_land and not others:
        return parties
    return tuple(with_roles([*of_land, *parties, *others], reading))


def _party_of(signatory: Signatory, reading: Reading) -> Party | None:
    """For whom somebody signs, if a list knows the name to the letter."""
    name = signatory.organisation
    if name is None:
        return None
    reference = reading.reference
    match = reference.match_body(name.value) or reference.match_ministry(name.value)
    if match is None or match.score < EXACT_MATCH:
        return None
    return Party(
        role="party", name=repaired(name, exact=False), registry_key=match.entry.key, match_score=match.score
    )
