"""What one entry of the reference data holds. The data files in families/ have the same shape."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Literal

from pydantic import Field

from models.values import Model

BodyKind = Literal["county", "city", "state", "organisation"]
"""An organisation is in no list: a document introduces it."""
OfficeBody = Literal[
    "county", "city", "municipality", "state", "ministry", "authority", "company", "jobcenter"
]


class Dated(Model):
    """Something that exists from one day to another, both included; None where that day is unknown."""

    valid_from: date | None = None
    valid_until: date | None = None
    certain: bool = True

    def valid_on(self, day: date) -> bool:
        return (self.valid_from is None or self.valid_from <= day) and (
            self.valid_until is None or day <= self.valid_until
        )

    def valid_in(self, year: int) -> bool:
        """Whether it exists on at least one day of `year`."""
        return (self.valid_from is None or self.valid_from.year <= year) and (
            self.valid_until is None or year <= self.valid_until.year
        )


class Entry(Dated):
    """`name` goes into the tables; `forms` are further ways to write it; `source` tells who says so.

    Abbreviations are recognised to the letter only. `certain` is False where a statement of the
    entry was not checked against a source.
    """

    key: Annotated[str, Field(min_length=1)]
    name: Annotated[str, Field(min_length=1)]
    forms: tuple[str, ...] = ()
    abbreviations: tuple[str, ...] = ()
    source: str = ""
    family: str = ""

    @property
    def spellings(self) -> tuple[str, ...]:
        """All ways to write it in full, the name first."""
        return (self.name, *self.forms)


class Body(Entry):
    """A county, a city that belongs to no county, or the Land. `key` is the AGS, eight digits."""

    kind: BodyKind
    seat: str
    statistical_name: str = ""

    @property
    def municipal(self) -> bool:
        return self.kind != "state"


class Minister(Dated):
    name: str


class Ministry(Entry):
    minister: tuple[Minister, ...] = ()


class ProgrammeEntry(Entry):
    """A funding programme; the dates bound the budget years it exists for."""


class MeasureType(Entry):
    """A Maßnahmenart of a programme, with its number in the catalogue."""

    programme: str
    number: int


class Office(Entry):
    """An office in which agreements are signed, and the kinds of body that have it.

    `sole` if a body has only one holder of it at a time.
    """

    bodies: tuple[OfficeBody, ...]
    sole: bool = False


class Authority(Entry):
    """An authority that issues notices (Bescheide)."""

    seat: str = ""


class Kind(Entry):
    """A kind of document; `amends` if it changes or adds to an earlier agreement, or `ends` it."""

    amends: bool = False
    ends: bool = False
