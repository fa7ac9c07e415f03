"""An administrative agreement of the Land with municipalities that share a cost."""

from __future__ import annotations

import random

from samples.blocks import Paragraph, Run, Sheet, Table, Text, plain
from samples.scenario import Scenario
from samples.signing import sign
from samples.wordings.parts import Draft, represented
from samples.writer import Writer

SUBJECTS = (
    "über den gemeinsamen Betrieb einer Beratungsstelle für Berufsrückkehr",
    "über die Nutzung und Pflege eines Bildungsportals",
    "über die Trägerschaft eines Jugendberufshauses",
)


def draft(s: Scenario, rng: random.Random) -> Draft:
    w = Writer(s, rng)
    w.add(
        Paragraph((w.kind(),), "center", scale=1.5, after=4),
        Paragraph(plain(rng.choice(SUBJECTS)), "center", after=16),
        Paragraph(plain("zwischen"), "center", after=6),
    )
    last = len(s.parties) - 1
    for index in range(len(s.parties)):
        tail = "," if index < last - 1 else ""
        text = (*w.party(index, "dative", mark=True), *represented(w, index), Run(tail))
        w.add(Paragraph(text, "center", after=5))
        if index == last - 1:
            w.add(Paragraph(plain("und"), "center", after=5))

    def section(title: str) -> None:
        number = (Run("§ ", bold=True), w.next_section(), Run(" ", bold=True))
        w.add(Paragraph((*number, w.heading(title)), "left", before=10, after=3, with_next=True))

    section("Zusammenwirken")
    w.paragraph(
        "(1) Die Beteiligten richten eine gemeinsame Stelle ein und unterhalten sie zu den Bedingungen "
        "dieser Vereinbarung. (2) Rechte Dritter werden dadurch nicht begründet."
    )
    section("Kosten")
    total, _ = w.amount(s.total, "total", label="Gesamtkosten")
    w.paragraph(
        "Die laufenden Kosten der Stelle sind auf {total} im Jahr begrenzt. Es tragen davon jährlich:",
        total=total,
    )
    _shares(w)
    section("Dauer")
    w.paragraph(
        "Die Vereinbarung wird auf unbestimmte Zeit geschlossen. Kündbar ist sie erstmals zum {day}.",
        day=w.date(s.deadline, "other"),
    )
    section("Schlussvorschrift")
    w.paragraph("Ist eine Bestimmung unwirksam, bleiben die übrigen gültig.")
    w.add(*sign(w))
    return w, Sheet(family=rng.choice(("helvetica", "times", "open-sans")), header=s.file_mark)


def _shares(w: Writer) -> None:
    s = w.scenario
    w.tables += 1
    rows: list[tuple[Text, ...]] = [(plain("Beteiligte", True), plain("Anteil", True))]
    for row, share in enumerate(s.shares, start=1):
        party = w.grantor if row == 1 else s.recipients[row - 2]
        run, _ = w.amount(share, "component", style="sign", label=party.printed, table=w.tables, row=row)
        rows.append((plain(party.printed), (run,)))
    run, _ = w.amount(
        s.total, "total", style="sign", bold=True, label="zusammen", table=w.tables, row=len(rows)
    )
    rows.append((plain("zusammen", True), (run,)))
    w.add(Table(tuple(rows), (3.0, 1.4), ("left", "right"), s.ruled))
