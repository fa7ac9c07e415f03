"""Writes what fills the slots of a template: persons, offices, bodies, dates. All of it is made up."""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Sequence

from training.stock import (
    AUTHORITIES,
    COMPANY_FORMS,
    COMPANY_WORDS,
    FOREIGN_RANKS,
    HILLS,
    LAENDER,
    OF_THE_LAND,
    PORTFOLIOS,
    RANKS,
    RIVERS,
    Stock,
)
from training.text import LOC, ORG, PER, Part, Text, from_parts

SLOT = re.compile(r"\{(\w+)\}")
TITLES = (
    "Dr. ", "Dr. ", "Dr. ", "Prof. Dr. ", "Prof. ", "Dr.-Ing. ", "Dr. med. ", "Dr. h. c. ", "Dipl.-Ing. ",
)  # fmt: skip
PARTICLES = (
    "von ", "von ", "von der ", "zu ", "van ", "van der ", "de ", "El ", "al-", "dos ", "vom ",
    "Freiherr von ",
)  # fmt: skip
COMMITTEES = (
    "Magistrat der Stadt", "Kreisausschuss des Landkreises", "Rat der Stadt", "Gemeindevorstand der Gemeinde",
)  # fmt: skip
SHORT_MINISTRIES = ("Sozialministerium", "Kultusministerium", "Finanzministerium")
BEFORE_RANK = ("Stellvertretender", "Stellvertretende", "Der", "Die")
CITIES = ("Stadt", "Stadt", "Landeshauptstadt", "Universitätsstadt", "Gemeinde", "Markt")
MONTHS = (
    "Januar", "Februar", "März", "April", "Mai", "Juni", "Juli", "August", "September", "Oktober",
    "November", "Dezember",
)  # fmt: skip
ADJECTIVES = (
    "Neue", "Starke", "Zweite", "Junge", "Gute", "Offene", "Kommunale", "Digitale", "Berufliche", "Soziale",
    "Allgemeine", "Besondere", "Finanzielle", "Gemeinsame", "Regionale", "Fachliche", "Erste", "Integrative",
)  # fmt: skip
NOUNS = (
    "Wege", "Chance", "Brücke", "Zukunft", "Ausbildung", "Arbeit", "Perspektive", "Pflege", "Technik",
    "Werkstatt", "Beratung", "Orientierung", "Förderung", "Mittel", "Bestimmungen", "Aufgaben", "Eltern",
    "Berufe", "Qualifizierung", "Begleitung", "Gastronomie", "Handwerk", "Sprache", "Teilhabe", "Start",
    "Coaching", "Vertretung", "Vergabe", "Anlage", "Haushalt", "Zuwendung", "Vereinbarung", "Bericht",
)  # fmt: skip
SCRAWLS = (
    "Ae", "4", "/", "\\", "~", "—", "NZ", "ph", "|", ". /", "{", ";", "a L", "Uf", "%", "LL", "f", "_-", "€",
    "Kr",
)  # fmt: skip


class Writer:
    """Fills templates from one stock. `slots` names what may stand in braces."""

    def __init__(self, stock: Stock, rng: random.Random) -> None:
        self.stock = stock
        self.rng = rng
        self.slots: dict[str, Callable[[], list[Part]]] = {
            "person": self.person,
            "mr": self.addressed,
            "office": self.office,
            "body": self.body,
            "of_body": self.inflected_body,
            "ministry": self.ministry,
            "to_ministry": self.ministry_in_dative,
            "county": self.county,
            "company": self.company,
            "authority": self.authority,
            "land": self.land,
            "place": self.place,
            "date": lambda: [(self.date(), None)],
            "year": lambda: [(str(self.rng.randint(1990, 2032)), None)],
            "amount": lambda: [(self.amount(), None)],
            "number": lambda: [(str(self.rng.randint(1, 19)), None)],
            "topic": lambda: [(self.topic(), None)],
            "line": lambda: [(self.rng.choice("_._.…-") * self.rng.randint(6, 30), None)],
            "scrawl": lambda: [(self.rng.choice(SCRAWLS), None)],
            "abbreviation": self.abbreviation,
        }

    def fill(self, template: str) -> Text:
        """The template with each slot written. Raises KeyError for an unknown slot."""
        parts: list[Part] = []
        end = 0
        for slot in SLOT.finditer(template):
            parts += [(template[end : slot.start()], None), *self.slots[slot[1]]()]
            end = slot.end()
        return from_parts([*parts, (template[end:], None)])

    def person(self) -> list[Part]:
        """Degrees are not part of the name, as in the corpora."""
        chance = self.rng.random
        given = self._pick(self.stock.given)
        if chance() < 0.14:
            given += self.rng.choice(("-", " ")) + self._pick(self.stock.given)
        elif chance() < 0.08:
            given += f" {self._pick(self.stock.given)[0]}."
        elif chance() < 0.07:
            given = f"{given[0]}."
        family = self._pick(self.stock.family)
        if chance() < 0.14:
            family += self.rng.choice(("-", "-", "-", " ")) + self._pick(self.stock.family)
        elif chance() < 0.08:
            family = self.rng.choice(PARTICLES) + family
        if chance() < 0.07:
            family = family.upper()
        elif chance() < 0.05:
            given, family = given.upper(), family.upper()
        title = self.rng.choice(TITLES) if chance() < 0.15 else ""
        after = self.rng.choice((", MdL", ", LL.M.", ", M.A.", " MdB")) if chance() < 0.02 else ""
        return [(title, None), (f"{given} {family}", PER), (after, None)]

    def addressed(self) -> list[Part]:
        full = self.rng.random() < 0.75
        person = self.person() if full else [(self._pick(self.stock.family), PER)]
        return [(self.rng.choice(("Herrn ", "Herr ", "Frau ", "Frau ")), None), *person]

    def office(self) -> list[Part]:
        chance = self.rng.random()
        if chance < 0.06:
            return [(self.rng.choice(FOREIGN_RANKS), None)]
        rank = self.rng.choice(self.rng.choice(RANKS))
        if chance < 0.55:
            return [(rank, None)]
        if chance < 0.68:
            return [(f"{rank} {self._portfolio_of()}", None)]
        if chance < 0.74:
            return [(f"{self.rng.choice(BEFORE_RANK)} {rank}", None)]
        if chance < 0.80:
            return [(f"{rank} und {self.rng.choice(self.rng.choice(RANKS))}", None)]
        return [(f"{rank} {self.rng.choice(('des', 'der'))} ", None), *self.inflected_body()]

    def body(self) -> list[Part]:
        kinds = (self.county, self.county, self.city, self.ministry, self.ministry, self.company, self.land)
        return self.rng.choice((*kinds, self.committee, self.authority))()

    def inflected_body(self) -> list[Part]:
        if self.rng.random() < 0.5:
            return [(self._county().replace("kreis ", "kreises ", 1), LOC)]
        return self.rng.choice((self.city, self.company, self.ministry_in_dative))()

    def ministry(self) -> list[Part]:
        subjects = self.rng.sample(PORTFOLIOS, self.rng.randint(1, 5))
        named = subjects[0] if len(subjects) == 1 else f"{', '.join(subjects[:-1])} und {subjects[-1]}"
        of_the_land = self.rng.choice(OF_THE_LAND)
        if self.rng.random() < 0.12:
            return [(f"{of_the_land} {self.rng.choice(SHORT_MINISTRIES)}", ORG)]
        if self.rng.random() < 0.15:
            return [(f"Senatsverwaltung für {named}", ORG)]
        head = self.rng.choice(("Ministerium", "Ministerium", "Staatsministerium"))
        lead = f"{of_the_land} " if self.rng.random() < 0.7 else ""
        return [(f"{lead}{head} {self.rng.choice(('für', 'für', 'für', 'der'))} {named}", ORG)]

    def ministry_in_dative(self) -> list[Part]:
        return [(_after_dem(name), label) for name, label in self.ministry()]

    def county(self) -> list[Part]:
        return [(self._county(), LOC)]

    def city(self) -> list[Part]:
        kind = self.rng.choice(CITIES)
        return [(f"{kind} {self._pick(self.stock.places)}", LOC)]

    def committee(self) -> list[Part]:
        named = self.rng.choice(COMMITTEES)
        return [("Der ", None), (f"{named} {self._pick(self.stock.places)}", ORG)]

    def authority(self) -> list[Part]:
        return [(f"{self.rng.choice(AUTHORITIES)} {self._pick(self.stock.places)}", ORG)]

    def company(self) -> list[Part]:
        words = " und ".join(self.rng.sample(COMPANY_WORDS, self.rng.randint(1, 2)))
        where = self.rng.choice(
            (self._pick(self.stock.places), self._pick(RIVERS), self._pick(self.stock.family))
        )
        name = self.rng.choice((f"{words} {where}", f"{where} {words}", f"{where}er {words}"))
        return [(f"{name} {self.rng.choice(COMPANY_FORMS)}", ORG)]

    def land(self) -> list[Part]:
        land = self.rng.choice(LAENDER)
        before = self.rng.choice(("Land ", "Land ", "Freistaat ", ""))
        return [(before, None), (land, LOC)]

    def place(self) -> list[Part]:
        return [(self._pick(self.stock.places), LOC)]

    def abbreviation(self) -> list[Part]:
        return [("".join(self.rng.choice("ABDEFGHIJKLMRSTVWZ") for _ in range(self.rng.randint(2, 5))), ORG)]

    def date(self) -> str:
        day, month, year = self.rng.randint(1, 28), self.rng.randint(1, 12), self.rng.randint(1975, 2031)
        name = MONTHS[month - 1]
        forms = (
            f"{day}.{month}.{year}", f"{day:02}.{month:02}.{year}", f"{day}. {name} {year}",
            f"{day:02}. {name} {year}", f"{day}. {name[:3].upper()}. {year}",
            f"{day}.{month}.{year % 100:02}", f"{day:02}. {name[:3]}. {year}",
        )  # fmt: skip
        return self.rng.choice(forms)

    def amount(self) -> str:
        whole = f"{self.rng.randint(1_000, 9_999_999):,}".replace(",", ".")
        return f"{whole}{self.rng.choice((' Euro', ',00 €', ',50 Euro', ' EUR', ',-- DM'))}"

    def topic(self) -> str:
        """Words with capitals that are nobody's name."""
        first, second = self.rng.choice(NOUNS), self.rng.choice(NOUNS)
        return self.rng.choice(
            (
                f"{self.rng.choice(ADJECTIVES)} {first}",
                f"{first} und {second}",
                f"{first} {second}",
                f"{first}",
                f"{self.rng.choice(PORTFOLIOS)} {first}",
                f"{first} {self.rng.randint(1, 9)}.0",
                f"{first}s- und {second}sprogramm",
            )
        )

    def _county(self) -> str:
        first, second = self.rng.sample((*RIVERS, *HILLS), 2)
        place = self._pick(self.stock.places)
        return self.rng.choice(
            (
                f"Landkreis {place}",
                f"Landkreis {place}-{self._pick(self.stock.places)}",
                f"Kreis {place}",
                f"{first}-{second}-Kreis",
                f"{first}kreis",
                f"Landkreis {first}-{second}",
            )
        )

    def _portfolio_of(self) -> str:
        one, two = self.rng.sample(PORTFOLIOS, 2)
        return self.rng.choice((f"für {one} und {two}", f"für {one}", f"der {one}", f"für {one}, {two}"))

    def _pick(self, words: Sequence[str]) -> str:
        return self.rng.choice(words)


def _after_dem(ministry: str) -> str:
    """ "Hessisches Ministerium" → "Hessischen Ministerium"."""
    first, space, rest = ministry.partition(" ")
    return f"{first[:-1]}n{space}{rest}" if first.endswith("sches") else ministry
