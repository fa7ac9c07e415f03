"""Minutes of a talk: "TOP 1", what was reported and agreed, projects as a table of decisions."""

from __future__ import annotations

import random
from dataclasses import replace
from datetime import date

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
from samples.scenario import Measure, Project, Ruled, Scenario
from samples.signing import Signature, enter
from samples.wordings.days import full_figures, redated, two_figures
from samples.wordings.money import SPLIT, parts, project_sum, replaced, subtotal, total, total_in_words
from samples.wordings.names import fuller_names
from samples.wordings.parts import (
    Draft,
    amended,
    aside_texts,
    enumerated,
    represented,
)
from samples.writer import Writer

OWN_ASIDES = (
    "Die örtliche Seite weist auf gestiegene Mieten hin; anerkannt werden je Schulungsraum {cap} im Monat.",
    "Die Seiten gehen von {persons} Teilnehmenden in {young} Standorten aus.",
    "Terminabsprachen laufen über das Vorzimmer der Abteilungsleitung, {phone}.",
    "Im Rückblick auf die letzten Jahre nennt das Ministerium einen Mittelabfluss von {past}.",
    "Der Overhead soll {rate} % nicht überschreiten.",
)
OWN_FORMS = (
    "{name}",
    "{name}",
    "{name} – Durchgang 3",
    "Ausbildungsmesse {name}",
    "{name} (Pilot)",
    "Beratungsbus „{name}“",
    "Vorkurs {name}",
)
CARRIERS = (
    "Lernagentur Musterau",
    "BZ Handwerk Probestadt",
    "Kreis (Eigenbetrieb)",
    "Verein Neustart Fiktiv e. V.",
    "Akademie Exempel gGmbH",
)
REPORTED = (
    "Der Bericht über das abgelaufene Jahr wurde erörtert. Die Zielzahlen sind im Wesentlichen erreicht.",
    "Die Zahl der Bewerbungen ohne Ausbildungsplatz liegt in der Region über dem Landesdurchschnitt.",
    "Mit dem Jobcenter ist abgestimmt, dass keine gleichartigen Angebote eingekauft werden.",
)
AGREED = (
    "Vorrang haben Angebote für Personen ohne Berufsabschluss.",
    "Mindestens die Hälfte der Plätze wird mit Frauen besetzt.",
    "Die Vermittlungsquote des Vorjahres wird gehalten.",
)


class _Items:
    """ "TOP 1  Heading" with a line above it; what was said and what came of it behind words of their own."""

    def __init__(self, w: Writer) -> None:
        self.w = w
        self.lined = w.rng.random() < 0.5
        self.colon = w.rng.choice((": ", "  ", " – "))

    def open(self, title: str) -> None:
        w = self.w
        w.add(*([Divider(before=6, after=2)] if self.lined else []))
        text = (Run("TOP ", bold=True), w.next_section(), Run(self.colon, bold=True), w.heading(title))
        w.add(Paragraph(text, "left", before=4 if self.lined else 12, after=4, with_next=True))

    def reported(self, sentence: str, **filled: Run | Text | str) -> None:
        self.put("Sachstand", self.w.fill(sentence, **filled))

    def agreed(self, sentence: str, **filled: Run | Text | str) -> None:
        self.put("Ergebnis", self.w.fill(sentence, **filled))

    def put(self, word: str, text: Text) -> None:
        self.w.add(Paragraph(text, "left", after=5, indent=76, hang=76, marker=plain(f"{word}:")))

    def below(self, text: Text, sign: str = "–") -> None:
        self.w.add(Paragraph(text, "left", after=2, indent=92, hang=14, marker=plain(sign)))


def draft(s: Scenario, rng: random.Random) -> Draft:
    s = fuller_names(s, OWN_FORMS)
    s = redated(s, rng.choice((full_figures, two_figures)))
    s = replace(s, figures=rng.choice(("sign", "code", "dash", s.figures)))
    w = Writer(s, rng)
    _opening(w)
    items = _Items(w)
    if s.amendment:
        _amend(items)
    else:
        _agree(items)
    _sign(w)
    return w, Sheet(
        family=rng.choice(("helvetica", "open-sans", "times")),
        size=rng.choice((10.2, 10.8)),
        leading=rng.choice((1.3, 1.4)),
        header=rng.choice((None, "Ergebnisvermerk", s.file_mark)),
        header_align="right",
        header_on_first=rng.random() < 0.5,
        footer=rng.choice(("Seite {page} von {pages}", "{page}")),
        footer_align=rng.choice(("center", "right")),
        left=70,
        right=64,
        top=72,
    )


def _opening(w: Writer) -> None:
    """The head of minutes: what it is, who sat at the table, who was there, what they had before them."""
    s, rng = w.scenario, w.rng
    w.add(
        Paragraph((w.kind(),), "left", scale=1.55, after=2),
        Paragraph(plain("als Ergebnis des Zielgesprächs"), "left", after=10),
    )
    rows: list[tuple[Text, ...]] = [
        (plain("Gegenstand:"), enumerated([(w.programme(index),) for index in range(len(s.programmes))])),
        (plain("Förderjahr:"), (w.year(),)),
    ]
    for index in range(len(s.parties)):
        caption = "Zwischen:" if index == 0 else "und:"
        rows.append((plain(caption), (*w.party(index, "dative", mark=True), *represented(w, index))))
    present = "Fachreferat, Haushaltsreferat; Sozialdezernat, Jobcenter"
    rows.append((plain("Teilnehmende:"), plain(rng.choice((present, "siehe Anwesenheitsliste")))))
    if s.reference and not s.amendment:
        day = w.date(s.reference, "reference", rng.choice((None, full_figures(s.reference))))
        rows.append((plain("Unterlagen:"), (Run("Arbeitsmarktbericht vom "), day)))
    ruled: Ruled = "none" if rng.random() < 0.7 else "rows"
    w.add(Table(tuple(rows), (1.0, 4.2), ("left", "left"), ruled, after=8, padding=2.5))


def _amend(items: _Items) -> None:
    w = items.w
    items.open("Anlass")
    items.reported(
        "Die Seiten haben am {day} Ziele und Mittel festgelegt. Mehrere Projekte sind überzeichnet.",
        day=amended(w),
    )
    items.open("Mittelansatz")
    old, new = replaced(w)
    if w.rng.random() < 0.5:
        items.reported("Für {clause_year} waren {old} angesetzt.", old=old)
        items.agreed("Angesetzt werden jetzt {new}.", new=new)
    else:
        items.agreed("Der Ansatz {clause_year} steigt von {old} auf {new}.", old=old, new=new)
    items.open("Weiteres")
    items.agreed(
        "Die sonstigen Ergebnisse bleiben gültig. Das {authority} erhält diesen Vermerk.",
        authority=w.authority(),
    )


def _agree(items: _Items) -> None:
    w, rng = items.w, items.w.rng
    items.open(rng.choice(("Rückblick und Ziele", "Ziele")))
    items.reported(rng.choice(REPORTED))
    first, second = rng.sample(AGREED, 2)
    items.agreed(f"{first} {second}")
    items.open(rng.choice(("Mittel", "Landesmittel")))
    _funds(items)
    for text in aside_texts(w, OWN_ASIDES):
        items.put("Hinweis", text)
    items.open("Projekte")
    _projects(items)
    items.open(rng.choice(("Verabredungen", "Nächste Schritte")))
    _tasks(w)
    if rng.random() < 0.5:
        items.open("Verschiedenes")
        items.reported("Keine weiteren Punkte.")


def _funds(items: _Items) -> None:
    w, s, rng = items.w, items.w.scenario, items.w.rng
    years = s.budget == "by_year"
    if rng.random() < 0.5:
        items.reported("Das Land hat den Haushaltsansatz erläutert; der örtliche Bedarf ist höher.")
    amount, words = total_in_words(w, bold=rng.random() < 0.5, year=None if years else s.clause_year)
    if years:
        items.agreed("Für alle Jahre, auf die sich die Projekte erstrecken, {total}.", total=amount)
    else:
        items.agreed(
            rng.choice(
                (
                    "Das Land fördert die unter dem nächsten Punkt genannten Projekte in {clause_year} mit "
                    "zusammen {total}{words}.",
                    "{G} stellt {r_dat} für {clause_year} {total}{words} bereit.",
                    "Landesmittel {clause_year}: {total}{words}.",
                )
            ),
            total=amount,
            words=(Run(" (in Worten: "), words, Run(")")) if words else "",
        )
    if s.budget not in SPLIT or (s.budget == "by_measure" and s.listing == "table"):
        return
    if s.listing == "table":
        _steps(w)
        return
    for part in parts(w):
        number = s.measures[part.index].number if s.budget == "by_measure" else 0
        lead = f"Maßnahmenart {number} " if number else ""
        items.below((Run(lead), *part.label, Run(": "), part.amount))
    w.add(Gap(4))


def _steps(w: Writer) -> None:
    """The parts beside each other: what they are in the first row, how much in the second."""
    s = w.scenario
    w.tables += 1
    found = parts(w, style="sign", table=w.tables, rows=[1] * len(s.shares))
    head = tuple((replace(part.label[0], bold=True),) for part in found)
    cells = tuple((part.amount,) for part in found)
    middle: Align = "center"
    w.add(Table((head, cells), (1.0,) * len(found), (middle,) * len(found), s.ruled, together=True))


def _projects(items: _Items) -> None:
    w, s = items.w, items.w.scenario
    if s.listing == "table" or s.budget == "by_measure":
        _decisions(w)
        return
    items.agreed("Die folgenden Projekte werden umgesetzt.")
    for number, measure in enumerate(s.measures):
        title, names = w.measure(number)
        w.add(
            Paragraph(
                (Run(f"Maßnahmenart {measure.number}, "), title),
                "left",
                before=2,
                after=2,
                indent=76,
                with_next=True,
            )
        )
        for name, project in zip(names, measure.projects, strict=True):
            items.below((name, *_granted(w, measure, project, ": bis ")))
    w.add(Gap(4))


def _granted(w: Writer, measure: Measure, project: Project, lead: str) -> Text:
    return () if project.amount is None else (Run(lead), project_sum(w, measure, project))


def _decisions(w: Writer) -> None:
    """What was laid before them and what came of it; sums stand in the last column, for a measure or each
    project."""
    s = w.scenario
    paid = s.budget == "by_project"
    by_measure = s.budget == "by_measure" and s.listing == "table"
    money = paid or by_measure
    w.tables += 1 if money else 0
    heads = ("Maßnahmenart / Projekt", "Träger", "Ergebnis", *(("EUR",) if money else ()))
    rows: list[tuple[Text, ...]] = [tuple(plain(head, True) for head in heads)]
    at: list[int] = []
    for number, measure in enumerate(s.measures):
        title, names = w.measure(number)
        at.append(len(rows))
        rows.append(((Run(f"{measure.number} ", bold=True), replace(title, bold=True)), (), (), ()))
        for name, project in zip(names, measure.projects, strict=True):
            own: Text = ()
            if paid:
                own = (project_sum(w, measure, project, style="cell", table=w.tables, row=len(rows)),)
            result = w.rng.choice(("wird fortgeführt", "neu", "bestätigt"))
            rows.append(((name,), plain(w.rng.choice(CARRIERS)), plain(result), own))
        if paid and len(names) > 1:
            run = subtotal(w, measure, style="cell", table=w.tables, row=at[-1])
            rows[at[-1]] = (*rows[at[-1]][:3], (run,))
    if by_measure:
        for row, part in zip(at, parts(w, style="cell", table=w.tables, rows=at), strict=True):
            rows[row] = (*rows[row][:3], (part.amount,))
    if money:
        run = total(w, style="cell", bold=True, table=w.tables, row=len(rows))
        rows.append((plain("Summe", True), (), (), (run,)))
    aligns: tuple[Align, ...] = ("left", "left", "left", "right")
    width = len(heads)
    filled = tuple(row[:width] for row in rows)
    w.add(Table(filled, (3.0, 1.9, 1.2, 1.2)[:width], aligns[:width], s.ruled, padding=3.5))


def _tasks(w: Writer) -> None:
    """Who does what by when."""
    s = w.scenario
    start = w.date(date(s.year, 1, 1), "period_start", f"01.01.{s.year}")
    end = w.date(date(s.year, 12, 31), "period_end", f"31.12.{s.year}")
    deadline = w.date(s.deadline, "deadline", full_figures(s.deadline))
    local: Text = enumerated([(Run(party.printed),) for party in s.recipients])
    rows: tuple[tuple[Text, ...], ...] = (
        (plain("Was", True), plain("Wer", True), plain("Wann", True)),
        (plain("Durchführung der Projekte"), local, (start, Run(" bis "), end)),
        (plain("Bewilligungsbescheid"), (w.authority(),), plain("nach Unterzeichnung")),
        (plain("Verwendungsnachweis"), local, (Run("bis "), deadline)),
    )
    w.add(Table(rows, (2.0, 2.2, 1.8), ("left", "left", "left"), s.ruled, padding=3.5))


def _sign(w: Writer) -> None:
    """One below the other, no wider than a hand needs: the pen, who and what in a line, whom for, where and
    when in brackets."""
    rng = w.rng
    w.add(
        Paragraph(
            plain(rng.choice(("Mit den Ergebnissen einverstanden:", "Gelesen und gebilligt:"))),
            "left",
            before=16,
            after=0,
            with_next=True,
        )
    )
    apart = rng.random() < 0.5
    for signer in w.scenario.signers:
        lines = _lines(enter(w, signer), apart)
        w.add(SignatureColumns((lines, ()), before=8.0, gutter=10.0))


def _lines(one: Signature, apart: bool) -> tuple[SignLine, ...]:
    lines = [SignLine((), "rule", pen=one.name is not None, height=38.0)]
    if one.name and one.function:
        deputy = "i. V. " if one.signer.deputising else ""
        if apart:
            lines += [SignLine((Run(deputy), one.name)), SignLine((one.function,))]
        else:
            lines.append(SignLine((Run(deputy), one.name, Run(", "), one.function)))
    lines.append(SignLine((one.bare_organisation,)))
    return (*lines, SignLine((one.place, Run(" ("), one.date, Run(")"))))
