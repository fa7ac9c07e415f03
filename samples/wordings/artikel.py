"""„Artikel 1 – Heading“ centred on one line; words are divided at line ends."""

from __future__ import annotations

import random
from datetime import date

from samples.blocks import Paragraph, Run, Sheet, plain
from samples.scenario import Scenario
from samples.signing import sign
from samples.wordings.parts import (
    ASIDES,
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
    "one_line": (
        "Zur Verwirk­lichung der Ziele stellt {g} {r_dat} für {clause_year} bereit:|Die Summe ist dem "
        "{prog} entnommen.",
    ),
    "running_text": ("{G} beteiligt sich im Jahr {clause_year} mit {total} aus dem {prog}.",),
    "in_words": (
        "{G} beteiligt sich im Jahr {clause_year} mit {total} – in Worten: {words} – aus dem {prog}.",
    ),
    "by_year": ("Die Zahlungen einschließlich der Vorbindungen für spätere Jahre sind wie folgt geplant:",),
    "by_measure": ("Die Summe setzt sich zusammen aus:",),
    "two_programmes": (
        "{G} beteiligt sich im Jahr {clause_year} mit {total}. Das {first_prog} trägt dazu {first} "
        "bei, das {second_prog} {second}.",
    ),
    "amendment": (
        "Der in Artikel 2 der Verein­barung genannte Betrag „{old}“ wird durch den Betrag „{new}“ ersetzt.",
    ),
}


def draft(s: Scenario, rng: random.Random) -> Draft:
    w = Writer(s, rng)
    w.add(Paragraph(plain("HESSEN"), "right", scale=1.3, after=2))
    w.add(Paragraph(plain("Arbeitsmarktförderung in der Region"), "right", scale=0.8, after=40))
    w.add(Paragraph((w.kind(),), "center", scale=1.7, after=8))
    w.add(
        Paragraph(
            w.fill(
                "über den Einsatz des {programme} im Jahr {year}",
                programme=programme_genitives(w),
                year=w.year(),
            ),
            "center",
            scale=1.1,
            after=20,
        )
    )
    w.add(Paragraph(plain("zwischen"), "center", after=8))
    parties_between(w)
    if s.amendment:
        w.add(
            Paragraph(w.fill("(Änderung der Zielvereinbarung vom {day})", day=amended(w)), "center", after=14)
        )

    def section(title: str) -> None:
        w.add(
            Paragraph(
                (Run("Artikel ", bold=True), w.next_section(), Run(" – ", bold=True), w.heading(title)),
                "center",
                before=9,
                with_next=True,
            )
        )

    if s.amendment:
        section("Gegenstand der Änderung")
        funds(w, FUNDS)
        section("Schlussbestimmung")
        w.paragraph(
            "Die Änderung wird mit der letzten Unterschrift wirksam. Der Bescheid des {authority} wird "
            "angepasst.",
            authority=w.authority(),
        )
        w.add(*sign(w))
        return w, Sheet(family="times", size=11.5, hyphenate=True, footer="- {page} -")
    section("Ausgangslage")
    w.paragraph(
        rng.choice(
            (
                "Der Arbeitsmarkt in der Region verlangt nach Fach­kräften, zugleich bleiben zu viele "
                "Bewerbe­rinnen und "
                "Bewerber ohne Ausbildungs­vertrag. {G} {abbr}will diese Lücke ge­meinsam mit den "
                "kommunalen Partnern "
                "verkleinern.",
                "Trotz guter Beschäftigungs­lage gelingt der Übergang von der Schule in den Beruf nicht "
                "allen. {G} "
                "{abbr}setzt deshalb auf regionale Verant­wortung und ver­lässliche Finan­zierung.",
            )
        ),
        abbr=abbreviation(w),
    )
    section("Finanzielle Ausstattung")
    funds(w, FUNDS)
    section("Vereinbarte Angebote")
    w.paragraph("Im Rahmen der regionalen Arbeitsmarkt­strategie werden folgende Angebote unter­stützt:")
    project_list(w, bullet=rng.choice(("•", "o", "-")))
    asides(w, ASIDES)
    section("Verfahren")
    w.paragraph(
        "Die Förderung setzt einen Antrag voraus, über den das {authority} entscheidet. Änderungen der "
        "Angebote sind vor Beginn abzu­stimmen.",
        authority=w.authority(),
    )
    if s.reference:
        w.paragraph(
            "Die Grund­sätze der Förderung vom {ref} sind zu beachten.", ref=w.date(s.reference, "reference")
        )
    section("Auswertung")
    w.paragraph(
        "Ergebnisse und Erfahrungen werden bis zum {deadline} schriftlich zusammen­gefasst und in die "
        "Planung des folgenden Jahres einbezogen.",
        deadline=w.date(s.deadline, "deadline"),
    )
    section("Inkrafttreten")
    w.paragraph(
        "Die Vereinbarung tritt rückwirkend zum {start} in Kraft und endet am {end}.",
        start=w.date(date(s.year, 1, 1), "period_start"),
        end=w.date(date(s.year, 12, 31), "period_end"),
    )
    w.add(*sign(w))
    return w, Sheet(
        family=rng.choice(("times", "times", "vera")),
        size=11.5,
        hyphenate=True,
        footer=rng.choice(("- {page} -", "Seite {page} von {pages}")),
        footer_on_first=False,
        header=s.file_mark,
    )
