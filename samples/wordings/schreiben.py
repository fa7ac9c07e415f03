"""A letter that is an agreement: address block and reference lines, the parties only in the first sentence,
sums as key and value, projects in running text, signatures in frames."""

from __future__ import annotations

import random
from datetime import timedelta

from samples.blocks import Divider, Gap, Paragraph, Run, Sheet, SignatureColumns, SignLine, Table, Text, plain
from samples.scenario import Scenario, invented_person
from samples.signing import enter
from samples.wordings.money import SPLIT, parts, project_money, replaced, total_in_words
from samples.wordings.names import fuller_names
from samples.wordings.parts import (
    ASIDES,
    Draft,
    abbreviation,
    amended,
    asides,
    period,
    programme_genitives,
    represented,
)
from samples.writer import Writer


def draft(s: Scenario, rng: random.Random) -> Draft:
    s = fuller_names(s)
    w = Writer(s, rng)
    _letterhead(w)
    w.add(
        Paragraph(
            w.fill("{kind} {year}", kind=w.kind(), year=w.year(bold=True)),
            "left",
            before=14,
            after=2,
            scale=1.1,
        )
    )
    if s.amendment:
        w.add(Paragraph(w.fill("hier: Vereinbarung vom {day}", day=amended(w)), "left", after=2))
    w.add(Gap(8))
    w.paragraph(
        "{grantor}{for_grantor} {abbr}– im Weiteren: Land – und {recipients} – im Weiteren: Kommune – "
        "treffen zur Durchführung des {programme} die nachstehende Abrede.",
        grantor=w.party(0, "nominative", mark=True, capital=True),
        for_grantor=represented(w, 0),
        abbr=abbreviation(w),
        recipients=w.recipients("nominative", mark=True),
        programme=programme_genitives(w),
    )

    def section(title: str) -> None:
        w.add(
            Paragraph(
                (w.heading(title),),
                "left",
                before=9,
                after=3,
                indent=28,
                hang=28,
                marker=(w.next_section(),),
                with_next=True,
            )
        )

    if s.amendment:
        section("Was sich ändert")
        old, new = replaced(w)
        w.add(_pairs((("bisher:", (old,)), ("ab sofort:", (new,)))))
        section("Was bleibt")
        w.paragraph(
            "An den übrigen Abreden wird festgehalten. Das {authority} passt den Bescheid an.",
            authority=w.authority(),
        )
    else:
        section("Anlass")
        w.paragraph(
            "Wer ohne Abschluss ist, soll in der Nähe des Wohnorts eine zweite Gelegenheit finden. Die "
            "Kommune kennt den Bedarf, das Land beteiligt sich an den Kosten."
        )
        w.paragraph("Die Abrede gilt {period}.", period=period(w))
        section("Finanzierung")
        _funds(w)
        asides(w, ASIDES)
        section("Vorhaben")
        _projects(w)
        section("Verfahren")
        w.paragraph(
            "Bewilligungsstelle ist das {authority}. Ihm ist der Verwendungsnachweis bis spätestens "
            "{deadline} zuzuleiten.",
            authority=w.authority(),
            deadline=w.date(s.deadline, "deadline"),
        )
        if s.reference:
            w.paragraph("Die Richtlinie vom {day} ist Bestandteil.", day=w.date(s.reference, "reference"))
    _sign(w)
    return w, Sheet(
        family=rng.choice(("helvetica", "times", "source-sans")),
        size=10.5,
        top=62,
        left=78,
        right=62,
        header="Seite {page} des Schreibens",
        footer=None,
    )


def _letterhead(w: Writer) -> None:
    s, rng = w.scenario, w.rng
    w.add(Paragraph(plain(s.grantor.official, True), "right", scale=1.05, after=2))
    w.add(
        Paragraph(plain("Postfach 00 00 · 65000 Wiesbaden"), "right", scale=0.75, after=2), Divider(after=16)
    )
    recipient = s.recipients[0]
    article, name = recipient.case("genitive")
    office = "Kreisausschuss" if recipient.gender == "m" else "Magistrat"
    clerk = invented_person(rng)
    first_day = min((signer.day for signer in s.signers if signer.day), default=s.deadline)
    letter_day = first_day - timedelta(days=rng.randint(5, 30))
    left: tuple[Text, ...] = (
        plain("An den"),
        plain(office),
        plain(f"{article} {name}"),
        plain(f"Musterstraße {rng.randint(1, 90)}"),
        plain(f"{rng.choice((34, 35, 36, 61, 63, 64))}000 {recipient.seat}"),
    )
    right: tuple[tuple[str, Text], ...] = (
        ("Aktenzeichen:", plain((s.file_mark or "Az. IV 5-52b0000-0001").removeprefix("Az. "))),
        ("Bearbeiterin:" if clerk.woman else "Bearbeiter:", plain(clerk.name)),
        ("Durchwahl:", plain(f"0611 000-{rng.randint(1000, 9999)}")),
        ("E-Mail:", plain("poststelle@ministerium.example")),
        ("Datum:", (w.date(letter_day, "other", f"{letter_day:%d.%m.%Y}"),)),
    )
    rows = tuple((line, plain(key), value) for line, (key, value) in zip(left, right, strict=True))
    w.add(Table(rows, (2.5, 1.1, 1.9), ("left", "left", "left"), "none", after=6, padding=0.8))


def _pairs(rows: tuple[tuple[str, Text], ...]) -> Table:
    return Table(
        tuple((plain(key), value) for key, value in rows), (1.5, 2.4), ("left", "left"), "none", padding=2.0
    )


def _funds(w: Writer) -> None:
    s = w.scenario
    w.paragraph("Für das Haushaltsjahr {clause_year} gelten diese Eckdaten:")
    amount, words = total_in_words(w, bold=True)
    rows: list[tuple[str, Text]] = [
        ("Haushaltsjahr:", plain(str(s.clause_year))),
        ("Bewilligungsrahmen:", (amount,)),
    ]
    if words:
        rows.append(("in Worten:", (words,)))
    if s.budget in SPLIT:
        what = {"by_measure": "Maßnahmenart", "by_year": "Jahr", "two_programmes": "Budget"}[s.budget]
        rows += [
            (f"davon {what} {part.index + 1}:", (part.amount, Run(" – "), *part.label))
            if s.budget != "by_year"
            else (f"davon {part.label[0].text}:", (part.amount,))
            for part in parts(w)
        ]
    rows.append(("Zahlungsweise:", plain("auf Abruf, je Quartal")))
    w.add(_pairs(tuple(rows)))


def _projects(w: Writer) -> None:
    s = w.scenario
    for number, measure in enumerate(s.measures):
        title, names = w.measure(number)
        w.add(
            Paragraph(
                (Run(f"Maßnahmenart {measure.number}: "), title),
                "left",
                after=1,
                with_next=True,
            )
        )
        text: list[Run] = [Run("Projekte: " if len(names) > 1 else "Projekt: ")]
        for i, (name, project) in enumerate(zip(names, measure.projects, strict=True)):
            text += [Run("; ")] if i else []
            text.append(name)
            text += project_money(w, measure, project, " mit ")
        w.add(Paragraph((*text, Run(".")), "left", after=7))


def _sign(w: Writer) -> None:
    """A frame for each who signs, two in a row."""
    columns: list[tuple[SignLine, ...]] = []
    for signer in w.scenario.signers:
        one = enter(w, signer)
        article, organisation = one.organisation("accusative")
        lines = [
            SignLine((Run(f"Für {article} "), organisation)),
            SignLine(height=4.0),
            SignLine((one.place, Run(", "), one.date)),
            SignLine(plain("i. V." if signer.deputising else ""), pen=one.name is not None, height=36.0),
        ]
        if one.name and one.function:
            lines += [SignLine((one.name,)), SignLine((one.function,))]
        columns.append(tuple(lines))
    for start in range(0, len(columns), 2):
        pair = columns[start : start + 2]
        row = (*pair, *[()] * (2 - len(pair)))
        w.add(SignatureColumns(row, before=26.0 if start == 0 else 10.0, gutter=14.0, boxed=True))
