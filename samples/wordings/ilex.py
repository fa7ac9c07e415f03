"""Another family: the Land and municipalities run a service together: numbered parties, shares in a table."""

from __future__ import annotations

import random
from dataclasses import replace
from datetime import date

from samples.blocks import Align, Gap, Paragraph, Run, Sheet, SignLine, Table, Text, plain
from samples.scenario import Scenario
from samples.signing import Signature, enter_by_party, in_rows
from samples.wordings.days import full_figures
from samples.wordings.parts import Draft, aside_texts, represented
from samples.writer import Writer

OWN_ASIDES = (
    "Dienstreisen mit Kosten über {cap} genehmigt die Leitung vorab.",
    "Angestrebt werden {persons} Beratungen im Quartal, davon {young} in einer Fremdsprache.",
    "Die Rufnummer für Terminvereinbarungen lautet {phone}.",
    "Zuletzt lagen die Kosten vergleichbarer Stellen bei {past}.",
    "Gemeinkosten sind mit einem Zuschlag von {rate} v. H. berücksichtigt.",
)
SERVICES = (
    ("Anlaufstelle zur Anerkennung ausländischer Berufsabschlüsse", "Anlaufstelle"),
    ("Vermittlungsstelle für Sprachmittlung in sozialen Diensten", "Vermittlungsstelle"),
    ("Ausbildungsbörse mit Internetplattform", "Geschäftsstelle"),
    ("Fachberatung für Schutzwohnungen", "Fachberatung"),
    ("Koordinierungsstelle Pflegeausbildung", "Koordinierungsstelle"),
)
TASKS = (
    "berät Bürgerinnen und Bürger kostenfrei und in mehreren Sprachen",
    "wertet ihre Arbeit einmal im Jahr schriftlich aus",
    "unterhält Sprechtage in den Rathäusern und Kreishäusern",
    "pflegt ein Verzeichnis der Angebote in der Region",
    "schult Beschäftigte der Sozialverwaltungen",
)


class _Clauses:
    """ "Nr. 1", a tabulator and the heading, or "1." before it; below it paragraphs or letters."""

    def __init__(self, w: Writer) -> None:
        self.w = w
        self.called = w.rng.random() < 0.5

    def open(self, title: str) -> None:
        number = self.w.next_section()
        marker = (Run("Nr. ", bold=True), number) if self.called else (number, Run(".", bold=True))
        indent = 42.0 if self.called else 24.0
        heading = (self.w.heading(title),)
        self.w.add(
            Paragraph(
                heading, "left", before=12, after=4, indent=indent, hang=indent, marker=marker, with_next=True
            )
        )

    def say(self, sentence: str, with_next: bool = False, **filled: Run | Text | str) -> None:
        self.w.add(Paragraph(self.w.fill(sentence, **filled), after=5, with_next=with_next))

    def letter(self, index: int, text: Text) -> None:
        marker = plain(f"{'abcdefgh'[index]})")
        self.w.add(Paragraph(text, "left", after=2.5, indent=42, hang=18, marker=marker))


def draft(s: Scenario, rng: random.Random) -> Draft:
    w = Writer(s, rng)
    subject, office = rng.choice(SERVICES)
    _opening(w, subject)
    clauses = _Clauses(w)
    clauses.open("Gegenstand")
    clauses.say(
        f"Die Beteiligten richten ab dem Jahr {s.year} gemeinsam eine {subject} ein und betreiben sie "
        "zunächst für drei Jahre."
    )
    clauses.open(rng.choice(("Aufgaben", "Leistungen")))
    clauses.say(f"Die {office}", with_next=True)
    chosen = rng.sample(TASKS, 3)
    for index, task in enumerate(chosen):
        tail = ", und" if index == 1 else "." if index == 2 else ","
        clauses.letter(index, plain(task + tail))
    w.add(Gap(3))
    clauses.open("Sitz und Personal")
    clauses.say(
        "Sie hat ihren Sitz in {seat}. Anstellungsträger der Beschäftigten ist {host}.",
        seat=s.recipients[0].seat,
        host=w.party(1, "nominative"),
    )
    for text in aside_texts(w, OWN_ASIDES):
        w.add(Paragraph(text, after=5))
    clauses.open(rng.choice(("Kostenteilung", "Kosten")))
    _costs(clauses)
    clauses.open("Geltung")
    clauses.say(
        "Diese Vereinbarung tritt am {start} in Kraft. Sie verlängert sich um jeweils ein Jahr, wenn ihr "
        "nicht sechs Monate vorher widersprochen wird.",
        start=w.date(date(s.year, 1, 1), "period_start", rng.choice((None, f"01.01.{s.year}"))),
    )
    _sign(w)
    return w, Sheet(
        family=rng.choice(("helvetica", "times", "source-sans")),
        size=rng.choice((10.8, 11.4)),
        leading=rng.choice((1.3, 1.4)),
        header=rng.choice((None, s.file_mark)),
        header_on_first=True,
        footer=rng.choice(("{page}", "Seite {page} von {pages}")),
        footer_align=rng.choice(("center", "right")),
        left=78,
        right=74,
    )


def _opening(w: Writer, subject: str) -> None:
    """The kind and what it is about; the parties as a numbered list, each with what it is called."""
    s = w.scenario
    w.add(
        Paragraph((w.kind(),), "left", scale=1.6, after=3),
        Paragraph(plain(f"über den Betrieb einer {subject}", True), "left", scale=1.1, after=12),
        Paragraph(plain("Es schließen miteinander ab"), "left", after=5, with_next=True),
    )
    last = len(s.parties) - 1
    for index in range(last + 1):
        inserted = represented(w, index)
        tail = " und" if index == last - 1 else "" if index == last else ","
        role = "Land" if index == 0 else "Kommune" if last == 1 else f"Kommune {index}"
        name = w.party(index, "nominative", mark=True)
        text = (*name, *inserted, Run(f" („{role}“){tail}"))
        w.add(Paragraph(text, "left", after=4, indent=36, hang=18, marker=plain(f"{index + 1}.")))
    w.add(Paragraph(plain("den nachstehenden Vertrag:"), "left", after=2))


def _costs(clauses: _Clauses) -> None:
    """What it costs in a year, and what each pays: in letters, or in a table with a due day."""
    w, s, rng = clauses.w, clauses.w.scenario, clauses.w.rng
    amount, words = w.amount(
        s.total, "total", label="Jahreskosten", year=s.year, words=s.total if s.represented else None
    )
    clauses.say(
        rng.choice(
            (
                "Die Kosten sind für das Jahr {y} mit {total}{words} angesetzt.",
                "Für {y} einigen sich die Beteiligten auf einen Kostenrahmen von {total}{words}.",
            )
        ),
        total=amount,
        words=(Run(" ("), words, Run(")")) if words else "",
    )
    if s.listing == "list":
        clauses.say("Davon bringen auf:", with_next=True)
        for index, share in enumerate(s.shares):
            run, _ = w.amount(share, "component", label=_name(w, index), year=s.year)
            tail = "." if index == len(s.shares) - 1 else ";"
            clauses.letter(index, (*w.party(index, "nominative"), Run(" "), run, Run(tail)))
        w.add(Gap(3))
        clauses.say("Die Anteile sind je zur Hälfte im März und im September zu entrichten.")
        return
    w.tables += 1
    heads = ("Beteiligter", "Anteil in %", "Betrag in EUR", "fällig zum")
    rows: list[tuple[Text, ...]] = [tuple(plain(head, True) for head in heads)]
    due = full_figures(date(s.year, rng.choice((3, 5, 7)), 15))
    for index, share in enumerate(s.shares):
        run, _ = w.amount(
            share,
            "component",
            style="cell",
            label=_name(w, index),
            year=s.year,
            table=w.tables,
            row=len(rows),
        )
        percent = f"{share / s.total * 100:.1f}".replace(".", ",")
        rows.append((plain(_name(w, index)), plain(percent), (run,), (_due(w, due, index),)))
    run, _ = w.amount(
        s.total,
        "total",
        style="cell",
        bold=True,
        label="Jahreskosten",
        year=s.year,
        table=w.tables,
        row=len(rows),
    )
    rows.append((plain("Jahreskosten", True), plain("100,0"), (run,), ()))
    aligns: tuple[Align, ...] = ("left", "right", "right", "right")
    w.add(Table(tuple(rows), (2.6, 1.0, 1.4, 1.2), aligns, s.ruled, padding=3, together=True))


def _due(w: Writer, text: str, index: int) -> Run:
    """The day on which a share is due: in the first row, below it a sign for the same."""
    if index:
        return Run("ebenso")
    day, month, year = (int(part) for part in text.split("."))
    return w.date(date(year, month, day), "deadline", text)


def _name(w: Writer, index: int) -> str:
    """The party as a table or list names it."""
    return w.grantor.printed if index == 0 else w.scenario.recipients[index - 1].printed


def _sign(w: Writer) -> None:
    """Two columns, one party each: its number and name, place and day, the hand, name and office."""
    columns: list[tuple[SignLine, ...]] = []
    for number, side in enumerate(enter_by_party(w, named_once=True), start=1):
        lines = [_whose(w, side[0][0], number)]
        for one, dated in side:
            if dated:
                lines.append(SignLine((one.place, Run(", den "), one.date)))
            lines.append(SignLine((), "rule", pen=one.name is not None, height=40.0))
            if one.name and one.function:
                deputy = "i. V. " if one.signer.deputising else ""
                name: Text = (
                    (Run("("), one.name, Run(")")) if w.scenario.signing == "brackets" else (one.name,)
                )
                lines += [SignLine((Run(deputy), *name)), SignLine((one.function,))]
        columns.append(tuple(lines))
    w.add(*in_rows(columns, 2, gutter=30.0))


def _whose(w: Writer, one: Signature, number: int) -> SignLine:
    article, name = one.organisation("accusative")
    bold = replace(name, bold=True)
    return SignLine((Run(f"zu {number}. für {article} ", bold=True), bold))
