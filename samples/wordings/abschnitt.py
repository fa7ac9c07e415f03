"""Sections "§ 1 Heading" at the left with numbered paragraphs "(1)"; projects before the money."""

from __future__ import annotations

import random

from samples.blocks import Gap, NewPage, Paragraph, Run, Sheet, plain
from samples.scenario import Scenario
from samples.signing import sign
from samples.wordings.parts import (
    Draft,
    abbreviation,
    amended,
    asides,
    funds,
    parties_between,
    period,
    programme_genitives,
    project_list,
)
from samples.writer import Writer

FUNDS: dict[str, tuple[str, ...]] = {
    "one_line": (
        "(1) Der Zuwendungsrahmen wird für {clause_year} festgelegt auf|(2) Er ist nicht erweiterbar.",
    ),
    "running_text": (
        "(1) Der Zuwendungsrahmen liegt im Jahr {clause_year} bei {total}.",
        "(1) Dafür können {r_dat} im Jahr {clause_year} Zuwendungen bis zur Höhe von {total} gewährt werden.",
    ),
    "in_words": ("(1) Der Zuwendungsrahmen liegt im Jahr {clause_year} bei {total}, in Worten {words}.",),
    "by_year": ("(2) Davon dürfen je Jahr höchstens verausgabt werden:",),
    "by_measure": ("(2) Für die Maßnahmenarten sind Teilbeträge bestimmt:",),
    "two_programmes": (
        "(1) Der Zuwendungsrahmen liegt im Jahr {clause_year} bei {total}, und zwar {first} beim "
        "{first_prog} und "
        "{second} beim {second_prog}.",
    ),
    "amendment": (
        "(1) Der Zuwendungsrahmen lautet künftig auf {new}; die Angabe {old} ist überholt.",
        "(1) Die Angabe {old} wird gestrichen und durch die Angabe {new} ersetzt.",
    ),
}


OWN_ASIDES = (
    "(3) Der Tagessatz beträgt {cap} je Platz und wird nicht dynamisiert.",
    "(3) Vorgehalten werden {persons} Plätze, {young} davon für Alleinerziehende.",
    "(4) Ansprechstelle: Referat Arbeitsmarkt, Telefon {phone}.",
    "(4) Zuletzt lag der Einsatz bei rund {past} im Jahr.",
    "(5) Gemeinkosten sind mit {rate} % abgegolten, § 44 LHO gilt entsprechend.",
)


def draft(s: Scenario, rng: random.Random) -> Draft:
    w = Writer(s, rng)
    w.add(
        Gap(30),
        Paragraph(plain("Förderung der regionalen Arbeitsmarktpolitik", True), "left", scale=1.1, after=30),
    )
    w.add(Paragraph((w.kind(),), "left", scale=2.0, after=10))
    w.add(
        Paragraph(
            w.fill("{programme} – Haushaltsjahr {year}", programme=w.programme(), year=w.year()),
            "left",
            scale=1.15,
            after=24,
        )
    )
    if len(s.programmes) > 1:
        w.add(Paragraph(w.fill("mit den Mitteln des {programme}", programme=programme_genitives(w)), "left"))
    if s.amendment:
        w.add(
            Paragraph(
                w.fill("Änderung der am {day} geschlossenen Vereinbarung", day=amended(w)), "left", after=20
            )
        )
    w.add(Paragraph(plain("geschlossen zwischen"), "left", after=8))
    parties_between(w, "left")
    if rng.random() < 0.6:
        w.add(NewPage())

    def section(title: str) -> None:
        w.add(
            Paragraph(
                (Run("§ ", bold=True), w.next_section(), Run(" ", bold=True), w.heading(title)),
                "left",
                before=12,
                after=4,
                with_next=True,
            )
        )

    sheet = Sheet(
        family=rng.choice(("caladea", "manrope", "helvetica")),
        size=10.8,
        leading=1.45,
        footer=rng.choice(("{page}", "Seite {page} von {pages}")),
        footer_align="right",
        header=s.file_mark,
        left=85,
        right=60,
    )
    if s.amendment:
        section("Änderung des Zuwendungsrahmens")
        funds(w, FUNDS)
        section("Sonstiges")
        w.paragraph(
            "Unberührt bleiben die anderen Paragrafen. Auf Grundlage dieser Änderung entscheidet das "
            "{authority}.",
            authority=w.authority(),
        )
        w.add(*sign(w))
        return w, sheet
    section("Auftrag")
    w.paragraph(
        "(1) Berufliche Bildung sichert Teilhabe. {G} {abbr}fördert deshalb Ansätze, die Menschen in "
        "schwierigen "
        "Lebenslagen Schritt für Schritt zu einem Abschluss führen.",
        abbr=abbreviation(w),
    )
    w.paragraph("(2) Die Angebote sollen wohnortnah sein und auch in Teilzeit besucht werden können.")
    section("Geltung")
    w.paragraph("Vereinbart sind Leistungen {period}.", period=period(w))
    section("Projektübersicht")
    project_list(w, bullet=rng.choice(("›", "•", "–")), marker="{n}.")
    section("Zuwendungen")
    funds(w, FUNDS)
    asides(w, OWN_ASIDES)
    section("Bewilligung und Kontrolle")
    w.paragraph(
        "Über den Antrag befindet das {authority}. Dort sind Belege bis {deadline} einzureichen.",
        authority=w.authority(),
        deadline=w.date(s.deadline, "deadline"),
    )
    w.add(*sign(w))
    return w, sheet
