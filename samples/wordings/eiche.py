"""Another family: a county or city pays for a building in instalments, each with its day; "I. Heading"."""

from __future__ import annotations

import random
from datetime import date

from samples.blocks import Gap, Paragraph, Run, Sheet, SignLine, Table, Text, plain
from samples.scenario import Scenario
from samples.signing import Signature, enter_by_party, in_rows
from samples.wordings.days import full_figures
from samples.wordings.parts import Draft, aside_texts, enumerated, organ
from samples.writer import Writer, long_date

OWN_ASIDES = (
    "Rechnungen unter {cap} brauchen nicht einzeln belegt zu werden.",
    "Das Gebäude bietet Platz für {persons} Personen und hat {young} Räume.",
    "Während der Bauzeit ist die Bauleitung unter {phone} erreichbar.",
    "Eigenleistungen werden bis zu {rate} % der Baukosten angerechnet.",
)
BUILDINGS = (
    ("zur Sanierung des Bürgerhauses", "das Bürgerhaus", "Dach, Heizung und Fenster des Bürgerhauses"),
    (
        "zum Umbau der alten Schule",
        "die alte Schule",
        "Aufzug, Sanitärräume und Brandschutz der alten Schule",
    ),
    (
        "zur Erneuerung der Jugendherberge",
        "die Jugendherberge",
        "Küche, Bäder und Fassade der Jugendherberge",
    ),
    ("zum Ausbau des Heimatmuseums", "das Heimatmuseum", "Eingang, Depot und Beleuchtung des Heimatmuseums"),
)


def draft(s: Scenario, rng: random.Random) -> Draft:
    w = Writer(s, rng, numbering="I")
    w.gold["parties"][0]["registry_key"] = s.grantor.key
    purpose, house, works = rng.choice(BUILDINGS)
    _opening(w, purpose)
    owner = "Die Eigentümer" if len(s.recipients) > 1 else _owner(s)
    verb = "lassen" if len(s.recipients) > 1 else "lässt"
    _open(w, rng.choice(("Bauvorhaben", "Gegenstand der Förderung")))
    w.paragraph(
        "{owner} {verb} {works} erneuern. Die Pläne sind bekannt.", owner=owner, verb=verb, works=works
    )
    _open(w, rng.choice(("Zuschuss", "Baukostenzuschuss")))
    _grant(w, owner)
    for text in aside_texts(w, OWN_ASIDES):
        w.add(Paragraph(text))
    _open(w, "Bindung")
    end = date(s.year + 11, 12, 31)
    w.paragraph(
        "Bis zum {day} muss {house} der Öffentlichkeit offenstehen; andernfalls ist der Zuschuss anteilig zu "
        "erstatten.",
        day=w.date(end, "period_end"),
        house=house,
    )
    _open(w, "Schlussrechnung")
    w.paragraph(
        "Die Schlussrechnung ist dem Bauamt bis zum {day} vorzulegen.",
        day=w.date(date(s.year + 2, s.deadline.month, 30), "deadline"),
    )
    _open(w, rng.choice(("Ausfertigungen", "Schlussabrede")))
    w.paragraph("Jede Seite bekommt eine Ausfertigung. Mündliche Nebenabreden gelten nicht.")
    _sign(w)
    return w, Sheet(
        family=rng.choice(("times", "helvetica", "source-serif")),
        size=rng.choice((11.0, 11.6)),
        leading=rng.choice((1.38, 1.5)),
        header=rng.choice((None, s.file_mark)),
        header_align="left",
        footer=rng.choice(("{page}", "Seite {page} von {pages}")),
        footer_align="right",
        left=82,
        right=76,
    )


def _owner(s: Scenario) -> str:
    return "Der Eigentümer" if s.recipients[0].gender == "m" else "Die Eigentümerin"


def _opening(w: Writer, purpose: str) -> None:
    s = w.scenario
    w.add(
        Paragraph((w.kind(),), "left", scale=1.6, after=2),
        Paragraph(plain(purpose), "left", scale=1.15, after=14),
    )
    first = (*w.party(0, "nominative", mark=True, capital=True), *organ(w, 0))
    comma = "," if s.represented else ""
    w.add(Paragraph((*first, Run(f"{comma} als Zuschussgeber")), "left", after=3))
    for index in range(1, len(s.parties)):
        name = w.party(index, "nominative", mark=True)
        seat = s.recipients[index - 1].seat
        role = "als Miteigentümer" if len(s.recipients) > 1 else f"als {_owner(s).split()[1]}"
        w.add(Paragraph((Run("und "), *name, Run(f", {seat}, {role}")), "left", after=3))
    w.add(Paragraph(plain("kommen in folgenden Punkten überein:"), "left", before=3, after=8))


def _open(w: Writer, title: str) -> None:
    head = (w.next_section(), Run(". ", bold=True), w.heading(title))
    w.add(Paragraph(head, "center", before=9, after=5, with_next=True))


def _grant(w: Writer, owner: str) -> None:
    """The sum and its instalments: a table with their days, lines, or one sentence."""
    s, rng = w.scenario, w.rng
    write = rng.choice((long_date, full_figures))
    amount, words = w.amount(s.total, "total", label="Zuschuss", words=s.total if s.represented else None)
    verb = "erhalten" if len(s.recipients) > 1 else "erhält"
    w.paragraph(
        rng.choice(
            (
                "{owner} {verb} einen nicht rückzahlbaren Zuschuss von {total}{words}.",
                "Für das Bauvorhaben {verb} {who} höchstens {total}{words} als Zuschuss.",
            )
        ),
        owner=owner,
        who=owner[0].lower() + owner[1:],
        verb=verb,
        total=amount,
        words=(Run(" (in Buchstaben: "), words, Run(")")) if words else "",
    )
    form = rng.choice(("table", "lines", "sentence"))
    days = [date(s.year + 1, month, 15) for month in (2, 5, 8, 11)[: len(s.shares)]]
    if form == "table":
        _plan(w, [write(day) for day in days], days)
        return
    told: list[Text] = []
    for number, (share, day) in enumerate(zip(s.shares, days, strict=True), start=1):
        run, _ = w.amount(share, "component", label=f"{number}. Rate")
        due = w.date(day, "deadline", write(day))
        if form == "lines":
            text = (run, Run(" am "), due)
            marker = plain(f"{number}. Rate:")
            w.add(Paragraph(text, "left", after=2, indent=92, hang=60, marker=marker))
        else:
            told.append((Run("am "), due, Run(" "), run))
    if told:
        w.add(Paragraph((Run("Gezahlt werden "), *enumerated(told), Run("."))))
    else:
        w.add(Gap(4))


def _plan(w: Writer, texts: list[str], days: list[date]) -> None:
    s = w.scenario
    w.tables += 1
    rows: list[tuple[Text, ...]] = [tuple(plain(head, True) for head in ("Rate", "zahlbar am", "Betrag"))]
    for text, day, share in zip(texts, days, s.shares, strict=True):
        label = f"{len(rows)}. Rate"
        run, _ = w.amount(share, "component", style="sign", label=label, table=w.tables, row=len(rows))
        rows.append((plain(label), (w.date(day, "deadline", text),), (run,)))
    run, _ = w.amount(
        s.total, "total", style="sign", bold=True, label="Zuschuss", table=w.tables, row=len(rows)
    )
    rows.append((plain("Zuschuss gesamt", True), (), (run,)))
    w.add(Table(tuple(rows), (1.6, 1.8, 1.5), ("left", "left", "right"), s.ruled, together=True))


def _sign(w: Writer) -> None:
    """Whom for, the pen, name and office, and at the foot where and when."""
    columns: list[tuple[SignLine, ...]] = []
    for side in enter_by_party(w):
        lines: list[SignLine] = []
        for one, dated in side:
            lines += _hand(one, dated)
        columns.append(tuple(lines))
    w.add(*in_rows(columns, 2, gutter=28.0))


def _hand(one: Signature, dated: bool) -> list[SignLine]:
    article, organisation = one.organisation("accusative")
    lines = [SignLine((Run(f"Für {article} "), organisation))]
    lines.append(SignLine((), "rule", pen=one.name is not None, height=44.0))
    if one.name and one.function:
        deputy = "i. V. " if one.signer.deputising else ""
        lines += [SignLine((Run(deputy), one.name)), SignLine((one.function,))]
    if dated:
        lines.append(SignLine((one.place, Run(", "), one.date), height=22.0))
    return lines
