"""Loads the reference data and answers for it."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from copy import copy
from datetime import date
from functools import cached_property, lru_cache
from importlib import resources
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Any, TypeVar

from pydantic import ValidationError
from rapidfuzz import fuzz

from models.reference.entries import (
    Authority,
    Body,
    Entry,
    Kind,
    MeasureType,
    Ministry,
    Office,
    ProgrammeEntry,
)
from models.reference.matching import BodyIndex, Match, NameIndex

E = TypeVar("E", bound=Entry)

# Words that stand beside a programme's name and do not change it ("des hessischen …", "regionales …").
_PROGRAMME_NOISE = frozenset({"hessisch", "regional", "land", "hess", "zur", "umsetzung", "aus", "umsetz"})
_KIND_NOISE = frozenset({"gemeinsam"})
_ARTICLE = re.compile(r"^(?:der|die|das|des|dem|den)\s+", re.IGNORECASE)
_INTRODUCED = 0.9
"""Likeness of two ways to write one name: an ending, a misread letter or two."""


class ReferenceDataError(Exception):
    """A reference file that cannot be used; the message names file and entry, in German."""


class Reference:
    """All reference data, read-only. A key in a later folder replaces the same key of an earlier one."""

    def __init__(self, folders: Iterable[Traversable]) -> None:
        folders = list(folders)
        self.bodies = _load(folders, "bodies", Body)
        self.ministries = _load(folders, "ministries", Ministry)
        self.programmes = _load(folders, "programmes", ProgrammeEntry)
        self.measures = _load(folders, "measures", MeasureType)
        self.offices = _load(folders, "offices", Office)
        self.authorities = _load(folders, "authorities", Authority)
        self.kinds = _load(folders, "kinds", Kind)
        self._introduced: tuple[Body, ...] = ()
        self._called: Mapping[str, Body | Ministry] = {}

    @classmethod
    def load(cls, extra_folders: Iterable[Path] = ()) -> Reference:
        """The families of the package, and further folders of the same shape."""
        packaged = resources.files(__package__) / "families"
        families = sorted((one for one in packaged.iterdir() if one.is_dir()), key=lambda one: one.name)
        families = [one for one in families if not one.name.startswith(("_", "."))]
        for folder in extra_folders:
            if not folder.is_dir():
                raise ReferenceDataError(f"{folder} ist kein Ordner mit Referenzdaten")
        return cls([*families, *extra_folders])

    def introducing(self, names: Iterable[str], called: Mapping[str, str]) -> Reference:
        """The same data for one document, which introduces organisations of these names and calls some for
        short: `called` has their keys or names. A document asks several times and is given the same."""
        return _introducing(self, tuple(names), tuple(called.items()))

    def called(self, text: str) -> Body | Ministry | None:
        """The organisation that the document calls so for short, with an article or without one."""
        return self._called.get(_ARTICLE.sub("", text))

    def match_introduced(self, text: str) -> Match[Body] | None:
        """The organisation of the document that `text` names, in any case ("der Musterwerke")."""
        plain = _ARTICLE.sub("", text).casefold()
        scored = [(fuzz.ratio(plain, body.name.casefold()) / 100, body) for body in self._introduced]
        score, best = max(scored, key=lambda one: one[0], default=(0.0, None))
        return Match(best, score, None) if best is not None and score >= _INTRODUCED else None

    def body(self, key: str | None) -> Body | None:
        return next((body for body in self.bodies if body.key == key), None)

    def ministry(self, key: str | None) -> Ministry | None:
        return next((ministry for ministry in self.ministries if ministry.key == key), None)

    def programme(self, key: str | None) -> ProgrammeEntry | None:
        return next((programme for programme in self.programmes if programme.key == key), None)

    def kind(self, key: str | None) -> Kind | None:
        return next((kind for kind in self.kinds if kind.key == key), None)

    def measure(self, key: str | None) -> MeasureType | None:
        return next((measure for measure in self.measures if measure.key == key), None)

    def measures_of(self, programme: str) -> tuple[MeasureType, ...]:
        return tuple(measure for measure in self.measures if measure.programme == programme)

    def municipal_bodies(self, year: int) -> tuple[Body, ...]:
        """The counties and cities that exist in `year`."""
        return tuple(body for body in self.bodies if body.municipal and body.valid_in(year))

    def match_body(self, text: str, on: date | None = None) -> Match[Body] | None:
        """The body that `text` names ("des Landkreises Groß-Gerau"), or None: unknown or ambiguous.

        The kind of body must be said; a place alone ("Kassel") matches nothing.
        """
        return self._bodies.match(text, on)

    def match_ministry(self, text: str, on: date | None = None) -> Match[Ministry] | None:
        """The ministry by name or abbreviation. Several bore the abbreviation HMSI: `on` decides."""
        return self._ministries.match(text, on)

    def match_programme(self, text: str, on: date | None = None) -> Match[ProgrammeEntry] | None:
        return self._programmes.match(text, on)

    def match_measure(self, text: str, on: date | None = None) -> Match[MeasureType] | None:
        return self._measures.match(text, on)

    def match_office(self, text: str, on: date | None = None) -> Match[Office] | None:
        """The office, in any gender and case, also when "des Landkreises …" or "für …" follows."""
        return self._offices.match(text, on)

    def match_authority(self, text: str, on: date | None = None) -> Match[Authority] | None:
        return self._authorities.match(text, on)

    def match_kind(self, text: str, on: date | None = None) -> Match[Kind] | None:
        """The kind of document, also when a year or "zur …" follows."""
        return self._kinds.match(text, on)

    @cached_property
    def _bodies(self) -> BodyIndex:
        return BodyIndex(self.bodies)

    @cached_property
    def _ministries(self) -> NameIndex[Ministry]:
        return NameIndex(self.ministries)

    @cached_property
    def _programmes(self) -> NameIndex[ProgrammeEntry]:
        return NameIndex(self.programmes, noise=_PROGRAMME_NOISE)

    @cached_property
    def _measures(self) -> NameIndex[MeasureType]:
        return NameIndex(self.measures)

    @cached_property
    def _offices(self) -> NameIndex[Office]:
        return NameIndex(self.offices, by_head=True)

    @cached_property
    def _authorities(self) -> NameIndex[Authority]:
        return NameIndex(self.authorities)

    @cached_property
    def _kinds(self) -> NameIndex[Kind]:
        return NameIndex(self.kinds, noise=_KIND_NOISE, by_head=True)


@lru_cache(maxsize=4)
def _introducing(known: Reference, names: tuple[str, ...], called: tuple[tuple[str, str], ...]) -> Reference:
    new = {name: Body(key=name, name=name, kind="organisation", seat="") for name in names}
    told = copy(known)
    told._introduced = tuple(
        body
        for name, body in new.items()
        if known.match_body(name) is None and known.match_ministry(name) is None
    )
    told._called = {short: known.body(key) or known.ministry(key) or new[key] for short, key in called}
    return told


def _load(folders: list[Traversable], name: str, shape: type[E]) -> tuple[E, ...]:
    entries: dict[str, E] = {}
    for folder in folders:
        file = folder / f"{name}.toml"
        if file.is_file():
            for entry in _read(folder.name, file, shape):
                entries[entry.key] = entry
    return tuple(entries.values())


def _read(family: str, file: Traversable, shape: type[E]) -> Iterator[E]:
    try:
        table: dict[str, Any] = tomllib.loads(file.read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise ReferenceDataError(f"{family}/{file.name}: {error}") from error
    unknown = set(table) - {"entry"}
    if unknown:
        raise ReferenceDataError(f"{family}/{file.name}: unbekannte Angabe {sorted(unknown)[0]!r}")
    seen: set[str] = set()
    for number, fields in enumerate(table.get("entry", ()), 1):
        place = f"{family}/{file.name}, Eintrag {number}"
        try:
            entry = shape.model_validate({"family": family, **fields})
        except ValidationError as error:
            first = error.errors()[0]
            where = ".".join(str(part) for part in first["loc"])
            raise ReferenceDataError(f"{place}: {where}: {first['msg']}") from error
        if entry.key in seen:
            raise ReferenceDataError(f"{place}: {entry.key!r} kommt zweimal vor")
        seen.add(entry.key)
        yield entry
