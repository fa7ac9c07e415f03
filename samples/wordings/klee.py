"""The whole agreement is one table of number, rule and content; name and office stand above the pen."""

from __future__ import annotations

import random
from dataclasses import replace

from samples.blocks import NEW_LINE, Gap, Paragraph, Run, Sheet, SignLine, Table, Text, plain
from samples.scenario import Scenario
from samples.signing import Signature, enter, in_rows
from samples.wordings.days import full_figures, redated, short_month
from samples.wordings.money import SPLIT, parts, project_money, replaced, total_in_words
from samples.wordings.names import fuller_names
from samples.wordings.parts import (
    Draft,
    abbreviation,
    amended,
    aside_texts,
    period,
    programme_genitives,
    represented,
)
from samples.writer import Writer

OWN_ASIDES = (
    "Für Arbeitskleidung wird ein Zuschuss bis {cap} pro Kopf anerkannt.",
    "Kennzahl: {persons} Eintritte; Kennzahl Übergang in Ausbildung: {young}.",
    "Servicenummer der Koordinierungsstelle: {phone}.",
    "Mittelwert der Bewilligungen in den drei Vorjahren: {past}.",
    "Anteil der Regiekosten: höchstens {rate} %.",
)
OWN_FORMS = (
    "{name}",
    "{name}",
    "{name} – Kurs B",
    "Patenmodell {name}",
    "{name} (8 Plätze)",
    "Jugendwerkstatt {name}",
    "{name} & Beratung",
)
RULES = (
    "Anträge werden gebündelt durch die Koordinierungsstelle vorgelegt.",
    "Änderungen von mehr als einem Fünftel eines Ansatzes sind vorher abzustimmen.",
    "Die Erfassung der Teilnehmenden erfolgt im Fachverfahren des Landes.",
    "Halbjährlich findet ein Controlling-Gespräch statt.",
)

Row = tuple[Text, ...]


class _Grid:
    """The agreement as one table: number, what it is about, what was agreed."""

    def __init__(self, w: Writer) -> None:
        self.w = w
        self.rows: list[Row] = [(plain("Nr.", True), plain("Regelung", True), plain("Inhalt", True))]
        self.opened: tuple[Text, Text] | None = None

    def open(self, title: str) -> None:
        self.opened = ((self.w.next_section(),), (self.w.heading(title),))

    def say(self, sentence: str, **filled: Run | Text | str) -> None:
        self.put(self.w.fill(sentence, **filled))

    def put(self, *lines: Text) -> None:
        """A cell of its own, its lines below each other; the first of a section stands beside its heading."""
        number, heading = self.opened or ((), ())
        self.opened = None
        runs: list[Run] = []
        for index, line in enumerate(lines):
            runs += [NEW_LINE] if index else []
            runs += line
        self.rows.append((number, heading, tuple(runs)))


def draft(s: Scenario, rng: random.Random) -> Draft:
    s = fuller_names(s, OWN_FORMS)
    s = redated(s, rng.choice((full_figures, short_month)))
    w = Writer(s, rng)
    if s.file_mark:
        w.add(Paragraph(plain(s.file_mark.replace("Az. ", "Vorgangs-Nr. ")), "left", scale=0.85, after=8))
    w.add(
        Paragraph(
            (w.kind(), Run(" zum Einsatz des "), *programme_genitives(w), Run(" – "), w.year(bold=True)),
            "left",
            scale=1.25,
            after=10,
        )
    )
    grid = _Grid(w)
    _partners(grid)
    if s.amendment:
        _amend(grid)
    else:
        _agree(grid)
    w.add(
        Table(
            tuple(grid.rows),
            (0.4, 1.35, 4.2),
            ("center", "left", "left"),
            rng.choice(("grid", "grid", "rows")),
            padding=rng.choice((4.0, 6.0)),
            joined=2,
        )
    )
    _sign(w)
    return w, Sheet(
        family=rng.choice(("open-sans", "helvetica", "source-sans")),
        size=rng.choice((9.8, 10.4)),
        leading=1.35,
        footer=rng.choice(("Blatt {page}/{pages}", "{page}", "Stand der Vorlage: 03 – Seite {page}")),
        footer_align=rng.choice(("right", "left")),
        left=60,
        right=56,
        top=66,
        bottom=64,
    )


def _partners(grid: _Grid) -> None:
    w, s = grid.w, grid.w.scenario
    grid.open(w.rng.choice(("Vertragspartner", "Beteiligte Stellen")))
    lines: list[Text] = []
    for index in range(len(s.parties)):
        short = abbreviation(w) if index == 0 else ()
        name = w.party(index, "nominative", mark=True, capital=True)
        lines.append((*name, *((Run(" "), *short[:2], Run(")")) if short else ()), *represented(w, index)))
    if w.rng.random() < 0.5:
        grid.put(*lines)
        return
    for line in lines:
        grid.put(line)


def _amend(grid: _Grid) -> None:
    w = grid.w
    grid.open("Geänderte Vereinbarung")
    grid.say("Zielvereinbarung, unterzeichnet am {day}", day=amended(w))
    grid.open("Änderung")
    old, new = replaced(w)
    if w.rng.random() < 0.5:
        year = w.scenario.clause_year
        grid.put((Run(f"Fördermittel {year} alt: "), old), (Run(f"Fördermittel {year} neu: "), new))
    else:
        grid.say("Aus {old} Fördermitteln für {clause_year} werden {new}.", old=old, new=new)
    grid.open("Fortgeltung")
    grid.say("Was hier nicht genannt ist, bleibt. Umsetzung durch das {authority}.", authority=w.authority())


def _agree(grid: _Grid) -> None:
    w, s, rng = grid.w, grid.w.scenario, grid.w.rng
    grid.open(rng.choice(("Zielsetzung", "Ziel")))
    grid.say(
        "Regionale Steuerung der Förderung von Ausbildung und Qualifizierung; Zugang für alle, die nach "
        "SGB II, III oder VIII betreut werden."
    )
    if s.reference:
        grid.say("Regionales Konzept, Fassung vom {day}", day=w.date(s.reference, "reference"))
    grid.open("Zeitraum")
    grid.put(period(w))
    grid.open(rng.choice(("Fördermittel", "Mittel des Landes")))
    _funds(grid)
    grid.open(rng.choice(("Projekte", "Projekte im Einzelnen")))
    _projects(grid)
    grid.open("Regeln der Umsetzung")
    for rule in rng.sample(RULES, 2):
        grid.put(plain(rule))
    for text in aside_texts(w, OWN_ASIDES):
        grid.put(text)
    grid.open("Bewilligung, Nachweis")
    grid.put(
        (Run("Stelle: "), w.authority()),
        (
            Run("Frist für den Nachweis: "),
            w.date(s.deadline, "deadline", rng.choice((None, full_figures(s.deadline)))),
        ),
    )


def _funds(grid: _Grid) -> None:
    w, s, rng = grid.w, grid.w.scenario, grid.w.rng
    years = s.budget == "by_year"
    amount, words = total_in_words(w, bold=rng.random() < 0.5, year=None if years else s.clause_year)
    spelled = (Run(" ("), words, Run(")")) if words else ()
    if years:
        grid.say("Die Fördermittel aller Jahre addieren sich zu {total}.", total=amount)
    elif s.budget == "one_line" or rng.random() < 0.4:
        grid.put((Run(f"maximal {s.clause_year}: "), amount, *spelled))
    else:
        grid.say(
            "Fördermittel in {clause_year}: bis zu {total}{words}, nicht übertragbar.",
            total=amount,
            words=spelled,
        )
    if s.budget not in SPLIT:
        return
    lines: list[Text] = []
    for part in parts(w):
        lead = f"Maßnahmenart {s.measures[part.index].number} " if s.budget == "by_measure" else ""
        if s.listing == "table":
            lines.append((Run(lead), *part.label, Run(": "), part.amount))
        else:
            lines.append((part.amount, Run(f" – {lead}"), *part.label))
    if rng.random() < 0.5:
        grid.put(*lines)
        return
    for line in lines:
        grid.put(line)


def _projects(grid: _Grid) -> None:
    """A cell for each measure: its title above, its projects below it with a sign, or behind each other."""
    w, rng = grid.w, grid.w.rng
    sign = rng.choice(("• ", "- ", "> ", None))
    for number, measure in enumerate(w.scenario.measures):
        title, names = w.measure(number)
        lead = Run(f"Maßnahmenart {measure.number}: ", bold=sign is not None)
        lines: list[Text] = [(lead, replace(title, bold=sign is not None))]
        items: list[Text] = []
        for name, project in zip(names, measure.projects, strict=True):
            money = project_money(w, measure, project, " = ")
            items.append((name, *money))
        if sign:
            lines += [(Run(sign), *item) for item in items]
        else:
            runs: list[Run] = []
            for index, item in enumerate(items):
                runs += [Run(" | ")] if index else []
                runs += item
            lines.append(tuple(runs))
        grid.put(*lines)


def _sign(w: Writer) -> None:
    """Name and office typed above the room for the hand, the day before the place."""
    rng = w.rng
    apart = rng.random() < 0.5
    boxed = rng.random() < 0.4
    across = 3 if len(w.scenario.signers) == 3 else 2
    columns = [_column(enter(w, signer), apart) for signer in w.scenario.signers]
    w.add(
        Gap(4),
        *in_rows(
            columns,
            across,
            gutter=14.0 if across == 3 else 22.0,
            scale=0.92 if across == 3 else 1.0,
            before=18.0,
            boxed=boxed,
        ),
    )


def _column(one: Signature, apart: bool) -> tuple[SignLine, ...]:
    lines: list[SignLine] = [SignLine((replace(one.bare_organisation, bold=True),))]
    if one.name and one.function:
        deputy = (Run("in Vertretung: "),) if one.signer.deputising else ()
        lines += [SignLine((*deputy, one.name)), SignLine((one.function,))]
    lines.append(SignLine(plain("(Unterschrift)"), "rule", pen=one.name is not None, height=46.0))
    if apart:
        return (*lines, SignLine((Run("Datum: "), one.date)), SignLine((Run("Ort: "), one.place)))
    return (*lines, SignLine((one.date, Run(", "), one.place)))
