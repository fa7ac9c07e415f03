"""Held back: who works on how agreements are read leaves this file closed."""

from __future__ import annotations

import random
from dataclasses import replace

from samples.blocks import Align, Gap, Paragraph, Run, Sheet, SignatureColumns, SignLine, Table, Text, plain
from samples.scenario import Scenario
from samples.signing import Signature, enter, in_rows
from samples.wordings.days import full_figures, redated
from samples.wordings.money import SPLIT, parts, project_sum, replaced, subtotal, total, total_in_words
from samples.wordings.names import fuller_names
from samples.wordings.parts import Draft, amended, aside_texts, period, programme_names, represented
from samples.writer import Writer, long_date

OWN_ASIDES = (
    "Fahrtkosten werden bis zu {cap} je Person und Monat als förderfähig angesehen.",
    "Vorgesehen sind {persons} Eintritte; in {young} Fällen wird mit einer Verlängerung gerechnet.",
    "Ansprechpartner im Fachdienst ist die Sachbearbeitung, Durchwahl {phone}.",
    "Das Ausgabevolumen lag in früheren Jahren bei {past}.",
    "Für Gemeinkosten ist ein Zuschlag von {rate} Prozent zulässig.",
)
OWN_FORMS = (
    "{name}",
    "{name}",
    "{name} (2. Gruppe)",
    "Lernkette {name}",
    "{name} (Teilzeit möglich)",
    "„{name}“ an der Kreisvolkshochschule",
    "{name} – Folgekurs",
)
TERMS = ("01-12", "01-07", "08-12", "03-11", "02-12")
AIMS = (
    "Wer keinen Berufsabschluss hat, soll einen erwerben können; wer arbeitslos ist, soll Arbeit finden.",
    "Die Angebote ergänzen die gesetzlichen Leistungen der Jobcenter und ersetzen sie nicht.",
    "Frauen und Männer nehmen in gleichem Umfang teil.",
    "Die Angebote sind auch mit öffentlichen Verkehrsmitteln zu erreichen.",
)


class _Paragraphs:
    """ "§ 1 Heading" in the middle or at the left, in one line or two; its sentences stand behind "1)"."""

    def __init__(self, w: Writer) -> None:
        self.w = w
        self.align: Align = w.rng.choice(("center", "left"))
        self.two_lines = self.align == "center" and w.rng.random() < 0.4
        self.count = 0

    def open(self, title: str, counted: bool = True) -> None:
        self.count = 0 if counted else -1
        number = (Run("§ ", bold=True), self.w.next_section())
        heading = self.w.heading(title)
        if self.two_lines:
            self.w.add(
                Paragraph(number, self.align, before=12, after=0, with_next=True),
                Paragraph((heading,), self.align, after=5, with_next=True),
            )
            return
        text = (*number, Run("  ", bold=True), heading)
        self.w.add(Paragraph(text, self.align, before=12, after=5, with_next=True))

    def say(self, sentence: str, **filled: Run | Text | str) -> None:
        self.put(self.w.fill(sentence, **filled))

    def put(self, text: Text, with_next: bool = False) -> None:
        if self.count < 0:
            self.w.add(Paragraph(text, "justify", after=5, with_next=with_next))
            return
        self.count += 1
        marker = plain(f"{self.count})")
        self.w.add(
            Paragraph(text, "justify", after=5, indent=24, hang=24, marker=marker, with_next=with_next)
        )

    def item(self, letter: int, text: Text) -> None:
        marker = plain(f"{'abcdefghij'[letter]})")
        self.w.add(Paragraph(text, "left", after=2.5, indent=46, hang=20, marker=marker))


def draft(s: Scenario, rng: random.Random) -> Draft:
    s = fuller_names(s, OWN_FORMS)
    s = redated(s, rng.choice((full_figures, long_date)))
    w = Writer(s, rng)
    _opening(w)
    page = _Paragraphs(w)
    if s.amendment:
        _amend(page)
    else:
        _agree(page)
    _sign(w)
    return w, Sheet(
        family=rng.choice(("times", "helvetica", "source-serif")),
        size=rng.choice((10.8, 11.4)),
        leading=rng.choice((1.32, 1.45)),
        header=rng.choice((None, "Fachdienst Beschäftigung", s.file_mark)),
        header_align="right",
        footer=rng.choice(("Seite {page} von {pages}", "{page}", "Blatt {page}")),
        footer_align=rng.choice(("center", "right")),
        left=78,
        right=70,
    )


def _opening(w: Writer) -> None:
    """The title in the middle; each side on its lines with its short name at the right."""
    s = w.scenario
    w.add(
        Paragraph((w.kind(),), "center", scale=1.55, after=3),
        Paragraph((Run("über Landesmittel aus dem "), *programme_names(w)), "center", scale=1.08, after=3),
        Paragraph((Run("für das Jahr "), w.year()), "center", after=16),
        Paragraph(plain("zwischen"), "left", after=4, with_next=True),
    )
    last = len(s.parties) - 1
    for index, party in enumerate(s.parties):
        called = "Land" if index == 0 else "Landkreis" if party.gender == "m" else "Stadt"
        called += f" {index}" if index and last > 1 else ""
        name = w.party(index, "dative", mark=True)
        text = (name[0], replace(name[1], bold=True), *represented(w, index))
        w.add(
            Paragraph(text, "left", after=1, indent=20, with_next=True),
            Paragraph(plain(f"– kurz „{called}“ –"), "right", after=5, with_next=index < last),
        )
        if index < last:
            w.add(Paragraph(plain("und"), "left", after=5, with_next=True))


def _amend(page: _Paragraphs) -> None:
    w = page.w
    page.open("Änderungsbedarf", counted=False)
    page.say(
        "Zwischen den Beteiligten gilt die Zielvereinbarung, die am {day} unterschrieben wurde. Der damals "
        "angenommene Bedarf wird nach der Hochrechnung überschritten.",
        day=amended(w),
    )
    page.open("Landeszuschuss")
    old, new = replaced(w)
    page.say(
        w.rng.choice(
            (
                "Der Landeszuschuss für {clause_year} wird von {old} auf {new} angehoben.",
                "Anstelle des Landeszuschusses von {old} für {clause_year} wird ein solcher von {new} "
                "zugesagt.",
            )
        ),
        old=old,
        new=new,
    )
    page.say("Der Mehrbetrag ist für die bereits vereinbarten Maßnahmen bestimmt.")
    page.open("Übrige Bestimmungen")
    page.say("Sie gelten wie bisher.")
    page.say("Der Zuwendungsbescheid wird vom {authority} angepasst.", authority=w.authority())


def _agree(page: _Paragraphs) -> None:
    w, s, rng = page.w, page.w.scenario, page.w.rng
    page.open(rng.choice(("Anlass und Ziel", "Ziel der Zusammenarbeit")))
    page.say("{G} und {r} wollen die Folgen fehlender Ausbildung am Ort gemeinsam verringern.")
    for sentence in rng.sample(AIMS, 2):
        page.say(sentence)
    if s.reference:
        page.say(
            "Berücksichtigt ist die örtliche Bedarfsplanung mit Stand vom {day}.",
            day=w.date(s.reference, "reference", rng.choice((None, full_figures(s.reference)))),
        )
    steps = (_projects, _funds) if rng.random() < 0.5 else (_funds, _projects)
    for step in steps:
        step(page)
    page.open(rng.choice(("Bescheid und Abrechnung", "Auszahlung und Abrechnung")))
    page.say(
        "Bescheid, Auszahlung und Prüfung liegen in der Hand einer Stelle: {authority}.",
        authority=w.authority(),
    )
    page.say(
        "Die Abrechnung geht dort bis spätestens {deadline} ein; danach eingehende Belege bleiben außer "
        "Betracht.",
        deadline=w.date(s.deadline, "deadline", rng.choice((None, full_figures(s.deadline)))),
    )
    page.open("Dauer und Form", counted=rng.random() < 0.5)
    page.say("Die Zusagen beider Seiten betreffen den Zeitraum {period}.", period=period(w))
    page.say("Mündliche Abreden sind nicht getroffen. Jede Seite verwahrt ein Original.")


def _funds(page: _Paragraphs) -> None:
    w, s, rng = page.w, page.w.scenario, page.w.rng
    page.open(rng.choice(("Landeszuschuss", "Finanzierung durch das Land")))
    years = s.budget == "by_year"
    amount, words = total_in_words(w, bold=s.budget == "one_line", year=None if years else s.clause_year)
    if years:
        page.say("Der Landeszuschuss für sämtliche Jahre macht zusammen {total} aus.", total=amount)
    elif s.budget == "one_line":
        page.put(w.fill("Der Landeszuschuss für das Jahr {clause_year} beträgt höchstens"), with_next=True)
        w.add(Paragraph((amount,), "center", scale=1.1, before=2, after=8))
    else:
        page.say(
            rng.choice(
                (
                    "Der Landeszuschuss für das Jahr {clause_year} beträgt höchstens {total}{words}.",
                    "Für die Maßnahmen des Jahres {clause_year} gibt {g} einen Zuschuss, höchstens aber "
                    "{total}{words}.",
                )
            ),
            total=amount,
            words=(Run(" (in Worten: "), words, Run(")")) if words else "",
        )
    if s.budget in SPLIT:
        _split(page)
    for text in aside_texts(w, OWN_ASIDES):
        page.put(text)
    page.say("Steigende Ausgaben erhöhen den Landeszuschuss nicht; fallen sie niedriger aus, sinkt er.")


def _split(page: _Paragraphs) -> None:
    """In items with letters, or in a table with numbers at the left."""
    w, s = page.w, page.w.scenario
    years = s.budget == "by_year"
    if s.listing == "list":
        page.put(plain("Er setzt sich zusammen aus"), with_next=True)
        for part in parts(w):
            lead = (
                " für das Haushaltsjahr " if years else " für " if s.budget == "by_measure" else " aus dem "
            )
            quoted = s.budget == "by_measure"
            label = (Run("„"), *part.label, Run("“")) if quoted else part.label
            page.item(part.index, (part.amount, Run(lead), *label))
        w.add(Gap(3))
        return
    page.put(plain("Die Aufteilung zeigt die folgende Übersicht:"), with_next=True)
    w.tables += 1
    count = len(s.measures) if s.budget == "by_measure" else len(s.shares)
    found = parts(w, style="cell", table=w.tables, rows=range(1, count + 1))
    what = {"by_measure": "Maßnahmenart", "by_year": "Für das Jahr"}.get(s.budget, "Landesprogramm")
    rows: list[tuple[Text, ...]] = [(plain(what, True), plain("Landeszuschuss (EUR)", True))]
    for part in found:
        lead = f"{s.measures[part.index].number}  " if s.budget == "by_measure" else ""
        rows.append(((Run(lead), *part.label), (part.amount,)))
    run = total(
        w, style="cell", bold=True, table=w.tables, row=len(rows), year=None if years else s.clause_year
    )
    rows.append((plain("Landeszuschuss gesamt", True), (run,)))
    shares = (1.3, 1.5) if years else (3.4, 1.5)
    w.add(Table(tuple(rows), shares, ("left", "right"), s.ruled, padding=3.5, together=True))


def _projects(page: _Paragraphs) -> None:
    w, s = page.w, page.w.scenario
    heading = w.rng.choice(("Vereinbarte Maßnahmen", "Maßnahmen am Ort"))
    page.open(heading, counted=s.listing == "list")
    if s.listing == "table":
        page.put(plain("Vereinbart werden die Maßnahmen der folgenden Tabelle."), with_next=True)
        _table(w)
        return
    for number, measure in enumerate(s.measures):
        title, names = w.measure(number)
        one = "ein Projekt" if len(names) == 1 else "mehrere Projekte"
        head = (Run(f"Maßnahmenart {measure.number}, "), replace(title, bold=True), Run(f" – {one}:"))
        page.put(head, with_next=True)
        for index, (name, project) in enumerate(zip(names, measure.projects, strict=True)):
            money: Text = ()
            if project.amount is not None:
                money = (Run(", Landeszuschuss "), project_sum(w, measure, project))
            page.item(index, (name, *money))
        w.add(Gap(3))


def _table(w: Writer) -> None:
    """A row across with number and title of each measure; below it its projects and how long they last."""
    s = w.scenario
    paid = s.budget == "by_project"
    w.tables += 1 if paid else 0
    summed = paid and w.rng.random() < 0.5
    heads = ("Nr.", "Projekt", "Monate", *(("Landeszuschuss",) if paid else ()))
    rows: list[tuple[Text, ...]] = [tuple(plain(head, True) for head in heads)]
    for number, measure in enumerate(s.measures):
        title, names = w.measure(number)
        rows.append(((Run(f"Maßnahmenart {measure.number} – ", bold=True), replace(title, bold=True)),))
        for index, (name, project) in enumerate(zip(names, measure.projects, strict=True)):
            money: tuple[Text, ...] = ()
            if paid:
                money = ((project_sum(w, measure, project, style="sign", table=w.tables, row=len(rows)),),)
            code = plain(f"{measure.number}{'abcdefghij'[index]}")
            rows.append((code, (name,), plain(w.rng.choice(TERMS)), *money))
        if summed and len(names) > 1:
            run = subtotal(w, measure, style="sign", table=w.tables, row=len(rows))
            rows.append(((), plain("Summe der Maßnahmenart"), (), (run,)))
    if paid:
        run = total(w, style="sign", bold=True, table=w.tables, row=len(rows))
        rows.append(((), plain("Landeszuschuss gesamt", True), (), (run,)))
    aligns: tuple[Align, ...] = ("left", "left", "left", "right")
    shares = (0.5, 3.4, 0.9, 1.5)
    w.add(Table(tuple(rows), shares[: len(heads)], aligns[: len(heads)], s.ruled, padding=3.0))


def _sign(w: Writer) -> None:
    """Where and when, for whom, the pen, and below it office and name in one line."""
    s = w.scenario
    columns = [_column(enter(w, signer), s.signing) for signer in s.signers]
    if s.signature_form == "stacked":
        for number, column in enumerate(columns):
            w.add(SignatureColumns((column, ()), before=12.0 if number else 24.0))
        return
    across = 3 if s.signature_form == "three_columns" and len(columns) == 3 else 2
    small = across == 3
    w.add(*in_rows(columns, across, gutter=18.0 if small else 34.0, scale=0.88 if small else 1.0))


def _column(one: Signature, form: str) -> tuple[SignLine, ...]:
    party = one.signer.organisation
    lines = [SignLine((one.place, Run(", den "), one.date))]
    if form == "captions":
        lines.append(SignLine(plain("(Ort und Datum)")))
    lines.append(SignLine(height=6.0))
    if form == "organ" and party.gender != "n":
        article, name = one.organisation("genitive")
        organ = "Der Kreisausschuss" if party.gender == "m" else "Der Magistrat"
        lines.append(SignLine((Run(f"{organ} {article} "), name)))
    else:
        article, name = one.organisation("accusative")
        lines.append(SignLine((Run(f"Für {article} "), name)))
    lines.append(SignLine((), "rule", pen=one.name is not None, height=40.0))
    if form == "captions":
        lines.append(SignLine(plain("(rechtsverbindliche Unterschrift)")))
    if one.name and one.function:
        deputy = "i. V. " if one.signer.deputising else ""
        text: Text = (Run(deputy), one.function, Run(" "), one.name)
        if form == "brackets":
            text = (Run(f"{deputy}("), one.function, Run(" "), one.name, Run(")"))
        lines.append(SignLine(text))
    return tuple(lines)
