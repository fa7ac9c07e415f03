"""Held back: who works on how agreements are read leaves this file closed."""

from __future__ import annotations

import random
from dataclasses import replace
from datetime import date

from samples.blocks import Align, Gap, Paragraph, Run, Sheet, SignatureColumns, SignLine, Table, Text, plain
from samples.scenario import Scenario
from samples.signing import Signature, enter
from samples.wordings.parts import Draft, aside_texts, enumerated, organ
from samples.writer import Writer

OWN_ASIDES = (
    "Sonderwünsche einzelner Besteller mit Mehrkosten von über {cap} je Stück werden getrennt beauftragt.",
    "Im Bestand befinden sich {persons} Stück, von denen {young} kurzfristig ausgesondert werden.",
    "Technische Fragen klärt die Werkstattleitung unter {phone}.",
    "Die gemeinsame Ausschreibung lässt Einsparungen von {rate} Prozent erwarten.",
)
SUBJECTS = (
    ("Löschgruppenfahrzeugen", "Fahrzeuge"),
    ("Notstromaggregaten für Sammelunterkünfte", "Aggregate"),
    ("digitalen Funkmeldeempfängern", "Geräte"),
    ("Schulmöbeln", "Garnituren"),
    ("Mährobotern für Sportplätze", "Roboter"),
)


class _Figures:
    """ "Ziff. 1 Heading" or "1 / Heading"; its sentences without numbers."""

    def __init__(self, w: Writer) -> None:
        self.w = w
        self.before, self.behind = w.rng.choice((("Ziff. ", "  "), ("", " / "), ("Ziff. ", " – ")))

    def open(self, title: str) -> None:
        text = (
            Run(self.before, bold=True),
            self.w.next_section(),
            Run(self.behind, bold=True),
            self.w.heading(title),
        )
        self.w.add(Paragraph(text, "left", before=11, after=4, with_next=True))


def draft(s: Scenario, rng: random.Random) -> Draft:
    w = Writer(s, rng)
    w.gold["parties"][0]["registry_key"] = s.grantor.key
    goods, pieces = rng.choice(SUBJECTS)
    _opening(w, goods)
    figure = _Figures(w)
    figure.open(rng.choice(("Zweck", "Worum es geht")))
    w.paragraph(
        "Die Besteller decken ihren Bedarf an {goods} künftig gemeinsam. Jeder ruft für sich ab und zahlt, "
        "was er abgerufen hat.",
        goods=goods,
    )
    figure.open(rng.choice(("Auftragswert", "Mengen und Auftragswert")))
    _worth(w, pieces)
    for text in aside_texts(w, OWN_ASIDES):
        w.add(Paragraph(text))
    figure.open("Vergabestelle")
    w.paragraph(
        "Ausschreibung und Zuschlag übernimmt {first}. Die Auslagen hierfür werden nicht umgelegt.",
        first=w.party(0, "nominative"),
    )
    figure.open(rng.choice(("Bindungsfrist", "Laufzeit der Rahmenvereinbarung")))
    w.paragraph(
        "Abgerufen werden kann ab {start}. Die Bindung endet am {end}, ohne dass es einer Kündigung bedarf.",
        start=w.date(date(s.year + 1, 1, 1), "period_start", rng.choice((None, f"01.01.{s.year + 1}"))),
        end=w.date(date(s.year + 4, 12, 31), "period_end", rng.choice((None, f"31.12.{s.year + 4}"))),
    )
    if rng.random() < 0.5:
        figure.open("Streitigkeiten")
        w.paragraph("Sie werden zunächst den Leitungen der Häuser vorgelegt.")
    _sign(w)
    return w, Sheet(
        family=rng.choice(("vera", "times", "open-sans")),
        size=rng.choice((10.0, 10.8)),
        leading=rng.choice((1.36, 1.46)),
        header=rng.choice((None, "Zentrale Beschaffung", s.file_mark)),
        header_align="left",
        footer=rng.choice(("{page}", "S. {page} v. {pages}")),
        footer_align=rng.choice(("right", "center")),
        left=72,
        right=70,
    )


def _opening(w: Writer, goods: str) -> None:
    """The kind with what is bought, and the buyers: in a table with their seats, or in a sentence."""
    s, rng = w.scenario, w.rng
    align: Align = rng.choice(("left", "center"))
    w.add(
        Paragraph((w.kind(),), align, scale=1.6, after=2),
        Paragraph(plain(f"für den gemeinsamen Kauf von {goods}"), align, scale=1.1, after=14),
    )
    if rng.random() < 0.6:
        rows: list[tuple[Text, ...]] = [(plain("Besteller", True), plain("Verwaltungssitz", True))]
        for index, party in enumerate(s.parties):
            rows.append(((w.bare_party(index), *organ(w, index)), plain(party.seat)))
        w.add(Table(tuple(rows), (3.2, 1.5), ("left", "left"), s.ruled, after=6, padding=3.5))
        return
    named: list[Text] = []
    last = len(s.parties) - 1
    for index in range(last + 1):
        inserted = organ(w, index)
        name = w.party(index, "nominative", mark=True, capital=index == 0)
        named.append((*name, *inserted, Run("," if inserted and index >= last - 1 else "")))
    end = Run(" (die Besteller) verabreden:")
    w.add(Paragraph((*enumerated(named), end), "left", after=4))


def _worth(w: Writer, pieces: str) -> None:
    """What all orders together are worth, and each buyer's part: a table with pieces, lines, a sentence."""
    s, rng = w.scenario, w.rng
    amount, words = w.amount(s.total, "total", label="Auftragswert", words=s.total if s.represented else None)
    w.paragraph(
        rng.choice(
            (
                "Der Auftragswert über die ganze Laufzeit ist auf {total}{words} veranschlagt.",
                "Nach der Markterkundung erreicht der gesamte Auftragswert {total}{words}.",
            )
        ),
        total=amount,
        words=(Run(" – in Buchstaben "), words, Run(" –")) if words else "",
    )
    form = rng.choice(("table", "table", "lines", "sentence"))
    if form == "table":
        _table(w, pieces)
        return
    told: list[Text] = []
    for party, share in zip(s.parties, s.shares, strict=True):
        run, _ = w.amount(share, "component", label=party.printed)
        if form == "lines":
            text = (Run(f"{party.printed} mit "), run)
            w.add(Paragraph(text, "left", after=2, indent=34, hang=12, marker=plain("·")))
        else:
            told.append((run, Run(f" auf {party.case('accusative')[0]} {party.printed}")))
    if told:
        w.add(Paragraph((Run("Hiervon treffen "), *enumerated(told), Run("."))))
    else:
        w.add(Gap(4))


def _table(w: Writer, pieces: str) -> None:
    s = w.scenario
    w.tables += 1
    rows: list[tuple[Text, ...]] = [
        (plain("Besteller", True), plain(pieces, True), plain("Auftragswert", True))
    ]
    count = 0
    for party, share in zip(s.parties, s.shares, strict=True):
        run, _ = w.amount(
            share, "component", style="sign", label=party.printed, table=w.tables, row=len(rows)
        )
        number = w.rng.randint(2, 40)
        count += number
        rows.append((plain(party.printed), plain(str(number)), (run,)))
    run, _ = w.amount(
        s.total, "total", style="sign", bold=True, label="Auftragswert", table=w.tables, row=len(rows)
    )
    rows.append((plain("alle Besteller", True), plain(str(count), True), (run,)))
    aligns: tuple[Align, ...] = ("left", "right", "right")
    w.add(Table(tuple(rows), (2.8, 1.1, 1.6), aligns, s.ruled, together=True))


def _sign(w: Writer) -> None:
    """A row of three fields for each hand: whom for, where and when, the pen with name and office."""
    framed = w.rng.random() < 0.5
    for number, signer in enumerate(w.scenario.signers):
        before = (0.0 if framed else 10.0) if number else 22.0
        w.add(
            SignatureColumns(
                _row(enter(w, signer)),
                before=before,
                gutter=0.0 if framed else 16.0,
                scale=0.94,
                boxed=framed,
            )
        )


def _row(one: Signature) -> tuple[tuple[SignLine, ...], ...]:
    hand = [SignLine((), "none", pen=one.name is not None, height=38.0)]
    if one.name and one.function:
        deputy = "i. V. " if one.signer.deputising else ""
        hand += [SignLine((Run(deputy), one.name)), SignLine((one.function,))]
    return (
        (SignLine((replace(one.bare_organisation, bold=True),)),),
        (SignLine((one.place, Run(", "), one.date)),),
        tuple(hand),
    )
