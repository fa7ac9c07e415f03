"""A cover page; sections under a centred "§ 1" with the heading on the next line."""

from __future__ import annotations

import random
from collections.abc import Callable

from samples.blocks import Gap, NewPage, Paragraph, Run, Sheet, plain
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
    programme_names,
    project_list,
)
from samples.writer import Writer

FUNDS: dict[str, tuple[str, ...]] = {
    "one_line": (
        "{G} gewährt {r_dat} für das Jahr {clause_year} Mittel in Höhe von|aus dem {prog}.",
        "Für die Umsetzung dieser Vereinbarung sind {r_dat} im Jahr {clause_year} vorgesehen:|Die Mittel "
        "stammen "
        "aus dem {prog} {clause_year}.",
    ),
    "running_text": (
        "Aus dem {prog} {clause_year} erhält die regionale Umsetzung insgesamt {total}. Eine Übertragung "
        "in das "
        "Folgejahr ist nicht vorgesehen.",
        "Zur Finanzierung werden {r_dat} im Jahr {clause_year} zusammen {total} bereitgestellt.",
    ),
    "in_words": (
        "Aus dem {prog} {clause_year} werden {r_dat} {total} (in Worten: {words}) bewilligt.",
        "Der Förderrahmen für das Jahr {clause_year} beträgt {total}, in Worten: {words}.",
    ),
    "by_year": (
        "Auf das laufende Jahr und die folgenden Jahre, für die Verpflichtungsermächtigungen bestehen, "
        "verteilt "
        "sich der Betrag so:",
    ),
    "by_measure": (
        "Auf die Maßnahmenarten entfallen hiervon:",
        "Der Betrag ist wie folgt auf die Maßnahmenarten aufgeteilt:",
    ),
    "two_programmes": (
        "Für das Jahr {clause_year} stehen {r_dat} insgesamt {total} zur Verfügung. Davon entfallen "
        "{first} auf das "
        "{first_prog} und {second} auf das {second_prog}.",
    ),
    "amendment": (
        "In der Regelung über die Mittel tritt an die Stelle des Betrages von {old} der Betrag von {new}.",
        "Der bisherige Betrag von {old} wird durch den Betrag von {new} ersetzt.",
    ),
}


def draft(s: Scenario, rng: random.Random) -> Draft:
    w = Writer(s, rng)
    cover(w, ("Chancen", "durch Arbeit"), "gemeinsam · regional · wirksam")

    def section(title: str) -> None:
        w.add(Paragraph((Run("§ ", bold=True), w.next_section()), "center", before=8, with_next=True))
        w.add(Paragraph((w.heading(title),), "center", with_next=True))

    w.add(Paragraph(plain(rng.choice(("Präambel", "Vorbemerkung")), True), "center", with_next=True))
    w.paragraph(
        rng.choice(
            (
                "Junge Menschen und Erwachsene ohne Berufsabschluss brauchen Wege in Ausbildung und "
                "Beschäftigung, die zu "
                "ihrer Lage passen. {G} {abbr}und die kommunale Ebene tragen hierfür gemeinsam "
                "Verantwortung. Mit dieser "
                "Vereinbarung legen sie fest, welche Ziele im Gebiet {r_gen} im Jahr {y} verfolgt werden.",
                "Ein Berufsabschluss ist der verlässlichste Schutz vor Arbeitslosigkeit. Deshalb verbindet "
                "{g} {abbr}die "
                "Förderung aus dem {prog} mit Absprachen vor Ort. Grundlage ist die mit den Kammern, "
                "Trägern und Schulen "
                "abgestimmte Planung {r_gen}.",
            )
        ),
        abbr=abbreviation(w),
    )
    if s.amendment:
        return _amendment(w, section)
    section("Gegenstand und Ziele")
    w.paragraph(
        rng.choice(
            (
                "Gegenstand ist die Verwendung der Mittel aus dem {programme} des Jahres {year}. Erreicht "
                "werden sollen vor "
                "allem Menschen, denen der Zugang zu einer regulären Ausbildung bisher nicht gelungen ist, "
                "und Personen, die "
                "nach längerer Pause in das Berufsleben zurückkehren.",
                "Mit dem {programme} {year} sollen die Chancen auf einen anerkannten Abschluss steigen, "
                "Abbrüche vermieden und "
                "Betriebe bei der Gewinnung von Nachwuchs unterstützt werden.",
            )
        ),
        programme=programme_names(w),
        year=w.year(),
    )
    w.paragraph(
        "Die Angebote stehen allen Geschlechtern offen und sind so zu gestalten, dass Menschen mit "
        "Behinderungen ohne Hürden teilnehmen können."
    )
    section("Zusammenarbeit")
    w.paragraph(
        rng.choice(
            (
                "Beide Seiten benennen Ansprechpersonen und unterrichten sich ohne Verzug über Umstände, "
                "die das Erreichen "
                "der Ziele gefährden. Über die Auswahl der Träger entscheidet die Verwaltung {r_gen} in "
                "eigener Zuständigkeit.",
                "Die Planung {r_gen} wird jährlich fortgeschrieben. Sie berücksichtigt die Rechtskreise "
                "des SGB II, III, VIII "
                "und XII sowie des AsylbLG und nennt die beteiligten Partner am Übergang von der Schule in "
                "den Beruf.",
            )
        )
    )
    if s.reference:
        w.paragraph(
            "Es gilt die Förderrichtlinie vom {ref} in ihrer jeweils gültigen Fassung.",
            ref=w.date(s.reference, "reference"),
        )
    section("Mittel und Eckwerte")
    funds(w, FUNDS)
    section(rng.choice(("Maßnahmen und Projekte", "Umsetzung vor Ort")))
    w.paragraph("Mit den genannten Mitteln werden in den folgenden Maßnahmenarten diese Projekte gefördert:")
    project_list(w)
    w.paragraph(
        "Maßgeblich für die Auszahlung ist der Bescheid, den das {authority} auf Antrag erteilt.",
        authority=w.authority(),
    )
    asides(w, ASIDES)
    section("Steuerung und Bericht")
    w.paragraph(
        rng.choice(
            (
                "Im Spätsommer werden Zwischenstand und absehbare Abweichungen in einem gemeinsamen "
                "Gespräch erörtert. Der "
                "Sachbericht ist bis zum {deadline} vorzulegen.",
                "Bis zum {deadline} ist über die Zahl der Teilnehmenden, die Übergänge und die Verwendung "
                "der Mittel zu "
                "berichten. Abweichungen von den Eckwerten sind zu begründen.",
            )
        ),
        deadline=w.date(s.deadline, "deadline"),
    )
    if rng.random() < 0.7:
        section("Öffentlichkeit")
        w.paragraph(
            "In Veröffentlichungen wird auf die Förderung durch {g_acc} hingewiesen. Der Text dieser "
            "Vereinbarung darf im Internet bereitgestellt werden."
        )
    w.add(*sign(w))
    return w, Sheet(family=rng.choice(("helvetica", "times", "vera")))


def _amendment(w: Writer, section: Callable[[str], None]) -> Draft:
    section("Anlass")
    w.paragraph(
        "Die Vereinbarung vom {day} über das {programme} {year} wird geändert, weil sich der Bedarf {r_gen} "
        "anders entwickelt hat als bei Abschluss angenommen.",
        day=amended(w),
        programme=w.programme(),
        year=w.year(),
    )
    section("Geänderte Mittel")
    funds(w, FUNDS)
    w.paragraph(
        "Über die Mehrung ergeht ein Änderungsbescheid durch das {authority}.", authority=w.authority()
    )
    section("Übrige Regelungen")
    w.paragraph("Alle weiteren Abreden der Parteien gelten unverändert fort.")
    w.add(*sign(w))
    return w, Sheet(family=w.rng.choice(("helvetica", "times")), footer="Seite {page} von {pages}")


def cover(w: Writer, logo: tuple[str, ...], motto: str) -> None:
    rng = w.rng
    for line in logo:
        w.add(Paragraph(plain(line.upper()), "center", after=0))
    w.add(Paragraph(plain(motto), "center", scale=0.72, before=2), Gap(rng.uniform(60, 110)))
    w.add(Paragraph((w.kind(),), "center", scale=1.9, after=26))
    w.add(Paragraph((w.year(bold=True),), "center", scale=1.8, after=24))
    w.add(Paragraph(plain("zwischen"), "center", after=14))
    parties_between(w)
    w.add(
        Paragraph(
            w.fill("zur Ausgestaltung des {programme} in der Region", programme=programme_genitives(w)),
            "center",
            after=20,
        )
    )
    if w.scenario.amendment:
        w.add(Paragraph(w.fill("zur Vereinbarung vom {day}", day=amended(w)), "center"))
    w.add(NewPage())
