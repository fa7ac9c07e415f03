"""Prints values and keeps the account of them: what the gold says is what went on the page."""

from __future__ import annotations

import random
import string
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Any

from num2words import num2words

from samples.blocks import Block, Paragraph, Run, Text, say
from samples.scenario import MONTHS, Case, Party, Programme, Scenario

NBSP = "\u00a0"
ROMAN = ("", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII")


def figures(value: Decimal, style: str) -> str:
    """An amount as agreements print it; cents are never dropped."""
    whole, cents = divmod(int(value * 100), 100)
    grouped = f"{whole:,}".replace(",", ".")
    if style == "euro_cents" or (cents and style in ("euro", "nbsp")):
        return f"{grouped},{cents:02d} Euro"
    if style == "euro":
        return f"{grouped} Euro"
    if style == "nbsp":
        return f"{grouped}{NBSP}Euro"
    if style == "sign":
        return f"{grouped},{cents:02d} €"
    if style == "code":
        return f"EUR {grouped}" + (f",{cents:02d}" if cents else "")
    if style == "dash":
        return f"{grouped},{cents:02d} EUR" if cents else f"{grouped},-- EUR"
    if style == "blanks":
        return f"{grouped.replace('.', NBSP)},{cents:02d} €"
    if style == "code_dash":
        return f"EUR {grouped},{cents:02d}" if cents else f"EUR {grouped},--"
    if style == "sign_first":
        return f"€ {grouped},{cents:02d}"
    if style == "wide":
        return grouped.replace(".", NBSP) + (f",{cents:02d}" if cents else "") + " Euro"
    if style in ("thousands", "thousands_cell"):
        rest = f"{int(value * 100) % 100_000:05d}".rstrip("0")
        return (
            f"{whole // 1000:,}".replace(",", ".")
            + (f",{rest}" if rest else "")
            + (" T€" if style == "thousands" else "")
        )
    if style == "dm":
        return f"{grouped},{cents:02d} DM" if cents else f"{grouped},-- DM"
    if style == "cell":
        return f"{grouped},{cents:02d}"
    raise ValueError(style)


def in_words(value: Decimal) -> str:
    """The amount spelled out, Euro included."""
    whole, cents = divmod(int(value * 100), 100)
    text = f"{num2words(whole, lang='de')} Euro"
    return text + (f" und {num2words(cents, lang='de')} Cent" if cents else "")


def long_date(day: date) -> str:
    return f"{day.day}. {MONTHS[day.month - 1]} {day.year}"


@dataclass
class Writer:
    """Collects blocks and gold for one agreement."""

    scenario: Scenario
    rng: random.Random
    numbering: str = "§"
    blocks: list[Block] = field(default_factory=list)
    gold: dict[str, Any] = field(default_factory=dict)
    counter: int = 0
    tables: int = 0
    shared: dict[str, str] = field(default_factory=dict)
    """Path of a value that is printed only as another one, of the path it shares its print with."""

    def __post_init__(self) -> None:
        s = self.scenario
        giving, receiving = ("party", "party") if s.equal else ("grantor", "recipient")
        grantor: dict[str, Any] = {"role": giving, "name": self.grantor.official}
        if s.land:
            grantor["representative"] = s.grantor.official
        recipients = [{"role": receiving, "name": p.official, "registry_key": p.key} for p in s.recipients]
        self.gold = {
            "kind": s.kind,
            "kind_key": s.kind_key,
            "programme": s.programmes[0].name if s.programmes else None,
            "programmes": [{"name": p.name, "key": p.key} for p in s.programmes],
            "budget_year": s.year,
            "parties": [grantor, *recipients],
            "amounts": [],
            "measures": [],
            "signatories": [],
            "dates": [],
            "sections": [],
            "section_headings": [],
            "authority": None,
        }

    @property
    def grantor(self) -> Party:
        s = self.scenario
        return Party("Land Hessen", "n", None, s.grantor.seat, s.grantor.short) if s.land else s.grantor

    @property
    def section(self) -> str | None:
        return self.gold["sections"][-1] if self.gold["sections"] else None

    def shows(self, fault: str) -> bool:
        """Whether a planted fault can be seen in this wording.

        A skipped number cannot where headings have none, nor a wrong year where the sum of the
        agreement stands in a table alone: its columns may hold other years.
        """
        if fault == "section_gap":
            gap = self.scenario.section_gap_after
            return gap is not None and self.counter > gap
        if fault == "wrong_year":
            totals = [one for one in self.gold["amounts"] if one["role"] == "total"]
            return any(one["table"] is None and one["year"] for one in totals)
        return True

    # Blocks

    def add(self, *blocks: Block) -> None:
        self.blocks.extend(blocks)

    def paragraph(self, template: str, **parts: Run | Text | str) -> None:
        self.add(Paragraph(self.fill(template, **parts)))

    def fill(self, template: str, **parts: Run | Text | str) -> Text:
        return say(template, **{**self.vocabulary(), **parts})

    def next_section(self) -> Run:
        """The number of the next section, as printed without its sign, entered in the gold."""
        self.counter += 1
        gap = self.scenario.section_gap_after
        printed = self.counter + (1 if gap is not None and self.counter > gap else 0)
        number = (
            ROMAN[printed]
            if self.numbering == "I"
            else string.ascii_uppercase[printed - 1]
            if self.numbering == "A"
            else str(printed)
        )
        index = len(self.gold["sections"])
        self.gold["sections"].append(number)
        return Run(number, f"sections[{index}]", bold=True)

    def heading(self, text: str) -> Run:
        index = len(self.gold["section_headings"])
        self.gold["section_headings"].append(text)
        return Run(text, f"section_headings[{index}]", bold=True)

    # Values

    def kind(self) -> Run:
        return Run(self.gold["kind"], "kind", bold=True)

    def year(self, bold: bool = False) -> Run:
        return Run(str(self.scenario.year), "budget_year", bold=bold)

    def programme(self, index: int = 0, genitive: bool = False) -> Run:
        programme: Programme = self.scenario.programmes[index]
        return Run(programme.genitive if genitive else programme.name, f"programmes[{index}]")

    def amount(
        self,
        value: Decimal,
        role: str,
        *,
        style: str | None = None,
        bold: bool = False,
        words: Decimal | None = None,
        **more: Any,
    ) -> tuple[Run, Run | None]:
        """Print a sum and enter it; with `words` also the run that spells that value out."""
        text = more.pop("text", None) or figures(value, style or self.scenario.figures)
        index = len(self.gold["amounts"])
        entry = {
            "value": str(value),
            "currency": "EUR",
            "role": role,
            "label": None,
            "year": None,
            "programme_key": None,
            "measure": None,
            "project": None,
            "section": self.section,
            "table": None,
            "row": None,
            "in_words": None,
            **more,
            "text": text,
        }
        spelled = None
        if words is not None:
            entry["in_words"] = {"value": str(words), "text": in_words(words)}
            spelled = Run(in_words(words), f"amounts[{index}].in_words")
        self.gold["amounts"].append(entry)
        return Run(text, f"amounts[{index}]", bold=bold), spelled

    def millions(self, tenths: int) -> Run:
        """ "rund 1,6 Mio. Euro": a rounded sum of another kind."""
        text = f"{tenths // 10},{tenths % 10} Mio. Euro"
        run, _ = self.amount(Decimal(tenths * 100_000).quantize(Decimal("0.01")), "other", text=text)
        return run

    def date(self, day: date, role: str, text: str | None = None) -> Run:
        index = len(self.gold["dates"])
        text = text or long_date(day)
        self.gold["dates"].append({"value": day.isoformat(), "role": role, "text": text})
        return Run(text, f"dates[{index}]")

    def measure(self, number: int, numbered: bool = True) -> tuple[Run, list[Run]]:
        """Title and project names of a measure (0-based); enters it in the gold.

        `numbered`: whether its number is printed too.
        """
        measure = self.scenario.measures[number]
        index = len(self.gold["measures"])
        self.gold["measures"].append(
            {
                "number": measure.number if numbered else None,
                "title": measure.title,
                "measure_key": measure.key,
                "projects": [p.name for p in measure.projects],
            }
        )
        return (
            Run(measure.title, f"measures[{index}].title"),
            [Run(p.name, f"measures[{index}].projects[{i}]") for i, p in enumerate(measure.projects)],
        )

    def authority(self) -> Run:
        self.gold["authority"] = "Regierungspräsidium Kassel"
        return Run("Regierungspräsidium Kassel", "authority")

    # Grammar

    def party(self, index: int, case: Case, mark: bool = False, capital: bool = False) -> Text:
        """Article and name of a party in a case; marked where it counts as the party's own mention."""
        party = self.grantor if index == 0 else self.scenario.recipients[index - 1]
        article, name = party.case(case)
        article = article.capitalize() if capital else article
        return (Run(article + " "), Run(name, f"parties[{index}].name" if mark else None))

    def bare_party(self, index: int) -> Run:
        """The name of a party as in a list, without an article, marked."""
        party = self.grantor if index == 0 else self.scenario.recipients[index - 1]
        return Run(party.printed, f"parties[{index}].name")

    def recipients(self, case: Case, mark: bool = False) -> Text:
        runs: list[Run] = []
        count = len(self.scenario.recipients)
        for index in range(1, count + 1):
            if index > 1:
                runs.append(Run(" und " if index == count else ", "))
            runs.extend(self.party(index, case, mark))
        return tuple(runs)

    def vocabulary(self) -> dict[str, Run | Text | str]:
        """What every sentence may name without a mark."""
        s = self.scenario
        return {
            "G": self.party(0, "nominative", capital=True),
            "g": self.party(0, "nominative"),
            "g_gen": self.party(0, "genitive"),
            "g_dat": self.party(0, "dative"),
            "g_acc": self.party(0, "accusative"),
            "r": self.recipients("nominative"),
            "r_gen": self.recipients("genitive"),
            "r_dat": self.recipients("dative"),
            "r_acc": self.recipients("accusative"),
            "hmsi": s.grantor.short or s.grantor.official,
            "prog": " und ".join(p.name for p in s.programmes),
            "prog_gen": " und des ".join(p.genitive for p in s.programmes),
            "y": str(s.year),
            "clause_year": str(s.clause_year),
        }
