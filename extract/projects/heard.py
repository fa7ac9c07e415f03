"""Projects that no rule found, where models hear from what a place looks like and what stands around it that
it names some: a second witness, never certain (docs/projects.md)."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from extract.certainty.confidence import repaired, with_repaired_name
from extract.geometry import contains_center, on_one_line
from extract.language.passage import Passage
from extract.layout.understand import Reading
from extract.projects.announced import DENIED
from extract.projects.carriers import is_carrier
from extract.projects.entries import may_be
from extract.projects.extents import names_in
from extract.projects.measure_drafts import MEASURE_HEAD, bare_name, before_sum, number_of
from extract.projects.names import find_project
from extract.projects.places import Place, places_of
from models.agreement import Measure, Project
from models.projects import project_model
from models.values import Spot

SURE, BESIDE = 0.8, 0.5
"""At the first 95 of 100 places or more name a project, in Hessian papers of authors that the models have not
learned from; the second is enough for what is set like such a place (docs/projects.md)."""
EXPLAINS = " = "
"""What stands in a legend, and in no name."""
# "S. 30", "Art. 4": the place in a law.
CITED = re.compile(r"[A-Z][a-z]{0,2}\.\s?\d+[a-z]?")
# "Jugendwerkstatt besteht seit zehn Jahren": what is said of a project, and not what it is called.
SAYS = re.compile(
    r"[a-zäöüß]\s(?:besteht|bestehen|arbeitet|arbeiten|richtet\s+sich|umfasst|beginnt|endet|läuft|bietet)\s"
    r"(?:seit|mit|an|aus|am|im|in|auf|bis|ab|\d)"
)
TITLE_SURE = 0.67
"""At this share a place is the title of a Maßnahmenart."""


@dataclass(frozen=True, slots=True)
class _Heard:
    """What the models hear: projects, each in doubt, where they stand, and what may be the title of their
    Maßnahmenart: what was heard last as one, or else the line above."""

    projects: tuple[Project, ...]
    spot: Spot
    title: Passage | None
    title_heard: bool


def with_heard(reading: Reading, measures: Sequence[Measure]) -> tuple[Measure, ...]:
    """The measures and, each in doubt, the projects of places of which they have none: under the title that
    the models hear before them, or else in the measure named last before. Only under a programme."""
    known = list(measures)
    for one in _heard_in(reading) if reading.mentioned("programme") else ():
        told = [bare_name(project.name.value) for measure in known for project in measure.projects]
        more = [new for new in one.projects if not _is_among(bare_name(new.name.value), told)]
        if more and not _is_told(one.spot, known):
            _add(replace(one, projects=tuple(more)), reading, known)
    return tuple(known)


def _is_among(name: str, names: Sequence[str]) -> bool:
    return any(name in other or other in name for other in names)


def _heard_in(reading: Reading) -> Iterator[_Heard]:
    """Place by place, as they stand on the pages."""
    places = sorted(places_of(reading), key=lambda place: _top(_spot(place.passage)))
    alike: dict[tuple[object, ...], list[tuple[Place, float]]] = defaultdict(list)
    for place in places:
        if (share := project_model("places").heard(place.traits)) >= BESIDE:
            alike[place.set_as].append((place, share))
    sure = [
        id(place)
        for together in alike.values()
        if max(s for _, s in together) >= SURE
        for place, _ in together
    ]
    title: Passage | None = None
    for place in places:
        if project_model("titles").heard(place.traits) >= TITLE_SURE:
            title = place.passage
        elif id(place) in sure and not (place.head and DENIED.search(place.head.text)):
            others = [other for other, _ in alike[place.set_as] if other is not place]
            found = [_project(place.passage.part(*extent)) for extent in names_in(place, others)]
            above = place.head.passage if place.head and place.head.text else None
            yield _Heard(_each_once(found), _spot(place.passage), title or above, title is not None)


def _project(name: Passage) -> Project | None:
    project = find_project(name)
    if project is None or not may_be(project):
        return None
    text = project.name.value
    if is_carrier(text) or EXPLAINS in text or SAYS.search(text) or CITED.fullmatch(text):
        return None
    if text.isalpha() and text.islower():
        return None
    return with_repaired_name(project)


def _each_once(projects: Iterable[Project | None]) -> tuple[Project, ...]:
    """A sentence may name one project several times."""
    named: dict[str, Project] = {}
    for project in projects:
        if project is not None:
            named.setdefault(bare_name(project.name.value), project)
    return tuple(named.values())


def _is_told(here: Spot, measures: Sequence[Measure]) -> bool:
    """Does a place hold the name of a project that is known, or the title of a Maßnahmenart, or they it; or
    does it stand behind such a name and tell of it?"""
    names = [one.name.spot for measure in measures for one in measure.projects]
    titles = [measure.title.spot for measure in measures]
    known = any(_holds(here, other) or _holds(other, here) for other in (*names, *titles))
    return known or any(_stands_behind(here, name) for name in names)


def _stands_behind(one: Spot, other: Spot) -> bool:
    """Does one begin where the other ends, in its line?"""
    behind = other.bbox[2] <= one.bbox[0] and on_one_line(one.bbox, other.bbox)
    return one.page == other.page and behind


def _holds(outer: Spot, inner: Spot) -> bool:
    """Does the middle of what is printed at one place lie within the other?"""
    return outer.page == inner.page and contains_center(outer.bbox, inner.bbox)


def _spot(passage: Passage) -> Spot:
    printed = passage.provenance(0, len(passage.text))
    return Spot(page=printed.page, bbox=printed.bbox)


def _add(heard: _Heard, reading: Reading, measures: list[Measure]) -> None:
    """To the measure of the title, which may be new; or to the one that is named last before."""
    above = (one for one in measures if _top(one.title.spot) <= _top(heard.spot))
    last = max(above, key=lambda one: _top(one.title.spot), default=None)
    if heard.title and (heard.title_heard or last is None):
        here = _spot(heard.title)
        told = next((one for one in measures if _holds(here, one.title.spot)), None)
        last = told or next(_titled(heard.title, reading), last)
    if last is not None:
        more = last.model_copy(update={"projects": (*last.projects, *heard.projects)})
        others = [one for one in measures if one is not last]
        place = sum(_top(one.title.spot) <= _top(more.title.spot) for one in others)
        measures[:] = [*others[:place], more, *others[place:]]


def _titled(passage: Passage, reading: Reading) -> Iterator[Measure]:
    """The measure of a title, if it says anything, without projects, in doubt."""
    head = MEASURE_HEAD.match(passage.text)
    title = before_sum(passage.part(head.end() if head else 0, len(passage.text)), reading.reference)
    text = title.text.rstrip(" :.,;–-")
    if text:
        known = reading.reference.match_measure(text)
        yield Measure(
            number=number_of(head["number"]) if head else None,
            title=repaired(title.part(0, len(text)).whole(text), exact=False),
            measure_key=known.entry.key if known else None,
        )


def _top(spot: Spot) -> tuple[int, float]:
    return spot.page, spot.bbox[1]
