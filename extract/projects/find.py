"""Which projects under which Maßnahmenart."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from extract.amounts.other_money import INSTALMENT
from extract.certainty.confidence import with_repaired_name
from extract.layout.understand import Reading
from extract.projects.announced import announced_measures
from extract.projects.around import projects_around
from extract.projects.assigned import with_assigned
from extract.projects.dropped import without_dropped
from extract.projects.finished import measures_of, sound_draft, without_more
from extract.projects.frame import COUNTED, without_number
from extract.projects.heard import with_heard
from extract.projects.keys import Key, explained, key_of
from extract.projects.lists import listed_measures
from extract.projects.measure_anchors import CODE, Anchored, Named, anchored_zones
from extract.projects.measure_drafts import Draft, names_of, only_named, same_measure
from extract.projects.quoted import with_quoted
from extract.projects.tables import add_tables
from extract.projects.titled_lists import with_titled_lists
from extract.projects.two_readings import (
    disputed_where_less,
    doubted_alone,
    explains_more,
    filled,
    with_projects,
)
from models.agreement import Measure

# So many Maßnahmenarten no programme has: where none is counted before it, "1 |" was read as "11".
MOST_NUMBERED = 9


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
    if explains_more(reading, other, drafts):
        drafts = filled(disputed_where_less(other, drafts), drafts)
    elif any(draft.match for draft in drafts):
        drafts = filled(doubted_alone(drafts, other), other)
    counted = all(COUNTED.fullmatch(name) for name in names_of(drafts))
    drafts = [sound_draft(reading, without_more(reading, draft), counted) for draft in drafts]
    drafts = [draft for draft in drafts if draft.match or (draft.projects and not _told_again(draft, drafts))]
    drafts = with_quoted(reading, [draft for draft in drafts if not only_named(draft, drafts)])
    drafts = with_titled_lists(reading, drafts) or announced_measures(reading)
    drafts = without_dropped(reading, with_assigned(reading, drafts))
    drafts = _counted(_rightly_numbered(_in_order(drafts)))
    named = {
        anchor.title for columns in zones for _, anchors in columns for anchor in anchors if anchor.known
    }
    drafts = _uncertain(drafts) if named - with_projects(drafts) else drafts
    return measures_of(drafts, reading)


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
