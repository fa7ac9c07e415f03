from __future__ import annotations

import random
from dataclasses import replace

from samples.blocks import Align, Gap, NewPage, Paragraph, Run, Sheet, Table, Text, plain
from samples.scenario import Ruled, Scenario
from samples.signing import Signature, enter
from samples.wordings.money import (
    SPLIT,
    parts,
    project_money,
    project_sum,
    replaced,
    total,
    total_in_words,
    years_across,
)
from samples.wordings.names import fuller_names
from samples.wordings.parts import (
    Draft,
    abbreviation,
    amended,
    asides,
    programme_genitives,
    programme_names,
    represented,
)
from samples.writer import Writer

OWN_ASIDES = (
    "Ausgaben für Arbeitskleidung sind je Person bis {cap} zuwendungsfähig.",
    "Insgesamt werden {persons} Plätze in {young} Standorten vorgehalten.",
    "Fragen zum Antrag: Servicenummer {phone}.",
    "Nach dem Ergebnis der Vorjahre wurden jeweils {past} abgerufen.",
    "Der Eigenanteil der Träger liegt bei {rate} vom Hundert.",
)
OWN_FORMS = (
    "{name}",
    "{name}",
    "Modellprojekt {name}",
    "{name} – Nachqualifizierung",
    "Umschulung {name}",
    "{name} (Kombiprojekt)",
    "Übergangsmanagement: {name}",
)


class _Numbers:
    """ "Nr. 1 Heading", "1 Heading" or "Punkt 1: Heading"."""

    def __init__(self, w: Writer) -> None:
        self.w = w
        self.before, self.behind = w.rng.choice((("Nr. ", "  "), ("", "   "), ("Ziffer ", ": ")))

    def section(self, title: str) -> None:
        w = self.w
        number = (Run(self.before, bold=True), w.next_section(), Run(self.behind, bold=True))
        w.add(Paragraph((*number, w.heading(title)), "left", before=9, after=3, with_next=True))


def draft(s: Scenario, rng: random.Random) -> Draft:
    s = fuller_names(s, OWN_FORMS)
    w = Writer(s, rng)
    annexed = not s.amendment and rng.random() < 0.6
    _title(w)
    numbers = _Numbers(w)
    if s.amendment:
        numbers.section("Änderung der Zuwendung")
        old, new = replaced(w)
        rows: tuple[tuple[Text, ...], ...] = (
            (plain(""), plain("alt", True), plain("neu", True)),
            (plain(f"Zuwendung {s.clause_year}"), (old,), (new,)),
        )
        w.add(Table(rows, (1.4, 1.2, 1.2), ("left", "right", "right"), s.ruled))
        numbers.section("Sonstiges")
        w.paragraph(
            "Weitere Änderungen sind nicht verabredet. Das {authority} ersetzt seinen Bescheid.",
            authority=w.authority(),
        )
    else:
        _agree(w, numbers, annexed)
    _sign(w)
    if annexed:
        _annex(w)
    return w, Sheet(
        family=rng.choice(("caladea", "manrope")),
        size=10.4,
        leading=1.36,
        header=s.file_mark or rng.choice((None, "Arbeitsmarktförderung Hessen")),
        header_align=rng.choice(("left", "right")),
        header_on_first=True,
        footer=rng.choice(("Seite {page}", "Seite {page} / {pages}")),
        footer_align="right",
        left=66,
        right=66,
        top=72,
        bottom=68,
    )


def _title(w: Writer) -> None:
    s, rng = w.scenario, w.rng
    align: Align = rng.choice(("left", "center"))
    in_one = rng.random() < 0.5
    w.add(Paragraph((w.kind(),), align, scale=1.4, after=2))
    w.add(Paragraph((Run("zum "), *programme_names(w), Run(" – "), w.year(bold=True)), align, after=12))
    if in_one:
        # The parties beside their captions.
        rows: list[tuple[Text, ...]] = []
        for index in range(len(s.parties)):
            caption = "Land:" if index == 0 else "Kommune:"
            short: Text = (Run(" "), *abbreviation(w)) if index == 0 else ()
            rows.append((plain(caption), (w.bare_party(index), *represented(w, index), *short)))
        if s.amendment:
            rows.append((plain("ändert Vereinbarung vom:"), (amended(w),)))
        w.add(Table(tuple(rows), (1.3, 4.0), ("left", "left"), rng.choice(("none", "rows")), after=10))
        return
    runs: list[Run] = []
    last = len(s.parties) - 1
    for index in range(len(s.parties)):
        runs += [Run(" und " if index == last else ", ")] if index else []
        inserted = represented(w, index)
        runs += [*w.party(index, "nominative", mark=True, capital=index == 0), *inserted]
        runs += [Run(",")] if inserted else []
    w.add(
        Paragraph(
            (
                *runs,
                Run(" schließen zur Umsetzung des "),
                *programme_genitives(w),
                Run(" diese Vereinbarung."),
            ),
            "left",
            after=8,
        )
    )
    if s.amendment:
        w.add(Paragraph(w.fill("Geändert wird die Fassung vom {day}.", day=amended(w)), "left"))


def _agree(w: Writer, numbers: _Numbers, annexed: bool) -> None:
    s, rng = w.scenario, w.rng
    numbers.section(rng.choice(("Anliegen", "Förderziel")))
    w.paragraph(
        "Die Beteiligten wollen die Zahl der Ausbildungsabschlüsse erhöhen, den Wiedereinstieg nach "
        "Familienzeiten "
        "erleichtern und Zugewanderte rasch in Arbeit bringen."
    )
    numbers.section(rng.choice(("Zuwendung", "Höhe der Zuwendung")))
    _funds(w)
    asides(w, OWN_ASIDES)
    numbers.section(rng.choice(("Maßnahmen", "Gegenstand der Förderung")))
    if annexed:
        w.paragraph(
            "Welche Projekte innerhalb der Maßnahmenarten gefördert werden, zeigt die Anlage. Sie ist "
            "Teil dieser "
            "Vereinbarung."
        )
    else:
        w.paragraph("Folgende Projekte sind Gegenstand der Förderung.")
        _projects(w)
    numbers.section("Durchführung")
    w.paragraph("Bewilligung, Auszahlung und Prüfung obliegen dem {authority}.", authority=w.authority())
    w.paragraph(
        "Spätester Termin für die Vorlage aller Nachweise: {deadline}.",
        deadline=w.date(s.deadline, "deadline", f"{s.deadline:%d.%m.%Y}"),
    )
    if s.reference:
        day = w.date(s.reference, "reference", f"{s.reference:%d.%m.%Y}")
        w.paragraph("Rechtsgrundlage ist im Weiteren der Erlass zur Förderung vom {day}.", day=day)
    numbers.section("Ausfertigung")
    w.paragraph("Jede Seite erhält eine unterschriebene Ausfertigung; mündliche Nebenabreden gibt es nicht.")


def _funds(w: Writer) -> None:
    s, rng = w.scenario, w.rng
    years = s.budget == "by_year"
    amount, words = total_in_words(w, bold=rng.random() < 0.5, year=None if years else s.clause_year)
    if s.budget == "one_line":
        lead = w.fill("Zuwendung des Landes {clause_year} (Höchstbetrag):")
        w.add(Table(((lead, (amount,)),), (2.6, 1.6), ("left", "right"), rng.choice(("grid", "rows"))))
        return
    spelled: Text | str = (Run(" ["), words, Run("]")) if words else ""
    sentence = (
        "Die Zuwendung erstreckt sich auf mehrere Haushaltsjahre und macht in Summe {total} aus."
        if years
        else rng.choice(
            (
                "Die Zuwendung für das Jahr {clause_year} macht {total}{words} aus.",
                "Als Zuwendung für {clause_year} ist ein Höchstbetrag von {total}{words} vorgesehen.",
            )
        )
    )
    w.paragraph(sentence, total=amount, words=spelled)
    if years and rng.random() < 0.5:
        w.add(years_across(w, "Jahr", "Euro", "Summe", sum_first=rng.random() < 0.4))
    elif s.budget in SPLIT:
        what = {"by_measure": "Maßnahmenart", "by_year": "Jahr", "two_programmes": "Budget"}[s.budget]
        w.tables += 1
        count = len(s.measures) if s.budget == "by_measure" else len(s.shares)
        found = parts(w, style="cell", table=w.tables, rows=range(1, count + 1))
        run = total(
            w, style="cell", bold=True, table=w.tables, row=count + 1, year=None if years else s.clause_year
        )
        rows: list[tuple[Text, ...]] = [(plain(what, True), plain("Euro", True))]
        rows += [(part.label, (part.amount,)) for part in found]
        rows.append((plain("Summe", True), (run,)))
        w.add(Table(tuple(rows), (3.4, 1.2), ("left", "right"), s.ruled))


def _annex(w: Writer) -> None:
    """The projects behind the signatures."""
    title = w.rng.choice(
        ("Anlage", "Anlage – Projektübersicht", f"Anlage zur Zielvereinbarung {w.scenario.year}")
    )
    w.add(NewPage(), Paragraph(plain(title, True), "left", scale=1.15, after=10))
    _projects(w)


def _projects(w: Writer) -> None:
    s = w.scenario
    if s.budget == "by_project" and s.listing == "table":
        _priced(w)
    elif w.rng.random() < 0.5:
        _counted(w)
    else:
        _assigned(w)


def _counted(w: Writer) -> None:
    """Projects counted through, whatever measure they stand under."""
    count = 0
    for number, measure in enumerate(w.scenario.measures):
        title, names = w.measure(number)
        w.add(
            Paragraph(plain(f"Maßnahmenart {measure.number}"), "left", before=3, after=0, with_next=True),
            Paragraph((replace(title, bold=True),), "left", after=3, with_next=True),
        )
        for name, project in zip(names, measure.projects, strict=True):
            count += 1
            money = project_money(w, measure, project, " – Zuwendung: ")
            marker = plain(f"P{count}" if w.scenario.represented else f"{count})")
            w.add(Paragraph((name, *money), "left", after=2, indent=50, hang=26, marker=marker))
    w.add(Gap(5))


def _assigned(w: Writer) -> None:
    """A table of projects with the places they offer; the measure is a row of its own."""
    s = w.scenario
    sums = s.budget == "by_project"
    w.tables += 1 if sums else 0
    heads = ("Projekt", "Zuwendung" if sums else "Plätze")
    rows: list[tuple[Text, ...]] = [tuple(plain(head, True) for head in heads)]
    for number, measure in enumerate(s.measures):
        title, names = w.measure(number)
        rows.append(((Run(f"Maßnahmenart {measure.number}: ", bold=True), replace(title, bold=True)), ()))
        for name, project in zip(names, measure.projects, strict=True):
            beside: Text = (
                (project_sum(w, measure, project, style="sign", table=w.tables, row=len(rows)),)
                if sums
                else plain(str(w.rng.randint(3, 40)))
            )
            rows.append(((name,), beside))
    w.add(Table(tuple(rows), (4.4, 1.2), ("left", "right"), s.ruled))


def _priced(w: Writer) -> None:
    """The sum stands first in its row."""
    s = w.scenario
    w.tables += 1
    heads = ("Euro", "Projekt", "Maßnahmenart")
    rows: list[tuple[Text, ...]] = [tuple(plain(head, True) for head in heads)]
    for number, measure in enumerate(s.measures):
        title, names = w.measure(number)
        for i, (name, project) in enumerate(zip(names, measure.projects, strict=True)):
            run = project_sum(w, measure, project, style="cell", table=w.tables, row=len(rows))
            what: Text = (Run(f"{measure.number} "), title if i == 0 else Run(measure.title))
            rows.append(((run,), (name,), what))
    run = total(w, style="cell", bold=True, table=w.tables, row=len(rows))
    rows.append(((run,), plain("Summe", True), ()))
    w.add(Table(tuple(rows), (1.1, 2.5, 2.6), ("right", "left", "left"), s.ruled))


def _sign(w: Writer) -> None:
    """A table with a column for each who signs, two to a table."""
    rng = w.rng
    entered = [enter(w, signer) for signer in w.scenario.signers]
    captions = rng.random() < 0.6
    ruled: Ruled = rng.choice(("grid", "grid", "rows"))
    name_first = rng.random() < 0.5
    gez = rng.random() < 0.3
    w.add(Gap(12))
    for start in range(0, len(entered), 2):
        pair = entered[start : start + 2]
        keys = ["für", "Ort, Datum", "Unterschrift", "Name", "Funktion"]
        columns = [_column(one, gez) for one in pair]
        order = [0, 1, 2, 3, 4] if name_first else [0, 3, 4, 1, 2]
        rows: list[tuple[Text, ...]] = []
        for at in order:
            cells = tuple(column[at] for column in columns)
            rows.append((plain(keys[at]), *cells) if captions else cells)
        widths = (*((1.0,) if captions else ()), *([2.2] * len(pair)))
        left: Align = "left"
        aligns = (left,) * len(widths)
        w.add(Table(tuple(rows), widths, aligns, ruled, row_height=24.0, together=True, after=10))


def _column(one: Signature, gez: bool) -> list[Text]:
    """Whom for, place and date, the room to sign, name, function."""
    short = (Run("i. V. "),) if one.signer.deputising else ()
    signed: Text = plain("gez.") if one.name and gez else ()
    return [
        (one.bare_organisation,),
        (one.place, Run(", "), one.date),
        signed,
        (*short, one.name) if one.name else (),
        (one.function,) if one.function else (),
    ]
