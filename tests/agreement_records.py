"""Records to hold against the rules: a clean agreement, and values to change in it. Names are invented."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

from models.agreement import (
    Agreement,
    Amount,
    Annex,
    Completeness,
    DateMention,
    DateRole,
    DocumentInfo,
    Measure,
    PageInfo,
    Part,
    Party,
    PrintedNumber,
    Programme,
    Project,
    Section,
    Signatory,
)
from models.values import Extracted, Provenance

MINISTRY = "Hessisches Ministerium für Arbeit, Integration, Jugend und Soziales"
COUNTY = "Landkreis Groß-Gerau"


def place(page: int = 1, confidence: float = 1.0) -> Provenance:
    return Provenance(page=page, bbox=(10, 20, 110, 32), origin="ocr", confidence=confidence)


def text(value: str, confidence: float = 1.0) -> Extracted[str]:
    return Extracted[str](value=value, text=value, provenance=place(confidence=confidence))


def year(value: int) -> Extracted[int]:
    return Extracted[int](value=value, text=str(value), provenance=place())


def day(printed: str, value: date | None = None, confidence: float = 1.0) -> Extracted[date | None]:
    """ISO dates are read, anything else has no value unless one is given."""
    if value is None and printed[:4].isdigit():
        value = date.fromisoformat(printed)
    return Extracted[date | None](value=value, text=printed, provenance=place(confidence=confidence))


def mention(role: DateRole, value: str) -> DateMention:
    return DateMention(value=date.fromisoformat(value), text=value, provenance=place(), role=role)


def money(value: str, role: Any = "total", words: str | None = None, **fields: Any) -> Amount:
    spelled = None
    if words is not None:
        number = Decimal(words) if words[0].isdigit() else None
        spelled = Extracted[Decimal | None](value=number, text=words, provenance=place())
    return Amount(value=Decimal(value), text=value, provenance=place(), role=role, in_words=spelled, **fields)


def row(number: int, value: str, role: Any = "component", **fields: Any) -> Amount:
    return money(value, role, **({"table": 1, "row": number} | fields))


def at(right: float, amount: Amount) -> Amount:
    """The amount printed so that it ends `right` points from the left."""
    provenance = amount.provenance.model_copy(update={"bbox": (right - 50, 20, right, 32)})
    return amount.model_copy(update={"provenance": provenance})


def measure(number: int, title: str, *projects: str | Project) -> Measure:
    return Measure(
        number=number,
        title=text(title),
        projects=tuple(one if isinstance(one, Project) else Project(name=text(one)) for one in projects),
    )


def project(name: str, value: str) -> Project:
    amount = Extracted[Decimal](value=Decimal(value), text=value, provenance=place())
    return Project(name=text(name), amount=amount)


def whole(part: Part, confidence: float) -> Completeness:
    return Completeness(part=part, confidence=confidence, spots=(text("Startrampe").spot,))


def sections(*numbers: str) -> tuple[Section, ...]:
    return tuple(Section(number=text(number)) for number in numbers)


def sections_on(*placed: tuple[str, int]) -> tuple[Section, ...]:
    """Sections with the page each begins on."""
    return tuple(
        Section(number=text(number).model_copy(update={"provenance": place(page)})) for number, page in placed
    )


def pages(*printed: int | tuple[int, int] | None) -> DocumentInfo:
    """A file with these page numbers on its pages: 3, (3, 5) for "Seite 3 von 5", or none."""
    labels = [(one, None) if isinstance(one, int) else one for one in printed]
    return DocumentInfo(
        id="a.pdf",
        path="a.pdf",
        sha256=None,
        media_type=None,
        pages=tuple(
            PageInfo(
                number=page,
                origin="ocr",
                reason="",
                confidence=1.0,
                width=595,
                height=842,
                printed=label
                and PrintedNumber(page=page, bbox=(290, 800, 305, 812), number=label[0], of=label[1]),
            )
            for page, label in enumerate(labels, 1)
        ),
    )


def annex(name: str, mentioned: int | None = None, begins: int | None = None) -> Annex:
    def on(page: int | None) -> Extracted[str] | None:
        return Extracted[str](value=name, text=name, provenance=place(page)) if page else None

    return Annex(name=name, mention=on(mentioned), heading=on(begins))


def share(value: str) -> Extracted[Decimal]:
    return Extracted[Decimal](value=Decimal(value), text=f"{value} %", provenance=place())


def programme(name: str, key: str | None) -> Programme:
    return Programme(value=name, text=name, provenance=place(), key=key)


def recipient(name: str, key: str | None, **fields: Any) -> Party:
    return Party(role="recipient", name=text(name), registry_key=key, **fields)


def grantor(name: str = MINISTRY) -> Party:
    return Party(role="grantor", name=text(name))


def minister(**changes: Any) -> Signatory:
    fields: dict[str, Any] = {
        "name": text("Erika Mustermann"),
        "function": text("Staatsministerin"),
        "organisation": text(MINISTRY),
        "party": 1,
        "place": text("Wiesbaden"),
        "date": day("2025-08-07"),
    }
    return Signatory(**(fields | changes))


def deputy(**changes: Any) -> Signatory:
    fields: dict[str, Any] = {
        "name": text("Max Beispielmann"),
        "function": text("Erster Kreisbeigeordneter"),
        "organisation": text("des Landkreises Groß-Gerau"),
        "party": 2,
        "place": text("Groß-Gerau"),
        "date": day("2025-09-09"),
    }
    return Signatory(**(fields | changes))


def head_of_county(**changes: Any) -> Signatory:
    return deputy(**({"name": text("Lieschen Muster"), "function": text("Landrätin")} | changes))


def agreement(path: str = "a.pdf", **changes: Any) -> Agreement:
    """A clean record: nothing in it contradicts anything."""
    fields: dict[str, Any] = {
        "document": DocumentInfo(id=path, path=path, sha256=None, media_type=None),
        "kind": text("Zielvereinbarung"),
        "kind_key": "zielvereinbarung",
        "programme": (programme("Ausbildungs- und Qualifizierungsbudget", "aqb"),),
        "budget_year": year(2025),
        "parties": (grantor(), recipient(COUNTY, "06433000", match_score=1.0)),
        "amounts": (money("1000000", year=2025, section="4"),),
        "measures": (
            measure(1, "Ausbildungsvorbereitung", "Alpha", "Beta"),
            measure(2, "Ausbildung und Ausbildungscoaching in anerkannten Ausbildungsberufen", "Gamma"),
        ),
        "signatories": (minister(), head_of_county(), deputy()),
        "dates": (),
        "sections": sections("1", "2", "3", "4"),
    }
    return Agreement(**(fields | changes))
