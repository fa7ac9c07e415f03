"""Columns of a signature block → what is said in each of them, and in those that are read together."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import lru_cache
from itertools import takewhile

from extract.language.lines import Line, Row, SameLines
from extract.language.passage import join_lines
from extract.language.signature_vocabulary import OTHERS, names_a_body
from extract.page import Word
from extract.signatures.columns import with_notes_apart
from extract.signatures.entities import Persons
from extract.signatures.items import Item
from extract.signatures.lines import find_items
from extract.signatures.sightings import is_sighted
from extract.signatures.statements import NO_SURNAME
from extract.signatures.units import goes_on
from extract.tables.table import Table
from models.reference import Reference

PERSON = {"name", "office"}
ABOUT = {"place", "organisation"}
SURELY_READ = 0.9
"""Confidence of a word that is no scrawl of a pen."""
REMEMBERED = 256
"""Columns of which is kept what they say: they are read for several purposes, and once more when words of the
page were read again."""


def read_columns(
    columns: Sequence[Sequence[Line]], rows: Sequence[Row], table: Table | None, reference: Reference
) -> list[list[Item]]:
    """What each column says, from top to bottom, where several of them name persons. Where one does, or in a
    table one has the names and one the offices, what stands beside are their places, dates and organisations:
    all is read together, row by row.
    """
    read = [said_in(column, reference) for column in columns]
    # Where names stand alone, because a sentence announces them, none of them is a stranger.
    if all(item.role == "name" for items in read for item in items):
        return read
    # Beside a column of names another tells who they are.
    read = [_without_strangers(items) if {item.role for item in items} & ABOUT else items for items in read]
    read = _without_notes(read)
    roles = [{item.role for item in items} for items in read]
    persons = [index for index, said in enumerate(roles) if said & PERSON]
    own = {role for index in persons for role in roles[index]}
    apart = table is not None and sum(len(roles[index] & PERSON) for index in persons) == len(own & PERSON)
    taken = ABOUT & own | PERSON
    beside = [index for index, other in enumerate(roles) if other & ABOUT and not other & taken]
    if (len(persons) == 1 and beside) or (len(persons) > 1 and apart):
        order = _Order(rows, table)
        merged = [item for index in (*persons, *beside) for item in read[index]]
        read = [sorted(merged, key=order.of)]
    return [_without_strangers(items) for items in read]


def said_in(column: Sequence[Line], reference: Reference) -> list[Item]:
    """What lines below each other say of the parties; where those who certify begin, it ends."""
    return list(_said_in(SameLines(column), reference))


@lru_cache(maxsize=REMEMBERED)
def _said_in(same: SameLines, reference: Reference) -> tuple[Item, ...]:
    column = same.lines
    parties = takewhile(lambda line: line is column[0] or not OTHERS.match(line.text), column)
    lines = with_notes_apart(list(parties))
    witness = Persons(lines)
    return tuple(
        replace(item, sighted=item.role == "name" and is_sighted(item.passage, witness))
        for item in _with_surnames(_with_fields(list(find_items(lines, witness, reference))))
    )


def _with_fields(items: Sequence[Item]) -> list[Item]:
    """The items; one word behind an office below a name is no surname but what the office is for: "Frieda
    Muster" "Abteilungsleiterin Verkehr"."""
    told: list[Item] = []
    for item in items:
        above, office = told[-2:] if len(told) > 1 else (None, None)
        roles = (above and above.role, office and office.role, item.role)
        one_word = roles == ("name", "office", "name") and " " not in item.passage.text
        if office and one_word and goes_on(office.passage, item.passage):
            words = (piece.word for one in (office, item) for piece in one.passage.pieces)
            told[-1] = Item("office", join_lines([Line(item.passage.pieces[0].page, tuple(words))]))
        else:
            told.append(item)
    return told


def _with_surnames(items: Sequence[Item]) -> Iterator[Item]:
    """The items; a word alone below an office, or below "Im Auftrag", is the surname of one whom nothing else
    names, as treaties and letters are signed: "Der Finanzminister" "Muster". All other words that say nothing
    are left out."""
    for two_above, above, item, below in zip(
        [None, None, *items], [None, *items], items, [*items[1:], None], strict=False
    ):
        if item.role != "noise":
            yield item
        elif (
            above is not None
            and above.role in ("office", "deputising")
            and (two_above is None or two_above.role != "name")
            and (below is None or below.role != "name")
            and item.passage.pieces[0].word.confidence > SURELY_READ
            and not (NO_SURNAME.fullmatch(item.passage.text) or names_a_body(item.passage.text))
        ):
            yield Item("name", item.passage)


class _Order:
    """Row by row, from left to right; what stands in one row of a table stands in one row."""

    def __init__(self, rows: Sequence[Row], table: Table | None) -> None:
        self._numbers = {word: number for number, row in enumerate(rows) for word in row.words}
        for cells in table.rows if table else ():
            words = [word for cell in cells for line in cell.lines for word in line.words]
            known = [self._numbers[word] for word in words if word in self._numbers]
            self._numbers |= dict.fromkeys(words, min(known, default=0))

    def of(self, item: Item) -> tuple[int, float]:
        first: Word = item.passage.pieces[0].word
        return self._numbers.get(first, 0), first.bbox[0]


def _without_notes(read: Sequence[list[Item]]) -> list[list[Item]]:
    """The columns without names that the entity model denies, in one that names no office, where another
    names persons with theirs: "Zentrale Beschaffung" below an organisation."""
    roles = [{item.role for item in items} for items in read]
    if not any(said >= PERSON for said in roles):
        return list(read)
    return [
        [item for item in items if item.role != "name" or item.sighted]
        if said & ABOUT and "office" not in said
        else items
        for items, said in zip(read, roles, strict=True)
    ]


def _without_strangers(items: Sequence[Item]) -> list[Item]:
    """The items without names that the entity model denies and that stand where nobody signs: headings,
    projects."""
    known = []
    for before, item, after in zip([None, *items], items, [*items[1:], None], strict=False):
        follows = before is not None and before.role in ("place", "organisation", "office")
        leads = after is not None and after.role == "office"
        if item.role != "name" or follows or leads or item.sighted:
            known.append(item)
    return known
