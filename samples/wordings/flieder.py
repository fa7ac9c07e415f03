"""A ministry with points "1.1"; each measure has its own table of projects or a clause with dashes."""

from __future__ import annotations

import random
from dataclasses import replace

from samples.blocks import Align, Divider, Gap, Paragraph, Run, Sheet, SignLine, Table, Text, plain
from samples.scenario import Scenario
from samples.signing import Signature, enter, in_rows
from samples.wordings.money import parts, project_money, project_sum, replaced, split_table, total_in_words
from samples.wordings.names import fuller_names
from samples.wordings.parts import (
    Draft,
    abbreviation,
    amended,
    aside_texts,
    enumerated,
    period,
    programme_genitives,
    represented,
)
from samples.writer import Writer

OWN_ASIDES = (
    "Sachausgaben für Lernmittel sind bis {cap} je Teilnahmeplatz anerkennungsfähig.",
    "Angestrebt werden {persons} besetzte Plätze, davon {young} in Teilzeit für Eltern.",
    "Fachliche Fragen beantwortet das Referat III 2, Durchwahl {phone}.",
    "Das Land hat die regionale Arbeitsmarktförderung vor Ort in den letzten drei Jahren mit jährlich {past} "
    "unterstützt.",
    "Eine Verwaltungspauschale von höchstens {rate} Prozent ist in den Projektkosten enthalten.",
)
OWN_FORMS = (
    "{name}",
    "{name}",
    "{name} – Einstiegsqualifizierung",
    "Übergangscoaching {name}",
    "„{name}“",
    "{name} (Gruppe B)",
    "Ausbildungslotsen {name}",
)
CARRIERS = (
    "Arbeit und Bildung Musterau e. V.",
    "Volkshochschule",
    "Jugendberufshilfe Probestadt gGmbH",
    "Kommunales Jobcenter",
    "Werkstattverbund Beispieltal",
    "Verein für Berufshilfe",
)
TARGETS = (
    "Jugendliche ohne Schulabschluss erhalten ein Angebot, das an ihren Stärken ansetzt.",
    "Ausbildungsbetriebe werden bei der Begleitung ihrer Auszubildenden entlastet.",
    "Menschen im Leistungsbezug können Teilschritte eines Berufsabschlusses nachholen.",
    "Die Angebote stehen allen Geschlechtern offen und sind auch in Teilzeit erreichbar.",
    "Sprachförderung wird mit der fachlichen Anleitung im Betrieb verbunden.",
)


class _Points:
    """ "1. Heading", and below it clauses "1.1", "1.2" or paragraphs without a number."""

    def __init__(self, w: Writer) -> None:
        self.w = w
        self.counted = w.rng.random() < 0.6
        self.lead = ""
        self.count = 0

    def open(self, title: str) -> None:
        number = self.w.next_section()
        self.lead, self.count = number.text, 0
        marker = (number, Run(".", bold=True))
        heading = (self.w.heading(title),)
        self.w.add(
            Paragraph(heading, "left", before=13, after=4, indent=30, hang=30, marker=marker, with_next=True)
        )

    def say(self, sentence: str, **filled: Run | Text | str) -> None:
        self.put(self.w.fill(sentence, **filled))

    def put(self, text: Text) -> None:
        self.count += 1
        marker = plain(f"{self.lead}.{self.count}") if self.counted else ()
        self.w.add(Paragraph(text, "left", after=5, indent=30, hang=30, marker=marker))

    def dash(self, text: Text) -> None:
        self.w.add(Paragraph(text, "left", after=2, indent=46, hang=14, marker=plain("–")))


def draft(s: Scenario, rng: random.Random) -> Draft:
    s = fuller_names(s, OWN_FORMS)
    w = Writer(s, rng)
    _opening(w)
    points = _Points(w)
    if s.amendment:
        _amend(points)
    else:
        _agree(points)
    _sign(w)
    return w, Sheet(
        family=rng.choice(("helvetica", "open-sans", "source-sans")),
        size=rng.choice((10.4, 11.0)),
        leading=rng.choice((1.3, 1.42)),
        header=rng.choice((None, f"{s.kind} {s.year}, {s.recipients[0].printed}")),
        header_align="left",
        footer=rng.choice(("Seite {page} von {pages}", "Seite {page} / {pages}", "- {page} -")),
        footer_align=rng.choice(("right", "center")),
        left=72,
        right=64,
        bottom=70,
    )


def _opening(w: Writer) -> None:
    """The ministry's letterhead, the title, and who agrees in one sentence or below each other."""
    s, rng = w.scenario, w.rng
    if rng.random() < 0.6:
        mark = (s.file_mark or "").replace("Az. ", "Geschäftszeichen ")
        w.add(
            Paragraph(plain(s.grantor.official, True), "left", after=1),
            Paragraph(
                plain("Abteilung Arbeit · Referat III 2 · 65187 Wiesbaden"), "left", scale=0.8, after=2
            ),
            *([Paragraph(plain(mark), "left", scale=0.8, after=2)] if mark else []),
            Divider(after=18),
        )
    w.add(
        Paragraph((w.kind(), Run(" ", bold=True), w.year(bold=True)), "left", scale=1.6, after=4),
        Paragraph((Run("über den Einsatz des "), *programme_genitives(w)), "left", scale=1.1, after=14),
    )
    named: list[Text] = []
    for index, party in enumerate(s.parties):
        short = abbreviation(w) if index == 0 else ()
        alias = "Land" if index == 0 else "Landkreis" if party.gender == "m" else "Stadt"
        alias += f" {index}" if index and len(s.recipients) > 1 else ""
        called: Text = (Run(" "), *short[:2], Run(")")) if short else (Run(f" – kurz: {alias} –"),)
        name = w.party(index, "nominative", mark=True, capital=index == 0)
        named.append((*name, *represented(w, index), *called))
    if rng.random() < 0.5:
        w.add(Paragraph((*enumerated(named), Run(" schließen diese Vereinbarung.")), "left", after=8))
        return
    w.add(Paragraph(plain("An dieser Vereinbarung sind beteiligt:"), "left", after=4, with_next=True))
    for number, text in enumerate(named, start=1):
        w.add(Paragraph(text, "left", after=3, indent=46, hang=16, marker=plain(f"{number}.")))


def _amend(points: _Points) -> None:
    w = points.w
    points.open("Anlass")
    points.say(
        "Mit Vereinbarung vom {day} haben sich die Beteiligten auf den Einsatz des {prog_gen} verständigt. "
        "Inzwischen stehen andere Mittel zur Verfügung als damals angenommen.",
        day=amended(w),
    )
    points.open("Neuer Höchstbetrag")
    old, new = replaced(w)
    points.say(
        w.rng.choice(
            (
                "Der Höchstbetrag für das Jahr {clause_year} beträgt statt {old} nun {new}.",
                "Der bisherige Höchstbetrag für {clause_year} ({old}) entfällt. Neuer Höchstbetrag: {new}.",
            )
        ),
        old=old,
        new=new,
    )
    points.open("Sonstiges")
    points.say(
        "Alle weiteren Regelungen bleiben in Kraft; das {authority} ändert den Bewilligungsbescheid.",
        authority=w.authority(),
    )


def _agree(points: _Points) -> None:
    w, s, rng = points.w, points.w.scenario, points.w.rng
    points.open(rng.choice(("Ziele", "Gemeinsame Ziele")))
    if s.reference and rng.random() < 0.7:
        points.say(
            "Diese Vereinbarung setzt die Zusammenarbeit fort, die mit der Zielvereinbarung vom {day} "
            "begonnen wurde.",
            day=w.date(s.reference, "reference"),
        )
    for sentence in rng.sample(TARGETS, 3):
        points.put(plain(sentence))
    points.open(rng.choice(("Budget", "Höhe der Landesmittel")))
    _funds(points)
    for text in aside_texts(w, OWN_ASIDES):
        points.put(text)
    points.open(rng.choice(("Umsetzung vor Ort", "Maßnahmenarten und Projekte")))
    if (s.budget == "by_project" and s.listing == "table") or rng.random() < 0.5:
        _tables(points)
    else:
        _items(points)
    points.open("Verfahren und Fristen")
    points.say("Bewilligungsbehörde ist das {authority}.", authority=w.authority())
    points.say(
        "Der Verwendungsnachweis mit Teilnehmendenstatistik ist dort bis {deadline} einzureichen.",
        deadline=w.date(s.deadline, "deadline"),
    )
    points.open("Zeitraum")
    points.say("Gefördert werden Projekte, die {period} durchgeführt werden.", period=period(w))


def _funds(points: _Points) -> None:
    w, s, rng = points.w, points.w.scenario, points.w.rng
    years = s.budget == "by_year"
    amount, words = total_in_words(w, bold=rng.random() < 0.4, year=None if years else s.clause_year)
    if s.budget == "one_line":
        points.say("Der Höchstbetrag für das Jahr {clause_year} lautet:")
        w.add(Paragraph((replace(amount, bold=True),), "left", scale=1.1, before=2, after=8, indent=60))
    elif years:
        points.say(
            "Ab {clause_year} kann {r} über insgesamt {total} verfügen, die in Jahresbeträgen ausgezahlt "
            "werden."
            if len(s.recipients) == 1
            else "Ab {clause_year} können {r} über insgesamt {total} verfügen, die in Jahresbeträgen "
            "ausgezahlt werden.",
            total=amount,
        )
    else:
        points.say(
            rng.choice(
                (
                    "{G} beteiligt sich im Jahr {clause_year} mit höchstens {total}{words} an den Ausgaben.",
                    "Für das Jahr {clause_year} ist ein Höchstbetrag von {total}{words} vorgemerkt.",
                )
            ),
            total=amount,
            words=(Run(" (in Worten: "), words, Run(")")) if words else "",
        )
    if years or s.budget == "by_measure":
        points.say(
            "Die Verteilung zeigt die folgende Übersicht." if years else "Geplant ist diese Aufteilung:"
        )
        if s.listing == "table":
            head = ("Jahr" if years else "Maßnahmenart", "Landesmittel")
            shares = (1.1, 1.4) if years else (3.4, 1.4)
            w.add(split_table(w, head, "zusammen", style="sign", shares=shares))
            return
    for part in parts(w):
        lead = f"Maßnahmenart {s.measures[part.index].number}, " if s.budget == "by_measure" else ""
        points.dash((Run(lead), *part.label, Run(": "), part.amount))
    w.add(Gap(4))


def _tables(points: _Points) -> None:
    """A table of its own for the projects of each measure."""
    w, s = points.w, points.w.scenario
    paid = s.budget == "by_project"
    points.say("Die geförderten Projekte sind nach Maßnahmenarten geordnet.")
    heads = ("Projekt", "Träger", "Landesmittel" if paid else "Plätze")
    aligns: tuple[Align, ...] = ("left", "left", "right")
    for number, measure in enumerate(s.measures):
        title, names = w.measure(number)
        caption = (Run(f"Maßnahmenart {measure.number}: ", bold=True), replace(title, bold=True))
        w.add(Paragraph(caption, "left", before=4, after=1, with_next=True))
        w.tables += 1 if paid else 0
        rows: list[tuple[Text, ...]] = [tuple(plain(head, True) for head in heads)]
        for name, project in zip(names, measure.projects, strict=True):
            money: Text = plain(str(w.rng.randint(4, 44)))
            if paid:
                money = (project_sum(w, measure, project, style="sign", table=w.tables, row=len(rows)),)
            rows.append(((name,), plain(w.rng.choice(CARRIERS)), money))
        w.add(Table(tuple(rows), (2.6, 2.2, 1.3), aligns, s.ruled, padding=3.0, together=True))


def _items(points: _Points) -> None:
    """A clause for each measure, its projects as dashes below it."""
    w = points.w
    for number, measure in enumerate(w.scenario.measures):
        title, names = w.measure(number)
        points.put((Run(f"Maßnahmenart {measure.number} „"), title, Run("“")))
        for name, project in zip(names, measure.projects, strict=True):
            money = project_money(w, measure, project, ", Landesmittel: ")
            points.dash((name, *money))
    w.add(Gap(4))


def _sign(w: Writer) -> None:
    """One below the other or two beside each other: whom for, the pen on a line, who, and last the day."""
    rng = w.rng
    across = rng.choice((1, 2, 2))
    dated_first = rng.random() < 0.5
    columns = [_column(enter(w, signer), dated_first) for signer in w.scenario.signers]
    if across == 1:
        # Half the width is enough for a signature.
        w.add(*in_rows([part for column in columns for part in (column, ())], gutter=20.0))
    else:
        w.add(*in_rows(columns, gutter=32.0))


def _column(one: Signature, dated_first: bool) -> tuple[SignLine, ...]:
    article, organisation = one.organisation("accusative")
    deputy = "i. V. " if one.signer.deputising else ""
    who = [SignLine((Run(f"Für {article} "), organisation, Run(":")))]
    hand = [SignLine((), "rule", pen=one.name is not None)]
    if one.name and one.function:
        hand += [SignLine((Run(deputy), one.name)), SignLine((one.function,))]
    day = [SignLine((one.place, Run(", "), one.date))]
    return (*day, *who, *hand) if dated_first else (*who, *hand, SignLine(height=4.0), *day)
