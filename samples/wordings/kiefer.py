"""Held back: who works on how agreements are read leaves this file closed."""

from __future__ import annotations

import random
from dataclasses import replace

from samples.blocks import Align, Gap, Paragraph, Run, Sheet, SignLine, Table, Text, plain
from samples.scenario import Scenario
from samples.signing import Signature, enter, in_rows
from samples.wordings.parts import Draft, aside_texts, enumerated, organ
from samples.writer import Writer

OWN_ASIDES = (
    "Einzelfälle mit einem Streitwert unter {cap} werden nicht weiter verfolgt.",
    "Geprüft wurden {persons} Akten; in {young} Fällen blieb die Zuständigkeit offen.",
    "Für Abstimmungen unter den Rechtsämtern genügt ein Anruf ({phone}).",
    "Ein Abschlag von {rate} v. H. trägt dem Prozessrisiko Rechnung.",
)
DISPUTES = (
    (
        "zur Erstattung von Kosten der Jugendhilfe",
        "Kinder, deren Eltern umgezogen sind",
        "§ 89c SGB VIII",
        ("Vollzeitpflege", "Heimerziehung", "Inobhutnahme", "Gemeinsame Wohnformen"),
    ),
    (
        "zum Ausgleich von Schülerbeförderungskosten",
        "Fahrten von Schülerinnen und Schülern über die Grenze des Gebiets",
        "§ 161 HSchG",
        ("Berufsschulen", "Förderschulen", "Gymnasien", "Freigestellter Verkehr"),
    ),
    (
        "zu offenen Forderungen aus der Sozialhilfe",
        "Personen, die in eine Einrichtung gezogen sind",
        "§ 106 SGB XII",
        ("Hilfe zur Pflege", "Hilfe zum Lebensunterhalt", "Hilfen zur Gesundheit", "Blindenhilfe"),
    ),
)


class _Romans:
    """ "I. Heading" in the middle or at the left, or the figure alone above it."""

    def __init__(self, w: Writer) -> None:
        self.w = w
        self.align: Align = w.rng.choice(("center", "center", "left"))
        self.above = self.align == "center" and w.rng.random() < 0.5

    def open(self, title: str) -> None:
        number = (self.w.next_section(), Run(".", bold=True))
        heading = self.w.heading(title)
        if self.above:
            self.w.add(
                Paragraph(number, self.align, before=13, after=0, with_next=True),
                Paragraph((heading,), self.align, after=5, with_next=True),
            )
            return
        text = (*number, Run("  ", bold=True), heading)
        self.w.add(Paragraph(text, self.align, before=13, after=5, with_next=True))


def draft(s: Scenario, rng: random.Random) -> Draft:
    w = Writer(s, rng, numbering="I")
    w.gold["parties"][0]["registry_key"] = s.grantor.key
    subject, dispute, statute, groups = rng.choice(DISPUTES)
    _opening(w, subject)
    roman = _Romans(w)
    roman.open(rng.choice(("Streitpunkt", "Vorgeschichte")))
    w.paragraph(
        "Streitig ist unter den Beteiligten die Kostenlast für {dispute} ({statute}).",
        dispute=dispute,
        statute=statute,
    )
    if s.reference:
        w.paragraph(
            "Einen Vorschlag zur Güte hat die Schiedsstelle am {day} unterbreitet.",
            day=w.date(s.reference, "reference"),
        )
    roman.open(rng.choice(("Ausgleichszahlung", "Zahlung")))
    _payment(w, groups)
    for text in aside_texts(w, OWN_ASIDES):
        w.add(Paragraph(text))
    roman.open("Fälligkeit")
    w.paragraph(
        "Das Geld muss am {day} auf dem Konto der Empfängerkasse eingegangen sein. Zinsen werden weder für "
        "die Vergangenheit noch bis zu diesem Tag verlangt.",
        day=w.date(s.deadline, "deadline"),
    )
    roman.open(rng.choice(("Erledigung", "Abgeltung")))
    w.paragraph(
        "Damit ist der Streit beigelegt. Anhängige Klagen werden zurückgenommen, die Gerichtskosten geteilt."
    )
    _sign(w)
    return w, Sheet(
        family=rng.choice(("times", "helvetica", "source-serif")),
        size=rng.choice((11.0, 11.6)),
        leading=rng.choice((1.4, 1.52)),
        header=rng.choice((None, s.file_mark)),
        header_align="right",
        footer=rng.choice((None, "- {page} -", "Seite {page}")),
        footer_align="center",
        left=88,
        right=74,
        top=80,
    )


def _opening(w: Writer, subject: str) -> None:
    """The sides first, numbered, each with its place in the dispute; or the title above them."""
    s, rng = w.scenario, w.rng
    title = [
        Paragraph((w.kind(),), "center", scale=1.5, before=8, after=3),
        Paragraph(plain(subject), "center", after=14),
    ]
    title_first = rng.random() < 0.6
    w.add(*(title if title_first else ()))
    for index in range(len(s.parties)):
        inserted = organ(w, index)
        name = w.party(index, "nominative", mark=True)
        text = (
            name[0],
            replace(name[1], bold=True),
            *inserted,
            Run(f"{',' if inserted else ''} – Beteiligte Seite {index + 1} –"),
        )
        marker = plain(f"{index + 1}.")
        w.add(Paragraph(text, "left", after=5, indent=30, hang=22, marker=marker))
    closing = "legen ihren Streit bei wie folgt:" if title_first else "schließen die nachstehende"
    w.add(Paragraph(plain(closing), "left", before=2, after=4), *(() if title_first else title))


def _payment(w: Writer, groups: tuple[str, ...]) -> None:
    """Who pays whom how much, and how the sum came about: a table, counted lines, or the sentence."""
    s, rng = w.scenario, w.rng
    amount, words = w.amount(
        s.total, "total", label="Ausgleichsbetrag", words=s.total if s.represented else None
    )
    w.paragraph(
        rng.choice(
            (
                "Zum Ausgleich aller Forderungen überweist {payer} {payee} einmalig {total}{words}.",
                "Der Ausgleichsbetrag macht {total}{words} aus. Er geht von {payer_dat} an {payee_acc}.",
            )
        ),
        payer=w.party(1, "nominative"),
        payee=w.party(0, "dative"),
        payer_dat=w.party(1, "dative"),
        payee_acc=w.party(0, "accusative"),
        total=amount,
        words=(Run(" ("), words, Run(")")) if words else "",
    )
    form = rng.choice(("table", "table", "lines", "sentence"))
    if form == "table":
        _table(w, groups)
        return
    told: list[Text] = []
    if form == "lines":
        w.add(Paragraph(plain("Der Betrag wurde ermittelt aus"), "left", after=3, with_next=True))
    for number, (group, share) in enumerate(zip(groups, s.shares, strict=False)):
        run, _ = w.amount(share, "component", label=group)
        if form == "lines":
            marker = plain(f"{'abcd'[number]})")
            w.add(Paragraph((Run(f"{group}: "), run), "left", after=2, indent=48, hang=20, marker=marker))
        else:
            told.append((run, Run(f" den Bereich „{group}“")))
    if told:
        w.add(Paragraph((Run("Rechnerisch betreffen davon "), *enumerated(told), Run("."))))
    else:
        w.add(Gap(4))


def _table(w: Writer, groups: tuple[str, ...]) -> None:
    """What was demanded is told by the number of cases alone; what is paid stands in the last column."""
    s = w.scenario
    w.tables += 1
    rows: list[tuple[Text, ...]] = [(plain("Bereich", True), plain("Fälle", True), plain("Ausgleich", True))]
    for group, share in zip(groups, s.shares, strict=False):
        run, _ = w.amount(share, "component", style="sign", label=group, table=w.tables, row=len(rows))
        rows.append((plain(group), plain(str(w.rng.randint(3, 70))), (run,)))
    run, _ = w.amount(
        s.total, "total", style="sign", bold=True, label="Ausgleichsbetrag", table=w.tables, row=len(rows)
    )
    rows.append((plain("Ausgleichsbetrag", True), (), (run,)))
    aligns: tuple[Align, ...] = ("left", "right", "right")
    w.add(Table(tuple(rows), (2.6, 0.8, 1.5), aligns, s.ruled, together=True))


def _sign(w: Writer) -> None:
    """The pen, office before name, whom for, where and when at the foot; one below the other or two in a
    row."""
    columns = [_column(enter(w, signer)) for signer in w.scenario.signers]
    w.add(*in_rows(columns, w.rng.choice((1, 2, 2)), gutter=32.0))


def _column(one: Signature) -> tuple[SignLine, ...]:
    lines = [SignLine((), "dots", pen=one.name is not None, height=44.0)]
    article, organisation = one.organisation("genitive")
    if one.name and one.function:
        deputy = "In Vertretung: " if one.signer.deputising else ""
        lines += [
            SignLine((Run(deputy), one.function)),
            SignLine((Run(f"{article} "), organisation)),
            SignLine((one.name,)),
        ]
    else:
        lines.append(SignLine((one.bare_organisation,)))
    return (*lines, SignLine((one.place, Run(", am "), one.date)))
