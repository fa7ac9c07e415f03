"""Who signed, as what, for whom, where and when: from the geometry of the signature blocks.

Lines that stand under each other form a column; a column is read from top to bottom and parted into
signature lines. What a line is (place and date, name, office, organisation) is decided by its words, what
belongs together by where it stands.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from itertools import pairwise
from typing import Any

from extract.certainty.confidence import repaired
from extract.geometry import meet
from extract.language.lines import Line, Row
from extract.language.signature_places import is_place_line, where_and_when
from extract.language.signature_vocabulary import OFFICE, is_label
from extract.language.signing_lines import signs
from extract.layout.signature_tables import below_headings
from extract.layout.understand import Reading
from extract.page import Word
from extract.parties.terms import terms_of
from extract.signatures.columns import cut_at_edges, find_columns, with_dates_joined, without_shared_place
from extract.signatures.dates import places_in, with_rest_of_seat
from extract.signatures.for_whom import assigned, with_doubt
from extract.signatures.forms import with_labels
from extract.signatures.items import Item
from extract.signatures.letters import with_letterheads
from extract.signatures.noted import noted
from extract.signatures.parts import Part, find_parts
from extract.signatures.reading import ABOUT, read_columns
from extract.signatures.recitals import with_recital
from extract.signatures.representatives import for_ministry
from extract.signatures.ruled import rows_signed
from extract.signatures.sentences import with_place_of_sentence
from extract.signatures.signatory import called_so, named_organisation, signatory_of
from extract.signatures.units import Unit, find_units
from extract.signatures.words import (
    STRAY,
)
from extract.tables.table import Table
from models.agreement import Party, Signatory
from models.german import find_dates
from models.reference import Entry, Reference
from models.values import BBox, Extracted

# So many who name no office are no oversight.
MANY_BARE = 2


def find_signatories(
    reading: Reading, parties: Sequence[Party], on: date | None = None
) -> tuple[Signatory, ...]:
    """Signature lines from left to right, top to bottom. `on`: a day of the agreement's time."""
    called = {term: who for term, who in terms_of(parties, reading).items() if len(who) == 1}
    keys = [party.registry_key or party.name.value for party in parties]
    reference = reading.reference.introducing(
        (party.name.value for party in parties),
        {term: keys[number] for term, who in called.items() for number in who},
    )
    found: list[tuple[Signatory, Entry | None]] = []
    for block in reading.layout.signature_blocks:
        for unit, strayed in _units(block, reading.layout.signature_table, reference):
            signatory, entry = for_ministry(*signatory_of(unit, reading.passage, reference, on), reading)
            found.append((with_doubt(signatory) if strayed else signatory, entry))
    found = with_letterheads(with_recital(found, reading), reading, on)
    found = _doubting_odd(with_place_of_sentence(_with_place_left(found, reference), reading))
    found = [(_with_whole_place(one, reading, reference), entry) for one, entry in found]
    found = _doubting_shared(found, reading)
    named = [one.organisation for one, _ in found if one.organisation]
    in_blocks = {_spot(one) for one in named if _is_within(one, reading.layout.signature_rows)}
    from_blocks = [number for number, party in enumerate(parties) if _spot(party.name) in in_blocks]
    return tuple(assigned(found, parties, from_blocks, reference))


def _units(block: Sequence[Row], table: Table | None, reference: Reference) -> Iterator[tuple[Unit, bool]]:
    """The signature lines of a block, and of each whether it is doubtful for whom."""
    if table is not None and (units := _in_table(block, table, reference)):
        yield from units
        return
    cut = with_labels(below_headings(with_dates_joined(cut_at_edges(block))))
    told = list(_in_parts(cut, table, reference))
    place = _only_place([unit for unit, _ in told], cut)
    for unit, strayed in told:
        yield unit if unit.place else replace(unit, place=place), strayed


def _in_parts(cut: Sequence[Row], table: Table | None, reference: Reference) -> Iterator[tuple[Unit, bool]]:
    """The same for rows whose lines are cut at columns and joined where a date was torn."""
    for part in find_parts(cut, reference):
        rows, shared = without_shared_place(part.rows, of_one=bool(part.head))
        said = read_columns(find_columns(rows), rows, table, reference)
        columns = [find_units(_with_called([*part.head, *items], reference)) for items in said]
        units = _with_place_of_nobody([unit for column in columns for unit in column])
        silent = _columns_that_leave_it_to_others(part, said)
        silent |= {word for column in columns for word in _share_above(column, reference)}
        _share_beside(units, rows, reference)
        _share_out_places(units)
        shared = shared or _only_place(units, rows)
        for unit in units:
            strayed = unit.name is not None and unit.name.pieces[0].word in silent
            yield unit if unit.place else replace(unit, place=shared), strayed


def _in_table(block: Sequence[Row], table: Table, reference: Reference) -> list[tuple[Unit, bool]]:
    """The signatures in the rows of a table, if it stands in a block; a place beside it is that of all. None
    if others sign beside it: then it does not hold all that its rows say. It may note where and when those
    signed who are named beside it with their offices."""
    beside = [row for row in block if not table.words.intersection(map(id, row.words))]
    places = [row.lines[0] for row in beside if len(row.lines) == 1 and is_place_line(row.text)]
    others = [line for row in beside for line in row.lines if line not in places and not is_label(line.text)]
    units = [unit for items in rows_signed(table, reference) for unit in find_units(items)]
    _share_beside(units, block, reference)
    if len(beside) == len(block) or not units:
        return []
    if any(signs(line) or OFFICE.search(line.text) for line in others):
        cut = with_labels(with_dates_joined(cut_at_edges(beside)))
        return noted(units, [unit for unit, _ in _in_parts(cut, None, reference)])
    shared = places if len(places) == 1 else []
    return [(unit if unit.place else replace(unit, place=shared), False) for unit in units]


def _with_called(items: Sequence[Item], reference: Reference) -> list[Item]:
    """The items of a column; where nothing else says for whom somebody signs, what heads it does, if the
    document calls a party so: "Für das HMSI"."""
    told = any(item.role == "organisation" for item in items)
    return [
        replace(item, role="organisation")
        if not told and item.role == "heading" and reference.called(called_so(item.passage))
        else item
        for item in items
    ]


def _columns_that_leave_it_to_others(part: Part, said: Sequence[Sequence[Item]]) -> set[Word]:
    """The words of columns that do not say for whom they sign, where a column beside names another than the
    head: which of the persons belong to which is not told."""
    telling = [any(item.role in ABOUT for item in items) for items in said]
    if not part.head or not any(telling):
        return set()
    silent = [items for items, tells in zip(said, telling, strict=True) if not tells]
    return {piece.word for items in silent for item in items for piece in item.passage.pieces}


def _doubting_odd(found: list[tuple[Signatory, Entry | None]]) -> list[tuple[Signatory, Entry | None]]:
    """A line that has no name, or no office, is doubted where others have both: more likely it was not
    understood, or nobody signs for a party there. Where most have no office, the offices are doubted."""
    if not any(one.name and one.function for one, _ in found):
        return found
    bare = sum(one.name is not None and one.function is None for one, _ in found)
    usual = bare > MANY_BARE and 2 * bare > len(found)
    doubted = [_with_doubtful_office(one) if usual and one.name else one for one, _ in found]
    odd = [one.name is None or (one.function is None and not usual) for one in doubted]
    return [
        (with_doubt(one) if is_odd else one, entry)
        for one, is_odd, (_, entry) in zip(doubted, odd, found, strict=True)
    ]


def _doubting_shared(
    found: Sequence[tuple[Signatory, Entry | None]], reading: Reading
) -> list[tuple[Signatory, Entry | None]]:
    """Who has the day of another is doubted as to when, where and for whom, if the day of nobody stands among
    the signatures: it may be their own."""
    days = [one.date for one, _ in found if one.date]
    places = Counter(map(_spot, days))
    left = any(
        not any(meet(line.passage.provenance(one.start, one.end), day.provenance) for day in days)
        for row in reading.layout.signature_rows
        for line in row.lines
        for one in find_dates(line.passage.text)
    )
    return [
        (_with_doubtful_day(one) if left and one.date and places[_spot(one.date)] > 1 else one, entry)
        for one, entry in found
    ]


def _with_doubtful_day(signatory: Signatory) -> Signatory:
    parts = {part: getattr(signatory, part) for part in ("organisation", "place", "date")}
    return signatory.model_copy(
        update={part: repaired(value, exact=False) for part, value in parts.items() if value is not None}
    )


def _with_whole_place(signatory: Signatory, reading: Reading, reference: Reference) -> Signatory:
    place = signatory.place
    if place is None:
        return signatory
    whole = with_rest_of_seat(place, reading.layout.signature_rows, reference)
    return signatory.model_copy(update={"place": whole})


def _with_doubtful_office(signatory: Signatory) -> Signatory:
    office = signatory.function and repaired(signatory.function, exact=False)
    return signatory.model_copy(update={"function": office})


def _with_place_left(
    found: Sequence[tuple[Signatory, Entry | None]], reference: Reference
) -> list[tuple[Signatory, Entry | None]]:
    """Who is left where of several places the others have theirs has the place that is left, in doubt."""
    told = []
    for signatory, entry in found:
        place = signatory.place
        named = places_in(place.value, reference) if place else []
        if place and len(named) > 1:
            taken = {one.place.value for one, _ in found if one.place and _spot(one.place) == _spot(place)}
            left = [one for one in named if one not in taken]
            if len(left) == 1:
                signatory = signatory.model_copy(
                    update={"place": place.model_copy(update={"value": left[0]})}
                )
        told.append((signatory, entry))
    return told


def _share_above(column: Sequence[Unit], reference: Reference) -> Iterator[Word]:
    """Give persons with a place of their own, for whom no body is named, that of the person above them, if
    their offices are such that one body has both. Where no list knows the office that is doubtful: the first
    words of the names of these are what comes back."""
    for above, unit in pairwise(column):
        if unit.organisation or not (above.organisation and above.place and unit.place and unit.name):
            continue
        ours = _bodies_of(unit, reference)
        if not ours or ours & _bodies_of(above, reference):
            unit.shares("organisation", above)
        if not ours:
            yield unit.name.pieces[0].word


def _bodies_of(unit: Unit, reference: Reference) -> set[str]:
    """The kinds of bodies that have the office of a person."""
    match = reference.match_office(unit.office[0].text.strip(STRAY)) if unit.office else None
    return set(match.entry.bodies) if match else set()


def _share_beside(units: Sequence[Unit], rows: Sequence[Row], reference: Reference) -> None:
    """Give persons of whom not all is said what is said of the person beside whom they stand.

    Their offices must be such that one body has both, or one body is named for both.
    """
    numbers = {word: number for number, row in enumerate(rows) for word in row.words}

    def row_of(unit: Unit) -> int | None:
        who = unit.name or (unit.office[0] if unit.office else None)
        return numbers.get(who.pieces[0].word) if who else None

    def is_of(unit: Unit) -> set[str]:
        organisation, _ = named_organisation(unit, reference)
        return {organisation.value} if organisation else set()

    for unit in units:
        beside = [other for other in units if other is not unit and row_of(other) == row_of(unit) is not None]
        if not (unit.place or unit.organisation) and len(beside) > 1:
            # Beside several it is whoever of them alone may be of the same body.
            beside = [one for one in beside if _bodies_of(unit, reference) & _bodies_of(one, reference)]
        if unit.place or len(beside) != 1:
            continue
        alike = _bodies_of(unit, reference) & _bodies_of(beside[0], reference)
        together = alike if not unit.organisation else set()
        if together or is_of(unit) & is_of(beside[0]):
            unit.place = beside[0].place
            unit.organisation = unit.organisation or beside[0].organisation


def _with_place_of_nobody(units: Sequence[Unit]) -> list[Unit]:
    """The persons, with the place and the day that stand beside them in a column of their own, if all are of
    the body for which nobody else signs there."""
    persons = [unit for unit in units if unit.person]
    others = [unit for unit in units if not unit.person]
    bodies = {tuple(one.text for one in unit.organisation) for unit in units}
    if len(others) != 1 or not persons or len(bodies) > 1 or any(unit.place for unit in persons):
        return list(units)
    return [replace(unit, place=others[0].place) for unit in persons]


def _share_out_places(units: Sequence[Unit]) -> None:
    """Give each person one of the places with their days that stand below each other above all, in their
    order; that is little to go by."""
    placed = [unit for unit in units if unit.place]
    if len(placed) != 1 or len(units) < 2:
        return
    said = [(line, where_and_when(line.text)) for line in placed[0].place]
    whole = [line for line, one in said if one is not None and one.place and one.day]
    if len(whole) < 2:
        return
    for number, unit in enumerate(units):
        unit.place = [whole[number]] if len(whole) == len(units) else whole[:1]
        unit.borrowed = True


def _only_place(units: Sequence[Unit], rows: Sequence[Row]) -> list[Line]:
    """The place and date above all who sign, where nobody has one of their own."""
    placed = {unit.place[0].words: unit.place[0] for unit in units if unit.place}
    if len(placed) != 1 or len(units) < 2:
        return []
    (first,) = placed.values()
    said = {word for unit in units for word in (*unit.words, *first.words)}
    opening = next(row for row in rows if said.intersection(row.words))
    return [first] if first.page == opening.page and first.text == opening.text else []


def _spot(name: Extracted[Any]) -> tuple[int, BBox]:
    return name.provenance.page, name.provenance.bbox


def _is_within(name: Extracted[str], rows: Sequence[Row]) -> bool:
    """Is a name printed in one of the rows?"""
    page, (x0, top, x1, bottom) = _spot(name)
    words = [word.spot for row in rows if row.page == page for word in row.words]
    return any(x0 <= word[0] and word[2] <= x1 and top <= word[1] and word[3] <= bottom for word in words)
