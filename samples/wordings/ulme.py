"""Test split only. Whoever works on reading does not look in here."""

from __future__ import annotations

import random

from samples.blocks import Gap, Paragraph, Run, Sheet, SignatureColumns, SignLine, Text, plain
from samples.scenario import Scenario
from samples.signing import enter
from samples.wordings.money import SPLIT, parts, project_money, replaced, total, total_in_words
from samples.wordings.parts import Draft, abbreviation, amended, asides, represented
from samples.writer import Writer

OWN_ASIDES = (
    "Je Lehrgangstag kann ein Verpflegungssatz von {cap} gezahlt werden.",
    "Vorgesehen sind {persons} Teilnehmerwochen in {young} Gruppen.",
    "Sachbearbeitung: Hausruf {phone}.",
    "Im Haushaltsplan waren vormals {past} veranschlagt.",
    "Eigenleistungen sind mit {rate} v. H. zu erbringen (Nr. 5.{young} der Bestimmungen).",
)
LETTERS = tuple(letter * 2 for letter in "abcdefghijklmnop")


def draft(s: Scenario, rng: random.Random) -> Draft:
    w = Writer(s, rng)
    if s.file_mark:
        w.add(Paragraph(plain(s.file_mark.removeprefix("Az. ")), "left", after=16))
    opening: list[Run] = [*w.party(0, "nominative", mark=True, capital=True)]
    inserted = represented(w, 0)
    opening += [Run(" ("), *_without_comma(inserted), Run(")")] if inserted else [Run(" "), *abbreviation(w)]
    opening += [Run(" einerseits und " if inserted else "einerseits und ")]
    for index in range(1, len(s.parties)):
        opening += [Run(" und ")] if index > 1 else []
        opening += w.party(index, "nominative", mark=True)
        inserted = represented(w, index)
        opening += [Run(" ("), *_without_comma(inserted), Run(")")] if inserted else []
    opening.append(Run(" andererseits schließen nachstehende"))
    w.add(
        Paragraph(tuple(opening), "left", after=14),
        Paragraph((w.kind(),), "center", scale=1.2, after=4),
    )
    programmes = [w.programme(genitive=True)]
    if len(s.programmes) > 1:
        programmes += [Run(" und des "), w.programme(1, genitive=True)]
    w.add(
        Paragraph((Run("auf der Grundlage des "), *programmes, Run(" für "), w.year(), Run(".")), "left"),
    )
    if s.amendment:
        w.add(Paragraph(w.fill("Sie betrifft die Abmachung vom {day}.", day=amended(w)), "left"))

    def item(title: str) -> None:
        heading = (w.next_section(), Run(".) ", bold=True), w.heading(title))
        w.add(Paragraph(heading, "left", before=12, after=5, with_next=True))

    if s.amendment:
        item("Höhe der Mittel")
        old, new = replaced(w)
        w.paragraph("Statt {old} werden {new} in Ansatz gebracht.", old=old, new=new)
        item("Geltung im Übrigen")
        w.paragraph("Alles andere gilt fort. Abschrift erhält das {authority}.", authority=w.authority())
    else:
        item("Aufgabe")
        w.paragraph(
            "Es wird angestrebt, erwerbsfähige Personen ohne Berufsausbildung an eine Beschäftigung "
            "heranzuführen und Betriebe bei der Ausbildung zu unterstützen."
        )
        item("Höhe der Mittel")
        _funds(w)
        item("Zweckbestimmung")
        _projects(w)
        asides(w, OWN_ASIDES)
        item("Bewirtschaftung")
        w.paragraph(
            "Die Mittel bewirtschaftet das {authority}. Rechnung ist zu legen bis {deadline}.",
            authority=w.authority(),
            deadline=w.date(s.deadline, "deadline"),
        )
    _sign(w)
    return w, Sheet(
        family=rng.choice(("caladea", "manrope", "courier")),
        size=11.0,
        leading=1.55,
        header="- {page} -",
        header_align="center",
        footer=None,
        left=92,
        right=58,
        hyphenate=False,
    )


def _without_comma(inserted: Text) -> Text:
    first = inserted[0]
    return (Run(first.text.removeprefix(", ")), *inserted[1:])


def _funds(w: Writer) -> None:
    s = w.scenario
    if s.budget not in SPLIT:
        amount, words = total_in_words(w)
        w.paragraph(
            "Im Jahr {clause_year} können Mittel bis zum Höchstbetrag von {total}{words} verausgabt werden.",
            total=amount,
            words=(Run(" (i. W. "), words, Run(")")) if words else "",
        )
        return
    years = s.budget == "by_year"
    opening = "Verausgabt werden können " + ("beginnend mit {clause_year}" if years else "in {clause_year}")
    w.add(Paragraph(w.fill(opening), "left", after=3, with_next=True))
    for part in parts(w):
        text: Text = (*part.label, Run(": "), part.amount)
        w.add(Paragraph(text, "left", after=2, indent=60, hang=34, marker=plain(f"{LETTERS[part.index]})")))
    amount = total(w, bold=True, year=None if years else s.clause_year)
    w.add(Paragraph((Run("mithin insgesamt "), amount, Run(".")), "left", before=2, after=6, indent=26))


def _projects(w: Writer) -> None:
    w.paragraph("Die Mittel sind bestimmt für")
    for number, measure in enumerate(w.scenario.measures):
        title, names = w.measure(number)
        w.add(
            Paragraph(
                (Run(f"Nr. {measure.number} "), title, Run(", nämlich")),
                "left",
                after=2,
                indent=26,
                with_next=True,
            )
        )
        for letters, name, project in zip(LETTERS, names, measure.projects, strict=False):
            with_sum = project_money(w, measure, project, " = ")
            marker = plain(f"{letters})")
            w.add(Paragraph((name, *with_sum), "left", after=2, indent=86, hang=34, marker=marker))
    w.add(Gap(4))


def _sign(w: Writer) -> None:
    columns: list[tuple[SignLine, ...]] = []
    for signer in w.scenario.signers:
        one = enter(w, signer)
        order = "Im Auftrag" if w.rng.random() < 0.15 else "In Vertretung" if signer.deputising else ""
        lines = [
            SignLine((one.place,)),
            SignLine((Run("am "), one.date)),
            SignLine(height=8.0),
            SignLine((one.bare_organisation,)),
            SignLine(plain(order), pen=one.name is not None, height=42.0),
            SignLine(plain("_" * 24)),
        ]
        if one.name and one.function:
            lines += [SignLine((one.function,)), SignLine((one.name,))]
        columns.append(tuple(lines))
    for start in range(0, len(columns), 2):
        pair = columns[start : start + 2]
        w.add(SignatureColumns((*pair, *[()] * (2 - len(pair))), before=30.0 if start == 0 else 18.0))
