"""A desk officer's form text: "1. Heading" with clauses "1.1", a small table of places below each title."""

from __future__ import annotations

import random
from dataclasses import replace

from samples.blocks import (
    NEW_LINE,
    Align,
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
from samples.scenario import Scenario
from samples.signing import Signature, enter, in_rows
from samples.wordings.days import full_figures, redated
from samples.wordings.money import SPLIT, parts, project_sum, replaced, split_table, subtotal, total_in_words
from samples.wordings.names import HELD_OUT_FORMS, fuller_names
from samples.wordings.parts import (
    Draft,
    amended,
    aside_texts,
    enumerated,
    period,
    programme_names,
    represented,
)
from samples.writer import Writer

OWN_ASIDES = (
    "Honorare externer Lehrkräfte sind bis {cap} je Unterrichtstag förderfähig.",
    "Insgesamt sind {persons} Plätze geplant; für {young} davon liegt die Zusage des Jobcenters vor.",
    "Zahlungsverkehr und Mittelabruf: Buchhaltung, Telefon {phone}.",
    "Aus früheren Programmen flossen der Region {past} zu.",
    "Für Verwaltung und Leitung können {rate} % der Personalausgaben pauschal angesetzt werden.",
)
OWNERS = ("eigene Durchführung", "Vergabe", "Zuwendung", "Kooperation Jobcenter", "Volkshochschule")
CIRCLES = ("SGB II", "SGB II/III", "SGB VIII", "SGB XII", "AsylbLG", "alle")


class _Points:
    """ "1. Heading" at the left, below it "1.1", "1.2" …; `plainly`: a paragraph that is not counted."""

    def __init__(self, w: Writer) -> None:
        self.w = w
        self.number = ""
        self.count = 0

    def open(self, title: str) -> None:
        run = self.w.next_section()
        self.number, self.count = run.text, 0
        heading = (self.w.heading(title),)
        marker = (run, Run(".", bold=True))
        self.w.add(
            Paragraph(heading, "left", before=13, after=4, indent=30, hang=30, marker=marker, with_next=True)
        )

    def say(self, sentence: str, with_next: bool = False, **filled: Run | Text | str) -> None:
        self.put(self.w.fill(sentence, **filled), with_next)

    def put(self, text: Text, with_next: bool = False) -> None:
        self.count += 1
        marker = plain(f"{self.number}.{self.count}")
        self.w.add(Paragraph(text, "left", after=5, indent=30, hang=30, marker=marker, with_next=with_next))


def draft(s: Scenario, rng: random.Random) -> Draft:
    s = fuller_names(s, HELD_OUT_FORMS)
    s = redated(s, full_figures) if rng.random() < 0.6 else s
    w = Writer(s, rng)
    _opening(w)
    points = _Points(w)
    if s.amendment:
        _amend(points)
    else:
        _agree(points)
    _sign(w)
    return w, Sheet(
        family=rng.choice(("times", "helvetica", "vera")),
        size=rng.choice((10.4, 11.0)),
        leading=rng.choice((1.25, 1.33)),
        header=rng.choice((None, s.file_mark, "Referat Regionale Arbeitsmarktpolitik")),
        header_align=rng.choice(("left", "right")),
        header_on_first=True,
        footer=rng.choice(("Seite {page} von {pages}", "- {page} -", None)),
        left=76,
        right=72,
    )


def _opening(w: Writer) -> None:
    """The title over the names of both sides, "einig", and what each is called below."""
    s = w.scenario
    w.add(
        Paragraph((w.kind(),), "center", scale=1.5, after=3),
        Paragraph((Run("im Rahmen des Programms „"), *_quoted(w), Run("“")), "center", after=3),
        Paragraph((Run("– Programmjahr "), w.year(), Run(" –")), "center", after=16),
        Paragraph(plain("Zwischen"), "left", after=4, with_next=True),
    )
    last = len(s.parties) - 1
    for index, party in enumerate(s.parties):
        role = "Land" if index == 0 else "Kreis" if party.gender == "m" else "Stadt"
        role += f" {index}" if index and last > 1 else ""
        called = f", nachstehend „{role}“ genannt" + ("," if index == last else "")
        text = (*w.party(index, "dative", mark=True), *represented(w, index), Run(called))
        w.add(Paragraph(text, "left", after=4, indent=24))
        if index < last:
            w.add(Paragraph(plain("und"), "left", after=4, with_next=True))
    w.add(Paragraph(plain("besteht Einvernehmen über Folgendes:"), "left", before=2, after=4))


def _quoted(w: Writer) -> Text:
    runs: list[Run] = []
    for run in programme_names(w):
        runs.append(run if run.mark else Run("“ und „"))
    return tuple(runs)


def _amend(points: _Points) -> None:
    w = points.w
    points.open("Ausgangsvereinbarung")
    points.say("Die Beteiligten haben am {day} eine Zielvereinbarung unterzeichnet.", day=amended(w))
    points.say("Im laufenden Jahr hat sich ein veränderter Mittelbedarf ergeben.")
    points.open("Änderung des Mittelansatzes")
    old, new = replaced(w)
    points.say(
        w.rng.choice(
            (
                "Der Mittelansatz {clause_year} lautet statt {old} richtig {new}.",
                "An die Stelle des bisherigen Ansatzes von {old} treten für {clause_year} Mittel von {new}.",
            )
        ),
        old=old,
        new=new,
    )
    points.open("Sonstiges")
    points.say("Die übrigen Nummern der Ausgangsvereinbarung werden nicht berührt.")
    points.say("Ein Änderungsantrag ist beim {authority} zu stellen.", authority=w.authority())


def _agree(points: _Points) -> None:
    w, s, rng = points.w, points.w.scenario, points.w.rng
    points.open(rng.choice(("Grundlagen", "Rechtlicher Rahmen")))
    points.say("Grundlage sind die Fördergrundsätze des Landes in der jeweils geltenden Fassung.")
    if s.reference:
        points.say(
            "Die Projektplanung wurde am {day} mit den örtlichen Arbeitsmarktakteuren beraten.",
            day=w.date(s.reference, "reference"),
        )
    points.say("Leistungen nach den Sozialgesetzbüchern haben Vorrang.")
    points.open("Zeitraum")
    points.say("Es können Ausgaben anerkannt werden, die in der Zeit {period} anfallen.", period=period(w))
    if rng.random() < 0.5:
        _projects(points)
        _funds(points)
    else:
        _funds(points)
        _projects(points)
    points.open(rng.choice(("Verfahren", "Antrag und Verwendungsnachweis")))
    points.say("Anträge nimmt das {authority} entgegen.", authority=w.authority())
    points.say("Der Verwendungsnachweis ist zum {deadline} fällig.", deadline=w.date(s.deadline, "deadline"))
    for text in aside_texts(w, OWN_ASIDES):
        points.put(text)
    points.open("Zielerreichung")
    points.say(
        "Nach Abschluss des Jahres werten die Beteiligten Eintritte, Abbrüche und Übergänge gemeinsam aus. "
        "Bleiben die Ergebnisse deutlich zurück, ist die Planung des Folgejahres anzupassen."
    )


def _funds(points: _Points) -> None:
    w, s, rng = points.w, points.w.scenario, points.w.rng
    years = s.budget == "by_year"
    points.open(rng.choice(("Landesmittel", "Mittelansatz")))
    amount, words = total_in_words(w, bold=s.budget == "one_line", year=None if years else s.clause_year)
    if years:
        last = s.clause_year + len(s.shares) - 1
        points.say(
            f"Das Land sagt für die Jahre {s.clause_year} bis {last} Mittel von insgesamt {{total}} zu.",
            total=amount,
        )
    elif s.budget == "one_line":
        points.say("Der Ansatz des Jahres {clause_year} lautet:  {total}", total=amount)
    else:
        points.say(
            rng.choice(
                (
                    "Zur Durchführung der Projekte gewährt das Land {clause_year} Mittel bis zur Höhe von "
                    "{total}{words}.",
                    "Der Ansatz des Jahres {clause_year} beläuft sich auf {total}{words}.",
                )
            ),
            total=amount,
            words=(Run(" (i. W.: "), words, Run(")")) if words else "",
        )
    if s.budget in SPLIT and s.listing == "table":
        what = {"by_measure": "Maßnahmenart", "by_year": "Haushaltsjahr"}.get(s.budget, "Programm")
        points.say("Davon sind vorgesehen:" if years else "Die Mittel verteilen sich so:", with_next=True)
        w.add(split_table(w, (what, "EUR"), "zusammen", shares=(1.6, 1.3) if years else (3.4, 1.3)))
    elif s.budget in SPLIT:
        lead = {"by_measure": "die Maßnahmenart „", "by_year": "das Jahr "}.get(s.budget, "das ")
        close = "“ " if s.budget == "by_measure" else " "
        named = [(Run(f"auf {lead}"), *part.label, Run(close), part.amount) for part in parts(w)]
        points.say("Hiervon entfallen {named}.", named=enumerated(named))
    points.say("Mehrausgaben trägt die kommunale Seite.")


def _projects(points: _Points) -> None:
    """Under each title a table of its projects: for whom, how they are run, how many places, the cost."""
    w, s, rng = points.w, points.w.scenario, points.w.rng
    points.open(rng.choice(("Projekte", "Projektplanung")))
    points.say("Für das Programmjahr ist der Einsatz der Mittel wie folgt geplant.", with_next=True)
    paid = s.budget == "by_project"
    heads = ("Projekt", "Rechtskreis", "Durchführung", "Plätze", *(("Mittel (EUR)",) if paid else ()))
    aligns: tuple[Align, ...] = ("left", "left", "left", "right", "right")
    shares = (3.0, 1.2, 1.7, 0.8, 1.3)
    summed = paid and rng.random() < 0.6
    for number, measure in enumerate(s.measures):
        title, names = w.measure(number)
        head = (Run(f"Maßnahmenart {measure.number}: ", bold=True), replace(title, bold=True))
        w.add(Paragraph(head, "left", before=4, after=2, with_next=True))
        w.tables += 1 if paid else 0
        rows: list[tuple[Text, ...]] = [tuple(plain(text, True) for text in heads)]
        for name, project in zip(names, measure.projects, strict=True):
            row: list[Text] = [
                (name,),
                plain(rng.choice(CIRCLES)),
                plain(rng.choice(OWNERS)),
                plain(str(rng.randint(4, 60))),
            ]
            if paid:
                row.append((project_sum(w, measure, project, style="cell", table=w.tables, row=len(rows)),))
            rows.append(tuple(row))
        if summed and len(names) > 1:
            run = subtotal(w, measure, style="cell", table=w.tables, row=len(rows))
            rows.append((plain("Zwischensumme"), (), (), (), (run,)))
        w.add(
            Table(
                tuple(rows),
                shares[: len(heads)],
                aligns[: len(heads)],
                s.ruled,
                padding=2.5,
                before=2,
            )
        )
    w.add(Gap(2))


def _sign(w: Writer) -> None:
    """Whom for, the day with its place, the hand over a line, name and office below."""
    s = w.scenario
    narrow = s.signature_form == "three_columns" and len(s.signers) == 3
    columns = [_column(enter(w, signer), s.signing, narrow) for signer in s.signers]
    if s.signature_form == "stacked":
        for number, column in enumerate(columns):
            w.add(SignatureColumns((column, ()), before=14.0 if number else 26.0))
        return
    w.add(
        *in_rows(columns, 3 if narrow else 2, gutter=16.0 if narrow else 28.0, scale=0.86 if narrow else 1.0)
    )


def _column(one: Signature, form: str, narrow: bool) -> tuple[SignLine, ...]:
    party = one.signer.organisation
    if form == "organ" and party.gender != "n":
        article, name = one.organisation("genitive")
        organ = "den Kreisausschuss" if party.gender == "m" else "den Magistrat"
        lines = [SignLine((Run(f"Für {organ} {article} "), name))]
    else:
        article, name = one.organisation("accusative")
        lines = [SignLine((Run(f"Für {article} "), name, Run(":")))]
    lines += [
        SignLine(height=5.0),
        SignLine((one.place, Run(","), NEW_LINE if narrow else Run(" "), one.date)),
    ]
    if form == "captions":
        lines.append(SignLine(plain("Ort, Tag der Unterzeichnung")))
    lines.append(SignLine((), "dots", pen=one.name is not None, height=42.0))
    if one.name and one.function:
        named: Text = (one.name,)
        if form == "brackets":
            named = (Run("("), one.name, Run(")"))
        if one.signer.deputising:
            lines.append(SignLine(plain("in Vertretung")))
        lines += [SignLine(named), SignLine((one.function,))]
    return tuple(lines)
