"""Test split only. Whoever works on reading does not look in here."""

from __future__ import annotations

import random
from decimal import Decimal

from samples.blocks import Gap, Paragraph, Run, Sheet, SignatureColumns, SignLine, Table, Text, plain
from samples.scenario import Scenario
from samples.signing import enter
from samples.wordings.parts import Draft
from samples.writer import Writer

NAMES = ("Technologiepark Musterau GmbH", "Kulturbahnhof Probestadt GmbH", "Deponie Exempelgrund GmbH")


def draft(s: Scenario, rng: random.Random) -> Draft:
    w = Writer(s, rng)
    company = rng.choice(NAMES)
    w.add(
        Paragraph((w.kind(),), "left", scale=1.7, after=4),
        Paragraph(plain(f"über die Errichtung der {company}"), "left", scale=1.1, after=16),
        Paragraph(plain("Es schließen sich zusammen"), "left", after=4),
    )
    for index, party in enumerate(s.parties):
        text = (w.bare_party(index), Run(f", {party.seat}"))
        w.add(Paragraph(text, "left", after=2, indent=34, hang=18, marker=plain(f"{index + 1}.")))

    def section(title: str) -> None:
        number = (Run("§ ", bold=True), w.next_section())
        w.add(
            Paragraph(number, "left", before=12, after=0, with_next=True),
            Paragraph((w.heading(title),), "left", after=4, with_next=True),
        )

    section("Firma und Gegenstand")
    w.paragraph("Das Unternehmen führt die Firma {company} und dient dem Gemeinwohl.", company=company)
    section("Stammkapital")
    capital = w.amount(s.total, "total", style="dm", label="Stammkapital", currency="DEM")[0]
    w.paragraph("Das Stammkapital ist mit {capital} festgesetzt. Es wird übernommen:", capital=capital)
    _shares(w)
    section("Geschäftsjahr")
    w.paragraph(
        "Das erste Geschäftsjahr ist ein Rumpfjahr. Der Jahresabschluss ist bis {day} aufzustellen.",
        day=w.date(s.deadline, "deadline"),
    )
    section("Verfügungen")
    w.paragraph("Geschäftsanteile können nur mit Zustimmung aller abgetreten werden.")
    _sign(w)
    return w, Sheet(
        family=rng.choice(("caladea", "manrope")), size=11.2, footer="- {page} -", left=84, right=70
    )


def _shares(w: Writer) -> None:
    s = w.scenario
    w.tables += 1
    heads = ("Gesellschafter", "DM", "v. H.")
    rows: list[tuple[Text, ...]] = [tuple(plain(head, True) for head in heads)]
    for row, (party, share) in enumerate(zip(s.parties, s.shares, strict=True), start=1):
        run = _sum(w, share, "component", party.official, row)
        part = f"{share / s.total * 100:.2f}".replace(".", ",")
        rows.append((plain(party.official), (run,), plain(part)))
    run = _sum(w, s.total, "total", "insgesamt", len(rows))
    rows.append((plain("insgesamt"), (run,), plain("100,00")))
    w.add(Table(tuple(rows), (3.0, 1.4, 0.9), ("left", "right", "right"), s.ruled))


def _sum(w: Writer, value: Decimal, role: str, label: str, row: int) -> Run:
    return w.amount(value, role, style="cell", label=label, currency="DEM", table=w.tables, row=row)[0]


def _sign(w: Writer) -> None:
    """One line of place and date for all, then those who sign, two in a row."""
    entered = [enter(w, signer, 0 if i else None) for i, signer in enumerate(w.scenario.signers)]
    line = (entered[0].place, Run(", "), entered[0].date)
    w.add(Gap(18), Paragraph(line, "left", after=0, with_next=True))
    columns = []
    for one in entered:
        lines = [SignLine(pen=True, line="rule", height=38.0)]
        if one.name and one.function:
            lines += [SignLine((one.name, Run(", "), one.function))]
        columns.append((*lines, SignLine((one.bare_organisation,))))
    for start in range(0, len(columns), 2):
        pair = columns[start : start + 2]
        w.add(SignatureColumns((*pair, *[()] * (2 - len(pair))), before=10.0))
