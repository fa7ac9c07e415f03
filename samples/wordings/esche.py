"""Another family: two or three Länder keep something together by treaty."""

from __future__ import annotations

import random
from dataclasses import replace
from datetime import date

from samples.blocks import Align, Gap, Paragraph, Run, Sheet, SignLine, Table, Text, plain
from samples.scenario import Scenario
from samples.signing import Signature, enter, in_rows
from samples.wordings.parts import Draft, aside_texts, enumerated
from samples.writer import Writer

OWN_ASIDES = (
    "Gebühren unter {cap} werden nicht erhoben.",
    "Der Stellenplan sieht {persons} Bedienstete vor, davon {young} in der Außenstelle.",
    "Der Verwaltungsrat kann einen Überschuss von bis zu {rate} v. H. in die Rücklage einstellen.",
)
SUBJECTS = (
    ("über den Betrieb einer gemeinsamen Landesfeuerwehrschule", "die Schule", "Einrichtung und Sitz"),
    ("über die Errichtung einer gemeinsamen Eichdirektion", "die Direktion", "Errichtung"),
    ("über ein gemeinsames Zentrum für die Fortbildung der Verwaltung", "das Zentrum", "Errichtung und Sitz"),
    ("über ein gemeinsames Prüfungsamt für Heilberufe", "das Amt", "Errichtung"),
)


def draft(s: Scenario, rng: random.Random) -> Draft:
    w = Writer(s, rng)
    subject, thing, first = rng.choice(SUBJECTS)
    _opening(w, subject)
    below = rng.random() < 0.5
    align: Align = rng.choice(("center", "left"))

    def article(title: str) -> None:
        number = (Run("Artikel " if below else "Art. ", bold=True), w.next_section())
        if below:
            w.add(
                Paragraph(number, align, before=13, after=0, with_next=True),
                Paragraph((w.heading(title),), align, scale=0.95, after=5, with_next=True),
            )
            return
        text = (*number, Run(" (", bold=True), w.heading(title), Run(")", bold=True))
        w.add(Paragraph(text, align, before=13, after=5, with_next=True))

    article(first)
    w.paragraph(
        "Die vertragschließenden Länder errichten zum {start} {thing} als gemeinsame Stelle. Ihr Sitz ist "
        "{seat}."
        if thing.startswith("die")
        else "Die vertragschließenden Länder errichten zum {start} {thing} "
        "als gemeinsame Stelle. Sein Sitz ist {seat}.",
        start=w.date(date(s.year + 1, 1, 1), "period_start"),
        thing=thing,
        seat=s.grantor.seat,
    )
    article(rng.choice(("Aufsicht", "Dienst- und Fachaufsicht")))
    w.paragraph(
        "Die Aufsicht führt die zuständige oberste Landesbehörde des Sitzlandes im Benehmen mit der des "
        "anderen Landes."
        if len(s.parties) == 2
        else "Die Aufsicht führt die zuständige oberste Landesbehörde des Sitzlandes im Benehmen mit denen "
        "der anderen Länder."
    )
    for text in aside_texts(w, OWN_ASIDES):
        w.add(Paragraph(text))
    article(rng.choice(("Kosten", "Aufbringung der Kosten")))
    _costs(w)
    article("Kündigung")
    w.paragraph(
        "Dieser Staatsvertrag kann mit einer Frist von zwei Jahren, erstmals zum {day}, schriftlich "
        "gekündigt werden.",
        day=w.date(s.deadline, "other"),
    )
    article(rng.choice(("Ratifikation", "Zustimmung der Landtage")))
    w.paragraph("Er bedarf der Ratifikation. Die Urkunden werden in {seat} hinterlegt.", seat=s.grantor.seat)
    _sign(w)
    return w, Sheet(
        family=rng.choice(("times", "source-serif", "caladea")),
        size=rng.choice((11.0, 11.8)),
        leading=rng.choice((1.35, 1.5)),
        header=rng.choice((None, "- {page} -")),
        header_align="center",
        footer=rng.choice((None, f"Drucksache {s.year % 100}/{rng.randint(100, 990)}")),
        footer_align="right",
        left=90,
        right=80,
        top=82,
    )


def _opening(w: Writer, subject: str) -> None:
    """The Länder in the title, or not before the first sentence."""
    s, rng = w.scenario, w.rng
    # "der Freien Hansestadt" after "zwischen": such a name stands in the sentence, where it keeps its form.
    titled = rng.random() < 0.5 and not any(party.official.startswith("Freie ") for party in s.parties)
    last = len(s.parties) - 1
    w.add(Paragraph((w.kind(),), "center", scale=1.6, before=10, after=6))
    if titled:
        for index in range(last + 1):
            lead = "zwischen " if index == 0 else "und " if index == last else ""
            comma = "," if index < last - 1 else ""
            text = (Run(lead), *w.party(index, "dative", mark=True), Run(comma))
            w.add(Paragraph(text, "center", scale=1.1, after=2))
    w.add(Paragraph(plain(subject, True), "center", before=6, after=16))
    if titled:
        w.paragraph(
            "Von dem Willen getragen, ihre Aufgaben wirtschaftlich zu erfüllen, schließen die Länder, "
            "vorbehaltlich der Zustimmung ihrer verfassungsmäßig zuständigen Organe, den folgenden Vertrag:"
        )
        return
    named = [w.party(index, "nominative", mark=True, capital=index == 0) for index in range(last + 1)]
    closing = Run(" – die vertragschließenden Länder – kommen überein:")
    w.add(Paragraph((*enumerated(named), closing), "justify", after=8))


def _costs(w: Writer) -> None:
    """What it costs a year, and what each Land pays: in the sentence, in lines, or with the key."""
    s, rng = w.scenario, w.rng
    amount, words = w.amount(s.total, "total", label="Jahreskosten", words=s.total if s.represented else None)
    w.paragraph(
        rng.choice(
            (
                "Soweit Einnahmen nicht ausreichen, decken die Länder den jährlichen Fehlbetrag, der auf "
                "{total}{words} begrenzt ist.",
                "Der jährliche Zuschussbedarf beläuft sich auf höchstens {total}{words}.",
            )
        ),
        total=amount,
        words=(Run(" ("), words, Run(")")) if words else "",
    )
    form = rng.choice(("sentence", "lines", "table", "table"))
    if form == "table":
        _table(w)
        return
    told: list[Text] = []
    for party, share in zip(s.parties, s.shares, strict=True):
        run, _ = w.amount(share, "component", label=party.printed)
        article, name = party.case("nominative")
        if form == "lines":
            text = (Run(f"{article.capitalize()} {name} zahlt "), run, Run("."))
            w.add(Paragraph(text, "left", after=3, indent=30))
        else:
            told.append((Run(f"{article} {name} "), run))
    if told:
        w.add(Paragraph((Run("Zu zahlen haben im Jahr "), *enumerated(told), Run("."))))
    else:
        w.add(Gap(4))


def _table(w: Writer) -> None:
    s = w.scenario
    w.tables += 1
    heads = ("Land", "Schlüssel", "Jahresbetrag")
    rows: list[tuple[Text, ...]] = [tuple(plain(head, True) for head in heads)]
    for party, share in zip(s.parties, s.shares, strict=True):
        run, _ = w.amount(
            share, "component", style="sign", label=party.printed, table=w.tables, row=len(rows)
        )
        key = f"{share / s.total * 100:.2f} v. H.".replace(".", ",", 1)
        rows.append((plain(party.printed), plain(key), (run,)))
    run, _ = w.amount(s.total, "total", style="sign", bold=True, label="Summe", table=w.tables, row=len(rows))
    rows.append((plain("Summe", True), (), (run,)))
    aligns: tuple[Align, ...] = ("left", "right", "right")
    w.add(Table(tuple(rows), (2.8, 1.1, 1.5), aligns, s.ruled, together=True))


def _sign(w: Writer) -> None:
    """For whom, the office, the pen, the name; where and when once above all, or above each."""
    s, rng = w.scenario, w.rng
    days = {(signer.place, signer.day) for signer in s.signers}
    once = len(days) == 1
    hands = [enter(w, signer, 0 if once and number else None) for number, signer in enumerate(s.signers)]
    if once:
        copies = {2: "zwei", 3: "drei"}[len(s.parties)]
        first = hands[0]
        text = (Run("Geschehen zu "), first.place, Run(" am "), first.date, Run(f" in {copies} Urschriften."))
        w.add(Paragraph(text, "left", before=16, after=0, with_next=True))
    across = rng.choice((1, 2))
    columns = [_column(one, not once) for one in hands]
    w.add(*in_rows(columns, across, gutter=30.0, align="left" if across == 2 else "center"))


def _column(one: Signature, dated: bool) -> tuple[SignLine, ...]:
    article, organisation = one.organisation("accusative")
    lines = [SignLine((one.place, Run(", den "), one.date))] if dated else []
    lines.append(SignLine((Run(f"Für {article} "), replace(organisation, bold=True))))
    if one.name and one.function:
        woman = one.signer.person is not None and one.signer.person.woman
        lines.append(SignLine((Run("Die " if woman else "Der "), one.function)))
    lines.append(SignLine((), pen=one.name is not None, height=38.0))
    lines += [SignLine((one.name,))] if one.name else []
    return tuple(lines)
