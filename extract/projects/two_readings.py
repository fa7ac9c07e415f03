"""Which of two readings of one document explains its projects better, and what the other adds."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import replace

from extract.certainty.confidence import with_doubted_name, with_repaired_name
from extract.geometry import center_y
from extract.layout.understand import Reading
from extract.projects.frame import COUNTED
from extract.projects.measure_drafts import Draft, bare_name, names_of
from extract.projects.names import ON_ITS_OWN_LINE
from models.agreement import Project

# What was cut wrongly: a stroke between names, a marker alone, what leads to a Maßnahmenart, an open end.
SPOILED = re.compile(
    r"„[^“”«‟‘’\"]*$|\||\s[·•]\s|^\(?\w{1,2}\)$|Maßnahmen?art(?:\s\d{1,2})?$|[–—/:(-]$|^(?:und|sowie)\s|^\d+$|\d,\d\d\b|\b(?:und|für|der|des|in|zur)$"
)


def explains_more(reading: Reading, other: Sequence[Draft], drafts: Sequence[Draft]) -> bool:
    """Does another reading of the document explain what this one leaves open or cuts wrongly?"""
    here, there = _understood(drafts), _understood(other)
    if there != here:
        lacks = with_projects(other) - with_projects(drafts)
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


def filled(drafts: Sequence[Draft], other: Sequence[Draft]) -> list[Draft]:
    """The drafts with what another reading says of Maßnahmenarten of which they know no projects."""
    told = with_projects(drafts)
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


def disputed_where_less(drafts: Sequence[Draft], other: Sequence[Draft]) -> list[Draft]:
    """The drafts of the reading that explains more, with dispute about the projects of a Maßnahmenart of
    which the other one has a project that they do not have: it would be left out in silence."""
    lacking = {
        _of_measure(draft) for draft in other if any(_is_lacking(name, drafts) for name in names_of([draft]))
    }
    return [
        replace(draft, projects=[with_repaired_name(one) for one in draft.projects])
        if _of_measure(draft) in lacking
        else draft
        for draft in drafts
    ]


def _is_lacking(name: str, drafts: Sequence[Draft]) -> bool:
    """Is a project in none of these names, and neither several of them, nor a title?"""
    bare = bare_name(uncounted(name))
    if not bare or SPOILED.search(name) or ON_ITS_OWN_LINE.match(name):
        return False
    titles = [bare_name(draft.title.text) for draft in drafts]
    named = any(bare in title or (title and title in bare) for title in titles)
    several = sum(one in bare for one in set(map(bare_name, names_of(drafts)))) > 1
    return not (named or several) and bare not in bare_name(_printed(drafts))


def doubted_alone(drafts: Sequence[Draft], other: Sequence[Draft]) -> list[Draft]:
    """The drafts, with doubt about each project that the other reading does not find. Of 530 projects of the
    development layouts that lists and tables gave, 515 were confirmed, all right; one of the rest was wrong.
    Of such that nothing confirmed, in other layouts, 4 of 217 were wrong, but 42 of 144 scanned ones: these
    are disputed, whatever stands around them.
    """
    confirmed = {bare_name(name) for name in names_of(other)}
    return [
        replace(draft, projects=[_as_confirmed(one, confirmed) for one in draft.projects]) for draft in drafts
    ]


def _as_confirmed(project: Project, confirmed: Collection[str]) -> Project:
    """The project as sure as others make it, who may have but the beginning of its name: "Lernhaus" of
    "Lernhaus (vhs Musterau)"."""
    name = bare_name(project.name.value)
    if not {name, bare_name(uncounted(project.name.value))}.isdisjoint(confirmed):
        return project
    begun = any(other and name.startswith(other) for other in confirmed)
    disputed = project.name.provenance.origin == "ocr" and not begun
    return with_repaired_name(project) if disputed else with_doubted_name(project)


def uncounted(name: str) -> str:
    """A name without the number or the letter that counts it."""
    counted = COUNTED.fullmatch(name)
    return counted["name"] if counted else name


def _printed(drafts: Sequence[Draft]) -> str:
    """All names in a row: one that another reading took for a single name is found in it, too."""
    return " ".join(names_of(drafts))


def with_projects(drafts: Sequence[Draft]) -> set[str]:
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
