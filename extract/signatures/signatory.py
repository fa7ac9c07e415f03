"""One signature line as signatory: the office as it is called, the body without what leads to it."""

from __future__ import annotations

import re
from datetime import date

from extract.certainty.confidence import repaired, weighed
from extract.language.passage import Passage
from extract.language.signature_vocabulary import ACTS_THROUGH, DEPUTISING
from extract.language.spelling import nearest
from extract.parties.names import nominative
from extract.parties.words import ORGAN
from extract.signatures.dates import at_own_seat, one_of_several, place_and_date
from extract.signatures.names import name_of
from extract.signatures.units import Unit
from extract.signatures.words import (
    FOR,
    STRAY,
    match_organisation,
    ministry_of,
    names_but_a_kind,
    offices_of,
    parted_from_body,
)
from models.agreement import Signatory
from models.reference import Body, Entry, Ministry, Reference
from models.values import Extracted

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
A_MINISTRY = re.compile(r"(?:[A-ZÄÖÜ][\w-]+\s+){0,2}\w*[Mm]inisterium\b")


def called_so(passage: Passage) -> str:
    """What the document calls an organisation, without "Für" and as it stands alone."""
    return nominative(FOR.sub("", passage.text)).strip(" ,:")


def signatory_of(
    unit: Unit, text: Passage, reference: Reference, on: date | None
) -> tuple[Signatory, Entry | None]:
    organisation, entry = named_organisation(unit, reference)
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


def named_organisation(unit: Unit, reference: Reference) -> tuple[Extracted[str] | None, Entry | None]:
    named = [_without_lead(passage) for passage in unit.organisation]
    own_lines = list(named)
    for office in (*unit.office[:1], *unit.represented):
        if (cut := parted_from_body(office.text)) is not None:
            named.append(office.part(cut[1], len(office.text)))
    named.sort(key=lambda one: names_but_a_kind(one.text))
    known = [(one, match) for one in named if (match := match_organisation(one.text, reference))]
    # "Für das Land Hessen, Hessisches Sozialministerium": it is the ministry that signs, listed or not.
    known.sort(key=lambda one: not isinstance(one[1].entry, Ministry))
    listed = [one for one, _ in known]
    unlisted = [one for one in named if A_MINISTRY.match(one.text) and one not in listed]
    of_land = [one for one in unlisted if MINISTRY_OF_LAND.match(one.text)]
    if known and isinstance(known[0][1].entry, Body):
        for below in of_land or [one for one in unlisted if one in own_lines]:
            name = weighed(below.whole(nominative(below.text).strip(" ,:")), 0.0)
            return repaired(name, exact=below in of_land), known[0][1].entry
    for passage, match in known[:1]:
        # Of a ministry that no list knows nobody says whether it signs, or the Land that it is of.
        told = isinstance(match.entry, Ministry) or not unlisted
        name = weighed(passage.whole(match.entry.name), match.score)
        return repaired(name, exact=told), match.entry
    for office in unit.represented:
        if not known and (ministry := ministry_of(ARTICLE.sub("", office.text), reference)) is not None:
            return weighed(office.whole(ministry.entry.name), ministry.score), ministry.entry
    for passage in named:
        if (called := reference.called(called_so(passage))) is not None:
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
