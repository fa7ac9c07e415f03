"""Who of the parties gives and who receives."""

from __future__ import annotations

import re
from collections.abc import Iterator

from extract.certainty.confidence import repaired
from extract.layout.understand import Reading
from extract.parties.grants import sides_told
from extract.parties.organisations import is_organisation
from models.agreement import Party, PartyRole

# What a county, a city or a village is called that no list knows.
MUNICIPAL = re.compile(
    r"(?:(?:Große\s)?(?:Landeshaupt|Universitäts|Hanse|Kreis|Wissenschafts)?[Ss]tadt|(?:Markt)?[Gg]emeinde|(?:Land)?[Kk]reis|Markt)\s[A-ZÄÖÜ]"
    r"|[A-ZÄÖÜ][\w-]+[Kk]reis$"
)
# An office that stands for its ministry: "Hessischer Minister für Soziales".
MINISTER = re.compile(r"(?:[A-ZÄÖÜ]\w+er?\s)?(?:Staats)?[Mm]inister(?:in)?\s(?:für|de[rs])\s[A-ZÄÖÜ].*")
# Of whom nothing says that it is an organisation.
NAME = re.compile(r"[A-ZÄÖÜ][\w-]+(?:\s[\w&-]+){1,5}")
# What is said where one side gives money to the other.
GRANTS = re.compile(
    r"Zielvereinbarung|[Zz]uwendung|[Ee]ntschuldung|[Ff]inanzhilfe|[Bb]ewillig|[Zz]uschuss|[Ff]örder(?:t|n\b|mittel|ung|betrag|summe|budget)|[Bb]udget"
    r"|Landesmittel|Haushaltsmittel|zur Verfügung|\b(?:stellt|sagt|sichert)\b[^;]{0,160}\b(?:bereit|zu)\b"
)

# Somebody is given the money, whom the text calls by that alone: "erhält die Zuwendungsempfängerin 500 Euro".
RECEIVES = re.compile(
    r"\b(?:erhält|bekommt)\s+(?:der|die)\s+\w+empfänger(?:in)?\b"
    r"|\b[Dd](?:er|ie)\s+\w+empfänger(?:in)?\s+(?:erhält|bekommt)\b"
)


def with_roles(parties: list[Party], reading: Reading) -> list[Party]:
    """The Land or its ministry gives, a county or city receives; in other constellations those whom sentences
    tell. Those who share a task and its costs have no roles. What looks like nobody's name makes no
    constellation. Where all that is told is that somebody receives, it is who stands beside the Land; both
    are doubted."""
    if not (reading.mentioned("programme") or any(map(GRANTS.search, _texts(reading)))):
        return _as_told(parties, reading)
    municipal = [party for party in parties if _is_municipal(party, reading)]
    state = [p for p in parties if p not in municipal and (is_state(p, reading))]
    others = [p for p in parties if p not in municipal and p not in state and is_somebody(p)]
    strangers = [p for p in parties if p not in municipal and p not in state]
    if not municipal and len(strangers) == 1:
        municipal = strangers  # misread: there must be somebody who receives
    if len(state) == 1 and municipal and not others:
        roles: dict[int, PartyRole] = {id(p): "recipient" for p in municipal}
        roles[id(state[0])] = "grantor"
        return [party.model_copy(update={"role": roles.get(id(party), party.role)}) for party in parties]
    told = _as_told(parties, reading)
    beside_land = len(state) == len(others) == 1 and len(parties) == 2
    if not beside_land or any(party.role != "party" for party in told):
        return told
    if not any(map(RECEIVES.search, _texts(reading))):
        return told
    return [
        party.model_copy(
            update={
                "role": "grantor" if party in state else "recipient",
                "name": repaired(party.name, exact=False),
            }
        )
        for party in parties
    ]


def _as_told(parties: list[Party], reading: Reading) -> list[Party]:
    """The roles that sentences tell; who is on a side only because the other is told is doubted."""
    sides = sides_told(parties, reading)
    roles: dict[int, PartyRole] = dict.fromkeys(sides.givers, "grantor")
    roles.update(dict.fromkeys(sides.receivers, "recipient"))
    return [
        party.model_copy(
            update={
                "role": roles.get(number, party.role),
                "name": repaired(party.name, exact=number not in sides.doubted),
            }
        )
        for number, party in enumerate(parties)
    ]


def _texts(reading: Reading) -> Iterator[str]:
    """The text, then what stands in the cells of tables."""
    yield reading.text
    yield from (cell.text for cell in reading.layout.cells)


def _is_municipal(party: Party, reading: Reading) -> bool:
    body = reading.reference.body(party.registry_key)
    return body.municipal if body else MUNICIPAL.match(party.name.value) is not None


def is_state(party: Party, reading: Reading) -> bool:
    body = reading.reference.body(party.registry_key)
    known = reading.reference.ministry(party.registry_key) is not None or (
        body is not None and body.kind == "state"
    )
    name = party.name.value
    called = re.match(r"(?:\w+\s+)?(?:\w*[Mm]inisterium|Land|Freistaat)\b", name) or MINISTER.fullmatch(name)
    return known or called is not None


def is_somebody(party: Party) -> bool:
    name = party.name.value
    return party.registry_key is not None or is_organisation(name) or MINISTER.fullmatch(name) is not None


def may_be_somebody(party: Party) -> bool:
    """Is it at least written like a name: "Lebenshilfe Musterau"?"""
    return is_somebody(party) or NAME.fullmatch(party.name.value) is not None
