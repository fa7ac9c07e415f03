"""A sheet lying on its side, filled in field by field: parties in columns, a column of projects for each
Maßnahmenart, terms as key and value."""

from __future__ import annotations

import random

from samples.blocks import NEW_LINE, Align, Gap, Paragraph, Run, Sheet, SignLine, Table, Text, plain
from samples.scenario import Scenario
from samples.signing import Signature, enter, in_rows
from samples.wordings.days import full_figures, redated
from samples.wordings.money import SPLIT, parts, project_sum, replaced, subtotal, total, total_in_words
from samples.wordings.names import fuller_names
from samples.wordings.parts import Draft, amended, aside_texts, period, represented
from samples.writer import Writer

OWN_ASIDES = (
    "Obergrenze für Honorare: {cap} je Tag.",
    "Zielzahlen: {persons} Beratene, {young} neue Kooperationsbetriebe.",
    "Auskunft zum Bogen: Telefon {phone}.",
    "Zum Vergleich: Mittel der Vorperiode im Jahresmittel {past}.",
    "Abweichungen über {rate} % sind zu begründen.",
)
OWN_FORMS = (
    "{name}",
    "{name}",
    "{name}",
    "Verbund {name}",
    "{name} (Folgeprojekt)",
    "{name} am Lernort Betrieb",
)


class _Form:
    def __init__(self, w: Writer) -> None:
        self.w = w
        self.word = w.rng.choice(("Feld", "Block"))

    def open(self, title: str) -> None:
        head = (
            Run(f"{self.word} ", bold=True),
            self.w.next_section(),
            Run(": ", bold=True),
            self.w.heading(title),
        )
        self.w.add(Paragraph(head, "left", before=6, after=2, with_next=True))


def draft(s: Scenario, rng: random.Random) -> Draft:
    s = fuller_names(s, OWN_FORMS)
    s = redated(s, full_figures)
    w = Writer(s, rng)
    form = _Form(w)
    _head(form)
    if s.amendment:
        _amend(form)
    else:
        _agree(form)
    form.open("Unterschriften")
    _sign(w)
    return w, Sheet(
        family=rng.choice(("helvetica", "open-sans", "source-sans", "helvetica-narrow")),
        size=rng.choice((10.0, 10.6)),
        leading=1.3,
        width=841.89,
        height=595.28,
        left=58,
        right=58,
        top=56,
        bottom=54,
        header=s.file_mark,
        header_align="right",
        footer=rng.choice(("Bogen {page} von {pages}", "Blatt {page}")),
        footer_align=rng.choice(("left", "right")),
    )


def _head(form: _Form) -> None:
    """One line for kind, programme and year; a column for each party."""
    w, s = form.w, form.w.scenario
    names: list[Run] = []
    for index in range(len(s.programmes)):
        names += [Run(" + ")] if index else []
        names.append(w.programme(index))
    w.add(
        Paragraph((w.kind(), Run(" zum "), *names), "left", scale=1.3, after=2),
        Paragraph((Run("Förderjahr: "), w.year(bold=True)), "left", after=4),
    )
    form.open("Beteiligte")
    several = len(s.recipients) > 1
    heads: list[Text] = [plain("Fördernde Stelle", True)]
    cells: list[Text] = [(w.bare_party(0), *represented(w, 0))]
    for index in range(1, len(s.parties)):
        heads.append(plain(f"Geförderte Stelle{f' {index}' if several else ''}", True))
        cells.append((w.bare_party(index), *represented(w, index)))
    shares = (1.0,) * len(cells)
    left: Align = "left"
    aligns: tuple[Align, ...] = (left,) * len(cells)
    w.add(Table((tuple(heads), tuple(cells)), shares, aligns, "grid", together=True))


def _values(w: Writer, rows: list[tuple[str, Text]]) -> None:
    """Key and value, a row for each."""
    ruled = w.scenario.ruled
    told = tuple((plain(key), value) for key, value in rows)
    w.add(Table(told, (1.0, 3.2), ("left", "left"), ruled, padding=3.5, together=True))


def _amend(form: _Form) -> None:
    w, s = form.w, form.w.scenario
    form.open("Gegenstand der Änderung")
    old, new = replaced(w)
    _values(
        w,
        [
            ("Geänderte Vereinbarung", (Run("vom "), amended(w))),
            (f"Fördersumme {s.clause_year} alt", (old,)),
            (f"Fördersumme {s.clause_year} neu", (new,)),
            ("Bescheid durch", (w.authority(),)),
        ],
    )


def _agree(form: _Form) -> None:
    w, s, rng = form.w, form.w.scenario, form.w.rng
    form.open(rng.choice(("Wirkungsziel", "Was erreicht werden soll")))
    w.paragraph(
        rng.choice(
            (
                "Mehr Menschen schaffen den Schritt in Ausbildung oder Arbeit; weniger brechen eine "
                "begonnene Ausbildung ab.",
                "Wer gefördert wird, hat am Ende einen Abschluss, einen Vertrag oder einen klaren nächsten "
                "Schritt.",
            )
        )
    )
    form.open(rng.choice(("Mitteleinsatz", "Fördersumme")))
    _funds(w)
    form.open("Projekte nach Maßnahmenarten")
    _projects(w)
    form.open(rng.choice(("Termine und Zuständigkeit", "Ablauf")))
    rows: list[tuple[str, Text]] = [("Durchführung", period(w))]
    if s.reference:
        rows.insert(
            0, ("Bedarf angemeldet am", (w.date(s.reference, "reference", full_figures(s.reference)),))
        )
    rows += [
        ("Bewilligung und Prüfung", (w.authority(),)),
        (
            "Schlussbericht spätestens",
            (w.date(s.deadline, "deadline", rng.choice((None, full_figures(s.deadline)))),),
        ),
    ]
    _values(w, rows)
    if s.asides:
        form.open("Bemerkungen")
        for text in aside_texts(w, OWN_ASIDES):
            w.add(Paragraph(text, "left", after=3))


def _funds(w: Writer) -> None:
    s = w.scenario
    years = s.budget == "by_year"
    amount, words = total_in_words(w, bold=True, year=None if years else s.clause_year)
    if years:
        line = w.fill("Fördersumme aller Jahre: {total}", total=amount)
    else:
        line = w.fill(
            "Fördersumme für {clause_year}: {total}{words}",
            total=amount,
            words=(Run(" = "), words) if words else "",
        )
    w.add(Paragraph(line, "left", after=5))
    if s.budget not in SPLIT:
        return
    lead = {"by_measure": "Maßnahmenart", "by_year": "Jahr"}.get(s.budget, "Mittel aus")
    if s.listing == "list":
        for part in parts(w):
            number = f" {s.measures[part.index].number}" if s.budget == "by_measure" else ""
            text = (Run(f"{lead}{number}: "), *part.label, Run(" = "), part.amount)
            w.add(Paragraph(text, "left", after=2, indent=24))
        w.add(Gap(3))
        return
    w.tables += 1
    count = len(s.measures) if s.budget == "by_measure" else len(s.shares)
    found = parts(w, style="sign", table=w.tables, rows=range(1, count + 1))
    rows: list[tuple[Text, ...]] = [(plain(lead, True), plain("Betrag", True))]
    for part in found:
        number = f"{s.measures[part.index].number}  " if s.budget == "by_measure" else ""
        rows.append(((Run(number), *part.label), (part.amount,)))
    year = None if years else s.clause_year
    rows.append(
        (
            plain("Fördersumme", True),
            (total(w, style="sign", bold=True, table=w.tables, row=len(rows), year=year),),
        )
    )
    w.add(Table(tuple(rows), (3.6, 1.2), ("left", "right"), s.ruled, padding=3.0, together=True))


def _projects(w: Writer) -> None:
    """A column for each measure: its title at the head, below it the projects, one in a cell."""
    s = w.scenario
    heads: list[Text] = []
    columns: list[list[Text]] = []
    if s.budget == "by_project":
        w.tables += 1
    for number, measure in enumerate(s.measures):
        title, names = w.measure(number)
        heads.append((Run(f"{measure.number}: "), Run(title.text, title.mark, bold=True)))
        column: list[Text] = []
        for order, (name, project) in enumerate(zip(names, measure.projects, strict=True), start=1):
            money: Text = ()
            if project.amount is not None:
                money = (NEW_LINE, project_sum(w, measure, project, style="sign", table=w.tables, row=order))
            column.append((name, *money))
        columns.append(column)
    depth = max(len(column) for column in columns)
    rows: list[tuple[Text, ...]] = [tuple(heads)]
    rows += [tuple(column[row] if row < len(column) else () for column in columns) for row in range(depth)]
    if s.budget == "by_project":
        rows.append(
            tuple(
                (Run("Summe "), subtotal(w, measure, style="sign", bold=True, table=w.tables, row=depth + 1))
                for measure in s.measures
            )
        )
    left: Align = "left"
    aligns: tuple[Align, ...] = (left,) * len(heads)
    ruled = "grid" if s.ruled == "none" else s.ruled
    w.add(Table(tuple(rows), (1.0,) * len(heads), aligns, ruled, together=True))


def _sign(w: Writer) -> None:
    columns = [_column(enter(w, signer), w.scenario) for signer in w.scenario.signers]
    across = 4 if len(columns) == 4 else 2 if len(columns) == 2 else 3
    w.add(*in_rows(columns, across, then=10.0, gutter=26.0, before=6.0 if len(columns) <= across else 8.0))


def _column(one: Signature, s: Scenario) -> tuple[SignLine, ...]:
    """Whom for, the pen above its line, who, and last where and when."""
    lines = [SignLine((Run("für: "), one.bare_organisation))]
    if s.signing == "organ" and one.signer.organisation.gender != "n":
        article, organisation = one.organisation("accusative")
        lines = [SignLine((Run(f"für {article} "), organisation))]
    lines.append(SignLine((), "rule", pen=one.name is not None, height=44.0))
    if s.signing == "captions":
        lines.append(SignLine(plain("Unterschrift")))
    if one.name and one.function:
        deputy = Run("i. V. " if one.signer.deputising else "")
        name: Text = (Run("("), one.name, Run(")")) if s.signing == "brackets" else (one.name,)
        lines += [SignLine((deputy, *name)), SignLine((one.function,))]
    else:
        lines += [SignLine(plain(" ")), SignLine(plain(" "))]
    lines.append(SignLine((one.place, Run(", am "), one.date), height=18.0))
    return tuple(lines)
