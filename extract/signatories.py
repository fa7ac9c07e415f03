"""Who signed, as what, for whom, where and when: from the geometry of the signature blocks.

Lines that stand under each other form a column; a column is read from top to bottom and parted into
signature lines. What a line is (place and date, name, office, organisation) is decided by its words, what
belongs together by where it stands.
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from itertools import pairwise, zip_longest
from typing import Literal

from extract.confidence import EXACT_MATCH, heard, repaired, weighed
from extract.entities import Persons, Sighting
from extract.geometry import center_x, overlap
from extract.lines import Line, Row
from extract.page import Word
from extract.parties import nominative
from extract.passage import Passage, Piece, join_lines, join_passages
from extract.signature_zone import OFFICE, PLACE, SIGNING_FOR
from extract.tables import Table
from extract.understand import Reading
from models.agreement import Party, Signatory
from models.german import find_dates
from models.reference import Body, Entry, Match, Ministry, Reference
from models.values import Extracted

Role = Literal["place", "name", "office", "organisation", "heading", "noise"]

# Words of a signature block below this confidence without three letters in a row are strokes of a pen.
STROKE_CONFIDENCE = 0.55
TITLE = re.compile(
    r"(?:Dr|Prof|Dipl|Ing|jur|med|phil|rer|nat|pol|h|c|hc|M|A|B|Sc|LL|MdL|MdB|a|D|habil|oec|Mag|iur|Univ|mult|em|soc)\.?(?:-\w+\.?)*\.?,?"
)
DEGREES = re.compile(rf"(?:(?:^|(?<=\s)){TITLE.pattern}(?:\s+|$))+$")
TWO_LETTERS = re.compile(r"[^\W\d_]{2}")
PARTICLE = re.compile(
    r"(?:von|van|vom|zu|zum|zur|de|da|dos|del|di|der|den|la|le|el|al|bin|ibn|ten|ter|und|y|af|d')",
    re.IGNORECASE,
)
NAME_WORD = re.compile(r"[A-ZÄÖÜÀ-ÞŠŽĆČŁŞİĞ][\w'’.]*(?:-[\w'’]+)*,?")
NOT_A_NAME = re.compile(
    r"(?:Landkreis\w*|Kreis\w*|\w+kreis(?:es)?|Stadt\w*|Landeshauptstadt|Wissenschaftsstadt|Land|Landes|Hessen|Hessische\w*|\w*[Mm]inisterium\w*|Magistrat\w*"
    r"|Der|Die|Das|Für|Fir|Im|In|Ort|Datum|Siegel|Dienstsiegel|Unterschrift\w*|Stempel|Gemeinde\w*|Regierungs\w+|Jugend|Soziales|Arbeit|Integration|Familie|Gesundheit"
    r"|Vertretung|Auftrag|gez|Anlage\w*|Seite|Abteilung\w*|Dezernat\w*|Fachbereich\w*|Amt|Jobcenter|Vorsitzende\w*|Name|Funktion|Namens|Zielvereinbarung\w*|GmbH|AG|e\.V\.)\b"
)
SIGNED = re.compile(
    r"^(?:gez\.?|gezeichnet|i\.\s?V\.?|i\.\s?A\.?|In Vertretung|Im Auftrag|Herr|Frau|Name:|\()\s*",
    re.IGNORECASE,
)
ARTICLE = re.compile(r"(?:Der|Die)\s+")
FOR = re.compile(r"^(?:Für|Fiir|Fur)\s+(?=(?:das|den|die|dem)\b)", re.IGNORECASE)
LABEL = re.compile(
    r"(?:(?P<place>Ort|Datum)|(?P<name>Name)|(?P<office>Amt|Funktion|Dienststellung|Amtsbezeichnung)"
    r"|(?P<organisation>Für|Organisation|Dienststelle|Körperschaft))\s*:\s*"
)
# "26. Mai 2015, Wiesbaden"
BEHIND_DATE = re.compile(rf"\s*,?\s*(?:in\s+|zu\s+)?(?P<place>{PLACE.pattern})")
DATE_LEAD = re.compile(r"[^\w)]*(?:\b(?:den|dem|am|der)\b)?[^\w)]*$", re.IGNORECASE)
UNDATED = re.compile(rf"{PLACE.pattern}(?:\s*,\s*|\s+)(?:den|dem|am)\W*|{PLACE.pattern}\s*,\W*")
# A place with a date of which not all figures can be read.
MISREAD_DATE = re.compile(rf"{PLACE.pattern}\s*,\s*(?:den\s+|dem\s+|am\s+)?(?=\S*\d)[\d.,/\w]{{4,12}}")
BROKEN_DATE = re.compile(r"(?:\b(?:den|am)|,)\s+\d{1,2}\s?\.?(?:\s*[^\W\d_]{3,9}\.?)?$")
# A stamp is as high as the line it completes; handwriting was 1.5 to 2 times as high on the samples.
BY_HAND = 1.35
# A line is centred above two columns if it is off by less than this share of the white between them.
CENTRED = 0.3
# Lines within this many letter sizes of white belong together.
CLOSE = 1.3
# Strokes and specks at the ends of a name or an office.
STRAY = " ,;:()'’‘`´“”\"*°~_-–|"
OPEN_END = re.compile(r"(?:[,&-]|\b(?:und|für|der|des|die|das|den|dem|zur|zum|im|in|von))$")


@dataclass
class _Unit:
    """One signature line in the making. `sighted`: the entity model sees the same name."""

    place: list[Line] = field(default_factory=list)
    name: Passage | None = None
    office: list[Passage] = field(default_factory=list)
    organisation: list[Passage] = field(default_factory=list)
    sighted: bool = False


@dataclass(frozen=True, slots=True)
class _Item:
    role: Role
    passage: Passage


@dataclass(frozen=True, slots=True)
class _Sighted:
    """Lines with a name that the entity model sees. `clear`: by the rules it can be one, too."""

    lines: int
    items: list[_Item]
    clear: bool


def find_signatories(
    reading: Reading, parties: Sequence[Party], on: date | None = None
) -> tuple[Signatory, ...]:
    """Signature lines from left to right, top to bottom. `on`: a day of the agreement's time."""
    found: list[tuple[Signatory, Entry | None]] = []
    table = reading.layout.signature_table
    tabled = {id(row) for row in table.rows_on_page} if table else set()
    free = [row for row in reading.layout.signature_rows if id(row) not in tabled]
    rows, shared = _without_shared_place(free)
    columns = _columns(rows)
    for column in [*_side_by_side(columns, reading.reference), *_table_rows(table)]:
        for unit in _units(column, reading.reference):
            found.append(
                _signatory(unit if unit.place else replace(unit, place=shared), reading.reference, on)
            )
    assigned = _assign(found, parties, reading.reference)
    return tuple(assigned)


def _columns(rows: Sequence[Row]) -> list[list[Line]]:
    """Stacks of lines that stand under each other, in the order of their first lines."""
    stacks: list[list[Line]] = []
    for row in rows:
        for line in row.lines:
            if (clean := _without_strokes(line)) is None:
                continue
            near = [stack for stack in stacks if clean.page - stack[-1].page in (0, 1)]
            shared = [(max(overlap(*_x(clean), *_x(old)) for old in stack[-4:]), stack) for stack in near]
            best = max(shared, key=lambda pair: pair[0], default=None)
            if best is not None and best[0] > 0:
                best[1].append(clean)
            else:
                stacks.append([clean])
    return stacks


def _without_shared_place(rows: Sequence[Row]) -> tuple[list[Row], list[Line]]:
    """The rows without the line of place and date that stands alone and centred above all columns, and it."""
    for index, row in enumerate(rows[:-1]):
        below = rows[index + 1]
        if len(row.lines) == 1 and len(below.lines) > 1 and row.page == below.page:
            x0, x1 = below.lines[0].bbox[2], below.lines[-1].bbox[0]
            across = row.bbox[0] < x0 and row.bbox[2] > x1
            off_centre = abs(center_x(row.bbox) - center_x(below.bbox))
            if (across or off_centre < CENTRED * (x1 - x0)) and _is_place_line(row.text):
                return [*rows[:index], *rows[index + 1 :]], list(row.lines)
    return list(rows), []


def _table_rows(table: Table | None) -> list[list[Line]]:
    """The rows of a table of signatures: what stands in its cells, one cell after the other."""
    rows = table.rows[max(table.header_rows, 1) :] if table else ()
    cells = (
        (
            (
                Line(table.page, tuple(w for line in cell.lines for w in line.words))
                for cell in row
                if cell.lines
            )
            for row in rows
        )
        if table
        else ()
    )
    return [[clean for line in row if (clean := _without_strokes(line)) is not None] for row in cells]


def _side_by_side(columns: list[list[Line]], reference: Reference) -> list[list[Line]]:
    """Columns as they are, but places on the left and the names beside them on the right become one column:
    in treaties each line is a place, a date and whoever signs there.
    """
    if len(columns) != 2:
        return columns
    places, names = ([item.role for item in _items(column, Persons(column), reference)] for column in columns)
    apart = places.count("place") > 1 and "name" not in places and "office" not in places
    if apart and "name" in names and "place" not in names:
        groups = [group for column in columns for group in _groups(column)]
        return [[line for group in sorted(groups, key=lambda g: _reading_order(g[0])) for line in group]]
    return columns


def _groups(column: Sequence[Line]) -> list[list[Line]]:
    """The lines of a column that follow each other closely: a place and the date below it."""
    groups = [[column[0]]]
    for above, line in pairwise(column):
        close = line.page == above.page and line.bbox[1] - above.bbox[3] < CLOSE * line.size
        if close:
            groups[-1].append(line)
        else:
            groups.append([line])
    return groups


def _reading_order(line: Line) -> tuple[int, float, float]:
    """By page, by baseline, from left to right."""
    return line.page, round(line.bbox[3] / line.size), line.bbox[0]


def _x(line: Line) -> tuple[float, float]:
    return line.bbox[0], line.bbox[2]


def _without_strokes(line: Line) -> Line | None:
    """The line without words that are strokes of a pen, specks or fill-in dots; None if nothing is left."""
    words = [
        word
        for word in line.words
        if re.search(r"[^\W_]", word.text)
        and (
            word.confidence >= STROKE_CONFIDENCE
            or re.search(r"[^\W\d_]{3}", word.text)
            or re.search(r"\d", word.text)
        )
    ]
    return Line(line.page, tuple(words)) if words else None


def _units(column: Sequence[Line], reference: Reference) -> list[_Unit]:
    """The column cut into signature lines.

    What the column begins with begins each of them: a place, an organisation or a name. Several persons
    below one place and one organisation share them.
    """
    witness = Persons(column)
    items = list(_without_strangers(list(_items(column, witness, reference)), witness))
    roles = [item.role for item in items if item.role not in ("heading", "noise")]
    heads = roles[:1] == ["organisation"]
    office_first = roles[:1] == ["office"]
    persons = [index for index, role in enumerate(roles) if role in ("name", "office")]
    place_first = "place" in roles and (not persons or roles.index("place") < persons[0])
    shares_place = place_first or "place" not in roles
    units: list[_Unit] = []
    current = _Unit()

    def begin(place: bool = False, organisation: bool = False) -> None:
        nonlocal current
        if current.name or current.office or (current.place and current.organisation):
            units.append(current)
        current = _Unit(
            current.place if place else [], None, [], current.organisation if organisation else []
        )

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
            current.name, current.sighted = item.passage, _is_sighted(item.passage, witness)
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
            current.organisation = [item.passage] if opens else [*current.organisation, item.passage]
    begin()
    return units


def _without_strangers(items: Sequence[_Item], persons: Persons) -> Iterator[_Item]:
    """The items without names that the model denies and that stand where nobody signs: headings, projects."""
    for before, item, after in zip([None, *items], items, [*items[1:], None], strict=False):
        follows = before is not None and before.role in ("place", "organisation", "office")
        leads = after is not None and after.role == "office"
        if item.role != "name" or follows or leads or _is_sighted(item.passage, persons):
            yield item


def _lines_of(passage: Passage) -> list[Line]:
    return [Line(passage.pieces[0].page, tuple(piece.word for piece in passage.pieces))]


def _items(column: Sequence[Line], persons: Persons, reference: Reference) -> Iterator[_Item]:
    """What the lines of a column say, wrapped lines joined, lines that say two things parted."""
    sighted = {
        number: seen
        for number in range(len(column))
        if (seen := _sighted(persons.begins_at(number), column, number, reference)) is not None
    }
    index = 0
    while index < len(column):
        line = column[index]
        passage = join_lines([line])
        label = LABEL.match(passage.text)
        if label is not None and label["place"]:
            yield _Item("place", passage)
            index += 1
            continue
        if label is not None:
            count = _labelled_lines(column, index, reference) if label["organisation"] else 1
            joined = join_lines(column[index : index + count])
            index += count
            if label.end() < len(joined.text):
                yield _Item(_role_of(label), joined.part(label.end(), len(joined.text)))
            continue
        seen = sighted.get(index)
        clear = seen is not None and seen.clear and not find_dates(passage.text)
        if (count := _place_lines(column, index)) > 0 and not clear:
            yield _Item("place", join_lines(column[index : index + count]))
            index += count
            continue
        text = passage.text
        if (
            SIGNING_FOR.fullmatch(text)
            and not FOR.match(text)
            and len(text.split()) <= 2
            and not _is_name(SIGNED.sub("", text), reference)
        ):
            index += 1
            continue
        if _is_heading(column, index, reference):
            yield _Item("heading", passage)
            index += 1
            continue
        if _name_wraps(column, index, reference):
            yield _Item("name", join_lines(column[index : index + 2]))
            index += 2
            continue
        if seen is not None and clear and seen.lines > 1:
            yield from seen.items
            index += seen.lines
            continue
        taken = 2 if _office_wraps(column, index, reference) else 1
        parted = list(_part(join_lines(column[index : index + taken]), reference))
        if parted:
            yield from parted
            index += taken
            continue
        if seen is not None and _organisation(passage.text, reference) is None:
            yield from seen.items
            index += seen.lines
            continue
        taken, item = _block(column, index, sighted, reference)
        if item is not None:
            yield item
        index += taken


def _role_of(label: re.Match[str]) -> Role:
    roles: tuple[Role, ...] = ("name", "office", "organisation")
    return next(role for role in roles if label[role])


def _labelled_lines(column: Sequence[Line], index: int, reference: Reference) -> int:
    """Over how many lines the organisation runs that a label names."""
    count = 1
    while index + count < len(column) and not LABEL.match(column[index + count].text):
        longer = LABEL.sub("", join_lines(column[index : index + count + 1]).text, count=1)
        shorter = LABEL.sub("", join_lines(column[index : index + count]).text, count=1)
        before, after = _organisation(shorter, reference), _organisation(longer, reference)
        if after is None or (before is not None and after.score <= before.score + 0.001):
            break
        count += 1
    return count


def _is_heading(column: Sequence[Line], index: int, reference: Reference) -> bool:
    """ "Für den Zuwendungsgeber:" names a role; who plays it stands elsewhere."""
    text = column[index].text
    lead = FOR.match(text)
    plain = text[lead.end() :].partition(" ")[2].rstrip(":") if lead else ""
    if len(plain.split()) != 1 or _starts_organisation(plain):
        return False
    wraps = join_lines(column[index : index + 2]).text
    return _organisation(plain, reference) is None and _organisation(wraps, reference) is None


def _place_lines(column: Sequence[Line], index: int) -> int:
    """How many lines from `index` on say place and date: in a narrow column the date may wrap."""
    text = column[index].text
    if index + 1 < len(column) and not find_dates(text):
        following = column[index + 1].text
        joined = join_lines(column[index : index + 2]).text
        breaks_off = BROKEN_DATE.search(text) is not None
        date_alone = any(one.end - one.start > 0.8 * len(following) for one in find_dates(following))
        place = UNDATED.fullmatch(text) or _is_seat(text)
        if find_dates(joined) and (breaks_off or (date_alone and place)):
            return 2
    name = UNDATED.fullmatch(text) and any(TITLE.fullmatch(word) for word in text.split())
    return 1 if _is_place_line(text) and not name else 0


def _is_seat(text: str) -> bool:
    """A place alone in its line, as it may stand above its date."""
    return PLACE.fullmatch(text) is not None and len(text.split()) <= 5 and not OFFICE.search(text)


def _name_wraps(column: Sequence[Line], index: int, reference: Reference) -> bool:
    """Is a name parted over two lines? Its rest is one word, or follows a particle, an office follows."""
    if index + 2 >= len(column) or not _is_office(column[index + 2].text, reference):
        return False
    rest = column[index + 1].text
    joined = join_lines(column[index : index + 2]).text
    wraps = (
        len(rest.split()) == 1
        or PARTICLE.match(rest) is not None
        or TITLE.fullmatch(column[index].words[-1].text)
    )
    return bool(wraps) and not _is_office(rest, reference) and _is_name(joined, reference)


def _office_wraps(column: Sequence[Line], index: int, reference: Reference) -> bool:
    """Does "Frieda Muster, Erste" go on with "Kreisbeigeordnete" in the next line?"""
    _, comma, begun = column[index].text.rpartition(", ")
    if not comma or index + 1 >= len(column) or reference.match_office(begun) is not None:
        return False
    match = reference.match_office(f"{begun} {column[index + 1].text}")
    return match is not None and match.score >= EXACT_MATCH


def _is_place_line(text: str) -> bool:
    found = find_dates(text)
    if found:
        lead = text[: found[0].start]
        return len(lead.split()) <= 7
    return bool(UNDATED.fullmatch(text) or MISREAD_DATE.fullmatch(text)) or bool(
        re.match(r"\(?Ort\s*(?:,|und|/)\s*Datum|(?:Ort|Datum)\s*:", text)
    )


def _part(passage: Passage, reference: Reference) -> Iterator[_Item]:
    """A name, alone or with an office: "Heike Muster, Staatsministerin", "Landrat Uwe Muster"."""
    text = passage.text
    offset = match.end() if (match := SIGNED.match(text)) else 0
    body = text[offset:].rstrip(" ,)(")
    if _is_name(body, reference):
        yield _Item("name", passage.part(offset, offset + len(body)))
        return
    for separator in re.finditer(r"\s*[,(/–]\s*|\s-\s", body):
        left, right = body[: separator.start()], body[separator.end() :]
        if (_is_name(left, reference) or len(left.split()) > 1) and _is_office(right, reference):
            yield _Item("name", passage.part(offset, offset + len(left)))
            yield _Item("office", passage.part(offset + separator.end(), offset + len(body)))
            return
    for space in re.finditer(r"\s+", body):
        left, right = body[: space.start()], body[space.end() :]
        if (
            _is_office(left, reference)
            and _is_name(right, reference)
            and reference.match_office(left) is not None
        ):
            yield _Item("office", passage.part(offset, offset + len(left)))
            yield _Item("name", passage.part(offset + space.end(), offset + len(body)))
            return


def _sighted(
    sighting: Sighting | None, column: Sequence[Line], index: int, reference: Reference
) -> _Sighted | None:
    """What the lines say in which the entity model sees a name; None if that is more than name and office."""
    if sighting is None or _names_a_body(sighting.name.text):
        return None
    words = _telling(sighting.name)
    if len(words) < 2 or not words.intersection(column[index].words):
        return None
    if sighting.lines > 1 and _is_scrawl_above(column[index], column[index + 1], reference):
        return None
    before = sighting.before.text
    degrees = match.start() if (match := DEGREES.search(before)) else len(before)
    name = join_passages([sighting.before.part(degrees, len(before)), sighting.name], seam=None)
    items = [_Item("name", name)]
    clear = _is_name(name.text, reference)
    if TWO_LETTERS.search(SIGNED.sub("", before[:degrees])):
        if reference.match_office(before[:degrees]) is None:
            return None
        items.insert(0, _Item("office", sighting.before.part(0, degrees)))
    if not TWO_LETTERS.search(sighting.after.text):
        return _Sighted(sighting.lines, items, clear)
    if _is_office(sighting.after.text, reference):
        return _Sighted(sighting.lines, [*items, _Item("office", sighting.after)], clear)
    following = column[index + sighting.lines : index + sighting.lines + 1]
    office = join_passages([sighting.after, join_lines(following)], seam=None)
    match_office = reference.match_office(office.text.strip(STRAY))
    if match_office is None or match_office.score < EXACT_MATCH:
        return None
    return _Sighted(sighting.lines + len(following), [*items, _Item("office", office)], clear)


def _is_scrawl_above(line: Line, following: Line, reference: Reference) -> bool:
    """Is it a signature read as a word, above a line that holds a whole name?"""
    alone = len(line.words) == 1 and line.words[0].origin == "ocr"
    return alone and _is_name(following.text.partition(",")[0].strip(STRAY), reference)


def _is_sighted(name: Passage, persons: Persons) -> bool:
    """Does the model see the same name, degrees and strokes aside?"""
    words = _telling(name)
    return any(_telling(sighted) == words for sighted in persons.names())


def _telling(passage: Passage) -> set[Word]:
    """The words of a name, without degrees, strokes of a pen and single letters."""
    return {
        piece.word
        for piece in passage.pieces
        if TWO_LETTERS.search(piece.word.text)
        and not TITLE.fullmatch(piece.word.text)
        and piece.word.confidence >= STROKE_CONFIDENCE
    }


def _block(
    column: Sequence[Line], index: int, named: Container[int], reference: Reference
) -> tuple[int, _Item | None]:
    """An office or organisation that begins at `index`, with the lines it runs over, none of them `named`."""
    lines = [column[index]]
    text = column[index].text
    role: Role
    if FOR.match(text) or _organisation(text, reference) is not None or _starts_organisation(text):
        role = "organisation"
    elif _is_office(text, reference):
        role = "office"
    else:
        role = "organisation" if _looks_like_organisation(column, index, reference) else "noise"
    following = index + 1
    while following < len(column) and role != "noise":
        line = column[following]
        if following in named or _is_place_line(line.text) or line.page != lines[-1].page:
            break
        joined = join_lines([*lines, line]).text
        if role == "organisation":
            before, after = _organisation(join_lines(lines).text, reference), _organisation(joined, reference)
            better = after is not None and (before is None or after.score > before.score + 0.001)
            grows = not _is_office(line.text, reference) and (
                OPEN_END.search(lines[-1].text)
                or line.text[:1].islower()
                or (before is None and not _is_name(line.text, reference) and not FOR.match(line.text))
            )
            ends = lines[-1].text.endswith(":") or SIGNED.match(line.text) is not None
            if ends or not (better or grows):
                break
        elif not (OPEN_END.search(lines[-1].text) or re.match(r"(?:für|und|sowie)\b", line.text)):
            break
        lines.append(line)
        following += 1
    return following - index, _Item(role, join_lines(lines)) if role != "noise" else None


def _starts_organisation(text: str) -> bool:
    text = _without_capitals(text)
    return bool(
        re.match(
            r"(?:(?:Der|Die|Das|des|der|dem|den|das|die)\s+)?(?:\w+\s+)?(?:Landkreis\w*|Kreis(?:es|ausschuss\w*)?|\w+-?[Kk]reis(?:es)?|(?:\w*[Ss])tadt|Magistrat\w*|\w*[Mm]inisterium\w*|Land(?:es)?|Gemeinde|Freistaat\w*)\b",
            text,
        )
    ) and not OFFICE.search(text.split()[0])


def _without_capitals(text: str) -> str:
    """Words in capitals as they are usually written: "STADT" → "Stadt"; degrees and "II" stay."""
    return re.sub(r"\b[A-ZÄÖÜ]{3,}\b", lambda word: word[0].capitalize(), text)


def _looks_like_organisation(column: Sequence[Line], index: int, reference: Reference) -> bool:
    """A line that is nothing else may begin an organisation if the next lines complete one."""
    for count in (2, 3, 4):
        if index + count <= len(column) and _organisation(
            join_lines(column[index : index + count]).text, reference
        ):
            return True
    return False


def _organisation(text: str, reference: Reference) -> Match[Body] | Match[Ministry] | None:
    plain = FOR.sub("", text).strip(" ,-")
    matches: list[Match[Body] | Match[Ministry]] = [
        match for match in (reference.match_body(plain), reference.match_ministry(plain)) if match is not None
    ]
    return max(matches, key=lambda match: match.score) if matches else None


def _is_office(text: str, reference: Reference) -> bool:
    return (bool(OFFICE.search(text)) and not re.search(r"[Mm]inisterium", text)) or reference.match_office(
        text
    ) is not None


def _is_name(text: str, reference: Reference) -> bool:
    """Two words or more that can be a person's name and nothing else that stands in signature blocks."""
    words = text.split()
    if not 2 <= len(words) <= 8 or re.search(r"\d", text) or _names_a_body(text):
        return False
    proper = [word for word in words if not TITLE.fullmatch(word) and not PARTICLE.fullmatch(word)]
    if not proper or not all(NAME_WORD.fullmatch(word) for word in proper) or len(proper) > 5:
        return False
    if len(proper) == 1 and not any(TITLE.fullmatch(word) for word in words):
        return False
    if any(len(word) > 1 for word in proper) and reference.match_office(text) is None:
        return any(len(word.strip(".,")) > 1 for word in proper)
    return False


def _names_a_body(text: str) -> bool:
    return bool(NOT_A_NAME.search(_without_capitals(text)) or OFFICE.search(text))


def _signatory(unit: _Unit, reference: Reference, on: date | None) -> tuple[Signatory, Entry | None]:
    organisation, entry = _named_organisation(unit, reference)
    place, day = _place_and_date(unit.place)
    function = _function(unit, reference)
    name = unit.name.whole(_clean_name(unit.name.text)) if unit.name else None
    if name is not None:
        name = heard(name, rules=_is_name(name.value, reference), model=unit.sighted)
    return Signatory(name=name, function=function, organisation=organisation, place=place, date=day), entry


def _clean_name(text: str) -> str:
    """Without signs around it; the dot of a degree ("LL.M.") stays."""
    name = " ".join(text.strip(STRAY).lstrip(".").split())
    return name if re.search(r"\.\w+\.$", name) else name.rstrip(" ,.")


def _function(unit: _Unit, reference: Reference) -> Extracted[str] | None:
    if not unit.office:
        return None
    passage = unit.office[0]
    if (article := ARTICLE.match(passage.text)) is not None:
        passage = passage.part(article.end(), len(passage.text))
    cut = re.search(
        r"\s+(?:des|der)\s+(?=(?:Land)?[Kk]reis|Stadt|Landes|\w+-?[Kk]reis|Gemeinde|Landeshaupt|Wissenschafts)",
        passage.text,
    )
    if cut:
        passage = passage.part(0, cut.start())
    printed = passage.text.strip(STRAY)
    match = reference.match_office(printed)
    known = (
        next((name for name in match.entry.spellings if name.casefold() == printed.casefold()), None)
        if match
        else None
    )
    return weighed(passage.whole(known or printed), match.score if match else 0.0)


def _named_organisation(unit: _Unit, reference: Reference) -> tuple[Extracted[str] | None, Entry | None]:
    candidates = list(unit.organisation)
    if unit.office and (cut := re.search(r"\s(?=(?:des|der)\s)", unit.office[0].text)):
        candidates.append(unit.office[0].part(cut.start(), len(unit.office[0].text)))
    for passage in candidates:
        lead = FOR.match(passage.text)
        named = passage.part(lead.end(), len(passage.text)) if lead else passage
        if match := _organisation(named.text, reference):
            return weighed(named.whole(match.entry.name), match.score), match.entry
    for passage in candidates:
        lead = FOR.match(passage.text)
        named = passage.part(lead.end(), len(passage.text)) if lead else passage
        return weighed(named.whole(nominative(named.text).strip(" ,")), 0.0), None
    return None, None


def _place_and_date(lines: Sequence[Line]) -> tuple[Extracted[str] | None, Extracted[date | None] | None]:
    place: Extracted[str] | None = None
    day: Extracted[date | None] | None = None
    for line in lines:
        passage = join_lines([line])
        found = find_dates(passage.text)
        lead = passage.text[: found[0].start] if found else passage.text
        if not found and MISREAD_DATE.fullmatch(lead) and (place_alone := PLACE.match(lead)):
            lead = place_alone[0]
        if found and day is None:
            first = found[0]
            day = passage.extract(first.start, first.end, first.value)
            day = repaired(day, first.exact and not _by_hand(passage, first.start, first.end))
        named = DATE_LEAD.sub("", LABEL.sub("", lead)).strip(" ,.:")
        if not named and found and (behind := BEHIND_DATE.match(passage.text, found[0].end)):
            place = passage.extract(*behind.span("place"), behind["place"])
        if place is None and re.match(r"[A-ZÄÖÜ]\w", named) and not re.match(r"Ort\b|Datum\b", named):
            start = passage.text.find(named)
            place = passage.extract(start, start + len(named), named)
    return place, day


def _by_hand(passage: Passage, start: int, end: int) -> bool:
    """Is the date of a scanned line larger than the line? Then it is by hand, and OCR cannot vouch for it."""
    pieces = passage.between(start, end)
    others = [piece for piece in passage.pieces if piece not in pieces and len(piece.word.text) > 1]
    if not others or pieces[0].word.origin != "ocr":
        return False
    return max(map(_height, pieces)) > BY_HAND * max(map(_height, others))


def _height(piece: Piece) -> float:
    return piece.word.bbox[3] - piece.word.bbox[1]


def _assign(
    found: Sequence[tuple[Signatory, Entry | None]], parties: Sequence[Party], reference: Reference
) -> Iterator[Signatory]:
    """Signature lines with the party they sign for: by organisation, by office, by what is left, by order."""
    indices = [_party_index(signatory, entry, parties, reference) for signatory, entry in found]
    left = [index for index in range(len(parties)) if index not in indices]
    for position, ((signatory, _), index) in enumerate(zip(found, indices, strict=True)):
        if index is None:
            index = position if len(found) == len(parties) else left[0] if len(left) == 1 else None
        yield signatory.model_copy(update={"party": index + 1 if index is not None else None})


def _party_index(
    signatory: Signatory, entry: Entry | None, parties: Sequence[Party], reference: Reference
) -> int | None:
    kinds = [_kind(party, reference) for party in parties]
    if entry is not None:
        for index, party in enumerate(parties):
            if party.registry_key == entry.key or party.name.value == entry.name:
                return index
        if isinstance(entry, Ministry) or (isinstance(entry, Body) and entry.kind == "state"):
            return kinds.index("state") if kinds.count("state") == 1 else None
    elif signatory.organisation is not None:
        for index, party in enumerate(parties):
            if party.name.value.casefold() == signatory.organisation.value.casefold():
                return index
    if signatory.function is not None and (office := reference.match_office(signatory.function.value)):
        bodies = {"state" if body in ("state", "ministry") else body for body in office.entry.bodies}
        fitting = [index for index, kind in enumerate(kinds) if kind in bodies]
        if len(fitting) == 1:
            return fitting[0]
    return None


def _kind(party: Party, reference: Reference) -> str | None:
    body = reference.body(party.registry_key)
    if body is not None:
        return body.kind
    if reference.ministry(party.registry_key) is not None or party.role == "grantor":
        return "state"
    return None
