"""Which projects under which Maßnahmenart."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import islice, pairwise

from rapidfuzz import fuzz

from extract.amounts.other_money import INSTALMENT
from extract.certainty.confidence import repaired, weighed, with_doubted_name, with_repaired_name
from extract.geometry import center_y
from extract.language.longer_names import letters_of
from extract.layout.understand import Reading
from extract.parties.organisations import is_organisation
from extract.projects.announced import announced_measures
from extract.projects.around import projects_around
from extract.projects.assigned import with_assigned
from extract.projects.carriers import tells_of_carriers
from extract.projects.cut_titles import is_cut
from extract.projects.frame import COUNTED, unframed, without_label, without_number
from extract.projects.heard import with_heard
from extract.projects.keys import Key, explained, key_of
from extract.projects.lists import listed_measures
from extract.projects.measure_anchors import CODE, NUMBER_ALONE, Anchored, Named, anchored_zones
from extract.projects.measure_drafts import Draft, bare_name, names_of, only_named, same_measure
from extract.projects.names import is_written_well
from extract.projects.quoted import with_quoted
from extract.projects.strips import ADJECTIVE
from extract.projects.tables import add_tables
from extract.projects.titled_lists import with_titled_lists
from models.agreement import Measure, Project
from models.values import Extracted

# What behind a known title is none of it: ". Es sind dies", " mit zusammen 500 Euro", " (Anteil: 500 Euro)",
# and " (Anteil" where the sum was cut off.
BEHIND_TITLE = re.compile(r"[.:;]\s|\s(?:mit|in Höhe|zu|i\.\s?H\.)\s|\s\([^()]*(?:$|\d\s?(?:€|Euro\b|EUR\b))")
# What was cut wrongly: a stroke between names, a marker alone, what leads to a Maßnahmenart, an open end.
SPOILED = re.compile(
    r"„[^“”«‟‘’\"]*$|\||\s[·•]\s|^\(?\w{1,2}\)$|Maßnahmen?art(?:\s\d{1,2})?$|[–—/:(-]$|^(?:und|sowie)\s|^\d+$|\d,\d\d\b|\b(?:und|für|der|des|in|zur)$"
)
# No name ends like this: "Bewilligung durch"; and so many letters in a row make a piece of a title.
CUT = re.compile(rf"\s(?:durch|bis|von|vom|an|am|über|mit|bei|nach|auf|aus|unter)$|{ADJECTIVE}")
TELLING = 14
# ".Lernhaus", "Küche &.Service", "BaP –.Modul": no stop stands before a word, and no blank before a colon.
SPECK_BEFORE = re.compile(r"(?:^|(?<=\s)|(?P<sign>[–—&]))[.·](?=[^\W\d_])")
# "3A Küche & Service", "32 Startklar", "4X Fachtag": the number of an item with a pen's tick on it; "3D" is a
# word.
LIKE_MARK = re.compile(r"^(?!3D\b)\d[\dA-Z]?\s(?=[„\"]?[A-ZÄÖÜ][a-zäöüß])")
BLANK_BEFORE = re.compile(r"(?<=\w) (?=[:;,]\s)")
# What leads from one title of a list to the next.
GOES_ON = re.compile(r",?\s(?:und|sowie|oder)$")
# "($ 13 SGB VIII)", "(8 13 SGB VIII)": what stands before the number of a law's paragraph.
PARAGRAPH_SIGN = re.compile(r"\$(?=\s?\d)|(?<=\()8(?=\s\d{1,3}[a-z]?\sSGB\b)")
LOST_STOP = re.compile(r"\se\.\s?V$")
# "Ausbildungsvorbereitung zusammen"
SUMMED_UP = re.compile(r"\s(?:insgesamt|gesamt|zusammen)$")
# What is shorter is what counts the projects: "1a".
SHORTEST = 3
# So many Maßnahmenarten no programme has: where none is counted before it, "1 |" was read as "11".
MOST_NUMBERED = 9
# A project may be called like an organisation, "Jugendwerkstatt Tandem". Where so many are, and no more than
# one of their list is not, they run the projects.
MOST_CARRIERS = 3
# Likeness in 100 of a scanned title and a name of the catalogue: here a letter or two are misread, here none.
NEARLY, ALIKE = 96.0, 100.0


def find_measures(reading: Reading) -> tuple[Measure, ...]:
    """Measures in the order of the document: what rules find, and what models hear beside it."""
    return with_heard(reading, ruled_measures(reading))


def ruled_measures(reading: Reading) -> tuple[Measure, ...]:
    """What rules find; a project of list and table is one."""
    zones = anchored_zones(reading)
    key = key_of(zones)
    drafts, above = listed_measures(reading)
    add_tables(reading, drafts, above, key)
    drafts = [replace(draft, projects=without_number(draft.projects, draft.number)) for draft in drafts]
    other = _around(reading, zones, key)
    if _explains_more(reading, other, drafts):
        drafts = _filled(other, drafts)
    elif any(draft.match for draft in drafts):
        drafts = _filled(_doubted_alone(drafts, other), other)
    counted = all(COUNTED.fullmatch(name) for name in names_of(drafts))
    drafts = [_sound(reading, _told_apart(reading, draft), counted) for draft in drafts]
    drafts = [draft for draft in drafts if draft.match or (draft.projects and not _told_again(draft, drafts))]
    drafts = with_quoted(reading, [draft for draft in drafts if not only_named(draft, drafts)])
    drafts = with_titled_lists(reading, drafts) or announced_measures(reading)
    drafts = with_assigned(reading, drafts)
    drafts = _counted(_rightly_numbered(_in_order(drafts)))
    named = {
        anchor.title for columns in zones for _, anchors in columns for anchor in anchors if anchor.known
    }
    drafts = _uncertain(drafts) if named - _with_projects(drafts) else drafts
    return _measures(drafts, reading)


def _told_again(draft: Draft, drafts: Sequence[Draft]) -> bool:
    """Is it what is paid out, of which there are several: "1. Rate", "2. Rate"?"""
    paid = INSTALMENT.fullmatch(draft.title.text.strip(" .,:;")) is not None
    return paid and any(one.title.text == draft.title.text and one.number != draft.number for one in drafts)


def _rightly_numbered(drafts: Sequence[Draft]) -> list[Draft]:
    """The drafts, without a number that nothing counts up to; their projects are doubted then."""
    numbers = {draft.number for draft in drafts}
    return [
        replace(draft, number=None, projects=[with_repaired_name(one) for one in draft.projects])
        if draft.number is not None and draft.number > MOST_NUMBERED and draft.number - 1 not in numbers
        else draft
        for draft in drafts
    ]


def _counted(drafts: Sequence[Draft]) -> list[Draft]:
    """The drafts, with the number of one that has none between those before and behind it."""
    around = zip([None, *drafts], drafts, [*drafts[1:], None], strict=False)
    numbers = {draft.number for draft in drafts}
    counted = []
    for before, draft, behind in around:
        lost = (before.number or 0 if before else 0) + 1
        told = draft.number is None and behind is not None and behind.number == lost + 1
        known = before is None or before.number is not None
        fits = told and known and draft.match is not None and lost not in numbers
        counted.append(replace(draft, number=lost) if fits else draft)
    return counted


def _uncertain(drafts: Sequence[Draft]) -> list[Draft]:
    """The drafts of a document that names a Maßnahmenart of which no projects were found: those that were
    may be its own."""
    return [replace(draft, projects=[with_repaired_name(one) for one in draft.projects]) for draft in drafts]


def _told_apart(reading: Reading, draft: Draft) -> Draft:
    """The draft without what goes on behind the title: "Ausbildungsvorbereitung. Es sind dies"."""
    text = draft.title.text
    if draft.match is None and (behind := BEHIND_TITLE.search(text)):
        title = draft.title.part(0, behind.start())
        if title.text and (match := reading.reference.match_measure(title.text)):
            return replace(draft, title=title, match=match)
    return draft


def _sound(reading: Reading, draft: Draft, counted: bool) -> Draft:
    """The draft without the rest of a title that was taken for a project. Where that happened, or a name
    was cut wrongly, the list was not understood: what else is in it is doubted. If its names are those of
    organisations, or codes, nothing in it is certain. `counted`: does a number or a letter count each name?
    """
    spellings = [bare_name(text) for measure in reading.reference.measures for text in measure.spellings]
    projects = [
        one
        for one in draft.projects
        if len(of_title := bare_name(SUMMED_UP.sub("", one.name.value))) < TELLING
        or not any(of_title in text for text in spellings)
    ]
    cut = any(SPOILED.search(one.name.value) or CUT.search(one.name.value) for one in projects)
    if cut or len(projects) < len(draft.projects):
        projects = list(map(with_repaired_name, projects))
    carriers = [one for one in projects if is_organisation(one.name.value)]
    carried = len(carriers) >= MOST_CARRIERS and len(carriers) >= len(projects) - 1
    coded = any(NUMBER_ALONE.fullmatch(one.name.value) or len(one.name.value) < SHORTEST for one in projects)
    understood = not (carried or coded)
    written = [
        one.model_copy(
            update={
                "name": repaired(
                    _closed(one.name), exact=understood and _is_spelled_well(one, reading, counted)
                )
            }
        )
        for one in projects
    ]
    return replace(draft, projects=written)


def _closed(name: Extracted[str]) -> Extracted[str]:
    """A scanned name with the last stop of "e. V.", of which it lost it, without specks before words or
    what a pen left of its mark, with the sign of a paragraph."""
    if name.provenance.origin != "ocr":
        return name
    text = LIKE_MARK.sub("", name.value)
    text = SPECK_BEFORE.sub(lambda speck: f"{speck['sign']} " if speck["sign"] else "", text)
    text = PARAGRAPH_SIGN.sub("§", BLANK_BEFORE.sub("", text))
    specked = text != name.value
    text = f"{text}." if LOST_STOP.search(text) else text
    mended = name.model_copy(update={"value": text})
    return repaired(mended, exact=False) if specked else mended


def _is_spelled_well(project: Project, reading: Reading, counted: bool) -> bool:
    """Is a name written well? In a scan no word of it is parted that the document writes as one, "Logistik
    kom pakt", nor written otherwise, "Sprint" for "SprInt"."""
    name = project.name.value
    name = _uncounted(name) if counted else name
    if project.name.provenance.origin != "ocr":
        return is_written_well(name)
    parted = {f"{one}{two}" for one, two in pairwise(name.split()) if one.isalpha() and two.islower()}
    inner = {word[1:] for word in re.findall(r"[^\W\d_]{4,}", name)}
    alike = set(map(str.casefold, inner))
    otherwise = {word[1:] for word in reading.words if not word.isupper() and word[1:].casefold() in alike}
    return is_written_well(name) and parted.isdisjoint(reading.words) and otherwise <= inner


def _measures(drafts: Sequence[Draft], reading: Reading) -> tuple[Measure, ...]:
    listed = without_label([draft.projects for draft in drafts])
    projects = iter(unframed(listed, any(tells_of_carriers(block.text) for block in reading.layout.blocks)))
    return tuple(
        Measure(
            number=draft.number,
            title=repaired(_title(draft), exact=not is_cut(draft.title, reading)),
            measure_key=draft.match.entry.key if draft.match else None,
            projects=tuple(islice(projects, len(draft.projects))),
        )
        for draft in drafts
    )


def _explains_more(reading: Reading, other: Sequence[Draft], drafts: Sequence[Draft]) -> bool:
    """Does another reading of the document explain what this one leaves open or cuts wrongly?"""
    here, there = _understood(drafts), _understood(other)
    if there != here:
        lacks = _with_projects(other) - _with_projects(drafts)
        return there > here and bool(lacks or _spoiled(drafts))
    adds = all(name in _printed(other) for name in names_of(drafts)) and not _only_splits(other, drafts)
    more = len(names_of(other)) - len(_titles(drafts).intersection(names_of(other))) > len(names_of(drafts))
    return adds and more and not _rows_told(reading, other, drafts)


def _titles(drafts: Sequence[Draft]) -> set[str]:
    """What stands above projects, be it in no catalogue."""
    return {draft.title.text for draft in drafts if draft.projects}


def _rows_told(reading: Reading, other: Sequence[Draft], drafts: Sequence[Draft]) -> bool:
    """Does the other reading but add lines on which nothing else stands to what rows of a table say?"""
    tabled = {_of_measure(draft) for draft in drafts if draft.tabled}
    known = set(map(bare_name, names_of(drafts)))
    more = [
        (draft, one) for draft in other for one in draft.projects if bare_name(one.name.value) not in known
    ]
    return all(_of_measure(draft) in tabled and not _has_beside(reading, one) for draft, one in more)


def _has_beside(reading: Reading, project: Project) -> bool:
    """Does something else stand on the line of a name?"""
    place = project.name.provenance
    return any(
        line.page == place.page
        and place.bbox[1] < center_y(line.bbox) < place.bbox[3]
        and line.bbox[0] > place.bbox[2]
        for block in reading.layout.blocks
        for line in block.lines
    )


def _filled(drafts: Sequence[Draft], other: Sequence[Draft]) -> list[Draft]:
    """The drafts with what another reading says of Maßnahmenarten of which they know no projects."""
    told = _with_projects(drafts)
    known = set(map(bare_name, names_of(drafts)))
    more = {
        _of_measure(draft): [with_doubted_name(one) for one in draft.projects]
        for draft in other
        if draft.match
        and _of_measure(draft) not in told
        and known.isdisjoint(map(bare_name, names_of([draft])))
    }
    filled = [
        replace(draft, projects=more.pop(_of_measure(draft))) if _of_measure(draft) in more else draft
        for draft in drafts
    ]
    return filled + [
        draft for draft in other if draft.projects and draft.match and _of_measure(draft) in more
    ]


def _only_splits(other: Sequence[Draft], drafts: Sequence[Draft]) -> bool:
    """Does the other reading but part, where their lines end, names that one sum or cell holds together?"""
    whole = set(names_of(other))
    parted = [
        one.amount is not None or one.name.value in draft.framed
        for draft in drafts
        for one in draft.projects
        if one.name.value not in whole
    ]
    same = sorted(bare_name("".join(names_of(other)))) == sorted(bare_name("".join(names_of(drafts))))
    return same and bool(parted) and all(parted)


def _doubted_alone(drafts: Sequence[Draft], other: Sequence[Draft]) -> list[Draft]:
    """The drafts, with doubt about each project that the other reading does not find. Of 530 projects of the
    development layouts that lists and tables gave, 515 were confirmed, all right; one of the rest was wrong.
    """
    confirmed = {bare_name(name) for name in names_of(other)}
    return [
        replace(
            draft,
            projects=[
                one
                if confirmed & {bare_name(one.name.value), bare_name(_uncounted(one.name.value))}
                else with_doubted_name(one)
                for one in draft.projects
            ],
        )
        for draft in drafts
    ]


def _uncounted(name: str) -> str:
    """A name without the number or the letter that counts it."""
    counted = COUNTED.fullmatch(name)
    return counted["name"] if counted else name


def _printed(drafts: Sequence[Draft]) -> str:
    """All names in a row: one that another reading took for a single name is found in it, too."""
    return " ".join(names_of(drafts))


def _with_projects(drafts: Sequence[Draft]) -> set[str]:
    """The Maßnahmenarten that have projects, by key or title."""
    return {_of_measure(draft) for draft in drafts if draft.projects}


def _of_measure(draft: Draft) -> str:
    return draft.match.entry.key if draft.match else draft.title.text.casefold()


def _understood(drafts: Sequence[Draft]) -> int:
    """How well a reading explains the document: its Maßnahmenarten with projects, the more so if numbered
    or printed as the catalogue has them, less what cannot be the name of a project."""
    whole = sum(1 for draft in drafts if draft.projects and _is_printed_whole(draft))
    known = len({_of_measure(draft) for draft in drafts if draft.projects and draft.match})
    numbered = len({draft.number for draft in drafts if draft.projects and draft.number})
    return 3 * known + 2 * whole + numbered - 3 * _spoiled(drafts)


def _spoiled(drafts: Sequence[Draft]) -> int:
    return sum(1 for draft in drafts for project in draft.projects if SPOILED.search(project.name.value))


def _is_printed_whole(draft: Draft) -> bool:
    """Is the title the catalogue's to the letter?"""
    text = draft.title.text.strip(" ,;:").casefold()
    return draft.match is not None and any(text == one.casefold() for one in draft.match.entry.spellings)


def _around(reading: Reading, zones: Sequence[Sequence[Anchored]], key: Key) -> list[Draft]:
    return _in_order(_together(reading, projects_around(reading, zones), key))


def _in_order(drafts: Sequence[Draft]) -> list[Draft]:
    """As they are numbered, if all are."""
    numbered = all(draft.number for draft in drafts)
    return sorted(drafts, key=lambda draft: draft.number or 0) if numbered else list(drafts)


def _together(reading: Reading, found: Sequence[Named], key: Key) -> list[Draft]:
    """What stands around the names of Maßnahmenarten, those of the same name put together."""
    drafts: list[Draft] = []
    for named in found:
        code = CODE.fullmatch(named.title.text)
        title = (explained(key, code["code"]) if code else None) or named.title
        draft = Draft(named.number, title, reading.reference.match_measure(title.text))
        known = next((one for one in drafts if same_measure(one, draft)), None)
        if known is None:
            drafts.append(draft)
        (known or draft).projects.extend(named.projects)
    return drafts


def _likeness(one: str, other: str) -> float:
    """Of the letters of two names, in 100."""
    return fuzz.ratio(letters_of(one), letters_of(other))


def _title(draft: Draft) -> Extracted[str]:
    """The title as printed; the catalogue vouches for it if it has it with the same letters."""
    text = GOES_ON.sub("", " ".join(draft.title.text.split()).strip(" ,;:=–—-"))
    spellings = draft.match.entry.spellings if draft.match else ()
    scanned = bool(draft.title.pieces) and draft.title.pieces[0].word.origin == "ocr"
    if scanned:
        # Of a catalogue's name only blanks and marks differ: specks of the scan.
        text = next((one for one in spellings if letters_of(one) == letters_of(text)), text)
    known = [one for one in spellings if text.casefold().startswith(one.casefold())]
    if known and BEHIND_TITLE.match(text, longest := max(map(len, known))):
        text = text[:longest]
    if scanned:
        near = max(spellings, key=lambda one: _likeness(one, text), default="")
        if near != text and NEARLY <= _likeness(near, text) < ALIKE:
            return repaired(draft.title.whole(near), exact=False)
    if CODE.fullmatch(text):
        return repaired(draft.title.whole(text), exact=False)  # nothing tells what it stands for
    in_catalogue = any(text.casefold() == spelling.casefold() for spelling in spellings)
    if known and not in_catalogue:
        return repaired(draft.title.whole(text), exact=False)  # what is behind the title is none of it
    return weighed(draft.title.whole(text), 1.0 if in_catalogue else 0.0)
