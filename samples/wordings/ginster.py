"""Another family: counties and cities build something together and share its cost."""

from __future__ import annotations

import random
from decimal import Decimal

from samples.blocks import Align, Gap, Paragraph, Run, Sheet, SignLine, Table, Text, plain
from samples.scenario import Scenario
from samples.signing import Signature, enter_by_party, in_rows
from samples.wordings.parts import Draft, enumerated, organ
from samples.writer import Writer

SUBJECTS = (
    ("über Bau und Unterhaltung eines Radschnellweges", "der Radschnellweg", "Baulast"),
    ("über die Errichtung einer gemeinsamen Bioabfallvergärungsanlage", "die Anlage", "Betriebsführung"),
    ("über den Ausbau einer Kreisstraße mit Ortsumgehung", "die Straße", "Baulast"),
    ("über ein gemeinsames Schulzentrum für Pflegeberufe", "das Schulzentrum", "Trägerschaft"),
)


def draft(s: Scenario, rng: random.Random) -> Draft:
    w = Writer(s, rng)
    w.gold["parties"][0]["registry_key"] = s.grantor.key
    subject, work, duty = rng.choice(SUBJECTS)
    _opening(w, subject)
    article = rng.random() < 0.5

    def section(title: str) -> None:
        number = (w.next_section(), Run("." if not article else "", bold=True))
        lead = (Run("Artikel ", bold=True),) if article else ()
        text = (*lead, *number, Run(" ", bold=True), w.heading(title))
        w.add(Paragraph(text, "left", before=11, after=4, with_next=True))

    section(rng.choice(("Vorhaben", "Gegenstand des Vertrages")))
    w.paragraph(
        "{Work} wird von den Vertragschließenden gemeinsam geplant und bezahlt. Federführend ist {first}.",
        Work=work[0].upper() + work[1:],
        first=w.party(0, "nominative"),
    )
    section(rng.choice(("Kosten", "Kostentragung")))
    total, words = w.amount(s.total, "total", label="Gesamtkosten", words=s.total if s.represented else None)
    w.paragraph(
        rng.choice(
            (
                "Nach der Kostenberechnung ist mit Gesamtkosten von {total}{words} brutto zu rechnen. Sie "
                "verteilen sich so:",
                "Die Gesamtkosten sind mit {total}{words} ermittelt. Jeder Vertragschließende trägt davon "
                "seinen Teil:",
            )
        ),
        total=total,
        words=(Run(" (in Worten: "), words, Run(")")) if words else "",
    )
    _shares(w)
    if s.asides:
        cap = Decimal(rng.choice((2_500, 5_000, 10_000))).quantize(Decimal("0.01"))
        limit, _ = w.amount(cap, "other", style="euro")
        w.paragraph("Nachträge von mehr als {limit} sind vorab abzustimmen.", limit=limit)
    section("Zahlungsweise")
    w.paragraph(
        "Abschläge werden nach Baufortschritt angefordert und sind binnen vier Wochen zu leisten. "
        "Verzugszinsen richten sich nach § 288 BGB."
    )
    section(duty)
    w.paragraph("Nach der Abnahme regeln die Vertragschließenden die laufenden Aufgaben gesondert.")
    section("Wirksamwerden")
    w.paragraph(
        "Der Vertrag wird mit der letzten Unterschrift wirksam. Liegt bis zum {day} kein Baubeschluss vor, "
        "kann jede Seite zurücktreten.",
        day=w.date(s.deadline, "deadline"),
    )
    _sign(w)
    return w, Sheet(
        family=rng.choice(("caladea", "helvetica", "source-sans")),
        size=rng.choice((10.6, 11.2)),
        leading=1.36,
        header=rng.choice((None, s.file_mark)),
        header_align="left",
        footer=rng.choice(("Seite {page} von {pages}", "{page}")),
        footer_align=rng.choice(("center", "right")),
        left=76,
        right=72,
    )


def _opening(w: Writer, subject: str) -> None:
    s, rng = w.scenario, w.rng
    align: Align = rng.choice(("left", "center"))
    title = (
        Paragraph((w.kind(),), align, scale=1.4, after=3),
        Paragraph(plain(subject, True), align, after=12),
    )
    sentence = rng.random() < 0.5
    last = len(s.parties) - 1
    if sentence:
        w.add(*title)
        sides = [
            (*w.party(index, "nominative", mark=True, capital=index == 0), *organ(w, index))
            for index in range(last + 1)
        ]
        closing = Run(" – zusammen „die Vertragschließenden“ – vereinbaren:")
        w.add(Paragraph((*enumerated(sides, " sowie "), closing), "justify", after=8))
        return
    w.add(*title, Paragraph(plain("geschlossen zwischen"), align, after=6))
    for index in range(last + 1):
        lead = "und " if index == last else ""
        tail = "," if index < last - 1 else ""
        text = (Run(lead), *w.party(index, "dative", mark=True), *organ(w, index), Run(tail))
        w.add(Paragraph(text, align, after=5))
    w.add(Paragraph(plain("(Vertragschließende)"), align, after=8))


def _shares(w: Writer) -> None:
    """The shares in a table with or without per cent, in lines, or in one sentence."""
    s = w.scenario
    form = w.rng.choice(("table", "table", "lines", "sentence"))
    if form == "table":
        w.tables += 1
        rows: list[tuple[Text, ...]] = [
            (plain("Nr.", True), plain("Kostenträger", True), plain("Quote", True), plain("Euro", True))
        ]
        for row, (party, share) in enumerate(zip(s.parties, s.shares, strict=True), start=1):
            quota = f"{share / s.total * 100:.1f}".replace(".", ",") + " %"
            run, _ = w.amount(share, "component", style="cell", label=party.printed, table=w.tables, row=row)
            rows.append((plain(str(row)), plain(party.printed), plain(quota), (run,)))
        run, _ = w.amount(
            s.total, "total", style="cell", bold=True, label="Summe", table=w.tables, row=len(rows)
        )
        rows.append(((), plain("Summe", True), plain("100,0 %"), (run,)))
        aligns: tuple[Align, ...] = ("center", "left", "right", "right")
        w.add(Table(tuple(rows), (0.5, 3.0, 0.9, 1.5), aligns, s.ruled, together=True))
        return
    told: list[Text] = []
    for index, (party, share) in enumerate(zip(s.parties, s.shares, strict=True)):
        run, _ = w.amount(share, "component", label=party.printed)
        article, name = party.case("nominative")
        if form == "lines":
            text = (Run(f"{article} {name} mit "), run)
            w.add(Paragraph(text, "left", after=2, indent=40, hang=18, marker=plain(f"{index + 1})")))
        told.append((Run(f"{article if index else article.capitalize()} {name} "), run))
    w.add(Gap(4) if form == "lines" else Paragraph((*enumerated(told), Run(".")), "justify", after=6))


def _sign(w: Writer) -> None:
    """A block for each side with all its hands: whom for, the hands, then place and date, or those first."""
    rng = w.rng
    dated_last = rng.random() < 0.5
    stacked = rng.random() < 0.4
    columns: list[tuple[SignLine, ...]] = []
    for side in enter_by_party(w, named_once=True):
        article, organisation = side[0][0].organisation("accusative")
        lines = [SignLine((Run(f"Für {article} "), organisation)), SignLine(height=4.0)]
        last = dated_last and all(own for _, own in side)
        for one, own in side:
            dated = [SignLine((one.place, Run(", den "), one.date))] if own else []
            lines += [*_hand(one), *dated] if last else [*dated, *_hand(one)]
            lines.append(SignLine(height=8.0))
        columns.append(tuple(lines))
    if stacked:
        columns = [column for one in columns for column in (one, ())]
    w.add(*in_rows(columns, then=10.0))


def _hand(one: Signature) -> list[SignLine]:
    deputy = plain("i. V." if one.signer.deputising else "")
    lines = [SignLine(deputy, "rule", pen=one.name is not None, height=36.0)]
    if one.name and one.function:
        lines += [SignLine((one.name,)), SignLine((one.function,))]
    return lines
