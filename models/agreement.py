"""What an agreement is: the record that is read from one document."""

from __future__ import annotations

import datetime
from decimal import Decimal
from typing import Literal

from pydantic import Field, computed_field

from models.finding import Finding
from models.values import Extracted, Model, Origin, Spot

PartyRole = Literal["grantor", "recipient", "party"]
AmountRole = Literal["total", "component", "subtotal", "replaced", "replacement", "other"]
DateRole = Literal[
    "signature", "deadline", "amended_agreement", "reference", "period_start", "period_end", "other"
]
Part = Literal["parties", "amounts", "measures", "signatories", "dates", "sections"]
"""The parts of a record of which a document may hold any number."""
Status = Literal["ok", "review", "failed"]


class PrintedNumber(Spot):
    """The page number that stands on a page; `of` is the count beside it ("Seite 3 von 5")."""

    number: int
    of: int | None = None


class PageInfo(Model):
    """How one page was read. Width and height in PDF points, rotation and skew in degrees."""

    number: int
    origin: Origin | None
    reason: str
    rotation: int = 0
    skew: float = 0.0
    confidence: float | None = None
    width: float
    height: float
    error: str | None = Field(default=None, description="why the page could not be read, in German")
    printed: PrintedNumber | None = None


class DocumentInfo(Model):
    """The file behind a record. `id` is the start of the SHA-256 of its bytes.

    `duplicate_of` is the path of the first file in the archive with the same bytes.
    """

    id: str
    path: str
    sha256: str | None
    media_type: str | None
    pages: tuple[PageInfo, ...] = ()
    duplicate_of: str | None = None


class Programme(Extracted[str]):
    """A funding programme; `key` is its reference key, None if it is in no list."""

    key: str | None = None


class Party(Model):
    role: PartyRole
    name: Extracted[str]
    registry_key: str | None = None
    match_score: float | None = None
    abbreviation: Extracted[str] | None = None
    representative: Extracted[str] | None = None


class Amount(Extracted[Decimal]):
    """A sum of money with the part it plays. `table` and `row` count from 1 through the document."""

    currency: str = "EUR"
    role: AmountRole = "other"
    label: str | None = None
    year: int | None = None
    programme_key: str | None = None
    measure: int | None = None
    project: str | None = None
    section: str | None = None
    in_words: Extracted[Decimal | None] | None = None
    table: int | None = None
    row: int | None = None
    share: Extracted[Decimal] | None = Field(
        default=None, description="the percentage printed beside it, of the total: 25 for 25 %"
    )


class Project(Model):
    name: Extracted[str]
    amount: Extracted[Decimal] | None = None


class Measure(Model):
    number: int | None
    title: Extracted[str]
    measure_key: str | None = None
    projects: tuple[Project, ...] = ()


class Signatory(Model):
    """One signature line. `party` counts from 1 in the order of `Agreement.parties`.

    `date` is None where none is printed; its value is None where the calendar has no such day.
    """

    name: Extracted[str] | None = None
    function: Extracted[str] | None = None
    organisation: Extracted[str] | None = None
    party: int | None = None
    place: Extracted[str] | None = None
    date: Extracted[datetime.date | None] | None = None


class DateMention(Extracted[datetime.date | None]):
    role: DateRole = "other"


class Section(Model):
    number: Extracted[str]
    heading: Extracted[str] | None = None

    @property
    def page(self) -> int:
        return self.number.provenance.page


class Annex(Model):
    """An annex by its name ("Anlage 2"): where the text speaks of it, where it begins in the file."""

    name: str
    mention: Extracted[str] | None = None
    heading: Extracted[str] | None = None


class Completeness(Model):
    """How certain it is, from 0 to 1, that nothing of a part of the record was overlooked.

    `spots` are places where something of it may stand: words that are in no value.
    """

    part: Part
    confidence: float
    spots: tuple[Spot, ...] = ()


class Illegible(Spot):
    """A sum or a date that is printed, of which not every figure could be read: it is in no value."""

    part: Part
    text: str


class Agreement(Model):
    """The whole record. What was not found is None or empty, never invented."""

    document: DocumentInfo
    kind: Extracted[str] | None = None
    kind_key: str | None = None
    title: Extracted[str] | None = None
    programme: tuple[Programme, ...] = ()
    budget_year: Extracted[int] | None = None
    parties: tuple[Party, ...] = ()
    amounts: tuple[Amount, ...] = ()
    measures: tuple[Measure, ...] = ()
    signatories: tuple[Signatory, ...] = ()
    dates: tuple[DateMention, ...] = ()
    sections: tuple[Section, ...] = ()
    annexes: tuple[Annex, ...] = ()
    authority: Extracted[str] | None = None
    further_document: Extracted[str] | None = Field(
        default=None, description="the title of a second document in the same file, which was not read"
    )
    completeness: tuple[Completeness, ...] = ()
    illegible: tuple[Illegible, ...] = ()
    findings: tuple[Finding, ...] = ()
    status: Status = "review"
    reason: str | None = Field(default=None, description="why the status is not ok, in German, for people")

    @computed_field  # type: ignore[prop-decorator]
    @property
    def programme_key(self) -> tuple[str | None, ...]:
        return tuple(programme.key for programme in self.programme)

    def party(self, role: PartyRole) -> Party | None:
        """The first party in this role."""
        return next((party for party in self.parties if party.role == role), None)

    @property
    def totals(self) -> tuple[Amount, ...]:
        return tuple(amount for amount in self.amounts if amount.role == "total")
