from __future__ import annotations

import random
from datetime import date

from samples.blocks import Align, Paragraph, Run, Sheet, SignatureColumns, SignLine, Table, Text, plain
from samples.scenario import Scenario, date_text
from samples.signing import Signature, enter
from samples.wordings.days import full_figures, redated
from samples.wordings.money import (
    SPLIT,
    parts,
    project_money,
    project_sum,
    replaced,
    subtotal,
    total,
    total_in_words,
    years_across,
)
from samples.wordings.names import fuller_names
from samples.wordings.parts import Draft, amended, asides, represented
from samples.writer import Writer

OWN_ASIDES = (
    "Honorare: höchstens {cap} je Tag.",
    "Plan: {persons} Teilnehmende in {young} Kursen, Frauenanteil wie im Vorjahr oder darüber.",
    "Eingabehilfe zum Formular: {phone}.",
    "Vergleichswert der letzten Perioden: {past} je Jahr.",
    "Verwaltungspauschale: {rate} % der Personalkosten, ohne Einzelnachweis.",
)
OWN_FORMS = (
    "{name}",
    "{name}",
    "{name} (Stufe 2)",
    "Einstiegskurs {name}",
    "{name} / Praktikum",
    "Assistierte Ausbildung {name}",
)
DECLARATIONS = (
    "Die Angebote werden gemeinsam mit Jobcenter und Agentur für Arbeit ausgewählt; Überschneidungen mit "
    "Bundesprogrammen sind geprüft und ausgeschlossen.",
    "Jede Änderung der Übersicht wird vorab angezeigt. Nicht benötigte Beträge werden bis zum Herbst "
    "zurückgemeldet.",
    "Gleichstellung, Barrierefreiheit und Nachhaltigkeit sind in jedem Angebot verankert und werden mit "
    "eigenen Merkmalen erfasst.",
)
LANDSCAPE = (841.89, 595.28)


def draft(s: Scenario, rng: random.Random) -> Draft:
    s = fuller_names(s, OWN_FORMS)
    if rng.random() < 0.4:
        s = redated(s, lambda day: date_text(day, "stamp", rng), "stamp")
    else:
        s = redated(s, full_figures)
    w = Writer(s, rng, numbering="A")
    kind = (w.kind(), Run(" ", bold=True), w.year(bold=True))
    w.add(Paragraph(kind, "left", scale=1.5, after=2))
    _part(w, "Stammdaten")
    _facts(w)
    if s.amendment:
        _part(w, "Änderung")
        old, new = replaced(w)
        w.add(
            Table(
                (
                    (plain("Datum der Vereinbarung", True), plain("alt", True), plain("neu", True)),
                    ((amended(w),), (old,), (new,)),
                ),
                (1.4, 1.0, 1.0),
                ("left", "right", "right"),
                s.ruled,
            )
        )
        w.paragraph("Die Werte gelten für {clause_year}. Sonst bleibt jede Angabe bestehen.")
    else:
        _part(w, rng.choice(("Mittel", "Finanzielle Angaben")))
        _funds(w)
        _part(w, rng.choice(("Übersicht der Projekte", "Projektmatrix")))
        if s.listing == "list":
            _rows(w)
        else:
            _matrix(w)
        _part(w, "Erklärungen")
        for sentence in rng.sample(DECLARATIONS, 2):
            w.add(Paragraph(plain(sentence), "left", after=3, indent=18, hang=18, marker=plain("[X]")))
        asides(w, OWN_ASIDES)
    _part(w, rng.choice(("Unterschriften", "Zeichnung")))
    w.paragraph("Die Angaben sind vollständig und werden hiermit bestätigt.")
    if rng.random() < 0.5:
        _sign_in_table(w)
    else:
        _sign_in_row(w)
    return w, Sheet(
        family=rng.choice(("helvetica", "open-sans", "manrope")),
        size=rng.choice((9.6, 10.2)),
        leading=1.3,
        width=LANDSCAPE[0],
        height=LANDSCAPE[1],
        left=50,
        right=50,
        top=52,
        bottom=50,
        header=s.file_mark,
        header_align="right",
        header_on_first=True,
        footer=rng.choice(("Vordruck ZV 04 – Seite {page}", "Seite {page} von {pages}")),
        footer_align=rng.choice(("left", "right")),
    )


def _part(w: Writer, title: str) -> None:
    number = (Run("Teil ", bold=True), w.next_section(), Run(" | ", bold=True), w.heading(title))
    w.add(Paragraph(number, "left", scale=1.05, before=8, after=3, with_next=True))


def _facts(w: Writer) -> None:
    """Two captions with their values in each row."""
    s = w.scenario
    names: list[Run] = []
    for index in range(len(s.programmes)):
        names += [Run("; ")] if index else []
        names.append(w.programme(index))
    left: list[tuple[str, Text]] = []
    for index in range(len(s.parties)):
        caption = "Land" if index == 0 else "Kommune" if len(s.parties) == 2 else f"Kommune {index}"
        left.append((caption, (w.bare_party(index), *represented(w, index))))
    right: list[tuple[str, Text]] = [("Programm", tuple(names)), ("Bewilligung", (w.authority(),))]
    if not s.amendment:
        start = w.date(date(s.year, 1, 1), "period_start", f"01.01.{s.year}")
        end = w.date(date(s.year, 12, 31), "period_end", f"31.12.{s.year}")
        left.append(("von / bis", (start, Run(" / "), end)))
        deadline = w.date(s.deadline, "deadline", full_figures(s.deadline))
        right.append(("Abrechnung bis", (deadline,)))
        if s.reference:
            day = w.date(s.reference, "reference", full_figures(s.reference))
            right.append(("Richtlinie vom", (day,)))
    rows: list[tuple[Text, ...]] = []
    for at in range(max(len(left), len(right))):
        one = left[at] if at < len(left) else ("", ())
        two = right[at] if at < len(right) else ("", ())
        rows.append((plain(one[0], True), one[1], plain(two[0], True), two[1]))
    w.add(Table(tuple(rows), (0.8, 3.2, 1.0, 2.8), ("left",) * 4, w.rng.choice(("grid", "rows")), padding=3))


def _funds(w: Writer) -> None:
    s, rng = w.scenario, w.rng
    years = s.budget == "by_year"
    if years:
        w.add(Paragraph(plain("Alle Angaben in Euro"), "right", scale=0.85, after=0, with_next=True))
        w.add(years_across(w, "Jahr", "Bedarf", "gesamt", sum_first=rng.random() < 0.5))
        return
    amount, words = total_in_words(w, bold=True)
    spelled = (Run(" / "), words) if words else ""
    w.add(
        Paragraph(
            w.fill(
                rng.choice(
                    (
                        "Landesmittel {clause_year} (max.): {total}{words}",
                        "Budget {clause_year} = {total}{words}",
                    )
                ),
                total=amount,
                words=spelled,
            ),
            "left",
            after=5,
        )
    )
    if s.budget == "two_programmes":
        w.tables += 1
        found = parts(w, style="cell", table=w.tables, rows=[1, 1])
        run = total(w, style="cell", bold=True, table=w.tables, row=1)
        head = (*[part.label for part in found], plain("beide Programme", True))
        cells = (*[(part.amount,) for part in found], (run,))
        w.add(Table((head, cells), (1.4, 1.4, 1.0), ("right",) * 3, s.ruled))
    elif s.budget in (*SPLIT, "by_project"):
        w.paragraph("Verteilung: siehe unten.")


def _matrix(w: Writer) -> None:
    """A column for each measure, a row for each project: a sum or a cross where the two meet."""
    s = w.scenario
    by_project, by_measure = s.budget == "by_project", s.budget == "by_measure"
    sums = by_project or by_measure
    w.tables += 1 if sums else 0
    cross = w.rng.choice(("X", "x", "ja"))
    entered = [w.measure(number) for number in range(len(s.measures))]
    head: list[Text] = [plain("Projekt", True)]
    head += [
        (Run(f"{measure.number} ", bold=True), title)
        for measure, (title, _) in zip(s.measures, entered, strict=True)
    ]
    head += [plain("Summe", True)] if sums else [plain("Plätze", True)]
    rows: list[tuple[Text, ...]] = [tuple(head)]
    for number, measure in enumerate(s.measures):
        for name, project in zip(entered[number][1], measure.projects, strict=True):
            cells: list[Text] = [()] * len(s.measures)
            cells[number] = (
                (project_sum(w, measure, project, style="cell", table=w.tables, row=len(rows)),)
                if by_project
                else plain(cross)
            )
            places: Text = () if sums else plain(str(w.rng.randint(6, 60)))
            rows.append(((name,), *cells, places))
    if sums:
        rows.append(_last_row(w, len(rows)))
    count = len(s.measures)
    middle: Align = "right" if by_project else "center"
    aligns: tuple[Align, ...] = ("left", *([middle] * count), "right")
    w.add(Table(tuple(rows), (2.0, *([1.75] * count), 1.0), aligns, s.ruled, padding=2.5))


def _last_row(w: Writer, row: int) -> tuple[Text, ...]:
    s = w.scenario
    if s.budget == "by_measure":
        own = [part.amount for part in parts(w, style="cell", table=w.tables, rows=[row] * len(s.measures))]
    else:
        own = [subtotal(w, measure, style="cell", table=w.tables, row=row) for measure in s.measures]
    whole = total(w, style="cell", bold=True, table=w.tables, row=row)
    return (plain("Summe", True), *[(run,) for run in own], (whole,))


def _rows(w: Writer) -> None:
    """A row for each measure with all its projects in one cell."""
    s = w.scenario
    by_measure = s.budget == "by_measure"
    w.tables += 1 if by_measure else 0
    heads = ["Nr.", "Maßnahmenart", "Projekte", "Plätze", *(["Euro"] if by_measure else [])]
    rows: list[tuple[Text, ...]] = [tuple(plain(head, True) for head in heads)]
    found = parts(w, style="cell", table=w.tables, rows=range(1, len(s.measures) + 1)) if by_measure else []
    for number, measure in enumerate(s.measures):
        title, names = w.measure(number)
        runs: list[Run] = []
        for i, (name, project) in enumerate(zip(names, measure.projects, strict=True)):
            runs += [Run("; ")] if i else []
            runs.append(name)
            runs += project_money(w, measure, project, " (", ")")
        cells: list[Text] = [plain(str(measure.number)), (title,), tuple(runs)]
        cells.append(plain(str(w.rng.randint(12, 90))))
        cells += [(found[number].amount,)] if by_measure else []
        rows.append(tuple(cells))
    if by_measure:
        run = total(w, style="cell", bold=True, table=w.tables, row=len(rows))
        rows.append(((), plain("Summe", True), (), (), (run,)))
    aligns: tuple[Align, ...] = ("left", "left", "left", "right", "right")
    shares = (0.4, 2.6, 4.0, 0.7, 1.1)
    w.add(Table(tuple(rows), shares[: len(heads)], aligns[: len(heads)], s.ruled, padding=3))


def _sign_in_table(w: Writer) -> None:
    """One row a hand."""
    typed = w.rng.random() < 0.5
    apart = w.rng.random() < 0.5
    heads = ["Name", "Funktion", "für", *(["Ort", "Datum"] if apart else ["Ort/Datum"]), "Unterschrift"]
    rows: list[tuple[Text, ...]] = [tuple(plain(head, True) for head in heads)]
    for signer in w.scenario.signers:
        one = enter(w, signer)
        deputy = (Run("i. V. "),) if signer.deputising else ()
        when: tuple[Text, ...] = ((one.place,), (one.date,)) if apart else ((one.place, Run("/"), one.date),)
        named: Text = (*deputy, one.name) if one.name else ()
        office: Text = (one.function,) if one.function else ()
        signed: Text = plain("gez.") if typed and one.name else ()
        rows.append((named, office, (one.bare_organisation,), *when, signed))
    shares = (1.6, 1.5, 2.0, *((1.0, 1.1) if apart else (1.7,)), 1.4)
    left: Align = "left"
    aligns = (left,) * len(heads)
    w.add(Table(tuple(rows), shares, aligns, "grid", row_height=28.0, together=True))


def _sign_in_row(w: Writer) -> None:
    """All in one row, each in a frame: when and where, the pen, name with office, whom for."""
    columns = [_column(enter(w, signer)) for signer in w.scenario.signers]
    for start in range(0, len(columns), 3):
        row = columns[start : start + 3]
        w.add(SignatureColumns((*row, *[()] * (3 - len(row))), before=6.0, gutter=16.0, boxed=True))


def _column(one: Signature) -> tuple[SignLine, ...]:
    lines = [
        SignLine((one.date, Run("  "), one.place)),
        SignLine(pen=one.name is not None, height=36.0),
    ]
    if one.name and one.function:
        deputy = "i. V. " if one.signer.deputising else ""
        lines += [SignLine((Run(deputy), one.name)), SignLine((one.function,))]
    return (*lines, SignLine((one.bare_organisation,)))
