"""Test split only. Whoever works on reading does not look in here."""

from __future__ import annotations

import random

from samples.blocks import Gap, Paragraph, Run, Sheet, SignatureColumns, SignLine, Table, Text, plain
from samples.scenario import Scenario
from samples.signing import enter
from samples.wordings.money import SPLIT, parts, project_sum, replaced, total, total_in_words
from samples.wordings.names import HELD_OUT_FORMS, fuller_names
from samples.wordings.parts import Draft, amended, asides, represented
from samples.writer import Writer

OWN_ASIDES = (
    "Für Kinderbetreuung werden zusätzlich je Kind {cap} anerkannt.",
    "Angestrebt sind {persons} Eintritte, davon {young} aus Bedarfsgemeinschaften.",
    "Auskunft gibt das Servicebüro ({phone}).",
    "Der langjährige Mittelwert der Zuwendungen lag bei {past}.",
    "Von den Personalkosten sind {rate} Prozent pauschal als Sachkosten ansetzbar.",
)


def draft(s: Scenario, rng: random.Random) -> Draft:
    s = fuller_names(s, HELD_OUT_FORMS)
    w = Writer(s, rng)
    w.add(
        Paragraph(plain(f"{s.recipients[0].printed} · Fachbereich Arbeit und Soziales"), "left", scale=0.8),
        Gap(24),
        Paragraph((w.kind(),), "left", scale=1.7, after=3),
    )
    title = [Run("zum "), w.programme()]
    if len(s.programmes) > 1:
        title += [Run(" sowie zum "), w.programme(1)]
    w.add(Paragraph((*title, Run(", Förderjahr "), w.year()), "left", scale=1.1, after=14))
    if s.amendment:
        w.add(Paragraph(w.fill("Bezug: Vereinbarung, gezeichnet am {day}", day=amended(w)), "left", after=10))
    w.add(Paragraph(plain("Beteiligte", True), "left", after=3))
    for index in range(len(s.parties)):
        text = (w.bare_party(index), *represented(w, index))
        w.add(Paragraph(text, "left", after=2, indent=36, hang=18, marker=plain(f"{index + 1}.")))
    w.add(Gap(4), Paragraph(plain("Die Beteiligten sind sich über Folgendes einig:"), "left", after=4))

    def point(title: str) -> None:
        number = (Run("Punkt ", bold=True), w.next_section(), Run(" – ", bold=True))
        w.add(Paragraph((*number, w.heading(title)), "left", before=10, after=3, with_next=True))

    if s.amendment:
        point("Neue Landeszuwendung")
        old, new = replaced(w)
        w.paragraph("Die Landeszuwendung steigt auf {new}. Zuvor waren es {old}.", new=new, old=old)
        point("Umsetzung")
        w.paragraph("Den neuen Bescheid fertigt das {authority} aus.", authority=w.authority())
    else:
        point("Absicht")
        w.paragraph(
            "Menschen mit Vermittlungshemmnissen sollen Schritt für Schritt an Beruf und Abschluss "
            "herangeführt werden. Die Angebote beginnen dort, wo die Teilnehmenden stehen."
        )
        point("Angebote")
        _projects(w)
        point("Landeszuwendung")
        _funds(w)
        asides(w, OWN_ASIDES)
        point("Bericht")
        w.paragraph(
            "Zahlen und Erfahrungen werden dem {authority} berichtet; letzter Tag dafür ist der {deadline}.",
            authority=w.authority(),
            deadline=w.date(s.deadline, "deadline"),
        )
    _sign(w)
    return w, Sheet(
        family=rng.choice(("caladea", "manrope")),
        size=10.8,
        leading=1.5,
        header=s.file_mark,
        footer="{page}/{pages}",
        footer_align="left",
        left=88,
        right=74,
    )


def _funds(w: Writer) -> None:
    s = w.scenario
    amount, words = total_in_words(w)
    w.paragraph(
        "Für {clause_year} ist eine Landeszuwendung von {total}{words} eingeplant.",
        total=amount,
        words=(Run(", ausgeschrieben "), words, Run(",")) if words else "",
    )
    if s.budget not in SPLIT:
        return
    found = parts(w)
    runs: list[Run] = [Run("Sie verteilt sich mit ")]
    for part in found:
        runs += [Run("" if part.index == 0 else " und mit " if part is found[-1] else ", mit ")]
        target = {"by_year": " auf ", "two_programmes": " auf das "}.get(s.budget, " auf ")
        runs += [part.amount, Run(target), *part.label]
    w.add(Paragraph((*runs, Run("."))))


def _projects(w: Writer) -> None:
    s = w.scenario
    if s.budget == "by_project":
        _sums_first(w)
        return
    rows: list[tuple[Text, ...]] = [(plain("Art", True), plain("Bezeichnung der Angebote", True))]
    for number, measure in enumerate(s.measures):
        title, names = w.measure(number)
        cell: list[Run] = []
        for i, name in enumerate(names):
            cell += [Run(" | ")] if i else []
            cell.append(name)
        rows.append(((Run(f"{measure.number}. "), title), tuple(cell)))
    w.add(Table(tuple(rows), (1.6, 2.4), ("left", "left"), s.ruled))


def _sums_first(w: Writer) -> None:
    s = w.scenario
    w.tables += 1
    rows: list[tuple[Text, ...]] = [
        (plain("Zuwendung", True), plain("Angebot", True), plain("Art", True)),
    ]
    for number, measure in enumerate(s.measures):
        title, names = w.measure(number)
        for i, (name, project) in enumerate(zip(names, measure.projects, strict=True)):
            run = project_sum(w, measure, project, style="sign", table=w.tables, row=len(rows))
            kind: Text = (Run(f"{measure.number}. "), title) if i == 0 else plain(f"{measure.number}.")
            rows.append(((run,), (name,), kind))
    run = total(w, style="sign", bold=True, table=w.tables, row=len(rows))
    rows.append(((run,), plain("alle Angebote", True), ()))
    w.add(Table(tuple(rows), (1.2, 2.3, 2.2), ("right", "left", "left"), s.ruled))


def _sign(w: Writer) -> None:
    for number, signer in enumerate(w.scenario.signers):
        one = enter(w, signer)
        article, organisation = one.organisation("accusative")
        where = (Run(", unterzeichnet in "), one.place, Run(" am "), one.date)
        lines = [
            SignLine((Run(f"Für {article} "), organisation, *where)),
            SignLine(
                plain("in Vertretung" if signer.deputising else ""), pen=one.name is not None, height=40.0
            ),
        ]
        if one.name and one.function:
            lines.append(SignLine((one.name, Run(", "), one.function)))
        w.add(SignatureColumns((tuple(lines),), before=24.0 if number == 0 else 14.0))
