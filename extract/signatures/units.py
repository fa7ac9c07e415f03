"""The items of a column → signature lines: a place, a name, an office and an organisation each."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Literal

from extract.geometry import overlap
from extract.language.lines import Line
from extract.language.passage import Passage
from extract.language.signature_vocabulary import ACTS_THROUGH, is_label
from extract.page import Word
from extract.signatures.items import Item, Role
from extract.signatures.words import FOR, MINISTRY, names_but_a_kind
from extract.signatures.wraps import is_close

About = Literal["place", "organisation"]
"""What is said of a person beside name and office."""
ABOUT: tuple[About, ...] = ("place", "organisation")
ORGAN = re.compile(
    r"(?:(?:Der|Die|Das)\s+)?(?:\w*[Vv]orstand|Geschäftsführung|Präsidium|Direktorium|Leitung)\W*"
)


@dataclass
class Unit:
    """One signature line in the making.

    `sighted`: the entity model sees the same name; `follows`: nothing but the end of the one before parts it
    from it; `borrowed`: its place is that of a person of another organisation, though places differ here;
    `represented`: for whom the person stands in; `latest`, `last`: what was found last.
    """

    place: list[Line] = field(default_factory=list)
    name: Passage | None = None
    office: list[Passage] = field(default_factory=list)
    organisation: list[Passage] = field(default_factory=list)
    represented: list[Passage] = field(default_factory=list)
    sighted: bool = False
    follows: bool = False
    borrowed: bool = False
    latest: Role | None = None
    last: Passage | None = None

    @property
    def person(self) -> bool:
        return self.name is not None or bool(self.office)

    @property
    def signs(self) -> bool:
        """Is it more than a place or an organisation that stands somewhere?"""
        return self.person or bool(self.place and self.organisation)

    @property
    def words(self) -> Iterator[Word]:
        """What is printed of the person and of whom the person signs for."""
        for passage in (*([self.name] if self.name else []), *self.office, *self.organisation):
            yield from (piece.word for piece in passage.pieces)

    def has(self, role: About) -> bool:
        return bool(self.place if role == "place" else self.organisation)

    def shares(self, role: About, other: Unit) -> None:
        """Take over what the other has of this role."""
        if role == "place":
            self.place = list(other.place)
        else:
            self.organisation = list(other.organisation)


def find_units(items: Sequence[Item]) -> list[Unit]:
    """What a column says cut into signature lines, one for each person.

    In one column places stand either before the persons or behind them, and so do organisations. Several
    persons in a row share what stands before the first of them, or behind the last.
    """
    leading = _leading([item.role for item in items]) - _close_behind(items)
    units = [Unit()]
    for number, item in enumerate(items):
        unit = units[-1]
        if unit.place and is_label(item.passage.text):
            # "(Ort, Datum)" below what is filled in.
            continue
        if (
            _begins(item, unit, leading)
            and not _parts_office(unit, items[number : number + 3])
            and not _closes(items[number:], unit)
        ):
            unit = Unit(follows=item.role in ("name", "office"))
            units.append(unit)
        if item.role == "place":
            unit.place += _lines_of(item.passage)
        elif item.role == "organisation":
            unit.organisation.append(item.passage)
        elif item.role == "name":
            if unit.name is None or len(item.passage.text) > len(unit.name.text):
                unit.name, unit.sighted = item.passage, item.sighted
        elif item.role == "office":
            if _is_organ(unit) or (unit.name is None and ACTS_THROUGH.match(item.passage.text)):
                unit.represented, unit.office = unit.office, []
            unit.office.append(item.passage)
        elif item.role == "deputising" and unit.name is None:
            unit.represented = [*unit.office, item.passage]
            unit.office = []
        unit.latest, unit.last = item.role, item.passage
    _share(units, leading)
    return [unit for unit in units if unit.signs]


def _leading(roles: Sequence[Role]) -> set[About]:
    """Do places, and organisations, stand before the person they belong to?"""
    persons = [index for index, one in enumerate(roles) if one in ("name", "office")]
    if not persons:
        return set(ABOUT)
    heads = {role for role in ABOUT if role in roles[: persons[0]]}
    other_part = (index for index in persons if roles[index] != roles[persons[0]])
    whole = next(other_part, persons[0])
    names = [index for index in persons if roles[index] == "name"]
    for role in ABOUT:
        within = role in roles[persons[0] : whole]
        last = role in roles[(names or persons)[-1] :]
        after = [roles[index + 1] for index, one in enumerate(roles[:-1]) if one == role != roles[index + 1]]
        before_heads = bool(heads) and all(one in heads for one in after)
        if role not in roles or not (within or last or before_heads):
            heads = heads | {role}
    return heads


def _close_behind(items: Sequence[Item]) -> set[About]:
    """Do places, or organisations, follow the person above at once, with room to sign below them, or in the
    same line? Then they are that person's, where nothing of the kind stands above the first."""
    first = next((number for number, item in enumerate(items) if item.role in ("name", "office")), 0)
    heads = {item.role for item in items[:first]}
    behind = [
        item.role
        for before, item, after in zip(items[first:], items[first + 1 :], items[first + 2 :], strict=False)
        if after.role in ("name", "deputising")
        and goes_on(before.passage, item.passage)
        and not goes_on(item.passage, after.passage)
    ]
    behind += [
        item.role
        for before, item in pairwise(items[first:])
        if before.role in ("name", "office") and is_right_behind(before.passage, item.passage)
    ]
    return {role for role in ABOUT if role in behind and role not in heads}


def _begins(item: Item, unit: Unit, leading: set[About]) -> bool:
    """Does another signature line begin with this item?"""
    if item.role == "name":
        return unit.name is not None and not _is_named_again(unit, unit.name.text, item.passage.text)
    if item.role == "office":
        begun = bool(unit.office) and unit.name is not None and not _is_organ(unit)
        return begun and not goes_on(unit.office[-1], item.passage)
    if item.role == "place" or item.role == "organisation":
        other: About = "organisation" if item.role == "place" else "place"
        # Before persons: what is there already, with the other behind it, is that of one who did not sign.
        nobody = unit.has(item.role) and unit.has(other) and unit.latest == other
        if item.role in leading:
            return unit.person or nobody
        # Behind persons: what stands apart from one of whom it is said already is of one who did not sign.
        return nobody and unit.person and unit.last is not None and not goes_on(unit.last, item.passage)
    return item.role == "heading" and unit.person


def _is_named_again(unit: Unit, name: str, other: str) -> bool:
    """Do two names name one person: the same, or "gez. Muster" right above "(Heike Muster)"? With an office
    between them they may be two."""
    short, long = sorted((name.casefold(), other.casefold()), key=len)
    whole = " " not in short and short == long.split()[-1] and unit.latest == "name"
    return short == long or whole


def _is_organ(unit: Unit) -> bool:
    """Does nothing but the organ stand above the name: "Der Vorstand" "Heike Muster" "Vorsitzende"? It acts
    through those who sign, each with an office of their own."""
    above = unit.office[0].text if unit.latest == "name" and len(unit.office) == 1 else ""
    return ORGAN.fullmatch(above) is not None


def _parts_office(unit: Unit, items: Sequence[Item]) -> bool:
    """Do place and date part an office from the name below it: "Der Minister für Umwelt" "Kassel, den …"
    "Uwe Muster"? A name with an office of its own is another's."""
    roles = [item.role for item in items]
    alone = bool(unit.office) and unit.name is None and not unit.place
    return alone and roles[:2] == ["place", "name"] and roles[2:] != ["office"]


def _closes(items: Sequence[Item], unit: Unit) -> bool:
    """Is an organisation right below a person, for whom nobody else signs, that person's? A ministry is,
    whatever heads the column: "Für das Land" "Heike Muster" "Ministerin" "Ministerium für Bau"; another is
    where nothing heads it, or but what kind of body it is: "Für den Kreis"."""
    said, *behind = items
    if said.role != "organisation" or FOR.match(said.passage.text):
        return False
    roles = [item.role for item in behind]
    other = next((role for role in roles if role in ("name", "office", "organisation")), "organisation")
    below = unit.name is not None and unit.last is not None and goes_on(unit.last, said.passage)
    own = MINISTRY.search(said.passage.text) is not None or all(
        names_but_a_kind(one.text) for one in unit.organisation
    )
    return other == "organisation" and below and own


def goes_on(passage: Passage, following: Passage) -> bool:
    """Does one stand in the same line as the other, or right below it?"""
    ends = (passage.pieces[-1], following.pieces[0])
    return is_close([Line(piece.page, (piece.word,)) for piece in ends])


def is_right_behind(passage: Passage, following: Passage) -> bool:
    """Does one stand right behind the other in its line?"""
    last, first = passage.pieces[-1].word, following.pieces[0].word
    return first.bbox[0] >= last.bbox[2] and overlap(*last.bbox[1::2], *first.bbox[1::2]) > 0


def _share(units: Sequence[Unit], leading: set[About]) -> None:
    """Give persons in a row what is said of all of them together."""
    placed = [unit.place for unit in units if unit.place]
    for before, unit in pairwise(units):
        for role in leading:
            if not unit.has(role) and (unit.follows or _is_of_one(unit, before)):
                unit.shares(role, before)
                unit.borrowed = before.borrowed or (len(placed) > 1 and _are_others(unit, before))
    trailing = [role for role in ABOUT if role not in leading]
    for unit, after in reversed(list(pairwise(units))):
        if after.follows and not any(unit.has(role) for role in trailing):
            for role in trailing:
                unit.shares(role, after)
    for before, unit in pairwise(units):
        bare = unit.follows and not any(unit.has(role) for role in trailing)
        for role in trailing:
            if bare or (not unit.has(role) and _is_of_one(unit, before)):
                unit.shares(role, before)


def _is_of_one(unit: Unit, other: Unit) -> bool:
    """Do two persons sign for one organisation, which is printed for both?"""
    ours, theirs = ([one.text for one in who.organisation] for who in (unit, other))
    return bool(ours) and ours == theirs


def _are_others(unit: Unit, other: Unit) -> bool:
    """Do two persons sign for different organisations of their own?"""
    ours, theirs = ([one.text for one in who.organisation] for who in (unit, other))
    return bool(ours and theirs and ours != theirs)


def _lines_of(passage: Passage) -> list[Line]:
    return [Line(passage.pieces[0].page, tuple(piece.word for piece in passage.pieces))]
