"""Tables and lists of what several bodies are allotted: only what the parties are allotted is agreed here."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import lru_cache

from rapidfuzz import fuzz

from extract.amounts.heard import Heard
from extract.amounts.table_roles import TOTAL_LABEL, Figure, table_roles
from extract.certainty.confidence import doubted
from extract.tables.table import Table, is_figure
from models.agreement import Amount, AmountRole, Party
from models.reference import Reference
from models.reference.body_names import body_name
from models.reference.normal_form import tokens

# What heads a column, or leads to a list, of bodies …
OF_BODIES = re.compile(
    r"\b(?:Gebietskörperschaft|Körperschaft|Kommune|(?:Land)?[Kk]reise?\b|Stadt\b|Städte\b|Gemeinde"
    r"|Zuwendungsempfänger|Zuweisungsempfänger|Mittelempfänger|Empfänger|Mittelnehmer|Ressort|Ministerien\b"
    r"|Ministerium\b|Hochschule|Universität|Jobcenter)\w*"
)
# … and one of who does something, or where: what stands beside it is the money of a project.
OF_WORK = re.compile(
    r"Träger|[Dd]urchführ|\bOrt\b|[Ss]tandort|[Pp]artner|[Pp]rojekt|[Mm]aßnahme|[Vv]erantwort|[Zz]uständig"
)
# What begins the name of a body that is no county, city or Land.
KIND = re.compile(
    r"(?:(?:Samt|Verbands|Markt|Orts)?[Gg]emeinde|Markt|Flecken|Hochschule|Universität|Technische\s+Universität"
    r"|Regierungspräsidium|(?:\w+\s){0,3}Ministerium|Jobcenter|Zweckverband|Landeswohlfahrtsverband)\s+\S"
)
SHORT_KIND = re.compile(r"\b(?:LK|Lkr\.|Lkrs\.|Landkr\.|Kr\.)\s*(?=[A-ZÄÖÜ])")
# "Kassel, Stadt", "Kassel (Landkreis)", "Fulda, LK".
KIND_BEHIND = re.compile(
    r"(?P<place>[A-ZÄÖÜ][^,()]+?)\s*[,(]\s*(?:kreisfreie\s+)?(?P<kind>Landkreis|LK|Lkr\.|Kreis|Stadt|Landeshauptstadt|St\.)\s*\)?"
)
ROW_MARK = re.compile(r"^\W*(?:\d{1,2}[.)]?\s+|[a-z]\)\s+)?")
JOINED = re.compile(r"\s+/\s+|\s*[;&+]\s*|\s+(?:und|sowie|mit)\s+(?=(?:d[a-z]{2}\s+)?[A-ZÄÖÜ])")
ALL_OF_THEM = re.compile(r"\W*(?:alle|sämtliche|Region|übrige|landesweit)\b", re.IGNORECASE)
LETTERS = re.compile(r"[^\W\d_]{2}")
# Two ways to write one name: a misread letter or two.
ALIKE = 88.0
# So much of a name is enough to tell one place from others: "Frankfurt" for "Frankfurt am Main".
SHORTEST = 5


@dataclass(frozen=True, slots=True)
class Allotments:
    """Numbers of rows, or of items: those of the parties, and those of others, among them the `sums` of all.
    In doubt where nothing but their names tells that."""

    own: frozenset[int]
    others: frozenset[int]
    sums: frozenset[int]
    sure: bool = True


@dataclass(frozen=True, slots=True)
class Names:
    """Who the parties are, and what is known of bodies."""

    parties: tuple[Party, ...]
    reference: Reference

    def named(self, labels: Collection[str], parties: Sequence[Party]) -> set[str]:
        """The labels that name these parties, in full or for short; "Kassel" names none where another row
        says "Landkreis Kassel"."""
        found = {
            label
            for label in labels
            if any(_names(part, party, self.reference) for part in _parts(label) for party in parties)
        }
        full = {label for label in found if body_name(_in_full(label)) or len(_parts(label)) > 1}
        return full if len(found) > len(parties) and full else found

    def is_body(self, label: str) -> bool:
        """Is what is named a body, known or of a form that bodies' names have?"""
        return all(_is_body(part, self.reference) for part in _parts(label))

    @property
    def receivers(self) -> tuple[Party, ...]:
        return tuple(party for party in self.parties if party.role == "recipient")


def allotted_rows(table: Table, names: Names) -> Allotments | None:
    """The rows of a table whose rows are named by bodies, not all of them parties; None of any other."""
    if any(OF_WORK.search(header) for header in table.headers):
        return None
    rows = table.rows[table.header_rows :]
    for column, header in enumerate(table.headers):
        cells = [row[column].text for row in rows]
        if any(is_figure(text) for text in cells):
            continue
        sums = [
            any(TOTAL_LABEL.search(cell.text) or ALL_OF_THEM.match(cell.text) for cell in row)
            or not any(LETTERS.search(cell.text) for cell in row)
            for row in rows
        ]
        labels = ["" if of_all else ROW_MARK.sub("", text) for text, of_all in zip(cells, sums, strict=True)]
        headed = OF_BODIES.search(header) is not None
        if (found := _allotted(labels, sums, headed, names, table.header_rows + 1)) is not None:
            return found
    return None


def allotted_items(heard: Sequence[Heard], names: Names) -> Allotments:
    """The numbers of those sums of the text that stand in lists whose items are named by bodies, not all of
    them parties."""
    own: set[int] = set()
    others: set[int] = set()
    sure = True
    for items in _lists(heard):
        told = {one.amount.value for number, one in enumerate(heard) if number not in items}
        labels = [_item_label(heard[number]) for number in items]
        sums = [bool(TOTAL_LABEL.search(label) or ALL_OF_THEM.match(label)) for label in labels]
        named = ["" if of_all else label for label, of_all in zip(labels, sums, strict=True)]
        headed = OF_BODIES.search(heard[items[0]].context.lead) is not None
        found = _allotted(named, sums, headed, names, items[0])
        values = {number: [heard[number].amount.value] for number in items}
        if found is not None and (found := told_apart(found, values, told)) is not None:
            own |= found.own
            others |= (found.others - found.own) if found.own else set()
            sure = sure and found.sure
    return Allotments(frozenset(own), frozenset(others), frozenset(), sure)


def _lists(heard: Sequence[Heard]) -> Iterator[range]:
    """The numbers of sums that stand in items below each other, one in each."""
    start = 0
    for number in range(1, len(heard) + 1):
        below = heard[number] if number < len(heard) else None
        if below is None or not _goes_on(heard[number - 1], below):
            if number - start > 1:
                yield range(start, number)
            start = number


def _goes_on(above: Heard, below: Heard) -> bool:
    return bool(above.context.item and below.context.item) and below.block - above.block == 1


def _item_label(one: Heard) -> str:
    label = one.amount.label or ""
    return ROW_MARK.sub("", label).strip(" :–—-.,;=") or "?"


def without_others(
    heard: Sequence[Heard], allotted: Allotments, roled: Callable[[Sequence[Heard]], Sequence[Amount]]
) -> list[Amount]:
    """The amounts of the text with their roles, those that others are allotted apart: they are told in
    between, and are nothing of this agreement. What the one party is allotted is all of it."""
    kept = [number for number in range(len(heard)) if number not in allotted.others]
    amounts = dict(zip(kept, roled([heard[number] for number in kept]), strict=True))
    amounts |= {
        number: heard[number].amount.model_copy(update={"role": "other"}) for number in allotted.others
    }
    if len(allotted.own) == 1:
        (own,) = allotted.own
        if amounts[own].role in ("component", "other"):
            amounts[own] = heard[own].amount.model_copy(update={"role": "total"})
    listed = allotted.own | allotted.others
    return [
        doubted(amounts[number]) if number in listed and not allotted.sure else amounts[number]
        for number in range(len(heard))
    ]


def _allotted(
    labels: Sequence[str], sums: Sequence[bool], headed: bool, names: Names, first: int
) -> Allotments | None:
    """The rows of the parties and those of others, counted from `first`; None where they are not named by
    bodies, or by none but parties. A row without a name goes on with the one above."""
    named = [label for label in labels if label]
    bodies = [label for label in named if names.is_body(label)]
    if len(set(named)) != len(named) or len(named) < 2 or len(bodies) < (1 if headed else 2):
        return None
    if 2 * len(bodies) < len(named) and not headed:
        return None
    owned = names.named(named, names.receivers)
    members = names.named(named, names.parties)
    if len(members) == len(named) or (members and members != owned):
        return None  # they share what they agree on, or it is told who pays
    own: set[int] = set()
    others: set[int] = set()
    above = ""
    for number, (label, of_all) in enumerate(zip(labels, sums, strict=True), first):
        above = "" if of_all else label or above
        (own if above in owned else others).add(number)
    sum_rows = frozenset(number for number, adds_up in enumerate(sums, first) if adds_up)
    return Allotments(frozenset(own), frozenset(others), sum_rows)


def told_apart(
    allotments: Allotments, values: Mapping[int, Sequence[Decimal]], told: Set[Decimal]
) -> Allotments | None:
    """Is it sure that what others are allotted is no part of what is agreed? The text tells what a party is
    allotted; where no row names a party, the one that the text tells is its own; where it tells nothing, what
    all are allotted may be agreed. None where the text tells what all are allotted, and nothing else: then a
    party hands it on."""
    parts = [value for number, found in values.items() if number not in allotments.sums for value in found]
    of_all = {value for number in allotments.sums for value in values.get(number, ())}
    all_told = bool(told & {sum(parts, Decimal(0)), *of_all})
    own = [value for number in allotments.own for value in values.get(number, ())]
    if own and told:
        own_told = bool(told & {*own, sum(own, Decimal(0))})
        if all_told and not own_told:
            return None
        return replace(allotments, sure=own_told and not all_told)
    if all_told:
        return None
    known = {number for number, found in values.items() if told & {*found}}
    return replace(allotments, own=frozenset(known if len(known) == 1 else ()), sure=False)


def allotted_roles(
    figures: Sequence[Figure], rows: Sequence[int], own: Collection[int], amends: bool, year: int | None
) -> list[AmountRole]:
    """The roles of a table's figures, of which `rows` tells the row: those of the parties' own rows are told
    as if they were the whole table."""
    mine = [figure for figure, row in zip(figures, rows, strict=True) if row in own]
    columns = len({figure.header for figure in mine})
    alone = [replace(figure, in_total_column=figure.in_total_column and columns > 1) for figure in mine]
    roles = table_roles(alone, columns, amends, year)
    granted = [role for role in roles if role != "other"]
    if granted == ["component"] and not amends:
        roles = ["total" if role == "component" else role for role in roles]
    told = iter(roles)
    return [next(told) if row in own else "other" for row in rows]


# names


def _parts(label: str) -> list[str]:
    return [part for part in JOINED.split(label) if part]


def _is_body(label: str, reference: Reference) -> bool:
    full = _in_full(label)
    name = body_name(full)
    if (name is not None and name.clean) or KIND.match(full):
        return True
    if reference.match_body(full) or reference.match_ministry(full):
        return True
    place = "".join(tokens(full))
    return place in _places(reference)


@lru_cache(maxsize=8)
def _places(reference: Reference) -> frozenset[str]:
    found = (body_name(body.name) for body in reference.bodies)
    return frozenset(name.place for name in found if name is not None)


def _in_full(label: str) -> str:
    behind = KIND_BEHIND.fullmatch(label)
    return SHORT_KIND.sub("Landkreis ", f"{behind['kind']} {behind['place']}" if behind else label)


def _names(label: str, party: Party, reference: Reference) -> bool:
    full = _in_full(label)
    match = reference.match_body(full) or reference.match_ministry(full)
    if match is not None and party.registry_key:
        return match.entry.key == party.registry_key
    if party.abbreviation is not None and label == party.abbreviation.value:
        return True
    body = reference.body(party.registry_key)
    name, other = body_name(body.name if body else party.name.value), body_name(full)
    if name is None or (name.kind and other is not None and other.kind != name.kind):
        return name is None and fuzz.ratio(full.casefold(), party.name.value.casefold()) >= ALIKE
    place = other.place if other is not None else "".join(tokens(full))
    begins = len(place) >= SHORTEST and name.place.startswith(place)
    return begins or fuzz.ratio(place, name.place) >= ALIKE
