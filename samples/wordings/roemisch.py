"""Roman numerals, "I. Heading" at the left; the parties introduced with short names in quotation marks."""

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
    "one_line": (
        "Für das Haushaltsjahr {clause_year} ist folgender Betrag eingeplant:|"
        "Er wird nach dem Fortschritt der Vorhaben abgerufen.",
    ),
    "running_text": (
        "Eingeplant sind für das Haushaltsjahr {clause_year} Landesmittel von {total}.",
        "Der Ansatz für das Haushaltsjahr {clause_year} beläuft sich auf {total}.",
    ),
    "in_words": (
        "Der Ansatz für das Haushaltsjahr {clause_year} beläuft sich auf {total} (i. W.: {words}).",
    ),
    "by_year": ("Die Jahresbeträge lauten:", "Hiervon werden in den einzelnen Jahren fällig:"),
    "by_measure": ("Die einzelnen Maßnahmenarten sind mit folgenden Beträgen ausgestattet:",),
    "two_programmes": (
        "Eingeplant sind für das Haushaltsjahr {clause_year} {first} aus dem {first_prog} sowie {second} "
        "aus dem "
        "{second_prog}, mithin {total}.",
    ),
    "amendment": (
        "Der Ansatz wird neu festgesetzt: statt bisher {old} nunmehr {new}.",
        "Der Ansatz von {old} entfällt; neu angesetzt werden {new}.",
    ),
}


def draft(s: Scenario, rng: random.Random) -> Draft:
    w = Writer(s, rng, numbering="I")
    w.add(Paragraph((w.kind(),), "left", scale=1.6, after=2))
    w.add(
        Paragraph(
            w.fill("zum Vollzug des {programme} {year}", programme=programme_genitives(w), year=w.year()),
            "left",
            scale=1.1,
            after=16,
        )
    )
    w.add(Paragraph(plain("Zwischen"), "left", after=6))
    parties_between(w, "left")
    w.add(Paragraph(plain("wird Folgendes vereinbart:"), "left", after=8))
    if s.amendment:
        w.add(Paragraph(w.fill("(Bezug: Zielvereinbarung vom {day})", day=amended(w)), "left", after=8))

    def section(title: str) -> None:
        w.add(
            Paragraph(
                (w.next_section(), Run(". ", bold=True), w.heading(title)),
                "left",
                before=10,
                scale=1.05,
                with_next=True,
            )
        )

    if s.amendment:
        section("Neuer Ansatz")
        funds(w, FUNDS)
        section("Bestand")
        w.paragraph(
            "Was hier nicht genannt ist, bleibt, wie es war. Zuständig für den Bescheid ist weiterhin das "
            "{authority}.",
            authority=w.authority(),
        )
        w.add(*sign(w))
        return w, Sheet(family=rng.choice(("times", "source-serif")), footer="Seite {page}/{pages}")
    section("Anliegen")
    w.paragraph(
        rng.choice(
            (
                "Wer ohne Abschluss bleibt, findet schwer eine dauerhafte Stelle. {G} {abbr}stellt daher "
                "Mittel "
                "bereit, mit denen vor Ort passgenaue Hilfen entstehen.",
                "Ziel ist, möglichst viele Menschen {where} in eine Ausbildung zu bringen und dort zu "
                "halten. {G} "
                "{abbr}sieht darin eine Aufgabe von hohem Rang.",
            )
        ),
        abbr=abbreviation(w),
        where="in der Region",
    )
    section("Beiträge der Beteiligten")
    w.paragraph(
        "Die Planung und die Auswahl der Träger liegen vor Ort. Fachliche Beratung und den Austausch "
        "zwischen den "
        "Regionen übernimmt die Landesseite."
    )
    section("Ansatz")
    funds(w, FUNDS)
    section("Vorhaben im Einzelnen")
    project_list(w, bullet=rng.choice(("•", "–", "*")), marker=rng.choice(("{n}.", "({n})")))
    w.paragraph(
        "Bewilligende Stelle ist das {authority}; ihr ist der Verwendungsnachweis bis zum {deadline} "
        "vorzulegen.",
        authority=w.authority(),
        deadline=w.date(s.deadline, "deadline"),
    )
    asides(w, ASIDES)
    section("Dauer")
    w.paragraph("Die Absprachen gelten {period}.", period=period(w))
    w.add(*sign(w))
    return w, Sheet(
        family=rng.choice(("times", "source-serif", "helvetica")),
        size=11,
        footer="Seite {page}/{pages}",
        footer_align=rng.choice(("right", "center")),
        header=s.file_mark,
    )
