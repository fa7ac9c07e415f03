"""Another family: a county or city and associations keep a house together; headings run into the text."""

from __future__ import annotations

import random
from datetime import date

from samples.blocks import Gap, Paragraph, Run, Sheet, SignLine, Table, Text, plain
from samples.scenario import Scenario
from samples.signing import Signature, enter_by_party, in_rows
from samples.wordings.parts import Draft, aside_texts, enumerated, organ
from samples.writer import Writer

OWN_ASIDES = (
    "Anschaffungen von mehr als {cap} werden vorher abgestimmt.",
    "Im Vorjahr haben {persons} Menschen das Haus aufgesucht, an manchen Tagen mehr als {young}.",
    "Das Haus ist rund um die Uhr unter {phone} erreichbar.",
    "Für Unvorhergesehenes dürfen {rate} v. H. der Betriebskosten zurückgelegt werden.",
)
HOUSES = (
    ("über den Betrieb eines Frauenhauses", "Das Frauenhaus", "Schutz und Beratung von Frauen und Kindern"),
    ("über den Betrieb eines Tierheims", "Das Tierheim", "Unterbringung und Vermittlung von Fundtieren"),
    ("über den Betrieb eines Mehrgenerationenhauses", "Das Haus", "Begegnung und Beratung im Quartier"),
    ("über den Betrieb einer Wärmestube", "Die Wärmestube", "Aufenthalt und Hilfe für Wohnungslose"),
)


class _RunIn:
    """ "§ 1 Heading." with the text in the same line, or "1. Heading:"."""

    def __init__(self, w: Writer) -> None:
        self.w = w
        self.sign, self.dot, self.end = w.rng.choice((("§ ", "", ". "), ("", ".", ": "), ("§ ", "", " – ")))

    def say(self, title: str, sentence: str, **filled: Run | Text | str) -> None:
        w = self.w
        head = (
            Run(self.sign, bold=True),
            w.next_section(),
            Run(f"{self.dot} ", bold=True),
            w.heading(title),
            Run(self.end, bold=True),
        )
        w.add(Paragraph((*head, *w.fill(sentence, **filled)), "justify", before=6, after=5))


def draft(s: Scenario, rng: random.Random) -> Draft:
    w = Writer(s, rng)
    w.gold["parties"][0]["registry_key"] = s.grantor.key
    subject, house, purpose = rng.choice(HOUSES)
    _opening(w, subject)
    part = _RunIn(w)
    part.say(
        "Zweck",
        "{house} dient einem gemeinnützigen Zweck: {purpose}. Es wird niemand abgewiesen, solange Platz ist.",
        house=house,
        purpose=purpose,
    )
    for text in aside_texts(w, OWN_ASIDES):
        w.add(Paragraph(text))
    _costs(part)
    part.say(
        rng.choice(("Beirat", "Begleitung")),
        "Ein Beirat, in den jede Seite zwei Personen schickt, tritt halbjährlich zusammen und berät über den "
        "Wirtschaftsplan.",
    )
    part.say(
        "Jahresrechnung",
        "Die Jahresrechnung liegt allen Seiten bis {day} vor.",
        day=w.date(s.deadline, "deadline"),
    )
    part.say(
        rng.choice(("Dauer", "Beginn und Kündigung")),
        "Der Vertrag beginnt am {start} und läuft unbefristet. Er kann mit einer Frist von sechs Monaten zum "
        "Jahresende gekündigt werden.",
        start=w.date(date(s.year + 1, 1, 1), "period_start"),
    )
    _sign(w)
    return w, Sheet(
        family=rng.choice(("times", "source-serif", "helvetica")),
        size=rng.choice((11.0, 11.8)),
        leading=rng.choice((1.4, 1.55)),
        header=rng.choice((None, s.file_mark)),
        header_align="right",
        footer=rng.choice((None, "{page}", "Seite {page} von {pages}")),
        footer_align="center",
        left=86,
        right=78,
        top=84,
    )


def _opening(w: Writer, subject: str) -> None:
    """The kind and its subject, "zwischen" and "und" on lines of their own, seats behind the names."""
    s, rng = w.scenario, w.rng
    w.add(
        Paragraph((w.kind(),), "center", scale=1.7, after=3),
        Paragraph(plain(subject), "center", scale=1.1, after=12),
    )
    last = len(s.parties) - 1
    called = rng.choice(("Träger", "Mitträger"))
    for index, party in enumerate(s.parties):
        lead = "zwischen" if index == 0 else "und" if index == last else "sowie"
        inserted = organ(w, index) if index == 0 else ()
        where = Run(f" in {party.seat}" if index else "")
        as_what = Run(f"{',' if inserted else ''} als {called}{f' zu {index + 1}' if last > 1 else ''}")
        text = (*w.party(index, "dative", mark=True), where, *inserted, as_what if last > 1 else Run(""))
        w.add(
            Paragraph(plain(lead), "center", after=3, with_next=True),
            Paragraph(text, "center", after=5),
        )
    w.add(Gap(6))


def _costs(part: _RunIn) -> None:
    """What the house costs a year and who pays how much: the sentence, lines, or a table with their dues."""
    w, s, rng = part.w, part.w.scenario, part.w.rng
    amount, words = w.amount(
        s.total, "total", label="Betriebskosten", words=s.total if s.represented else None
    )
    part.say(
        rng.choice(("Betriebskosten", "Finanzierung")),
        rng.choice(
            (
                "Die ungedeckten Betriebskosten werden mit {total}{words} im Jahr angenommen.",
                "Der Wirtschaftsplan weist jährliche Betriebskosten von {total}{words} aus, die nicht durch "
                "Spenden gedeckt sind.",
            )
        ),
        total=amount,
        words=(Run(", in Worten "), words, Run(",")) if words else "",
    )
    form = rng.choice(("table", "lines", "sentence"))
    if form == "table":
        _table(w)
        return
    told: list[Text] = []
    for party, share in zip(s.parties, s.shares, strict=True):
        run, _ = w.amount(share, "component", label=party.printed)
        article, name = party.case("accusative")
        if form == "lines":
            w.add(
                Paragraph(
                    (Run(f"{party.printed}: "), run), "left", after=2, indent=34, hang=14, marker=plain("•")
                )
            )
        else:
            told.append((Run(f"auf {article} {name} "), run))
    if told:
        w.add(Paragraph((Run("Hiervon entfallen "), *enumerated(told), Run("."))))
    else:
        w.add(Gap(4))


def _table(w: Writer) -> None:
    s = w.scenario
    w.tables += 1
    heads = ("Zahlung durch", "fällig", "Euro im Jahr")
    rows: list[tuple[Text, ...]] = [tuple(plain(head, True) for head in heads)]
    for party, share in zip(s.parties, s.shares, strict=True):
        run, _ = w.amount(
            share, "component", style="cell", label=party.printed, table=w.tables, row=len(rows)
        )
        due = w.rng.choice(("vierteljährlich", "im Januar", "monatlich", "halbjährlich"))
        rows.append((plain(party.printed), plain(due), (run,)))
    run, _ = w.amount(
        s.total, "total", style="cell", bold=True, label="Betriebskosten", table=w.tables, row=len(rows)
    )
    rows.append((plain("Betriebskosten", True), (), (run,)))
    w.add(Table(tuple(rows), (3.0, 1.3, 1.3), ("left", "left", "right"), s.ruled, together=True))


def _sign(w: Writer) -> None:
    """Where and when, the pen, name and office in one line, whom for; two beside each other or not."""
    columns: list[tuple[SignLine, ...]] = []
    for side in enter_by_party(w):
        lines: list[SignLine] = []
        for one, dated in side:
            lines += _hand(one, dated)
        columns.append(tuple(lines))
    w.add(*in_rows(columns, w.rng.choice((1, 2)), gutter=30.0))


def _hand(one: Signature, dated: bool) -> list[SignLine]:
    lines = [SignLine((one.place, Run(", "), one.date))] if dated else []
    lines.append(SignLine((), "dots", pen=one.name is not None, height=42.0))
    if one.name and one.function:
        deputy = "i. V. " if one.signer.deputising else ""
        lines.append(SignLine((Run(deputy), one.name, Run(" ("), one.function, Run(")"))))
    return [*lines, SignLine((one.bare_organisation,))]
