"""Projects in a form that was never seen: from where they stand around the names of the Maßnahmenarten.

The names of the Maßnahmenarten are anchors. What repeats around them (before, behind, below, beside) tells
how the document lists its projects. What is found like this is delivered flagged.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from extract.certainty.confidence import with_doubted_name
from extract.language.lines import Row
from extract.language.passage import Passage
from extract.layout.understand import Reading
from extract.projects.around_in_place import projects_above, projects_before, projects_behind
from extract.projects.around_in_words import projects_as_subject, projects_called, projects_in_words
from extract.projects.cards import cards_of, headed_cards
from extract.projects.columns import named_beside
from extract.projects.entries import one_project
from extract.projects.enumerations import enumerated
from extract.projects.keys import named_by_number
from extract.projects.marks import named_by_mark
from extract.projects.measure_anchors import Anchor, Anchored, Named, named, numbered_anchors
from extract.projects.strips import Strip, zones_of
from models.agreement import Project

# What stands between two counted names, and behind the last: no name goes on with it, but for a number, which
# may count what follows it, "Kurs 1. Halbjahr".
BETWEEN = r"\s*[,;]?\s*(?:(?:und|sowie)\s+)?"
AFTER_ENTRIES = re.compile(r"\s*(?:[.;]|$)")
ENDS_IN_NUMBER = re.compile(r"(?<![\w.])\d+$")
# The forms in which projects are listed, those that are told by most first.
FORMS = (
    *(projects_called, projects_in_words, projects_as_subject),
    *(projects_before, projects_above, projects_behind),
)
# A share of the anchors that have to agree on where their projects stand.
MOST = 0.5


def projects_around(reading: Reading, anchored: Sequence[Sequence[Anchored]]) -> list[Named]:
    """The Maßnahmenarten of every zone with the projects around them; those without any are left out."""
    # Cards at the top of the last page look like part of the signatures below them.
    rows = [row for zone in zones_of(reading) for row in zone]
    if cards := _on_cards(reading, [*rows, *reading.layout.signature_rows]):
        return cards
    if by_mark := [named for columns in anchored for named in named_by_mark(columns)]:
        return by_mark
    if by_number := named_by_number([column for columns in anchored for column in columns]):
        return by_number
    return _in_one_form(anchored) or _in_one_form(
        [[(strip, numbered_anchors(strip, titled)) for strip, titled in strips] for strips in anchored]
    )


def _in_one_form(zones: Sequence[Sequence[Anchored]]) -> list[Named]:
    """One document lists its projects in one form: what looks like another is something else."""
    found: dict[str, list[Named]] = {}
    for strips in zones:
        form, named = _of_zone(strips)
        found.setdefault(form, []).extend(named)
    return max(found.values(), key=lambda one: sum(len(named.projects) for named in one), default=[])


def _on_cards(reading: Reading, rows: Sequence[Row]) -> list[Named]:
    """What the cards say, if each names a Maßnahmenart of the catalogue; or one heading of those that are
    counted alike does."""
    cards = cards_of(rows)
    if any(reading.reference.match_measure(card.measure.text) is None for card in cards):
        return []
    if not cards:
        cards = headed_cards(rows)
        cards = cards if any(reading.reference.match_measure(card.measure.text) for card in cards) else []
    named = [Named(card.number, card.measure, tuple(_of_card(card.project))) for card in cards]
    return [one for one in named if one.projects]


def _of_card(passage: Passage) -> list[Project]:
    projects = enumerated(passage) if "; " in passage.text else one_project(passage)
    return list(map(with_doubted_name, projects))


def _of_zone(strips: Sequence[Anchored]) -> tuple[str, list[Named]]:
    """The form in which a zone lists projects, and what it lists."""
    anchored = [(strip, anchors) for strip, anchors in strips if anchors]
    for form in FORMS:
        found = [
            _named_certainly(strip, anchors, index, form(strip, anchors, index))
            for strip, anchors in anchored
            for index in range(len(anchors))
        ]
        found = _without_labels(found)
        with_projects = [one for one in found if one.projects]
        titles = {one.title.text for one in found}
        if len({one.title.text for one in with_projects}) > MOST * len(titles) and (
            form is projects_behind or len(with_projects) > MOST * len(found)
        ):
            return form.__name__, with_projects
    if len(anchored) == 1 and len(strips) > 1:
        strip, anchors = anchored[0]
        beside = named_beside(strip, anchors, [other for other, _ in strips if other is not strip])
        return "beside", [one for one in beside if one.projects]
    return "", []


def _named_certainly(
    strip: Strip, anchors: Sequence[Anchor], index: int, projects: Sequence[Project]
) -> Named:
    """The projects of a Maßnahmenart, doubted unless a digital text counts each behind a colon and goes on
    behind each: "gefördert: a) Lernhaus, b) Werkstatt."."""
    one = named(strip, anchors[index], projects)
    digital = all(project.name.provenance.origin == "text_layer" for project in projects)
    return (
        replace(one, projects=tuple(projects))
        if digital and _are_counted(strip, anchors, index, projects)
        else one
    )


def _are_counted(strip: Strip, anchors: Sequence[Anchor], index: int, projects: Sequence[Project]) -> bool:
    stop = anchors[index + 1].lead if index + 1 < len(anchors) else len(strip.passage.text)
    text = strip.passage.text[anchors[index].behind : stop]
    opened = text.find(": ")
    at = opened + 1
    for mark, project in zip("abcdefgh", projects, strict=False):
        entry = re.compile(rf"{BETWEEN}{mark}\)\s+{re.escape(project.name.value)}(?!\w)").match(text, at)
        if entry is None or ENDS_IN_NUMBER.search(project.name.value):
            return False
        at = entry.end()
    return opened >= 0 and bool(projects) and AFTER_ENTRIES.match(text, at) is not None


def _without_labels(found: Sequence[Named]) -> list[Named]:
    """Without what stands at the head of every list: "Kontingent", "Projekte"."""
    firsts = {one.projects[0].name.value for one in found if one.projects}
    label = len(found) > 1 and len(firsts) == 1 and all(len(one.projects) > 1 for one in found)
    return [replace(one, projects=one.projects[1:]) if label else one for one in found]
