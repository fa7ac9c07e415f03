"""Made by a portal: frames with sums, projects by who runs them, and the stamps of a signing service."""

from __future__ import annotations

import random
from dataclasses import replace
from datetime import date

from samples.blocks import Align, Block, Divider, Gap, Paragraph, Run, Sheet, SignLine, Table, Text, plain
from samples.scenario import Measure, Project, Scenario
from samples.signing import Signature, enter, in_rows
from samples.wordings.days import full_figures
from samples.wordings.money import SPLIT, parts, project_money, project_sum, replaced, total, total_in_words
from samples.wordings.names import fuller_names
from samples.wordings.parts import Draft, amended, asides, period, programme_names, represented
from samples.writer import Writer

OWN_ASIDES = (
    "Pauschale je Beratungsfall: {cap}.",
    "Richtwert für das Förderjahr: {persons} Personen, darunter {young} mit Schwerbehinderung.",
    "Fragen zum Portal? Die Hotline {phone} hilft weiter.",
    "Durchschnittliches Fördervolumen früherer Jahre: {past}.",
    "Restkostenpauschale: {rate} % der direkten Personalkosten.",
)
OWN_FORMS = (
    "{name}",
    "{name}",
    "{name} digital",
    "Kompetenzcheck {name}",
    "{name} · Online-Modul",
    "Talentscout {name}",
    "{name} (Neustart)",
)
CARRIERS = (
    "Akademie Beispieltal",
    "Campus Musterau gGmbH",
    "Lernfabrik Probestadt",
    "Sozialbetriebe Exempel",
)
STREETS = ("Hofstraße 1", "Kreishausplatz 2", "Rathausplatz 1-3", "Europaallee 10")
PROMISES = (
    "Alle Zielgruppen haben gleichen Zugang; Barrieren werden abgebaut.",
    "Jede Teilnahme wird mit einem Zertifikat oder einer Bescheinigung abgeschlossen.",
    "Betriebe der Region werden von Anfang an einbezogen.",
    "Ergebnisse werden im Portal des Landes veröffentlicht.",
)


def draft(s: Scenario, rng: random.Random) -> Draft:
    s = _by_machine(fuller_names(s, OWN_FORMS), rng)
    s = replace(s, figures=rng.choice(("sign", "sign", "euro", "wide")))
    w = Writer(s, rng)
    word = rng.choice(("Baustein", "Modul"))

    def section(title: str) -> None:
        number = (Run(f"{word} ", bold=True), w.next_section(), Run(" · ", bold=True))
        w.add(Paragraph((*number, w.heading(title)), "left", scale=1.15, before=14, after=5, with_next=True))

    _opening(w)
    if s.amendment:
        section("Ausgangspunkt")
        w.paragraph("Geändert wird die Zielvereinbarung, im Portal abgeschlossen am {day}.", day=amended(w))
        section("Angepasste Fördersumme")
        old, new = replaced(w)
        w.add(*_tiles([(old, plain(f"bisher ({s.clause_year})")), (new, plain(f"neu ({s.clause_year})"))], w))
        section("Alles Weitere")
        w.paragraph(
            "Alle anderen Angaben bleiben in Kraft. Den Bescheid passt das {authority} an.",
            authority=w.authority(),
        )
    else:
        section(rng.choice(("Wirkung", "Ziele und Wirkung")))
        for promise in rng.sample(PROMISES, 3):
            w.add(Paragraph(plain(promise), "left", after=3, indent=18, hang=14, marker=plain("–")))
        if s.reference:
            w.paragraph(
                "Das regionale Konzept wurde am {day} im Portal eingereicht.",
                day=w.date(s.reference, "reference", full_figures(s.reference)),
            )
        section("Fördersumme")
        _funds(w)
        section(rng.choice(("Projekte", "Projektportfolio")))
        _projects(w)
        section("Termine und Zuständigkeit")
        w.paragraph("Projekte sind förderfähig {period}.", period=period(w))
        w.paragraph(
            "Ansprechstelle: {authority}. Upload des Verwendungsnachweises bis {deadline}.",
            authority=w.authority(),
            deadline=w.date(s.deadline, "deadline", full_figures(s.deadline)),
        )
        asides(w, OWN_ASIDES)
    _sign(w)
    number = f"{rng.randint(100, 999)}-{rng.randint(1000, 9999)}"
    return w, Sheet(
        family=rng.choice(("open-sans", "manrope", "source-sans")),
        size=rng.choice((9.8, 10.4)),
        leading=1.42,
        header=rng.choice((f"Dokument-ID {number}", f"Förderportal | Vorgang {number}")),
        header_align="left",
        header_on_first=True,
        footer=rng.choice(("Version 1.2   {page}/{pages}", "{page}")),
        footer_align="right",
        left=62,
        right=62,
        top=70,
        bottom=66,
    )


def _by_machine(s: Scenario, rng: random.Random) -> Scenario:
    """All days are entered by the portal, none by hand or stamp; one that no calendar has stays."""
    write = rng.choice((full_figures, date.isoformat))
    return replace(
        s,
        signers=tuple(
            replace(one, date_text=write(one.day), date_style="typed") if one.day and one.date_text else one
            for one in s.signers
        ),
    )


def _opening(w: Writer) -> None:
    """Programme and year large, the kind below, then a frame for each side."""
    s, rng = w.scenario, w.rng
    w.add(
        Paragraph((*programme_names(w), Run(" "), w.year(bold=True)), "left", scale=1.5, after=2),
        Paragraph((w.kind(),), "left", scale=1.2, after=4),
        Divider(after=10),
    )
    columns: list[tuple[SignLine, ...]] = []
    for index, party in enumerate(s.parties):
        caption = "Zuwendungsgeber" if index == 0 else "Zuwendungsempfänger"
        name = replace(w.bare_party(index), bold=True)
        acting = represented(w, index)
        lines = [SignLine(plain(caption)), SignLine((name,))]
        if acting:
            # Without the comma that leads it into a sentence.
            lines.append(SignLine((Run(acting[0].text.removeprefix(", ")), *acting[1:])))
        lines.append(SignLine(plain(f"{rng.choice(STREETS)}, {party.seat}")))
        columns.append(tuple(lines))
    w.add(
        *in_rows(columns, len(columns), before=6.0, gutter=12.0, scale=0.9, boxed=True),
        Gap(6),
    )


def _tiles(found: list[tuple[Run, Text]], w: Writer) -> list[Block]:
    """Sums in frames beside each other, each above what it is for."""
    columns = [(SignLine((replace(amount, bold=True),)), SignLine(label)) for amount, label in found]
    across = 2 if len(columns) in (2, 4) else 3
    rows = in_rows(columns, across, then=8.0, before=4.0, gutter=10.0, align="center", boxed=True, scale=0.95)
    return [*rows, Gap(8)]


def _funds(w: Writer) -> None:
    s, rng = w.scenario, w.rng
    years = s.budget == "by_year"
    amount, words = total_in_words(w, bold=True, year=None if years else s.clause_year)
    caption = "Fördersumme, alle Jahre" if years else f"Fördersumme {s.clause_year}"
    if years or words or rng.random() < 0.5:
        w.add(
            Paragraph((amount,), "center", scale=1.7, before=2, after=0, with_next=True),
            Paragraph(plain(caption), "center", scale=0.9, after=2 if words else 8),
        )
        if words:
            w.add(Paragraph((words,), "center", scale=0.9, after=8))
    else:
        w.paragraph(
            "{clause_year} stellt das Land bis zu {total} zur Verfügung, die im Portal abrufbar sind.",
            total=amount,
        )
    if s.budget not in SPLIT:
        return
    if s.listing == "table":
        lead = "Maßnahmenart {} " if s.budget == "by_measure" else ""
        found = parts(w)
        tiles = [
            (
                part.amount,
                (Run(lead.format(s.measures[part.index].number)), *part.label) if lead else part.label,
            )
            for part in found
        ]
        w.add(*_tiles(tiles, w))
        return
    for part in parts(w):
        w.add(Paragraph((part.amount, Run(" für "), *part.label), "left", after=2, indent=18))
    w.add(Gap(4))


def _projects(w: Writer) -> None:
    """By who runs them, the measures as numbers that a key above or below explains."""
    s, rng = w.scenario, w.rng
    entered = [w.measure(number) for number in range(len(s.measures))]
    rows = tuple(
        (plain(f"MA {measure.number}", True), (title,))
        for measure, (title, _) in zip(s.measures, entered, strict=True)
    )
    key = Table(rows, (0.6, 5.4), ("left", "left"), "none", before=2, after=6, padding=1.5, together=True)
    offers: list[tuple[str, Measure, Project, Run]] = [
        (rng.choice(CARRIERS), measure, project, name)
        for measure, (_, names) in zip(s.measures, entered, strict=True)
        for project, name in zip(measure.projects, names, strict=True)
    ]
    offers.sort(key=lambda offer: offer[0])
    above = rng.random() < 0.5
    if above:
        w.add(key)
    if s.listing == "table":
        _table(w, offers)
    else:
        _list(w, offers)
    if not above:
        w.add(key)


def _table(w: Writer, offers: list[tuple[str, Measure, Project, Run]]) -> None:
    s = w.scenario
    paid = s.budget == "by_project"
    w.tables += 1 if paid else 0
    heads = ("Träger", "Projekt", "MA", "Fördersumme" if paid else "TN")
    rows: list[tuple[Text, ...]] = [tuple(plain(head, True) for head in heads)]
    before = ""
    for carrier, measure, project, name in offers:
        money: Text = plain(str(w.rng.randint(6, 40)))
        if paid:
            money = (project_sum(w, measure, project, style="sign", table=w.tables, row=len(rows)),)
        first = plain(carrier) if carrier != before else ()
        before = carrier
        rows.append((first, (name,), plain(str(measure.number)), money))
    if paid:
        run = total(w, style="sign", bold=True, table=w.tables, row=len(rows))
        rows.append((plain("Gesamt", True), (), (), (run,)))
    aligns: tuple[Align, ...] = ("left", "left", "center", "right")
    w.add(Table(tuple(rows), (1.9, 3.0, 0.5, 1.35), aligns, s.ruled, padding=4.5, joined=1))


def _list(w: Writer, offers: list[tuple[str, Measure, Project, Run]]) -> None:
    before = ""
    for carrier, measure, project, name in offers:
        if carrier != before:
            w.add(Paragraph(plain(carrier, True), "left", before=3, after=1, with_next=True))
        before = carrier
        money = project_money(w, measure, project, ": ")
        text = (name, Run(f" (MA {measure.number})"), *money)
        w.add(Paragraph(text, "left", after=2, indent=18, hang=14, marker=plain("–")))
    w.add(Gap(5))


def _sign(w: Writer) -> None:
    """What the signing service prints: who, in which office, for whom, when and where."""
    rng = w.rng
    across = 3 if len(w.scenario.signers) == 3 else 2
    line = rng.choice(("Elektronisch signiert", "Qualifizierte elektronische Signatur", "Digital gezeichnet"))
    clock = rng.random() < 0.6
    columns = [_stamp(enter(w, signer), line, clock, rng) for signer in w.scenario.signers]
    w.add(*in_rows(columns, across, gutter=12.0, scale=0.9, boxed=True))


def _stamp(one: Signature, line: str, clock: bool, rng: random.Random) -> tuple[SignLine, ...]:
    when = f" {rng.randint(8, 17):02d}:{rng.randint(0, 59):02d}:{rng.randint(0, 59):02d}" if clock else ""
    if not (one.name and one.function):
        return (
            SignLine(plain("Signatur ausstehend")),
            SignLine(),
            SignLine((one.bare_organisation,)),
            SignLine((Run("Ort: "), one.place)),
            SignLine((Run("Zeitpunkt: "), one.date)),
        )
    deputy = " (i. V.)" if one.signer.deputising else ""
    return (
        SignLine(plain(line)),
        SignLine((replace(one.name, bold=True),)),
        SignLine((one.function, Run(f"{deputy}, "), one.bare_organisation)),
        SignLine((Run("Ort: "), one.place)),
        SignLine(
            (Run("Zeitpunkt: "), one.date, Run(when if one.signer.day and one.signer.date_text else ""))
        ),
    )
