"""A modern agreement of a ministry: sides beside each other, projects as bullets, in cells or in rows."""

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
    SignLine,
    Table,
    Text,
    plain,
)
from samples.scenario import Scenario
from samples.signing import Signature, enter, in_rows
from samples.wordings.money import (
    parts,
    project_money,
    project_sum,
    replaced,
    split_table,
    total,
    total_in_words,
)
from samples.wordings.names import fuller_names
from samples.wordings.parts import (
    Draft,
    abbreviation,
    amended,
    asides,
    enumerated,
    period,
    programme_genitives,
    represented,
)
from samples.writer import Writer

OWN_ASIDES = (
    "Pro Platz und Monat werden höchstens {cap} aus Landesmitteln gezahlt.",
    "Für {y} rechnen die Beteiligten mit {persons} Eintritten; {young} Plätze werden in Teilzeit angeboten.",
    "Bei Fragen zur Abwicklung hilft das Fachreferat gerne weiter (Telefon {phone}).",
    "In den vergangenen Jahren flossen im Durchschnitt {past} in die Region.",
    "Regiekosten sind mit höchstens {rate} Prozent der Projektkosten zuwendungsfähig.",
)
OWN_FORMS = (
    "{name}",
    "{name}",
    "{name} (Vollzeit)",
    "Produktionsschule {name}",
    "{name} – Jobeinstieg für Eltern",
    "{name} plus Sprache",
    "Jugendwerkstatt „{name}“",
)
CARRIERS = (
    "Lernstatt Musterau gGmbH",
    "Caritasverband Probestadt e. V.",
    "Kreis-VHS",
    "Bildungszentrum Beispieltal",
    "Grone-Muster Schulen",
    "Eigenbetrieb Jugend und Beruf",
)
GOALS = (
    "junge Menschen ohne Ausbildungsplatz an eine betriebliche Ausbildung heranzuführen",
    "Auszubildende so zu begleiten, dass weniger Verträge vorzeitig gelöst werden",
    "arbeitslosen Frauen und Männern berufliche Teilqualifikationen zu ermöglichen",
    "Zugewanderten den Weg in Ausbildung und Beschäftigung zu ebnen",
    "Alleinerziehende durch Ausbildung in Teilzeit zu stärken",
)
NAMED = ("Ministerium", "Gebietskörperschaft")


class _Headings:
    """Bold headings, which the word processor numbers or not."""

    def __init__(self, w: Writer) -> None:
        self.w = w
        self.numbered = w.rng.random() < 0.5

    def put(self, title: str) -> None:
        if not self.numbered:
            self.w.add(Paragraph(plain(title, True), "left", before=12, after=4, with_next=True))
            return
        number = (self.w.next_section(), Run(".", bold=True))
        heading = (self.w.heading(title),)
        self.w.add(
            Paragraph(heading, "left", before=12, after=4, indent=18, hang=18, marker=number, with_next=True)
        )


def draft(s: Scenario, rng: random.Random) -> Draft:
    s = fuller_names(s, OWN_FORMS)
    w = Writer(s, rng)
    _title(w)
    headings = _Headings(w)
    if s.amendment:
        _amend(w, headings)
    else:
        _agree(w, headings)
    _sign(w)
    return w, Sheet(
        family=rng.choice(("helvetica", "source-sans", "manrope")),
        size=rng.choice((10.2, 10.8)),
        leading=rng.choice((1.25, 1.4)),
        header=rng.choice((None, s.file_mark)),
        header_align="left",
        footer=rng.choice(("Seite {page} von {pages}", "{page}/{pages}", f"AQB {s.year} | {{page}}")),
        footer_align="right",
        left=66,
        right=62,
    )


def _title(w: Writer) -> None:
    """Both sides beside each other, or their names on one line, or all in the first sentence."""
    s, rng = w.scenario, w.rng
    form = rng.choice(("beside", "line", "sentence"))
    align: Align = rng.choice(("left", "center"))
    w.add(
        Paragraph((w.kind(), Run(" "), w.year(bold=True)), align, scale=1.5, after=3),
        Paragraph((Run("zur Umsetzung des "), *programme_genitives(w)), align, scale=1.1, after=12),
    )
    if form == "beside":
        _beside(w)
    elif form == "line":
        names = [
            (replace(w.bare_party(index), bold=True), *represented(w, index))
            for index in range(len(s.parties))
        ]
        w.add(Paragraph(enumerated(names, " – ", " – "), align, after=10))
        w.paragraph("Die vorstehend Genannten haben sich auf das Folgende verständigt.")
    else:
        named: list[Text] = []
        for index in range(len(s.parties)):
            short = abbreviation(w) if index == 0 else ()
            behind = (Run(" "), *short[:2], Run(")")) if short else ()
            party = w.party(index, "nominative", mark=True, capital=index == 0)
            named.append((*party, *represented(w, index), *behind))
        closing = Run(" halten gemeinsam fest, wofür das Geld des Landes vor Ort eingesetzt wird.")
        w.add(Paragraph((*enumerated(named), closing), "left", after=8))


def _beside(w: Writer) -> None:
    s, rng = w.scenario, w.rng
    cells: list[Text] = []
    for index, party in enumerate(s.parties):
        street = f"{rng.choice(('Musterallee', 'Am Probehof', 'Beispielring'))} {rng.randint(1, 90)}"
        code = f"{rng.choice((34, 35, 36, 60, 61, 63, 64))}{rng.randint(100, 999)}"
        name = (*w.party(index, "dative", mark=True), *represented(w, index))
        lines = (NEW_LINE, Run(street), NEW_LINE, Run(f"{code} {party.seat}"))
        cells.append((*name, *lines, NEW_LINE, Run(f"({NAMED[min(index, 1)]})")))
    rows: list[tuple[Text, ...]] = [(cells[0], plain("und"), cells[1])]
    rows += [((), plain("und"), cell) for cell in cells[2:]]
    w.add(
        Paragraph(plain("zwischen"), "left", after=0, with_next=True),
        Table(tuple(rows), (1.0, 0.22, 1.0), ("left", "center", "left"), "none", after=6),
    )


def _amend(w: Writer, headings: _Headings) -> None:
    headings.put("Änderung des Budgets")
    day = amended(w)
    old, new = replaced(w)
    w.paragraph(
        w.rng.choice(
            (
                "In der Zielvereinbarung vom {day} wird für {clause_year} der Betrag „{old}“ gestrichen und "
                "durch „{new}“ ersetzt.",
                "Am {day} wurden {r_dat} für {clause_year} Mittel in Höhe von {old} in Aussicht gestellt. "
                "Aufgrund des nachgewiesenen Mehrbedarfs stehen nunmehr {new} zur Verfügung.",
            )
        ),
        day=day,
        old=old,
        new=new,
    )
    headings.put("Weiteres Vorgehen")
    w.paragraph(
        "Das {authority} erhält eine Kopie und passt den Bescheid an. Die übrigen Absprachen gelten fort.",
        authority=w.authority(),
    )


def _agree(w: Writer, headings: _Headings) -> None:
    s, rng = w.scenario, w.rng
    headings.put(rng.choice(("Ausgangssituation und Ziele", "Gemeinsames Anliegen")))
    w.paragraph("Mit dem {prog} verfolgen das Land und {r} gemeinsam das Anliegen,")
    for goal in rng.sample(GOALS, 3):
        w.add(Paragraph(plain(goal), "left", after=2, indent=32, hang=14, marker=plain("•")))
    w.add(Gap(4))
    if rng.random() < 0.5:
        headings.put("Kennzahlen")
        figures = (("Eintritte", rng.randint(60, 400)), ("davon Frauen", rng.randint(20, 50)))
        rows: list[tuple[Text, ...]] = [(plain("Kennzahl", True), plain(f"Planwert {s.year}", True))]
        rows += [(plain(name), plain(str(value))) for name, value in figures]
        rows.append((plain("Quote der erfolgreichen Abschlüsse"), plain(f"{rng.randint(45, 90)} %")))
        w.add(Table(tuple(rows), (3.0, 1.2), ("left", "right"), s.ruled))
    money_first = rng.random() < 0.5
    steps = [_funded, _listed] if money_first else [_listed, _funded]
    for step in steps:
        step(w, headings)
    headings.put("Abwicklung")
    w.paragraph(
        "Anträge nimmt das {authority} entgegen. Sachbericht und Zahlenteil gehen dort bis spätestens "
        "{deadline} ein.",
        authority=w.authority(),
        deadline=w.date(s.deadline, "deadline"),
    )
    if s.reference:
        w.paragraph(
            "Es gelten die Fördergrundsätze, veröffentlicht am {day}.", day=w.date(s.reference, "reference")
        )
    headings.put("Laufzeit")
    w.paragraph("Die Absprachen gelten für die Zeit {period}.", period=period(w))


def _funded(w: Writer, headings: _Headings) -> None:
    headings.put("Landesmittel")
    _funds(w)
    asides(w, OWN_ASIDES)


def _listed(w: Writer, headings: _Headings) -> None:
    s, rng = w.scenario, w.rng
    headings.put("Geplante Projekte")
    w.paragraph("Aus dem Budget sollen in diesem Jahr folgende Projekte bezahlt werden:")
    form = rng.choice(("bullets", "cells", "rows"))
    if form == "rows" or (s.budget == "by_project" and s.listing == "table"):
        _rows(w)
    elif form == "cells":
        _cells(w)
    else:
        _bullets(w)


def _funds(w: Writer) -> None:
    s, rng = w.scenario, w.rng
    years = s.budget == "by_year"
    bold = rng.random() < 0.5
    amount, words = total_in_words(w, bold=bold, year=None if years else s.clause_year)
    if s.budget == "one_line":
        w.add(Paragraph(w.fill("Das Land unterstützt {r_acc} im Jahr {clause_year} mit"), with_next=True))
        w.add(Paragraph((Run("maximal "), replace(amount, bold=True)), "center", before=2, after=8))
        w.paragraph("und trägt damit den überwiegenden Teil der Projektkosten.")
        return
    if years:
        last = str(s.clause_year + len(s.shares) - 1)
        w.paragraph(
            "Von {clause_year} bis {last} sind insgesamt {total} vorgesehen.", last=last, total=amount
        )
    else:
        w.paragraph(
            rng.choice(
                (
                    "Das Budget für {r_acc} liegt im Jahr {clause_year} bei höchstens {total}{words}.",
                    "Für die Projekte in {clause_year} kann {r} über bis zu {total}{words} verfügen."
                    if len(s.recipients) == 1
                    else "Für die Projekte in {clause_year} können {r} über bis zu {total}{words} verfügen.",
                )
            ),
            total=amount,
            words=(Run(" (in Worten: "), words, Run(")")) if words else "",
        )
    if s.budget == "by_measure" and s.listing == "table":
        w.paragraph("Verteilung auf die Maßnahmenarten:")
        w.add(split_table(w, ("Maßnahmenart", "Landesmittel (Euro)"), "Budget gesamt"))
    elif years and s.listing == "table":
        w.add(split_table(w, ("Kassenjahr", "Landesmittel (Euro)"), "Budget gesamt", shares=(1.0, 1.3)))
    elif years or s.budget == "two_programmes":
        for part in parts(w):
            text = (*part.label, Run(": "), part.amount)
            w.add(Paragraph(text, "left", after=2, indent=32, hang=14, marker=plain("•")))
        w.add(Gap(4))


def _measure_sums(w: Writer) -> list[Run]:
    """The sums of the measures where no table has them."""
    s = w.scenario
    return [part.amount for part in parts(w)] if s.budget == "by_measure" and s.listing == "list" else []


def _bullets(w: Writer) -> None:
    """The word processor's own bullets on two levels, who runs a project behind a comma."""
    sums = _measure_sums(w)
    carried = w.rng.random() < 0.5
    for number, measure in enumerate(w.scenario.measures):
        title, names = w.measure(number)
        lead = Run(f"Maßnahmenart {measure.number}: ")
        behind: Text = (Run(" – "), sums[number]) if sums else ()
        text = (lead, title, *behind)
        w.add(Paragraph(text, "left", after=2, indent=32, hang=14, marker=plain("•"), with_next=True))
        for name, project in zip(names, measure.projects, strict=True):
            carrier = f", Träger: {w.rng.choice(CARRIERS)}" if carried else ""
            money = project_money(w, measure, project, ": ")
            item = (name, *money, Run(carrier))
            w.add(Paragraph(item, "left", after=2, indent=56, hang=14, marker=plain("o")))
    w.add(Gap(4))


def _cells(w: Writer) -> None:
    """A row for each measure; its projects below each other in one cell."""
    s = w.scenario
    sums = _measure_sums(w)
    bullet = w.rng.choice(("", "- ", "• "))
    rows: list[tuple[Text, ...]] = [(plain("Maßnahmenart", True), plain("Projekte", True))]
    for number, measure in enumerate(s.measures):
        title, names = w.measure(number)
        behind: Text = (Run(" ("), sums[number], Run(")")) if sums else ()
        items: list[Text] = []
        for name, project in zip(names, measure.projects, strict=True):
            money = project_money(w, measure, project, ": ")
            items.append((Run(bullet), name, *money))
        cell = enumerated(items, NEW_LINE.text, NEW_LINE.text)
        rows.append(((Run(f"{measure.number}. "), title, *behind), cell))
    w.add(Table(tuple(rows), (2.4, 3.2), ("left", "left"), s.ruled, padding=4.5))


def _rows(w: Writer) -> None:
    """A row for each project; the cell of the measure reaches down over all of its own."""
    s = w.scenario
    sums = _measure_sums(w)
    by_project = s.budget == "by_project"
    w.tables += 1 if by_project else 0
    heads = ("Maßnahmenart", "Projekt", "Träger", "Euro" if by_project else "Plätze")
    rows: list[tuple[Text, ...]] = [tuple(plain(head, True) for head in heads)]
    for number, measure in enumerate(s.measures):
        title, names = w.measure(number)
        behind: Text = (Run(" ("), sums[number], Run(")")) if sums else ()
        for i, (name, project) in enumerate(zip(names, measure.projects, strict=True)):
            first: Text = (Run(f"{measure.number} "), title, *behind) if i == 0 else ()
            money: Text = plain(str(w.rng.randint(6, 40)))
            if by_project:
                money = (project_sum(w, measure, project, style="cell", table=w.tables, row=len(rows)),)
            rows.append((first, (name,), plain(w.rng.choice(CARRIERS)), money))
    if by_project:
        run = total(w, style="cell", bold=True, table=w.tables, row=len(rows))
        rows.append((plain("Summe", True), (), (), (run,)))
    aligns: tuple[Align, ...] = ("left", "left", "left", "right")
    w.add(Table(tuple(rows), (2.75, 1.9, 1.55, 1.15), aligns, s.ruled, padding=3.5, joined=1))


def _sign(w: Writer) -> None:
    """Place and date above their caption or below the name; as many columns as sign, two in a row."""
    rng = w.rng
    captioned = rng.random() < 0.5
    seal = rng.choice(("Unterschrift", "Unterschrift, Dienstsiegel"))
    columns = [_column(enter(w, signer), captioned, seal) for signer in w.scenario.signers]
    w.add(*in_rows(columns, gutter=34.0))


def _column(one: Signature, captioned: bool, seal: str) -> tuple[SignLine, ...]:
    article, organisation = one.organisation("accusative")
    dated = SignLine((one.place, Run(", "), one.date))
    lines = [SignLine((Run(f"Für {article} "), organisation)), SignLine(height=5.0)]
    lines += [dated, SignLine(plain("Ort, Datum")), SignLine(height=4.0)] if captioned else []
    lines.append(SignLine(plain(seal if captioned else ""), "rule", pen=one.name is not None, height=36.0))
    if one.name and one.function:
        deputy = "in Vertretung, " if one.signer.deputising else ""
        lines.append(SignLine((one.name,)))
        lines.append(SignLine((Run(deputy), one.function)))
    return tuple(lines) if captioned else (*lines, SignLine(height=5.0), dated)
