"""A modern county: what each side does in columns, "Thema 1", projects on cards, dates in words."""

from __future__ import annotations

import random
from dataclasses import replace
from datetime import date
from decimal import ROUND_DOWN, Decimal

from samples.blocks import NEW_LINE, Align, Gap, Paragraph, Run, Sheet, SignLine, Table, Text, plain
from samples.scenario import RULED, Scenario
from samples.signing import Signature, enter, in_rows
from samples.wordings.days import full_figures, redated
from samples.wordings.money import SPLIT, parts, project_sum, replaced, total_in_words
from samples.wordings.names import fuller_names
from samples.wordings.parts import Draft, amended, aside_texts, enumerated, represented
from samples.writer import Writer, long_date

OWN_ASIDES = (
    "Für Kinderbetreuung während der Kurse können bis zu {cap} im Monat erstattet werden.",
    "Wir wollen {persons} Menschen erreichen. {young} von ihnen sollen direkt in einen Betrieb wechseln.",
    "Sie haben Fragen? Unser Team Arbeitsmarkt ist unter {phone} für Sie da.",
    "Zum Einordnen: In den letzten Jahren waren es durchschnittlich {past}.",
    "{rate} % der Projektmittel dürfen für Verwaltung eingesetzt werden.",
)
OWN_FORMS = (
    "{name}",
    "{name}",
    "{name} Kids & Job",
    "Talentwerkstatt {name}",
    "{name} – Tandem",
    "Ausbildung plus {name}",
    "{name} (mobil)",
)
GIVEN = (
    "berät bei der Planung der Projekte",
    "sorgt für verlässliche Rahmenbedingungen",
    "wertet die Ergebnisse landesweit aus",
    "zahlt die Mittel nach dem Fortschritt der Projekte aus",
)
TAKEN = (
    "wählt die Projekte aus und begleitet sie",
    "bindet Betriebe, Kammern und Schulen ein",
    "berichtet über Erfolge und Schwierigkeiten",
    "stellt Räume und Ansprechpersonen bereit",
)


class _Themes:
    """ "Thema 1" in small letters above its heading, or both in one line."""

    def __init__(self, w: Writer) -> None:
        self.w = w
        self.above = w.rng.random() < 0.5
        self.word = w.rng.choice(("Thema", "Verabredung"))

    def open(self, title: str) -> None:
        number = (Run(f"{self.word} ", bold=True), self.w.next_section())
        heading = self.w.heading(title)
        if self.above:
            self.w.add(
                Paragraph(number, "left", scale=0.85, before=13, after=0, with_next=True),
                Paragraph((heading,), "left", scale=1.2, after=4, with_next=True),
            )
            return
        text = (*number, Run(" | ", bold=True), heading)
        self.w.add(Paragraph(text, "left", scale=1.1, before=13, after=4, with_next=True))


def draft(s: Scenario, rng: random.Random) -> Draft:
    s = fuller_names(s, OWN_FORMS)
    s = redated(s, rng.choice((full_figures, long_date)))
    s = replace(s, figures=rng.choice(("sign", "euro", "wide", s.figures)))
    w = Writer(s, rng)
    _opening(w)
    themes = _Themes(w)
    if s.amendment:
        _amend(w, themes)
    else:
        _agree(w, themes)
    _sign(w)
    return w, Sheet(
        family=rng.choice(("open-sans", "manrope", "source-sans")),
        size=rng.choice((9.8, 10.4)),
        leading=rng.choice((1.38, 1.5)),
        header=None,
        footer=rng.choice((f"Gemeinsam für Ausbildung {s.year}   {{page}}", "{page}", "S. {page}/{pages}")),
        footer_align=rng.choice(("left", "right")),
        left=66,
        right=66,
        top=64,
    )


def _opening(w: Writer) -> None:
    """Title and subject, then who does what: a column for each side, its name at the head."""
    s, rng = w.scenario, w.rng
    w.add(
        Paragraph(
            (*enumerated([(w.programme(index),) for index in range(len(s.programmes))]), Run(" "), w.year()),
            "left",
            scale=1.1,
            after=1,
        ),
        Paragraph((w.kind(),), "left", scale=1.9, after=10),
    )
    heads: list[Text] = []
    duties: list[Text] = []
    wanted = rng.choice((2, 3))
    for index, party in enumerate(s.parties):
        acting = represented(w, index)
        name: list[Run] = [replace(w.bare_party(index), bold=True)]
        # Without the comma that leads it into a sentence.
        name += [NEW_LINE, Run(acting[0].text.removeprefix(", ")), *acting[1:]] if acting else []
        heads.append((*name, NEW_LINE, Run(f"{rng.randint(34, 65)}{rng.randint(100, 999)} {party.seat}")))
        chosen = rng.sample(GIVEN if index == 0 else TAKEN, wanted)
        duties.append(enumerated([plain(f"+ {duty}") for duty in chosen], NEW_LINE.text, NEW_LINE.text))
    ruled = rng.choice(RULED)
    left: Align = "left"
    count = len(s.parties)
    w.add(Table((tuple(heads), tuple(duties)), (1.0,) * count, (left,) * count, ruled, padding=5.0))


def _amend(w: Writer, themes: _Themes) -> None:
    themes.open("Worum es geht")
    w.paragraph("Wir haben am {day} eine Zielvereinbarung geschlossen und passen sie an.", day=amended(w))
    themes.open("Neues Budget")
    old, new = replaced(w)
    if w.rng.random() < 0.5:
        rows: tuple[tuple[Text, ...], ...] = (
            (plain(""), plain(f"Budget {w.scenario.clause_year}", True)),
            (plain("vor der Anpassung"), (old,)),
            (plain("nach der Anpassung"), (new,)),
        )
        w.add(Table(rows, (2.0, 1.6), ("left", "right"), w.scenario.ruled, together=True))
    else:
        w.paragraph("{clause_year} stehen {new} bereit, nicht mehr nur {old}.", old=old, new=new)
    themes.open("Sonst bleibt alles gleich")
    w.paragraph(
        "Ziele, Projekte und Termine behalten wir bei. Das {authority} schickt einen geänderten Bescheid.",
        authority=w.authority(),
    )


def _agree(w: Writer, themes: _Themes) -> None:
    s, rng = w.scenario, w.rng
    themes.open(rng.choice(("Was wir erreichen wollen", "Unser Ziel")))
    w.paragraph(
        "Alle Menschen in der Region sollen die Chance auf einen Berufsabschluss haben. Dafür arbeiten wir "
        "über Zuständigkeiten hinweg zusammen."
    )
    if s.reference:
        w.paragraph(
            "Die Grundlage haben wir in der Regionalkonferenz am {day} gelegt.",
            day=w.date(s.reference, "reference", rng.choice((None, full_figures(s.reference)))),
        )
    projects_first = rng.random() < 0.4
    for step in (_projects, _budget) if projects_first else (_budget, _projects):
        step(w, themes)
    themes.open("Wie es abläuft")
    start = w.date(date(s.year, 1, 1), "period_start")
    end = w.date(date(s.year, 12, 31), "period_end")
    w.paragraph(
        "Die Projekte können am {start} beginnen und enden spätestens am {end}.", start=start, end=end
    )
    w.paragraph(
        "Unsere Ansprechstelle für Anträge, Auszahlung und Abrechnung ist das {authority}. Die Abrechnung "
        "reichen wir dort bis zum {deadline} ein.",
        authority=w.authority(),
        deadline=w.date(s.deadline, "deadline"),
    )
    for text in aside_texts(w, OWN_ASIDES):
        w.add(Paragraph(text, "left"))


def _budget(w: Writer, themes: _Themes) -> None:
    s, rng = w.scenario, w.rng
    themes.open(rng.choice(("Das Budget", "Was zur Verfügung steht")))
    years = s.budget == "by_year"
    amount, words = total_in_words(w, bold=True, year=None if years else s.clause_year)
    if years:
        w.paragraph("Über mehrere Jahre hinweg planen wir mit insgesamt {total}.", total=amount)
    elif s.budget == "one_line":
        w.paragraph("So viel Geld gibt das Land {clause_year} höchstens:")
        w.add(Paragraph((amount,), "left", scale=1.4, before=0, after=8, indent=14))
    else:
        w.paragraph(
            rng.choice(
                (
                    "{clause_year} unterstützt das Land unsere Projekte mit bis zu {total}{words}.",
                    "Wir planen {clause_year} mit einem Budget von {total}{words}, das vom Land kommt.",
                )
            ),
            total=amount,
            words=(Run(" (ausgeschrieben: "), words, Run(")")) if words else "",
        )
    if s.budget in SPLIT and not (s.budget == "by_measure" and s.listing == "list"):
        _split(w)
    elif s.budget == "running_text":
        _halves(w)


def _split(w: Writer) -> None:
    """All parts in one line with bars between them, or each in a line with its sum below it."""
    s = w.scenario
    found = parts(w)
    if s.listing == "list" or s.budget == "by_year":
        told: list[Text] = [(*part.label, Run(": "), part.amount) for part in found]
        w.add(Paragraph(enumerated(told, " | ", " | "), "left", after=8))
        return
    for part in found:
        lead = f"Maßnahmenart {s.measures[part.index].number}: " if s.budget == "by_measure" else ""
        line = (Run(lead), *part.label, NEW_LINE, part.amount)
        w.add(Paragraph(line, "left", after=4, indent=28, hang=14, marker=plain("•")))
    w.add(Gap(4))


def _halves(w: Writer) -> None:
    """When the money comes, in two parts."""
    s = w.scenario
    first = (s.total / 200).quantize(Decimal(1), ROUND_DOWN) * 100
    values = (first.quantize(Decimal("0.01")), s.total - first)
    names = ("Erste Hälfte", "Zweite Hälfte")
    runs = [
        w.amount(value, "component", label=name, year=s.clause_year)[0]
        for name, value in zip(names, values, strict=True)
    ]
    w.paragraph(
        "Davon fließen {first} gleich nach der Bewilligung und {second}, wenn der Zwischenbericht vorliegt.",
        first=runs[0],
        second=runs[1],
    )


def _projects(w: Writer, themes: _Themes) -> None:
    s = w.scenario
    themes.open(w.rng.choice(("Unsere Projekte", "Wofür wir das Geld nutzen")))
    sums = [part.amount for part in parts(w)] if s.budget == "by_measure" and s.listing == "list" else []
    if s.listing == "table" or w.rng.random() < 0.4:
        _cards(w, sums)
    else:
        _stories(w, sums)


def _cards(w: Writer, sums: list[Run]) -> None:
    """A card for each measure, two in a row: number and title, what it gets, its projects line by line."""
    s = w.scenario
    cards: list[Text] = []
    for number, measure in enumerate(s.measures):
        title, names = w.measure(number)
        runs: list[Run] = [
            Run(f"Maßnahmenart {measure.number}", bold=True),
            NEW_LINE,
            replace(title, bold=True),
        ]
        runs += [NEW_LINE, Run("Budget: "), sums[number]] if sums else []
        for name, project in zip(names, measure.projects, strict=True):
            runs += [NEW_LINE, Run("• "), name]
            runs += [Run(": "), project_sum(w, measure, project)] if project.amount is not None else []
        cards.append(tuple(runs))
    cards += [()] if len(cards) % 2 else []
    rows = tuple((cards[at], cards[at + 1]) for at in range(0, len(cards), 2))
    w.add(Table(rows, (1.0, 1.0), ("left", "left"), "grid", padding=6.0))


def _stories(w: Writer, sums: list[Run]) -> None:
    """A sentence for each measure that begins with its projects and ends with its title."""
    for number, measure in enumerate(w.scenario.measures):
        title, names = w.measure(number)
        items: list[Text] = []
        for name, project in zip(names, measure.projects, strict=True):
            paid = project.amount is not None
            items.append(
                (
                    Run("„"),
                    name,
                    Run("“"),
                    *((Run(" ("), project_sum(w, measure, project), Run(")")) if paid else ()),
                )
            )
        verb = " gehört zur " if len(items) == 1 else " gehören zur "
        behind: Text = (Run(", für die wir "), sums[number], Run(" einplanen")) if sums else ()
        what = (Run(f"Maßnahmenart {measure.number}, "), title, *behind, Run("."))
        w.add(Paragraph((*enumerated(items), Run(verb), *what), "left", after=5))


def _sign(w: Writer) -> None:
    """Beside each other: the pen on a line, who in bold, in what office, whom for, and in words when and
    where."""
    rng = w.rng
    across = 3 if len(w.scenario.signers) == 3 else 2
    worded = rng.random() < 0.6
    columns = [_column(enter(w, signer), worded) for signer in w.scenario.signers]
    small = across == 3
    w.add(*in_rows(columns, across, gutter=16.0 if small else 30.0, scale=0.9 if small else 1.0))


def _column(one: Signature, worded: bool) -> tuple[SignLine, ...]:
    lines = [SignLine((), "rule", pen=one.name is not None, height=42.0)]
    if one.name and one.function:
        deputy = " (in Vertretung)" if one.signer.deputising else ""
        lines += [SignLine((replace(one.name, bold=True),)), SignLine((one.function, Run(deputy)))]
    lines.append(SignLine((one.bare_organisation,)))
    where = (Run("am "), one.date, Run(" in "), one.place) if worded else (one.place, Run(" | "), one.date)
    return (*lines, SignLine(height=4.0), SignLine(where))
