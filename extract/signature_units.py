"""The items of a column → signature lines: a place, a name, an office and an organisation each."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import zip_longest

from extract.entities import Persons
from extract.lines import Line
from extract.passage import Passage
from extract.signature_items import Item, find_items, is_sighted
from extract.signature_words import FOR
from models.reference import Reference


@dataclass
class Unit:
    """One signature line in the making. `sighted`: the entity model sees the same name; `inherited`: its
    organisation is that of the line before, until one of its own follows."""

    place: list[Line] = field(default_factory=list)
    name: Passage | None = None
    office: list[Passage] = field(default_factory=list)
    organisation: list[Passage] = field(default_factory=list)
    sighted: bool = False
    inherited: bool = False


def find_units(column: Sequence[Line], reference: Reference) -> list[Unit]:
    """The column cut into signature lines.

    What the column begins with begins each of them: a place, an organisation or a name. Several persons
    below one place and one organisation share them.
    """
    witness = Persons(column)
    items = list(_without_strangers(list(find_items(column, witness, reference)), witness))
    roles = [item.role for item in items if item.role not in ("heading", "noise")]
    heads = roles[:1] == ["organisation"]
    office_first = roles[:1] == ["office"]
    persons = [index for index, role in enumerate(roles) if role in ("name", "office")]
    place_first = "place" in roles and (not persons or roles.index("place") < persons[0])
    shares_place = place_first or "place" not in roles
    units: list[Unit] = []
    current = Unit()

    def begin(place: bool = False, organisation: bool = False) -> None:
        nonlocal current
        if current.name or current.office or (current.place and current.organisation):
            units.append(current)
        kept = current.organisation if organisation else []
        current = Unit(current.place if place else [], None, [], kept, inherited=bool(kept) and not heads)

    for item, following in zip_longest(items, items[1:]):
        taken = current.name is not None or bool(current.office)
        if item.role == "heading" and taken:
            begin()
        elif item.role == "place":
            if taken and place_first:
                begin()
            current.place.extend(_lines_of(item.passage))
        elif item.role == "name":
            if current.name is not None:
                begin(place=shares_place, organisation=shares_place or heads)
            current.name, current.sighted = item.passage, is_sighted(item.passage, witness)
        elif item.role == "office":
            if current.office and current.name is not None:
                begin(place=not office_first, organisation=not office_first)
            current.office.append(item.passage)
        elif item.role == "organisation":
            # An organisation right before a place, when there is one already, opens the next signature.
            before_place = following is not None and following.role == "place" and shares_place
            opens = bool(FOR.match(item.passage.text)) or (
                bool(current.organisation) and (before_place or (heads and taken))
            )
            if opens and taken:
                begin()
            own = opens or current.inherited
            current.organisation = [item.passage] if own else [*current.organisation, item.passage]
            current.inherited = False
    begin()
    return units


def _without_strangers(items: Sequence[Item], persons: Persons) -> Iterator[Item]:
    """The items without names that the model denies and that stand where nobody signs: headings, projects."""
    for before, item, after in zip([None, *items], items, [*items[1:], None], strict=False):
        follows = before is not None and before.role in ("place", "organisation", "office")
        leads = after is not None and after.role == "office"
        if item.role != "name" or follows or leads or is_sighted(item.passage, persons):
            yield item


def _lines_of(passage: Passage) -> list[Line]:
    return [Line(passage.pieces[0].page, tuple(piece.word for piece in passage.pieces))]
