"""What the lines of a column say, in order: items of one role each.

Wrapped lines are joined, lines that say two things are parted. The words decide, and beside them the entity
model, which sees names that the rules do not.
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Literal

from extract.confidence import EXACT_MATCH
from extract.date_cues import role_before
from extract.entities import Persons, Sighting
from extract.lines import Line
from extract.organisations import says_what_it_is
from extract.page import Word
from extract.passage import Passage, join_lines, join_passages
from extract.signature_places import (
    BROKEN_DATE,
    NOT_OF_SIGNING,
    UNDATED,
    is_place_line,
    is_seat,
    says_place,
)
from extract.signature_statements import Statement, statement
from extract.signature_vocabulary import (
    ANY_LABEL,
    CONTACT,
    DEPUTISING,
    ELECTRONIC,
    INSTEAD_OF,
    LABEL,
    LABEL_ALONE,
    LEGAL_FORM,
    RANK,
    SIGNS,
    TITLE,
    is_label,
    names_a_body,
)
from extract.signature_words import (
    FOR,
    PARTICLE,
    SIGNED,
    STRAY,
    STROKE_CONFIDENCE,
    is_name,
    is_office,
    is_own_place,
    match_organisation,
    starts_organisation,
)
from extract.signature_zone import SIGNING_FOR
from models.german import find_dates
from models.reference import Reference

Role = Literal["place", "name", "office", "organisation", "heading", "deputising", "noise"]
ODD_LABEL = re.compile(rf"{ANY_LABEL}(?=\S)")
SPECKS = "„“”\"'’‘`´°*~_•·-–"
# "Leistungserbringer 2" heads a column; who it is stands below.
PLAYS_ROLE = re.compile(r"[A-ZÄÖÜ][a-zäöüß]+(?:geber|nehmer|empfänger|träger|erbringer)(?:in)?(?:\s+\d)?\W*")
DEGREES = re.compile(rf"(?:(?:^|(?<=\s)){TITLE.pattern}(?:\s+|$))+$")
FRAGMENT = re.compile(r"[a-zäöüß]{1,4}[ ,.]*")
TWO_LETTERS = re.compile(r"[^\W\d_]{2}")
# A statement runs over so many lines at most, which follow each other within so many letter sizes of white.
MOST_LINES, CLOSE = 4, 1.3
# "Dr. Heike" may go on in the next line.
TITLED = re.compile(rf"(?:{TITLE.pattern}\s+)+[^\W\d_]+")
PARTED_WORD = re.compile(r"[^\W\d_]-$")
OF_BODY = re.compile(r"\s(?:des|der|im|beim)\s+")
VERB_BEHIND = re.compile(rf"\s{SIGNS}\b")
IN = re.compile(r"(?:in|zu)\s")
AT = re.compile(r"^(?:am|den|dem|,)\s+")
OPEN_END = re.compile(
    r"(?:[,&-]|\b(?:und|für|der|des|die|das|den|dem|zur?|zum|im|in|am|von|durch)|(?:^|\s)"
    rf"(?i:{RANK.pattern}))$"
)


@dataclass(frozen=True, slots=True)
class Item:
    """`sighted`: the entity model sees the same name."""

    role: Role
    passage: Passage
    sighted: bool = False


@dataclass(frozen=True, slots=True)
class _Sighted:
    """Lines with a name that the entity model sees. `clear`: by the rules it can be one, too."""

    lines: int
    items: list[Item]
    clear: bool


def find_items(column: Sequence[Line], persons: Persons, reference: Reference) -> Iterator[Item]:
    """What the lines of a column say, wrapped lines joined, lines that say two things parted."""
    sighted = {
        number: seen
        for number in range(len(column))
        if (seen := _sighted(persons.begins_at(number), column, number, reference)) is not None
    }
    index = 0
    column = [_without_odd_label(_without_specks(line), reference) for line in column]
    while index < len(column):
        line = column[index]
        passage = join_lines([line])
        label = LABEL.match(passage.text)
        ink = _labels_ink(passage.text) or (label is not None and label["ink"])
        if ink or CONTACT.fullmatch(passage.text):
            index += 1
            continue
        if PLAYS_ROLE.fullmatch(passage.text):
            yield Item("heading", passage)
            index += 1
            continue
        if DEPUTISING.match(passage.text.lstrip(STRAY)):
            count = _deputising_lines(column, index)
            yield Item("deputising", join_lines(column[index : index + count]))
            index += count
            continue
        if label is not None:
            count = _labelled_lines(column, index, _role_of(label), reference)
            joined = join_lines(column[index : index + count])
            index += count
            if label["place"]:
                yield Item("place", joined)
            elif label.end() < len(joined.text):
                yield Item(_role_of(label), joined.part(label.end(), len(joined.text)))
            continue
        named = _legal_lines(column, index, reference) or _introduced_lines(column, index, reference)
        if not named and (said := _said(column, index, reference)) is not None:
            count, items = said
            yield from items
            index += count
            continue
        seen = sighted.get(index)
        clear = seen is not None and seen.clear and not find_dates(passage.text)
        if not named and (count := _place_lines(column, index, reference)) > 0 and not clear:
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
        if _is_heading(column, index, reference):
            yield Item("heading", passage)
            index += 1
            continue
        if _name_wraps(column, index, reference):
            yield Item("name", join_lines(column[index : index + 2]))
            index += 2
            continue
        if seen is not None and clear and seen.lines > 1 and _may_wrap(column, index):
            yield from seen.items
            index += seen.lines
            continue
        taken = 2 if _office_wraps(column, index, reference) else 1
        parted = list(_part(join_lines(column[index : index + taken]), reference))
        if parted:
            yield from parted
            index += taken
            continue
        if seen is not None and match_organisation(passage.text, reference) is None:
            yield from seen.items
            index += seen.lines
            continue
        taken, item = _block(column, index, sighted, reference)
        if item is not None:
            yield item
        index += taken


def _without_specks(line: Line) -> Line:
    """A scanned line without the specks that were read for marks before its first letter."""
    first = line.words[0]
    plain = first.text.lstrip(SPECKS)
    if first.origin != "ocr" or plain == first.text or not plain:
        return line
    return Line(line.page, (replace(first, text=plain), *line.words[1:]))


def _without_odd_label(line: Line, reference: Reference) -> Line:
    """A line of a form without its label, if that is none of the usual ones: "Rolle: Landrat"."""
    text = join_lines([line]).text
    label = ODD_LABEL.match(text)
    if label is None or LABEL.match(text) or FOR.match(text) or DEPUTISING.match(text):
        return line
    if names_a_body(label[0]) or is_office(label[0].rstrip(" :"), reference) or ELECTRONIC.match(text):
        return line
    dated = find_dates(text)
    if dated and role_before(text[: dated[0].start]) in NOT_OF_SIGNING:
        return line
    colon = next((index for index, word in enumerate(line.words) if word.text.endswith(":")), len(line.words))
    return Line(line.page, line.words[colon + 1 :]) if colon + 1 < len(line.words) else line


def _said(column: Sequence[Line], index: int, reference: Reference) -> tuple[int, list[Item]] | None:
    """Lines from `index` on that say several things, or one beside a note: how many, and what they say."""
    guess: tuple[int, list[Item]] | None = None
    for count in range(1, MOST_LINES + 1):
        passage = _stretch(column, index, count)
        last = index + count - 1
        if passage is None or _begins_organisation(column, last, reference):
            break
        said = None if PARTED_WORD.search(passage.text) else statement(passage, reference)
        if said is None or _takes_place(passage, said, column[index + count - 1]):
            continue
        items = [Item(span.role, passage.part(span.start, span.end)) for span in said.spans if span.role]
        noted = said.spans[0].start > len(passage.text) - len(passage.text.lstrip(STRAY))
        # "Erster Beigeordneter (in" "Vertretung)"
        noted = noted or VERB_BEHIND.match(passage.text, said.spans[-1].end) is not None
        noted = noted or (count > 1 and TWO_LETTERS.search(passage.text[said.spans[-1].end :]) is not None)
        # What says place and date by itself goes on with nothing that stands above it.
        whole = says_place(column[last].text) and column[last].text[:1].isupper()
        wraps = count > 1 and said.roles == ["place"] and not whole
        if said.roles[-1] == "name" and TITLED.fullmatch(items[-1].passage.text):
            guess = guess or ((count, items) if noted or len(items) > 1 else None)
        elif len(items) > 1 or noted or wraps:
            if said.known and not _goes_on(column, index, count, said, reference):
                return count, items
            guess = guess or (count, items)
        elif said.known or _says_all(column, index + count, reference):
            break
    return guess


def _begins_organisation(column: Sequence[Line], index: int, reference: Reference) -> bool:
    """Does the name of an organisation begin in a line and go on in the next: "Hilfswerk" "e. V."?"""
    return _legal_lines(column, index, reference) > 1 or _introduced_lines(column, index, reference) > 1


def _takes_place(passage: Passage, said: Statement, last: Line) -> bool:
    """Does something else take the place from the date that the last line says as a whole?"""
    start = len(passage.text) - len(last.text)
    others = [one for one in said.spans if one.role != "place"]
    if any(IN.match(passage.text, one.start) and one.start >= start for one in said.spans):
        # "… Landrat Uwe" "Muster in Fulda am 3.4.2024"
        return False
    return start > 0 and says_place(last.text) and any(one.start < start < one.end for one in others)


def _says_all(column: Sequence[Line], index: int, reference: Reference) -> bool:
    """Does a line say several things without the one before it?"""
    said = statement(join_lines([column[index]]), reference) if index < len(column) else None
    return said is not None and said.known and len(said.spans) > 1


def _goes_on(column: Sequence[Line], index: int, count: int, said: Statement, reference: Reference) -> bool:
    """Does the last thing said go on: "Landrat René Muster" "Probe", "Ministerium für Bau" "und Verkehr"?"""
    longer = _stretch(column, index, count + 1)
    if longer is None or count == MOST_LINES:
        return False
    following = column[index + count]
    if LEGAL_FORM.match(f" {following.text}"):
        return True
    open_end = following.text[:1].islower() or OPEN_END.search(column[index + count - 1].text)
    if len(following.words) > 1 and not (open_end and said.roles[-1] == "organisation"):
        return False
    after = statement(longer, reference)
    return after is not None and after.known and after.roles == said.roles


def _labels_ink(text: str) -> bool:
    """ "Unterschrift und Dienststellung": what names several things, one of them done by hand."""
    return is_label(text) and LABEL_ALONE.match(text) is not None and not is_place_line(text)


def _stretch(column: Sequence[Line], index: int, count: int) -> Passage | None:
    """So many lines from `index` on as one; None if they do not stand together."""
    lines = column[index : index + count]
    together = (
        len(lines) == count
        and _is_close(lines)
        and not any(LABEL.match(one.text) or _labels_ink(one.text) for one in lines[1:])
    )
    # A word alone that was read on a scan is more likely a signature than the beginning of the next line.
    scrawl = count > 1 and len(lines[0].words) == 1 and lines[0].words[0].origin == "ocr"
    return join_lines(lines) if together and not scrawl else None


def _is_close(lines: Sequence[Line]) -> bool:
    """Do lines follow each other without room to sign between them?"""
    return all(
        one.page == other.page and other.bbox[1] - one.bbox[3] < CLOSE * other.size
        for one, other in pairwise(lines)
    )


def _deputising_lines(column: Sequence[Line], index: int) -> int:
    """How many lines say that somebody stands in for another, and whom: "In Vertretung" "des Landrats"."""
    alone = DEPUTISING.fullmatch(column[index].text.strip(STRAY)) and index + 1 < len(column)
    return 2 if alone and INSTEAD_OF.match(column[index + 1].text) else 1


def _role_of(label: re.Match[str]) -> Role:
    roles: tuple[Role, ...] = ("place", "name", "office", "organisation")
    return next(role for role in roles if label[role])


def _labelled_lines(column: Sequence[Line], index: int, role: Role, reference: Reference) -> int:
    """Over how many lines runs what a label names."""
    count = 1
    while index + count < len(column) and not LABEL.match(column[index + count].text):
        longer = LABEL.sub("", join_lines(column[index : index + count + 1]).text, count=1)
        shorter = LABEL.sub("", join_lines(column[index : index + count]).text, count=1)
        if not _is_close(column[index + count - 1 : index + count + 1]) or not _grows(
            role, shorter, longer, reference
        ):
            break
        count += 1
    return count


def _grows(role: Role, shorter: str, longer: str, reference: Reference) -> bool:
    """Is a text with its next line more of what it should be than without?"""
    if role == "place":
        return not find_dates(shorter) and bool(find_dates(longer))
    if role == "name":
        return len(longer.split()) - len(shorter.split()) < 2 and is_name(longer, reference)
    before, after = (
        match_organisation(text, reference) if role == "organisation" else reference.match_office(text)
        for text in (shorter, longer)
    )
    return after is not None and (before is None or after.score > before.score + 0.001)


def _legal_lines(column: Sequence[Line], index: int, reference: Reference) -> int:
    """Two lines if the second is the legal form of what the first names: "Werkhof Musterau" "GmbH"."""
    lines = column[index : index + 2]
    if len(lines) < 2 or not _is_close(lines) or is_office(lines[0].text, reference):
        return 0
    return 2 if LEGAL_FORM.match(f" {lines[1].text}") else 0


def _introduced_lines(column: Sequence[Line], index: int, reference: Reference) -> int:
    """Over how many lines from `index` on the name of an organisation runs that the document introduces."""
    texts = [
        FOR.sub("", join_lines(column[index : index + count]).text).strip(" ,:")
        for count in range(1, MOST_LINES + 1)
    ]
    count = next((count for count, text in enumerate(texts, 1) if reference.match_introduced(text)), 0)
    listed = (reference.match_body(text) or reference.match_ministry(text) for text in texts[count:])
    # A name of the lists that goes on in the next line is more than what the title was read as.
    return 0 if any(match is not None and match.score >= EXACT_MATCH for match in listed) else count


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
    return _is_close(lines) and LEGAL_FORM.search(join_lines(lines).text.rstrip(" :")) is not None


def _place_lines(column: Sequence[Line], index: int, reference: Reference) -> int:
    """How many lines from `index` on say place and date: in a narrow column the date may wrap."""
    text = column[index].text
    if _place_goes_on(column, index):
        return 2
    if index + 1 < len(column) and not find_dates(text):
        following = column[index + 1].text
        joined = join_lines(column[index : index + 2]).text
        breaks_off = BROKEN_DATE.search(text) is not None
        said = AT.sub("", following)
        date_alone = any(one.end - one.start > 0.8 * len(said) for one in find_dates(said))
        place = UNDATED.fullmatch(text) or is_seat(text)
        if find_dates(joined) and (breaks_off or (date_alone and place)):
            return 2
    name = UNDATED.fullmatch(text) and any(
        TITLE.fullmatch(word) and len(word.strip(".,")) > 1 for word in text.split()
    )
    if text.endswith(",") and index + 1 < len(column) and UNDATED.fullmatch(text):
        # "Matthias Muster," above "Geschäftsführer"
        person = is_name(text.rstrip(" ,"), reference) and is_office(column[index + 1].text, reference)
        name = name or (person and not is_own_place(text, reference))
    return 1 if is_place_line(text) and not name else 0


def _place_goes_on(column: Sequence[Line], index: int) -> bool:
    """Does the name of the place behind the day go on: "am 3.5.2024 in Bad Homburg" "v. d. Höhe"?"""
    lines = column[index : index + 2]
    if len(lines) < 2 or not _is_close(lines) or not says_place(lines[0].text):
        return False
    following = lines[1].text
    return following[:1].islower() and says_place(f"{lines[0].text} {following}")


def _name_wraps(column: Sequence[Line], index: int, reference: Reference) -> bool:
    """Is a name parted over two lines? Its rest is one word, or follows a particle, an office follows."""
    if index + 2 >= len(column) or not is_office(column[index + 2].text, reference):
        return False
    rest = column[index + 1].text
    joined = join_lines(column[index : index + 2]).text
    wraps = (
        len(rest.split()) == 1
        or PARTICLE.match(rest) is not None
        or TITLE.fullmatch(column[index].words[-1].text)
    )
    name = SIGNED.sub("", joined).rstrip(" )") if joined.startswith("(") else joined
    return bool(wraps) and not is_office(rest, reference) and is_name(name, reference)


def _office_wraps(column: Sequence[Line], index: int, reference: Reference) -> bool:
    """Does "Frieda Muster, Erste" go on with "Kreisbeigeordnete" in the next line?"""
    _, comma, begun = column[index].text.rpartition(", ")
    if not comma or index + 1 >= len(column) or reference.match_office(begun) is not None:
        return False
    match = reference.match_office(f"{begun} {column[index + 1].text}")
    return match is not None and match.score >= EXACT_MATCH


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
            and reference.match_office(left) is not None
        ):
            yield Item("office", passage.part(offset, offset + len(left)))
            yield Item("name", passage.part(offset + space.end(), offset + len(body)))
            return


def _sighted(
    sighting: Sighting | None, column: Sequence[Line], index: int, reference: Reference
) -> _Sighted | None:
    """What the lines say in which the entity model sees a name; None if that is more than name and office."""
    if sighting is None or names_a_body(sighting.name.text) or says_what_it_is(sighting.name.text.split()[0]):
        return None
    words = _telling(sighting.name)
    if len(words) < 2 or not words.intersection(column[index].words):
        return None
    if sighting.lines > 1 and _is_scrawl_above(column[index], column[index + 1], reference):
        return None
    before = sighting.before.text
    degrees = match.start() if (match := DEGREES.search(before)) else len(before)
    name = join_passages([sighting.before.part(degrees, len(before)), sighting.name], seam=None)
    items = [Item("name", name)]
    clear = is_name(name.text, reference)
    if TWO_LETTERS.search(SIGNED.sub("", before[:degrees])):
        if reference.match_office(before[:degrees]) is None:
            return None
        items.insert(0, Item("office", sighting.before.part(0, degrees)))
    if not TWO_LETTERS.search(sighting.after.text):
        return _Sighted(sighting.lines, items, clear)
    if FRAGMENT.fullmatch(sighting.after.text):
        # "Musterm er": a word that a scan has parted; the name is not whole without it.
        return _Sighted(
            sighting.lines,
            [*items[:-1], Item("name", join_passages([name, sighting.after], seam=" "))],
            False,
        )
    if is_office(sighting.after.text, reference):
        return _Sighted(sighting.lines, [*items, Item("office", sighting.after)], clear)
    following = column[index + sighting.lines : index + sighting.lines + 1]
    office = join_passages([sighting.after, join_lines(following)], seam=None)
    match_office = reference.match_office(office.text.strip(STRAY))
    if match_office is None or match_office.score < EXACT_MATCH:
        return None
    return _Sighted(sighting.lines + len(following), [*items, Item("office", office)], clear)


def _is_scrawl_above(line: Line, following: Line, reference: Reference) -> bool:
    """Is it a signature read as a word, above a line that holds a whole name?"""
    alone = len(line.words) == 1 and line.words[0].origin == "ocr"
    return alone and is_name(following.text.partition(",")[0].strip(STRAY), reference)


def is_sighted(name: Passage, persons: Persons) -> bool:
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


def _may_wrap(column: Sequence[Line], index: int) -> bool:
    """Would a word alone in the next line, perhaps an office of no list, have found no room in this one?"""
    line, following = column[index], column[index + 1]
    widest = max(other.bbox[2] - other.bbox[0] for other in column)
    word = following.words[0]
    full = line.bbox[2] - line.bbox[0] + word.bbox[2] - word.bbox[0] > widest - line.size
    return full or len(following.words) > 1


def _block(
    column: Sequence[Line], index: int, named: Container[int], reference: Reference
) -> tuple[int, Item | None]:
    """An office or organisation that begins at `index`, with the lines it runs over, none of them `named`."""
    count = 1
    while PARTED_WORD.search(column[index + count - 1].text) and index + count < len(column):
        count += 1
    lines = list(column[index : index + count])
    text = join_lines(lines).text
    role: Role
    if FOR.match(text) or match_organisation(text, reference) is not None or starts_organisation(text):
        role = "organisation"
    elif is_office(text, reference):
        role = "office"
    else:
        role = "organisation" if _looks_like_organisation(column, index, reference) else "noise"
    following = index + count
    while following < len(column) and role != "noise":
        line = column[following]
        if (
            (following in named and not line.text[:1].islower())
            or is_place_line(line.text)
            or line.page != lines[-1].page
        ):
            break
        joined = join_lines([*lines, line]).text
        if role == "organisation":
            before, after = (
                match_organisation(join_lines(lines).text, reference),
                match_organisation(joined, reference),
            )
            better = after is not None and (before is None or after.score > before.score + 0.001)
            grows = not is_office(line.text, reference) and (
                OPEN_END.search(lines[-1].text)
                or line.text[:1].islower()
                or (before is None and not is_name(line.text, reference) and not FOR.match(line.text))
            )
            whole = before is not None and before.score >= EXACT_MATCH and is_own_place(line.text, reference)
            said = statement(join_lines([line]), reference)
            person = said is not None and "name" in said.roles
            ends = whole or person or lines[-1].text.endswith(":") or SIGNED.match(line.text) is not None
            if ends or not (better or grows):
                break
        elif (
            FOR.match(line.text)
            or _names_body_behind(lines[-1], line, reference)
            or not (
                OPEN_END.search(lines[-1].text)
                or re.match(r"(?:für|und|sowie)\b", line.text)
                or _names_more(lines, column[following : following + MOST_LINES - 1], reference)
            )
        ):
            break
        lines.append(line)
        following += 1
    return following - index, Item(role, join_lines(lines)) if role != "noise" else None


def _names_body_behind(line: Line, following: Line, reference: Reference) -> bool:
    """Does a comma part an office from the body in the next line: "Landrat," "Landkreis Fulda"?"""
    named = match_organisation(following.text, reference) is not None or starts_organisation(following.text)
    return line.text.endswith(",") and named


def _names_more(lines: Sequence[Line], following: Sequence[Line], reference: Reference) -> bool:
    """Does the body behind an office go on in the next lines: "Landrat des Landkreises" "Fulda"?"""
    begun = join_lines(lines).text
    cut = OF_BODY.search(begun)
    if cut is None:
        return False
    before = match_organisation(begun[cut.end() :], reference)
    known = before.score + 0.001 if before else 0.0
    longer = (join_lines([*lines, *following[:count]]).text for count in range(1, len(following) + 1))
    matches = (match_organisation(text[cut.end() :], reference) for text in longer)
    return any(match is not None and match.score > known for match in matches)


def _looks_like_organisation(column: Sequence[Line], index: int, reference: Reference) -> bool:
    """A line that is nothing else may begin an organisation if the next lines complete one."""
    for count in (2, 3, 4):
        if index + count <= len(column) and match_organisation(
            join_lines(column[index : index + count]).text, reference
        ):
            return True
    return False
