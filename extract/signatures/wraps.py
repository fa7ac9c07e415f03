"""Over how many lines of a signature block a place with its day, a name, an office or a body runs."""

from __future__ import annotations

import re
from collections.abc import Container, Sequence

from extract.certainty.confidence import EXACT_MATCH
from extract.language.lines import Line, Row, follow_closely
from extract.language.passage import Passage, join_lines
from extract.language.signature_places import (
    BROKEN_DATE,
    UNDATED,
    is_place_line,
    is_seat,
    says_place,
    where_and_when,
)
from extract.language.signature_vocabulary import (
    DEPUTISING,
    EXECUTED,
    INSTEAD_OF,
    LABEL,
    LABEL_ALONE,
    LEGAL_FORM,
    OFFICE,
    RANK,
    THROUGH,
    TITLE,
    is_label,
)
from extract.parties.organisations import PART_OF_BODY, is_organisation
from extract.parties.roles import MINISTER
from extract.signatures.items import Item, Role
from extract.signatures.statements import statement
from extract.signatures.words import (
    FOR,
    PARTICLE,
    SIGNED,
    STRAY,
    is_called_a_body,
    is_name,
    is_office,
    is_own_place,
    match_organisation,
    starts_organisation,
)
from models.german import find_dates
from models.reference import Reference

# A statement runs over so many lines at most, which follow each other within so many letter sizes of white.
MOST_LINES, CLOSE = 4, 1.3
PARTED_WORD = re.compile(r"[^\W\d_]-$")
OF_BODY = re.compile(r"\s(?:des|der|im|beim)\s+")
AT = re.compile(r"^(?:am|den|dem|,)\s+")
OPEN_END = re.compile(
    r"(?:[,&-]|\b(?:und|für|der|des|die|das|den|dem|zur?|zum|im|in|am|von|durch)|(?:^|\s)"
    rf"(?i:{RANK.pattern}))$"
)

INK_IN_BRACKETS = re.compile(
    r"\((?:\w+\s)?(?:Unterschrift(?:en)?|(?:Dienst)?siegel|Stempel)\b[^()\d]*\)", re.IGNORECASE
)
# "Ministerin für Soziales und Gesellschaftlichen", "Leiter des Amtes für soziale": a noun has to follow.
ADJECTIVE_END = re.compile(r"\s\w{2,}(?:lich|isch|ig|sam|haft|bar|al|ell|iv)e[nrsm]?$")


def labels_ink(text: str) -> bool:
    """ "Unterschrift und Dienststellung": what names several things, one of them done by hand; "(Unterschrift
    des Trägers)"."""
    named = is_label(text) and LABEL_ALONE.match(text) is not None and not is_place_line(text)
    return named or (INK_IN_BRACKETS.fullmatch(text) is not None and not OFFICE.search(text))


def stretch(column: Sequence[Line], index: int, count: int) -> Passage | None:
    """So many lines from `index` on as one; None if they do not stand together."""
    lines = column[index : index + count]
    together = (
        len(lines) == count
        and is_close(lines)
        and not any(LABEL.match(one.text) or labels_ink(one.text) for one in lines[1:])
    )
    # A word alone that was read on a scan is more likely a signature than the beginning of the next line.
    scrawl = count > 1 and len(lines[0].words) == 1 and lines[0].words[0].origin == "ocr"
    return join_lines(lines) if together and not scrawl else None


def is_close(lines: Sequence[Line | Row]) -> bool:
    """Do lines follow each other without room to sign between them?"""
    return follow_closely(lines, CLOSE)


def deputising_lines(column: Sequence[Line], index: int) -> int:
    """How many lines say that somebody stands in for another, and whom: "In Vertretung" "des Landrats"."""
    alone = DEPUTISING.fullmatch(column[index].text.strip(STRAY)) and index + 1 < len(column)
    return 2 if alone and INSTEAD_OF.match(column[index + 1].text) else 1


def role_of(label: re.Match[str]) -> Role:
    roles: tuple[Role, ...] = ("place", "name", "office", "organisation")
    return next(role for role in roles if label[role])


def labelled_lines(column: Sequence[Line], index: int, role: Role, reference: Reference) -> int:
    """Over how many lines runs what a label names. A body or an office may be whole only some lines on:
    "Hessisches Ministerium" "für Soziales und" "Integration"."""

    def said(lines: int) -> str:
        return LABEL.sub("", join_lines(column[index : index + lines]).text, count=1)

    count = 1
    for more in range(2, min(MOST_LINES, len(column) - index) + 1):
        last, line = column[index + more - 2 : index + more]
        if LABEL.match(line.text) or not is_close([last, line]):
            break
        if _grows(role, said(count), said(more), reference):
            count = more
        elif role in ("place", "name"):
            break
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


def legal_lines(column: Sequence[Line], index: int, reference: Reference) -> int:
    """Two lines if the second is the legal form of what the first names: "Werkhof Musterau" "GmbH"."""
    lines = column[index : index + 2]
    if len(lines) < 2 or not is_close(lines):
        return 0
    if is_office(lines[0].text, reference) or says_place(lines[0].text):
        return 0
    return 2 if LEGAL_FORM.match(f" {lines[1].text}") else 0


def introduced_lines(column: Sequence[Line], index: int, reference: Reference) -> int:
    """Over how many lines from `index` on the name of an organisation runs that the document introduces."""
    texts = [
        FOR.sub("", join_lines(column[index : index + count]).text).strip(" ,:")
        for count in range(1, MOST_LINES + 1)
    ]
    count = next((count for count, text in enumerate(texts, 1) if _is_introduced(text, reference)), 0)
    listed = (reference.match_body(text) or reference.match_ministry(text) for text in texts[count:])
    # A name of the lists that goes on in the next line is more than what the title was read as.
    return 0 if any(match is not None and match.score >= EXACT_MATCH for match in listed) else count


def _is_introduced(text: str, reference: Reference) -> bool:
    """ "Thüringer Minister für Bau" is no misprint of the ministry for it."""
    match = reference.match_introduced(text)
    head = next((word for word in text.split() if word not in ("Der", "Die", "Das")), "")
    office = OFFICE.fullmatch(head) is not None or MINISTER.fullmatch(text) is not None
    return match is not None and (match.score >= EXACT_MATCH or not office)


def place_lines(column: Sequence[Line], index: int, reference: Reference) -> int:
    """How many lines from `index` on say place and date: in a narrow column the date may wrap."""
    text = column[index].text
    if _place_goes_on(column, index, reference):
        return 2
    if EXECUTED.match(text) and (count := _executed_lines(column, index)):
        return count
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


def _executed_lines(column: Sequence[Line], index: int) -> int:
    """Over how many lines runs "unterzeichnet in Frankfurt am" "Main am 3.5.2024", if it ends with a day."""
    for count in range(1, MOST_LINES + 1):
        lines = column[index : index + count]
        if len(lines) < count or not is_close(lines):
            break
        text = join_lines(lines).text
        if find_dates(text):
            return count if says_place(text) else 0
    return 0


def _place_goes_on(column: Sequence[Line], index: int, reference: Reference) -> bool:
    """Does the name of the place behind the day go on: "am 3.5.2024 in Bad Homburg" "v. d. Höhe", "3.5.2024,
    Heppenheim" "(Bergstraße)"? In brackets it may be who signs, unless the whole is known."""
    lines = column[index : index + 2]
    if len(lines) < 2 or not is_close(lines) or not says_place(lines[0].text):
        return False
    following = lines[1].text
    joined = f"{lines[0].text} {following}"
    said = where_and_when(joined)
    if said is None or not following.startswith("("):
        return said is not None and following[:1].islower()
    return said.place is not None and is_own_place(joined[slice(*said.place)], reference)


def name_wraps(column: Sequence[Line], index: int, reference: Reference) -> bool:
    """Is a name parted over two lines? Its rest is one word, or follows a particle, an office follows."""
    if index + 2 >= len(column) or not is_office(column[index + 2].text, reference):
        return False
    rest = column[index + 1].text
    joined = join_lines(column[index : index + 2]).text
    wraps = (
        len(rest.split()) == 1
        or PARTICLE.fullmatch(rest.split()[0]) is not None
        or TITLE.fullmatch(column[index].words[-1].text)
    )
    name = SIGNED.sub("", joined).rstrip(" )") if joined.startswith("(") else joined
    return bool(wraps) and not is_office(rest, reference) and is_name(name, reference)


def office_wraps(column: Sequence[Line], index: int, reference: Reference) -> bool:
    """Does "Frieda Muster, Erste" go on with "Kreisbeigeordnete" in the next line?"""
    _, comma, begun = column[index].text.rpartition(", ")
    if not comma or index + 1 >= len(column) or reference.match_office(begun) is not None:
        return False
    match = reference.match_office(f"{begun} {column[index + 1].text}")
    return match is not None and match.score >= EXACT_MATCH


def office_or_body(
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
        called = is_called_a_body(text) or (is_organisation(text) and not PART_OF_BODY.match(text))
        role = "organisation" if called or _goes_on_as_body(column, index, reference) else "noise"
    if role == "noise":
        return count, None
    goes_on = _body_goes_on if role == "organisation" else _office_goes_on
    for following in range(index + count, len(column)):
        line = column[following]
        anew = (following in named and not line.text[:1].islower()) or not is_close([lines[-1], line])
        if anew or is_place_line(line.text) or EXECUTED.match(line.text) or is_label(line.text):
            break
        if not goes_on(lines, column[following : following + MOST_LINES - 1], reference):
            break
        lines.append(line)
    return len(lines), Item(role, join_lines(lines))


def _body_goes_on(lines: Sequence[Line], rest: Sequence[Line], reference: Reference) -> bool:
    """Does the name of a body in some lines go on with the first of the `rest`?"""
    line = rest[0]
    before = match_organisation(join_lines(lines).text, reference)
    after = match_organisation(join_lines([*lines, line]).text, reference)
    better = after is not None and (before is None or after.score > before.score + 0.001)
    grows = not is_office(line.text, reference) and bool(
        OPEN_END.search(lines[-1].text)
        or line.text[:1].islower()
        or (before is None and not is_name(line.text, reference) and not FOR.match(line.text))
    )
    whole = before is not None and before.score >= EXACT_MATCH and is_own_place(line.text, reference)
    said = statement(line.passage, reference)
    person = said is not None and "name" in said.roles
    ends = whole or person or lines[-1].text.endswith(":") or SIGNED.match(line.text) is not None
    return (better or grows) and not ends


def _office_goes_on(lines: Sequence[Line], rest: Sequence[Line], reference: Reference) -> bool:
    """Does an office in some lines go on with the first of the `rest`?"""
    last, line = lines[-1], rest[0]
    if FOR.match(line.text) or DEPUTISING.match(line.text) or THROUGH.match(line.text):
        return False
    if _names_body_behind(last, line, reference):
        return False
    return bool(
        OPEN_END.search(last.text)
        or (ADJECTIVE_END.search(last.text) and not _begins_anew(line, reference))
        or re.match(r"(?:für|und|sowie)\b", line.text)
        or _names_more(lines, rest, reference)
    )


def _names_body_behind(line: Line, following: Line, reference: Reference) -> bool:
    """Does a comma part an office from the body in the next line: "Landrat," "Landkreis Fulda"?"""
    return line.text.endswith(",") and _names_body(following, reference)


def _begins_anew(line: Line, reference: Reference) -> bool:
    """Does a line name somebody: below "Dezernentin für Soziales" no noun has to follow?"""
    return is_name(line.text, reference) or _names_body(line, reference)


def _names_body(line: Line, reference: Reference) -> bool:
    return match_organisation(line.text, reference) is not None or starts_organisation(line.text)


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


def _goes_on_as_body(column: Sequence[Line], index: int, reference: Reference) -> bool:
    """A line that is nothing else may begin an organisation if the next lines complete one."""
    for count in (2, 3, 4):
        if index + count <= len(column) and match_organisation(
            join_lines(column[index : index + count]).text, reference
        ):
            return True
    return False
