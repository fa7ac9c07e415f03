"""Another family: counties and cities add to an agreement they made years ago, and what each pays now."""

from __future__ import annotations

import random
import string
from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

from samples.blocks import Align, Gap, Paragraph, Run, Sheet, SignatureColumns, SignLine, Table, Text, plain
from samples.scenario import Scenario
from samples.signing import Signature, enter_by_party, in_rows
from samples.wordings.parts import Draft, amended, aside_texts, organ
from samples.writer import Writer

OWN_ASIDES = (
    "Ausgaben unter {cap} gelten als Geschäft der laufenden Verwaltung.",
    "Die Zahl der Vorgänge wird mit {persons} je Woche und {young} je Schalter angenommen.",
    "Störungen der Technik nimmt der Leitstand unter {phone} auf.",
    "Auf die Sachkosten entfällt ein Zuschlag von {rate} v. H.",
)
OFFICES = (
    ("die gemeinsame Zulassungsstelle", "der Betrieb einer zweiten Annahmestelle"),
    ("den Verbund der Kreisarchive", "die Digitalisierung alter Bauakten"),
    ("die gemeinsame Adoptionsvermittlung", "eine zusätzliche Fachkraft für Nachsorge"),
    ("die interkommunale Vergabestelle", "die Einführung der elektronischen Vergabe"),
)
HEADINGS = ("Anlass der Ergänzung", "Beiträge", "Zahlung", "Befristung", "Fortbestand")


def draft(s: Scenario, rng: random.Random) -> Draft:
    numbering = rng.choice(("I", "§"))
    w = Writer(s, rng, numbering=numbering)
    w.gold["parties"][0]["registry_key"] = s.grantor.key
    office, addition = rng.choice(OFFICES)
    _opening(w, office)

    def open_part(title: str) -> None:
        lead = "" if numbering == "I" else "Ziffer "
        number = (Run(lead, bold=True), w.next_section(), Run(".  " if numbering == "I" else "  ", bold=True))
        w.add(Paragraph((*number, w.heading(title)), "left", before=13, after=5, with_next=True))

    open_part(HEADINGS[0])
    w.paragraph("Die Aufgaben sind gewachsen. Hinzu kommt {addition}.", addition=addition)
    open_part(HEADINGS[1])
    _costs(w)
    for text in aside_texts(w, OWN_ASIDES):
        w.add(Paragraph(text))
    open_part(HEADINGS[2])
    w.paragraph(
        "Der neue Beitrag ist erstmals zum {day} anzuweisen, danach jährlich.",
        day=w.date(s.deadline, "deadline"),
    )
    open_part(HEADINGS[3])
    w.paragraph(
        "Die Ergänzung hat Bestand für die Zeit vom {start} bis einschließlich {end}.",
        start=w.date(date(s.year, 1, 1), "period_start"),
        end=w.date(date(s.year + 4, 12, 31), "period_end"),
    )
    open_part(HEADINGS[4])
    w.paragraph("Was hier nicht geregelt ist, richtet sich weiter nach der ursprünglichen Fassung.")
    _sign(w)
    return w, Sheet(
        family=rng.choice(("helvetica", "vera", "times")),
        size=rng.choice((10.4, 11.0)),
        leading=rng.choice((1.36, 1.45)),
        header=rng.choice((None, "Ausfertigung")),
        header_on_first=True,
        footer=rng.choice(("Seite {page}", "{page}/{pages}")),
        footer_align=rng.choice(("center", "right")),
        left=72,
        right=72,
    )


def _opening(w: Writer, office: str) -> None:
    """The kind, the agreement it adds to with its day, and the parties with letters and their short names."""
    s, rng = w.scenario, w.rng
    align: Align = rng.choice(("center", "left"))
    w.add(
        Paragraph((w.kind(),), align, scale=1.5, after=4),
        Paragraph(
            w.fill(
                "zur Öffentlich-rechtlichen Vereinbarung vom {day} über {office}",
                day=amended(w),
                office=office,
            ),
            align,
            after=18,
        ),
        Paragraph(plain("Vertragschließende:"), "left", after=4, with_next=True),
    )
    last = len(s.parties) - 1
    for index in range(last + 1):
        inserted = organ(w, index)
        end = "." if index == last else ","
        text = (replace(w.bare_party(index), bold=True), *inserted, Run(end))
        marker = plain(f"{string.ascii_lowercase[index]})")
        w.add(Paragraph(text, "left", after=3, indent=40, hang=22, marker=marker, with_next=True))
    w.add(Paragraph(plain("Sie ergänzen die bezeichnete Vereinbarung wie folgt."), "left", before=4))


def _costs(w: Writer) -> None:
    """What each paid and what it is to pay: a table of old and new, lines, or a sentence for each."""
    s, rng = w.scenario, w.rng
    form = rng.choice(("table", "table", "lines", "sentences"))
    w.paragraph(
        rng.choice(
            (
                "Für das Jahr {y} und die darauf folgenden Jahre werden die Jahresbeiträge neu bemessen.",
                "Die Jahresbeiträge werden an die gewachsenen Aufgaben angepasst; das gilt erstmals für {y}.",
            )
        )
    )
    if form == "table":
        w.tables += 1
    rows: list[tuple[Text, ...]] = [
        (plain("Körperschaft", True), plain("Beitrag bisher", True), plain("Beitrag neu", True))
    ]
    for party, share in zip(s.parties, s.shares, strict=True):
        before = share - Decimal(rng.randint(4, 30) * 500)
        entry: dict[str, Any] = {"label": party.official, "year": s.year}
        if form == "table":
            entry |= {"style": "sign", "table": w.tables, "row": len(rows)}
        old, _ = w.amount(before, "replaced", **entry)
        new, _ = w.amount(share, "replacement", **entry)
        if form == "table":
            rows.append((plain(party.printed), (old,), (new,)))
        elif form == "lines":
            text = (Run(f"{party.printed}: bisher "), old, Run(", neu "), new)
            w.add(Paragraph(text, "left", after=3, indent=40, hang=16, marker=plain("–")))
        else:
            article, name = party.case("dative")
            w.paragraph(
                "Von {article} {name} sind statt {old} nun {new} zu entrichten.",
                article=article,
                name=name,
                old=old,
                new=new,
            )
    if form == "table":
        aligns: tuple[Align, ...] = ("left", "right", "right")
        w.add(Table(tuple(rows), (2.6, 1.5, 1.5), aligns, s.ruled, together=True))
    else:
        w.add(Gap(4))


def _sign(w: Writer) -> None:
    """Whom for in bold, the day once for those who signed together, the hands below it."""
    s = w.scenario
    columns = []
    for side in enter_by_party(w, named_once=True):
        article, name = side[0][0].organisation("accusative")
        lines = [SignLine((Run(f"Für {article} "), replace(name, bold=True)))]
        for one, dated in side:
            lines += [SignLine(height=6.0), SignLine((one.place, Run(" am "), one.date))] if dated else []
            lines += _hand(one)
        columns.append(tuple(lines))
    if s.signature_form == "stacked":
        for number, column in enumerate(columns):
            w.add(SignatureColumns((column, ()), before=16.0 if number else 26.0))
        return
    across = 3 if s.signature_form == "three_columns" and len(columns) > 2 else 2
    w.add(*in_rows(columns, across, gutter=16.0, scale=0.86 if across == 3 else 1.0))


def _hand(one: Signature) -> list[SignLine]:
    lines = [SignLine((), "dots", pen=one.name is not None, height=42.0)]
    if one.name and one.function:
        deputy = "In Vertretung: " if one.signer.deputising else ""
        lines += [SignLine((Run(deputy), one.name)), SignLine((one.function,))]
    return lines
