"""Agreements whose projects are known, as what the models of projects learn from: places and edges of words,
each as buckets of traits, with what is true of it."""

from __future__ import annotations

import json
import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from extract.language.language import language_of
from extract.layout.understand import understand
from extract.projects.extents import WORD, edges_of
from extract.projects.places import Place, places_of
from extract.reading import read_document
from models.projects import ModelName, buckets_of
from models.reference import Reference
from models.settings import Settings

AUTHOR = re.compile(r"(?P<author>p[a-z])\d\d")
BRIEF, WORDS = 11, 2
"""A text of more letters and so many words may be a part of a name."""
COUNTED = 25
"""Letters that count a Maßnahmenart, or say what it is given: "Maßnahmenart 2:", "500.000 Euro"."""
Sample = tuple[tuple[int, ...], bool]
Samples = dict[ModelName, list[Sample]]


@dataclass(frozen=True)
class Taught:
    """One agreement; `author`: of a paper, none for a made one."""

    author: str
    samples: Samples


def taught_by(file: Path) -> Taught:
    gold = json.loads(file.with_suffix(".gold.json").read_text(encoding="utf-8"))
    measures = gold.get("measures", ())
    projects = [project for one in measures for project in one["projects"]]
    titles = [_bare(one.get("title") or "") for one in measures]
    names = [_bare(one if isinstance(one, str) else one["name"]) for one in projects]
    reference = Reference.load()
    _, pages = read_document(file, Settings())
    places = list(places_of(understand(pages, language_of(reference), reference)))
    samples: Samples = {"titles": [], "places": [], "starts": [], "ends": []}
    alike: dict[tuple[object, ...], list[Place]] = defaultdict(list)
    for place in places:
        named = _names_one(_bare(place.passage.text), names)
        buckets = tuple(buckets_of(place.traits))
        samples["places"].append((buckets, named))
        samples["titles"].append((buckets, _is_title(_bare(place.passage.text), titles)))
        if named:
            alike[place.set_as].append(place)
    for together in alike.values():
        for place in together:
            _learn_edges(place, [other for other in together if other is not place], names, samples)
    author = AUTHOR.match(file.stem)
    return Taught(author["author"] if author else "", samples)


def _learn_edges(place: Place, alike: Sequence[Place], names: Sequence[str], samples: Samples) -> None:
    """Where the names of a place begin and end, if it holds a whole one."""
    extents = list(_extents(place.passage.text, names))
    for index, edge in enumerate(edges_of(place, alike) if extents else ()):
        samples["starts"].append((tuple(buckets_of(edge.before)), index in {one for one, _ in extents}))
        samples["ends"].append((tuple(buckets_of(edge.behind)), index in {one for _, one in extents}))


def _extents(text: str, names: Sequence[str]) -> Iterator[tuple[int, int]]:
    """The first and the last word of each name in a text, the longest names first."""
    words = [_bare(match[0]) for match in WORD.finditer(text)]
    taken: set[int] = set()
    for name in sorted(names, key=len, reverse=True):
        for first in range(len(words)):
            last = next((i for i in range(first, len(words)) if " ".join(words[first : i + 1]) == name), None)
            if last is not None and taken.isdisjoint(range(first, last + 1)):
                taken.update(range(first, last + 1))
                yield first, last
                break


def _names_one(text: str, names: Sequence[str]) -> bool:
    """Does a text hold a name, or a part of one that is long enough?"""
    part = len(text) > BRIEF and text.count(" ") + 1 >= WORDS
    return any(f" {name} " in f" {text} " or (part and text in name) for name in names)


def _is_title(text: str, titles: Sequence[str]) -> bool:
    """Does a text say hardly more than the title of a Maßnahmenart?"""
    return any(
        title and f" {title} " in f" {text} " and len(text) <= len(title) + COUNTED for title in titles
    )


def _bare(text: str) -> str:
    return re.sub(r"[\W_]+", " ", text.replace("\u00ad", "")).strip().lower()
