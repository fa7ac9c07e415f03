from __future__ import annotations

import random
from decimal import Decimal

from samples.blocks import Align, Gap, Paragraph, Run, Sheet, SignatureColumns, SignLine, Table, Text, plain
from samples.scenario import Scenario
from samples.signing import enter_by_party
from samples.wordings.parts import Draft, represented
from samples.writer import Writer

SUBJECTS = (
    "zur Einrichtung einer gemeinsamen Beratungsstelle für junge Erwachsene",
    "über den Betrieb eines Begegnungszentrums für Familien",
    "zur Zusammenarbeit bei der aufsuchenden Jugendsozialarbeit",
)


def draft(s: Scenario, rng: random.Random) -> Draft:
    w = Writer(s, rng, numbering=rng.choice(("§", "§", "I")))
    w.gold["parties"][0]["registry_key"] = s.grantor.key
    align: Align = rng.choice(("left", "center"))
    w.add(
        Paragraph((w.kind(),), align, scale=1.5, after=3),
        Paragraph(plain(rng.choice(SUBJECTS), True), align, after=14),
    )
    _parties(w, align)
    sign = "" if w.numbering == "I" else rng.choice(("§ ", "§ ", ""))
    dot = "" if sign else "."

    def section(title: str) -> None:
        number = (Run(sign, bold=True), w.next_section(), Run(f"{dot} ", bold=True))
        w.add(Paragraph((*number, w.heading(title)), "left", before=10, after=4, with_next=True))

    section(rng.choice(("Zweck der Zusammenarbeit", "Gegenstand")))
    w.paragraph(
        "Die Partner richten ein gemeinsames Angebot ein, das Ratsuchenden ohne Voranmeldung offensteht. "
        "Jeder "
        "Partner bringt Personal, Räume oder Geld ein und bleibt für seine Beschäftigten verantwortlich."
    )
    section(rng.choice(("Finanzierung", "Kosten und Anteile")))
    total, _ = w.amount(s.total, "total", label="Gesamtkosten")
    w.paragraph(
        rng.choice(
            (
                "Die Kosten des Angebots belaufen sich im Kalenderjahr auf {total}. Die Partner tragen "
                "sie wie folgt:",
                "Der jährliche Gesamtaufwand wird mit {total} angesetzt und von den Partnern gemeinsam "
                "getragen:",
            )
        ),
        total=total,
    )
    if s.listing == "list":
        for index, share in enumerate(s.shares):
            text = (_name(w, index), Run(": "), _share(w, share, index))
            w.add(Paragraph(text, "left", after=2, indent=34, hang=14, marker=plain("–")))
        w.add(Gap(4))
    else:
        _table(w)
    section("Steuerung")
    w.paragraph(
        "Eine Steuerungsgruppe, in die jeder Partner eine Person entsendet, tritt zweimal im Jahr "
        "zusammen. Sie "
        "beschließt einstimmig."
    )
    if rng.random() < 0.5:
        section("Verschwiegenheit")
        w.paragraph(
            "Was Ratsuchende mitteilen, wird vertraulich behandelt. Die Schweigepflicht nach "
            "§ 203 StGB gilt für alle Beschäftigten des Angebots."
        )
    section(rng.choice(("Laufzeit", "Geltungsdauer")))
    w.paragraph(
        "Die Zusammenarbeit endet am {day}, sofern sie nicht zuvor verlängert wird.",
        day=w.date(s.deadline, "period_end"),
    )
    _sign(w)
    return w, Sheet(
        family=rng.choice(("caladea", "manrope")),
        size=10.8,
        leading=1.4,
        header=s.file_mark,
        header_align="left",
        header_on_first=True,
        footer=rng.choice(("{page}", "Seite {page} von {pages}")),
        footer_align=rng.choice(("left", "center")),
        left=74,
        right=74,
    )


def _parties(w: Writer, align: Align) -> None:
    s, rng = w.scenario, w.rng
    counted = rng.random() < 0.5
    last = len(s.parties) - 1
    w.add(Paragraph(plain("zwischen"), align, after=5))
    for index, party in enumerate(s.parties):
        inserted = _organ(w) if index == 0 else represented(w, index) if party.key else ()
        seat = Run("" if index == 0 else f", {party.seat}")
        if counted:
            text: Text = (*w.party(index, "dative", mark=True), *inserted, seat)
            w.add(Paragraph(text, "left", after=4, indent=40, hang=22, marker=plain(f"{index + 1}.")))
            continue
        text = (*w.party(index, "dative", mark=True), *inserted, seat, Run("," if index < last - 1 else ""))
        w.add(Paragraph(text, align, after=5))
        if index == last - 1:
            w.add(Paragraph(plain("und"), align, after=5))
    w.add(Gap(8))


def _organ(w: Writer) -> Text:
    if not w.scenario.represented:
        return ()
    body = "Kreisausschuss" if w.scenario.grantor.gender == "m" else "Magistrat"
    w.gold["parties"][0]["representative"] = body
    return (Run(", vertreten durch den "), Run(body, "parties[0].representative"))


def _name(w: Writer, index: int) -> Run:
    return Run(w.scenario.parties[index].printed)


def _share(w: Writer, share: Decimal, index: int, row: int | None = None) -> Run:
    label = w.scenario.parties[index].printed
    table = w.tables if row else None
    style = "sign" if row else None
    return w.amount(share, "component", style=style, label=label, table=table, row=row)[0]


def _table(w: Writer) -> None:
    s = w.scenario
    w.tables += 1
    staff = w.rng.random() < 0.5
    heads = ("Partner", *(("Stellen",) if staff else ()), "Anteil")
    rows: list[tuple[Text, ...]] = [tuple(plain(head, True) for head in heads)]
    for index, share in enumerate(s.shares):
        middle = (plain(f"{w.rng.randint(1, 9) / 4:.2f}".replace(".", ",")),) if staff else ()
        rows.append(((_name(w, index),), *middle, (_share(w, share, index, row=index + 1),)))
    run, _ = w.amount(s.total, "total", style="sign", bold=True, label="Summe", table=w.tables, row=len(rows))
    rows.append((plain("Summe", True), *(((),) if staff else ()), (run,)))
    shares = (3.4, 0.9, 1.4) if staff else (3.4, 1.4)
    aligns: tuple[Align, ...] = ("left", "center", "right") if staff else ("left", "right")
    w.add(Table(tuple(rows), shares, aligns, s.ruled))


def _sign(w: Writer) -> None:
    """Two in a row; whom for above, name and office on one line or two beneath the rule."""
    rng = w.rng
    one_line = rng.random() < 0.5
    caption = rng.random() < 0.4
    columns: list[tuple[SignLine, ...]] = []
    for group in enter_by_party(w, named_once=True):
        article, organisation = group[0][0].organisation("accusative")
        lines = [SignLine((Run(f"Für {article} "), organisation, Run(":"))), SignLine(height=6.0)]
        for one, own_line in group:
            if own_line:
                lines.append(SignLine((one.place, Run(", "), one.date)))
                lines += [SignLine(height=3.0), SignLine(plain("(Ort, Datum)"))] if caption else []
            short = plain("i. V." if one.signer.deputising else "")
            lines.append(SignLine(short, "dots", pen=one.name is not None, height=44.0))
            if one.name and one.function:
                named = (one.name, Run(", "), one.function)
                lines += [SignLine(named)] if one_line else [SignLine((one.name,)), SignLine((one.function,))]
            lines.append(SignLine(height=6.0))
        columns.append(tuple(lines))
    for start in range(0, len(columns), 2):
        pair = columns[start : start + 2]
        w.add(SignatureColumns((*pair, *[()] * (2 - len(pair))), before=26.0 if start == 0 else 8.0))
