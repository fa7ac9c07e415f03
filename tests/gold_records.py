"""A gold file as the record a perfect reading would give. The gold has values, not boxes for all of them."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

from models.agreement import (
    Agreement,
    Amount,
    DateMention,
    DocumentInfo,
    Measure,
    Party,
    Programme,
    Project,
    Section,
    Signatory,
)
from models.reference import Reference
from models.values import Extracted, Provenance

PRINTED = Provenance(page=1, bbox=(0, 0, 1, 1), origin="text_layer", confidence=1.0)


def text(value: str | None) -> Extracted[str] | None:
    return Extracted[str](value=value, text=value, provenance=PRINTED) if value else None


def sure(value: str) -> Extracted[str]:
    return Extracted[str](value=value, text=value, provenance=PRINTED)


def day(value: str | None, printed: str | None) -> Extracted[date | None] | None:
    if not printed:
        return None
    known = date.fromisoformat(value) if value else None
    return Extracted[date | None](value=known, text=printed, provenance=PRINTED)


def record_from_gold(gold: dict[str, Any], reference: Reference, path: str = "gold.pdf") -> Agreement:
    kind = reference.match_kind(gold["kind"])
    programmes = gold.get("programmes") or [{"name": gold["programme"], "key": None}]
    return Agreement(
        document=DocumentInfo(id=path, path=path, sha256=None, media_type=None),
        kind=text(gold["kind"]),
        kind_key=kind.entry.key if kind else None,
        programme=tuple(
            Programme(
                value=one["name"],
                text=one["name"],
                provenance=PRINTED,
                key=one["key"]
                or getattr(getattr(reference.match_programme(one["name"]), "entry", None), "key", None),
            )
            for one in programmes
        ),
        budget_year=gold["budget_year"]
        and Extracted[int](value=gold["budget_year"], text=str(gold["budget_year"]), provenance=PRINTED),
        parties=tuple(
            Party(
                role=one["role"],
                name=sure(one["name"]),
                registry_key=one.get("registry_key"),
                abbreviation=text(one.get("abbreviation")),
            )
            for one in gold["parties"]
        ),
        amounts=tuple(_amount(one) for one in gold["amounts"]),
        measures=tuple(
            Measure(
                number=one["number"],
                title=sure(one["title"]),
                projects=tuple(
                    Project(name=sure(project if isinstance(project, str) else project["name"]))
                    for project in one["projects"]
                ),
            )
            for one in gold["measures"]
        ),
        signatories=tuple(
            Signatory(
                name=text(one["name"]),
                function=text(one["function"]),
                organisation=text(one["organisation"]),
                party=one["party"],
                place=text(one["place"]),
                date=day(one["date"], one.get("date_text")),
            )
            for one in gold["signatories"]
        ),
        dates=tuple(
            DateMention(
                value=one["value"] and date.fromisoformat(one["value"]),
                text=one["text"],
                provenance=PRINTED,
                role=one["role"],
            )
            for one in gold.get("dates", ())
        ),
        sections=tuple(Section(number=sure(number)) for number in gold["sections"]),
    )


def _amount(gold: dict[str, Any]) -> Amount:
    fields = (
        "currency",
        "role",
        "label",
        "year",
        "programme_key",
        "measure",
        "project",
        "section",
        "table",
        "row",
    )
    words = gold.get("in_words")
    return Amount(
        value=Decimal(gold["value"]),
        text=gold["text"],
        provenance=PRINTED,
        in_words=words
        and Extracted[Decimal | None](
            value=Decimal(words["value"]) if words["value"] else None, text=words["text"], provenance=PRINTED
        ),
        **{name: gold[name] for name in fields if gold.get(name) is not None},
    )
