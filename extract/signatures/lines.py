"""What the lines of a column say, in order: items of one role each.

Wrapped lines are joined, lines that say two things are parted. The words decide, and beside them the entity
model, which sees names that the rules do not.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from extract.language.date_roles import role_before
from extract.language.letters import CLOSING
from extract.language.lines import Line
from extract.language.passage import Passage, join_lines
from extract.language.signature_places import NOT_OF_SIGNING, says_place
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
from extract.signatures.items import Item, Role
from extract.signatures.sightings import Sighted, may_wrap, sighted_at
from extract.signatures.together import said_in_sentence, said_together
from extract.signatures.units import is_right_behind
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
# "Stadt Musterau – Musterau, den …"
NAMED_AGAIN = re.compile(
    r"(?P<body>.+\s(?P<place>[A-ZÄÖÜ][\w./-]+(?:\s[\w./-]+){0,3}))\s+(?:[–—-]\s+)?(?=(?P=place)\b)"
)
SPECKS = "„“”\"'’‘`´°*~_•·-–"
# "Leistungserbringer 2", "Träger der Leistung" heads a column; who it is stands below.
PLAYS_ROLE = re.compile(
    r"(?:[A-ZÄÖÜ][a-zäöüß]+(?:geber|nehmer|empfänger|träger|erbringer)(?:in)?"
    r"|(?:Geber|Nehmer|Empfänger|Träger|Erbringer)(?:in)?\s+de[rs]\s+[A-ZÄÖÜ]\w+)(?:\s+\d)?\W*"
)
# A word alone that nothing explains; where somebody's name has to stand it is one (reading.py).
SURNAME_ALONE = re.compile(r"\(?\s?(?P<name>[A-ZÄÖÜ][a-zäöüß]{2,}(?:-[A-ZÄÖÜ][a-zäöüß]+)?)\s?\)?")


Told = tuple[int, Iterable[Item]]
"""How many lines say something together, and what."""


@dataclass(frozen=True, slots=True)
class _At:
    """A line of a column, and what is known of those around it."""

    column: Sequence[Line]
    index: int
    passage: Passage
    sighted: Mapping[int, Sighted]
    reference: Reference

    @property
    def text(self) -> str:
        return self.passage.text

    @property
    def seen(self) -> Sighted | None:
        """Where the entity model sees a name begin."""
        return self.sighted.get(self.index)

    @property
    def clear(self) -> Sighted | None:
        seen = self.seen
        return seen if seen is not None and seen.clear and not find_dates(self.text) else None

    def joined(self, count: int) -> Passage:
        return join_lines(self.column[self.index : self.index + count])

    def whole(self, role: Role, count: int) -> Told:
        """So many lines that are one item."""
        return count, [Item(role, self.joined(count))]


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
        at = _At(column, index, column[index].passage, sighted, reference)
        told = (read(at) for read in READERS)
        count, items = next((one for one in told if one is not None), None) or _left(at)
        yield from items
        index += count


def _in_sentence(at: _At) -> Told | None:
    return said_in_sentence(at.column, at.index, at.reference)


def _of_no_account(at: _At) -> Told | None:
    """What names ink, and contacts and closings, say nothing of who signs."""
    label = LABEL.match(at.text)
    ink = labels_ink(at.text) or (label is not None and label["ink"])
    return (1, ()) if ink or CONTACT.fullmatch(at.text) or CLOSING.fullmatch(at.text) else None


def _played(at: _At) -> Told | None:
    return at.whole("heading", 1) if PLAYS_ROLE.fullmatch(at.text) else None


def _deputising(at: _At) -> Told | None:
    if not DEPUTISING.match(at.text.lstrip(STRAY)):
        return None
    return at.whole("deputising", deputising_lines(at.column, at.index))


def _labelled(at: _At) -> Told | None:
    label = LABEL.match(at.text)
    if label is None:
        return None
    count = labelled_lines(at.column, at.index, role_of(label), at.reference)
    if label["place"]:
        return at.whole("place", count)
    joined = at.joined(count)
    if label.end() == len(joined.text):
        return count, ()
    return count, [Item(role_of(label), joined.part(label.end(), len(joined.text)))]


def _through(at: _At) -> Told | None:
    """ "vertreten durch" "den Landrat"."""
    if not THROUGH.fullmatch(at.text) or at.index + 1 == len(at.column):
        return None
    count, office = office_or_body(at.column, at.index + 1, at.sighted, at.reference)
    return at.whole("office", 1 + count) if office is not None and office.role == "office" else None


def _before_place(at: _At) -> Told | None:
    """ "Der Magistrat der Stadt Muster – Muster, den 3. Mai 2024": for whom, and behind it where and when.
    Without the dash, which is taken for a stroke, the place stands twice."""
    named = NAMED_AGAIN.match(at.text)
    if named is None or not names_a_body(named["body"]):
        return None
    behind = at.passage.part(named.end(), len(at.text))
    if not (find_dates(behind.text) and says_place(behind.text)):
        return None
    return 1, [Item("organisation", at.passage.part(0, named.end("body"))), Item("place", behind)]


def _several(at: _At) -> Told | None:
    """Lines that name a body by its legal form or its lead, that say several things, or a place."""
    place = at.column, at.index, at.reference
    named = legal_lines(*place) or introduced_lines(*place)
    said = None if named else said_together(*place)
    if said is not None and (at.seen is not None or not _is_of_body(said[1])):
        return said
    if not named and at.clear is None and (count := place_lines(*place)) > 0:
        return at.whole("place", count)
    if is_own_place(at.text, at.reference):
        return at.whole("place", 1)
    if _leads_alone(at.text, at.reference):
        return 1, ()
    return at.whole("organisation", named) if named else None


def _is_of_body(items: Iterable[Item]) -> bool:
    """Is what could be somebody's name, and nothing parts from the body behind it, the beginning of the
    name of that: "Neue Wege Kreis Musterau"?"""
    first, *behind = items
    if not behind or (first.role, behind[0].role) != ("name", "organisation"):
        return False
    parted = first.passage.pieces[-1].word.text[-1:] in ",;)"
    return not parted and is_right_behind(first.passage, behind[0].passage)


def _leads_alone(text: str, reference: Reference) -> bool:
    """ "gez.", "Unterzeichnet:": nobody is named yet."""
    lead = SIGNING_FOR.fullmatch(text) and not FOR.match(text) and len(text.split()) <= 2
    return bool(lead) and not is_name(SIGNED.sub("", text), reference)


def _headed(at: _At) -> Told | None:
    heads = _is_heading(at.column, at.index, at.reference)
    return at.whole("heading", 1) if heads or (at.text.isupper() and at.reference.called(at.text)) else None


def _wrapped(at: _At) -> Told | None:
    """A name in two lines, by its form or as the entity model sees it."""
    if name_wraps(at.column, at.index, at.reference):
        return at.whole("name", 2)
    clear = at.clear
    wraps = clear is not None and clear.lines > 1 and may_wrap(at.column, at.index)
    return (clear.lines, clear.items) if clear is not None and wraps else None


def _parted(at: _At) -> Told | None:
    taken = 2 if office_wraps(at.column, at.index, at.reference) else 1
    parted = list(_part(at.joined(taken), at.reference))
    if at.seen is None and [item.role for item in parted] == ["name"] and is_called_a_body(at.text):
        # "Thüringer Landesverwaltungsamt" may be a name by its form, but nobody sees a person in it.
        return None
    return (taken, parted) if parted else None


def _sighted(at: _At) -> Told | None:
    seen = at.seen
    if seen is None or match_organisation(at.text, at.reference) is not None:
        return None
    return seen.lines, seen.items


READERS = (
    _in_sentence,
    _of_no_account,
    _played,
    _deputising,
    _labelled,
    _through,
    _before_place,
    _several,
    _headed,
    _wrapped,
    _parted,
    _sighted,
)
"""What a line may say: the first that finds it is heard."""


def _left(at: _At) -> Told:
    """An office or a body; else a word that may be a surname, if somebody's name has to stand there."""
    taken, item = office_or_body(at.column, at.index, at.sighted, at.reference)
    if item is not None:
        return taken, [item]
    word = SURNAME_ALONE.fullmatch(at.text)
    if word is None or is_own_place(word["name"], at.reference):
        return taken, ()
    return taken, [Item("noise", at.passage.part(*word.span("name")))]


def _without_specks(line: Line) -> Line:
    """A scanned line without the specks that were read for marks before its first letter."""
    first = line.words[0]
    plain = first.text.lstrip(SPECKS)
    if first.origin != "ocr" or plain == first.text or not plain:
        return line
    return Line(line.page, (replace(first, text=plain), *line.words[1:]))


def _without_count(line: Line) -> Line:
    """A line without the number under which the document lists the party that signs."""
    passage = line.passage
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
    text = line.passage.text
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
