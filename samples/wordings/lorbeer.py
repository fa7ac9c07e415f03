"""Another family: counties and cities end what they did together and divide the rest; "Nr. 1 – Heading"."""

from __future__ import annotations

import random
from datetime import date

from samples.blocks import Gap, Paragraph, Run, Sheet, SignLine, Table, Text, plain
from samples.scenario import Scenario
from samples.signing import Signature, enter_by_party, in_rows
from samples.wordings.parts import Draft, amended, aside_texts, enumerated, organ
from samples.writer import Writer

OWN_ASIDES = (
    "Geräte mit einem Zeitwert unter {cap} verbleiben dort, wo sie stehen.",
    "Betroffen sind {persons} laufende Akten und {young} Arbeitsverhältnisse.",
    "Anfragen Dritter beantwortet bis auf Weiteres die bisherige Geschäftsstelle ({phone}).",
    "Ein Abschlag von {rate} v. H. auf den Buchwert ist bereits abgezogen.",
)
TASKS = (
    ("die gemeinsame Vergabestelle", "der gemeinsamen Vergabestelle"),
    ("das gemeinsame Rechenzentrum", "des gemeinsamen Rechenzentrums"),
    ("die gemeinsame Musikschule", "der gemeinsamen Musikschule"),
    ("das gemeinsame Medienzentrum", "des gemeinsamen Medienzentrums"),
)


def draft(s: Scenario, rng: random.Random) -> Draft:
    w = Writer(s, rng)
    w.gold["parties"][0]["registry_key"] = s.grantor.key
    task, of_task = rng.choice(TASKS)
    _opening(w, of_task)
    lead = rng.choice(("Nr. ", "Ziff. "))

    def open_(title: str) -> None:
        head = (Run(lead, bold=True), w.next_section(), Run(" – ", bold=True), w.heading(title))
        w.add(Paragraph(head, "left", before=9, after=4, with_next=True))

    open_("Aufhebung")
    w.paragraph(
        "Die Vereinbarung vom {old}, auf der {task} beruht, endet einvernehmlich mit Ablauf des {end}.",
        old=amended(w),
        task=task,
        end=w.date(date(s.year, 12, 31), "period_end"),
    )
    open_(rng.choice(("Vermögen", "Auseinandersetzung")))
    _assets(w, of_task)
    for text in aside_texts(w, OWN_ASIDES):
        w.add(Paragraph(text))
    open_("Personal")
    w.paragraph("Niemand verliert durch die Auflösung seine Stelle; Näheres regeln die Personalämter.")
    open_("Auszahlung")
    w.paragraph(
        "{First} zahlt die Anteile bis zum {day} aus.",
        First=w.party(0, "nominative", capital=True),
        day=w.date(s.deadline, "deadline"),
    )
    open_(rng.choice(("Erledigung", "Ansprüche")))
    w.paragraph("Mit der Auszahlung sind alle wechselseitigen Forderungen abgegolten.")
    _sign(w)
    return w, Sheet(
        family=rng.choice(("helvetica", "vera", "source-sans", "times")),
        size=rng.choice((10.8, 11.4)),
        leading=rng.choice((1.36, 1.46)),
        footer=rng.choice((None, "Seite {page}", "{page}/{pages}")),
        footer_align="center",
        header=rng.choice((None, s.file_mark)),
        left=76,
        right=80,
        top=80,
    )


def _opening(w: Writer, of_task: str) -> None:
    """The parties first, one below the other, then what they conclude."""
    s = w.scenario
    last = len(s.parties) - 1
    for index in range(len(s.parties)):
        inserted = organ(w, index)
        tail = " und" if index == last - 1 else "," if index < last else ""
        comma = "," if inserted and index == last - 1 else ""
        name = (*w.party(index, "nominative", mark=True, capital=index == 0), *inserted, Run(comma + tail))
        w.add(Paragraph(name, "left", after=3))
    w.add(
        Paragraph(plain("einigen sich auf folgenden Wortlaut:"), "left", before=4, after=8),
        Paragraph((w.kind(),), "center", scale=1.55, after=3),
        Paragraph(plain(f"zur Auflösung {of_task}"), "center", after=10),
    )


def _assets(w: Writer, of_task: str) -> None:
    """What is left and who gets how much: a table, lines, or one sentence."""
    s, rng = w.scenario, w.rng
    amount, words = w.amount(s.total, "total", label="Restvermögen", words=s.total if s.represented else None)
    w.paragraph(
        rng.choice(
            (
                "Nach Abzug aller Schulden bleibt ein Restvermögen {of_task} von {total}{words}.",
                "Das Restvermögen {of_task} ist mit {total}{words} festgestellt.",
            )
        ),
        of_task=of_task,
        total=amount,
        words=(Run(" ("), words, Run(")")) if words else "",
    )
    form = rng.choice(("table", "lines", "sentence"))
    if form == "table":
        _shares(w)
        return
    told: list[Text] = []
    for party, share in zip(s.parties, s.shares, strict=True):
        run, _ = w.amount(share, "component", label=party.printed)
        if form == "lines":
            article, name = party.case("nominative")
            text = (Run(f"{article} {name}: "), run)
            w.add(Paragraph(text, "left", after=2, indent=30, hang=14, marker=plain("–")))
        else:
            article, name = party.case("dative")
            told.append((run, Run(f" {article} {name}")))
    if told:
        w.add(Paragraph((Run("Davon stehen zu: "), *enumerated(told, " sowie "), Run("."))))
    else:
        w.add(Gap(4))


def _shares(w: Writer) -> None:
    s = w.scenario
    w.tables += 1
    rows: list[tuple[Text, ...]] = [(plain("Euro", True), plain("Empfang durch", True))]
    for party, share in zip(s.parties, s.shares, strict=True):
        run, _ = w.amount(
            share, "component", style="cell", label=party.printed, table=w.tables, row=len(rows)
        )
        rows.append(((run,), plain(party.printed)))
    run, _ = w.amount(
        s.total, "total", style="cell", bold=True, label="Restvermögen", table=w.tables, row=len(rows)
    )
    rows.append(((run,), plain("Restvermögen", True)))
    w.add(Table(tuple(rows), (1.3, 3.4), ("right", "left"), s.ruled, together=True))


def _sign(w: Writer) -> None:
    """Place and date, whom for, the pen, and name with office in brackets; one or two in a row."""
    columns: list[tuple[SignLine, ...]] = []
    for side in enter_by_party(w, named_once=True):
        lines: list[SignLine] = []
        for number, (one, dated) in enumerate(side):
            lines += _hand(one, dated, first=number == 0)
        columns.append(tuple(lines))
    w.add(*in_rows(columns, w.rng.choice((1, 2)), gutter=32.0))


def _hand(one: Signature, dated: bool, first: bool) -> list[SignLine]:
    lines = [SignLine((one.bare_organisation,))] if first else []
    if dated:
        lines.append(SignLine((one.place, Run(", den "), one.date)))
    lines.append(SignLine((), "dots", pen=one.name is not None, height=42.0))
    if one.name and one.function:
        deputy = "i. V. " if one.signer.deputising else ""
        lines.append(SignLine((Run(deputy), one.name, Run(", "), one.function)))
    return lines
