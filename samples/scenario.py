"""What an invented agreement says, before anybody words or sets it: bodies, people, sums, projects, dates."""

from __future__ import annotations

import random
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from decimal import Decimal
from functools import cache
from typing import Literal, TypeVar

from models.reference import Reference

BudgetForm = Literal[
    "one_line",
    "running_text",
    "in_words",
    "by_measure",
    "by_project",
    "by_year",
    "two_programmes",
    "amendment",
]
SignatureForm = Literal["two_columns", "three_columns", "stacked"]
Ruled = Literal["grid", "rows", "none"]
Signing = Literal["plain", "captions", "organ", "brackets"]
Listing = Literal["table", "list"]
DateStyle = Literal["typed", "stamp", "hand"]
Case = Literal["nominative", "genitive", "dative", "accusative"]


BUDGET_FORMS: tuple[BudgetForm, ...] = (
    "one_line",
    "running_text",
    "in_words",
    "by_measure",
    "by_project",
    "by_year",
    "two_programmes",
    "amendment",
)
RULED: tuple[Ruled, ...] = ("grid", "rows", "none")
FIGURES = ("euro", "euro", "euro", "nbsp", "euro_cents", "sign", "code", "dash", "blanks")
YEARS = tuple(range(2012, 2027))
AMENDING_KINDS = ("Änderungsvereinbarung", "Änderungsvereinbarung", "Nachtragsvereinbarung")


@dataclass(frozen=True, slots=True)
class Party:
    """A party with the grammar a sentence needs. `official` is the name the gold carries."""

    official: str
    gender: Literal["m", "f", "n"]
    key: str | None
    seat: str
    short: str | None = None
    forms: tuple[str, ...] = ()
    written: str | None = None
    """The name as this agreement writes it, where that is not the official one."""

    @property
    def printed(self) -> str:
        return self.written or self.official

    def case(self, case: Case) -> tuple[str, str]:
        """Article and inflected name ("dem", "Hessischen Ministerium …")."""
        article = {
            "nominative": {"m": "der", "f": "die", "n": "das"},
            "genitive": {"m": "des", "f": "der", "n": "des"},
            "dative": {"m": "dem", "f": "der", "n": "dem"},
            "accusative": {"m": "den", "f": "die", "n": "das"},
        }[case][self.gender]
        return article, _inflect(self.printed, self.gender, case)


def _inflect(name: str, gender: str, case: Case) -> str:
    """The name without its article, after the definite article of that case."""
    first, blank, rest = name.partition(" ")
    if first == "Hessisches":
        noun, blank_after, tail = rest.partition(" ")
        if case == "genitive":
            return f"Hessischen {noun}s{blank_after}{tail}"
        return f"Hessische{'n' if case == 'dative' else ''} {rest}"
    if case == "genitive" and gender != "f":
        return f"{first}es{blank}{rest}"
    return name


@cache
def reference() -> Reference:
    return Reference.load()


def bodies(year: int) -> tuple[Party, ...]:
    """The counties and cities of a year, under the names they have in the tables."""
    return tuple(
        Party(body.name, "m" if body.kind == "county" else "f", body.key, body.seat, forms=body.forms)
        for body in sorted(reference().municipal_bodies(year), key=lambda body: body.key)
    )


def ministry(day: date) -> Party:
    """The ministry in charge on a day, under its name of that day."""
    entry = next(one for one in reference().ministries if one.valid_on(day))
    short = next(iter(entry.abbreviations), None)
    return Party(entry.name, "n", None, "Wiesbaden", short)


@dataclass(frozen=True, slots=True)
class Person:
    name: str
    woman: bool


@dataclass(frozen=True, slots=True)
class Programme:
    name: str
    key: str
    short: str

    @property
    def genitive(self) -> str:
        return self.name + "s"


AQB = Programme("Ausbildungs- und Qualifizierungsbudget", "aqb", "AQB")
AMB = Programme("Arbeitsmarktbudget", "arbeitsmarktbudget", "AMB")


@dataclass(frozen=True, slots=True)
class Project:
    name: str
    amount: Decimal | None = None


@dataclass(frozen=True, slots=True)
class Measure:
    number: int
    title: str
    key: str
    projects: tuple[Project, ...]
    amount: Decimal | None = None


@dataclass(frozen=True, slots=True)
class Signer:
    """One signature: `date_text` is what stands on the paper, None for an empty date line.

    `person` None: the line was left empty. `party` is the 0-based index of the party it stands under.
    """

    party: int
    person: Person | None
    function: str
    organisation: Party
    place: str
    day: date | None
    date_text: str | None
    date_style: DateStyle = "typed"
    deputising: bool = False


@dataclass(frozen=True, slots=True)
class Scenario:
    """One agreement. Sums as printed: a planted fault changes them here, before anything is set."""

    template: str
    kind: str
    year: int
    clause_year: int
    grantor: Party
    recipients: tuple[Party, ...]
    land: bool
    programmes: tuple[Programme, ...]
    budget: BudgetForm
    total: Decimal
    shares: tuple[Decimal, ...]
    """By year or by programme: what each line prints."""
    words_value: Decimal | None
    replaced: Decimal | None
    amended_day: date | None
    measures: tuple[Measure, ...]
    signers: tuple[Signer, ...]
    signature_form: SignatureForm
    deadline: date
    reference: date | None
    section_gap_after: int | None = None
    figures: str = "euro"
    ruled: Ruled = "grid"
    organisation_above: bool = False
    represented: bool = False
    file_mark: str | None = None
    signing: Signing = "plain"
    """How the block names things: with captions under the lines, with the organ, names in brackets."""
    listing: Listing = "table"
    """Whether several sums stand in a table or behind the items of a list."""
    asides: int = 0
    """How many sentences hold figures that are none of the sums (or sums of another kind)."""
    findings: tuple[dict[str, object], ...] = field(default=())
    equal: bool = False
    """Whether the parties stand side by side, none giving and none receiving."""

    @property
    def kind_key(self) -> str:
        return next(kind.key for kind in reference().kinds if kind.name == self.kind)

    @property
    def parties(self) -> tuple[Party, ...]:
        return (self.grantor, *self.recipients)

    @property
    def amendment(self) -> bool:
        return self.budget == "amendment"


@dataclass(frozen=True, slots=True)
class Wishes:
    """What a sample must show; whatever is None is left to chance."""

    template: str = "paragraf"
    body: str | None = None
    year: int | None = None
    budget: BudgetForm | None = None
    signature_form: SignatureForm | None = None
    recipients: int = 1
    recipient_signers: int | None = None
    date_styles: tuple[DateStyle, ...] = ("typed", "stamp", "typed")
    figures: str | None = None
    ruled: Ruled | None = None
    land: bool | None = None
    signing: Signing = "plain"
    listing: Listing = "table"
    asides: int = 0


_PROJECT_HEADS = (
    "Startklar",
    "Lernwerkstatt Nord",
    "Job:Brücke",
    "MoVe",
    "Perspektive Pflege",
    "BOJE",
    "SprInt",
    "Handwerk live",
    "Kompass",
    "AnKER",
    "TZ-Ausbildung",
    "Zweite Chance",
    "fit4job",
    "Küche & Service",
    "Tandem",
    "Werkhof",
    "PraxisPlus",
    "mittendrin",
    "Lotsenhaus",
    "Einstieg Metall",
    "DigiLab",
    "grün:raum",
    "Nähstube",
    "Rückenwind",
    "AufWärts",
    "Logistik kompakt",
    "IdA regional",
    "BaP",
)
_PROJECT_TAILS = (
    "",
    "",
    " 2.0",
    " II",
    " (TZ)",
    " – Kofinanzierung",
    " - vollfinanzierte Plätze",
    " U25",
    " – Modul 1: Orientierung",
    " (2. Jahr)",
    " Ü27",
    ": Coaching",
    " / Sprache",
    " 4.0",
    " e. V.",
    " - Standort Mitte",
    " für Alleinerziehende",
    " (integrativ)",
)
_TRAININGS = (
    "Fachtag Beratung",
    "Schulung Fallmanagement",
    "Fortbildung Diversität",
    "Methodenwerkstatt",
    "Schulung Mitarbeitende (2 Tage)",
    "Kollegiale Beratung – Grundkurs",
)

_WOMEN = (
    "Frieda",
    "Ottilie",
    "Ann-Kathrin",
    "Selma",
    "Marlene",
    "Zoé",
    "Hiltrud",
    "Inés",
    "Swantje",
    "Leyla",
    "Petra",
    "Gudrun",
    "Aylin",
    "Katarzyna",
    "Annegret",
    "Svenja",
    "Roswitha",
    "Mareike",
    "Heike-Marie",
    "Sabine",
    "Brigitte",
    "Jördis",
)
_MEN = (
    "Friedemann",
    "Ottokar",
    "Karl-Heinz",
    "Emre",
    "Hinnerk",
    "René",
    "Gustav",
    "Tomáš",
    "Jean-Luc",
    "Mirko",
    "Jürgen",
    "Wolf-Dieter",
    "Uwe",
    "Torsten",
    "Mehmet",
    "Björn",
    "Sören",
    "Giovanni",
    "Klaus-Peter",
    "Bernd",
    "Matthias",
    "Falk",
)
_SURNAMES = (
    "Musterfrau",
    "Beispiel",
    "Probst-Beispiel",
    "von Musterhausen",
    "Vorlagen-Exempel",
    "Übungsmann",
    "Muster-Öztürk",
    "Probewitz",
    "zu Beispielstein",
    "Erfunden",
    "Testrup-Groß",
    "Niemandsson",
    "Fiktivova",
    "da Provas",
    "Platzhalter",
    "Exempelský",
    "Attrappe",
    "Mustermeier",
    "Beispielhofer",
    "Erdacht",
    "Musterknecht",
    "Scheinbar",
    "Mustergül",
    "Beispielsen",
    "Schablone",
    "Musterwald",
    "Exempler",
    "Musterjahn",
    "Probeck-Muster",
    "Beispielczyk",
)
_DEGREES = (*([""] * 12), "Dr. ", "Dr. ", "Prof. Dr. ", "Dr. h. c. ", "Dipl.-Ing. ")


def invented_person(rng: random.Random) -> Person:
    """A name that nobody bears in office and that looks it: every surname says that it is made up."""
    woman = rng.random() < 0.5
    first = rng.choice(_WOMEN if woman else _MEN)
    surname = rng.choice(_SURNAMES)
    if not woman:
        surname = surname.replace("Musterfrau", "Mustermann").replace("Fiktivova", "Fiktiv")
    else:
        surname = surname.replace("Übungsmann", "Übungsfrau").replace("Exempelský", "Exempelská")
    return Person(f"{rng.choice(_DEGREES)}{first} {surname}", woman)


def _functions(party: Party, woman: bool, order: int) -> str:
    if party.gender == "n":
        return (
            ("Staatsministerin" if woman else "Staatsminister")
            if order == 0
            else ("Staatssekretärin" if woman else "Staatssekretär")
        )
    if party.gender == "m":
        chief = "Landrätin" if woman else "Landrat"
        second = "Erste Kreisbeigeordnete" if woman else "Erster Kreisbeigeordneter"
        third = "Hauptamtliche Kreisbeigeordnete" if woman else "Hauptamtlicher Kreisbeigeordneter"
    else:
        chief = "Oberbürgermeisterin" if woman else "Oberbürgermeister"
        second = "Bürgermeisterin" if woman else "Bürgermeister"
        third = "Stadträtin" if woman else "Stadtrat"
    return (chief, second, third)[min(order, 2)]


T = TypeVar("T")


def _wish(wished: T | None, rng: random.Random, choices: tuple[T, ...]) -> T:
    """What was wished for; chance decides where nothing was. Either way one draw, so that a wish
    does not change everything that is drawn after it."""
    drawn = rng.choice(choices)
    return drawn if wished is None else wished


def random_scenario(rng: random.Random, wishes: Wishes) -> Scenario:
    """An agreement in which everything adds up."""
    year = _wish(wishes.year, rng, YEARS)
    first_day = date(year, rng.randint(2, 9), rng.randint(1, 28))
    grantor = ministry(first_day)
    recipients = _random_recipients(rng, wishes, year)
    budget = _wish(wishes.budget, rng, BUDGET_FORMS)
    measures = _random_measures(rng)
    total, shares, measures = _random_sums(rng, budget, measures)
    signers = _random_signers(rng, wishes, (grantor, *recipients), first_day)
    amendment = budget == "amendment"
    raise_ = Decimal(rng.randint(20, 900) * 100)
    amended_day = first_day - timedelta(days=rng.randint(60, 150))
    return Scenario(
        template=wishes.template,
        kind=rng.choice(AMENDING_KINDS) if amendment else "Zielvereinbarung",
        year=year,
        clause_year=year,
        grantor=grantor,
        recipients=recipients,
        land=_wish(wishes.land, rng, (True, False, False, False, False)),
        programmes=(AQB, AMB) if budget == "two_programmes" else (AQB,),
        budget=budget,
        total=total,
        shares=shares,
        words_value=total if budget == "in_words" else None,
        replaced=total - raise_ if amendment else None,
        amended_day=amended_day if amendment else None,
        measures=measures,
        signers=signers,
        signature_form=_wish(wishes.signature_form, rng, _forms_for(len(signers))),
        deadline=date(year + 1, rng.choice((3, 4, 6)), rng.choice((15, 30))),
        reference=_maybe(rng, 0.5, date(year - 1, rng.randint(1, 12), rng.randint(1, 28))),
        figures=_wish(wishes.figures, rng, FIGURES),
        ruled=_wish(wishes.ruled, rng, RULED),
        organisation_above=rng.random() < 0.35,
        represented=rng.random() < 0.3,
        file_mark=_maybe(rng, 0.4, _file_mark(rng, year)),
        signing=wishes.signing,
        listing=wishes.listing,
        asides=wishes.asides,
    )


def _maybe(rng: random.Random, chance: float, value: T) -> T | None:
    return value if rng.random() < chance else None


def _file_mark(rng: random.Random, year: int) -> str:
    department = rng.choice(("III", "IV", "V"))
    return (
        f"Az. {department} {rng.randint(1, 9)}-{rng.randint(10, 99)}b{rng.randint(1000, 9999)}"
        f"-{rng.randint(1, 99):04d}/{year}"
    )


def _random_recipients(rng: random.Random, wishes: Wishes, year: int) -> tuple[Party, ...]:
    pool = bodies(year)
    chosen = rng.sample(pool, wishes.recipients)
    if wishes.body:
        named = next(body for body in pool if body.official == wishes.body)
        chosen = [named, *[body for body in chosen if body != named]][: wishes.recipients]
    return tuple(_as_written(rng, body) for body in chosen)


def _as_written(rng: random.Random, body: Party) -> Party:
    """Now and then under another of its names."""
    other = [form for form in body.forms if form.split()[0] in ("Stadt", "Kreis", "Landkreis")]
    if other and rng.random() < 0.15:
        return replace(body, written=rng.choice(other))
    return body


def _forms_for(signers: int) -> tuple[SignatureForm, ...]:
    if signers == 2:
        return ("two_columns", "two_columns", "two_columns", "stacked")
    return ("two_columns", "three_columns", "stacked") if signers == 3 else ("two_columns", "stacked")


def _random_measures(rng: random.Random) -> tuple[Measure, ...]:
    names: set[str] = set()
    measures = []
    kept = sorted(rng.sample(range(4), rng.choice((2, 3, 3, 4))))
    catalogue = reference().measures_of(AQB.key)
    for number, index in enumerate(kept, start=1):
        key = catalogue[index].key
        training = index == 3
        projects: list[Project] = []
        wanted = rng.randint(1, 2 if training else 4)
        while len(projects) < wanted:
            name = (
                rng.choice(_TRAININGS)
                if training
                else (rng.choice(_PROJECT_HEADS) + rng.choice(_PROJECT_TAILS))
            )
            if name not in names:
                names.add(name)
                projects.append(Project(name))
        measures.append(
            Measure(
                number, rng.choice((catalogue[index].name, *catalogue[index].spellings)), key, tuple(projects)
            )
        )
    return tuple(measures)


def _sum(rng: random.Random, low: int, high: int) -> Decimal:
    """A budget is rounded to ten or a hundred euros, sometimes not at all."""
    step = rng.choice((100, 100, 10, 1))
    return Decimal(rng.randint(low // step, high // step) * step).quantize(Decimal("0.01"))


def _random_sums(
    rng: random.Random, budget: BudgetForm, measures: tuple[Measure, ...]
) -> tuple[Decimal, tuple[Decimal, ...], tuple[Measure, ...]]:
    if budget == "by_measure":
        measures = tuple(replace(m, amount=_sum(rng, 30_000, 900_000)) for m in measures)
        return sum((m.amount for m in measures if m.amount), Decimal("0.00")), (), measures
    if budget == "by_project":
        measures = tuple(
            replace(m, projects=tuple(replace(p, amount=_sum(rng, 8_000, 260_000)) for p in m.projects))
            for m in measures
        )
        return (
            sum((p.amount for m in measures for p in m.projects if p.amount), Decimal("0.00")),
            (),
            measures,
        )
    if budget == "by_year":
        shares = tuple(
            _sum(rng, 700_000 // (i + 1), 1_000_000 // (i + 1)) for i in range(rng.choice((3, 4, 5)))
        )
        return sum(shares, Decimal("0.00")), shares, measures
    if budget == "two_programmes":
        shares = (_sum(rng, 300_000, 900_000), _sum(rng, 150_000, 600_000))
        return sum(shares, Decimal("0.00")), shares, measures
    return _sum(rng, 250_000, 3_900_000), (), measures


def _random_signers(
    rng: random.Random, wishes: Wishes, parties: tuple[Party, ...], first_day: date
) -> tuple[Signer, ...]:
    people: list[tuple[int, int]] = [(0, 0)]
    count = wishes.recipient_signers or (2 if rng.random() < 0.2 else 1)
    for index in range(1, len(parties)):
        people += [(index, order) for order in range(count)]
    taken: set[str] = set()
    signers: list[Signer] = []
    day = first_day
    for number, (index, order) in enumerate(people):
        person = invented_person(rng)
        while person.name in taken:
            person = invented_person(rng)
        taken.add(person.name)
        rank = order if count > 1 else rng.choice((0, 0, 0, 1))
        if order == 0 and number:
            day = first_day + timedelta(days=rng.randint(1, 40))
        style = wishes.date_styles[min(number, len(wishes.date_styles) - 1)]
        signers.append(
            Signer(
                party=index,
                person=person,
                function=_functions(parties[index], person.woman, rank),
                organisation=parties[index],
                place=parties[index].seat,
                day=day,
                date_text=date_text(day, style, rng),
                date_style=style,
                deputising=rank > 0 and count == 1 and rng.random() < 0.4,
            )
        )
    return tuple(signers)


_STAMP_MONTHS = (
    "JAN.",
    "FEB.",
    "MRZ.",
    "APR.",
    "MAI",
    "JUNI",
    "JULI",
    "AUG.",
    "SEP.",
    "OKT.",
    "NOV.",
    "DEZ.",
)
MONTHS = (
    "Januar",
    "Februar",
    "März",
    "April",
    "Mai",
    "Juni",
    "Juli",
    "August",
    "September",
    "Oktober",
    "November",
    "Dezember",
)


def date_text(day: date, style: str, rng: random.Random) -> str:
    """How a date is written: typed, stamped or by hand."""
    if style == "stamp":
        return f"{day.day:02d}. {_STAMP_MONTHS[day.month - 1]} {day.year}"
    if style == "hand":
        return f"{day.day}.{day.month}.{rng.choice((str(day.year), str(day.year)[2:]))}"
    return rng.choice(
        (
            f"{day.day}.{day.month}.{day.year}",
            f"{day.day:02d}.{day.month:02d}.{day.year}",
            f"{day.day}. {MONTHS[day.month - 1]} {day.year}",
        )
    )
