"""No cover, close-set, "1. Heading" at the left; short enough for one page."""

from __future__ import annotations

import random

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
    period,
    programme_genitives,
    project_list,
)
from samples.writer import Writer

FUNDS: dict[str, tuple[str, ...]] = {
    "one_line": ("Bereitgestellt werden für {clause_year}|aus Landesmitteln.",),
    "running_text": (
        "Der Finanzrahmen für {clause_year} beträgt {total}.",
        "Im Jahr {clause_year} können bis zu {total} in Anspruch genommen werden.",
    ),
    "in_words": ("Der Finanzrahmen für {clause_year} beträgt {total} (in Worten: {words}).",),
    "by_year": ("Er verteilt sich auf die Jahre:",),
    "by_measure": ("Aufteilung nach Maßnahmenarten:",),
    "two_programmes": (
        "Der Finanzrahmen für {clause_year} beträgt {total}; hiervon stammen {first} aus dem "
        "{first_prog} und {second} aus dem {second_prog}.",
    ),
    "amendment": (
        "Der unter den Finanzmitteln genannte Betrag wird von {old} auf {new} geändert.",
        "Statt {old} werden {new} bereitgestellt.",
    ),
}


def draft(s: Scenario, rng: random.Random) -> Draft:
    w = Writer(s, rng)
    if s.file_mark:
        w.add(Paragraph(plain(s.file_mark), "right", scale=0.85, after=8))
    w.add(Paragraph((w.kind(), Run(" ", bold=True), w.year(bold=True)), "left", scale=1.45, after=4))
    if s.amendment:
        w.add(Paragraph(w.fill("zur Zielvereinbarung vom {day}", day=amended(w)), "left", after=8))
    w.add(
        Paragraph(
            w.fill("über die Verwendung des {programme}", programme=programme_genitives(w)), "left", after=8
        )
    )
    w.add(Paragraph(plain("zwischen"), "left", after=3))
    parties_between(w, "left", joined=True)

    def section(title: str) -> None:
        w.add(
            Paragraph(
                (w.next_section(), Run(". ", bold=True), w.heading(title)),
                "left",
                before=6,
                after=3,
                with_next=True,
            )
        )

    if s.amendment:
        section("Änderung")
        funds(w, FUNDS)
        section("Fortgeltung")
        w.paragraph(
            "Im Übrigen bleibt das Vereinbarte bestehen; den Änderungsbescheid erlässt das {authority}.",
            authority=w.authority(),
        )
        w.add(*sign(w))
        return w, Sheet(family="helvetica", size=10.5, footer="{page}/{pages}")
    section("Zweck")
    w.paragraph(
        rng.choice(
            (
                "Die Mittel dienen dazu, Personen mit besonderem Unterstützungsbedarf auf eine Ausbildung "
                "vorzubereiten, sie "
                "darin zu begleiten oder für eine Beschäftigung zu qualifizieren.",
                "Gefördert werden Vorhaben, die Menschen ohne abgeschlossene Ausbildung an den "
                "Arbeitsmarkt heranführen. "
                "{G} {abbr}begleitet die Umsetzung fachlich.",
            )
        ),
        abbr=abbreviation(w),
    )
    section("Finanzrahmen")
    funds(w, FUNDS)
    section("Vorhaben")
    if rng.random() < 0.5:
        w.paragraph("Vorgesehen sind:")
    project_list(w, bullet=rng.choice(("–", "•", "-")), marker=rng.choice(("{n}.", "{n})")))
    asides(w, ASIDES)
    section("Abwicklung")
    w.paragraph(
        "Anträge sind an das {authority} zu richten. Nachweise müssen dort bis zum {deadline} eingehen.",
        authority=w.authority(),
        deadline=w.date(s.deadline, "deadline"),
    )
    if rng.random() < 0.5:
        section("Laufzeit")
        w.paragraph("Die Vereinbarung gilt {period}.", period=period(w))
    w.add(*sign(w))
    return w, Sheet(
        family=rng.choice(("helvetica", "helvetica-narrow", "courier")),
        size=10.0,
        top=56,
        bottom=56,
        leading=1.28,
        footer=rng.choice(("{page}/{pages}", "- {page} -", None)),
    )
