"""A filled-in form: tables of captions, projects in a grid or in small tables."""

from __future__ import annotations

import random
from dataclasses import replace
from datetime import date

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
from samples.scenario import Measure, Project, Scenario
from samples.signing import Signature, enter, in_rows
from samples.wordings.days import full_figures, redated
from samples.wordings.money import parts, project_sum, replaced, split_table, total, total_in_words
from samples.wordings.names import fuller_names
from samples.wordings.parts import Draft, amended, aside_texts, enumerated, represented
from samples.writer import Writer

OWN_ASIDES = (
    "Einzelpositionen unter {cap} bedürfen keines Belegs.",
    "Im Antrag genannt: {persons} Teilnehmende, {young} Stunden wöchentlich.",
    "Rückfragen zum Abruf richten Sie bitte an die Kundenbetreuung, Rufnummer {phone}.",
    "Durchschnittliche Bewilligung in den Vorjahren: {past}.",
    "Die Pauschale für Restkosten ist auf {rate} % der direkten Personalkosten festgelegt.",
)
OWN_FORMS = (
    "{name}",
    "{name}",
    "{name} (TP 1)",
    "{name} – Folgeantrag",
    "Jobcoaching {name}",
    "{name} [Region West]",
    "Qualifizierungsoffensive {name}",
)
CARRIERS = (
    "Beispiel-Bildung gGmbH",
    "TÜV-Muster Akademie",
    "Berufsbildungswerk Probe",
    "Neue Wege Muster e. V.",
    "Kreis, Amt 50",
    "Handwerksbildungsstätte",
)
CONDITIONS = (
    "Vorhaben dürfen vor Abschluss dieser Vereinbarung nicht begonnen worden sein.",
    "Änderungen gegenüber dieser Vereinbarung sind im Portal anzuzeigen, ehe sie umgesetzt werden.",
    "Originalbelege sind fünf Jahre nach Abschluss des Verfahrens aufzubewahren.",
    "Auf die Förderung ist in allen Veröffentlichungen mit dem Landeslogo aufmerksam zu machen.",
)


class _Fields:
    """Numbered parts of the form: as headings above tables, or as rows across one table after another."""

    def __init__(self, w: Writer) -> None:
        self.w = w
        self.inside = w.rng.random() < 0.5

    def _number(self, title: str) -> Text:
        return (self.w.next_section(), Run(". ", bold=True), self.w.heading(title))

    def table(self, title: str, rows: list[tuple[str, Text]]) -> None:
        """Captions and what was filled in."""
        head = self._number(title)
        filled: list[tuple[Text, ...]] = [(plain(caption), text) for caption, text in rows]
        if self.inside:
            filled.insert(0, (head,))
        else:
            self.w.add(Paragraph(head, "left", before=6, after=1, with_next=True))
        self.w.add(Table(tuple(filled), (1.5, 3.6), ("left", "left"), "grid", after=8, padding=3.5))

    def open(self, title: str) -> None:
        """A part that is no table of captions."""
        head = self._number(title)
        if self.inside:
            self.w.add(Table(((head,),), (1.0,), ("left",), "grid", after=5, padding=3.5))
        else:
            self.w.add(Paragraph(head, "left", before=6, after=3, with_next=True))


def draft(s: Scenario, rng: random.Random) -> Draft:
    s = fuller_names(s, OWN_FORMS)
    s = redated(s, full_figures)
    s = replace(s, figures=rng.choice(("sign", "dash", s.figures)))
    w = Writer(s, rng)
    head = (w.kind(), Run(" ", bold=True), w.year(bold=True))
    w.add(
        Paragraph(plain("Geschäftsbereich Arbeitsmarktprogramme"), "right", scale=0.8, after=8),
        Paragraph(head, "left", scale=1.45, after=2),
        Paragraph(plain("(mit Maßnahmen- und Finanzierungsübersicht)"), "left", scale=0.9, after=6),
    )
    fields = _Fields(w)
    _facts(w, fields)
    if s.amendment:
        day = amended(w)
        old, new = replaced(w)
        fields.table(
            "Änderungen",
            [
                ("Geändert wird die Vereinbarung vom", (day,)),
                (f"Fördersumme {s.clause_year} bisher", (old,)),
                (f"Fördersumme {s.clause_year} neu", (new,)),
                ("Begründung", plain("zusätzliche Plätze")),
            ],
        )
    else:
        _funds(w, fields)
        _undertakings(w, fields)
        fields.open("Bedingungen")
        texts = [plain(sentence) for sentence in rng.sample(CONDITIONS, 2)]
        for text in (*texts, *aside_texts(w, OWN_ASIDES)):
            w.add(Paragraph(text, "left", scale=0.95, after=3, indent=14, hang=14, marker=plain("-")))
    _sign(w, fields)
    form = rng.choice(("4711-12", "AP 03/15", "V-208"))
    return w, Sheet(
        family=rng.choice(("helvetica", "helvetica-narrow", "manrope")),
        size=rng.choice((9.6, 10.2)),
        leading=1.3,
        header=f"Formular {form}",
        header_align=rng.choice(("left", "right")),
        header_on_first=True,
        footer=rng.choice(("Seite {page} von {pages}", "Blatt {page} / {pages}")),
        footer_align=rng.choice(("left", "center")),
        left=60,
        right=54,
        top=64,
        bottom=60,
    )


def _facts(w: Writer, fields: _Fields) -> None:
    s = w.scenario
    rows: list[tuple[str, Text]] = []
    for index, party in enumerate(s.parties):
        caption = "Zuwendungsgeber" if index == 0 else "Zuwendungsempfänger"
        caption += f" {index}" if index and len(s.parties) > 2 else ""
        rows.append((caption, (w.bare_party(index), *represented(w, index))))
        if index:
            rows.append(("Sitz der Verwaltung", plain(party.seat)))
    fields.table("Angaben zu den Beteiligten", rows)
    names = enumerated([(w.programme(index),) for index in range(len(s.programmes))], NEW_LINE.text)
    rows = [
        ("Förderprogramm", names),
        ("Aktenzeichen", plain((s.file_mark or "–").removeprefix("Az. "))),
    ]
    if not s.amendment:
        start = w.date(date(s.year, 1, 1), "period_start", f"01.01.{s.year}")
        end = w.date(date(s.year, 12, 31), "period_end", f"31.12.{s.year}")
        rows.append(("Durchführungszeitraum", (start, Run(" bis "), end)))
    rows.append(("Bewilligungsstelle", (w.authority(),)))
    if not s.amendment:
        deadline = w.date(s.deadline, "deadline", full_figures(s.deadline))
        rows.append(("Verwendungsnachweis fällig am", (deadline,)))
        if s.reference:
            day = w.date(s.reference, "reference", full_figures(s.reference))
            rows.append(("Antrag eingegangen am", (day,)))
    fields.table("Angaben zur Förderung", rows)


def _funds(w: Writer, fields: _Fields) -> None:
    s, rng = w.scenario, w.rng
    years = s.budget == "by_year"
    year = None if years else s.clause_year
    title = rng.choice(("Finanzierung", "Fördersumme"))
    amount, words = total_in_words(w, bold=True, year=year)
    if s.budget in ("one_line", "in_words", "by_year") or rng.random() < 0.5:
        caption = "Fördersumme alle Jahre" if years else f"Fördersumme {s.clause_year}"
        rows: list[tuple[str, Text]] = [(caption, (amount,))]
        rows += [("in Worten", (words,))] if words else []
        rows.append(("Finanzierungsart", plain(rng.choice(("Vollfinanzierung", "Festbetrag")))))
        fields.table(title, rows)
    else:
        fields.open(title)
        w.paragraph(
            "Die Fördersumme für das Jahr {clause_year} ist auf maximal {total} festgesetzt.", total=amount
        )
    if s.budget == "by_year" and s.listing == "table":
        w.add(split_table(w, ("Jahr", "Fördersumme (EUR)"), "Summe", shares=(1.0, 1.2)))
    elif s.budget == "two_programmes" and s.listing == "table":
        w.add(split_table(w, ("Programm", "Fördersumme (EUR)"), "Summe"))
    elif s.budget == "by_measure" and s.listing == "table":
        money_first = rng.random() < 0.4
        w.add(split_table(w, ("Maßnahmenart", "Fördersumme (EUR)"), "Summe", money_first=money_first))
    elif s.budget in ("by_year", "two_programmes"):
        w.add(Paragraph(plain("davon"), "left", after=2, with_next=True))
        for part in parts(w):
            text = (*part.label, Run(" = "), part.amount)
            w.add(Paragraph(text, "left", after=2, indent=30, hang=14, marker=plain("-")))
        w.add(Gap(4))


def _undertakings(w: Writer, fields: _Fields) -> None:
    s, rng = w.scenario, w.rng
    fields.open(rng.choice(("Geförderte Vorhaben", "Maßnahmenübersicht")))
    sums = [part.amount for part in parts(w)] if s.budget == "by_measure" and s.listing == "list" else []
    form = rng.choice(("grid", "sheets", "lines"))
    if form == "grid" or (s.budget == "by_project" and s.listing == "table"):
        _grid(w, sums)
    elif form == "sheets":
        _sheets(w, sums)
    else:
        _lines(w, sums)


def _money(w: Writer, measure: Measure, project: Project) -> Text:
    return () if project.amount is None else (project_sum(w, measure, project),)


def _grid(w: Writer, sums: list[Run]) -> None:
    """A row for each project; number and title of the measure in cells that reach down over all its rows."""
    s = w.scenario
    by_project = s.budget == "by_project"
    w.tables += 1 if by_project else 0
    heads = ("Nr.", "Maßnahmenart", "Vorhaben", "Träger", "Förderung EUR" if by_project else "Plätze")
    rows: list[tuple[Text, ...]] = [tuple(plain(head, True) for head in heads)]
    for number, measure in enumerate(s.measures):
        title, names = w.measure(number)
        behind: Text = (NEW_LINE, sums[number]) if sums else ()
        for i, (name, project) in enumerate(zip(names, measure.projects, strict=True)):
            own: tuple[Text, ...] = (plain(str(measure.number)), (title, *behind)) if i == 0 else ((), ())
            money: Text = plain(str(w.rng.randint(5, 48)))
            if by_project:
                money = (project_sum(w, measure, project, style="cell", table=w.tables, row=len(rows)),)
            rows.append((*own, (name,), plain(w.rng.choice(CARRIERS)), money))
    if by_project:
        run = total(w, style="cell", bold=True, table=w.tables, row=len(rows))
        rows.append((plain("Σ", True), plain("alle Vorhaben", True), (), (), (run,)))
    aligns: tuple[Align, ...] = ("center", "left", "left", "left", "right")
    w.add(Table(tuple(rows), (0.45, 2.1, 2.2, 1.7, 1.2), aligns, "grid", padding=3.0, joined=2))


def _sheets(w: Writer, sums: list[Run]) -> None:
    """A small table of captions for each measure, its projects in it one after the other."""
    for number, measure in enumerate(w.scenario.measures):
        title, names = w.measure(number)
        rows: list[tuple[Text, ...]] = [
            ((Run(f"Maßnahmenart {measure.number} – ", bold=True), replace(title, bold=True)),)
        ]
        rows += [(plain("Fördersumme"), (sums[number],))] if sums else []
        for name, project in zip(names, measure.projects, strict=True):
            money = _money(w, measure, project)
            rows.append((plain("Vorhaben"), (name,)))
            rows.append(
                (plain("Träger / Plätze"), plain(f"{w.rng.choice(CARRIERS)} / {w.rng.randint(6, 50)}"))
            )
            rows += [(plain("Förderbetrag"), money)] if money else []
        w.add(Table(tuple(rows), (1.3, 3.8), ("left", "left"), "grid", after=8, padding=2.5))


def _lines(w: Writer, sums: list[Run]) -> None:
    """A row for each measure: its number, its title, and its projects counted in the cell."""
    s = w.scenario
    heads = ("Nr.", "Maßnahmenart", "Vorhaben")
    rows: list[tuple[Text, ...]] = [tuple(plain(head, True) for head in heads)]
    for number, measure in enumerate(s.measures):
        title, names = w.measure(number)
        behind: Text = (NEW_LINE, sums[number]) if sums else ()
        items: list[Text] = []
        for i, (name, project) in enumerate(zip(names, measure.projects, strict=True), start=1):
            money = _money(w, measure, project)
            items.append((Run(f"{measure.number}.{i} "), name, *((Run(" – "), *money) if money else ())))
        cell = enumerated(items, NEW_LINE.text, NEW_LINE.text)
        rows.append((plain(str(measure.number)), (title, *behind), cell))
    w.add(Table(tuple(rows), (0.45, 2.2, 3.4), ("center", "left", "left"), s.ruled, padding=4.0))


def _sign(w: Writer, fields: _Fields) -> None:
    """A table with a column for each hand, or frames beside each other with printed captions."""
    rng = w.rng
    fields.open(rng.choice(("Unterschriften", "Rechtsverbindliche Zeichnung")))
    w.paragraph("Die Unterzeichnenden bestätigen die Richtigkeit der vorstehenden Angaben.")
    entered = [enter(w, signer) for signer in w.scenario.signers]
    crossed = rng.random() < 0.5
    if crossed:
        w.add(*(_crossed(entered[start : start + 3]) for start in range(0, len(entered), 3)))
    else:
        w.add(*in_rows([_frame(one) for one in entered], before=10.0, gutter=14.0, boxed=True))


def _crossed(hands: list[Signature]) -> Table:
    """Who signs stands at the head of a column, the captions at the left."""

    def office(one: Signature) -> Text:
        deputy = (Run("i. V. "),) if one.signer.deputising else ()
        return (*deputy, one.function) if one.function else ()

    rows: tuple[tuple[Text, ...], ...] = (
        ((), *[(one.bare_organisation,) for one in hands]),
        (plain("Ort"), *[(one.place,) for one in hands]),
        (plain("Datum"), *[(one.date,) for one in hands]),
        (plain("Name"), *[(one.name,) if one.name else () for one in hands]),
        (plain("Funktion"), *[office(one) for one in hands]),
        (plain("Unterschrift, Stempel"), *[() for _ in hands]),
    )
    left: Align = "left"
    aligns = (left,) * (len(hands) + 1)
    return Table(rows, (1.0, *([1.7] * len(hands))), aligns, "grid", row_height=24.0, together=True)


def _frame(one: Signature) -> tuple[SignLine, ...]:
    side = "Zuwendungsgeber:" if one.signer.party == 0 else "Zuwendungsempfänger:"
    lines = [
        SignLine(plain(side)),
        SignLine((one.bare_organisation,)),
        SignLine(height=5.0),
        SignLine((Run("Ort, Datum: "), one.place, Run(", "), one.date)),
        SignLine(plain("Unterschrift / Dienstsiegel"), "dots", pen=one.name is not None),
    ]
    if one.name and one.function:
        deputy = "i. V. " if one.signer.deputising else ""
        lines.append(SignLine((Run("Name: "), one.name)))
        lines.append(SignLine((Run("Funktion: "), Run(deputy), one.function)))
    return tuple(lines)
