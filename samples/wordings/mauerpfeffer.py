"""Held back for the test split; closed to everybody who works on the reader."""

from __future__ import annotations

import random
from dataclasses import replace
from datetime import date

from samples.blocks import Align, Gap, Paragraph, Run, Sheet, SignLine, Table, Text, plain
from samples.scenario import Project, Scenario
from samples.signing import Signature, enter, in_rows
from samples.wordings.legal import aside
from samples.wordings.money import parts, project_money, project_sum, replaced, total, total_in_words
from samples.wordings.names import fuller_names
from samples.wordings.parts import (
    Draft,
    amended,
    aside_texts,
    enumerated,
    period,
    programme_names,
    represented,
)
from samples.wordings.roles import roles, verb
from samples.writer import Writer

OWN_ASIDES = (
    "Je Ausbildungsplatz können im Monat bis zu {cap} angerechnet werden.",
    "Gerechnet wird mit {persons} Teilnahmen; in {young} Fällen ist eine Verlängerung möglich.",
    "Bei technischen Störungen des Förderportals hilft die Leitstelle ({phone}).",
    "Hessenweit sind im Vorjahr {past} bewilligt worden.",
    "Sachausgaben werden bis zu {rate} Prozent der Personalausgaben berücksichtigt.",
)
OWN_FORMS = (
    "{name}",
    "{name}",
    "Ausbildungsbegleitung {name}",
    "{name} Pflege und Betreuung",
    "{name} – ambulant",
    "Produktionsschule {name}",
    "{name} für Neuzugewanderte",
)
CARRIERS = (
    "Kreishandwerkerschaft Musterau",
    "Volkshochschule",
    "Caritasverband Probestadt",
    "Bildungswerk Beispieltal gGmbH",
    "kommunales Jobcenter",
    "Internationaler Bund",
)


class _Points:
    """ "1." before a tab, the heading behind it; paragraphs from margin to margin without a number."""

    def __init__(self, w: Writer) -> None:
        self.w = w
        self.words = roles(w, by_short_name=False)

    def open(self, title: str) -> None:
        marker = (self.w.next_section(), Run(".", bold=True))
        heading = (self.w.heading(title),)
        self.w.add(
            Paragraph(heading, "left", before=12, after=5, indent=26, hang=26, marker=marker, with_next=True)
        )

    def say(self, sentence: str, with_next: bool = False, **filled: Run | Text | str) -> None:
        text = self.w.fill(sentence, **{**self.words, **filled})
        self.w.add(Paragraph(text, after=6, with_next=with_next))


def draft(s: Scenario, rng: random.Random) -> Draft:
    s = fuller_names(s, OWN_FORMS)
    w = Writer(s, rng)
    points = _Points(w)
    _opening(points)
    if s.amendment:
        _amend(points)
    else:
        points.open(rng.choice(("Grundlagen", "Grundlage der Vereinbarung")))
        points.say(
            "Das Land Hessen überträgt den Landkreisen und kreisfreien Städten die Verantwortung dafür, wie "
            "junge und benachteiligte Menschen in Ausbildung und Beschäftigung kommen, und beteiligt sich an "
            "den Ausgaben."
        )
        if s.reference:
            points.say(
                "Die Vertragsparteien stützen sich auf das regionale Strategiepapier in der Fassung vom "
                "{day}.",
                day=w.date(s.reference, "reference", rng.choice((None, f"{s.reference:%d.%m.%Y}"))),
            )
        for step in (_money, _projects) if rng.random() < 0.6 else (_projects, _money):
            step(points)
        _course(points)
        points.open("Öffentlichkeitsarbeit")
        points.say(
            "In Veröffentlichungen über die Projekte ist auf die Förderung durch das Land hinzuweisen."
        )
        points.open(rng.choice(("Schlussbestimmung", "Inkrafttreten")))
        points.say("Diese Vereinbarung wird wirksam, sobald alle Vertragsparteien sie unterschrieben haben.")
    _sign(w)
    return w, Sheet(
        family=rng.choice(("helvetica", "times", "open-sans")),
        size=rng.choice((11.0, 11.5)),
        leading=rng.choice((1.25, 1.38)),
        footer=rng.choice(("Seite {page} von {pages}", "{page}", None)),
        footer_align=rng.choice(("center", "right")),
        left=71,
        right=71,
    )


def _opening(points: _Points) -> None:
    """Title and year at the left; "zwischen" and "und" in a column beside the sides."""
    w, s = points.w, points.w.scenario
    w.add(
        Paragraph((w.kind(), Run(" ", bold=True), w.year(bold=True)), "left", scale=1.5, after=2),
        Paragraph((Run("zum "), *programme_names(w)), "left", scale=1.1, after=14),
    )
    rows: list[tuple[Text, ...]] = []
    last = len(s.parties) - 1
    for index in range(last + 1):
        acting = represented(w, index)
        text = (*w.party(index, "dative", mark=True), *acting, *((Run(","),) if acting else ()))
        rows.append((plain("zwischen" if index == 0 else "und"), text))
        if index in (0, last):
            noun = points.words["takes" if index else "gives"].partition(" ")[2]
            rows.append(((), plain(f"– im Folgenden: {noun} –")))
    w.add(Table(tuple(rows), (1.0, 5.2), ("left", "left"), "none", padding=3.0, after=12.0))


def _amend(points: _Points) -> None:
    w = points.w
    points.open("Änderung des Budgets")
    old, new = replaced(w)
    points.say(
        w.rng.choice(
            (
                "Das in der Zielvereinbarung vom {day} für das Jahr {clause_year} genannte Budget wird von "
                "{old} auf {new} angepasst.",
                "An die Stelle des am {day} vereinbarten Budgets von {old} tritt für das Jahr "
                "{clause_year} ein "
                "Budget von {new}.",
            )
        ),
        day=amended(w),
        old=old,
        new=new,
    )
    points.open("Übrige Bestimmungen")
    points.say("An den übrigen Bestimmungen ändert sich nichts.")
    points.say("Für den Änderungsbescheid ist das {authority} zuständig.", authority=w.authority())


def _money(points: _Points) -> None:
    w, s, rng = points.w, points.w.scenario, points.w.rng
    points.open(rng.choice(("Budget", "Fördermittel")))
    years = s.budget == "by_year"
    amount, words = total_in_words(w, bold=s.budget == "one_line", year=None if years else s.clause_year)
    points.say(
        "Für die Projekte und für die Ausbildungen, die darin begonnen werden, sagt {gives} {takes_dat} "
        "Fördermittel von zusammen {total} zu."
        if years
        else rng.choice(
            (
                "Im Jahr {clause_year} stehen {takes_dat} Fördermittel bis zur Höhe von {total}{words} zur "
                "Verfügung.",
                "{Gives} fördert die vereinbarten Projekte im Jahr {clause_year} mit insgesamt "
                "{total}{words}.",
                "Das Budget {takes_gen} für das Jahr {clause_year} umfasst {total}{words}.",
            )
        ),
        total=amount,
        words=(Run(" (in Worten: "), words, Run(")")) if words else "",
    )
    if years:
        _years(points)
    elif s.budget == "two_programmes":
        pieces: list[Text] = [(part.amount, Run(" aus dem "), *part.label) for part in parts(w)]
        points.say("Davon kommen {pieces}.", pieces=enumerated(pieces))
    for text in aside_texts(w, OWN_ASIDES):
        points.say("{text}", text=text)
    if rng.random() < 0.5:
        points.say(
            "Projekte, für die weniger als {limit} benötigt werden, sind von der Förderung ausgeschlossen.",
            limit=aside(w, 5_000, 7_500, 10_000),
        )
    points.say("Nicht verbrauchte Mittel verfallen mit dem Ende des Haushaltsjahres.")


def _years(points: _Points) -> None:
    """A row with the years above and the sums below, or all of them in one sentence."""
    w, s = points.w, points.w.scenario
    if s.listing == "list":
        pieces: list[Text] = [(part.amount, Run(" im Jahr "), *part.label) for part in parts(w)]
        points.say("Zur Auszahlung sind vorgesehen: {pieces}.", pieces=enumerated(pieces))
        return
    points.say("Auszahlung nach Haushaltsjahren:", with_next=True)
    w.tables += 1
    count = len(s.shares)
    found = parts(w, style="cell", table=w.tables, rows=[1] * count)
    whole = total(w, style="cell", bold=True, table=w.tables, row=1, year=None)
    rows: tuple[tuple[Text, ...], ...] = (
        (*((replace(part.label[0], bold=True),) for part in found), plain("Euro insgesamt", True)),
        (*((part.amount,) for part in found), (whole,)),
    )
    center: Align = "center"
    w.add(Table(rows, (*([1.0] * count), 1.2), (center,) * (count + 1), s.ruled, together=True))


def _projects(points: _Points) -> None:
    """A line for each measure, its projects in a sentence; or a table with who runs them."""
    w, s, rng = points.w, points.w.scenario, points.w.rng
    points.open(rng.choice(("Vereinbarte Projekte", "Projekte")))
    if s.listing == "table":
        points.say("Die Vertragsparteien sind sich über folgende Projekte einig:", with_next=True)
        _table(w)
        return
    sums = parts(w) if s.budget == "by_measure" else []
    for number, measure in enumerate(s.measures):
        title, names = w.measure(number)
        money: Text = (Run(" (bis zu "), sums[number].amount, Run(")")) if sums else ()
        head = (Run(f"Maßnahmenart {measure.number} – "), title, *money)
        w.add(Paragraph(head, "left", before=3, after=2, with_next=True))
        items: list[Text] = [
            (
                Run("„"),
                name,
                Run(f"“ ({_carrier(s, project)})"),
                *project_money(w, measure, project, " mit "),
            )
            for name, project in zip(names, measure.projects, strict=True)
        ]
        lead = "Durchgeführt wird das Projekt " if len(items) == 1 else "Durchgeführt werden die Projekte "
        w.add(Paragraph((Run(lead), *enumerated(items), Run(".")), after=6, indent=26))
    w.add(Gap(2))


def _table(w: Writer) -> None:
    s = w.scenario
    by_project, by_measure = s.budget == "by_project", s.budget == "by_measure"
    paid = by_project or by_measure
    if paid:
        w.tables += 1
    heads = ("Maßnahmenart", "Projekt", "Träger", *(("Betrag (€)",) if paid else ()))
    rows: list[tuple[Text, ...]] = [tuple(plain(head, True) for head in heads)]
    firsts = [1 + sum(len(one.projects) for one in s.measures[:index]) for index in range(len(s.measures))]
    sums = parts(w, style="cell", table=w.tables, rows=firsts) if by_measure else []
    for number, measure in enumerate(s.measures):
        title, names = w.measure(number)
        for index, (name, project) in enumerate(zip(names, measure.projects, strict=True)):
            first: Text = () if index else (Run(f"{measure.number}  "), title)
            cells: tuple[Text, ...] = (first, (name,), plain(_carrier(s, project)))
            if by_project:
                run = project_sum(w, measure, project, style="cell", table=w.tables, row=len(rows))
                cells = (*cells, (run,))
            elif by_measure:
                cells = (*cells, () if index else (sums[number].amount,))
            rows.append(cells)
    if paid:
        run = total(w, style="cell", bold=True, table=w.tables, row=len(rows))
        rows.append((plain("Budget", True), (), (), (run,)))
    shares = (2.3, 2.4, 1.9, 1.2)
    aligns: tuple[Align, ...] = ("left", "left", "left", "right")
    count = len(heads)
    w.add(Table(tuple(rows), shares[:count], aligns[:count], s.ruled, padding=3.0, joined=1))


def _carrier(s: Scenario, project: Project) -> str:
    return random.Random(f"{s.deadline}/{project.name}").choice(CARRIERS)


def _course(points: _Points) -> None:
    w, s, rng = points.w, points.w.scenario, points.w.rng
    points.open(rng.choice(("Umsetzung", "Durchführung der Projekte")))
    points.say("Gefördert werden Ausgaben, die {period} entstehen.", period=period(w))
    signed = max((one.day for one in s.signers if one.day), default=date(s.year, 1, 1))
    interim = next(
        (day for day in (date(s.year, 8, 31), date(s.year, 10, 31)) if day > signed), date(s.year, 12, 1)
    )
    points.say(
        "{Takes} {tells} {gives_dat} bis zum {interim} mit, wie viele Plätze besetzt sind.",
        tells=verb(w, "teilt", "teilen"),
        interim=w.date(interim, "deadline"),
    )
    points.open(rng.choice(("Bewilligung und Verwendungsnachweis", "Verfahren")))
    points.say(
        "Über die Anträge entscheidet das {authority}. Ihm gegenüber ist die Verwendung der Mittel bis zum "
        "{deadline} nachzuweisen.",
        authority=w.authority(),
        deadline=w.date(s.deadline, "deadline"),
    )


def _sign(w: Writer) -> None:
    """Place and day, a line for the hand, and below it name, office and whom for."""
    s = w.scenario
    columns = [_column(enter(w, signer), s.signing) for signer in s.signers]
    if s.signature_form == "stacked":
        w.add(*[block for column in columns for block in in_rows([column, ()], 2, before=20.0)])
        return
    w.add(*in_rows(columns, 2, before=30.0, then=20.0, gutter=36.0))


def _column(one: Signature, form: str) -> tuple[SignLine, ...]:
    party = one.signer.organisation
    lines: list[SignLine] = []
    if form == "organ":
        article, name = one.organisation("genitive" if party.gender != "n" else "accusative")
        body = {"m": "Der Kreisausschuss", "f": "Der Magistrat", "n": "Für"}[party.gender]
        lines += [SignLine((Run(f"{body} {article} "), name)), SignLine(height=6.0)]
    lines.append(SignLine((one.place, Run(", den "), one.date)))
    if form == "captions":
        lines.append(SignLine(plain("Ort, Datum")))
    lines.append(SignLine((), "rule", pen=one.name is not None, height=38.0))
    if one.name and one.function:
        deputy = plain("In Vertretung: ") if one.signer.deputising else ()
        named: Text = (Run("("), one.name, Run(")")) if form == "brackets" else (one.name,)
        lines += [SignLine((*deputy, *named)), SignLine((one.function,))]
    if form != "organ":
        lines.append(SignLine((one.bare_organisation,)))
    return tuple(lines)
