"""Who signed, as what, for whom, where and when: from the geometry of the signature blocks.

Lines that stand under each other form a column; a column is read from top to bottom and parted into
signature lines. What a line is (place and date, name, office, organisation) is decided by its words, what
belongs together by where it stands.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from itertools import pairwise

from extract.certainty.confidence import repaired, weighed
from extract.language.lines import Line, Row
from extract.language.passage import Passage
from extract.language.signature_places import is_place_line, where_and_when
from extract.language.signature_vocabulary import ACTS_THROUGH, DEPUTISING, OFFICE, is_label
from extract.language.signing_lines import signs
from extract.language.spelling import nearest
from extract.layout.signature_tables import below_headings
from extract.layout.understand import Reading
from extract.page import Word
from extract.parties.names import nominative
from extract.parties.terms import terms_of
from extract.parties.words import ORGAN
from extract.signatures.columns import cut_at_edges, find_columns, with_dates_joined, without_shared_place
from extract.signatures.dates import at_own_seat, one_of_several, place_and_date
from extract.signatures.forms import with_labels
from extract.signatures.items import Item
from extract.signatures.letters import with_letterheads
from extract.signatures.names import name_of
from extract.signatures.noted import noted
from extract.signatures.parts import Part, find_parts
from extract.signatures.reading import ABOUT, read_columns
from extract.signatures.recitals import with_recital
from extract.signatures.representatives import for_ministry, represented_by_name, represented_by_office
from extract.signatures.ruled import rows_signed
from extract.signatures.sentences import with_place_of_sentence
from extract.signatures.units import Unit, find_units
from extract.signatures.words import (
    FOR,
    STRAY,
    match_organisation,
    ministry_of,
    names_but_a_kind,
    offices_of,
    parted_from_body,
)
from extract.tables.table import Table
from models.agreement import Party, Signatory
from models.reference import Body, Entry, Ministry, Reference
from models.values import BBox, Extracted

ARTICLE = re.compile(r"(?:Der|Die)\s+")
# "Der Erste Kreisbeigeordnete": without his article he is "Erster Kreisbeigeordneter".
WEAK_MASCULINE = re.compile(r"Der\s+(?P<words>(?:[A-ZÄÖÜ][\w-]*e(?:\s+|$))+)")
# "den Ersten Beigeordneten", "den Präsidenten der Universität"
IN_ACCUSATIVE = re.compile(r"(?:[A-ZÄÖÜ][\w-]*en\b\s*)+")
NOUN_ENDING = re.compile(r"(?<=ent|ist)en\b")
# "Magistrat der Stadt …", "Gemeinde … / Der Gemeindevorstand": the organ acts, who agrees is the body.
ORGAN_OF = re.compile(rf"(?:Der\s+)?{ORGAN}\s+(?=de[rs]\s+\S)", re.IGNORECASE)
ITS_ORGAN = re.compile(rf"(?<=\S)[\s,(–-]+(?:Der\s+)?{ORGAN}\W*$", re.IGNORECASE)
# "Staatsministerin im Hessischen", "Minister des Innern und für": what it goes on with was not read.
BROKEN_OFF = re.compile(
    r"\s(?:(?:und|sowie)|(?:(?:und|sowie)\s)?(?:im|beim|des|der|für)(?:\s[A-ZÄÖÜ]\w+ischen)?)$"
)
# "Staatsminister a. D."
ABBREVIATED = re.compile(r"\b\w{1,2}\.$")
# "Hessisches Kultusministerium", "Das Thüringer Ministerium für Umwelt": it says of which Land it is.
MINISTRY_OF_LAND = re.compile(r"(?:Das\s+)?[A-ZÄÖÜ][\w-]+(?:isches|er)\s+\w*[Mm]inisterium\b")
# So many who name no office are no oversight.
MANY_BARE = 2
A_MINISTRY = re.compile(r"(?:[A-ZÄÖÜ][\w-]+\s+){0,2}\w*[Mm]inisterium\b")


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
            signatory, entry = for_ministry(*_signatory(unit, reading.passage, reference, on), reading)
            found.append((_with_doubt(signatory) if strayed else signatory, entry))
    found = with_letterheads(with_recital(found, reading), reading, on)
    found = _doubting_odd(with_place_of_sentence(found, reading))
    named = [one.organisation for one, _ in found if one.organisation]
    in_blocks = {_spot(one) for one in named if _is_within(one, reading.layout.signature_rows)}
    from_blocks = [number for number, party in enumerate(parties) if _spot(party.name) in in_blocks]
    return tuple(_assign(found, parties, from_blocks, reference))


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
        units = [unit for column in columns for unit in column]
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
        if not told and item.role == "heading" and reference.called(_called_so(item.passage))
        else item
        for item in items
    ]


def _called_so(passage: Passage) -> str:
    """What the document calls an organisation, without "Für" and as it stands alone."""
    return nominative(FOR.sub("", passage.text)).strip(" ,:")


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
        (_with_doubt(one) if is_odd else one, entry)
        for one, is_odd, (_, entry) in zip(doubted, odd, found, strict=True)
    ]


def _with_doubtful_office(signatory: Signatory) -> Signatory:
    office = signatory.function and repaired(signatory.function, exact=False)
    return signatory.model_copy(update={"function": office})


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
        organisation, _ = _named_organisation(unit, reference)
        return {organisation.value} if organisation else set()

    for unit in units:
        beside = [other for other in units if other is not unit and row_of(other) == row_of(unit) is not None]
        if unit.place or len(beside) != 1:
            continue
        alike = _bodies_of(unit, reference) & _bodies_of(beside[0], reference)
        together = alike if not unit.organisation else set()
        if together or is_of(unit) & is_of(beside[0]):
            unit.place = beside[0].place
            unit.organisation = unit.organisation or beside[0].organisation


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


def _signatory(
    unit: Unit, text: Passage, reference: Reference, on: date | None
) -> tuple[Signatory, Entry | None]:
    organisation, entry = _named_organisation(unit, reference)
    place, day = place_and_date(unit.place, reference, on)
    place = at_own_seat(repaired(place, not unit.borrowed), entry, reference) if place else None
    place = one_of_several(place, entry, reference) if place else None
    day = repaired(day, not unit.borrowed) if day else None
    function = _function(unit, reference)
    name = name_of(unit.name, unit.sighted, text, reference) if unit.name else None
    return Signatory(name=name, function=function, organisation=organisation, place=place, date=day), entry


def _function(unit: Unit, reference: Reference) -> Extracted[str] | None:
    if not unit.office:
        return None
    passage = unit.office[0]
    for before in (DEPUTISING, ARTICLE, ACTS_THROUGH):
        if (lead := before.match(passage.text)) is not None:
            passage = passage.part(lead.end(), len(passage.text))
    if (cut := parted_from_body(passage.text)) is not None:
        passage = passage.part(0, cut[0])
    printed = passage.text.strip(STRAY)
    printed = printed if ABBREVIATED.search(printed) else printed.rstrip(".")
    if weak := WEAK_MASCULINE.search(unit.office[0].text):
        strong = re.sub(r"e\b", "er", weak["words"].rstrip())
        printed = strong + printed.removeprefix(weak["words"].rstrip())
    acts = ACTS_THROUGH.match(unit.office[0].text)
    if acts and acts["article"] == "den" and (weak := IN_ACCUSATIVE.match(printed)):
        printed = re.sub(r"en\b", "er", NOUN_ENDING.sub("", weak[0])) + printed[weak.end() :]
    match = reference.match_office(printed)
    offices = offices_of(reference)
    listed = next((name for name in offices if name.casefold() == printed.casefold()), None)
    if listed and printed[0].islower():
        listed = printed[0] + listed[1:]
    office = passage.whole(listed or printed)
    if (broken := BROKEN_OFF.search(printed)) is not None:
        return repaired(passage.whole(printed[: broken.start()]), exact=False)
    if listed is None and office.provenance.origin == "ocr" and (near := nearest(printed, offices)):
        return weighed(passage.whole(near.text), 0.0)
    return weighed(office, match.score if match else 0.0)


def _named_organisation(unit: Unit, reference: Reference) -> tuple[Extracted[str] | None, Entry | None]:
    named = [_without_lead(passage) for passage in unit.organisation]
    for office in (*unit.office[:1], *unit.represented):
        if (cut := parted_from_body(office.text)) is not None:
            named.append(office.part(cut[1], len(office.text)))
    named.sort(key=lambda one: names_but_a_kind(one.text))
    known = [(one, match) for one in named if (match := match_organisation(one.text, reference))]
    # "Für das Land Hessen, Hessisches Sozialministerium": it is the ministry that signs, listed or not.
    known.sort(key=lambda one: not isinstance(one[1].entry, Ministry))
    listed = [one for one, _ in known]
    of_land = next((one for one in named if MINISTRY_OF_LAND.match(one.text) and one not in listed), None)
    if of_land is not None and known and isinstance(known[0][1].entry, Body):
        return weighed(of_land.whole(nominative(of_land.text).strip(" ,:")), 0.0), known[0][1].entry
    for passage, match in known[:1]:
        # Of a ministry that no list knows nobody says whether it signs, or the Land that it is of.
        told = isinstance(match.entry, Ministry) or not any(A_MINISTRY.match(one.text) for one in named)
        name = weighed(passage.whole(match.entry.name), match.score)
        return repaired(name, exact=told), match.entry
    for office in unit.represented:
        if not known and (ministry := ministry_of(ARTICLE.sub("", office.text), reference)) is not None:
            return weighed(office.whole(ministry.entry.name), ministry.score), ministry.entry
    for passage in named:
        if (called := reference.called(_called_so(passage))) is not None:
            return passage.whole(called.name), called
        return weighed(passage.whole(nominative(passage.text).strip(" ,:")), 0.0), None
    return None, None


def _without_lead(passage: Passage) -> Passage:
    """The organisation without "Für", and without its organ."""
    for lead in (FOR, ORGAN_OF):
        if found := lead.match(passage.text):
            passage = passage.part(found.end(), len(passage.text))
    organ = ITS_ORGAN.search(passage.text)
    return passage.part(0, organ.start()) if organ else passage


def _assign(
    found: Sequence[tuple[Signatory, Entry | None]],
    parties: Sequence[Party],
    from_blocks: Sequence[int],
    reference: Reference,
) -> Iterator[Signatory]:
    """Signature lines with the party they sign for: by organisation, by office, by what is left, by order.

    Nothing but the order is little to go by: such a signature is doubted, and so are those of several bodies
    where one party is left: they may be those that it names together. Where a scan lost a party for whom
    somebody signs, or only the signatures name one (`from_blocks`), it and those behind it may be counted
    wrong.
    """
    indices = [_party_index(signatory, entry, parties, reference) for signatory, entry in found]
    left = [index for index in range(len(parties)) if index not in indices]
    named = [signatory.organisation for signatory, _ in found]
    missing = any(
        one is not None and one.provenance.origin == "ocr" and index is None
        for one, index in zip(named, indices, strict=True)
    )
    doubted_from = min([*from_blocks, *([1] if missing else [])], default=len(parties))
    strangers = {one.value for one, index in zip(named, indices, strict=True) if one and index is None}
    for position, ((signatory, _), index) in enumerate(zip(found, indices, strict=True)):
        if index is None and len(left) == 1 and len(strangers) > 1 and signatory.organisation:
            signatory = _with_doubt(signatory)
        elif index is None and len(left) == 1:
            index = left[0]
        elif index is None and len(found) == len(parties) and position in left:
            index, signatory = position, _with_doubt(signatory)
        elif index is not None and index >= doubted_from:
            signatory = _with_doubt(signatory)
        yield signatory.model_copy(update={"party": index + 1 if index is not None else None})


def _spot(name: Extracted[str]) -> tuple[int, BBox]:
    return name.provenance.page, name.provenance.bbox


def _is_within(name: Extracted[str], rows: Sequence[Row]) -> bool:
    """Is a name printed in one of the rows?"""
    page, (x0, top, x1, bottom) = _spot(name)
    words = [word.spot for row in rows if row.page == page for word in row.words]
    return any(x0 <= word[0] and word[2] <= x1 and top <= word[1] and word[3] <= bottom for word in words)


def _with_doubt(signatory: Signatory) -> Signatory:
    parts = {part: getattr(signatory, part) for part in ("name", "function", "organisation", "place", "date")}
    return signatory.model_copy(
        update={part: repaired(value, exact=False) for part, value in parts.items() if value is not None}
    )


def _party_index(
    signatory: Signatory, entry: Entry | None, parties: Sequence[Party], reference: Reference
) -> int | None:
    kinds = [_kind(party, reference) for party in parties]
    if entry is not None:
        for index, party in enumerate(parties):
            if party.registry_key == entry.key or party.name.value == entry.name:
                return index
        if isinstance(entry, Body) and (entry.municipal or entry.kind == "state"):
            acting = [n for n, party in enumerate(parties) if reference.ministry(party.registry_key)]
            # Where it is no party, another body's office does not tell whose; a Land's ministry may be one.
            return acting[0] if entry.kind == "state" and len(acting) == 1 else None
        if isinstance(entry, Ministry):
            return kinds.index("state") if kinds.count("state") == 1 else None
    elif signatory.organisation is not None:
        for index, party in enumerate(parties):
            if party.name.value.casefold() == signatory.organisation.value.casefold():
                return index
    bare = signatory.organisation is None
    if bare and (named := represented_by_name(signatory, parties)) is not None:
        return named
    if signatory.function is not None and (office := reference.match_office(signatory.function.value)):
        bodies = {"state" if body in ("state", "ministry") else body for body in office.entry.bodies}
        fitting = [index for index, kind in enumerate(kinds) if kind in bodies]
        if len(fitting) == 1:
            return fitting[0]
    return represented_by_office(signatory, parties) if bare else None


def _kind(party: Party, reference: Reference) -> str | None:
    body = reference.body(party.registry_key)
    if body is not None:
        return body.kind
    if reference.ministry(party.registry_key) is not None or party.role == "grantor":
        return "state"
    return None
