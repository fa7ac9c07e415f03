"""Sections called "Nr. 1", text in short lines, the money before everything else."""

from __future__ import annotations

import random

from samples.blocks import Gap, Paragraph, Run, Sheet, plain
from samples.scenario import Scenario
from samples.signing import sign
from samples.wordings.parts import (
    Draft,
    abbreviation,
    amended,
    asides,
    funds,
    parties_between,
    programme_genitives,
    project_list,
)
from samples.writer import Writer

FUNDS: dict[str, tuple[str, ...]] = {
    "one_line": ("Verfügbare Landesförderung {clause_year}:|Grundlage ist das {prog}.",),
    "running_text": ("Die Landesförderung {clause_year} macht {total} aus.",),
    "in_words": ("Die Landesförderung {clause_year} macht {total} aus (das sind in Worten: {words}).",),
    "by_year": ("Jahresweise bedeutet das:",),
    "by_measure": ("Nach Maßnahmenarten bedeutet das:",),
    "two_programmes": (
        "Die Landesförderung {clause_year} macht {total} aus. Enthalten sind {first} ({first_prog}) und "
        "{second} "
        "({second_prog}).",
    ),
    "amendment": ("Neu: {new}. Bisher: {old}.", "Die Landesförderung ändert sich von {old} zu {new}."),
}


OWN_ASIDES = (
    "Fahrtkosten: bis {cap} im Quartal.",
    "Zahl der Plätze: {persons}, Betreuungsschlüssel 1 zu {young}.",
    "Kontakt: Tel. {phone}, Zimmer 2.018.",
    "Zum Vergleich: bisher jährlich {past}.",
    "Der Eigenanteil macht {rate} Prozent aus; Näheres im Herbst {y}.",
)


def draft(s: Scenario, rng: random.Random) -> Draft:
    w = Writer(s, rng)
    w.add(Paragraph(plain("LANDESFÖRDERUNG ARBEIT UND AUSBILDUNG"), "center", scale=0.9, after=18))
    w.add(Paragraph((w.kind(), Run(" ", bold=True), w.year(bold=True)), "center", scale=1.4, after=4))
    w.add(Paragraph(w.fill("nach Maßgabe des {programme}", programme=programme_genitives(w)), "center"))
    if s.amendment:
        w.add(Paragraph(w.fill("in Abänderung der Zielvereinbarung vom {day}", day=amended(w)), "center"))
    w.add(Gap(8), Paragraph(plain("Es vereinbaren sich"), "center", after=4))
    parties_between(w, case="nominative")

    def section(title: str) -> None:
        w.add(
            Paragraph(
                (Run("Nr. ", bold=True), w.next_section(), Run("  ", bold=True), w.heading(title)),
                "left",
                before=10,
                after=3,
                with_next=True,
            )
        )

    section("Geld")
    funds(w, FUNDS)
    if not s.amendment:
        section("Wofür")
        w.paragraph(
            "Unterstützt werden Menschen, die auf dem Ausbildungsmarkt bisher leer ausgegangen sind. {G} "
            "{abbr}trägt "
            "dazu mit Geld und Beratung bei.",
            abbr=abbreviation(w),
        )
        section("Womit")
        project_list(w, bullet=rng.choice(("-", "•")), marker=rng.choice(("{n}.", "{n}")))
    asides(w, OWN_ASIDES)
    section("Wie")
    w.paragraph(
        "Das {authority} erlässt den Bescheid und prüft die Abrechnung, die am {deadline} vorliegen muss.",
        authority=w.authority(),
        deadline=w.date(s.deadline, "deadline"),
    )
    section("Schluss")
    w.paragraph("Nebenabreden bestehen nicht. Änderungen sind nur schriftlich möglich.")
    w.add(*sign(w))
    return w, Sheet(
        family=rng.choice(("manrope", "caladea", "times")),
        size=11.2,
        footer=rng.choice(("– {page} –", None)),
        left=96,
        right=96,
        header=s.file_mark,
    )
