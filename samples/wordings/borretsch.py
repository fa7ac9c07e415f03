"""Set by a city's legal office: each side under a line of its own with its seat, offices above the hands."""

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
from samples.scenario import Measure, Scenario
from samples.signing import Signature, enter_by_party
from samples.wordings.days import full_figures, redated, two_figures
from samples.wordings.money import (
    SPLIT,
    parts,
    project_money,
    project_sum,
    replaced,
    split_table,
    subtotal,
    total,
    total_in_words,
    years_across,
)
from samples.wordings.names import fuller_names
from samples.wordings.parts import Draft, amended, aside_texts, enumerated, period, represented
from samples.writer import Writer, long_date

OWN_ASIDES = (
    "Für Arbeitskleidung wird einmalig ein Betrag von {cap} je Kopf als notwendig anerkannt.",
    "Die Bedarfsabfrage ergab {persons} Interessierte, darunter {young} mit abgebrochenem Studium.",
    "Die Koordination liegt beim Fachbereich Soziales, erreichbar unter {phone}.",
    "Über alle Vorläuferprogramme hinweg sind {past} in die Region geflossen.",
    "Die Abbruchquote soll {rate} % nicht überschreiten.",
)
OWN_FORMS = (
    "{name}",
    "{name}",
    "{name} im Quartier",
    "Ausbildungsbüro „{name}“",
    "{name} (Abendkurs)",
    "{name} – Nachbetreuung",
    "Verbund {name}",
)
AIMS = (
    "Ziel ist, dass am Ende der Förderung mehr Menschen in Ausbildung, Arbeit oder einer anerkannten "
    "Qualifizierung stehen als zuvor.",
    "Die Zugänge sind niedrigschwellig; eine Zuweisung durch das Jobcenter ist keine Voraussetzung.",
    "Doppelförderung ist ausgeschlossen.",
    "Die Arbeit wird fachlich begleitet und in der regionalen Steuerungsrunde ausgewertet.",
)


class _Sections:
    """ "§ 1 | Heading" in bold at the left; paragraphs without numbers, the first line by line."""

    def __init__(self, w: Writer) -> None:
        self.w = w
        self.sign = w.rng.choice(("§ ", "Punkt ", ""))
        self.mark = w.rng.choice(("  |  ", "  –  ", "  "))

    def open(self, title: str) -> None:
        w = self.w
        text = (Run(self.sign, bold=True), w.next_section(), Run(self.mark, bold=True), w.heading(title))
        w.add(Paragraph(text, "left", scale=1.04, before=14, after=5, with_next=True))

    def say(self, sentence: str, with_next: bool = False, **filled: Run | Text | str) -> None:
        self.w.add(Paragraph(self.w.fill(sentence, **filled), after=5, with_next=with_next))


def draft(s: Scenario, rng: random.Random) -> Draft:
    s = fuller_names(s, OWN_FORMS)
    s = redated(s, rng.choice((long_date, full_figures, two_figures)))
    w = Writer(s, rng)
    _opening(w)
    page = _Sections(w)
    if s.amendment:
        _amend(page)
    else:
        _agree(page)
    _sign(w)
    return w, Sheet(
        family=rng.choice(("source-serif", "open-sans", "helvetica-narrow")),
        size=rng.choice((10.6, 11.2)),
        leading=rng.choice((1.3, 1.42)),
        header=rng.choice((None, "Ausfertigung für die Akten", s.file_mark)),
        footer=rng.choice(("– {page} –", "{page} | {pages}")),
        left=70,
        right=84,
        hyphenate=rng.random() < 0.3,
    )


def _opening(w: Writer) -> None:
    """What it is called, the programme; a small table that says who gives and who receives."""
    s = w.scenario
    programmes = [(w.programme(index),) for index in range(len(s.programmes))]
    w.add(
        Paragraph((*enumerated(programmes), Run(" "), w.year()), "left", after=4),
        Paragraph((w.kind(),), "left", scale=1.8, after=14),
    )
    rows: list[tuple[Text, ...]] = []
    for index, party in enumerate(s.parties):
        role = "Geldgebende Seite" if index == 0 else "Empfangende Seite" if index == 1 else ""
        inserted = represented(w, index)
        name = replace(w.bare_party(index), bold=True)
        seat = (NEW_LINE, Run(f"Sitz: {party.seat}"))
        rows.append((plain(role), (name, *inserted, *seat)))
    w.add(
        Table(tuple(rows), (1.3, 3.6), ("left", "left"), "none", padding=3.5),
        Paragraph(plain("Beide Seiten binden sich wie nachstehend."), "left", after=4),
    )


def _amend(page: _Sections) -> None:
    w = page.w
    page.open("Bezug")
    page.say("Geändert werden soll die Zielvereinbarung vom {day}.", day=amended(w))
    page.open("Budget")
    old, new = replaced(w)
    page.say(
        w.rng.choice(
            (
                "Das Budget {clause_year} betrug bislang {old} und beträgt künftig {new}.",
                "Das Budget {clause_year} wird neu bemessen. Bisheriger Ansatz: {old}. Neuer Ansatz: {new}.",
            )
        ),
        old=old,
        new=new,
    )
    page.open("Unveränderte Teile")
    page.say("Alle anderen Abreden behalten ihre Gültigkeit.")
    page.say("Unterrichtet wird das {authority} durch die geldgebende Seite.", authority=w.authority())


def _agree(page: _Sections) -> None:
    w, s, rng = page.w, page.w.scenario, page.w.rng
    page.open(rng.choice(("Gemeinsames Ziel", "Absicht")))
    for sentence in rng.sample(AIMS, 2):
        page.say(sentence)
    steps = (_projects, _funds) if rng.random() < 0.5 else (_funds, _projects)
    for step in steps:
        step(page)
    page.open("Fristen")
    page.say("Die Ausgaben müssen in die Zeit {period} fallen.", period=period(w))
    page.say(
        "Letzter Tag für die Vorlage des Nachweises ist der {deadline}.",
        deadline=w.date(s.deadline, "deadline"),
    )
    page.open(rng.choice(("Ausführende Behörde", "Vollzug")))
    page.say(
        "Vollzogen wird diese Vereinbarung durch das {authority}; es zahlt aus und prüft.",
        authority=w.authority(),
    )
    if s.reference:
        page.say(
            "Grundlage bleibt die am {day} beschlossene Arbeitsmarktstrategie.",
            day=w.date(s.reference, "reference", rng.choice((None, full_figures(s.reference)))),
        )
    for text in aside_texts(w, OWN_ASIDES):
        w.add(Paragraph(text, after=5))


def _funds(page: _Sections) -> None:
    w, s, rng = page.w, page.w.scenario, page.w.rng
    page.open(rng.choice(("Budget", "Bereitgestelltes Budget")))
    years = s.budget == "by_year"
    if years and s.listing == "table":
        page.say("Das Budget reicht über mehrere Jahre (Beträge in Euro):", with_next=True)
        w.add(years_across(w, "Jahr", "Budget", "insgesamt", sum_first=rng.random() < 0.5))
        return
    amount, words = total_in_words(w, bold=True, year=None if years else s.clause_year)
    if years:
        page.say("Über alle Jahre gerechnet umfasst das Budget {total}.", total=amount)
    else:
        page.say(
            rng.choice(
                (
                    "Das Budget {clause_year} ist auf {total}{words} begrenzt.",
                    "Als Budget {clause_year} sind {total}{words} eingeplant.",
                )
            ),
            total=amount,
            words=(Run(", in Buchstaben "), words, Run(",")) if words else "",
        )
    if s.budget in SPLIT:
        if s.listing == "table":
            head = "Zweck" if s.budget == "by_measure" else "Programm"
            w.add(split_table(w, (head, "EUR"), "Budget"))
        else:
            for part in parts(w):
                text = (*part.label, Run(" – "), part.amount)
                w.add(Paragraph(text, "left", after=2, indent=36, hang=12, marker=plain("·")))
            w.add(Gap(3))
    page.say("Nicht verbrauchte Teile fallen am Jahresende an das Land zurück.")


def _projects(page: _Sections) -> None:
    w, s = page.w, page.w.scenario
    page.open(w.rng.choice(("Einzelne Projekte", "Projekte der Region")))
    if s.budget == "by_project" and s.listing == "table":
        _tables(page)
        return
    for number, measure in enumerate(s.measures):
        title, names = w.measure(number)
        head = (Run(f"({measure.number}) ", bold=True), replace(title, bold=True))
        w.add(Paragraph(head, "left", after=2, with_next=True))
        runs: list[Run] = []
        for name, project in zip(names, measure.projects, strict=True):
            runs += [NEW_LINE] if runs else []
            runs += [name, *project_money(w, measure, project, ", Anteil ")]
        w.add(Paragraph(tuple(runs), "left", after=6, indent=17))


def _tables(page: _Sections) -> None:
    """A table for each Maßnahmenart under its title, with a sum; the sum of all stands below."""
    w, s = page.w, page.w.scenario
    for number, measure in enumerate(s.measures):
        title, names = w.measure(number)
        head = (Run(f"({measure.number}) ", bold=True), replace(title, bold=True))
        w.add(Paragraph(head, "left", after=1, with_next=True), _small(w, measure, names))
    page.say("Alle Projekte zusammen ergeben {total}.", total=total(w))


def _small(w: Writer, measure: Measure, names: list[Run]) -> Table:
    w.tables += 1
    rows: list[tuple[Text, ...]] = [(plain("Projekt", True), plain("Anteil", True))]
    for name, project in zip(names, measure.projects, strict=True):
        run = project_sum(w, measure, project, style="sign", table=w.tables, row=len(rows))
        rows.append(((name,), (run,)))
    if len(names) > 1:
        run = subtotal(w, measure, style="sign", table=w.tables, row=len(rows))
        rows.append((plain("zusammen"), (run,)))
    aligns: tuple[Align, ...] = ("left", "right")
    return Table(tuple(rows), (3.6, 1.3), aligns, w.scenario.ruled, together=True, padding=3)


def _sign(w: Writer) -> None:
    """The day first; the head of the office as the office writes it, the hand, the name, the seal."""
    sides = enter_by_party(w, named_once=True)
    seal = SignLine(plain("(Dienstsiegel)"))
    columns = [
        (*(line for one, dated in side for line in _hand(w, one, dated, one is side[0][0])), seal)
        for side in sides
    ]
    if w.scenario.signature_form == "stacked":
        for number, column in enumerate(columns):
            w.add(SignatureColumns((column, ()), before=14 if number else 24))
        return
    across = 3 if len(columns) == 3 and w.scenario.signature_form == "three_columns" else 2
    for start in range(0, len(columns), across):
        row = columns[start : start + across]
        row += [()] * (across - len(row))
        w.add(
            SignatureColumns(
                tuple(row), before=16 if start else 26, gutter=26, scale=0.88 if across == 3 else 1.0
            )
        )


def _hand(w: Writer, one: Signature, dated: bool, first: bool) -> tuple[SignLine, ...]:
    """ "Wiesbaden, …", the office over the hand; who deputises names the one in whose place it is done."""
    party = one.signer.organisation
    form = w.scenario.signing
    lines: list[SignLine] = []
    if dated:
        lines.append(SignLine((one.place, Run(", den "), one.date)))
        if form == "captions":
            lines.append(SignLine(plain("Ort, Tag")))
    lines.append(SignLine(height=6.0))
    if first and form == "organ" and party.gender != "n":
        article, name = one.organisation("genitive")
        organ = "Der Kreisausschuss" if party.gender == "m" else "Der Magistrat"
        lines.append(SignLine((Run(f"{organ} {article} "), name)))
    elif first:
        lines.append(SignLine((one.bare_organisation,)))
    if one.name and one.function and one.signer.person:
        woman = one.signer.person.woman
        if one.signer.deputising:
            chief = {"n": "Der Minister", "m": "Der Landrat", "f": "Der Oberbürgermeister"}[party.gender]
            lines += [SignLine(plain(chief)), SignLine(plain("In Vertretung"))]
        else:
            if any(signer.deputising for signer in w.scenario.signers):
                lines.append(SignLine(plain(" ")))
            strong = one.function.text.startswith(("Erster ", "Hauptamtlicher "))
            article = "Die " if woman else "" if strong else "Der "
            lines.append(SignLine((Run(article), one.function)))
    lines.append(SignLine((), "none", pen=one.name is not None, height=36.0))
    if one.name and one.function:
        name_line: Text = (Run("("), one.name, Run(")")) if form == "brackets" else (one.name,)
        lines.append(SignLine(name_line))
        if one.signer.deputising:
            lines.append(SignLine((one.function,)))
    lines.append(SignLine(height=8.0))
    return tuple(lines)
