"""What the lines of a column say, in order: items of one role each.

Wrapped lines are joined, lines that say two things are parted. The words decide, and beside them the entity
model, which sees names that the rules do not.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from extract.language.date_roles import role_before
from extract.language.letters import CLOSING
from extract.language.lines import Line
from extract.language.passage import Passage, join_lines
from extract.language.signature_places import NOT_OF_SIGNING
from extract.language.signature_vocabulary import (
    ABBREVIATED_OFFICE,
    ANY_LABEL,
    CONTACT,
    COUNTED,
    DEPUTISING,
    ELECTRONIC,
    LABEL,
    LEGAL_FORM,
    THROUGH,
    is_label,
    names_a_body,
)
from extract.language.signing_lines import SIGNING_FOR
from extract.signatures.entities import Persons
from extract.signatures.items import Item
from extract.signatures.sightings import may_wrap, sighted_at
from extract.signatures.together import said_in_sentence, said_together
from extract.signatures.words import (
    FOR,
    SIGNED,
    STRAY,
    is_called_a_body,
    is_name,
    is_office,
    is_own_place,
    match_organisation,
    starts_organisation,
)
from extract.signatures.wraps import (
    MOST_LINES,
    deputising_lines,
    introduced_lines,
    is_close,
    labelled_lines,
    labels_ink,
    legal_lines,
    name_wraps,
    office_or_body,
    office_wraps,
    place_lines,
    role_of,
)
from models.german import find_dates
from models.reference import Reference

ODD_LABEL = re.compile(rf"{ANY_LABEL}(?=\S)")
SOME_LABEL = re.compile(r"(?P<label>[^:]{3,40}):\s+(?=\S)")
SPECKS = "„“”\"'’‘`´°*~_•·-–"
# "Leistungserbringer 2", "Träger der Leistung" heads a column; who it is stands below.
PLAYS_ROLE = re.compile(
    r"(?:[A-ZÄÖÜ][a-zäöüß]+(?:geber|nehmer|empfänger|träger|erbringer)(?:in)?"
    r"|(?:Geber|Nehmer|Empfänger|Träger|Erbringer)(?:in)?\s+de[rs]\s+[A-ZÄÖÜ]\w+)(?:\s+\d)?\W*"
)
# A word alone that nothing explains; where somebody's name has to stand it is one (reading.py).
SURNAME_ALONE = re.compile(r"\(?\s?(?P<name>[A-ZÄÖÜ][a-zäöüß]{2,}(?:-[A-ZÄÖÜ][a-zäöüß]+)?)\s?\)?")


def find_items(column: Sequence[Line], persons: Persons, reference: Reference) -> Iterator[Item]:
    """What the lines of a column say, wrapped lines joined, lines that say two things parted."""
    sighted = {
        number: seen
        for number in range(len(column))
        if (seen := sighted_at(persons.begins_at(number), column, number, reference)) is not None
    }
    index = 0
    column = [_without_odd_label(_without_count(_without_specks(line)), reference) for line in column]
    while index < len(column):
        line = column[index]
        if (told := said_in_sentence(column, index, reference)) is not None:
            count, items = told
            yield from items
            index += count
            continue
        passage = join_lines([line])
        label = LABEL.match(passage.text)
        ink = labels_ink(passage.text) or (label is not None and label["ink"])
        if ink or CONTACT.fullmatch(passage.text) or CLOSING.fullmatch(passage.text):
            index += 1
            continue
        if PLAYS_ROLE.fullmatch(passage.text):
            yield Item("heading", passage)
            index += 1
            continue
        if DEPUTISING.match(passage.text.lstrip(STRAY)):
            count = deputising_lines(column, index)
            yield Item("deputising", join_lines(column[index : index + count]))
            index += count
            continue
        if label is not None:
            count = labelled_lines(column, index, role_of(label), reference)
            joined = join_lines(column[index : index + count])
            index += count
            if label["place"]:
                yield Item("place", joined)
            elif label.end() < len(joined.text):
                yield Item(role_of(label), joined.part(label.end(), len(joined.text)))
            continue
        if THROUGH.fullmatch(passage.text) and index + 1 < len(column):
            count, office = office_or_body(column, index + 1, sighted, reference)
            if office is not None and office.role == "office":
                yield Item("office", join_lines(column[index : index + 1 + count]))
                index += 1 + count
                continue
        named = legal_lines(column, index, reference) or introduced_lines(column, index, reference)
        if not named and (said := said_together(column, index, reference)) is not None:
            count, items = said
            yield from items
            index += count
            continue
        seen = sighted.get(index)
        clear = seen is not None and seen.clear and not find_dates(passage.text)
        if not named and (count := place_lines(column, index, reference)) > 0 and not clear:
            yield Item("place", join_lines(column[index : index + count]))
            index += count
            continue
        text = passage.text
        if is_own_place(text, reference):
            yield Item("place", passage)
            index += 1
            continue
        if (
            SIGNING_FOR.fullmatch(text)
            and not FOR.match(text)
            and len(text.split()) <= 2
            and not is_name(SIGNED.sub("", text), reference)
        ):
            index += 1
            continue
        if named:
            yield Item("organisation", join_lines(column[index : index + named]))
            index += named
            continue
        if _is_heading(column, index, reference) or (text.isupper() and reference.called(text)):
            yield Item("heading", passage)
            index += 1
            continue
        if name_wraps(column, index, reference):
            yield Item("name", join_lines(column[index : index + 2]))
            index += 2
            continue
        if seen is not None and clear and seen.lines > 1 and may_wrap(column, index):
            yield from seen.items
            index += seen.lines
            continue
        taken = 2 if office_wraps(column, index, reference) else 1
        parted = list(_part(join_lines(column[index : index + taken]), reference))
        if seen is None and [item.role for item in parted] == ["name"] and is_called_a_body(text):
            # "Thüringer Landesverwaltungsamt" may be a name by its form, but nobody sees a person in it.
            parted = []
        if parted:
            yield from parted
            index += taken
            continue
        if seen is not None and match_organisation(passage.text, reference) is None:
            yield from seen.items
            index += seen.lines
            continue
        taken, item = office_or_body(column, index, sighted, reference)
        if item is not None:
            yield item
        elif (word := SURNAME_ALONE.fullmatch(text)) and not is_own_place(word["name"], reference):
            yield Item("noise", passage.part(*word.span("name")))
        index += taken


def _without_specks(line: Line) -> Line:
    """A scanned line without the specks that were read for marks before its first letter."""
    first = line.words[0]
    plain = first.text.lstrip(SPECKS)
    if first.origin != "ocr" or plain == first.text or not plain:
        return line
    return Line(line.page, (replace(first, text=plain), *line.words[1:]))


def _without_count(line: Line) -> Line:
    """A line without the number under which the document lists the party that signs."""
    passage = join_lines([line])
    counted = COUNTED.match(passage.text)
    return (
        Line(line.page, tuple(piece.word for piece in passage.pieces if piece.start >= counted.end()))
        if counted
        else line
    )


def _without_odd_label(line: Line, reference: Reference) -> Line:
    """A line of a form without its label, if that is none of the usual ones: "Rolle: Landrat", or several of
    them: "Name, Funktion: Heike Muster, Landrätin"; one without the part that a party plays before its name:
    "Für den Träger: Werkhof Musterau e. V."."""
    text = join_lines([line]).text
    label = SOME_LABEL.match(text)
    if label and (is_label(label["label"]) or _plays_role_of(label, reference)):
        return line if LABEL.match(text) else _behind_colon(line)
    label = ODD_LABEL.match(text)
    if label is None or LABEL.match(text) or FOR.match(text) or DEPUTISING.match(text):
        return line
    if names_a_body(label[0]) or is_office(label[0].rstrip(" :"), reference) or ELECTRONIC.match(text):
        return line
    dated = find_dates(text)
    if dated and role_before(text[: dated[0].start]) in NOT_OF_SIGNING:
        return line
    return _behind_colon(line)


def _behind_colon(line: Line) -> Line:
    colon = next((index for index, word in enumerate(line.words) if word.text.endswith(":")), len(line.words))
    return Line(line.page, line.words[colon + 1 :]) if colon + 1 < len(line.words) else line


def _plays_role_of(label: re.Match[str], reference: Reference) -> bool:
    """Is the label "Für" with one word, and stands the name of who it is behind it?"""
    lead = FOR.match(label["label"])
    role = label["label"][lead.end() :].split() if lead else []
    said = label.string[label.end() :]
    return len(role) == 2 and (starts_organisation(said) or match_organisation(said, reference) is not None)


def _is_heading(column: Sequence[Line], index: int, reference: Reference) -> bool:
    """ "Für den Zuwendungsgeber:" names a role; who plays it stands elsewhere."""
    text = column[index].text
    lead = FOR.match(text)
    plain = text[lead.end() :].partition(" ")[2].rstrip(":") if lead else ""
    if len(plain.split()) != 1 or starts_organisation(plain):
        return False
    if not text.endswith(":") and _names_legal_form(column, index):
        return False
    wraps = [join_lines(column[index : index + count]).text for count in range(2, MOST_LINES + 1)]
    return not any(match_organisation(one, reference) for one in (plain, *wraps))


def _names_legal_form(column: Sequence[Line], index: int) -> bool:
    """Does the name that begins in a line end in the next with a legal form: "Für die Werkstatt"
    "Muster e. V.:"?"""
    lines = column[index : index + 2]
    return is_close(lines) and LEGAL_FORM.search(join_lines(lines).text.rstrip(" :")) is not None


def _part(passage: Passage, reference: Reference) -> Iterator[Item]:
    """A name, alone or with an office: "Heike Muster, Staatsministerin", "Landrat Uwe Muster"."""
    text = passage.text
    offset = match.end() if (match := SIGNED.match(text)) else 0
    body = text[offset:].rstrip(" ,)(")
    if is_name(body, reference):
        yield Item("name", passage.part(offset, offset + len(body)))
        return
    for separator in re.finditer(r"\s*[,(/–]\s*|\s-\s", body):
        left, right = body[: separator.start()], body[separator.end() :]
        other = FOR.match(left) or names_a_body(left)
        if (is_name(left, reference) or len(left.split()) > 1) and is_office(right, reference) and not other:
            yield Item("name", passage.part(offset, offset + len(left)))
            yield Item("office", passage.part(offset + separator.end(), offset + len(body)))
            return
    for space in re.finditer(r"\s+", body):
        left, right = body[: space.start()], body[space.end() :]
        if (
            is_office(left, reference)
            and is_name(right, reference)
            and (reference.match_office(left) is not None or ABBREVIATED_OFFICE.fullmatch(left))
        ):
            yield Item("office", passage.part(offset, offset + len(left)))
            yield Item("name", passage.part(offset + space.end(), offset + len(body)))
            return
