"""Another family: three to five counties and cities keep a common office."""

from __future__ import annotations

import random
from datetime import date
from decimal import Decimal

from samples.blocks import Align, Gap, Paragraph, Run, Sheet, SignLine, Table, Text, plain
from samples.scenario import Scenario
from samples.signing import Signature, enter_by_party, in_rows
from samples.wordings.parts import Draft, aside_texts, enumerated, organ
from samples.writer import Writer

OWN_ASIDES = (
    "Beschaffungen im Wert von mehr als {cap} werden vorher mit allen Beteiligten abgestimmt.",
    "Die Geschäftsstelle ist werktags unter {phone} zu erreichen.",
    "Gerechnet wird mit {persons} Fällen im Jahr, die von {young} Fachkräften bearbeitet werden.",
)
TASKS = (
    ("eine gemeinsame Adoptionsvermittlungsstelle", "die Vermittlungsstelle"),
    ("eine gemeinsame Vergabestelle", "die Vergabestelle"),
    ("ein gemeinsames Medienzentrum", "das Medienzentrum"),
    ("eine gemeinsame Betreuungsbehörde", "die Betreuungsbehörde"),
    ("ein gemeinsames Kreisarchiv", "das Archiv"),
)


def draft(s: Scenario, rng: random.Random) -> Draft:
    w = Writer(s, rng)
    w.gold["parties"][0]["registry_key"] = s.grantor.key
    whole, short = rng.choice(TASKS)
    _opening(w, whole)
    paragraph = rng.random() < 0.6

    def section(title: str) -> None:
        if paragraph:
            w.add(
                Paragraph(
                    (Run("§ ", bold=True), w.next_section()), "center", before=11, with_next=True, after=0
                ),
                Paragraph((w.heading(title),), "center", after=5, with_next=True),
            )
            return
        marker = (w.next_section(), Run(".", bold=True))
        heading = (w.heading(title),)
        w.add(
            Paragraph(heading, "left", before=11, after=4, indent=24, hang=24, marker=marker, with_next=True)
        )

    section("Aufgabe und Sitz")
    w.paragraph(
        "Die Beteiligten unterhalten {whole} nach den Vorschriften über die kommunale "
        "Gemeinschaftsarbeit. {Short} wird bei {first} eingerichtet und hat ihren Sitz in {seat}."
        if short.startswith("die")
        else "Die Beteiligten unterhalten {whole} nach den Vorschriften über die kommunale "
        "Gemeinschaftsarbeit. {Short} wird bei {first} eingerichtet und hat seinen Sitz in {seat}.",
        whole=whole,
        Short=short[0].upper() + short[1:],
        first=w.party(0, "dative"),
        seat=s.grantor.seat,
    )
    section("Personal und Ausstattung")
    w.paragraph(
        "Das Personal stellt {first}; bei Besetzungen werden die anderen gehört.",
        first=w.party(0, "nominative"),
    )
    for text in aside_texts(w, OWN_ASIDES):
        w.add(Paragraph(text))
    section(rng.choice(("Finanzierung", "Deckung der Ausgaben")))
    _costs(w)
    section("Abrechnung und Vorauszahlung")
    w.paragraph(
        "Die Abrechnung des abgelaufenen Jahres wird den Beteiligten bis zum {day} vorgelegt. Auf die "
        "Anteile sind vierteljährliche Vorauszahlungen zu leisten.",
        day=w.date(s.deadline, "deadline"),
    )
    section("Dauer und Kündigung")
    w.paragraph(
        "Die Zusammenarbeit beginnt am {start} und wird auf unbestimmte Zeit vereinbart. Die Kündigung ist "
        "mit einer Frist von einem Jahr zum Schluss eines Kalenderjahres möglich.",
        start=w.date(date(s.year + 1, 1, 1), "period_start"),
    )
    _sign(w)
    return w, Sheet(
        family=rng.choice(("times", "open-sans", "helvetica")),
        size=rng.choice((10.6, 11.4)),
        leading=rng.choice((1.3, 1.42)),
        header=rng.choice((None, s.file_mark)),
        header_align="right",
        footer=rng.choice(("{page}", "Seite {page} von {pages}", "- {page} -")),
        footer_align=rng.choice(("center", "left")),
        left=74,
        right=74,
    )


def _opening(w: Writer, whole: str) -> None:
    """The title; the parties counted, or one after the other with what they are called."""
    s, rng = w.scenario, w.rng
    align: Align = rng.choice(("left", "center"))
    w.add(
        Paragraph((w.kind(),), align, scale=1.5, after=3),
        Paragraph(plain(f"für {whole}"), align, scale=1.1, after=14),
    )
    last = len(s.parties) - 1
    if rng.random() < 0.5:
        w.add(Paragraph(plain("Beteiligte dieser Vereinbarung sind"), "left", after=4, with_next=True))
        for index in range(last + 1):
            tail = " und" if index == last - 1 else "." if index == last else ","
            text = (*w.party(index, "nominative", mark=True), *organ(w, index), Run(tail))
            w.add(Paragraph(text, "left", after=3, indent=40, hang=20, marker=plain(f"({index + 1})")))
        w.add(Gap(5))
        return
    w.add(Paragraph(plain("zwischen"), align, after=5, with_next=True))
    for index, party in enumerate(s.parties):
        named = f" – Beteiligte{'r' if party.gender == 'm' else ''} zu {index + 1} –"
        lead = "und " if index == last else ""
        text = (Run(lead), *w.party(index, "dative", mark=True), *organ(w, index), Run(named))
        w.add(Paragraph(text, align, after=5))
    w.add(Gap(5))


def _costs(w: Writer) -> None:
    """The yearly cost, and what each one bears: by inhabitants in a table, in lines, or in the sentence."""
    s, rng = w.scenario, w.rng
    amount, words = w.amount(s.total, "total", label="Gesamtkosten", words=s.total if s.represented else None)
    w.paragraph(
        rng.choice(
            (
                "Die jährlichen Ausgaben sind mit {total}{words} veranschlagt. Sie werden nach der "
                "Einwohnerzahl umgelegt.",
                "Veranschlagt ist ein jährlicher Aufwand von {total}{words}. Maßgebend für die Verteilung "
                "ist die amtliche Zahl der Einwohner.",
            )
        ),
        total=amount,
        words=(Run(" ("), words, Run(")")) if words else "",
    )
    form = rng.choice(("table", "table", "dashes", "sentence"))
    if form == "table":
        _table(w)
        return
    told: list[Text] = []
    for party, share in zip(s.parties, s.shares, strict=True):
        run, _ = w.amount(share, "component", label=party.printed)
        if form == "dashes":
            text = (Run(f"{party.printed}: "), run)
            w.add(Paragraph(text, "left", after=2, indent=36, hang=14, marker=plain("–")))
            continue
        article, name = party.case("accusative")
        told.append((Run(f"auf {article} {name} "), run))
    if told:
        w.add(Paragraph((Run("Danach entfallen "), *enumerated(told), Run("."))))
    else:
        w.add(Gap(4))


def _table(w: Writer) -> None:
    s = w.scenario
    w.tables += 1
    heads = ("Beteiligte", "Einwohner", "Anteil in Euro")
    rows: list[tuple[Text, ...]] = [tuple(plain(head, True) for head in heads)]
    people = [int(share / s.total * Decimal(612_000)) for share in s.shares]
    for party, share, count in zip(s.parties, s.shares, people, strict=True):
        run, _ = w.amount(
            share, "component", style="cell", label=party.printed, table=w.tables, row=len(rows)
        )
        rows.append((plain(party.printed), plain(f"{count:,}".replace(",", ".")), (run,)))
    run, _ = w.amount(
        s.total, "total", style="cell", bold=True, label="insgesamt", table=w.tables, row=len(rows)
    )
    inhabitants = f"{sum(people):,}".replace(",", ".")
    rows.append((plain("insgesamt", True), plain(inhabitants), (run,)))
    w.add(Table(tuple(rows), (2.8, 1.2, 1.5), ("left", "right", "right"), s.ruled, together=True))


def _sign(w: Writer) -> None:
    """Two sides in a row: whose organ, the day, then the hands."""
    office = w.rng.random() < 0.5
    columns: list[tuple[SignLine, ...]] = []
    for side in enter_by_party(w, named_once=True):
        first = side[0][0]
        article, organisation = first.organisation("genitive" if office else "accusative")
        body = "Der Kreisausschuss" if first.signer.organisation.gender == "m" else "Der Magistrat"
        lead = f"{body} {article} " if office else f"Für {article} "
        lines = [SignLine((Run(lead), organisation)), SignLine(height=4.0)]
        for one, dated in side:
            lines += [SignLine((one.place, Run(", "), one.date))] if dated else []
            lines += _hand(one)
        columns.append(tuple(lines))
    w.add(*in_rows(columns, then=14.0, gutter=30.0))


def _hand(one: Signature) -> list[SignLine]:
    lines = [SignLine((), "rule", pen=one.name is not None, height=38.0)]
    if one.name and one.function:
        deputy = "i. V. " if one.signer.deputising else ""
        lines.append(SignLine((Run(deputy), one.name, Run(", "), one.function)))
    return [*lines, SignLine(height=6.0)]
