"""The record a perfect reader would hand over for a gold: to try rules and evaluations without reading."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from itertools import zip_longest
from typing import Any

from models.agreement import (
    Agreement,
    Amount,
    DateMention,
    DocumentInfo,
    Measure,
    PageInfo,
    Party,
    Programme,
    Project,
    Section,
    Signatory,
)
from models.values import Extracted, Provenance
from samples.gold import Gold


def perfect_record(gold: Gold) -> Agreement:
    """Every value of the gold, at its first place, read with full confidence; no findings.

    A Maßnahmenart whose title is on no page is left out: the record needs a title.
    """
    read = _Reader(gold)
    pages = tuple(
        PageInfo(
            number=page["number"],
            origin=page["origin"],
            reason="gold",
            rotation=page["turned"],
            skew=page["skew"],
            confidence=1.0,
            width=page["width"],
            height=page["height"],
        )
        for page in gold["pages"]
    )
    document = DocumentInfo(
        id=gold["files"][0], path=gold["files"][0], sha256=None, media_type=None, pages=pages
    )
    return Agreement(
        document=document,
        kind=read("kind", gold["kind"]),
        kind_key=gold["kind_key"],
        programme=tuple(
            Programme(**read.parts(f"programmes[{i}]", one["name"]), key=one["key"])
            for i, one in enumerate(gold["programmes"])
        ),
        budget_year=read("budget_year", gold["budget_year"]),
        parties=tuple(read.party(i, one) for i, one in enumerate(gold["parties"])),
        amounts=tuple(read.amount(i, one) for i, one in enumerate(gold["amounts"])),
        measures=tuple(read.measure(i, one) for i, one in enumerate(gold["measures"]) if one["title"]),
        signatories=tuple(read.signatory(i, one) for i, one in enumerate(gold["signatories"])),
        dates=tuple(
            DateMention(**read.parts(f"dates[{i}]", _day(one["value"])), role=one["role"])
            for i, one in enumerate(gold["dates"])
        ),
        sections=tuple(
            Section(
                number=read.sure(f"sections[{i}]", number),
                heading=read(f"section_headings[{i}]", heading),
            )
            for i, (number, heading) in enumerate(zip_longest(gold["sections"], gold["section_headings"]))
            if number is not None
        ),
        authority=read("authority", gold["authority"]),
    )


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None


class _Reader:
    """Looks up where a value stands."""

    def __init__(self, gold: Gold) -> None:
        self.gold = gold

    def parts(self, path: str, value: Any) -> dict[str, Any]:
        place = self.gold["places"][path][0]
        origin = self.gold["pages"][place["page"] - 1]["origin"]
        provenance = Provenance(page=place["page"], bbox=tuple(place["bbox"]), origin=origin, confidence=1.0)
        return {"value": value, "text": place["text"], "provenance": provenance}

    def sure(self, path: str, value: Any) -> Extracted[Any]:
        return Extracted[Any](**self.parts(path, value))

    def __call__(self, path: str, value: Any) -> Extracted[Any] | None:
        return self.sure(path, value) if path in self.gold["places"] else None

    def party(self, index: int, entry: Gold) -> Party:
        path = f"parties[{index}]"
        return Party(
            role=entry["role"],
            name=self.sure(f"{path}.name", entry["name"]),
            registry_key=entry.get("registry_key"),
            abbreviation=self(f"{path}.abbreviation", entry.get("abbreviation")),
            representative=self(f"{path}.representative", entry.get("representative")),
        )

    def amount(self, index: int, entry: Gold) -> Amount:
        path = f"amounts[{index}]"
        words = entry["in_words"]
        kept = (
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
        return Amount(
            **self.parts(path, Decimal(entry["value"])),
            **{key: entry[key] for key in kept},
            in_words=self(f"{path}.in_words", Decimal(words["value"])) if words else None,
        )

    def measure(self, index: int, entry: Gold) -> Measure:
        path = f"measures[{index}]"
        return Measure(
            number=entry["number"],
            title=self.sure(f"{path}.title", entry["title"]),
            measure_key=entry["measure_key"],
            projects=tuple(
                Project(
                    name=self.sure(f"{path}.projects[{i}]", name), amount=self._paid(entry["number"], name)
                )
                for i, name in enumerate(entry["projects"])
            ),
        )

    def _paid(self, measure: int, project: str) -> Extracted[Any] | None:
        for index, amount in enumerate(self.gold["amounts"]):
            if amount["measure"] == measure and amount["project"] == project:
                return self(f"amounts[{index}]", Decimal(amount["value"]))
        return None

    def signatory(self, index: int, entry: Gold) -> Signatory:
        path = f"signatories[{index}]"
        fields = {
            part: self(f"{path}.{part}", entry[part])
            for part in ("name", "function", "organisation", "place")
        }
        return Signatory(**fields, party=entry["party"], date=self(f"{path}.date", _day(entry["date"])))
