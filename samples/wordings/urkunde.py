"""A cover page with its title at the bottom and the parties in a table; contents; sections "A. Heading";
totals come first; the signatures have a page of their own, names in capitals."""

from __future__ import annotations

import random
from dataclasses import replace

from samples.blocks import (
    Block,
    Gap,
    NewPage,
    Paragraph,
    Run,
    Sheet,
    SignatureColumns,
    SignLine,
    Table,
    Text,
    plain,
)
from samples.scenario import Scenario
from samples.signing import enter
from samples.wordings.money import SPLIT, parts, project_sum, replaced, subtotal, total, total_in_words
from samples.wordings.parts import (
    ASIDES,
    Draft,
    abbreviation,
    amended,
    asides,
    capitals,
    programme_genitives,
    programme_names,
    represented,
)
from samples.writer import Writer


def draft(s: Scenario, rng: random.Random) -> Draft:
    capitals = tuple(
        replace(one, person=replace(one.person, name=_capitals(one.person.name))) if one.person else one
        for one in s.signers
    )
    w = Writer(replace(s, signers=capitals), rng, numbering="A")
    _cover(w)
    contents = len(w.blocks)

    def section(title: str) -> None:
        w.add(
            Paragraph(
                (w.next_section(), Run(". ", bold=True), w.heading(title)),
                "left",
                scale=1.08,
                before=14,
                after=5,
                with_next=True,
            )
        )

    if s.amendment:
        section("Neufassung des Förderbetrags")
        old, new = replaced(w)
        w.paragraph(
            "Der Förderbetrag, der mit {old} vereinbart war, wird neu auf {new} festgesetzt. Grundlage "
            "bleibt das {programme}.",
            old=old,
            new=new,
            programme=programme_names(w),
        )
        section("Fortbestand")
        w.paragraph(
            "Im Übrigen besteht die Vereinbarung fort; das {authority} ändert seinen Bescheid entsprechend.",
            authority=w.authority(),
        )
    else:
        section("Ausgangslage")
        w.paragraph(
            "In der Region treffen unbesetzte Lehrstellen auf junge Menschen ohne Anschluss. Beide "
            "Vertragspartner nehmen sich vor, diesen Abstand zu verringern."
        )
        section("Förderbetrag")
        _funds(w)
        asides(w, ASIDES)
        section("Projekte der Region")
        _projects(w)
        section("Bescheid und Abrechnung")
        w.paragraph(
            "Zuständig für Bescheid und Abrechnung ist das {authority}. Die Abrechnung geht dort spätestens "
            "zum {deadline} ein.",
            authority=w.authority(),
            deadline=w.date(s.deadline, "deadline"),
        )
        section("Schlussbestimmungen")
        w.paragraph("Nebenabreden sind nicht getroffen. Für Änderungen gilt die Schriftform.")
        w.blocks[contents:contents] = _contents(w)
    w.add(NewPage(), Paragraph(plain("Unterschriften", True), "left", scale=1.08, after=10))
    _sign(w)
    return w, Sheet(
        family=rng.choice(("times", "source-serif", "helvetica")),
        size=11.5,
        footer="{page}",
        footer_align="right",
        footer_on_first=False,
        header=s.file_mark,
        header_align="left",
        left=80,
        right=80,
    )


def _capitals(name: str) -> str:
    """Titles keep their letters: "Dr. HILTRUD ERFUNDEN"."""
    return " ".join(part if part.endswith(".") else capitals(part) for part in name.split(" "))


def _cover(w: Writer) -> None:
    s, rng = w.scenario, w.rng
    rows: list[tuple[Text, ...]] = [
        (
            plain("Vertragspartner zu 1)"),
            (*w.party(0, "nominative", mark=True), *represented(w, 0), Run(" "), *abbreviation(w)),
        )
    ]
    for index in range(1, len(s.parties)):
        party = (*w.party(index, "nominative", mark=True), *represented(w, index))
        rows.append((plain(f"Vertragspartner zu {index + 1})"), party))
    w.add(
        Gap(rng.uniform(60, 120)),
        Table(
            tuple(rows), (1.2, 2.6), ("left", "left"), rng.choice(("none", "rows", "grid")), row_height=44.0
        ),
        Gap(rng.uniform(190, 250)),
    )
    spaced = rng.random() < 0.25
    kind = w.kind()
    w.add(
        Paragraph(
            (replace(kind, text=" ".join(kind.text)) if spaced else kind,), "right", scale=1.8, after=8
        ),
        Paragraph(
            w.fill(
                "über das {programme} im Haushaltsjahr {year}", programme=programme_names(w), year=w.year()
            ),
            "right",
            scale=1.1,
        ),
    )
    if s.amendment:
        w.add(Paragraph(w.fill("ändert die Vereinbarung vom {day}", day=amended(w)), "right"))
    w.add(NewPage())


def _contents(w: Writer) -> list[Block]:
    lines: list[Block] = [Paragraph(plain("Inhalt", True), "left", after=6)]
    for number, heading in zip(w.gold["sections"], w.gold["section_headings"], strict=True):
        lines.append(Paragraph(plain(f"{number}.  {heading}"), "left", after=1, indent=14))
    return [*lines, Gap(16)]


def _funds(w: Writer) -> None:
    s = w.scenario
    if s.budget in SPLIT:
        w.paragraph("Die Zusagen {g_gen} für {clause_year} im Überblick:")
        w.tables += 1
        count = {"by_measure": len(s.measures)}.get(s.budget, len(s.shares))
        year = None if s.budget == "by_year" else s.clause_year
        first = total(w, style="sign", bold=True, table=w.tables, row=1, year=year)
        rows: list[tuple[Text, ...]] = [(plain("Förderbetrag insgesamt", True), (first,))]
        rows += [
            ((Run("davon " if part.index == 0 else ""), *part.label), (part.amount,))
            for part in parts(w, style="sign", table=w.tables, rows=range(2, count + 2))
        ]
        w.add(Table(tuple(rows), (3.2, 1.4), ("left", "right"), s.ruled))
        return
    amount, words = total_in_words(w)
    w.paragraph(
        "Im Haushaltsjahr {clause_year} fördert {g} die unten genannten Projekte aus "
        "Mitteln des {programme} "
        + ("mit {total}, in Buchstaben: {words}." if words else "mit höchstens {total}."),
        total=amount,
        words=words or "",
        programme=programme_genitives(w),
    )


def _projects(w: Writer) -> None:
    s = w.scenario
    if s.budget == "by_project":
        _project_table(w)
        return
    for number, measure in enumerate(s.measures):
        title, names = w.measure(number)
        w.add(
            Paragraph(
                (title,),
                "left",
                before=3,
                after=2,
                indent=26,
                hang=26,
                marker=plain(f"{measure.number}."),
                with_next=True,
            )
        )
        for letter, name in zip("abcdefgh", names, strict=False):
            w.add(Paragraph((name,), "left", after=1.5, indent=52, hang=20, marker=plain(f"{letter})")))
    w.add(Gap(4))


def _project_table(w: Writer) -> None:
    """Projects under the title of their measure, which has a row of its own, with a subtotal below."""
    s = w.scenario
    w.tables += 1
    rows: list[tuple[Text, ...]] = [(plain("Nr."), plain("Bezeichnung"), plain("Euro"))]
    for number, measure in enumerate(s.measures):
        title, names = w.measure(number)
        rows.append((plain(str(measure.number)), (title,), ()))
        for name, project in zip(names, measure.projects, strict=True):
            run = project_sum(w, measure, project, style="cell", table=w.tables, row=len(rows))
            rows.append(((), (Run("– "), name), (run,)))
        if len(names) > 1:
            run = subtotal(w, measure, style="cell", table=w.tables, row=len(rows))
            rows.append(((), plain(f"Zwischensumme {measure.number}"), (run,)))
    run = total(w, style="cell", bold=True, table=w.tables, row=len(rows))
    rows.append(((), plain("Endsumme", True), (run,)))
    w.add(Table(tuple(rows), (0.5, 4.0, 1.3), ("left", "left", "right"), s.ruled))


def _sign(w: Writer) -> None:
    seal = w.rng.choice(("(Dienstsiegel)", "(Siegel)", "L. S."))
    for number, signer in enumerate(w.scenario.signers):
        one = enter(w, signer)
        article, organisation = one.organisation("genitive")
        organ = {"m": "Der Kreisausschuss", "f": "Der Magistrat", "n": ""}[signer.organisation.gender]
        head = (Run(f"{organ} {article} "), organisation) if organ else (one.bare_organisation,)
        lines = [SignLine(head), SignLine(line="rule", pen=one.name is not None, height=40.0)]
        if one.name and one.function:
            lines += [SignLine((one.name,)), SignLine((one.function,))]
        lines += [
            SignLine((Run("Ort: "), one.place)),
            SignLine((Run("Datum: "), one.date)),
            SignLine(plain(seal)),
        ]
        w.add(SignatureColumns((tuple(lines), ()), before=8.0 if number == 0 else 22.0))
