"""Another family: the certified copy of an agreement of a ministry, a county or city and associations."""

from __future__ import annotations

import random
from dataclasses import replace
from datetime import date

from samples.blocks import Align, Gap, Paragraph, Run, Sheet, Table, Text, plain
from samples.scenario import Scenario
from samples.signing import Signature, enter, enter_by_party
from samples.wordings.days import full_figures
from samples.wordings.parts import Draft, aside_texts, enumerated, represented
from samples.writer import Writer, long_date

OWN_ASIDES = (
    "Anschaffungen über {cap} sind vorher mit den anderen abzusprechen.",
    "Im ersten Betriebsjahr wird mit {persons} Ratsuchenden gerechnet, an jedem Öffnungstag mit {young}.",
    "Terminwünsche nimmt das Sekretariat unter {phone} entgegen.",
    "Eine Überschreitung der Kosten um bis zu {rate} % tragen alle im gleichen Verhältnis.",
)
SUBJECTS = (
    ("über eine gemeinsame Anlaufstelle für Zugewanderte", "die Anlaufstelle", "der Anlaufstelle"),
    ("über ein Haus der beruflichen Orientierung", "das Haus", "des Hauses"),
    ("über eine mobile Schuldnerberatung", "die mobile Beratung", "der mobilen Beratung"),
    ("über eine Lehrstellenbörse im ländlichen Raum", "die Börse", "der Börse"),
)


class _Clauses:
    """ "I" to "VII" at the left, the heading after a stroke; the sentences below."""

    def __init__(self, w: Writer) -> None:
        self.w = w
        self.stroke = w.rng.choice((" / ", " – ", ".  "))

    def open(self, title: str) -> None:
        w = self.w
        text = (w.next_section(), Run(self.stroke, bold=True), w.heading(title))
        w.add(Paragraph(text, "left", before=12, after=4, with_next=True))

    def say(self, sentence: str, **filled: Run | Text | str) -> None:
        self.w.add(Paragraph(self.w.fill(sentence, **filled), after=5))


def draft(s: Scenario, rng: random.Random) -> Draft:
    s = _typed(s, rng)
    w = Writer(s, rng, numbering=rng.choice(("I", "1")))
    subject, it, its = rng.choice(SUBJECTS)
    _opening(w, subject)
    clauses = _Clauses(w)
    clauses.open("Zweck")
    clauses.say(f"Wer Rat braucht, soll ihn an einem Ort finden. Dazu dient {it}.")
    clauses.open(rng.choice(("Aufgaben", "Wer was tut")))
    _duties(clauses, its)
    clauses.open(rng.choice(("Kosten", "Lasten")))
    _costs(clauses, its)
    clauses.open(rng.choice(("Beginn und Ende", "Geltung")))
    clauses.say(
        "Die Zusammenarbeit beginnt am {start} und endet am {end}. Eine Verlängerung bedarf der Schriftform.",
        start=w.date(date(s.year + 1, 1, 1), "period_start"),
        end=w.date(date(s.year + rng.randint(3, 6), 12, 31), "period_end"),
    )
    clauses.open("Bericht")
    clauses.say(
        "Einmal jährlich, zuerst bis {day}, wird über Besuche und Ausgaben berichtet.",
        day=w.date(s.deadline, "deadline"),
    )
    for text in aside_texts(w, OWN_ASIDES):
        w.add(Paragraph(text, after=5))
    _sign(w)
    return w, Sheet(
        family=rng.choice(("courier", "times", "vera")),
        size=rng.choice((10.0, 10.6)),
        leading=rng.choice((1.3, 1.45)),
        header=rng.choice((None, "Beglaubigte Abschrift", s.file_mark)),
        header_align="center",
        header_on_first=True,
        footer=rng.choice(("- {page} -", "Bl. {page}")),
        left=80,
        right=70,
        top=70,
        bottom=62,
    )


def _opening(w: Writer, subject: str) -> None:
    """The title; who has come together, one after the other, each with where it is at home."""
    s = w.scenario
    w.add(
        Paragraph((w.kind(),), "center", scale=1.5, after=3),
        Paragraph(plain(subject), "center", after=14),
    )
    in_sentence = w.rng.random() < 0.5
    told: list[Text] = []
    for index, party in enumerate(s.parties):
        seat = f" in {party.seat}" if party.key is None and index else ""
        inserted = represented(w, index) if index < 2 else ()
        comma = "," if inserted and in_sentence and index == len(s.parties) - 2 else ""
        told.append((*w.party(index, "nominative", mark=True), Run(seat), *inserted, Run(comma)))
    if not in_sentence:
        w.add(Paragraph(plain("An dieser Vereinbarung sind beteiligt"), "left", after=4))
        for index, text in enumerate(told):
            marker = plain(f"{'abcde'[index]})")
            w.add(Paragraph(text, "left", after=2, indent=40, hang=20, marker=marker))
        return
    w.add(Paragraph((Run("Es haben sich verbunden "), *enumerated(told), Run(".")), after=4))


def _duties(clauses: _Clauses, its: str) -> None:
    w, s = clauses.w, clauses.w.scenario
    others = enumerated([w.party(index, "nominative") for index in range(2, len(s.parties))])
    clauses.say(
        "{G} beteiligt sich an den Kosten, {county} stellt die Räume, {others} {verb} das Personal "
        f"{its}.",
        county=w.party(1, "nominative"),
        others=others,
        verb="stellen" if len(s.parties) > 3 else "stellt",
    )


def _costs(clauses: _Clauses, its: str) -> None:
    """The cost of a year and who bears how much: a table, lines with dots or a sentence."""
    w, s, rng = clauses.w, clauses.w.scenario, clauses.w.rng
    form = rng.choice(("table", "lines", "sentence"))
    amount, words = w.amount(
        s.total, "total", label="Jahreskosten", year=None, words=s.total if rng.random() < 0.4 else None
    )
    clauses.say(
        f"Die Kosten {its} sind mit jährlich {{total}}{{words}} veranschlagt und werden wie folgt getragen:",
        total=amount,
        words=(Run(" (in Worten: "), words, Run(")")) if words else "",
    )
    if form == "table":
        _table(w)
        return
    told: list[Text] = []
    for index, share in enumerate(s.shares):
        name = w.grantor.printed if index == 0 else s.parties[index].printed
        run, _ = w.amount(share, "component", label=name, year=None)
        if form == "lines":
            w.add(Paragraph((Run(f"{name} ..... "), run), "left", after=2, indent=30))
        else:
            told.append((Run("von "), *w.party(index, "dative"), Run(" mit "), run))
    if told:
        w.add(Paragraph((*enumerated(told), Run(".")), after=5))
    else:
        w.add(Gap(4))


def _table(w: Writer) -> None:
    s = w.scenario
    w.tables += 1
    rows: list[tuple[Text, ...]] = [(plain("Kostenträger", True), plain("im Jahr", True))]
    for index, share in enumerate(s.shares):
        name = w.grantor.printed if index == 0 else s.parties[index].printed
        run, _ = w.amount(share, "component", style="sign", label=name, table=w.tables, row=len(rows))
        rows.append((plain(name), (run,)))
    whole, _ = w.amount(
        s.total, "total", style="sign", bold=True, label="Jahreskosten", table=w.tables, row=len(rows)
    )
    rows.append((plain("Jahreskosten", True), (whole,)))
    w.add(Table(tuple(rows), (3.4, 1.5), ("left", "right"), s.ruled, together=True))


def _typed(s: Scenario, rng: random.Random) -> Scenario:
    """A copy has the days as the chancery types them, whatever hand or stamp wrote."""
    write = rng.choice((long_date, full_figures))
    return replace(
        s,
        signers=tuple(
            replace(one, date_text=write(one.day), date_style="typed") if one.day else one
            for one in s.signers
        ),
    )


def _sign(w: Writer) -> None:
    """A copy has no hands: a row for each who signed, or a sentence for each side; then the chancery."""
    rng = w.rng
    if rng.random() < 0.5:
        _signed_rows(w)
    else:
        w.add(Paragraph(plain("Die Urschrift trägt folgende Unterschriften:"), "left", before=16, after=5))
        for number, side in enumerate(enter_by_party(w, named_once=True), start=1):
            marker = plain(f"{number}.")
            w.add(Paragraph(_told(side), "left", after=4, indent=26, hang=20, marker=marker))
    w.add(
        Paragraph(
            plain("Die Abschrift stimmt mit der Urschrift überein. Kanzlei (Siegel)"),
            "left",
            before=14,
            scale=0.88,
        ),
    )


def _told(side: list[tuple[Signature, bool]]) -> Text:
    """ "für den Kreis: gez. Name, Landrat (…, den …)"; who signed on the same day follows with "und"."""
    article, name = side[0][0].organisation("accusative")
    runs: list[Run] = [Run(f"für {article} "), name, Run(":")]
    for number, (one, dated) in enumerate(side):
        runs.append(Run(" und" if number else ""))
        runs.append(Run(" in Vertretung gez. " if one.signer.deputising else " gez. "))
        if one.name and one.function:
            runs += [one.name, Run(", "), one.function]
        if dated:
            runs += [Run(" ("), one.place, Run(", den "), one.date, Run(")")]
    return tuple(runs)


def _signed_rows(w: Writer) -> None:
    heads = ("Für", "Unterschrift", "als", "Ort und Tag")
    rows: list[tuple[Text, ...]] = [tuple(plain(head, True) for head in heads)]
    for signer in w.scenario.signers:
        one = enter(w, signer)
        lead = "i. V. gez. " if one.signer.deputising else "gez. "
        name: Text = (Run(lead), one.name) if one.name else ()
        function: Text = (one.function,) if one.function else ()
        rows.append(((one.bare_organisation,), name, function, (one.place, Run(", "), one.date)))
    left: Align = "left"
    w.add(
        Table(
            tuple(rows),
            (1.9, 1.7, 2.3, 1.6),
            (left,) * 4,
            w.scenario.ruled,
            before=16,
            padding=4.0,
            together=True,
        )
    )
