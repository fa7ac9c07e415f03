"""On the ministry's paper: letterhead, file mark, date of the draft; "§ 1 Heading" centred on one line."""

from __future__ import annotations

import random
from datetime import timedelta

from samples.blocks import Gap, Paragraph, Run, Sheet, plain
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
    "one_line": (
        "{r_dat} wird für {clause_year} ein Budget zugewiesen von|Nicht verbrauchte Mittel fallen zurück.",
    ),
    "running_text": (
        "Das Budget für das Jahr {clause_year} umfasst {total} und ist ausschließlich für die unten "
        "aufgeführten "
        "Projekte bestimmt.",
    ),
    "in_words": (
        "Das Budget für das Jahr {clause_year} umfasst {total} (in Worten: {words}) und ist zweckgebunden.",
    ),
    "by_year": ("Das Budget teilt sich auf die Haushaltsjahre auf:",),
    "by_measure": ("Das Budget teilt sich auf die Maßnahmenarten auf:",),
    "two_programmes": (
        "Das {first_prog} umfasst für das Jahr {clause_year} {first}, das {second_prog} {second}. "
        "Zusammen sind das {total}.",
    ),
    "amendment": (
        "Das Budget wird von {old} auf {new} angepasst.",
        "Anstelle des Budgets von {old} gilt ein Budget von {new}.",
    ),
}


def draft(s: Scenario, rng: random.Random) -> Draft:
    w = Writer(s, rng)
    w.add(Paragraph(plain(s.grantor.official, True), "left", scale=0.95, after=1))
    w.add(
        Paragraph(
            plain("Abteilung Arbeit · Dienstgebäude Musterplatz 1 · 65000 Wiesbaden"), "left", scale=0.72
        )
    )
    if s.file_mark:
        drawn_up = (
            min(signer.day for signer in s.signers if signer.day)
            if any(signer.day for signer in s.signers)
            else s.deadline
        )
        w.add(
            Paragraph(
                w.fill(
                    "Aktenzeichen: {mark}   Stand: {day}",
                    mark=s.file_mark.removeprefix("Az. "),
                    day=w.date(drawn_up - timedelta(days=rng.randint(10, 40)), "other"),
                ),
                "right",
                scale=0.8,
            )
        )
    w.add(Gap(22))
    w.add(Paragraph((w.kind(), Run(" ", bold=True), w.year(bold=True)), "center", scale=1.5, after=6))
    w.add(
        Paragraph(w.fill("im Rahmen des {programme}", programme=programme_genitives(w)), "center", after=12)
    )
    w.add(Paragraph(plain("zwischen"), "center", after=5))
    parties_between(w)
    if s.amendment:
        w.add(Paragraph(w.fill("zur Änderung der Zielvereinbarung vom {day}", day=amended(w)), "center"))

    def section(title: str) -> None:
        w.add(
            Paragraph(
                (Run("§ ", bold=True), w.next_section(), Run(" ", bold=True), w.heading(title)),
                "center",
                before=8,
                with_next=True,
            )
        )

    if s.amendment:
        section("Anpassung des Budgets")
        funds(w, FUNDS)
        section("Weitergeltung")
        w.paragraph(
            "Die sonstigen Bestimmungen sind hiervon nicht betroffen. Den Bescheid ändert das {authority}.",
            authority=w.authority(),
        )
        w.add(*sign(w))
        return w, Sheet(
            family=rng.choice(("open-sans", "helvetica")), size=10.5, footer="Seite {page} von {pages}"
        )
    section("Leitgedanke")
    w.paragraph(
        "Land und Kommunen wollen, dass niemand auf dem Weg in den Beruf verloren geht. {G} {abbr}setzt "
        "auf die "
        "Kenntnis der Verhältnisse vor Ort und gibt dafür einen verlässlichen Rahmen.",
        abbr=abbreviation(w),
    )
    section("Laufzeit")
    w.paragraph("Gefördert werden Aktivitäten {period}.", period=period(w))
    section("Budget")
    funds(w, FUNDS)
    section("Projekte")
    w.paragraph("Aus dem Budget werden finanziert:")
    project_list(w, bullet=rng.choice(("•", "■", "-")))
    asides(w, ASIDES)
    section("Nachweis")
    w.paragraph(
        "Spätestens am {deadline} liegt dem {authority} ein Bericht mit Teilnahmezahlen vor.",
        deadline=w.date(s.deadline, "deadline"),
        authority=w.authority(),
    )
    if s.reference:
        w.paragraph(
            "Grundlage der Bewilligung sind die Richtlinien vom {ref}.", ref=w.date(s.reference, "reference")
        )
    w.add(*sign(w))
    return w, Sheet(
        family=rng.choice(("open-sans", "source-sans", "helvetica")),
        size=10.5,
        footer="Seite {page} von {pages}",
        top=60,
        leading=1.4,
    )
