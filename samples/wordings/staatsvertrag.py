"""A treaty of the sixteen Länder: every one on a line of its own, articles with numbered paragraphs, and
sixteen signatures one below the other, in some copies without names."""

from __future__ import annotations

import random

from samples.blocks import Gap, NewPage, Paragraph, Run, Sheet, SignatureColumns, SignLine, plain
from samples.scenario import Scenario
from samples.signing import enter
from samples.wordings.parts import Draft
from samples.writer import Writer

SUBJECTS = (
    "über die Errichtung einer gemeinsamen Prüfstelle für Lernmittel",
    "über das gemeinsame Archiv der Berufsbildungspläne",
    "über die Zusammenarbeit bei der Anerkennung von Fortbildungen",
)
UNNAMED = 0.2
"""Share of copies that were printed before it was known who would sign."""


def draft(s: Scenario, rng: random.Random) -> Draft:
    w = Writer(s, rng)
    subject = rng.choice(SUBJECTS)
    w.add(
        Gap(20),
        Paragraph((w.kind(),), "center", scale=1.6, after=6),
        Paragraph(plain(subject, True), "center", scale=1.15, after=24),
    )
    for index, party in enumerate(s.parties):
        last = index == len(s.parties) - 1
        word, _ = party.case("nominative")
        lead = f"{word.capitalize()} " if index == 0 else f"{'und ' if last else ''}{word} "
        line = (Run(lead), w.bare_party(index), Run("" if last else ","))
        w.add(Paragraph(line, "left", after=1, indent=70))
    w.add(
        Gap(6),
        Paragraph(
            plain("schließen, vorbehaltlich der Zustimmung ihrer gesetzgebenden Körperschaften,"), "left"
        ),
        Paragraph(plain("nachstehenden Staatsvertrag:"), "left", after=12),
    )

    def article(title: str) -> None:
        w.add(
            Paragraph(
                (Run("Artikel ", bold=True), w.next_section()), "center", before=12, after=1, with_next=True
            ),
            Paragraph((w.heading(title),), "center", after=5, with_next=True),
        )

    article("Aufgabe")
    w.paragraph(
        "(1) Die Länder unterhalten gemeinsam eine Stelle, die nach einheitlichen Maßstäben tätig wird. "
        "(2) Sie ist an Weisungen einzelner Länder nicht gebunden."
    )
    article("Sitz und Organe")
    w.paragraph("(1) Organe sind der Beirat und die Leitung. (2) Jedes Land hat im Beirat eine Stimme.")
    article("Finanzierung")
    total, _ = w.amount(s.total, "total", label="Jahresbedarf")
    w.paragraph(
        "(1) Der jährliche Finanzbedarf beträgt höchstens {total}. (2) Er wird nach dem Königsteiner "
        "Schlüssel auf die Länder umgelegt.",
        total=total,
    )
    article("Kündigung")
    w.paragraph(
        "Der Staatsvertrag kann von jedem Land mit einer Frist von zwei Jahren gekündigt werden, frühestens "
        "zum {day}.",
        day=w.date(s.deadline, "other"),
    )
    article("Inkrafttreten")
    w.paragraph("Er tritt am ersten Tag des Monats in Kraft, der auf die letzte Ratifikation folgt.")
    w.add(NewPage())
    unnamed = rng.random() < UNNAMED
    for number, signer in enumerate(s.signers):
        article_of, name = signer.organisation.case("accusative")
        before = 0.0 if number == 0 else 10.0
        if unnamed:
            lines = (
                SignLine(plain(f"Für {article_of} {name}:")),
                SignLine(height=24.0),
                SignLine(plain("_" * 14 + ", den " + "_" * 14)),
                SignLine(plain("_" * 34), height=30.0),
            )
            w.add(SignatureColumns((lines,), before=before))
            continue
        one = enter(w, signer)
        signed = [
            SignLine((Run(f"Für {article_of} "), one.organisation("accusative")[1], Run(":"))),
            SignLine((one.place, Run(", den "), one.date)),
            SignLine(pen=True, height=34.0),
        ]
        if one.name and one.function:
            signed += [SignLine((one.name,)), SignLine((one.function,))]
        w.add(SignatureColumns((tuple(signed),), before=before))
    return w, Sheet(
        family=rng.choice(("times", "source-serif", "helvetica")),
        footer="{page}",
        footer_on_first=False,
        left=80,
        right=80,
    )
