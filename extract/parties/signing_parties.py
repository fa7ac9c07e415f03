"""Parties whom only the signature blocks name, or name more clearly: where a title cannot be read, those who
sign tell who agrees."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from rapidfuzz import fuzz

from extract.certainty.confidence import EXACT_MATCH, repaired, with_repaired_name
from extract.layout.understand import Reading
from extract.parties.organisations import is_organisation
from extract.parties.roles import is_state, with_roles
from models.agreement import Party, Signatory

ALIKE = 55
"""A name that a scan has damaged is so similar (0..100) to what it is; no other names of the samples were."""
# "die Länder der Bundesrepublik Deutschland", "die amtsfreien Städte und Gemeinden": those who sign tell who.
_ALL_OF = (
    r"(?:(?:Bundesl|L)änder|(?:Landk|K)reise|Städte|Gemeinden|Ämter|(?:Hochschul|Universität)en"
    r"|Mitglieds\w+n)"
)
COLLECTIVE = re.compile(
    rf"(?:[a-zäöüß]+e[nr]?\s)*{_ALL_OF}n?(?:\s(?:und|sowie)\s{_ALL_OF}n?)*(?:\s(?:de[rs]|i[nm])\s.*)?"
)
ROW = 24.0
"""Names that begin within so many points of height stand side by side."""


def with_signing(
    parties: tuple[Party, ...], signatories: Sequence[Signatory], reading: Reading
) -> tuple[Party, ...]:
    """The parties with those for whom somebody signs, doubted, each where it signs among them.

    A damaged name becomes the one of the lists that signs. All who sign are parties where the text names
    fewer than two, and those of the lists where somebody else signs for each that a scan names; otherwise
    only the Land or its ministry, where the text has nobody of the Land. Another body that signs in the place
    of a party is more likely a mistake of the document. Where several are but called by what they are, "die
    Länder", all others who sign are these.
    """
    placed = sorted((one for one in signatories if one.organisation), key=_place)
    found = {one.name.value: one for who in placed if (one := _party_of(who, reading)) is not None}
    keys = {_key(party) for party in parties}
    strangers = [one for one in found.values() if _key(one) not in keys]
    named = [_as_signed(party, strangers) for party in parties]
    strangers = [one for one in strangers if _key(one) not in map(_key, named)]
    if any(map(_is_collective, named)):
        return tuple(with_roles(list(_each_for_all(named, strangers)), reading))
    land = [one for one in strangers if is_state(one, reading)]
    scanned = any(party.name.provenance.origin == "ocr" for party in named)
    others = [one for one in strangers if scanned and one not in land and one.registry_key]
    if len(named) < 2:
        new = strangers
    else:
        new = [] if any(is_state(one, reading) for one in named) else land[:1]
        new += others if _signed_for(signatories, others) >= {*range(1, len(named) + 1)} else []
    if not new and named == list(parties):
        return parties
    sides = _sides([*found.values(), *named], reading)
    order = [sides[_key(one)] for one in found.values()]
    for one in reversed(new):
        behind = order[order.index(sides[_key(one)]) + 1 :]
        first = (n for n, party in enumerate(named) if sides[_key(party)] in behind or one in land)
        named.insert(next(first, len(named)), one)
    return tuple(with_roles(named, reading))


def _sides(parties: Sequence[Party], reading: Reading) -> dict[str, str]:
    """By which name each signs: a ministry by that of its Land, if there is but one."""
    lands = {_key(one) for one in parties if is_state(one, reading)}
    of_one = sum(reading.reference.ministry(key) is None for key in lands) <= 1
    return {key: "Land" if of_one and key in lands else key for key in map(_key, parties)}


def _is_collective(party: Party) -> bool:
    return party.registry_key is None and COLLECTIVE.fullmatch(party.name.value) is not None


def _each_for_all(named: Sequence[Party], signing: Sequence[Party]) -> Iterator[Party]:
    """The parties, those who sign in the place of the first that is but called by what they are; where nobody
    else signs it stays, doubted."""
    waiting = list(signing)
    for party in named:
        if not _is_collective(party):
            yield party
        elif signing:
            yield from waiting
            waiting = []
        else:
            yield with_repaired_name(party)


def _place(signatory: Signatory) -> tuple[int, int, float]:
    """Page, row and left edge of the organisation for which somebody signs."""
    assert signatory.organisation is not None
    where = signatory.organisation.provenance
    return where.page, int(where.bbox[1] // ROW), where.bbox[0]


def _key(party: Party) -> str:
    return party.registry_key or party.name.value


def _signed_for(signatories: Sequence[Signatory], strangers: Sequence[Party]) -> set[int | None]:
    """The numbers of the parties for whom somebody signs who does not name a stranger."""
    names = {party.name.value for party in strangers}
    return {
        one.party for one in signatories if one.organisation is None or one.organisation.value not in names
    }


def _as_signed(party: Party, signing: Sequence[Party]) -> Party:
    """A party of no list whose name was damaged by a scan, as the one that signs and is alike."""
    if party.registry_key is not None or party.name.provenance.origin != "ocr":
        return party
    alike = [
        one
        for one in signing
        if one.registry_key and fuzz.ratio(one.name.value.casefold(), party.name.value.casefold()) >= ALIKE
    ]
    if len(alike) != 1:
        return party
    (signed,) = alike
    name = repaired(party.name.model_copy(update={"value": signed.name.value}), exact=False)
    return party.model_copy(
        update={"name": name, "registry_key": signed.registry_key, "match_score": signed.match_score}
    )


def _party_of(signatory: Signatory, reading: Reading) -> Party | None:
    """For whom somebody signs, if a list knows the name to the letter or it looks like one."""
    name = signatory.organisation
    if name is None:
        return None
    reference = reading.reference
    match = reference.match_body(name.value) or reference.match_ministry(name.value)
    known = match is not None and match.score >= EXACT_MATCH
    if not known and not is_organisation(name.value):
        return None
    return Party(
        role="party",
        name=repaired(name, exact=False),
        registry_key=match.entry.key if match and known else None,
        match_score=match.score if match and known else None,
    )
