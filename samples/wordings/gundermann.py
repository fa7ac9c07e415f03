"""Laid out by an agency: headings without numbers, sums over captions, projects as profiles, a row a hand."""

from __future__ import annotations

import random
from dataclasses import replace

from samples.blocks import (
    Align,
    Divider,
    Gap,
    Paragraph,
    Run,
    Sheet,
    SignatureColumns,
    SignLine,
    Table,
    Text,
    plain,
)
from samples.scenario import Measure, Project, Scenario
from samples.signing import Signature, enter
from samples.wordings.days import full_figures, redated, short_month
from samples.wordings.money import Part, parts, project_sum, replaced, subtotal, total_in_words
from samples.wordings.names import fuller_names
from samples.wordings.parts import Draft, amended, aside_texts, period, programme_names, represented
from samples.wordings.roles import roles, verb
from samples.writer import Writer, long_date

OWN_ASIDES = (
    "Ein Platz kostet im Schnitt {cap} im Monat.",
    "{persons} Menschen können mitmachen, {young} von ihnen mit Kinderbetreuung vor Ort.",
    "Unsere Servicenummer für Projektträger: {phone}",
    "Landesweit standen zuletzt {past} bereit.",
    "Für die Verwaltung dürfen {rate} % der Ausgaben verwendet werden.",
)
OWN_FORMS = (
    "{name}",
    "{name}",
    "{name} vor Ort",
    "Campus {name}",
    "{name} – digital",
    "Teilzeitmodell {name}",
    "{name} (Neustart)",
)
CARRIERS = (
    "Volkshochschule",
    "Bildungszentrum Musterau",
    "Jobakademie Beispieltal",
    "Frauen-Netzwerk Probestadt",
    "Handwerkerhof Exempelhausen",
)
PLACES = ("Musterau", "Beispieltal", "Probestadt", "kreisweit", "mehrere Standorte")


class _Chapters:
    """A heading without a number in large type over a line; short paragraphs at the left."""

    def __init__(self, w: Writer) -> None:
        self.w = w
        self.words = roles(w, by_short_name=False)

    def open(self, title: str) -> None:
        heading = Paragraph((self.w.heading(title),), "left", scale=1.3, before=14, after=1, with_next=True)
        self.w.add(heading, Divider(0.3, before=3, after=7))

    def say(self, sentence: str, with_next: bool = False, **filled: Run | Text | str) -> None:
        text = self.w.fill(sentence, **{**self.words, **filled})
        self.w.add(Paragraph(text, "left", after=6, with_next=with_next))

    def caption(self, sentence: str, **filled: Run | Text | str) -> None:
        text = self.w.fill(sentence, **{**self.words, **filled})
        self.w.add(Paragraph(text, "left", scale=0.9, after=9))


def draft(s: Scenario, rng: random.Random) -> Draft:
    s = fuller_names(s, OWN_FORMS)
    s = redated(s, rng.choice((short_month, full_figures, long_date)))
    w = Writer(s, rng)
    _opening(w)
    chapters = _Chapters(w)
    if s.amendment:
        _amend(chapters)
    else:
        chapters.open(rng.choice(("Unser gemeinsames Anliegen", "Darum geht es")))
        chapters.say(
            "Niemand soll ohne Abschluss bleiben, und niemand ohne Arbeit, der arbeiten kann. {Gives} und "
            "{takes} bündeln dafür ihre Kräfte."
        )
        for step in (_money, _projects) if rng.random() < 0.65 else (_projects, _money):
            step(chapters)
        _course(chapters)
    _sign(w)
    return w, Sheet(
        family=rng.choice(("open-sans", "source-sans", "vera")),
        size=rng.choice((10.0, 10.6)),
        leading=rng.choice((1.4, 1.5)),
        header=rng.choice(("innovativ · sozial · nachhaltig", "Perspektiven schaffen", None)),
        header_align="left",
        header_on_first=True,
        footer=rng.choice(("{page} | {pages}", "{page}", "Zielvereinbarung – {page}")),
        footer_align="right",
        left=64,
        right=96,
        top=84,
    )


def _opening(w: Writer) -> None:
    """A large title at the left, the year beside it; the sides one below the other, joined by a plus."""
    s = w.scenario
    w.add(
        Paragraph(
            (w.kind(), Run(" | ", bold=True), w.year(bold=True)), "left", scale=2.0, before=10, after=2
        ),
        Paragraph(programme_names(w), "left", scale=1.2, after=16),
    )
    for index in range(len(s.parties)):
        name = replace(w.bare_party(index), bold=True)
        lead = plain("und  " if index else "Partner:  ")
        w.add(Paragraph((*lead, name, *represented(w, index)), "left", after=4))
    w.add(Divider(1.0, before=8, after=4))


def _amend(chapters: _Chapters) -> None:
    w = chapters.w
    chapters.open("Was sich ändert")
    old, new = replaced(w)
    chapters.say(
        "Unsere Zielvereinbarung vom {day} bekommt ein neues Budget:", with_next=True, day=amended(w)
    )
    w.tables += 1
    for entry in w.gold["amounts"][-2:]:
        entry |= {"table": w.tables, "row": 1}
    head = tuple(plain(f"{name} {w.scenario.clause_year}", True) for name in ("bisher", "künftig"))
    w.add(Table((head, ((old,), (new,))), (1.0, 1.0), ("left", "left"), "rows", padding=5, together=True))
    chapters.open("Was bleibt")
    chapters.say("Alle Projekte, Fristen und Zusagen gelten weiter.")
    chapters.say("Den Bescheid passt das {authority} an.", authority=w.authority())


def _money(chapters: _Chapters) -> None:
    """The sum in large type over what it is; parts of it likewise, side by side."""
    w, s, rng = chapters.w, chapters.w.scenario, chapters.w.rng
    chapters.open(rng.choice(("Budget", "Das Budget")))
    years = s.budget == "by_year"
    amount, words = total_in_words(w, bold=True, year=None if years else s.clause_year)
    w.add(Paragraph((amount,), "left", scale=1.6, before=2, after=1, with_next=True))
    if words:
        w.add(Paragraph((Run("in Worten: "), words), "left", scale=0.9, after=1, with_next=True))
    last = s.clause_year + len(s.shares) - 1
    chapters.caption(
        f"stellt {{gives}} von {s.clause_year} bis {last} insgesamt bereit"
        if years
        else "so viel stellt {gives} {takes_dat} {clause_year} höchstens bereit"
    )
    if years or s.budget == "two_programmes":
        _side_by_side(w)
    for text in aside_texts(w, OWN_ASIDES):
        chapters.say("{text}", text=text)
    chapters.say("Was nicht gebraucht wird, fließt an das Land zurück.")


def _side_by_side(w: Writer) -> None:
    s = w.scenario
    if s.listing == "list":
        for part in parts(w):
            w.add(Paragraph((part.amount, Run("  "), *part.label), "left", after=3, indent=16))
        w.add(Gap(5))
        return
    w.tables += 1
    count = len(s.shares)
    found = parts(w, style="sign" if count < 4 else "cell", table=w.tables, rows=[1] * count)
    head = "Verteilung auf die Jahre" if s.budget == "by_year" else "Woher das Geld kommt"
    unit = " (Euro)" if count >= 4 else ""
    rows: tuple[tuple[Text, ...], ...] = (
        (plain(head + unit, True),),
        tuple((part.amount,) for part in found),
        tuple(part.label for part in found),
    )
    left: Align = "left"
    w.add(Table(rows, (1.0,) * count, (left,) * count, s.ruled, padding=4, together=True))


def _projects(chapters: _Chapters) -> None:
    w, s = chapters.w, chapters.w.scenario
    chapters.open(w.rng.choice(("Projekte", "Unsere Projekte")))
    chapters.say(
        "{Takes} {sets} diese Projekte um. Sie sind nach den Maßnahmenarten der Förderung geordnet.",
        sets=verb(w, "setzt", "setzen"),
    )
    sums = parts(w) if s.budget == "by_measure" else []
    for number, measure in enumerate(s.measures):
        _profiles(w, number, measure, sums)
    w.add(Gap(4))


def _profiles(w: Writer, number: int, measure: Measure, sums: list[Part]) -> None:
    title, names = w.measure(number)
    money: Text = (Run("  |  "), sums[number].amount) if sums else ()
    label = (Run(f"Maßnahmenart {measure.number}"), *money)
    w.add(
        Paragraph(label, "left", scale=0.85, before=8, after=0, with_next=True),
        Paragraph((replace(title, bold=True),), "left", after=4, with_next=True),
    )
    for name, project in zip(names, measure.projects, strict=True):
        w.add(
            Paragraph((Run("› "), name), "left", after=0, indent=14, with_next=True),
            Paragraph(_profile(w, measure, project), "left", scale=0.88, after=5, indent=23),
        )
    if w.scenario.budget == "by_project" and len(names) > 1 and w.scenario.ruled == "grid":
        text = (Run("zusammen "), subtotal(w, measure))
        w.add(Paragraph(text, "left", scale=0.88, after=5, indent=23))


def _profile(w: Writer, measure: Measure, project: Project) -> Text:
    """Who runs it, where, and for how many; then the money."""
    dice = random.Random(f"{w.scenario.deadline}/{project.name}")
    told = f"Träger: {dice.choice(CARRIERS)}  |  Ort: {dice.choice(PLACES)}  |  Plätze: {dice.randint(6, 40)}"
    if project.amount is None:
        return plain(told)
    return (Run(f"{told}  |  Budget: "), project_sum(w, measure, project))


def _course(chapters: _Chapters) -> None:
    w, s = chapters.w, chapters.w.scenario
    chapters.open(w.rng.choice(("So geht es weiter", "Ablauf")))
    chapters.say("Die Projekte laufen {period}.", period=period(w))
    chapters.say(
        "Anträge nimmt das {authority} entgegen; es prüft auch die Nachweise, die spätestens am {deadline} "
        "dort sein müssen.",
        authority=w.authority(),
        deadline=w.date(s.deadline, "deadline"),
    )
    if s.reference:
        chapters.say(
            "Richtschnur ist unsere Regionalstrategie (Fassung: {day}).",
            day=w.date(s.reference, "reference", full_figures(s.reference)),
        )


def _sign(w: Writer) -> None:
    """A row for each hand: whom for, where and when at the left; the pen, name and office at the right."""
    w.add(Divider(1.0, before=14, after=0))
    for number, signer in enumerate(w.scenario.signers):
        left, right = _row(w, enter(w, signer))
        w.add(SignatureColumns((left, right), before=14.0 if number else 10.0, gutter=20.0))


def _row(w: Writer, one: Signature) -> tuple[tuple[SignLine, ...], tuple[SignLine, ...]]:
    s = w.scenario
    party = one.signer.organisation
    lead: Text = (one.bare_organisation,)
    if s.signing == "organ" and party.gender != "n":
        article, name = one.organisation("genitive")
        lead = (Run(f"{'Kreisausschuss' if party.gender == 'm' else 'Magistrat'} {article} "), name)
    caption = plain("Ort | Datum") if s.signing == "captions" else ()
    left = (SignLine(lead), SignLine((one.place, Run(" | "), one.date)), SignLine(caption))
    right = [SignLine((), "rule", pen=one.name is not None, height=36.0)]
    if one.name and one.function:
        deputy = "in Vertretung: " if one.signer.deputising else ""
        named: Text = (Run(deputy), one.name)
        if s.signing == "brackets":
            named = (Run(f"{deputy}("), one.name, Run(")"))
        right += [SignLine(named), SignLine((one.function,))]
    return left, tuple(right)
